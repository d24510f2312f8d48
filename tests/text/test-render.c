/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-fixture.h"

#include <string.h>

/* ---- cells, and the columns that print inside them ---- */

typedef struct {
  const char *facts[8];
  const char *column, *row, *expected;
} CellCase;

static const CellCase cell_cases[] = {
  { { "goods/list/g1/name=قمح" }, "goods/list/name", "g1", "قمح" },
  { { "goods/list/g1/pieces=12000" }, "goods/list/pieces", "g1", "١٢٬٠٠٠" },
  { { "goods/list/g1" }, "goods/list/pieces", "g1", "" },
  { { "goods/list/g1" }, "goods/list/name", "g1", "[......]" },
  { { NULL }, "goods/list/name", NULL, "[......]" },
  { { NULL }, "goods/list/price", NULL, "[مبلغ]" },
  { { "goods/list/g1/uses=أول\nثانٍ" }, "goods/list/uses", "g1", "أول\nثانٍ" },
  /* money has its currency in the cell, in short */
  { { "goods/list/g1/price=3", "goods/list/g1/currency=USD" }, "goods/list/price", "g1", "٣ دولارات" },
  { { "goods/list/g1/price=1250" }, "goods/list/price", "g1", "١٬٢٥٠" },
  /* titles stand before a name */
  { { "people/list/p1/name=سلمى", "people/list/p1/title=د." }, "people/list/name", "p1", "د. سلمى" },
  { { "people/list/p1/name=سلمى" }, "people/list/name", "p1", "سلمى" },
  { { "people/list/p1/title=د." }, "people/list/name", "p1", "د. [......]" },
  /* numbers and dates of documents behind them */
  { { "people/list/p1/papers=قرار", "people/list/p1/papers-no=12", "people/list/p1/papers-date=2026-03-01" },
    "people/list/papers", "p1", "قرار رقم (١٢) بتاريخ ١ مارس/آذار ٢٠٢٦" },
  { { "people/list/p1/papers=قرار", "people/list/p1/papers-date=2026-03-01" }, "people/list/papers", "p1",
    "قرار بتاريخ ١ مارس/آذار ٢٠٢٦" },
  { { "people/list/p1/papers-no=12" }, "people/list/papers", "p1", "رقم (١٢)" },
  { { "style/house=iraq", "goods/list/g1/state=issued", "goods/list/g1/number=7",
      "goods/list/g1/number-date=2026-03-01" },
    "goods/list/state", "g1", "صدر برقم (٧) بتاريخ ١ آذار ٢٠٢٦" },
  { { "goods/list/g1/state=issued" }, "goods/list/state", "g1", "صدر برقم ([......]) بتاريخ [تاريخ]" },
  /* an answer to a question that is not asked any more does not print */
  { { "goods/list/g1/state=asked", "goods/list/g1/number=7" }, "goods/list/state", "g1", "طُلب" },
  /* a period or date in the place that the words leave for it */
  { { "goods/list/g1/due=now" }, "goods/list/due", "g1", "عند التوقيع" },
  { { "goods/list/g1/due=months", "goods/list/g1/due-months=6" }, "goods/list/due", "g1",
    "بعد القيد بستة أشهر" },
  { { "goods/list/g1/due=months", "goods/list/g1/due-months=12" }, "goods/list/due", "g1",
    "بعد القيد باثني عشر شهراً" },
  { { "goods/list/g1/due=months", "goods/list/g1/due-months=2" }, "goods/list/due", "g1",
    "بعد القيد بشهرين" },
  { { "goods/list/g1/due=months" }, "goods/list/due", "g1", "بعد القيد بمدة [عدد]" },
  { { "goods/list/g1/due=date", "goods/list/g1/due-date=2026-03-01", "style/house=egypt" }, "goods/list/due",
    "g1",
    "في ١ مارس ٢٠٢٦" },
  { { "goods/list/g1/due=date" }, "goods/list/due", "g1", "في [تاريخ]" },
  { { "goods/list/g1" }, "goods/list/due", "g1", "[اختيار]" },
  /* the other of a choice in its place */
  { { "goods/list/g1/kind=other", "goods/list/g1/kind-other=دواء" }, "goods/list/kind", "g1", "دواء" },
  { { "goods/list/g1/kind=other" }, "goods/list/kind", "g1", "[......]" },
  { { "goods/list/g1/kind=food", "goods/list/g1/kind-other=دواء" }, "goods/list/kind", "g1", "غذاء" },
  /* the row that is picked */
  { { "people/list/p1/name=سلمى", "goods/list/g1/owner=p1" }, "goods/list/owner", "g1", "سلمى" },
  { { "people/terms/t1/term=<variant key=\"ga\"/>" }, "people/terms/term", "t1", "الجمعية العامة" },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cell_cases); i++)
    {
      const CellCase *c = &cell_cases[i];
      g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());
      g_autoptr (MqRenderer) renderer = NULL;
      g_autofree char *text = NULL;
      g_auto (MqRich) rich = { NULL };

      fixture_sets (draft, c->facts);
      renderer = mq_renderer_new (draft);
      mq_render_cell (renderer, mq_kind_field (fixture_kind (), c->column), c->row, 0, &rich, NULL);
      text = fixture_bare (rich.text);
      g_test_message ("%s of %s", c->column, c->facts[0]);
      g_assert_cmpstr (text, ==, c->expected);
    }
}

