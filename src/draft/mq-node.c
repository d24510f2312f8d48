/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-node.h"

#include "mq-xml.h"

#include <string.h>

static const struct { const char *name; MqNodeType type; } node_types[] = {
  { "article", MQ_NODE_ARTICLE },
  { "body", MQ_NODE_BODY },
  { "definitions", MQ_NODE_DEFINITIONS },
  { "heading", MQ_NODE_HEADING },
  { "item", MQ_NODE_ITEM },
  { "items", MQ_NODE_ITEMS },
  { "list", MQ_NODE_LIST },
  { "number", MQ_NODE_NUMBER },
  { "optional", MQ_NODE_OPTIONAL },
  { "para", MQ_NODE_PARA },
  { "paras", MQ_NODE_PARAS },
  { "part", MQ_NODE_PART },
  { "phrase", MQ_NODE_PHRASE },
  { "ref", MQ_NODE_REF },
  { "signatures", MQ_NODE_SIGNATURES },
  { "table", MQ_NODE_TABLE },
  { "term", MQ_NODE_TERM },
  { "value", MQ_NODE_VALUE },
  { "variant", MQ_NODE_VARIANT },
};

static int
compare_name (const void *key, const void *entry)
{
  return strcmp (key, ((const typeof (node_types[0]) *) entry)->name);
}

/**
 * mq_node_type:
 * @node: a node
 *
 * Returns: what it is; MQ_NODE_OTHER for an element that is not printed, in particular one of another
 *   namespace
 */
MqNodeType
mq_node_type (const MqNode *node)
{
  const xmlNode *xml = mq_xml_node (node);
  const typeof (node_types[0]) *found;

  g_return_val_if_fail (node != NULL, MQ_NODE_OTHER);

  if (xml->type == XML_TEXT_NODE)
    return MQ_NODE_TEXT;
  if (!mq_xml_is_own (xml))
    return MQ_NODE_OTHER;

  found = bsearch (xml->name, node_types, G_N_ELEMENTS (node_types), sizeof node_types[0], compare_name);

  return found != NULL ? found->type : MQ_NODE_OTHER;
}

static const MqNode *
visible (const xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE)
    node = node->next;

  return mq_xml_public (node);
}

/**
 * mq_node_first:
 * @node: a node
 *
 * Returns: (nullable): the first child that is an element or text; comments are passed over
 */
const MqNode *
mq_node_first (const MqNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return visible (mq_xml_node (node)->children);
}

/**
 * mq_node_next:
 * @node: a node
 *
 * Returns: (nullable): the next sibling that is an element or text
 */
const MqNode *
mq_node_next (const MqNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return visible (mq_xml_node (node)->next);
}

/**
 * mq_node_parent:
 * @node: a node
 *
 * Returns: (nullable): the element that it stands in
 */
const MqNode *
mq_node_parent (const MqNode *node)
{
  const xmlNode *parent;

  g_return_val_if_fail (node != NULL, NULL);

  parent = mq_xml_node (node)->parent;

  return parent != NULL && parent->type == XML_ELEMENT_NODE ? mq_xml_public (parent) : NULL;
}

/**
 * mq_node_id:
 * @node: a node
 *
 * Returns: (nullable): its xml:id
 */
const char *
mq_node_id (const MqNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return mq_xml_id (mq_xml_node (node));
}

/**
 * mq_node_attribute:
 * @node: a node
 * @name: name of an attribute without namespace
 *
 * Returns: (nullable): its value, or %NULL if it is not there
 */
const char *
mq_node_attribute (const MqNode *node, const char *name)
{
  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return mq_xml_attribute (mq_xml_node (node), name);
}

/**
 * mq_node_text:
 * @node: a text node
 *
 * Returns: (nullable): its text, exactly; %NULL for an element
 */
const char *
mq_node_text (const MqNode *node)
{
  const xmlNode *xml = mq_xml_node (node);

  g_return_val_if_fail (node != NULL, NULL);

  return xml->type == XML_TEXT_NODE ? (const char *) xml->content : NULL;
}

/**
 * mq_node_child:
 * @node: a node
 * @type: a type of node
 *
 * Returns: (nullable): the first child of that type
 */
const MqNode *
mq_node_child (const MqNode *node, MqNodeType type)
{
  const MqNode *child;

  g_return_val_if_fail (node != NULL, NULL);

  for (child = mq_node_first (node); child != NULL; child = mq_node_next (child))
    if (mq_node_type (child) == type)
      return child;

  return NULL;
}
