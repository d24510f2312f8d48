/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-reader.h"

#include <string.h>
#include <unicode/uchar.h>

/* getTextContent (): thousandths of an em */
#define NO_SPACE 30           /* a gap up to this is none */
#define ONE_SPACE 600         /* a wider one ends the piece of text */
#define MOVE_BACK (-200)      /* and so does a move back by more */

/* bidi (): a piece of more characters than this is read from right to left only if so many of them are Arabic. */
#define SHORT_PIECE 4
#define LEAST_ARABIC 0.3

/**
 * mq_pdfjs_gap:
 * @thousandths: of an em, from where one character ends to where the next one in the stream begins
 *
 * Returns: what it puts between the two
 */
MqPdfjsGap
mq_pdfjs_gap (int thousandths)
{
  if (thousandths < MOVE_BACK || thousandths > ONE_SPACE)
    return MQ_PDFJS_PARTED;
  return thousandths > NO_SPACE ? MQ_PDFJS_SPACE : MQ_PDFJS_JOINED;
}

/**
 * mq_pdfjs_skips:
 * @c: a character
 *
 * Returns: whether it is left out.  Then its width is left out as well, and the number that follows it in the
 *   operator; who writes two numbers, the width and the rest, keeps pdf.js in step.
 */
gboolean
mq_pdfjs_skips (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}

/**
 * mq_pdfjs_class:
 * @c: a character
 *
 * Returns: its type in bidi.js: 'L' left to right, 'R' Hebrew, 'A' Arabic, '1' European digit, '2' Arabic digit,
 *   '+', '%', ',' signs of numbers (ES, ET, CS), 'M' mark, 'N' neutral, '0' none.  Beyond Latin-1 and Arabic it
 *   knows no types: a dash, three dots, a minus sign are 'L'.
 */
char
mq_pdfjs_class (gunichar c)
{
  if (c >= 0x590 && c <= 0x5f4)
    return 'R';
  if ((c >= 0x700 && c <= 0x8ac) || (c >= 0xfb50 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff))
    return 'A';
  if (c > 0xff && (c < 0x600 || c > 0x6ff))
    return 'L';
  switch (u_charDirection ((UChar32) c))
    {
    case U_LEFT_TO_RIGHT:
      return 'L';
    case U_RIGHT_TO_LEFT_ARABIC:
      return 'A';
    case U_EUROPEAN_NUMBER:
      return '1';
    case U_ARABIC_NUMBER:
      return '2';
    case U_EUROPEAN_NUMBER_SEPARATOR:
      return '+';
    case U_EUROPEAN_NUMBER_TERMINATOR:
      return '%';
    case U_COMMON_NUMBER_SEPARATOR:
      return ',';
    case U_DIR_NON_SPACING_MARK:
      return 'M';
    case U_WHITE_SPACE_NEUTRAL:
    case U_OTHER_NEUTRAL:
      return 'N';
    default:
      return '0';
    }
}

/**
 * mq_pdfjs_deletes:
 * @c: a character
 *
 * Returns: whether bidi () leaves it out of a piece of text with anything Arabic in it
 */
gboolean
mq_pdfjs_deletes (gunichar c)
{
  return c == '<' || c == '>';
}

/* A mark is what its letter is. */
static void
resolve_marks (char *types, guint n, char base)
{
  char last = base;

  for (guint i = 0; i < n; i++)
    {
      if (types[i] == 'M')
        types[i] = last;
      last = types[i];
    }
}

/* What a number, or a sign of numbers, becomes by what stands beside it: rules W1 to W7 of the Unicode
 * bidirectional algorithm, in the order in which bidi.js has them. */
