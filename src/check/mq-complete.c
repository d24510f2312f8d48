/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-needs.h"

static void
count (MqCompleteness *completeness, MqDraft *draft, const char *path)
{
  const char *value = mq_draft_value (draft, path);

  completeness->needed++;
  completeness->filled += value != NULL && *value != '\0';
}

static void
count_table (MqCompleteness *completeness, MqNeeds *needs, MqDraft *draft, const MqField *table)
{
  guint n;
  g_autofree const char **rows = mq_draft_rows (draft, table->path, &n);

  if (n == 0)
    {
      completeness->needed += mq_needs_field (needs, table, NULL);
      return;
    }
  if (!mq_needs_rows (needs, table))
    return;
  for (guint r = 0; r < n; r++)
    for (guint c = 0; c < table->n_columns; c++)
      if (mq_needs_field (needs, table->columns[c], rows[r]))
        {
          g_autofree char *path = mq_path_cell (table->columns[c], rows[r]);

          count (completeness, draft, path);
        }
}

/**
 * mq_check_completeness:
 * @draft: a draft
 * @group: the name of a group of facts
 *
 * What is asked for counts: facts, and the cells of rows; a table that must have rows and has none counts as
 * one that is missing.
 *
 * Returns: how many are asked for, and how many of them are filled
 */
MqCompleteness
mq_check_completeness (MqDraft *draft, const char *group)
{
  MqCompleteness completeness = { 0, 0 };
  const MqGroup *found;
  MqNeeds *needs;

  g_return_val_if_fail (draft != NULL && group != NULL, completeness);

  found = mq_kind_group (mq_draft_kind (draft), group);
  needs = mq_needs_get (draft);
  for (guint i = 0; found != NULL && i < found->n_facts; i++)
    {
      const MqField *fact = found->facts[i];

      if (fact->type == MQ_TYPE_TABLE)
        count_table (&completeness, needs, draft, fact);
      else if (mq_needs_field (needs, fact, NULL))
        count (&completeness, draft, fact->path);
    }
  return completeness;
}
