/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-preview.h"

/* Finding words in the draft: a bar over the preview, which marks every place that was found.  It hides by itself when it
 * is closed, and finds anew after each change of the draft. */

G_BEGIN_DECLS

#define MQ_TYPE_FIND_BAR (mq_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (MqFindBar, mq_find_bar, MQ, FIND_BAR, GtkWidget)

void mq_find_bar_bind (MqFindBar *self, MqDocument *document, MqPreview *preview);
void mq_find_bar_open (MqFindBar *self);
void mq_find_bar_step (MqFindBar *self, int by);            /* to the next place that was found, or back */

G_END_DECLS
