/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-draft-private.h"
#include "mq-grammar-private.h"
#include "mq-limits.h"

#include <string.h>

/* Inline content as a string: an XML fragment of text and the marks of a paragraph (values, variants,
 * references, terms, numbers), without namespace declarations. */

static gboolean
bad_inline (MqProblem **problem, const char *detail)
{
  return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_BAD_INLINE, NULL, detail));
}

static gboolean
has_line_break (const xmlNode *top)
{
  const xmlNode *node;

  for (node = top; node != NULL; node = mq_xml_walk (node, top))
    if (node->type == XML_TEXT_NODE && xmlStrchr (node->content, '\n') != NULL)
      return TRUE;

  return FALSE;
}

/* Parses @fragment.  Returns a document (transfer full) whose root <inline> holds it, or NULL: reported. */
xmlDoc *
mq_inline_parse (const MqKind *kind, const char *fragment, MqProblem **problem)
{
  g_autofree char *text = g_strdup_printf ("<inline xmlns=\"" MQ_NAMESPACE "\">%s</inline>", fragment);
  g_autofree char *reason = NULL;
  g_autoptr (MqProblem) inner = NULL;
  g_autoptr (xmlDoc) doc = mq_xml_read (text, strlen (text), NULL, NULL, &inner);
  const xmlNode *root, *where;
  const char *unknown;

  if (doc == NULL)
    {
      bad_inline (problem, inner->detail != NULL ? inner->detail : inner->subject);
      return NULL;
    }

  root = xmlDocGetRootElement (doc);
  where = mq_xml_too_wide (root, MQ_LIMIT_ITEMS * MQ_LIMIT_ITEMS);
  if (where != NULL)
    {
      mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_TOO_WIDE, (const char *) where->name, NULL));
      return NULL;
    }
  if (!mq_grammar_check_inline (kind, doc, &reason))
    {
      bad_inline (problem, reason);
      return NULL;
    }
  if (has_line_break (root))
    {
      mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_NOT_ONE_LINE, NULL, NULL));
      return NULL;
    }
  if (!mq_paths_check (kind, root, &where, &unknown))
    {
      mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_UNKNOWN_PATH, unknown, NULL));
      return NULL;
    }

  return g_steal_pointer (&doc);
}

/* Copied elements bring a declaration of the namespace with them; in the draft it is declared at the root. */
static void
take_namespace (xmlNode *top, xmlNs *ns)
{
  xmlNode *node;

  for (node = top; node != NULL; node = mq_xml_walk (node, top))
    if (node->type == XML_ELEMENT_NODE)
      node->ns = ns;
  for (node = top; node != NULL; node = mq_xml_walk (node, top))
    if (node->type == XML_ELEMENT_NODE)
      g_clear_pointer (&node->nsDef, xmlFreeNsList);
}

/* The nodes of a fragment that mq_inline_parse() accepts, as siblings without a parent, for the tree of
 * @draft. */
xmlNode *
mq_inline_content (MqDraft *draft, const char *fragment)
{
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (xmlDoc) doc = mq_inline_parse (draft->kind, fragment, &problem);
  xmlNode *first = NULL, *last = NULL, *node;

  /* What was checked before parses; what a settler sets may not. */
  if (doc == NULL)
    return xmlNewDocText (draft->doc, (const xmlChar *) fragment);

  for (node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
    {
      xmlNode *copy = xmlDocCopyNode (node, draft->doc, 1);

      take_namespace (copy, draft->root->ns);
      mq_xml_chain (&first, &last, copy);
    }

  return first;
}
