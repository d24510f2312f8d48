/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-grammar-private.h"

#include "mq-datadir.h"
#include "mq-kind-private.h"

#include <string.h>

#define RNG "http://relaxng.org/ns/structure/1.0"

/* ---- the half that is made ---- */

static xmlNode *
add (xmlNode *parent, const char *pattern)
{
  return xmlNewChild (parent, parent->ns, (const xmlChar *) pattern, NULL);
}

static xmlNode *
add_named (xmlNode *parent, const char *pattern, const char *name)
{
  xmlNode *node = add (parent, pattern);

  xmlNewProp (node, (const xmlChar *) "name", (const xmlChar *) name);

  return node;
}

static void
add_tokens (xmlNode *parent, const MqField *field)
{
  xmlNode *choice = add (parent, "choice");

  for (guint i = 0; i < field->n_options; i++)
    {
      xmlNode *value = add (choice, "value");

      xmlNewProp (value, (const xmlChar *) "type", (const xmlChar *) "string");
      xmlNodeAddContent (value, (const xmlChar *) field->options[i].token);
    }
}

static void add_fields (xmlNode *grammar, xmlNode *parent, const char *name, const MqField *const *fields,
                        guint n);

/* A definition at the end of the grammar, and in it the element.  What is wrong in a draft can be found by
 * asking definition by definition (mq-grammar-check.c), so each element of structure has one, named by where
 * it stands. */
static xmlNode *
define_element (xmlNode *grammar, const char *definition, const char *element)
{
  return add_named (add_named (grammar, "define", definition), "element", element);
}

static void
add_content (xmlNode *grammar, xmlNode *element, const char *name, const MqField *field)
{
  g_autofree char *row_name = g_strconcat (name, ".row", NULL);
  xmlNode *rows, *row;

  switch (field->type)
    {
    case MQ_TYPE_MONEY:
    case MQ_TYPE_PERCENT:
    case MQ_TYPE_DECIMAL:
      add_named (element, "ref", "value.number");
      break;
    case MQ_TYPE_INT:
      add_named (element, "ref", "value.int");
      break;
    case MQ_TYPE_DATE:
      add_named (element, "ref", "value.date");
      break;
    case MQ_TYPE_MONTH_DAY:
      add_named (element, "ref", "value.month-day");
      break;
    case MQ_TYPE_BOOL:
      add_named (element, "ref", "value.bool");
      break;
    case MQ_TYPE_CHOICE:
      add_tokens (element, field);
      break;
    case MQ_TYPE_ROW_OF:
      add_named (element, "ref", "value.row");
      break;
    case MQ_TYPE_INLINE:
      add_named (element, "ref", "inline");
      break;
    case MQ_TYPE_LIST:
    case MQ_TYPE_PARAS:
      add_named (add (element, "zeroOrMore"), "ref", "item");
      break;
    case MQ_TYPE_TABLE:
      add_named (element, "ref", "foreign");
      rows = add (element, "zeroOrMore");
      add_named (rows, "ref", row_name);
      add_named (rows, "ref", "foreign");
      row = define_element (grammar, row_name, "row");
      add_named (row, "ref", "id");
      add_fields (grammar, row, row_name, field->columns, field->n_columns);
      break;
    case MQ_TYPE_TEXT:
    case MQ_TYPE_PARA:
    case MQ_TYPE_ATTACHMENT:
    case MQ_TYPE_SIGN_SPACE:
    default:
      add_named (element, "ref", "value.text");
      break;
    }
}

static void
add_fields (xmlNode *grammar, xmlNode *parent, const char *name, const MqField *const *fields, guint n)
{
  add_named (parent, "ref", "foreign");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s.%s", name, fields[i]->name);

      if (fields[i]->type == MQ_TYPE_SIGN_SPACE)
        continue;
      add_named (add (parent, "optional"), "ref", inner);
      add_named (parent, "ref", "foreign");
      add_content (grammar, define_element (grammar, inner, fields[i]->name), inner, fields[i]);
    }
}

static void
add_groups (xmlNode *grammar, xmlNode *define, const MqKind *kind)
{
  add_named (define, "ref", "foreign");
  for (guint i = 0; i < kind->n_groups; i++)
    {
      const MqGroup *group = kind->groups[i];
      g_autofree char *name = g_strdup_printf ("facts.%s", group->name);

      add_named (add (define, "optional"), "ref", name);
      add_named (define, "ref", "foreign");
      add_fields (grammar, define_element (grammar, name, group->name), name, group->facts, group->n_facts);
    }
}

