/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-window-private.h"

#include "mq-application.h"
#include "mq-ask.h"
#include "mq-export.h"
#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-settings.h"

#define SUFFIX ".muqtarah"
#define MEDIA_TYPE "application/vnd.muqtarah+xml"
/* how many drafts the menu remembers */
#define N_RECENT 8

static char *
shown_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_utf8_make_valid (name, -1);
}

static char *
isolated (const char *name)
{
  return g_strdup_printf ("\u2068%s\u2069", name);
}

/* ---- recent drafts ---- */

void
mq_window_fill_recent (MqWindow *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  g_menu_remove_all (self->recent);
  for (GList *l = items; l != NULL && n < N_RECENT; l = l->next)
    {
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *label = NULL;

      if (!gtk_recent_info_has_application (l->data, MQ_APPLICATION_ID) || !gtk_recent_info_exists (l->data))
        continue;
      label = g_strdup (gtk_recent_info_get_display_name (l->data));
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "app.open-file", "s", gtk_recent_info_get_uri (l->data));
      g_menu_append_item (self->recent, item);
      n++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

void
mq_window_remember (MqWindow *self)
{
  g_autofree char *uri = g_file_get_uri (mq_document_file (self->document));
  char *groups[] = { NULL };
  GtkRecentData data = { .mime_type = (char *) MEDIA_TYPE, .app_name = (char *) MQ_APPLICATION_ID,
                         .app_exec = (char *) "muqtarah %f", .groups = groups };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* ---- choosing files ---- */

typedef void (*ChosenFunc) (MqWindow *self, GFile *file);

static void
on_chooser_response_cb (GtkNativeDialog *dialog, int response, MqWindow *self)
{
  ChosenFunc chosen = (ChosenFunc) (gpointer) g_object_get_data (G_OBJECT (dialog), "chosen");
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file != NULL)
    chosen (self, file);
  else
    self->closing = FALSE;              /* the question at closing was answered with Save, this one with Cancel */
}

static void
choose (MqWindow *self, const char *title, const char *accept, const char *name, const char *filter_name,
        const char *suffix, ChosenFunc chosen)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (self),
                                                              name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE
                                                                           : GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              accept, _("Cancel"));
  GFile *file = mq_document_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, filter_name);
  gtk_file_filter_add_suffix (filter, suffix + 1);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data (G_OBJECT (dialog), "chosen", (gpointer) chosen);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chooser_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* A name without an ending gets the right one, though not over a file that the chooser has not asked about. */
static GFile *
with_suffix (GFile *file, const char *suffix)
{
  g_autofree char *path = g_file_get_path (file), *name = g_file_get_basename (file);
  g_autofree char *longer = NULL;

  if (path == NULL || strchr (name, '.') != NULL)
    return g_object_ref (file);
  longer = g_strconcat (path, suffix, NULL);
  return g_file_test (longer, G_FILE_TEST_EXISTS) ? g_object_ref (file) : g_file_new_for_path (longer);
}

/* ---- open ---- */

static void
open_chosen (MqWindow *self, GFile *file)
{
  mq_application_open (MQ_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file, self);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (MQ_WINDOW (widget), _("Open Draft"), _("Open"), NULL, _("Drafts of Muqtarah"), SUFFIX, open_chosen);
}

/* ---- save ---- */

static gboolean
save_to (MqWindow *self, GFile *file)
{
  MqProblem *problem = NULL;
  GFile *to = file != NULL ? file : mq_document_file (self->document);

  if (g_file_peek_path (to) == NULL || !mq_document_save (self->document, file, &problem))
    {
      g_autofree char *name = shown_name (to), *shown = isolated (name);
      g_autofree char *heading = g_strdup_printf (_("Could not save “%s”"), shown);
      g_autofree char *reason = problem != NULL ? mq_problem_sentence (problem)
                                                : g_strdup (_("The folder is not on this machine."));
      g_autofree char *body = g_strconcat (reason, "\n", _("Nothing was lost: the text is still in the window."), NULL);

      mq_tell (GTK_WIDGET (self), heading, body);
      g_clear_pointer (&problem, mq_problem_free);
      return FALSE;
    }

  mq_window_remember (self);
  mq_window_toast (self, _("Draft saved"));

  return TRUE;
}

/* Saves, then closes the window, if that was asked for: the last thing that is done with it. */
static void
save_and_close (MqWindow *self, GFile *file)
{
  gboolean closing = self->closing;

  self->closing = FALSE;
  if (save_to (self, file) && closing)
    gtk_window_close (GTK_WINDOW (self));
}

static void
save_chosen (MqWindow *self, GFile *file)
{
  g_autoptr (GFile) to = with_suffix (file, SUFFIX);

  save_and_close (self, to);
}

