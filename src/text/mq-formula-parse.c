/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "mq-expr.h"
#include "mq-formula-lex.h"

/* Recursive descent over the grammar of src/text/README.md.  Names are resolved, and what each part yields is checked,
 * while parsing: a formula that parses cannot meet an unknown path or compare an amount with a text. */

#define MAX_DEPTH 40

typedef struct {
  const MqKind *kind;
  const char *text;
  const MqField *own;           /* the table in whose rows the formula stands, or NULL */
  const MqField *column;        /* the column that it computes, or NULL */
  const MqField *iterated;      /* the table that the aggregate being parsed goes through, or NULL */
  gboolean exact;               /* inside exact(): computed shares are replaced by their formulas */
  guint depth;
  GArray *tokens;
  guint at;
  MqExprReads *reads;
  MqProblem **problem;
  gboolean failed;
} Parser;

static MqExpr *parse_or (Parser *parser);
static MqExpr *parse_sum (Parser *parser);

/* ---- nodes ---- */

static MqExpr *
expr_new (MqExprType type,
          MqYield    yields,
          guint      position)
{
  MqExpr *expr = g_new0 (MqExpr, 1);

  expr->type = type;
  expr->yields = yields;
  expr->position = position;
  return expr;
}

/**
 * mq_expr_free: (skip)
 * @expr: (nullable): a parsed formula
 */
void
mq_expr_free (MqExpr *expr)
{
  if (expr == NULL)
    return;
  for (guint i = 0; i < expr->n_args; i++)
    mq_expr_free (expr->args[i]);
  mq_expr_free (expr->where);
  g_free (expr->args);
  g_free (expr->steps);
  g_free (expr->text);
  g_free (expr);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqExpr, mq_expr_free)

static void
expr_take (MqExpr *expr,
           MqExpr *arg)
{
  expr->args = g_renew (MqExpr *, expr->args, expr->n_args + 1);
  expr->args[expr->n_args++] = arg;
}

/* ---- what is read ---- */

static void
add_path (GPtrArray     *paths,
          GPtrArray     *tables,
          const char    *path,
          const MqField *table)
{
  gpointer interned = (gpointer) g_intern_string (path);

  if (g_ptr_array_find (paths, interned, NULL))
    return;
  g_ptr_array_add (paths, interned);
  g_ptr_array_add (tables, table != NULL ? (gpointer) g_intern_string (table->path) : NULL);
}

static void
add_read (Parser        *parser,
          const MqField *field)
{
  add_path (parser->reads->paths, parser->reads->tables, field->path, field->table);
}

static void
add_read_cell (Parser        *parser,
               const char    *row,
               const MqField *column)
{
  g_autofree char *path = g_strdup_printf ("%s/%s/%s", column->table->path, row, column->name);

  add_path (parser->reads->cells, parser->reads->cell_tables, path, column->table);
}

static void
add_read_path (Parser     *parser,
               const char *path)
{
  const MqField *field = mq_kind_field (parser->kind, path);

  if (field != NULL)
    add_read (parser, field);
}

/* Words, dates and labels follow the house style. */
static void
add_read_house (Parser *parser)
{
  const char *const *paths = mq_house_reads ();

  for (guint i = 0; paths[i] != NULL; i++)
    add_read_path (parser, paths[i]);
}

/* ---- tokens and errors ---- */

static const MqToken *
peek (Parser *parser)
{
  return &g_array_index (parser->tokens, MqToken, parser->at);
}

static gboolean
peek_is (Parser     *parser,
         MqTokenType type,
         const char *text)
{
  const MqToken *token = peek (parser);

  return token->type == type && g_str_equal (token->text, text);
}

static gboolean
accept (Parser     *parser,
        MqTokenType type,
        const char *text)
{
  if (!peek_is (parser, type, text))
    return FALSE;
  parser->at++;
  return TRUE;
}

static gpointer G_GNUC_PRINTF (3, 4)
fail (Parser     *parser,
      guint       position,
      const char *format,
      ...)
{
  va_list args;
  g_autofree char *why = NULL;
  g_autofree char *detail = NULL;

  if (parser->failed)
    return NULL;
  parser->failed = TRUE;
  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  detail = g_strdup_printf ("%s, at character %u", why, position);
  mq_problem_report (parser->problem, mq_problem_new (MQ_PROBLEM_FORMULA, parser->text, detail));
  return NULL;
}

