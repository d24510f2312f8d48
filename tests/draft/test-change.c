/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-fixture.h"

#define assert_rows(draft, table, expected)                                                                  \
  G_STMT_START {                                                                                             \
    g_autofree char *_rows = fixture_rows (draft, table);                                                    \
    g_assert_cmpstr (_rows, ==, expected);                                                                   \
  } G_STMT_END

#define LIST "people/list"
#define STEPS "people/steps"

static void
test_set (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  g_autofree char *before = fixture_text (draft), *after = NULL;

  assert_set (draft, "main/title", "one");
  assert_set (draft, "main/title", "two");
  assert_set (draft, LIST "/p-one/tasks", "a\nb");
  assert_set (draft, "body/art-1.n1", "45");
  g_assert_cmpstr (mq_draft_value (draft, "body/art-1.n1"), ==, "45");
  g_assert_true (mq_draft_undo (draft));
  g_assert_cmpstr (mq_draft_value (draft, "body/art-1.n1"), ==, "3");
  g_assert_true (mq_draft_undo (draft));
  g_assert_null (mq_draft_value (draft, LIST "/p-one/tasks"));
  g_assert_true (mq_draft_undo (draft));
  g_assert_cmpstr (mq_draft_value (draft, "main/title"), ==, "one");
  g_assert_true (mq_draft_undo (draft));
  g_assert_null (mq_draft_value (draft, "main/title"));
  g_assert_false (mq_draft_undo (draft));
  after = fixture_text (draft);
  g_assert_cmpstr (before, ==, after);
}

static void
test_insert (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  MqChange *change;
  const char *path;

  assert_apply (draft, mq_change_insert_row (LIST, "a", -1));
  assert_apply (draft, mq_change_insert_row (LIST, "b", 0));
  assert_apply (draft, mq_change_insert_row (LIST, "c", 2));
  assert_rows (draft, LIST, "b p-one c p-two a");
  /* the default of the column */
  g_assert_cmpstr (mq_draft_value (draft, LIST "/a/side"), ==, "egypt");
  g_assert_null (mq_draft_value (draft, LIST "/a/name"));
  assert_set (draft, LIST "/a/name", "A");

  change = mq_change_insert_row (LIST, NULL, -1);
  path = mq_change_path (change);
  g_assert_cmpint (mq_change_type (change), ==, MQ_CHANGE_INSERT_ROW);
  g_assert_true (g_str_has_prefix (path, LIST "/r"));
  assert_apply (draft, change);
  g_assert_cmpstr (mq_draft_row_table (draft, path + sizeof LIST), ==, LIST);

  g_assert_true (mq_draft_undo (draft));
  g_assert_true (mq_draft_undo (draft));
  g_assert_true (mq_draft_undo (draft));
  g_assert_true (mq_draft_undo (draft));
  assert_rows (draft, LIST, "p-one p-two a");
  g_assert_true (mq_draft_redo (draft));
  g_assert_true (mq_draft_redo (draft));
  assert_rows (draft, LIST, "b p-one c p-two a");
  g_assert_true (mq_draft_redo (draft));
  g_assert_cmpstr (mq_draft_value (draft, LIST "/a/name"), ==, "A");
}

static void
test_remove (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  g_autofree char *before = NULL, *after = NULL;

  assert_set (draft, "main/lead", "p-one");
  before = fixture_text (draft);
  assert_apply (draft, mq_change_remove_row (LIST "/p-one"));
  assert_rows (draft, LIST, "p-two");
  g_assert_null (mq_draft_value (draft, LIST "/p-one/name"));
  g_assert_null (mq_draft_row_table (draft, "p-one"));
  /* what refers to it keeps the id */
  g_assert_cmpstr (mq_draft_value (draft, "main/lead"), ==, "p-one");
  assert_apply (draft, mq_change_remove_row (LIST "/p-two"));
  assert_rows (draft, LIST, "");

  /* the id is free again */
  assert_apply (draft, mq_change_insert_row (LIST, "p-one", 0));
  g_assert_null (mq_draft_value (draft, LIST "/p-one/name"));
  g_assert_true (mq_draft_undo (draft));
  g_assert_true (mq_draft_undo (draft));
  g_assert_true (mq_draft_undo (draft));
  g_assert_cmpstr (mq_draft_value (draft, LIST "/p-one/name"), ==, "One");
  after = fixture_text (draft);
  g_assert_cmpstr (before, ==, after);
}