static void
ask_where_to_save (MqWindow *self)
{
  g_autofree char *name = g_strdup (mq_document_name (self->document));

  if (mq_document_file (self->document) == NULL)
    {
      g_free (name);
      name = mq_document_export_name (self->document);
      g_strlcpy (strrchr (name, '.'), "", 1);
    }
  if (!g_str_has_suffix (name, SUFFIX))
    {
      char *longer = g_strconcat (name, SUFFIX, NULL);

      g_free (name);
      name = longer;
    }
  choose (self, _("Save Draft"), _("Save"), name, _("Drafts of Muqtarah"), SUFFIX, save_chosen);
}

static void
on_changed_answer_cb (GtkWidget *parent, const char *answer, gpointer data)
{
  MqWindow *self = MQ_WINDOW (parent);

  if (g_str_equal (answer, "replace"))
    save_and_close (self, NULL);
  else if (g_str_equal (answer, "save-as"))
    ask_where_to_save (self);
  else
    self->closing = FALSE;
}

/* What somebody else has saved meanwhile is not written over unasked. */
static void
save (MqWindow *self)
{
  const MqAnswer answers[] = {
    { "cancel", _("Cancel"), MQ_ANSWER_PLAIN },
    { "replace", _("Replace"), MQ_ANSWER_DESTRUCTIVE },
    { "save-as", _("Save As…"), MQ_ANSWER_SUGGESTED },
  };

  if (mq_document_file (self->document) == NULL)
    ask_where_to_save (self);
  else if (mq_document_changed_on_disk (self->document))
    {
      g_autofree char *name = isolated (mq_document_name (self->document));
      g_autofree char *heading = g_strdup_printf (_("“%s” changed on disk"), name);

      mq_ask (GTK_WIDGET (self), heading, _("It was saved elsewhere since it was opened here."), answers,
              G_N_ELEMENTS (answers), on_changed_answer_cb, NULL);
    }
  else
    save_and_close (self, NULL);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (MQ_WINDOW (widget));
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_where_to_save (MQ_WINDOW (widget));
}

/* ---- export ---- */

static void
on_exported_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (MqWindow) self = data;
  g_autofree char *file = g_strdup (g_object_get_data (object, "export-name")), *shown = isolated (file);
  MqProblem *problem = NULL;

  self->exporting = FALSE;
  if (mq_export_finish (MQ_DOCUMENT (object), result, &problem))
    {
      g_autofree char *text = g_strdup_printf (_("Exported to “%s”"), shown);

      mq_window_toast (self, text);
    }
  else
    {
      g_autofree char *heading = g_strdup_printf (_("Could not export “%s”"), shown);
      g_autofree char *body = mq_problem_sentence (problem);

      mq_tell (GTK_WIDGET (self), heading, body);
      mq_problem_free (problem);
    }
  if (self->document != NULL)
    mq_window_update_actions (self);
}

static void
export_chosen (MqWindow *self, GFile *file)
{
  g_autoptr (GFile) to = with_suffix (file, ".pdf");

  if (g_file_peek_path (to) == NULL)
    return;
  self->exporting = TRUE;
  mq_window_update_actions (self);
  g_object_set_data_full (G_OBJECT (self->document), "export-name", shown_name (to), g_free);
  mq_export_async (self->document, to, on_exported_cb, g_object_ref (self));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);
  g_autofree char *proposed = mq_document_export_name (self->document);

  choose (self, _("Export as PDF"), _("Export"), proposed, _("PDF documents"), ".pdf", export_chosen);
}

/* ---- close ---- */

static void
on_close_answer_cb (GtkWidget *parent, const char *answer, gpointer data)
{
  MqWindow *self = MQ_WINDOW (parent);

  if (g_str_equal (answer, "discard"))
    {
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_str_equal (answer, "save"))
    {
      self->closing = TRUE;
      save (self);
    }
}

/**
 * mq_window_may_close:
 *
 * Returns: whether nothing would be lost; if something would, the user is asked, and the window closes later
 */
gboolean
mq_window_may_close (MqWindow *self)
{
  const MqAnswer answers[] = {
    { "cancel", _("Cancel"), MQ_ANSWER_PLAIN },
    { "discard", _("Close Without Saving"), MQ_ANSWER_DESTRUCTIVE },
    { "save", _("Save"), MQ_ANSWER_SUGGESTED },
  };
  g_autoptr (GDateTime) since = NULL;
  g_autofree char *name = NULL, *heading = NULL, *clock = NULL, *time = NULL, *body = NULL;

  if (!mq_document_modified (self->document))
    return TRUE;

  since = g_date_time_new_from_unix_local (mq_document_modified_since (self->document));
  clock = g_date_time_format (since, "\u2068%H:%M\u2069");
  time = mq_language_shape (clock);
  name = isolated (mq_document_name (self->document));
  heading = g_strdup_printf (_("Save changes to “%s”?"), name);
  /* Translators: the time of the first change */
  body = g_strdup_printf (_("Changes since %s will be lost without saving."), time);
  mq_ask (GTK_WIDGET (self), heading, body, answers, G_N_ELEMENTS (answers), on_close_answer_cb, NULL);

  return FALSE;
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

void
mq_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_action);
}
