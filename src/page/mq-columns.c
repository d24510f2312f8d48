/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-columns.h"

/* No column is narrower than this (12 mm), whatever stands in it. */
#define NARROWEST 34.0
/* Width goes from one column to another in steps of this, as long as a step makes the table shorter by so
 * much. */
#define STEP 6.0
#define GAIN .004
#define MAX_STEPS 60
/* What lines of several words lose at their ends, on average. */
#define RAGGED 12.0

/* ---- what is asked for ---- */

static void
scale (MqColumn *columns, guint n, double measure)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += columns[i].width;
  for (guint i = 0; i < n; i++)
    columns[i].width *= measure / sum;
}

/* The shares, but no column under its @least: what these lack comes from those that have room, each giving
 * in proportion to its room.  FALSE: there is not enough in all of them, and widths are in proportion to
 * the least. */
static gboolean
fit_shares (MqColumn *columns, guint n, double measure, const double *least)
{
  double room = 0, lack = 0, all = 0;

  for (guint i = 0; i < n; i++)
    columns[i].width = columns[i].share > 0 ? columns[i].share : 1;
  scale (columns, n, measure);
  for (guint i = 0; i < n; i++)
    {
      all += least[i];
      if (columns[i].width < least[i])
        lack += least[i] - columns[i].width;
      else
        room += columns[i].width - least[i];
    }
  for (guint i = 0; i < n && lack > 0; i++)
    if (all >= measure || columns[i].width < least[i])
      columns[i].width = least[i];
    else
      columns[i].width -= lack * (columns[i].width - least[i]) / room;
  scale (columns, n, measure);
  return all <= measure;
}

/* ---- what makes the table short ---- */

/* About how many lines the rows take: a row as many as its longest cell.  Not in whole lines, so that a
 * step too small to save one still counts. */
static double
height (const MqColumn *columns, guint n, const double *lengths, guint n_rows)
{
  double sum = 0;

  for (guint r = 0; r < n_rows; r++)
    {
      double lines = 1;

      for (guint c = 0; c < n; c++)
        if (lengths[r * n + c] > columns[c].width)
          lines = MAX (lines, lengths[r * n + c] / MAX (columns[c].width - RAGGED, RAGGED));
      sum += lines;
    }
  return sum;
}

/* The step that makes the table shortest; FALSE: none is worth it. */
static gboolean
take_step (MqColumn *columns, guint n, const double *least, const double *lengths, guint n_rows)
{
  double best = height (columns, n, lengths, n_rows) * (1 - GAIN);
  int best_from = -1, best_to = -1;

  for (guint from = 0; from < n; from++)
    {
      if (columns[from].width - STEP < least[from])
        continue;
      for (guint to = 0; to < n; to++)
        {
          double now;

          if (to == from)
            continue;
          columns[from].width -= STEP;
          columns[to].width += STEP;
          now = height (columns, n, lengths, n_rows);
          columns[from].width += STEP;
          columns[to].width -= STEP;
          if (now < best)
            {
              best = now;
              best_from = (int) from;
              best_to = (int) to;
            }
        }
    }
  if (best_from < 0)
    return FALSE;
  columns[best_from].width -= STEP;
  columns[best_to].width += STEP;
  return TRUE;
}

static double
balance (MqColumn *columns, guint n, const double *least, const double *lengths, guint n_rows)
{
  for (guint step = 0; step < MAX_STEPS && take_step (columns, n, least, lengths, n_rows); step++)
    ;
  return height (columns, n, lengths, n_rows);
}

/**
 * mq_columns_fit:
 * @columns: (array length=n) (inout): share, needed and least are read, width is set
 * @n: number of columns, at least 1
 * @measure: what the widths add up to, in points
 * @lengths: (nullable): for each row, for each column: how wide the cell's text is on one line, in points
 * @n_rows: number of rows in @lengths
 * @lines: (out) (optional): about how many lines the rows of @lengths take in all
 *
 * Gives every column its share of @measure, at least what its widest word needs, then moves width from
 * columns that do not need it to those whose text makes the rows tall.  Shares are wishes, words are not:
 * amounts are parted from their currency only when there is no other way, and words after them.
 *
 * Returns: what could be kept whole
 */
MqColumnsFit
mq_columns_fit (MqColumn *columns, guint n, double measure, const double *lengths, guint n_rows,
                double *lines)
{
  g_autofree double *needed = g_new (double, n), *least = g_new (double, n);
  MqColumnsFit fit = MQ_COLUMNS_WHOLE;
  double tall;

  g_return_val_if_fail (columns != NULL && n > 0, MQ_COLUMNS_CUT);

  for (guint i = 0; i < n; i++)
    {
      needed[i] = MAX (columns[i].needed, MIN (NARROWEST, measure / n));
      least[i] = MAX (MIN (columns[i].least, columns[i].needed), MIN (NARROWEST, measure / n));
    }
  if (fit_shares (columns, n, measure, needed))
    tall = balance (columns, n, needed, lengths, n_rows);
  else
    {
      fit = fit_shares (columns, n, measure, least) ? MQ_COLUMNS_PARTED : MQ_COLUMNS_CUT;
      tall = balance (columns, n, least, lengths, n_rows);
    }
  if (lines != NULL)
    *lines = tall;
  return fit;
}
