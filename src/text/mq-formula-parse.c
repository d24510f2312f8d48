/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-parser.h"

/* Recursive descent over the grammar of src/text/README.md, from the tightest binding outwards.  Names are
 * resolved, and what each part yields is checked, while parsing: a formula that parses cannot meet an unknown
 * path or compare an amount with a text. */

static MqExpr *
parse_literal (MqParser *parser, const MqToken *token)
{
  MqExpr *expr;

  if (token->type == MQ_TOKEN_STRING)
    {
      expr = mq_expr_new (MQ_EXPR_TEXT, MQ_YIELDS_TEXT, token->position);
      expr->text = g_strdup (token->text);
      return expr;
    }
  if (token->type == MQ_TOKEN_KEYWORD)
    {
      expr = mq_expr_new (MQ_EXPR_BOOL, MQ_YIELDS_BOOL, token->position);
      expr->truth = g_str_equal (token->text, "true");
      return expr;
    }
  expr = mq_expr_new (MQ_EXPR_NUMBER, MQ_YIELDS_NUMBER, token->position);
  if (mq_decimal_parse (token->text, &expr->number))
    return expr;
  mq_expr_free (expr);
  return mq_parser_fail (parser, token->position, "the number is too long");
}

static MqExpr *
parse_factor (MqParser *parser)
{
  const MqToken *token = mq_parser_peek (parser);
  guint position = token->position;
  g_autoptr (MqExpr) expr = NULL;

  if (++parser->depth > MQ_PARSER_MAX_DEPTH)
    return mq_parser_fail (parser, position, "too many parentheses");
  if (mq_parser_accept (parser, MQ_TOKEN_SIGN, "("))
    {
      expr = mq_parser_expression (parser);
      if (expr == NULL || !mq_parser_expect (parser, ")"))
        return NULL;
    }
  else if (mq_parser_accept (parser, MQ_TOKEN_SIGN, "-"))
    {
      MqExpr *arg = parse_factor (parser);

      expr = mq_expr_new (MQ_EXPR_NEGATE, MQ_YIELDS_NUMBER, position);
      if (arg != NULL)
        mq_expr_take (expr, arg);
      if (!mq_parser_require (parser, arg, MQ_YIELDS_NUMBER))
        return NULL;
    }
  else if (token->type == MQ_TOKEN_NUMBER || token->type == MQ_TOKEN_STRING
           || mq_parser_at (parser, MQ_TOKEN_KEYWORD, "true")
           || mq_parser_at (parser, MQ_TOKEN_KEYWORD, "false"))
    {
      parser->at++;
      expr = parse_literal (parser, token);
    }
  else if (token->type == MQ_TOKEN_NAME)
    {
      parser->at++;
      if (mq_parser_accept (parser, MQ_TOKEN_SIGN, "("))
        {
          expr = mq_parser_call (parser, token->text, position);
          if (expr == NULL || !mq_parser_expect (parser, ")"))
            return NULL;
        }
      else
        expr = mq_parser_path (parser, token->text, position);
    }
  else
    return mq_parser_fail (parser, position, token->type == MQ_TOKEN_END ? "the formula ends too early"
                                                               : "a value was expected");
  parser->depth--;
  return g_steal_pointer (&expr);
}

/* @left OP right, both numbers; a date and a period yield a date */
static MqExpr *
binary (MqParser *parser, MqExprType type, MqExpr *left, MqExpr *right, guint position)
{
  g_autoptr (MqExpr) expr = mq_expr_new (type, MQ_YIELDS_NUMBER, position);
  gboolean period;

  mq_expr_take (expr, left);
  if (right == NULL)
    return NULL;
  mq_expr_take (expr, right);
  period = right->yields == MQ_YIELDS_PERIOD && (type == MQ_EXPR_ADD || type == MQ_EXPR_SUBTRACT);
  if (period)
    expr->yields = MQ_YIELDS_TEXT;
  if (!mq_parser_require (parser, left, period ? MQ_YIELDS_TEXT : MQ_YIELDS_NUMBER)
      || (!period && !mq_parser_require (parser, right, MQ_YIELDS_NUMBER)))
    return NULL;
  return g_steal_pointer (&expr);
}

typedef struct {
  MqTokenType token;
  const char *text;
  MqExprType type;
} Operator;

