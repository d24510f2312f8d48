/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Questions and messages.  A question's buttons repeat its verb; the answer comes later, as the id of the button, and
 * "cancel" when the question was put away. */

G_BEGIN_DECLS

typedef void (*MqAnswerFunc) (GtkWidget *parent, const char *answer, gpointer data);

typedef enum { MQ_ANSWER_PLAIN, MQ_ANSWER_SUGGESTED, MQ_ANSWER_DESTRUCTIVE } MqAnswerLook;
typedef struct { const char *id, *label; MqAnswerLook look; } MqAnswer;

void mq_ask  (GtkWidget *parent, const char *heading, const char *body, const MqAnswer *answers, guint n,
              MqAnswerFunc func, gpointer data);
void mq_tell (GtkWidget *parent, const char *heading, const char *body);

G_END_DECLS
