/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-fixture.h"

#include <string.h>

#include "mq-fold.h"

/* Each kind of inline content, and what an empty fact does.  In articles a-1 … a-5 the second prints only
 * when deal/agreed is true; a-1 holds the paragraph. */

#define V(of, form) "<value of=\"" of "\" " form "/>"

typedef struct {
  const char *facts[6];
  const char *content;
  const char *expected;
} InlineCase;

static const InlineCase value_cases[] = {
  /* text as entered, digits in the document's shape, Latin left alone */
  { { "deal/title=اتفاق رقم 12" }, V ("deal/title", ""), "اتفاق رقم ١٢" },
  { { "deal/title=النسخة 1.2" }, V ("deal/title", ""), "النسخة ١٫٢" },
  { { "deal/title=القسم 1.2.3 و١٫٥" }, V ("deal/title", ""), "القسم ١.٢.٣ و١٫٥" },
  { { "deal/title=معيار ISO/IEC 27001 سنة 2022" }, V ("deal/title", ""), "معيار ISO/IEC 27001 سنة ٢٠٢٢" },
  { { "style/digits=latin", "deal/title=المادة ٥ و١٫٥" }, V ("deal/title", ""), "المادة 5 و1.5" },
  { { "style/digits=latin" }, "المادة ٥", "المادة 5" },
  { { NULL }, "المادة 5", "المادة ٥" },
  { { "deal/code=AB-12" }, V ("deal/code", ""), "AB-12" },
  /* and the marks of figures with them */
  { { "deal/title=52% و1,800" }, V ("deal/title", ""), "٥٢٪ و١٬٨٠٠" },
  { { "style/digits=latin", "deal/title=٩٩٫٥٪ و١٬٨٠٠" }, V ("deal/title", ""), "99.5% و1,800" },
  { { "deal/title=ISO 9001 5% و5%" }, V ("deal/title", ""), "ISO 9001 5% و٥٪" },
  { { "deal/purpose=غرض" }, V ("deal/purpose", ""), "غرض" },
  { { "deal/goals=أول\nثانٍ" }, V ("deal/goals", ""), "أول، ثانٍ" },
  { { "deal/word=معنى <variant key=\"ga\"/> هنا" }, V ("deal/word", ""), "معنى الجمعية العامة هنا" },
  { { "deal/file=study.pdf" }, V ("deal/file", ""), "study.pdf" },
  /* money and words name the country in running text */
  { { "deal/currency=IQD", "deal/amount=1250.5" }, V ("deal/amount", "as=\"money\""), "١٬٢٥٠٫٥ دينار عراقي" },
  { { "deal/currency=IQD", "deal/amount=3" }, V ("deal/amount", ""), "٣ دنانير عراقية" },
  { { "deal/currency=EGP", "deal/amount=11" }, V ("deal/amount", "as=\"money\""), "١١ جنيهاً مصرياً" },
  { { "deal/currency=IQD", "deal/amount=2" }, V ("deal/amount", "as=\"words\" case=\"nom\""),
    "ديناران عراقيان" },
  { { "deal/currency=IQD", "deal/amount=2" }, V ("deal/amount", "as=\"words\" case=\"gen\""),
    "دينارين عراقيين" },
  { { "style/hundred=maia", "deal/currency=IQD", "deal/amount=500" }, V ("deal/amount",
                                                                         "as=\"words\" case=\"nom\""),
    "خمسمائة دينار عراقي" },
  { { "deal/amount=1000" }, V ("deal/amount", "as=\"money\""), "١٬٠٠٠ [العملة: اختيار]" },
  { { "deal/amount=1000" }, V ("deal/amount", "as=\"words\" case=\"nom\""), "[العملة: اختيار]" },
  /* numbers */
  { { "deal/share=51" }, V ("deal/share", "as=\"percent\""), "٥١٪" },
  { { "deal/share=51.5" }, V ("deal/share", "as=\"percent\""), "٥١٫٥٪" },
  { { "deal/share=22.5" }, V ("deal/share", ""), "٢٢٫٥٪" },
  { { "deal/share=22.50" }, V ("deal/share", ""), "٢٢٫٥٠٪" },
  { { "deal/share=33.33" }, V ("deal/share", ""), "٣٣٫٣٣٪" },
  { { "deal/rate=0.25" }, V ("deal/rate", ""), "٠٫٢٥" },
  { { "deal/year=2026" }, V ("deal/year", ""), "٢٠٢٦" },
  { { "deal/rank=3" }, V ("deal/rank", ""), "الثالث" },
  { { "deal/days=30" }, V ("deal/days", "as=\"count\" noun=\"يوم\" case=\"gen\""), "ثلاثين يوماً" },
  { { "deal/days=2" }, V ("deal/days", "as=\"count\" noun=\"شهر\" case=\"acc\""), "شهرين" },
  { { "deal/days=5" }, V ("deal/days", "as=\"count\" noun=\"مشروع\" case=\"nom\""), "خمسة مشروعات" },
  { { "style/house=iraq", "deal/days=5" }, V ("deal/days", "as=\"count\" noun=\"مشروع\" case=\"nom\""),
    "خمسة مشاريع" },
  { { "style/tanween=before-alif", "deal/days=30" }, V ("deal/days",
                                                        "as=\"count\" noun=\"يوم\" case=\"gen\""),
                                                          "ثلاثين يومًا" },
  /* amounts and percentages in words, numbers in order */
  { { "deal/currency=IQD", "deal/amount=101" }, V ("deal/amount", "as=\"words\" case=\"acc\" style=\"long\""),
    "مئة دينار عراقي وديناراً واحداً" },
  { { "deal/currency=IQD", "deal/amount=101" }, V ("deal/amount", "as=\"words\" case=\"acc\" style=\"short\""),
    "مئة دينار وديناراً واحداً" },
  { { "deal/currency=EGP", "deal/amount=20" }, V ("deal/amount",
                                                 "as=\"words\" case=\"gen\" style=\"long\" wrap=\"true\""),
    "فقط عشرون جنيهاً مصرياً لا غير" },
  { { "deal/currency=EGP", "deal/amount=20" }, V ("deal/amount",
                                                 "as=\"words\" case=\"gen\" style=\"short\" wrap=\"false\""),
    "عشرين جنيهاً" },
  { { "style/repeat-noun=false", "deal/currency=EGP", "deal/amount=102" },
    V ("deal/amount", "as=\"words\" case=\"gen\" style=\"short\""), "مئة واثنين جنيه" },
  { { "style/house=egypt", "deal/share=51" }, V ("deal/share", "as=\"words\" case=\"acc\""),
    "واحداً وخمسين في المئة" },
  { { "style/house=iraq", "deal/share=12.5" }, V ("deal/share", "as=\"words\" case=\"gen\""),
    "اثني عشر ونصف بالمئة" },
  { { "deal/share=33.33" }, V ("deal/share", "as=\"words\" case=\"nom\""), "٣٣٫٣٣٪" },
  { { "deal/days=21" }, V ("deal/days", "as=\"ordinal\" gender=\"f\" case=\"gen\""), "الحادية والعشرين" },
  { { "deal/days=2" }, V ("deal/days", "as=\"ordinal\" gender=\"m\" case=\"nom\""), "الثاني" },
  { { "style/hundred=maia", "deal/days=345" }, V ("deal/days", "as=\"ordinal\" gender=\"m\" case=\"nom\""),
    "الخامس والأربعون بعد الثلاثمائة" },
  { { NULL }, "الفقرة <number xml:id=\"n1\" as=\"ordinal\" gender=\"f\" case=\"gen\">5</number>",
    "الفقرة الخامسة" },
  { { NULL }, V ("deal/days", "as=\"ordinal\" gender=\"f\" case=\"nom\""), "[المدة: عدد]" },
  /* dates */
  { { "deal/start=2026-11-24" }, V ("deal/start", "as=\"date\""), "٢٤ نوفمبر/تشرين الثاني ٢٠٢٦" },
  { { "style/house=egypt", "deal/start=2026-11-24" }, V ("deal/start", ""), "٢٤ نوفمبر ٢٠٢٦" },
  { { "style/house=iraq", "deal/start=2026-11-24" }, V ("deal/start", ""), "٢٤ تشرين الثاني ٢٠٢٦" },
  { { "style/house=iraq", "deal/season=--01-01" }, V ("deal/season", "as=\"day-month\""), "١ كانون الثاني" },
  { { "style/house=egypt", "deal/season=--01-01" }, V ("deal/season", ""), "أول يناير" },
  /* choices */
  { { "deal/agreed=true" }, V ("deal/agreed", ""), "نعم" },
  { { "deal/form=sale" }, V ("deal/form", ""), "بيع" },
  { { "style/house=iraq", "deal/form=assembly" }, V ("deal/form", ""), "الهيئة" },
  { { "style/house=iraq", "company/law-country=egypt", "deal/form=assembly" }, V ("deal/form", ""),
    "الجمعية" },
  { { "company/law-country=iraq", "deal/form=assembly" }, V ("deal/form", ""), "الهيئة" },
  { { "deal/form=other", "deal/form-other=مقايضة" }, V ("deal/form", ""), "مقايضة" },
  { { "deal/form=other" }, V ("deal/form", ""), "[بيان الشكل: ......]" },
  { { "people/list/p1/name=سلمى", "deal/lead=p1" }, V ("deal/lead", ""), "سلمى" },
  { { "deal/lead=company" }, V ("deal/lead", ""), "الشركة" },
  { { "goods/list/g1/price=7", "goods/list/g1/currency=USD" }, V ("goods/list/g1/price", ""),
    "٧ دولارات أمريكية" },
  { { "people/list/p1/name=أ", "people/list/p2/name=ب" }, V ("people/list",
                                                             "as=\"rowcount\" noun=\"سهم\" case=\"gen\""),
    "سهمين" },
  /* blanks name the fact and say what is missing; outside of a run also when nobody asks for it */
  { { NULL }, V ("deal/title", ""), "[العنوان: ......]" },
  { { NULL }, V ("deal/note", ""), "[الملاحظة: ......]" },
  { { NULL }, V ("deal/amount", "as=\"money\""), "[المبلغ: ......]" },
  { { NULL }, V ("deal/amount", "as=\"words\" case=\"nom\""), "[المبلغ: بالحروف]" },
  { { NULL }, V ("deal/extra", ""), "[الإضافة: مبلغ]" },
  { { NULL }, V ("deal/extra", "as=\"words\" case=\"nom\""), "[الإضافة: مبلغ بالحروف]" },
  { { "company/law-country=iraq" }, V ("deal/amount", ""), "[القيمة: مبلغ]" },
  { { NULL }, V ("deal/share", ""), "[الحصة: نسبة]" },
  { { NULL }, V ("deal/days", "as=\"count\" noun=\"يوم\" case=\"nom\""), "[المدة: عدد]" },
  { { NULL }, V ("deal/start", ""), "[البداية: تاريخ]" },
  { { NULL }, V ("deal/season", ""), "[الموسم: يوم وشهر]" },
  { { NULL }, V ("deal/form", ""), "[الشكل: اختيار]" },
  { { NULL }, V ("deal/lead", ""), "[الرئيس: اختيار]" },
  { { NULL }, V ("deal/goals", ""), "[الأهداف: ......]" },
  { { NULL }, V ("people/list", "as=\"rowcount\" noun=\"سهم\" case=\"gen\""), "[الأشخاص: عدد]" },
  /* what the name says is not said again, with the article or without, but a longer word is another */
  { { NULL }, V ("deal/parts", ""), "[عدد الأجزاء: ......]" },
  { { NULL }, V ("deal/top-share", ""), "[أعلى نسبة: نسبة]" },
};

