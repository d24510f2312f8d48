/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-fixture.h"

#include <string.h>

/* ---- what does not parse ---- */

typedef struct {
  const char *text;
  const char *detail;           /* what the problem says */
} WrongCase;

static const WrongCase wrong_cases[] = {
  { "", "the formula ends too early, at character 1" },
  { "deal/amount =", "the formula ends too early, at character 14" },
  { "deal/amount > 1 2", "“2” was not expected, at character 17" },
  { "deal/nothing > 1", "unknown path “deal/nothing”, at character 1" },
  { "nothing = 1", "unknown name “nothing”, at character 1" },
  { "deal/amount = 'x'", "a number was expected and not a text, at character 15" },
  { "deal/amount + deal/title > 1", "a number was expected and not a text, at character 15" },
  { "deal/agreed < true", "conditions are not ordered, at character 13" },
  { "deal/form = 'barter'", "“deal/form” has no choice “barter”, at character 13" },
  { "deal/form in ('sale', 'barter')", "“deal/form” has no choice “barter”, at character 23" },
  { "deal/amount", NULL },
  { "(deal/amount", "“)” was expected, at character 13" },
  { "deal/title = 'open", "a text is not closed, at character 14" },
  { "deal/amount ; 1", "a character that no formula has, at character 13" },
  { "people/list/stake > 1",
    "columns of “people/list” are read only by a function over its rows, at character 1" },
  { "row/name = 'x'", "there is no row here, at character 1" },
  { "sum(deal/amount)", "a table was expected, at character 5" },
  { "sum(people/list/name)", "a number was expected and not a text, at character 5" },
  { "sum(people/list/nothing)", "unknown column “nothing”, at character 5" },
  { "any(people/list where name)", "a condition was expected and not a text, at character 23" },
  { "count(people/list where side = 'egypt') + 'a'",
    "a number was expected and not a text, at character 43" },
  { "convert(deal/share, 'IQD')", "an amount of money was expected, at character 9" },
  { "unknown(1)", "unknown function “unknown”, at character 1" },
  { "months(1)", "a period is no value, at character 1" },
  { "if(deal/agreed, 1)", "if() has too few arguments, at character 1" },
  { "if(deal/agreed, 1, 'a')", "a number was expected and not a text, at character 20" },
  { "count-words(deal/days, 'قط', 'gen')", "a noun of the kind was expected, at character 24" },
  { "not deal/amount", "a condition was expected and not a number, at character 5" },
  { "deal/agreed not true", "“empty” was expected, at character 17" },
  { "people/list", "a table is no value, at character 1" },
  { "cell('plan-cost')", "no column is computed here: cell() must name one, at character 1" },
  { "deal/title = 'نص' and x = 1", "unknown name “x”, at character 23" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong_cases); i++)
    {
      const WrongCase *c = &wrong_cases[i];
      g_autoptr (MqProblem) problem = NULL;
      g_autoptr (MqFormula) formula = mq_formula_parse (fixture_kind (), c->text, NULL, &problem);

      g_test_message ("%s", c->text);
      g_assert_cmpint (formula == NULL, ==, c->detail != NULL);
      g_assert_cmpstr (problem != NULL ? problem->detail : NULL, ==, c->detail);
      if (problem != NULL)
        {
          g_assert_cmpint (problem->code, ==, MQ_PROBLEM_FORMULA);
          g_assert_cmpstr (problem->subject, ==, c->text);
        }
    }
}

/* a formula may be wrong in any place: no part of one that parses makes the parser fall */
static void
test_cut_short (void)
{
  static const char whole[] = "if(not (deal/agreed = true) and any(people/list where side in ('egypt', 'iraq')), "
                              "max(0, sum(people/list/stake where percent >= 12.5) div 2), -(1 + count(goods/list)))";
  g_autoptr (MqFormula) complete = NULL;

  for (gsize n = 0; n < strlen (whole); n++)
    {
      g_autofree char *cut = g_strndup (whole, n);
      g_autoptr (MqProblem) problem = NULL;
      g_autoptr (MqFormula) formula = mq_formula_parse (fixture_kind (), cut, NULL, &problem);

      g_assert_true ((formula == NULL) == (problem != NULL));
    }
  complete = mq_formula_parse (fixture_kind (), whole, NULL, NULL);
  g_assert_nonnull (complete);
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MqProblem) problem = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '(');
  g_assert_null (mq_formula_parse (fixture_kind (), text->str, NULL, &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_FORMULA);
}

