/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-count.h"
#include "mq-date.h"
#include "mq-formula-eval.h"

/* Three-valued: a part without a value is EMPTY, and what is made of it is EMPTY too, but for what asks for it (empty,
 * either, join, sum) and for what is decided without it (false and X, true or X). */

/* ---- values ---- */

void
mq_eval_value_clear (MqEvalValue *value)
{
  g_free (value->owned);
  *value = (MqEvalValue) { MQ_RESULT_EMPTY };
}

static void
set_bool (MqEvalValue *out,
          gboolean     truth)
{
  *out = (MqEvalValue) { .type = MQ_RESULT_BOOL, .truth = truth };
}

void
mq_eval_set_number (MqEvalValue *out,
                    MqDecimal    number)
{
  *out = (MqEvalValue) { .type = number.valid ? MQ_RESULT_NUMBER : MQ_RESULT_EMPTY, .number = number };
}

void
mq_eval_set_text (MqEvalValue *out,
                  const char  *text)
{
  if (text == NULL || *text == '\0')
    *out = (MqEvalValue) { MQ_RESULT_EMPTY };
  else
    *out = (MqEvalValue) { .type = MQ_RESULT_TEXT, .text = text };
}

void
mq_eval_take_text (MqEvalValue *out,
                   char        *text)
{
  mq_eval_set_text (out, text);
  if (out->type == MQ_RESULT_TEXT)
    out->owned = text;
  else
    g_free (text);
}

/* The value of a field as a formula sees it. */
static void
set_from_field (MqEvalValue   *out,
                const MqField *field,
                const char    *value)
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
      set_bool (out, g_str_equal (value, "true"));
      break;
    default:
      mq_eval_set_text (out, value);
      break;
    }
}

void
mq_eval_fail (MqEval    *eval,
              MqProblem *problem)
{
  eval->failed = TRUE;
  if (problem != NULL && eval->problem == NULL)
    eval->problem = problem;
  else if (problem != NULL)
    mq_problem_free (problem);
}

/* An exact quotient where there is one, else as many decimals as fit. */
MqDecimal
mq_eval_divide (MqDecimal a,
                MqDecimal b)
{
  for (int scale = 20; scale >= 0; scale -= 4)
    {
      MqDecimal quotient = mq_decimal_div (a, b, scale);

      if (quotient.valid)
        return mq_decimal_normalize (quotient);
    }
  return MQ_DECIMAL_INVALID;
}

const MqHouse *
mq_eval_house (MqEval *eval)
{
  if (!eval->has_house)
    mq_house_read (&eval->house, eval->draft);
  eval->has_house = TRUE;
  return &eval->house;
}

/* ---- reading ---- */

const char *
mq_eval_cell (MqEval        *eval,
              const MqField *column,
              const char    *row)
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
mq_eval_row_of (MqEval       *eval,
                const MqExpr *column)
{
  const char *row = column->scope == MQ_SCOPE_OWN ? eval->own : eval->iterated;

  for (guint i = 0; i + 1 < column->n_steps && row != NULL; i++)
    row = mq_eval_cell (eval, column->steps[i], row);
  return row;
}

static int
position_of_own (MqEval       *eval,
                 const MqExpr *expr)
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
label_of_own (MqEval       *eval,
              const MqExpr *expr)
{
  for (guint i = 0; eval->own != NULL && i < expr->table->n_rows; i++)
    if (g_str_equal (expr->table->rows[i].id, eval->own))
      return mq_house_label (mq_eval_house (eval), &expr->table->rows[i].label, expr->table->iq_by_law);
  return NULL;
}

/* A row made for a row of another table is named after it: NAME-ID. */
static const char *
source_of_own (MqEval       *eval,
               const MqExpr *expr)
{
  gsize length = strlen (expr->table->name);

  if (eval->own != NULL && strncmp (eval->own, expr->table->name, length) == 0 && eval->own[length] == '-')
    return eval->own + length + 1;
  return NULL;
}

