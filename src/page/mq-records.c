/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-records.h"

#include <string.h>

/* Between the two fields that stand side by side in a record, and between two signatures. */
#define GUTTER 12.0
/* Column of the labels of a record's fields. */
#define LABEL 92.0
/* Of a space for a signature and a stamp, when the fact list gives none: 28 mm. */
#define SIGN_SPACE 79.0
#define POINTS_PER_MM (72 / 25.4)

/* What a field whose value is missing shows where something will be written by hand. */
#define LINE_TO_WRITE_ON "........................"

/* ---- records ---- */

typedef struct {
  char *label;
  MqRich value;
  double width;               /* of the value, on one line */
} Field;

static void
field_clear (gpointer data)
{
  Field *field = data;

  g_free (field->label);
  mq_rich_clear (&field->value);
}

/* Puts a field's value and label into two cells that begin at @x. */
static void
set_field (MqCell *cells, Field *field, double x, double width)
{
  cells[0].x = x + LABEL;
  cells[0].width = width - LABEL;
  mq_cell_take (&cells[0], &field->value);
  cells[1].x = x;
  cells[1].width = LABEL - MQ_CELL_X;
  cells[1].bold = TRUE;
  mq_cell_take_text (&cells[1], g_steal_pointer (&field->label), NULL);
}

static void
add_title (MqMaker *maker, const MqPrint *print, const char *row, guint number, const char *path)
{
  MqBlock *block = mq_maker_add (maker, MQ_LOOK_RECORD_TITLE, 1);
  MqRich rich = { 0 };

  mq_render_title (maker->renderer, print, row, number, &rich, maker->reads);
  mq_cell_take (block->cells, &rich);
  block->path = path;
}

/* Fields one after another; two short ones that follow each other share a line. */
static void
add_fields (MqMaker *maker, GArray *fields, const char *path)
{
  double inset = mq_look_style (MQ_LOOK_RECORD_FIELD)->inset, all = maker->measure - 2 * inset;
  double half = (all - GUTTER) / 2;

  for (guint i = 0; i < fields->len; i++)
    {
      Field *field = &g_array_index (fields, Field, i);
      Field *next = i + 1 < fields->len ? field + 1 : NULL;
      gboolean pair = next && field->width <= half - LABEL && next->width <= half - LABEL;
      MqBlock *block = mq_maker_add (maker, MQ_LOOK_RECORD_FIELD, pair ? 4 : 2);

      block->path = path;
      set_field (block->cells, field, inset, pair ? half : all);
      if (pair)
        {
          set_field (block->cells + 2, next, inset + half + GUTTER, half);
          i++;
        }
    }
}

static void
add_record (MqMaker *maker, const MqPrint *print, const char *row, guint number, const char *path)
{
  g_autoptr(GArray) fields = g_array_new (FALSE, TRUE, sizeof (Field));

  g_array_set_clear_func (fields, field_clear);
  add_title (maker, print, row, number, path);
  for (guint c = 0; c < print->n_columns; c++)
    {
      const MqField *column = print->columns[c].column;
      Field field = { 0 };

      mq_render_cell (maker->renderer, column, row, number, &field.value, maker->reads);
      if (!field.value.text || !*field.value.text)
        {
          mq_rich_clear (&field.value);
          continue;
        }
      field.label = mq_maker_label_colon (maker, column);
      field.width = strchr (field.value.text, '\n')
        ? G_MAXDOUBLE : mq_maker_width (maker, field.value.text, MQ_LOOK_RECORD_FIELD, FALSE, NULL);
      g_array_append_val (fields, field);
    }
  add_fields (maker, fields, path);
}

/* The title stays with the first field, and the last field is not parted from the one before. */
static void
keep_ends (MqMaker *maker, guint first)
{
  g_array_index (maker->blocks, MqBlock, first).flags |= MQ_BLOCK_KEEP_NEXT;
  if (maker->blocks->len - first > 2)
    (mq_maker_last (maker) - 1)->flags |= MQ_BLOCK_KEEP_NEXT;
}

/* The path of the i-th row that prints; of the table itself for the blank row of an empty one. */
static const char *
row_path (const MqField *table, const char *const *rows, guint n, guint i)
{
  g_autofree char *path = n > 0 ? g_strconcat (table->path, "/", rows[i], NULL) : NULL;

  return g_intern_string (path ? path : table->path);
}

/**
 * mq_make_records:
 *
 * Appends a title and its fields for each row.  A field that is empty and not asked for is left out.
 */
void
mq_make_records (MqMaker *maker, const MqField *table, const MqPrint *print)
{
  guint n = 0;
  g_autofree const char **rows = mq_render_rows (maker->renderer, table, print, &n);

  for (guint i = 0; i < MAX (n, 1); i++)
    {
      const char *path = row_path (table, rows, n, i);
      guint first = maker->blocks->len;

      if (!mq_maker_reuse (maker, path, i + 1))
        add_record (maker, print, n > 0 ? rows[i] : NULL, i + 1, path);
      keep_ends (maker, first);
    }
}

