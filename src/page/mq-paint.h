/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>
#include "mq-flow.h"

/* Paints pages.  Screen and paper walk the same lines (mq-line.h). */

G_BEGIN_DECLS

/* Everything on a page with (0, 0) at the top left corner of the paper, in points. */
void mq_paint_page (MqFlow *flow, guint page, cairo_t *cr);

/* The same in parts, for whoever draws glyphs itself (render nodes of the window): rules and grounds, then the shapes
 * of figures, which are part of the document and not of its ground, then each run with its colour (red, green, blue,
 * 0 to 1). */
void mq_paint_rules (MqFlow *flow, guint page, cairo_t *cr);
void mq_paint_figures (MqFlow *flow, guint page, cairo_t *cr);
void mq_paint_figure (const MqPaper *paper, const MqPiece *piece, cairo_t *cr);
typedef void (*MqPaintRunFunc) (const MqGlyphRun *run, const double colour[3], gpointer data);
void mq_paint_runs (MqFlow *flow, guint page, MqPaintRunFunc func, gpointer data);

G_END_DECLS
