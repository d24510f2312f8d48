/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One fact read and changed, through the same door as the forms. */

#include <stdio.h>

#include "mq-check.h"
#include "mq-limits.h"
#include "tool.h"

/* The field that a path leads to, if the place is there (its row exists). */
static const MqField *
find_field (MqDraft *draft, const char *path, MqProblem **problem)
{
  const MqField *field = mq_kind_field (mq_draft_kind (draft), path);
  const char *row = mq_path_row_id (path);

  /* a cell needs its row: table/ROW/column */
  if (field && field->table)
    {
      const char *table = row ? mq_draft_row_table (draft, row) : NULL;

      if (!table || !g_str_equal (table, field->table->path))
        field = NULL;
    }
  if (!field)
    mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_UNKNOWN_PATH, path, NULL));
  return field;
}

int
tool_get (const ToolOptions *options, int n, char **arguments)
{
  g_autoptr (MqDraft) draft = tool_load (arguments[0]);
  const char *path = arguments[1];
  MqProblem *problem = NULL;
  const MqField *field;

  if (!draft)
    return TOOL_COULD_NOT;
  if (g_str_has_prefix (path, "body/") && mq_draft_value (draft, path))
    {
      printf ("%s\n", mq_draft_value (draft, path));
      return TOOL_DONE;
    }
  field = find_field (draft, path, &problem);
  if (!field)
    return tool_tell (problem);
  if (field->type == MQ_TYPE_TABLE)
    {
      g_autofree char *table = tool_table_write (draft, field);

      fputs (table, stdout);
    }
  else
    {
      const char *value = mq_draft_value (draft, path);

      printf ("%s\n", value ? value : "");
    }
  return TOOL_DONE;
}

int
tool_mend (const ToolOptions *options, int n, char **arguments)
{
  g_autoptr (MqDraft) draft = tool_load (arguments[0]);

  if (!draft)
    return TOOL_COULD_NOT;
  printf ("%u\n", mq_check_mend (draft, NULL));
  return tool_save (draft, options, arguments[0]);
}

/* Standard input to its end, without the last line's end; NULL: too long, or not text. */
static char *
read_input (MqProblem **problem)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char part[8192];
  size_t n;

  while ((n = fread (part, 1, sizeof part, stdin)) > 0)
    {
      g_string_append_len (text, part, n);
      if (text->len > MQ_LIMIT_TEXT_BYTES)
        {
          mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_TEXT_TOO_LONG, NULL,
                                                      G_STRINGIFY (MQ_LIMIT_TEXT_MIB) " MiB"));
          return NULL;
        }
    }
  if (!g_utf8_validate (text->str, text->len, NULL))
    {
      mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_BAD_CHARACTER, NULL, NULL));
      return NULL;
    }
  if (text->len && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

int
tool_set (const ToolOptions *options, int n, char **arguments)
{
  g_autoptr (MqDraft) draft = tool_load (arguments[0]);
  g_autofree char *input = NULL;
  const char *path = arguments[1], *value = arguments[2];
  MqProblem *problem = NULL;
  const MqField *field;
  gboolean done;

  if (!draft)
    return TOOL_COULD_NOT;
  if (g_str_equal (value, "-"))
    {
      value = input = read_input (&problem);
      if (!input)
        return tool_tell (problem);
    }
  else if (!g_utf8_validate (value, -1, NULL))
    return tool_tell (mq_problem_new (MQ_PROBLEM_BAD_CHARACTER, NULL, NULL));

  if (g_str_has_prefix (path, "body/"))
    done = mq_draft_set (draft, path, value, &problem);
  else if (!(field = find_field (draft, path, &problem)))
    done = FALSE;
  else if (field->type == MQ_TYPE_TABLE)
    done = tool_table_read (draft, field, value, &problem);
  else
    done = mq_draft_set (draft, path, value, &problem);
  return done ? tool_save (draft, options, arguments[0]) : tool_tell (problem);
}
