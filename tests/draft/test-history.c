/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-fixture.h"

#include "mq-history.h"

#include <string.h>

/* ---- what observers hear ---- */

typedef struct {
  guint n;
  char *last;      /* paths of the last step, sorted, parted by spaces */
  gboolean rows;
} Heard;

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
on_changed (MqDraft *draft, const MqChanges *changes, gpointer data)
{
  Heard *heard = data;
  g_autoptr (GPtrArray) paths = g_ptr_array_copy (changes->paths, NULL, NULL);

  g_ptr_array_sort (paths, compare);
  g_ptr_array_add (paths, NULL);
  g_free (heard->last);
  heard->last = g_strjoinv (" ", (char **) paths->pdata);
  heard->rows = changes->rows;
  heard->n++;
}

static MqDraft *
heard_draft (Heard *heard)
{
  MqDraft *draft = fixture_draft ();

  *heard = (Heard) { 0 };
  g_signal_connect (draft, "changed", G_CALLBACK (on_changed), heard);

  return draft;
}

static void
test_signal (void)
{
  Heard heard;
  g_autoptr (MqDraft) draft = heard_draft (&heard);

  assert_set (draft, "main/title", "a");
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_cmpstr (heard.last, ==, "main/title");
  g_assert_false (heard.rows);
  g_assert_cmpuint (mq_draft_revision (draft), ==, 1);

  mq_draft_begin (draft, NULL, NULL);
  assert_set (draft, "main/title", "b");
  assert_set (draft, "main/title", "c");
  assert_set (draft, "people/list/p-one/name", "N");
  assert_apply (draft, mq_change_insert_row ("people/list", "x", -1));
  g_assert_cmpuint (heard.n, ==, 1);
  mq_draft_end (draft);
  g_assert_cmpuint (heard.n, ==, 2);
  g_assert_cmpstr (heard.last, ==, "main/title people/list people/list/p-one/name");
  g_assert_true (heard.rows);
  g_assert_cmpuint (mq_draft_revision (draft), ==, 2);

  mq_draft_undo (draft);
  g_assert_cmpuint (heard.n, ==, 3);
  g_assert_cmpstr (heard.last, ==, "main/title people/list people/list/p-one/name");
  mq_draft_redo (draft);
  g_assert_cmpuint (heard.n, ==, 4);
  g_assert_cmpuint (mq_draft_revision (draft), ==, 4);

  /* nothing happened, nothing is said */
  assert_set (draft, "main/title", "c");
  g_assert_false (mq_draft_set (draft, "main/day", "soon", NULL));
  mq_draft_begin (draft, NULL, NULL);
  mq_draft_end (draft);
  mq_draft_begin (draft, NULL, NULL);
  assert_set (draft, "main/title", "d");
  mq_draft_abandon (draft);
  g_assert_false (mq_draft_redo (draft));
  g_assert_cmpuint (heard.n, ==, 4);
  g_assert_cmpuint (mq_draft_revision (draft), ==, 4);
  g_free (heard.last);
}

static void
test_state (void)
{
  Heard heard;
  g_autoptr (MqDraft) draft = heard_draft (&heard);
  guint64 first = mq_draft_state (draft), second;

  assert_set (draft, "main/title", "a");
  second = mq_draft_state (draft);
  g_assert_cmpuint (second, !=, first);
  mq_draft_undo (draft);
  g_assert_cmpuint (mq_draft_state (draft), ==, first);
  mq_draft_redo (draft);
  g_assert_cmpuint (mq_draft_state (draft), ==, second);

  /* another way from the same place leads to another number */
  mq_draft_undo (draft);
  assert_set (draft, "main/title", "b");
  g_assert_cmpuint (mq_draft_state (draft), !=, second);
  g_assert_cmpuint (mq_draft_state (draft), !=, first);
  g_free (heard.last);
}

