/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-numeral.h"

#include <string.h>

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

/* The words for powers of a thousand are themselves counted nouns. */
static const struct {
  guint64 value;
  MqNoun noun;
} scales[] = {
  { G_GUINT64_CONSTANT (1000000000000),
    { "تريليون", MQ_GENDER_MASCULINE, "تريليونات", "تريليوناً", NULL, NULL } },
  { G_GUINT64_CONSTANT (1000000000), { "مليار", MQ_GENDER_MASCULINE, "مليارات", "ملياراً", NULL, NULL } },
  { G_GUINT64_CONSTANT (1000000), { "مليون", MQ_GENDER_MASCULINE, "ملايين", "مليوناً", NULL, NULL } },
  { G_GUINT64_CONSTANT (1000), { "ألف", MQ_GENDER_MASCULINE, "آلاف", "ألفاً", NULL, NULL } },
};

/* The form of a counted noun. */
typedef enum {
  FORM_SINGULAR,   /* genitive, after hundreds and thousands: مئة سهم */
  FORM_ONE,        /* سهم واحد */
  FORM_DUAL,       /* سهمان */
  FORM_PLURAL,     /* genitive, after 3 to 10: ثلاثة أسهم */
  FORM_ACCUSATIVE  /* singular, after 11 to 99: أحد عشر سهماً */
} Form;

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

