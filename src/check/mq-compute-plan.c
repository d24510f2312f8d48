/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-compute.h"
#include "mq-findings.h"

/* A step makes one thing: the rows of a table, a fact, a column in all its rows, or one cell of a fixed
 * row. */
typedef enum { STEP_ROWS, STEP_FACT, STEP_COLUMN, STEP_CELL } StepType;

typedef struct {
  StepType type;
  const MqField *field;         /* the table, the fact, the column */
  const char *row;              /* STEP_CELL */
  char *path;                   /* what it makes: without rows, but for a cell */
  MqFormula *formula;           /* NULL for rows */
  GPtrArray *feeds;             /* Step: those that read what it makes */
  guint n_awaited;
} Step;

struct _MqComputePlan {
  const MqKind *kind;
  GPtrArray *steps;             /* Step, in the order of computing */
};

static void
step_free (gpointer data)
{
  Step *step = data;

  mq_formula_free (step->formula);
  g_ptr_array_unref (step->feeds);
  g_free (step->path);
  g_free (step);
}

/* ---- which steps there are ---- */

static void
report (GPtrArray *problems, MqProblem *problem, const char *path)
{
  if (problems == NULL || problem == NULL)
    mq_problem_free (problem);
  else
    mq_findings_add (problems, problem, path);
}

static void
add_step (MqComputePlan *plan, StepType type, const MqField *field, const char *row, const char *text,
          GPtrArray *problems)
{
  Step *step = g_new0 (Step, 1);
  MqProblem *problem = NULL;

  step->type = type;
  step->field = field;
  step->row = row;
  step->feeds = g_ptr_array_new ();
  step->path = mq_path_cell (field, row);
  if (type == STEP_FACT)
    step->formula = mq_formula_parse (plan->kind, text, NULL, &problem);
  else if (type != STEP_ROWS)
    step->formula = mq_formula_parse_cell (plan->kind, text, field, &problem);
  if (type != STEP_ROWS && step->formula == NULL)
    {
      report (problems, problem, step->path);
      step_free (step);
      return;
    }
  g_ptr_array_add (plan->steps, step);
}

/* The formula of a fixed row computes its cells of money that have no formula of their own. */
static void
add_row_steps (MqComputePlan *plan, const MqField *table, GPtrArray *problems)
{
  for (guint r = 0; r < table->n_rows; r++)
    for (guint c = 0; table->rows[r].formula != NULL && c < table->n_columns; c++)
      if (table->columns[c]->type == MQ_TYPE_MONEY && table->columns[c]->formula == NULL)
        add_step (plan, STEP_CELL, table->columns[c], table->rows[r].id, table->rows[r].formula, problems);
}

static void
add_steps (MqComputePlan *plan, GPtrArray *problems)
{
  guint n;
  const MqGroup *const *groups = mq_kind_groups (plan->kind, &n);

  for (guint g = 0; g < n; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      {
        const MqField *fact = groups[g]->facts[f];

        if (fact->formula != NULL)
          add_step (plan, STEP_FACT, fact, NULL, fact->formula, problems);
        if (fact->rows_for != NULL)
          add_step (plan, STEP_ROWS, fact, NULL, NULL, problems);
        for (guint c = 0; c < fact->n_columns; c++)
          if (fact->columns[c]->formula != NULL)
            add_step (plan, STEP_COLUMN, fact->columns[c], NULL, fact->columns[c]->formula, problems);
        add_row_steps (plan, fact, problems);
      }
}

/* ---- their order ---- */

/* path without rows, or of a cell → GPtrArray of the steps that make it */
static void
index_step (GHashTable *makers, const char *path, Step *step)
{
  GPtrArray *steps = g_hash_table_lookup (makers, path);

  if (steps == NULL)
    {
      steps = g_ptr_array_new ();
      g_hash_table_insert (makers, g_strdup (path), steps);
    }
  g_ptr_array_add (steps, step);
}

static void
await (Step *step, GHashTable *makers, const char *path)
{
  GPtrArray *steps = g_hash_table_lookup (makers, path);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      Step *maker = g_ptr_array_index (steps, i);

      if (g_ptr_array_find (maker->feeds, step, NULL))
        continue;
      g_ptr_array_add (maker->feeds, step);
      step->n_awaited++;
    }
}

