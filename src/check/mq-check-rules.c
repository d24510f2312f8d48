/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-findings.h"

/* The rules of a kind: formulas over its facts that must hold (rules.xml). */

typedef struct {
  const MqRule *rule;
  const MqHouse *house;
  GPtrArray *findings;
} Trial;

static void
tell (const Trial *trial, const char *row)
{
  const MqRule *rule = trial->rule;
  const char *arabic = mq_house_label (trial->house, &rule->text, rule->iq_by_law);
  MqProblem *problem = mq_problem_new (MQ_PROBLEM_RULE, mq_label_shown (&rule->text, arabic), rule->id);
  g_autofree char *path = mq_path_cell (rule->at, row);

  problem->severity = rule->severity;
  mq_findings_add (trial->findings, problem, path);
}

/* Only what is known to be broken is told: a test is unknown while values are missing, and these are told
 * themselves. */
static void
take_result (const char *row, const MqResult *result, const MqProblem *problem, gpointer data)
{
  if (result->type == MQ_RESULT_BOOL && !result->truth)
    tell (data, row);
}

void
mq_check_rules (MqNeeds *needs, MqDraft *draft, const MqHouse *house, GPtrArray *findings)
{
  guint n_rules;
  const MqRule *rules = mq_kind_rules (mq_draft_kind (draft), &n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      Trial trial = { &rules[i], house, findings };
      const MqField *table = rules[i].at->table;
      const MqFormula *formula = mq_needs_formula (needs, rules[i].test, table);
      g_autofree const char **rows = NULL;
      guint n_rows = 0;
      MqResult result;

      if (formula == NULL)
        continue;
      if (table != NULL)
        {
          rows = mq_draft_rows (draft, table->path, &n_rows);
          mq_formula_evaluate_rows (formula, draft, rows, n_rows, take_result, &trial);
          continue;
        }
      mq_formula_evaluate (formula, draft, NULL, &result, NULL);
      take_result (NULL, &result, NULL, &trial);
      mq_result_clear (&result);
    }
}

void
mq_check_rule_formulas (const MqKind *kind, GPtrArray *problems)
{
  guint n;
  const MqRule *rules = mq_kind_rules (kind, &n);

  for (guint i = 0; i < n; i++)
    {
      MqProblem *problem = NULL;

      mq_formula_free (mq_formula_parse (kind, rules[i].test, rules[i].at->table, &problem));
      if (problem != NULL)
        mq_findings_add (problems, problem, rules[i].at->path);
    }
}
