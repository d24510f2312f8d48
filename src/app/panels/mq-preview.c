/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-preview.h"

#include "mq-digits.h"
#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-page-view.h"
#include "mq-settings.h"

struct _MqPreview
{
  GtkWidget parent_instance;

  MqDocument *document;
  gboolean showing;

  MqPageView *pages;
  GtkEntry *page;
  GtkLabel *count;
  GtkLabel *zoom;
  GtkToggleButton *fit;
};

G_DEFINE_FINAL_TYPE (MqPreview, mq_preview, GTK_TYPE_WIDGET)

static guint pressed_signal;

static void
on_moved_cb (MqPreview *self)
{
  guint n = mq_flow_n_pages (mq_document_flow (self->document)), now = mq_page_view_page (self->pages) + 1;
  g_autofree char *page = mq_language_number (MIN (now, n)), *pages = mq_language_number (n);
  /* Translators: the number of pages; stands after a field with the page's number */
  g_autofree char *count = g_strdup_printf (_("of %s"), pages);
  g_autofree char *zoom = mq_language_percent ((guint) (mq_page_view_zoom (self->pages) * 100 + .5));
  /* Translators: the page in sight, the number of pages */
  g_autofree char *said = g_strdup_printf (_("Preview, page %s of %s"), page, pages);

  self->showing = TRUE;
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->page))))
      && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->page)), page))
    gtk_editable_set_text (GTK_EDITABLE (self->page), page);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->zoom, zoom);
  gtk_toggle_button_set_active (self->fit, mq_page_view_fits (self->pages));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pages), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  self->showing = FALSE;
}

static void
on_page_entered_cb (MqPreview *self)
{
  g_autofree char *ascii = NULL;
  MqNumberError why;
  gint64 page;

  if (mq_number_parse (gtk_editable_get_text (GTK_EDITABLE (self->page)), &ascii, &why)
      && (page = g_ascii_strtoll (ascii, NULL, 10)) > 0)
    mq_page_view_go_to (self->pages, MIN ((guint) page, mq_flow_n_pages (mq_document_flow (self->document))) - 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->pages));
  on_moved_cb (self);
}

static void
on_fit_cb (MqPreview *self)
{
  if (!self->showing)
    mq_preview_set_zoom (self, gtk_toggle_button_get_active (self->fit) ? 0 : mq_page_view_zoom (self->pages));
}

static void
on_pressed_cb (MqPreview *self, const char *path, const char *source)
{
  g_signal_emit (self, pressed_signal, 0, path, source);
}

/* Ctrl and the wheel change the scale. */
static gboolean
on_scroll_cb (MqPreview *self, double dx, double dy, GtkEventController *controller)
{
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  mq_preview_zoom_by (self, dy < 0 ? 1.1 : 1 / 1.1);

  return GDK_EVENT_STOP;
}

static void
mq_preview_dispose (GObject *object)
{
  MqPreview *self = MQ_PREVIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mq_preview_parent_class)->dispose (object);
}

static void
mq_preview_class_init (MqPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mq_preview_dispose;

  pressed_signal = g_signal_new ("pressed", MQ_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MqPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, MqPreview, page);
  gtk_widget_class_bind_template_child (widget_class, MqPreview, count);
  gtk_widget_class_bind_template_child (widget_class, MqPreview, zoom);
  gtk_widget_class_bind_template_child (widget_class, MqPreview, fit);
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fit_cb);
}

static void
mq_preview_init (MqPreview *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->page), FALSE);
  gtk_editable_set_alignment (GTK_EDITABLE (self->page), .5f);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

void
mq_preview_bind (MqPreview *self, MqDocument *document)
{
  g_return_if_fail (MQ_IS_PREVIEW (self));
  g_return_if_fail (MQ_IS_DOCUMENT (document));

  g_set_object (&self->document, document);
  mq_page_view_set_flow (self->pages, mq_document_flow (document));
  mq_page_view_set_zoom (self->pages, mq_settings_get_double ("zoom", 0));
}

void
mq_preview_show_path (MqPreview *self, const char *path)
{
  g_return_if_fail (MQ_IS_PREVIEW (self));

  mq_page_view_show_path (self->pages, path);
}

/**
 * mq_preview_show_hits:
 * @hits: (element-type MqTextHit) (nullable): what was found in the pages as they are now
 * @now: which of them is shown, or G_MAXUINT
 * @scroll: whether it is brought into sight
 */
void
mq_preview_show_hits (MqPreview *self, const GArray *hits, guint now, gboolean scroll)
{
  g_return_if_fail (MQ_IS_PREVIEW (self));

  mq_page_view_show_hits (self->pages, hits, now, scroll);
}

/**
 * mq_preview_show_part:
 * @part: (nullable): id of a part of the body; %NULL: the title page
 *
 * Scrolls to where the part begins.
 */
void
mq_preview_show_part (MqPreview *self, const char *part)
{
  guint page;

  g_return_if_fail (MQ_IS_PREVIEW (self));

  page = part != NULL ? mq_flow_page_of (mq_document_flow (self->document), part, NULL) : 0;
  if (page != G_MAXUINT)
    mq_page_view_go_to (self->pages, page);
}

void
mq_preview_set_zoom (MqPreview *self, double zoom)
{
  g_return_if_fail (MQ_IS_PREVIEW (self));

  mq_page_view_set_zoom (self->pages, zoom);
  mq_settings_set_double ("zoom", zoom);
}

void
mq_preview_zoom_by (MqPreview *self, double factor)
{
  g_return_if_fail (MQ_IS_PREVIEW (self));

  mq_preview_set_zoom (self, CLAMP (mq_page_view_zoom (self->pages) * factor, .25, 4));
}

/**
 * mq_preview_ask_page:
 *
 * Moves the focus to the field of the page's number.
 */
void
mq_preview_ask_page (MqPreview *self)
{
  g_return_if_fail (MQ_IS_PREVIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

guint
mq_preview_page (MqPreview *self)
{
  g_return_val_if_fail (MQ_IS_PREVIEW (self), 0);

  return mq_page_view_page (self->pages);
}
