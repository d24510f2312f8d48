/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-decimal.h"
#include "mq-draft.h"
#include "mq-touched.h"

/* The formula language: conditions, computed facts and rules are one small grammar (src/text/README.md has it
 * whole). Numbers are exact decimals; a formula is parsed once; what it reads is known from the parsed
 * form. */

G_BEGIN_DECLS

typedef struct _MqFormula MqFormula;

/* @table: the table in whose rows it is evaluated, or NULL.  NULL: @problem says what is wrong, and at which
 * character. */
MqFormula *mq_formula_parse (const MqKind *kind, const char *text, const MqField *table, MqProblem **problem);
/* the formula that computes cells of @column: what cell() without a column means is known then */
MqFormula *mq_formula_parse_cell (const MqKind *kind, const char *text, const MqField *column,
                                  MqProblem **problem);
void mq_formula_free (MqFormula *formula);
/* The facts, tables (whose rows are counted or gone through) and columns, without rows
 * (`capital/shareholders/cash`), that it reads: NULL-terminated, belongs to the formula.  Single cells, read
 * by cell(), stand in mq_formula_cells(). */
const char *const *mq_formula_reads (const MqFormula *formula);
const char *const *mq_formula_cells (const MqFormula *formula);
gboolean mq_formula_touched_by (const MqFormula *formula, const MqChanges *changes);
gboolean mq_formula_touched_in (const MqFormula *formula, const MqTouched *touched);

typedef enum { MQ_RESULT_EMPTY, MQ_RESULT_BOOL, MQ_RESULT_NUMBER, MQ_RESULT_TEXT } MqResultType;
typedef struct {
  MqResultType type;
  gboolean truth;
  MqDecimal number;
  char *text;                 /* text, token, date, row id */
} MqResult;
void mq_result_clear (MqResult *result);

/* @row: id of the row it is evaluated in, or NULL.  @problem: set when a value is missing for a reason to be
 * told (no rate of exchange); the result is then empty. */
void mq_formula_evaluate (const MqFormula *formula, MqDraft *draft, const char *row, MqResult *result,
                          MqProblem **problem);
/* The same for each of @rows, which must be all rows of its table in their order: what they share is computed
 * once. */
typedef void (*MqFormulaRowFunc) (const char *row, const MqResult *result, const MqProblem *problem,
                                  gpointer data);
void mq_formula_evaluate_rows (const MqFormula *formula, MqDraft *draft, const char *const *rows, guint n,
                               MqFormulaRowFunc func, gpointer data);
/* a condition: unknown counts as not met */
gboolean mq_formula_holds (const MqFormula *formula, MqDraft *draft, const char *row);

/* Formulas by their text, parsed once for a kind: what the renderer and the checks use for when=, rows=,
 * needed=. */
typedef struct _MqFormulas MqFormulas;
MqFormulas *mq_formulas_new (const MqKind *kind);
void mq_formulas_free (MqFormulas *formulas);
/* NULL: does not parse */
const MqFormula *mq_formulas_get (MqFormulas *formulas, const char *text, const MqField *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqFormula, mq_formula_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqFormulas, mq_formulas_free)

G_END_DECLS
