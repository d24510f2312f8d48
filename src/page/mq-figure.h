/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

/* What is drawn of a figure beside its labels, which are text and belong to the cells of its block.  Lengths are
 * points: x from the start edge of the measure, the right one, leftwards; y from the top of the block down. */

G_BEGIN_DECLS

/* The colours.  Those of parts are the hues of the window's share bar, in its order; they differ in lightness, too, and
 * are plain, hatched, and hatched the other way in turn, for paper without colours. */
typedef enum {
  MQ_INK_TRACK,               /* the ground of a bar */
  MQ_INK_BAR,                 /* a stretch of time */
  MQ_INK_POINT,
  MQ_INK_AXIS,
  MQ_INK_PAPER,               /* a gap in a bar */
  MQ_INK_PART,                /* + number of a part, 0 … MQ_N_PARTS - 1 */
} MqFigureInk;
#define MQ_N_PARTS 8

typedef enum {
  MQ_SHAPE_BAR,               /* a rectangle */
  MQ_SHAPE_RISING,            /* the same, with lines that rise from left to right */
  MQ_SHAPE_FALLING,           /* or fall */
  MQ_SHAPE_DIAMOND,           /* inside of its rectangle, with a white edge */
} MqShapeType;

typedef struct {
  MqShapeType type;
  guint ink;                  /* MqFigureInk */
  double x, y, width, height;
} MqShape;

typedef struct {
  GArray *shapes;             /* MqShape, from the lowest up */
  char *description;          /* what the figure says, as a sentence */
  double height;              /* of all, labels too */
} MqFigure;

MqFigure *mq_figure_new   (char *description);
void      mq_figure_free  (MqFigure *figure);
gboolean  mq_figure_equal (const MqFigure *a, const MqFigure *b);
void      mq_figure_add   (MqFigure *figure, MqShapeType type, guint ink, double x, double y, double width,
                           double height);
/* A part of a whole, in the look of its number: in the bar, and beside its name. */
void      mq_figure_add_part (MqFigure *figure, guint number, double x, double y, double width, double height);
void      mq_figure_draw  (const MqFigure *figure, cairo_t *cr, double right, double top);

G_END_DECLS
