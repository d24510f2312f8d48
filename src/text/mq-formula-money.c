/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-formula-eval.h"

/* Rates of exchange and shares of a whole. */

/* ---- convert() ---- */

/* The currency that an amount at @field, in @row, is in. */
static const char *
currency_of (MqEval *eval, const MqField *field, const char *row)
{
  const char *currency = field->currency != NULL ? field->currency : mq_kind_currency (eval->kind);

  if (currency == NULL)
    return NULL;
  if (g_str_has_prefix (currency, "row/"))
    {
      const char *name = currency + strlen ("row/");
      const MqField *column = field->table != NULL ? mq_field_column (field->table, name) : NULL;

      return column != NULL ? mq_eval_cell (eval, column, row) : NULL;
    }
  return mq_draft_value (eval->draft, currency);
}

static const char *
rate_cell (MqEval *eval, const MqField *table, const char *row, const char *name)
{
  const MqField *column = mq_field_column (table, name);

  return column != NULL ? mq_eval_cell (eval, column, row) : NULL;
}

/* The rate that the document itself states from one currency to the other; of several the one of the latest
 * date, of equal dates the first.  A rate is never turned round: what is printed is what was computed
 * with. */
static gboolean
find_rate (MqEval *eval, const char *from, const char *to, MqDecimal *rate)
{
  const char *path = mq_kind_rates (eval->kind);
  const MqField *table = path != NULL ? mq_kind_field (eval->kind, path) : NULL;
  const char *latest = NULL;
  gboolean found = FALSE;
  guint n = 0;
  g_autofree const char **rows = table != NULL ? mq_draft_rows (eval->draft, path, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *date = rate_cell (eval, table, rows[i], "date");
      const char *value = rate_cell (eval, table, rows[i], "rate");
      MqDecimal number;

      if (g_strcmp0 (rate_cell (eval, table, rows[i], "from"), from) != 0
          || g_strcmp0 (rate_cell (eval, table, rows[i], "to"), to) != 0
          || value == NULL || !mq_decimal_parse (value, &number) || mq_decimal_sign (number) <= 0
          || (found && g_strcmp0 (date, latest) <= 0))
        continue;
      *rate = number;
      latest = date;
      found = TRUE;
    }
  return found;
}

/* convert(M, CURRENCY): no value, and a reason to be told, without a rate. */
void
mq_eval_convert (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  const MqExpr *place = expr->args[0];
  const char *row = place->type == MQ_EXPR_COLUMN ? mq_eval_row_of (eval, place)
                    : place->type == MQ_EXPR_CELL ? place->text : NULL;
  g_auto (GStrv) currencies = NULL;
  MqEvalValue amount = { MQ_RESULT_EMPTY }, to = { MQ_RESULT_EMPTY };
  MqDecimal rate;

  mq_eval_expr (eval, place, &amount);
  if (amount.type != MQ_RESULT_NUMBER)
    return;
  mq_eval_expr (eval, expr->args[1], &to);
  currencies = g_new0 (char *, 3);
  currencies[0] = g_strdup (currency_of (eval, place->field, row));
  if (currencies[0] != NULL)
    currencies[1] = g_strdup (to.text);
  mq_eval_value_clear (&to);

  if (currencies[0] == NULL || currencies[1] == NULL)
    mq_eval_fail (eval, NULL);
  else if (g_str_equal (currencies[0], currencies[1]))
    mq_eval_set_number (out, amount.number);
  else if (!find_rate (eval, currencies[0], currencies[1], &rate))
    mq_eval_fail (eval, mq_problem_new (MQ_PROBLEM_NO_RATE, currencies[0], currencies[1]));
  else
    mq_eval_set_number (out, mq_decimal_round (mq_decimal_mul (amount.number, rate),
                                               mq_currency_known (currencies[1])
                                               ? mq_currency_decimals (currencies[1]) : 2));
}

/* ---- share() ---- */

static void
free_decimal (gpointer decimal)
{
  g_free (decimal);
}