static gboolean
expect (Parser     *parser,
        const char *sign)
{
  if (accept (parser, MQ_TOKEN_SIGN, sign))
    return TRUE;
  fail (parser, peek (parser)->position, "“%s” was expected", sign);
  return FALSE;
}

static const char *
yield_name (MqYield yields)
{
  static const char *const names[] = { "a condition", "a number", "a text", "a period", "a table", "nothing" };

  return names[yields];
}

static gboolean
require (Parser       *parser,
         const MqExpr *expr,
         MqYield       yields)
{
  if (expr == NULL)
    return FALSE;
  if (expr->yields == yields || expr->yields == MQ_YIELDS_NOTHING)
    return TRUE;
  fail (parser, expr->position, "%s was expected and not %s", yield_name (yields), yield_name (expr->yields));
  return FALSE;
}

/* ---- paths ---- */

static MqYield
field_yields (const MqField *field)
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
computed (Parser *parser,
          MqExpr *place)
{
  const MqField *field = place->field;
  Parser inner = *parser;
  MqExpr *expr = NULL;
  MqExpr *formula = NULL;

  if (!parser->exact || field->formula == NULL || field->type != MQ_TYPE_PERCENT)
    return place;
  if (parser->depth >= MAX_DEPTH)
    {
      fail (parser, place->position, "“%s” is computed from itself", field->path);
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
      formula = parse_or (&inner);
      g_array_unref (inner.tokens);
    }
  if (formula == NULL)
    {
      parser->failed = TRUE;
      mq_expr_free (place);
      return NULL;
    }
  expr = expr_new (MQ_EXPR_COMPUTED, MQ_YIELDS_NUMBER, place->position);
  expr->field = field;
  expr_take (expr, place);
  expr_take (expr, formula);
  return expr;
}

/* A column of the row that @scope names; each further name follows a row-of column to the row that it picks. */
static MqExpr *
parse_chain (Parser        *parser,
             const MqField *table,
             char         **names,
             MqExprScope    scope,
             guint          position)
{
  g_autoptr (MqExpr) expr = expr_new (MQ_EXPR_COLUMN, MQ_YIELDS_TEXT, position);
  const MqField *column = NULL;

  expr->scope = scope;
  expr->steps = g_new0 (const MqField *, g_strv_length (names));
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (i > 0 && column->row_of == NULL)
        return fail (parser, position, "“%s” picks no row", column->path);
      if (i > 0)
        table = mq_kind_field (parser->kind, column->row_of);
      column = table != NULL ? mq_field_column (table, names[i]) : NULL;
      if (column == NULL)
        return fail (parser, position, "unknown column “%s”", names[i]);
      expr->steps[expr->n_steps++] = column;
      add_read (parser, column);
    }
  expr->field = column;
  expr->yields = field_yields (column);
  return computed (parser, g_steal_pointer (&expr));
}

static MqExpr *
parse_row_name (Parser *parser,
                char  **names,
                guint   position)
{
  static const struct { const char *name; MqExprType type; MqYield yields; } own[] = {
    { "id", MQ_EXPR_ROW_ID, MQ_YIELDS_TEXT },
    { "position", MQ_EXPR_ROW_POSITION, MQ_YIELDS_NUMBER },
    { "label", MQ_EXPR_ROW_LABEL, MQ_YIELDS_TEXT },
    { "for", MQ_EXPR_ROW_FOR, MQ_YIELDS_TEXT },
  };

  if (parser->own == NULL)
    return fail (parser, position, "there is no row here");
  if (names[0] == NULL)
    return fail (parser, position, "a column was expected after “row”");
  for (guint i = 0; i < G_N_ELEMENTS (own) && names[1] == NULL; i++)
    if (g_str_equal (names[0], own[i].name))
      {
        MqExpr *expr = expr_new (own[i].type, own[i].yields, position);

        expr->table = parser->own;
        if (own[i].type == MQ_EXPR_ROW_POSITION)
          add_read (parser, parser->own);
        if (own[i].type == MQ_EXPR_ROW_LABEL)
          add_read_house (parser);
        return expr;
      }
  return parse_chain (parser, parser->own, names, MQ_SCOPE_OWN, position);
}

