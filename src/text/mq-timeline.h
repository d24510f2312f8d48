/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-render.h"

/* What a timeline shows: a row for each that prints, from a day to a day or on one day, and the points on it.  It is
 * drawn by page/. */

G_BEGIN_DECLS

typedef struct {
  MqRich text;                /* as the cell prints it: the date, or the blank of one that is missing */
  gint64 day;                 /* days since 1970-01-01; only when known */
  gboolean known;
} MqMoment;

typedef struct { MqRich name; MqMoment at; } MqTimePoint;

typedef struct {
  const char *row;            /* interned: its id */
  MqRich name;
  MqMoment first, last;       /* last: without text when the print has one date only */
  GArray *points;             /* MqTimePoint: those that have a date */
} MqTimeRow;

/* (transfer full): of MqTimeRow, in the order of the print; empty: there is nothing to draw, not a single date.
 * @reads: (nullable) */
GArray *mq_timeline_read (MqRenderer *renderer, const MqField *table, const MqPrint *print, MqReads *reads);
/* (transfer full): what the figure says, as a sentence.  @first, @n: which of the rows */
char   *mq_timeline_sentence (MqRenderer *renderer, const MqPrint *print, const GArray *rows, guint first, guint n);
/* what the points are, in the words of the document; NULL: the print has none */
const char *mq_timeline_points_label (MqRenderer *renderer, const MqPrint *print);

G_END_DECLS
