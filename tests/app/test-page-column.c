/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where pages stand in a window: no display is needed. */
#include "mq-page-column.h"

static const MqPaper paper = { .width = 600, .height = 800 };

static void
test_at (void)
{
  const MqPageColumn column = { .paper = paper, .n = 3, .scale = .5, .width = 400 };

  for (guint page = 0; page < 3; page++)
    {
      double top = mq_page_column_top (&column, page);

      g_assert_cmpuint (mq_page_column_at (&column, top), ==, page);
      g_assert_cmpuint (mq_page_column_at (&column, top + 399), ==, page);
    }
  /* above the first and under the last */
  g_assert_cmpuint (mq_page_column_at (&column, -100), ==, 0);
  g_assert_cmpuint (mq_page_column_at (&column, 1e6), ==, 2);
  /* pages do not touch, and the last ends before the whole does */
  g_assert_cmpfloat (mq_page_column_top (&column, 1), >, mq_page_column_top (&column, 0) + 400);
  g_assert_cmpfloat (mq_page_column_whole_height (&column), >, mq_page_column_top (&column, 2) + 400);
}

static void
test_left (void)
{
  MqPageColumn column = { .paper = paper, .n = 1, .scale = .5, .width = 500, .x = 0 };

  /* in the middle while there is room */
  g_assert_cmpfloat (mq_page_column_left (&column), ==, 100);
  /* where it is scrolled to when there is none */
  column.scale = 1;
  column.x = 30;
  g_assert_cmpfloat (mq_page_column_left (&column) + mq_page_column_whole_width (&column), >, 500);
  g_assert_cmpfloat (mq_page_column_left (&column), <, 0);
  g_assert_cmpfloat_with_epsilon (mq_page_column_whole_width (&column) - 600, 2 * (30 + mq_page_column_left (&column)),
                                  1e-9);
}

static void
test_fit (void)
{
  MqPageColumn column = { .paper = paper, .n = 1, .width = 500 };

  column.scale = mq_page_column_fit (&paper, column.width);
  g_assert_cmpfloat_with_epsilon (mq_page_column_whole_width (&column), 500, 1e-9);
}

/* What is in sight is found again at another scale. */
static void
test_place (void)
{
  MqPageColumn column = { .paper = paper, .n = 9, .scale = .5, .width = 500 };
  double place = mq_page_column_place (&column, mq_page_column_top (&column, 4) + 100);

  g_assert_cmpfloat_with_epsilon (mq_page_column_y (&column, place), mq_page_column_top (&column, 4) + 100, 1e-9);
  column.scale = 1.5;
  g_assert_cmpuint (mq_page_column_at (&column, mq_page_column_y (&column, place)), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-column/at", test_at);
  g_test_add_func ("/page-column/left", test_left);
  g_test_add_func ("/page-column/fit", test_fit);
  g_test_add_func ("/page-column/place", test_place);

  return g_test_run ();
}
