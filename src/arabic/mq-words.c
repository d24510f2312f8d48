/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-words.h"

#include "mq-currency.h"
#include "mq-decimal.h"
#include "mq-numeral.h"

#include <string.h>

/* the longest form of a currency's or a coin's name, twice, with its adjective */
#define ROOM_OF_COIN (2 * sizeof ("دولارات") + sizeof ("أمريكي") + MQ_NUMERAL_ENDINGS)

#define WRAP_BEFORE "فقط "
#define WRAP_AFTER " لا غير"
#define AND " و"

static const MqWordsOptions defaults = MQ_WORDS_OPTIONS_DEFAULT;

static char *
append (char *p, const char *words, gsize length)
{
  memcpy (p, words, length);
  return p + length;
}

static MqInt128
power_of_ten (guint exponent)
{
  MqInt128 power = 1;

  while (exponent-- > 0)
    power *= 10;

  return power;
}

/**
 * mq_case_parse:
 * @token: (nullable): nom, gen or acc
 * @out: (out): the case; nominative on failure
 *
 * Returns: whether @token is one of the three
 */
gboolean
mq_case_parse (const char *token, MqCase *out)
{
  static const char *const tokens[] = { "nom", "gen", "acc" };

  g_return_val_if_fail (out != NULL, FALSE);

  *out = MQ_CASE_NOM;
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    if (g_strcmp0 (token, tokens[i]) == 0)
      {
        *out = (MqCase) i;
        return TRUE;
      }

  return FALSE;
}

/* Reads an amount as it is nearly always written, digits and no more decimals than the currency has, in units of the
 * smallest coin.  FALSE: it is written otherwise, or it is none. */
static gboolean
read_plain (const char *amount, const MqCurrency *currency, guint64 *coins)
{
  const char *p = amount;
  guint64 value = 0;
  guint decimals = 0;

  for (; g_ascii_isdigit (*p) && p - amount < 15; p++)
    value = value * 10 + (guint64) (*p - '0');
  if (p == amount || (amount[0] == '0' && p - amount > 1))
    return FALSE;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p) && decimals < currency->decimals; p++, decimals++)
      value = value * 10 + (guint64) (*p - '0');
  if (*p != '\0')
    return FALSE;

  for (; decimals < currency->decimals; decimals++)
    value *= 10;
  *coins = value;
  return TRUE;
}

/* The same of any decimal. */
static gboolean
read_amount (const char *amount, const MqCurrency *currency, guint64 *coins, MqProblem **problem)
{
  MqDecimal value;

  if (!mq_decimal_parse (amount, &value) || mq_decimal_sign (value) < 0)
    return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_NOT_AN_AMOUNT, amount, NULL));
  if (!mq_decimal_rescale (value, currency->decimals, &value))
    {
      /* too many decimals, or so large that the missing ones have no room */
      if (mq_decimal_parse (amount, &value) && mq_decimal_normalize (value).scale > currency->decimals)
        return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_TOO_MANY_DECIMALS, amount, NULL));
      return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_OUT_OF_RANGE, amount, "0 … 10¹⁵"));
    }
  if (value.digits >= (MqInt128) MQ_NUMERAL_LIMIT * power_of_ten (currency->decimals))
    return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_OUT_OF_RANGE, amount, "0 … 10¹⁵"));

  *coins = (guint64) value.digits;
  return TRUE;
}

/**
 * mq_words_amount:
 * @amount: a decimal in ASCII digits, in the currency's own unit, from 0 to below 10^15
 * @currency: EGP, IQD or USD
 * @options: (nullable): the form of the words
 * @problem: (out) (optional): why there are no words: the amount is none or negative, it is too large, it has
 *   more decimals than the currency (zeros at its end do not count), or the currency is not known
 *
 * The amount in words, the major unit before the minor: «ثلاثة جنيهات وخمسة وسبعون قرشاً».
 *
 * Returns: (transfer full) (nullable): the words, or %NULL
 */
