/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-export-dialog.h"

#include "mq-copy-group.h"

struct _MqExportDialog
{
  AdwWindow parent_instance;

  MqCopyGroup *group;
  GtkWidget *accept;
};

G_DEFINE_FINAL_TYPE (MqExportDialog, mq_export_dialog, ADW_TYPE_WINDOW)

static guint chosen_signal;

static void
on_accept_cb (MqExportDialog *self)
{
  guint copy = mq_copy_group_take (self->group);

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, chosen_signal, 0, copy);
  g_object_unref (self);
}

static void
mq_export_dialog_class_init (MqExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  chosen_signal = g_signal_new ("chosen", MQ_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (MQ_TYPE_COPY_GROUP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MqExportDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MqExportDialog, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_cb);
}

static void
mq_export_dialog_init (MqExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), self->accept);
}

/**
 * mq_export_dialog_new:
 * @parent: the window that it is for
 *
 * Returns: (transfer none): the question, not shown yet
 */
GtkWidget *
mq_export_dialog_new (GtkWindow *parent)
{
  return g_object_new (MQ_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
}
