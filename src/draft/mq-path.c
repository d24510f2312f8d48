/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-path.h"

#include <string.h>

/* names in the path of a cell, and of its row */
#define N_CELL 4
#define N_ROW 3

/**
 * mq_path_length:
 * @path: a path
 *
 * Returns: how many names it has
 */
guint
mq_path_length (const char *path)
{
  guint n = 1;

  g_return_val_if_fail (path != NULL, 0);

  for (; *path != '\0'; path++)
    if (*path == '/')
      n++;

  return n;
}

/**
 * mq_path_from:
 * @path: a path
 * @n: how many names to pass over
 *
 * Returns: (transfer none) (nullable): the rest of @path, inside it; %NULL when it has no more than @n names
 */
const char *
mq_path_from (const char *path, guint n)
{
  g_return_val_if_fail (path != NULL, NULL);

  for (; n > 0 && path != NULL; n--)
    {
      path = strchr (path, '/');
      if (path != NULL)
        path++;
    }

  return path;
}

/**
 * mq_path_first:
 * @path: a path
 * @n: how many names, at least 1
 *
 * Returns: (transfer full): its first @n names; all of it when it has no more
 */
char *
mq_path_first (const char *path, guint n)
{
  const char *rest;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (n > 0, NULL);

  rest = mq_path_from (path, n);

  return rest != NULL ? g_strndup (path, (gsize) (rest - 1 - path)) : g_strdup (path);
}

/**
 * mq_path_group:
 * @path: a path
 *
 * Returns: (transfer full): the name of its group
 */
char *
mq_path_group (const char *path)
{
  return mq_path_first (path, 1);
}

/**
 * mq_path_fact:
 * @path: a path
 *
 * Returns: (transfer full): the path of the fact or table that it is, or stands in
 */
char *
mq_path_fact (const char *path)
{
  return mq_path_first (path, 2);
}

/**
 * mq_path_row:
 * @path: a path
 *
 * Returns: (transfer full) (nullable): of the path of a cell, the path of its row; %NULL for any other
 */
char *
mq_path_row (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return mq_path_length (path) == N_CELL ? mq_path_first (path, N_ROW) : NULL;
}

/**
 * mq_path_row_id:
 * @path: a path
 *
 * Returns: (transfer none) (nullable): of the path of a cell, the id of its row, interned; %NULL for any other
 */
const char *
mq_path_row_id (const char *path)
{
  g_autofree char *row = mq_path_row (path);

  return row != NULL ? g_intern_string (mq_path_from (row, N_ROW - 1)) : NULL;
}

/**
 * mq_path_pattern:
 * @path: the path of a fact, table, row or cell
 *
 * Returns: (transfer full): the path without its row: of a cell that of its column, of a row that of its table
 */
char *
mq_path_pattern (const char *path)
{
  g_autofree char *fact = mq_path_fact (path);
  const char *column = mq_path_from (path, N_ROW);

  return column != NULL ? g_strconcat (fact, "/", column, NULL) : g_steal_pointer (&fact);
}

/**
 * mq_path_cell:
 * @field: a fact or column
 * @row: (nullable): the id of a row of the column's table
 *
 * Returns: (transfer full): the path of the cell; of the fact or column itself without a row
 */
char *
mq_path_cell (const MqField *field, const char *row)
{
  g_return_val_if_fail (field != NULL, NULL);

  return field->table != NULL && row != NULL ? g_strconcat (field->table->path, "/", row, "/", field->name, NULL)
                                             : g_strdup (field->path);
}
