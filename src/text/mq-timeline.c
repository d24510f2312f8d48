/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-timeline.h"

#include "mq-render-private.h"

static void
point_clear (gpointer data)
{
  MqTimePoint *point = data;

  mq_rich_clear (&point->name);
  mq_rich_clear (&point->at.text);
}

static void
row_clear (gpointer data)
{
  MqTimeRow *row = data;

  mq_rich_clear (&row->name);
  mq_rich_clear (&row->first.text);
  mq_rich_clear (&row->last.text);
  g_array_unref (row->points);
}

/* ---- reading ---- */

/* A date that is asked for under a condition which does not hold is kept, but it says nothing. */
static gboolean
is_asked_for (MqRenderer *renderer, const MqField *column, const char *row, MqReads *reads)
{
  MqRendering rendering = { .renderer = renderer, .reads = reads };
  MqWhere place;
  gboolean needed;

  if (column->needed == NULL)
    return TRUE;
  mq_where_set (&place, column, row);
  needed = mq_printed_is_needed (&rendering, &place);
  mq_where_clear (&place);
  return needed;
}

static void
read_moment (MqRenderer *renderer, const MqField *column, const char *row, guint number, MqMoment *moment,
             MqReads *reads)
{
  g_autofree char *path = mq_path_cell (column, row);

  mq_render_cell (renderer, column, row, number, &moment->text, reads);
  moment->known = is_asked_for (renderer, column, row, reads)
                  && mq_date_day_number (mq_draft_value (renderer->draft, path), &moment->day);
}

/* The rows of another table that stand on @row. */
static void
read_points (MqRenderer *renderer, const MqPrint *print, const char *row, GArray *points, MqReads *reads)
{
  const MqField *by = mq_kind_field (renderer->kind, print->points_by);
  const MqField *name = mq_kind_field (renderer->kind, print->points_name);
  const MqField *date = mq_kind_field (renderer->kind, print->points_date);
  guint n;
  g_autofree const char **rows = mq_render_rows (renderer, by->table, NULL, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = mq_path_cell (by, rows[i]);
      MqTimePoint point = { 0 };

      if (g_strcmp0 (mq_draft_value (renderer->draft, path), row) != 0)
        continue;
      read_moment (renderer, date, rows[i], i + 1, &point.at, reads);
      if (point.at.known)
        {
          mq_render_cell (renderer, name, rows[i], i + 1, &point.name, reads);
          g_array_append_val (points, point);
        }
      else
        point_clear (&point);
    }
}

static void
note_reads (MqRenderer *renderer, const MqField *table, const MqPrint *print, MqReads *reads)
{
  MqRendering rendering = { .renderer = renderer, .reads = reads };

  mq_render_rows_reads (renderer, table, print, reads);
  if (print->points_by == NULL)
    return;
  mq_render_rows_reads (renderer, mq_kind_field (renderer->kind, print->points_by)->table, NULL, reads);
  mq_rendering_read (&rendering, print->points_by);
  mq_rendering_read (&rendering, print->points_name);
  mq_rendering_read (&rendering, print->points_date);
}

/**
 * mq_timeline_read:
 * @renderer: a renderer
 * @table: a table
 * @print: a timeline of it
 * @reads: (nullable): gets what was read, added to what it holds
 *
 * Returns: (transfer full) (element-type MqTimeRow): the rows, in the order of the print, also those without a date;
 *   empty when there is no date at all
 */
GArray *
mq_timeline_read (MqRenderer *renderer, const MqField *table, const MqPrint *print, MqReads *reads)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (MqTimeRow));
  g_autofree const char **rows = NULL;
  gboolean any = FALSE;
  guint n;

  g_array_set_clear_func (all, row_clear);
  g_return_val_if_fail (renderer != NULL && table != NULL && print->as == MQ_PRINT_TIMELINE, all);

  if (reads != NULL)
    note_reads (renderer, table, print, reads);
  rows = mq_render_rows (renderer, table, print, &n);
  for (guint i = 0; i < n; i++)
    {
      MqTimeRow row = { .row = g_intern_string (rows[i]), .points = g_array_new (FALSE, FALSE, sizeof (MqTimePoint)) };

      g_array_set_clear_func (row.points, point_clear);
      mq_render_cell (renderer, print->columns[0].column, rows[i], i + 1, &row.name, reads);
      read_moment (renderer, print->columns[1].column, rows[i], i + 1, &row.first, reads);
      if (print->n_columns > 2)
        read_moment (renderer, print->columns[2].column, rows[i], i + 1, &row.last, reads);
      if (print->points_by != NULL)
        read_points (renderer, print, rows[i], row.points, reads);
      any |= row.first.known || row.last.known || row.points->len > 0;
      g_array_append_val (all, row);
    }
  if (!any)
    g_array_set_size (all, 0);
  return all;
}

/* ---- in words ---- */

static void
append_dates (GString *text, const MqTimeRow *row)
{
  if (row->first.known && row->last.known && row->first.day != row->last.day)
    g_string_append_printf (text, " من %s إلى %s", row->first.text.text, row->last.text.text);
  else if (row->first.known)
    g_string_append_printf (text, row->last.text.text != NULL && !row->last.known ? " من %s" : " في %s",
                            row->first.text.text);
  else if (row->last.known)
    g_string_append_printf (text, " إلى %s", row->last.text.text);
}

/**
 * mq_timeline_sentence:
 * @renderer: a renderer
 * @print: a timeline
 * @rows: (element-type MqTimeRow): its rows
 * @first: the first row that is told of
 * @n: how many are
 *
 * Returns: (transfer full): «شكل زمني يبين مراحل التنفيذ: التأسيس من ١ يناير ٢٠٢٧ إلى ٣١ مارس ٢٠٢٨ (قيد الشركة في ١٥
 *   ديسمبر ٢٠٢٧)؛ التوسع من ….»
 */
char *
mq_timeline_sentence (MqRenderer *renderer, const MqPrint *print, const GArray *rows, guint first, guint n)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (renderer != NULL && print != NULL && rows != NULL && first + n <= rows->len, NULL);

  text = g_string_new ("شكل زمني يبين ");
  g_string_append (text, mq_render_figure_label (renderer, print));
  for (guint i = first; i < first + n; i++)
    {
      const MqTimeRow *row = &g_array_index (rows, MqTimeRow, i);

      g_string_append_printf (text, "%s%s", i == first ? ": " : "؛ ", row->name.text);
      append_dates (text, row);
      for (guint k = 0; k < row->points->len; k++)
        {
          const MqTimePoint *point = &g_array_index (row->points, MqTimePoint, k);

          g_string_append_printf (text, "%s%s في %s", k == 0 ? " (" : "، ", point->name.text, point->at.text.text);
        }
      if (row->points->len > 0)
        g_string_append_c (text, ')');
    }
  g_string_append_c (text, '.');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mq_timeline_points_label:
 * @renderer: a renderer
 * @print: a time line
 *
 * Returns: (transfer none) (nullable): what the points on it are called, in the spelling of the house; %NULL: it has
 *   none
 */
const char *
mq_timeline_points_label (MqRenderer *renderer, const MqPrint *print)
{
  g_return_val_if_fail (renderer != NULL && print != NULL, NULL);

  if (print->points_by == NULL)
    return NULL;
  return mq_house_field_label (&renderer->house, mq_kind_field (renderer->kind, print->points_by)->table);
}
