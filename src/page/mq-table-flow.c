/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-table-flow.h"

#include <string.h>

#include "mq-figure-make.h"
#include "mq-records.h"
#include "mq-table-widths.h"
#include "mq-words.h"

/* no-break space */
#define NBSP "\302\240"

void
mq_maker_read_table (MqMaker *maker, const MqField *table, const MqPrint *print)
{
  mq_maker_read (maker, table->path);
  if (print)
    mq_render_rows_reads (maker->renderer, table, print, maker->reads);
}

/* ---- amounts ---- */

/* The currency of a column all of whose amounts are of one: it is said once, in the header row.  Of a column
 * whose rows have currencies of their own each amount says it.  NULL: there is none, or it is not chosen yet. */
static const char *
column_currency (MqMaker *maker, const MqField *column)
{
  const char *currency;

  if (column->type != MQ_TYPE_MONEY || column->currency == NULL
      || g_str_has_prefix (column->currency, "row/"))
    return NULL;
  mq_maker_read (maker, column->currency);
  currency = mq_draft_value (maker->draft, column->currency);
  return currency != NULL && mq_currency_known (currency) ? currency : NULL;
}

/* «المبلغ (دينار)»: the noun as it is behind a round figure. */
static char *
head_text (MqMaker *maker, const MqField *column)
{
  const char *label = mq_maker_label (maker, column), *currency = column_currency (maker, column), *noun;
  g_autofree char *amount = currency != NULL ? mq_money_text ("100", currency, MQ_DIGITS_LATIN, FALSE) : NULL;

  noun = amount != NULL ? strstr (amount, NBSP) : NULL;
  return noun != NULL ? g_strdup_printf ("%s (%s)", label, noun + strlen (NBSP)) : g_strdup (label);
}

/* Takes the currency out of a text between two places, in bytes, and moves the spans behind it. */
static void
drop_currency (MqRich *rich, guint from, guint to)
{
  char *noun = g_strstr_len (rich->text + from, to - from, NBSP), *end = rich->text + to;
  guint gone;

  if (noun == NULL)
    return;
  gone = (guint) (end - noun);
  memmove (noun, end, strlen (end) + 1);
  for (guint i = 0; rich->spans != NULL && i < rich->spans->len; i++)
    {
      MqSpan *span = &g_array_index (rich->spans, MqSpan, i);

      span->start -= span->start >= to ? gone : 0;
      span->end -= span->end >= to ? gone : 0;
    }
}

/* Of a cell's text: what comes from the fact of its column. */
static void
drop_currency_of_cell (MqRich *rich, const MqField *column)
{
  for (guint i = 0; rich->spans != NULL && i < rich->spans->len; i++)
    {
      const MqSpan *span = &g_array_index (rich->spans, MqSpan, i);

      if (span->type == MQ_SPAN_VALUE && span->target != NULL
          && g_str_has_suffix (span->target, column->name))
        {
          drop_currency (rich, span->start, span->end);
          return;
        }
    }
}

/* ---- rows ---- */

static MqBlock *
add_row (MqMaker *maker, const MqPrint *print, guint16 flags)
{
  MqBlock *row = mq_maker_add (maker, MQ_LOOK_ROW, print->n_columns);

  row->table = maker->table;
  row->flags = flags;
  for (guint c = 0; c < print->n_columns; c++)
    row->cells[c].bold = (flags & (MQ_BLOCK_HEAD | MQ_BLOCK_TOTAL)) != 0;
  return row;
}

static void
add_head (MqMaker *maker, const MqPrint *print)
{
  MqBlock *row = add_row (maker, print, MQ_BLOCK_HEAD | MQ_BLOCK_FILLED);

  for (guint c = 0; c < print->n_columns; c++)
    mq_cell_take_text (&row->cells[c], head_text (maker, print->columns[c].column), NULL);
}

