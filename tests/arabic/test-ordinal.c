/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-ordinal.h"

#include "test-table.h"

static void
check_masculine (guint n, MqCase case_, const char *expected)
{
  MqWordsOptions options = { .case_ = case_ };
  g_autofree char *ordinal = mq_ordinal (n, MQ_GENDER_MASCULINE, TRUE, &options);
  g_autofree char *text = g_strconcat ("البند ", ordinal, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
check_article (guint n, MqCase case_, const char *expected)
{
  MqWordsOptions options = { .case_ = case_ };
  g_autofree char *text = mq_ordinal_article (n, &options);
  g_autofree char *ordinal = mq_ordinal (n, MQ_GENDER_FEMININE, TRUE, &options);

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (g_str_has_suffix (text, ordinal));
}

static void
check_row (char **columns, guint n_columns)
{
  guint n = (guint) g_ascii_strtoull (columns[0], NULL, 10);

  g_assert_cmpuint (n_columns, ==, 7);
  check_article (n, MQ_CASE_NOM, columns[1]);
  check_article (n, MQ_CASE_GEN, columns[2]);
  check_article (n, MQ_CASE_ACC, columns[2]);
  check_masculine (n, MQ_CASE_NOM, columns[3]);
  check_masculine (n, MQ_CASE_GEN, columns[4]);
  if (columns[5][0] != '\0')
    {
      g_autofree char *adverbial = mq_adverbial (n, NULL);

      g_assert_cmpstr (adverbial, ==, columns[5]);
    }
  if (columns[6][0] != '\0')
    {
      g_autofree char *letter = mq_abjad (n);

      g_assert_cmpstr (letter, ==, columns[6]);
    }
}

static void
test_ordinals (void)
{
  test_table ("ordinals.tsv", 78, check_row);
}

static void
test_more (void)
{
  static const struct {
    guint n;
    MqGender gender;
    gboolean definite;
    MqWordsOptions options;
    const char *text;
  } rows[] = {
    { 11, MQ_GENDER_FEMININE, TRUE, { .case_ = MQ_CASE_GEN }, "الحادية عشرة" },
    { 12, MQ_GENDER_MASCULINE, TRUE, { .case_ = MQ_CASE_NOM }, "الثاني عشر" },
    { 100, MQ_GENDER_FEMININE, TRUE, { .case_ = MQ_CASE_NOM }, "المئة" },
    { 101, MQ_GENDER_FEMININE, TRUE, { .hundred_with_alif = TRUE }, "الأولى بعد المائة" },
    { 200, MQ_GENDER_FEMININE, TRUE, { MQ_CASE_GEN, .hundred_with_alif = TRUE }, "المائتين" },
    { 999, MQ_GENDER_MASCULINE, TRUE, { .case_ = MQ_CASE_GEN }, "التاسع والتسعين بعد التسعمئة" },
    { 1, MQ_GENDER_MASCULINE, FALSE, { .case_ = MQ_CASE_NOM }, "أول" },
    { 1, MQ_GENDER_FEMININE, FALSE, { .case_ = MQ_CASE_GEN }, "أولى" },
    { 2, MQ_GENDER_MASCULINE, FALSE, { .case_ = MQ_CASE_GEN }, "ثانٍ" },
    { 2, MQ_GENDER_MASCULINE, FALSE, { .case_ = MQ_CASE_ACC }, "ثانياً" },
    { 3, MQ_GENDER_FEMININE, FALSE, { .case_ = MQ_CASE_ACC }, "ثالثة" },
    { 21, MQ_GENDER_MASCULINE, FALSE, { .case_ = MQ_CASE_NOM }, "حادٍ وعشرون" },
    { 15, MQ_GENDER_MASCULINE, FALSE, { .case_ = MQ_CASE_ACC }, "خامس عشر" },
    { 200, MQ_GENDER_MASCULINE, TRUE, { .case_ = MQ_CASE_NOM }, "المئتان" },
    { 200, MQ_GENDER_MASCULINE, TRUE, { .case_ = MQ_CASE_ACC }, "المئتين" },
    { 800, MQ_GENDER_FEMININE, TRUE, { .case_ = MQ_CASE_GEN }, "الثمانمئة" },
    { 201, MQ_GENDER_MASCULINE, TRUE, { .case_ = MQ_CASE_NOM }, "الأول بعد المئتين" },
    { 345, MQ_GENDER_FEMININE, TRUE, { .case_ = MQ_CASE_GEN }, "الخامسة والأربعين بعد الثلاثمئة" },
    { 511, MQ_GENDER_MASCULINE, TRUE, { .case_ = MQ_CASE_GEN }, "الحادي عشر بعد الخمسمئة" },
    { 610, MQ_GENDER_FEMININE, TRUE, { .case_ = MQ_CASE_GEN }, "العاشرة بعد الستمئة" },
    { 931, MQ_GENDER_MASCULINE, TRUE, { .case_ = MQ_CASE_NOM }, "الحادي والثلاثون بعد التسعمئة" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mq_ordinal (rows[i].n, rows[i].gender, rows[i].definite, &rows[i].options);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_adverbials (void)
{
  static const struct { guint n; const char *text; } rows[] = {
    { 1, "أولاً" },      { 2, "ثانياً" },     { 10, "عاشراً" },      { 11, "حادي عشر" },   { 19, "تاسع عشر" },
    { 20, "عشرين" },    { 99, "تاسعاً وتسعين" }, { 100, "مئة" },     { 101, "أولاً بعد المئة" },
    { 111, "حادي عشر بعد المئة" }, { 120, "عشرين بعد المئة" },   { 122, "ثانياً وعشرين بعد المئة" },
    { 200, "مئتين" },   { 212, "ثاني عشر بعد المئتين" },        { 999, "تاسعاً وتسعين بعد التسعمئة" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mq_adverbial (rows[i].n, NULL);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* Every ordinal is that of its last two digits and its hundred, apart; the genitive changes the tens and the two
 * hundreds alone, and the feminine what is below twenty alone. */
static void
test_up_to_the_last (void)
{
  for (guint n = 1; n <= MQ_ORDINAL_MAX; n++)
    for (MqGender gender = MQ_GENDER_MASCULINE; gender <= MQ_GENDER_FEMININE; gender++)
      for (MqCase case_ = MQ_CASE_NOM; case_ <= MQ_CASE_ACC; case_++)
        {
          MqWordsOptions options = { .case_ = case_ }, genitive = { .case_ = MQ_CASE_GEN };
          g_autofree char *text = mq_ordinal (n, gender, TRUE, &options);
          g_autofree char *rest = n % 100 != 0 ? mq_ordinal (n % 100, gender, TRUE, &options) : NULL;
          g_autofree char *hundred = n >= 100
            ? mq_ordinal (n / 100 * 100, gender, TRUE, rest != NULL ? &genitive : &options) : NULL;
          g_autofree char *expected = rest == NULL ? g_strdup (hundred) : hundred == NULL ? g_strdup (rest)
                                      : g_strconcat (rest, " بعد ", hundred, NULL);

          g_assert_cmpstr (text, ==, expected);
          g_assert_true (g_str_has_prefix (text, "ال"));
        }
}

static void
test_limits (void)
{
  MqWordsOptions options = { .tanween_before_alif = TRUE };
  g_autofree char *twenty = mq_adverbial (20, NULL);
  g_autofree char *third = mq_adverbial (3, &options);
  g_autofree char *heh = mq_abjad (33);
  g_autofree char *doubled = mq_abjad (29);
  g_autofree char *last = mq_abjad (MQ_ABJAD_MAX);

  g_assert_cmpstr (twenty, ==, "عشرين");
  g_assert_cmpstr (third, ==, "ثالثًا");
  g_assert_cmpstr (doubled, ==, "أأ");
  g_assert_cmpstr (heh, ==, "أهـ");
  g_assert_cmpstr (last, ==, "غغ");

  g_assert_null (mq_ordinal (0, MQ_GENDER_FEMININE, TRUE, NULL));
  g_assert_null (mq_ordinal (1000, MQ_GENDER_FEMININE, TRUE, NULL));
  g_assert_null (mq_ordinal_article (0, NULL));
  g_assert_null (mq_adverbial (0, NULL));
  g_assert_null (mq_adverbial (1000, NULL));
  g_assert_null (mq_abjad (0));
  g_assert_null (mq_abjad (MQ_ABJAD_MAX + 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ordinal/table", test_ordinals);
  g_test_add_func ("/ordinal/more", test_more);
  g_test_add_func ("/ordinal/adverbials", test_adverbials);
  g_test_add_func ("/ordinal/up-to-the-last", test_up_to_the_last);
  g_test_add_func ("/ordinal/limits", test_limits);

  return g_test_run ();
}