/* group/fact, or group/table/column… under an aggregate */
static MqExpr *
parse_fact (Parser     *parser,
            const char *name,
            char      **names,
            guint       position)
{
  g_autofree char *path = NULL;
  const MqField *field;
  MqExpr *expr;

  if (names[1] == NULL)
    return fail (parser, position, "unknown name “%s”", name);
  path = g_strdup_printf ("%s/%s", names[0], names[1]);
  field = mq_kind_field (parser->kind, path);
  if (field == NULL)
    return fail (parser, position, "unknown path “%s”", name);
  if (names[2] != NULL && field->type != MQ_TYPE_TABLE)
    return fail (parser, position, "“%s” is no table", path);
  if (names[2] != NULL && field != parser->iterated)
    return fail (parser, position, "columns of “%s” are read only by a function over its rows", path);
  if (names[2] != NULL)
    return parse_chain (parser, field, names + 2, MQ_SCOPE_ITERATED, position);

  expr = expr_new (field->type == MQ_TYPE_TABLE ? MQ_EXPR_TABLE : MQ_EXPR_FACT, field_yields (field), position);
  expr->field = field;
  add_read (parser, field);
  return computed (parser, expr);
}

static MqExpr *
parse_path (Parser     *parser,
            const char *name,
            guint       position)
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
      MqExpr *expr = expr_new (MQ_EXPR_ROW_ID, MQ_YIELDS_TEXT, position);

      expr->table = table;
      expr->scope = scope;
      return expr;
    }
  return parse_fact (parser, name, names, position);
}

/* ---- functions ---- */

/* The table whose rows an argument goes through: that of the first path in it that leads to a table or its column. */
static const MqField *
find_table (Parser *parser)
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
          g_auto (GStrv) names = g_strsplit (token->text, "/", 3);
          g_autofree char *path = NULL;
          const MqField *field;

          if (names[1] == NULL)
            continue;
          path = g_strdup_printf ("%s/%s", names[0], names[1]);
          field = mq_kind_field (parser->kind, path);
          if (field != NULL && field->type == MQ_TYPE_TABLE)
            return field;
        }
    }
  return NULL;
}

/* whether the call whose first argument begins here has several */
static gboolean
has_several_arguments (Parser *parser)
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
parse_aggregate (Parser    *parser,
                 MqExprType type,
                 MqYield    yields,
                 guint      position)
{
  g_autoptr (MqExpr) expr = expr_new (type, yields, position);
  const MqField *outside = parser->iterated;
  gboolean rows_only = type == MQ_EXPR_COUNT || type == MQ_EXPR_ANY || type == MQ_EXPR_ALL;
  const MqField *table = find_table (parser);
  MqExpr *arg;

  if (table == NULL)
    return fail (parser, peek (parser)->position, "a table was expected");
  expr->table = table;
  add_read (parser, table);

  parser->iterated = table;
  arg = parse_sum (parser);
  if (arg != NULL)
    expr_take (expr, arg);
  if (arg != NULL && rows_only)
    require (parser, arg, MQ_YIELDS_TABLE);
  else if (arg != NULL && (type == MQ_EXPR_SUM || type == MQ_EXPR_LIST))
    require (parser, arg, type == MQ_EXPR_SUM ? MQ_YIELDS_NUMBER : MQ_YIELDS_TEXT);
  if (arg != NULL && (type == MQ_EXPR_MIN || type == MQ_EXPR_MAX))
    expr->yields = arg->yields;

  if (!parser->failed && accept (parser, MQ_TOKEN_KEYWORD, "where"))
    {
      expr->where = parse_or (parser);
      require (parser, expr->where, MQ_YIELDS_BOOL);
    }
  parser->iterated = outside;
  return parser->failed ? NULL : g_steal_pointer (&expr);
}

static MqExpr *
parse_share (Parser *parser,
             guint   position)
{
  g_autoptr (MqExpr) expr = expr_new (MQ_EXPR_SHARE, MQ_YIELDS_NUMBER, position);
  const MqField *outside = parser->iterated;
  MqExpr *arg = parse_or (parser);

  if (!require (parser, arg, MQ_YIELDS_NUMBER))
    {
      mq_expr_free (arg);
      return NULL;
    }
  expr_take (expr, arg);
  if (!expect (parser, ","))
    return NULL;
  expr->table = find_table (parser);
  expr->exact = parser->exact;
  if (expr->table == NULL || expr->table != parser->own)
    return fail (parser, position, "a share is taken of a column of the row's own table");
  add_read (parser, expr->table);
  parser->iterated = expr->table;
  arg = parse_or (parser);
  parser->iterated = outside;
  if (arg != NULL)
    expr_take (expr, arg);
  return require (parser, arg, MQ_YIELDS_NUMBER) ? g_steal_pointer (&expr) : NULL;
}

