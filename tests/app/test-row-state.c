/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of a form's row: no display is needed. */
#include <string.h>

#include "mq-row-state.h"

typedef struct
{
  MqDraft *draft;
  MqHouse house;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  MqProblem *problem = NULL;
  const MqKind *kind = mq_kind_find ("standard", &problem);

  g_assert_null (problem);
  fixture->draft = mq_draft_new (kind);
  mq_compute_attach (fixture->draft);
  mq_house_read (&fixture->house, fixture->draft);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->draft);
}

static void
set (Fixture *fixture, const char *path, const char *value)
{
  MqProblem *problem = NULL;

  if (!mq_draft_set (fixture->draft, path, value, &problem))
    g_error ("%s: %s", path, mq_problem_sentence (problem));
  mq_house_read (&fixture->house, fixture->draft);
}

static char *
add_row (Fixture *fixture, const char *table)
{
  MqChange *change = mq_change_insert_row (table, NULL, -1);
  char *path = g_strdup (mq_change_path (change));

  g_assert_true (mq_draft_apply (fixture->draft, change, NULL));
  return path;
}

/* ---- what was typed ---- */

#define TAKEN MQ_N_PROBLEMS

static const struct { const char *path, *typed, *value; MqProblemCode problem; } typed[] = {
  { "capital/authorised", "١٬٢٥٠٬٠٠٠", "1250000", TAKEN },
  { "capital/authorised", "1,250,000.5", "1250000.5", TAKEN },
  { "capital/authorised", " ٢٥٠ ", "250", TAKEN },
  { "capital/authorised", "", NULL, TAKEN },
  { "capital/authorised", "  ", NULL, TAKEN },
  { "capital/authorised", "١٢٣س", NULL, MQ_PROBLEM_NOT_AN_AMOUNT },
  { "capital/authorised", "١2", NULL, MQ_PROBLEM_MIXED_DIGITS },
  { "capital/authorised", "1.250.000", NULL, MQ_PROBLEM_NOT_AN_AMOUNT },
  { "exit/loss-pct", "٥٠٪", "50", TAKEN },
  { "exit/loss-pct", "12.5%", "12.5", TAKEN },
  { "exit/loss-pct", "١٢٠", NULL, MQ_PROBLEM_OUT_OF_RANGE },
  { "company/term", "٢٥", "25", TAKEN },
  { "company/term", "١٠٠", NULL, MQ_PROBLEM_OUT_OF_RANGE },
  { "company/term", "كثيرة", NULL, MQ_PROBLEM_NOT_A_NUMBER },
  { "cover/date", "١٧/٦/٢٠٢١", "2021-06-17", TAKEN },
  { "cover/date", "2021-06-17", "2021-06-17", TAKEN },
  /* as the row shows it, with its marks of direction */
  { "cover/date", "١٧\u200f/٦\u200f/٢٠٢١", "2021-06-17", TAKEN },
  { "cover/date", "٣١/٢/٢٠٢٦", NULL, MQ_PROBLEM_NOT_A_DATE },
  { "cover/version", "١٫٢", "1.2", TAKEN },
  { "cover/version", "1.2", "1.2", TAKEN },
  { "cover/version", "ثانية", NULL, MQ_PROBLEM_PATTERN },
  { "cover/title", "شركة دجلة والنيل ٢٠٢٦", "شركة دجلة والنيل ٢٠٢٦", TAKEN },
  { "cover/title", "سطر\nآخر", "سطر آخر", TAKEN },
};

static void
test_typed (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const MqField *field = mq_kind_field (mq_draft_kind (fixture->draft), typed[i].path);
      g_autofree char *value = NULL;
      g_autoptr (MqProblem) problem = NULL;
      gboolean taken = mq_row_read (fixture->draft, field, typed[i].path, typed[i].typed, &value, &problem);

      g_test_message ("%s ← “%s”", typed[i].path, typed[i].typed);
      g_assert_cmpint (taken, ==, typed[i].problem == TAKEN);
      g_assert_cmpstr (value, ==, typed[i].value);
      if (!taken)
        g_assert_cmpint (problem->code, ==, typed[i].problem);
      g_assert_null (mq_draft_value (fixture->draft, "capital/authorised"));     /* nothing was set */
    }
}

