/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-compute.h"

/* From what a formula yields to what the field stores: whole shares, amounts rounded to the currency. */

static int
decimals_of (MqDraft *draft, const MqField *field)
{
  const char *path = field->currency != NULL ? field->currency : mq_kind_currency (mq_draft_kind (draft));
  const char *currency;

  if (field->type != MQ_TYPE_MONEY || path == NULL || g_str_has_prefix (path, "row/"))
    return 2;
  currency = mq_draft_value (draft, path);
  return currency != NULL && mq_currency_known (currency) ? mq_currency_decimals (currency) : 2;
}

/* A number as the field stores it; NULL, with the reason, when it may not be rounded and would have to be. */
static char *
number_value (MqDraft *draft, const MqField *field, MqDecimal number, MqProblem **problem)
{
  gboolean must_divide = g_strcmp0 (field->round, "must-divide") == 0;

  if (g_strcmp0 (field->round, "half-even") == 0)
    number = mq_decimal_round (number, decimals_of (draft, field));
  else if (field->type == MQ_TYPE_INT || must_divide)
    {
      if (!mq_decimal_rescale (number, field->type == MQ_TYPE_INT ? 0 : decimals_of (draft, field), &number))
        {
          MqHouse house;

          mq_house_read (&house, draft);
          mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_REMAINDER, mq_house_field_title (&house, field),
                                                      NULL));
          return NULL;
        }
    }
  return number.valid ? mq_decimal_to_string (mq_decimal_normalize (number)) : NULL;
}

/* What a formula yields as the value of a field (transfer full); NULL when it has none, with the reason where there is
 * one to be told. */
char *
mq_compute_value (MqDraft *draft, const MqField *field, const MqResult *result, MqProblem **problem)
{
  switch (result->type)
    {
    case MQ_RESULT_NUMBER:
      return number_value (draft, field, result->number, problem);
    case MQ_RESULT_BOOL:
      return g_strdup (result->truth ? "true" : "false");
    case MQ_RESULT_TEXT:
      return g_strdup (result->text);
    default:
      return NULL;
    }
}
