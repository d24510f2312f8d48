/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mq-check.h"
#include "text-fixture.h"

static MqDraft *
specimen (void)
{
  MqDraft *draft = mq_draft_new (fixture_kind ());

  mq_compute_attach (draft);
  return draft;
}

static MqDraft *
standard (void)
{
  g_autoptr (MqProblem) problem = NULL;
  const MqKind *kind = mq_kind_find ("standard", &problem);
  MqDraft *draft;

  g_assert_nonnull (kind);
  draft = mq_draft_new (kind);
  mq_compute_attach (draft);
  return draft;
}

static void
expect (MqDraft *draft, const char *path, const char *value)
{
  g_test_message ("%s", path);
  g_assert_cmpstr (mq_draft_value (draft, path), ==, value);
}

/* ---- the standard proposal ---- */

static void
test_kinds_are_sound (void)
{
  static const char *const names[] = { "standard", "specimen" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MqProblem) problem = NULL;
      const MqKind *kind = mq_kind_find (names[i], &problem);
      g_autoptr (GPtrArray) problems = NULL;

      g_assert_nonnull (kind);
      problems = mq_check_kind (kind);
      for (guint p = 0; p < problems->len; p++)
        {
          const MqProblem *wrong = g_ptr_array_index (problems, p);

          g_test_message ("%s: %s: %s", wrong->path, wrong->subject, wrong->detail);
        }
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

static void
capital (MqDraft *draft, const char *const *cash, guint n)
{
  fixture_sets (draft, (const char *const[]) { "capital/currency=IQD", "capital/subscribed=1000",
                                               "capital/paid=400",
                                               "capital/nominal-value=1", NULL });
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *party = g_strdup_printf ("parties/list/party-%u/side=%s", i, i % 2 == 0
                                                ? "iraq" : "egypt");
      g_autofree char *holder = g_strdup_printf ("capital/shareholders/h-%u/party=party-%u", i, i);
      g_autofree char *amount = g_strdup_printf ("capital/shareholders/h-%u/cash=%s", i, cash[i]);

      fixture_set (draft, party);
      fixture_set (draft, holder);
      fixture_set (draft, amount);
    }
}

static void
test_capital (void)
{
  static const char *const cash[] = { "510", "490" };
  g_autoptr (MqDraft) draft = standard ();
  guint64 revision;

  capital (draft, cash, 2);
  expect (draft, "capital/shares-total", "1000");
  expect (draft, "capital/shareholders/h-0/side", "iraq");
  expect (draft, "capital/shareholders/h-0/inkind", "0");
  expect (draft, "capital/shareholders/h-0/total", "510");
  expect (draft, "capital/shareholders/h-0/shares", "510");
  expect (draft, "capital/shareholders/h-0/percent", "51");
  expect (draft, "capital/shareholders/h-1/percent", "49");
  expect (draft, "capital/iq-pct", "51");
  expect (draft, "capital/eg-pct", "49");
  expect (draft, "capital/third-pct", NULL);
  expect (draft, "capital/calls/call-founding/amount", "400");
  expect (draft, "capital/calls/call-founding/no", "1");
  expect (draft, "capital/calls/call-founding/percent", "100");

  /* one change, and all that follows it, are one step */
  revision = mq_draft_revision (draft);
  fixture_set (draft, "capital/shareholders/h-1/cash=1510");
  g_assert_cmpuint (mq_draft_revision (draft), ==, revision + 1);
  expect (draft, "capital/shareholders/h-1/shares", "1510");
  expect (draft, "capital/iq-pct", "25.25");
  expect (draft, "capital/eg-pct", "74.75");
  g_assert_true (mq_draft_undo (draft));
  expect (draft, "capital/shareholders/h-1/cash", "490");
  expect (draft, "capital/shareholders/h-1/shares", "490");
  expect (draft, "capital/shareholders/h-0/percent", "51");
  expect (draft, "capital/eg-pct", "49");
  g_assert_true (mq_draft_redo (draft));
  expect (draft, "capital/eg-pct", "74.75");

  /* a row goes, and its shares with it */
  g_assert_true (mq_draft_apply (draft, mq_change_remove_row ("capital/shareholders/h-1"), NULL));
  expect (draft, "capital/shareholders/h-0/percent", "100");
  expect (draft, "capital/eg-pct", NULL);
  g_assert_true (mq_draft_undo (draft));
  expect (draft, "capital/eg-pct", "74.75");
}

typedef struct {
  const char *cash[8];
  guint n;
  const char *percents;
} ShareCase;

