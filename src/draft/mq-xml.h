/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "mq-node.h"
#include "mq-problem.h"

/* libxml2, for the files of draft/ alone: reading with limits, and small helpers.
 *
 * Every document comes in through mq_xml_read(), which gives a plain tree: elements, text, comments and processing
 * instructions; no entities, no CDATA sections, no DTD. */

G_BEGIN_DECLS

#define MQ_XML_NAMESPACE ((const xmlChar *) "urn:muqtarah:proposal")
#define MQ_XML_FACTS_NAMESPACE ((const xmlChar *) "urn:muqtarah:facts")
#define MQ_XML_NOUNS_NAMESPACE ((const xmlChar *) "urn:muqtarah:nouns")
#define MQ_XML_RULES_NAMESPACE ((const xmlChar *) "urn:muqtarah:rules")

/* An MqNode is the libxml2 node under another name. */
static inline xmlNode *
mq_xml_node (const MqNode *node)
{
  return (xmlNode *) node;
}

static inline const MqNode *
mq_xml_public (const xmlNode *node)
{
  return (const MqNode *) node;
}

/* Looks at the root element before there is a tree.  @attribute finds an attribute without namespace (transfer full).
 * A problem ends the reading. */
typedef struct _MqXmlRoot MqXmlRoot;
typedef MqProblem *(*MqXmlRootCheck) (const char *local_name, const char *namespace, const MqXmlRoot *attributes);
char *mq_xml_root_attribute (const MqXmlRoot *root, const char *name);

xmlDoc     *mq_xml_read       (const char *data, gsize length, const char *name, MqXmlRootCheck check_root,
                               MqProblem **problem);

gboolean    mq_xml_is         (const xmlNode *node, const char *local_name);
gboolean    mq_xml_is_own     (const xmlNode *node);
gboolean    mq_xml_is_inside  (const xmlNode *node, const xmlNode *ancestor);
xmlNode    *mq_xml_first      (const xmlNode *parent);
xmlNode    *mq_xml_next       (const xmlNode *node);
xmlNode    *mq_xml_child      (const xmlNode *parent, const char *local_name);
const char *mq_xml_attribute  (const xmlNode *element, const char *name);
const char *mq_xml_id         (const xmlNode *element);
const char *mq_xml_text       (const xmlNode *element);
int         mq_xml_line       (const xmlNode *node);
xmlNode    *mq_xml_walk       (const xmlNode *node, const xmlNode *top);
const xmlNode *mq_xml_too_wide (const xmlNode *top, guint64 limit);
guint       mq_xml_count_spaces (const char *value, gsize length);
void        mq_xml_chain      (xmlNode **first, xmlNode **last, xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
