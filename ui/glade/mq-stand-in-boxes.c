/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stand-ins that hold others: the form and the group.  Their captions stand in the padding over their
 * children, not in children of their own, which Glade would take for the form's. */
#include "mq-glade-facts.h"
#include "mq-glade-words.h"
#include "mq-stand-in-paint.h"

#define MARGIN 12
#define GAP 6
#define WIDTH 620

typedef struct
{
  GtkBox          parent_instance;
  GtkCssProvider *padding;
} MqStandInBox;

typedef GtkBoxClass MqStandInBoxClass;

GType mq_stand_in_box_get_type (void);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (MqStandInBox, mq_stand_in_box, GTK_TYPE_BOX,
                                  G_IMPLEMENT_INTERFACE (MQ_TYPE_STAND_IN, NULL))

static int
paint_caption (GtkWidget *widget, cairo_t *cairo, MqInk ink, int width)
{
  const MqCaption *caption = mq_stand_in_caption (MQ_STAND_IN (widget));
  int y = MARGIN;

  y += mq_stand_in_paint_line (widget, cairo, ink, caption->title, MARGIN, y, width - 2 * MARGIN);
  y += mq_stand_in_paint_line (widget, cairo, MQ_INK_NOTE, caption->note, MARGIN, y, width - 2 * MARGIN);
  return y > MARGIN ? y + GAP : y;
}

static MqInk
ink_of (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "MqFormPage") ? MQ_INK_TITLE : MQ_INK_HEADING;
}

/* Asks for the room that the caption takes, before the box asks for that of its children. */
static void
mq_stand_in_box_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  MqStandInBox *self = (MqStandInBox *) widget;
  g_autofree char *css = NULL;
  int top = paint_caption (widget, NULL, ink_of (widget), WIDTH);

  css = g_strdup_printf ("* { padding: %dpx %dpx %dpx; }", top, MARGIN, MARGIN);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self), "css"), css) != 0)
    {
      gtk_css_provider_load_from_data (self->padding, css, -1, NULL);
      g_object_set_data_full (G_OBJECT (self), "css", g_strdup (css), g_free);
    }
  GTK_WIDGET_CLASS (mq_stand_in_box_parent_class)->get_preferred_height (widget, minimum, natural);
}

static gboolean
mq_stand_in_box_draw (GtkWidget *widget, cairo_t *cairo)
{
  GTK_WIDGET_CLASS (mq_stand_in_box_parent_class)->draw (widget, cairo);
  paint_caption (widget, cairo, ink_of (widget), gtk_widget_get_allocated_width (widget));
  return GDK_EVENT_PROPAGATE;
}

static void
mq_stand_in_box_finalize (GObject *object)
{
  g_clear_object (&((MqStandInBox *) object)->padding);
  G_OBJECT_CLASS (mq_stand_in_box_parent_class)->finalize (object);
}

static void
mq_stand_in_box_class_init (MqStandInBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mq_stand_in_box_finalize;
  GTK_WIDGET_CLASS (klass)->get_preferred_height = mq_stand_in_box_get_preferred_height;
  GTK_WIDGET_CLASS (klass)->draw = mq_stand_in_box_draw;
}

static void
mq_stand_in_box_init (MqStandInBox *self)
{
  mq_stand_in_init (MQ_STAND_IN (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->padding = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  GTK_STYLE_PROVIDER (self->padding),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* ---- the form ---- */

typedef MqStandInBox MqFormPage;
typedef MqStandInBoxClass MqFormPageClass;

GType mq_form_page_get_type (void);

static void
form_caption (MqStandIn *self, MqCaption *caption)
{
  const char *group = mq_stand_in_text (self, "group");
  const MqGladeFact *fact = mq_glade_fact (group);

  caption->title = g_strdup (fact ? fact->label : group);
}

static void
form_stand_in (MqStandInInterface *iface)
{
  iface->caption = form_caption;
}

G_DEFINE_TYPE_WITH_CODE (MqFormPage, mq_form_page, mq_stand_in_box_get_type (),
                         G_IMPLEMENT_INTERFACE (MQ_TYPE_STAND_IN, form_stand_in))

static void
mq_form_page_class_init (MqFormPageClass *klass)
{
  mq_stand_in_class_install (G_OBJECT_CLASS (klass), "group", NULL);
}

static void
mq_form_page_init (MqFormPage *self)
{
}

/* ---- the group ---- */

typedef MqStandInBox AdwPreferencesGroup;
typedef MqStandInBoxClass AdwPreferencesGroupClass;

GType adw_preferences_group_get_type (void);

static void
group_caption (MqStandIn *self, MqCaption *caption)
{
  caption->title = g_strdup (mq_glade_arabic (mq_stand_in_text (self, "title")));
  caption->note = g_strdup (mq_glade_arabic (mq_stand_in_text (self, "description")));
}

static void
group_stand_in (MqStandInInterface *iface)
{
  iface->caption = group_caption;
}

G_DEFINE_TYPE_WITH_CODE (AdwPreferencesGroup, adw_preferences_group, mq_stand_in_box_get_type (),
                         G_IMPLEMENT_INTERFACE (MQ_TYPE_STAND_IN, group_stand_in))

static void
adw_preferences_group_class_init (AdwPreferencesGroupClass *klass)
{
  mq_stand_in_class_install (G_OBJECT_CLASS (klass), "title", "description", NULL);
}

static void
adw_preferences_group_init (AdwPreferencesGroup *self)
{
}
