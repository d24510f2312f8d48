/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Two children, labels and an editor: side by side, the editor at the end, where there is room; else one above the
 * other. */

G_BEGIN_DECLS

#define MQ_TYPE_ROW_HEAD (mq_row_head_get_type ())
G_DECLARE_FINAL_TYPE (MqRowHead, mq_row_head, MQ, ROW_HEAD, GtkWidget)

void mq_row_head_set_editor (MqRowHead *self, GtkWidget *editor);

G_END_DECLS