/* What stands in a row without parentheses is as deep in the parsed form. */
static void
test_long (void)
{
  g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());
  g_autoptr (GString) text = g_string_new ("1");
  g_autoptr (MqFormula) most = NULL;
  g_autoptr (MqProblem) problem = NULL;
  MqResult result;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, " + 1");
  most = mq_formula_parse (fixture_kind (), text->str, NULL, NULL);
  g_assert_nonnull (most);
  mq_formula_evaluate (most, draft, NULL, &result, NULL);
  g_assert_cmpint (mq_decimal_cmp (result.number, mq_decimal_from_int (2001)), ==, 0);

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, " + 1");
  g_assert_null (mq_formula_parse (fixture_kind (), text->str, NULL, &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_FORMULA);
}

/* Rows for each of other rows, for each of others, and so on: at some point it is not known. */
static void
test_many_rows (void)
{
  g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());
  g_autoptr (GString) text = g_string_new ("count(people/list)");
  g_autoptr (MqFormula) twice = NULL, deep = NULL;

  mq_draft_begin (draft, NULL, NULL);
  for (guint i = 0; i < 500; i++)
    g_assert_true (mq_draft_apply (draft, mq_change_insert_row ("people/list", NULL, 0), NULL));
  mq_draft_end (draft);
  twice = mq_formula_parse (fixture_kind (), "any(people/list where count(people/list) >= 500)", NULL, NULL);
  g_assert_true (mq_formula_holds (twice, draft, NULL));

  for (guint i = 0; i < 30; i++)
    {
      g_string_prepend (text, "count(people/list where ");
      g_string_append (text, " > 0)");
    }
  g_string_append (text, " > 0");
  deep = mq_formula_parse (fixture_kind (), text->str, NULL, NULL);
  g_assert_nonnull (deep);
  g_assert_false (mq_formula_holds (deep, draft, NULL));
}

/* ---- values ---- */

typedef struct {
  const char *text;
  const char *value;            /* as a text; NULL: empty */
} ValueCase;

static const char *const facts[] = {
  "deal/title=اتفاق", "deal/currency=IQD", "deal/amount=1000", "deal/extra=300", "deal/share=12.5",
    "deal/days=30",
  "deal/start=2026-01-31", "deal/shift=0", "deal/agreed=true", "deal/form=sale",
  "people/list/p1/name=أحمد", "people/list/p1/side=egypt", "people/list/p1/stake=100",
  "people/list/p2/name=بان", "people/list/p2/side=iraq", "people/list/p2/stake=250",
  "people/list/p3/name=جاد", "people/list/p3/side=iraq",
  "goods/list/g1/name=قمح", "goods/list/g1/owner=p1", "goods/list/g1/price=10", "goods/list/g1/currency=USD",
  "goods/list/g2/name=تمر", "goods/list/g2/owner=p2", "goods/list/g2/price=500", "goods/list/g2/currency=IQD",
  "deal/fx/x1/from=USD", "deal/fx/x1/to=IQD", "deal/fx/x1/rate=1300", "deal/fx/x1/date=2026-01-01",
  "deal/fx/x2/from=USD", "deal/fx/x2/to=IQD", "deal/fx/x2/rate=1310.0005", "deal/fx/x2/date=2026-02-01",
  "deal/fx/x3/from=IQD", "deal/fx/x3/to=EGP", "deal/fx/x3/rate=0.04", "deal/fx/x3/date=2026-01-01",
  NULL
};

