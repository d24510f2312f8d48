/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-decimal.h"


#define NINES "9999999999999999999999999999999999999"

static MqDecimal
decimal (const char *text)
{
  MqDecimal value;

  g_assert_true (mq_decimal_parse (text, &value));
  return value;
}

static void
assert_decimal (MqDecimal value, const char *expected)
{
  g_autofree char *text = mq_decimal_to_string (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (void)
{
  static const struct { const char *text, *written; } good[] = {
    { "0", "0" }, { "7", "7" }, { "007", "7" }, { "-0", "0" }, { "-0.00", "0.00" }, { "-12.340", "-12.340" },
    { "0.001", "0.001" }, { "10000000000.000", "10000000000.000" }, { NINES, NINES },
    { "-" NINES, "-" NINES },
    { "0." NINES, "0." NINES }, { "9007199254740993", "9007199254740993" },
  };
  static const char *const bad[] = {
    "", "-", ".", ".5", "5.", "1.2.3", "+1", " 1", "1 ", "1,000", "1e3", "٣", "--1", "1-", "0x10", "nan",
    NINES "0",
    "0." NINES "0"
  };
  MqDecimal value;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_decimal (decimal (good[i].text), good[i].written);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      value = mq_decimal_from_int (1);
      g_assert_false (mq_decimal_parse (bad[i], &value));
      g_assert_false (value.valid);
    }

  assert_decimal (mq_decimal_from_int (G_MININT64), "-9223372036854775808");
  assert_decimal (MQ_DECIMAL_ZERO, "0");
  g_assert_null (mq_decimal_to_string (MQ_DECIMAL_INVALID));
}

static void
test_arithmetic (void)
{
  static const struct { const char *a, *b, *sum, *difference, *product; } rows[] = {
    { "1", "2", "3", "-1", "2" },
    { "0.1", "0.2", "0.3", "-0.1", "0.02" },
    { "1.50", "0.5", "2.00", "1.00", "0.750" },
    { "-3", "1.25", "-1.75", "-4.25", "-3.75" },
    { "9007199254740993", "1", "9007199254740994", "9007199254740992", "9007199254740993" },
    { "999999999999999.999", "0.001", "1000000000000000.000", "999999999999999.998", "999999999999.999999" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MqDecimal a = decimal (rows[i].a), b = decimal (rows[i].b);

      assert_decimal (mq_decimal_add (a, b), rows[i].sum);
      assert_decimal (mq_decimal_sub (a, b), rows[i].difference);
      assert_decimal (mq_decimal_mul (a, b), rows[i].product);
    }
}

/* What does not fit is invalid, and stays so. */
static void
test_overflow (void)
{
  MqDecimal most = decimal (NINES), one = mq_decimal_from_int (1), bad = mq_decimal_add (most, one);

  g_assert_false (bad.valid);
  g_assert_false (mq_decimal_mul (most, decimal ("2")).valid);
  g_assert_false (mq_decimal_add (most, decimal ("0.1")).valid);
  g_assert_false (mq_decimal_sub (decimal ("-" NINES), one).valid);
  g_assert_false (mq_decimal_add (bad, one).valid);
  g_assert_false (mq_decimal_mul (one, bad).valid);
  g_assert_false (mq_decimal_div (bad, one, 2).valid);
  g_assert_false (mq_decimal_div (one, MQ_DECIMAL_ZERO, 2).valid);
  g_assert_false (mq_decimal_round (one, 38).valid);
  g_assert_false (mq_decimal_div (most, one, 1).valid);
  g_assert_cmpint (mq_decimal_sign (bad), ==, 0);
  g_assert_false (mq_decimal_is_integer (bad));
  g_assert_false (mq_decimal_equal (bad, bad));

  /* zeros at the end are given up before the product is */
  assert_decimal (mq_decimal_mul (decimal ("2.00000000000000000000"), decimal ("3.00000000000000000000")),
                  "6");
}

static void
test_division (void)
{
  static const struct { const char *a, *b; guint scale; const char *quotient; gboolean exact; } rows[] = {
    { "10", "4", 1, "2.5", TRUE },       { "10", "4", 0, "2", FALSE },        { "14", "4", 0, "4", FALSE },
    { "1", "3", 5, "0.33333", FALSE },   { "2", "3", 5, "0.66667", FALSE },
    { "-1", "3", 2, "-0.33", FALSE },
    { "-2", "-3", 2, "0.67", FALSE },    { "0.125", "1", 2, "0.12", FALSE },
    { "0.135", "1", 2, "0.14", FALSE },
    { "-0.125", "1", 2, "-0.12", FALSE }, { "0.1250001", "1", 2, "0.13", FALSE },
    { "0.05", "1", 0, "0", FALSE },
    { "0.5", "1", 0, "0", FALSE },       { "1.5", "1", 0, "2", FALSE },       { "2.5", "1", 0, "2", FALSE },
    { "10000000000.000", "1000", 3, "10000000.000", TRUE },
    { "1", "0.001", 0, "1000", TRUE },   { "0", "7", 3, "0.000", TRUE },
    { "7.5", "0.3", 2, "25.00", TRUE },  { "1.000", "3.000", 2, "0.33", FALSE },
    { "0.0000000000000000000000000000000000001", "9999999999999999999999999999999999999", 0, "0", FALSE },
    { "0." NINES, "1", 0, "1", FALSE },
    { "1", "9999999999999999999999999999999999999", 37, "0.0000000000000000000000000000000000001", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MqDecimal a = decimal (rows[i].a), b = decimal (rows[i].b), out;

      assert_decimal (mq_decimal_div (a, b, rows[i].scale), rows[i].quotient);
      g_assert_cmpint (mq_decimal_div_exact (a, b, rows[i].scale, &out), ==, rows[i].exact);
      g_assert_cmpint (out.valid, ==, rows[i].exact);
      if (rows[i].exact)
        assert_decimal (out, rows[i].quotient);
    }
}

/* A quotient lies within half a unit of the true one, and on the even side when exactly between. */
static void
test_division_at_random (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      MqDecimal a = mq_decimal_from_int (g_test_rand_int () % 1000000);
      MqDecimal b = mq_decimal_from_int (g_test_rand_int_range (1, 5000)), q, twice, unit;
      guint scale = (guint) g_test_rand_int_range (0, 6);
      int side;

      a.scale = (guint8) g_test_rand_int_range (0, 9);
      b.scale = (guint8) g_test_rand_int_range (0, 9);
      if (g_test_rand_bit ())
        a.digits = -a.digits;

      /* |2 (a - q b)| against b units */
      q = mq_decimal_div (a, b, scale);
      g_assert_cmpint (q.scale, ==, scale);
      unit = mq_decimal_mul (b, (MqDecimal) { .digits = 1, .scale = (guint8) scale, .valid = 1 });
      twice = mq_decimal_mul (mq_decimal_sub (a, mq_decimal_mul (q, b)), mq_decimal_from_int (2));
      if (mq_decimal_sign (twice) < 0)
        twice = mq_decimal_neg (twice);
      side = mq_decimal_cmp (twice, unit);
      g_assert_cmpint (side, <=, 0);
      if (side == 0)
        g_assert_true (q.digits % 2 == 0);
    }
}

static void
test_rescale (void)
{
  MqDecimal out;
  gint64 whole;

  assert_decimal (mq_decimal_round (decimal ("1.5"), 3), "1.500");
  assert_decimal (mq_decimal_round (decimal ("1.005"), 2), "1.00");
  assert_decimal (mq_decimal_round (decimal ("1.015"), 2), "1.02");
  assert_decimal (mq_decimal_normalize (decimal ("100.500")), "100.5");
  assert_decimal (mq_decimal_normalize (decimal ("100.000")), "100");
  assert_decimal (mq_decimal_normalize (decimal ("0.000")), "0");

  g_assert_true (mq_decimal_rescale (decimal ("1.500"), 1, &out));
  assert_decimal (out, "1.5");
  g_assert_true (mq_decimal_rescale (decimal ("1"), 3, &out));
  assert_decimal (out, "1.000");
  g_assert_false (mq_decimal_rescale (decimal ("1.501"), 2, &out));
  g_assert_false (out.valid);

  g_assert_true (mq_decimal_is_integer (decimal ("-7.000")));
  g_assert_false (mq_decimal_is_integer (decimal ("7.001")));
  g_assert_true (mq_decimal_to_int (decimal ("-9223372036854775808.0"), &whole));
  g_assert_cmpint (whole, ==, G_MININT64);
  g_assert_false (mq_decimal_to_int (decimal ("9223372036854775808"), &whole));
  g_assert_false (mq_decimal_to_int (decimal ("1.5"), &whole));
}

static void
test_compare (void)
{
  static const char *const ascending[] = {
    "-" NINES, "-2", "-1.5", "-1.49999", "-0.1", "0", "0.0000000000000000000000000000000000001", "0.1", "1",
    "1.01",
    "9007199254740992", "9007199254740993", NINES
  };

  for (guint i = 0; i < G_N_ELEMENTS (ascending); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ascending); j++)
      {
        int order = mq_decimal_cmp (decimal (ascending[i]), decimal (ascending[j]));

        g_assert_cmpint (order, ==, i < j ? -1 : i > j);
      }

  g_assert_cmpint (mq_decimal_cmp (decimal ("1.5"), decimal ("1.500")), ==, 0);
  g_assert_cmpint (mq_decimal_cmp (decimal ("-0.0"), decimal ("0")), ==, 0);
  g_assert_cmpint (mq_decimal_sign (decimal ("-0.001")), ==, -1);
  g_assert_cmpint (mq_decimal_sign (decimal ("0.000")), ==, 0);
}

static void
test_shares (void)
{
  static const struct { const char *parts, *shares; guint scale; } rows[] = {
    { "1 1 1", "33.34 33.33 33.33", 2 },
    { "1 1 1 1 1 1", "16.67 16.67 16.67 16.67 16.66 16.66", 2 },
    { "51 49", "51.00 49.00", 2 },
    { "0 5", "0.00 100.00", 2 },
    { "2 1", "66.67 33.33", 2 },
    { "1 2", "33.33 66.67", 2 },
    { "5100000000.000 4900000000", "51.00 49.00", 2 },
    { "1 1 1 1 1 1 1", "15 15 14 14 14 14 14", 0 },
    { "0.001 0.001 0.001", "33.34 33.33 33.33", 2 },
    { "7", "100", 0 },
  };
  static const char *const refused[] = { "", "0", "0 0.00", "-1 2", NINES " " NINES };
  MqDecimal parts[8], out[8];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i].parts, " ", -1);
      g_auto (GStrv) expected = g_strsplit (rows[i].shares, " ", -1);
      guint n = g_strv_length (words);

      for (guint j = 0; j < n; j++)
        parts[j] = decimal (words[j]);
      g_assert_true (mq_decimal_shares (parts, n, rows[i].scale, out));
      for (guint j = 0; j < n; j++)
        assert_decimal (out[j], expected[j]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto (GStrv) words = g_strsplit (refused[i], " ", -1);
      guint n = g_strv_length (words);

      for (guint j = 0; j < n; j++)
        parts[j] = decimal (words[j]);
      g_assert_false (mq_decimal_shares (parts, n, 2, out));
    }
  parts[0] = MQ_DECIMAL_INVALID;
  g_assert_false (mq_decimal_shares (parts, 1, 2, out));
}

