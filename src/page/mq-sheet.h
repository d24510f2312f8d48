/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include "mq-pages.h"

/* A sheet is one page's pieces on paper: their rules and grounds, and the glyphs of their lines.  It knows
 * nothing of the draft; mq-paint.h puts it together for a page of a flow.  Points; (0, 0) is the top left
 * corner of the paper. */

G_BEGIN_DECLS

void mq_sheet_rules (cairo_t *cr, const MqPaper *paper, const GArray *pieces);
void mq_sheet_runs  (const MqPaper *paper, const MqPiece *piece, MqRunFunc func, gpointer data);
void mq_sheet_run   (cairo_t *cr, const MqGlyphRun *run);
void mq_sheet_colour (MqLook look, double colour[3]);

G_END_DECLS
