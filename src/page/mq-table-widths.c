/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-table-widths.h"

#include <string.h>

#include "mq-columns.h"

/* How many of a column's longest words are measured, when its width is found. */
#define N_LONGEST 4
/* Of how many rows the text is looked at, when columns are balanced. */
#define N_SAMPLED 40
/* About what a character takes; of the size of the letters. */
#define CHARACTER .35
/* Rows stand in stacks from so many lines on, on average; smaller letters must make the table so much
 * shorter, beyond what they do by being smaller. */
#define STACK 2.5
#define STACKED .62

/* no-break space */
#define NBSP "\302\240"

/* @weight: about how wide it is */
typedef struct { const char *text; gsize bytes; guint weight; } Word;

/* About how wide a character is: signs of the Latin script are wider than Arabic letters, and marks have no
 * width. */
static guint
weight_of (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isupper (c) || c == '@' ? 7 : 5;
  if (c >= 0x600 && c < 0x700)
    return (c >= 0x64B && c <= 0x65F) || c == 0x670 ? 0 : c >= 0x660 && c <= 0x669 ? 5 : 4;
  return 5;
}

/* What counts as one word. */
typedef enum {
  WORDS_PARTED,               /* any space ends a word, also one that does not break */
  WORDS_PLAIN,
  WORDS_OF_DATES,             /* a day and its month are one */
  WORDS_NONE,                 /* a telephone number is one word, though it has spaces */
} Words;

/* The word at @text, and the bytes of what parts it from the next. */
static Word
word_at (const char *text, Words words, gsize *space)
{
  Word word = { .text = text };
  const char *p = text;
  guint joined = words == WORDS_OF_DATES && g_unichar_isdigit (g_utf8_get_char (text)) ? 1 : 0;

  for (; *p && *p != '\n'; p = g_utf8_next_char (p))
    {
      if (*p == ' ' && words != WORDS_NONE && joined-- == 0)
        break;
      if (words == WORDS_PARTED && g_str_has_prefix (p, NBSP))
        break;
      word.weight += weight_of (g_utf8_get_char (p));
    }
  *space = !*p ? 0 : g_str_has_prefix (p, NBSP) ? strlen (NBSP) : 1;
  word.bytes = (gsize) (p - text);
  return word;
}

/* Keeps the words of a column that may be its widest. */
static void
note_word (Word longest[N_LONGEST], Word word)
{
  for (guint i = 0; i < N_LONGEST; i++)
    if (word.weight > longest[i].weight)
      {
        Word shorter = longest[i];

        longest[i] = word;
        word = shorter;
      }
}

static void
note_words (Word longest[N_LONGEST], const char *text, Words words)
{
  gsize space;

  for (const char *p = text; *p;)
    {
      Word word = word_at (p, words, &space);

      note_word (longest, word);
      p += word.bytes + space;
    }
}

static double
widest_word (MqMaker *maker, const Word longest[N_LONGEST], MqLook look, gboolean bold)
{
  double width = 0;

  for (guint i = 0; i < N_LONGEST && longest[i].weight > 0; i++)
    {
      g_autofree char *word = g_strndup (longest[i].text, longest[i].bytes);

      width = MAX (width, mq_maker_width (maker, word, look, bold, NULL));
    }
  return width;
}

/* A column of texts that is a list in one of its rows has dots in all of them. */
static gboolean
is_list (MqMaker *maker, guint first, guint number, const MqField *column)
{
  for (guint i = first + 1; i < maker->blocks->len && column->type != MQ_TYPE_PARAS; i++)
    if (strchr (g_array_index (maker->blocks, MqBlock, i).cells[number].text, '\n') != NULL)
      return TRUE;
  return FALSE;
}

static void
mark_lists (MqMaker *maker, guint first, const MqPrint *print)
{
  for (guint c = 0; c < print->n_columns; c++)
    {
      gboolean list = is_list (maker, first, c, print->columns[c].column);

      for (guint i = first; i < maker->blocks->len; i++)
        {
          MqBlock *row = &g_array_index (maker->blocks, MqBlock, i);

          row->cells[c].dotted = list && !(row->flags & (MQ_BLOCK_HEAD | MQ_BLOCK_TOTAL))
                                 && *row->cells[c].text;
        }
    }
}

static double
room_for_dot (const MqCell *cell)
{
  return cell->dotted ? MQ_CELL_DOT : 0;
}

/* What a column's widest word needs; @parted: when amounts may part from their currency, days from their
 * months, and Latin text from itself. */
