/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-ordinal.h"

#include "mq-numeral.h"

#include <string.h>

static const MqWordsOptions defaults = MQ_WORDS_OPTIONS_DEFAULT;

/* Masculine, without ال; the feminine adds ة.  The first of all is irregular; in 11, 21, 31 … it is حادي. */
static const char *const stems[] = {
  "", "حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"
};

/* The unit of an ordinal, 1 to 10.  Indefinite, what ends in ي drops it but in the accusative: ثانٍ،
 * ثانياً. */
static void
put_unit (GString *out, guint unit, MqGender gender, gboolean definite, gboolean built,
          const MqWordsOptions *options)
{
  const char *stem = stems[unit];

  if (definite)
    g_string_append (out, "ال");
  if (gender == MQ_GENDER_FEMININE)
    {
      g_string_append (out, stem);
      g_string_append (out, "ة");
    }
  else if (definite || built)
    g_string_append (out, stem);
  else if (options->case_ == MQ_CASE_ACC)
    {
      g_string_append (out, stem);
      mq_numeral_put (out, "اً", options);
    }
  else if (g_str_has_suffix (stem, "ي"))
    {
      g_string_append_len (out, stem, (gssize) (strlen (stem) - strlen ("ي")));
      g_string_append (out, "ٍ");
    }
  else
    g_string_append (out, stem);
}

/* 1 to 99 */
static void
put_below_hundred (GString *out, guint n, MqGender gender, gboolean definite, const MqWordsOptions *options)
{
  guint tens = n / 10, unit = n % 10;

  if (n == 1)
    {
      /* «أول» has no tanween but as an adverb: أولاً */
      g_string_append (out, definite ? "ال" : "");
      if (gender == MQ_GENDER_FEMININE)
        g_string_append (out, "أولى");
      else
        mq_numeral_put (out, !definite && options->case_ == MQ_CASE_ACC ? "أولاً" : "أول", options);
    }
  else if (n <= 10)
    put_unit (out, n, gender, definite, FALSE, options);
  else if (tens == 1)
    {
      /* neither part declines */
      put_unit (out, unit, gender, definite, TRUE, options);
      g_string_append (out, gender == MQ_GENDER_FEMININE ? " عشرة" : " عشر");
    }
  else
    {
      if (unit != 0)
        {
          put_unit (out, unit, gender, definite, FALSE, options);
          g_string_append (out, " و");
        }
      g_string_append (out, definite ? "ال" : "");
      mq_numeral_put_tens (out, tens, options->case_);
    }
}

static void
put_ordinal (GString *out, guint n, MqGender gender, gboolean definite, const MqWordsOptions *options)
{
  guint hundreds = n / 100, rest = n % 100;

  if (rest != 0)
    put_below_hundred (out, rest, gender, definite, options);
  if (hundreds == 0)
    return;

  /* «بعد» governs the genitive, and what follows it is the known hundred */
  if (rest != 0)
    g_string_append (out, " بعد ال");
  else if (definite)
    g_string_append (out, "ال");
  mq_numeral_put_hundred (out, hundreds, rest != 0 ? MQ_CASE_GEN : options->case_, FALSE, options);
}

/**
 * mq_ordinal:
 * @n: 1 to %MQ_ORDINAL_MAX
 * @gender: of what is ordered: مادة is feminine, بند masculine
 * @definite: with ال, as after «المادة»
 * @options: (nullable): case and spelling
 *
 * Returns: (transfer full) (nullable): the ordinal, «الحادية والعشرون», or %NULL if @n is out of range
 */
char *
mq_ordinal (guint n, MqGender gender, gboolean definite, const MqWordsOptions *options)
{
  GString *out;

  if (n < 1 || n > MQ_ORDINAL_MAX)
    return NULL;

  out = g_string_sized_new (64);
  put_ordinal (out, n, gender, definite, options != NULL ? options : &defaults);

  return g_string_free (out, FALSE);
}

/**
 * mq_ordinal_article:
 * @n: 1 to %MQ_ORDINAL_MAX
 * @options: (nullable): case and spelling
 *
 * Returns: (transfer full) (nullable): «المادة الحادية والعشرون», or %NULL if @n is out of range
 */
char *
mq_ordinal_article (guint n, const MqWordsOptions *options)
{
  GString *out;

  if (n < 1 || n > MQ_ORDINAL_MAX)
    return NULL;

  out = g_string_sized_new (64);
  g_string_append (out, "المادة ");
  put_ordinal (out, n, MQ_GENDER_FEMININE, TRUE, options != NULL ? options : &defaults);

  return g_string_free (out, FALSE);
}

/**
 * mq_adverbial:
 * @n: 1 to %MQ_ORDINAL_MAX
 * @options: (nullable): spelling; the case does not matter
 *
 * Returns: (transfer full) (nullable): the word that numbers a clause, أولاً, حادي عشر, حادياً وعشرين, أولاً
 *   بعد المئة; or %NULL if @n is out of range.  Figures read better already from 20 on.
 */
char *
mq_adverbial (guint n, const MqWordsOptions *options)
{
  MqWordsOptions accusative = options != NULL ? *options : defaults;
  GString *out;

  if (n < 1 || n > MQ_ORDINAL_MAX)
    return NULL;

  accusative.case_ = MQ_CASE_ACC;
  out = g_string_sized_new (64);
  put_ordinal (out, n, MQ_GENDER_MASCULINE, FALSE, &accusative);

  return g_string_free (out, FALSE);
}

/**
 * mq_abjad:
 * @n: 1 to %MQ_ABJAD_MAX
 *
 * Returns: (transfer full) (nullable): the letter in the order أ ب ج د, from 29 on two letters, أأ أب; or
 *   %NULL if @n is out of range.  A ه at the end has a tatweel, or it would be taken for the figure ٥.
 */
char *
mq_abjad (guint n)
{
  static const char *const letters[] = {
    "أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن",
    "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ"
  };
  const guint count = G_N_ELEMENTS (letters);
  const char *last;

  if (n < 1 || n > MQ_ABJAD_MAX)
    return NULL;

  n--;
  last = letters[n % count];

  return g_strconcat (n >= count ? letters[n / count - 1] : "", last,
                      g_str_equal (last, "ه") ? "\u0640" : "", NULL);
}