static void
eval_read (MqEval       *eval,
           const MqExpr *expr,
           MqEvalValue  *out)
{
  int position;

  switch (expr->type)
    {
    case MQ_EXPR_FACT:
      set_from_field (out, expr->field, mq_draft_value (eval->draft, expr->field->path));
      break;
    case MQ_EXPR_TABLE:
      set_bool (out, TRUE);
      if (mq_draft_n_rows (eval->draft, expr->field->path) == 0)
        out->type = MQ_RESULT_EMPTY;
      break;
    case MQ_EXPR_COLUMN:
      set_from_field (out, expr->field, mq_eval_cell (eval, expr->field, mq_eval_row_of (eval, expr)));
      break;
    case MQ_EXPR_CELL:
      set_from_field (out, expr->field, mq_eval_cell (eval, expr->field, expr->text));
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
static void
eval_computed (MqEval       *eval,
               const MqExpr *expr,
               MqEvalValue  *out)
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

/* ---- logic ---- */

static void
eval_logic (MqEval       *eval,
            const MqExpr *expr,
            MqEvalValue  *out)
{
  gboolean deciding = expr->type == MQ_EXPR_OR;
  gboolean unknown = FALSE;

  for (guint i = 0; i < expr->n_args; i++)
    {
      MqEvalValue arg = { MQ_RESULT_EMPTY };

      mq_eval_expr (eval, expr->args[i], &arg);
      if (arg.type == MQ_RESULT_BOOL && arg.truth == deciding)
        {
          set_bool (out, deciding);
          return;
        }
      unknown = unknown || arg.type != MQ_RESULT_BOOL;
      mq_eval_value_clear (&arg);
    }
  if (!unknown)
    set_bool (out, !deciding);
}

static gboolean
values_equal (const MqEvalValue *a,
              const MqEvalValue *b)
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
static int
values_order (const MqEvalValue *a,
              const MqEvalValue *b)
{
  return a->type == MQ_RESULT_NUMBER ? mq_decimal_cmp (a->number, b->number) : strcmp (a->text, b->text);
}

static void
eval_compare (MqEval       *eval,
              const MqExpr *expr,
              MqEvalValue  *out)
{
  MqEvalValue a = { MQ_RESULT_EMPTY }, b = { MQ_RESULT_EMPTY };

  mq_eval_expr (eval, expr->args[0], &a);
  mq_eval_expr (eval, expr->args[1], &b);
  if (a.type == b.type && a.type != MQ_RESULT_EMPTY)
    switch (expr->op)
      {
      case MQ_OP_EQ:
        set_bool (out, values_equal (&a, &b));
        break;
      case MQ_OP_NE:
        set_bool (out, !values_equal (&a, &b));
        break;
      case MQ_OP_LT:
        set_bool (out, values_order (&a, &b) < 0);
        break;
      case MQ_OP_LE:
        set_bool (out, values_order (&a, &b) <= 0);
        break;
      case MQ_OP_GT:
        set_bool (out, values_order (&a, &b) > 0);
        break;
      case MQ_OP_GE:
        set_bool (out, values_order (&a, &b) >= 0);
        break;
      default:
        g_assert_not_reached ();
      }
  mq_eval_value_clear (&a);
  mq_eval_value_clear (&b);
}

static void
eval_in (MqEval       *eval,
         const MqExpr *expr,
         MqEvalValue  *out)
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
    set_bool (out, found);
  mq_eval_value_clear (&sought);
}

/* Whether a part has no value.  Why it has none (a missing rate) is not asked here. */
static gboolean
is_empty (MqEval       *eval,
          const MqExpr *expr)
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

/* ---- arithmetic ---- */

static gboolean
eval_number (MqEval       *eval,
             const MqExpr *expr,
             MqDecimal    *out)
{
  MqEvalValue value = { MQ_RESULT_EMPTY };

  mq_eval_expr (eval, expr, &value);
  *out = value.number;
  return value.type == MQ_RESULT_NUMBER;
}

static gboolean
eval_int (MqEval       *eval,
          const MqExpr *expr,
          gint64       *out)
{
  MqDecimal number;

  return eval_number (eval, expr, &number) && mq_decimal_to_int (number, out);
}

static void
eval_date_sum (MqEval       *eval,
               const MqExpr *expr,
               MqEvalValue  *out)
{
  const MqExpr *period = expr->args[1];
  MqEvalValue date = { MQ_RESULT_EMPTY };
  gint64 months;

  mq_eval_expr (eval, expr->args[0], &date);
  if (date.type == MQ_RESULT_TEXT && eval_int (eval, period->args[0], &months) && ABS (months) < 12 * 10000)
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
eval_arithmetic (MqEval       *eval,
                 const MqExpr *expr,
                 MqEvalValue  *out)
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

/* min and max of several expressions: those without a value are left out */
static void
eval_extreme (MqEval       *eval,
              const MqExpr *expr,
              MqEvalValue  *out)
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

/* ---- over rows ---- */

typedef struct {
  guint n_rows, n_met;
  MqDecimal sum;
  gboolean has_sum;
  MqEvalValue extreme;
  GString *list;
} Gathered;

static void
gather_value (MqEval       *eval,
              const MqExpr *expr,
              Gathered     *gathered)
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
          || (values_order (&value, &gathered->extreme) > 0) == (expr->type == MQ_EXPR_MAX))
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
eval_aggregate (MqEval       *eval,
                const MqExpr *expr,
                MqEvalValue  *out)
{
  gboolean values = expr->type != MQ_EXPR_COUNT && expr->type != MQ_EXPR_ANY && expr->type != MQ_EXPR_ALL;
  gboolean failed_outside = eval->failed;
  const char *outside = eval->iterated;
  Gathered gathered = { .list = expr->type == MQ_EXPR_LIST ? g_string_new (NULL) : NULL };
  g_autofree const char **rows = mq_draft_rows (eval->draft, expr->table->path, &gathered.n_rows);

  eval->failed = FALSE;
  for (guint i = 0; i < gathered.n_rows; i++)
    {
      MqEvalValue met = { MQ_RESULT_EMPTY };

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

  switch (expr->type)
    {
    case MQ_EXPR_COUNT:
      mq_eval_set_number (out, mq_decimal_from_int (gathered.n_met));
      break;
    case MQ_EXPR_ANY:
      set_bool (out, gathered.n_met > 0);
      break;
    case MQ_EXPR_ALL:
      set_bool (out, gathered.n_met == gathered.n_rows);
      break;
    case MQ_EXPR_SUM:
      if (gathered.has_sum && !eval->failed)
        mq_eval_set_number (out, gathered.sum);
      break;
    case MQ_EXPR_LIST:
      mq_eval_take_text (out, g_string_free (gathered.list, FALSE));
      break;
    default:
      if (!eval->failed)
        *out = gathered.extreme;
      else
        mq_eval_value_clear (&gathered.extreme);
      break;
    }
  eval->failed = eval->failed || failed_outside;
}

/* ---- functions ---- */

static void
eval_if (MqEval       *eval,
         const MqExpr *expr,
         MqEvalValue  *out)
{
  MqEvalValue condition = { MQ_RESULT_EMPTY };

  mq_eval_expr (eval, expr->args[0], &condition);
  if (condition.type == MQ_RESULT_BOOL)
    mq_eval_expr (eval, expr->args[condition.truth ? 1 : 2], out);
}

static void
eval_join (MqEval       *eval,
           const MqExpr *expr,
           MqEvalValue  *out)
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

static void
eval_date_words (MqEval       *eval,
                 const MqExpr *expr,
                 MqEvalValue  *out)
{
  const MqHouse *house = mq_eval_house (eval);
  MqEvalValue date = { MQ_RESULT_EMPTY };
  gint64 shift = 0;

  mq_eval_expr (eval, expr->args[0], &date);
  if (date.type == MQ_RESULT_TEXT && mq_date_valid (date.text))
    {
      if (expr->n_args > 1 && !eval_int (eval, expr->args[1], &shift))
        shift = 0;
      if (expr->type == MQ_EXPR_HIJRI)
        mq_eval_take_text (out, mq_date_hijri (date.text, (int) CLAMP (shift, -30, 30), house->digits));
      else
        mq_eval_take_text (out, mq_date_text (date.text, house->months, house->digits));
    }
  mq_eval_value_clear (&date);
}

static void
eval_count_words (MqEval       *eval,
                  const MqExpr *expr,
                  MqEvalValue  *out)
{
  const MqHouse *house = mq_eval_house (eval);
  MqWordsOptions options = house->words;
  gint64 n;

  if (!eval_int (eval, expr->args[0], &n))
    return;
  if (expr->n_args > 2)
    {
      MqEvalValue token = { MQ_RESULT_EMPTY };

      mq_eval_expr (eval, expr->args[2], &token);
      if (token.type == MQ_RESULT_TEXT)
        mq_case_parse (token.text, &options.case_);
      mq_eval_value_clear (&token);
    }
  mq_eval_take_text (out, mq_count (n, mq_kind_noun (eval->kind, expr->args[1]->text), &options, house->iraqi));
}

/* ---- all of it ---- */

/* @out is to be EMPTY at first. */
void
mq_eval_expr (MqEval       *eval,
              const MqExpr *expr,
              MqEvalValue  *out)
{
  MqDecimal number;

  switch (expr->type)
    {
    case MQ_EXPR_NUMBER:
      mq_eval_set_number (out, expr->number);
      break;
    case MQ_EXPR_TEXT:
      mq_eval_set_text (out, expr->text);
      break;
    case MQ_EXPR_BOOL:
      set_bool (out, expr->truth);
      break;
    case MQ_EXPR_FACT:
    case MQ_EXPR_TABLE:
    case MQ_EXPR_COLUMN:
    case MQ_EXPR_CELL:
    case MQ_EXPR_ROW_ID:
    case MQ_EXPR_ROW_POSITION:
    case MQ_EXPR_ROW_LABEL:
    case MQ_EXPR_ROW_FOR:
      eval_read (eval, expr, out);
      break;
    case MQ_EXPR_COMPUTED:
      eval_computed (eval, expr, out);
      break;
    case MQ_EXPR_OR:
    case MQ_EXPR_AND:
      eval_logic (eval, expr, out);
      break;
    case MQ_EXPR_NOT:
      mq_eval_expr (eval, expr->args[0], out);
      out->truth = !out->truth;
      break;
    case MQ_EXPR_COMPARE:
      eval_compare (eval, expr, out);
      break;
    case MQ_EXPR_IN:
      eval_in (eval, expr, out);
      break;
    case MQ_EXPR_IS_EMPTY:
    case MQ_EXPR_NOT_EMPTY:
      set_bool (out, is_empty (eval, expr->args[0]) == (expr->type == MQ_EXPR_IS_EMPTY));
      break;
    case MQ_EXPR_ADD:
    case MQ_EXPR_SUBTRACT:
    case MQ_EXPR_MULTIPLY:
    case MQ_EXPR_DIVIDE:
      eval_arithmetic (eval, expr, out);
      break;
    case MQ_EXPR_NEGATE:
      if (eval_number (eval, expr->args[0], &number))
        mq_eval_set_number (out, mq_decimal_neg (number));
      break;
    case MQ_EXPR_COUNT:
    case MQ_EXPR_ANY:
    case MQ_EXPR_ALL:
    case MQ_EXPR_SUM:
    case MQ_EXPR_MIN:
    case MQ_EXPR_MAX:
    case MQ_EXPR_LIST:
      eval_aggregate (eval, expr, out);
      break;
    case MQ_EXPR_LEAST:
    case MQ_EXPR_GREATEST:
      eval_extreme (eval, expr, out);
      break;
    case MQ_EXPR_CONVERT:
      mq_eval_convert (eval, expr, out);
      break;
    case MQ_EXPR_SHARE:
      mq_eval_share (eval, expr, out);
      break;
    case MQ_EXPR_CURRENCIES:
      mq_eval_currencies (eval, out);
      break;
    case MQ_EXPR_IF:
      eval_if (eval, expr, out);
      break;
    case MQ_EXPR_EITHER:
      mq_eval_expr (eval, expr->args[0], out);
      /* a sum that could not be made is not replaced: it would read as if it were known */
      if (out->type == MQ_RESULT_EMPTY && !eval->failed)
        mq_eval_expr (eval, expr->args[1], out);
      break;
    case MQ_EXPR_JOIN:
      eval_join (eval, expr, out);
      break;
    case MQ_EXPR_HIJRI:
    case MQ_EXPR_DATE_TEXT:
      eval_date_words (eval, expr, out);
      break;
    case MQ_EXPR_COUNT_WORDS:
      eval_count_words (eval, expr, out);
      break;
    case MQ_EXPR_MONTHS:
    case MQ_EXPR_YEARS:
    case MQ_EXPR_ADVICE:
      break;
    default:
      g_assert_not_reached ();
    }
}

void
mq_eval_init (MqEval       *eval,
              const MqKind *kind,
              MqDraft      *draft)
{
  *eval = (MqEval) { .kind = kind, .draft = draft, .own_index = -1 };
}

void
mq_eval_clear (MqEval *eval)
{
  g_clear_pointer (&eval->shares, g_hash_table_unref);
  g_clear_pointer (&eval->problem, mq_problem_free);
}