static double
column_need (MqMaker *maker, guint first, guint number, const MqField *column, MqLook look, gboolean parted)
{
  Word longest[2][N_LONGEST] = { 0 };
  Words words = parted ? WORDS_PARTED
                : column->ltr ? WORDS_NONE : column->type == MQ_TYPE_DATE ? WORDS_OF_DATES : WORDS_PLAIN;
  double dot = 0;

  for (guint i = first; i < maker->blocks->len; i++)
    {
      const MqBlock *row = &g_array_index (maker->blocks, MqBlock, i);
      const MqCell *cell = &row->cells[number];

      dot = MAX (dot, room_for_dot (cell));
      note_words (longest[cell->bold ? 1 : 0], cell->text, row->flags & MQ_BLOCK_HEAD ? WORDS_PLAIN : words);
    }
  /* half a point more than the word, so that rounding does not cut it */
  return MAX (widest_word (maker, longest[0], look, FALSE), widest_word (maker, longest[1], look, TRUE))
    + 2 * MQ_CELL_X + dot + .5;
}

/* Whether there is anything in a column that stands together and may part all the same. */
static gboolean
can_part (MqMaker *maker, guint first, guint number, const MqField *column)
{
  if (column->ltr || column->type == MQ_TYPE_DATE)
    return TRUE;
  for (guint i = first; i < maker->blocks->len; i++)
    if (strstr (g_array_index (maker->blocks, MqBlock, i).cells[number].text, NBSP) != NULL)
      return TRUE;
  return FALSE;
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
        const MqCell *cell = &g_array_index (maker->blocks, MqBlock, i).cells[c];
        /* a header wraps where its column could have been a little wider: it is measured */
        lengths[*n_rows * n_columns + c] = 2 * MQ_CELL_X + room_for_dot (cell) + .5
          + (i == first ? mq_maker_width (maker, cell->text, look, TRUE, NULL)
                        : (double) g_utf8_strlen (cell->text, -1) * character);
      }
  return lengths;
}

static MqColumnsFit
fit_columns (MqMaker *maker, guint first, const MqPrint *print, MqLook look, MqColumn *columns,
             double *height)
{
  g_autofree double *lengths = NULL;
  MqColumnsFit fit;
  guint n_rows;

  for (guint c = 0; c < print->n_columns; c++)
    {
      const MqField *column = print->columns[c].column;

      columns[c].share = print->columns[c].width;
      columns[c].needed = column_need (maker, first, c, column, look, FALSE);
      columns[c].least = columns[c].needed;
      if (can_part (maker, first, c, column))
        columns[c].least = column_need (maker, first, c, column, look, TRUE);
    }
  lengths = text_lengths (maker, first, print->n_columns, look, &n_rows);
  fit = mq_columns_fit (columns, print->n_columns, maker->measure, lengths, n_rows, height);
  *height *= mq_look_style (look)->pitch / n_rows;
  return fit;
}

/* The largest letters in which nothing is parted; smaller ones, too, where large ones leave so little to the
 * columns of text that these stand in stacks.  The smallest are for what would be cut otherwise. */
static MqLook
choose_look (MqMaker *maker, guint first, const MqPrint *print, MqColumn **columns)
{
  static const MqLook looks[] = { MQ_LOOK_ROW, MQ_LOOK_ROW_SMALL, MQ_LOOK_ROW_TINY };
  g_autofree MqColumn *tried = g_new0 (MqColumn, print->n_columns);
  MqColumnsFit best_fit = MQ_COLUMNS_CUT;
  double best_height = 0;
  guint best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      double height;
      MqColumnsFit fit = fit_columns (maker, first, print, looks[i], tried, &height);

      if (i == 0 || fit < best_fit || (fit == best_fit && height < STACKED * best_height))
        {
          MqColumn *other = *columns;

          *columns = tried;
          tried = other;
          best = i;
          best_fit = fit;
          best_height = height;
        }
      if (best_fit == MQ_COLUMNS_WHOLE && best_height < STACK * mq_look_style (looks[i])->pitch)
        break;
      if (best_fit != MQ_COLUMNS_CUT && i == 1)
        break;
    }
  return looks[best];
}

/**
 * mq_table_place_cells:
 * @first: number of the table's header row; its rows are the blocks from there on
 *
 * Gives the cells their places, and all rows the size of letters in which words and figures are not cut.
 */
void
mq_table_place_cells (MqMaker *maker, guint first, const MqPrint *print)
{
  g_autofree MqColumn *columns = g_new0 (MqColumn, print->n_columns);
  MqLook look;

  mark_lists (maker, first, print);
  look = choose_look (maker, first, print, &columns);
  for (guint i = first; i < maker->blocks->len; i++)
    {
      MqBlock *row = &g_array_index (maker->blocks, MqBlock, i);
      double x = 0;

      /* a row that was as before has other lines all the same when its columns or its letters are not */
      if (row->look != look)
        row->stamp = 0;
      row->look = look;
      for (guint c = 0; c < print->n_columns; c++)
        {
          double dot = room_for_dot (&row->cells[c]);
          double at = x + MQ_CELL_X + dot, width = columns[c].width - 2 * MQ_CELL_X - dot;

          if (row->cells[c].x != at || row->cells[c].width != width)
            row->stamp = 0;
          row->cells[c].x = at;
          row->cells[c].width = width;
          x += columns[c].width;
        }
    }
}