static void
resolve_numbers (char *types, guint n, char base)
{
  char last = base;

  resolve_marks (types, n, base);
  for (guint i = 0; i < n; i++)
    if (types[i] == '1' && last == 'A')
      types[i] = '2';
    else if (types[i] == 'R' || types[i] == 'L' || types[i] == 'A')
      last = types[i];
  for (guint i = 0; i < n; i++)
    if (types[i] == 'A')
      types[i] = 'R';
  for (guint i = 1; i + 1 < n; i++)
    {
      char before = types[i - 1];

      if ((types[i] == '+' && before == '1' && types[i + 1] == '1')
          || (types[i] == ',' && (before == '1' || before == '2') && types[i + 1] == before))
        types[i] = before;
    }
  for (guint i = 0; i < n; i++)
    {
      if (types[i] != '1')
        continue;
      for (guint j = i; j > 0 && types[j - 1] == '%'; j--)
        types[j - 1] = '1';
      for (guint j = i + 1; j < n && types[j] == '%'; j++)
        types[j] = '1';
    }
  last = base;
  for (guint i = 0; i < n; i++)
    if (types[i] == '+' || types[i] == '%' || types[i] == ',')
      types[i] = 'N';
    else if (types[i] == '1' && last == 'L')
      types[i] = 'L';
    else if (types[i] == 'R' || types[i] == 'L')
      last = types[i];
}

/* Rules N1 and N2: neutrals between two of one direction have it, any others that of the piece. */
static void
resolve_neutrals (char *types, guint n, char base)
{
  char before = base;

  for (guint i = 0, end; i < n; i = MAX (end, i + 1))
    {
      char after = base;

      end = i;
      if (types[i] == 'L')
        before = 'L';
      else if (types[i] != 'N' && types[i] != '0')
        before = 'R';
      if (types[i] != 'N')
        continue;
      while (end < n && types[end] == 'N')
        end++;
      for (guint j = end; j < n; j++)
        if (types[j] != 'N' && types[j] != '0')
          {
            after = types[j] == 'L' ? 'L' : 'R';
            break;
          }
      memset (types + i, before == after ? before : base, end - i);
    }
}

/**
 * mq_pdfjs_order:
 * @classes: of the characters of a piece of text, in the order of the stream; spoilt
 * @n: how many
 * @order: (out caller-allocates): which of them comes out in each place
 *
 * bidi () takes what stands on the page from left to right for text in the order of writing, and puts it in the
 * order of the page once more, in the hope that twice is back.
 */
void
mq_pdfjs_order (char *classes, guint n, guint *order)
{
  guint n_arabic = 0;
  gboolean leftwards, mixed = FALSE;

  g_return_if_fail (n == 0 || (classes != NULL && order != NULL));

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      n_arabic += classes[i] == 'A' || classes[i] == 'R' || classes[i] == '2';
      mixed |= classes[i] == 'L' || classes[i] == '1' || classes[i] == ',' || classes[i] == '%';
    }
  if (n_arabic == 0)
    return;
  leftwards = n <= SHORT_PIECE || n_arabic >= LEAST_ARABIC * n;
  if (mixed || !leftwards)
    {
      resolve_numbers (classes, n, leftwards ? 'R' : 'L');
      resolve_neutrals (classes, n, leftwards ? 'R' : 'L');
    }
  else
    resolve_marks (classes, n, 'R');    /* all the rest is what it is, or R */

  /* the levels: 0 left to right, 1 right to left, 2 numbers and Latin in that */
  for (guint i = 0; i < n; i++)
    classes[i] = classes[i] == '1' || classes[i] == '2' ? 2 : classes[i] == 'R' ? 1
                 : classes[i] == 'L' && leftwards ? 2 : leftwards ? 1 : 0;
  for (char level = 2; level >= 1; level--)
    for (guint start = 0, end; start < n; start = MAX (end, start + 1))
      {
        for (end = start; end < n && classes[end] >= level;)
          end++;
        for (guint a = start, b = end; a + 1 < b; a++)
          {
            guint other = order[--b];

            order[b] = order[a];
            order[a] = other;
          }
      }
}
