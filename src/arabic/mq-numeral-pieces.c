/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-numeral-pieces.h"

#include <string.h>

/* The grammar of numerals below a thousand.  Numbers are put together of these words thousands of times, so they are
 * made once, in every form. */

/* In every table the case is nominative or not: genitive and accusative look the same but for what ends in
 * اً. */

/* 3 to 10 as they stand before a masculine noun; the feminine noun takes the form without ة, and 8 its
 * own. */
static const char *const units_masculine[] = {
  "", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"
};
static const char *const units_feminine[] = {
  "", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"
};
static const char *const tens_stems[] = {
  "", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"
};
static const char *const hundred_stems[] = {
  "", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"
};

#define TANWEEN_AFTER_ALIF "اً"
#define TANWEEN_BEFORE_ALIF "ًا"

void
mq_numeral_put (GString *out, const char *words, const MqWordsOptions *options)
{
  const char *hit;

  if (options->tanween_before_alif)
    while ((hit = strstr (words, TANWEEN_AFTER_ALIF)) != NULL)
      {
        g_string_append_len (out, words, hit - words);
        g_string_append (out, TANWEEN_BEFORE_ALIF);
        words = hit + strlen (TANWEEN_AFTER_ALIF);
      }
  g_string_append (out, words);
}

/* @tens: 2 to 9, for عشرون to تسعون */
void
mq_numeral_put_tens (GString *out, guint tens, MqCase case_)
{
  g_assert (tens >= 2 && tens <= 9);

  g_string_append (out, tens_stems[tens]);
  g_string_append (out, case_ == MQ_CASE_NOM ? "ون" : "ين");
}

/* @hundreds: 1 to 9; @construct: what is counted follows at once, and the dual loses its ن */
void
mq_numeral_put_hundred (GString *out, guint hundreds, MqCase case_, gboolean construct,
                        const MqWordsOptions *options)
{
  g_assert (hundreds >= 1 && hundreds <= 9);

  g_string_append (out, hundred_stems[hundreds]);
  g_string_append (out, options->hundred_with_alif ? "مائ" : "مئ");
  if (hundreds != 2)
    g_string_append (out, "ة");
  else
    {
      g_string_append (out, case_ == MQ_CASE_NOM ? "تا" : "تي");
      if (!construct)
        g_string_append (out, "ن");
    }
}

/* The unit before tens, 1 to 9: واحد وعشرون، ثمانٍ وعشرون. */
static void
put_unit_before_tens (GString *out, guint unit, MqGender gender, MqCase case_, const MqWordsOptions *options)
{
  gboolean feminine = gender == MQ_GENDER_FEMININE;

  if (unit == 1)
    mq_numeral_put (out, feminine ? "إحدى" : case_ == MQ_CASE_ACC ? "واحداً" : "واحد", options);
  else if (unit == 2)
    {
      g_string_append (out, feminine ? "اثنت" : "اثن");
      g_string_append (out, case_ == MQ_CASE_NOM ? "ان" : "ين");
    }
  else if (!feminine)
    g_string_append (out, units_masculine[unit]);
  else if (unit == 8)
    mq_numeral_put (out, case_ == MQ_CASE_ACC ? "ثمانياً" : "ثمانٍ", options);
  else
    {
      g_string_append (out, units_feminine[unit]);
      if (case_ == MQ_CASE_ACC)
        mq_numeral_put (out, TANWEEN_AFTER_ALIF, options);
    }
}

/* 11 to 19: the ten agrees with the noun, the unit from 3 on does not, and only 12 declines. */
static void
put_teen (GString *out, guint unit, MqGender gender, MqCase case_)
{
  gboolean feminine = gender == MQ_GENDER_FEMININE;

  if (unit == 1)
    g_string_append (out, feminine ? "إحدى" : "أحد");
  else if (unit == 2)
    {
      g_string_append (out, feminine ? "اثنت" : "اثن");
      g_string_append (out, case_ == MQ_CASE_NOM ? "ا" : "ي");
    }
  else
    g_string_append (out, feminine ? units_feminine[unit] : units_masculine[unit]);
  g_string_append (out, feminine ? " عشرة" : " عشر");
}

/* 1 to 99 without what is counted. */
static void
put_below_hundred (GString *out, guint n, MqGender gender, MqCase case_, const MqWordsOptions *options)
{
  guint tens = n / 10, unit = n % 10;

  if (n == 1 && gender == MQ_GENDER_MASCULINE)
    mq_numeral_put (out, case_ == MQ_CASE_ACC ? "واحداً" : "واحد", options);
  else if (n == 2)
    put_unit_before_tens (out, 2, gender, case_, options);
  else if (n <= 10)
    g_string_append (out, gender == MQ_GENDER_FEMININE ? units_feminine[n] : units_masculine[n]);
  else if (tens == 1)
    put_teen (out, unit, gender, case_);
  else
    {
      if (unit != 0)
        {
          put_unit_before_tens (out, unit, gender, case_, options);
          g_string_append (out, " و");
        }
      mq_numeral_put_tens (out, tens, case_);
    }
}

static void
take (MqPiece *piece, GString *words)
{
  g_assert (words->len <= sizeof piece->text);

  piece->length = (guint8) words->len;
  memcpy (piece->text, words->str, words->len);
  g_string_truncate (words, 0);
}

static const MqPieces *
make_pieces (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  MqPieces *pieces = g_new0 (MqPieces, 1);

  for (guint spelling = 0; spelling < 2; spelling++)
    {
      MqWordsOptions options = { .hundred_with_alif = spelling == 1, .tanween_before_alif = spelling == 1 };

      for (MqCase case_ = MQ_CASE_NOM; case_ <= MQ_CASE_ACC; case_++)
        {
          for (MqGender gender = MQ_GENDER_MASCULINE; gender <= MQ_GENDER_FEMININE; gender++)
            for (guint n = 1; n < 100; n++)
              {
                put_below_hundred (words, n, gender, case_, &options);
                g_string_append_c (words, ' ');
                take (&pieces->below_hundred[spelling][gender][case_][n], words);
              }
          for (MqHundred how = MQ_HUNDRED_ALONE; how < MQ_N_HUNDREDS; how++)
            for (guint n = 1; n < 10; n++)
              {
                mq_numeral_put_hundred (words, n, case_, how == MQ_HUNDRED_CONSTRUCT, &options);
                g_string_append (words, how == MQ_HUNDRED_AND ? " و" : " ");
                take (&pieces->hundreds[spelling][case_][how][n], words);
              }
        }
    }

  return pieces;
}

/**
 * mq_numeral_pieces: (skip)
 *
 * Returns: (transfer none): the words; they live as long as the program
 */
const MqPieces *
mq_numeral_pieces (void)
{
  static const MqPieces *pieces;

  if (g_once_init_enter (&pieces))
    g_once_init_leave (&pieces, make_pieces ());
  return pieces;
}
