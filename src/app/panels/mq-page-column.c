/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-page-column.h"

#include <math.h>

/* pixels around and between pages */
#define MARGIN 22
#define GAP 18

static double
step (const MqPageColumn *column)
{
  return column->paper.height * column->scale + GAP;
}

double
mq_page_column_whole_width (const MqPageColumn *column)
{
  g_return_val_if_fail (column != NULL, 0);

  return column->paper.width * column->scale + 2 * MARGIN;
}

double
mq_page_column_whole_height (const MqPageColumn *column)
{
  g_return_val_if_fail (column != NULL, 0);

  return column->n * step (column) - GAP + 2 * MARGIN;
}

double
mq_page_column_fit (const MqPaper *paper, double width)
{
  g_return_val_if_fail (paper != NULL, 1);

  return (width - 2 * MARGIN) / paper->width;
}

double
mq_page_column_top (const MqPageColumn *column, guint page)
{
  g_return_val_if_fail (column != NULL, 0);

  return MARGIN + page * step (column);
}

/**
 * mq_page_column_left:
 *
 * Returns: the left edge of the pages in the view: they stand in its middle, or where they are scrolled to
 */
double
mq_page_column_left (const MqPageColumn *column)
{
  double whole;

  g_return_val_if_fail (column != NULL, 0);

  whole = mq_page_column_whole_width (column);
  return whole <= column->width ? round ((column->width - whole) / 2) + MARGIN : MARGIN - column->x;
}

guint
mq_page_column_at (const MqPageColumn *column, double y)
{
  double place;

  g_return_val_if_fail (column != NULL, 0);

  place = mq_page_column_place (column, y);
  return place <= 0 || column->n == 0 ? 0 : MIN ((guint) place, column->n - 1);
}

double
mq_page_column_place (const MqPageColumn *column, double y)
{
  g_return_val_if_fail (column != NULL, 0);

  return (y - MARGIN) / step (column);
}

double
mq_page_column_y (const MqPageColumn *column, double place)
{
  g_return_val_if_fail (column != NULL, 0);

  return place * step (column) + MARGIN;
}