static const ShareCase share_cases[] = {
  { { "1", "1", "1" }, 3, "33.34 33.33 33.33" },
  { { "1", "1", "1", "1", "1", "1", "1" }, 7, "14.29 14.29 14.29 14.29 14.28 14.28 14.28" },
  { { "1", "1", "4" }, 3, "16.67 16.67 66.66" },
  { { "2", "1" }, 2, "66.67 33.33" },
  { { "1", "2" }, 2, "33.33 66.67" },
  { { "0", "5" }, 2, "0 100" },
  { { "12000000000", "4800000000", "4000000000", "9600000000", "6000000000", "3600000001" }, 6,
    "30 12 10 24 15 9" },
  { { "333333333", "333333333", "333333334" }, 3, "33.33 33.33 33.34" },
};

static void
test_largest_remainder (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (share_cases); i++)
    {
      const ShareCase *c = &share_cases[i];
      g_autoptr (MqDraft) draft = standard ();
      g_autoptr (GString) percents = g_string_new (NULL);
      MqDecimal sum = MQ_DECIMAL_ZERO;
      g_autofree char *total = NULL;

      capital (draft, c->cash, c->n);
      for (guint r = 0; r < c->n; r++)
        {
          g_autofree char *path = g_strdup_printf ("capital/shareholders/h-%u/percent", r);
          const char *percent = mq_draft_value (draft, path);
          MqDecimal number;

          g_assert_nonnull (percent);
          g_assert_true (mq_decimal_parse (percent, &number));
          sum = mq_decimal_add (sum, number);
          g_string_append_printf (percents, "%s%s", r > 0 ? " " : "", percent);
        }
      total = mq_decimal_to_string (mq_decimal_normalize (sum));
      g_assert_cmpstr (percents->str, ==, c->percents);
      g_assert_cmpstr (total, ==, "100");
    }
}

static void
test_must_divide (void)
{
  g_autoptr (MqDraft) draft = standard ();
  g_autoptr (GPtrArray) findings = NULL;
  gboolean told = FALSE;

  fixture_sets (draft, (const char *const[]) { "capital/currency=IQD", "capital/subscribed=1000",
                                               "capital/nominal-value=3", NULL });
  expect (draft, "capital/shares-total", NULL);
  findings = mq_check_draft (draft);
  for (guint i = 0; i < findings->len; i++)
    {
      const MqProblem *finding = g_ptr_array_index (findings, i);

      told = told || (finding->code == MQ_PROBLEM_REMAINDER && g_str_equal (finding->path,
                                                                            "capital/shares-total"));
    }
  g_assert_true (told);
  fixture_set (draft, "capital/nominal-value=4");
  expect (draft, "capital/shares-total", "250");
  fixture_set (draft, "capital/nominal-value=0.3");
  expect (draft, "capital/shares-total", NULL);
}

static void
test_projection (void)
{
  g_autoptr (MqDraft) draft = standard ();

  fixture_sets (draft, (const char *const[]) {
    "capital/currency=IQD", "fin/projection/projection-revenue/year-1=100",
      "fin/projection/projection-service-cost/year-1=30",
    "fin/projection/projection-opex/year-1=20", "fin/projection/projection-depreciation/year-1=10", NULL });
  expect (draft, "fin/projection/projection-revenue/item", "الإيرادات");
  expect (draft, "fin/projection/projection-net-profit/year-1", NULL);
  fixture_set (draft, "fin/projection/projection-tax/year-1=5");
  expect (draft, "fin/projection/projection-net-profit/year-1", "35");
  expect (draft, "fin/projection/projection-net-cash-flow/year-1", NULL);
  fixture_set (draft, "fin/projection/projection-capex/year-1=60");
  expect (draft, "fin/projection/projection-net-cash-flow/year-1", "-15");
  expect (draft, "fin/projection/projection-net-profit/year-2", NULL);
}

static void
test_matrix (void)
{
  g_autoptr (MqDraft) draft = standard ();

  g_assert_cmpuint (mq_draft_n_rows (draft, "scope/matrix"), ==, 12);
  expect (draft, "scope/matrix/matrix-f-cybersecurity/field", "f-cybersecurity");
  expect (draft, "scope/matrix/matrix-f-cybersecurity/in-scope", "false");
  expect (draft, "scope/matrix/matrix-f-digital-transformation/in-scope", "true");
  expect (draft, "scope/matrix/matrix-f-cybersecurity/risks", "0");
  expect (draft, "scope/fields/f-cybersecurity/no", "7");
  expect (draft, "scope/fields/f-cybersecurity/added", "false");

  fixture_sets (draft, (const char *const[]) { "scope/fields/extra/field=مجال", "projects/list/j1/name=مشروع",
                                               "projects/list/j1/mou-field=extra", NULL });
  g_assert_cmpuint (mq_draft_n_rows (draft, "scope/matrix"), ==, 13);
  expect (draft, "scope/fields/extra/added", "true");
  expect (draft, "scope/matrix/matrix-extra/field", "extra");
  expect (draft, "scope/matrix/matrix-extra/projects", "مشروع");
  g_assert_true (mq_draft_apply (draft, mq_change_remove_row ("scope/fields/extra"), NULL));
  g_assert_cmpuint (mq_draft_n_rows (draft, "scope/matrix"), ==, 12);
  g_assert_true (mq_draft_undo (draft));
  expect (draft, "scope/matrix/matrix-extra/projects", "مشروع");
}

