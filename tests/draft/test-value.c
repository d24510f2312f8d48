/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-fixture.h"

#include <string.h>

#define OK MQ_N_PROBLEMS

/* What may stand where.  What is taken must be readable from a file. */
static void
test_values (void)
{
  static const struct { const char *path, *value; int code; const char *detail; } cases[] = {
    { "main/title", "عنوان", OK },
    { "main/title", "0123456789", OK },
    { "main/title", "٠١٢٣٤٥٦٧٨٩", OK },
    { "main/title", "01234567890", MQ_PROBLEM_TOO_LONG, "10" },
    { "main/title", "a\nb", MQ_PROBLEM_NOT_ONE_LINE },
    { "main/title", "a\u2028b", MQ_PROBLEM_NOT_ONE_LINE },
    { "main/title", "a\rb", MQ_PROBLEM_BAD_CHARACTER },
    { "main/title", "a\x01", MQ_PROBLEM_BAD_CHARACTER },
    { "main/title", "a\x7f", MQ_PROBLEM_BAD_CHARACTER },
    { "main/title", "\uffff", MQ_PROBLEM_BAD_CHARACTER },
    { "main/title", "\xff", MQ_PROBLEM_BAD_CHARACTER },
    { "main/title", "\xed\xa0\x80", MQ_PROBLEM_BAD_CHARACTER },
    { "main/title", "a & <b>]]>", OK },
    { "main/title", "", OK },
    { "main/code", "12.5", OK },
    { "main/code", "12", MQ_PROBLEM_PATTERN },
    { "main/code", "12.5 ", MQ_PROBLEM_PATTERN },
    { "main/summary", "one paragraph, however long it is", OK },
    { "main/summary", "two\nparagraphs", MQ_PROBLEM_NOT_ONE_LINE },
    { "main/reasons", "two\nparagraphs", OK },
    { "main/goals", "1\n2\n3", OK },
    { "main/goals", "\n1\n\n2\n3\n", OK },
    { "main/goals", "1\n2\n3\n4", MQ_PROBLEM_TOO_MANY_ROWS, "3" },
    { "main/currency", "IQD", OK },
    { "main/currency", "USD", MQ_PROBLEM_NOT_A_CHOICE },
    { "main/currency", "iqd", MQ_PROBLEM_NOT_A_CHOICE },
    { "main/amount", "10.25", OK },
    { "main/amount", "10.250", OK },
    { "main/amount", "10.255", MQ_PROBLEM_TOO_MANY_DECIMALS },
    { "main/amount", "0", MQ_PROBLEM_OUT_OF_RANGE, "> 0" },
    { "main/amount", "-1", MQ_PROBLEM_OUT_OF_RANGE, "> 0" },
    { "main/amount", "1,5", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "main/amount", "1e3", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "main/amount", "+1", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "main/amount", ".5", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "main/amount", "5.", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "main/amount", " 5", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "main/amount", "١٢", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "main/amount", "9007199254740993.01", OK },
    { "main/amount", "123456789012345678901234567890", OK },
    { "main/amount", "1234567890123456789012345678901", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "main/share", "100", OK },
    { "main/share", "33.333333", OK },
    { "main/share", "100.01", MQ_PROBLEM_OUT_OF_RANGE, "0–100" },
    { "main/share", "-0.01", MQ_PROBLEM_OUT_OF_RANGE, "0–100" },
    { "main/limit", "250", OK },
    { "main/limit", "-1", MQ_PROBLEM_OUT_OF_RANGE, "≥ 0" },
    { "main/count", "-3", OK },
    { "main/count", "13", MQ_PROBLEM_OUT_OF_RANGE, "-3–12" },
    { "main/count", "1.0", MQ_PROBLEM_NOT_A_NUMBER },
    { "main/big", "9223372036854775807", OK },
    { "main/big", "-9223372036854775808", OK },
    { "main/big", "9223372036854775808", MQ_PROBLEM_NOT_A_NUMBER },
    { "main/big", "00000000000000000000001", MQ_PROBLEM_NOT_A_NUMBER },
    { "main/ratio", "-5.125", OK },
    { "main/ratio", "1.0000001", MQ_PROBLEM_OUT_OF_RANGE, "≤ 1" },
    { "main/day", "2024-02-29", OK },
    { "main/day", "2026-02-29", MQ_PROBLEM_NOT_A_DATE },
    { "main/day", "29/02/2024", MQ_PROBLEM_NOT_A_DATE },
    { "main/yearly", "--02-29", OK },
    { "main/yearly", "--02-30", MQ_PROBLEM_NOT_A_DATE },
    { "main/yearly", "02-28", MQ_PROBLEM_NOT_A_DATE },
    { "main/agreed", "true", OK },
    { "main/agreed", "yes", MQ_PROBLEM_NOT_A_CHOICE },
    { "main/agreed", "1", MQ_PROBLEM_NOT_A_CHOICE },
    { "main/file", "plan.pdf", OK },
    { "main/lead", "p-one", OK },
    { "main/lead", "none", OK },
    { "main/lead", "year-one", MQ_PROBLEM_NOT_A_ROW },
    { "main/lead", "art-1", MQ_PROBLEM_NOT_A_ROW },
    { "main/lead", "gone", MQ_PROBLEM_NOT_A_ROW },
    { "main/total", "5", MQ_PROBLEM_READ_ONLY },
    { "main/total", "", MQ_PROBLEM_READ_ONLY },
    { "main/fx", "5", MQ_PROBLEM_READ_ONLY },
    { "main/nothing", "5", MQ_PROBLEM_UNKNOWN_PATH },
    { "main/word", "plain", OK },
    { "main/word", "a &amp; b", OK },
    { "main/word", "<ref to=\"gone\" case=\"gen\"/>", OK },
    { "main/word", "<term ref=\"t\">x <variant key=\"ga\"/></term>", OK },
    { "main/word", "a & b", MQ_PROBLEM_BAD_INLINE },
    { "main/word", "<ref>", MQ_PROBLEM_BAD_INLINE },
    { "main/word", "<ref/>", MQ_PROBLEM_BAD_INLINE },
    { "main/word", "<b>x</b>", MQ_PROBLEM_BAD_INLINE },
    { "main/word", "</inline><inline>", MQ_PROBLEM_BAD_INLINE },
    { "main/word", "</inline>", MQ_PROBLEM_BAD_INLINE },
    { "main/word", "<!DOCTYPE a>", MQ_PROBLEM_BAD_INLINE },
    { "main/word", "&nbsp;", MQ_PROBLEM_BAD_INLINE },
    { "main/word", "<x xmlns=\"urn:x\"/>", MQ_PROBLEM_BAD_INLINE },
    { "main/word", "<value of=\"main/nothing\"/>", MQ_PROBLEM_UNKNOWN_PATH },
    { "main/word", "<number xml:id=\"a\">1</number><number xml:id=\"a\">2</number>",
      MQ_PROBLEM_DUPLICATE_ID },
    { "main/word", "<number xml:id=\"art-1\">1</number>", MQ_PROBLEM_DUPLICATE_ID },
    { "main/word", "a\nb", MQ_PROBLEM_NOT_ONE_LINE },
    { "main/word", "a&#10;b", MQ_PROBLEM_NOT_ONE_LINE },
    { "people/list/p-one/name", "Three", OK },
    { "people/list/p-one/name", "One", OK },
    { "people/list/p-one/name", "Two", MQ_PROBLEM_NOT_UNIQUE },
    { "people/list/p-one/side", "iraq", OK },
    { "people/list/p-one/chief", "p-one", OK },
    { "people/list/p-one/part", "5", MQ_PROBLEM_READ_ONLY },
    { "people/list/p-one/sign", "x", MQ_PROBLEM_READ_ONLY },
    { "people/list/p-one/paid", "1.12345", OK },
    { "people/list/p-one", "x", MQ_PROBLEM_READ_ONLY },
    { "people/list/p-one/nothing", "x", MQ_PROBLEM_UNKNOWN_COLUMN },
    { "people/list/nobody/name", "x", MQ_PROBLEM_UNKNOWN_PATH },
    { "people/steps/step-first/name", "x", MQ_PROBLEM_READ_ONLY },
    { "people/steps/step-first/sum", "1", MQ_PROBLEM_READ_ONLY },
    { "people/steps/step-first/when", "early", OK },
    { "people/steps/step-second/name", "x", OK },
    { "people/steps/step-second/sum", "1", OK },
    { "body/art-1.n1", "45", OK },
    { "body/art-1.n1", "4.5", MQ_PROBLEM_NOT_A_NUMBER },
    { "body/art-1.n1", "-4", MQ_PROBLEM_NOT_A_NUMBER },
    { "body/art-1.n1", "", MQ_PROBLEM_NOT_A_NUMBER },
    { "body/art-1", "4", MQ_PROBLEM_UNKNOWN_PATH },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = fixture_draft ();
      g_autoptr (MqProblem) problem = NULL, refusal = NULL;
      gboolean accepted = mq_draft_accepts (draft, cases[i].path, cases[i].value, &problem);

      g_test_message ("%s = %s", cases[i].path,
                      cases[i].code == MQ_PROBLEM_BAD_CHARACTER ? "…" : cases[i].value);
      g_assert_cmpint (problem != NULL ? (int) problem->code : OK, ==, cases[i].code);
      g_assert_true (accepted == (cases[i].code == OK));
      g_assert_true (mq_draft_set (draft, cases[i].path, cases[i].value, &refusal) == accepted);
      g_assert_cmpint (refusal != NULL ? (int) refusal->code : OK, ==, cases[i].code);
      if (!accepted)
        {
          g_assert_cmpstr (problem->path, ==, cases[i].path);
          g_assert_cmpstr (refusal->path, ==, cases[i].path);
          if (cases[i].detail != NULL)
            g_assert_cmpstr (problem->detail, ==, cases[i].detail);
          g_assert_null (mq_draft_undo_label (draft));
        }
      else
        {
          g_autofree char *text = fixture_text (draft);
          g_autoptr (MqDraft) again = fixture_parse (text, &problem);

          g_assert_null (problem);
          g_assert_cmpstr (mq_draft_value (again, cases[i].path), ==, mq_draft_value (draft, cases[i].path));
        }
    }
}