/* cell('ROW'), the same column of that row; cell('ROW', group/table/column) */
static MqExpr *
parse_cell (Parser *parser,
            guint   position)
{
  g_autofree char *row = NULL;
  const MqField *column = parser->column;
  MqExpr *expr;

  if (peek (parser)->type != MQ_TOKEN_STRING)
    return fail (parser, peek (parser)->position, "the id of a row was expected");
  row = g_strdup (peek (parser)->text);
  parser->at++;
  if (accept (parser, MQ_TOKEN_SIGN, ","))
    {
      const MqToken *token = peek (parser);

      column = token->type == MQ_TOKEN_NAME ? mq_kind_field (parser->kind, token->text) : NULL;
      if (column == NULL || column->table == NULL)
        return fail (parser, token->position, "a column was expected");
      parser->at++;
    }
  if (column == NULL)
    return fail (parser, position, "no column is computed here: cell() must name one");
  expr = expr_new (MQ_EXPR_CELL, field_yields (column), position);
  expr->field = column;
  expr->text = g_steal_pointer (&row);
  add_read_cell (parser, expr->text, column);
  return expr;
}

static MqExpr *
parse_exact (Parser *parser,
             guint   position)
{
  gboolean outside = parser->exact;
  MqExpr *arg;

  parser->exact = TRUE;
  arg = parse_or (parser);
  parser->exact = outside;
  if (!require (parser, arg, MQ_YIELDS_NUMBER))
    {
      mq_expr_free (arg);
      return NULL;
    }
  return arg;
}

/* The money fields of the kind that are entered, with the facts that hold their currencies. */
static void
add_reads_of_money (Parser *parser)
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
            add_read (parser, field);
            in_row = field->currency != NULL && g_str_has_prefix (field->currency, "row/")
                     ? field->currency + strlen ("row/") : NULL;
            if (in_row != NULL && mq_field_column (fact, in_row) != NULL)
              add_read (parser, mq_field_column (fact, in_row));
            else if (field->currency != NULL && in_row == NULL)
              add_read_path (parser, field->currency);
          }
      }
}

static gboolean
add_reads_of_conversion (Parser       *parser,
                         const MqExpr *amount)
{
  const MqField *field = amount->field;
  const char *rates = mq_kind_rates (parser->kind);
  const MqField *table = rates != NULL ? mq_kind_field (parser->kind, rates) : NULL;
  const char *currency;

  if ((amount->type != MQ_EXPR_FACT && amount->type != MQ_EXPR_COLUMN && amount->type != MQ_EXPR_CELL)
      || field->type != MQ_TYPE_MONEY)
    {
      fail (parser, amount->position, "an amount of money was expected");
      return FALSE;
    }
  currency = field->currency != NULL ? field->currency : mq_kind_currency (parser->kind);
  if (currency != NULL && g_str_has_prefix (currency, "row/") && field->table != NULL)
    {
      const MqField *column = mq_field_column (field->table, currency + strlen ("row/"));

      if (column != NULL)
        add_read (parser, column);
    }
  else if (currency != NULL)
    add_read_path (parser, currency);
  for (guint i = 0; table != NULL && i < table->n_columns; i++)
    if (g_strv_contains ((const char *const[]) { "from", "to", "rate", "date", NULL }, table->columns[i]->name))
      add_read (parser, table->columns[i]);
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
  { "min", MQ_EXPR_LEAST, MQ_YIELDS_NUMBER, 2, 99, { MQ_YIELDS_NUMBER, MQ_YIELDS_NUMBER, MQ_YIELDS_NUMBER } },
  { "max", MQ_EXPR_GREATEST, MQ_YIELDS_NUMBER, 2, 99, { MQ_YIELDS_NUMBER, MQ_YIELDS_NUMBER, MQ_YIELDS_NUMBER } },
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
parse_arguments (Parser         *parser,
                 const Function *function,
                 guint           position)
{
  g_autoptr (MqExpr) expr = expr_new (function->type, function->yields, position);

  while (!peek_is (parser, MQ_TOKEN_SIGN, ")"))
    {
      MqYield wanted = function->args[MIN (expr->n_args, 2)];
      MqExpr *arg;

      if (expr->n_args > 0 && !expect (parser, ","))
        return NULL;
      if (expr->n_args == function->max_args)
        return fail (parser, peek (parser)->position, "%s() has too many arguments", function->name);
      arg = parse_or (parser);
      if (arg == NULL)
        return NULL;
      expr_take (expr, arg);
      if (wanted != ANYTHING && !require (parser, arg, wanted))
        return NULL;
    }
  if (expr->n_args < function->min_args)
    return fail (parser, position, "%s() has too few arguments", function->name);
  return g_steal_pointer (&expr);
}

/* what cannot be seen from the table of functions alone */
static gboolean
finish_function (Parser *parser,
                 MqExpr *expr)
{
  switch (expr->type)
    {
    case MQ_EXPR_IF:
    case MQ_EXPR_EITHER:
      {
        const MqExpr *first = expr->args[expr->n_args - 2];
        const MqExpr *second = expr->args[expr->n_args - 1];

        expr->yields = first->yields;
        return require (parser, second, first->yields);
      }
    case MQ_EXPR_CONVERT:
      return add_reads_of_conversion (parser, expr->args[0]);
    case MQ_EXPR_CURRENCIES:
      add_reads_of_money (parser);
      return TRUE;
    case MQ_EXPR_COUNT_WORDS:
      add_read_house (parser);
      if (expr->args[1]->type != MQ_EXPR_TEXT || mq_kind_noun (parser->kind, expr->args[1]->text) == NULL)
        fail (parser, expr->args[1]->position, "a noun of the kind was expected");
      return !parser->failed;
    case MQ_EXPR_HIJRI:
    case MQ_EXPR_DATE_TEXT:
      add_read_house (parser);
      return TRUE;
    default:
      return TRUE;
    }
}

static MqExpr *
parse_function (Parser     *parser,
                const char *name,
                guint       position)
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
  return fail (parser, position, "unknown function “%s”", name);
}