/* ---- the specimen ---- */

static void
test_conversion (void)
{
  g_autoptr (MqDraft) draft = specimen ();

  fixture_sets (draft, (const char *const[]) { "goods/list/g1/price=2", "goods/list/g1/currency=USD",
                                               "goods/list/g2/price=100", "goods/list/g2/currency=IQD",
                                                 NULL });
  expect (draft, "deal/total", NULL);
  fixture_set (draft, "deal/currency=IQD");
  expect (draft, "deal/total", NULL);
  fixture_sets (draft, (const char *const[]) { "deal/fx/x1/from=USD", "deal/fx/x1/to=IQD",
                                               "deal/fx/x1/rate=1300", NULL });
  expect (draft, "deal/total", "2700");
  fixture_set (draft, "deal/fx/x1/rate=1310.0001");
  expect (draft, "deal/total", "2720");
  fixture_set (draft, "deal/fx/x1/rate=1310.00026");
  expect (draft, "deal/total", "2720.001");
  /* a rate is not turned round */
  fixture_set (draft, "deal/currency=USD");
  expect (draft, "deal/total", NULL);
  fixture_set (draft, "goods/list/g2/currency=USD");
  expect (draft, "deal/total", "102");
  /* an amount without a currency is in none: no sum */
  mq_draft_set (draft, "goods/list/g1/currency", NULL, NULL);
  expect (draft, "deal/total", NULL);
}

static void
test_rows_for (void)
{
  g_autoptr (MqDraft) draft = specimen ();
  g_autofree const char **rows = NULL;
  g_autofree char *ids = NULL;

  fixture_sets (draft, (const char *const[]) { "people/list/p1/name=أ", "people/list/p2/name=ب",
                                               "goods/list/g1/name=قمح",
                                               "goods/list/g1/owner=p2", "goods/list/g2/name=تمر",
                                                 "goods/list/g2/owner=p2",
                                               NULL });
  expect (draft, "goods/owners/owners-p1/count", "0");
  expect (draft, "goods/owners/owners-p1/goods", NULL);
  expect (draft, "goods/owners/owners-p2/goods", "قمح\nتمر");
  expect (draft, "goods/owners/owners-p2/count", "2");
  g_assert_true (mq_draft_apply (draft, mq_change_move_row ("people/list/p2", 0), NULL));
  rows = mq_draft_rows (draft, "goods/owners", NULL);
  ids = g_strjoinv (" ", (char **) rows);
  g_assert_cmpstr (ids, ==, "owners-p2 owners-p1");
  expect (draft, "goods/owners/owners-p2/count", "2");
  /* places follow moves too */
  g_assert_true (mq_draft_apply (draft, mq_change_move_row ("goods/list/g2", 0), NULL));
  expect (draft, "goods/list/g2/no", "1");
  expect (draft, "goods/list/g1/no", "2");
}

static void
test_fixed_rows (void)
{
  g_autoptr (MqDraft) draft = specimen ();

  expect (draft, "goods/plan/plan-income/item", "الدخل");
  fixture_set (draft, "style/house=iraq");
  expect (draft, "goods/plan/plan-income/item", "الإيراد");
  fixture_sets (draft, (const char *const[]) { "goods/plan/plan-income/first=10",
                                               "goods/plan/plan-cost/first=4",
                                               "goods/plan/plan-income/second=3", NULL });
  expect (draft, "goods/plan/plan-net/first", "6");
  expect (draft, "goods/plan/plan-net/second", NULL);
  fixture_set (draft, "deal/amount=12");
  expect (draft, "goods/calls/call-first/amount", "12");
  mq_draft_set (draft, "deal/amount", NULL, NULL);
  expect (draft, "goods/calls/call-first/amount", NULL);
}