static const InlineCase other_cases[] = {
  { { NULL }, "<variant key=\"ga\"/>", "الجمعية العامة" },
  { { "style/house=iraq" }, "<variant key=\"ga\"/>", "الهيئة العامة" },
  { { "company/law-country=iraq" }, "<variant key=\"ga\"/>", "الهيئة العامة" },
  { { "style/house=iraq", "company/law-country=egypt" }, "<variant key=\"ga\"/>", "الجمعية العامة" },
  { { "style/house=iraq", "company/law-country=treaty" }, "<variant key=\"ga\"/>", "الهيئة العامة" },
  /* under a treaty, or without a law, the seat tells whose terms they are */
  { { "company/law-country=treaty", "company/seat-country=iraq" }, "<variant key=\"ga\"/>", "الهيئة العامة" },
  { { "style/house=iraq", "company/law-country=treaty", "company/seat-country=egypt" },
    "<variant key=\"ga\"/>", "الجمعية العامة" },
  { { "company/seat-country=iraq" }, "<variant key=\"ga\"/>", "الهيئة العامة" },
  { { "style/house=iraq", "company/seat-country=egypt" }, "<variant key=\"ga\"/>", "الجمعية العامة" },
  { { "company/law-country=egypt", "company/seat-country=iraq" }, "<variant key=\"ga\"/>", "الجمعية العامة" },
  { { "company/law-country=iraq" }, "<variant key=\"projects\"/>", "مشروعات" },
  { { "style/house=iraq" }, "<variant key=\"projects\"/>", "مشاريع" },
  { { NULL }, "<number xml:id=\"n1\" as=\"count\" noun=\"يوم\" case=\"gen\">30</number>", "ثلاثين يوماً" },
  { { NULL }, "<number xml:id=\"n1\">1500</number>", "١٥٠٠" },
  { { NULL }, "<number xml:id=\"n1\" as=\"percent\">5</number>", "٥٪" },
  { { "deal/form=sale" }, "<phrase of=\"deal/form\" map=\"how\"/>.", "بطريق البيع." },
  { { "deal/form=other", "deal/form-other=مقايضة" }, "<phrase of=\"deal/form\" map=\"how\"/>.",
    "بطريق مقايضة." },
  { { "deal/form=other" }, "<phrase of=\"deal/form\" map=\"how\"/>.", "بطريق [بيان الشكل: ......]." },
  { { "deal/form=assembly" }, "[<phrase of=\"deal/form\" map=\"how\"/>]", "[]" },
  { { NULL }, "<phrase of=\"deal/form\" map=\"how\"/>.", "[الشكل: اختيار]." },
  { { NULL }, "<term ref=\"t-1\">للشركة</term>", "للشركة" },
  { { NULL }, "<term ref=\"t-1\"><variant key=\"ga\"/></term>", "الجمعية العامة" },
  /* all that is printed follows the house's spelling, what was entered too */
  { { "style/tanween=before-alif", "deal/title=أولاً" }, "ثانياً " V ("deal/title", ""), "ثانيًا أولًا" },
  { { "deal/title=أولًا" }, "ثانياً " V ("deal/title", ""), "ثانياً أولاً" },
  { { "style/hundred=maia", "deal/title=مئة" }, "مئة ومئتان وخمسمئة ومئوية " V ("deal/title", ""),
    "مائة ومائتان وخمسمائة ومئوية مائة" },
  { { "deal/title=مائة ومائتي وستمائة ومئوية ومائت" }, V ("deal/title", ""), "مئة ومئتي وستمئة ومئوية ومائت" },
};

