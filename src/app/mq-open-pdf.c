/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-open-pdf.h"

#include "mq-ask.h"
#include "mq-i18n.h"
#include "mq-names.h"

static void
tell (GtkWidget *parent, GFile *file, const char *reason)
{
  g_autofree char *name = mq_name_of_file (file), *shown = mq_name_isolate (name);
  g_autofree char *heading = g_strdup_printf (_("Could not show “%s”"), shown);
  g_autofree char *path = g_file_get_parse_name (file), *place = mq_name_isolate (path);
  /* Translators: the path of the file */
  g_autofree char *where = g_strdup_printf (_("The file is here: %s"), place);
  g_autofree char *body = g_strconcat (reason, "\n", where, NULL);

  mq_tell (parent, heading, body);
}

static void
on_launched_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) parent = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_uris_finish (G_APP_INFO (object), result, &error))
    {
      g_autofree char *reason = g_strdup_printf (_("Its reader did not start: %s."), error->message);

      tell (parent, g_object_get_data (object, "file"), reason);
    }
}

/**
 * mq_open_pdf:
 * @parent: the window that it is asked in; what does not go well is told there
 * @file: a PDF
 */
void
mq_open_pdf (GtkWidget *parent, GFile *file)
{
  g_autoptr (GAppInfo) reader = NULL;
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GList) uris = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_FILE (file));

  if (!g_file_query_exists (file, NULL))
    {
      tell (parent, file, _("The file does not exist."));
      return;
    }
  reader = g_app_info_get_default_for_type ("application/pdf", FALSE);
  if (reader == NULL)
    {
      tell (parent, file, _("There is no program on this machine that shows PDF files."));
      return;
    }

  context = gdk_display_get_app_launch_context (gtk_widget_get_display (parent));
  uri = g_file_get_uri (file);
  uris = g_list_append (NULL, uri);
  g_object_set_data_full (G_OBJECT (reader), "file", g_object_ref (file), g_object_unref);
  g_app_info_launch_uris_async (reader, uris, G_APP_LAUNCH_CONTEXT (context), NULL, on_launched_cb,
                                g_object_ref (parent));
}