static void
add_rows (MqMaker *maker, const MqField *table, const MqPrint *print)
{
  guint n = 0;
  g_autofree const char **rows = mq_render_rows (maker->renderer, table, print, &n);
  MqBlock *row;

  /* without any row, one of blanks */
  for (guint i = 0; i < MAX (n, 1); i++)
    {
      g_autofree char *path = n > 0 ? g_strconcat (table->path, "/", rows[i], NULL) : g_strdup (table->path);

      if (mq_maker_reuse (maker, g_intern_string (path), i + 1))
        continue;
      row = add_row (maker, print, 0);
      row->path = g_intern_string (path);
      for (guint c = 0; c < print->n_columns; c++)
        {
          const MqField *column = print->columns[c].column;
          MqRich rich = { 0 };

          mq_render_cell (maker->renderer, column, n > 0 ? rows[i] : NULL, i + 1, &rich, maker->reads);
          if (column_currency (maker, column) != NULL)
            drop_currency_of_cell (&rich, column);
          mq_cell_take (&row->cells[c], &rich);
        }
    }
}

static void
add_total (MqMaker *maker, const MqField *table, const MqPrint *print)
{
  gboolean any = FALSE;
  MqBlock *row;

  for (guint c = 0; c < print->n_columns; c++)
    any |= print->columns[c].total;
  if (!any)
    return;
  /* amounts of several currencies are brought to one */
  mq_maker_read (maker, mq_kind_currency (maker->kind));
  mq_maker_read (maker, mq_kind_rates (maker->kind));
  mq_maker_last (maker)->flags |= MQ_BLOCK_KEEP_NEXT;
  row = add_row (maker, print, MQ_BLOCK_TOTAL | MQ_BLOCK_FILLED);
  for (guint c = 0; c < print->n_columns; c++)
    {
      const MqField *column = print->columns[c].column;
      MqRich rich = { 0 };

      if (print->columns[c].total)
        rich.text = mq_render_total (maker->renderer, table, print, column);
      else if (c == 0)
        rich.text = g_strdup (MQ_TOTAL);
      if (rich.text != NULL && column_currency (maker, column) != NULL)
        drop_currency (&rich, 0, (guint) strlen (rich.text));
      mq_cell_take (&row->cells[c], &rich);
    }
}

static void
add_note (MqMaker *maker, const MqField *table, const MqPrint *print)
{
  const char *note = mq_render_note (maker->renderer, table, print);

  if (!note)
    return;
  mq_maker_last (maker)->flags |= MQ_BLOCK_KEEP_NEXT;
  mq_cell_take_text (mq_maker_add (maker, MQ_LOOK_NOTE, 1)->cells, g_strdup (note), NULL);
}

/**
 * mq_make_table:
 *
 * Appends the blocks of @table as the print for @view has them.  An empty table has its header and one blank
 * row.
 */
void
mq_make_table (MqMaker *maker, const MqField *table, const char *view)
{
  const MqPrint *print = mq_field_print (table, view);
  guint first = maker->blocks->len;

  mq_maker_read_table (maker, table, print);
  if (!print)
    return;
  switch (print->as)
    {
    case MQ_PRINT_TABLE:
      if (print->n_columns == 0)
        return;
      add_head (maker, print);
      add_rows (maker, table, print);
      add_total (maker, table, print);
      mq_table_place_cells (maker, first, print);
      break;
    case MQ_PRINT_RECORDS:
      mq_make_records (maker, table, print);
      break;
    case MQ_PRINT_DEFINITIONS:
      mq_make_definitions (maker, table, print);
      break;
    case MQ_PRINT_SIGNATURES:
      mq_make_signatures (maker, table, print);
      break;
    case MQ_PRINT_SHARE_BAR:
      mq_make_shares (maker, table, print);
      break;
    case MQ_PRINT_TIMELINE:
      mq_make_timeline (maker, table, print);
      break;
    case MQ_PRINT_LIST:
      break;
    }
  if (maker->blocks->len > first)
    add_note (maker, table, print);
}