/* Words in a computed text follow the house. */
static void
test_computed_text (void)
{
  g_autoptr (MqDraft) draft = specimen ();

  fixture_sets (draft, (const char *const[]) { "goods/list/g1/due=months", "goods/list/g1/due-months=11",
                                               NULL });
  expect (draft, "goods/list/g1/target", "خلال أحد عشر شهراً");
  fixture_set (draft, "style/tanween=before-alif");
  expect (draft, "goods/list/g1/target", "خلال أحد عشر شهرًا");
  fixture_sets (draft, (const char *const[]) { "goods/list/g1/due-date=2026-03-01", "goods/list/g1/due=date",
                                               NULL });
  expect (draft, "goods/list/g1/target", "١ مارس/آذار ٢٠٢٦");
  fixture_set (draft, "style/house=iraq");
  expect (draft, "goods/list/g1/target", "١ آذار ٢٠٢٦");
}

/* A file may lack computed values, fixed rows and given cells, or hold others: loading sets them right. */
static void
test_loading (void)
{
  static const char text[] =
    "<proposal xmlns=\"urn:muqtarah:proposal\" format=\"1\" kind=\"specimen\" kind-version=\"1\" xml:lang=\"ar\" "
    "xml:id=\"d\"><facts><deal><currency>IQD</currency><amount>7</amount><extra>2</extra><parts>99</parts></deal>"
    "<people><list><row xml:id=\"p1\"><stake>1</stake><percent>3</percent></row></list></people>"
    "<goods><calls><row xml:id=\"call-first\"><due>later</due></row></calls></goods></facts><wording/>"
    "<body><part xml:id=\"p\"><heading/><article xml:id=\"x\"><heading/><para xml:id=\"x.1\"/></article></part></body>"
    "</proposal>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (MqDraft) draft = NULL;

  fixture_kind ();
  draft = mq_draft_parse (bytes, "loading", &problem);
  if (problem != NULL)
    g_test_message ("%s", problem->detail);
  g_assert_nonnull (draft);
  mq_compute_attach (draft);
  expect (draft, "deal/parts", NULL);
  expect (draft, "people/list/p1/percent", "100");
  expect (draft, "deal/top-share", "100");
  expect (draft, "goods/calls/call-first/due", "founding");
  expect (draft, "goods/calls/call-first/amount", "7");
  g_assert_cmpuint (mq_draft_n_rows (draft, "goods/plan"), ==, 3);
  expect (draft, "goods/plan/plan-cost/item", "الكلفة");
  g_assert_cmpuint (mq_draft_n_rows (draft, "goods/owners"), ==, 1);
  g_assert_null (mq_draft_undo_label (draft));
}

/* Only what follows from a change is set: the others' values stay as they are, wrong as they may be. */
static void
count_changes (MqDraft *draft, const MqChanges *changes, gpointer data)
{
  g_autoptr (GString) paths = g_string_new (NULL);

  for (guint i = 0; i < changes->paths->len; i++)
    g_string_append_printf (paths, "%s%s", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (changes->paths, i));
  g_string_assign (data, paths->str);
}

static void
test_touches_little (void)
{
  g_autoptr (MqDraft) draft = specimen ();
  g_autoptr (GString) changed = g_string_new (NULL);

  fixture_sets (draft, (const char *const[]) { "deal/currency=IQD", "people/list/p1/stake=1",
                                               "people/list/p2/stake=3",
                                               NULL });
  g_signal_connect (draft, "changed", G_CALLBACK (count_changes), changed);
  fixture_set (draft, "deal/title=عنوان");
  g_assert_cmpstr (changed->str, ==, "deal/title");
  fixture_set (draft, "people/list/p1/stake=3");
  g_assert_cmpstr (changed->str, ==,
                   "people/list/p1/stake people/list/p1/percent people/list/p2/percent deal/top-share");
}

/* ---- values put forward ---- */

static void
test_proposed (void)
{
  g_autoptr (MqDraft) draft = specimen ();

  expect (draft, "style/house", "joint");
  fixture_set (draft, "deal/drafter=cairo");
  expect (draft, "style/house", "egypt");
  fixture_set (draft, "deal/drafter=baghdad");
  expect (draft, "style/house", "iraq");
  mq_draft_undo (draft);
  expect (draft, "style/house", "egypt");
  expect (draft, "deal/drafter", "cairo");
  /* what the user chose stays */
  fixture_set (draft, "style/house=joint");
  fixture_set (draft, "deal/drafter=baghdad");
  expect (draft, "style/house", "joint");
}

