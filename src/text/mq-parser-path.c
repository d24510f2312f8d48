/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-parser.h"

/* Names: facts, columns of the row, and the rows that row-of columns pick. */

/* What a field yields in a formula. */
MqYield
mq_parser_field_yields (const MqField *field)
{
  switch (field->type)
    {
    case MQ_TYPE_MONEY:
    case MQ_TYPE_PERCENT:
    case MQ_TYPE_INT:
    case MQ_TYPE_DECIMAL:
      return MQ_YIELDS_NUMBER;
    case MQ_TYPE_BOOL:
      return MQ_YIELDS_BOOL;
    case MQ_TYPE_TABLE:
      return MQ_YIELDS_TABLE;
    default:
      return MQ_YIELDS_TEXT;
    }
}

/* exact(): a computed percentage is replaced by its formula, in which shares are the ratios themselves. */
static MqExpr *
computed (MqParser *parser, MqExpr *place)
{
  const MqField *field = place->field;
  MqParser inner = *parser;
  MqExpr *expr = NULL;
  MqExpr *formula = NULL;

  if (!parser->exact || field->formula == NULL || field->type != MQ_TYPE_PERCENT)
    return place;
  if (parser->depth >= MQ_PARSER_MAX_DEPTH)
    {
      mq_parser_fail (parser, place->position, "“%s” is computed from itself", field->path);
      mq_expr_free (place);
      return NULL;
    }

  inner.depth = parser->depth + 8;
  inner.own = field->table;
  inner.column = field->table != NULL ? field : NULL;
  inner.iterated = NULL;
  inner.tokens = mq_formula_lex (field->formula, parser->problem);
  inner.at = 0;
  if (inner.tokens != NULL)
    {
      formula = mq_parser_expression (&inner);
      g_array_unref (inner.tokens);
    }
  if (formula == NULL)
    {
      parser->failed = TRUE;
      mq_expr_free (place);
      return NULL;
    }
  expr = mq_expr_new (MQ_EXPR_COMPUTED, MQ_YIELDS_NUMBER, place->position);
  expr->field = field;
  mq_expr_take (expr, place);
  mq_expr_take (expr, formula);
  return expr;
}

/* A column of the row that @scope names; each further name follows a row-of column to the row that it
 * picks. */
static MqExpr *
parse_chain (MqParser *parser, const MqField *table, char **names, MqExprScope scope, guint position)
{
  g_autoptr (MqExpr) expr = mq_expr_new (MQ_EXPR_COLUMN, MQ_YIELDS_TEXT, position);
  const MqField *column = NULL;

  expr->scope = scope;
  expr->steps = g_new0 (const MqField *, g_strv_length (names));
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (i > 0 && column->row_of == NULL)
        return mq_parser_fail (parser, position, "“%s” picks no row", column->path);
      if (i > 0)
        table = mq_kind_field (parser->kind, column->row_of);
      column = table != NULL ? mq_field_column (table, names[i]) : NULL;
      if (column == NULL)
        return mq_parser_fail (parser, position, "unknown column “%s”", names[i]);
      expr->steps[expr->n_steps++] = column;
      mq_parser_reads (parser, column);
    }
  expr->field = column;
  expr->yields = mq_parser_field_yields (column);
  return computed (parser, g_steal_pointer (&expr));
}

static MqExpr *
parse_row_name (MqParser *parser, char **names, guint position)
{
  static const struct { const char *name; MqExprType type; MqYield yields; } own[] = {
    { "id", MQ_EXPR_ROW_ID, MQ_YIELDS_TEXT },
    { "position", MQ_EXPR_ROW_POSITION, MQ_YIELDS_NUMBER },
    { "label", MQ_EXPR_ROW_LABEL, MQ_YIELDS_TEXT },
    { "for", MQ_EXPR_ROW_FOR, MQ_YIELDS_TEXT },
  };

  if (parser->own == NULL)
    return mq_parser_fail (parser, position, "there is no row here");
  if (names[0] == NULL)
    return mq_parser_fail (parser, position, "a column was expected after “row”");
  for (guint i = 0; i < G_N_ELEMENTS (own) && names[1] == NULL; i++)
    if (g_str_equal (names[0], own[i].name))
      {
        MqExpr *expr = mq_expr_new (own[i].type, own[i].yields, position);

        expr->table = parser->own;
        if (own[i].type == MQ_EXPR_ROW_POSITION)
          mq_parser_reads (parser, parser->own);
        if (own[i].type == MQ_EXPR_ROW_LABEL)
          mq_parser_reads_house (parser);
        return expr;
      }
  return parse_chain (parser, parser->own, names, MQ_SCOPE_OWN, position);
}

/* group/fact, or group/table/column… under an aggregate */
static MqExpr *
parse_fact (MqParser *parser, const char *name, char **names, guint position)
{
  g_autofree char *path = mq_path_fact (name);
  const MqField *field = mq_kind_field (parser->kind, path);
  MqExpr *expr;

  if (names[1] == NULL)
    return mq_parser_fail (parser, position, "unknown name “%s”", name);
  if (field == NULL)
    return mq_parser_fail (parser, position, "unknown path “%s”", name);
  if (names[2] != NULL && field->type != MQ_TYPE_TABLE)
    return mq_parser_fail (parser, position, "“%s” is no table", path);
  if (names[2] != NULL && field != parser->iterated)
    return mq_parser_fail (parser, position, "columns of “%s” are read only by a function over its rows",
                           path);
  if (names[2] != NULL)
    return parse_chain (parser, field, names + 2, MQ_SCOPE_ITERATED, position);

  expr = mq_expr_new (field->type == MQ_TYPE_TABLE ? MQ_EXPR_TABLE : MQ_EXPR_FACT,
                      mq_parser_field_yields (field), position);
  expr->field = field;
  mq_parser_reads (parser, field);
  return computed (parser, expr);
}

/* A name that is no function: a fact, a column, something of the row. */
MqExpr *
mq_parser_path (MqParser *parser, const char *name, guint position)
{
  g_auto (GStrv) names = g_strsplit (name, "/", -1);
  const MqField *table = parser->iterated != NULL ? parser->iterated : parser->own;
  MqExprScope scope = parser->iterated != NULL ? MQ_SCOPE_ITERATED : MQ_SCOPE_OWN;
  const MqField *column = table != NULL ? mq_field_column (table, names[0]) : NULL;

  if (g_str_equal (names[0], "row"))
    return parse_row_name (parser, names + 1, position);
  if (column != NULL && (names[1] == NULL || column->row_of != NULL))
    return parse_chain (parser, table, names, scope, position);
  if (table != NULL && names[1] == NULL && g_str_equal (name, "id"))
    {
      MqExpr *expr = mq_expr_new (MQ_EXPR_ROW_ID, MQ_YIELDS_TEXT, position);

      expr->table = table;
      expr->scope = scope;
      return expr;
    }
  return parse_fact (parser, name, names, position);
}