/* a value in a table whose rows are made waits for them */
static void
await_rows (Step *step, GHashTable *makers, const char *path)
{
  g_autofree char *table = mq_path_fact (path);

  if (mq_path_from (path, 2) != NULL && step->type != STEP_ROWS)
    await (step, makers, table);
}

static void
await_cell (Step *step, const MqComputePlan *plan, GHashTable *makers, const char *path)
{
  const MqField *column = mq_kind_field (plan->kind, path);

  if (g_hash_table_contains (makers, path))
    await (step, makers, path);
  else if (column != NULL && column->formula != NULL)
    await (step, makers, column->path);
}

static void
connect_steps (MqComputePlan *plan)
{
  g_autoptr (GHashTable) makers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < plan->steps->len; i++)
    {
      Step *step = g_ptr_array_index (plan->steps, i);

      index_step (makers, step->path, step);
      if (step->type == STEP_CELL)
        index_step (makers, step->field->path, step);
    }
  for (guint i = 0; i < plan->steps->len; i++)
    {
      Step *step = g_ptr_array_index (plan->steps, i);

      if (step->type == STEP_ROWS)
        {
          await (step, makers, step->field->rows_for);
          continue;
        }
      await_rows (step, makers, step->field->path);
      for (const char *const *path = mq_formula_reads (step->formula); *path != NULL; path++)
        {
          await (step, makers, *path);
          await_rows (step, makers, *path);
        }
      for (const char *const *path = mq_formula_cells (step->formula); *path != NULL; path++)
        await_cell (step, plan, makers, *path);
    }
}

/* Puts the steps in order, each behind those whose makings it reads.  What is computed from itself is left
 * out. */
static void
order_steps (MqComputePlan *plan, GPtrArray *problems)
{
  g_autoptr (GPtrArray) unordered = g_steal_pointer (&plan->steps);
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();

  g_ptr_array_set_free_func (unordered, NULL);
  plan->steps = g_ptr_array_new_with_free_func (step_free);
  for (guint i = 0; i < unordered->len; i++)
    if (((Step *) g_ptr_array_index (unordered, i))->n_awaited == 0)
      g_ptr_array_add (ready, g_ptr_array_index (unordered, i));
  for (guint i = 0; i < ready->len; i++)
    {
      Step *step = g_ptr_array_index (ready, i);

      g_ptr_array_add (plan->steps, step);
      for (guint f = 0; f < step->feeds->len; f++)
        {
          Step *fed = g_ptr_array_index (step->feeds, f);

          if (--fed->n_awaited == 0)
            g_ptr_array_add (ready, fed);
        }
    }
  for (guint i = 0; i < unordered->len; i++)
    {
      Step *step = g_ptr_array_index (unordered, i);

      if (step->n_awaited == 0)
        continue;
      report (problems, mq_problem_new (MQ_PROBLEM_FORMULA, step->path, "it is computed from itself"),
              step->path);
      step_free (step);
    }
}

/**
 * mq_compute_plan_new: (skip)
 * @kind: a kind
 * @problems: (nullable): gets what is wrong with its formulas
 *
 * Returns: (transfer full): what of the kind is computed, in the order of computing
 */
MqComputePlan *
mq_compute_plan_new (const MqKind *kind, GPtrArray *problems)
{
  MqComputePlan *plan = g_new0 (MqComputePlan, 1);

  plan->kind = kind;
  plan->steps = g_ptr_array_new_with_free_func (step_free);
  add_steps (plan, problems);
  connect_steps (plan);
  order_steps (plan, problems);
  return plan;
}

void
mq_compute_plan_free (MqComputePlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->steps);
  g_free (plan);
}

/* ---- computing ---- */

/* one run through the steps: values are set, or (with problems) the reasons gathered why there are none */
typedef struct {
  MqDraft *draft;
  MqTouched *touched;
  GPtrArray *problems;
  const Step *step;
} Run;

