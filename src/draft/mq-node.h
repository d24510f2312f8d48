/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What is printed, read-only: the elements of the body and of inline content, as layers above draft/ see them.
 *
 * A node belongs to its draft (or kind) and is good until the next change of it: use it, never keep it. */

G_BEGIN_DECLS

typedef struct _MqNode MqNode;

typedef enum {
  MQ_NODE_TEXT,
  /* wording and body */
  MQ_NODE_BODY, MQ_NODE_PART, MQ_NODE_ARTICLE, MQ_NODE_HEADING,
  MQ_NODE_PARA, MQ_NODE_LIST, MQ_NODE_ITEM, MQ_NODE_TABLE, MQ_NODE_ITEMS, MQ_NODE_PARAS, MQ_NODE_DEFINITIONS,
  MQ_NODE_SIGNATURES,
  /* inline */
  MQ_NODE_VALUE, MQ_NODE_VARIANT, MQ_NODE_NUMBER, MQ_NODE_PHRASE, MQ_NODE_OPTIONAL, MQ_NODE_REF, MQ_NODE_TERM,
  /* anything else: kept, not printed */
  MQ_NODE_OTHER,
} MqNodeType;

MqNodeType    mq_node_type       (const MqNode *node);
const MqNode *mq_node_first      (const MqNode *node);      /* first child that is an element or text */
const MqNode *mq_node_next       (const MqNode *node);
const MqNode *mq_node_parent     (const MqNode *node);
const char   *mq_node_id         (const MqNode *node);      /* xml:id, or NULL */
const char   *mq_node_attribute  (const MqNode *node, const char *name);   /* NULL: absent */
const char   *mq_node_text       (const MqNode *node);      /* of a text node */
const MqNode *mq_node_child      (const MqNode *node, MqNodeType type);    /* the first of that type, or NULL */

G_END_DECLS
