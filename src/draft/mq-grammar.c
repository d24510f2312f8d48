/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-grammar-private.h"

#include "mq-datadir.h"
#include "mq-kind-private.h"

#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>
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

static void add_fields (xmlNode *parent, const MqField *const *fields, guint n);

static void
add_content (xmlNode *element, const MqField *field)
{
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
      row = add_named (rows, "element", "row");
      add_named (row, "ref", "id");
      add_fields (row, field->columns, field->n_columns);
      add_named (rows, "ref", "foreign");
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
add_fields (xmlNode *parent, const MqField *const *fields, guint n)
{
  add_named (parent, "ref", "foreign");
  for (guint i = 0; i < n; i++)
    {
      if (fields[i]->type == MQ_TYPE_SIGN_SPACE)
        continue;
      add_content (add_named (add (parent, "optional"), "element", fields[i]->name), fields[i]);
      add_named (parent, "ref", "foreign");
    }
}

static void
add_groups (xmlNode *define, const MqKind *kind)
{
  add_named (define, "ref", "foreign");
  for (guint i = 0; i < kind->n_groups; i++)
    {
      const MqGroup *group = kind->groups[i];

      add_fields (add_named (add (define, "optional"), "element", group->name), group->facts, group->n_facts);
      add_named (define, "ref", "foreign");
    }
}

/* ---- both halves ---- */

static gboolean
grammar_problem (MqProblem **problem, const char *file, const char *detail, int line)
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
      grammar_problem (problem, file, error->message, 0);
      return NULL;
    }
  doc = mq_xml_read (data, length, file, NULL, problem);
  if (doc == NULL)
    return NULL;

  root = xmlDocGetRootElement (doc);
  if (root->ns == NULL || !xmlStrEqual (root->ns->href, (const xmlChar *) RNG) || find_define (root, "facts") == NULL)
    {
      grammar_problem (problem, file, "it has no definition of “facts”", 0);
      return NULL;
    }

  return g_steal_pointer (&doc);
}

static xmlDoc *
make_grammar (const MqKind *kind, MqProblem **problem)
{
  xmlDoc *doc = read_core (problem);
  xmlNode *facts;

  if (doc == NULL)
    return NULL;

  facts = find_define (xmlDocGetRootElement (doc), "facts");
  empty (facts);
  add_groups (facts, kind);

  return doc;
}

/* A grammar whose documents are <inline>: what the value of an inline fact is wrapped in. */
static xmlDoc *
make_inline_grammar (MqProblem **problem)
{
  xmlDoc *doc = read_core (problem);
  xmlNode *node;

  if (doc == NULL)
    return NULL;

  for (node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, (const xmlChar *) "start"))
      {
        empty (node);
        add_named (add_named (node, "element", "inline"), "ref", "inline");
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

  doc = make_grammar (kind, problem);
  if (doc == NULL)
    return NULL;

  xmlDocDumpFormatMemoryEnc (doc, &text, &length, "UTF-8", 1);
  copy = g_strdup ((const char *) text);
  xmlFree (text);

  return copy;
}

/* ---- validation ---- */

typedef struct {
  char *reason;          /* the first error, which is the nearest to the cause */
  int line;
} Complaint;

#if LIBXML_VERSION >= 21200
static void
on_error (void *data, const xmlError *error)
#else
static void
on_error (void *data, xmlError *error)
#endif
{
  Complaint *complaint = data;

  if (complaint->reason != NULL || error->message == NULL)
    return;

  complaint->reason = g_strchomp (g_strdup (error->message));
  if (g_str_has_suffix (complaint->reason, "."))
    complaint->reason[strlen (complaint->reason) - 1] = '\0';
  complaint->line = error->node != NULL ? mq_xml_line (error->node) : error->line;
}

static xmlRelaxNG *
compile (xmlDoc *grammar, MqProblem **problem)
{
  xmlRelaxNGParserCtxt *context = xmlRelaxNGNewDocParserCtxt (grammar);
  g_autofree char *file = mq_datadir_file ("proposal.rng", NULL);
  Complaint complaint = { NULL };
  xmlRelaxNG *schema;

  xmlRelaxNGSetParserStructuredErrors (context, on_error, &complaint);
  schema = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  if (schema == NULL)
    grammar_problem (problem, file, complaint.reason != NULL ? complaint.reason : "", complaint.line);
  g_free (complaint.reason);

  return schema;
}

static gboolean
validate (xmlRelaxNG *schema, xmlDoc *doc, Complaint *complaint)
{
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);
  int status;

  xmlRelaxNGSetValidStructuredErrors (context, on_error, complaint);
  status = xmlRelaxNGValidateDoc (context, doc);
  xmlRelaxNGFreeValidCtxt (context);

  return status == 0;
}

/* Whether a draft follows the grammar of its kind. */
gboolean
mq_grammar_check (const MqKind *kind, xmlDoc *doc, const char *name, MqProblem **problem)
{
  MqKind *inside = (MqKind *) kind;
  Complaint complaint = { NULL };
  MqProblem *bad;
  gboolean valid = FALSE;

  g_mutex_lock (&inside->lock);
  if (inside->schema == NULL)
    {
      g_autoptr (xmlDoc) grammar = make_grammar (kind, problem);

      if (grammar != NULL)
        inside->schema = compile (grammar, problem);
    }
  if (inside->schema != NULL)
    valid = validate (inside->schema, doc, &complaint);
  g_mutex_unlock (&inside->lock);

  if (inside->schema == NULL || valid)
    {
      g_free (complaint.reason);
      return valid;
    }

  bad = mq_problem_new (MQ_PROBLEM_GRAMMAR, NULL, complaint.reason != NULL ? complaint.reason : "");
  mq_problem_set_file (bad, name, complaint.line);
  g_free (complaint.reason);

  return mq_problem_report (problem, bad);
}

/* Whether <inline> holds nothing but inline content.  @reason (transfer full) says what it holds else. */
gboolean
mq_grammar_check_inline (const MqKind *kind, xmlDoc *doc, char **reason)
{
  MqKind *inside = (MqKind *) kind;
  Complaint complaint = { NULL };
  g_autoptr (MqProblem) problem = NULL;
  gboolean valid = FALSE;

  g_mutex_lock (&inside->lock);
  if (inside->inline_schema == NULL)
    {
      g_autoptr (xmlDoc) grammar = make_inline_grammar (&problem);

      if (grammar != NULL)
        inside->inline_schema = compile (grammar, &problem);
    }
  if (inside->inline_schema != NULL)
    valid = validate (inside->inline_schema, doc, &complaint);
  g_mutex_unlock (&inside->lock);

  if (problem != NULL)
    {
      g_free (complaint.reason);
      complaint.reason = mq_problem_sentence (problem);
    }
  *reason = complaint.reason;

  return valid;
}