#define OPT(inside) "س<optional> " inside "</optional>"

/* the rules of `empties` */
static const InlineCase optional_cases[] = {
  { { "deal/note=نعم" }, OPT (V ("deal/note", "")), "س نعم" },
  { { NULL }, OPT (V ("deal/note", "")), "س" },
  { { "deal/note=نعم" }, OPT (V ("deal/note", "") V ("deal/code", "")), "س" },
  { { NULL }, OPT ("نص"), "س نص" },
  /* required and empty: the run stays, and shows the blank */
  { { NULL }, OPT (V ("deal/title", "")), "س [العنوان: ......]" },
  { { "deal/agreed=true" }, OPT (V ("deal/late-fee", "")), "س [غرامة التأخير: نسبة]" },
  { { "deal/agreed=false" }, OPT (V ("deal/late-fee", "")), "س" },
  { { NULL }, OPT (V ("deal/late-fee", "")), "س" },
  { { NULL }, OPT (V ("people/list", "as=\"rowcount\" noun=\"سهم\" case=\"gen\"")), "س [الأشخاص: عدد]" },
  { { NULL }, OPT (V ("goods/list", "as=\"rowcount\" noun=\"سهم\" case=\"gen\"")), "س" },
  /* an answer that means none drops it, even of a required fact */
  { { "deal/rotation=none" }, OPT (V ("deal/rotation", "")), "س" },
  { { "deal/rotation=yearly" }, OPT (V ("deal/rotation", "")), "س سنوياً" },
  { { NULL }, OPT (V ("deal/rotation", "")), "س [التناوب: اختيار]" },
  { { "deal/share=0" }, OPT (V ("deal/share", "")), "س" },
  { { "deal/share=0.00" }, OPT (V ("deal/share", "")), "س" },
  { { "deal/share=0" }, V ("deal/share", ""), "٠٪" },
  /* a computed fact is never asked for */
  { { NULL }, OPT (V ("deal/total", "")), "س" },
  /* a choice that holds other is as empty as its sibling */
  { { "deal/form=other" }, OPT (V ("deal/form", "")), "س [بيان الشكل: ......]" },
  { { "deal/form=other", "deal/form-other=مقايضة" }, OPT (V ("deal/form", "")), "س مقايضة" },
  /* phrases */
  { { "deal/form=sale" }, OPT ("<phrase of=\"deal/form\" map=\"how\"/>"), "س بطريق البيع" },
  { { "deal/form=assembly" }, OPT ("<phrase of=\"deal/form\" map=\"how\"/>"), "س" },
  { { NULL }, OPT ("<phrase of=\"deal/form\" map=\"how\"/>"), "س" },
  { { "deal/form=other" }, OPT ("<phrase of=\"deal/form\" map=\"how\"/>"), "س بطريق [بيان الشكل: ......]" },
  /* references */
  { { NULL }, OPT ("وفق <ref to=\"a-3\" case=\"gen\"/>"), "س وفق المادة (٢)" },
  { { NULL }, OPT ("وفق <ref to=\"a-2\" case=\"gen\"/>"), "س" },
  { { "deal/agreed=true" }, OPT ("وفق <ref to=\"a-2\" case=\"gen\"/>"), "س وفق المادة (٢)" },
  { { NULL }, OPT ("وفق <ref annex=\"memo\" case=\"gen\"/>"), "س" },
  { { "annex/list/x1/kind=memo" }, OPT ("وفق <ref annex=\"memo\" case=\"gen\"/>"), "س وفق الملحق (١)" },
  /* inside a term */
  { { NULL }, OPT ("<term ref=\"t\">" V ("deal/note", "") "</term>"), "س" },
};

