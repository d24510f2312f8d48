/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-change-private.h"

#include <string.h>

/* The four changes and their inverses.
 *
 * A change is made once (do), and then taken back and made again any number of times (revert, repeat).  What
 * it has taken out of the tree it owns: SET the children that are not in the element at present, REMOVE the
 * row while it is removed, INSERT the row while it is taken back.  Reverting and repeating happen in strict
 * order, so the tree is then as it was, and the nodes that a change remembers are where they were. */

static MqChange *
new_change (MqChangeType type, const char *path)
{
  MqChange *change = g_new0 (MqChange, 1);

  change->type = type;
  change->path = g_intern_string (path);

  return change;
}

static const char *
table_of (const char *row_path)
{
  g_autofree char *table = mq_path_fact (row_path);

  return g_intern_string (table);
}

/**
 * mq_change_set:
 * @path: path of a fact, a cell or a number of a clause
 * @value: (nullable): its new value in neutral form; %NULL or "" empties it
 *
 * Returns: (transfer full): a change for mq_draft_apply()
 */
MqChange *
mq_change_set (const char *path, const char *value)
{
  MqChange *change;

  g_return_val_if_fail (path != NULL, NULL);

  change = new_change (MQ_CHANGE_SET, path);
  change->value = g_strdup (value);

  return change;
}

/**
 * mq_change_insert_row:
 * @table: path of a table
 * @row: (nullable): id of the new row, or %NULL for a random one
 * @at: its place, from 0, or -1 for the end
 *
 * The row begins with the default values of the columns.
 *
 * Returns: (transfer full): a change for mq_draft_apply()
 */
MqChange *
mq_change_insert_row (const char *table, const char *row, int at)
{
  g_autofree char *id = NULL, *path = NULL;
  MqChange *change;

  g_return_val_if_fail (table != NULL, NULL);

  id = row != NULL ? g_strdup (row) : mq_ids_new (NULL, 'r');
  path = g_strdup_printf ("%s/%s", table, id);
  change = new_change (MQ_CHANGE_INSERT_ROW, path);
  change->table = g_intern_string (table);
  change->row = g_steal_pointer (&id);
  change->at = at;

  return change;
}

/**
 * mq_change_remove_row:
 * @row_path: path of a row
 *
 * What refers to the row keeps its id: a reference to nothing is a finding.
 *
 * Returns: (transfer full): a change for mq_draft_apply()
 */
MqChange *
mq_change_remove_row (const char *row_path)
{
  MqChange *change;

  g_return_val_if_fail (row_path != NULL, NULL);

  change = new_change (MQ_CHANGE_REMOVE_ROW, row_path);
  change->table = table_of (row_path);

  return change;
}

/**
 * mq_change_move_row:
 * @row_path: path of a row
 * @at: the place, from 0, that it has afterwards; -1 for the end
 *
 * Returns: (transfer full): a change for mq_draft_apply()
 */
MqChange *
mq_change_move_row (const char *row_path, int at)
{
  MqChange *change;

  g_return_val_if_fail (row_path != NULL, NULL);

  change = new_change (MQ_CHANGE_MOVE_ROW, row_path);
  change->table = table_of (row_path);
  change->at = at;

  return change;
}

/**
 * mq_change_type:
 * @change: a change
 *
 * Returns: which of the four it is
 */
MqChangeType
mq_change_type (const MqChange *change)
{
  g_return_val_if_fail (change != NULL, MQ_CHANGE_SET);

  return change->type;
}

/**
 * mq_change_path:
 * @change: a change that has not been handed over yet
 *
 * Returns: (transfer none): the interned path of what it changes; of an inserted row too
 */
const char *
mq_change_path (const MqChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  return change->path;
}

/* Frees siblings that are not in the tree, and what is remembered about them. */
static void
free_nodes (MqDraft *draft, xmlNode *nodes)
{
  xmlNode *top, *node;

  for (top = nodes; top != NULL; top = top->next)
    for (node = top; node != NULL; node = mq_xml_walk (node, top))
      g_hash_table_remove (draft->composed, node);
  xmlFreeNodeList (nodes);
}

/* Frees a change, and what it has taken out of the tree. */
void
mq_change_free (MqChange *change)
{
  if (change == NULL)
    return;

  if (change->children != NULL)
    free_nodes (change->draft, g_steal_pointer (&change->children));
  if (change->owns_node)
    free_nodes (change->draft, g_steal_pointer (&change->node));
  g_clear_pointer (&change->value, g_free);
  g_clear_pointer (&change->row, g_free);
  g_free (change);
}

/* ---- primitives ---- */

/* Exchanges the content of the element for the content that the change holds. */
void
mq_change_exchange (MqDraft *draft, MqChange *change)
{
  xmlNode *element = change->node, *in = change->children, *node;

  change->children = element->children;
  for (node = change->children; node != NULL; node = node->next)
    {
      mq_ids_remove (draft->ids, node);
      node->parent = NULL;
    }

  element->children = in;
  element->last = NULL;
  for (node = in; node != NULL; node = node->next)
    {
      xmlNode *duplicate;

      node->parent = element;
      element->last = node;
      if (!mq_ids_add (draft->ids, node, &duplicate))
        g_critical ("the identifier “%s” is there twice", mq_xml_id (duplicate));
    }
  g_hash_table_remove (draft->composed, element);
}

