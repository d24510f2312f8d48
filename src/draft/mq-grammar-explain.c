/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-grammar-private.h"

#include "mq-i18n.h"
#include "mq-kind-private.h"
#include "mq-path.h"

#include <string.h>

/* Finding out what is wrong.  Of a mistake inside something optional libxml2 says only that the optional
 * thing should not be there, at the outermost element.  So when a draft is not valid, its parts are asked one
 * by one, each against its own definition, from the outside to the inside, down to the element that is to
 * blame. */

/* characters of a wrong value that a message shows */
#define MAX_SHOWN 60

typedef struct {
  const MqKind *kind;
  xmlRelaxNG *schema;        /* of the parts */
  GHashTable *definitions;   /* their names */
  xmlDoc *doc;
} Search;

/* Whether @node is as @definition says: the document becomes an element of that name, with @node in it. */
static gboolean
is_valid_part (Search *search, xmlNode *node, const char *definition, MqComplaint *complaint)
{
  xmlNode *parent = node->parent, *next = node->next, *root;
  xmlNode *wrapper = xmlNewDocNode (search->doc, NULL, (const xmlChar *) definition, NULL);
  gboolean valid;

  xmlSetNs (wrapper, node->ns);
  xmlUnlinkNode (node);
  xmlAddChild (wrapper, node);
  root = xmlDocSetRootElement (search->doc, wrapper);
  valid = mq_grammar_validate (search->schema, search->doc, complaint);
  xmlDocSetRootElement (search->doc, root);

  xmlUnlinkNode (node);
  if (next != NULL)
    xmlAddPrevSibling (next, node);
  else
    xmlAddChild (parent, node);
  xmlFreeNode (wrapper);

  return valid;
}

/* The definition of an element of structure, by the definition that its parent has; NULL: it has none of its
 * own. */
static char *
definition_of (Search *search, const char *parent, const xmlNode *node)
{
  static const struct { const char *parent, *element, *definition; } body[] = {
    { "wording", "variant", "variant-words" },
    { "wording", "phrases", "phrases" },
    { "body", "part", "part" },
    { "part", "heading", "heading" },
    { "part", "article", "article" },
    { "article", "heading", "heading" },
    { "article", NULL, "block" },
  };
  char *name;

  for (gsize i = 0; i < G_N_ELEMENTS (body); i++)
    if (g_str_equal (parent, body[i].parent) &&
        (body[i].element == NULL || xmlStrEqual (node->name, (const xmlChar *) body[i].element)))
      return g_strdup (body[i].definition);
  if (!g_str_has_prefix (parent, "facts"))
    return NULL;

  name = g_strdup_printf ("%s.%s", parent, node->name);
  if (!g_hash_table_contains (search->definitions, name))
    g_clear_pointer (&name, g_free);

  return name;
}

/* facts.people.list.row.name → people/list/name */
static char *
path_of (const char *definition)
{
  g_auto (GStrv) parts = g_strsplit (definition, ".", -1);

  if (g_strv_length (parts) == 5)
    return g_strdup_printf ("%s/%s/%s", parts[1], parts[2], parts[4]);

  return g_strjoinv ("/", parts + 1);
}

static MqProblem *
unknown_element (const char *parent, const xmlNode *node)
{
  g_autofree char *definition = g_strdup_printf ("%s.%s", parent, node->name), *path = NULL, *detail = NULL;
  MqProblem *problem;

  if (g_str_has_prefix (parent, "facts"))
    {
      path = path_of (definition);
      problem = mq_problem_new (MQ_PROBLEM_UNKNOWN_PATH, path, NULL);
    }
  else
    {
      /* Translators: of an XML file: “table” does not stand in “part” */
      detail = g_strdup_printf (_("“%s” does not stand in “%s”"), (const char *) node->name, parent);
      problem = mq_problem_new (MQ_PROBLEM_GRAMMAR, NULL, detail);
    }
  mq_problem_set_file (problem, NULL, mq_xml_line (node));

  return problem;
}

/* A value that is not written as its type wants it: field and value say more than the grammar does. */
static MqProblem *
bad_value (Search *search, const char *definition, const xmlNode *node)
{
  g_autofree char *path = NULL, *shown = NULL, *detail = NULL;
  const MqField *field;
  const char *value = mq_xml_text (node);
  MqProblem *problem;

  if (!g_str_has_prefix (definition, "facts.") || node->properties != NULL || value == NULL)
    return NULL;
  path = path_of (definition);
  field = mq_kind_field (search->kind, path);
  if (field == NULL || field->type == MQ_TYPE_TABLE || field->type == MQ_TYPE_INLINE)
    return NULL;

  shown = g_utf8_strlen (value, -1) > MAX_SHOWN ? g_utf8_substring (value, 0, MAX_SHOWN) : g_strdup (value);
  /* Translators: of a value in an XML file: “1,5” cannot stand in “capital/authorised” */
  detail = g_strdup_printf (_("“%s” cannot stand in “%s”"), shown, path);
  problem = mq_problem_new (MQ_PROBLEM_GRAMMAR, NULL, detail);
  mq_problem_set_file (problem, NULL, mq_xml_line (node));

  return problem;
}

static MqProblem *explain (Search *search, const char *definition, xmlNode *node);