/* ---- definitions ---- */

/**
 * mq_make_definitions:
 *
 * Appends a block for each row: the print's first column is the term, the second what it means.
 */
void
mq_make_definitions (MqMaker *maker, const MqField *table, const MqPrint *print)
{
  guint n = 0;
  g_autofree const char **rows = mq_render_rows (maker->renderer, table, print, &n);

  g_return_if_fail (print->n_columns >= 2);

  for (guint i = 0; i < MAX (n, 1); i++)
    {
      const char *path = row_path (table, rows, n, i), *row = n > 0 ? rows[i] : NULL;
      MqRich rich = { 0 };
      MqBlock *block;

      if (mq_maker_reuse (maker, path, i + 1))
        continue;
      block = mq_maker_add (maker, MQ_LOOK_DEFINITION, 2);
      block->path = path;
      mq_render_cell (maker->renderer, print->columns[1].column, row, i + 1, &rich, maker->reads);
      mq_cell_take (&block->cells[0], &rich);
      mq_render_cell (maker->renderer, print->columns[0].column, row, i + 1, &rich, maker->reads);
      if (rich.text)
        {
          char *term = g_strconcat (rich.text, ":", NULL);

          g_free (rich.text);
          rich.text = term;
        }
      mq_cell_take (&block->cells[1], &rich);
    }
}

/* ---- signatures ---- */

/* The lines of one signature, each with its label; the party, which comes first, needs none. */
static void
render_signature (MqMaker *maker, const MqPrint *print, const char *row, guint number, MqRich *out)
{
  GString *text = g_string_new (NULL);

  out->spans = g_array_new (FALSE, FALSE, sizeof (MqSpan));
  for (guint c = 0; c < print->n_columns; c++)
    {
      const MqField *column = print->columns[c].column;
      MqRich value = { 0 };

      if (c > 0)
        {
          g_autofree char *label = mq_maker_label_colon (maker, column);

          g_string_append_printf (text, "\n%s ", label);
        }
      if (column->type == MQ_TYPE_SIGN_SPACE)
        continue;
      mq_render_cell (maker->renderer, column, row, number, &value, maker->reads);
      mq_spans_append (out->spans, value.spans, (guint) text->len);
      g_string_append (text, value.text && *value.text ? value.text : LINE_TO_WRITE_ON);
      mq_rich_clear (&value);
    }
  out->text = g_string_free (text, FALSE);
}

static double
sign_space (const MqPrint *print)
{
  double space = 0;

  for (guint c = 0; c < print->n_columns; c++)
    if (print->columns[c].column->type == MQ_TYPE_SIGN_SPACE)
      space = print->columns[c].column->height_mm > 0
        ? print->columns[c].column->height_mm * POINTS_PER_MM : SIGN_SPACE;
  return space;
}

/* How many lines come behind the space to sign in. */
static guint
lines_behind_space (const MqPrint *print)
{
  guint n = 0;

  while (n < print->n_columns && print->columns[print->n_columns - 1 - n].column->type != MQ_TYPE_SIGN_SPACE)
    n++;
  return n < print->n_columns ? n : 0;
}

/* The signatures [@from, @to) of @n side by side. */
static void
add_signatures (MqMaker *maker, const MqField *table, const MqPrint *print, const char **rows, guint n,
                guint from, guint to)
{
  /* the boxes at the ends stand flush with the text */
  double column = (maker->measure + GUTTER) / MAX (print->per_row, 1);
  MqBlock *block = mq_maker_add (maker, MQ_LOOK_SIGNATURE, to - from);

  block->path = row_path (table, rows, n, from);
  block->room = sign_space (print);
  for (guint i = from; i < to; i++)
    {
      MqCell *cell = &block->cells[i - from];
      MqRich text = { 0 };

      render_signature (maker, print, n > 0 ? rows[i] : NULL, i + 1, &text);
      cell->x = (i - from) * column + MQ_BOX_X;
      cell->width = column - GUTTER - 2 * MQ_BOX_X;
      cell->foot = lines_behind_space (print);
      mq_cell_take (cell, &text);
    }
}

/**
 * mq_make_signatures:
 *
 * Appends a block for each signature, as many side by side as the print says, with room under it for pen and
 * stamp.
 */
void
mq_make_signatures (MqMaker *maker, const MqField *table, const MqPrint *print)
{
  guint n = 0, per_row = (guint) MAX (print->per_row, 1);
  g_autofree const char **rows = mq_render_rows (maker->renderer, table, print, &n);
  guint n_printed = MAX (n, 1);

  for (guint i = 0; i < n_printed; i += per_row)
    add_signatures (maker, table, print, rows, n, i, MIN (i + per_row, n_printed));
}
