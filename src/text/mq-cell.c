/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-count.h"
#include "mq-render-private.h"

/* A cell of a printed table, together with the columns that print inside it (printed-with).  How they are put together
 * follows from their types, never from what they are called in one kind:
 *
 *   currency of an amount          in the amount:             «٥٠٠ دينار»
 *   NAME-other of a choice         in its place
 *   what a computed text reads     is in it already
 *   a number of things with a unit «بمدة» in the label:       «بعد القيد بمدة» → «بعد القيد بستة أشهر», and while it is
 *                                  missing «بعد القيد بمدة [عدد]»; else behind, in ()
 *   a date                         «تاريخ محدد» in the label:  «في تاريخ محدد» → «في ١ آذار ٢٠٢٧»; else behind: «بتاريخ …»
 *   a number of a document         behind: «قرار وزاري رقم (١٢)», «صدرت برقم (١٢)»  (columns number, NAME-no, NAME-number)
 *   any other text                 before: «د. سلمى منصور»
 */

#define ATTACHED "ب"
#define PLACE_OF_PERIOD "بمدة"
#define PLACE_OF_DATE "تاريخ محدد"

static gboolean
is_document_number (const MqField *column)
{
  return g_str_equal (column->name, "number") || g_str_has_suffix (column->name, "-no")
         || g_str_has_suffix (column->name, "-number");
}

static gboolean
is_currency_of (const MqField *companion, const MqField *column)
{
  return column->type == MQ_TYPE_MONEY && column->currency != NULL
         && g_str_has_prefix (column->currency, "row/")
         && g_str_equal (column->currency + strlen ("row/"), companion->name);
}

static gboolean
is_other_of (const MqField *companion, const MqField *column)
{
  return column->type == MQ_TYPE_CHOICE && g_str_has_prefix (companion->name, column->name)
         && g_str_equal (companion->name + strlen (column->name), "-other");
}

static gboolean
is_read_by (MqRendering *rendering, const MqField *companion, const MqField *column)
{
  const MqFormula *formula = column->formula != NULL
                             ? mq_formulas_get (rendering->renderer->formulas, column->formula,
                                                column->table) : NULL;

  return formula != NULL && g_strv_contains (mq_formula_reads (formula), companion->path);
}

/* a column that prints in the cell of @column, beside it */
static gboolean
is_companion (MqRendering *rendering, const MqField *companion, const MqField *column)
{
  return companion->printed_with != NULL && g_str_equal (companion->printed_with, column->name)
         && !is_currency_of (companion, column) && !is_other_of (companion, column)
         && !is_read_by (rendering, companion, column);
}

/* A companion has its say when it has a value and, where it is asked for under a condition, that condition
 * holds: an answer to a question that is not asked any more is kept, but not printed.  One that is asked for
 * and empty is blank. */
static gboolean
has_its_say (MqRendering *rendering, const MqWhere *place)
{
  gboolean needed = mq_printed_is_needed (rendering, place);

  return needed || (place->field->needed == NULL && mq_printed_raw (rendering, place) != NULL);
}

/* Cuts @word out of the text, and what stands behind it, which is given back. */
static char *
cut_out (MqRendering *rendering, guint from, const char *word)
{
  GString *text = rendering->text;
  const char *found = strstr (text->str + from, word);
  char *rest;

  if (found == NULL)
    return NULL;
  rest = g_strdup (found + strlen (word));
  g_string_truncate (text, found - text->str);
  for (guint i = 0; i < rendering->spans->len; i++)
    {
      MqSpan *span = &g_array_index (rendering->spans, MqSpan, i);

      span->end = MIN (span->end, (guint) text->len);
    }
  return rest;
}

static void
render_companion (MqRendering *rendering, const MqWhere *place, const MqForm *form)
{
  g_autofree char *text = mq_printed_text (rendering, place, form);

  if (text != NULL)
    mq_rendering_append (rendering, MQ_SPAN_VALUE, place->path, text);
  else
    mq_blank_render (rendering, place, form);
}

/* A number of things: in the place of «بمدة», of which the letter stays and is written together with the number, as
 * it cannot be with a blank; or behind, in brackets. */
static void
append_count (MqRendering *rendering, const MqWhere *place, const MqField *column, guint from)
{
  static const MqForm form = { "count", NULL, "gen" };
  GString *text = rendering->text;
  gboolean alone = text->len == from;
  g_autofree char *rest = column->type == MQ_TYPE_CHOICE ? cut_out (rendering, from, PLACE_OF_PERIOD) : NULL;

  if (rest != NULL)
    g_string_append (text, mq_printed_raw (rendering, place) != NULL ? ATTACHED : PLACE_OF_PERIOD " ");
  else
    g_string_append (text, alone ? "" : " (");
  render_companion (rendering, place, &form);
  g_string_append (text, rest != NULL ? rest : alone ? "" : ")");
}

/* A companion that stands behind the value, or in a place that the words of the value leave for it. */
static void
append_companion (MqRendering *rendering, const MqWhere *place, const MqField *column, guint from)
{
  const MqField *field = place->field;
  GString *text = rendering->text;
  gboolean alone = text->len == from;
  g_autofree char *rest = NULL;

  if (field->type == MQ_TYPE_INT && field->unit != NULL)
    append_count (rendering, place, column, from);
  else if (field->type == MQ_TYPE_DATE)
    {
      rest = column->type == MQ_TYPE_CHOICE ? cut_out (rendering, from, PLACE_OF_DATE) : NULL;
      g_string_append (text, rest != NULL || alone ? "" : " بتاريخ ");
      render_companion (rendering, place, NULL);
      g_string_append (text, rest != NULL ? rest : "");
    }
  else if (is_document_number (field))
    {
      g_string_append (text, alone ? "رقم (" : column->type == MQ_TYPE_CHOICE ? " برقم (" : " رقم (");
      render_companion (rendering, place, NULL);
      g_string_append_c (text, ')');
    }
  else
    {
      g_string_append (text, alone ? "" : " (");
      render_companion (rendering, place, NULL);
      g_string_append (text, alone ? "" : ")");
    }
}

