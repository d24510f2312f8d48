/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-page-view.h"

#include "mq-page-column.h"
#include "mq-page-node.h"

/* pixels */
#define WIDTH_MINIMUM 240
#define WIDTH_NATURAL 400
/* pixels in a point at zoom 1 */
#define PIXELS_PER_POINT (96.0 / 72.0)
#define ZOOM_MIN .25
#define ZOOM_MAX 4.0
/* pixels left above a page that is gone to */
#define ABOVE 11
/* room around a marked value, in points */
#define MARK_PAD 1.5

/* What was searched for and found, and the page that it begins on. */
typedef struct { MqTextHit hit; guint page; } Found;

struct _MqPageView
{
  GtkWidget parent_instance;

  MqFlow *flow;
  MqPageNodes *nodes;
  GtkAdjustment *adjustment[2];                 /* by GtkOrientation */
  GtkScrollablePolicy policy[2];
  double zoom;                                  /* 0: fit the width */
  double scale;                                 /* pixels in a point, as allocated */
  char *marked;                                 /* path of the value that is marked */
  GArray *found;                                /* Found, in the order of the pages */
  guint found_now;                              /* which of them is shown; G_MAXUINT: none */
  guint page;                                   /* the one in sight */
  guint wanted;                                 /* the one to go to as soon as there is a size; 0: none */
  guint moved_idle;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (MqPageView, mq_page_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum { PROP_0, PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY };
enum { PRESSED, MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static double
scrolled (MqPageView *self, GtkOrientation orientation)
{
  return self->adjustment[orientation] != NULL ? gtk_adjustment_get_value (self->adjustment[orientation]) : 0;
}

/* Where pages are now. */
static MqPageColumn
column_of (MqPageView *self)
{
  return (MqPageColumn) {
    .paper = *mq_flow_paper (self->flow),
    .n = mq_flow_n_pages (self->flow),
    .scale = self->scale,
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .x = scrolled (self, GTK_ORIENTATION_HORIZONTAL),
    .y = scrolled (self, GTK_ORIENTATION_VERTICAL),
  };
}

/* ---- layout ---- */

static gboolean
on_moved_idle_cb (gpointer data)
{
  MqPageView *self = data;

  self->moved_idle = 0;
  g_signal_emit (self, signals[MOVED], 0);

  return G_SOURCE_REMOVE;
}

/* Told a little later: whoever hears of it writes it into labels, which must not change while sizes are given out. */
static void
update_page (MqPageView *self, gboolean anyway)
{
  MqPageColumn column;
  guint page;

  if (self->flow == NULL)
    return;
  column = column_of (self);
  page = mq_page_column_at (&column, column.y + gtk_widget_get_height (GTK_WIDGET (self)) / 3.0);
  if (page == self->page && !anyway)
    return;
  self->page = page;
  if (self->moved_idle == 0)
    self->moved_idle = g_idle_add (on_moved_idle_cb, self);
}

static void
mq_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_MINIMUM : 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_NATURAL : 0;
}

static void
mq_page_view_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MqPageView *self = MQ_PAGE_VIEW (widget);
  GtkAdjustment *h = self->adjustment[GTK_ORIENTATION_HORIZONTAL], *v = self->adjustment[GTK_ORIENTATION_VERTICAL];
  MqPageColumn column;
  double before = self->scale, place, whole_width, whole_height;

  if (self->flow == NULL || h == NULL || v == NULL)
    return;

  column = column_of (self);
  place = before > 0 ? mq_page_column_place (&column, column.y + height / 3.0) : 0;
  self->scale = self->zoom > 0 ? self->zoom * PIXELS_PER_POINT
                               : CLAMP (mq_page_column_fit (&column.paper, width), ZOOM_MIN * PIXELS_PER_POINT,
                                        ZOOM_MAX * PIXELS_PER_POINT);

  column.scale = self->scale;
  whole_width = mq_page_column_whole_width (&column);
  whole_height = mq_page_column_whole_height (&column);
  gtk_adjustment_configure (h, column.x, 0, MAX (whole_width, width), width * .1, width * .9, width);
  gtk_adjustment_configure (v, column.y, 0, MAX (whole_height, height), height * .1, height * .9, height);
  /* What was in sight stays in sight when the scale changes. */
  if (!G_APPROX_VALUE (before, self->scale, 1e-6))
    {
      gtk_adjustment_set_value (h, MAX (0, (whole_width - width) / 2));
      if (before > 0)
        gtk_adjustment_set_value (v, MAX (0, mq_page_column_y (&column, place) - height / 3.0));
    }
  if (self->wanted > 0)
    gtk_adjustment_set_value (v, mq_page_column_top (&column, self->wanted) - ABOVE);
  self->wanted = 0;
  update_page (self, TRUE);
}

static void
on_scrolled_cb (MqPageView *self)
{
  update_page (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_flow_changed_cb (MqPageView *self)
{
  /* what was found may stand elsewhere now; who searches does so again */
  g_array_set_size (self->found, 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- painting ---- */

static void
paint_rectangles (MqPageView *self, GtkSnapshot *snapshot, const GArray *rectangles, const char *colour_name)
{
  GdkRGBA colour;

  if (rectangles->len == 0)
    return;
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), colour_name, &colour))
    gdk_rgba_parse (&colour, "rgba(199,154,63,.32)");
  for (guint i = 0; i < rectangles->len; i++)
    {
      const cairo_rectangle_t *r = &g_array_index (rectangles, cairo_rectangle_t, i);
      GskRoundedRect rounded;

      gsk_rounded_rect_init_from_rect (&rounded,
                                       &GRAPHENE_RECT_INIT ((float) (r->x - MARK_PAD), (float) (r->y - MARK_PAD),
                                                            (float) (r->width + 2 * MARK_PAD),
                                                            (float) (r->height + 2 * MARK_PAD)), 2);
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
      gtk_snapshot_append_color (snapshot, &colour, &rounded.bounds);
      gtk_snapshot_pop (snapshot);
    }
}

static void
paint_mark (MqPageView *self, GtkSnapshot *snapshot, guint page)
{
  g_autoptr (GArray) rectangles = self->marked != NULL ? mq_flow_rectangles (self->flow, page, self->marked) : NULL;

  if (rectangles != NULL)
    paint_rectangles (self, snapshot, rectangles, "mark_color");
}

static void
paint_found (MqPageView *self, GtkSnapshot *snapshot, guint page)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *found = &g_array_index (self->found, Found, i);
      g_autoptr (GArray) rectangles = NULL;

      /* one may end on the next page */
      if (found->page != page && found->page + 1 != page)
        continue;
      rectangles = mq_flow_search_rectangles (self->flow, page, &found->hit);
      paint_rectangles (self, snapshot, rectangles, i == self->found_now ? "found_now_color" : "found_color");
    }
}

