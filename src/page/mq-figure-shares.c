/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-figure-make.h"

#include "mq-shares.h"

/* The whole as one bar, from right to left; over each part how much it is, where there is room, and under the bar the
 * names: they are told apart by how much they are, not by the colours alone.  What nobody has stays pale. */

#define BAR 14.0              /* height */
#define GAP 1.0               /* behind each part */
#define NARROWEST 0.5         /* of a part that has something */
#define UNDER_BAR 9.0
#define SWATCH 8.0
#define AFTER 5.0             /* the swatch, and the percentage */
#define GUTTER 18.0           /* between two columns of names */
#define BETWEEN_ROWS 2.0
#define NAME_LINES 3

/* The parts, and what they are where it fits over them. */
static void
put_bar (MqFigureMaker *figure, const GArray *shares)
{
  double measure = figure->maker->measure, x = 0, bar = figure->y + figure->pitch;

  mq_figure_add (figure->figure, MQ_SHAPE_BAR, MQ_INK_TRACK, 0, bar, measure, BAR);
  for (guint i = 0; i < shares->len; i++)
    {
      const MqShare *share = &g_array_index (shares, MqShare, i);
      double width = share->part * measure;
      gboolean last = i + 1 == shares->len;

      mq_figure_add_part (figure->figure, i, x, bar, MAX (width - (last ? 0 : GAP), MIN (width, NARROWEST)), BAR);
      if (mq_figure_text_width (figure, share->text.text, FALSE) + 2 <= width)
        {
          MqRich text = mq_rich_copy (&share->text);

          mq_figure_label (figure, &text, x, figure->y, width, FALSE, 1);
          mq_figure_last (figure)->center = TRUE;
        }
      x += width;
    }
  figure->y = bar + BAR + UNDER_BAR;
}

/* One name: its part's look, how much, whose.  Gives its height. */
static double
put_name (MqFigureMaker *figure, MqShare *share, guint number, double x, double width, double percent)
{
  double from = SWATCH + AFTER, before = from + percent + AFTER;

  mq_figure_add_part (figure->figure, number, x, figure->y + (figure->pitch - SWATCH) / 2, SWATCH, SWATCH);
  mq_figure_label (figure, &share->text, x + from, figure->y, percent, TRUE, 1);
  return mq_figure_label (figure, &share->name, x + before, figure->y, width - before, FALSE, NAME_LINES)
         * figure->pitch;
}

/* In two columns, if every name fits on a line of one. */
static void
put_names (MqFigureMaker *figure, GArray *shares)
{
  double measure = figure->maker->measure, half = (measure - GUTTER) / 2, percent = 0, widest = 0;
  guint columns;

  for (guint i = 0; i < shares->len; i++)
    {
      const MqShare *share = &g_array_index (shares, MqShare, i);

      percent = MAX (percent, mq_figure_text_width (figure, share->text.text, TRUE));
      widest = MAX (widest, mq_figure_text_width (figure, share->name.text, FALSE));
    }
  percent += 1;                         /* so that rounding does not break it */
  columns = SWATCH + AFTER + percent + AFTER + widest + 1 <= half ? 2 : 1;
  for (guint i = 0; i < shares->len; i += columns)
    {
      double height = 0;

      for (guint k = 0; k < columns && i + k < shares->len; k++)
        {
          double name = put_name (figure, &g_array_index (shares, MqShare, i + k), i + k, k * (half + GUTTER),
                                  columns == 2 ? half : measure, percent);

          height = MAX (height, name);
        }
      figure->y += height + BETWEEN_ROWS;
    }
  figure->y -= BETWEEN_ROWS;
}

/**
 * mq_make_shares:
 *
 * Appends the share bar of a table; nothing when nobody has a share.
 */
void
mq_make_shares (MqMaker *maker, const MqField *table, const MqPrint *print)
{
  g_autoptr (GArray) shares = mq_shares_read (maker->renderer, table, print, maker->reads);
  MqFigureMaker figure;

  if (shares->len == 0)
    return;
  mq_figure_begin (&figure, maker, mq_render_figure_label (maker->renderer, print),
                   mq_shares_sentence (maker->renderer, print, shares));
  put_bar (&figure, shares);
  put_names (&figure, shares);
  mq_figure_end (&figure, g_intern_string (table->path));
}
