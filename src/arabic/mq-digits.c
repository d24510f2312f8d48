/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-digits.h"

#include <string.h>

#define ARABIC_ZERO 0x0660
#define PERSIAN_ZERO 0x06F0
#define ARABIC_DECIMAL 0x066B
#define ARABIC_THOUSANDS 0x066C
#define ARABIC_COMMA 0x060C
#define ARABIC_PERCENT "\u066A"
#define MINUS_SIGN 0x2212

/* The shape of a digit: the code of the zero it is counted from, or 0 if @c is no digit. */
static gunichar
digit_zero (gunichar c)
{
  if (c >= '0' && c <= '9')
    return '0';
  if (c >= ARABIC_ZERO && c <= ARABIC_ZERO + 9)
    return ARABIC_ZERO;
  if (c >= PERSIAN_ZERO && c <= PERSIAN_ZERO + 9)
    return PERSIAN_ZERO;

  return 0;
}

static void
append_digit (GString *out, guint value, MqDigits digits)
{
  if (digits == MQ_DIGITS_LATIN)
    g_string_append_c (out, (char) ('0' + value));
  else
    g_string_append_unichar (out, ARABIC_ZERO + value);
}

static char *
shape (const char *text, MqDigits digits)
{
  GString *out = g_string_sized_new (strlen (text) + 16);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar zero = digit_zero (c);

      if (zero != 0)
        append_digit (out, c - zero, digits);
      else
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/**
 * mq_digits_shape:
 * @text: any text
 * @digits: the digits of the document
 *
 * Returns: (transfer full): @text with every digit, of whatever shape, in the shape @digits; all else stays
 */
char *
mq_digits_shape (const char *text, MqDigits digits)
{
  g_return_val_if_fail (text != NULL, NULL);

  return shape (text, digits);
}

/**
 * mq_digits_to_ascii:
 * @text: any text
 *
 * Returns: (transfer full): @text with ٠–٩ and ۰–۹ as 0–9; all else stays, also ٫ and ٬
 */
char *
mq_digits_to_ascii (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return shape (text, MQ_DIGITS_LATIN);
}

/**
 * mq_digits_mixed:
 * @text: any text
 *
 * Returns: whether digits of more than one shape stand in @text
 */
gboolean
mq_digits_mixed (const char *text)
{
  gunichar seen = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar zero = digit_zero (g_utf8_get_char (p));

      if (zero != 0 && seen != 0 && zero != seen)
        return TRUE;
      if (zero != 0)
        seen = zero;
    }

  return FALSE;
}

/**
 * mq_digits_group:
 * @decimal: a decimal in ASCII digits
 * @digits: the digits of the document
 *
 * Returns: (transfer full): the figure as it is printed: thousands apart, all decimals kept
 */
char *
mq_digits_group (const char *decimal, MqDigits digits)
{
  GString *out;
  const char *p = decimal;
  gsize whole;

  g_return_val_if_fail (decimal != NULL, NULL);

  out = g_string_sized_new (strlen (decimal) * 2 + 16);
  if (*p == '-')
    {
      /* The mark keeps the sign with its number between Arabic words, where a bare minus would change
       * sides. */
      g_string_append (out, digits == MQ_DIGITS_ARABIC ? "\u061C-" : "\u200E-");
      p++;
    }

  whole = strspn (p, "0123456789");
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (out, digits == MQ_DIGITS_ARABIC ? "\u066C" : ",");
      append_digit (out, (guint) (p[i] - '0'), digits);
    }
  if (p[whole] == '.')
    {
      g_string_append (out, digits == MQ_DIGITS_ARABIC ? "\u066B" : ".");
      for (p += whole + 1; g_ascii_isdigit (*p); p++)
        append_digit (out, (guint) (*p - '0'), digits);
    }

  return g_string_free (out, FALSE);
}

/* @zero: whether one is put behind the decimals that there are */
static char *
percent_text (const char *decimal, gboolean zero, MqDigits digits)
{
  g_autofree char *figure = NULL, *grouped = NULL;
  const char *point = strchr (decimal, '.');

  if (point == NULL || strspn (point + 1, "0") == strlen (point + 1))
    figure = g_strndup (decimal, point != NULL ? (gsize) (point - decimal) : strlen (decimal));
  else
    figure = g_strconcat (decimal, zero ? "0" : "", NULL);
  grouped = mq_digits_group (figure, digits);

  return digits == MQ_DIGITS_ARABIC ? g_strconcat (grouped, ARABIC_PERCENT, NULL)
                                    : g_strconcat ("\u2066", grouped, "%\u2069", NULL);
}

/**
 * mq_percent_text:
 * @decimal: a percentage in ASCII digits: 51, 12.5
 * @digits: the digits of the document
 *
 * The percentage in figures: «٥١٪», or «51%» isolated left to right, because that sign would otherwise change
 * sides with its surroundings.  Decimals are those written, but for ones that are all zero, which are dropped.
 *
 * Returns: (transfer full): the text
 */
char *
mq_percent_text (const char *decimal, MqDigits digits)
{
  g_return_val_if_fail (decimal != NULL, NULL);

  return percent_text (decimal, FALSE, digits);
}

/**
 * mq_share_text:
 * @decimal: a percentage in ASCII digits that was computed to two decimals
 * @digits: the digits of the document
 *
 * As mq_percent_text(), but where there are decimals, there are two: «٩٫٥٠٪» beside «٩٫٦٩٪».
 *
 * Returns: (transfer full): the text
 */