static const ValueCase value_cases[] = {
  /* literals and arithmetic: exact */
  { "1 + 2 * 3", "7" }, { "(1 + 2) * 3", "9" }, { "-2 + 5", "3" }, { "2 - -3", "5" },
  { "0.1 + 0.2", "0.3" }, { "9007199254740993 - 1", "9007199254740992" }, { "7 div 2", "3.5" },
  { "(1 div 3) * 3", "0.99999999999999999999" }, { "1 div 0", NULL }, { "2 * 3 div 4", "1.5" },
  { "10 - 4 - 3", "3" }, { "12 div 3 div 2", "2" },
  { "'it''s'", "it's" }, { "''", NULL }, { "true", "true" }, { "false", "false" },
  /* reading */
  { "deal/amount", "1000" }, { "deal/title", "اتفاق" }, { "deal/agreed", "true" }, { "deal/note", NULL },
  { "deal/amount + deal/extra", "1300" }, { "deal/amount + deal/rate", NULL },
  /* comparing */
  { "deal/amount = 1000.00", "true" }, { "deal/amount != 1000", "false" }, { "deal/amount >= 1000", "true" },
  { "deal/amount < deal/extra", "false" }, { "deal/start < '2026-02-01'", "true" }, { "deal/form = 'sale'",
                                                                                      "true" },
  { "deal/form in ('other', 'sale')", "true" }, { "deal/form in ('other')", "false" },
    { "deal/agreed = false", "false" },
  /* unknown is neither true nor false */
  { "deal/year > 5", NULL }, { "not deal/year > 5", NULL }, { "deal/note = 'x'", NULL },
    { "deal/year in (1, 2)", NULL },
  { "deal/year > 5 or true", "true" }, { "deal/year > 5 and false", "false" }, { "true and deal/year > 5",
                                                                                 NULL },
  { "false or deal/year > 5", NULL }, { "not (deal/year > 5 and false)", "true" },
  { "deal/note empty", "true" }, { "deal/note not empty", "false" }, { "deal/title empty", "false" },
  { "people/list not empty", "true" }, { "annex/list empty", "true" }, { "deal/year + 1 empty", "true" },
  { "not deal/note empty and deal/agreed = true", "false" },
  { "deal/agreed = true or deal/amount = 1 and false", "true" },
  /* rows */
  { "count(people/list)", "3" }, { "count(people/list where side = 'iraq')", "2" }, { "count(annex/list)",
                                                                                      "0" },
  { "count(people/list where stake > 50)", "2" },
  { "any(people/list where side = 'egypt' and stake >= 100)", "true" },
    { "any(people/list where stake > 1000)", "false" },
  { "exists(people/list where name = 'بان')", "true" }, { "all(people/list where name not empty)", "true" },
  { "all(people/list where stake > 0)", "false" },
  { "sum(people/list/stake)", "350" }, { "sum(people/list/stake where side = 'iraq')", "250" },
  { "sum(people/list/stake where name = 'جاد')", NULL }, { "sum(people/list/stake * 2)", "700" },
  { "min(people/list/stake)", "100" }, { "max(people/list/stake)", "250" }, { "max(people/list/name)",
                                                                              "جاد" },
  { "list(people/list/name where side = 'iraq')", "بان\nجاد" }, { "list(people/list/title)", NULL },
  { "min(deal/amount, deal/extra, deal/year)", "300" }, { "max(0, 0 - deal/amount)", "0" },
  { "max(deal/year, deal/rank)", NULL },
  /* a path follows to the row that is picked */
  { "list(goods/list/owner/name)", "أحمد\nبان" }, { "count(goods/list where owner/side = 'iraq')", "1" },
  { "count(goods/list where owner = 'p1')", "1" }, { "list(people/list/name where id = 'p2')", "بان" },
  { "cell('p2', people/list/stake)", "250" }, { "cell('nobody', people/list/stake)", NULL },
  /* one aggregate inside another */
  { "count(people/list where stake = max(people/list/stake))", "1" },
  { "count(people/list where any(goods/list where owner = 'p1'))", "3" },
  /* money: direct rates only, the latest, each amount rounded to the decimals of its currency */
  { "convert(deal/amount, 'IQD')", "1000" }, { "convert(deal/amount, 'EGP')", "40" },
  { "convert(deal/amount, 'USD')", NULL }, { "sum(convert(goods/list/price, 'IQD'))", "13600.005" },
  { "sum(convert(goods/list/price, 'EGP'))", NULL },
    { "sum(convert(goods/list/price, 'EGP') where currency = 'IQD')", "20" },
  { "either(sum(convert(goods/list/price, 'EGP')), 0)", NULL },
    { "sum(convert(goods/list/price, 'EGP')) empty", "true" },
  { "currencies()", "2" }, { "currencies() > 1", "true" },
  /* choosing and joining */
  { "if(deal/agreed = true, deal/amount, 0)", "1000" }, { "if(deal/agreed = false, 1, 2)", "2" },
  { "if(deal/year > 5, 1, 2)", NULL }, { "either(deal/year, 7)", "7" }, { "either(deal/days, 7)", "30" },
  { "join(deal/title, ' ', deal/note, '.')", "اتفاق ." }, { "join(deal/note, deal/code)", NULL },
  /* dates */
  { "deal/start + months(1)", "2026-02-28" }, { "deal/start + years(2)", "2028-01-31" },
  { "deal/start - months(2)", "2025-11-30" }, { "deal/start + months(deal/days)", "2028-07-31" },
  { "deal/start + months(deal/year)", NULL }, { "deal/start + months(1) < '2026-03-01'", "true" },
  { "date-text(deal/start)", "٣١ يناير/كانون الثاني ٢٠٢٦" }, { "count-words(deal/days, 'يوم', 'gen')",
                                                               "ثلاثين يوماً" },
  { "count-words(3, 'شهر')", "ثلاثة أشهر" }, { "hijri('2008-06-05', 0)", "١ جمادى الآخرة ١٤٢٩" },
  { "hijri('2008-06-05', 1)", "٢ جمادى الآخرة ١٤٢٩" }, { "hijri(deal/note, 0)", NULL },
  { "advice()", NULL },
};

