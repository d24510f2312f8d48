/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* A line that comes and goes at an edge of the window: something to know about the document, or how far a long
 * work is.  Nothing else waits for it. */

G_BEGIN_DECLS

#define MQ_TYPE_BAR (mq_bar_get_type ())
G_DECLARE_FINAL_TYPE (MqBar, mq_bar, MQ, BAR, GtkWidget)

void mq_bar_tell (MqBar *self, const char *text, gboolean warning);
void mq_bar_work (MqBar *self, const char *text, double done, const char *label, const char *action);
void mq_bar_hide (MqBar *self);

G_END_DECLS
