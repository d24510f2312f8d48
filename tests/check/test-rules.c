/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-check.h"
#include "mq-datadir.h"
#include "text-fixture.h"

#include <string.h>

/* The rules of the standard proposal: each broken once, and what keeps it.  A new draft breaks none, for what a rule
 * reads is missing; so a case gives just the facts that its rule is about. */

typedef struct {
  const char *facts[16];
  const char *broken;           /* "id path", a rule a line */
} RuleCase;

#define PARTIES "parties/list/p1/side=iraq", "parties/list/p2/side=egypt"

static const RuleCase rule_cases[] = {
  /* dates */
  { { "basis/visit-from=2026-06-16", "basis/visit-to=2026-06-16" }, "" },
  { { "basis/visit-from=2026-06-18", "basis/visit-to=2026-06-16" }, "visit-order basis/visit-to\n" },
  { { "basis/mou-date=2026-01-02", "cover/date=2026-01-01" }, "date-after-memorandum cover/date\n" },
  { { "cover/date=2026-01-02", "sign/date=2026-01-01" }, "signing-after-date sign/date\n" },
  { { "cover/date=2026-01-02", "sign/list/s1/date=2026-01-02", "sign/list/s2/date=2026-01-01" },
    "signature-after-date sign/list/s2/date\n" },
  { { "cover/date=2026-01-02", "company/registration-date=2026-01-02" },
    "registration-after-date company/registration-date\n" },
  { { "time/phases/h1/start=2026-01-02", "time/phases/h1/end=2026-01-01" }, "phase-order time/phases/h1/end\n" },
  { { "projects/list/j1/start=2026-01-02", "projects/list/j1/end=2026-01-01" },
    "project-order projects/list/j1/end\n" },
  { { "time/phases/h1/start=2026-01-02", "time/phases/h1/end=2026-02-01", "projects/list/j1/phase=h1",
      "projects/list/j1/start=2026-01-01", "projects/list/j1/end=2026-02-02" },
    "project-starts-in-phase projects/list/j1/start\nproject-ends-in-phase projects/list/j1/end\n" },
  { { "time/phases/h1/start=2026-01-02", "time/phases/h1/end=2026-02-01", "time/milestones/m1/phase=h1",
      "time/milestones/m1/due=date", "time/milestones/m1/date=2026-03-01" },
    "milestone-in-phase time/milestones/m1/date\n" },
  { { "time/phases/h1/start=2026-01-02", "time/phases/h1/end=2026-02-01", "time/milestones/m1/phase=h1",
      "time/milestones/m1/due=after-signing", "time/milestones/m1/date=2026-03-01" }, "" },
  /* capital */
  { { "capital/authorised=10", "capital/subscribed=11", "capital/paid=12" },
    "authorised-covers-subscribed capital/authorised\nsubscribed-covers-paid capital/paid\n"
    "calls-make-subscribed capital/calls\n" },
  { { "capital/nominal-value=0" }, "nominal-value-positive capital/nominal-value\n" },
  { { "capital/subscribed=10", "capital/shareholders/h1/cash=4", "capital/shareholders/h2/cash=5" },
    "contributions-make-subscribed capital/shareholders\n" },
  { { "capital/subscribed=10", "capital/shareholders/h1/cash=4", "capital/shareholders/h2" }, "" },
  { { "capital/subscribed=10", "capital/shareholders/h1/cash=4", "capital/shareholders/h2/cash=6" }, "" },
  { { "capital/paid=10", "capital/shareholders/h1/paid=4" }, "payments-make-paid capital/shareholders\n" },
  { { "capital/shareholders/h1/cash=4", "capital/shareholders/h1/paid=5" },
    "payment-within-contribution capital/shareholders/h1/paid\n" },
  { { PARTIES, "parties/list/p1/role=founder", "parties/list/p2/role=sponsor", "capital/shareholders/h1/party=p2" },
    "shareholder-founds capital/shareholders/h1/party\nfounder-holds parties/list/p1/role\n" },
  { { PARTIES, "capital/has-inkind=true", "capital/shareholders/h1/party=p1", "capital/inkind/i1/party=p2" },
    "inkind-by-shareholder capital/inkind/i1/party\n" },
  { { "capital/subscribed=10", "capital/paid=4", "capital/calls/c2/amount=5" },
    "calls-make-subscribed capital/calls\n" },
  { { "capital/subscribed=10", "capital/paid=4", "capital/calls/c2/amount=6" }, "" },
  { { "capital/calls/c2/due=months", "capital/calls/c2/due-months=12", "capital/calls/c3/due=months",
      "capital/calls/c3/due-months=12", "capital/calls/c4/due=months", "capital/calls/c4/due-months=24" }, "" },
  { { "capital/calls/c2/due=months", "capital/calls/c2/due-months=24", "capital/calls/c3/due=months",
      "capital/calls/c3/due-months=12", "capital/calls/c4/due=months", "capital/calls/c4/due-months=36" },
    "calls-ascend capital/calls/c2/due\n" },
  { { "capital/calls/c2/due=date", "capital/calls/c2/due-date=2028-01-02", "capital/calls/c3/due=date",
      "capital/calls/c3/due-date=2028-01-01" }, "calls-ascend capital/calls/c2/due\n" },
  { { "company/registration-date=2027-01-31", "capital/calls/c2/due=date", "capital/calls/c2/due-date=2027-03-01",
      "capital/calls/c3/due=months", "capital/calls/c3/due-months=1" }, "calls-ascend capital/calls/c2/due\n" },
  { { "company/registration-date=2027-01-31", "capital/calls/c2/due=months", "capital/calls/c2/due-months=1",
      "capital/calls/c3/due=date", "capital/calls/c3/due-date=2027-02-28" }, "" },
  { { "company/registration-date=2027-01-31", "capital/calls/c2/due=date", "capital/calls/c2/due-date=2027-01-30" },
    "call-after-registration capital/calls/c2/due-date\n" },
  /* governance */
  { { PARTIES, "gov/board-size=7", "gov/seats/b1/party=p1", "gov/seats/b1/members=6" },
    "seats-make-board gov/seats\nboth-sides-on-board gov/seats\n" },
  { { PARTIES, "gov/board-size=7", "gov/seats/b1/party=p1", "gov/seats/b1/members=4", "gov/seats/b2/party=p2",
      "gov/seats/b2/members=3" }, "" },
  { { "gov/board-size=6", "gov/quorum=3" }, "quorum-above-half gov/quorum\n" },
  { { "gov/board-size=6", "gov/quorum=7" }, "quorum-within-board gov/quorum\n" },
  /* money */
  { { "capital/currency=IQD", "fin/sources/r1/amount=10", "fin/sources/r1/currency=IQD", "fin/uses/u1/amount=9",
      "fin/uses/u1/currency=IQD" }, "uses-equal-sources fin/uses\n" },
  { { "fin/dist/d1/percent=60", "fin/dist/d2/percent=39.99" }, "distribution-is-whole fin/dist\n" },
  { { "projects/criteria/k1/weight=99" }, "weights-are-whole projects/criteria\n" },
  /* scope */
  { { "scope/fields/f-digital-transformation/in-scope=false" }, "digital-transformation-in-scope scope/fields\n" },
  { { "projects/list/j1/mou-field=f-satellites", "time/milestones/m1/project=j1",
      "time/milestones/m1/mou-field=f-cybersecurity", "risk/register/k1/project=j1",
      "risk/register/k1/mou-field=f-digital-transformation" },
    "project-in-scope projects/list/j1/mou-field\nmilestone-of-field time/milestones/m1/mou-field\n"
    "risk-of-field risk/register/k1/mou-field\n" },
  { { "projects/list/j1/mou-field=f-digital-transformation" }, "" },
  /* law and seat */
  { { "company/law-country=iraq", "company/seat-country=egypt" }, "seat-follows-law company/seat-country\n" },
  { { "company/law-country=treaty", "company/seat-country=egypt", "company/legal-form=treaty" }, "" },
  { { "company/law-country=egypt", "company/legal-form=iq-mixed-jsc" }, "form-follows-law company/legal-form\n" },
  /* who signs */
  { { PARTIES, "parties/reps/e1/party=p1", "sign/list/s1/rep=e1" }, "both-sides-sign sign/list\n" },
  { { PARTIES, "parties/list/p1/signs=true", "parties/reps/e1/party=p2", "sign/list/s1/rep=e1",
      "general/notice-addr/n1/party=p2", "general/copies=1" },
    "both-sides-sign sign/list\nsignatory-represented parties/list/p1/signs\n"
    "signatory-signs parties/list/p1/signs\nsignatory-notified parties/list/p1/signs\n" },
  { { PARTIES, "parties/list/p1/signs=true", "parties/list/p2/signs=true", "general/copies=1" },
    "copies-for-signatories general/copies\n" },
};

