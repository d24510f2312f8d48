/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-break.h"

#include <string.h>

#define ZERO_WIDTH_SPACE 0x200B
#define THOUSANDS 0x66C

/**
 * mq_break_is_space:
 * @c: a character
 *
 * Whether @c is a space that justification may stretch.  A no-break space is one; no line ends at it.
 */
gboolean
mq_break_is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xA0;
}

/**
 * mq_break_is_line_end:
 * @c: a character
 *
 * Whether @c ends a line by force: a line feed, or one of the two separators of Unicode.
 */
gboolean
mq_break_is_line_end (gunichar c)
{
  return c == '\n' || c == 0x2028 || c == 0x2029;
}

/* A sign inside a token, behind which it is parted rather than between two letters: of ASCII those that
 * neither open nor quote; dashes; what parts the thousands of Arabic figures. */
static gboolean
is_sign (gunichar c)
{
  if (c < 0x80)
    return c != 0 && strchr ("/-_.,:;@?&=#+%~|\\!*)]}", (int) c) != NULL;
  return (c >= 0x2010 && c <= 0x2014) || c == THOUSANDS;
}

static gboolean
opens (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* What must not begin a line. */
static gboolean
closes (gunichar c)
{
  switch (c)
    {
    case '.': case ',': case ';': case ':': case '!': case '?': case '%':
    case 0x060C: case 0x061B: case 0x061F: case 0x066A: case 0x06D4: case 0x2026:
      return TRUE;
    default:
      break;
    }
  GUnicodeType type = g_unichar_type (c);
  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
}

/* Marks and directional controls have no place of their own: the rules look past them. */
static gboolean
is_transparent (gunichar c)
{
  if (c < 0x300)
    return c == 0xAD;
  GUnicodeType type = g_unichar_type (c);
  return (type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_FORMAT) && c != ZERO_WIDTH_SPACE;
}

static gboolean
begins_isolate (gunichar c)
{
  return (c >= 0x2066 && c <= 0x2068) || c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E;
}

/* The first character at or after @p that is not transparent; 0 at the end. */
static gunichar
next_solid (const char *p, const char *end)
{
  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!is_transparent (c))
        return c;
    }
  return 0;
}

/* @before, @last: the two characters before the place, transparent ones passed over; @solid: the last one
 * that is not a space; @p: the text behind the place. */
static MqBreak
place_after (gunichar before, gunichar last, gunichar solid, const char *p, const char *end)
{
  gunichar next = next_solid (p, end);

  if (next == 0 || solid == 0)
    return MQ_BREAK_NONE;
  if (last == ZERO_WIDTH_SPACE)
    return MQ_BREAK_LINE;
  if (last == ' ' || last == '\t')
    return next != 0xA0 && next != ' ' && next != '\t' && !closes (next) && !opens (solid)
           ? MQ_BREAK_LINE : MQ_BREAK_NONE;
  if (is_sign (last) && g_unichar_isalnum (next) && before != 0 && !mq_break_is_space (before))
    return MQ_BREAK_TOKEN;
  return MQ_BREAK_NONE;
}

/**
 * mq_break_places:
 * @text: UTF-8, one paragraph
 * @length: bytes of @text
 * @places: (out caller-allocates) (array length=length): for each byte, what may happen before the character
 *   that begins there (an #MqBreak)
 *
 * Finds where lines may end.  A line never ends between a character and its marks.
 */
void
mq_break_places (const char *text, gsize length, guint8 *places)
{
  const char *end = text + length;
  gunichar before = 0, last = 0, solid = 0;   /* solid: the last one that is not a space */
  gboolean asked = TRUE;                      /* whether the place behind last was looked at */

  g_return_if_fail (text != NULL || length == 0);

  memset (places, MQ_BREAK_NONE, length);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean transparent = is_transparent (c);

      /* The place is before what begins an isolate, and behind marks and what ends one. */
      if (!asked && (!transparent || begins_isolate (c)))
        {
          places[p - text] = place_after (before, last, solid, p, end);
          asked = TRUE;
        }
      if (transparent)
        continue;
      before = last;
      last = c;
      /* Only behind a space or a sign can there be a place: letters, nearly all of the text, cost nothing. */
      asked = c < 0x80 ? g_ascii_isalnum (c) : (c < 0x2000 && c != THOUSANDS) || c > 0x20FF;
      if (!mq_break_is_space (c))
        solid = c;
    }
}
