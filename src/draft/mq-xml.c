/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-xml.h"

#include <string.h>

/* Whether @node is an element of the program's own namespaces. */
gboolean
mq_xml_is_own (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         (xmlStrEqual (node->ns->href, MQ_XML_NAMESPACE) ||
          xmlStrEqual (node->ns->href, MQ_XML_FACTS_NAMESPACE) ||
          xmlStrEqual (node->ns->href, MQ_XML_NOUNS_NAMESPACE) ||
          xmlStrEqual (node->ns->href, MQ_XML_RULES_NAMESPACE));
}

/* Whether @node is the element of that name in one of the program's own namespaces. */
gboolean
mq_xml_is (const xmlNode *node, const char *local_name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, local_name) == 0 &&
         mq_xml_is_own (node);
}

/* Whether @node is @ancestor or stands somewhere in it. */
gboolean
mq_xml_is_inside (const xmlNode *node, const xmlNode *ancestor)
{
  for (; node != NULL; node = node->parent)
    if (node == ancestor)
      return TRUE;

  return FALSE;
}

static xmlNode *
own_from (xmlNode *node)
{
  while (node != NULL && !mq_xml_is_own (node))
    node = node->next;

  return node;
}

/* The first child element of the program's own namespaces. */
xmlNode *
mq_xml_first (const xmlNode *parent)
{
  return own_from (parent->children);
}

/* The next such sibling. */
xmlNode *
mq_xml_next (const xmlNode *node)
{
  return own_from (node->next);
}

/* The first own child element of that name, or NULL. */
xmlNode *
mq_xml_child (const xmlNode *parent, const char *local_name)
{
  xmlNode *node;

  for (node = parent->children; node != NULL; node = node->next)
    if (mq_xml_is (node, local_name))
      return node;

  return NULL;
}

/* An attribute's value is one text node, for entities do not get through the reader. */
static const char *
attribute_value (const xmlAttr *attribute)
{
  if (attribute->children == NULL || attribute->children->content == NULL)
    return "";

  return (const char *) attribute->children->content;
}

/* The value of an attribute without namespace, or NULL: borrowed from the tree. */
const char *
mq_xml_attribute (const xmlNode *element, const char *name)
{
  const xmlAttr *attribute;

  if (element->type != XML_ELEMENT_NODE)
    return NULL;

  for (attribute = element->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL && strcmp ((const char *) attribute->name, name) == 0)
      return attribute_value (attribute);

  return NULL;
}

/* The value of xml:id, or NULL: borrowed from the tree. */
const char *
mq_xml_id (const xmlNode *element)
{
  const xmlAttr *attribute;

  if (element->type != XML_ELEMENT_NODE)
    return NULL;

  for (attribute = element->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns != NULL && strcmp ((const char *) attribute->name, "id") == 0 &&
        xmlStrEqual (attribute->ns->href, XML_XML_NAMESPACE))
      return attribute_value (attribute);

  return NULL;
}

/* The text of an element that holds nothing but text; "" when it is empty, NULL when there is more than text
 * in it. */
const char *
mq_xml_text (const xmlNode *element)
{
  const xmlNode *only = element->children;

  if (only == NULL)
    return "";
  if (only->next != NULL || only->type != XML_TEXT_NODE)
    return NULL;

  return (const char *) only->content;
}

/* The line that @node begins on, from 1; 0 when it is not from a file. */
int
mq_xml_line (const xmlNode *node)
{
  return (int) CLAMP (xmlGetLineNo (node), 0, G_MAXINT);
}

/* The node after @node in document order, within @top; NULL at the end.  It does not go into anything but
 * elements. */
xmlNode *
mq_xml_walk (const xmlNode *node, const xmlNode *top)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;

  while (node != top && node->next == NULL)
    node = node->parent;

  return node == top ? NULL : node->next;
}

/* The element at which the sum of the squares of how many children each element within @top has passes @limit
 * (MQ_LIMIT_WIDTH); NULL: it does not. */
const xmlNode *
mq_xml_too_wide (const xmlNode *top, guint64 limit)
{
  guint64 width = 0;

  for (const xmlNode *node = top; node != NULL; node = mq_xml_walk (node, top))
    {
      guint64 n = 0;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      for (const xmlNode *child = node->children; child != NULL; child = child->next)
        n++;
      width += n * n;
      if (width > limit)
        return node;
    }

  return NULL;
}

/* How many spaces the value of an attribute has: the words in it count as nodes. */
guint
mq_xml_count_spaces (const char *value, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isspace (value[i]))
      n++;

  return n;
}

/* Puts @node behind siblings that have no parent yet. */
void
mq_xml_chain (xmlNode **first, xmlNode **last, xmlNode *node)
{
  node->prev = *last;
  if (*last != NULL)
    (*last)->next = node;
  else
    *first = node;
  *last = node;
}