static char *
text_of (const MqResult *result)
{
  switch (result->type)
    {
    case MQ_RESULT_BOOL:
      return g_strdup (result->truth ? "true" : "false");
    case MQ_RESULT_NUMBER:
      return mq_decimal_to_string (mq_decimal_normalize (result->number));
    case MQ_RESULT_TEXT:
      return g_strdup (result->text);
    default:
      return NULL;
    }
}

static char *
evaluate (MqDraft *draft, const char *text, const char *table, const char *row)
{
  const MqField *field = table != NULL ? mq_kind_field (fixture_kind (), table) : NULL;
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (MqFormula) formula = mq_formula_parse (fixture_kind (), text, field, &problem);
  MqResult result;
  char *value;

  g_test_message ("%s: %s", text, problem != NULL ? problem->detail : "");
  g_assert_nonnull (formula);
  mq_formula_evaluate (formula, draft, row, &result, NULL);
  value = text_of (&result);
  mq_result_clear (&result);
  return value;
}

static void
test_values (void)
{
  g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());

  fixture_sets (draft, facts);
  for (guint i = 0; i < G_N_ELEMENTS (value_cases); i++)
    {
      g_autofree char *value = evaluate (draft, value_cases[i].text, NULL, NULL);

      g_assert_cmpstr (value, ==, value_cases[i].value);
    }
}

typedef struct {
  const char *text, *table, *row, *value;
} RowCase;