static void
test_touch (void)
{
  static const struct { const char *changed, *pattern; gboolean touched; } cases[] = {
    { "main/title", "main/title", TRUE },
    { "main/title", "main", TRUE },
    { "main/title", "main/titles", FALSE },
    { "main/title", "main/titl", FALSE },
    { "main/title", "mai", FALSE },
    { "main/title", "people", FALSE },
    { "main/title", "main/title/x", TRUE }, /* harmless: a fact has nothing below it */
    { "t/list/r1/cash", "t/list/cash", TRUE },
    { "t/list/r1/cash", "t/list", TRUE },
    { "t/list/r1/cash", "t", TRUE },
    { "t/list/r1/cash", "t/list/name", FALSE },
    { "t/list/r1/cash", "t/list/cas", FALSE },
    { "t/list/r1/cash", "t/list/r1/cash", TRUE },
    { "t/list/r1/cash", "t/list/r2/cash", FALSE },
    { "t/list/r1/cash", "t/other/cash", FALSE },
    { "t/list", "t/list/cash", TRUE },
    { "t/list", "t/lists/cash", FALSE },
    { "t/list", "t/list", TRUE },
    { "t/list", "t/other", FALSE },
    { "body/art-1.n1", "body/art-1.n1", TRUE },
    { "body/art-1.n1", "body/art-1", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MqChanges changes = { g_ptr_array_new (), FALSE };

      g_ptr_array_add (changes.paths, (gpointer) cases[i].changed);
      g_test_message ("%s %s", cases[i].changed, cases[i].pattern);
      g_assert_cmpint (mq_changes_touch (&changes, cases[i].pattern), ==, cases[i].touched);
      g_ptr_array_unref (changes.paths);
    }
  g_assert_true (mq_changes_touch (NULL, "main/title"));
}

/* ---- steps ---- */

static void
test_steps (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();

  mq_draft_begin (draft, "Everything", NULL);
  assert_set (draft, "main/title", "a");
  mq_draft_begin (draft, "not shown", NULL);
  assert_set (draft, "main/count", "5");
  mq_draft_end (draft);
  assert_set (draft, "main/title", "b");
  g_assert_null (mq_draft_undo_label (draft));
  mq_draft_end (draft);

  g_assert_cmpstr (mq_draft_undo_label (draft), ==, "Everything");
  g_assert_cmpstr (mq_draft_undo_path (draft), ==, "main/title");
  g_assert_true (mq_draft_undo (draft));
  g_assert_null (mq_draft_value (draft, "main/title"));
  g_assert_null (mq_draft_value (draft, "main/count"));
  g_assert_false (mq_draft_undo (draft));
  g_assert_cmpstr (mq_draft_redo_label (draft), ==, "Everything");
  g_assert_cmpstr (mq_draft_redo_path (draft), ==, "main/title");
  g_assert_true (mq_draft_redo (draft));
  g_assert_cmpstr (mq_draft_value (draft, "main/title"), ==, "b");

  /* a new step takes the place of what was undone */
  mq_draft_undo (draft);
  assert_set (draft, "main/big", "1");
  g_assert_null (mq_draft_redo_label (draft));
  g_assert_false (mq_draft_redo (draft));
}

static void
test_abandon (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  g_autofree char *before = fixture_text (draft), *after = NULL;

  mq_draft_begin (draft, NULL, NULL);
  assert_set (draft, "main/title", "a");
  assert_apply (draft, mq_change_insert_row ("people/list", "x", 0));
  assert_set (draft, "people/list/x/name", "X");
  assert_apply (draft, mq_change_move_row ("people/list/x", 2));
  assert_apply (draft, mq_change_remove_row ("people/list/p-one"));
  assert_set (draft, "main/title", "b");
  mq_draft_abandon (draft);
  after = fixture_text (draft);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (mq_draft_undo_label (draft));

  /* an inner one goes back as far as it was begun */
  mq_draft_begin (draft, NULL, NULL);
  assert_set (draft, "main/title", "a");
  mq_draft_begin (draft, NULL, NULL);
  assert_set (draft, "main/title", "b");
  assert_set (draft, "main/count", "1");
  mq_draft_abandon (draft);
  mq_draft_end (draft);
  g_assert_cmpstr (mq_draft_value (draft, "main/title"), ==, "a");
  g_assert_null (mq_draft_value (draft, "main/count"));
  g_assert_true (mq_draft_undo (draft));
  g_assert_null (mq_draft_value (draft, "main/title"));
}

static void
test_labels (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();

  assert_set (draft, "main/title", "a");
  g_assert_cmpstr (mq_draft_undo_label (draft), ==, "Change of “Title”");
  /* without an English label */
  assert_set (draft, "main/count", "1");
  g_assert_cmpstr (mq_draft_undo_label (draft), ==, "Change of “العدد”");
  assert_set (draft, "people/list/p-one/name", "X");
  g_assert_cmpstr (mq_draft_undo_label (draft), ==, "Change of “Name”");
  assert_set (draft, "body/art-1.n1", "4");
  g_assert_cmpstr (mq_draft_undo_label (draft), ==, "Change of “Number of a clause”");
  g_assert_cmpstr (mq_draft_undo_path (draft), ==, "body/art-1.n1");
  assert_apply (draft, mq_change_insert_row ("people/list", "x", -1));
  g_assert_cmpstr (mq_draft_undo_label (draft), ==, "Addition of a row to “List of people”");
  g_assert_cmpstr (mq_draft_undo_path (draft), ==, "people/list/x");
  assert_apply (draft, mq_change_move_row ("people/list/x", 0));
  g_assert_cmpstr (mq_draft_undo_label (draft), ==, "Move of a row in “List of people”");
  assert_apply (draft, mq_change_remove_row ("people/list/x"));
  g_assert_cmpstr (mq_draft_undo_label (draft), ==, "Removal of a row from “List of people”");
}

/* ---- bursts ---- */

static gint64 now;

static gint64
test_clock (void)
{
  return now;
}

static void
type (MqDraft *draft, const char *path, const char *value, const char *key, int after_ms)
{
  now += after_ms * 1000;
  mq_draft_begin (draft, NULL, key);
  assert_set (draft, path, value);
  mq_draft_end (draft);
}

static void
test_bursts (void)
{
  Heard heard;
  g_autoptr (MqDraft) draft = heard_draft (&heard);

  mq_history_set_clock (test_clock);

  type (draft, "main/title", "a", "k", 0);
  type (draft, "main/title", "ab", "k", 1500);
  type (draft, "main/title", "abc", "k", 1400);
  g_assert_cmpuint (heard.n, ==, 3);
  type (draft, "main/title", "abcd", "k", 1501);
  g_assert_true (mq_draft_undo (draft));
  g_assert_cmpstr (mq_draft_value (draft, "main/title"), ==, "abc");
  g_assert_true (mq_draft_undo (draft));
  g_assert_null (mq_draft_value (draft, "main/title"));
  g_assert_false (mq_draft_undo (draft));
  g_assert_true (mq_draft_redo (draft));
  g_assert_cmpstr (mq_draft_value (draft, "main/title"), ==, "abc");

  /* after undo or redo typing is a new step, and so it is after the field was left, or with another key */
  type (draft, "main/title", "abcx", "k", 1);
  mq_draft_undo (draft);
  g_assert_cmpstr (mq_draft_value (draft, "main/title"), ==, "abc");
  type (draft, "main/title", "1", "k", 1);
  mq_draft_end_burst (draft);
  type (draft, "main/title", "2", "k", 1);
  type (draft, "main/title", "3", "l", 1);
  type (draft, "main/title", "4", NULL, 1);
  type (draft, "main/title", "5", NULL, 1);
  for (char expected[2] = "4"; *expected >= '1'; (*expected)--)
    {
      g_assert_true (mq_draft_undo (draft));
      g_assert_cmpstr (mq_draft_value (draft, "main/title"), ==, expected);
    }

  /* the step that undo leaves last is not typed on */
  mq_draft_end_burst (draft);
  type (draft, "main/title", "x", "k", 1);
  type (draft, "main/count", "7", "l", 1);
  g_assert_true (mq_draft_undo (draft));
  type (draft, "main/title", "xy", "k", 1);
  g_assert_true (mq_draft_undo (draft));
  g_assert_cmpstr (mq_draft_value (draft, "main/title"), ==, "x");

  mq_history_set_clock (NULL);
  g_free (heard.last);
}

/* Two rows that had the same id, one after the other, are two rows. */
static void
test_row_again (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  g_autofree char *before = fixture_text (draft), *after = NULL, *text = NULL;

  mq_draft_begin (draft, NULL, NULL);
  assert_set (draft, "people/list/p-one/name", "first");
  assert_apply (draft, mq_change_remove_row ("people/list/p-one"));
  assert_apply (draft, mq_change_insert_row ("people/list", "p-one", -1));
  assert_set (draft, "people/list/p-one/name", "second");
  mq_draft_end (draft);
  after = fixture_text (draft);
  g_assert_true (mq_draft_undo (draft));
  text = fixture_text (draft);
  g_assert_cmpstr (text, ==, before);
  g_assert_true (mq_draft_redo (draft));
  g_assert_cmpstr (mq_draft_value (draft, "people/list/p-one/name"), ==, "second");
  g_free (text);
  text = fixture_text (draft);
  g_assert_cmpstr (text, ==, after);
}

/* What was typed and deleted again is no step. */
static void
test_burst_to_nothing (void)
{
  Heard heard;
  g_autoptr (MqDraft) draft = heard_draft (&heard);

  mq_history_set_clock (test_clock);
  type (draft, "main/count", "1", NULL, 0);
  type (draft, "main/title", "a", "k", 1);
  type (draft, "main/title", "ab", "k", 1);
  type (draft, "main/title", "", "k", 1);
  g_assert_cmpuint (heard.n, ==, 4);
  g_assert_cmpstr (mq_draft_undo_path (draft), ==, "main/count");

  /* but rows that came and went within one are kept in order */
  mq_draft_begin (draft, NULL, "k");
  assert_apply (draft, mq_change_insert_row ("people/list", "x", 0));
  assert_set (draft, "people/list/x/name", "1");
  assert_set (draft, "people/list/x/name", "2");
  assert_set (draft, "people/list/p-one/name", "P");
  assert_apply (draft, mq_change_remove_row ("people/list/x"));
  assert_set (draft, "people/list/p-one/name", "One");
  mq_draft_end (draft);
  g_assert_cmpstr (mq_draft_undo_path (draft), ==, "people/list/x");
  g_assert_true (mq_draft_undo (draft));
  g_assert_cmpstr (mq_draft_value (draft, "people/list/p-one/name"), ==, "One");
  g_assert_true (mq_draft_redo (draft));
  g_assert_cmpstr (mq_draft_value (draft, "people/list/p-one/name"), ==, "One");
  mq_history_set_clock (NULL);
  g_free (heard.last);
}

/* ---- settlers ---- */

/* Adds up what is paid, counts its runs, and mirrors the rows. */
static void
settle (MqDraft *draft, const MqChanges *changes, gpointer data)
{
  g_autofree const char **rows = mq_draft_rows (draft, "people/list", NULL);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sum_text = NULL;
  gint64 sum = 0;

  ++*(int *) data;
  if (!mq_changes_touch (changes, "people/list/paid"))
    return;
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("people/list/%s/paid", rows[i]);
      const char *paid = mq_draft_value (draft, path);

      sum += paid != NULL ? g_ascii_strtoll (paid, NULL, 10) : 0;
      g_ptr_array_add (mirror, g_strdup_printf ("mirror-%s", rows[i]));
    }
  sum_text = sum != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, sum) : NULL;
  mq_draft_settle_value (draft, "main/total", sum_text);
  mq_draft_settle_rows (draft, "people/mirror", (const char *const *) mirror->pdata, mirror->len);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("people/mirror/mirror-%s/name", rows[i]);

      mq_draft_settle_value (draft, path, rows[i]);
    }
}

