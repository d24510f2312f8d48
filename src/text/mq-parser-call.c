/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-parser.h"

/* Functions. */

/* The table whose rows an argument goes through: that of the first path in it that leads to a table or its
 * column. */
static const MqField *
find_table (MqParser *parser)
{
  guint depth = 0;

  for (guint i = parser->at; i < parser->tokens->len; i++)
    {
      const MqToken *token = &g_array_index (parser->tokens, MqToken, i);

      if (token->type == MQ_TOKEN_SIGN && g_str_equal (token->text, "("))
        depth++;
      else if (token->type == MQ_TOKEN_SIGN && g_str_equal (token->text, ")") && depth-- == 0)
        return NULL;
      else if (token->type == MQ_TOKEN_KEYWORD && g_str_equal (token->text, "where"))
        return NULL;
      else if (token->type == MQ_TOKEN_NAME)
        {
          g_autofree char *path = mq_path_fact (token->text);
          const MqField *field = mq_kind_field (parser->kind, path);

          if (field != NULL && field->type == MQ_TYPE_TABLE)
            return field;
        }
    }
  return NULL;
}

/* whether the call whose first argument begins here has several */
static gboolean
has_several_arguments (MqParser *parser)
{
  guint depth = 0;

  for (guint i = parser->at; i < parser->tokens->len; i++)
    {
      const MqToken *token = &g_array_index (parser->tokens, MqToken, i);

      if (token->type != MQ_TOKEN_SIGN)
        continue;
      if (g_str_equal (token->text, "("))
        depth++;
      else if (g_str_equal (token->text, ")") && depth-- == 0)
        return FALSE;
      else if (g_str_equal (token->text, ",") && depth == 0)
        return TRUE;
    }
  return FALSE;
}

/* table [where c] for count, any, all; EXPRESSION [where c] for sum, min, max, list */
static MqExpr *
parse_aggregate (MqParser *parser, MqExprType type, MqYield yields, guint position)
{
  g_autoptr (MqExpr) expr = mq_expr_new (type, yields, position);
  const MqField *outside = parser->iterated;
  gboolean rows_only = type == MQ_EXPR_COUNT || type == MQ_EXPR_ANY || type == MQ_EXPR_ALL;
  const MqField *table = find_table (parser);
  MqExpr *arg;

  if (table == NULL)
    return mq_parser_fail (parser, mq_parser_peek (parser)->position, "a table was expected");
  expr->table = table;
  mq_parser_reads (parser, table);

  parser->iterated = table;
  arg = mq_parser_sum (parser);
  if (arg != NULL)
    mq_expr_take (expr, arg);
  if (arg != NULL && rows_only)
    mq_parser_require (parser, arg, MQ_YIELDS_TABLE);
  else if (arg != NULL && (type == MQ_EXPR_SUM || type == MQ_EXPR_LIST))
    mq_parser_require (parser, arg, type == MQ_EXPR_SUM ? MQ_YIELDS_NUMBER : MQ_YIELDS_TEXT);
  if (arg != NULL && (type == MQ_EXPR_MIN || type == MQ_EXPR_MAX))
    expr->yields = arg->yields;

  if (!parser->failed && mq_parser_accept (parser, MQ_TOKEN_KEYWORD, "where"))
    {
      expr->where = mq_parser_expression (parser);
      mq_parser_require (parser, expr->where, MQ_YIELDS_BOOL);
    }
  parser->iterated = outside;
  return parser->failed ? NULL : g_steal_pointer (&expr);
}

