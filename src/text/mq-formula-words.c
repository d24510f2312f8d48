/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-count.h"
#include "mq-date.h"
#include "mq-formula-eval.h"

/* Texts: joined, dates, counted nouns. */

/* join(A, B, …): texts, those without a value left out. */
void
mq_eval_join (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < expr->n_args; i++)
    {
      MqEvalValue part = { MQ_RESULT_EMPTY };

      mq_eval_expr (eval, expr->args[i], &part);
      if (part.type == MQ_RESULT_TEXT)
        g_string_append (joined, part.text);
      mq_eval_value_clear (&part);
    }
  mq_eval_take_text (out, g_strdup (joined->str));
}

/* hijri() and date-text(), as the house writes dates. */
void
mq_eval_date_words (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  const MqHouse *house = mq_eval_house (eval);
  MqEvalValue date = { MQ_RESULT_EMPTY };
  gint64 shift = 0;

  mq_eval_expr (eval, expr->args[0], &date);
  if (date.type == MQ_RESULT_TEXT && mq_date_valid (date.text))
    {
      if (expr->n_args > 1 && !mq_eval_int (eval, expr->args[1], &shift))
        shift = 0;
      if (expr->type == MQ_EXPR_HIJRI)
        mq_eval_take_text (out, mq_date_hijri (date.text, (int) CLAMP (shift, -30, 30), house->digits));
      else
        mq_eval_take_text (out, mq_date_text (date.text, house->months, house->digits));
    }
  mq_eval_value_clear (&date);
}

/* count-words(): a number with its noun. */
void
mq_eval_count_words (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  const MqHouse *house = mq_eval_house (eval);
  MqWordsOptions options = house->words;
  gint64 n;

  if (!mq_eval_int (eval, expr->args[0], &n))
    return;
  if (expr->n_args > 2)
    {
      MqEvalValue token = { MQ_RESULT_EMPTY };

      mq_eval_expr (eval, expr->args[2], &token);
      if (token.type == MQ_RESULT_TEXT)
        mq_case_parse (token.text, &options.case_);
      mq_eval_value_clear (&token);
    }
  mq_eval_take_text (out, mq_count (n, mq_kind_noun (eval->kind, expr->args[1]->text), &options,
                                    house->iraqi));
}

/* The house style, read once in a run. */
const MqHouse *
mq_eval_house (MqEval *eval)
{
  if (!eval->has_house)
    mq_house_read (&eval->house, eval->draft);
  eval->has_house = TRUE;
  return &eval->house;
}
