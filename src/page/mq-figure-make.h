/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow-unit.h"

/* Figures of tables, as their print says: a block with labels and shapes.
 *
 * A figure stands whole on its page. */

G_BEGIN_DECLS

void mq_make_shares   (MqMaker *maker, const MqField *table, const MqPrint *print);
void mq_make_timeline (MqMaker *maker, const MqField *table, const MqPrint *print);

/* ---- for the files that make figures ---- */

typedef struct {
  MqMaker *maker;
  MqFigure *figure;
  GArray *cells;              /* MqCell */
  double pitch;               /* of the labels' lines */
  double y;                   /* how far down it is filled */
} MqFigureMaker;

/* @caption: over the figure; @description: (transfer full) */
void mq_figure_begin (MqFigureMaker *figure, MqMaker *maker, const char *caption, char *description);
/* The block.  @path: interned, what a click on it leads to */
void mq_figure_end   (MqFigureMaker *figure, const char *path);

double mq_figure_text_width (MqFigureMaker *figure, const char *text, gboolean bold);
/* A label from (x, y) on, start edge and top; @text is emptied.  What needs more than @most lines is cut short.  Gives
 * the number of lines. */
guint  mq_figure_label (MqFigureMaker *figure, MqRich *text, double x, double y, double width, gboolean bold,
                        guint most);
/* the label that was put last */
MqCell *mq_figure_last (MqFigureMaker *figure);
MqRich mq_rich_copy (const MqRich *rich);

G_END_DECLS
