/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-grammar-private.h"

#include "mq-datadir.h"
#include "mq-kind-private.h"

#include <libxml/xmlerror.h>
#include <string.h>

#if LIBXML_VERSION >= 21200
static void
on_error (void *data, const xmlError *error)
#else
static void
on_error (void *data, xmlError *error)
#endif
{
  MqComplaint *complaint = data;

  if (complaint->reason != NULL || error->message == NULL)
    return;

  complaint->reason = g_strchomp (g_strdup (error->message));
  if (g_str_has_suffix (complaint->reason, "."))
    complaint->reason[strlen (complaint->reason) - 1] = '\0';
  complaint->line = error->node != NULL ? mq_xml_line (error->node) : error->line;
}

/* The schema of a grammar (transfer full). */
xmlRelaxNG *
mq_grammar_compile (xmlDoc *grammar, MqProblem **problem)
{
  xmlRelaxNGParserCtxt *context = xmlRelaxNGNewDocParserCtxt (grammar);
  g_autofree char *file = mq_datadir_file ("proposal.rng", NULL);
  MqComplaint complaint = { NULL };
  xmlRelaxNG *schema;

  xmlRelaxNGSetParserStructuredErrors (context, on_error, &complaint);
  schema = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  if (schema == NULL)
    mq_grammar_problem (problem, file, complaint.reason != NULL ? complaint.reason : "", complaint.line);
  g_free (complaint.reason);

  return schema;
}

/* Whether @doc is valid.  Else @complaint (its reason: transfer full) says why. */
gboolean
mq_grammar_validate (xmlRelaxNG *schema, xmlDoc *doc, MqComplaint *complaint)
{
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);
  int status;

  xmlRelaxNGSetValidStructuredErrors (context, on_error, complaint);
  status = xmlRelaxNGValidateDoc (context, doc);
  xmlRelaxNGFreeValidCtxt (context);

  return status == 0;
}

/* ---- elements of others ---- */

/* Facts and groups may be absent, and elements of others may stand between any two of them.  libxml2 tries each
 * of a run of those at each of these places, in time that grows with the cube of their number.  What is in them
 * is not our business, and where one may stand many may: so of each run one is validated, as an empty element,
 * and afterwards they get back what they have. */

typedef struct {
  xmlNode *node, *children, *last;
  xmlAttr *properties;
  xmlNode *parent, *next;        /* where it was, when it was taken out; else NULL */
} Aside;

static gboolean
is_foreign (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL && !xmlStrEqual (node->ns->href, MQ_XML_NAMESPACE);
}

static void
put_aside (GArray *asides, xmlNode *node, gboolean out)
{
  Aside aside = { node, node->children, node->last, node->properties, NULL, NULL };

  node->children = node->last = NULL;
  node->properties = NULL;
  if (out)
    {
      aside.parent = node->parent;
      aside.next = node->next;
      xmlUnlinkNode (node);
    }
  g_array_append_val (asides, aside);
}

static void
put_foreign_aside (GArray *asides, xmlNode *parent)
{
  gboolean in_run = FALSE;
  xmlNode *node, *next;

  for (node = parent->children; node != NULL; node = next)
    {
      next = node->next;
      if (is_foreign (node))
        {
          put_aside (asides, node, in_run);
          in_run = TRUE;
        }
      else if (node->type == XML_ELEMENT_NODE)
        {
          put_foreign_aside (asides, node);
          in_run = FALSE;
        }
    }
}

static void
put_back (GArray *asides)
{
  for (guint i = asides->len; i > 0; i--)
    {
      const Aside *aside = &g_array_index (asides, Aside, i - 1);

      aside->node->children = aside->children;
      aside->node->last = aside->last;
      aside->node->properties = aside->properties;
      if (aside->next != NULL)
        xmlAddPrevSibling (aside->next, aside->node);
      else if (aside->parent != NULL)
        xmlAddChild (aside->parent, aside->node);
    }
}

/* ---- the checks ---- */

static gboolean
ensure_schema (MqKind *inside, MqProblem **problem)
{
  g_autoptr (xmlDoc) grammar = NULL;

  if (inside->schema != NULL)
    return TRUE;
  grammar = mq_grammar_make (inside, problem);
  if (grammar != NULL)
    inside->schema = mq_grammar_compile (grammar, problem);

  return inside->schema != NULL;
}

/* Whether a draft follows the grammar of its kind. */
gboolean
mq_grammar_check (const MqKind *kind, xmlDoc *doc, const char *name, MqProblem **problem)
{
  MqKind *inside = (MqKind *) kind;
  g_autoptr (GArray) asides = g_array_new (FALSE, FALSE, sizeof (Aside));
  MqComplaint complaint = { NULL };
  MqProblem *bad = NULL;
  gboolean ready, valid;

  put_foreign_aside (asides, xmlDocGetRootElement (doc));
  g_mutex_lock (&inside->lock);
  ready = ensure_schema (inside, problem);
  valid = ready && mq_grammar_validate (inside->schema, doc, &complaint);
  g_mutex_unlock (&inside->lock);

  if (ready && !valid)
    bad = mq_grammar_find_cause (kind, doc);
  put_back (asides);
  if (!ready || valid)
    {
      g_free (complaint.reason);
      return valid;
    }

  if (bad == NULL)
    {
      bad = mq_problem_new (MQ_PROBLEM_GRAMMAR, NULL, complaint.reason != NULL ? complaint.reason : "");
      bad->line = complaint.line;
    }
  mq_problem_set_file (bad, name, bad->line);
  g_free (complaint.reason);

  return mq_problem_report (problem, bad);
}

/* Whether <inline> holds nothing but inline content.  @reason (transfer full) says what it holds else. */
gboolean
mq_grammar_check_inline (const MqKind *kind, xmlDoc *doc, char **reason)
{
  MqKind *inside = (MqKind *) kind;
  MqComplaint complaint = { NULL };
  g_autoptr (MqProblem) problem = NULL;
  gboolean valid = FALSE;

  g_mutex_lock (&inside->lock);
  if (inside->inline_schema == NULL)
    {
      g_autoptr (xmlDoc) grammar = mq_grammar_make_inline (&problem);

      if (grammar != NULL)
        inside->inline_schema = mq_grammar_compile (grammar, &problem);
    }
  if (inside->inline_schema != NULL)
    valid = mq_grammar_validate (inside->inline_schema, doc, &complaint);
  g_mutex_unlock (&inside->lock);

  if (problem != NULL)
    {
      g_free (complaint.reason);
      complaint.reason = mq_problem_sentence (problem);
    }
  *reason = complaint.reason;

  return valid;
}
