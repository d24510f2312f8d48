/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-formula-eval.h"

/* Going through the rows of a table: count, any, all, sum, min, max, list. */

/* rows that one value may go through: a formula in a draft may go through rows for each of other rows, and those
 * for each of others again */
#define MAX_ROWS 1000000

typedef struct {
  guint n_rows, n_met;
  MqDecimal sum;
  gboolean has_sum;
  MqEvalValue extreme;
  GString *list;
} Gathered;

static void
gather_value (MqEval *eval, const MqExpr *expr, Gathered *gathered)
{
  MqEvalValue value = { MQ_RESULT_EMPTY };

  mq_eval_expr (eval, expr->args[0], &value);
  if (value.type == MQ_RESULT_EMPTY)
    return;
  switch (expr->type)
    {
    case MQ_EXPR_SUM:
      gathered->sum = gathered->has_sum ? mq_decimal_add (gathered->sum, value.number) : value.number;
      gathered->has_sum = TRUE;
      break;
    case MQ_EXPR_LIST:
      if (gathered->list->len > 0)
        g_string_append_c (gathered->list, '\n');
      g_string_append (gathered->list, value.text);
      break;
    default:
      if (gathered->extreme.type == MQ_RESULT_EMPTY
          || (mq_eval_order (&value, &gathered->extreme) > 0) == (expr->type == MQ_EXPR_MAX))
        {
          MqEvalValue replaced = gathered->extreme;

          gathered->extreme = value;
          value = replaced;
        }
      break;
    }
  mq_eval_value_clear (&value);
}

static void
gathered_clear (Gathered *gathered)
{
  mq_eval_value_clear (&gathered->extreme);
  if (gathered->list != NULL)
    g_string_free (gathered->list, TRUE);
}

/* What was gathered as the value of the formula: its text goes over to @out. */
static void
gathered_take (const MqEval *eval, const MqExpr *expr, Gathered *gathered, MqEvalValue *out)
{
  switch (expr->type)
    {
    case MQ_EXPR_COUNT:
      mq_eval_set_number (out, mq_decimal_from_int (gathered->n_met));
      break;
    case MQ_EXPR_ANY:
      mq_eval_set_bool (out, gathered->n_met > 0);
      break;
    case MQ_EXPR_ALL:
      mq_eval_set_bool (out, gathered->n_met == gathered->n_rows);
      break;
    case MQ_EXPR_SUM:
      if (gathered->has_sum && !eval->failed)
        mq_eval_set_number (out, gathered->sum);
      break;
    case MQ_EXPR_LIST:
      mq_eval_take_text (out, g_string_free (g_steal_pointer (&gathered->list), FALSE));
      break;
    default:
      if (!eval->failed)
        {
          *out = gathered->extreme;
          gathered->extreme = (MqEvalValue) { MQ_RESULT_EMPTY };
        }
      break;
    }
}

/* count, any, all, sum, min, max, list. */
void
mq_eval_aggregate (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  gboolean values = expr->type != MQ_EXPR_COUNT && expr->type != MQ_EXPR_ANY && expr->type != MQ_EXPR_ALL;
  gboolean failed_outside = eval->failed;
  const char *outside = eval->iterated;
  Gathered gathered = { .list = expr->type == MQ_EXPR_LIST ? g_string_new (NULL) : NULL };
  g_autofree const char **rows = mq_draft_rows (eval->draft, expr->table->path, &gathered.n_rows);

  eval->failed = FALSE;
  for (guint i = 0; i < gathered.n_rows && eval->n_rows <= MAX_ROWS; i++)
    {
      MqEvalValue met = { MQ_RESULT_EMPTY };

      eval->n_rows++;
      eval->iterated = rows[i];
      if (expr->where != NULL)
        {
          mq_eval_expr (eval, expr->where, &met);
          if (met.type != MQ_RESULT_BOOL || !met.truth)
            continue;
        }
      gathered.n_met++;
      if (values)
        gather_value (eval, expr, &gathered);
    }
  eval->iterated = outside;

  if (eval->n_rows <= MAX_ROWS)
    gathered_take (eval, expr, &gathered, out);
  else
    eval->failed = TRUE;
  gathered_clear (&gathered);
  eval->failed = eval->failed || failed_outside;
}