static void
test_move (void)
{
  static const struct { const char *row; int at; const char *after; } cases[] = {
    { LIST "/a", 0, "a p-one p-two b" },
    { LIST "/a", 1, "p-one a p-two b" },
    { LIST "/a", 3, "p-one p-two b a" },
    { LIST "/a", -1, "p-one p-two b a" },
    { LIST "/p-one", 1, "p-two p-one a b" },
    { LIST "/p-one", 3, "p-two a b p-one" },
    { LIST "/b", 0, "b p-one p-two a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = fixture_draft ();
      g_autofree char *before = NULL, *after = NULL;

      assert_apply (draft, mq_change_insert_row (LIST, "a", -1));
      assert_apply (draft, mq_change_insert_row (LIST, "b", -1));
      before = fixture_text (draft);
      assert_apply (draft, mq_change_move_row (cases[i].row, cases[i].at));
      assert_rows (draft, LIST, cases[i].after);
      g_assert_true (mq_draft_undo (draft));
      after = fixture_text (draft);
      g_assert_cmpstr (before, ==, after);
      g_assert_true (mq_draft_redo (draft));
      assert_rows (draft, LIST, cases[i].after);
    }
}

/* What is there already makes no step. */
static void
test_nothing (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();

  assert_set (draft, "main/currency", "EGP");
  assert_set (draft, "main/title", "");
  assert_set (draft, "main/title", NULL);
  assert_apply (draft, mq_change_move_row (LIST "/p-one", 0));
  assert_apply (draft, mq_change_move_row (LIST "/p-two", -1));
  g_assert_null (mq_draft_undo_label (draft));
  g_assert_cmpuint (mq_draft_revision (draft), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();

  assert_refused (draft, mq_change_set ("main/day", "soon"), MQ_PROBLEM_NOT_A_DATE);
  assert_refused (draft, mq_change_set (LIST "/nobody/name", "x"), MQ_PROBLEM_UNKNOWN_PATH);

  assert_refused (draft, mq_change_insert_row ("main/title", NULL, -1), MQ_PROBLEM_UNKNOWN_PATH);
  assert_refused (draft, mq_change_insert_row ("no/table", NULL, -1), MQ_PROBLEM_UNKNOWN_PATH);
  assert_refused (draft, mq_change_insert_row (LIST, "p-one", -1), MQ_PROBLEM_DUPLICATE_ID);
  assert_refused (draft, mq_change_insert_row (LIST, "art-1", -1), MQ_PROBLEM_DUPLICATE_ID);
  assert_refused (draft, mq_change_insert_row (LIST, "1", -1), MQ_PROBLEM_NOT_A_ROW);
  assert_refused (draft, mq_change_insert_row (LIST, "a b", -1), MQ_PROBLEM_NOT_A_ROW);
  assert_refused (draft, mq_change_insert_row (LIST, "", -1), MQ_PROBLEM_NOT_A_ROW);
  assert_refused (draft, mq_change_insert_row (LIST, NULL, 3), MQ_PROBLEM_OUT_OF_RANGE);
  assert_refused (draft, mq_change_insert_row (LIST, NULL, -2), MQ_PROBLEM_OUT_OF_RANGE);
  assert_apply (draft, mq_change_insert_row ("main/fx", NULL, -1));
  assert_apply (draft, mq_change_insert_row ("main/fx", NULL, -1));
  assert_refused (draft, mq_change_insert_row ("main/fx", NULL, -1), MQ_PROBLEM_TOO_MANY_ROWS);

  assert_refused (draft, mq_change_remove_row (LIST "/nobody"), MQ_PROBLEM_UNKNOWN_PATH);
  assert_refused (draft, mq_change_remove_row (LIST), MQ_PROBLEM_UNKNOWN_PATH);
  assert_refused (draft, mq_change_remove_row (LIST "/p-one/name"), MQ_PROBLEM_UNKNOWN_PATH);
  assert_refused (draft, mq_change_remove_row (STEPS "/p-one"), MQ_PROBLEM_UNKNOWN_PATH);
  assert_refused (draft, mq_change_remove_row ("nothing"), MQ_PROBLEM_UNKNOWN_PATH);
  assert_refused (draft, mq_change_move_row (LIST "/p-one", 2), MQ_PROBLEM_OUT_OF_RANGE);
  assert_refused (draft, mq_change_move_row (LIST "/p-one", -3), MQ_PROBLEM_OUT_OF_RANGE);
}

static void
test_fixed (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();

  assert_refused (draft, mq_change_insert_row ("people/years", NULL, -1), MQ_PROBLEM_READ_ONLY);
  assert_refused (draft, mq_change_remove_row ("people/years/year-one"), MQ_PROBLEM_READ_ONLY);
  assert_refused (draft, mq_change_move_row ("people/years/year-one", 1), MQ_PROBLEM_READ_ONLY);

  /* a table that may be extended, after its fixed rows */
  assert_refused (draft, mq_change_insert_row (STEPS, NULL, 1), MQ_PROBLEM_READ_ONLY);
  assert_apply (draft, mq_change_insert_row (STEPS, "x", -1));
  assert_apply (draft, mq_change_insert_row (STEPS, "y", 2));
  assert_rows (draft, STEPS, "step-first step-second y x");
  assert_apply (draft, mq_change_move_row (STEPS "/x", 2));
  assert_refused (draft, mq_change_move_row (STEPS "/x", 1), MQ_PROBLEM_READ_ONLY);
  assert_refused (draft, mq_change_move_row (STEPS "/step-second", 3), MQ_PROBLEM_READ_ONLY);
  assert_refused (draft, mq_change_remove_row (STEPS "/step-second"), MQ_PROBLEM_READ_ONLY);
  assert_apply (draft, mq_change_remove_row (STEPS "/y"));
  assert_rows (draft, STEPS, "step-first step-second x");

  /* a computed table */
  assert_refused (draft, mq_change_insert_row ("people/mirror", NULL, -1), MQ_PROBLEM_READ_ONLY);
}

/* A problem that nobody asks for is no leak and no crash. */
static void
test_no_problem_wanted (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();

  g_assert_false (mq_draft_apply (draft, mq_change_set ("main/day", "soon"), NULL));
  g_assert_false (mq_draft_apply (draft, mq_change_set ("main/nothing", "x"), NULL));
  g_assert_false (mq_draft_apply (draft, mq_change_set (LIST "/p-one/nothing", "x"), NULL));
  g_assert_false (mq_draft_apply (draft, mq_change_set ("main/word", "<"), NULL));
  g_assert_false (mq_draft_apply (draft, mq_change_insert_row (LIST, "1", 0), NULL));
  g_assert_false (mq_draft_accepts (draft, "main/total", "1", NULL));
  g_assert_false (mq_draft_accepts (draft, "main/day", "soon", NULL));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/change/set", test_set);
  g_test_add_func ("/change/insert", test_insert);
  g_test_add_func ("/change/remove", test_remove);
  g_test_add_func ("/change/move", test_move);
  g_test_add_func ("/change/nothing", test_nothing);
  g_test_add_func ("/change/refused", test_refused);
  g_test_add_func ("/change/fixed", test_fixed);
  g_test_add_func ("/change/no-problem-wanted", test_no_problem_wanted);

  return g_test_run ();
}
