/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-table-flow.h"

#include <string.h>

#include "mq-columns.h"
#include "mq-records.h"

/* How many of a column's longest words are measured, when its width is found. */
#define N_LONGEST 4

void
mq_maker_read_table (MqMaker *maker, const MqField *table, const MqPrint *print)
{
  mq_maker_read (maker, table->path);
  if (print)
    mq_render_rows_reads (maker->renderer, table, print, maker->reads);
}

/* ---- widths ---- */

typedef struct { const char *text; guint length; } Word;

/* Keeps the longest words of a column, by their characters: they are the only ones that may be too wide. */
static void
note_words (Word longest[N_LONGEST], const char *text)
{
  for (const char *p = text; *p;)
    {
      gsize bytes = strcspn (p, " \n");
      Word word = { p, (guint) g_utf8_strlen (p, (gssize) bytes) };

      for (guint i = 0; i < N_LONGEST; i++)
        if (word.length > longest[i].length)
          {
            Word shorter = longest[i];

            longest[i] = word;
            word = shorter;
          }
      p += bytes + strspn (p + bytes, " \n");
    }
}

/* The rows of the table are the blocks from @first on: gives their cells places. */
static void
place_cells (MqMaker *maker, guint first, const MqPrint *print)
{
  g_autofree MqColumn *columns = g_new0 (MqColumn, print->n_columns);

  for (guint c = 0; c < print->n_columns; c++)
    {
      Word longest[N_LONGEST] = { 0 };

      columns[c].share = print->columns[c].width;
      for (guint i = first; i < maker->blocks->len; i++)
        {
          const MqBlock *row = &g_array_index (maker->blocks, MqBlock, i);

          if (row->cells[c].bold)
            {
              double widest;

              mq_maker_width (maker, row->cells[c].text, MQ_LOOK_ROW, TRUE, &widest);
              columns[c].needed = MAX (columns[c].needed, widest);
            }
          else
            note_words (longest, row->cells[c].text);
        }
      for (guint i = 0; i < N_LONGEST && longest[i].text; i++)
        {
          g_autofree char *word = g_strndup (longest[i].text, strcspn (longest[i].text, " \n"));
          double widest;

          mq_maker_width (maker, word, MQ_LOOK_ROW, FALSE, &widest);
          columns[c].needed = MAX (columns[c].needed, widest);
        }
      /* half a point more than the word, so that rounding does not cut it */
      columns[c].needed += 2 * MQ_CELL_X + .5;
    }
  mq_columns_fit (columns, print->n_columns, maker->measure);

  for (guint i = first; i < maker->blocks->len; i++)
    {
      MqBlock *row = &g_array_index (maker->blocks, MqBlock, i);
      double x = 0;

      for (guint c = 0; c < print->n_columns; c++)
        {
          row->cells[c].x = x + MQ_CELL_X;
          row->cells[c].width = columns[c].width - 2 * MQ_CELL_X;
          x += columns[c].width;
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
    mq_cell_take_text (&row->cells[c], g_strdup (mq_maker_label (maker, print->columns[c].column)), NULL);
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

      row = add_row (maker, print, 0);
      row->path = g_intern_string (path);
      for (guint c = 0; c < print->n_columns; c++)
        {
          MqRich rich = { 0 };

          mq_render_cell (maker->renderer, print->columns[c].column, n > 0 ? rows[i] : NULL, &rich, maker->reads);
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
      char *text = NULL;

      if (print->columns[c].total)
        text = mq_render_total (maker->renderer, table, print, print->columns[c].column);
      else if (c == 0)
        text = g_strdup ("المجموع");
      mq_cell_take_text (&row->cells[c], text, NULL);
    }
}

static void
add_note (MqMaker *maker, const MqPrint *print)
{
  const char *note = print->note ? mq_kind_note (maker->kind, print->note) : NULL;

  if (!note)
    return;
  mq_maker_last (maker)->flags |= MQ_BLOCK_KEEP_NEXT;
  mq_cell_take_text (mq_maker_add (maker, MQ_LOOK_NOTE, 1)->cells, g_strdup (note), NULL);
}

/**
 * mq_make_table:
 *
 * Appends the blocks of @table as the print for @view has them.  An empty table has its header and one blank row.
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
      place_cells (maker, first, print);
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
    case MQ_PRINT_LIST:
      break;
    }
  if (maker->blocks->len > first)
    add_note (maker, print);
}