char *
mq_words_amount (const char *amount, const char *currency, const MqWordsOptions *options, MqProblem **problem)
{
  const MqCurrency *found = mq_currency_find (currency);
  MqCounted major, minor;
  guint64 coins = 0, whole, part;
  char *words, *p;
  MqCase case_;
  gsize room;

  g_return_val_if_fail (amount != NULL, NULL);

  if (options == NULL)
    options = &defaults;
  if (found == NULL)
    {
      mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_NOT_A_CHOICE, currency, NULL));
      return NULL;
    }
  if (!read_plain (amount, found, &coins) && !read_amount (amount, found, &coins, problem))
    return NULL;

  /* the divisors are written out, for the compiler to do without a division */
  whole = found->decimals == 2 ? coins / 100 : coins / 1000;
  part = found->decimals == 2 ? coins % 100 : coins % 1000;
  /* the bracketed phrase stands alone */
  case_ = options->wrap ? MQ_CASE_NOM : options->case_;
  major = (MqCounted) { &found->major, found->major.plural, options->long_style ? found->adjective : NULL };
  minor = (MqCounted) { &found->minor, found->minor.plural, whole == 0 ? major.adjective : NULL };

  /* written where it stays; what is too much is soon given back */
  room = (whole < 1000 ? MQ_NUMERAL_ROOM_OF_GROUP : MQ_NUMERAL_ROOM) + MQ_NUMERAL_ROOM_OF_GROUP
         + 2 * ROOM_OF_COIN + sizeof (WRAP_BEFORE AND WRAP_AFTER);
  words = p = g_malloc (room);
  if (options->wrap)
    p = append (p, WRAP_BEFORE, strlen (WRAP_BEFORE));
  if (whole > 0 || part == 0)
    p = mq_numeral_write (p, whole, &major, case_, options);
  if (part > 0)
    {
      if (whole > 0)
        p = append (p, AND, strlen (AND));
      p = mq_numeral_write (p, part, &minor, case_, options);
    }
  if (options->wrap)
    p = append (p, WRAP_AFTER, strlen (WRAP_AFTER));

  *p = '\0';
  g_assert ((gsize) (p - words) < room);

  return words;
}

/* The quarters that have a word; NULL for other fractions. */
static const char *
fraction_words (MqInt128 hundredths, MqCase case_)
{
  switch ((int) hundredths)
    {
    case 0:
      return "";
    case 25:
      return case_ == MQ_CASE_ACC ? "ربعاً" : "ربع";
    case 50:
      return case_ == MQ_CASE_ACC ? "نصفاً" : "نصف";
    case 75:
      return "ثلاثة أرباع";
    default:
      return NULL;
    }
}

/**
 * mq_words_percent:
 * @percent: a decimal in ASCII digits, from 0 to below 10^15
 * @iraqi: «بالمئة» instead of «في المئة»
 * @options: (nullable): the form of the words; long_style and wrap do not matter here
 * @problem: (out) (optional): why there are no words: it is no number of zero or more, or it has a fraction
 *   other than quarters, which is written in figures only
 *
 * Returns: (transfer full) (nullable): the percentage in words, «واحد وخمسون في المئة», or %NULL
 */
char *
mq_words_percent (const char *percent, gboolean iraqi, const MqWordsOptions *options, MqProblem **problem)
{
  const char *fraction = NULL;
  MqDecimal value;
  guint64 whole;
  GString *out;

  g_return_val_if_fail (percent != NULL, NULL);

  if (options == NULL)
    options = &defaults;
  if (!mq_decimal_parse (percent, &value) || mq_decimal_sign (value) < 0)
    {
      mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_NOT_A_NUMBER, percent, NULL));
      return NULL;
    }
  if (mq_decimal_rescale (value, 2, &value) && value.digits < (MqInt128) MQ_NUMERAL_LIMIT * 100)
    fraction = fraction_words (value.digits % 100, options->case_);
  if (fraction == NULL)
    {
      mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_OUT_OF_RANGE, percent, "0 … 10¹⁵, ¼ ½ ¾"));
      return NULL;
    }

  out = g_string_sized_new (128);
  whole = (guint64) (value.digits / 100);
  if (whole > 0 || *fraction == '\0')
    mq_numeral_put_number (out, whole, NULL, options->case_, options);
  if (*fraction != '\0')
    {
      if (whole > 0)
        g_string_append (out, " و");
      mq_numeral_put (out, fraction, options);
    }
  g_string_append (out, iraqi ? " بال" : " في ال");
  mq_numeral_put_hundred (out, 1, MQ_CASE_GEN, FALSE, options);

  return g_string_free (out, FALSE);
}
