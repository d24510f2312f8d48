/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-ring.h"

#define SIZE 16
#define WIDTH 2

struct _MqRing
{
  GtkWidget parent_instance;

  double fraction;
  gboolean complete;
};

G_DEFINE_FINAL_TYPE (MqRing, mq_ring, GTK_TYPE_WIDGET)

static void
mq_ring_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
draw_check (cairo_t *cr)
{
  cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, SIZE / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, 4.6, 8.4);
  cairo_line_to (cr, 7, 10.8);
  cairo_line_to (cr, 11.4, 5.6);
  cairo_stroke (cr);
}

static void
draw_ring (cairo_t *cr, const GdkRGBA *colour, double fraction, gboolean rtl)
{
  double radius = SIZE / 2.0 - WIDTH / 2.0, top = -G_PI / 2;

  cairo_set_line_width (cr, WIDTH);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * .32);
  cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (fraction <= 0)
    return;
  gdk_cairo_set_source_rgba (cr, colour);
  if (rtl)
    cairo_arc_negative (cr, SIZE / 2.0, SIZE / 2.0, radius, top, top - 2 * G_PI * fraction);
  else
    cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, radius, top, top + 2 * G_PI * fraction);
  cairo_stroke (cr);
}

static void
mq_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MqRing *self = MQ_RING (widget);
  double x = (gtk_widget_get_width (widget) - SIZE) / 2.0, y = (gtk_widget_get_height (widget) - SIZE) / 2.0;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, SIZE, SIZE));
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cairo_translate (cr, x, y);
  gdk_cairo_set_source_rgba (cr, &colour);
  if (self->complete)
    draw_check (cr);
  else
    draw_ring (cr, &colour, self->fraction, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  cairo_destroy (cr);
}

static void
mq_ring_class_init (MqRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = mq_ring_measure;
  widget_class->snapshot = mq_ring_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mq_ring_init (MqRing *self)
{
}

GtkWidget *
mq_ring_new (void)
{
  return g_object_new (MQ_TYPE_RING, NULL);
}

/**
 * mq_ring_set:
 * @filled: how many of what is asked for are there
 * @needed: how many are asked for; 0: nothing is, which is complete
 */
void
mq_ring_set (MqRing *self, guint filled, guint needed)
{
  g_return_if_fail (MQ_IS_RING (self));

  self->complete = filled >= needed;
  self->fraction = needed > 0 ? (double) filled / needed : 1;
  if (self->complete)
    gtk_widget_add_css_class (GTK_WIDGET (self), "complete");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "complete");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
