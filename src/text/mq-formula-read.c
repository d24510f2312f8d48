/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-formula-eval.h"

/* Reading facts, cells and rows. */

/* The stored value in a row: borrowed from the draft; NULL: none. */
const char *
mq_eval_cell (MqEval *eval, const MqField *column, const char *row)
{
  char path[256];

  if (row == NULL || *row == '\0')
    return NULL;
  if (g_snprintf (path, sizeof path, "%s/%s/%s", column->table->path, row, column->name) < (int) sizeof path)
    return mq_draft_value (eval->draft, path);
  return NULL;
}

/* The row in which the last column of a path stands; NULL when the path leads nowhere. */
const char *
mq_eval_row_of (MqEval *eval, const MqExpr *column)
{
  const char *row = column->scope == MQ_SCOPE_OWN ? eval->own : eval->iterated;

  for (guint i = 0; i + 1 < column->n_steps && row != NULL; i++)
    row = mq_eval_cell (eval, column->steps[i], row);
  return row;
}

static int
position_of_own (MqEval *eval, const MqExpr *expr)
{
  if (eval->own_index < 0 && eval->own != NULL)
    {
      guint n;
      g_autofree const char **rows = mq_draft_rows (eval->draft, expr->table->path, &n);

      for (guint i = 0; i < n && eval->own_index < 0; i++)
        if (g_str_equal (rows[i], eval->own))
          eval->own_index = i;
    }
  return eval->own_index;
}

static const char *
label_of_own (MqEval *eval, const MqExpr *expr)
{
  for (guint i = 0; eval->own != NULL && i < expr->table->n_rows; i++)
    if (g_str_equal (expr->table->rows[i].id, eval->own))
      return mq_house_label (mq_eval_house (eval), &expr->table->rows[i].label, expr->table->iq_by_law);
  return NULL;
}

/* A row made for a row of another table is named after it: NAME-ID. */
static const char *
source_of_own (MqEval *eval, const MqExpr *expr)
{
  gsize length = strlen (expr->table->name);

  if (eval->own != NULL && strncmp (eval->own, expr->table->name, length) == 0 && eval->own[length] == '-')
    return eval->own + length + 1;
  return NULL;
}

/* The value at a place: a fact, a cell, what is known of a row. */
void
mq_eval_read (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  int position;

  switch (expr->type)
    {
    case MQ_EXPR_FACT:
      mq_eval_set_field (out, expr->field, mq_draft_value (eval->draft, expr->field->path));
      break;
    case MQ_EXPR_TABLE:
      mq_eval_set_bool (out, TRUE);
      if (mq_draft_n_rows (eval->draft, expr->field->path) == 0)
        out->type = MQ_RESULT_EMPTY;
      break;
    case MQ_EXPR_COLUMN:
      mq_eval_set_field (out, expr->field, mq_eval_cell (eval, expr->field, mq_eval_row_of (eval, expr)));
      break;
    case MQ_EXPR_CELL:
      mq_eval_set_field (out, expr->field, mq_eval_cell (eval, expr->field, expr->text));
      break;
    case MQ_EXPR_ROW_ID:
      mq_eval_set_text (out, expr->scope == MQ_SCOPE_OWN ? eval->own : eval->iterated);
      break;
    case MQ_EXPR_ROW_POSITION:
      position = position_of_own (eval, expr);
      if (position >= 0)
        mq_eval_set_number (out, mq_decimal_from_int (position + 1));
      break;
    case MQ_EXPR_ROW_LABEL:
      mq_eval_set_text (out, label_of_own (eval, expr));
      break;
    case MQ_EXPR_ROW_FOR:
      mq_eval_set_text (out, source_of_own (eval, expr));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* In exact(): the formula of a computed value, in the row where that value stands. */
void
mq_eval_computed (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  const MqExpr *place = expr->args[0];
  const char *own = eval->own;
  const char *iterated = eval->iterated;
  int index = eval->own_index;

  eval->own = place->type == MQ_EXPR_COLUMN ? mq_eval_row_of (eval, place)
              : place->type == MQ_EXPR_CELL ? place->text : NULL;
  eval->own_index = -1;
  eval->iterated = NULL;
  mq_eval_expr (eval, expr->args[1], out);
  eval->own = own;
  eval->own_index = index;
  eval->iterated = iterated;
}
