/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Widths of a table's columns.  Lengths are points, and of whole columns: the white around the text is
 * part of them. */

G_BEGIN_DECLS

typedef struct {
  double share;               /* what the fact list asks for, in % of the measure */
  double needed;              /* for its widest word; an amount and its currency count as one */
  double least;               /* the same, when an amount may part from its currency */
  double width;               /* (out) */
} MqColumn;

typedef enum {
  MQ_COLUMNS_WHOLE,           /* nothing is parted */
  MQ_COLUMNS_PARTED,          /* amounts are parted from their currency, and Latin text from itself */
  MQ_COLUMNS_CUT,             /* there is a word wider than its column */
} MqColumnsFit;

MqColumnsFit mq_columns_fit (MqColumn *columns, guint n, double measure, const double *lengths, guint n_rows,
                             double *lines);

G_END_DECLS
