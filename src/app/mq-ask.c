/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-ask.h"

#include <adwaita.h>

#include "mq-i18n.h"

/* AdwMessageDialog stacks its buttons and warns on libadwaita 1.7; AdwAlertDialog is not in 1.2.  The version fence of
 * the build does not know of the newer one, hence the pragma. */
#if ADW_CHECK_VERSION (1, 5, 0)
#define NEW_DIALOG 1
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#else
#define NEW_DIALOG 0
#endif

typedef struct
{
  GtkWidget *parent;
  MqAnswerFunc func;
  gpointer data;
} Question;

#if NEW_DIALOG
static GtkWidget *
paragraph (const char *text, const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (label), style);

  return GTK_WIDGET (label);
}

/* A heading of its own that does not fit on one line of large letters makes libadwaita 1.7 warn each time it is
 * measured, so it and the text under it are ours. */
static GObject *
new_dialog (const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_box_append (GTK_BOX (box), paragraph (heading, "title-3"));
  if (body != NULL)
    gtk_box_append (GTK_BOX (box), paragraph (body, "body"));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);

  return G_OBJECT (dialog);
}
#endif

static void
on_response_cb (GObject *dialog, const char *answer, Question *question)
{
  if (question->func != NULL)
    question->func (question->parent, answer, question->data);
}

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->parent);
  g_free (question);
}

/**
 * mq_ask:
 * @parent: the window that it is about
 * @heading: the question
 * @body: (nullable): what hangs on it
 * @answers: the buttons, the last one being the one for Enter
 * @n: how many
 * @func: (nullable): gets the answer
 * @data: for @func
 */
void
mq_ask (GtkWidget *parent, const char *heading, const char *body, const MqAnswer *answers, guint n,
        MqAnswerFunc func, gpointer data)
{
  Question *question;
  GObject *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (heading != NULL && answers != NULL && n > 0);

#if NEW_DIALOG
  dialog = new_dialog (heading, body);
#else
  dialog = G_OBJECT (adw_message_dialog_new (GTK_WINDOW (parent), heading, body));
#endif

  for (guint i = 0; i < n; i++)
    {
      AdwResponseAppearance look = answers[i].look == MQ_ANSWER_SUGGESTED ? ADW_RESPONSE_SUGGESTED
                                   : answers[i].look == MQ_ANSWER_DESTRUCTIVE ? ADW_RESPONSE_DESTRUCTIVE
                                                                              : ADW_RESPONSE_DEFAULT;
#if NEW_DIALOG
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), answers[i].id, answers[i].label);
      adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), answers[i].id, look);
#else
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), answers[i].id, look);
#endif
    }

  question = g_new0 (Question, 1);
  question->parent = g_object_ref (parent);
  question->func = func;
  question->data = data;
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), question, question_free, 0);

#if NEW_DIALOG
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), answers[n - 1].id);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
#else
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), answers[n - 1].id);
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

#if NEW_DIALOG
G_GNUC_END_IGNORE_DEPRECATIONS
#endif

/**
 * mq_tell:
 *
 * Says something that cannot be undone by reading it later: why a file was not opened or saved.
 */
void
mq_tell (GtkWidget *parent, const char *heading, const char *body)
{
  const MqAnswer answers[] = { { "cancel", _("Close"), MQ_ANSWER_PLAIN } };

  mq_ask (parent, heading, body, answers, G_N_ELEMENTS (answers), NULL, NULL);
}