/* Those of law hold for the forms of company that it knows. */
#define IRAQI(form) "company/law-country=iraq", "company/legal-form=iq-" form
#define EGYPTIAN "company/law-country=egypt", "company/legal-form=eg-jsc"
#define SHARES(public, private)                                                                              \
  "parties/list/p1/side=iraq", "parties/list/p1/sector=public", "parties/list/p1/role=founder",              \
    "parties/list/p2/side=iraq", "parties/list/p2/sector=private", "parties/list/p2/role=founder",           \
    "capital/shareholders/h1/party=p1", "capital/shareholders/h1/cash=" public,                              \
    "capital/shareholders/h2/party=p2", "capital/shareholders/h2/cash=" private

static const RuleCase law_cases[] = {
  /* Iraq */
  { { IRAQI ("mixed-jsc"), "capital/nominal-value=1", SHARES ("25", "75") }, "" },
  { { IRAQI ("mixed-jsc"), "capital/nominal-value=1", SHARES ("2499", "7501") },
    "iq-mixed-public-share capital/public-pct\n" },
  { { IRAQI ("private-jsc"), "capital/nominal-value=1", SHARES ("2499", "7501") }, "" },
  { { IRAQI ("private-jsc"), "capital/nominal-value=1", SHARES ("25", "75") },
    "iq-private-public-share capital/public-pct\n" },
  { { IRAQI ("private-jsc"), "capital/nominal-value=1", "parties/list/p1/side=iraq", "parties/list/p2/side=egypt",
      "parties/list/p1/role=founder", "parties/list/p2/role=founder", "capital/shareholders/h1/party=p1",
      "capital/shareholders/h1/cash=51", "capital/shareholders/h2/party=p2", "capital/shareholders/h2/cash=49" }, "" },
  { { IRAQI ("private-jsc"), "capital/nominal-value=1", "parties/list/p1/side=iraq", "parties/list/p2/side=egypt",
      "parties/list/p1/role=founder", "parties/list/p2/role=founder", "capital/shareholders/h1/party=p1",
      "capital/shareholders/h1/cash=50", "capital/shareholders/h2/party=p2", "capital/shareholders/h2/cash=50" },
    "iq-iraqi-share capital/iq-pct\n" },
  { { IRAQI ("mixed-jsc"), "company/registration-date=2027-01-31", "time/phases/f1/start=2029-01-31" }, "" },
  { { IRAQI ("mixed-jsc"), "company/registration-date=2027-01-31", "time/phases/f1/start=2029-02-01" },
    "iq-starts-in-two-years time/phases\n" },
  { { "legal/invest-iraq=true", "legal/licences/l1/authority=other" }, "iq-investment-licence legal/licences\n" },
  { { "legal/tax/t1/country=iraq", "legal/tax/t1/exemption=عشر سنوات", "legal/licences/l1/authority=other" },
    "iq-investment-licence legal/licences\n" },
  { { "legal/invest-iraq=true", "legal/licences/l1/authority=invest-iq" }, "" },
  { { "scope/fields/f-satellites/in-scope=true", "legal/licences/l1/authority=ntra" },
    "iq-telecom-licence legal/licences\n" },
  { { "scope/fields/f-satellites/in-scope=true", "legal/licences/l1/authority=cmc" }, "" },
  { { "general/e-signature=true", "general/cert-issuer=جهة", "general/paper-copy=false" },
    "iq-signed-on-paper general/paper-copy\n" },
  /* Egypt */
  { { EGYPTIAN, "capital/shareholders/h1/cash=1", "capital/shareholders/h2/cash=1" },
    "eg-jsc-founders capital/shareholders\n" },
  { { EGYPTIAN, "capital/currency=EGP", "capital/subscribed=249999.99" },
    "eg-jsc-least-capital capital/subscribed\n" },
  { { EGYPTIAN, "capital/currency=IQD", "capital/subscribed=249999" }, "" },
  { { EGYPTIAN, "capital/subscribed=100", "capital/paid=9", "capital/calls/c2/amount=91",
      "capital/calls/c2/due=months", "capital/calls/c2/due-months=3" },
    "eg-jsc-paid-at-founding capital/paid\n" },
  { { EGYPTIAN, "capital/subscribed=100", "capital/paid=24", "capital/calls/c2/amount=76",
      "capital/calls/c2/due=months", "capital/calls/c2/due-months=61" },
    "eg-jsc-paid-in-three-months capital/calls\neg-jsc-paid-in-five-years capital/calls/c2/due\n" },
  { { EGYPTIAN, "capital/subscribed=100", "capital/paid=10", "capital/calls/c2/amount=90",
      "company/registration-date=2027-01-31", "capital/calls/c2/due=date", "capital/calls/c2/due-date=2027-04-30" },
    "" },
  { { EGYPTIAN, "capital/has-inkind=true", "capital/subscribed=100", "parties/list/p1/role=founder",
      "capital/shareholders/h1/party=p1", "capital/inkind/i1/party=p1", "capital/inkind/i1/value=76" },
    "eg-jsc-founders capital/shareholders\neg-jsc-inkind capital/inkind-total\n" },
  { { EGYPTIAN, "gov/board-size=2", "gov/board-term=4" },
    "eg-jsc-board gov/board-size\neg-jsc-board-term gov/board-term\n" },
  { { EGYPTIAN, "gov/board-size=3", "gov/board-term=5" }, "" },
  { { "parties/list/p1/side=egypt", "parties/list/p1/sector=public", "parties/list/p1/signs=true",
      "legal/approvals/a1/country=egypt", "legal/approvals/a1/kind=founding", "general/copies=1" },
    "eg-arbitration-approval legal/approvals\neg-state-council legal/approvals\n" },
  { { "parties/list/p1/side=egypt", "parties/list/p1/sector=public", "parties/list/p1/signs=true",
      "legal/approvals/a1/country=egypt", "legal/approvals/a1/kind=arbitration",
      "legal/approvals/a2/country=egypt", "legal/approvals/a2/kind=state-council", "general/copies=1" }, "" },
  { { "tech/data-leaves-egypt=true", "legal/licences/l1/authority=ntra" }, "eg-data-leaves legal/licences\n" },
  { { "general/e-signature=true", "general/paper-copy=true" }, "eg-certificate general/cert-issuer\n" },
  /* by treaty */
  { { "company/law-country=treaty", "company/legal-form=treaty", "general/effective=signing" },
    "treaty-ratified general/effective\n" },
};

