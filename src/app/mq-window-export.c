/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-window-private.h"

#include "mq-ask.h"
#include "mq-choose.h"
#include "mq-export-dialog.h"
#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-names.h"
#include "mq-open-pdf.h"
#include "mq-settings.h"

/* Milliseconds: a short export ends before its bar would come; how often the bar is set anew after that. */
#define PATIENCE 300
#define TICK 100
/* Seconds: long enough to reach for the button. */
#define TOAST_SECONDS 8

#define FOLDER "export-folder"

/* ---- how far it is ---- */

static gboolean
on_tick_cb (gpointer data)
{
  MqWindow *self = data;
  guint n_pages, page = mq_export_page (self->export, &n_pages);
  g_autofree char *now = mq_language_number (MIN (page + 1, n_pages)), *all = mq_language_number (n_pages);
  g_autofree char *text = NULL;

  if (n_pages == 0)
    text = g_strdup (_("Laying out the pages…"));
  else
    /* Translators: the page that is being exported, and how many there are */
    text = g_strdup_printf (_("Exporting: page %s of %s"), now, all);
  mq_bar_work (self->work, text, n_pages > 0 ? (double) page / n_pages : 0, _("Cancel"), "win.cancel-export");

  g_source_remove (self->export_tick);
  self->export_tick = g_timeout_add (TICK, on_tick_cb, self);

  return G_SOURCE_REMOVE;
}

/* ---- afterwards ---- */

/**
 * mq_window_tell_written:
 * @text: a sentence about it, translated
 * @file: a PDF
 *
 * Says that it is there, with a button that opens it.
 */
void
mq_window_tell_written (MqWindow *self, const char *text, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file), *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("Open"));
  adw_toast_set_action_name (toast, "win.open-pdf");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_place_answer_cb (GtkWidget *parent, const char *answer, gpointer data)
{
  g_autofree char *path = data;

  if (g_str_equal (answer, "show") && MQ_WINDOW (parent)->document != NULL)
    mq_window_go_to (MQ_WINDOW (parent), path);
}

/* @path: (nullable): the field that it lies at */
static void
tell_not_exported (MqWindow *self, GFile *file, const char *reason, const char *path)
{
  const MqAnswer answers[] = {
    { "cancel", _("Close"), MQ_ANSWER_PLAIN },
    { "show", _("Show the Field"), MQ_ANSWER_SUGGESTED },
  };
  g_autofree char *name = mq_name_of_file (file), *shown = mq_name_isolate (name);
  g_autofree char *heading = g_strdup_printf (_("Could not export “%s”"), shown);

  self->closing_later = FALSE;
  if (path == NULL || mq_kind_field (mq_document_kind (self->document), path) == NULL)
    mq_tell (GTK_WIDGET (self), heading, reason);
  else
    mq_ask (GTK_WIDGET (self), heading, reason, answers, G_N_ELEMENTS (answers), on_place_answer_cb, g_strdup (path));
}

static void
on_exported_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  MqExport *export = MQ_EXPORT (object);
  g_autoptr (MqWindow) self = data;
  MqProblem *problem = NULL;

  g_clear_handle_id (&self->export_tick, g_source_remove);
  g_clear_object (&self->export);
  if (self->document == NULL)                   /* the window was destroyed meanwhile */
    {
      mq_export_finish (export, result, NULL);
      return;
    }
  mq_bar_hide (self->work);
  mq_window_update_actions (self);

  if (mq_export_finish (export, result, &problem))
    {
      g_autofree char *name = mq_name_of_file (mq_export_file (export)), *shown = mq_name_isolate (name);
      g_autofree char *text = g_strdup_printf (_("Exported to “%s”"), shown);

      mq_window_tell_written (self, text, mq_export_file (export));
    }
  else if (problem == NULL)
    mq_window_toast (self, _("The export was cancelled"));
  else
    {
      g_autofree char *reason = mq_problem_sentence (problem);

      tell_not_exported (self, mq_export_file (export), reason, problem->path);
      mq_problem_free (problem);
    }
  if (self->closing_later)
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- before ---- */

static void
export_chosen (GtkWidget *widget, GFile *file, gpointer data)
{
  MqWindow *self = MQ_WINDOW (widget);
  g_autoptr (GFile) to = NULL, folder = NULL;
  g_autofree char *uri = NULL;

  if (file == NULL || self->document == NULL || self->export != NULL)
    return;
  to = mq_name_complete (file, ".pdf");
  if (g_file_peek_path (to) == NULL)
    {
      tell_not_exported (self, to, _("The folder is not on this machine."), NULL);
      return;
    }
  folder = g_file_get_parent (to);
  uri = folder != NULL ? g_file_get_uri (folder) : g_strdup ("");
  mq_settings_set_string (FOLDER, uri);

  self->export = mq_export_new (self->document, to, GPOINTER_TO_UINT (data));
  self->export_tick = g_timeout_add (PATIENCE, on_tick_cb, self);
  mq_window_update_actions (self);
  mq_export_run (self->export, on_exported_cb, g_object_ref (self));
}

/* Where the last PDF went, while that is there, else where the draft is. */
static GFile *
folder_to_begin (MqWindow *self)
{
  g_autofree char *uri = mq_settings_dup_string (FOLDER, "");
  g_autoptr (GFile) last = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  GFile *file = mq_document_file (self->document);

  if (last != NULL && g_file_query_exists (last, NULL))
    return g_steal_pointer (&last);
  return file != NULL ? g_file_get_parent (file) : NULL;
}

static void
on_copy_chosen_cb (MqWindow *self, guint copy)
{
  g_autofree char *name = mq_name_for_export (self->document, copy);
  g_autoptr (GFile) folder = folder_to_begin (self);
  const MqChoice choice = { .title = _("Export as PDF"), .accept = _("Export"), .name = name,
                            .files = _("PDF documents"), .suffixes = { "pdf" }, .folder = folder };

  mq_choose_file (GTK_WIDGET (self), &choice, export_chosen, GUINT_TO_POINTER (copy));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog = mq_export_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_copy_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
cancel_export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);

  if (self->export == NULL)
    return;
  mq_export_cancel (self->export);
  g_clear_handle_id (&self->export_tick, g_source_remove);
  mq_bar_hide (self->work);
}

static void
open_pdf_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  mq_open_pdf (widget, file);
}

void
mq_window_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-export", NULL, cancel_export_action);
  gtk_widget_class_install_action (widget_class, "win.open-pdf", "s", open_pdf_action);
}
