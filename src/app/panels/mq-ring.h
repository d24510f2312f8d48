/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* How complete a section is: a ring that fills, and a check when nothing is missing. */

G_BEGIN_DECLS

#define MQ_TYPE_RING (mq_ring_get_type ())
G_DECLARE_FINAL_TYPE (MqRing, mq_ring, MQ, RING, GtkWidget)

GtkWidget *mq_ring_new (void);
void       mq_ring_set (MqRing *self, guint filled, guint needed);

G_END_DECLS
