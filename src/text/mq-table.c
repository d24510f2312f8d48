/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-render-private.h"
#include "mq-shares.h"
#include "mq-timeline.h"

/* Which rows of a table print, in which order, what they sum to, and the note under them. */

typedef struct {
  const char *row;
  guint index;
  const char *value;            /* of the column that they are ordered by */
  MqDecimal number;
} Ranked;

static const char *
cell (MqRenderer *renderer, const MqField *column, const char *row)
{
  g_autofree char *path = mq_path_cell (column, row);
  const char *value = mq_draft_value (renderer->draft, path);

  return value != NULL && *value != '\0' ? value : NULL;
}

/* Rows without a value come last; equal ones keep their order. */
static int
compare_ranked (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ranked *left = a, *right = b;
  gboolean descending = *(const gboolean *) data;
  int order;

  if (left->value == NULL || right->value == NULL)
    order = (left->value == NULL) - (right->value == NULL);
  else
    {
      order = left->number.valid && right->number.valid ? mq_decimal_cmp (left->number, right->number)
                                                        : strcmp (left->value, right->value);
      order = descending ? -order : order;
    }
  return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

static void
order_rows (MqRenderer *renderer, const MqPrint *print, const char **rows, guint n)
{
  g_autoptr (GArray) ranked = g_array_sized_new (FALSE, TRUE, sizeof (Ranked), n);
  gboolean descending = print->descending;

  for (guint i = 0; i < n; i++)
    {
      Ranked rank = { .row = rows[i], .index = i, .value = cell (renderer, print->order, rows[i]) };

      if (rank.value == NULL || !mq_decimal_parse (rank.value, &rank.number))
        rank.number = MQ_DECIMAL_INVALID;
      g_array_append_val (ranked, rank);
    }
  g_array_sort_with_data (ranked, compare_ranked, &descending);
  for (guint i = 0; i < n; i++)
    rows[i] = g_array_index (ranked, Ranked, i).row;
}

/**
 * mq_render_rows:
 * @renderer: a renderer
 * @table: a table
 * @print: (nullable): how it is printed; %NULL for all rows as they stand
 * @n: (out): how many
 *
 * Returns: (transfer container) (array zero-terminated=1): the ids of the rows that print, in the order of
 *   print
 */
const char **
mq_render_rows (MqRenderer *renderer, const MqField *table, const MqPrint *print, guint *n)
{
  const MqFormula *formula = NULL;
  const char **rows;
  guint n_all, n_kept = 0;

  g_return_val_if_fail (renderer != NULL && table != NULL && n != NULL, NULL);

  rows = mq_draft_rows (renderer->draft, table->path, &n_all);
  if (print != NULL && print->rows != NULL)
    formula = mq_formulas_get (renderer->formulas, print->rows, table);
  for (guint i = 0; i < n_all; i++)
    if (formula == NULL || mq_formula_holds (formula, renderer->draft, rows[i]))
      rows[n_kept++] = rows[i];
  if (rows != NULL)
    rows[n_kept] = NULL;
  if (print != NULL && print->order != NULL)
    order_rows (renderer, print, rows, n_kept);
  *n = n_kept;
  return rows;
}

/* Whether a column says the place of its row. */
gboolean
mq_column_numbers_rows (const MqField *column)
{
  return g_strcmp0 (column->formula, "row/position") == 0;
}

/**
 * mq_render_numbers_rows:
 * @print: how a table is printed
 *
 * Returns: whether the rows that print have numbers which differ from their places in the table
 */
gboolean
mq_render_numbers_rows (const MqPrint *print)
{
  gboolean numbered = FALSE;

  g_return_val_if_fail (print != NULL, FALSE);

  for (guint i = 0; i < print->n_columns && !numbered; i++)
    numbered = mq_column_numbers_rows (print->columns[i].column);
  for (guint i = 0; i < print->n_title && !numbered; i++)
    numbered = mq_column_numbers_rows (print->title[i]);
  return numbered && (print->rows != NULL || print->order != NULL);
}

/**
 * mq_render_rows_reads:
 * @renderer: a renderer
 * @table: a table
 * @print: (nullable): how it is printed
 * @reads: gets what decides which rows print and in which order
 */
void
mq_render_rows_reads (MqRenderer *renderer, const MqField *table, const MqPrint *print, MqReads *reads)
{
  MqRendering rendering = { .renderer = renderer, .reads = reads };

  g_return_if_fail (renderer != NULL && table != NULL && reads != NULL);

  mq_rendering_read (&rendering, table->path);
  if (print != NULL && print->rows != NULL)
    mq_rendering_read_formula (&rendering, print->rows, table);
  if (print != NULL && print->order != NULL)
    mq_rendering_read (&rendering, print->order->path);
}

static gboolean
is_totalled (const MqPrint *print, const MqField *column)
{
  for (guint i = 0; i < print->n_columns; i++)
    if (print->columns[i].column == column)
      return print->columns[i].total;
  return FALSE;
}

/* the path of the currency of an amount in @row, as far as the rows may differ in it */
static const char *
currency_in_row (MqRenderer *renderer, const MqField *column, const char *row)
{
  const MqField *currency;

  if (column->currency == NULL || !g_str_has_prefix (column->currency, "row/"))
    return NULL;
  currency = mq_field_column (column->table, column->currency + strlen ("row/"));
  return currency != NULL ? cell (renderer, currency, row) : NULL;
}

/* The sum as it is printed: as a value of the column in the first of the rows would be. */
static char *
total_text (MqRenderer *renderer, const MqField *column, const char *row, MqDecimal sum)
{
  g_autofree char *value = mq_decimal_to_string (mq_decimal_normalize (sum));
  const MqDigits digits = renderer->house.digits;
  const char *currency;

  switch (column->type)
    {
    case MQ_TYPE_PERCENT:
      return mq_printed_percent (renderer, column, value);
    case MQ_TYPE_MONEY:
      currency = currency_in_row (renderer, column, row);
      if (currency == NULL && column->currency != NULL && !g_str_has_prefix (column->currency, "row/"))
        currency = mq_draft_value (renderer->draft, column->currency);
      else if (currency == NULL && mq_kind_currency (renderer->kind) != NULL)
        currency = mq_draft_value (renderer->draft, mq_kind_currency (renderer->kind));
      if (currency != NULL && mq_currency_known (currency))
        return mq_money_text (value, currency, digits, FALSE);
      return mq_digits_group (value, digits);
    default:
      return mq_digits_group (value, digits);
    }
}

/**
 * mq_render_total:
 * @renderer: a renderer
 * @table: a table
 * @print: how it is printed
 * @column: one of its columns
 *
 * Returns: (transfer full) (nullable): the sum of the printed rows; %NULL if the print does not sum that
 *   column, there is nothing to sum, or the amounts are not of one currency
 */
char *
mq_render_total (MqRenderer *renderer, const MqField *table, const MqPrint *print, const MqField *column)
{
  g_autofree const char **rows = NULL;
  const char *currency = NULL, *first = NULL;
  MqDecimal sum = MQ_DECIMAL_ZERO;
  guint n;

  g_return_val_if_fail (renderer != NULL && table != NULL && print != NULL && column != NULL, NULL);

  if (!is_totalled (print, column))
    return NULL;
  rows = mq_render_rows (renderer, table, print, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *value = cell (renderer, column, rows[i]);
      const char *of_row = currency_in_row (renderer, column, rows[i]);
      MqDecimal number;

      if (value == NULL || !mq_decimal_parse (value, &number))
        continue;
      if (first != NULL && g_strcmp0 (of_row, currency) != 0)
        return NULL;
      first = first != NULL ? first : rows[i];
      currency = of_row;
      sum = mq_decimal_add (sum, number);
    }
  return first != NULL && sum.valid ? total_text (renderer, column, first, sum) : NULL;
}

/* ---- notes ---- */

/* Whether a printed row has a value in @column. */
static gboolean
has_value (MqRenderer *renderer, const MqField *column, const char **rows, guint n)
{
  for (guint i = 0; i < n; i++)
    if (cell (renderer, column, rows[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A note that tells how columns are rounded (its key is their round=) says nothing before one of them has a value; any
 * other note always does. */
static gboolean
note_is_called_for (MqRenderer *renderer, const MqField *table, const MqPrint *print)
{
  g_autofree const char **rows = NULL;
  gboolean rounding = FALSE;
  guint n;

  rows = mq_render_rows (renderer, table, print, &n);
  for (guint i = 0; i < print->n_columns; i++)
    {
      const MqField *column = print->columns[i].column;

      if (g_strcmp0 (column->round, print->note) != 0)
        continue;
      if (has_value (renderer, column, rows, n))
        return TRUE;
      rounding = TRUE;
    }
  return !rounding;
}

/**
 * mq_render_note:
 * @renderer: a renderer
 * @table: a table
 * @print: how it is printed
 *
 * Returns: (transfer none) (nullable): the note under it, as the house spells it; %NULL if it has none, or the note is
 *   about the rounding of values of which there are none yet
 */
const char *
mq_render_note (MqRenderer *renderer, const MqField *table, const MqPrint *print)
{
  const char *note;

  g_return_val_if_fail (renderer != NULL && table != NULL && print != NULL, NULL);

  note = print->note != NULL ? mq_kind_note (renderer->kind, print->note) : NULL;
  if (note == NULL || !note_is_called_for (renderer, table, print))
    return NULL;
  return mq_house_spelling (&renderer->house, note);
}

/* ---- figures ---- */

/**
 * mq_render_figure_label:
 * @renderer: a renderer
 * @print: a figure of a table
 *
 * Returns: (transfer none): what the figure shows, in the spelling of the house
 */
const char *
mq_render_figure_label (MqRenderer *renderer, const MqPrint *print)
{
  const MqHouse *house;

  g_return_val_if_fail (renderer != NULL && print != NULL && mq_print_is_figure (print), NULL);

  house = &renderer->house;
  return mq_house_spelling (house, mq_house_label (house, &print->label, FALSE));
}

/**
 * mq_render_figure:
 * @renderer: a renderer
 * @table: a table
 * @print: a figure of it
 *
 * Returns: (transfer full) (nullable): what the figure says, for those who do not see it; %NULL if nothing is drawn
 */
char *
mq_render_figure (MqRenderer *renderer, const MqField *table, const MqPrint *print)
{
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (renderer != NULL && table != NULL && print != NULL && mq_print_is_figure (print), NULL);

  if (print->as == MQ_PRINT_SHARE_BAR)
    {
      parts = mq_shares_read (renderer, table, print, NULL);
      return parts->len > 0 ? mq_shares_sentence (renderer, print, parts) : NULL;
    }
  parts = mq_timeline_read (renderer, table, print, NULL);
  return parts->len > 0 ? mq_timeline_sentence (renderer, print, parts, 0, parts->len) : NULL;
}
