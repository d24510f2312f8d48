/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stand-ins for what is bound to a fact: field row, table and share bar. */
#include "mq-glade-facts.h"
#include "mq-stand-in-paint.h"

#define MARGIN 12
#define PAD 8
#define WIDTH 560
#define HINT_WIDTH 200
#define BAR_HEIGHT 14
#define ROW_HEIGHT 32

typedef GtkDrawingArea MqStandInField;
typedef GtkDrawingAreaClass MqStandInFieldClass;

GType mq_stand_in_field_get_type (void);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (MqStandInField, mq_stand_in_field, GTK_TYPE_DRAWING_AREA,
                                  G_IMPLEMENT_INTERFACE (MQ_TYPE_STAND_IN, NULL))

/* Title and note at the start side, the hint at the end side; returns where they end. */
static int
paint_caption (GtkWidget *widget, cairo_t *cairo, MqInk ink, int margin, int y, int width)
{
  const MqCaption *caption = mq_stand_in_caption (MQ_STAND_IN (widget));
  int room = width - 2 * margin;

  mq_stand_in_paint_line (widget, cairo, MQ_INK_HINT, caption->hint, margin, y, HINT_WIDTH);
  y += mq_stand_in_paint_line (widget, cairo, ink, caption->title, margin + HINT_WIDTH, y, room - HINT_WIDTH);
  y += mq_stand_in_paint_line (widget, cairo, MQ_INK_NOTE, caption->note, margin, y, room);
  return y;
}

static const MqGladeFact *
fact_of (MqStandIn *self)
{
  return mq_glade_fact (mq_stand_in_text (self, "path"));
}

/* A path that leads nowhere is shown in the place of the label it has not. */
static void
fact_caption (MqStandIn *self, MqCaption *caption)
{
  const MqGladeFact *fact = fact_of (self);
  const char *path = mq_stand_in_text (self, "path");

  caption->title = fact ? g_strdup (fact->label) : g_strconcat ("؟ ", path, NULL);
  caption->hint = fact ? g_strconcat (path, " · ", fact->type, NULL) : NULL;
  caption->note = fact && !mq_stand_in_flag (self) ? g_strdup (fact->help) : NULL;
}

static void
mq_stand_in_field_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = WIDTH;
}

static void
mq_stand_in_field_class_init (MqStandInFieldClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_preferred_width = mq_stand_in_field_get_preferred_width;
}

static void
mq_stand_in_field_init (MqStandInField *self)
{
  mq_stand_in_init (MQ_STAND_IN (self));
}

/* ---- the field row ---- */

typedef MqStandInField MqFieldRow;
typedef MqStandInFieldClass MqFieldRowClass;

GType mq_field_row_get_type (void);

static void
row_stand_in (MqStandInInterface *iface)
{
  iface->caption = fact_caption;
}

G_DEFINE_TYPE_WITH_CODE (MqFieldRow, mq_field_row, mq_stand_in_field_get_type (),
                         G_IMPLEMENT_INTERFACE (MQ_TYPE_STAND_IN, row_stand_in))

static void
mq_field_row_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  int caption = paint_caption (widget, NULL, MQ_INK_LABEL, MARGIN, PAD, WIDTH);

  *minimum = *natural = MAX (ROW_HEIGHT, caption + PAD);
}

static gboolean
mq_field_row_draw (GtkWidget *widget, cairo_t *cairo)
{
  int width = gtk_widget_get_allocated_width (widget);

  mq_stand_in_paint_card (cairo, 0, 0, width, gtk_widget_get_allocated_height (widget));
  paint_caption (widget, cairo, MQ_INK_LABEL, MARGIN, PAD, width);
  return GDK_EVENT_PROPAGATE;
}

static void
mq_field_row_class_init (MqFieldRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_preferred_height = mq_field_row_get_preferred_height;
  GTK_WIDGET_CLASS (klass)->draw = mq_field_row_draw;
  mq_stand_in_class_install (G_OBJECT_CLASS (klass), "path", NULL);
  mq_stand_in_class_install_flag (G_OBJECT_CLASS (klass), "subtitle-hidden");
}

static void
mq_field_row_init (MqFieldRow *self)
{
}

/* ---- the table ---- */

typedef MqStandInField MqTableEditor;
typedef MqStandInFieldClass MqTableEditorClass;

GType mq_table_editor_get_type (void);

static void
table_stand_in (MqStandInInterface *iface)
{
  iface->caption = fact_caption;
}

G_DEFINE_TYPE_WITH_CODE (MqTableEditor, mq_table_editor, mq_stand_in_field_get_type (),
                         G_IMPLEMENT_INTERFACE (MQ_TYPE_STAND_IN, table_stand_in))

