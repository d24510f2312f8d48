/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-digits.h"

static void
test_shape (void)
{
  static const struct { const char *text; MqDigits digits; const char *shaped; } rows[] = {
    { "المادة 15/أولاً", MQ_DIGITS_ARABIC, "المادة ١٥/أولاً" },
    { "المادة ١٥ و۱۶", MQ_DIGITS_LATIN, "المادة 15 و16" },
    { "۱۲", MQ_DIGITS_ARABIC, "١٢" },
    { "", MQ_DIGITS_ARABIC, "" },
    { "0123456789", MQ_DIGITS_ARABIC, "٠١٢٣٤٥٦٧٨٩" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shaped = mq_digits_shape (rows[i].text, rows[i].digits);

      g_assert_cmpstr (shaped, ==, rows[i].shaped);
    }

  g_assert_true (mq_digits_mixed ("1٢"));
  g_assert_true (mq_digits_mixed ("١ و۲"));
  g_assert_false (mq_digits_mixed ("12 و34"));
  g_assert_false (mq_digits_mixed ("لا رقم"));
}

static void
test_group (void)
{
  static const struct { const char *decimal, *arabic, *latin; } rows[] = {
    { "0", "٠", "0" },
    { "999", "٩٩٩", "999" },
    { "1000", "١٬٠٠٠", "1,000" },
    { "1234567.891", "١٬٢٣٤٬٥٦٧٫٨٩١", "1,234,567.891" },
    { "10000000000.000", "١٠٬٠٠٠٬٠٠٠٬٠٠٠٫٠٠٠", "10,000,000,000.000" },
    { "0.5", "٠٫٥", "0.5" },
    { "-1234", "\u061C-١٬٢٣٤", "\u200E-1,234" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *arabic = mq_digits_group (rows[i].decimal, MQ_DIGITS_ARABIC);
      g_autofree char *latin = mq_digits_group (rows[i].decimal, MQ_DIGITS_LATIN);

      g_assert_cmpstr (arabic, ==, rows[i].arabic);
      g_assert_cmpstr (latin, ==, rows[i].latin);
    }
}

static void
test_percent (void)
{
  static const struct { const char *decimal, *arabic, *latin, *share; } rows[] = {
    { "51", "٥١٪", "\u206651%\u2069", "٥١٪" },
    { "51.00", "٥١٪", "\u206651%\u2069", "٥١٪" },
    /* as entered, and as computed to two decimals */
    { "12.5", "١٢٫٥٪", "\u206612.5%\u2069", "١٢٫٥٠٪" },
    { "12.50", "١٢٫٥٠٪", "\u206612.50%\u2069", "١٢٫٥٠٪" },
    { "33.33", "٣٣٫٣٣٪", "\u206633.33%\u2069", "٣٣٫٣٣٪" },
    { "0.125", "٠٫١٢٥٪", "\u20660.125%\u2069", "٠٫١٢٥٪" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *arabic = mq_percent_text (rows[i].decimal, MQ_DIGITS_ARABIC);
      g_autofree char *latin = mq_percent_text (rows[i].decimal, MQ_DIGITS_LATIN);
      g_autofree char *share = mq_share_text (rows[i].decimal, MQ_DIGITS_ARABIC);

      g_assert_cmpstr (arabic, ==, rows[i].arabic);
      g_assert_cmpstr (latin, ==, rows[i].latin);
      g_assert_cmpstr (share, ==, rows[i].share);
    }
}

static void
test_typed (void)
{
  static const struct { const char *typed, *number; } good[] = {
    { "250", "250" },           { "٢٥٠", "250" },             { "۲۵۰", "250" },          { " 250 ", "250" },
    { "1,250", "1250" },        { "١٬٢٥٠", "1250" },          { "١،٢٥٠", "1250" },
    { "1 250 000", "1250000" },
    { "1\u00A0250", "1250" },   { "1,250,000.50", "1250000.50" }, { "١٢٫٥", "12.5" },    { "12.5", "12.5" },
    { "١٢.٥", "12.5" },         { "1.250", "1.250" },         { "0.001", "0.001" },      { ".5", "0.5" },
    { "007", "7" },             { "0", "0" },                 { "00", "0" },             { "-5", "-5" },
    { "\u221212", "-12" },      { "-0", "0" },                { "-0.00", "0.00" },       { "00.50", "0.50" },
    { "\u2066250\u2069", "250" }, { "٢٥٠\u200F", "250" },     { "10000000000", "10000000000" },
    { "١٬٢٣٤٬٥٦٧٫٨٩", "1234567.89" }, { "\u061C-١٬٢٣٤", "-1234" },
  };
  static const struct { const char *typed; MqNumberError why; } bad[] = {
    { "", MQ_NUMBER_EMPTY },               { "  \u00A0", MQ_NUMBER_EMPTY },
    { "\u200F", MQ_NUMBER_EMPTY },
    { "abc", MQ_NUMBER_NOT_A_NUMBER },     { "12x", MQ_NUMBER_NOT_A_NUMBER },
    { "5.", MQ_NUMBER_NOT_A_NUMBER },
    { ".", MQ_NUMBER_NOT_A_NUMBER },       { "-", MQ_NUMBER_NOT_A_NUMBER },
    { "--5", MQ_NUMBER_NOT_A_NUMBER },
    { "5-3", MQ_NUMBER_NOT_A_NUMBER },     { "+5", MQ_NUMBER_NOT_A_NUMBER },
    { ",500", MQ_NUMBER_NOT_A_NUMBER },
    { "51%", MQ_NUMBER_NOT_A_NUMBER },     { "1e5", MQ_NUMBER_NOT_A_NUMBER },
    { "1٢", MQ_NUMBER_MIXED_DIGITS },      { "٢٬۲۵۰", MQ_NUMBER_MIXED_DIGITS },
    { "1,5", MQ_NUMBER_AMBIGUOUS },        { "1,25", MQ_NUMBER_AMBIGUOUS },
    { "1.250.000", MQ_NUMBER_AMBIGUOUS },
    { "0,250", MQ_NUMBER_AMBIGUOUS },      { "1,250 000", MQ_NUMBER_AMBIGUOUS },
    { "1,2500", MQ_NUMBER_AMBIGUOUS },
    { "1250,000", MQ_NUMBER_AMBIGUOUS },   { "1.250,5", MQ_NUMBER_AMBIGUOUS },
    { "1,250,", MQ_NUMBER_AMBIGUOUS },
    { "12 5", MQ_NUMBER_AMBIGUOUS },       { "1.2.3", MQ_NUMBER_AMBIGUOUS },
  };
  MqNumberError why;
  char *number;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (mq_number_parse (good[i].typed, &number, &why));
      g_assert_cmpint (why, ==, MQ_NUMBER_OK);
      g_assert_cmpstr (number, ==, good[i].number);
      g_free (number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (mq_number_parse (bad[i].typed, &number, &why));
      g_assert_null (number);
      if (why != bad[i].why)
        g_error ("“%s” was refused for %d instead of %d", bad[i].typed, why, bad[i].why);
    }
}

/* What is printed is read back. */
static void
test_there_and_back (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      gint64 n = (gint64) g_test_rand_int () * g_test_rand_int_range (1, 100000);
      g_autofree char *ascii = g_strdup_printf ("%" G_GINT64_FORMAT ".%03d", n,
                                                g_test_rand_int_range (0, 1000));
      g_autofree char *arabic = mq_digits_group (ascii, MQ_DIGITS_ARABIC);
      g_autofree char *latin = mq_digits_group (ascii, MQ_DIGITS_LATIN);
      g_autofree char *from_arabic = NULL, *from_latin = NULL;

      g_assert_true (mq_number_parse (arabic, &from_arabic, NULL));
      g_assert_true (mq_number_parse (latin, &from_latin, NULL));
      g_assert_cmpstr (from_arabic, ==, ascii);
      g_assert_cmpstr (from_latin, ==, ascii);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digits/shape", test_shape);
  g_test_add_func ("/digits/group", test_group);
  g_test_add_func ("/digits/percent", test_percent);
  g_test_add_func ("/digits/typed", test_typed);
  g_test_add_func ("/digits/there-and-back", test_there_and_back);

  return g_test_run ();
}
