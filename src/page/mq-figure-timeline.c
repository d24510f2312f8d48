/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-figure-make.h"

#include <string.h>

#include "mq-timeline.h"

/* Time runs from right to left.  Each row has its name and its dates where its bar begins, if they fit between there
 * and the end of the measure, and under them the bar on a track that is all of the time.  A row of one date, and each
 * point of another table, is a diamond. */

#define TRACK 8.0             /* height */
#define OVER_TRACK 1.0
#define BETWEEN_ROWS 7.0
#define TEXT_GAP 8.0          /* between a name and its dates */
#define DIAMOND 9.0
#define NARROWEST 1.5         /* of a bar */
#define AXIS_LINE 0.6
#define TICK 9.0              /* height */
#define TICK_GAP 3.0          /* from a tick to its words */
#define SEPARATOR 0.8         /* between periods, on the tracks */
#define UNDER_AXIS 7.0
#define NAME_LINES 2
#define TALLEST 650.0         /* more rows go into another figure */
#define CLOSEST 12.0          /* points from tick to tick, before their words are looked at */

typedef struct {
  MqFigureMaker figure;
  const MqPrint *print;
  const GArray *rows;         /* MqTimeRow */
  int first_month, last_month;    /* of all the time: months since the year 0; last_month is behind the last one */
  gint64 first_day, end_day;
  GArray *ticks;              /* int: months */
  int step;                   /* from tick to tick, in months */
} Timeline;

/* ---- the scale ---- */

static int
month_of_day (gint64 day)
{
  g_autofree char *iso = mq_date_add_days ("1970-01-01", (int) day);
  int year = 1970, month = 1, unused;

  mq_date_parse_iso (iso, &year, &month, &unused);
  return year * 12 + month - 1;
}

static gint64
day_of_month (int month)
{
  g_autofree char *iso = g_strdup_printf ("%04d-%02d-01", month / 12, month % 12 + 1);
  gint64 day = 0;

  mq_date_day_number (iso, &day);
  return day;
}

static void
widen (const MqMoment *moment, gint64 *first, gint64 *last)
{
  if (!moment->known)
    return;
  *first = MIN (*first, moment->day);
  *last = MAX (*last, moment->day);
}

/* All the time that anything in the table needs, in whole months. */
static void
find_range (Timeline *time)
{
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < time->rows->len; i++)
    {
      const MqTimeRow *row = &g_array_index (time->rows, MqTimeRow, i);

      widen (&row->first, &first, &last);
      widen (&row->last, &first, &last);
      for (guint k = 0; k < row->points->len; k++)
        widen (&g_array_index (row->points, MqTimePoint, k).at, &first, &last);
    }
  time->first_month = month_of_day (first);
  time->last_month = month_of_day (last) + 1;
  time->first_day = day_of_month (time->first_month);
  /* behind December 9999 there is no date */
  time->end_day = time->last_month < 10000 * 12 ? day_of_month (time->last_month)
                                                : day_of_month (time->last_month - 1) + 31;
}

/* Points from the start edge to the beginning of a day. */
static double
place_of (const Timeline *time, gint64 day)
{
  return (double) (day - time->first_day) / (double) (time->end_day - time->first_day)
         * time->figure.maker->measure;
}

static double
place_of_month (const Timeline *time, int month)
{
  return month >= time->last_month ? time->figure.maker->measure : place_of (time, day_of_month (month));
}

static char *
tick_words (const Timeline *time, int month, int step)
{
  const MqHouse *house = mq_renderer_house (time->figure.maker->renderer);
  g_autofree char *number = g_strdup_printf ("%d", month / 12);
  g_autofree char *year = mq_digits_shape (number, house->digits);

  if (step >= 12)
    return g_steal_pointer (&year);
  return g_strdup_printf ("%s %s", mq_date_month_name (month % 12 + 1, house->months), year);
}

static double
tick_room (Timeline *time, guint number, int *month)
{
  int next = number + 1 < time->ticks->len ? g_array_index (time->ticks, int, number + 1) : time->last_month;

  *month = g_array_index (time->ticks, int, number);
  return place_of_month (time, next) - place_of_month (time, *month);
}

/* Ticks of a step: where the time begins, then at its multiples.  Whether all whole periods have room for their
 * words. */
static gboolean
try_step (Timeline *time, int step)
{
  gboolean fits = TRUE;
  int month;

  time->step = step;
  g_array_set_size (time->ticks, 0);
  g_array_append_val (time->ticks, time->first_month);
  for (month = (time->first_month / step + 1) * step; month < time->last_month; month += step)
    g_array_append_val (time->ticks, month);
  for (guint i = 0; i < time->ticks->len && fits; i++)
    {
      double room = tick_room (time, i, &month);
      g_autofree char *words = tick_words (time, month, step);
      gboolean whole = month % step == 0 && month + step <= time->last_month;

      fits = !whole || mq_figure_text_width (&time->figure, words, FALSE) + 2 * TICK_GAP <= room;
    }
  return fits;
}

