/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* A text view for one paragraph: it grows with its text, and Enter does not break it.
 *
 * A paragraph that begins with a Latin word would be set from left to right; a mark of direction before it, which is in
 * the view only and in no draft, keeps it as its neighbours are.
 *
 * signal "typed": the user changed the text
 * signals "split", "join": Enter; Backspace at the start.  For lists of paragraphs. */

G_BEGIN_DECLS

#define MQ_TYPE_PARA_VIEW (mq_para_view_get_type ())
G_DECLARE_FINAL_TYPE (MqParaView, mq_para_view, MQ, PARA_VIEW, GtkTextView)

GtkWidget *mq_para_view_new      (void);
void       mq_para_view_set_text (MqParaView *self, const char *text);
char      *mq_para_view_dup_text (MqParaView *self);
char      *mq_para_view_dup_part (MqParaView *self, gboolean after_cursor);
/* what a child stands for is for its owner to say: filling the buffer goes in between these two */
void       mq_para_view_begin    (MqParaView *self);
void       mq_para_view_end      (MqParaView *self);

G_END_DECLS