static void
paint_page (MqPageView *self, GtkSnapshot *snapshot, const MqPageColumn *column, guint page)
{
  float width = (float) column->paper.width, height = (float) column->paper.height;
  GskRenderNode *node = mq_page_nodes_get (self->nodes, page);
  GskRoundedRect sheet;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) mq_page_column_left (column),
                                                          (float) round (mq_page_column_top (column, page)
                                                                         - column->y)));
  gtk_snapshot_scale (snapshot, (float) self->scale, (float) self->scale);
  gsk_rounded_rect_init_from_rect (&sheet, &GRAPHENE_RECT_INIT (0, 0, width, height), 0);
  gtk_snapshot_append_outset_shadow (snapshot, &sheet, &(GdkRGBA) { 0, 0, 0, .22f }, 0, 1, 0, 5);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &sheet.bounds);
  gtk_snapshot_push_clip (snapshot, &sheet.bounds);
  paint_mark (self, snapshot, page);
  paint_found (self, snapshot, page);
  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
mq_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MqPageView *self = MQ_PAGE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  MqPageColumn column;
  guint first, last;

  if (self->flow == NULL || mq_flow_n_pages (self->flow) == 0)
    return;

  column = column_of (self);
  first = mq_page_column_at (&column, column.y);
  last = mq_page_column_at (&column, column.y + height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  for (guint page = first; page <= last; page++)
    paint_page (self, snapshot, &column, page);
  gtk_snapshot_pop (snapshot);
  mq_page_nodes_trim (self->nodes, first, last);
}