/* ---- the grammar, from the tightest binding outwards ---- */

static MqExpr *
parse_literal (Parser        *parser,
               const MqToken *token)
{
  MqExpr *expr;

  if (token->type == MQ_TOKEN_STRING)
    {
      expr = expr_new (MQ_EXPR_TEXT, MQ_YIELDS_TEXT, token->position);
      expr->text = g_strdup (token->text);
      return expr;
    }
  if (token->type == MQ_TOKEN_KEYWORD)
    {
      expr = expr_new (MQ_EXPR_BOOL, MQ_YIELDS_BOOL, token->position);
      expr->truth = g_str_equal (token->text, "true");
      return expr;
    }
  expr = expr_new (MQ_EXPR_NUMBER, MQ_YIELDS_NUMBER, token->position);
  if (mq_decimal_parse (token->text, &expr->number))
    return expr;
  mq_expr_free (expr);
  return fail (parser, token->position, "the number is too long");
}

static MqExpr *
parse_factor (Parser *parser)
{
  const MqToken *token = peek (parser);
  guint position = token->position;
  g_autoptr (MqExpr) expr = NULL;

  if (++parser->depth > MAX_DEPTH)
    return fail (parser, position, "too many parentheses");
  if (accept (parser, MQ_TOKEN_SIGN, "("))
    {
      expr = parse_or (parser);
      if (expr == NULL || !expect (parser, ")"))
        return NULL;
    }
  else if (accept (parser, MQ_TOKEN_SIGN, "-"))
    {
      MqExpr *arg = parse_factor (parser);

      expr = expr_new (MQ_EXPR_NEGATE, MQ_YIELDS_NUMBER, position);
      if (arg != NULL)
        expr_take (expr, arg);
      if (!require (parser, arg, MQ_YIELDS_NUMBER))
        return NULL;
    }
  else if (token->type == MQ_TOKEN_NUMBER || token->type == MQ_TOKEN_STRING
           || peek_is (parser, MQ_TOKEN_KEYWORD, "true") || peek_is (parser, MQ_TOKEN_KEYWORD, "false"))
    {
      parser->at++;
      expr = parse_literal (parser, token);
    }
  else if (token->type == MQ_TOKEN_NAME)
    {
      parser->at++;
      if (accept (parser, MQ_TOKEN_SIGN, "("))
        {
          expr = parse_function (parser, token->text, position);
          if (expr == NULL || !expect (parser, ")"))
            return NULL;
        }
      else
        expr = parse_path (parser, token->text, position);
    }
  else
    return fail (parser, position, token->type == MQ_TOKEN_END ? "the formula ends too early"
                                                               : "a value was expected");
  parser->depth--;
  return g_steal_pointer (&expr);
}

