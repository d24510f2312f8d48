/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-formula-eval.h"

/* ---- coming and going ---- */

static MqFormula *
formula_new (const MqKind *kind, const char *text, const MqField *table, const MqField *column,
             MqProblem **problem)
{
  MqFormula *formula = g_new0 (MqFormula, 1);

  formula->kind = kind;
  formula->text = g_strdup (text);
  formula->table = table;
  formula->column = column;
  formula->reads.paths = g_ptr_array_new ();
  formula->reads.tables = g_ptr_array_new ();
  formula->reads.cells = g_ptr_array_new ();
  formula->reads.cell_tables = g_ptr_array_new ();
  formula->root = mq_expr_parse (kind, text, table, column, &formula->reads, problem);
  if (formula->root == NULL)
    {
      mq_formula_free (formula);
      return NULL;
    }
  g_ptr_array_add (formula->reads.paths, NULL);
  g_ptr_array_add (formula->reads.cells, NULL);
  return formula;
}

/**
 * mq_formula_parse:
 * @kind: the kind whose facts it may read
 * @text: a formula, in the grammar of src/text/README.md
 * @table: (nullable): the table in whose rows it is evaluated
 * @problem: (out) (optional): what is wrong with @text, and at which character
 *
 * Names are resolved while parsing: a formula that parses reads nothing that the kind does not have.
 *
 * Returns: (transfer full) (nullable): the formula
 */
MqFormula *
mq_formula_parse (const MqKind *kind, const char *text, const MqField *table, MqProblem **problem)
{
  g_return_val_if_fail (kind != NULL && text != NULL, NULL);

  return formula_new (kind, text, table, NULL, problem);
}

/**
 * mq_formula_parse_cell:
 * @kind: the kind whose facts it may read
 * @text: a formula
 * @column: the column of a table whose cells it computes
 * @problem: (out) (optional): what is wrong with @text
 *
 * Returns: (transfer full) (nullable): the formula, to be evaluated in rows of that table
 */
MqFormula *
mq_formula_parse_cell (const MqKind *kind, const char *text, const MqField *column, MqProblem **problem)
{
  g_return_val_if_fail (kind != NULL && text != NULL, NULL);
  g_return_val_if_fail (column != NULL && column->table != NULL, NULL);

  return formula_new (kind, text, column->table, column, problem);
}

/**
 * mq_formula_free:
 * @formula: (nullable) (transfer full): a formula
 */
void
mq_formula_free (MqFormula *formula)
{
  if (formula == NULL)
    return;
  mq_expr_free (formula->root);
  g_ptr_array_unref (formula->reads.paths);
  g_ptr_array_unref (formula->reads.tables);
  g_ptr_array_unref (formula->reads.cells);
  g_ptr_array_unref (formula->reads.cell_tables);
  g_free (formula->text);
  g_free (formula);
}

/* ---- what it reads ---- */

/**
 * mq_formula_reads:
 * @formula: a formula
 *
 * Returns: (transfer none) (array zero-terminated=1): the facts, tables and columns that it reads, interned paths
 *   without rows, each once
 */
const char *const *
mq_formula_reads (const MqFormula *formula)
{
  g_return_val_if_fail (formula != NULL, NULL);

  return (const char *const *) formula->reads.paths->pdata;
}

/**
 * mq_formula_cells:
 * @formula: a formula
 *
 * Returns: (transfer none) (array zero-terminated=1): the single cells that it reads by cell(), interned paths
 */
const char *const *
mq_formula_cells (const MqFormula *formula)
{
  g_return_val_if_fail (formula != NULL, NULL);

  return (const char *const *) formula->reads.cells->pdata;
}

/**
 * mq_formula_touched_in:
 * @formula: a formula
 * @touched: what changes touched
 *
 * Returns: whether its value may be another now
 */
gboolean
mq_formula_touched_in (const MqFormula *formula, const MqTouched *touched)
{
  const MqExprReads *reads = &formula->reads;

  g_return_val_if_fail (formula != NULL && touched != NULL, FALSE);

  for (guint i = 0; i < reads->tables->len; i++)
    if (mq_touched_read (touched, g_ptr_array_index (reads->paths, i), g_ptr_array_index (reads->tables, i)))
      return TRUE;
  for (guint i = 0; i < reads->cell_tables->len; i++)
    if (mq_touched_read (touched, g_ptr_array_index (reads->cells, i),
                         g_ptr_array_index (reads->cell_tables, i)))
      return TRUE;
  return FALSE;
}

/**
 * mq_formula_touched_by:
 * @formula: a formula
 * @changes: what a step changed
 *
 * Returns: whether its value may be another now
 */
gboolean
mq_formula_touched_by (const MqFormula *formula, const MqChanges *changes)
{
  g_autoptr (MqTouched) touched = NULL;

  g_return_val_if_fail (formula != NULL && changes != NULL, FALSE);

  touched = mq_touched_new (changes);
  return mq_formula_touched_in (formula, touched);
}

/* ---- evaluating ---- */

/**
 * mq_result_clear:
 * @result: a result of mq_formula_evaluate(): it is empty afterwards
 */
void
mq_result_clear (MqResult *result)
{
  g_clear_pointer (&result->text, g_free);
  *result = (MqResult) { MQ_RESULT_EMPTY };
}