static xmlNode *
nth_row (const xmlNode *table, int n)
{
  xmlNode *node;

  for (node = table->children; node != NULL; node = node->next)
    if (mq_is_row (node) && n-- == 0)
      return node;

  return NULL;
}

/* The place of a row, from 0. */
int
mq_rows_index (const xmlNode *row)
{
  int n = 0;

  for (row = row->prev; row != NULL; row = row->prev)
    if (mq_is_row (row))
      n++;

  return n;
}

static void
link_before (xmlNode *table, xmlNode *row, xmlNode *next)
{
  if (next != NULL)
    xmlAddPrevSibling (next, row);
  else
    xmlAddChild (table, row);
}

/* Puts a row at a place among the rows of a table. */
void
mq_rows_link (xmlNode *table, xmlNode *row, int at)
{
  xmlNode *next = nth_row (table, at), *last = NULL;

  if (next == NULL && at > 0)
    last = nth_row (table, at - 1);
  if (last != NULL)
    xmlAddNextSibling (last, row);
  else
    link_before (table, row, next);
}

static xmlNode *
table_node (MqDraft *draft, const MqChange *change)
{
  const MqField *table = mq_kind_field (draft->kind, change->table);

  return draft->fact_nodes[mq_field_inside (table)->ordinal];
}

/* The row is in the tree (again). */
void
mq_change_take_in (MqDraft *draft, MqChange *change)
{
  xmlNode *duplicate;

  change->owns_node = FALSE;
  if (!mq_ids_add (draft->ids, change->node, &duplicate))
    g_critical ("the identifier “%s” is there twice", mq_xml_id (duplicate));
}

/* Takes the row out of the tree. */
void
mq_change_take_out (MqDraft *draft, MqChange *change)
{
  change->next = change->node->next;
  mq_ids_remove (draft->ids, change->node);
  xmlUnlinkNode (change->node);
  change->owns_node = TRUE;
}

/* Moves the row to the place that the change says. */
void
mq_change_move (MqDraft *draft, MqChange *change)
{
  xmlNode *table = change->node->parent;

  change->next = change->node->next;
  xmlUnlinkNode (change->node);
  mq_rows_link (table, change->node, change->at);
}

/* ---- back and forth ---- */

/* Takes the change back. */
void
mq_change_revert (MqDraft *draft, MqChange *change)
{
  xmlNode *table;

  g_assert (change->done);

  switch (change->type)
    {
    case MQ_CHANGE_INSERT_ROW:
      mq_change_take_out (draft, change);
      break;
    case MQ_CHANGE_REMOVE_ROW:
      link_before (table_node (draft, change), change->node, change->next);
      mq_change_take_in (draft, change);
      break;
    case MQ_CHANGE_MOVE_ROW:
      table = change->node->parent;
      xmlUnlinkNode (change->node);
      link_before (table, change->node, change->next);
      break;
    case MQ_CHANGE_SET:
    default:
      mq_change_exchange (draft, change);
      break;
    }
  change->done = FALSE;
}

/* Makes it again after it was taken back. */
void
mq_change_repeat (MqDraft *draft, MqChange *change)
{
  g_assert (!change->done && change->node != NULL);

  switch (change->type)
    {
    case MQ_CHANGE_INSERT_ROW:
      link_before (table_node (draft, change), change->node, change->next);
      mq_change_take_in (draft, change);
      break;
    case MQ_CHANGE_REMOVE_ROW:
      mq_change_take_out (draft, change);
      break;
    case MQ_CHANGE_MOVE_ROW:
      mq_change_move (draft, change);
      break;
    case MQ_CHANGE_SET:
    default:
      mq_change_exchange (draft, change);
      break;
    }
  change->done = TRUE;
}

/* ---- what history asks of a change ---- */

/* Whether a SET has left its place as it was before. */
gboolean
mq_change_is_void (MqDraft *draft, MqChange *change)
{
  const MqField *field = change->node->_private;
  g_autofree char *before = NULL;

  if (change->type != MQ_CHANGE_SET)
    return FALSE;
  before = mq_value_compose (field, change->children);

  return g_strcmp0 (before, mq_value_of (draft, field, change->node)) == 0;
}

/* The interned path that observers hear of: of the value, or of the table whose rows came, went or moved. */
const char *
mq_change_touches (const MqChange *change, gboolean *rows)
{
  *rows = change->type != MQ_CHANGE_SET;

  return *rows ? change->table : change->path;
}

/* The field that the change concerns, a table for a change of rows; NULL for a number of a clause. */
const MqField *
mq_change_field (MqDraft *draft, const MqChange *change)
{
  return mq_kind_field (draft->kind, change->table != NULL ? change->table : change->path);
}