static void
test_settler (void)
{
  Heard heard;
  g_autoptr (MqDraft) draft = heard_draft (&heard);
  g_autofree char *start = NULL, *end = NULL, *again = NULL, *rows = NULL;
  int runs = 0;

  mq_draft_set_settler (draft, settle, &runs, NULL);
  mq_draft_settle (draft);
  g_assert_cmpint (runs, ==, 1);
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_null (mq_draft_undo_label (draft));
  rows = fixture_rows (draft, "people/mirror");
  g_assert_cmpstr (rows, ==, "mirror-p-one mirror-p-two");
  g_assert_cmpstr (mq_draft_value (draft, "people/mirror/mirror-p-two/name"), ==, "p-two");
  mq_draft_settle (draft);
  g_assert_cmpuint (heard.n, ==, 1);
  start = fixture_text (draft);

  assert_set (draft, "people/list/p-one/paid", "5");
  g_assert_cmpint (runs, ==, 3);
  g_assert_cmpstr (heard.last, ==, "main/total people/list/p-one/paid");
  g_assert_cmpstr (mq_draft_value (draft, "main/total"), ==, "5");
  assert_set (draft, "people/mirror/mirror-p-one/own", "kept");
  assert_apply (draft, mq_change_insert_row ("people/list", "x", 0));
  g_assert_cmpstr (heard.last, ==, "people/list people/mirror people/mirror/mirror-x/name");
  g_free (rows);
  rows = fixture_rows (draft, "people/mirror");
  g_assert_cmpstr (rows, ==, "mirror-x mirror-p-one mirror-p-two");
  assert_set (draft, "people/list/x/paid", "7");
  assert_apply (draft, mq_change_move_row ("people/list/p-one", 0));
  g_free (rows);
  rows = fixture_rows (draft, "people/mirror");
  g_assert_cmpstr (rows, ==, "mirror-p-one mirror-x mirror-p-two");
  assert_apply (draft, mq_change_remove_row ("people/list/x"));
  g_assert_cmpstr (mq_draft_value (draft, "main/total"), ==, "5");
  g_assert_cmpstr (mq_draft_value (draft, "people/mirror/mirror-p-one/own"), ==, "kept");
  end = fixture_text (draft);

  /* back and forth without the settler */
  runs = 0;
  while (mq_draft_undo (draft))
    continue;
  again = fixture_text (draft);
  g_assert_cmpstr (start, ==, again);
  while (mq_draft_redo (draft))
    continue;
  g_free (again);
  again = fixture_text (draft);
  g_assert_cmpstr (end, ==, again);
  g_assert_cmpint (runs, ==, 0);
  g_free (heard.last);
}

