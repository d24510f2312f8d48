/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mq-check.h"
#include "text-fixture.h"

/* ---- findings ---- */

static const char *
code_name (MqProblemCode code)
{
  switch (code)
    {
    case MQ_PROBLEM_FACT_EMPTY:
      return "empty";
    case MQ_PROBLEM_REFERENCE_TO_NOTHING:
      return "reference";
    case MQ_PROBLEM_TERM_UNDEFINED:
      return "term";
    case MQ_PROBLEM_NOT_A_ROW:
      return "row";
    case MQ_PROBLEM_NO_RATE:
      return "rate";
    case MQ_PROBLEM_REMAINDER:
      return "remainder";
    case MQ_PROBLEM_TOO_FEW_ROWS:
      return "few";
    case MQ_PROBLEM_TOO_MANY_ROWS:
      return "many";
    case MQ_PROBLEM_OUT_OF_RANGE:
      return "range";
    case MQ_PROBLEM_FORMULA:
      return "formula";
    case MQ_PROBLEM_NOT_UNIQUE:
      return "unique";
    case MQ_PROBLEM_TOO_MANY_DECIMALS:
      return "decimals";
    case MQ_PROBLEM_RULE:
      return "rule";
    default:
      return "other";
    }
}

static const char *
severity_mark (MqSeverity severity)
{
  return severity == MQ_SEVERITY_BLOCK ? "" : severity == MQ_SEVERITY_WARN ? "?" : "(?)";
}

/* "code path subject", a finding a line, all but facts that are empty; a warning has a ? behind its code */
static char *
describe (MqDraft *draft, gboolean with_empty)
{
  g_autoptr (GPtrArray) findings = mq_check_draft (draft);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MqProblem *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = mq_problem_sentence (finding);

      g_assert_nonnull (finding->path);
      g_assert_cmpuint (strlen (sentence), >, 0);
      if (finding->code != MQ_PROBLEM_FACT_EMPTY || with_empty)
        g_string_append_printf (out, "%s%s %s %s\n", code_name (finding->code),
                                severity_mark (finding->severity), finding->path, finding->subject);
    }
  return g_strdup (out->str);
}

typedef struct {
  const char *facts[9];
  const char *content;          /* of the paragraph of article a-1 */
  const char *findings;         /* without those of empty facts */
} FindingCase;

static const FindingCase finding_cases[] = {
  { { NULL }, "نص", "" },
  /* references */
  { { NULL }, "<ref to=\"a-3\" case=\"gen\"/>", "" },
  { { NULL }, "<ref to=\"gone\" case=\"gen\"/>", "reference a-1.1 gone\n" },
  { { NULL }, "<ref to=\"a-2\" case=\"gen\"/>", "reference a-1.1 a-2\n" },
  { { "deal/agreed=true" }, "<ref to=\"a-2\" case=\"gen\"/>", "" },
  { { NULL }, "<ref to=\"a-2 a-3\" case=\"gen\"/>", "" },
  { { NULL }, "<ref to=\"a-3 gone\" case=\"gen\"/>", "reference a-1.1 gone\n" },
  { { NULL }, "<ref to=\"a-1.1\" case=\"gen\"/>", "reference a-1.1 a-1.1\n" },
  { { NULL }, "<optional><ref to=\"a-2\" case=\"gen\"/></optional>", "" },
  { { NULL }, "<optional><ref to=\"gone\" case=\"gen\"/></optional>", "reference a-1.1 gone\n" },
  { { NULL }, "<ref annex=\"memo\" case=\"gen\"/>", "reference a-1.1 memo\n" },
  { { NULL }, "<optional><ref annex=\"memo\" case=\"gen\"/></optional>", "" },
  { { "annex/list/x1/kind=memo" }, "<ref annex=\"memo\" case=\"gen\"/>", "" },
  { { "deal/word=<ref to=\"gone\" case=\"gen\"/>" }, "نص", "reference deal/word gone\n" },
  { { "people/terms/t1/term=لفظ", "people/terms/t1/text=<ref to=\"gone\" case=\"gen\"/>" }, "نص",
    "reference people/terms/t1/text gone\n" },
  /* terms */
  { { NULL }, "<term ref=\"t1\">الشركة</term>", "term? a-1.1 الشركة\n" },
  { { "people/terms/t1/term=الشركة" }, "<term ref=\"t1\">الشركة</term>", "" },
  { { "people/list/p1/name=أ" }, "<term ref=\"p1\">الشركة</term>", "term? a-1.1 الشركة\n" },
  /* money */
  { { "deal/currency=IQD", "goods/list/g1/price=1", "goods/list/g1/currency=USD" }, "نص",
    "rate deal/total USD\n" },
  { { "deal/amount=10", "deal/extra=3" }, "نص", "remainder deal/parts عدد الأجزاء\n" },
  /* a currency that was chosen after the amount */
  { { "deal/amount=10.005" }, "نص", "" },
  { { "deal/amount=10.005", "deal/currency=IQD" }, "نص", "" },
  { { "deal/amount=10.005", "deal/currency=USD" }, "نص", "decimals deal/amount 10.005\n" },
  { { "goods/list/g1/price=1.5005", "goods/list/g1/currency=IQD" }, "نص",
    "decimals goods/list/g1/price 1.5005\n" },
  /* numbers of items: advice on drafting */
  { { "deal/goals=واحد" }, "نص", "few? deal/goals الأهداف\n" },
  /* rules: of facts, and of each row; unknown while a value is missing */
  { { "deal/extra=5" }, "نص", "" },
  { { "deal/amount=4", "deal/extra=2" }, "نص", "" },
  { { "deal/amount=2", "deal/extra=4" }, "نص",
    "remainder deal/parts عدد الأجزاء\nrule deal/extra الإضافة أكثر من المبلغ.\n" },
  { { "company/law-country=iraq", "deal/amount=2", "deal/extra=4" }, "نص",
    "remainder deal/parts عدد الأجزاء\nrule deal/extra الإضافة أكثر من القيمة.\n" },
  { { "goods/list/g1/pieces=0", "goods/list/g2/pieces=1", "goods/list/g3/pieces=0", "goods/list/g4/name=ملح" }, "نص",
    "rule? goods/list/g1/pieces عدد القطع صفر.\nrule? goods/list/g3/pieces عدد القطع صفر.\n" },
};

