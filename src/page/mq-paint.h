/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>
#include "mq-flow.h"

/* Paints pages.  Screen and paper walk the same lines; who wants the glyphs for itself (the window's render
 * nodes, the PDF) takes them from mq_walk_line(). */

G_BEGIN_DECLS

/* The runs of one line of a cell (MqGlyphRun, mq-line.h).  x: of the left edge of the cell's text; y: of the
 * base line. */
void mq_walk_line (const MqCell *cell, guint line, double x, double y, MqRunFunc func, gpointer data);

/* What the painter is told before it draws a part of a page, so that a PDF can be tagged and linked. */
typedef struct {
  void (*begin_block) (const MqPiece *piece, gpointer data);
  void (*end_block)   (const MqPiece *piece, gpointer data);
  gpointer data;
} MqPaintWatcher;

/* Everything on a page with (0, 0) at the top left corner of the paper, in points.  @watcher may be NULL. */
void mq_paint_page (MqFlow *flow, guint page, cairo_t *cr, const MqPaintWatcher *watcher);

/* The same in two halves, for whoever draws glyphs itself (render nodes of the window): rules and grounds,
 * then each run with its colour (red, green, blue, 0 to 1). */
void mq_paint_rules (MqFlow *flow, guint page, cairo_t *cr);
typedef void (*MqPaintRunFunc) (const MqGlyphRun *run, const double colour[3], gpointer data);
void mq_paint_runs (MqFlow *flow, guint page, MqPaintRunFunc func, gpointer data);

G_END_DECLS