/* What a row shows, typed again, means the same value. */
static void
test_shown_can_be_typed (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *path, *value; } cases[] = {
    { "capital/authorised", "60000000000" }, { "capital/nominal-value", "0.125" }, { "exit/loss-pct", "33.33" },
    { "company/term", "99" }, { "cover/date", "2026-11-24" }, { "fin/year-start", "--01-01" }, { "cover/version", "10.2" },
    { "cover/hijri-shift", "-1" },
  };

  set (fixture, "capital/currency", "USD");
  for (int latin = 0; latin < 2; latin++)
    {
      set (fixture, "style/digits", latin ? "latin" : "arabic");
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          const MqField *field = mq_kind_field (mq_draft_kind (fixture->draft), cases[i].path);
          g_autofree char *shown = mq_row_text (fixture->draft, &fixture->house, field, cases[i].value);
          g_autofree char *value = NULL;

          g_test_message ("%s: %s", cases[i].path, shown);
          if (g_str_equal (cases[i].path, "capital/nominal-value"))
            set (fixture, "capital/currency", "IQD");
          g_assert_true (mq_row_read (fixture->draft, field, cases[i].path, shown, &value, NULL));
          g_assert_cmpstr (value, ==, cases[i].value);
        }
    }
}

/* ---- the state ---- */

static void
test_money_is_shown_in_words (Fixture *fixture, gconstpointer data)
{
  MqRowState state;

  set (fixture, "capital/authorised", "2500000");
  mq_row_state_read (&state, fixture->draft, &fixture->house, "capital/authorised");
  g_assert_cmpstr (state.text, ==, "٢٬٥٠٠٬٠٠٠");
  g_assert_cmpstr (state.unit, ==, NULL);
  g_assert_cmpstr (state.note, ==, NULL);
  mq_row_state_clear (&state);

  set (fixture, "capital/currency", "IQD");
  mq_row_state_read (&state, fixture->draft, &fixture->house, "capital/authorised");
  g_assert_cmpstr (state.unit, ==, "دينار عراقي");
  g_assert_cmpstr (state.note, ==, "مليونان وخمسمئة ألف دينار");
  mq_row_state_clear (&state);
}

static void
test_unit_follows_the_number (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *value, *unit; } cases[] = {
    { NULL, "سنة" }, { "1", "سنة" }, { "3", "سنوات" }, { "10", "سنوات" }, { "25", "سنة" }, { "99", "سنة" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MqRowState state;

      set (fixture, "company/term", cases[i].value);
      mq_row_state_read (&state, fixture->draft, &fixture->house, "company/term");
      g_assert_cmpstr (state.unit, ==, cases[i].unit);
      mq_row_state_clear (&state);
    }
}

static void
assert_state (Fixture *fixture, const char *path, gboolean needed, gboolean missing, gboolean read_only, gboolean hidden)
{
  MqRowState state;

  mq_row_state_read (&state, fixture->draft, &fixture->house, path);
  g_test_message ("%s", path);
  g_assert_cmpint (state.needed, ==, needed);
  g_assert_cmpint (state.missing, ==, missing);
  g_assert_cmpint (state.read_only, ==, read_only);
  g_assert_cmpint (state.hidden, ==, hidden);
  mq_row_state_clear (&state);
}

static void
test_needed_and_hidden (Fixture *fixture, gconstpointer data)
{
  assert_state (fixture, "cover/title", TRUE, TRUE, FALSE, FALSE);
  set (fixture, "cover/title", "عنوان");
  assert_state (fixture, "cover/title", TRUE, FALSE, FALSE, FALSE);
  assert_state (fixture, "cover/subject", FALSE, FALSE, FALSE, FALSE);

  /* asked for when another answer makes it so, and out of sight until then */
  assert_state (fixture, "basis/visit-to", FALSE, FALSE, FALSE, TRUE);
  set (fixture, "basis/visit-from", "2021-06-14");
  assert_state (fixture, "basis/visit-to", TRUE, TRUE, FALSE, FALSE);

  /* an answer that is hidden again is kept */
  set (fixture, "basis/visit-to", "2021-06-17");
  set (fixture, "basis/visit-from", NULL);
  assert_state (fixture, "basis/visit-to", FALSE, FALSE, FALSE, TRUE);
  g_assert_cmpstr (mq_draft_value (fixture->draft, "basis/visit-to"), ==, "2021-06-17");

  /* a table */
  assert_state (fixture, "parties/list", TRUE, TRUE, FALSE, FALSE);
  g_free (add_row (fixture, "parties/list"));
  assert_state (fixture, "parties/list", TRUE, FALSE, FALSE, FALSE);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  assert_state (fixture, "capital/shares-total", FALSE, FALSE, TRUE, FALSE);
  assert_state (fixture, "scope/fields/f-infrastructure/field", FALSE, FALSE, TRUE, FALSE);
  assert_state (fixture, "scope/fields/f-infrastructure/in-scope", TRUE, FALSE, FALSE, FALSE);
}