/* part [OP part]…, from the left; @operators: two of the same rank */
static MqExpr *
parse_chained (MqParser *parser, const Operator *operators, MqExpr *(*parse_part) (MqParser *))
{
  MqExpr *left = parse_part (parser);

  while (left != NULL)
    {
      guint position = mq_parser_peek (parser)->position;
      const Operator *operator = operators;

      if (!mq_parser_accept (parser, operator->token, operator->text))
        {
          operator++;
          if (!mq_parser_accept (parser, operator->token, operator->text))
            break;
        }
      left = binary (parser, operator->type, left, parse_part (parser), position);
    }
  return left;
}

static MqExpr *
parse_term (MqParser *parser)
{
  static const Operator operators[] = {
    { MQ_TOKEN_SIGN, "*", MQ_EXPR_MULTIPLY }, { MQ_TOKEN_KEYWORD, "div", MQ_EXPR_DIVIDE },
  };

  return parse_chained (parser, operators, parse_factor);
}

/* Without comparison: what arguments of functions are. */
MqExpr *
mq_parser_sum (MqParser *parser)
{
  static const Operator operators[] = {
    { MQ_TOKEN_SIGN, "+", MQ_EXPR_ADD }, { MQ_TOKEN_SIGN, "-", MQ_EXPR_SUBTRACT },
  };

  return parse_chained (parser, operators, parse_term);
}

/* A choice is compared with its own tokens only: a token that it does not have would never hold. */
static gboolean
check_token (MqParser *parser, const MqExpr *left, const MqExpr *right)
{
  const MqField *field = left->type == MQ_EXPR_FACT || left->type == MQ_EXPR_COLUMN ? left->field : NULL;

  if (field == NULL || field->type != MQ_TYPE_CHOICE || field->n_options == 0 || right->type != MQ_EXPR_TEXT
      || mq_field_option (field, right->text) != NULL)
    return TRUE;
  mq_parser_fail (parser, right->position, "“%s” has no choice “%s”", field->path, right->text);
  return FALSE;
}

static MqExpr *
parse_comparison (MqParser *parser, MqExpr *left, MqExprOp op, guint position)
{
  g_autoptr (MqExpr) expr = mq_expr_new (MQ_EXPR_COMPARE, MQ_YIELDS_BOOL, position);
  MqExpr *right = mq_parser_sum (parser);

  expr->op = op;
  mq_expr_take (expr, left);
  if (right == NULL)
    return NULL;
  mq_expr_take (expr, right);
  if (op > MQ_OP_NE && left->yields == MQ_YIELDS_BOOL)
    return mq_parser_fail (parser, position, "conditions are not ordered");
  if (left->yields == MQ_YIELDS_TABLE || left->yields == MQ_YIELDS_PERIOD)
    return mq_parser_fail (parser, left->position, "%s is not compared", mq_yield_name (left->yields));
  if (!mq_parser_require (parser, right, left->yields) || !check_token (parser, left, right)
      || !check_token (parser, right, left))
    return NULL;
  return g_steal_pointer (&expr);
}

static MqExpr *
parse_in (MqParser *parser, MqExpr *left, guint position)
{
  g_autoptr (MqExpr) expr = mq_expr_new (MQ_EXPR_IN, MQ_YIELDS_BOOL, position);

  mq_expr_take (expr, left);
  if (!mq_parser_expect (parser, "("))
    return NULL;
  do
    {
      MqExpr *item = mq_parser_sum (parser);

      if (item == NULL)
        return NULL;
      mq_expr_take (expr, item);
      if (!mq_parser_require (parser, item, left->yields) || !check_token (parser, left, item))
        return NULL;
    }
  while (mq_parser_accept (parser, MQ_TOKEN_SIGN, ","));
  return mq_parser_expect (parser, ")") ? g_steal_pointer (&expr) : NULL;
}

