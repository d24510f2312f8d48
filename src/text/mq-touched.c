/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-touched.h"

struct _MqTouched {
  GHashTable *paths;
};

/**
 * mq_touched_new:
 * @changes: (nullable): what a step changed; %NULL for an empty set
 *
 * Returns: (transfer full): the set of what @changes touched
 */
MqTouched *
mq_touched_new (const MqChanges *changes)
{
  MqTouched *touched = g_new0 (MqTouched, 1);

  touched->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; changes != NULL && i < changes->paths->len; i++)
    mq_touched_add (touched, g_ptr_array_index (changes->paths, i));
  return touched;
}

/**
 * mq_touched_free:
 * @touched: (nullable) (transfer full): what changes touched
 */
void
mq_touched_free (MqTouched *touched)
{
  if (touched == NULL)
    return;
  g_hash_table_unref (touched->paths);
  g_free (touched);
}

/**
 * mq_touched_add:
 * @touched: a set
 * @path: a full path: of a value, a table or a row (a row stands for its table)
 */
void
mq_touched_add (MqTouched *touched, const char *path)
{
  const char *slash[3] = { NULL };
  guint n = 0;

  g_return_if_fail (touched != NULL && path != NULL);

  for (const char *p = path; *p != '\0' && n < 3; p++)
    if (*p == '/')
      slash[n++] = p;

  if (n == 2)
    {
      g_hash_table_add (touched->paths, g_strndup (path, slash[1] - path));
      return;
    }
  if (n == 3)
    g_hash_table_add (touched->paths, g_strdup_printf ("%.*s%s", (int) (slash[1] - path), path, slash[2]));
  g_hash_table_add (touched->paths, g_strdup (path));
}

/**
 * mq_touched_has:
 * @touched: a set
 * @path: a fact, a table, a column (without its row) or a cell (with it)
 *
 * Returns: whether that value, or the rows of that table, were touched
 */
gboolean
mq_touched_has (const MqTouched *touched, const char *path)
{
  g_return_val_if_fail (touched != NULL && path != NULL, FALSE);

  return g_hash_table_contains (touched->paths, path);
}

/**
 * mq_touched_read:
 * @touched: a set
 * @path: a fact, column or cell that was read
 * @table: (nullable): the table that @path is a column or cell of
 *
 * Returns: whether what was read may be another now: the value was touched, or rows of its table came or went
 */
gboolean
mq_touched_read (const MqTouched *touched, const char *path, const char *table)
{
  return mq_touched_has (touched, path) || (table != NULL && mq_touched_has (touched, table));
}
