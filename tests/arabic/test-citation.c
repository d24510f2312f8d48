/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-citation.h"

static void
test_labels (void)
{
  static const struct { guint n, level; gboolean iraqi; MqDigits digits; const char *text; } rows[] = {
    { 1, 1, TRUE, MQ_DIGITS_ARABIC, "أولاً:" },       { 12, 1, TRUE, MQ_DIGITS_ARABIC, "ثاني عشر:" },
    { 20, 1, TRUE, MQ_DIGITS_ARABIC, "عشرين:" },      { 1000, 1, TRUE, MQ_DIGITS_ARABIC, "١٠٠٠-" },
    { 3, 1, FALSE, MQ_DIGITS_ARABIC, "٣-" },          { 3, 1, FALSE, MQ_DIGITS_LATIN, "3-" },
    { 1, 2, TRUE, MQ_DIGITS_ARABIC, "أ-" },           { 5, 2, FALSE, MQ_DIGITS_ARABIC, "(هـ)" },
    { 5, 2, TRUE, MQ_DIGITS_ARABIC, "هـ-" },          { 29, 2, FALSE, MQ_DIGITS_ARABIC, "(أأ)" },
    { 813, 2, FALSE, MQ_DIGITS_ARABIC, "(٨١٣)" },     { 2, 3, TRUE, MQ_DIGITS_ARABIC, "٢-" },
    { 2, 3, FALSE, MQ_DIGITS_ARABIC, "٢-" },          { 2, 4, FALSE, MQ_DIGITS_ARABIC, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mq_division_label (rows[i].n, rows[i].level, rows[i].iraqi, rows[i].digits, NULL);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_citations (void)
{
  static const struct {
    MqCitation cited;
    MqCase case_;
    const char *egypt, *iraq;
  } rows[] = {
    { { 15, 0, 0, 0 }, MQ_CASE_NOM, "المادة (١٥)", "المادة (١٥)" },
    { { 15, 1, 1, 0 }, MQ_CASE_NOM, "البند (أ) من الفقرة الأولى من المادة (١٥)", "المادة (١٥/أولاً/أ)" },
    { { 15, 2, 1, 0 }, MQ_CASE_GEN, "البند (أ) من الفقرة الثانية من المادة (١٥)", "المادة (١٥/ثانياً/أ)" },
    { { 15, 2, 0, 0 }, MQ_CASE_GEN, "الفقرة الثانية من المادة (١٥)", "المادة (١٥/ثانياً)" },
    { { 15, 21, 0, 0 }, MQ_CASE_NOM, "الفقرة الحادية والعشرون من المادة (١٥)", "المادة (١٥/حادياً وعشرين)" },
    { { 15, 21, 0, 0 }, MQ_CASE_GEN, "الفقرة الحادية والعشرين من المادة (١٥)", "المادة (١٥/حادياً وعشرين)" },
    { { 15, 20, 5, 0 }, MQ_CASE_NOM, "البند (هـ) من الفقرة العشرين من المادة (١٥)", "المادة (١٥/عشرين/هـ)" },
    { { 101, 0, 3, 0 }, MQ_CASE_NOM, "البند (ج) من المادة (١٠١)", "المادة (١٠١/ج)" },
    { { 15, 3, 2, 4 }, MQ_CASE_NOM, "الرقم (٤) من البند (ب) من الفقرة الثالثة من المادة (١٥)",
      "المادة (١٥/ثالثاً/ب/٤)" },
    { { 15, 0, 0, 4 }, MQ_CASE_NOM, "الرقم (٤) من المادة (١٥)", "المادة (١٥\u200F/٤)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MqWordsOptions options = { .case_ = rows[i].case_ };
      g_autofree char *egypt = mq_citation (&rows[i].cited, FALSE, MQ_DIGITS_ARABIC, &options);
      g_autofree char *iraq = mq_citation (&rows[i].cited, TRUE, MQ_DIGITS_ARABIC, &options);

      g_assert_cmpstr (egypt, ==, rows[i].egypt);
      g_assert_cmpstr (iraq, ==, rows[i].iraq);
    }
}

static void
test_lists (void)
{
  static const struct { MqCited what; guint numbers[5]; guint n; MqCase case_; const char *text; } rows[] = {
    { MQ_CITED_ARTICLE, { 5 }, 1, MQ_CASE_GEN, "المادة (٥)" },
    { MQ_CITED_ARTICLE, { 5, 6 }, 2, MQ_CASE_GEN, "المادتين (٥) و(٦)" },
    { MQ_CITED_ARTICLE, { 5, 6 }, 2, MQ_CASE_ACC, "المادتين (٥) و(٦)" },
    { MQ_CITED_ARTICLE, { 5, 9 }, 2, MQ_CASE_NOM, "المادتان (٥) و(٩)" },
    { MQ_CITED_ARTICLE, { 5, 6, 7 }, 3, MQ_CASE_GEN, "المواد (٥) و(٦) و(٧)" },
    { MQ_CITED_ARTICLE, { 5, 6, 7, 9 }, 4, MQ_CASE_GEN, "المواد (٥) و(٦) و(٧) و(٩)" },
    { MQ_CITED_ARTICLE, { 65, 66, 67, 68, 69 }, 5, MQ_CASE_GEN, "المواد من (٦٥) إلى (٦٩)" },
    { MQ_CITED_ANNEX, { 1, 2 }, 2, MQ_CASE_GEN, "الملحقين (١) و(٢)" },
    { MQ_CITED_ITEM, { 1, 5 }, 2, MQ_CASE_NOM, "البندان (أ) و(هـ)" },
    { MQ_CITED_PARAGRAPH, { 1, 2, 3 }, 3, MQ_CASE_NOM, "الفقرات (١) و(٢) و(٣)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mq_citation_list (rows[i].what, rows[i].numbers, rows[i].n, rows[i].case_,
                                                MQ_DIGITS_ARABIC);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation/labels", test_labels);
  g_test_add_func ("/citation/citations", test_citations);
  g_test_add_func ("/citation/lists", test_lists);

  return g_test_run ();
}
