/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-fixture.h"

/* Paths taken apart, whether they lead anywhere or not. */

static void
test_apart (void)
{
  static const struct {
    const char *path;
    guint length;
    const char *group, *fact, *row, *row_id, *pattern;
  } cases[] = {
    { "main", 1, "main", "main", NULL, NULL, "main" },
    { "main/title", 2, "main", "main/title", NULL, NULL, "main/title" },
    { "people/list/r1", 3, "people", "people/list", NULL, NULL, "people/list" },
    { "people/list/r1/paid", 4, "people", "people/list", "people/list/r1", "r1", "people/list/paid" },
    { "people/list//paid", 4, "people", "people/list", "people/list/", "", "people/list/paid" },
    { "a/b/c/d/e", 5, "a", "a/b", NULL, NULL, "a/b/d/e" },
    { "", 1, "", "", NULL, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *path = cases[i].path;
      g_autofree char *group = mq_path_group (path), *fact = mq_path_fact (path), *row = mq_path_row (path);
      g_autofree char *pattern = mq_path_pattern (path);

      g_test_message ("%s", path);
      g_assert_cmpuint (mq_path_length (path), ==, cases[i].length);
      g_assert_cmpstr (group, ==, cases[i].group);
      g_assert_cmpstr (fact, ==, cases[i].fact);
      g_assert_cmpstr (row, ==, cases[i].row);
      g_assert_cmpstr (mq_path_row_id (path), ==, cases[i].row_id);
      g_assert_cmpstr (pattern, ==, cases[i].pattern);
    }
}

static void
test_from (void)
{
  const char *path = "people/list/r1/paid";

  g_assert_true (mq_path_from (path, 0) == path);
  g_assert_cmpstr (mq_path_from (path, 2), ==, "r1/paid");
  g_assert_cmpstr (mq_path_from (path, 3), ==, "paid");
  g_assert_cmpstr (mq_path_from (path, 4), ==, NULL);
}

static void
test_cell (void)
{
  const MqField *title = mq_kind_field (fixture_kind (), "main/title");
  const MqField *paid = mq_kind_field (fixture_kind (), "people/list/paid");
  g_autofree char *fact = mq_path_cell (title, NULL), *cell = mq_path_cell (paid, "p-one");
  g_autofree char *column = mq_path_cell (paid, NULL);

  g_assert_cmpstr (fact, ==, "main/title");
  g_assert_cmpstr (cell, ==, "people/list/p-one/paid");
  g_assert_cmpstr (column, ==, "people/list/paid");
  g_assert_true (mq_kind_field (fixture_kind (), cell) == paid);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/path/apart", test_apart);
  g_test_add_func ("/path/from", test_from);
  g_test_add_func ("/path/cell", test_cell);

  return g_test_run ();
}
