/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-share-bar.h"

#include "mq-bound.h"
#include "mq-language.h"
#include "mq-row-state.h"

#define BAR_HEIGHT 14
#define GAP 2

typedef struct
{
  double percent;
  char *name, *text;
} Part;

struct _MqShareBar
{
  GtkWidget parent_instance;

  char *path, *column, *label_column;
  MqDocument *document;
  GArray *parts;                /* Part */
  GtkWidget *bar, *legend;
};

static void bound_init (MqBoundInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MqShareBar, mq_share_bar, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (MQ_TYPE_BOUND, bound_init))

enum { PROP_0, PROP_PATH, PROP_COLUMN, PROP_LABEL_COLUMN, N_PROPS };
static GParamSpec *props[N_PROPS];

static const char *const colours[] = { "#1d7d6b", "#c79a3f", "#6aa9a0", "#dcc594", "#3f5f8a", "#9c6b5a", "#8a9a5b", "#7d6f9c" };

static void
part_clear (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->text);
}

static void
colour_of (guint part, GdkRGBA *colour)
{
  gdk_rgba_parse (colour, colours[part % G_N_ELEMENTS (colours)]);
}

/* ---- the bar ---- */

static void
draw_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  MqShareBar *self = data;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  double radius = height / 2.0, done = 0;

  /* The whole is 100, so that what has not been given out stays grey. */
  cairo_new_path (cr);
  cairo_arc (cr, width - radius, radius, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, radius, radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_clip (cr);
  cairo_set_source_rgba (cr, .5, .5, .5, .2);
  cairo_paint (cr);

  for (guint i = 0; i < self->parts->len; i++)
    {
      double share = CLAMP (g_array_index (self->parts, Part, i).percent / 100, 0, 1);
      double x = done * width, w = share * width;
      GdkRGBA colour;

      colour_of (i, &colour);
      gdk_cairo_set_source_rgba (cr, &colour);
      cairo_rectangle (cr, rtl ? width - x - w : x + GAP, 0, MAX (w - GAP, 0), height);
      cairo_fill (cr);
      done += share;
    }
}

static void
draw_dot (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer part)
{
  GdkRGBA colour;

  colour_of (GPOINTER_TO_UINT (part), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
}

static GtkWidget *
make_legend (const Part *part, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *dot = gtk_drawing_area_new (), *label;
  g_autofree char *text = g_strdup_printf ("\u2068%s\u2069  %s", part->name, part->text);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (dot), 9);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (dot), 9);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (dot), draw_dot, GUINT_TO_POINTER (index), NULL);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), dot);

  label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, part->name);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static gboolean
read_parts (MqShareBar *self, GArray *parts)
{
  MqDraft *draft = mq_document_draft (self->document);
  const MqHouse *house = mq_document_house (self->document);
  guint n = 0;
  g_autofree const char **rows = mq_draft_rows (draft, self->path, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *row = g_strconcat (self->path, "/", rows[i], NULL);
      g_autofree char *cell = g_strconcat (row, "/", self->column, NULL);
      const char *value = mq_draft_value (draft, cell);
      Part part = { 0 };

      if (value == NULL)
        continue;
      part.percent = g_ascii_strtod (value, NULL);
      part.name = mq_row_title (draft, house, row, self->label_column);
      part.text = mq_percent_text (value, house->digits);
      g_array_append_val (parts, part);
    }

  if (parts->len != self->parts->len)
    return TRUE;
  for (guint i = 0; i < parts->len; i++)
    if (!g_str_equal (g_array_index (parts, Part, i).name, g_array_index (self->parts, Part, i).name)
        || !g_str_equal (g_array_index (parts, Part, i).text, g_array_index (self->parts, Part, i).text))
      return TRUE;

  return FALSE;
}

static void
refresh (MqShareBar *self)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_autoptr (GString) said = g_string_new (NULL);
  GtkWidget *child;

  g_array_set_clear_func (parts, part_clear);
  if (!read_parts (self, parts))
    {
      g_array_unref (parts);
      return;
    }
  g_array_unref (self->parts);
  self->parts = parts;

  while ((child = gtk_widget_get_first_child (self->legend)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->legend), child);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      gtk_flow_box_append (GTK_FLOW_BOX (self->legend), make_legend (part, i));
      g_string_append_printf (said, "%s%s %s", i > 0 ? "، " : "", part->name, part->text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str, -1);
  gtk_widget_queue_draw (self->bar);
  gtk_widget_set_visible (GTK_WIDGET (self), parts->len > 0);
}

/* ---- what the page asks of it ---- */

static void
mq_share_bar_bind (MqBound *bound, MqDocument *document)
{
  MqShareBar *self = MQ_SHARE_BAR (bound);

  g_set_object (&self->document, document);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_array_set_size (self->parts, 0);
  if (document == NULL)
    return;
  if (self->path == NULL || self->column == NULL || mq_kind_field (mq_document_kind (document), self->path) == NULL)
    {
      g_warning ("A form has a bar for “%s”, which is no table of the kind", self->path);
      g_clear_object (&self->document);
      return;
    }
  refresh (self);
}

static void
mq_share_bar_refresh (MqBound *bound)
{
  if (MQ_SHARE_BAR (bound)->document != NULL)
    refresh (MQ_SHARE_BAR (bound));
}

static const char *
mq_share_bar_get_path (MqBound *bound)
{
  return MQ_SHARE_BAR (bound)->path;
}

static void
bound_init (MqBoundInterface *iface)
{
  iface->bind = mq_share_bar_bind;
  iface->refresh = mq_share_bar_refresh;
  iface->path = mq_share_bar_get_path;
}

/* ---- type ---- */

static void
mq_share_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MqShareBar *self = MQ_SHARE_BAR (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_COLUMN:
      g_value_set_string (value, self->column);
      break;
    case PROP_LABEL_COLUMN:
      g_value_set_string (value, self->label_column);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mq_share_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MqShareBar *self = MQ_SHARE_BAR (object);

  switch (id)
    {
    case PROP_PATH:
      g_free (self->path);
      self->path = g_value_dup_string (value);
      break;
    case PROP_COLUMN:
      g_free (self->column);
      self->column = g_value_dup_string (value);
      break;
    case PROP_LABEL_COLUMN:
      g_free (self->label_column);
      self->label_column = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mq_share_bar_dispose (GObject *object)
{
  MqShareBar *self = MQ_SHARE_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mq_share_bar_parent_class)->dispose (object);
}

static void
mq_share_bar_finalize (GObject *object)
{
  MqShareBar *self = MQ_SHARE_BAR (object);

  g_array_unref (self->parts);
  g_free (self->path);
  g_free (self->column);
  g_free (self->label_column);

  G_OBJECT_CLASS (mq_share_bar_parent_class)->finalize (object);
}

static void
mq_share_bar_class_init (MqShareBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mq_share_bar_get_property;
  object_class->set_property = mq_share_bar_set_property;
  object_class->dispose = mq_share_bar_dispose;
  object_class->finalize = mq_share_bar_finalize;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_COLUMN] = g_param_spec_string ("column", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LABEL_COLUMN] = g_param_spec_string ("label-column", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sharebar");
}

static void
mq_share_bar_init (MqShareBar *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 8);
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);

  self->bar = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->bar), BAR_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bar), draw_bar, self, NULL);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));

  self->legend = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->legend), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->legend), 12);
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
}
