/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-draft-private.h"
#include "mq-grammar-private.h"
#include "mq-limits.h"
#include "mq-shape.h"

#include <string.h>

/* From a document that was read to a draft that can be worked with: ids, grammar and paths are checked, then
 * every fact gets its element and the rows that a kind fixes are there. */

/* ---- checks ---- */

/* An element with the id of a row that the kind fixes, and elsewhere than in that row's table; or NULL. */
static xmlNode *
find_taken_id (const MqKind *kind, GHashTable *ids)
{
  for (guint g = 0; g < kind->n_groups; g++)
    for (guint f = 0; f < kind->groups[g]->n_facts; f++)
      {
        const MqField *table = kind->groups[g]->facts[f];

        for (guint r = 0; table->fixed && r < table->n_rows; r++)
          {
            xmlNode *node = g_hash_table_lookup (ids, table->rows[r].id);

            if (node != NULL && !(mq_is_row (node) && mq_xml_is (node->parent, table->name) &&
                                  mq_xml_is (node->parent->parent, kind->groups[g]->name)))
              return node;
          }
      }

  return NULL;
}

static gboolean
check_ids (const MqKind *kind, xmlDoc *doc, const char *name, MqProblem **problem)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  xmlNode *duplicate = NULL;
  MqProblem *bad;

  if (mq_ids_add (ids, xmlDocGetRootElement (doc), &duplicate))
    duplicate = find_taken_id (kind, ids);
  if (duplicate == NULL)
    return TRUE;

  bad = mq_problem_new (MQ_PROBLEM_DUPLICATE_ID, mq_xml_id (duplicate), NULL);
  mq_problem_set_file (bad, name, mq_xml_line (duplicate));

  return mq_problem_report (problem, bad);
}

static gboolean
check_paths (const MqKind *kind, xmlDoc *doc, const char *name, MqProblem **problem)
{
  const xmlNode *where;
  const char *unknown;
  MqProblem *bad;

  if (mq_paths_check (kind, xmlDocGetRootElement (doc), &where, &unknown))
    return TRUE;

  bad = mq_problem_new (MQ_PROBLEM_UNKNOWN_PATH, unknown, NULL);
  mq_problem_set_file (bad, name, mq_xml_line (where));

  return mq_problem_report (problem, bad);
}

static gboolean
check_width (xmlDoc *doc, const char *name, MqProblem **problem)
{
  const xmlNode *wide = mq_xml_too_wide (xmlDocGetRootElement (doc), MQ_LIMIT_WIDTH);
  MqProblem *bad;

  if (wide == NULL)
    return TRUE;

  bad = mq_problem_new (MQ_PROBLEM_TOO_WIDE, (const char *) wide->name, NULL);
  mq_problem_set_file (bad, name, mq_xml_line (wide));

  return mq_problem_report (problem, bad);
}

/* Whether the document may become a draft of @kind.  White space of structure is taken out of it. */
gboolean
mq_model_check (const MqKind *kind, xmlDoc *doc, const char *name, MqProblem **problem)
{
  mq_shape_strip (kind, xmlDocGetRootElement (doc));

  return check_width (doc, name, problem) && check_ids (kind, doc, name, problem) &&
         mq_grammar_check (kind, doc, name, problem) && check_paths (kind, doc, name, problem);
}

/* ---- a new draft ---- */

static void
set_attribute (xmlNode *node, const char *name, const char *value)
{
  xmlNewProp (node, (const xmlChar *) name, (const xmlChar *) value);
}

static void
set_xml_attribute (xmlNode *node, const char *name, const char *value)
{
  xmlNewNsProp (node, xmlSearchNs (node->doc, node, (const xmlChar *) "xml"), (const xmlChar *) name,
                (const xmlChar *) value);
}