/* ---- titles of records, numbers of rows, notes ---- */

static char *
title_of (MqRenderer *renderer, const char *row, guint number)
{
  const MqPrint *print = mq_field_print (mq_kind_field (fixture_kind (), "goods/list"), NULL);
  g_auto (MqRich) rich = { NULL };

  mq_render_title (renderer, print, row, number, &rich, NULL);
  for (guint i = 0; i < rich.spans->len; i++)
    g_assert_cmpuint (g_array_index (rich.spans, MqSpan, i).end, <=, strlen (rich.text));
  return fixture_bare (rich.text);
}

static void
test_titles (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ("goods/list/g1/name=قمح", "goods/list/g2", NULL);
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
  g_autofree char *named = title_of (renderer, "g1", 7);
  g_autofree char *unnamed = title_of (renderer, "g2", 2);
  g_autofree char *blank = title_of (renderer, NULL, 1);
  g_autofree char *without_number = title_of (renderer, "g1", 0);

  g_assert_cmpstr (named, ==, "٧ – قمح");
  /* no head of a column names what is missing */
  g_assert_cmpstr (unnamed, ==, "٢ – [الصنف: ......]");
  g_assert_cmpstr (blank, ==, "[م: عدد] – [الصنف: ......]");
  g_assert_cmpstr (without_number, ==, "قمح");
}

/* Rows are numbered as they print, whatever rows are left out and in whatever order. */
static void
test_serials (void)
{
  static const char expected[] =
    "م | الصنف\n"
    "١ | تمر\n"
    "٢ | قمح\n";
  g_autoptr (MqDraft) draft =
    fixture_draft ("goods/list/g1/name=حديد", "goods/list/g1/kind=other", "goods/list/g2/name=قمح",
                   "goods/list/g2/kind=food", "goods/list/g2/price=1", "goods/list/g3/name=تمر",
                   "goods/list/g3/kind=food", "goods/list/g3/price=2", NULL);
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
  const MqField *table = mq_kind_field (fixture_kind (), "goods/list");
  const MqPrint *print = mq_field_print (table, "foods");
  g_autoptr (GString) text = g_string_new ("م | الصنف\n");
  guint n;
  g_autofree const char **rows = mq_render_rows (renderer, table, print, &n);

  for (guint i = 0; i < n; i++)
    for (guint c = 0; c < print->n_columns; c++)
      {
        g_auto (MqRich) rich = { NULL };

        mq_render_cell (renderer, print->columns[c].column, rows[i], i + 1, &rich, NULL);
        g_string_append_printf (text, "%s%s", rich.text, c + 1 < print->n_columns ? " | " : "\n");
      }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_true (mq_render_numbers_rows (print));
  g_assert_false (mq_render_numbers_rows (mq_field_print (table, NULL)));
  g_assert_false (mq_render_numbers_rows (mq_field_print (table, "prices")));
}

