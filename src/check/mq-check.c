/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-check-body.h"
#include "mq-compute.h"
#include "mq-findings.h"
#include "mq-needs.h"

/* ---- facts ---- */

typedef struct {
  MqDraft *draft;
  MqNeeds *needs;
  MqRenderer *renderer;
  GPtrArray *findings;
} Check;

static void
find (Check *check, MqProblem *problem, const char *path)
{
  mq_findings_add (check->findings, problem, path);
}

static const char *
label_of (Check *check, const MqField *field)
{
  return mq_house_field_title (mq_renderer_house (check->renderer), field);
}

/* Too few items are no reason to refuse a value while it is typed: they are told here alone. */
static void
check_fewest (Check *check, const MqField *field, const char *path, guint n)
{
  g_autofree char *limit = NULL;

  if (field->min_items == 0 || n >= (guint) field->min_items)
    return;
  limit = g_strdup_printf ("%d", field->min_items);
  find (check, mq_problem_new (MQ_PROBLEM_TOO_FEW_ROWS, label_of (check, field), limit), path);
}

static void
check_most (Check *check, const MqField *table, guint n)
{
  g_autofree char *limit = NULL;

  if (table->max_items == 0 || n <= (guint) table->max_items)
    return;
  limit = g_strdup_printf ("%d", table->max_items);
  find (check, mq_problem_new (MQ_PROBLEM_TOO_MANY_ROWS, label_of (check, table), limit), table->path);
}

static guint
count_lines (const char *value)
{
  guint n = 1;

  for (const char *p = value; *p != '\0'; p++)
    n += *p == '\n';
  return n;
}

/* A value that came with a file may be one that would be refused from a form. */
static void
check_held (Check *check, const MqField *field, const char *path, const char *value)
{
  MqProblem *problem = NULL;

  if (!mq_draft_accepts (check->draft, path, value, &problem) && problem->code != MQ_PROBLEM_READ_ONLY)
    find (check, g_steal_pointer (&problem), path);
  g_clear_pointer (&problem, mq_problem_free);
  if (field->type == MQ_TYPE_LIST || field->type == MQ_TYPE_PARAS)
    check_fewest (check, field, path, count_lines (value));
}

static void
check_value (Check *check, const MqField *field, const char *row, const char *path, gboolean asked)
{
  const char *value = mq_draft_value (check->draft, path);

  if (value != NULL && *value != '\0')
    {
      g_autofree char *held = g_strdup (value);

      if (field->formula == NULL)
        check_held (check, field, path, held);
    }
  else if (asked && mq_needs_field (check->needs, field, row))
    find (check, mq_problem_new (MQ_PROBLEM_FACT_EMPTY, label_of (check, field), NULL), path);
}

static void
check_table (Check *check, const MqField *table)
{
  guint n;
  g_autofree const char **rows = mq_draft_rows (check->draft, table->path, &n);
  gboolean asked = mq_needs_rows (check->needs, table);

  if (n == 0 && mq_needs_field (check->needs, table, NULL))
    find (check, mq_problem_new (MQ_PROBLEM_FACT_EMPTY, label_of (check, table), NULL), table->path);
  else if (n > 0)
    check_fewest (check, table, table->path, n);
  check_most (check, table, n);
  for (guint r = 0; r < n; r++)
    for (guint c = 0; c < table->n_columns; c++)
      {
        g_autofree char *path = mq_path_cell (table->columns[c], rows[r]);

        check_value (check, table->columns[c], rows[r], path, asked);
      }
}

static void
check_facts (Check *check)
{
  guint n;
  const MqGroup *const *groups = mq_kind_groups (mq_draft_kind (check->draft), &n);

  for (guint g = 0; g < n; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      {
        const MqField *fact = groups[g]->facts[f];

        if (fact->type == MQ_TYPE_TABLE)
          check_table (check, fact);
        else
          check_value (check, fact, NULL, fact->path, TRUE);
      }
}

/**
 * mq_check_draft:
 * @draft: a draft
 *
 * Returns: (transfer full) (element-type MqProblem): the findings: facts that are asked for and empty, values
 *   that would be refused, rows that are picked and gone, computed facts without a value and the reason, rules
 *   of the kind that are broken, references to nothing, terms that are not defined, characters that went wrong
 *   unseen.  Each has a path (of a fact, or the id of a block) and a severity.
 */
GPtrArray *
mq_check_draft (MqDraft *draft)
{
  Check check = { .draft = draft };
  g_autoptr (MqRenderer) renderer = NULL;

  g_return_val_if_fail (draft != NULL, NULL);

  renderer = mq_renderer_new (draft);
  check.needs = mq_needs_get (draft);
  check.renderer = renderer;
  check.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mq_problem_free);
  check_facts (&check);
  mq_compute_plan_report (mq_needs_plan (check.needs), draft, check.findings);
  mq_check_rules (check.needs, draft, mq_renderer_house (renderer), check.findings);
  mq_check_body (check.needs, draft, renderer, check.findings);
  mq_check_typing (draft, check.findings);
  return check.findings;
}

/* ---- kinds ---- */

static void
check_condition (const MqKind *kind, const char *text, const MqField *table, const char *path,
                 GPtrArray *problems)
{
  MqProblem *problem = NULL;

  if (text == NULL)
    return;
  mq_formula_free (mq_formula_parse (kind, text, table, &problem));
  if (problem != NULL)
    mq_findings_add (problems, problem, path);
}

static void
check_field_conditions (const MqKind *kind, const MqField *field, GPtrArray *problems)
{
  check_condition (kind, field->needed, field->table, field->path, problems);
  check_condition (kind, field->read_only, field->table, field->path, problems);
  for (guint i = 0; i < field->n_prints; i++)
    check_condition (kind, field->prints[i].rows, field, field->path, problems);
  for (guint i = 0; i < field->n_columns; i++)
    check_field_conditions (kind, field->columns[i], problems);
}

/**
 * mq_check_kind:
 * @kind: a kind
 *
 * Returns: (transfer full) (element-type MqProblem): what is wrong with the formulas of its fact list and its
 *   rules: those that do not parse, and facts that are computed from themselves; empty for a sound kind
 */
GPtrArray *
mq_check_kind (const MqKind *kind)
{
  GPtrArray *problems;
  const MqGroup *const *groups;
  guint n;

  g_return_val_if_fail (kind != NULL, NULL);

  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) mq_problem_free);
  groups = mq_kind_groups (kind, &n);
  for (guint g = 0; g < n; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      check_field_conditions (kind, groups[g]->facts[f], problems);
  mq_check_rule_formulas (kind, problems);
  mq_compute_plan_free (mq_compute_plan_new (kind, problems));
  return problems;
}