/* A copy of the kind's model as the document of a draft. */
xmlDoc *
mq_model_to_draft (const MqKind *kind)
{
  xmlDoc *doc = xmlCopyDoc (kind->model, 1);
  xmlNode *root = xmlDocGetRootElement (doc), *node, *next;
  g_autofree char *format = g_strdup_printf ("%d", MQ_FORMAT);
  g_autofree char *version = g_strdup_printf ("%d", kind->version);
  g_autofree char *id = mq_ids_new (NULL, 'd');

  /* What is said around and between the parts of the model is said to those who edit the kind. */
  for (node = doc->children; node != NULL; node = next)
    {
      next = node->next;
      if (node != root)
        {
          xmlUnlinkNode (node);
          xmlFreeNode (node);
        }
    }
  for (node = root->children; node != NULL; node = next)
    {
      next = mq_xml_walk (node, root);
      if (node->type == XML_COMMENT_NODE)
        {
          xmlUnlinkNode (node);
          xmlFreeNode (node);
        }
    }

  while (root->properties != NULL)
    xmlRemoveProp (root->properties);
  xmlNodeSetName (root, (const xmlChar *) "proposal");
  set_attribute (root, "format", format);
  set_attribute (root, "kind", kind->name);
  set_attribute (root, "kind-version", version);
  set_xml_attribute (root, "lang", "ar");
  set_xml_attribute (root, "id", id);

  return doc;
}

/* ---- rows ---- */

/* What the kind says of a row with this id, or NULL. */
const MqModelRow *
mq_row_model (const MqField *table, const char *id)
{
  for (guint i = 0; i < table->n_rows; i++)
    if (strcmp (table->rows[i].id, id) == 0)
      return &table->rows[i];

  return NULL;
}

static void
set_content (xmlNode *parent, xmlNode *children)
{
  xmlNode *node;

  parent->children = children;
  for (node = children; node != NULL; node = node->next)
    {
      node->parent = parent;
      parent->last = node;
    }
}

static void
fill_cell (MqDraft *draft, xmlNode *row, const MqField *column, const char *value)
{
  g_autofree char *kept = mq_value_normalize (column, value);
  xmlNode *cell;

  if (kept == NULL)
    return;
  cell = mq_place_make_cell (draft, row, column);
  if (cell->children == NULL)
    set_content (cell, mq_content_new (draft, column, kept));
}

/* Gives a row what it has when it is new, as far as it has nothing: the cells that the kind gives it, then
 * defaults. */
static void
fill_row (MqDraft *draft, const MqField *table, xmlNode *row)
{
  const MqModelRow *model = mq_row_model (table, row->_private);

  for (guint i = 0; model != NULL && i < model->n_cells; i++)
    fill_cell (draft, row, mq_field_column (table, model->columns[i]), model->cells[i]);
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i]->formula == NULL)
      fill_cell (draft, row, table->columns[i], table->columns[i]->default_value);
}

/* A new row (transfer full), not in the tree and not in the table of ids. */
xmlNode *
mq_row_new (MqDraft *draft, const MqField *table, const char *id)
{
  xmlNode *row = xmlNewDocNode (draft->doc, draft->root->ns, (const xmlChar *) "row", NULL);

  /* looked up from the root, for the row is not below it yet */
  xmlNewNsProp (row, xmlSearchNs (draft->doc, draft->root, (const xmlChar *) "xml"), (const xmlChar *) "id",
                (const xmlChar *) id);
  row->_private = (void *) g_intern_string (id);
  fill_row (draft, table, row);

  return row;
}

/* ---- the elements of all facts ---- */

static xmlNode *
take_element (MqDraft *draft, xmlNode *parent, xmlNode *after, const char *name)
{
  xmlNode *element = mq_xml_child (parent, name);

  if (element != NULL)
    return element;

  element = xmlNewDocNode (draft->doc, draft->root->ns, (const xmlChar *) name, NULL);
  if (after != NULL)
    xmlAddNextSibling (after, element);
  else if (parent->children != NULL)
    xmlAddPrevSibling (parent->children, element);
  else
    xmlAddChild (parent, element);

  return element;
}

