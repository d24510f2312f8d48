/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-columns.h"

/* No column is narrower than this (18 mm), whatever stands in it. */
#define NARROWEST 51.0

static void
scale (MqColumn *columns, guint n, double measure)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += columns[i].width;
  for (guint i = 0; i < n; i++)
    columns[i].width *= measure / sum;
}

/**
 * mq_columns_fit:
 * @columns: (array length=n) (inout): share and needed are read, width is set
 * @n: number of columns, at least 1
 * @measure: what the widths add up to, in points
 *
 * Gives every column its share of @measure.  A column whose widest piece does not fit takes what it lacks from those
 * that have room, each giving in proportion to its room; when there is not enough room in all of them, widths follow
 * what is needed and words will be cut.
 */
void
mq_columns_fit (MqColumn *columns, guint n, double measure)
{
  double room = 0, lack = 0, needed = 0;

  g_return_if_fail (columns != NULL && n > 0);

  for (guint i = 0; i < n; i++)
    columns[i].width = columns[i].share > 0 ? columns[i].share : 1;
  scale (columns, n, measure);

  for (guint i = 0; i < n; i++)
    {
      double least = MAX (columns[i].needed, MIN (NARROWEST, measure / n));

      columns[i].needed = least;
      needed += least;
      if (columns[i].width < least)
        lack += least - columns[i].width;
      else
        room += columns[i].width - least;
    }
  if (lack <= 0)
    return;
  for (guint i = 0; i < n; i++)
    if (needed >= measure || columns[i].width < columns[i].needed)
      columns[i].width = columns[i].needed;
    else
      columns[i].width -= lack * (columns[i].width - columns[i].needed) / room;
  scale (columns, n, measure);
}