/* The ids of the rules that are broken, each marked off in @met. */
static char *
broken_rules (MqDraft *draft, GHashTable *met)
{
  g_autoptr (GPtrArray) findings = mq_check_draft (draft);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MqProblem *finding = g_ptr_array_index (findings, i);

      if (finding->code != MQ_PROBLEM_RULE)
        continue;
      g_string_append_printf (out, "%s %s\n", finding->detail, finding->path);
      g_hash_table_add (met, g_strdup (finding->detail));
    }
  return g_strdup (out->str);
}

static void
try_cases (const MqKind *kind, const RuleCase *cases, guint n, GHashTable *met)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MqDraft) draft = mq_draft_new (kind);
      g_autofree char *broken = NULL;

      mq_compute_attach (draft);
      fixture_sets (draft, cases[i].facts);
      broken = broken_rules (draft, met);
      g_test_message ("%u: %s", i, cases[i].facts[0]);
      g_assert_cmpstr (broken, ==, cases[i].broken);
    }
}

/* One row more than a limited company may have partners. */
static void
test_many_partners (const MqKind *kind, GHashTable *met)
{
  g_autoptr (MqDraft) draft = mq_draft_new (kind);
  g_autofree char *allowed = NULL, *broken = NULL;

  mq_compute_attach (draft);
  fixture_set (draft, "company/law-country=iraq");
  fixture_set (draft, "company/legal-form=iq-private-llc");
  while (mq_draft_n_rows (draft, "capital/shareholders") < 25)
    g_assert_true (mq_draft_apply (draft, mq_change_insert_row ("capital/shareholders", NULL, -1), NULL));
  allowed = broken_rules (draft, met);
  g_assert_cmpstr (allowed, ==, "");
  g_assert_true (mq_draft_apply (draft, mq_change_insert_row ("capital/shareholders", NULL, -1), NULL));
  broken = broken_rules (draft, met);
  g_assert_cmpstr (broken, ==, "iq-llc-partners capital/shareholders\n");
}