static MqExpr *
parse_test (MqParser *parser)
{
  static const struct { const char *sign; MqExprOp op; } ops[] = {
    { "=", MQ_OP_EQ },  { "!=", MQ_OP_NE }, { "<", MQ_OP_LT },
    { "<=", MQ_OP_LE }, { ">", MQ_OP_GT },  { ">=", MQ_OP_GE },
  };
  MqExpr *left = mq_parser_sum (parser);
  guint position;

  if (left == NULL)
    return NULL;
  position = mq_parser_peek (parser)->position;
  for (guint i = 0; i < G_N_ELEMENTS (ops); i++)
    if (mq_parser_accept (parser, MQ_TOKEN_SIGN, ops[i].sign))
      return parse_comparison (parser, left, ops[i].op, position);
  if (mq_parser_accept (parser, MQ_TOKEN_KEYWORD, "in"))
    return parse_in (parser, left, position);
  if (mq_parser_at (parser, MQ_TOKEN_KEYWORD, "empty") || mq_parser_at (parser, MQ_TOKEN_KEYWORD, "not"))
    {
      gboolean negated = mq_parser_accept (parser, MQ_TOKEN_KEYWORD, "not");
      MqExpr *expr = mq_expr_new (negated ? MQ_EXPR_NOT_EMPTY : MQ_EXPR_IS_EMPTY, MQ_YIELDS_BOOL, position);

      mq_expr_take (expr, left);
      if (mq_parser_accept (parser, MQ_TOKEN_KEYWORD, "empty"))
        return expr;
      mq_expr_free (expr);
      return mq_parser_fail (parser, mq_parser_peek (parser)->position, "“empty” was expected");
    }
  return left;
}

static MqExpr *
parse_not (MqParser *parser)
{
  guint position = mq_parser_peek (parser)->position;
  MqExpr *arg, *expr;

  if (!mq_parser_accept (parser, MQ_TOKEN_KEYWORD, "not"))
    return parse_test (parser);
  if (++parser->depth > MQ_PARSER_MAX_DEPTH)
    return mq_parser_fail (parser, position, "too many negations");
  arg = parse_not (parser);
  parser->depth--;
  if (!mq_parser_require (parser, arg, MQ_YIELDS_BOOL))
    {
      mq_expr_free (arg);
      return NULL;
    }
  expr = mq_expr_new (MQ_EXPR_NOT, MQ_YIELDS_BOOL, position);
  mq_expr_take (expr, arg);
  return expr;
}

static MqExpr *
parse_joined (MqParser *parser, const char *keyword, MqExprType type, MqExpr *(*parse_part) (MqParser *))
{
  MqExpr *left = parse_part (parser);

  while (left != NULL && mq_parser_at (parser, MQ_TOKEN_KEYWORD, keyword))
    {
      MqExpr *expr = mq_expr_new (type, MQ_YIELDS_BOOL, mq_parser_peek (parser)->position);
      MqExpr *right;

      parser->at++;
      mq_expr_take (expr, left);
      right = parse_part (parser);
      if (right != NULL)
        mq_expr_take (expr, right);
      if (!mq_parser_require (parser, left, MQ_YIELDS_BOOL)
          || !mq_parser_require (parser, right, MQ_YIELDS_BOOL))
        {
          mq_expr_free (expr);
          return NULL;
        }
      left = expr;
    }
  return left;
}

static MqExpr *
parse_and (MqParser *parser)
{
  return parse_joined (parser, "and", MQ_EXPR_AND, parse_not);
}

MqExpr *
mq_parser_expression (MqParser *parser)
{
  return parse_joined (parser, "or", MQ_EXPR_OR, parse_and);
}

/**
 * mq_expr_parse: (skip)
 * @kind: the kind whose paths and nouns it may name
 * @text: the formula
 * @table: (nullable): the table in whose rows it stands
 * @column: (nullable): the column that it computes
 * @reads: gets what it reads
 * @problem: (out) (optional): what is wrong with it, with the character
 *
 * Returns: (transfer full) (nullable): the parsed form
 */
MqExpr *
mq_expr_parse (const MqKind *kind, const char *text, const MqField *table, const MqField *column,
               MqExprReads *reads, MqProblem **problem)
{
  MqParser parser = { kind, text, table, column, .reads = reads, .problem = problem };
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (MqExpr) expr = NULL;

  if (strlen (text) > MQ_PARSER_MAX_LENGTH)
    return mq_parser_fail (&parser, MQ_PARSER_MAX_LENGTH, "the formula is too long");
  parser.tokens = tokens = mq_formula_lex (text, problem);
  if (tokens == NULL)
    return NULL;
  expr = mq_parser_expression (&parser);
  if (expr == NULL)
    return NULL;
  if (mq_parser_peek (&parser)->type != MQ_TOKEN_END)
    return mq_parser_fail (&parser, mq_parser_peek (&parser)->position, "“%s” was not expected",
                           mq_parser_peek (&parser)->text);
  if (expr->yields == MQ_YIELDS_PERIOD || expr->yields == MQ_YIELDS_TABLE)
    return mq_parser_fail (&parser, expr->position, "%s is no value", mq_yield_name (expr->yields));
  return g_steal_pointer (&expr);
}
