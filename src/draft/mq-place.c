/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-draft-private.h"

#include <string.h>

/* From paths to places.  Lookups are made thousands of times while a document is laid out, so they allocate
 * nothing. */

#define MAX_PATH_PART 128

static gboolean
unknown_path (const char *path, MqProblem **problem)
{
  MqProblem *unknown;

  if (problem == NULL)
    return FALSE;
  unknown = mq_problem_new (MQ_PROBLEM_UNKNOWN_PATH, path, NULL);
  mq_problem_set_path (unknown, path);

  return mq_problem_report (problem, unknown);
}

static gboolean
place_number (MqDraft *draft, const char *path, MqPlace *place, MqProblem **problem)
{
  xmlNode *node = g_hash_table_lookup (draft->ids, path + strlen ("body/"));

  /* a number in a definition is a part of the definition's value */
  if (node == NULL || !mq_xml_is (node, "number") || !mq_xml_is_inside (node, draft->body))
    return unknown_path (path, problem);

  *place = (MqPlace) { .type = MQ_PLACE_NUMBER, .node = node };
  return TRUE;
}

/* group/table/ROW and group/table/ROW/column */
static gboolean
place_in_table (MqDraft *draft, const char *path, const char *row, MqPlace *place, MqProblem **problem)
{
  const char *column = mq_path_from (row, 1);
  gsize table_length = (gsize) (row - 1 - path);
  gsize row_length = column != NULL ? (gsize) (column - 1 - row) : strlen (row);
  char buffer[2 * MAX_PATH_PART];
  const MqField *table, *field = NULL;
  xmlNode *node;

  if (table_length >= sizeof buffer)
    return unknown_path (path, problem);
  memcpy (buffer, path, table_length);
  buffer[table_length] = '\0';
  table = g_hash_table_lookup (draft->kind->fields, buffer);
  if (table == NULL || table->type != MQ_TYPE_TABLE)
    return unknown_path (path, problem);

  if (column != NULL)
    {
      field = mq_field_column (table, column);
      if (field == NULL)
        {
          if (problem != NULL)
            {
              mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_UNKNOWN_COLUMN, column, NULL));
              mq_problem_set_path (*problem, path);
            }
          return FALSE;
        }
    }

  if (row_length < sizeof buffer)
    {
      memcpy (buffer, row, row_length);
      buffer[row_length] = '\0';
      node = g_hash_table_lookup (draft->ids, buffer);
    }
  else
    {
      g_autofree char *id = g_strndup (row, row_length);

      node = g_hash_table_lookup (draft->ids, id);
    }
  if (node == NULL || !mq_is_row (node) ||
      node->parent != draft->fact_nodes[mq_field_inside (table)->ordinal])
    return unknown_path (path, problem);

  if (field == NULL)
    *place = (MqPlace) { .type = MQ_PLACE_ROW, .field = table, .node = node };
  else
    *place = (MqPlace) { MQ_PLACE_CELL, field, mq_place_cell (node, field), node };

  return TRUE;
}

/* Finds the place at @path.  FALSE: there is no such place, and @problem (may be NULL) says so. */
gboolean
mq_place_find (MqDraft *draft, const char *path, MqPlace *place, MqProblem **problem)
{
  const char *row = mq_path_from (path, 2);
  const MqField *field;

  if (row != NULL)
    return place_in_table (draft, path, row, place, problem);
  if (g_str_has_prefix (path, "body/"))
    return place_number (draft, path, place, problem);

  field = g_hash_table_lookup (draft->kind->fields, path);
  if (field == NULL)
    return unknown_path (path, problem);

  place->type = field->type == MQ_TYPE_TABLE ? MQ_PLACE_TABLE : MQ_PLACE_FACT;
  place->field = field;
  place->node = draft->fact_nodes[mq_field_inside (field)->ordinal];
  place->row = NULL;

  return TRUE;
}

