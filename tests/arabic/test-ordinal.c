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
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mq_ordinal (rows[i].n, rows[i].gender, rows[i].definite, &rows[i].options);

      g_assert_cmpstr (text, ==, rows[i].text);
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
  g_assert_null (mq_adverbial (100, NULL));
  g_assert_null (mq_abjad (0));
  g_assert_null (mq_abjad (MQ_ABJAD_MAX + 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ordinal/table", test_ordinals);
  g_test_add_func ("/ordinal/more", test_more);
  g_test_add_func ("/ordinal/limits", test_limits);

  return g_test_run ();
}
