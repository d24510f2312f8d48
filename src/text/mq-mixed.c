/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-figures.h"
#include "mq-render-private.h"

#define LEFT_TO_RIGHT_ISOLATE "\u2066"
#define POP_ISOLATE "\u2069"

static gboolean
is_latin (gunichar c)
{
  return g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

/* what ends a Latin run: Arabic letters and punctuation, and the end of a line */
static gboolean
ends_latin (gunichar c)
{
  return c == '\n' || c == 0x060C || c == 0x061B || c == 0x061F || c == 0x00AB || c == 0x00BB
         || (g_unichar_isalpha (c) && !is_latin (c));
}

/* The end of the Latin run that begins at @p: behind its last letter or digit, so that a closing full stop or
 * bracket stays with the Arabic around it; a bracket opened inside belongs to the run. */
static const char *
end_of_latin (const char *p)
{
  const char *end = p;
  int open = 0;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (ends_latin (c))
        break;
      open += (c == '(') - (c == ')');
      if (open < 0)
        break;
      if (g_unichar_isalnum (c) || c == '+' || (c == ')' && open == 0))
        end = g_utf8_next_char (p);
    }
  return end;
}

/* Where the Latin run with its first letter at @p begins: a figure that touches it, as in 5G or 3.5GHz, is of the
 * name. */
static const char *
start_of_latin (const char *text, const char *p)
{
  while (p > text && (g_ascii_isdigit (p[-1])
                      || (p - 1 > text && strchr (".,", p[-1]) != NULL && g_ascii_isdigit (p[-2]))))
    p--;
  return p;
}

/* Whether there is anything to do: no Latin letter, no digit and no mark of figures among the bytes of @text.
 * Most texts have none, and all that is printed comes by here. */
static gboolean
stays_as_it_is (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if (*p < 0x80 ? g_ascii_isalnum (*p) : (*p >= 0xC3 && *p <= 0xCA) || *p == 0xE1 || *p == 0xEF)
        return FALSE;
      if ((*p == 0xD9 && p[1] >= 0xA0 && p[1] <= 0xAC && p[1] != 0xAA) || (*p == 0xDB && p[1] >= 0xB0
                                                                           && p[1] <= 0xB9))
        return FALSE;
    }
  return TRUE;
}

static void
append_figures (GString *out, const char *text, gsize length, MqDigits digits)
{
  g_autofree char *piece = g_strndup (text, length);
  g_autofree char *shaped = mq_figures_shape (piece, digits);

  g_string_append (out, shaped);
}

/**
 * mq_mixed_append: (skip)
 * @out: gets the text
 * @text: text as a person typed it
 * @digits: the digits of the document
 * @isolate: whether Latin runs are set apart, left to right
 *
 * Figures take the shape of the document's, but for those of a Latin run: ISO/IEC 27001 is a name.
 */
void
mq_mixed_append (GString *out, const char *text, MqDigits digits, gboolean isolate)
{
  const char *plain = text;

  if (stays_as_it_is (text))
    {
      g_string_append (out, text);
      return;
    }
  for (const char *p = text; *p != '\0';)
    {
      const char *end;

      if (!is_latin (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      end = end_of_latin (p);
      p = start_of_latin (plain, p);
      append_figures (out, plain, p - plain, digits);
      if (isolate)
        g_string_append (out, LEFT_TO_RIGHT_ISOLATE);
      g_string_append_len (out, p, end - p);
      if (isolate)
        g_string_append (out, POP_ISOLATE);
      p = plain = end;
    }
  append_figures (out, plain, strlen (plain), digits);
}

/* The same as a text of its own (transfer full). */
char *
mq_mixed_text (const char *text, MqDigits digits, gboolean isolate)
{
  GString *out = g_string_sized_new (strlen (text) + 16);

  mq_mixed_append (out, text, digits, isolate);
  return g_string_free (out, FALSE);
}
