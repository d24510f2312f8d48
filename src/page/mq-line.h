/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-para.h"

/* What a line looks like: the order of its bits from left to right, the places of its glyphs, and which text
 * stands where.  Screen, paper, hit testing and highlights all come through here.  Lengths are points; x is
 * from the left edge of the paragraph's measure unless said otherwise. */

G_BEGIN_DECLS

guint mq_line_visual (const MqPara *para, const MqLine *line, guint32 *order);

/* Each bit of a line, from left to right. */
typedef void (*MqSpotFunc) (const MqBit *bit, double x, double width, gpointer data);
void mq_line_spots (const MqPara *para, guint line, MqSpotFunc func, gpointer data);

/* Glyphs of one font and one direction that follow each other on a line, spaces included.  Good until the
 * function that was called with it returns. */
typedef struct {
  PangoFont *font;
  PangoGlyphString *glyphs;   /* its clusters count from start */
  double x, y;                /* of the left end, on the base line */
  guint start, end;           /* bytes of the paragraph's text */
} MqGlyphRun;
typedef void (*MqRunFunc) (const MqGlyphRun *run, gpointer data);
void mq_line_runs (const MqPara *para, guint line, double x, double y, MqRunFunc func, gpointer data);

/* Where bytes [start, end) of the text stand on a line: pieces from left to right, none when they are not on
 * it. */
typedef struct { double x, width; } MqStretch;
void mq_line_stretches (const MqPara *para, guint line, guint start, guint end, GArray *stretches);

/* The byte of the text whose character stands at x, or the nearest one of the line; G_MAXUINT: the line is
 * empty. */
guint mq_line_index (const MqPara *para, guint line, double x);

double mq_line_left  (const MqPara *para, guint line);
double mq_line_width (const MqPara *para, guint line);

G_END_DECLS