#define REF(to, c) "<ref to=\"" to "\" case=\"" c "\"/>"

static const InlineCase reference_cases[] = {
  { { NULL }, REF ("a-1", "nom"), "المادة (١)" },
  { { NULL }, REF ("a-1", "gen"), "المادة (١)" },
  { { NULL }, REF ("a-1 a-3", "nom"), "المادتان (١) و(٢)" },
  { { NULL }, REF ("a-1 a-3", "gen"), "المادتين (١) و(٢)" },
  { { NULL }, REF ("a-1 a-3", "acc"), "المادتين (١) و(٢)" },
  /* what does not print is left out; what is left stands in the order of the numbers, each once */
  { { NULL }, REF ("a-2 a-3", "gen"), "المادة (٢)" },
  { { NULL }, REF ("a-4 a-1 a-3", "gen"), "المواد (١) و(٢) و(٣)" },
  { { NULL }, REF ("a-3 a-3", "gen"), "المادة (٢)" },
  { { "deal/agreed=true" }, REF ("a-1 a-2 a-3 a-4 a-5", "gen"), "المواد من (١) إلى (٥)" },
  { { "deal/agreed=true" }, REF ("a-5 a-1 a-3", "gen"), "المواد (١) و(٣) و(٥)" },
  { { "deal/agreed=true" }, REF ("a-1 a-2 a-4", "nom"), "المواد (١) و(٢) و(٤)" },
  { { "style/digits=latin" }, REF ("a-1", "gen"), "المادة (1)" },
  /* nothing left: it shows */
  { { NULL }, REF ("a-2", "gen"), "[إحالة إلى مادة محذوفة]" },
  { { NULL }, REF ("gone", "gen"), "[إحالة إلى مادة محذوفة]" },
  { { NULL }, REF ("gone a-2", "gen"), "[إحالة إلى مادة محذوفة]" },
  /* annexes go by their place */
  { { "annex/list/x1/kind=study", "annex/list/x2/kind=memo" }, "<ref annex=\"memo\" case=\"gen\"/>",
    "الملحق (٢)" },
  { { "annex/list/x1/kind=memo", "annex/list/x2/kind=memo" }, "<ref annex=\"memo\" case=\"gen\"/>",
    "الملحقين (١) و(٢)" },
  { { "annex/list/x1/kind=memo", "annex/list/x2/kind=memo" }, "<ref annex=\"memo\" case=\"nom\"/>",
    "الملحقان (١) و(٢)" },
  { { "annex/list/x1/kind=memo", "annex/list/x2/kind=study", "annex/list/x3/kind=memo",
      "annex/list/x4/kind=memo" },
    "<ref annex=\"memo\" case=\"gen\"/>", "الملاحق (١) و(٣) و(٤)" },
  { { NULL }, "<ref annex=\"memo\" case=\"gen\"/>", "[إحالة إلى ملحق غير مدرج: نسخة المذكرة]" },
};