static gboolean
is_in_cards (MqStandIn *self)
{
  return g_str_equal (mq_stand_in_text (self, "layout"), "cards");
}

static guint
n_columns (MqStandIn *self)
{
  const MqGladeFact *fact = fact_of (self);

  return fact ? fact->columns->len : 0;
}

static int
table_body_height (MqStandIn *self)
{
  return is_in_cards (self) ? (int) MAX (1, n_columns (self)) * ROW_HEIGHT : 2 * ROW_HEIGHT;
}

static void
mq_table_editor_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  int caption = paint_caption (widget, NULL, MQ_INK_HEADING, 0, PAD, WIDTH);

  *minimum = *natural = caption + PAD + table_body_height (MQ_STAND_IN (widget));
}

/* Cards: the columns one under the other.  Cells: side by side, over an empty row. */
static void
paint_columns (GtkWidget *widget, cairo_t *cairo, int y, int width)
{
  MqStandIn *self = MQ_STAND_IN (widget);
  const MqGladeFact *fact = fact_of (self);
  guint n = n_columns (self);
  gboolean cards = is_in_cards (self);

  for (guint i = 0; i < n; i++)
    {
      const MqGladeFact *column = g_ptr_array_index (fact->columns, i);
      int share = cards ? width : width / (int) n;
      int x = cards ? 0 : width - (int) (i + 1) * share;

      mq_stand_in_paint_line (widget, cairo, cards ? MQ_INK_LABEL : MQ_INK_NOTE, column->label,
                              x + MARGIN, y + 6, share - 2 * MARGIN);
      if (cards)
        y += ROW_HEIGHT;
    }
}

static gboolean
mq_table_editor_draw (GtkWidget *widget, cairo_t *cairo)
{
  int width = gtk_widget_get_allocated_width (widget);
  int body = table_body_height (MQ_STAND_IN (widget));
  int y = paint_caption (widget, cairo, MQ_INK_HEADING, 0, PAD, width) + PAD;

  for (int row = 0; row < body; row += ROW_HEIGHT)
    mq_stand_in_paint_card (cairo, 0, y + row, width, ROW_HEIGHT);
  paint_columns (widget, cairo, y, width);
  return GDK_EVENT_PROPAGATE;
}

static void
mq_table_editor_class_init (MqTableEditorClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_preferred_height = mq_table_editor_get_preferred_height;
  GTK_WIDGET_CLASS (klass)->draw = mq_table_editor_draw;
  mq_stand_in_class_install (G_OBJECT_CLASS (klass), "path", "layout", NULL);
}

static void
mq_table_editor_init (MqTableEditor *self)
{
}

/* ---- the share bar ---- */

typedef MqStandInField MqShareBar;
typedef MqStandInFieldClass MqShareBarClass;

GType mq_share_bar_get_type (void);

/* Named by its column, whose label says what is shared out. */
static void
bar_caption (MqStandIn *self, MqCaption *caption)
{
  const char *path = mq_stand_in_text (self, "path");
  const char *column = mq_stand_in_text (self, "column");
  g_autofree char *whole = g_strconcat (path, "/", column, NULL);
  const MqGladeFact *fact = mq_glade_fact (whole);

  caption->title = fact ? g_strdup (fact->label) : g_strconcat ("؟ ", whole, NULL);
  caption->hint = fact ? g_strdup (whole) : NULL;
}

static void
bar_stand_in (MqStandInInterface *iface)
{
  iface->caption = bar_caption;
}

G_DEFINE_TYPE_WITH_CODE (MqShareBar, mq_share_bar, mq_stand_in_field_get_type (),
                         G_IMPLEMENT_INTERFACE (MQ_TYPE_STAND_IN, bar_stand_in))

static void
mq_share_bar_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  int caption = paint_caption (widget, NULL, MQ_INK_NOTE, 0, PAD + BAR_HEIGHT, WIDTH);

  *minimum = *natural = caption + PAD;
}

static gboolean
mq_share_bar_draw (GtkWidget *widget, cairo_t *cairo)
{
  int width = gtk_widget_get_allocated_width (widget);

  mq_stand_in_paint_bar (cairo, 0, PAD, width, BAR_HEIGHT);
  paint_caption (widget, cairo, MQ_INK_NOTE, 0, PAD + BAR_HEIGHT, width);
  return GDK_EVENT_PROPAGATE;
}

static void
mq_share_bar_class_init (MqShareBarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_preferred_height = mq_share_bar_get_preferred_height;
  GTK_WIDGET_CLASS (klass)->draw = mq_share_bar_draw;
  mq_stand_in_class_install (G_OBJECT_CLASS (klass), "path", "column", "label-column", NULL);
}

static void
mq_share_bar_init (MqShareBar *self)
{
}
