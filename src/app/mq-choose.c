/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-choose.h"

#include "mq-i18n.h"

typedef struct
{
  GtkWidget *parent;
  MqChosenFunc chosen;
  gpointer data;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->parent);
  g_free (question);
}

static void
on_response_cb (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr (GtkWidget) parent = g_object_ref (question->parent);
  MqChosenFunc chosen = question->chosen;
  gpointer data = question->data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  chosen (parent, file, data);
}

/**
 * mq_choose_file:
 * @parent: the window that asks
 * @choice: what is asked
 * @chosen: gets the answer, once
 * @data: for @chosen
 */
void
mq_choose_file (GtkWidget *parent, const MqChoice *choice, MqChosenFunc chosen, gpointer data)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = NULL;
  Question *question;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (choice != NULL && chosen != NULL);

  dialog = gtk_file_chooser_native_new (choice->title, GTK_WINDOW (parent),
                                        choice->name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE
                                                             : GTK_FILE_CHOOSER_ACTION_OPEN,
                                        choice->accept, _("Cancel"));
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, choice->files);
  for (guint i = 0; i < G_N_ELEMENTS (choice->suffixes) && choice->suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, choice->suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (choice->folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), choice->folder, NULL);
  if (choice->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), choice->name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);

  question = g_new0 (Question, 1);
  question->parent = g_object_ref (parent);
  question->chosen = chosen;
  question->data = data;
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), question, question_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