static void
test_findings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (finding_cases); i++)
    {
      const FindingCase *c = &finding_cases[i];
      g_autoptr (MqDraft) draft = fixture_para (c->content);
      g_autofree char *findings = NULL;

      mq_compute_attach (draft);
      fixture_sets (draft, c->facts);
      findings = describe (draft, FALSE);
      g_test_message ("%s", c->content);
      g_assert_cmpstr (findings, ==, c->findings);
    }
}

static MqDraft *
parse (const char *facts, const char *body)
{
  g_autofree char *text =
    g_strconcat ("<proposal xmlns=\"urn:muqtarah:proposal\" format=\"1\" kind=\"specimen\" kind-version=\"1\" "
                 "xml:lang=\"ar\" xml:id=\"d1\"><facts>", facts, "</facts><wording/><body>", body,
                 "</body></proposal>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MqProblem) problem = NULL;
  MqDraft *draft;

  fixture_kind ();
  draft = mq_draft_parse (bytes, "file", &problem);
  if (problem != NULL)
    g_test_message ("%s %s", problem->subject, problem->detail);
  g_assert_nonnull (draft);
  return draft;
}

#define BODY "<part xml:id=\"p\"><heading/><article xml:id=\"x\"><heading/><para xml:id=\"x.1\">نص</para></article></part>"

/* Values that a form would refuse come in with a file; each is told with its path. */
static void
test_values_from_files (void)
{
  static const struct { const char *facts, *findings; } cases[] = {
    { "<deal><rate>11</rate></deal>", "range deal/rate 11\n" },
    { "<deal><rate>0</rate></deal>", "range deal/rate 0\n" },
    { "<deal><goals><item>١</item><item>٢</item><item>٣</item><item>٤</item></goals></deal>",
      "many? deal/goals الأهداف\n" },
    { "<people><list><row xml:id=\"p1\"><name>أ</name></row><row xml:id=\"p2\"><name>أ</name></row></list></people>",
      "unique people/list/p1/name أ\nunique people/list/p2/name أ\n" },
    { "<deal><lead>nobody</lead></deal>", "row deal/lead nobody\n" },
    { "<deal><lead>company</lead></deal>", "" },
    { "<people><list><row xml:id=\"p1\"/></list></people><goods><list><row xml:id=\"g1\"><owner>p1</owner></row>"
      "<row xml:id=\"g2\"><owner>g1</owner></row></list></goods>", "row goods/list/g2/owner g1\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = parse (cases[i].facts, BODY);
      g_autofree char *findings = describe (draft, FALSE);

      g_test_message ("%s", cases[i].facts);
      g_assert_cmpstr (findings, ==, cases[i].findings);
    }
}

/* A row that others pick goes: each of them is told. */
static void
test_row_gone (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ("people/list/p1/name=أ", "goods/list/g1/owner=p1",
                                             "deal/lead=p1", NULL);
  g_autofree char *before = describe (draft, FALSE);
  g_autofree char *after = NULL;

  g_assert_true (mq_draft_apply (draft, mq_change_remove_row ("people/list/p1"), NULL));
  after = describe (draft, FALSE);
  g_assert_cmpstr (before, ==, "");
  g_assert_cmpstr (after, ==, "row deal/lead p1\nrow goods/list/g1/owner p1\n");
}

static void
test_bad_condition (void)
{
  g_autoptr (MqDraft) draft =
    parse ("", "<part xml:id=\"p\"><heading/><article xml:id=\"x\" when=\"deal/none = 1\"><heading/>"
           "<para xml:id=\"x.1\">نص</para></article></part>");
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
  g_autofree char *findings = describe (draft, FALSE);

  /* it prints, so that nothing is lost unseen */
  g_assert_true (mq_renderer_prints (renderer, mq_draft_by_id (draft, "x")));
  g_assert_cmpstr (findings, ==, "formula x deal/none = 1\n");
}

static void
test_empty (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ("people/list/p1/title=د.", "deal/agreed=true", NULL);
  g_autofree char *findings = NULL;

  mq_compute_attach (draft);
  findings = describe (draft, TRUE);
  g_assert_cmpstr (findings, ==,
                   "empty deal/title العنوان\n"
                   "empty deal/goals الأهداف\n"
                   "empty deal/currency العملة\n"
                   "empty deal/amount المبلغ\n"
                   "empty deal/late-fee غرامة التأخير\n"
                   "empty deal/rotation التناوب\n"
                   "empty people/list/p1/name الاسم\n"
                   "empty goods/plan/plan-income/first الأولى\n"
                   "empty goods/plan/plan-income/second الثانية\n"
                   "empty goods/plan/plan-cost/first الأولى\n"
                   "empty goods/plan/plan-cost/second الثانية\n");
}

/* Labels in findings are in the language of the interface, as those of the menu are. */
static void
test_language (void)
{
  static const struct { const char *language, *house, *label; } cases[] = {
    { "en", "joint", "Weight" }, { "ar", "joint", "الوزن" }, { "ar", "iraq", "الثقل" }, { "en", "iraq", "Weight" },
  };
  g_autofree char *outside = g_strdup (g_getenv ("LANGUAGE"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = fixture_draft ("deal/share=5", NULL);
      g_autoptr (GPtrArray) findings = NULL;
      const MqProblem *found = NULL;

      mq_draft_set (draft, "style/house", cases[i].house, NULL);
      g_setenv ("LANGUAGE", cases[i].language, TRUE);
      findings = mq_check_draft (draft);
      for (guint k = 0; k < findings->len && found == NULL; k++)
        if (g_str_equal (((const MqProblem *) g_ptr_array_index (findings, k))->path, "deal/weight"))
          found = g_ptr_array_index (findings, k);
      g_assert_nonnull (found);
      g_assert_cmpstr (found->subject, ==, cases[i].label);
    }
  if (outside != NULL)
    g_setenv ("LANGUAGE", outside, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

/* ---- what is asked for ---- */

static void
test_needed (void)
{
  static const struct { const char *fact, *path; gboolean needed, read_only; } cases[] = {
    { "deal/title=", "deal/title", TRUE, FALSE },
    { "deal/title=", "deal/note", FALSE, FALSE },
    { "deal/agreed=true", "deal/late-fee", TRUE, FALSE },
    { "deal/agreed=false", "deal/late-fee", FALSE, FALSE },
    { "deal/title=", "deal/late-fee", FALSE, FALSE },
    { "deal/title=", "deal/total", FALSE, TRUE },
    { "deal/title=", "people/list", TRUE, FALSE },
    { "goods/list/g1/due=months", "goods/list/g1/due-months", TRUE, FALSE },
    { "goods/list/g1/due=now", "goods/list/g1/due-months", FALSE, FALSE },
    { "goods/list/g1/due=now", "goods/list/g1/no", FALSE, TRUE },
    { "deal/title=", "goods/plan/plan-cost/first", TRUE, FALSE },
    { "deal/title=", "goods/plan/plan-net/first", FALSE, TRUE },
    { "deal/title=", "goods/calls/call-first/due", FALSE, TRUE },
    { "goods/calls/other/amount=1", "goods/calls/other/due", TRUE, FALSE },
    { "deal/title=", "goods/owners", FALSE, TRUE },
    { "deal/title=", "no/path", FALSE, FALSE },
    { "deal/title=", "people/list/name", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = fixture_draft (cases[i].fact, NULL);

      g_test_message ("%s with %s", cases[i].path, cases[i].fact);
      g_assert_cmpint (mq_check_needed (draft, cases[i].path), ==, cases[i].needed);
      g_assert_cmpint (mq_check_read_only (draft, cases[i].path), ==, cases[i].read_only);
    }
}

static void
test_read_only_standard (void)
{
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (MqDraft) draft = mq_draft_new (mq_kind_find ("standard", &problem));

  mq_compute_attach (draft);
  g_assert_true (mq_check_read_only (draft, "scope/fields/f-satellites/field"));
  g_assert_false (mq_check_read_only (draft, "scope/fields/f-satellites/inside"));
  fixture_set (draft, "scope/fields/more/inside=نشاط");
  g_assert_false (mq_check_read_only (draft, "scope/fields/more/field"));
  g_assert_true (mq_check_read_only (draft, "capital/calls/call-founding/amount"));
}

/* ---- completeness ---- */

static void
test_completeness (void)
{
  static const struct { const char *facts[6]; const char *group; guint needed, filled; } cases[] = {
    { { NULL }, "deal", 5, 0 },
    { { "deal/title=عنوان", "deal/currency=IQD" }, "deal", 5, 2 },
    { { "deal/agreed=true" }, "deal", 6, 0 },
    { { "deal/agreed=true", "deal/late-fee=1" }, "deal", 6, 1 },
    { { "deal/form=other" }, "deal", 6, 0 },
    /* a table that must have rows counts as one that is missing; with rows, their cells count */
    { { NULL }, "people", 1, 0 },
    { { "people/list/p1/title=د.", "people/list/p2/name=ب" }, "people", 2, 1 },
    { { "people/list/p1/name=أ" }, "people", 1, 1 },
    /* computed and given cells are not asked for */
    { { NULL }, "goods", 4, 0 },
    { { "goods/plan/plan-cost/first=1", "goods/calls/more/amount=3" }, "goods", 6, 2 },
    { { "goods/list/g1/due=months" }, "goods", 7, 1 },
    { { NULL }, "annex", 0, 0 },
    { { NULL }, "nothing", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());
      MqCompleteness completeness;

      mq_compute_attach (draft);
      fixture_sets (draft, cases[i].facts);
      completeness = mq_check_completeness (draft, cases[i].group);
      g_test_message ("%s with %s", cases[i].group, cases[i].facts[0]);
      g_assert_cmpuint (completeness.needed, ==, cases[i].needed);
      g_assert_cmpuint (completeness.filled, ==, cases[i].filled);
    }
}

/* Rows that answer a question which is not put any more, and do not print, are not asked for; an optional
 * table that prints is. */
static void
test_hidden_rows (void)
{
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (MqDraft) draft = mq_draft_new (mq_kind_find ("standard", &problem));
  MqCompleteness with, without;

  mq_compute_attach (draft);
  fixture_sets (draft, (const char *const[]) { "capital/has-inkind=true", "capital/inkind/i1/value=5",
                                               NULL });
  with = mq_check_completeness (draft, "capital");
  fixture_set (draft, "capital/has-inkind=false");
  without = mq_check_completeness (draft, "capital");
  g_assert_cmpuint (with.needed, ==, without.needed + 5);

  fixture_sets (draft, (const char *const[]) { "company/law-country=iraq", "company/branches/b1/city=البصرة",
                                               NULL });
  g_assert_cmpuint (mq_check_completeness (draft, "company").needed, ==, 8 + 4);
}

/* A question that is answered is not asked again: what is needed and empty is what the findings tell. */
static void
test_findings_agree (void)
{
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (MqDraft) draft = mq_draft_new (mq_kind_find ("standard", &problem));
  g_autoptr (GPtrArray) findings = NULL;
  guint n, missing = 0, told = 0;
  const MqGroup *const *groups = mq_kind_groups (mq_draft_kind (draft), &n);

  mq_compute_attach (draft);
  for (guint i = 0; i < n; i++)
    {
      MqCompleteness completeness = mq_check_completeness (draft, groups[i]->name);

      missing += completeness.needed - completeness.filled;
    }
  findings = mq_check_draft (draft);
  for (guint i = 0; i < findings->len; i++)
    told += ((const MqProblem *) g_ptr_array_index (findings, i))->code == MQ_PROBLEM_FACT_EMPTY;
  g_assert_cmpuint (missing, >, 50);
  g_assert_cmpuint (missing, ==, told);
  /* and a new draft has nothing else wrong with it */
  g_assert_cmpuint (findings->len, ==, told);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/check/findings", test_findings);
  g_test_add_func ("/check/values-from-files", test_values_from_files);
  g_test_add_func ("/check/row-gone", test_row_gone);
  g_test_add_func ("/check/bad-condition", test_bad_condition);
  g_test_add_func ("/check/empty", test_empty);
  g_test_add_func ("/check/language", test_language);
  g_test_add_func ("/check/needed", test_needed);
  g_test_add_func ("/check/read-only-standard", test_read_only_standard);
  g_test_add_func ("/check/completeness", test_completeness);
  g_test_add_func ("/check/hidden-rows", test_hidden_rows);
  g_test_add_func ("/check/findings-agree", test_findings_agree);
  return g_test_run ();
}
