/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-node.h"

/* Numbers of articles and parts: only what prints is counted, articles through the whole document. */

G_BEGIN_DECLS

typedef struct {
  GHashTable *articles;         /* id → number, 0 for an article that prints without one */
  GHashTable *parts;            /* id → number, 0 for a part that prints without one */
} MqNumbering;

typedef gboolean (*MqPrintsFunc) (const MqNode *node, gpointer data);

void     mq_numbering_init    (MqNumbering *numbering);
void     mq_numbering_clear   (MqNumbering *numbering);
void     mq_numbering_count   (MqNumbering *numbering, const MqNode *body, MqPrintsFunc prints,
                               gpointer data);
gboolean mq_numbering_article (const MqNumbering *numbering, const char *id, guint *number);
gboolean mq_numbering_part    (const MqNumbering *numbering, const char *id, guint *number);

G_END_DECLS
