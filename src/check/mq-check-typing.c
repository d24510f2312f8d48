/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-findings.h"
#include "mq-faults.h"

/* Characters that went wrong unseen when a text was typed or pasted: found in facts and in the body,
 * mended in facts. */

typedef void (*ValueFunc) (MqDraft *draft, const char *path, const char *value, gpointer data);

/* ---- texts that people type ---- */

static gboolean
is_typed (const MqField *field)
{
  switch (field->type)
    {
    case MQ_TYPE_TEXT:
    case MQ_TYPE_PARA:
    case MQ_TYPE_PARAS:
    case MQ_TYPE_LIST:
    case MQ_TYPE_INLINE:
      return field->formula == NULL;
    default:
      return FALSE;
    }
}

static void
visit (MqDraft *draft, const MqField *field, const char *path, ValueFunc func, gpointer data)
{
  /* the value is good until the next change, which @func may make */
  g_autofree char *value = is_typed (field) ? g_strdup (mq_draft_value (draft, path)) : NULL;

  if (value != NULL)
    func (draft, path, value, data);
}

static void
visit_table (MqDraft *draft, const MqField *table, ValueFunc func, gpointer data)
{
  guint n;
  g_autofree const char **rows = mq_draft_rows (draft, table->path, &n);

  for (guint r = 0; r < n; r++)
    for (guint c = 0; c < table->n_columns; c++)
      {
        g_autofree char *path = mq_path_cell (table->columns[c], rows[r]);

        visit (draft, table->columns[c], path, func, data);
      }
}

static void
visit_facts (MqDraft *draft, ValueFunc func, gpointer data)
{
  guint n;
  const MqGroup *const *groups = mq_kind_groups (mq_draft_kind (draft), &n);

  for (guint g = 0; g < n; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      {
        const MqField *fact = groups[g]->facts[f];

        if (fact->type == MQ_TYPE_TABLE)
          visit_table (draft, fact, func, data);
        else
          visit (draft, fact, fact->path, func, data);
      }
}

/* ---- finding ---- */

/* One finding of each sort for a text is enough: it names the first word. */
static void
check_text (const char *text, const char *path, GPtrArray *findings)
{
  static const MqProblemCode codes[] = {
    [MQ_FAULT_MIXED_DIGITS] = MQ_PROBLEM_MIXED_DIGITS,
    [MQ_FAULT_LOOKALIKE] = MQ_PROBLEM_LOOKALIKE,
    [MQ_FAULT_TATWEEL] = MQ_PROBLEM_TATWEEL,
    [MQ_FAULT_DIRECTION] = MQ_PROBLEM_DIRECTION_MARK,
  };
  g_autoptr (GArray) faults = mq_faults_find (text);
  gboolean told[MQ_N_FAULTS] = { FALSE };

  for (guint i = 0; i < faults->len; i++)
    {
      const MqFault *fault = &g_array_index (faults, MqFault, i);
      g_autofree char *word = NULL;

      if (told[fault->type])
        continue;
      told[fault->type] = TRUE;
      word = mq_fault_excerpt (text, fault);
      mq_findings_add (findings, mq_problem_new (codes[fault->type], word, NULL), path);
    }
}

static void
check_value (MqDraft *draft, const char *path, const char *value, gpointer data)
{
  check_text (value, path, data);
}

/* @path: of the block that the text stands in */
static void
check_nodes (const MqNode *parent, const char *path, GPtrArray *findings)
{
  for (const MqNode *node = mq_node_first (parent); node != NULL; node = mq_node_next (node))
    if (mq_node_type (node) == MQ_NODE_TEXT)
      check_text (mq_node_text (node), path, findings);
    else
      check_nodes (node, mq_node_id (node) != NULL && mq_node_type (node) != MQ_NODE_NUMBER ? mq_node_id (node) : path,
                   findings);
}

void
mq_check_typing (MqDraft *draft, GPtrArray *findings)
{
  const MqNode *body = mq_draft_body (draft);

  visit_facts (draft, check_value, findings);
  if (body != NULL)
    check_nodes (body, mq_draft_id (draft), findings);
}

/* ---- mending ---- */

static void
mend_value (MqDraft *draft, const char *path, const char *value, gpointer data)
{
  g_autofree char *mended = mq_faults_mend (value);
  guint *n = data;

  if (!g_str_equal (mended, value) && mq_draft_set (draft, path, mended, NULL))
    (*n)++;
}

/**
 * mq_check_mend:
 * @draft: a draft
 * @label: (nullable): what the step is called in the menu
 *
 * Mends the characters that mq_check_draft() finds wrong in the texts of facts, in one step.
 *
 * Returns: how many values are others now
 */
guint
mq_check_mend (MqDraft *draft, const char *label)
{
  guint n = 0;

  g_return_val_if_fail (draft != NULL, 0);

  mq_draft_begin (draft, label, NULL);
  visit_facts (draft, mend_value, &n);
  mq_draft_end (draft);
  return n;
}
