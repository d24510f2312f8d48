/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-figure.h"

#define HATCH_STEP 3.4        /* from line to line, along the edge */
#define HATCH_LINE 0.7
#define EDGE 0.7              /* of a diamond */

static const guint32 inks[] = {
  [MQ_INK_TRACK] = 0xe9ecef, [MQ_INK_BAR] = 0x7d98ad, [MQ_INK_POINT] = 0x1d3a57, [MQ_INK_AXIS] = 0xa8b3bd,
  [MQ_INK_PAPER] = 0xffffff,
  [MQ_INK_PART] = 0x1d7d6b, 0xc79a3f, 0x6aa9a0, 0xdcc594, 0x3f5f8a, 0x9c6b5a, 0x8a9a5b, 0x7d6f9c,
};
G_STATIC_ASSERT (G_N_ELEMENTS (inks) == MQ_INK_PART + MQ_N_PARTS);

/**
 * mq_figure_new:
 * @description: (transfer full): what the figure says
 *
 * Returns: (transfer full): a figure without shapes
 */
MqFigure *
mq_figure_new (char *description)
{
  MqFigure *figure = g_new0 (MqFigure, 1);

  figure->shapes = g_array_new (FALSE, FALSE, sizeof (MqShape));
  figure->description = description;
  return figure;
}

void
mq_figure_free (MqFigure *figure)
{
  if (figure == NULL)
    return;
  g_array_unref (figure->shapes);
  g_free (figure->description);
  g_free (figure);
}

static gboolean
shape_equal (const MqShape *a, const MqShape *b)
{
  return a->type == b->type && a->ink == b->ink && a->x == b->x && a->y == b->y && a->width == b->width
         && a->height == b->height;
}

/**
 * mq_figure_equal:
 * @a: (nullable): a figure
 * @b: (nullable): another
 *
 * Returns: whether both look the same and say the same
 */
gboolean
mq_figure_equal (const MqFigure *a, const MqFigure *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->height != b->height || a->shapes->len != b->shapes->len || g_strcmp0 (a->description, b->description) != 0)
    return FALSE;
  for (guint i = 0; i < a->shapes->len; i++)
    if (!shape_equal (&g_array_index (a->shapes, MqShape, i), &g_array_index (b->shapes, MqShape, i)))
      return FALSE;
  return TRUE;
}

void
mq_figure_add (MqFigure *figure, MqShapeType type, guint ink, double x, double y, double width, double height)
{
  MqShape shape = { type, ink, x, y, width, height };

  g_return_if_fail (figure != NULL && ink < G_N_ELEMENTS (inks));

  g_array_append_val (figure->shapes, shape);
}

void
mq_figure_add_part (MqFigure *figure, guint number, double x, double y, double width, double height)
{
  static const MqShapeType types[] = { MQ_SHAPE_BAR, MQ_SHAPE_RISING, MQ_SHAPE_FALLING };

  /* once all colours are used up, each comes again in another way */
  mq_figure_add (figure, types[(number + number / MQ_N_PARTS * 2) % G_N_ELEMENTS (types)],
                 MQ_INK_PART + number % MQ_N_PARTS, x, y, width, height);
}

/* ---- drawing ---- */

static void
set_ink (cairo_t *cr, guint32 ink)
{
  cairo_set_source_rgb (cr, (ink >> 16 & 255) / 255.0, (ink >> 8 & 255) / 255.0, (ink & 255) / 255.0);
}

/* White lines at 45°.  Their ends are computed: a clip would part the file's content. */
static void
draw_hatch (cairo_t *cr, double left, double top, double width, double height, gboolean rising)
{
  for (double at = HATCH_STEP / 2; at < width + height; at += HATCH_STEP)
    {
      double from = MAX (0, at - height), to = MIN (width, at);

      cairo_move_to (cr, left + from, top + (rising ? at - from : height - at + from));
      cairo_line_to (cr, left + to, top + (rising ? at - to : height - at + to));
    }
  set_ink (cr, inks[MQ_INK_PAPER]);
  cairo_set_line_width (cr, HATCH_LINE);
  cairo_stroke (cr);
}

static void
draw_diamond (cairo_t *cr, const MqShape *shape, double left, double top)
{
  double x = left + shape->width / 2, y = top + shape->height / 2;

  cairo_move_to (cr, x, top);
  cairo_line_to (cr, left + shape->width, y);
  cairo_line_to (cr, x, top + shape->height);
  cairo_line_to (cr, left, y);
  cairo_close_path (cr);
  set_ink (cr, inks[shape->ink]);
  cairo_fill_preserve (cr);
  set_ink (cr, inks[MQ_INK_PAPER]);
  cairo_set_line_width (cr, EDGE);
  cairo_stroke (cr);
}

/**
 * mq_figure_draw:
 * @figure: a figure
 * @cr: where to draw
 * @right: of the start edge of the measure
 * @top: of the block
 *
 * Draws the shapes.
 */
void
mq_figure_draw (const MqFigure *figure, cairo_t *cr, double right, double top)
{
  g_return_if_fail (figure != NULL && cr != NULL);

  for (guint i = 0; i < figure->shapes->len; i++)
    {
      const MqShape *shape = &g_array_index (figure->shapes, MqShape, i);
      double left = right - shape->x - shape->width, y = top + shape->y;

      if (shape->type == MQ_SHAPE_DIAMOND)
        {
          draw_diamond (cr, shape, left, y);
          continue;
        }
      set_ink (cr, inks[shape->ink]);
      cairo_rectangle (cr, left, y, shape->width, shape->height);
      cairo_fill (cr);
      if (shape->type != MQ_SHAPE_BAR)
        draw_hatch (cr, left, y, shape->width, shape->height, shape->type == MQ_SHAPE_RISING);
    }
}