/* ---- clicks ---- */

static void
on_released_cb (MqPageView *self, int n_press, double x, double y)
{
  MqPageColumn column;
  MqHit hit = { 0 };
  guint page;

  if (self->flow == NULL || self->scale <= 0)
    return;
  column = column_of (self);
  page = mq_page_column_at (&column, y + column.y);
  x = (x - mq_page_column_left (&column)) / self->scale;
  y = (y + column.y - mq_page_column_top (&column, page)) / self->scale;
  if (mq_flow_hit (self->flow, page, x, y, &hit))
    g_signal_emit (self, signals[PRESSED], 0, hit.path, hit.source);
}

/* ---- type ---- */

static void
set_adjustment (MqPageView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustment[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment[orientation], self);
  g_clear_object (&self->adjustment[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustment[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
mq_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MqPageView *self = MQ_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustment[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustment[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policy[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policy[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mq_page_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MqPageView *self = MQ_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policy[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policy[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mq_page_view_dispose (GObject *object)
{
  MqPageView *self = MQ_PAGE_VIEW (object);

  g_clear_handle_id (&self->moved_idle, g_source_remove);
  mq_page_view_set_flow (self, NULL);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_pointer (&self->marked, g_free);
  g_clear_pointer (&self->found, g_array_unref);

  G_OBJECT_CLASS (mq_page_view_parent_class)->dispose (object);
}

static void
mq_page_view_class_init (MqPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mq_page_view_get_property;
  object_class->set_property = mq_page_view_set_property;
  object_class->dispose = mq_page_view_dispose;
  widget_class->measure = mq_page_view_measure;
  widget_class->size_allocate = mq_page_view_allocate;
  widget_class->snapshot = mq_page_view_snapshot;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[PRESSED] = g_signal_new ("pressed", MQ_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", MQ_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mq_page_view_init (MqPageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->found = g_array_new (FALSE, FALSE, sizeof (Found));
  self->found_now = G_MAXUINT;
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

/* ---- public ---- */

/**
 * mq_page_view_set_flow:
 * @flow: (nullable): the pages, or %NULL for none
 */
void
mq_page_view_set_flow (MqPageView *self, MqFlow *flow)
{
  g_return_if_fail (MQ_IS_PAGE_VIEW (self));

  if (self->flow != NULL)
    g_signal_handlers_disconnect_by_data (self->flow, self);
  g_clear_pointer (&self->nodes, mq_page_nodes_free);
  g_set_object (&self->flow, flow);
  if (flow == NULL)
    return;

  self->nodes = mq_page_nodes_new (flow);
  g_signal_connect_object (flow, "changed", G_CALLBACK (on_flow_changed_cb), self, G_CONNECT_SWAPPED);
  on_flow_changed_cb (self);
}

void
mq_page_view_set_zoom (MqPageView *self, double zoom)
{
  g_return_if_fail (MQ_IS_PAGE_VIEW (self));

  self->zoom = zoom > 0 ? CLAMP (zoom, ZOOM_MIN, ZOOM_MAX) : 0;
  on_flow_changed_cb (self);
}

double
mq_page_view_zoom (MqPageView *self)
{
  g_return_val_if_fail (MQ_IS_PAGE_VIEW (self), 1);

  return self->scale / PIXELS_PER_POINT;
}

gboolean
mq_page_view_fits (MqPageView *self)
{
  g_return_val_if_fail (MQ_IS_PAGE_VIEW (self), FALSE);

  return self->zoom <= 0;
}

guint
mq_page_view_page (MqPageView *self)
{
  g_return_val_if_fail (MQ_IS_PAGE_VIEW (self), 0);

  return self->page;
}

/**
 * mq_page_view_go_to:
 * @page: a page, from 0
 */
void
mq_page_view_go_to (MqPageView *self, guint page)
{
  MqPageColumn column;

  g_return_if_fail (MQ_IS_PAGE_VIEW (self));

  if (self->flow == NULL || page >= mq_flow_n_pages (self->flow))
    return;
  column = column_of (self);
  if (self->scale <= 0 || self->adjustment[GTK_ORIENTATION_VERTICAL] == NULL)
    self->wanted = page;
  else
    gtk_adjustment_set_value (self->adjustment[GTK_ORIENTATION_VERTICAL],
                              mq_page_column_top (&column, page) - ABOVE);
}

/* Scrolls there, if what stands from @top to @bottom (points of @page) is not in sight. */
static void
bring_into_sight (MqPageView *self, guint page, double top, double bottom)
{
  MqPageColumn column = column_of (self);
  double above = mq_page_column_top (&column, page), height = gtk_widget_get_height (GTK_WIDGET (self));

  top = above + top * self->scale;
  bottom = above + bottom * self->scale;
  if (self->adjustment[GTK_ORIENTATION_VERTICAL] != NULL && (top < column.y || bottom > column.y + height))
    gtk_adjustment_set_value (self->adjustment[GTK_ORIENTATION_VERTICAL], top - height / 3);
}

/**
 * mq_page_view_show_hits:
 * @hits: (element-type MqTextHit) (nullable): what was found in the pages as they are now: all of it is marked
 * @now: which of them is marked more than the others, or G_MAXUINT
 * @scroll: whether it is brought into sight
 */
void
mq_page_view_show_hits (MqPageView *self, const GArray *hits, guint now, gboolean scroll)
{
  g_return_if_fail (MQ_IS_PAGE_VIEW (self));

  g_array_set_size (self->found, 0);
  for (guint i = 0; self->flow != NULL && hits != NULL && i < hits->len; i++)
    {
      const MqTextHit *hit = &g_array_index (hits, MqTextHit, i);
      Found found = { *hit, mq_flow_search_place (self->flow, hit, NULL) };

      g_array_append_val (self->found, found);
    }
  self->found_now = now;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (scroll && now < self->found->len && self->scale > 0)
    {
      const Found *found = &g_array_index (self->found, Found, now);
      g_autoptr (GArray) rectangles = mq_flow_search_rectangles (self->flow, found->page, &found->hit);
      const cairo_rectangle_t *first = rectangles->len > 0 ? &g_array_index (rectangles, cairo_rectangle_t, 0) : NULL;

      if (first != NULL)
        bring_into_sight (self, found->page, first->y, first->y + first->height);
    }
}

/**
 * mq_page_view_show_path:
 * @path: (nullable): a fact or cell; %NULL: none is marked from now on
 *
 * Marks where the value is printed, and scrolls to the first such place if it is not in sight.
 */
void
mq_page_view_show_path (MqPageView *self, const char *path)
{
  g_autoptr (GArray) rectangles = NULL;
  double top = 0, bottom;
  guint page;

  g_return_if_fail (MQ_IS_PAGE_VIEW (self));

  g_free (self->marked);
  self->marked = g_strdup (path);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (path == NULL || self->flow == NULL || self->scale <= 0)
    return;

  page = mq_flow_page_of (self->flow, NULL, path);
  if (page == G_MAXUINT)
    return;
  bottom = mq_flow_paper (self->flow)->height / 4;
  rectangles = mq_flow_rectangles (self->flow, page, path);
  if (rectangles != NULL && rectangles->len > 0)
    {
      const cairo_rectangle_t *first = &g_array_index (rectangles, cairo_rectangle_t, 0);

      top = first->y;
      bottom = first->y + first->height;
    }
  bring_into_sight (self, page, top, bottom);
}