static MqDraft *
with_people (const char *rows)
{
  g_autofree char *text =
    g_strconcat ("<proposal xmlns=\"urn:muqtarah:proposal\" format=\"1\" kind=\"specimen\" kind-version=\"1\" "
                 "xml:lang=\"ar\" xml:id=\"d1\"><facts><style><tanween>before-alif</tanween></style><people><list>",
                 rows, "</list></people></facts><wording/><body><part xml:id=\"p\"><heading/><article xml:id=\"x\">"
                 "<heading/><table xml:id=\"x.1\" of=\"people/list\"/></article></part></body></proposal>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MqProblem) problem = NULL;
  MqDraft *draft;

  fixture_kind ();
  draft = mq_draft_parse (bytes, "people", &problem);
  g_assert_nonnull (draft);
  return draft;
}

/* The note on how percentages are rounded stands under a print that shows one, in the spelling of the house. */
static void
test_notes (void)
{
  static const struct { const char *rows, *percent, *note; } cases[] = {
    { "", NULL, NULL },
    { "<row xml:id=\"p1\"><name>أ</name></row>", NULL, NULL },
    { "<row xml:id=\"p1\"><percent>12.5</percent></row>", "١٢٫٥٠٪", "حُسبت النسب تقريبًا فيكون مجموعها مئة." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = with_people (cases[i].rows);
      g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
      const MqField *table = mq_kind_field (fixture_kind (), "people/list");
      const MqPrint *print = mq_field_print (table, NULL);
      g_autofree char *percent = mq_render_value (renderer, "people/list/p1/percent", NULL, NULL, NULL);
      g_autofree char *total = mq_render_total (renderer, table, print, mq_field_column (table, "percent"));

      g_assert_cmpstr (mq_render_note (renderer, table, print), ==, cases[i].note);
      /* two decimals belong to what is computed */
      g_assert_cmpstr (percent, ==, cases[i].percent);
      g_assert_cmpstr (total, ==, cases[i].percent);
      g_assert_null (mq_render_note (renderer, table, mq_field_print (table, "ranked")));
    }
}

static void
test_values (void)
{
  static const struct { const char *path, *form, *noun, *grammatical_case, *expected; } cases[] = {
    { "deal/title", NULL, NULL, NULL, "اتفاق" },
    { "deal/note", NULL, NULL, NULL, NULL },
    { "deal/goals", NULL, NULL, NULL, "أول\nثانٍ" },
    { "deal/amount", "words", NULL, "gen", "دينارين عراقيين" },
    { "people/list/p1/name", NULL, NULL, NULL, "سلمى" },
    { "people/list/p2/name", NULL, NULL, NULL, NULL },
    { "people/list", "rowcount", "سهم", "nom", "سهم واحد" },
    { "goods/list", "rowcount", "سهم", "nom", NULL },
    { "no/path", NULL, NULL, NULL, NULL },
  };
  g_autoptr (MqDraft) draft = fixture_draft ("deal/title=اتفاق", "deal/goals=أول\nثانٍ", "deal/currency=IQD",
                                             "deal/amount=2", "people/list/p1/name=سلمى", NULL);
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mq_render_value (renderer, cases[i].path, cases[i].form, cases[i].noun,
                                               cases[i].grammatical_case);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* ---- rows and totals ---- */

static char *
rows_of (MqRenderer *renderer, const char *path, const char *view)
{
  const MqField *table = mq_kind_field (fixture_kind (), path);
  guint n;
  g_autofree const char **rows = mq_render_rows (renderer, table, mq_field_print (table, view), &n);

  g_assert_cmpuint (g_strv_length ((char **) rows), ==, n);
  return g_strjoinv (" ", (char **) rows);
}

static void
test_rows (void)
{
  g_autoptr (MqDraft) draft =
    fixture_draft ("people/list/p1/side=egypt", "people/list/p1/stake=5", "people/list/p2/side=iraq",
                   "people/list/p2/stake=70", "people/list/p3/name=ج", "people/list/p4/side=egypt",
                   "people/list/p4/stake=5", NULL);
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
  g_autofree char *all = rows_of (renderer, "people/list", NULL);
  g_autofree char *egyptians = rows_of (renderer, "people/list", "egyptians");
  g_autofree char *ranked = rows_of (renderer, "people/list", "ranked");
  const MqField *table = mq_kind_field (fixture_kind (), "people/list");
  MqReads reads = { NULL };
  g_autofree char *paths = NULL;

  g_assert_cmpstr (all, ==, "p1 p2 p3 p4");
  g_assert_cmpstr (egyptians, ==, "p1 p4");
  /* by value, not by letters; equal ones as they stand; without a value last */
  g_assert_cmpstr (ranked, ==, "p2 p1 p4 p3");

  mq_render_rows_reads (renderer, table, mq_field_print (table, "egyptians"), &reads);
  g_ptr_array_add (reads.paths, NULL);
  paths = g_strjoinv (" ", (char **) reads.paths->pdata);
  g_assert_cmpstr (paths, ==, "people/list people/list/side");
  mq_reads_clear (&reads);
}

static char *
total_of (MqRenderer *renderer, const char *path, const char *view, const char *column)
{
  const MqField *table = mq_kind_field (fixture_kind (), path);
  g_autofree char *text = mq_render_total (renderer, table, mq_field_print (table, view),
                                           mq_field_column (table, column));

  return text != NULL ? fixture_bare (text) : NULL;
}

static void
test_totals (void)
{
  g_autoptr (MqDraft) draft =
    fixture_draft ("deal/currency=IQD", "people/list/p1/stake=1000", "people/list/p2/stake=2",
                   "goods/list/g1/price=5",
                   "goods/list/g1/currency=USD", "goods/list/g2/price=6", "goods/list/g2/currency=USD", NULL);
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
  g_autofree char *stake = total_of (renderer, "people/list", NULL, "stake");
  g_autofree char *name = total_of (renderer, "people/list", NULL, "name");
  g_autofree char *percent = total_of (renderer, "people/list", NULL, "percent");
  g_autofree char *price = total_of (renderer, "goods/list", "prices", "price");
  g_autofree char *mixed = NULL;

  g_assert_cmpstr (stake, ==, "١٬٠٠٢ دينار");
  g_assert_cmpstr (name, ==, NULL);
  g_assert_cmpstr (percent, ==, NULL);
  g_assert_cmpstr (price, ==, "١١ دولاراً");
  fixture_set (draft, "goods/list/g2/currency=EGP");
  mixed = total_of (renderer, "goods/list", "prices", "price");
  g_assert_cmpstr (mixed, ==, NULL);
}

/* ---- what prints, and its numbers ---- */

/* the articles of the model with their numbers, "-" for one that does not print */
static char *
numbers_of (MqRenderer *renderer)
{
  static const char *const ids[] = { "front-1", "a-1", "a-2", "a-3", "h-1", "g-1", "g-2", "s-1" };
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const MqNode *article = mq_draft_by_id (mq_renderer_draft (renderer), ids[i]);

      g_string_append_printf (out, "%s", i > 0 ? " " : "");
      if (mq_renderer_prints (renderer, article))
        g_string_append_printf (out, "%u", mq_renderer_number (renderer, ids[i]));
      else
        g_string_append_c (out, '-');
    }
  return g_strdup (out->str);
}

static void
collect (MqDraft *draft, const MqChanges *changes, gpointer data)
{
  MqRenderer *renderer = ((gpointer *) data)[0];
  GString *log = ((gpointer *) data)[1];

  g_string_append (log, mq_renderer_update (renderer, changes) ? "all " : "some ");
}

static void
test_update (void)
{
  g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
  g_autoptr (GString) log = g_string_new (NULL);
  gpointer data[] = { renderer, log };
  g_autofree char *before = numbers_of (renderer);
  g_autofree char *with = NULL, *after = NULL, *undone = NULL;

  g_signal_connect (draft, "changed", G_CALLBACK (collect), data);
  g_assert_cmpstr (before, ==, "0 1 - 2 - 3 4 0");
  fixture_set (draft, "deal/title=اتفاق");
  fixture_set (draft, "deal/agreed=true");
  with = numbers_of (renderer);
  g_assert_cmpstr (with, ==, "0 1 2 3 4 5 6 0");
  fixture_set (draft, "deal/agreed=false");
  after = numbers_of (renderer);
  g_assert_cmpstr (after, ==, before);
  /* not true before and after: nothing is to be rendered anew */
  mq_draft_set (draft, "deal/agreed", NULL, NULL);
  fixture_set (draft, "style/house=iraq");
  fixture_set (draft, "company/law-country=egypt");
  g_assert_cmpstr (log->str, ==, "some all all some all all ");
  mq_draft_undo (draft);
  mq_draft_undo (draft);
  mq_draft_undo (draft);
  mq_draft_undo (draft);
  undone = numbers_of (renderer);
  g_assert_cmpstr (undone, ==, with);
}

static void
test_prints (void)
{
  g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
  static const struct { const char *id; gboolean before, after; } cases[] = {
    { "part-front", TRUE, TRUE }, { "part-hidden", FALSE, TRUE }, { "h-1", FALSE, TRUE }, { "h-1.1", FALSE,
                                                                                            TRUE },
    { "a-3.2.1", TRUE, TRUE },    { "a-3.2.2", FALSE, TRUE },     { "a-2.1", FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mq_renderer_prints (renderer, mq_draft_by_id (draft, cases[i].id)), ==, cases[i].before);
  fixture_set (draft, "deal/agreed=true");
  g_assert_true (mq_renderer_update (renderer, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mq_renderer_prints (renderer, mq_draft_by_id (draft, cases[i].id)), ==, cases[i].after);
}

static void
test_labels (void)
{
  static const struct { const char *house, *digits, *article, *part, *item, *deeper; } cases[] = {
    { "joint", "arabic", "المادة (٢)", "الباب الأول", "(ب)", "٢-" },
    { "egypt", "arabic", "مادة (٢)", "الباب الأول", "(ب)", "٢-" },
    { "iraq", "latin", "المادة (2)", "الباب الأول", "ب-", "2-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());
      g_autoptr (MqRenderer) renderer = NULL;
      g_autofree char *article = NULL, *part = NULL, *item = NULL, *deeper = NULL, *deepest = NULL,
        *many = NULL;

      mq_draft_set (draft, "style/house", cases[i].house, NULL);
      mq_draft_set (draft, "style/digits", cases[i].digits, NULL);
      renderer = mq_renderer_new (draft);
      article = mq_renderer_article_label (renderer, "a-3");
      part = mq_renderer_part_label (renderer, "part-deal");
      item = mq_renderer_item_label (renderer, 2, 1);
      deeper = mq_renderer_item_label (renderer, 2, 2);
      deepest = mq_renderer_item_label (renderer, 2, 3);
      many = mq_renderer_item_label (renderer, 5, 1);
      g_assert_cmpstr (article, ==, cases[i].article);
      g_assert_cmpstr (part, ==, cases[i].part);
      g_assert_cmpstr (item, ==, cases[i].item);
      g_assert_cmpstr (deeper, ==, cases[i].deeper);
      g_assert_cmpstr (deepest, ==, "–");
      g_assert_nonnull (strstr (many, "هـ"));
      g_assert_null (mq_renderer_article_label (renderer, "front-1"));
      g_assert_null (mq_renderer_article_label (renderer, "a-2"));
      g_assert_null (mq_renderer_part_label (renderer, "part-front"));
      g_assert_null (mq_renderer_part_label (renderer, "part-hidden"));
    }
}

static void
test_blank (void)
{
  g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
  g_autofree char *blank = mq_render_blank (renderer, mq_kind_field (fixture_kind (), "deal/amount"));

  g_assert_cmpstr (blank, ==, "[المبلغ: ......]");
}

/* ---- plain text ---- */

static void
test_plain_filled (void)
{
  static const char expected[] =
    "الديباجة\n"
    "اتفاق بعنوان «توريد البضائع 2026».\n"
    "الباب الأول – الأحكام\n"
    "المادة (1) – المبلغ\n"
    "قدره 1,500 دينار عراقي (ألف وخمسمئة دينار عراقي)، الهيئة العامة.\n"
    "المادة (2) – الغرامة\n"
    "غرامته 1.5% خلال ثلاثين يوماً.\n"
    "المادة (3) – مشاريع\n"
    "وهي:\n"
    "أ- بند 1.\n"
    "ب- بند مشروط.\n"
    "ج- بند أخير.\n"
    "الباب الثاني – باب مشروط\n"
    "المادة (4) – مشروطة\n"
    "نص.\n"
    "الباب الثالث – البضائع\n"
    "المادة (5) – الجداول\n"
    "الاسم | المساهمة | النسبة\n"
    "د. سلمى | 750 ديناراً | \n"
    "بان | 250 ديناراً | \n"
    "المجموع | 1,000 دينار | \n"
    "أ- سلمى (د.)\n"
    "1 – قمح\n"
    "المالك: بان\n"
    "السعر: 3 دولارات\n"
    "الاستعمالات: خبز؛ علف\n"
    "أ- أول\n"
    "ب- ثانٍ\n"
    "سبب\n"
    "سبب آخر\n"
    "الشركة: ما يُنشأ بهذا الاتفاق.\n"
    "المادة (6) – الإحالة\n"
    "وفق المواد (1) و(2) و(3).\n"
    "التواقيع\n"
    "الموقّع: سلمى\n"
    "التاريخ: ......\n"
    "التوقيع: ......\n";
  g_autoptr (MqDraft) draft =
    fixture_draft ("style/house=iraq", "style/digits=latin", "company/law-country=iraq",
                   "deal/title=توريد البضائع ٢٠٢٦",
                   "deal/currency=IQD", "deal/amount=1500", "deal/agreed=true", "deal/late-fee=1.5",
                   "people/list/p1/name=سلمى", "people/list/p1/title=د.", "people/list/p1/side=egypt",
                   "people/list/p1/stake=750", "people/list/p2/name=بان", "people/list/p2/stake=250",
                   "goods/list/g1/name=قمح", "goods/list/g1/owner=p2", "goods/list/g1/price=3",
                   "goods/list/g1/currency=USD", "goods/list/g1/uses=خبز\nعلف", "deal/goals=أول\nثانٍ",
                   "deal/reasons=سبب\nسبب آخر", "people/terms/t1/term=الشركة",
                   "people/terms/t1/text=ما يُنشأ بهذا الاتفاق.", "people/sign/s1/person=p1", NULL);
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
  g_autofree char *plain = mq_render_plain (renderer);
  g_autofree char *text = fixture_bare (plain);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1), wanted = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL && wanted[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, wanted[i]);
  g_assert_cmpstr (text, ==, expected);
}

/* A new draft of the standard proposal: blanks where something is missing, and nothing of the markup. */
static void
test_plain_new (void)
{
  static const char *const never[] = { "{", "}", "[[", "]]", "<", ">", "\u2066", "\u2069", "(null)", " ،",
                                       " ." };
  g_autoptr (MqProblem) problem = NULL;
  const MqKind *kind = mq_kind_find ("standard", &problem);
  g_autoptr (MqDraft) draft = NULL;
  g_autoptr (MqRenderer) renderer = NULL;
  g_autoptr (GString) rest = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (kind);
  draft = mq_draft_new (kind);
  renderer = mq_renderer_new (draft);
  text = mq_render_plain (renderer);
  /* the dots of blanks and of places to sign stand behind a space */
  rest = g_string_new (text);
  g_string_replace (rest, ": ......", "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_test_message ("“%s”", never[i]);
      g_assert_null (strstr (rest->str, never[i]));
    }
  g_assert_nonnull (strstr (text, "[عنوان المقترح: ......]"));
  g_assert_nonnull (strstr (text, "\nالباب الأول – التعاريف\nالمادة (١) – التعاريف\n"));
  g_assert_nonnull (strstr (text, "\n(د) "));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/render/cells", test_cells);
  g_test_add_func ("/render/titles", test_titles);
  g_test_add_func ("/render/serials", test_serials);
  g_test_add_func ("/render/notes", test_notes);
  g_test_add_func ("/render/values", test_values);
  g_test_add_func ("/render/rows", test_rows);
  g_test_add_func ("/render/totals", test_totals);
  g_test_add_func ("/render/update", test_update);
  g_test_add_func ("/render/prints", test_prints);
  g_test_add_func ("/render/labels", test_labels);
  g_test_add_func ("/render/blank", test_blank);
  g_test_add_func ("/render/plain-filled", test_plain_filled);
  g_test_add_func ("/render/plain-new", test_plain_new);
  return g_test_run ();
}
