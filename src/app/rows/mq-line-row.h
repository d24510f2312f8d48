/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* One item of a list: its number, its text, a menu to move and remove it.
 *
 * signals "typed", "split", "join", "remove"; "move" (int by) */

G_BEGIN_DECLS

#define MQ_TYPE_LINE_ROW (mq_line_row_get_type ())
G_DECLARE_FINAL_TYPE (MqLineRow, mq_line_row, MQ, LINE_ROW, GtkWidget)

GtkWidget *mq_line_row_new       (const char *text);
void       mq_line_row_set_text  (MqLineRow *self, const char *text);
char      *mq_line_row_dup_text  (MqLineRow *self);
char      *mq_line_row_dup_part  (MqLineRow *self, gboolean after_cursor);
void       mq_line_row_append    (MqLineRow *self, const char *text);
void       mq_line_row_set_place (MqLineRow *self, const char *label, guint index, guint n);
void       mq_line_row_set_read_only (MqLineRow *self, gboolean read_only);
void       mq_line_row_focus     (MqLineRow *self, gboolean at_end);

G_END_DECLS