/* The sum is exactly a hundred, and no share is a whole unit away from the exact one. */
static void
test_shares_at_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 60);
      g_autofree MqDecimal *parts = g_new (MqDecimal, n);
      g_autofree MqDecimal *out = g_new (MqDecimal, n);
      MqDecimal total = MQ_DECIMAL_ZERO, sum = MQ_DECIMAL_ZERO;

      for (guint i = 0; i < n; i++)
        {
          parts[i] = mq_decimal_from_int (g_test_rand_int_range (0, G_MAXINT32));
          parts[i].scale = (guint8) g_test_rand_int_range (0, 4);
          total = mq_decimal_add (total, parts[i]);
        }
      if (mq_decimal_sign (total) == 0)
        continue;

      g_assert_true (mq_decimal_shares (parts, n, 2, out));
      for (guint i = 0; i < n; i++)
        {
          MqDecimal scaled = mq_decimal_mul (parts[i], mq_decimal_from_int (100));
          MqDecimal apart = mq_decimal_sub (scaled, mq_decimal_mul (out[i], total));
          MqDecimal unit = mq_decimal_mul (total, decimal ("0.01"));

          sum = mq_decimal_add (sum, out[i]);
          g_assert_cmpint (mq_decimal_cmp (apart, unit), <, 0);
          g_assert_cmpint (mq_decimal_cmp (mq_decimal_neg (apart), unit), <, 0);
        }
      assert_decimal (sum, "100.00");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/arithmetic", test_arithmetic);
  g_test_add_func ("/decimal/overflow", test_overflow);
  g_test_add_func ("/decimal/division", test_division);
  g_test_add_func ("/decimal/division-at-random", test_division_at_random);
  g_test_add_func ("/decimal/rescale", test_rescale);
  g_test_add_func ("/decimal/compare", test_compare);
  g_test_add_func ("/decimal/shares", test_shares);
  g_test_add_func ("/decimal/shares-at-random", test_shares_at_random);

  return g_test_run ();
}
