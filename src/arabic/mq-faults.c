/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-faults.h"

#include <string.h>

#define TATWEEL 0x0640
#define HEH 0x0647
#define MAX_DECOMPOSITION 18

/* ---- characters ---- */

/* The zero that a digit is counted from, or 0. */
static gunichar
digit_zero (gunichar c)
{
  static const gunichar zeros[] = { '0', 0x0660, 0x06F0 };

  for (guint i = 0; i < G_N_ELEMENTS (zeros); i++)
    if (c >= zeros[i] && c <= zeros[i] + 9)
      return zeros[i];
  return 0;
}

static gboolean
is_direction_mark (gunichar c)
{
  return c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0x00AD;
}

static gboolean
is_mark (gunichar c)
{
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670;
}

static gboolean
is_arabic_letter (gunichar c)
{
  return c != TATWEEL && g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC;
}

/* letters that Arabic does not have */
static gboolean
is_foreign_letter (gunichar c)
{
  static const gunichar letters[] = { 0x067E, 0x0686, 0x0695, 0x0698, 0x06A4, 0x06AF, 0x06B5, 0x06C6, 0x06CE, 0x06D5 };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (c == letters[i])
      return TRUE;
  return FALSE;
}

/* the letter that @c looks like, or 0 */
static gunichar
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x06CC: /* ی */
      return 0x064A;
    case 0x06A9: /* ک */
    case 0x06AA: /* ڪ */
      return 0x0643;
    case 0x06BE: /* ھ */
    case 0x06C1: /* ہ */
      return HEH;
    default:
      return 0;
    }
}

/* letters as they are joined, which come out of a PDF; signs such as ﷺ and ﴿ are not among them */
static gboolean
is_presentation_form (gunichar c)
{
  return g_unichar_isalpha (c) && ((c >= 0xFB50 && c <= 0xFD3D) || (c >= 0xFD50 && c <= 0xFDC7)
                                   || (c >= 0xFE70 && c <= 0xFEFC));
}

/* between the digits of one number */
static gboolean
is_number_mark (gunichar c)
{
  return c == '.' || c == ',' || c == 0x066B || c == 0x066C;
}

/* ---- finding ---- */

static gunichar
char_before (const char *text, const char *p)
{
  while (p > text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (!is_mark (c))
        return c;
    }
  return 0;
}

/* whether the word that @p stands in has letters that Arabic does not have */
static gboolean
in_foreign_word (const char *text, const char *p)
{
  const char *start = p;

  while (start > text)
    {
      const char *before = g_utf8_prev_char (start);
      gunichar c = g_utf8_get_char (before);

      if (!is_arabic_letter (c) && !is_mark (c) && c != 0x200C)
        break;
      start = before;
    }
  for (p = start; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_foreign_letter (c))
        return TRUE;
      if (!is_arabic_letter (c) && !is_mark (c) && c != 0x200C)
        return FALSE;
    }
  return FALSE;
}

static const char *
skip_tatweel (const char *p)
{
  while (g_utf8_get_char (p) == TATWEEL)
    p = g_utf8_next_char (p);
  return p;
}

/* One at the end of a letter that stands apart is right: هـ, بـ «…», ـه after nothing is not. */
static gboolean
tatweel_is_right (const char *text, const char *p, const char *end)
{
  gunichar next = g_utf8_get_char (end);

  return g_utf8_next_char (p) == end && is_arabic_letter (char_before (text, p)) && !is_arabic_letter (next)
         && !is_mark (next);
}

/* The end of the number at @p; @shapes: whether its digits have more than one shape. */
static const char *
end_of_number (const char *p, gboolean *mixed)
{
  gunichar shape = digit_zero (g_utf8_get_char (p));

  *mixed = FALSE;
  for (;;)
    {
      gunichar c = g_utf8_get_char (p);
      gunichar zero = digit_zero (c);

      if (zero != 0)
        *mixed = *mixed || zero != shape;
      else if (!is_number_mark (c) || digit_zero (g_utf8_get_char (g_utf8_next_char (p))) == 0)
        return p;
      p = g_utf8_next_char (p);
    }
}

/* What is wrong at @p, and its end; FALSE: nothing is, and @end is where to look next. */
static gboolean
fault_at (const char *text, const char *p, MqFaultType *type, const char **end)
{
  gunichar c = g_utf8_get_char (p);
  gboolean wrong = FALSE;

  *end = g_utf8_next_char (p);
  if (digit_zero (c) != 0)
    {
      *type = MQ_FAULT_MIXED_DIGITS;
      *end = end_of_number (p, &wrong);
    }
  else if (c == TATWEEL)
    {
      *type = MQ_FAULT_TATWEEL;
      *end = skip_tatweel (p);
      wrong = !tatweel_is_right (text, p, *end);
    }
  else if (is_direction_mark (c))
    {
      *type = MQ_FAULT_DIRECTION;
      wrong = TRUE;
      while (is_direction_mark (g_utf8_get_char (*end)))
        *end = g_utf8_next_char (*end);
    }
  else if (is_presentation_form (c) || plain_letter (c) != 0)
    {
      *type = MQ_FAULT_LOOKALIKE;
      wrong = is_presentation_form (c) || !in_foreign_word (text, p);
    }
  return wrong;
}

