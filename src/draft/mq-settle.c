/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-draft-private.h"

#include <string.h>

/* What follows a change: settlers set what is computed, then observers hear of it. */

/* ---- what a step changed ---- */

MqChanges *
mq_changes_new (GPtrArray *changes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  MqChanges *out = g_new0 (MqChanges, 1);

  out->paths = g_ptr_array_new ();
  for (guint i = 0; i < changes->len; i++)
    {
      gboolean rows;
      const char *path = mq_change_touches (changes->pdata[i], &rows);

      out->rows = out->rows || rows;
      if (g_hash_table_add (seen, (gpointer) path))
        g_ptr_array_add (out->paths, (gpointer) path);
    }

  return out;
}

void
mq_changes_free (MqChanges *changes)
{
  g_clear_pointer (&changes->paths, g_ptr_array_unref);
  g_free (changes);
}

/* Tells who follows the draft what has changed. */
void
mq_changes_announce (MqDraft *draft, MqChanges *changes)
{
  draft->revision++;
  mq_draft_emit_changed (draft, changes);
}

/* @path without its row: `capital/shareholders/ROW/cash` is in the column `capital/shareholders/cash`. */
static gboolean
touches (const char *path, const char *pattern)
{
  const char *row = mq_path_from (path, 2);
  const char *column = row != NULL ? mq_path_from (row, 1) : NULL;
  gsize length = strlen (pattern), table;

  if (strncmp (path, pattern, length) == 0 && (path[length] == '\0' || path[length] == '/'))
    return TRUE;
  /* rows came or went: every column of the table is another one */
  if (row == NULL)
    {
      table = strlen (path);
      return strncmp (path, pattern, table) == 0 && pattern[table] == '/' && mq_path_from (path, 1) != NULL;
    }
  if (column == NULL)
    return FALSE;

  table = (gsize) (row - path);
  return strncmp (path, pattern, table) == 0 && strcmp (column, pattern + table) == 0;
}

/**
 * mq_changes_touch:
 * @changes: (nullable): what a step changed, or %NULL for everything
 * @pattern: a path without rows: of a group, a fact, a table or a column; or of a number, `body/ID`
 *
 * Returns: whether something at @pattern or below it has changed; where rows came, went or moved, also the
 *   columns of their table
 */
gboolean
mq_changes_touch (const MqChanges *changes, const char *pattern)
{
  g_return_val_if_fail (pattern != NULL, FALSE);

  if (changes == NULL)
    return TRUE;
  for (guint i = 0; i < changes->paths->len; i++)
    if (touches (changes->paths->pdata[i], pattern))
      return TRUE;

  return FALSE;
}

/* ---- settlers ---- */

/**
 * mq_draft_set_settler:
 * @draft: a draft
 * @settler: (nullable): sets computed facts before a step closes
 * @data: for @settler
 * @destroy: (nullable): frees @data
 */
void
mq_draft_set_settler (MqDraft *draft, MqSettler settler, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (MQ_IS_DRAFT (draft));
  g_return_if_fail (!draft->settling);

  if (draft->settler_destroy != NULL)
    draft->settler_destroy (draft->settler_data);
  draft->settler = settler;
  draft->settler_data = data;
  draft->settler_destroy = destroy;
}

/* Lets the settler follow the changes that the open step has so far. */
void
mq_settle_run (MqDraft *draft, GPtrArray *changes)
{
  MqChanges *so_far;

  if (draft->settler == NULL)
    return;

  so_far = mq_changes_new (changes);
  draft->settling = TRUE;
  draft->settler (draft, so_far, draft->settler_data);
  draft->settling = FALSE;
  mq_changes_free (so_far);
}

/**
 * mq_draft_settle:
 * @draft: a draft without an open step
 *
 * Sets everything that is computed: after loading.  It is no step; a history there may be is forgotten if
 * anything changed.
 */
void
mq_draft_settle (MqDraft *draft)
{
  g_return_if_fail (MQ_IS_DRAFT (draft));

  mq_history_settle (draft);
}

/**
 * mq_draft_settle_value:
 * @draft: a draft that is settling
 * @path: path of a computed fact or cell
 * @value: (nullable): its value in neutral form
 *
 * For settlers: sets what nobody else may set.  It belongs to the step that is being closed.
 */
void
mq_draft_settle_value (MqDraft *draft, const char *path, const char *value)
{
  g_return_if_fail (MQ_IS_DRAFT (draft));
  g_return_if_fail (path != NULL);
  g_return_if_fail (draft->settling);
  g_return_if_fail (value == NULL || mq_value_is_text (value));

  mq_history_apply (draft, mq_change_set (path, value), TRUE, NULL);
}

static void
settle_change (MqDraft *draft, MqChange *change)
{
  g_autoptr (MqProblem) problem = NULL;

  if (!mq_history_apply (draft, change, TRUE, &problem))
    {
      g_autofree char *sentence = mq_problem_sentence (problem);

      g_warning ("a computed row: %s", sentence);
    }
}

/**
 * mq_draft_settle_rows:
 * @draft: a draft that is settling
 * @table: path of a computed table
 * @rows: (array length=n): ids
 * @n: how many
 *
 * For settlers: gives the table exactly these rows in this order; rows that stay keep their cells.
 */
void
mq_draft_settle_rows (MqDraft *draft, const char *table, const char *const *rows, guint n)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree const char **present = NULL;

  g_return_if_fail (MQ_IS_DRAFT (draft));
  g_return_if_fail (table != NULL);
  g_return_if_fail (draft->settling);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (wanted, (gpointer) rows[i]);

  present = mq_draft_rows (draft, table, NULL);
  for (guint i = 0; present[i] != NULL; i++)
    if (!g_hash_table_contains (wanted, present[i]))
      {
        g_autofree char *path = g_strdup_printf ("%s/%s", table, present[i]);

        settle_change (draft, mq_change_remove_row (path));
      }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", table, rows[i]);

      if (g_strcmp0 (mq_draft_row_table (draft, rows[i]), table) != 0)
        settle_change (draft, mq_change_insert_row (table, rows[i], (int) i));
      else
        settle_change (draft, mq_change_move_row (path, (int) i));
    }
}