/* The currency decides how many decimals there are, and an unknown one none. */
static void
test_decimals (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();

  assert_set (draft, "main/currency", "IQD");
  g_assert_true (mq_draft_accepts (draft, "main/amount", "1.125", NULL));
  g_assert_false (mq_draft_accepts (draft, "main/amount", "1.1255", NULL));
  assert_set (draft, "main/currency", "");
  g_assert_true (mq_draft_accepts (draft, "main/amount", "1.12555", NULL));

  assert_set (draft, "people/list/p-one/money", "USD");
  g_assert_true (mq_draft_accepts (draft, "people/list/p-one/paid", "1.12", NULL));
  g_assert_false (mq_draft_accepts (draft, "people/list/p-one/paid", "1.125", NULL));
}

static void
test_lists (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();

  assert_set (draft, "main/goals", "\none\n  \ntwo \n");
  g_assert_cmpstr (mq_draft_value (draft, "main/goals"), ==, "one\ntwo ");
  /* the same again is no step */
  assert_set (draft, "main/goals", "one\n\ntwo ");
  g_assert_true (mq_draft_undo (draft));
  g_assert_null (mq_draft_value (draft, "main/goals"));
  g_assert_false (mq_draft_undo (draft));
  assert_set (draft, "main/goals", "\n\n");
  g_assert_false (mq_draft_undo (draft));
}

static void
test_huge (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  g_autoptr (MqProblem) problem = NULL;
  g_autofree char *long_text = g_strnfill (6 * 1024 * 1024, 'x');

  g_assert_false (mq_draft_set (draft, "main/summary", long_text, &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_TEXT_TOO_LONG);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/value/values", test_values);
  g_test_add_func ("/value/decimals", test_decimals);
  g_test_add_func ("/value/lists", test_lists);
  g_test_add_func ("/value/huge", test_huge);

  return g_test_run ();
}