/* The element of a cell, or NULL when it has none yet. */
xmlNode *
mq_place_cell (const xmlNode *row, const MqField *column)
{
  xmlNode *node;

  for (node = row->children; node != NULL; node = node->next)
    if (node->_private == column)
      return node;

  return NULL;
}

/* The element of a cell, made when there is none, at its place in the order of the columns. */
xmlNode *
mq_place_make_cell (MqDraft *draft, xmlNode *row, const MqField *column)
{
  xmlNode *cell = mq_place_cell (row, column), *node, *before = NULL;

  if (cell != NULL)
    return cell;

  cell = xmlNewDocNode (draft->doc, draft->root->ns, (const xmlChar *) column->name, NULL);
  cell->_private = (void *) column;
  for (node = row->children; node != NULL && before == NULL; node = node->next)
    if (node->_private != NULL && ((const MqField *) node->_private)->index > column->index)
      before = node;
  if (before != NULL)
    xmlAddPrevSibling (before, cell);
  else
    xmlAddChild (row, cell);

  return cell;
}

/* How many rows the element of a table has. */
int
mq_rows_count (const xmlNode *table)
{
  const xmlNode *node;
  int n = 0;

  for (node = table->children; node != NULL; node = node->next)
    if (mq_is_row (node))
      n++;

  return n;
}

/* Whether all paths that the content of @top quotes lead to a field of the kind.  FALSE: the place and the
 * path. */
gboolean
mq_paths_check (const MqKind *kind, const xmlNode *top, const xmlNode **where, const char **unknown)
{
  const xmlNode *node;

  for (node = top; node != NULL; node = mq_xml_walk (node, top))
    {
      const char *of;

      if (!mq_xml_is_own (node))
        continue;
      of = mq_xml_attribute (node, "of");
      if (of != NULL && mq_kind_field (kind, of) == NULL)
        {
          *where = node;
          *unknown = of;
          return FALSE;
        }
    }

  return TRUE;
}

/* ---- public ---- */

static const char **
row_ids (const xmlNode *table, guint *n)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const xmlNode *node;

  if (table != NULL)
    for (node = table->children; node != NULL; node = node->next)
      if (mq_is_row (node))
        g_ptr_array_add (ids, node->_private);
  if (n != NULL)
    *n = ids->len;
  g_ptr_array_add (ids, NULL);

  return (const char **) g_ptr_array_steal (ids, NULL);
}

static const xmlNode *
table_node (MqDraft *draft, const char *table)
{
  MqPlace place;

  return mq_place_find (draft, table, &place, NULL) && place.type == MQ_PLACE_TABLE ? place.node : NULL;
}

/**
 * mq_draft_rows:
 * @draft: a draft
 * @table: path of a table
 * @n: (out) (optional): how many rows it has
 *
 * Returns: (transfer container) (array length=n zero-terminated=1): the ids of the rows in order, interned;
 *   empty when there is no such table
 */
const char **
mq_draft_rows (MqDraft *draft, const char *table, guint *n)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  return row_ids (table_node (draft, table), n);
}

/**
 * mq_draft_n_rows:
 * @draft: a draft
 * @table: path of a table
 *
 * Returns: how many rows it has; 0 when there is no such table
 */
guint
mq_draft_n_rows (MqDraft *draft, const char *table)
{
  const xmlNode *parent;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), 0);
  g_return_val_if_fail (table != NULL, 0);

  parent = table_node (draft, table);

  return parent != NULL ? (guint) mq_rows_count (parent) : 0;
}

/**
 * mq_draft_row_table:
 * @draft: a draft
 * @row: id of a row
 *
 * Returns: (transfer none) (nullable): the path of the table that it stands in
 */
const char *
mq_draft_row_table (MqDraft *draft, const char *row)
{
  const xmlNode *node;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (row != NULL, NULL);

  node = g_hash_table_lookup (draft->ids, row);
  if (node == NULL || !mq_is_row (node) || !mq_xml_is_inside (node, draft->facts))
    return NULL;

  return ((const MqField *) node->parent->_private)->path;
}