static gboolean
is_told (GPtrArray *problems, const MqProblem *problem)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MqProblem *told = g_ptr_array_index (problems, i);

      if (told->code == problem->code && problem->code == MQ_PROBLEM_NO_RATE
          && g_strcmp0 (told->subject, problem->subject) == 0
          && g_strcmp0 (told->detail, problem->detail) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
tell (Run *run, const MqProblem *problem, const char *path)
{
  if (problem != NULL && !is_told (run->problems, problem))
    report (run->problems, mq_problem_copy (problem), path);
}

static void
set_value (Run *run, const char *path, const char *value)
{
  const char *held = mq_draft_value (run->draft, path);

  if (g_strcmp0 (held != NULL && *held != '\0' ? held : NULL, value) == 0)
    return;
  mq_draft_settle_value (run->draft, path, value);
  if (run->touched != NULL)
    mq_touched_add (run->touched, path);
}

static void
take_result (const char *row, const MqResult *result, const MqProblem *problem, gpointer data)
{
  Run *run = data;
  const MqField *field = run->step->field;
  g_autofree char *path = mq_path_cell (field, row);
  g_autoptr (MqProblem) refused = NULL;
  g_autofree char *value = mq_compute_value (run->draft, field, result, &refused);

  if (run->problems == NULL)
    set_value (run, path, value);
  else if (refused != NULL || result->type == MQ_RESULT_EMPTY)
    tell (run, refused != NULL ? refused : problem, path);
}

static gboolean
same_rows (const char *const *held, guint n_held, const char *const *wanted, guint n_wanted)
{
  if (n_held != n_wanted)
    return FALSE;
  for (guint i = 0; i < n_held; i++)
    if (!g_str_equal (held[i], wanted[i]))
      return FALSE;
  return TRUE;
}

/* one row for each row of another table, named after it: NAME-ID */
static void
make_rows (Run *run)
{
  const MqField *table = run->step->field;
  guint n_sources, n_held;
  g_autofree const char **sources = mq_draft_rows (run->draft, table->rows_for, &n_sources);
  g_autofree const char **held = mq_draft_rows (run->draft, table->path, &n_held);
  g_auto (GStrv) wanted = g_new0 (char *, n_sources + 1);

  for (guint i = 0; i < n_sources; i++)
    wanted[i] = g_strconcat (table->name, "-", sources[i], NULL);
  if (same_rows (held, n_held, (const char *const *) wanted, n_sources))
    return;
  mq_draft_settle_rows (run->draft, table->path, (const char *const *) wanted, n_sources);
  if (run->touched != NULL)
    mq_touched_add (run->touched, table->path);
}

static void
run_step (Run *run)
{
  const Step *step = run->step;
  g_autoptr (MqProblem) problem = NULL;
  MqResult result;

  if (step->type == STEP_ROWS)
    {
      if (run->problems == NULL)
        make_rows (run);
      return;
    }
  if (step->type == STEP_COLUMN)
    {
      guint n;
      g_autofree const char **rows = mq_draft_rows (run->draft, step->field->table->path, &n);

      mq_formula_evaluate_rows (step->formula, run->draft, rows, n, take_result, run);
      return;
    }
  if (step->type == STEP_CELL
      && g_strcmp0 (mq_draft_row_table (run->draft, step->row), step->field->table->path) != 0)
    return;
  mq_formula_evaluate (step->formula, run->draft, step->row, &result, &problem);
  take_result (step->row, &result, problem, run);
  mq_result_clear (&result);
}

static gboolean
is_touched (const Step *step, const MqTouched *touched)
{
  if (touched == NULL)
    return TRUE;
  if (step->type == STEP_ROWS)
    return mq_touched_has (touched, step->field->rows_for) || mq_touched_has (touched, step->field->path);
  if (step->field->table != NULL && mq_touched_has (touched, step->field->table->path))
    return TRUE;
  return mq_touched_has (touched, step->path) || mq_formula_touched_in (step->formula, touched);
}

void
mq_compute_plan_settle (const MqComputePlan *plan, MqDraft *draft, MqTouched *touched)
{
  Run run = { .draft = draft, .touched = touched };

  for (guint i = 0; i < plan->steps->len; i++)
    {
      run.step = g_ptr_array_index (plan->steps, i);
      if (is_touched (run.step, touched))
        run_step (&run);
    }
}

void
mq_compute_plan_report (const MqComputePlan *plan, MqDraft *draft, GPtrArray *problems)
{
  Run run = { .draft = draft, .problems = problems };

  for (guint i = 0; i < plan->steps->len; i++)
    {
      run.step = g_ptr_array_index (plan->steps, i);
      run_step (&run);
    }
}
