/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-words.h"

#include "test-table.h"

#include <string.h>

static void
check_amount (char **columns, guint n_columns)
{
  MqWordsOptions options = MQ_WORDS_OPTIONS_DEFAULT;
  g_autoptr (MqProblem) problem = NULL;
  g_autofree char *words = NULL;

  g_assert_cmpuint (n_columns, >=, 7);
  g_assert_true (mq_case_parse (columns[3], &options.case_));
  options.long_style = g_str_equal (columns[4], "long");
  options.wrap = g_str_equal (columns[5], "1");

  words = mq_words_amount (columns[1], columns[2], &options, &problem);
  g_assert_null (problem);
  g_assert_cmpstr (words, ==, columns[6]);
}

static void
test_amounts (void)
{
  test_table ("tafqeet.tsv", 162, check_amount);
}

/* The bare number of the table, as a percentage says it. */
static void
check_bare_number (char **columns, guint n_columns)
{
  g_autofree char *whole = g_strndup (columns[1], strcspn (columns[1], "."));
  g_autofree char *words = NULL, *expected = NULL;

  g_assert_cmpuint (n_columns, >=, 9);
  words = mq_words_percent (whole, FALSE, NULL, NULL);
  expected = g_strconcat (columns[8], " في المئة", NULL);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_bare_numbers (void)
{
  test_table ("tafqeet.tsv", 162, check_bare_number);
}

static void
test_options (void)
{
  static const struct {
    const char *amount, *currency;
    MqWordsOptions options;
    const char *words;
  } rows[] = {
    { "250", "IQD", { .repeat_noun = TRUE, .hundred_with_alif = TRUE }, "مائتان وخمسون ديناراً" },
    { "200300", "IQD", { .repeat_noun = TRUE, .hundred_with_alif = TRUE }, "مائتا ألف وثلاثمائة دينار" },
    { "11011", "IQD", { .repeat_noun = TRUE, .tanween_before_alif = TRUE },
      "أحد عشر ألفًا وأحد عشر دينارًا" },
    { "11", "EGP", { .tanween_before_alif = TRUE, .long_style = TRUE }, "أحد عشر جنيهًا مصريًا" },
    { "1", "EGP", { MQ_CASE_ACC, .tanween_before_alif = TRUE }, "جنيهًا واحدًا" },
    { "101", "EGP", { .repeat_noun = FALSE }, "مئة وواحد جنيه" },
    { "102", "EGP", { .repeat_noun = FALSE }, "مئة واثنان جنيه" },
    { "102", "EGP", { MQ_CASE_GEN, .repeat_noun = FALSE }, "مئة واثنين جنيه" },
    { "1001", "EGP", { .repeat_noun = FALSE, .long_style = TRUE }, "ألف وواحد جنيه مصري" },
    { "101000", "EGP", { .repeat_noun = FALSE }, "مئة وواحد ألف جنيه" },
    { "1", "EGP", { .repeat_noun = FALSE }, "جنيه واحد" },
    { "2", "EGP", { .repeat_noun = FALSE }, "جنيهان" },
    { "20", "EGP", { MQ_CASE_GEN, .wrap = TRUE }, "فقط عشرون جنيهاً لا غير" },
    { "999999999999999.999", "IQD", { .repeat_noun = TRUE },
      "تسعمئة وتسعة وتسعون تريليوناً وتسعمئة وتسعة وتسعون ملياراً وتسعمئة وتسعة وتسعون مليوناً"
      " وتسعمئة وتسعة وتسعون ألفاً وتسعمئة وتسعة وتسعون ديناراً وتسعمئة وتسعة وتسعون فلساً" },
    { "1.5000", "EGP", { .repeat_noun = TRUE }, "جنيه واحد وخمسون قرشاً" },
    { "0.25", "USD", { .long_style = TRUE }, "خمسة وعشرون سنتاً أمريكياً" },

    /* the noun repeated, in every case, with one adjective */
    { "101101", "EGP", { .repeat_noun = TRUE }, "مئة ألف وألف ومئة جنيه وجنيه واحد" },
    { "101101", "EGP", { MQ_CASE_ACC, .repeat_noun = TRUE }, "مئة ألف وألفاً ومئة جنيه وجنيهاً واحداً" },
    { "102102", "EGP", { MQ_CASE_ACC, .repeat_noun = TRUE }, "مئة ألف وألفين ومئة جنيه وجنيهين" },
    { "1000001", "IQD", { .repeat_noun = TRUE }, "مليون دينار ودينار واحد" },
    { "1000001", "IQD", { MQ_CASE_ACC, .repeat_noun = TRUE, .long_style = TRUE },
      "مليون دينار عراقي وديناراً واحداً" },
    { "2000002", "IQD", { .repeat_noun = TRUE, .long_style = TRUE }, "مليونا دينار عراقي وديناران" },
    { "2000002", "IQD", { MQ_CASE_GEN, .repeat_noun = TRUE, .long_style = TRUE },
      "مليوني دينار عراقي ودينارين" },
    { "1001002.05", "EGP", { .repeat_noun = TRUE, .long_style = TRUE },
      "مليون وألف جنيه مصري وجنيهان وخمسة قروش" },
    { "201", "USD", { MQ_CASE_GEN, .repeat_noun = TRUE, .long_style = TRUE },
      "مئتي دولار أمريكي ودولار واحد" },
    { "2001", "USD", { .repeat_noun = TRUE }, "ألفا دولار ودولار واحد" },
    { "1.101", "IQD", { .repeat_noun = TRUE, .long_style = TRUE }, "دينار عراقي واحد ومئة فلس وفلس واحد" },
    { "0.102", "IQD", { MQ_CASE_ACC, .repeat_noun = TRUE, .long_style = TRUE }, "مئة فلس عراقي وفلسين" },

    /* duals and scales in construct */
    { "200000.02", "EGP", { .repeat_noun = TRUE }, "مئتا ألف جنيه وقرشان" },
    { "200000.20", "EGP", { MQ_CASE_GEN, .repeat_noun = TRUE }, "مئتي ألف جنيه وعشرين قرشاً" },
    { "200200", "EGP", { .repeat_noun = TRUE }, "مئتا ألف ومئتا جنيه" },
    { "2000200", "EGP", { MQ_CASE_GEN, .repeat_noun = TRUE }, "مليونين ومئتي جنيه" },
    { "2002000", "EGP", { .repeat_noun = TRUE }, "مليونان وألفا جنيه" },
    { "11011.11", "EGP", { MQ_CASE_ACC, .repeat_noun = TRUE },
      "أحد عشر ألفاً وأحد عشر جنيهاً وأحد عشر قرشاً" },
    { "11000", "EGP", { MQ_CASE_ACC, .repeat_noun = TRUE }, "أحد عشر ألف جنيه" },
    { "12012", "EGP", { MQ_CASE_GEN, .repeat_noun = TRUE }, "اثني عشر ألفاً واثني عشر جنيهاً" },
    { "1000000", "EGP", { MQ_CASE_ACC, .repeat_noun = TRUE, .long_style = TRUE }, "مليون جنيه مصري" },
    { "1000100", "EGP", { MQ_CASE_ACC, .repeat_noun = TRUE }, "مليوناً ومئة جنيه" },
    { "21021", "IQD", { MQ_CASE_ACC, .repeat_noun = TRUE },
      "واحداً وعشرين ألفاً وواحداً وعشرين ديناراً" },
    { "102000000000", "IQD", { .repeat_noun = TRUE }, "مئة مليار ومليارا دينار" },
    { "103000000", "IQD", { .repeat_noun = TRUE }, "مئة وثلاثة ملايين دينار" },
    { "3000000000003", "IQD", { .repeat_noun = TRUE }, "ثلاثة تريليونات وثلاثة دنانير" },

    /* one and two, and the adjective of the minor coin */
    { "1", "EGP", { MQ_CASE_ACC, .long_style = TRUE, .repeat_noun = TRUE }, "جنيهاً مصرياً واحداً" },
    { "2", "EGP", { MQ_CASE_GEN, .long_style = TRUE, .repeat_noun = TRUE }, "جنيهين مصريين" },
    { "0.01", "EGP", { MQ_CASE_ACC, .long_style = TRUE, .repeat_noun = TRUE }, "قرشاً مصرياً واحداً" },
    { "0.02", "USD", { .long_style = TRUE, .repeat_noun = TRUE }, "سنتان أمريكيان" },
    { "0.005", "IQD", { .long_style = TRUE, .repeat_noun = TRUE }, "خمسة فلوس عراقية" },
    { "0.500", "IQD", { MQ_CASE_GEN, .long_style = TRUE, .repeat_noun = TRUE }, "خمسمئة فلس عراقي" },
    { "0", "USD", { MQ_CASE_GEN, .long_style = TRUE, .repeat_noun = TRUE }, "صفر دولار أمريكي" },
    { "10.10", "USD", { .long_style = TRUE, .repeat_noun = TRUE }, "عشرة دولارات أمريكية وعشرة سنتات" },
    { "8", "EGP", { MQ_CASE_ACC, .repeat_noun = TRUE }, "ثمانية جنيهات" },
    { "800.80", "EGP", { MQ_CASE_ACC, .repeat_noun = TRUE, .hundred_with_alif = TRUE },
      "ثمانمائة جنيه وثمانين قرشاً" },
    { "101", "EGP", { MQ_CASE_ACC, .tanween_before_alif = TRUE, .repeat_noun = TRUE, .hundred_with_alif = TRUE },
      "مائة جنيه وجنيهًا واحدًا" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = mq_words_amount (rows[i].amount, rows[i].currency, &rows[i].options, NULL);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_refused (void)
{
  static const struct { const char *amount, *currency; MqProblemCode code; } rows[] = {
    { "", "EGP", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "12x", "EGP", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "-1", "EGP", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "-0.01", "EGP", MQ_PROBLEM_NOT_AN_AMOUNT },
    { "1.234", "EGP", MQ_PROBLEM_TOO_MANY_DECIMALS },
    { "0.001", "USD", MQ_PROBLEM_TOO_MANY_DECIMALS },
    { "1.2345", "IQD", MQ_PROBLEM_TOO_MANY_DECIMALS },
    { "1000000000000000", "IQD", MQ_PROBLEM_OUT_OF_RANGE },
    { "9999999999999999999999999999999999999", "IQD", MQ_PROBLEM_OUT_OF_RANGE },
    { "1", "EUR", MQ_PROBLEM_NOT_A_CHOICE },
    { "1", NULL, MQ_PROBLEM_NOT_A_CHOICE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MqProblem) problem = NULL;

      g_assert_null (mq_words_amount (rows[i].amount, rows[i].currency, NULL, &problem));
      g_assert_nonnull (problem);
      g_assert_cmpint (problem->code, ==, rows[i].code);
    }
}

static void
test_percent (void)
{
  static const struct {
    const char *percent;
    gboolean iraqi;
    MqWordsOptions options;
    const char *words;
  } rows[] = {
    { "5", FALSE, { .case_ = MQ_CASE_NOM }, "خمسة في المئة" },
    { "51", FALSE, { .case_ = MQ_CASE_NOM }, "واحد وخمسون في المئة" },
    { "51", FALSE, { .case_ = MQ_CASE_ACC }, "واحداً وخمسين في المئة" },
    { "12.5", FALSE, { .case_ = MQ_CASE_NOM }, "اثنا عشر ونصف في المئة" },
    { "12.50", FALSE, { .case_ = MQ_CASE_GEN }, "اثني عشر ونصف في المئة" },
    { "0.5", FALSE, { .case_ = MQ_CASE_NOM }, "نصف في المئة" },
    { "0.25", FALSE, { .case_ = MQ_CASE_NOM }, "ربع في المئة" },
    { "7.75", FALSE, { .case_ = MQ_CASE_NOM }, "سبعة وثلاثة أرباع في المئة" },
    { "1", FALSE, { .case_ = MQ_CASE_NOM }, "واحد في المئة" },
    { "2", FALSE, { .case_ = MQ_CASE_NOM }, "اثنان في المئة" },
    { "10", FALSE, { .case_ = MQ_CASE_NOM }, "عشرة في المئة" },
    { "25.5", FALSE, { .case_ = MQ_CASE_NOM }, "خمسة وعشرون ونصف في المئة" },
    { "100", FALSE, { .case_ = MQ_CASE_NOM }, "مئة في المئة" },
    { "0.00", FALSE, { .case_ = MQ_CASE_NOM }, "صفر في المئة" },
    { "100", FALSE, { .hundred_with_alif = TRUE }, "مائة في المائة" },
    { "51", TRUE, { .case_ = MQ_CASE_NOM }, "واحد وخمسون بالمئة" },
    { "0.75", FALSE, { .case_ = MQ_CASE_GEN }, "ثلاثة أرباع في المئة" },
    { "0.5", FALSE, { .case_ = MQ_CASE_ACC }, "نصفاً في المئة" },
    { "1.25", TRUE, { .case_ = MQ_CASE_ACC }, "واحداً وربعاً بالمئة" },
    { "2.75", FALSE, { .case_ = MQ_CASE_GEN }, "اثنين وثلاثة أرباع في المئة" },
    { "8", FALSE, { .case_ = MQ_CASE_ACC }, "ثمانية في المئة" },
    { "11", FALSE, { .case_ = MQ_CASE_GEN }, "أحد عشر في المئة" },
    { "22.5", TRUE, { .case_ = MQ_CASE_GEN, .hundred_with_alif = TRUE }, "اثنين وعشرين ونصف بالمائة" },
    { "200", FALSE, { .case_ = MQ_CASE_NOM }, "مئتان في المئة" },
    { "101", FALSE, { .case_ = MQ_CASE_NOM }, "مئة وواحد في المئة" },
  };
  static const struct { const char *percent; MqProblemCode code; } refused[] = {
    { "x", MQ_PROBLEM_NOT_A_NUMBER }, { "-5", MQ_PROBLEM_NOT_A_NUMBER }, { "33.33", MQ_PROBLEM_OUT_OF_RANGE },
    { "12.505", MQ_PROBLEM_OUT_OF_RANGE }, { "1000000000000000", MQ_PROBLEM_OUT_OF_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = mq_words_percent (rows[i].percent, rows[i].iraqi, &rows[i].options, NULL);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (MqProblem) problem = NULL;

      g_assert_null (mq_words_percent (refused[i].percent, FALSE, NULL, &problem));
      g_assert_cmpint (problem->code, ==, refused[i].code);
    }
}

static void
test_money_in_figures (void)
{
  static const struct {
    const char *amount, *currency;
    MqDigits digits;
    gboolean long_style;
    const char *text;
  } rows[] = {
    { "3", "IQD", MQ_DIGITS_ARABIC, FALSE, "٣\u00A0دنانير" },
    { "11", "IQD", MQ_DIGITS_ARABIC, FALSE, "١١\u00A0ديناراً" },
    { "10000000000.000", "IQD", MQ_DIGITS_ARABIC, TRUE, "١٠٬٠٠٠٬٠٠٠٬٠٠٠\u00A0دينار عراقي" },
    { "10000000000", "IQD", MQ_DIGITS_LATIN, FALSE, "10,000,000,000\u00A0دينار" },
    { "5", "EGP", MQ_DIGITS_ARABIC, TRUE, "٥\u00A0جنيهات مصرية" },
    { "25", "USD", MQ_DIGITS_LATIN, TRUE, "25\u00A0دولاراً أمريكياً" },
    { "0", "USD", MQ_DIGITS_ARABIC, FALSE, "٠\u00A0دولار" },
    { "1", "EGP", MQ_DIGITS_ARABIC, FALSE, "١\u00A0جنيه" },
    { "102", "EGP", MQ_DIGITS_ARABIC, TRUE, "١٠٢\u00A0جنيه مصري" },
    { "3.50", "EGP", MQ_DIGITS_ARABIC, FALSE, "٣٫٥\u00A0جنيه" },
    { "-1003", "EGP", MQ_DIGITS_ARABIC, FALSE, "\u061C-١٬٠٠٣\u00A0جنيهات" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mq_money_text (rows[i].amount, rows[i].currency, rows[i].digits,
                                             rows[i].long_style);

      g_assert_cmpstr (text, ==, rows[i].text);
    }

  g_assert_null (mq_money_text ("x", "EGP", MQ_DIGITS_ARABIC, FALSE));
  g_assert_null (mq_money_text ("1", "XXX", MQ_DIGITS_ARABIC, FALSE));
}

static void
test_currencies (void)
{
  g_assert_cmpint (mq_currency_decimals ("EGP"), ==, 2);
  g_assert_cmpint (mq_currency_decimals ("IQD"), ==, 3);
  g_assert_cmpint (mq_currency_decimals ("USD"), ==, 2);
  g_assert_cmpint (mq_currency_decimals ("JPY"), ==, -1);
  g_assert_true (mq_currency_known ("IQD"));
  g_assert_false (mq_currency_known ("iqd"));
  g_assert_false (mq_currency_known (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/amounts", test_amounts);
  g_test_add_func ("/words/bare-numbers", test_bare_numbers);
  g_test_add_func ("/words/options", test_options);
  g_test_add_func ("/words/refused", test_refused);
  g_test_add_func ("/words/percent", test_percent);
  g_test_add_func ("/words/money-in-figures", test_money_in_figures);
  g_test_add_func ("/words/currencies", test_currencies);

  return g_test_run ();
}