static MqProblem *
explain_children (Search *search, const char *definition, xmlNode *parent)
{
  xmlNode *child, *next;

  for (child = parent->children; child != NULL; child = next)
    {
      g_autofree char *inner = NULL;
      MqProblem *problem;

      next = child->next;
      if (child->type != XML_ELEMENT_NODE || child->ns == NULL ||
          !xmlStrEqual (child->ns->href, MQ_XML_NAMESPACE))
        continue;
      inner = definition_of (search, definition, child);
      problem = inner != NULL ? explain (search, inner, child) : unknown_element (definition, child);
      if (problem != NULL)
        return problem;
    }

  return NULL;
}

/* The place of a definition in the fact list, among those of the same parent; -1: it has none. */
static int
place_of (Search *search, const char *definition)
{
  g_autofree char *path = path_of (definition);
  const MqField *field;

  if (mq_path_length (path) > 1)
    {
      field = mq_kind_field (search->kind, path);
      return field != NULL ? (int) field->index : -1;
    }
  for (guint i = 0; i < search->kind->n_groups; i++)
    if (g_str_equal (search->kind->groups[i]->name, path))
      return (int) i;

  return -1;
}

/* Facts stand in the order of the fact list, each once. */
static MqProblem *
misplaced (Search *search, const char *definition, const xmlNode *parent)
{
  const xmlNode *child;
  int last = -1;

  if (!g_str_has_prefix (definition, "facts"))
    return NULL;

  for (child = mq_xml_first (parent); child != NULL; child = mq_xml_next (child))
    {
      g_autofree char *inner = definition_of (search, definition, child), *path = NULL, *detail = NULL;
      MqProblem *problem;
      int place = inner != NULL && !g_str_has_suffix (inner, ".row") ? place_of (search, inner) : -1;

      if (place < 0)
        continue;
      if (place > last)
        {
          last = place;
          continue;
        }
      path = path_of (inner);
      /* Translators: of an element in an XML file */
      detail = g_strdup_printf (_("“%s” is there twice or too late"), path);
      problem = mq_problem_new (MQ_PROBLEM_GRAMMAR, NULL, detail);
      mq_problem_set_file (problem, NULL, mq_xml_line (child));
      return problem;
    }

  return NULL;
}

static gboolean
has_parts (Search *search, const char *definition)
{
  static const char *const names[] = { "wording", "body", "part", "article", NULL };
  g_autofree char *path = NULL;
  const MqField *field;

  if (!g_str_has_prefix (definition, "facts."))
    return g_strv_contains (names, definition);
  if (g_str_has_suffix (definition, ".row"))
    return TRUE;
  path = path_of (definition);
  field = mq_path_length (path) > 1 ? mq_kind_field (search->kind, path) : NULL;

  return field == NULL || field->type == MQ_TYPE_TABLE;
}

/* What is wrong in @node, or NULL when it is as @definition says. */
static MqProblem *
explain (Search *search, const char *definition, xmlNode *node)
{
  MqComplaint complaint = { NULL };
  MqProblem *problem = NULL;

  if (is_valid_part (search, node, definition, &complaint))
    return NULL;

  if (has_parts (search, definition))
    {
      problem = explain_children (search, definition, node);
      if (problem == NULL)
        problem = misplaced (search, definition, node);
    }
  if (problem == NULL)
    problem = bad_value (search, definition, node);
  if (problem == NULL)
    {
      /* all its parts are right: it has wrong attributes, text between them, too many, or another order */
      g_autofree char *detail = g_strdup_printf ("<%s>: %s", (const char *) node->name,
                                                 complaint.reason != NULL ? complaint.reason : "");

      problem = mq_problem_new (MQ_PROBLEM_GRAMMAR, NULL, detail);
      mq_problem_set_file (problem, NULL, complaint.line > 0 ? complaint.line : mq_xml_line (node));
    }
  g_free (complaint.reason);

  return problem;
}

/* What is wrong in the document, as near to the cause as can be found; NULL: only the whole is wrong. */
static MqProblem *
explain_document (Search *search)
{
  xmlNode *root = xmlDocGetRootElement (search->doc), *child, *next;
  MqProblem *problem = NULL;

  for (child = root->children; child != NULL && problem == NULL; child = next)
    {
      next = child->next;
      if (mq_xml_is (child, "facts"))
        {
          problem = explain_children (search, "facts", child);
          if (problem == NULL)
            problem = misplaced (search, "facts", child);
        }
      else if (mq_xml_is (child, "wording"))
        problem = explain (search, "wording", child);
      else if (mq_xml_is (child, "body"))
        problem = explain (search, "body", child);
    }

  return problem;
}

/* What is wrong in a document that is not valid: as near to the cause as can be found, or NULL.  The document
 * may be left with its nodes in other places. */
MqProblem *
mq_grammar_find_cause (const MqKind *kind, xmlDoc *doc)
{
  g_autoptr (MqProblem) none = NULL;
  g_autoptr (xmlDoc) grammar = mq_grammar_make_parts (kind, &none);
  g_autoptr (GHashTable) definitions = g_hash_table_new (g_str_hash, g_str_equal);
  Search search = { kind, NULL, definitions, doc };
  MqProblem *problem = NULL;
  xmlNode *node;

  if (grammar == NULL)
    return NULL;
  for (node = xmlDocGetRootElement (grammar)->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, (const xmlChar *) "define"))
      g_hash_table_add (definitions, (gpointer) mq_xml_attribute (node, "name"));

  search.schema = mq_grammar_compile (grammar, &none);
  if (search.schema != NULL)
    {
      problem = explain_document (&search);
      xmlRelaxNGFree (search.schema);
    }

  return problem;
}
