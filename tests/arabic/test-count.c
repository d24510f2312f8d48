/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-count.h"

#include "test-nouns.h"
#include "test-table.h"

static void
check_row (char **columns, guint n_columns)
{
  MqWordsOptions options = MQ_WORDS_OPTIONS_DEFAULT;
  gboolean iraqi = g_str_has_suffix (columns[1], "@iq");
  g_autofree char *name = g_strndup (columns[1], strcspn (columns[1], "@"));
  g_autofree char *words = NULL;

  g_assert_cmpuint (n_columns, ==, 4);
  g_assert_true (mq_case_parse (columns[2], &options.case_));
  words = mq_count (g_ascii_strtoll (columns[0], NULL, 10), test_noun (name), &options, iraqi);
  g_assert_cmpstr (words, ==, columns[3]);
}

static void
test_counted (void)
{
  test_table ("counted.tsv", 57, check_row);
}

static void
test_more (void)
{
  static const MqNoun meeting = { "لقاء", MQ_GENDER_MASCULINE, "لقاءات", "لقاء", NULL, NULL };
  static const MqNoun level = { "مستوى", MQ_GENDER_MASCULINE, "مستويات", "مستوى", NULL, NULL };
  static const MqNoun error = { "خطأ", MQ_GENDER_MASCULINE, "أخطاء", "خطأً", "خطآن", NULL };
  static const struct { gint64 n; const MqNoun *noun; MqWordsOptions options; const char *words; } rows[] = {
    { 0, &test_nouns[0], { .repeat_noun = TRUE }, "صفر سهم" },
    { 2, &meeting, { .case_ = MQ_CASE_NOM }, "لقاءان" },
    { 2, &level, { .case_ = MQ_CASE_GEN }, "مستويين" },
    { 11, &level, { .case_ = MQ_CASE_NOM }, "أحد عشر مستوى" },
    { 2, &error, { .case_ = MQ_CASE_NOM }, "خطآن" },
    { 2, &error, { .case_ = MQ_CASE_ACC }, "خطأين" },
    { 23, &test_nouns[2], { .case_ = MQ_CASE_ACC }, "ثلاثاً وعشرين سنة" },
    { 201, &test_nouns[2], { MQ_CASE_GEN, .repeat_noun = TRUE }, "مئتي سنة وسنة واحدة" },
    { 101, &test_nouns[2], { .repeat_noun = FALSE }, "مئة وواحدة سنة" },
    { 1008, &test_nouns[3], { .repeat_noun = TRUE }, "ألف وثماني حصص" },
    { 8008, &test_nouns[3], { .repeat_noun = TRUE }, "ثمانية آلاف وثماني حصص" },
    { 21000, &test_nouns[3], { .repeat_noun = TRUE }, "واحد وعشرون ألف حصة" },
    { 28, &test_nouns[3], { .tanween_before_alif = TRUE, .case_ = MQ_CASE_ACC }, "ثمانيًا وعشرين حصة" },
    { 1102, &test_nouns[3], { MQ_CASE_GEN, .repeat_noun = TRUE }, "ألف ومئة حصة وحصتين" },
    { 12, &test_nouns[0], { .tanween_before_alif = TRUE }, "اثنا عشر سهمًا" },
    { 1, &test_nouns[2], { MQ_CASE_ACC, .repeat_noun = TRUE }, "سنة واحدة" },
    { 1, &test_nouns[0], { MQ_CASE_ACC, .repeat_noun = TRUE }, "سهماً واحداً" },
    { 3, &test_nouns[2], { MQ_CASE_ACC, .repeat_noun = TRUE }, "ثلاث سنوات" },
    { 11, &test_nouns[2], { MQ_CASE_GEN, .repeat_noun = TRUE }, "إحدى عشرة سنة" },
    { 12, &test_nouns[2], { MQ_CASE_ACC, .repeat_noun = TRUE }, "اثنتي عشرة سنة" },
    { 18, &test_nouns[2], { MQ_CASE_ACC, .repeat_noun = TRUE }, "ثماني عشرة سنة" },
    { 22, &test_nouns[2], { MQ_CASE_ACC, .repeat_noun = TRUE }, "اثنتين وعشرين سنة" },
    { 27, &test_nouns[2], { MQ_CASE_ACC, .tanween_before_alif = TRUE }, "سبعًا وعشرين سنة" },
    { 98, &test_nouns[2], { MQ_CASE_GEN, .repeat_noun = TRUE }, "ثمانٍ وتسعين سنة" },
    { 101, &test_nouns[2], { MQ_CASE_ACC, .repeat_noun = TRUE }, "مئة سنة وسنة واحدة" },
    { 102, &test_nouns[2], { MQ_CASE_ACC, .repeat_noun = TRUE }, "مئة سنة وسنتين" },
    { 110, &test_nouns[2], { .repeat_noun = TRUE }, "مئة وعشر سنوات" },
    { 111, &test_nouns[2], { .repeat_noun = TRUE }, "مئة وإحدى عشرة سنة" },
    { 121, &test_nouns[2], { MQ_CASE_ACC, .repeat_noun = TRUE }, "مئة وإحدى وعشرين سنة" },
    { 202, &test_nouns[3], { .repeat_noun = TRUE }, "مئتا حصة وحصتان" },
    { 1001, &test_nouns[3], { .repeat_noun = TRUE }, "ألف حصة وحصة واحدة" },
    { 2002, &test_nouns[3], { MQ_CASE_ACC, .repeat_noun = TRUE }, "ألفي حصة وحصتين" },
    { 12012, &test_nouns[3], { .repeat_noun = TRUE }, "اثنا عشر ألفاً واثنتا عشرة حصة" },
    { 1000002, &test_nouns[3], { .repeat_noun = TRUE }, "مليون حصة وحصتان" },
    { 101102, &test_nouns[0], { MQ_CASE_GEN, .repeat_noun = TRUE }, "مئة ألف وألف ومئة سهم وسهمين" },
    { 5000005, &test_nouns[0], { .repeat_noun = TRUE }, "خمسة ملايين وخمسة أسهم" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = mq_count (rows[i].n, rows[i].noun, &rows[i].options, FALSE);

      g_assert_cmpstr (words, ==, rows[i].words);
    }

  g_assert_null (mq_count (-1, &test_nouns[0], NULL, FALSE));
  g_assert_null (mq_count (G_GINT64_CONSTANT (1000000000000000), &test_nouns[0], NULL, FALSE));
}

static void
test_figures (void)
{
  static const struct {
    gint64 n;
    const char *noun;
    MqDigits digits;
    gboolean iraqi;
    const char *text;
  } rows[] = {
    { 0, "سهم", MQ_DIGITS_ARABIC, FALSE, "٠\u00A0سهم" },
    { 1, "سهم", MQ_DIGITS_ARABIC, FALSE, "١\u00A0سهم" },
    { 3, "سهم", MQ_DIGITS_ARABIC, FALSE, "٣\u00A0أسهم" },
    { 11, "سهم", MQ_DIGITS_LATIN, FALSE, "11\u00A0سهماً" },
    { 100, "سهم", MQ_DIGITS_ARABIC, FALSE, "١٠٠\u00A0سهم" },
    { 1000003, "سهم", MQ_DIGITS_ARABIC, FALSE, "١٬٠٠٠٬٠٠٣\u00A0أسهم" },
    { 5, "مشروع", MQ_DIGITS_ARABIC, TRUE, "٥\u00A0مشاريع" },
    { 5, "مشروع", MQ_DIGITS_ARABIC, FALSE, "٥\u00A0مشروعات" },
    { -3, "سهم", MQ_DIGITS_LATIN, FALSE, "\u200E-3\u00A0أسهم" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mq_count_figure (rows[i].n, test_noun (rows[i].noun), rows[i].digits, NULL,
                                               rows[i].iraqi);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/count/table", test_counted);
  g_test_add_func ("/count/more", test_more);
  g_test_add_func ("/count/figures", test_figures);

  return g_test_run ();
}