char *
mq_share_text (const char *decimal, MqDigits digits)
{
  const char *point;

  g_return_val_if_fail (decimal != NULL, NULL);

  point = strchr (decimal, '.');
  return percent_text (decimal, point != NULL && strlen (point + 1) == 1, digits);
}

/* Marks of direction, which come along when text is pasted and mean nothing in a number. */
static gboolean
is_direction_mark (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069);
}

/* @text without spaces of any sort and marks of direction at its ends. */
static char *
trim (const char *text)
{
  const char *start = NULL, *end = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || is_direction_mark (c))
        continue;
      if (start == NULL)
        start = p;
      end = g_utf8_next_char (p);
    }

  return start != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup ("");
}

/* What separates thousands, as one character for each sort, or 0. */
static gunichar
thousands_mark (gunichar c)
{
  if (c == ARABIC_THOUSANDS)
    return ARABIC_THOUSANDS;
  if (c == ',' || c == ARABIC_COMMA)
    return ',';
  if (c < 0x3000 && g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR)
    return ' ';

  return 0;
}

/* Typed text brought to ASCII digits, «.», «,» (one sort of thousands mark) and «-». */
static MqNumberError
simplify (const char *typed, GString *out)
{
  gunichar shape_seen = 0, mark_seen = 0;

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar zero = digit_zero (c), mark = thousands_mark (c);

      if (is_direction_mark (c))
        continue;
      if (zero != 0)
        {
          if (shape_seen != 0 && zero != shape_seen)
            return MQ_NUMBER_MIXED_DIGITS;
          shape_seen = zero;
          g_string_append_c (out, (char) ('0' + (c - zero)));
        }
      else if (c == '.' || c == ARABIC_DECIMAL)
        g_string_append_c (out, '.');
      else if (c == '-' || c == MINUS_SIGN)
        g_string_append_c (out, '-');
      else if (mark != 0)
        {
          if (mark_seen != 0 && mark != mark_seen)
            return MQ_NUMBER_AMBIGUOUS;
          mark_seen = mark;
          g_string_append_c (out, ',');
        }
      else
        return MQ_NUMBER_NOT_A_NUMBER;
    }

  return MQ_NUMBER_OK;
}

/* Writes the number that simplify() left in @p, without marks and without idle zeros. */
static MqNumberError
read_number (const char *p, GString *out)
{
  gsize first, zeros;

  if (*p == '-')
    g_string_append_c (out, *p++);
  if (*p == '\0' || strchr (p, '-') != NULL || strpbrk (p, "0123456789") == NULL)
    return MQ_NUMBER_NOT_A_NUMBER;

  first = strspn (p, "0123456789");
  zeros = strspn (p, "0");
  if (p[first] == ',')
    {
      if (first == 0)
        return MQ_NUMBER_NOT_A_NUMBER;
      if (first > 3 || zeros > 0)
        return MQ_NUMBER_AMBIGUOUS;
      g_string_append_len (out, p, (gssize) first);
      for (p += first; *p == ','; p += 4)
        {
          if (strspn (p + 1, "0123456789") != 3)
            return MQ_NUMBER_AMBIGUOUS;
          g_string_append_len (out, p + 1, 3);
        }
    }
  else if (first > zeros)
    {
      g_string_append_len (out, p + zeros, (gssize) (first - zeros));
      p += first;
    }
  else
    {
      g_string_append_c (out, '0');
      p += first;
    }

  if (*p == '\0')
    return MQ_NUMBER_OK;
  if (*p != '.')
    return MQ_NUMBER_AMBIGUOUS;
  if (strpbrk (p + 1, ".,") != NULL)
    return MQ_NUMBER_AMBIGUOUS;
  if (p[1] == '\0')
    return MQ_NUMBER_NOT_A_NUMBER;
  g_string_append (out, p);

  return MQ_NUMBER_OK;
}

/**
 * mq_number_parse:
 * @typed: (not nullable): what a person typed or pasted
 * @ascii_decimal: (out) (transfer full) (nullable): the number in ASCII digits, as mq_decimal_parse() reads
 *   it, with the decimals as typed; %NULL on failure
 * @why: (out) (optional): why it was refused, or %MQ_NUMBER_OK
 *
 * Returns: whether it was a number, and only one
 */
gboolean
mq_number_parse (const char *typed, char **ascii_decimal, MqNumberError *why)
{
  g_autoptr (GString) simple = NULL;
  g_autoptr (GString) number = NULL;
  g_autofree char *trimmed = NULL;
  MqNumberError error;

  g_return_val_if_fail (typed != NULL, FALSE);
  g_return_val_if_fail (ascii_decimal != NULL, FALSE);

  *ascii_decimal = NULL;
  simple = g_string_new (NULL);
  number = g_string_new (NULL);

  trimmed = trim (typed);
  if (*trimmed == '\0')
    error = MQ_NUMBER_EMPTY;
  else
    error = simplify (trimmed, simple);
  if (error == MQ_NUMBER_OK)
    error = read_number (simple->str, number);
  if (error == MQ_NUMBER_OK && number->str[0] == '-' && strspn (number->str, "-0.") == number->len)
    g_string_erase (number, 0, 1);

  if (why != NULL)
    *why = error;
  if (error != MQ_NUMBER_OK)
    return FALSE;
  *ascii_decimal = g_string_free (g_steal_pointer (&number), FALSE);

  return TRUE;
}