static MqExpr *
parse_share (MqParser *parser, guint position)
{
  g_autoptr (MqExpr) expr = mq_expr_new (MQ_EXPR_SHARE, MQ_YIELDS_NUMBER, position);
  const MqField *outside = parser->iterated;
  MqExpr *arg = mq_parser_expression (parser);

  if (!mq_parser_require (parser, arg, MQ_YIELDS_NUMBER))
    {
      mq_expr_free (arg);
      return NULL;
    }
  mq_expr_take (expr, arg);
  if (!mq_parser_expect (parser, ","))
    return NULL;
  expr->table = find_table (parser);
  expr->exact = parser->exact;
  if (expr->table == NULL || expr->table != parser->own)
    return mq_parser_fail (parser, position, "a share is taken of a column of the row's own table");
  mq_parser_reads (parser, expr->table);
  parser->iterated = expr->table;
  arg = mq_parser_expression (parser);
  parser->iterated = outside;
  if (arg != NULL)
    mq_expr_take (expr, arg);
  return mq_parser_require (parser, arg, MQ_YIELDS_NUMBER) ? g_steal_pointer (&expr) : NULL;
}

/* cell('ROW'), the same column of that row; cell('ROW', group/table/column) */
static MqExpr *
parse_cell (MqParser *parser, guint position)
{
  g_autofree char *row = NULL;
  const MqField *column = parser->column;
  MqExpr *expr;

  if (mq_parser_peek (parser)->type != MQ_TOKEN_STRING)
    return mq_parser_fail (parser, mq_parser_peek (parser)->position, "the id of a row was expected");
  row = g_strdup (mq_parser_peek (parser)->text);
  parser->at++;
  if (mq_parser_accept (parser, MQ_TOKEN_SIGN, ","))
    {
      const MqToken *token = mq_parser_peek (parser);

      column = token->type == MQ_TOKEN_NAME ? mq_kind_field (parser->kind, token->text) : NULL;
      if (column == NULL || column->table == NULL)
        return mq_parser_fail (parser, token->position, "a column was expected");
      parser->at++;
    }
  if (column == NULL)
    return mq_parser_fail (parser, position, "no column is computed here: cell() must name one");
  expr = mq_expr_new (MQ_EXPR_CELL, mq_parser_field_yields (column), position);
  expr->field = column;
  expr->text = g_steal_pointer (&row);
  mq_parser_reads_cell (parser, expr->text, column);
  return expr;
}

static MqExpr *
parse_exact (MqParser *parser, guint position)
{
  gboolean outside = parser->exact;
  MqExpr *arg;

  parser->exact = TRUE;
  arg = mq_parser_expression (parser);
  parser->exact = outside;
  if (!mq_parser_require (parser, arg, MQ_YIELDS_NUMBER))
    {
      mq_expr_free (arg);
      return NULL;
    }
  return arg;
}

