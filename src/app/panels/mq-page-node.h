/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mq-flow.h"

/* A page as a render node, in points: its rules as one node that Cairo draws, and a text node for each run of a font,
 * made from the lines that page/ has shaped.  Pages are few on the screen and seldom change: each is made once and kept
 * until its stamp is another one. */

G_BEGIN_DECLS

typedef struct _MqPageNodes MqPageNodes;

MqPageNodes   *mq_page_nodes_new  (MqFlow *flow);
void           mq_page_nodes_free (MqPageNodes *nodes);
GskRenderNode *mq_page_nodes_get  (MqPageNodes *nodes, guint page);     /* (transfer none) (nullable) */
void           mq_page_nodes_trim (MqPageNodes *nodes, guint first, guint last);

G_END_DECLS
