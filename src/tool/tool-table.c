/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table as tab-separated rows, out and in. */

#include <string.h>

#include "tool.h"

/* ---- out ---- */

static void
append_cell (GString *to, const char *value)
{
  for (const char *p = value ? value : ""; *p; p++)
    switch (*p)
      {
      case '\n': g_string_append (to, "\\n"); break;
      case '\t': g_string_append (to, "\\t"); break;
      case '\\': g_string_append (to, "\\\\"); break;
      default: g_string_append_c (to, *p);
      }
}

char *
tool_table_write (MqDraft *draft, const MqField *table)
{
  GString *text = g_string_new ("id");
  g_autofree const char **rows = mq_draft_rows (draft, table->path, NULL);

  for (guint c = 0; c < table->n_columns; c++)
    if (table->columns[c]->type != MQ_TYPE_SIGN_SPACE)
      g_string_append_printf (text, "\t%s", table->columns[c]->name);
  g_string_append_c (text, '\n');
  for (guint r = 0; rows[r]; r++)
    {
      g_string_append (text, rows[r]);
      for (guint c = 0; c < table->n_columns; c++)
        {
          g_autofree char *path = NULL;

          if (table->columns[c]->type == MQ_TYPE_SIGN_SPACE)
            continue;
          path = g_strdup_printf ("%s/%s/%s", table->path, rows[r], table->columns[c]->name);
          append_cell (g_string_append_c (text, '\t'), mq_draft_value (draft, path));
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* ---- in ---- */

static char *
read_cell (const char *cell)
{
  GString *value = g_string_new (NULL);

  for (const char *p = cell; *p; p++)
    if (*p == '\\' && p[1] && strchr ("nt\\", p[1]))
      g_string_append_c (value, *++p == 'n' ? '\n' : *p == 't' ? '\t' : '\\');
    else
      g_string_append_c (value, *p);
  return g_string_free (value, FALSE);
}

/* The fields that a line of column names names; NULL stands for the id.  NULL array: an unknown column, or
 * one twice. */
static GPtrArray *
read_head (const MqField *table, const char *line, MqProblem **problem)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_auto (GStrv) names = g_strsplit (line, "\t", -1);

  for (guint i = 0; names[i]; i++)
    {
      const MqField *column = g_str_equal (names[i], "id") ? NULL : mq_field_column (table, names[i]);

      if ((!column && !g_str_equal (names[i], "id")) || g_ptr_array_find (columns, column, NULL))
        {
          mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_UNKNOWN_COLUMN, names[i], NULL));
          return NULL;
        }
      g_ptr_array_add (columns, (gpointer) column);
    }
  return g_steal_pointer (&columns);
}

static const char *
row_of_line (MqDraft *draft, const MqField *table, GPtrArray *columns, const GStrv cells)
{
  guint at;

  if (!g_ptr_array_find (columns, NULL, &at) || at >= g_strv_length (cells))
    return NULL;
  return g_strcmp0 (mq_draft_row_table (draft, cells[at]), table->path) == 0 ? cells[at] : NULL;
}

static gboolean
set_cells (MqDraft *draft, const char *row_path, GPtrArray *columns, const GStrv cells, gboolean computed,
           MqProblem **problem)
{
  for (guint c = 0; c < columns->len && cells[c]; c++)
    {
      const MqField *column = g_ptr_array_index (columns, c);
      g_autofree char *path = NULL, *value = NULL;

      if (!column || !!column->formula != computed)
        continue;
      path = g_strdup_printf ("%s/%s", row_path, column->name);
      value = read_cell (cells[c]);
      if (!computed && !mq_draft_set (draft, path, value, problem))
        return FALSE;
      if (computed && g_strcmp0 (value, mq_draft_value (draft, path) ? mq_draft_value (draft, path) : "") != 0)
        return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_READ_ONLY, path, NULL));
    }
  if (g_strv_length (cells) > columns->len)
    return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_UNKNOWN_COLUMN, cells[columns->len], NULL));
  return TRUE;
}

/* Rows of @table that no line names go. */
static gboolean
remove_others (MqDraft *draft, const MqField *table, GHashTable *kept, MqProblem **problem)
{
  g_autofree const char **rows = mq_draft_rows (draft, table->path, NULL);

  for (guint r = 0; rows[r]; r++)
    if (!g_hash_table_contains (kept, rows[r]))
      {
        g_autofree char *path = g_strdup_printf ("%s/%s", table->path, rows[r]);

        if (!mq_draft_apply (draft, mq_change_remove_row (path), problem))
          return FALSE;
      }
  return TRUE;
}

gboolean
tool_table_read (MqDraft *draft, const MqField *table, const char *text, MqProblem **problem)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) columns = read_head (table, lines[0] ? lines[0] : "", problem);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean good = columns != NULL;

  if (!good)
    return FALSE;

  /* rows first, so that cells that must be unique are compared with the rows that stay */
  mq_draft_begin (draft, NULL, NULL);
  for (guint i = 1; good && lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      const char *row;
      MqChange *change;

      if (!lines[i][0])
        {
          g_ptr_array_add (paths, NULL);
          continue;
        }
      row = row_of_line (draft, table, columns, cells);
      if (row && !g_hash_table_add (kept, (gpointer) g_intern_string (row)))
        good = mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_DUPLICATE_ID, row, NULL));
      else if (row)
        {
          g_ptr_array_add (paths, g_strdup_printf ("%s/%s", table->path, row));
          change = mq_change_move_row (g_ptr_array_index (paths, paths->len - 1), (int) g_hash_table_size (kept) - 1);
          good = mq_draft_apply (draft, change, problem);
        }
      else
        {
          g_autofree char *path = NULL;

          change = mq_change_insert_row (table->path, NULL, (int) g_hash_table_size (kept));
          path = g_strdup (mq_change_path (change));
          good = mq_draft_apply (draft, change, problem);
          g_hash_table_add (kept, (gpointer) g_intern_string (strrchr (path, '/') + 1));
          g_ptr_array_add (paths, g_steal_pointer (&path));
        }
    }
  good = good && remove_others (draft, table, kept, problem);
  for (guint i = 0; good && i < paths->len; i++)
    if (g_ptr_array_index (paths, i))
      {
        g_auto (GStrv) cells = g_strsplit (lines[i + 1], "\t", -1);

        good = set_cells (draft, g_ptr_array_index (paths, i), columns, cells, FALSE, problem);
      }
  mq_draft_end (draft);

  /* now that they are computed */
  for (guint i = 0; good && i < paths->len; i++)
    if (g_ptr_array_index (paths, i))
      {
        g_auto (GStrv) cells = g_strsplit (lines[i + 1], "\t", -1);

        good = set_cells (draft, g_ptr_array_index (paths, i), columns, cells, TRUE, problem);
      }
  return good;
}