/* The money fields of the kind that are entered, with the facts that hold their currencies. */
static void
add_reads_of_money (MqParser *parser)
{
  guint n;
  const MqGroup *const *groups = mq_kind_groups (parser->kind, &n);

  for (guint g = 0; g < n; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      {
        const MqField *fact = groups[g]->facts[f];

        for (guint c = 0; c < MAX (fact->n_columns, 1); c++)
          {
            const MqField *field = fact->n_columns > 0 ? fact->columns[c] : fact;
            const char *in_row;

            if (field->type != MQ_TYPE_MONEY || field->formula != NULL)
              continue;
            mq_parser_reads (parser, field);
            in_row = field->currency != NULL && g_str_has_prefix (field->currency, "row/")
                     ? field->currency + strlen ("row/") : NULL;
            if (in_row != NULL && mq_field_column (fact, in_row) != NULL)
              mq_parser_reads (parser, mq_field_column (fact, in_row));
            else if (field->currency != NULL && in_row == NULL)
              mq_parser_reads_path (parser, field->currency);
          }
      }
}

static gboolean
add_reads_of_conversion (MqParser *parser, const MqExpr *amount)
{
  const MqField *field = amount->field;
  const char *rates = mq_kind_rates (parser->kind);
  const MqField *table = rates != NULL ? mq_kind_field (parser->kind, rates) : NULL;
  const char *currency;

  if ((amount->type != MQ_EXPR_FACT && amount->type != MQ_EXPR_COLUMN && amount->type != MQ_EXPR_CELL)
      || field->type != MQ_TYPE_MONEY)
    {
      mq_parser_fail (parser, amount->position, "an amount of money was expected");
      return FALSE;
    }
  currency = field->currency != NULL ? field->currency : mq_kind_currency (parser->kind);
  if (currency != NULL && g_str_has_prefix (currency, "row/") && field->table != NULL)
    {
      const MqField *column = mq_field_column (field->table, currency + strlen ("row/"));

      if (column != NULL)
        mq_parser_reads (parser, column);
    }
  else if (currency != NULL)
    mq_parser_reads_path (parser, currency);
  for (guint i = 0; table != NULL && i < table->n_columns; i++)
    if (g_strv_contains ((const char *const[]) { "from", "to", "rate", "date", NULL },
                         table->columns[i]->name))
      mq_parser_reads (parser, table->columns[i]);
  return TRUE;
}

typedef struct {
  const char *name;
  MqExprType type;
  MqYield yields;
  guint min_args, max_args;
  MqYield args[3];              /* what each argument must yield; the last holds for all further ones */
} Function;

#define ANYTHING MQ_YIELDS_NOTHING

static const Function functions[] = {
  { "convert", MQ_EXPR_CONVERT, MQ_YIELDS_NUMBER, 2, 2, { MQ_YIELDS_NUMBER, MQ_YIELDS_TEXT } },
  { "currencies", MQ_EXPR_CURRENCIES, MQ_YIELDS_NUMBER, 0, 0, { ANYTHING } },
  { "if", MQ_EXPR_IF, ANYTHING, 3, 3, { MQ_YIELDS_BOOL, ANYTHING, ANYTHING } },
  { "either", MQ_EXPR_EITHER, ANYTHING, 2, 2, { ANYTHING, ANYTHING, ANYTHING } },
  { "min", MQ_EXPR_LEAST, MQ_YIELDS_NUMBER, 2, 99,
    { MQ_YIELDS_NUMBER, MQ_YIELDS_NUMBER, MQ_YIELDS_NUMBER } },
  { "max", MQ_EXPR_GREATEST, MQ_YIELDS_NUMBER, 2, 99,
    { MQ_YIELDS_NUMBER, MQ_YIELDS_NUMBER, MQ_YIELDS_NUMBER } },
  { "join", MQ_EXPR_JOIN, MQ_YIELDS_TEXT, 1, 99, { MQ_YIELDS_TEXT, MQ_YIELDS_TEXT, MQ_YIELDS_TEXT } },
  { "months", MQ_EXPR_MONTHS, MQ_YIELDS_PERIOD, 1, 1, { MQ_YIELDS_NUMBER } },
  { "years", MQ_EXPR_YEARS, MQ_YIELDS_PERIOD, 1, 1, { MQ_YIELDS_NUMBER } },
  { "hijri", MQ_EXPR_HIJRI, MQ_YIELDS_TEXT, 1, 2, { MQ_YIELDS_TEXT, MQ_YIELDS_NUMBER } },
  { "date-text", MQ_EXPR_DATE_TEXT, MQ_YIELDS_TEXT, 1, 1, { MQ_YIELDS_TEXT } },
  { "count-words", MQ_EXPR_COUNT_WORDS, MQ_YIELDS_TEXT, 2, 3,
    { MQ_YIELDS_NUMBER, MQ_YIELDS_TEXT, MQ_YIELDS_TEXT } },
  { "advice", MQ_EXPR_ADVICE, MQ_YIELDS_TEXT, 0, 0, { ANYTHING } },
};

static MqExpr *
parse_arguments (MqParser *parser, const Function *function, guint position)
{
  g_autoptr (MqExpr) expr = mq_expr_new (function->type, function->yields, position);

  while (!mq_parser_at (parser, MQ_TOKEN_SIGN, ")"))
    {
      MqYield wanted = function->args[MIN (expr->n_args, 2)];
      MqExpr *arg;

      if (expr->n_args > 0 && !mq_parser_expect (parser, ","))
        return NULL;
      if (expr->n_args == function->max_args)
        return mq_parser_fail (parser, mq_parser_peek (parser)->position, "%s() has too many arguments",
                               function->name);
      arg = mq_parser_expression (parser);
      if (arg == NULL)
        return NULL;
      mq_expr_take (expr, arg);
      if (wanted != ANYTHING && !mq_parser_require (parser, arg, wanted))
        return NULL;
    }
  if (expr->n_args < function->min_args)
    return mq_parser_fail (parser, position, "%s() has too few arguments", function->name);
  return g_steal_pointer (&expr);
}

/* what cannot be seen from the table of functions alone */
static gboolean
finish_function (MqParser *parser, MqExpr *expr)
{
  switch (expr->type)
    {
    case MQ_EXPR_IF:
    case MQ_EXPR_EITHER:
      {
        const MqExpr *first = expr->args[expr->n_args - 2];
        const MqExpr *second = expr->args[expr->n_args - 1];

        expr->yields = first->yields;
        return mq_parser_require (parser, second, first->yields);
      }
    case MQ_EXPR_CONVERT:
      return add_reads_of_conversion (parser, expr->args[0]);
    case MQ_EXPR_CURRENCIES:
      add_reads_of_money (parser);
      return TRUE;
    case MQ_EXPR_COUNT_WORDS:
      mq_parser_reads_house (parser);
      if (expr->args[1]->type != MQ_EXPR_TEXT || mq_kind_noun (parser->kind, expr->args[1]->text) == NULL)
        mq_parser_fail (parser, expr->args[1]->position, "a noun of the kind was expected");
      return !parser->failed;
    case MQ_EXPR_HIJRI:
    case MQ_EXPR_DATE_TEXT:
      mq_parser_reads_house (parser);
      return TRUE;
    default:
      return TRUE;
    }
}

/* The call of a function, behind its opening parenthesis; the closing one is left to the caller. */
MqExpr *
mq_parser_call (MqParser *parser, const char *name, guint position)
{
  static const struct { const char *name; MqExprType type; MqYield yields; } aggregates[] = {
    { "count", MQ_EXPR_COUNT, MQ_YIELDS_NUMBER }, { "sum", MQ_EXPR_SUM, MQ_YIELDS_NUMBER },
    { "any", MQ_EXPR_ANY, MQ_YIELDS_BOOL },       { "exists", MQ_EXPR_ANY, MQ_YIELDS_BOOL },
    { "all", MQ_EXPR_ALL, MQ_YIELDS_BOOL },       { "list", MQ_EXPR_LIST, MQ_YIELDS_TEXT },
    { "min", MQ_EXPR_MIN, MQ_YIELDS_NUMBER },     { "max", MQ_EXPR_MAX, MQ_YIELDS_NUMBER },
  };
  gboolean several = has_several_arguments (parser);
  g_autoptr (MqExpr) expr = NULL;

  if (g_str_equal (name, "share"))
    return parse_share (parser, position);
  if (g_str_equal (name, "cell"))
    return parse_cell (parser, position);
  if (g_str_equal (name, "exact"))
    return parse_exact (parser, position);
  for (guint i = 0; i < G_N_ELEMENTS (aggregates); i++)
    if (g_str_equal (name, aggregates[i].name)
        && !(several && (aggregates[i].type == MQ_EXPR_MIN || aggregates[i].type == MQ_EXPR_MAX)))
      return parse_aggregate (parser, aggregates[i].type, aggregates[i].yields, position);
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (name, functions[i].name))
      {
        expr = parse_arguments (parser, &functions[i], position);
        return expr != NULL && finish_function (parser, expr) ? g_steal_pointer (&expr) : NULL;
      }
  return mq_parser_fail (parser, position, "unknown function “%s”", name);
}