static void
run (MqEval *eval, const MqFormula *formula, MqResult *result)
{
  MqEvalValue value = { MQ_RESULT_EMPTY };

  mq_eval_expr (eval, formula->root, &value);
  *result = (MqResult) { value.type, value.truth, value.number, NULL };
  if (value.type == MQ_RESULT_TEXT)
    result->text = value.owned != NULL ? g_steal_pointer (&value.owned) : g_strdup (value.text);
  mq_eval_value_clear (&value);
}

/**
 * mq_formula_evaluate:
 * @formula: a formula
 * @draft: the draft that it reads
 * @row: (nullable): the id of the row that it is evaluated in
 * @result: (out caller-allocates): its value, to be cleared with mq_result_clear()
 * @problem: (out) (optional): the reason to be told why there is no value
 */
void
mq_formula_evaluate (const MqFormula *formula, MqDraft *draft, const char *row, MqResult *result,
                     MqProblem **problem)
{
  MqEval eval;

  g_return_if_fail (formula != NULL && draft != NULL && result != NULL);

  mq_eval_init (&eval, formula->kind, draft);
  eval.own = row;
  run (&eval, formula, result);
  if (problem != NULL)
    *problem = g_steal_pointer (&eval.problem);
  mq_eval_clear (&eval);
}

/**
 * mq_formula_evaluate_rows:
 * @formula: a formula that stands in the rows of a table
 * @draft: the draft that it reads
 * @rows: (array length=n): the ids of all rows of that table, in their order
 * @n: how many
 * @func: (scope call): is given the value in each row
 * @data: for @func
 */
void
mq_formula_evaluate_rows (const MqFormula *formula, MqDraft *draft, const char *const *rows, guint n,
                          MqFormulaRowFunc func, gpointer data)
{
  MqEval eval;

  g_return_if_fail (formula != NULL && draft != NULL && func != NULL);

  mq_eval_init (&eval, formula->kind, draft);
  for (guint i = 0; i < n; i++)
    {
      MqResult result;

      eval.own = rows[i];
      eval.own_index = i;
      eval.iterated = NULL;
      eval.n_rows = 0;
      eval.failed = FALSE;
      run (&eval, formula, &result);
      func (rows[i], &result, eval.problem, data);
      mq_result_clear (&result);
    }
  mq_eval_clear (&eval);
}

/**
 * mq_formula_holds:
 * @formula: a condition
 * @draft: the draft that it reads
 * @row: (nullable): the id of the row that it is evaluated in
 *
 * Returns: whether it holds; a condition that is neither true nor false, because a value is missing, does not
 */
gboolean
mq_formula_holds (const MqFormula *formula, MqDraft *draft, const char *row)
{
  MqResult result;
  gboolean holds;

  g_return_val_if_fail (formula != NULL && draft != NULL, FALSE);

  mq_formula_evaluate (formula, draft, row, &result, NULL);
  holds = result.type == MQ_RESULT_BOOL && result.truth;
  mq_result_clear (&result);
  return holds;
}

/* ---- formulas by their text ---- */

/* bytes of different formulas that are kept parsed, in some hundred times as much memory: a kind and the body of its
 * drafts have some ten thousand */
#define MAX_KEPT (1024 * 1024)

struct _MqFormulas {
  const MqKind *kind;
  gsize kept;
  /* text, or table path + newline + text → MqFormula, or NULL: does not parse */
  GHashTable *by_text;
};

/**
 * mq_formulas_new:
 * @kind: a kind, which must outlive them
 *
 * Returns: (transfer full): formulas over its facts, none parsed yet
 */
MqFormulas *
mq_formulas_new (const MqKind *kind)
{
  MqFormulas *formulas;

  g_return_val_if_fail (kind != NULL, NULL);

  formulas = g_new0 (MqFormulas, 1);
  formulas->kind = kind;
  formulas->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) mq_formula_free);
  return formulas;
}

/**
 * mq_formulas_free:
 * @formulas: (nullable) (transfer full): formulas: those that mq_formulas_get() gave go with them
 */
void
mq_formulas_free (MqFormulas *formulas)
{
  if (formulas == NULL)
    return;
  g_hash_table_unref (formulas->by_text);
  g_free (formulas);
}

/**
 * mq_formulas_get:
 * @formulas: the formulas of a kind
 * @text: a formula
 * @table: (nullable): the table in whose rows it is evaluated
 *
 * Returns: (transfer none) (nullable): the formula, parsed once; %NULL if it does not parse, or there are more than
 *   any draft has
 */
const MqFormula *
mq_formulas_get (MqFormulas *formulas, const char *text, const MqField *table)
{
  g_autofree char *key = NULL;
  gpointer found;

  g_return_val_if_fail (formulas != NULL && text != NULL, NULL);

  if (table == NULL && g_hash_table_lookup_extended (formulas->by_text, text, NULL, &found))
    return found;
  key = table != NULL ? g_strconcat (table->path, "\n", text, NULL) : g_strdup (text);
  if (!g_hash_table_lookup_extended (formulas->by_text, key, NULL, &found))
    {
      if (formulas->kept + strlen (text) > MAX_KEPT)
        return NULL;
      formulas->kept += strlen (text);
      found = mq_formula_parse (formulas->kind, text, table, NULL);
      g_hash_table_insert (formulas->by_text, g_steal_pointer (&key), found);
    }
  return found;
}
