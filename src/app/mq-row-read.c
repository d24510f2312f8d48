/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-row-state.h"

#include "mq-fold.h"

/* What a person typed → the neutral value.  Either shape of digits is taken, and the signs that the row itself shows
 * (٪, marks of direction) may be there or not. */

static gboolean
report (MqProblem **problem, MqProblemCode code, const char *typed)
{
  return mq_problem_report (problem, mq_problem_new (code, typed, NULL));
}

static gboolean
read_number (const MqField *field, const char *typed, char **value, MqProblem **problem)
{
  g_autofree char *bare = g_strdup (typed);
  MqNumberError why = MQ_NUMBER_OK;
  char *sign;

  sign = strstr (bare, "٪");
  if (sign == NULL)
    sign = strchr (bare, '%');
  if (sign != NULL && field->type == MQ_TYPE_PERCENT)
    *sign = '\0';

  if (mq_number_parse (bare, value, &why))
    return TRUE;
  if (why == MQ_NUMBER_EMPTY)
    return TRUE;
  if (why == MQ_NUMBER_MIXED_DIGITS)
    return report (problem, MQ_PROBLEM_MIXED_DIGITS, typed);
  return report (problem, field->type == MQ_TYPE_MONEY ? MQ_PROBLEM_NOT_AN_AMOUNT : MQ_PROBLEM_NOT_A_NUMBER, typed);
}

/* A text that has to have a form (a version, a number in a register) is in neutral digits. */
static char *
read_text (const MqField *field, const char *typed)
{
  g_autofree char *one_line = g_strdup (typed);

  g_strdelimit (one_line, "\r\n\t", ' ');
  if (field->pattern != NULL || field->digits_only)
    {
      g_autofree char *ascii = mq_digits_to_ascii (one_line);
      g_auto (GStrv) parts = g_strsplit (ascii, "٫", -1);

      return g_strjoinv (".", parts);
    }

  return g_steal_pointer (&one_line);
}

/**
 * mq_row_read:
 * @draft: the draft, which says whether the value may stand there
 * @field: what stands at @path
 * @path: a fact or a cell
 * @typed: what was typed; blank: nothing
 * @value: (out) (nullable): the neutral value, or %NULL for none
 * @problem: (out) (optional): why it is none
 *
 * Returns: whether @typed means a value that may stand at @path
 */
gboolean
mq_row_read (MqDraft *draft, const MqField *field, const char *path, const char *typed, char **value,
             MqProblem **problem)
{
  g_autofree char *plain = NULL, *read = NULL, *blank = NULL;
  gboolean understood = TRUE;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), FALSE);
  g_return_val_if_fail (field != NULL && path != NULL && typed != NULL && value != NULL, FALSE);

  *value = NULL;
  blank = g_strstrip (mq_strip_marks (typed));
  if (*blank == '\0')
    return mq_draft_accepts (draft, path, NULL, problem);

  switch (field->type)
    {
    case MQ_TYPE_MONEY:
    case MQ_TYPE_PERCENT:
    case MQ_TYPE_INT:
    case MQ_TYPE_DECIMAL:
      understood = read_number (field, blank, &read, problem);
      break;
    case MQ_TYPE_DATE:
      understood = mq_date_parse (blank, &read, problem);
      break;
    case MQ_TYPE_MONTH_DAY:
      understood = mq_date_parse_day_month (blank, &read, problem);
      break;
    case MQ_TYPE_TEXT:
    case MQ_TYPE_PARA:
    case MQ_TYPE_ATTACHMENT:
      read = read_text (field, typed);
      break;
    case MQ_TYPE_PARAS:
    case MQ_TYPE_LIST:
    case MQ_TYPE_INLINE:
    case MQ_TYPE_BOOL:
    case MQ_TYPE_CHOICE:
    case MQ_TYPE_ROW_OF:
    case MQ_TYPE_SIGN_SPACE:
    case MQ_TYPE_TABLE:
    default:
      read = g_strdup (typed);
      break;
    }

  if (!understood || !mq_draft_accepts (draft, path, read, problem))
    return FALSE;

  *value = g_steal_pointer (&read);
  return TRUE;
}