/**
 * mq_faults_find:
 * @text: text as a person typed it
 *
 * Returns: (transfer full) (element-type MqFault): what is wrong in @text, in its order; empty if nothing is
 */
GArray *
mq_faults_find (const char *text)
{
  GArray *faults;
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  faults = g_array_new (FALSE, FALSE, sizeof (MqFault));
  for (const char *p = text; *p != '\0'; p = end)
    {
      MqFault fault;

      /* most texts have nothing of all this */
      if ((guchar) *p < 0x80 && !g_ascii_isdigit (*p))
        {
          end = p + 1;
          continue;
        }
      if (!fault_at (text, p, &fault.type, &end))
        continue;
      fault.start = (guint) (p - text);
      fault.end = (guint) (end - text);
      g_array_append_val (faults, fault);
    }
  return faults;
}

/* ---- mending ---- */

static void
mend_number (GString *out, const char *p, const char *end)
{
  gunichar shape = digit_zero (g_utf8_get_char (p));

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar zero = digit_zero (c);

      g_string_append_unichar (out, zero != 0 ? shape + (c - zero) : c);
    }
}

static void
mend_letter (GString *out, gunichar c)
{
  gunichar letters[MAX_DECOMPOSITION];
  gsize n;

  if (!is_presentation_form (c))
    {
      g_string_append_unichar (out, plain_letter (c));
      return;
    }
  n = MIN (g_unichar_fully_decompose (c, TRUE, letters, MAX_DECOMPOSITION), MAX_DECOMPOSITION);
  for (gsize i = 0; i < n; i++)
    {
      gunichar whole;

      /* ﺃ comes apart into its alif and its hamza */
      if (i + 1 < n && g_unichar_compose (letters[i], letters[i + 1], &whole))
        {
          g_string_append_unichar (out, whole);
          i++;
        }
      else
        g_string_append_unichar (out, plain_letter (letters[i]) != 0 ? plain_letter (letters[i]) : letters[i]);
    }
}

/* What stands apart keeps one: هــ → هـ. */
static void
mend_tatweel (GString *out, const char *text, const char *p, const char *end)
{
  if (is_arabic_letter (char_before (text, p)) && !is_arabic_letter (g_utf8_get_char (end))
      && !is_mark (g_utf8_get_char (end)))
    g_string_append_unichar (out, TATWEEL);
}

/**
 * mq_faults_mend:
 * @text: text as a person typed it
 *
 * Returns: (transfer full): @text without what mq_faults_find() finds in it; else as it was
 */
char *
mq_faults_mend (const char *text)
{
  g_autoptr (GArray) faults = NULL;
  GString *out;
  guint done = 0;

  g_return_val_if_fail (text != NULL, NULL);

  faults = mq_faults_find (text);
  out = g_string_sized_new (strlen (text) + 1);
  for (guint i = 0; i < faults->len; i++)
    {
      const MqFault *fault = &g_array_index (faults, MqFault, i);
      const char *p = text + fault->start, *end = text + fault->end;

      g_string_append_len (out, text + done, fault->start - done);
      done = fault->end;
      if (fault->type == MQ_FAULT_MIXED_DIGITS)
        mend_number (out, p, end);
      else if (fault->type == MQ_FAULT_LOOKALIKE)
        mend_letter (out, g_utf8_get_char (p));
      else if (fault->type == MQ_FAULT_TATWEEL)
        mend_tatweel (out, text, p, end);
    }
  g_string_append (out, text + done);

  return g_string_free (out, FALSE);
}

/**
 * mq_fault_excerpt:
 * @text: the text that @fault was found in
 * @fault: a fault
 *
 * Returns: (transfer full): the word that it stands in, to show where it is; marks that cannot be seen are left out
 */
char *
mq_fault_excerpt (const char *text, const MqFault *fault)
{
  const char *start, *end;
  GString *word;

  g_return_val_if_fail (text != NULL && fault != NULL, NULL);

  start = text + fault->start;
  end = text + fault->end;
  while (start > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  word = g_string_sized_new ((gsize) (end - start) + 1);
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (!is_direction_mark (g_utf8_get_char (p)))
      g_string_append_unichar (word, g_utf8_get_char (p));
  return g_string_free (word, FALSE);
}