/* titles before a name */
static gboolean
stands_before (const MqField *companion, const MqField *column)
{
  return companion->type == MQ_TYPE_TEXT && column->type == MQ_TYPE_TEXT && !is_document_number (companion);
}

static void
render_companions (MqRendering *rendering, const MqField *column, gboolean before, guint from)
{
  for (guint i = 0; i < column->table->n_columns; i++)
    {
      const MqField *companion = column->table->columns[i];
      MqWhere place;

      if (!is_companion (rendering, companion, column) || stands_before (companion, column) != before)
        continue;
      mq_where_set (&place, companion, rendering->row);
      if (has_its_say (rendering, &place) && !before)
        append_companion (rendering, &place, column, from);
      else if (has_its_say (rendering, &place))
        {
          render_companion (rendering, &place, NULL);
          g_string_append_c (rendering->text, ' ');
        }
      mq_where_clear (&place);
    }
}

/* A computed text has no value while what it is made of is asked for and empty. */
static gboolean
awaits_companion (MqRendering *rendering, const MqField *column)
{
  for (guint i = 0; column->formula != NULL && i < column->table->n_columns; i++)
    {
      const MqField *companion = column->table->columns[i];
      gboolean awaited;
      MqWhere place;

      if (companion->printed_with == NULL || !g_str_equal (companion->printed_with, column->name))
        continue;
      mq_where_set (&place, companion, rendering->row);
      awaited = mq_printed_raw (rendering, &place) == NULL && mq_printed_is_needed (rendering, &place);
      mq_where_clear (&place);
      if (awaited)
        return TRUE;
    }
  return FALSE;
}

/* ---- all of it ---- */

static void
render_cell (MqRendering *rendering, const MqField *column)
{
  const char *row = rendering->row;
  MqWhere place;
  guint from;

  mq_where_set (&place, column, row);
  if (row == NULL)
    {
      mq_rendering_read (rendering, column->path);
      if (column->type != MQ_TYPE_SIGN_SPACE)
        mq_blank_render (rendering, &place, NULL);
    }
  else if (column->type != MQ_TYPE_SIGN_SPACE)
    {
      render_companions (rendering, column, TRUE, 0);
      from = rendering->text->len;
      if (mq_printed_raw (rendering, &place) != NULL || mq_printed_is_needed (rendering, &place)
          || awaits_companion (rendering, column))
        mq_printed_render (rendering, &place, NULL);
      render_companions (rendering, column, FALSE, from);
    }
  mq_where_clear (&place);
}

/* the rendering of cells of @table; @number: of the row among those that print */
static void
begin_cells (MqRendering *rendering, MqRenderer *renderer, const MqField *table, const char *row, guint number,
             MqReads *reads)
{
  mq_rendering_begin (rendering, renderer, NULL, reads);
  rendering->table = table;
  rendering->row = row;
  rendering->in_cell = TRUE;
  if (number > 0)
    g_snprintf (rendering->serial, sizeof rendering->serial, "%u", number);
}

/**
 * mq_render_cell:
 * @renderer: a renderer
 * @column: a column of a table
 * @row: (nullable): the id of the row; %NULL for the row of blanks that an empty table prints
 * @number: the number of the row among those that print, from 1; 0: numbers of rows are those of the table
 * @out: (out caller-allocates): gets text and spans, to be cleared with mq_rich_clear()
 * @reads: (nullable): gets what was read, added to what it holds
 *
 * What stands in a cell, with the columns that print inside it; items of a list are parted by \n.  A cell
 * that is not asked for and has no value is an empty text.
 */
void
mq_render_cell (MqRenderer *renderer, const MqField *column, const char *row, guint number, MqRich *out,
                MqReads *reads)
{
  MqRendering rendering;

  g_return_if_fail (renderer != NULL && column != NULL && column->table != NULL && out != NULL);

  begin_cells (&rendering, renderer, column->table, row, number, reads);
  render_cell (&rendering, column);
  mq_rendering_end (&rendering, out);
}

/**
 * mq_render_title:
 * @renderer: a renderer
 * @print: records of a table
 * @row: (nullable): the id of the row; %NULL for the record of blanks that an empty table prints
 * @number: the number of the row among those that print, from 1; 0: numbers of rows are those of the table
 * @out: (out caller-allocates): gets text and spans, to be cleared with mq_rich_clear()
 * @reads: (nullable): gets what was read, added to what it holds
 *
 * The title of a record: what stands in the columns that make it.  Its blanks name what is missing, for no
 * label and no head of a column does.
 */
void
mq_render_title (MqRenderer *renderer, const MqPrint *print, const char *row, guint number, MqRich *out,
                 MqReads *reads)
{
  MqRendering rendering;

  g_return_if_fail (renderer != NULL && print != NULL && out != NULL);

  begin_cells (&rendering, renderer, print->n_title > 0 ? print->title[0]->table : NULL, row, number, reads);
  rendering.named = TRUE;
  for (guint i = 0; i < print->n_title; i++)
    {
      gsize before = rendering.text->len, from;

      if (before > 0)
        g_string_append (rendering.text, MQ_TITLE_BETWEEN);
      from = rendering.text->len;
      render_cell (&rendering, print->title[i]);
      if (rendering.text->len == from)
        g_string_truncate (rendering.text, before);
    }
  mq_rendering_end (&rendering, out);
}
