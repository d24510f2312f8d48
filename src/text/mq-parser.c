/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "mq-house.h"
#include "mq-parser.h"

/* What the parts of the parser share: words, errors, and the account of what a formula reads. */

/* ---- tokens and errors ---- */

/* The next word: the one that ends the formula at the end. */
const MqToken *
mq_parser_peek (MqParser *parser)
{
  return &g_array_index (parser->tokens, MqToken, parser->at);
}

/* Whether the next word is that one. */
gboolean
mq_parser_at (MqParser *parser, MqTokenType type, const char *text)
{
  const MqToken *token = mq_parser_peek (parser);

  return token->type == type && g_str_equal (token->text, text);
}

/* The same, and goes behind it. */
gboolean
mq_parser_accept (MqParser *parser, MqTokenType type, const char *text)
{
  if (!mq_parser_at (parser, type, text))
    return FALSE;
  parser->at++;
  return TRUE;
}

/* Tells what is wrong at a character, if nothing was told before.  Returns NULL, for the function that failed. */
gpointer
mq_parser_fail (MqParser *parser, guint position, const char *format, ...)
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

/* Goes behind a sign that must stand here. */
gboolean
mq_parser_expect (MqParser *parser, const char *sign)
{
  if (mq_parser_accept (parser, MQ_TOKEN_SIGN, sign))
    return TRUE;
  mq_parser_fail (parser, mq_parser_peek (parser)->position, "“%s” was expected", sign);
  return FALSE;
}

/* For messages about formulas, which are English. */
const char *
mq_yield_name (MqYield yields)
{
  static const char *const names[] = { "a condition", "a number", "a text", "a period", "a table",
                                       "nothing" };

  return names[yields];
}

/* Whether @expr (nullable: it was told why) yields what is wanted; tells it else. */
gboolean
mq_parser_require (MqParser *parser, const MqExpr *expr, MqYield yields)
{
  if (expr == NULL)
    return FALSE;
  if (expr->yields == yields || expr->yields == MQ_YIELDS_NOTHING)
    return TRUE;
  mq_parser_fail (parser, expr->position, "%s was expected and not %s", mq_yield_name (yields),
                  mq_yield_name (expr->yields));
  return FALSE;
}

/* ---- what is read ---- */

static void
add_path (GPtrArray *paths, GPtrArray *tables, const char *path, const MqField *table)
{
  gpointer interned = (gpointer) g_intern_string (path);

  if (g_ptr_array_find (paths, interned, NULL))
    return;
  g_ptr_array_add (paths, interned);
  g_ptr_array_add (tables, table != NULL ? (gpointer) g_intern_string (table->path) : NULL);
}

/* The formula reads a fact, a table or a column. */
void
mq_parser_reads (MqParser *parser, const MqField *field)
{
  add_path (parser->reads->paths, parser->reads->tables, field->path, field->table);
}

/* The formula reads one cell. */
void
mq_parser_reads_cell (MqParser *parser, const char *row, const MqField *column)
{
  g_autofree char *path = mq_path_cell (column, row);

  add_path (parser->reads->cells, parser->reads->cell_tables, path, column->table);
}

/* The formula reads what a path leads to, if it does. */
void
mq_parser_reads_path (MqParser *parser, const char *path)
{
  const MqField *field = mq_kind_field (parser->kind, path);

  if (field != NULL)
    mq_parser_reads (parser, field);
}

/* Words, dates and labels follow the house style. */
void
mq_parser_reads_house (MqParser *parser)
{
  const char *const *paths = mq_house_reads ();

  for (guint i = 0; paths[i] != NULL; i++)
    mq_parser_reads_path (parser, paths[i]);
}