/* @left OP right, both numbers; a date and a period yield a date */
static MqExpr *
binary (Parser    *parser,
        MqExprType type,
        MqExpr    *left,
        MqExpr    *right,
        guint      position)
{
  g_autoptr (MqExpr) expr = expr_new (type, MQ_YIELDS_NUMBER, position);
  gboolean period;

  expr_take (expr, left);
  if (right == NULL)
    return NULL;
  expr_take (expr, right);
  period = right->yields == MQ_YIELDS_PERIOD && (type == MQ_EXPR_ADD || type == MQ_EXPR_SUBTRACT);
  if (period)
    expr->yields = MQ_YIELDS_TEXT;
  if (!require (parser, left, period ? MQ_YIELDS_TEXT : MQ_YIELDS_NUMBER)
      || (!period && !require (parser, right, MQ_YIELDS_NUMBER)))
    return NULL;
  return g_steal_pointer (&expr);
}

static MqExpr *
parse_term (Parser *parser)
{
  MqExpr *left = parse_factor (parser);

  while (left != NULL)
    {
      guint position = peek (parser)->position;

      if (accept (parser, MQ_TOKEN_SIGN, "*"))
        left = binary (parser, MQ_EXPR_MULTIPLY, left, parse_factor (parser), position);
      else if (accept (parser, MQ_TOKEN_KEYWORD, "div"))
        left = binary (parser, MQ_EXPR_DIVIDE, left, parse_factor (parser), position);
      else
        break;
    }
  return left;
}

static MqExpr *
parse_sum (Parser *parser)
{
  MqExpr *left = parse_term (parser);

  while (left != NULL)
    {
      guint position = peek (parser)->position;

      if (accept (parser, MQ_TOKEN_SIGN, "+"))
        left = binary (parser, MQ_EXPR_ADD, left, parse_term (parser), position);
      else if (accept (parser, MQ_TOKEN_SIGN, "-"))
        left = binary (parser, MQ_EXPR_SUBTRACT, left, parse_term (parser), position);
      else
        break;
    }
  return left;
}

/* A choice is compared with its own tokens only: a token that it does not have would never hold. */
static gboolean
check_token (Parser       *parser,
             const MqExpr *left,
             const MqExpr *right)
{
  const MqField *field = left->type == MQ_EXPR_FACT || left->type == MQ_EXPR_COLUMN ? left->field : NULL;

  if (field == NULL || field->type != MQ_TYPE_CHOICE || field->n_options == 0 || right->type != MQ_EXPR_TEXT
      || mq_field_option (field, right->text) != NULL)
    return TRUE;
  fail (parser, right->position, "“%s” has no choice “%s”", field->path, right->text);
  return FALSE;
}

static MqExpr *
parse_comparison (Parser  *parser,
                  MqExpr  *left,
                  MqExprOp op,
                  guint    position)
{
  g_autoptr (MqExpr) expr = expr_new (MQ_EXPR_COMPARE, MQ_YIELDS_BOOL, position);
  MqExpr *right = parse_sum (parser);

  expr->op = op;
  expr_take (expr, left);
  if (right == NULL)
    return NULL;
  expr_take (expr, right);
  if (op > MQ_OP_NE && left->yields == MQ_YIELDS_BOOL)
    return fail (parser, position, "conditions are not ordered");
  if (left->yields == MQ_YIELDS_TABLE || left->yields == MQ_YIELDS_PERIOD)
    return fail (parser, left->position, "%s is not compared", yield_name (left->yields));
  if (!require (parser, right, left->yields) || !check_token (parser, left, right)
      || !check_token (parser, right, left))
    return NULL;
  return g_steal_pointer (&expr);
}

static MqExpr *
parse_in (Parser *parser,
          MqExpr *left,
          guint   position)
{
  g_autoptr (MqExpr) expr = expr_new (MQ_EXPR_IN, MQ_YIELDS_BOOL, position);

  expr_take (expr, left);
  if (!expect (parser, "("))
    return NULL;
  do
    {
      MqExpr *item = parse_sum (parser);

      if (item == NULL)
        return NULL;
      expr_take (expr, item);
      if (!require (parser, item, left->yields) || !check_token (parser, left, item))
        return NULL;
    }
  while (accept (parser, MQ_TOKEN_SIGN, ","));
  return expect (parser, ")") ? g_steal_pointer (&expr) : NULL;
}

