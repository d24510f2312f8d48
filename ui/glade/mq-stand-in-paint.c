/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-stand-in-paint.h"

static const struct
{
  double       scale;
  PangoWeight  weight;
  GdkRGBA      colour;
} inks[] = {
  [MQ_INK_TITLE] = { 1.35, PANGO_WEIGHT_BOLD, { .10, .12, .12, 1 } },
  [MQ_INK_HEADING] = { 1.05, PANGO_WEIGHT_BOLD, { .10, .12, .12, 1 } },
  [MQ_INK_LABEL] = { 1, PANGO_WEIGHT_NORMAL, { .10, .12, .12, 1 } },
  [MQ_INK_NOTE] = { .85, PANGO_WEIGHT_NORMAL, { .42, .45, .45, 1 } },
  [MQ_INK_HINT] = { .75, PANGO_WEIGHT_NORMAL, { .60, .62, .62, 1 } },
};

static PangoLayout *
line (GtkWidget *widget, MqInk ink, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (inks[ink].scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (inks[ink].weight));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (layout, FALSE);
  /* Physical sides, for the direction is not taken from the text. */
  pango_layout_set_alignment (layout, ink == MQ_INK_HINT ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  return layout;
}

/**
 * mq_stand_in_paint_line:
 * @widget: whose font is used
 * @cairo: (nullable): where to paint; %NULL only measures
 * @ink: how it looks
 * @text: (nullable): the line; empty takes no room
 * @x: left end of the room, in pixels
 * @y: its top
 * @width: of the room; a longer text is cut with an ellipsis
 *
 * Paints a line at the right end of its room, a hint at the left.
 *
 * Returns: its height in pixels
 */
int
mq_stand_in_paint_line (GtkWidget *widget, cairo_t *cairo, MqInk ink, const char *text,
                        int x, int y, int width)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  if (!text || !*text)
    return 0;
  layout = line (widget, ink, text);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (cairo)
    {
      gdk_cairo_set_source_rgba (cairo, &inks[ink].colour);
      cairo_move_to (cairo, x, y);
      pango_cairo_show_layout (cairo, layout);
    }
  return height;
}

void
mq_stand_in_paint_card (cairo_t *cairo, double x, double y, double width, double height)
{
  cairo_rectangle (cairo, x + .5, y + .5, width - 1, height - 1);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_fill_preserve (cairo);
  cairo_set_source_rgb (cairo, .85, .86, .86);
  cairo_set_line_width (cairo, 1);
  cairo_stroke (cairo);
}

/* A half, a third and the rest, from the right. */
void
mq_stand_in_paint_bar (cairo_t *cairo, double x, double y, double width, double height)
{
  static const struct { double share; GdkRGBA colour; } parts[] = {
    { .51, { .11, .50, .43, 1 } },
    { .34, { .79, .61, .26, 1 } },
    { .15, { .42, .66, .63, 1 } },
  };
  double right = x + width;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double part = width * parts[i].share;

      gdk_cairo_set_source_rgba (cairo, &parts[i].colour);
      cairo_rectangle (cairo, right - part, y, part - 2, height);
      cairo_fill (cairo);
      right -= part;
    }
}