/* The shares of all rows of the column.  A row without a value leaves them all without, for the whole is not
 * known yet; so does a part that could not be converted. */
static GHashTable *
shares_of_column (MqEval *eval, const MqExpr *expr)
{
  GHashTable *shares = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_decimal);
  const char *outside = eval->iterated;
  gboolean failed_outside = eval->failed;
  gboolean complete = TRUE;
  guint n;
  g_autofree const char **rows = mq_draft_rows (eval->draft, expr->table->path, &n);
  g_autofree MqDecimal *parts = g_new0 (MqDecimal, n + 1);
  g_autofree MqDecimal *found = g_new0 (MqDecimal, n + 1);
  MqDecimal total = MQ_DECIMAL_ZERO;

  eval->failed = FALSE;
  for (guint i = 0; i < n; i++)
    {
      MqEvalValue part = { MQ_RESULT_EMPTY };

      eval->iterated = rows[i];
      mq_eval_expr (eval, expr->args[1], &part);
      if (part.type == MQ_RESULT_NUMBER)
        total = mq_decimal_add (total, part.number);
      else
        complete = FALSE;
      parts[i] = part.number;
      mq_eval_value_clear (&part);
    }
  eval->iterated = outside;

  if (eval->failed || !complete || mq_decimal_sign (total) <= 0)
    n = 0;
  else if (expr->exact)
    for (guint i = 0; i < n; i++)
      found[i] = mq_eval_divide (mq_decimal_mul (parts[i], mq_decimal_from_int (100)), total);
  else if (!mq_decimal_shares (parts, n, 2, found))
    n = 0;
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (shares, (gpointer) rows[i], g_memdup2 (&found[i], sizeof found[i]));
  eval->failed = eval->failed || failed_outside;
  return shares;
}

/* share(x, X): the shares of all rows are made at once. */
void
mq_eval_share (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  GHashTable *shares;
  const MqDecimal *share;

  if (eval->own == NULL)
    return;
  if (eval->shares == NULL)
    eval->shares = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  shares = g_hash_table_lookup (eval->shares, expr);
  if (shares == NULL)
    {
      shares = shares_of_column (eval, expr);
      g_hash_table_insert (eval->shares, (gpointer) expr, shares);
    }
  share = g_hash_table_lookup (shares, eval->own);
  if (share != NULL)
    mq_eval_set_number (out, *share);
}

/* ---- currencies() ---- */

/* Adds the currencies of the amounts entered at @field. */
static void
add_currencies (MqEval *eval, const MqField *field, GHashTable *currencies)
{
  const char *currency;
  guint n = 1;
  g_autofree const char **rows = NULL;

  if (field->table != NULL)
    rows = mq_draft_rows (eval->draft, field->table->path, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *row = rows != NULL ? rows[i] : NULL;
      const char *value = rows != NULL ? mq_eval_cell (eval, field, row)
                                       : mq_draft_value (eval->draft, field->path);

      if (value == NULL || *value == '\0')
        continue;
      currency = currency_of (eval, field, row);
      if (currency != NULL)
        g_hash_table_add (currencies, (gpointer) g_intern_string (currency));
    }
}

/* currencies(): how many there are among the amounts that were entered. */
void
mq_eval_currencies (MqEval *eval, const MqExpr *expr, MqEvalValue *out)
{
  g_autoptr (GHashTable) currencies = g_hash_table_new (NULL, NULL);
  guint n;
  const MqGroup *const *groups = mq_kind_groups (eval->kind, &n);

  for (guint g = 0; g < n; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      {
        const MqField *fact = groups[g]->facts[f];

        for (guint c = 0; c < fact->n_columns; c++)
          if (fact->columns[c]->type == MQ_TYPE_MONEY && fact->columns[c]->formula == NULL)
            add_currencies (eval, fact->columns[c], currencies);
        if (fact->type == MQ_TYPE_MONEY && fact->formula == NULL)
          add_currencies (eval, fact, currencies);
      }
  mq_eval_set_number (out, mq_decimal_from_int (g_hash_table_size (currencies)));
}
