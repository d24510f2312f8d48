/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-table-flow.h"

#include <string.h>

#include "mq-columns.h"
#include "mq-records.h"

/* How many of a column's longest words are measured, when its width is found. */
#define N_LONGEST 4
/* Of how many rows the text is looked at, when columns are balanced. */
#define N_SAMPLED 40
/* About what a character takes; of the size of the letters. */
#define CHARACTER .35

/* no-break space */
#define NBSP "\302\240"

void
mq_maker_read_table (MqMaker *maker, const MqField *table, const MqPrint *print)
{
  mq_maker_read (maker, table->path);
  if (print)
    mq_render_rows_reads (maker->renderer, table, print, maker->reads);
}

/* ---- widths ---- */

typedef struct { const char *text; gsize bytes; guint length; } Word;

/* Bytes of the word at @text, and of what parts it from the next.  @parted: a space that does not break
 * ends it, too. */
static gsize
word_bytes (const char *text, gboolean parted, gsize *space)
{
  const char *p = text;

  while (*p && *p != ' ' && *p != '\n' && !(parted && g_str_has_prefix (p, NBSP)))
    p = g_utf8_next_char (p);
  *space = !*p ? 0 : g_str_has_prefix (p, NBSP) ? strlen (NBSP) : 1;
  return (gsize) (p - text);
}

/* Keeps the longest words of a column, by their characters: they are the only ones that may be too wide. */
static void
note_word (Word longest[N_LONGEST], Word word)
{
  for (guint i = 0; i < N_LONGEST; i++)
    if (word.length > longest[i].length)
      {
        Word shorter = longest[i];

        longest[i] = word;
        word = shorter;
      }
}

static void
note_words (Word longest[N_LONGEST], const char *text, gboolean parted)
{
  gsize space;

  for (const char *p = text; *p;)
    {
      gsize bytes = word_bytes (p, parted, &space);

      note_word (longest, (Word) { p, bytes, (guint) g_utf8_strlen (p, (gssize) bytes) });
      p += bytes + space;
    }
}

static double
widest_word (MqMaker *maker, const Word longest[N_LONGEST], MqLook look, gboolean bold)
{
  double width = 0;

  for (guint i = 0; i < N_LONGEST && longest[i].length > 0; i++)
    {
      g_autofree char *word = g_strndup (longest[i].text, longest[i].bytes);

      width = MAX (width, mq_maker_width (maker, word, look, bold, NULL));
    }
  return width;
}

/* What a column's widest word needs; @parted: when amounts may part from their currency, and Latin text
 * from itself. */
static double
column_need (MqMaker *maker, guint first, guint number, const MqField *column, MqLook look, gboolean parted)
{
  Word longest[2][N_LONGEST] = { 0 };

  for (guint i = first; i < maker->blocks->len; i++)
    {
      const MqBlock *row = &g_array_index (maker->blocks, MqBlock, i);
      const MqCell *cell = &row->cells[number];
      Word whole = { cell->text, strlen (cell->text), (guint) g_utf8_strlen (cell->text, -1) };

      /* a telephone number is one word, though it has spaces */
      if (column->ltr && !parted && !(row->flags & MQ_BLOCK_HEAD))
        note_word (longest[0], whole);
      else
        note_words (longest[cell->bold ? 1 : 0], cell->text, parted);
    }
  /* half a point more than the word, so that rounding does not cut it */
  return MAX (widest_word (maker, longest[0], look, FALSE), widest_word (maker, longest[1], look, TRUE))
    + 2 * MQ_CELL_X + .5;
}

/* About how wide the texts of some of the rows are on one line: enough to see which columns make the rows
 * tall. */
static double *
text_lengths (MqMaker *maker, guint first, guint n_columns, MqLook look, guint *n_rows)
{
  guint n = maker->blocks->len - first, every = n / N_SAMPLED + 1;
  double *lengths = g_new (double, (gsize) (n / every + 1) * n_columns);
  double character = CHARACTER * mq_look_style (look)->size;

  *n_rows = 0;
  for (guint i = first; i < maker->blocks->len; i += every, (*n_rows)++)
    for (guint c = 0; c < n_columns; c++)
      {
        const char *text = g_array_index (maker->blocks, MqBlock, i).cells[c].text;
        lengths[*n_rows * n_columns + c] = (double) g_utf8_strlen (text, -1) * character + 2 * MQ_CELL_X;
      }
  return lengths;
}

/* FALSE: in letters of this size a word does not fit its column. */
static gboolean
fit_columns (MqMaker *maker, guint first, const MqPrint *print, MqLook look, MqColumn *columns)
{
  g_autofree double *lengths = NULL;
  guint n_rows;

  for (guint c = 0; c < print->n_columns; c++)
    {
      const MqField *column = print->columns[c].column;

      columns[c].share = print->columns[c].width;
      columns[c].needed = column_need (maker, first, c, column, look, FALSE);
      columns[c].least = column_need (maker, first, c, column, look, TRUE);
    }
  lengths = text_lengths (maker, first, print->n_columns, look, &n_rows);
  return mq_columns_fit (columns, print->n_columns, maker->measure, lengths, n_rows);
}

/* The rows of the table are the blocks from @first on: gives their cells places, and all the size in which
 * figures are not cut. */
static void
place_cells (MqMaker *maker, guint first, const MqPrint *print)
{
  static const MqLook looks[] = { MQ_LOOK_ROW, MQ_LOOK_ROW_SMALL, MQ_LOOK_ROW_TINY };
  g_autofree MqColumn *columns = g_new0 (MqColumn, print->n_columns);
  guint size = 0;

  while (!fit_columns (maker, first, print, looks[size], columns) && size + 1 < G_N_ELEMENTS (looks))
    size++;
  for (guint i = first; i < maker->blocks->len; i++)
    {
      MqBlock *row = &g_array_index (maker->blocks, MqBlock, i);
      double x = 0;

      /* a row that was as before has other lines all the same when its columns or its letters are not */
      if (row->look != looks[size])
        row->stamp = 0;
      row->look = looks[size];
      for (guint c = 0; c < print->n_columns; c++)
        {
          double at = x + MQ_CELL_X, width = columns[c].width - 2 * MQ_CELL_X;

          if (row->cells[c].x != at || row->cells[c].width != width)
            row->stamp = 0;
          row->cells[c].x = at;
          row->cells[c].width = width;
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

      if (mq_maker_reuse (maker, g_intern_string (path), i + 1))
        continue;
      row = add_row (maker, print, 0);
      row->path = g_intern_string (path);
      for (guint c = 0; c < print->n_columns; c++)
        {
          MqRich rich = { 0 };

          mq_render_cell (maker->renderer, print->columns[c].column, n > 0 ? rows[i] : NULL, i + 1, &rich,
                          maker->reads);
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
        text = g_strdup (MQ_TOTAL);
      mq_cell_take_text (&row->cells[c], text, NULL);
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
    add_note (maker, table, print);
}