static void
test_proposed_from (void)
{
  g_autoptr (MqDraft) draft = specimen ();

  fixture_sets (draft, (const char *const[]) { "people/list/p1/papers=بغداد", "people/list/p2/papers=القاهرة",
                                               "goods/address/a1/person=p1", NULL });
  expect (draft, "goods/address/a1/papers", "بغداد");
  fixture_set (draft, "goods/address/a1/person=p2");
  expect (draft, "goods/address/a1/papers", "القاهرة");
  fixture_set (draft, "goods/address/a1/papers=الإسكندرية");
  fixture_set (draft, "goods/address/a1/person=p1");
  expect (draft, "goods/address/a1/papers", "الإسكندرية");
  /* put forward once: it does not follow its source's row */
  fixture_set (draft, "goods/address/a2/person=p1");
  fixture_set (draft, "people/list/p1/papers=البصرة");
  expect (draft, "goods/address/a2/papers", "بغداد");
}

static void
test_proposed_standard (void)
{
  g_autoptr (MqDraft) draft = standard ();

  fixture_set (draft, "cover/issuer-side=iraq");
  expect (draft, "style/house", "iraq");
  fixture_set (draft, "parties/list/p1/type=ministry");
  expect (draft, "parties/list/p1/sector", "public");
  fixture_set (draft, "parties/list/p1/type=private-company");
  expect (draft, "parties/list/p1/sector", "private");
  fixture_set (draft, "parties/list/p1/type=bank");
  expect (draft, "parties/list/p1/sector", "private");
}

/* ---- kinds that are wrong ---- */

static void
test_circular (void)
{
  static const struct { const char *path, *detail; } expected[] = {
    { "a/asked", "a number was expected and not a text, at character 11" },
    { "a/list/fixed", "unknown name “nothing”, at character 1" },
    { "a/list", "unknown name “none”, at character 1" },
    { "a/given", "a number was expected and not a text, at character 11" },
    { "a/broken", "the formula ends too early, at character 10" },
    { "a/one", "it is computed from itself" },
    { "a/two", "it is computed from itself" },
    { "a/after", "it is computed from itself" },
    { "a/list/own", "it is computed from itself" },
  };
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "check", "kinds", "circular", NULL);
  g_autoptr (MqProblem) problem = NULL;
  MqKind *kind = mq_kind_load (folder, &problem);
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_nonnull (kind);
  problems = mq_check_kind (kind);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gboolean found = FALSE;

      for (guint p = 0; p < problems->len; p++)
        {
          const MqProblem *wrong = g_ptr_array_index (problems, p);

          found = found || (g_str_equal (wrong->path, expected[i].path)
                            && g_str_equal (wrong->detail, expected[i].detail));
        }
      g_test_message ("%s", expected[i].path);
      g_assert_true (found);
    }
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));

  /* what is sound is computed all the same */
  {
    g_autoptr (MqDraft) draft = mq_draft_new (kind);

    mq_compute_attach (draft);
    fixture_set (draft, "a/given=4");
    expect (draft, "a/sound", "5");
    expect (draft, "a/one", NULL);
  }
  mq_kind_free (kind);
}

/* A draft that is attached to twice is followed once, by what came last. */
static void
test_attached_twice (void)
{
  MqDraft *draft = specimen ();

  mq_compute_attach (draft);
  fixture_set (draft, "deal/amount=900");
  fixture_set (draft, "deal/extra=3");
  expect (draft, "deal/parts", "300");
  g_assert_true (mq_draft_undo (draft));
  expect (draft, "deal/parts", NULL);
  g_assert_finalize_object (draft);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/compute/kinds-are-sound", test_kinds_are_sound);
  g_test_add_func ("/compute/capital", test_capital);
  g_test_add_func ("/compute/largest-remainder", test_largest_remainder);
  g_test_add_func ("/compute/must-divide", test_must_divide);
  g_test_add_func ("/compute/projection", test_projection);
  g_test_add_func ("/compute/matrix", test_matrix);
  g_test_add_func ("/compute/conversion", test_conversion);
  g_test_add_func ("/compute/rows-for", test_rows_for);
  g_test_add_func ("/compute/fixed-rows", test_fixed_rows);
  g_test_add_func ("/compute/computed-text", test_computed_text);
  g_test_add_func ("/compute/loading", test_loading);
  g_test_add_func ("/compute/touches-little", test_touches_little);
  g_test_add_func ("/compute/proposed", test_proposed);
  g_test_add_func ("/compute/proposed-from", test_proposed_from);
  g_test_add_func ("/compute/proposed-standard", test_proposed_standard);
  g_test_add_func ("/compute/circular", test_circular);
  g_test_add_func ("/compute/attached-twice", test_attached_twice);
  return g_test_run ();
}
