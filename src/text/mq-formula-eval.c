/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-date.h"
#include "mq-formula-eval.h"

/* Three-valued: a part without a value is EMPTY, and what is made of it is EMPTY too, but for what asks for
 * it (empty, either, join, sum) and for what is decided without it (false and X, true or X). */

/* ---- logic ---- */

static void
eval_logic (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  gboolean deciding = expr->type == MQ_EXPR_OR;
  gboolean unknown = FALSE;

  for (guint i = 0; i < expr->n_args; i++)
    {
      MqEvalValue arg = { MQ_RESULT_EMPTY };

      mq_eval_expr (eval, expr->args[i], &arg);
      if (arg.type == MQ_RESULT_BOOL && arg.truth == deciding)
        {
          mq_eval_set_bool (out, deciding);
          return;
        }
      unknown = unknown || arg.type != MQ_RESULT_BOOL;
      mq_eval_value_clear (&arg);
    }
  if (!unknown)
    mq_eval_set_bool (out, !deciding);
}

static void
eval_not (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  mq_eval_expr (eval, expr->args[0], out);
  out->truth = !out->truth;
}

static gboolean
values_equal (const MqEvalValue *a, const MqEvalValue *b)
{
  if (a->type != b->type)
    return FALSE;
  if (a->type == MQ_RESULT_NUMBER)
    return mq_decimal_cmp (a->number, b->number) == 0;
  if (a->type == MQ_RESULT_BOOL)
    return a->truth == b->truth;
  return g_str_equal (a->text, b->text);
}

/* Dates are ISO texts: their order is that of their letters. */
int
mq_eval_order (const MqEvalValue *a, const MqEvalValue *b)
{
  return a->type == MQ_RESULT_NUMBER ? mq_decimal_cmp (a->number, b->number) : strcmp (a->text, b->text);
}

static void
eval_compare (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  MqEvalValue a = { MQ_RESULT_EMPTY }, b = { MQ_RESULT_EMPTY };

  mq_eval_expr (eval, expr->args[0], &a);
  mq_eval_expr (eval, expr->args[1], &b);
  if (a.type == b.type && a.type != MQ_RESULT_EMPTY)
    switch (expr->op)
      {
      case MQ_OP_EQ:
        mq_eval_set_bool (out, values_equal (&a, &b));
        break;
      case MQ_OP_NE:
        mq_eval_set_bool (out, !values_equal (&a, &b));
        break;
      case MQ_OP_LT:
        mq_eval_set_bool (out, mq_eval_order (&a, &b) < 0);
        break;
      case MQ_OP_LE:
        mq_eval_set_bool (out, mq_eval_order (&a, &b) <= 0);
        break;
      case MQ_OP_GT:
        mq_eval_set_bool (out, mq_eval_order (&a, &b) > 0);
        break;
      case MQ_OP_GE:
        mq_eval_set_bool (out, mq_eval_order (&a, &b) >= 0);
        break;
      default:
        g_assert_not_reached ();
      }
  mq_eval_value_clear (&a);
  mq_eval_value_clear (&b);
}

static void
eval_in (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  MqEvalValue sought = { MQ_RESULT_EMPTY };
  gboolean unknown = FALSE, found = FALSE;

  mq_eval_expr (eval, expr->args[0], &sought);
  for (guint i = 1; i < expr->n_args && sought.type != MQ_RESULT_EMPTY && !found; i++)
    {
      MqEvalValue item = { MQ_RESULT_EMPTY };

      mq_eval_expr (eval, expr->args[i], &item);
      found = item.type != MQ_RESULT_EMPTY && values_equal (&sought, &item);
      unknown = unknown || item.type == MQ_RESULT_EMPTY;
      mq_eval_value_clear (&item);
    }
  if (sought.type != MQ_RESULT_EMPTY && (found || !unknown))
    mq_eval_set_bool (out, found);
  mq_eval_value_clear (&sought);
}

