/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mq-check.h"
#include "text-fixture.h"

/* the finding with @code at @path; NULL: there is none */
static const MqProblem *
find (GPtrArray *findings, MqProblemCode code, const char *path)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const MqProblem *finding = g_ptr_array_index (findings, i);

      if (finding->code == code && g_strcmp0 (finding->path, path) == 0)
        return finding;
    }
  return NULL;
}

typedef struct {
  const char *path, *value;
  MqProblemCode code;
  MqSeverity severity;
  const char *word;
  const char *mended;
} Row;

static const Row rows[] = {
  { "deal/title", "البند 1٣ و 1٤", MQ_PROBLEM_MIXED_DIGITS, MQ_SEVERITY_WARN, "1٣", "البند 13 و 14" },
  { "deal/purpose", "غرض شرکة", MQ_PROBLEM_LOOKALIKE, MQ_SEVERITY_WARN, "شرکة", "غرض شركة" },
  { "deal/goals", "أول\nرأس المــال", MQ_PROBLEM_TATWEEL, MQ_SEVERITY_ADVICE, "المــال", "أول\nرأس المال" },
  { "deal/word", "معنى\u200F <variant key=\"ga\"/> هنا", MQ_PROBLEM_DIRECTION_MARK, MQ_SEVERITY_ADVICE, "معنى",
    "معنى <variant key=\"ga\"/> هنا" },
  { "people/list/p1/name", "سلمی", MQ_PROBLEM_LOOKALIKE, MQ_SEVERITY_WARN, "سلمی", "سلمي" },
};

static void
test_facts (void)
{
  g_autoptr (MqDraft) draft = fixture_para ("نص");
  g_autoptr (GPtrArray) findings = NULL, rest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *assignment = g_strconcat (rows[i].path, "=", rows[i].value, NULL);

      fixture_set (draft, assignment);
    }
  findings = mq_check_draft (draft);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MqProblem *finding = find (findings, rows[i].code, rows[i].path);

      g_assert_nonnull (finding);
      g_assert_cmpint (finding->severity, ==, rows[i].severity);
      g_assert_cmpstr (finding->subject, ==, rows[i].word);
    }

  /* one step mends them all, and is taken back as one */
  g_assert_cmpuint (mq_check_mend (draft, "mend"), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (mq_draft_value (draft, rows[i].path), ==, rows[i].mended);
  rest = mq_check_draft (draft);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_null (find (rest, rows[i].code, rows[i].path));
  g_assert_cmpuint (mq_check_mend (draft, NULL), ==, 0);
  g_assert_cmpstr (mq_draft_undo_label (draft), ==, "mend");
  g_assert_true (mq_draft_undo (draft));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (mq_draft_value (draft, rows[i].path), ==, rows[i].value);
}

static void
test_body (void)
{
  g_autoptr (MqDraft) draft = fixture_para ("تدفع الشرکة <term ref=\"t-1\">المبلــغ</term> خلال "
                                            "<number xml:id=\"n1\">5</number> أيام");
  g_autoptr (GPtrArray) findings = mq_check_draft (draft);

  g_assert_cmpstr (find (findings, MQ_PROBLEM_LOOKALIKE, "a-1.1")->subject, ==, "الشرکة");
  g_assert_cmpstr (find (findings, MQ_PROBLEM_TATWEEL, "a-1.1")->subject, ==, "المبلــغ");
  g_assert_null (find (findings, MQ_PROBLEM_MIXED_DIGITS, "a-1.1"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/typing/facts", test_facts);
  g_test_add_func ("/typing/body", test_body);

  return g_test_run ();
}