static const RowCase row_cases[] = {
  { "stake * 2", "people/list", "p1", "200" },
  { "row/stake * 2", "people/list", "p1", "200" },
  { "row/position", "people/list", "p3", "3" },
  { "row/id", "people/list", "p2", "p2" },
  { "stake > 50", "people/list", "p3", NULL },
  { "row/owner/side", "goods/list", "g2", "iraq" },
  { "owner/name", "goods/list", "g1", "أحمد" },
  { "row/owner/name", "goods/list", "nobody", NULL },
  { "count(goods/list where owner = row/id)", "people/list", "p1", "1" },
  { "count(people/list where stake > row/stake)", "people/list", "p1", "1" },
  { "sum(goods/list/price where owner = row/id)", "people/list", "p2", "500" },
  /* p3 has no stake: the whole is not known yet, and no row has a share of it */
  { "share(row/stake, people/list/stake)", "people/list", "p1", NULL },
  { "share(row/stake, people/list/stake)", "people/list", "p3", NULL },
  { "share(row/price, goods/list/price)", "goods/list", "g1", "1.96" },
  { "share(row/price, goods/list/price)", "goods/list", "g2", "98.04" },
  { "row/label", "goods/plan", "plan-income", "الدخل" },
  { "row/for", "goods/owners", "owners-p1", "p1" },
  { "row/for", "goods/owners", "p1", NULL },
  { "deal/amount - row/stake", "people/list", "p2", "750" },
};

static void
test_rows (void)
{
  g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());

  fixture_sets (draft, facts);
  for (guint i = 0; i < G_N_ELEMENTS (row_cases); i++)
    {
      const RowCase *c = &row_cases[i];
      g_autofree char *value = evaluate (draft, c->text, c->table, c->row);

      g_assert_cmpstr (value, ==, c->value);
    }
}

/* exact() takes the ratio itself, where the value that is shown was rounded */
static void
test_exact (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ("people/list/p1/stake=1", "people/list/p2/stake=1",
                                             "people/list/p3/stake=1",
                                             NULL);
  g_autofree char *whole = evaluate (draft, "exact(sum(people/list/percent)) > 99.99", NULL, NULL);
  g_autofree char *third = evaluate (draft,
                                     "exact(deal/top-share) > 33.33 and exact(deal/top-share) < 33.34", NULL,
                                       NULL);
  g_autofree char *shown = evaluate (draft, "deal/top-share", NULL, NULL);

  g_assert_cmpstr (whole, ==, "true");
  g_assert_cmpstr (third, ==, "true");
  g_assert_cmpstr (shown, ==, NULL);
}

static void
test_problem (void)
{
  g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());
  g_autoptr (MqFormula) formula = mq_formula_parse (fixture_kind (), "sum(convert(goods/list/price, 'EGP'))",
                                                    NULL, NULL);
  g_autoptr (MqProblem) problem = NULL;
  MqResult result;

  fixture_sets (draft, facts);
  mq_formula_evaluate (formula, draft, NULL, &result, &problem);
  g_assert_cmpint (result.type, ==, MQ_RESULT_EMPTY);
  g_assert_nonnull (problem);
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_NO_RATE);
  g_assert_cmpstr (problem->subject, ==, "USD");
  g_assert_cmpstr (problem->detail, ==, "EGP");
}

static void
test_holds (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ("deal/agreed=true", NULL);
  g_autoptr (MqFormula) met = mq_formula_parse (fixture_kind (), "deal/agreed = true", NULL, NULL);
  g_autoptr (MqFormula) unknown = mq_formula_parse (fixture_kind (), "deal/year > 1", NULL, NULL);

  g_assert_true (mq_formula_holds (met, draft, NULL));
  g_assert_false (mq_formula_holds (unknown, draft, NULL));
}

/* ---- what is read ---- */

typedef struct {
  const char *text, *table, *reads, *cells;
} ReadsCase;

static const ReadsCase reads_cases[] = {
  { "1 + 1", NULL, "", "" },
  { "deal/amount > deal/extra", NULL, "deal/amount deal/extra", "" },
  { "deal/amount > deal/amount", NULL, "deal/amount", "" },
  { "any(people/list where side = 'iraq')", NULL, "people/list people/list/side", "" },
  { "row/owner/side", "goods/list", "goods/list/owner people/list/side", "" },
  { "row/position", "goods/list", "goods/list", "" },
  { "row/for", "goods/owners", "", "" },
  { "cell('plan-cost', goods/plan/first)", NULL, "", "goods/plan/plan-cost/first" },
  { "share(row/stake, people/list/stake)", "people/list", "people/list/stake people/list", "" },
  { "convert(goods/list/price, 'IQD') > 1", NULL, NULL, NULL },
  { "sum(convert(goods/list/price, deal/currency))", NULL,
    "goods/list goods/list/price deal/currency goods/list/currency deal/fx/from deal/fx/to deal/fx/rate deal/fx/date", "" },
  { "date-text(deal/start)", NULL,
    "deal/start style/house style/digits style/hundred style/tanween style/repeat-noun company/law-country company/seat-country",
      "" },
};