/* Whether a part has no value.  Why it has none (a missing rate) is not asked here. */
static gboolean
is_empty (MqEval *eval, const MqExpr *expr)
{
  MqEvalValue value = { MQ_RESULT_EMPTY };
  MqProblem *told = g_steal_pointer (&eval->problem);
  gboolean failed = eval->failed;
  gboolean empty;

  mq_eval_expr (eval, expr, &value);
  empty = value.type == MQ_RESULT_EMPTY;
  mq_eval_value_clear (&value);
  g_clear_pointer (&eval->problem, mq_problem_free);
  eval->problem = told;
  eval->failed = failed;
  return empty;
}

static void
eval_is_empty (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  mq_eval_set_bool (out, is_empty (eval, expr->args[0]) == (expr->type == MQ_EXPR_IS_EMPTY));
}

/* ---- arithmetic ---- */

static gboolean
eval_number (MqEval *eval, const MqExpr *expr, MqDecimal *out)
{
  MqEvalValue value = { MQ_RESULT_EMPTY };

  mq_eval_expr (eval, expr, &value);
  *out = value.number;
  return value.type == MQ_RESULT_NUMBER;
}

/* Whether @expr yields a whole number that fits. */
gboolean
mq_eval_int (MqEval *eval, const MqExpr *expr, gint64 *out)
{
  MqDecimal number;

  return eval_number (eval, expr, &number) && mq_decimal_to_int (number, out);
}

static void
eval_date_sum (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  const MqExpr *period = expr->args[1];
  MqEvalValue date = { MQ_RESULT_EMPTY };
  gint64 months;

  mq_eval_expr (eval, expr->args[0], &date);
  if (date.type == MQ_RESULT_TEXT && mq_eval_int (eval, period->args[0], &months)
      && ABS (months) < 12 * 10000)
    {
      if (period->type == MQ_EXPR_YEARS)
        months *= 12;
      if (expr->type == MQ_EXPR_SUBTRACT)
        months = -months;
      mq_eval_take_text (out, mq_date_add_months (date.text, (int) months));
    }
  mq_eval_value_clear (&date);
}

