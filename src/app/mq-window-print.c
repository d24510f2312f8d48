/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-window-private.h"

#include "mq-ask.h"
#include "mq-i18n.h"
#include "mq-names.h"
#include "mq-print.h"

/* A printer that writes files is one too. */
static void
tell_printed (MqWindow *self, GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *uri = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *name = file != NULL ? mq_name_of_file (file) : NULL;
  g_autofree char *shown = name != NULL ? mq_name_isolate (name) : NULL;
  g_autofree char *text = shown != NULL ? g_strdup_printf (_("Printed to “%s”"), shown) : NULL;

  if (text == NULL)
    mq_window_toast (self, _("Sent to the printer"));
  else if (g_str_has_suffix (name, ".pdf"))
    mq_window_tell_written (self, text, file);
  else
    mq_window_toast (self, text);
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, MqWindow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean closing = self->closing_later;

  if (result == GTK_PRINT_OPERATION_RESULT_IN_PROGRESS)
    return;
  self->closing_later = FALSE;
  g_clear_object (&self->printing);
  if (self->document == NULL)                   /* the window was destroyed meanwhile */
    return;
  mq_window_update_actions (self);

  switch (result)
    {
    case GTK_PRINT_OPERATION_RESULT_ERROR:
      gtk_print_operation_get_error (operation, &error);
      mq_tell (GTK_WIDGET (self), _("The draft was not printed"),
               error != NULL ? error->message : _("The reason is not known."));
      break;
    case GTK_PRINT_OPERATION_RESULT_APPLY:
      mq_print_remember (operation);
      tell_printed (self, operation);
      if (closing)
        gtk_window_close (GTK_WINDOW (self));
      break;
    case GTK_PRINT_OPERATION_RESULT_CANCEL:
    case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
    default:
      break;
    }
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqWindow *self = MQ_WINDOW (widget);
  g_autoptr (GtkPrintOperation) operation = mq_print_new (self->document, MQ_COPY_CLEAN);

  g_set_object (&self->printing, operation);
  mq_window_update_actions (self);
  gtk_print_operation_set_current_page (operation, (int) mq_preview_page (self->preview));
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* what does not go well is told by "done" too */
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

void
mq_window_install_print_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
}