static void
check_cases (const InlineCase *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MqDraft) draft = fixture_para (cases[i].content);
      g_autofree char *text = NULL;

      fixture_sets (draft, cases[i].facts);
      text = fixture_render (draft);
      g_test_message ("%s", cases[i].content);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void test_values     (void) { check_cases (value_cases, G_N_ELEMENTS (value_cases)); }
static void test_others     (void) { check_cases (other_cases, G_N_ELEMENTS (other_cases)); }
static void test_optional   (void) { check_cases (optional_cases, G_N_ELEMENTS (optional_cases)); }
static void test_references (void) { check_cases (reference_cases, G_N_ELEMENTS (reference_cases)); }

/* ---- marks of direction and spaces ---- */

static void
test_marks (void)
{
  static const struct { const char *fact, *content, *expected; } cases[] = {
    { "deal/code=AB-12", V ("deal/code", ""), "\u2066AB-12\u2069" },
    { "deal/title=البريد a@b.example", V ("deal/title", ""), "البريد \u2066a@b.example\u2069" },
    { "deal/title=(ISO 9001).", V ("deal/title", ""), "(\u2066ISO 9001\u2069)." },
    { "deal/title=نظام (SAP (ERP)) جديد", V ("deal/title", ""), "نظام (\u2066SAP (ERP)\u2069) جديد" },
    { "deal/title=اتفاق", "<value of=\"deal/title\" as=\"ltr\"/>", "\u2066اتفاق\u2069" },
    /* numbers with a slash between them are read from the right */
    { "deal/title=ف م/047/2026", V ("deal/title", ""), "ف م/٠٤٧\u200F/٢٠٢٦" },
    { "deal/code=047/2026", V ("deal/code", ""), "\u2066047/2026\u2069" },
    { "deal/days=3", V ("deal/days", ""), "٣" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = fixture_para (cases[i].content);
      g_autoptr (MqRenderer) renderer = NULL;
      g_auto (MqRich) rich = { NULL };

      fixture_set (draft, cases[i].fact);
      renderer = mq_renderer_new (draft);
      mq_render_inline (renderer, mq_draft_by_id (draft, "a-1.1"), NULL, &rich, NULL);
      g_assert_cmpstr (rich.text, ==, cases[i].expected);
    }
}

/* ---- spans and reads ---- */

static char *
describe_spans (const MqRich *rich)
{
  static const char *const names[] = { "value", "blank", "number", "ref", "term" };
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < rich->spans->len; i++)
    {
      const MqSpan *span = &g_array_index (rich->spans, MqSpan, i);

      g_string_append_printf (out, "%s%s %s «%.*s»", i > 0 ? " | " : "", names[span->type], span->target,
                              (int) (span->end - span->start), rich->text + span->start);
    }
  return g_strdup (out->str);
}