static void
eval_arithmetic (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  MqDecimal a, b;

  if (expr->yields == MQ_YIELDS_TEXT)
    {
      eval_date_sum (eval, expr, out);
      return;
    }
  if (!eval_number (eval, expr->args[0], &a) || !eval_number (eval, expr->args[1], &b))
    return;
  switch (expr->type)
    {
    case MQ_EXPR_ADD:
      mq_eval_set_number (out, mq_decimal_add (a, b));
      break;
    case MQ_EXPR_SUBTRACT:
      mq_eval_set_number (out, mq_decimal_sub (a, b));
      break;
    case MQ_EXPR_MULTIPLY:
      mq_eval_set_number (out, mq_decimal_mul (a, b));
      break;
    case MQ_EXPR_DIVIDE:
      if (mq_decimal_sign (b) != 0)
        mq_eval_set_number (out, mq_eval_divide (a, b));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
eval_negate (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  MqDecimal number;

  if (eval_number (eval, expr->args[0], &number))
    mq_eval_set_number (out, mq_decimal_neg (number));
}

/* min and max of several expressions: those without a value are left out */
static void
eval_extreme (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  int wanted = expr->type == MQ_EXPR_GREATEST ? 1 : -1;

  for (guint i = 0; i < expr->n_args; i++)
    {
      MqDecimal number;

      if (eval_number (eval, expr->args[i], &number)
          && (out->type == MQ_RESULT_EMPTY || mq_decimal_cmp (number, out->number) * wanted > 0))
        mq_eval_set_number (out, number);
    }
}

/* ---- choosing ---- */

static void
eval_if (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  MqEvalValue condition = { MQ_RESULT_EMPTY };

  mq_eval_expr (eval, expr->args[0], &condition);
  if (condition.type == MQ_RESULT_BOOL)
    mq_eval_expr (eval, expr->args[condition.truth ? 1 : 2], out);
}

static void
eval_either (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  mq_eval_expr (eval, expr->args[0], out);
  /* a sum that could not be made is not replaced: it would read as if it were known */
  if (out->type == MQ_RESULT_EMPTY && !eval->failed)
    mq_eval_expr (eval, expr->args[1], out);
}

/* ---- all of it ---- */

static void
eval_literal (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  if (expr->type == MQ_EXPR_NUMBER)
    mq_eval_set_number (out, expr->number);
  else if (expr->type == MQ_EXPR_TEXT)
    mq_eval_set_text (out, expr->text);
  else
    mq_eval_set_bool (out, expr->truth);
}

/* Without a value of its own: what a date is moved by is read by eval_date_sum (). */
static void
eval_nothing (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
}

static void (*const evaluators[]) (MqEval *, const MqExpr *, MqEvalValue *) = {
  [MQ_EXPR_NUMBER] = eval_literal,
  [MQ_EXPR_TEXT] = eval_literal,
  [MQ_EXPR_BOOL] = eval_literal,
  [MQ_EXPR_FACT] = mq_eval_read,
  [MQ_EXPR_TABLE] = mq_eval_read,
  [MQ_EXPR_COLUMN] = mq_eval_read,
  [MQ_EXPR_CELL] = mq_eval_read,
  [MQ_EXPR_ROW_ID] = mq_eval_read,
  [MQ_EXPR_ROW_POSITION] = mq_eval_read,
  [MQ_EXPR_ROW_LABEL] = mq_eval_read,
  [MQ_EXPR_ROW_FOR] = mq_eval_read,
  [MQ_EXPR_COMPUTED] = mq_eval_computed,
  [MQ_EXPR_OR] = eval_logic,
  [MQ_EXPR_AND] = eval_logic,
  [MQ_EXPR_NOT] = eval_not,
  [MQ_EXPR_COMPARE] = eval_compare,
  [MQ_EXPR_IN] = eval_in,
  [MQ_EXPR_IS_EMPTY] = eval_is_empty,
  [MQ_EXPR_NOT_EMPTY] = eval_is_empty,
  [MQ_EXPR_ADD] = eval_arithmetic,
  [MQ_EXPR_SUBTRACT] = eval_arithmetic,
  [MQ_EXPR_MULTIPLY] = eval_arithmetic,
  [MQ_EXPR_DIVIDE] = eval_arithmetic,
  [MQ_EXPR_NEGATE] = eval_negate,
  [MQ_EXPR_COUNT] = mq_eval_aggregate,
  [MQ_EXPR_ANY] = mq_eval_aggregate,
  [MQ_EXPR_ALL] = mq_eval_aggregate,
  [MQ_EXPR_SUM] = mq_eval_aggregate,
  [MQ_EXPR_MIN] = mq_eval_aggregate,
  [MQ_EXPR_MAX] = mq_eval_aggregate,
  [MQ_EXPR_LIST] = mq_eval_aggregate,
  [MQ_EXPR_LEAST] = eval_extreme,
  [MQ_EXPR_GREATEST] = eval_extreme,
  [MQ_EXPR_CONVERT] = mq_eval_convert,
  [MQ_EXPR_SHARE] = mq_eval_share,
  [MQ_EXPR_CURRENCIES] = mq_eval_currencies,
  [MQ_EXPR_IF] = eval_if,
  [MQ_EXPR_EITHER] = eval_either,
  [MQ_EXPR_JOIN] = mq_eval_join,
  [MQ_EXPR_MONTHS] = eval_nothing,
  [MQ_EXPR_YEARS] = eval_nothing,
  [MQ_EXPR_HIJRI] = mq_eval_date_words,
  [MQ_EXPR_DATE_TEXT] = mq_eval_date_words,
  [MQ_EXPR_COUNT_WORDS] = mq_eval_count_words,
  [MQ_EXPR_ADVICE] = eval_nothing,
};

/* @out is to be EMPTY at first. */
void
mq_eval_expr (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  g_assert (expr->type < G_N_ELEMENTS (evaluators));

  evaluators[expr->type] (eval, expr, out);
}

/* Begins a run; it ends with mq_eval_clear (). */
void
mq_eval_init (MqEval *eval, const MqKind *kind, MqDraft *draft)
{
  *eval = (MqEval) { .kind = kind, .draft = draft, .own_index = -1 };
}

/* Ends a run: what its values borrowed from it is gone. */
void
mq_eval_clear (MqEval *eval)
{
  g_clear_pointer (&eval->shares, g_hash_table_unref);
  g_clear_pointer (&eval->problem, mq_problem_free);
}