/* ---- both halves ---- */

gboolean
mq_grammar_problem (MqProblem **problem, const char *file, const char *detail, int line)
{
  MqProblem *bad = mq_problem_new (MQ_PROBLEM_KIND_DATA, "proposal.rng", detail);

  mq_problem_set_file (bad, file, line);

  return mq_problem_report (problem, bad);
}

static xmlNode *
find_define (xmlNode *root, const char *name)
{
  xmlNode *node;

  for (node = root->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, (const xmlChar *) "define") &&
        g_strcmp0 (mq_xml_attribute (node, "name"), name) == 0)
      return node;

  return NULL;
}

static void
empty (xmlNode *node)
{
  while (node->children != NULL)
    {
      xmlNode *child = node->children;

      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
}

static xmlDoc *
read_core (MqProblem **problem)
{
  g_autofree char *file = mq_datadir_file ("proposal.rng", NULL), *data = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  xmlNode *root;
  gsize length;

  if (!g_file_get_contents (file, &data, &length, &error))
    {
      mq_grammar_problem (problem, file, error->message, 0);
      return NULL;
    }
  doc = mq_xml_read (data, length, file, NULL, problem);
  if (doc == NULL)
    return NULL;

  root = xmlDocGetRootElement (doc);
  if (root->ns == NULL || !xmlStrEqual (root->ns->href, (const xmlChar *) RNG) ||
      find_define (root, "facts") == NULL)
    {
      mq_grammar_problem (problem, file, "it has no definition of “facts”", 0);
      return NULL;
    }

  return g_steal_pointer (&doc);
}

/* The grammar of the kind's drafts (transfer full). */
xmlDoc *
mq_grammar_make (const MqKind *kind, MqProblem **problem)
{
  xmlDoc *doc = read_core (problem);
  xmlNode *facts;

  if (doc == NULL)
    return NULL;

  facts = find_define (xmlDocGetRootElement (doc), "facts");
  empty (facts);
  add_groups (facts->parent, facts, kind);

  return doc;
}

static xmlNode *
find_start (xmlDoc *doc)
{
  xmlNode *node;

  for (node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, (const xmlChar *) "start"))
      return node;

  return NULL;
}

/* A grammar for the parts of drafts (transfer full): its documents are elements named like a definition, with
 * what that definition defines in them. */
xmlDoc *
mq_grammar_make_parts (const MqKind *kind, MqProblem **problem)
{
  xmlDoc *doc = mq_grammar_make (kind, problem);
  xmlNode *start, *choice, *node;

  if (doc == NULL)
    return NULL;

  start = find_start (doc);
  if (start == NULL)
    return doc;
  empty (start);
  choice = add (start, "choice");
  for (node = start->parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, (const xmlChar *) "define"))
      {
        const char *name = mq_xml_attribute (node, "name");

        add_named (add_named (choice, "element", name), "ref", name);
      }

  return doc;
}

/* A grammar whose documents are <inline> (transfer full): what the value of an inline fact is wrapped in. */
xmlDoc *
mq_grammar_make_inline (MqProblem **problem)
{
  xmlDoc *doc = read_core (problem);
  xmlNode *start;

  if (doc == NULL)
    return NULL;

  start = find_start (doc);
  if (start != NULL)
    {
      empty (start);
      add_named (add_named (start, "element", "inline"), "ref", "inline");
    }

  return doc;
}

/**
 * mq_grammar_text:
 * @kind: a kind
 * @problem: (out) (optional): why there is none
 *
 * The grammar of the kind's drafts as one RELAX NG file, for other programs.
 *
 * Returns: (transfer full) (nullable): XML text
 */
char *
mq_grammar_text (const MqKind *kind, MqProblem **problem)
{
  g_autoptr (xmlDoc) doc = NULL;
  xmlChar *text = NULL;
  char *copy;
  int length;

  g_return_val_if_fail (kind != NULL, NULL);

  doc = mq_grammar_make (kind, problem);
  if (doc == NULL)
    return NULL;

  xmlDocDumpFormatMemoryEnc (doc, &text, &length, "UTF-8", 1);
  copy = g_strdup ((const char *) text);
  xmlFree (text);

  return copy;
}
