/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-figures.h"

#include <string.h>

#define ARABIC_DECIMAL 0x066B
#define ARABIC_THOUSANDS 0x066C
#define ARABIC_PERCENT 0x066A
#define RIGHT_TO_LEFT_MARK 0x200F
#define LEFT_TO_RIGHT_ISOLATE "\u2066"
#define POP_ISOLATE "\u2069"

/* A text that is gone through. */
typedef struct {
  const char *text;
  MqDigits digits;
  GString *out;
  gssize figure;                /* where the number that p stands in begins in out; -1: it stands in none */
  const char *groups_end;       /* up to there a comma groups the digits of that number */
} Walk;

static gboolean
digit_at (const char *p)
{
  return g_unichar_isdigit (g_utf8_get_char (p));
}

static gboolean
digit_before (const char *text, const char *p)
{
  return p > text && digit_at (g_utf8_prev_char (p));
}

static const char *
skip_digits (const char *p)
{
  while (digit_at (p))
    p = g_utf8_next_char (p);
  return p;
}

/* The end of the number at @p if commas group it in threes, or @p itself: 1,800 and 1,250,000 do, 1,2 and 2026,100 do
 * not. */
static const char *
end_of_groups (const char *p)
{
  const char *start = p, *end = skip_digits (p);

  if (g_utf8_pointer_to_offset (p, end) > 3)
    return start;
  while (*end == ',' && digit_at (end + 1))
    {
      p = end + 1;
      end = skip_digits (p);
      if (g_utf8_pointer_to_offset (p, end) != 3)
        return start;
    }
  return end;
}

/* Whether the mark at @p, between two digits, is a decimal point: its number has no other. */
static gboolean
is_decimal_point (const char *text, const char *p)
{
  const char *before = p, *after = skip_digits (g_utf8_next_char (p));

  while (digit_before (text, before))
    before = g_utf8_prev_char (before);
  return !(before > text && before[-1] == '.') && !(*after == '.' && digit_at (after + 1));
}

/* The mark between two digits as the document has it. */
static void
append_mark (Walk *walk, const char *p)
{
  gboolean arabic = walk->digits == MQ_DIGITS_ARABIC;
  gunichar mark = g_utf8_get_char (p);

  if (mark == ARABIC_DECIMAL || (mark == '.' && is_decimal_point (walk->text, p)))
    mark = arabic ? ARABIC_DECIMAL : '.';
  else if (mark == ARABIC_THOUSANDS || (mark == ',' && p < walk->groups_end))
    mark = arabic ? ARABIC_THOUSANDS : ',';
  else
    walk->figure = -1;
  /* numbers with a slash between them would run from left to right; the mark parts them */
  if (mark == '/')
    g_string_append_unichar (walk->out, RIGHT_TO_LEFT_MARK);
  g_string_append_unichar (walk->out, mark);
}

static void
append_percent (Walk *walk)
{
  if (walk->digits == MQ_DIGITS_ARABIC)
    g_string_append_unichar (walk->out, ARABIC_PERCENT);
  else
    {
      g_string_insert (walk->out, walk->figure, LEFT_TO_RIGHT_ISOLATE);
      g_string_append (walk->out, "%" POP_ISOLATE);
    }
  walk->figure = -1;
}

static void
append (Walk *walk, const char *p)
{
  gunichar c = g_utf8_get_char (p);
  gboolean behind = walk->figure >= 0 && digit_before (walk->text, p);

  if (g_unichar_isdigit (c))
    {
      if (walk->figure < 0)
        {
          walk->figure = (gssize) walk->out->len;
          walk->groups_end = end_of_groups (p);
        }
      g_string_append_unichar (walk->out, c);
    }
  else if (behind && (c == '%' || c == ARABIC_PERCENT))
    append_percent (walk);
  else if (behind && digit_at (g_utf8_next_char (p)))
    append_mark (walk, p);
  else
    {
      walk->figure = -1;
      g_string_append_unichar (walk->out, c);
    }
}

/**
 * mq_figures_shape:
 * @text: a text, or a piece of one
 * @digits: the digits of the document
 *
 * Returns: (transfer full): @text with its digits, and the marks between and behind them, in the shape @digits
 */
char *
mq_figures_shape (const char *text, MqDigits digits)
{
  g_autoptr (GString) marked = NULL;
  Walk walk = { .text = text, .digits = digits, .figure = -1 };

  g_return_val_if_fail (text != NULL, NULL);

  marked = g_string_sized_new (strlen (text) + 16);
  walk.out = marked;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append (&walk, p);
  return mq_digits_shape (marked->str, digits);
}