static void
test_reads (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (reads_cases); i++)
    {
      const ReadsCase *c = &reads_cases[i];
      const MqField *table = c->table != NULL ? mq_kind_field (fixture_kind (), c->table) : NULL;
      g_autoptr (MqFormula) formula = mq_formula_parse (fixture_kind (), c->text, table, NULL);
      g_autofree char *reads = NULL, *cells = NULL;

      if (c->reads == NULL)
        {
          g_assert_null (formula);
          continue;
        }
      g_assert_nonnull (formula);
      reads = g_strjoinv (" ", (char **) mq_formula_reads (formula));
      cells = g_strjoinv (" ", (char **) mq_formula_cells (formula));
      g_assert_cmpstr (reads, ==, c->reads);
      g_assert_cmpstr (cells, ==, c->cells);
    }
}

typedef struct {
  const char *formula, *path;
  gboolean touched;
} TouchCase;

static const TouchCase touch_cases[] = {
  { "deal/amount > 1", "deal/amount", TRUE },
  { "deal/amount > 1", "deal/extra", FALSE },
  { "sum(people/list/stake)", "people/list/p1/stake", TRUE },
  { "sum(people/list/stake)", "people/list/p1/name", FALSE },
  { "sum(people/list/stake)", "people/list", TRUE },
  { "people/list not empty", "people/list", TRUE },
  { "people/list not empty", "people/list/p1/name", FALSE },
  { "cell('plan-cost', goods/plan/first) > 1", "goods/plan/plan-cost/first", TRUE },
  { "cell('plan-cost', goods/plan/first) > 1", "goods/plan/plan-income/first", FALSE },
};

static void
test_touched (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (touch_cases); i++)
    {
      const TouchCase *c = &touch_cases[i];
      g_autoptr (MqFormula) formula = mq_formula_parse (fixture_kind (), c->formula, NULL, NULL);
      g_autoptr (GPtrArray) paths = g_ptr_array_new ();
      MqChanges changes = { .paths = paths };

      g_ptr_array_add (paths, (gpointer) c->path);
      g_test_message ("%s ← %s", c->formula, c->path);
      g_assert_cmpint (mq_formula_touched_by (formula, &changes), ==, c->touched);
    }
}

static void
test_by_text (void)
{
  g_autoptr (MqFormulas) formulas = mq_formulas_new (fixture_kind ());
  const MqField *people = mq_kind_field (fixture_kind (), "people/list");
  const MqFormula *formula = mq_formulas_get (formulas, "stake > 1", people);

  g_assert_nonnull (formula);
  g_assert_true (mq_formulas_get (formulas, "stake > 1", people) == formula);
  g_assert_null (mq_formulas_get (formulas, "stake > 1", NULL));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/formula/wrong", test_wrong);
  g_test_add_func ("/formula/cut-short", test_cut_short);
  g_test_add_func ("/formula/deep", test_deep);
  g_test_add_func ("/formula/long", test_long);
  g_test_add_func ("/formula/many-rows", test_many_rows);
  g_test_add_func ("/formula/values", test_values);
  g_test_add_func ("/formula/rows", test_rows);
  g_test_add_func ("/formula/exact", test_exact);
  g_test_add_func ("/formula/problem", test_problem);
  g_test_add_func ("/formula/holds", test_holds);
  g_test_add_func ("/formula/reads", test_reads);
  g_test_add_func ("/formula/touched", test_touched);
  g_test_add_func ("/formula/by-text", test_by_text);
  return g_test_run ();
}
