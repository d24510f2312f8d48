/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-window-private.h"

#include "mq-check.h"
#include "mq-go-to.h"
#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-properties.h"
#include "mq-settings.h"

/* ---- undo and redo ---- */

static void
go_back_to (MqWindow *self, const char *path)
{
  /* The place that was changed, or what is left of it: a row that has gone leaves its table. */
  if (path != NULL)
    mq_window_go_to (self, path);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);
  MqDraft *draft = mq_document_draft (self->document);
  g_autofree char *path = g_strdup (mq_draft_undo_path (draft));

  if (mq_draft_undo (draft))
    go_back_to (self, path);
  else
    mq_window_toast (self, _("Nothing to undo"));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);
  MqDraft *draft = mq_document_draft (self->document);
  g_autofree char *path = g_strdup (mq_draft_redo_path (draft));

  if (mq_draft_redo (draft))
    go_back_to (self, path);
}

static void
tell_row_removed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwToast *toast = adw_toast_new (_("Row deleted"));

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (MQ_WINDOW (widget)->toasts, toast);
}

/* ---- going about ---- */

static void
on_field_chosen_cb (MqWindow *self, const char *path)
{
  if (!mq_window_go_to (self, path))
    {
      g_autofree char *group = g_strndup (path, strcspn (path, "/"));

      mq_window_show_group (self, group);
    }
}

static void
go_to_field_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);
  GtkWidget *dialog = mq_go_to_new (GTK_WINDOW (self), self->document);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_field_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
go_to_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  mq_preview_ask_page (self->preview);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);

  /* what is found is shown on the pages */
  adw_flap_set_reveal_flap (self->flap, TRUE);
  if (g_str_equal (name, "win.find"))
    mq_find_bar_open (self->find_bar);
  else
    mq_find_bar_step (self->find_bar, g_str_equal (name, "win.find-next") ? 1 : -1);
}

static void
section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);
  const char *group = mq_section_list_beside (self->sections, self->group,
                                              g_str_equal (name, "win.next-section") ? 1 : -1);

  if (group != NULL)
    mq_window_show_group (self, group);
}

static void
show_sections_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_navigate (MQ_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* ---- texts ---- */

static void
mend_typing_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);
  guint n = mq_check_mend (mq_document_draft (self->document), _("Mend Typing"));
  g_autofree char *number = mq_language_number (n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s field was mended", "%s fields were mended", n), number);

  mq_window_toast (self, text);
}

/* ---- looks ---- */

static void
show_preview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
  mq_settings_set_boolean ("show-preview", adw_flap_get_reveal_flap (self->flap));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);

  if (g_str_equal (name, "win.zoom-in"))
    mq_preview_zoom_by (self->preview, 1.2);
  else if (g_str_equal (name, "win.zoom-out"))
    mq_preview_zoom_by (self->preview, 1 / 1.2);
  else
    mq_preview_set_zoom (self->preview, g_str_equal (name, "win.fit-width") ? 0 : 1);
}

static void
show_properties_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (mq_properties_new (GTK_WINDOW (widget), MQ_WINDOW (widget)->document)));
}

void
mq_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.tell-row-removed", NULL, tell_row_removed_action);
  gtk_widget_class_install_action (widget_class, "win.go-to-field", NULL, go_to_field_action);
  gtk_widget_class_install_action (widget_class, "win.go-to-page", NULL, go_to_page_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.mend-typing", NULL, mend_typing_action);
  gtk_widget_class_install_action (widget_class, "win.next-section", NULL, section_action);
  gtk_widget_class_install_action (widget_class, "win.previous-section", NULL, section_action);
  gtk_widget_class_install_action (widget_class, "win.show-sections", NULL, show_sections_action);
  gtk_widget_class_install_action (widget_class, "win.show-properties", NULL, show_properties_action);
  gtk_widget_class_install_action (widget_class, "win.show-preview", NULL, show_preview_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-whole", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.fit-width", NULL, zoom_action);
}

/**
 * mq_window_update_actions:
 *
 * What can be done now, in one place.
 */
void
mq_window_update_actions (MqWindow *self)
{
  MqDraft *draft = mq_document_draft (self->document);
  const char *undo = mq_draft_undo_label (draft), *redo = mq_draft_redo_label (draft);
  /* Translators: what will be taken back */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  gtk_widget_set_tooltip_text (self->undo, undo_text);
  gtk_widget_set_tooltip_text (self->redo, redo_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo), GTK_ACCESSIBLE_PROPERTY_LABEL, undo_text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->redo), GTK_ACCESSIBLE_PROPERTY_LABEL, redo_text, -1);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", self->export == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", self->printing == NULL);
  if (self->group != NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-section",
                                     mq_section_list_beside (self->sections, self->group, 1) != NULL);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-section",
                                     mq_section_list_beside (self->sections, self->group, -1) != NULL);
    }
}