static void
adopt_row (MqDraft *draft, const MqField *table, xmlNode *row)
{
  xmlNode *node;

  row->_private = (void *) g_intern_string (mq_xml_id (row));
  for (node = mq_xml_first (row); node != NULL; node = mq_xml_next (node))
    node->_private = (void *) mq_field_column (table, (const char *) node->name);
}

/* The rows that the kind gives to a table: the fixed ones, and in a new draft those it has not. */
static void
add_model_rows (MqDraft *draft, const MqField *table, xmlNode *parent, gboolean new)
{
  xmlNode *after = NULL, *row, *duplicate;

  if (!table->fixed && (!new || mq_xml_child (parent, "row") != NULL))
    return;

  for (guint i = 0; i < table->n_rows; i++)
    {
      row = g_hash_table_lookup (draft->ids, table->rows[i].id);
      if (row == NULL)
        {
          row = mq_row_new (draft, table, table->rows[i].id);
          if (after != NULL)
            xmlAddNextSibling (after, row);
          else if (parent->children != NULL)
            xmlAddPrevSibling (parent->children, row);
          else
            xmlAddChild (parent, row);
          mq_ids_add (draft->ids, row, &duplicate);
        }
      if (row->parent == parent)
        after = row;
    }
}

static void
adopt_fact (MqDraft *draft, const MqField *field, xmlNode *element, gboolean new)
{
  xmlNode *row;

  element->_private = (void *) field;
  draft->fact_nodes[mq_field_inside (field)->ordinal] = element;

  if (field->type == MQ_TYPE_TABLE)
    {
      for (row = mq_xml_first (element); row != NULL; row = mq_xml_next (row))
        adopt_row (draft, field, row);
      add_model_rows (draft, field, element, new);
      for (row = mq_xml_first (element); new && row != NULL; row = mq_xml_next (row))
        fill_row (draft, field, row);
    }
  else if (new && element->children == NULL && field->default_value != NULL && field->formula == NULL)
    {
      g_autofree char *kept = mq_value_normalize (field, field->default_value);

      set_content (element, mq_content_new (draft, field, kept));
    }
}

static void
adopt_facts (MqDraft *draft, gboolean new)
{
  xmlNode *group_node = NULL, *element;

  draft->fact_nodes = g_new0 (xmlNode *, draft->kind->n_facts + 1);
  for (guint i = 0; i < draft->kind->n_groups; i++)
    {
      const MqGroup *group = draft->kind->groups[i];

      group_node = take_element (draft, draft->facts, group_node, group->name);
      element = NULL;
      for (guint k = 0; k < group->n_facts; k++)
        {
          element = take_element (draft, group_node, element, group->facts[k]->name);
          adopt_fact (draft, group->facts[k], element, new);
        }
    }
}

static void
adopt_wording (MqDraft *draft)
{
  xmlNode *node;

  draft->variants = g_hash_table_new (g_str_hash, g_str_equal);
  draft->phrases = g_hash_table_new (g_str_hash, g_str_equal);
  for (node = mq_xml_first (draft->wording); node != NULL; node = mq_xml_next (node))
    g_hash_table_insert (mq_xml_is (node, "variant") ? draft->variants : draft->phrases,
                         (gpointer) mq_xml_attribute (node, "key"), node);
}

/* Makes @doc, a checked document, the tree of @draft.  @new_draft: it is a copy of the model, and gets what a
 * new draft begins with. */
void
mq_draft_adopt (MqDraft *draft, const MqKind *kind, xmlDoc *doc, gboolean new_draft)
{
  xmlNode *duplicate;

  draft->kind = kind;
  draft->doc = doc;
  draft->root = xmlDocGetRootElement (doc);
  draft->facts = mq_xml_child (draft->root, "facts");
  draft->wording = mq_xml_child (draft->root, "wording");
  draft->body = mq_xml_child (draft->root, "body");
  draft->ids = g_hash_table_new (g_str_hash, g_str_equal);
  draft->composed = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  mq_ids_add (draft->ids, draft->root, &duplicate);
  adopt_facts (draft, new_draft);
  adopt_wording (draft);
}