static void
test_label_follows_the_house (Fixture *fixture, gconstpointer data)
{
  MqRowState state;

  mq_row_state_read (&state, fixture->draft, &fixture->house, "cover/ref-no");
  g_assert_cmpstr (state.label, ==, "رقم الكتاب");
  mq_row_state_clear (&state);

  set (fixture, "style/house", "iraq");
  mq_row_state_read (&state, fixture->draft, &fixture->house, "cover/ref-no");
  g_assert_cmpstr (state.label, ==, "العدد");
  mq_row_state_clear (&state);
}

/* ---- picking ---- */

static void
test_rows_can_be_picked (Fixture *fixture, gconstpointer data)
{
  const MqField *field = mq_kind_field (mq_draft_kind (fixture->draft), "parties/reps/party");
  g_autofree char *row = add_row (fixture, "parties/list"), *name = g_strconcat (row, "/name", NULL);
  MqChoices before, after;

  mq_choices_read (&before, fixture->draft, &fixture->house, field, TRUE);
  g_assert_cmpuint (before.tokens->len, ==, 2);
  g_assert_cmpstr (before.tokens->pdata[0], ==, "");
  g_assert_cmpstr (before.tokens->pdata[1], ==, strrchr (row, '/') + 1);
  g_assert_cmpstr (before.labels->pdata[1], ==, "(unnamed)");

  set (fixture, name, "وزارة الاتصالات");
  mq_choices_read (&after, fixture->draft, &fixture->house, field, TRUE);
  g_assert_cmpstr (after.labels->pdata[1], ==, "وزارة الاتصالات");
  g_assert_false (mq_choices_equal (&before, &after));
  g_assert_true (mq_choices_equal (&after, &after));
  g_assert_cmpuint (mq_choices_find (&after, strrchr (row, '/') + 1), ==, 1);
  g_assert_cmpuint (mq_choices_find (&after, "none"), ==, G_MAXUINT);
  mq_choices_clear (&before);
  mq_choices_clear (&after);
}

static void
test_records_have_titles (Fixture *fixture, gconstpointer data)
{
  g_autofree char *row = add_row (fixture, "projects/list");
  g_autofree char *code = g_strconcat (row, "/code", NULL), *name = g_strconcat (row, "/name", NULL);
  g_autofree char *title = NULL;

  set (fixture, code, "م-١");
  set (fixture, name, "بوابة الخدمات");
  title = mq_row_title (fixture->draft, &fixture->house, row, NULL);
  g_assert_cmpstr (title, ==, "\u2068م-١\u2069 — \u2068بوابة الخدمات\u2069");
  g_free (title);
  title = mq_row_title (fixture->draft, &fixture->house, row, "name");
  g_assert_cmpstr (title, ==, "بوابة الخدمات");
}

#define ADD(name, function) g_test_add ("/row/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("typed", test_typed);
  ADD ("shown-can-be-typed", test_shown_can_be_typed);
  ADD ("money-is-shown-in-words", test_money_is_shown_in_words);
  ADD ("unit-follows-the-number", test_unit_follows_the_number);
  ADD ("needed-and-hidden", test_needed_and_hidden);
  ADD ("read-only", test_read_only);
  ADD ("label-follows-the-house", test_label_follows_the_house);
  ADD ("rows-can-be-picked", test_rows_can_be_picked);
  ADD ("records-have-titles", test_records_have_titles);

  return g_test_run ();
}