static void
test_spans (void)
{
  static const struct { const char *content, *expected; } cases[] = {
    { "قبل " V ("deal/title", "") " بعد", "value deal/title «اتفاق»" },
    { V ("deal/note", ""), "blank deal/note «[الملاحظة: ......]»" },
    { "<number xml:id=\"n1\">5</number>", "number body/n1 «٥»" },
    { "<term ref=\"t-1\">في " V ("deal/title", "") "</term>.",
      "term t-1 «في اتفاق» | value deal/title «اتفاق»" },
    { REF ("a-1", "gen"), "ref a-1 «المادة (١)»" },
    { REF ("a-1 a-3", "gen"), "ref a-1 «المادتين (١)» | ref a-3 «(٢)»" },
    { REF ("a-1 a-3 a-4 a-5", "gen"), "ref a-1 «المواد من (١)» | ref a-5 «(٤)»" },
    { REF ("a-1 a-3 a-4", "gen"), "ref a-1 «المواد (١)» | ref a-3 «(٢)» | ref a-4 «(٣)»" },
    { REF ("gone", "gen"), "blank gone «[إحالة إلى مادة محذوفة]»" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = fixture_para (cases[i].content);
      g_autoptr (MqRenderer) renderer = NULL;
      g_autofree char *spans = NULL;
      g_auto (MqRich) rich = { NULL };

      fixture_set (draft, "deal/title=اتفاق");
      renderer = mq_renderer_new (draft);
      mq_render_inline (renderer, mq_draft_by_id (draft, "a-1.1"), NULL, &rich, NULL);
      spans = describe_spans (&rich);
      g_assert_cmpstr (spans, ==, cases[i].expected);
    }
}

static void
test_reads (void)
{
  static const struct { const char *content, *expected; } cases[] = {
    { "نص", "" },
    { V ("deal/title", "") V ("deal/title", ""), "deal/title" },
    { V ("deal/amount", "as=\"money\""), "deal/amount deal/currency" },
    /* also what decides whether a run is dropped, and all of it */
    { OPT (V ("deal/note", "") V ("deal/late-fee", "")), "deal/note deal/late-fee deal/agreed" },
    { "<phrase of=\"deal/form\" map=\"how\"/>", "deal/form" },
    { V ("deal/lead", ""), "deal/lead people/list/name" },
    { "<ref annex=\"memo\" case=\"gen\"/>", "annex/list annex/list/kind" },
    { "<number xml:id=\"n1\">5</number>", "body/n1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = fixture_para (cases[i].content);
      g_autoptr (MqRenderer) renderer = NULL;
      g_autofree char *paths = NULL;
      g_auto (MqRich) rich = { NULL };
      MqReads reads = { NULL };

      fixture_sets (draft, (const char *const[]) { "deal/amount=5", "people/list/p1/name=أ", "deal/lead=p1",
                                                   NULL });
      renderer = mq_renderer_new (draft);
      mq_render_inline (renderer, mq_draft_by_id (draft, "a-1.1"), NULL, &rich, &reads);
      if (reads.paths != NULL)
        g_ptr_array_add (reads.paths, NULL);
      paths = reads.paths != NULL ? g_strjoinv (" ", (char **) reads.paths->pdata) : g_strdup ("");
      g_test_message ("%s", cases[i].content);
      g_assert_cmpstr (paths, ==, cases[i].expected);
      mq_reads_clear (&reads);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/inline/values", test_values);
  g_test_add_func ("/inline/others", test_others);
  g_test_add_func ("/inline/optional", test_optional);
  g_test_add_func ("/inline/references", test_references);
  g_test_add_func ("/inline/marks", test_marks);
  g_test_add_func ("/inline/spans", test_spans);
  g_test_add_func ("/inline/reads", test_reads);
  return g_test_run ();
}