static void
put_and (GString *out, gsize start)
{
  if (out->len > start)
    g_string_append (out, " و");
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

/* The numeral of 1 to 999 without what it counts; @construct: that follows at once. */
static void
put_numeral (GString *out, guint n, MqGender gender, MqCase case_, gboolean construct,
             const MqWordsOptions *options)
{
  guint rest = n % 100, tens = rest / 10, unit = rest % 10;

  g_assert (n >= 1 && n <= 999);

  if (n >= 100)
    {
      mq_numeral_put_hundred (out, n / 100, case_, construct && rest == 0, options);
      if (rest != 0)
        g_string_append (out, " و");
    }

  if (rest == 1 && gender == MQ_GENDER_MASCULINE)
    mq_numeral_put (out, case_ == MQ_CASE_ACC ? "واحداً" : "واحد", options);
  else if (rest == 2)
    put_unit_before_tens (out, 2, gender, case_, options);
  else if (rest >= 1 && rest <= 10)
    g_string_append (out, gender == MQ_GENDER_FEMININE ? units_feminine[rest] : units_masculine[rest]);
  else if (tens == 1)
    put_teen (out, unit, gender, case_);
  else if (tens > 1)
    {
      if (unit != 0)
        {
          put_unit_before_tens (out, unit, gender, case_, options);
          g_string_append (out, " و");
        }
      mq_numeral_put_tens (out, tens, case_);
    }
}

/* Which form the numeral before a noun asks for: only the last number read counts. */
static Form
form_after (guint64 n)
{
  guint rest = (guint) (n % 100);

  if (rest >= 3 && rest <= 10)
    return FORM_PLURAL;
  if (rest >= 11)
    return FORM_ACCUSATIVE;

  return FORM_SINGULAR;
}

const char *
mq_numeral_form_after_figure (guint64 n, const MqNoun *noun, const char *plural)
{
  switch (form_after (n))
    {
    case FORM_PLURAL:
      return plural;
    case FORM_ACCUSATIVE:
      return noun->accusative;
    case FORM_SINGULAR:
    case FORM_ONE:
    case FORM_DUAL:
    default:
      return noun->name;
    }
}

static void
put_dual (GString *out, const MqNoun *noun, MqCase case_, gboolean construct)
{
  const char *name = noun->name;
  gsize length = strlen (name);

  if (noun->dual != NULL && case_ == MQ_CASE_NOM)
    {
      g_string_append (out, noun->dual);
      if (construct && g_str_has_suffix (noun->dual, "ن"))
        g_string_truncate (out, out->len - strlen ("ن"));
      return;
    }
  if (noun->dual != NULL && g_str_has_suffix (noun->dual, "ان"))
    g_string_append_len (out, noun->dual, (gssize) (strlen (noun->dual) - strlen ("ان")));
  else if (g_str_has_suffix (name, "ة"))
    {
      g_string_append_len (out, name, (gssize) (length - strlen ("ة")));
      g_string_append (out, "ت");
    }
  else if (g_str_has_suffix (name, "ى"))
    {
      g_string_append_len (out, name, (gssize) (length - strlen ("ى")));
      g_string_append (out, "ي");
    }
  else
    g_string_append (out, name);

  g_string_append (out, case_ == MQ_CASE_NOM ? "ا" : "ي");
  if (!construct)
    g_string_append (out, "ن");
}

static void
put_adjective (GString *out, const char *adjective, Form form, MqCase case_, const MqWordsOptions *options)
{
  g_string_append_c (out, ' ');
  g_string_append (out, adjective);
  switch (form)
    {
    case FORM_DUAL:
      g_string_append (out, case_ == MQ_CASE_NOM ? "ان" : "ين");
      break;
    case FORM_PLURAL:
      g_string_append (out, "ة");
      break;
    case FORM_ACCUSATIVE:
      mq_numeral_put (out, TANWEEN_AFTER_ALIF, options);
      break;
    case FORM_ONE:
      if (case_ == MQ_CASE_ACC)
        mq_numeral_put (out, TANWEEN_AFTER_ALIF, options);
      break;
    case FORM_SINGULAR:
    default:
      break;
    }
}

/* What is counted, with its adjective if @first, and with واحد where the form is that of one. */
static void
put_counted (GString *out, const MqCounted *counted, Form form, MqCase case_, gboolean first,
             const MqWordsOptions *options)
{
  const MqNoun *noun = counted->noun;
  gboolean accusative = case_ == MQ_CASE_ACC;

  switch (form)
    {
    case FORM_ONE:
      mq_numeral_put (out, accusative ? noun->accusative : noun->name, options);
      break;
    case FORM_DUAL:
      put_dual (out, noun, case_, FALSE);
      break;
    case FORM_PLURAL:
      mq_numeral_put (out, counted->plural, options);
      break;
    case FORM_ACCUSATIVE:
      mq_numeral_put (out, noun->accusative, options);
      break;
    case FORM_SINGULAR:
    default:
      mq_numeral_put (out, noun->name, options);
      break;
    }

  if (first && counted->adjective != NULL)
    put_adjective (out, counted->adjective, form, case_, options);
  if (form == FORM_ONE)
    {
      g_string_append_c (out, ' ');
      put_numeral (out, 1, noun->gender, case_, FALSE, options);
    }
}

/* Thousands, millions and so on: @n of them, 1 to 999.  @construct: what is counted follows at once, and the
 * word before it loses its ن or its tanween: ألفا جنيه، أحد عشر ألف جنيه. */
static void
put_scale (GString *out, guint n, const MqNoun *scale, MqCase case_, gboolean construct,
           const MqWordsOptions *options)
{
  guint rest = n % 100;

  if (n > 100 && (rest == 1 || rest == 2) && options->repeat_noun)
    {
      /* مئة ألف وألفان */
      mq_numeral_put_hundred (out, n / 100, case_, TRUE, options);
      g_string_append_c (out, ' ');
      g_string_append (out, scale->name);
      g_string_append (out, " و");
      n = rest;
    }

  if (n == 1)
    mq_numeral_put (out, case_ == MQ_CASE_ACC && !construct ? scale->accusative : scale->name, options);
  else if (n == 2)
    put_dual (out, scale, case_, construct);
  else
    {
      Form form = form_after (n);

      put_numeral (out, n, MQ_GENDER_MASCULINE, case_, TRUE, options);
      g_string_append_c (out, ' ');
      if (form == FORM_PLURAL)
        g_string_append (out, scale->plural);
      else
        mq_numeral_put (out, form == FORM_ACCUSATIVE && !construct ? scale->accusative : scale->name,
                        options);
    }
}

/* Appends @n, below MQ_NUMERAL_LIMIT, in words, with what it counts, or as a bare (masculine) number if
 * @counted is %NULL. */
void
mq_numeral_put_number (GString *out, guint64 n, const MqCounted *counted, MqCase case_,
                       const MqWordsOptions *options)
{
  guint rest = (guint) (n % 100);
  gboolean repeat = counted != NULL && options->repeat_noun && n > 100 && (rest == 1 || rest == 2);
  guint64 left = repeat ? n - rest : n;
  gsize start = out->len;

  g_assert (n < MQ_NUMERAL_LIMIT);

  if (n == 0)
    g_string_append (out, "صفر");
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      guint group = (guint) (left / scales[i].value);

      left %= scales[i].value;
      if (group == 0)
        continue;
      put_and (out, start);
      put_scale (out, group, &scales[i].noun, case_, counted != NULL && left == 0, options);
    }

  if (counted == NULL)
    {
      if (left > 0)
        {
          put_and (out, start);
          put_numeral (out, (guint) left, MQ_GENDER_MASCULINE, case_, FALSE, options);
        }
      return;
    }

  if (left > 0)
    put_and (out, start);
  if (n == 1 || n == 2)
    put_counted (out, counted, n == 1 ? FORM_ONE : FORM_DUAL, case_, TRUE, options);
  else
    {
      if (left > 0)
        put_numeral (out, (guint) left, counted->noun->gender, case_, TRUE, options);
      g_string_append_c (out, ' ');
      put_counted (out, counted, form_after (left), case_, TRUE, options);
    }

  if (repeat)
    {
      /* مئة جنيه وجنيه واحد */
      g_string_append (out, " و");
      put_counted (out, counted, rest == 1 ? FORM_ONE : FORM_DUAL, case_, FALSE, options);
    }
}