static void
find_ticks (Timeline *time)
{
  static const int steps[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000 };
  double month = time->figure.maker->measure / (time->last_month - time->first_month);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && (steps[i] * month < CLOSEST || !try_step (time, steps[i])))
    i++;
  if (i + 1 == G_N_ELEMENTS (steps))
    try_step (time, steps[i]);
}

/* ---- drawing ---- */

static void
put_axis (Timeline *time)
{
  MqFigureMaker *figure = &time->figure;
  double measure = figure->maker->measure, line = figure->y + figure->pitch + 1;

  mq_figure_add (figure->figure, MQ_SHAPE_BAR, MQ_INK_AXIS, 0, line, measure, AXIS_LINE);
  for (guint i = 0; i < time->ticks->len; i++)
    {
      int month;
      double room = tick_room (time, i, &month), x = place_of_month (time, month);
      g_autofree char *words = tick_words (time, month, time->step);
      double width = mq_figure_text_width (figure, words, FALSE) + 1;
      MqRich text = { g_steal_pointer (&words), NULL };

      mq_figure_add (figure->figure, MQ_SHAPE_BAR, MQ_INK_AXIS, x, line - TICK, AXIS_LINE, TICK);
      if (width + TICK_GAP <= room)
        mq_figure_label (figure, &text, x + TICK_GAP, figure->y, width, FALSE, 1);
      mq_rich_clear (&text);
    }
  figure->y = line + UNDER_AXIS;
}

/* From when to when; one day once. */
static MqRich
join_dates (const MqTimeRow *row)
{
  MqRich dates = mq_rich_copy (&row->first.text);
  const MqRich *last = &row->last.text;

  if (last->text == NULL || *last->text == '\0' || strcmp (last->text, dates.text) == 0)
    return dates;
  if (*dates.text == '\0')
    {
      mq_rich_clear (&dates);
      return mq_rich_copy (last);
    }
  char *text = g_strconcat (dates.text, " – ", last->text, NULL);
  if (dates.spans == NULL)
    dates.spans = g_array_new (FALSE, FALSE, sizeof (MqSpan));
  mq_spans_append (dates.spans, last->spans, (guint) (strlen (text) - strlen (last->text)));
  g_free (dates.text);
  dates.text = text;
  return dates;
}

/* A label that begins at @x, or as far before as it takes to be on one line; gives where it ends. */
static double
put_words (MqFigureMaker *figure, MqRich *text, double x, double width, gboolean bold)
{
  double measure = figure->maker->measure, at = CLAMP (x, 0, MAX (measure - width, 0));
  guint lines = mq_figure_label (figure, text, at, figure->y, MIN (width, measure), bold, NAME_LINES);

  if (lines > 1 || width > measure)
    figure->y += (lines - 1) * figure->pitch;
  return at + width;
}

/* Name and dates, on one line if it holds both. */
static void
put_row_words (Timeline *time, const MqTimeRow *row, double x)
{
  MqFigureMaker *figure = &time->figure;
  MqRich words = mq_rich_copy (&row->name), dates = join_dates (row);
  double name = mq_figure_text_width (figure, row->name.text, TRUE) + 1;
  double width = mq_figure_text_width (figure, dates.text, FALSE) + 1;
  double both = name + TEXT_GAP + width, measure = figure->maker->measure;

  if (both <= measure)
    {
      double end = put_words (figure, &words, MIN (x, measure - both), name, TRUE);

      put_words (figure, &dates, end + TEXT_GAP, width, FALSE);
    }
  else
    {
      put_words (figure, &words, x, name, TRUE);
      figure->y += figure->pitch;
      put_words (figure, &dates, x, width, FALSE);
    }
  figure->y += figure->pitch + OVER_TRACK;
  mq_rich_clear (&words);
  mq_rich_clear (&dates);
}

static void
put_diamond (Timeline *time, gint64 day, double track)
{
  MqFigureMaker *figure = &time->figure;
  double middle = place_of (time, day) / 2 + place_of (time, day + 1) / 2;
  double x = CLAMP (middle - DIAMOND / 2, 0, figure->maker->measure - DIAMOND);

  mq_figure_add (figure->figure, MQ_SHAPE_DIAMOND, MQ_INK_POINT, x, track + (TRACK - DIAMOND) / 2, DIAMOND, DIAMOND);
}

