/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-formula-eval.h"

/* What a part of a formula yields. */

/* Frees what the value owns. */
void
mq_eval_value_clear (MqEvalValue *value)
{
  g_free (value->owned);
  *value = (MqEvalValue) { MQ_RESULT_EMPTY };
}

/* Setting a value: what it held before is not freed. */
void
mq_eval_set_bool (MqEvalValue *out, gboolean truth)
{
  *out = (MqEvalValue) { .type = MQ_RESULT_BOOL, .truth = truth };
}

/* A number that is not valid (it does not fit) is no value. */
void
mq_eval_set_number (MqEvalValue *out, MqDecimal number)
{
  *out = (MqEvalValue) { .type = number.valid ? MQ_RESULT_NUMBER : MQ_RESULT_EMPTY, .number = number };
}

/* @text is borrowed; an empty one is no value. */
void
mq_eval_set_text (MqEvalValue *out, const char *text)
{
  if (text == NULL || *text == '\0')
    *out = (MqEvalValue) { MQ_RESULT_EMPTY };
  else
    *out = (MqEvalValue) { .type = MQ_RESULT_TEXT, .text = text };
}

/* The same for a text that is taken over. */
void
mq_eval_take_text (MqEvalValue *out, char *text)
{
  mq_eval_set_text (out, text);
  if (out->type == MQ_RESULT_TEXT)
    out->owned = text;
  else
    g_free (text);
}

/* The value of a field as a formula sees it. */
void
mq_eval_set_field (MqEvalValue *out, const MqField *field, const char *value)
{
  MqDecimal number;

  *out = (MqEvalValue) { MQ_RESULT_EMPTY };
  if (value == NULL || *value == '\0')
    return;
  switch (field->type)
    {
    case MQ_TYPE_MONEY:
    case MQ_TYPE_PERCENT:
    case MQ_TYPE_INT:
    case MQ_TYPE_DECIMAL:
      if (mq_decimal_parse (value, &number))
        mq_eval_set_number (out, number);
      break;
    case MQ_TYPE_BOOL:
      mq_eval_set_bool (out, g_str_equal (value, "true"));
      break;
    default:
      mq_eval_set_text (out, value);
      break;
    }
}

/* What is being summed is not known; @problem (transfer full) (nullable): why, of which the first is told. */
void
mq_eval_fail (MqEval *eval, MqProblem *problem)
{
  eval->failed = TRUE;
  if (problem != NULL && eval->problem == NULL)
    eval->problem = problem;
  else if (problem != NULL)
    mq_problem_free (problem);
}

/* An exact quotient where there is one, else as many decimals as fit. */
MqDecimal
mq_eval_divide (MqDecimal a, MqDecimal b)
{
  for (int scale = 20; scale >= 0; scale -= 4)
    {
      MqDecimal quotient = mq_decimal_div (a, b, scale);

      if (quotient.valid)
        return mq_decimal_normalize (quotient);
    }
  return MQ_DECIMAL_INVALID;
}
