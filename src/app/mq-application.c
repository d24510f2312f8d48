/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-application.h"

#include <glib-unix.h>
#include <sys/stat.h>

#include "mq-ask.h"
#include "mq-extract.h"
#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-preferences.h"
#include "mq-settings.h"

#define STANDARD_KIND "standard"

struct _MqApplication
{
  AdwApplication parent_instance;

  guint on_terminate;
};

G_DEFINE_FINAL_TYPE (MqApplication, mq_application, ADW_TYPE_APPLICATION)

/* On an Arabic layout the key of S sends Arabic_seen: every shortcut of a letter is bound for both. */
static const struct { const char *action; const char *keys[5]; } shortcuts[] = {
  { "app.new", { "<Control>n", "<Control>Arabic_alefmaksura" } },
  { "app.quit", { "<Control>q", "<Control>Arabic_dad" } },
  { "app.preferences", { "<Control>comma", "<Control>Arabic_waw" } },
  { "win.open", { "<Control>o", "<Control>Arabic_khah" } },
  { "win.save", { "<Control>s", "<Control>Arabic_seen" } },
  { "win.save-as", { "<Control><Shift>s", "<Control><Shift>Arabic_seen" } },
  { "win.export", { "<Control>e", "<Control>Arabic_theh" } },
  { "win.print", { "<Control>p", "<Control>Arabic_hah" } },
  { "win.close", { "<Control>w", "<Control>Arabic_sad" } },
  { "win.undo", { "<Control>z", "<Control>Arabic_hamzaonyeh" } },
  { "win.redo", { "<Control><Shift>z", "<Control><Shift>Arabic_hamzaonyeh", "<Control>y", "<Control>Arabic_ghain" } },
  { "win.find", { "<Control>f", "<Control>Arabic_beh" } },
  { "win.find-next", { "F3" } },
  { "win.find-previous", { "<Shift>F3" } },
  { "win.go-to-field", { "<Control>g", "<Control>Arabic_lam" } },
  { "win.go-to-page", { "<Control>l", "<Control>Arabic_meem" } },
  { "win.show-properties", { "<Alt>Return" } },
  { "win.show-preview", { "F9" } },
  { "win.next-section", { "<Control>Page_Down" } },
  { "win.previous-section", { "<Control>Page_Up" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-whole", { "<Control>1", "<Control>KP_1" } },
  { "win.fit-width", { "<Control>0", "<Control>KP_0" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
};

/* ---- windows ---- */

static MqWindow *
add_window (MqApplication *self, MqDocument *document)
{
  MqWindow *window = mq_window_new (GTK_APPLICATION (self), document);

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static MqWindow *
add_new_draft (MqApplication *self)
{
  MqProblem *problem = NULL;
  g_autoptr (MqDocument) document = mq_document_new (STANDARD_KIND, &problem);

  if (document == NULL)
    {
      g_autofree char *message = mq_problem_message (problem);

      g_printerr ("%s\n", message);
      mq_problem_free (problem);
      return NULL;
    }

  return add_window (self, document);
}

/* also by way of a link */
static gboolean
same_file (GFile *a, GFile *b)
{
  struct stat stat_a, stat_b;

  if (a == NULL || b == NULL)
    return FALSE;
  if (g_file_equal (a, b))
    return TRUE;
  return g_file_peek_path (a) != NULL && g_file_peek_path (b) != NULL
         && stat (g_file_peek_path (a), &stat_a) == 0 && stat (g_file_peek_path (b), &stat_b) == 0
         && stat_a.st_dev == stat_b.st_dev && stat_a.st_ino == stat_b.st_ino;
}

static MqWindow *
window_of (MqApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (MQ_IS_WINDOW (l->data) && same_file (mq_document_file (mq_window_document (l->data)), file))
      return l->data;

  return NULL;
}

/* Shows what was opened, or tells why it was not: in @beside, if that is still there. */
static void
show_opened (MqApplication *self, MqDocument *document, MqProblem *problem, MqWindow *beside)
{
  if (document == NULL)
    {
      g_autofree char *message = mq_problem_message (problem);

      g_printerr ("%s\n", message);
      mq_problem_free (problem);
      if (beside == NULL)
        beside = add_new_draft (self);
      if (beside != NULL)
        mq_tell (GTK_WIDGET (beside), _("The draft was not opened"), message);
      return;
    }

  if (beside != NULL && mq_window_is_untouched (beside))
    mq_window_set_document (beside, document);
  else
    add_window (self, document);
}

typedef struct
{
  MqApplication *application;
  MqWindow *beside;
} Opening;

static void
on_extracted_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  MqProblem *problem = NULL;
  g_autoptr (MqDocument) document = mq_extract_finish (G_FILE (object), result, &problem);
  /* it may have been closed meanwhile */
  gboolean there = opening->beside != NULL && mq_window_document (opening->beside) != NULL;

  if (there)
    gtk_widget_set_cursor (GTK_WIDGET (opening->beside), NULL);
  show_opened (opening->application, document, problem, there ? opening->beside : NULL);
  g_application_release (G_APPLICATION (opening->application));
  g_clear_object (&opening->beside);
  g_object_unref (opening->application);
  g_free (opening);
}

/* The program stays while it reads, window or not. */
static void
open_pdf (MqApplication *self, GFile *file, MqWindow *beside)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->application = g_object_ref (self);
  if (beside != NULL)
    {
      opening->beside = g_object_ref (beside);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (beside), "progress");
    }
  g_application_hold (G_APPLICATION (self));
  mq_extract_async (file, on_extracted_cb, opening);
}

/**
 * mq_application_open:
 * @file: a draft, or a PDF that was exported from one
 * @beside: (nullable): the window that the user is in
 *
 * Shows the window of @file, or opens it: in @beside, if that holds a new draft that was not touched, else in a window
 * of its own.  What cannot be opened is told.  A PDF is opened a little later, as the draft in it.
 */
void
mq_application_open (MqApplication *self, GFile *file, MqWindow *beside)
{
  MqWindow *window;
  g_autoptr (MqDocument) document = NULL;
  MqProblem *problem = NULL;

  g_return_if_fail (MQ_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = window_of (self, file);
  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else if (mq_extract_is_pdf (file))
    open_pdf (self, file, beside);
  else
    {
      document = mq_document_open (file, &problem);
      show_opened (self, document, problem, beside);
    }
}

/* ---- actions ---- */

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  add_new_draft (data);
}

static void
open_file_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  GtkWindow *active = gtk_application_get_active_window (data);

  mq_application_open (data, file, MQ_IS_WINDOW (active) ? MQ_WINDOW (active) : NULL);
}

/* Each window asks for itself; the program ends with the last. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (mq_preferences_new (gtk_application_get_active_window (data))));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  /* GTK's, not libadwaita's, which has no Arabic catalogue. */
  gtk_show_about_dialog (gtk_application_get_active_window (data),
                         "program-name", _("Muqtarah"),
                         "logo-icon-name", MQ_APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "comments", _("An editor for the proposal to found an Egyptian–Iraqi company"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = new_action },
  { .name = "open-file", .activate = open_file_action, .parameter_type = "s" },
  { .name = "quit", .activate = quit_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "about", .activate = about_action },
};

/* ---- type ---- */

static gboolean
on_terminate_cb (gpointer data)
{
  MqApplication *self = data;
  GList *windows;

  self->on_terminate = 0;
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (windows->data);
  g_application_quit (G_APPLICATION (self));

  return G_SOURCE_REMOVE;
}

static void
mq_application_startup (GApplication *application)
{
  MqApplication *self = MQ_APPLICATION (application);
  g_autofree char *colours = mq_settings_dup_string ("colours", "system");

  G_APPLICATION_CLASS (mq_application_parent_class)->startup (application);

  mq_language_direct ();
  mq_preferences_apply_colours (colours);
  gtk_window_set_default_icon_name (MQ_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, shortcuts[i].keys);
  self->on_terminate = g_unix_signal_add (SIGTERM, on_terminate_cb, self);
}

static void
mq_application_shutdown (GApplication *application)
{
  g_clear_handle_id (&MQ_APPLICATION (application)->on_terminate, g_source_remove);

  G_APPLICATION_CLASS (mq_application_parent_class)->shutdown (application);
}

static void
mq_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    add_new_draft (MQ_APPLICATION (application));
}

static void
mq_application_open_files (GApplication *application, GFile **files, int n, const char *hint)
{
  for (int i = 0; i < n; i++)
    {
      GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

      mq_application_open (MQ_APPLICATION (application), files[i], MQ_IS_WINDOW (active) ? MQ_WINDOW (active) : NULL);
    }
}

static void
mq_application_class_init (MqApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = mq_application_startup;
  application_class->shutdown = mq_application_shutdown;
  application_class->activate = mq_application_activate;
  application_class->open = mq_application_open_files;
}

static void
mq_application_init (MqApplication *self)
{
}

MqApplication *
mq_application_new (void)
{
  return g_object_new (MQ_TYPE_APPLICATION,
                       "application-id", MQ_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/muqtarah/Muqtarah",
                       NULL);
}