/* The projection's tax is 15 % of what is earned before it. */
static void
test_tax (const MqKind *kind, GHashTable *met)
{
  static const struct { const char *row, *amount; } years[] = {
    { "revenue", "100" }, { "service-cost", "0" }, { "opex", "0" }, { "depreciation", "0" }, { "tax", "16" },
  };
  g_autoptr (MqDraft) draft = mq_draft_new (kind);
  g_autofree char *broken = NULL, *broken_abroad = NULL;

  mq_compute_attach (draft);
  fixture_set (draft, "company/law-country=iraq");
  fixture_set (draft, "capital/currency=IQD");
  for (guint year = 1; year <= 5; year++)
    for (guint i = 0; i < G_N_ELEMENTS (years); i++)
      {
        g_autofree char *path = g_strdup_printf ("fin/projection/projection-%s/year-%u", years[i].row, year);

        g_assert_true (mq_draft_set (draft, path, years[i].amount, NULL));
      }
  broken = broken_rules (draft, met);
  g_assert_nonnull (strstr (broken, "iq-tax fin/tax-pct\n"));
  fixture_set (draft, "company/law-country=egypt");
  broken_abroad = broken_rules (draft, met);
  g_assert_null (strstr (broken_abroad, "iq-tax"));
}

static void
test_standard_rules (void)
{
  g_autoptr (MqProblem) problem = NULL;
  const MqKind *kind = mq_kind_find ("standard", &problem);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const MqRule *rules;
  guint n;

  try_cases (kind, rule_cases, G_N_ELEMENTS (rule_cases), met);
  try_cases (kind, law_cases, G_N_ELEMENTS (law_cases), met);
  test_many_partners (kind, met);
  test_tax (kind, met);
  /* each has been broken once, and has a name of its own and a sentence in both languages */
  rules = mq_kind_rules (kind, &n);
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", rules[i].id);
      g_assert_true (g_hash_table_remove (met, rules[i].id));
      g_assert_true (g_str_has_suffix (rules[i].text.ar, "."));
      g_assert_true (g_str_has_suffix (rules[i].text.en, "."));
    }
}

/* While values are missing nothing is known to be broken, and the sample contradicts itself nowhere. */
static void
test_unbroken (void)
{
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (MqDraft) draft = mq_draft_new (mq_kind_find ("standard", &problem));
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *file = mq_datadir_file ("samples", "sample.muqtarah", NULL), *text = NULL;
  g_autofree char *of_new = NULL, *of_sample = NULL;
  g_autoptr (MqDraft) sample = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  mq_compute_attach (draft);
  of_new = broken_rules (draft, met);
  g_assert_cmpstr (of_new, ==, "");

  g_assert_true (g_file_get_contents (file, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  sample = mq_draft_parse (bytes, file, &problem);
  g_assert_nonnull (sample);
  mq_compute_attach (sample);
  of_sample = broken_rules (sample, met);
  g_assert_cmpstr (of_sample, ==, "");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/rules/standard", test_standard_rules);
  g_test_add_func ("/rules/unbroken", test_unbroken);
  return g_test_run ();
}