static MqExpr *
parse_test (Parser *parser)
{
  static const struct { const char *sign; MqExprOp op; } ops[] = {
    { "=", MQ_OP_EQ }, { "!=", MQ_OP_NE }, { "<", MQ_OP_LT }, { "<=", MQ_OP_LE }, { ">", MQ_OP_GT }, { ">=", MQ_OP_GE },
  };
  MqExpr *left = parse_sum (parser);
  guint position;

  if (left == NULL)
    return NULL;
  position = peek (parser)->position;
  for (guint i = 0; i < G_N_ELEMENTS (ops); i++)
    if (accept (parser, MQ_TOKEN_SIGN, ops[i].sign))
      return parse_comparison (parser, left, ops[i].op, position);
  if (accept (parser, MQ_TOKEN_KEYWORD, "in"))
    return parse_in (parser, left, position);
  if (peek_is (parser, MQ_TOKEN_KEYWORD, "empty") || peek_is (parser, MQ_TOKEN_KEYWORD, "not"))
    {
      gboolean negated = accept (parser, MQ_TOKEN_KEYWORD, "not");
      MqExpr *expr = expr_new (negated ? MQ_EXPR_NOT_EMPTY : MQ_EXPR_IS_EMPTY, MQ_YIELDS_BOOL, position);

      expr_take (expr, left);
      if (accept (parser, MQ_TOKEN_KEYWORD, "empty"))
        return expr;
      mq_expr_free (expr);
      return fail (parser, peek (parser)->position, "“empty” was expected");
    }
  return left;
}

static MqExpr *
parse_not (Parser *parser)
{
  guint position = peek (parser)->position;
  MqExpr *arg, *expr;

  if (!accept (parser, MQ_TOKEN_KEYWORD, "not"))
    return parse_test (parser);
  if (++parser->depth > MAX_DEPTH)
    return fail (parser, position, "too many negations");
  arg = parse_not (parser);
  parser->depth--;
  if (!require (parser, arg, MQ_YIELDS_BOOL))
    {
      mq_expr_free (arg);
      return NULL;
    }
  expr = expr_new (MQ_EXPR_NOT, MQ_YIELDS_BOOL, position);
  expr_take (expr, arg);
  return expr;
}

static MqExpr *
parse_joined (Parser     *parser,
              const char *keyword,
              MqExprType  type,
              MqExpr   *(*parse_part) (Parser *))
{
  MqExpr *left = parse_part (parser);

  while (left != NULL && peek_is (parser, MQ_TOKEN_KEYWORD, keyword))
    {
      MqExpr *expr = expr_new (type, MQ_YIELDS_BOOL, peek (parser)->position);
      MqExpr *right;

      parser->at++;
      expr_take (expr, left);
      right = parse_part (parser);
      if (right != NULL)
        expr_take (expr, right);
      if (!require (parser, left, MQ_YIELDS_BOOL) || !require (parser, right, MQ_YIELDS_BOOL))
        {
          mq_expr_free (expr);
          return NULL;
        }
      left = expr;
    }
  return left;
}

static MqExpr *
parse_and (Parser *parser)
{
  return parse_joined (parser, "and", MQ_EXPR_AND, parse_not);
}

static MqExpr *
parse_or (Parser *parser)
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
mq_expr_parse (const MqKind  *kind,
               const char    *text,
               const MqField *table,
               const MqField *column,
               MqExprReads   *reads,
               MqProblem    **problem)
{
  g_autoptr (GArray) tokens = mq_formula_lex (text, problem);
  Parser parser = { kind, text, table, column, .reads = reads, .problem = problem, .tokens = tokens };
  g_autoptr (MqExpr) expr = NULL;

  if (tokens == NULL)
    return NULL;
  expr = parse_or (&parser);
  if (expr == NULL)
    return NULL;
  if (peek (&parser)->type != MQ_TOKEN_END)
    return fail (&parser, peek (&parser)->position, "“%s” was not expected", peek (&parser)->text);
  if (expr->yields == MQ_YIELDS_PERIOD || expr->yields == MQ_YIELDS_TABLE)
    return fail (&parser, expr->position, "%s is no value", yield_name (expr->yields));
  return g_steal_pointer (&expr);
}