/* The days of a row, the earlier first: FALSE when it has none. */
static gboolean
days_of (const MqTimeRow *row, gint64 *first, gint64 *last)
{
  gint64 a = row->first.known ? row->first.day : row->last.day, b = row->last.known ? row->last.day : a;

  *first = MIN (a, b);
  *last = MAX (a, b);
  return row->first.known || row->last.known;
}

static void
put_row (Timeline *time, const MqTimeRow *row)
{
  MqFigureMaker *figure = &time->figure;
  double measure = figure->maker->measure, x, width;
  gint64 first, last;
  gboolean any = days_of (row, &first, &last), bar = row->first.known && row->last.known;

  if (!any && row->points->len > 0)
    first = last = g_array_index (row->points, MqTimePoint, 0).at.day;
  put_row_words (time, row, any || row->points->len > 0 ? place_of (time, first) : 0);
  mq_figure_add (figure->figure, MQ_SHAPE_BAR, MQ_INK_TRACK, 0, figure->y, measure, TRACK);
  if (bar)
    {
      x = place_of (time, first);
      width = MAX (place_of (time, last + 1) - x, NARROWEST);
      mq_figure_add (figure->figure, MQ_SHAPE_BAR, MQ_INK_BAR, MIN (x, measure - width), figure->y, width, TRACK);
    }
  for (guint i = 1; i < time->ticks->len; i++)
    mq_figure_add (figure->figure, MQ_SHAPE_BAR, MQ_INK_PAPER,
                   place_of_month (time, g_array_index (time->ticks, int, i)), figure->y, SEPARATOR, TRACK);
  if (any && !bar)
    put_diamond (time, first, figure->y);
  for (guint i = 0; i < row->points->len; i++)
    put_diamond (time, g_array_index (row->points, MqTimePoint, i).at.day, figure->y);
  figure->y += TRACK + BETWEEN_ROWS;
}

/* What the diamonds are. */
static void
put_legend (Timeline *time, const char *words)
{
  MqFigureMaker *figure = &time->figure;
  MqRich text = { g_strdup (words), NULL };
  double x = DIAMOND + TICK_GAP;

  mq_figure_add (figure->figure, MQ_SHAPE_DIAMOND, MQ_INK_POINT, 0, figure->y + (figure->pitch - DIAMOND) / 2, DIAMOND,
                 DIAMOND);
  figure->y += mq_figure_label (figure, &text, x, figure->y, figure->maker->measure - x, FALSE, 1) * figure->pitch;
}

static gboolean
has_points (const Timeline *time, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (g_array_index (time->rows, MqTimeRow, i).points->len > 0)
      return TRUE;
  return FALSE;
}

/* ---- figures ---- */

/* How tall a row is, at most. */
static double
row_room (const Timeline *time)
{
  return (NAME_LINES + 1) * time->figure.pitch + OVER_TRACK + TRACK + BETWEEN_ROWS;
}

/* One figure, of the rows from @first on that fit into it; gives the first one that does not. */
static guint
put_figure (Timeline *time, guint first)
{
  MqMaker *maker = time->figure.maker;
  MqFigureMaker *figure = &time->figure;
  const char *label = mq_render_figure_label (maker->renderer, time->print);
  const char *points = mq_timeline_points_label (maker->renderer, time->print);
  g_autofree char *again = first > 0 ? g_strconcat (label, " (تابع)", NULL) : NULL;
  guint end = first;

  mq_figure_begin (figure, maker, again != NULL ? again : label, NULL);
  put_axis (time);
  do
    put_row (time, &g_array_index (time->rows, MqTimeRow, end++));
  while (end < time->rows->len && figure->y + row_room (time) + figure->pitch <= TALLEST
         && figure->cells->len + 3 < G_MAXUINT8);
  if (points != NULL && has_points (time, first, end))
    put_legend (time, points);
  else
    figure->y -= BETWEEN_ROWS - 1;      /* a diamond reaches a little under its track */
  return end;
}

/**
 * mq_make_timeline:
 *
 * Appends the timeline of a table; nothing when no date is known.  Many rows make several figures, of the same scale.
 */
void
mq_make_timeline (MqMaker *maker, const MqField *table, const MqPrint *print)
{
  g_autoptr (GArray) rows = mq_timeline_read (maker->renderer, table, print, maker->reads);
  Timeline time = { .print = print, .rows = rows, .ticks = g_array_new (FALSE, FALSE, sizeof (int)) };

  time.figure.maker = maker;
  if (rows->len > 0)
    {
      find_range (&time);
      find_ticks (&time);
    }
  for (guint first = 0, end; first < rows->len; first = end)
    {
      end = put_figure (&time, first);
      time.figure.figure->description = mq_timeline_sentence (maker->renderer, print, rows, first, end - first);
      mq_figure_end (&time.figure, g_intern_string (table->path));
    }
  g_array_unref (time.ticks);
}
