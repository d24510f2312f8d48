/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-window-private.h"

#include "mq-application.h"
#include "mq-ask.h"
#include "mq-choose.h"
#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-names.h"
#include "mq-settings.h"

#define ENDING "muqtarah"
#define MEDIA_TYPE "application/vnd.muqtarah+xml"
/* how many drafts the menu remembers */
#define N_RECENT 8

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

/* ---- open ---- */

static GFile *
folder_of (MqDocument *document)
{
  GFile *file = mq_document_file (document);

  return file != NULL ? g_file_get_parent (file) : NULL;
}

static void
open_chosen (GtkWidget *widget, GFile *file, gpointer data)
{
  if (file != NULL)
    mq_application_open (MQ_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget))), file, MQ_WINDOW (widget));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) folder = folder_of (MQ_WINDOW (widget)->document);
  const MqChoice choice = { .title = _("Open Draft"), .accept = _("Open"),
                            .files = _("Drafts and Exported PDFs"), .suffixes = { ENDING, "pdf" },
                            .folder = folder };

  mq_choose_file (widget, &choice, open_chosen, NULL);
}

/* Files that are dropped on the window are opened, over a field too, which would take their names for text. */
static gboolean
on_drop_cb (MqWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    open_chosen (GTK_WIDGET (self), l->data, NULL);

  return files != NULL;
}

void
mq_window_take_drops (MqWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * mq_window_tell_origin:
 *
 * Says where the draft came from, if that was a PDF, and whether it is what was exported.
 */
void
mq_window_tell_origin (MqWindow *self)
{
  MqPdfState state;
  const char *origin = mq_document_origin (self->document, &state);
  g_autofree char *name = origin != NULL ? mq_name_isolate (origin) : NULL, *text = NULL;

  if (origin == NULL)
    {
      mq_bar_hide (self->notice);
      return;
    }
  switch (state)
    {
    case MQ_PDF_INTACT:
      text = g_strdup_printf (_("This is the draft in “%s”. The PDF was not changed since it was exported."), name);
      break;
    case MQ_PDF_ALTERED:
      text = g_strdup_printf (_("This is the draft in “%s”, as it was exported. The PDF was changed since, by comments "
                                "for example: they are not in the draft."), name);
      break;
    case MQ_PDF_DRAFT_ALTERED:
    default:
      text = g_strdup_printf (_("The draft in “%s” is not the one that was exported: the file was changed since. "
                                "Compare it with the original before you rely on it."), name);
    }
  mq_bar_tell (self->notice, text, state == MQ_PDF_DRAFT_ALTERED);
}

/* ---- save ---- */

static gboolean
save_to (MqWindow *self, GFile *file)
{
  MqProblem *problem = NULL;
  GFile *to = file != NULL ? file : mq_document_file (self->document);

  if (g_file_peek_path (to) == NULL || !mq_document_save (self->document, file, &problem))
    {
      g_autofree char *name = mq_name_of_file (to), *shown = mq_name_isolate (name);
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
save_chosen (GtkWidget *widget, GFile *file, gpointer data)
{
  MqWindow *self = MQ_WINDOW (widget);
  g_autoptr (GFile) to = NULL;

  if (file == NULL)
    {
      self->closing = FALSE;            /* the question at closing was answered with Save, this one with Cancel */
      return;
    }
  to = mq_name_complete (file, "." ENDING);
  save_and_close (self, to);
}

static void
ask_where_to_save (MqWindow *self)
{
  g_autofree char *name = mq_name_for_draft (self->document);
  g_autoptr (GFile) folder = folder_of (self->document);
  const MqChoice choice = { .title = _("Save Draft"), .accept = _("Save"), .name = name,
                            .files = _("Drafts of Muqtarah"), .suffixes = { ENDING }, .folder = folder };

  mq_choose_file (GTK_WIDGET (self), &choice, save_chosen, NULL);
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
      g_autofree char *name = mq_name_isolate (mq_document_name (self->document));
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
  name = mq_name_isolate (mq_document_name (self->document));
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
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_action);
}