static void
test_settle_forgets (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  int runs = 0;

  assert_set (draft, "people/list/p-one/paid", "5");
  mq_draft_set_settler (draft, settle, &runs, NULL);
  mq_draft_settle (draft);
  g_assert_null (mq_draft_undo_label (draft));
  g_assert_false (mq_draft_undo (draft));
}

static void
count_destroy (gpointer data)
{
  ++*(int *) data;
}

static void
test_settler_is_freed (void)
{
  MqDraft *draft = fixture_draft ();
  int first = 0, second = 0;

  mq_draft_set_settler (draft, settle, &first, count_destroy);
  mq_draft_set_settler (draft, settle, &second, count_destroy);
  g_assert_cmpint (first, ==, 1);
  g_assert_finalize_object (draft);
  g_assert_cmpint (second, ==, 1);
}

/* A draft may go while steps are open and rows are taken out. */
static void
test_finalize (void)
{
  MqDraft *draft = fixture_draft ();

  assert_apply (draft, mq_change_remove_row ("people/list/p-one"));
  assert_apply (draft, mq_change_insert_row ("people/list", "x", 0));
  mq_draft_undo (draft);
  mq_draft_begin (draft, NULL, NULL);
  assert_apply (draft, mq_change_remove_row ("people/list/p-two"));
  g_assert_finalize_object (draft);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/history/signal", test_signal);
  g_test_add_func ("/history/state", test_state);
  g_test_add_func ("/history/touch", test_touch);
  g_test_add_func ("/history/steps", test_steps);
  g_test_add_func ("/history/abandon", test_abandon);
  g_test_add_func ("/history/labels", test_labels);
  g_test_add_func ("/history/bursts", test_bursts);
  g_test_add_func ("/history/row-again", test_row_again);
  g_test_add_func ("/history/burst-to-nothing", test_burst_to_nothing);
  g_test_add_func ("/history/settler", test_settler);
  g_test_add_func ("/history/settle-forgets", test_settle_forgets);
  g_test_add_func ("/history/settler-is-freed", test_settler_is_freed);
  g_test_add_func ("/history/finalize", test_finalize);

  return g_test_run ();
}
