/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-fold.h"

#include <string.h>

#define TATWEEL 0x0640
#define LRI "\u2066"
#define PDI "\u2069"

/* The longest that one character folds to: ﷺ is eighteen letters. */
#define MAX_DECOMPOSITION 18

/* Marks of direction and invisible joiners. */
static gboolean
is_control (gunichar c)
{
  return (c >= 0x200B && c <= 0x200F) || c == 0x061C || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0x00AD;
}

/* Vowel marks, hamza and madda as marks, Quranic signs. */
static gboolean
is_mark (gunichar c)
{
  return (c >= 0x064B && c <= 0x0655) || c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED);
}

static gboolean
is_compatibility_form (gunichar c)
{
  return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0xFF00 && c <= 0xFFEF);
}

/* One character folded, or 0 if nothing is left of it. */
static gunichar
fold_char (gunichar c, MqFoldLevel level)
{
  if (is_mark (c) || is_control (c) || c == TATWEEL)
    return 0;
  if (c >= 0x0660 && c <= 0x0669)
    return '0' + (c - 0x0660);
  if (c >= 0x06F0 && c <= 0x06F9)
    return '0' + (c - 0x06F0);

  switch (c)
    {
    case 0x066C: /* ٬ between thousands */
      return 0;
    case 0x066B: /* ٫ */
      return '.';
    case 0x066A: /* ٪ */
      return '%';
    case 0x060C: /* ، */
      return ',';
    case 0x061B: /* ؛ */
      return ';';
    case 0x061F: /* ؟ */
      return '?';
    case 0x0622: /* آ */
    case 0x0623: /* أ */
    case 0x0625: /* إ */
    case 0x0671: /* ٱ */
      return 0x0627;
    case 0x06CC: /* ی */
      return 0x064A;
    case 0x06A9: /* ک */
      return 0x0643;
    default:
      break;
    }

  if (level == MQ_FOLD_L2)
    switch (c)
      {
      case 0x0649: /* ى */
      case 0x0626: /* ئ */
        return 0x064A;
      case 0x0629: /* ة */
        return 0x0647;
      case 0x0624: /* ؤ */
        return 0x0648;
      default:
        break;
      }

  return g_unichar_tolower (c);
}

typedef struct {
  GString *text;
  GArray *origin; /* guint32, or NULL if nobody asks */
  MqFoldLevel level;
  gboolean after_space;
} Folder;

static void
put_char (Folder *folder, gunichar c, gsize origin)
{
  gsize before = folder->text->len;
  guint32 offset = (guint32) origin;

  g_string_append_unichar (folder->text, c);
  if (folder->origin != NULL)
    for (gsize i = before; i < folder->text->len; i++)
      g_array_append_val (folder->origin, offset);
}

static void
fold_into (Folder *folder, gunichar c, gsize origin)
{
  if (g_unichar_isspace (c))
    {
      if (!folder->after_space)
        put_char (folder, ' ', origin);
      folder->after_space = TRUE;
      return;
    }

  c = fold_char (c, folder->level);
  if (c == 0)
    return;
  put_char (folder, c, origin);
  folder->after_space = FALSE;
}

static void
fold_text (Folder *folder, const char *text)
{
  for (const char *p = text, *next; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      gunichar forms[MAX_DECOMPOSITION];

      next = g_utf8_next_char (p);
      if (folder->level == MQ_FOLD_EXACT)
        {
          put_char (folder, c, (gsize) (p - text));
          continue;
        }

      if (is_compatibility_form (c))
        {
          gsize n = g_unichar_fully_decompose (c, TRUE, forms, MAX_DECOMPOSITION);

          for (gsize i = 0; i < MIN (n, MAX_DECOMPOSITION); i++)
            fold_into (folder, forms[i], (gsize) (p - text));
          continue;
        }

      /* a letter and its hamza written as two characters are the letter written as one */
      if (*next != '\0')
        {
          gunichar mark = g_utf8_get_char (next), whole;

          if (mark >= 0x0653 && mark <= 0x0655 && g_unichar_compose (c, mark, &whole))
            {
              c = whole;
              next = g_utf8_next_char (next);
            }
        }
      fold_into (folder, c, (gsize) (p - text));
    }
}

/**
 * mq_fold:
 * @text: any text
 * @level: how much to ignore
 *
 * Returns: (transfer full): the folded text
 */
char *
mq_fold (const char *text, MqFoldLevel level)
{
  Folder folder = { .level = level };

  g_return_val_if_fail (text != NULL, NULL);

  folder.text = g_string_sized_new (strlen (text) + 1);
  fold_text (&folder, text);

  return g_string_free (folder.text, FALSE);
}

/**
 * mq_fold_new:
 * @text: any text, shorter than 4 GiB
 * @level: how much to ignore
 *
 * Returns: (transfer full): the folded text and where each of its characters comes from
 */
MqFold *
mq_fold_new (const char *text, MqFoldLevel level)
{
  Folder folder = { .level = level };
  MqFold *fold;
  guint32 end;

  g_return_val_if_fail (text != NULL, NULL);

  folder.text = g_string_sized_new (strlen (text) + 1);
  folder.origin = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) strlen (text) + 1);
  fold_text (&folder, text);
  end = (guint32) strlen (text);
  g_array_append_val (folder.origin, end);

  fold = g_new (MqFold, 1);
  fold->length = folder.text->len;
  fold->text = g_string_free (folder.text, FALSE);
  fold->origin = (guint32 *) (void *) g_array_free (folder.origin, FALSE);

  return fold;
}

/**
 * mq_fold_free:
 * @fold: (nullable) (transfer full): a folded text
 */
void
mq_fold_free (MqFold *fold)
{
  if (fold == NULL)
    return;

  g_clear_pointer (&fold->text, g_free);
  g_clear_pointer (&fold->origin, g_free);
  g_free (fold);
}

/**
 * mq_isolate:
 * @text: a run that reads left to right: a reference number, an address, a Latin name
 *
 * Returns: (transfer full): @text between U+2066 and U+2069, so that it does not rearrange the Arabic around
 *   it
 */
char *
mq_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_strconcat (LRI, text, PDI, NULL);
}

/**
 * mq_strip_marks:
 * @text: any text
 *
 * Returns: (transfer full): @text without isolates and other marks of direction, as plain text is given out;
 *   joiners stay, since they are spelling
 */
char *
mq_strip_marks (const char *text)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text) + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_control (c) || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x00AD || c == 0xFEFF)
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/**
 * mq_is_latin_run:
 * @text: any text
 *
 * Returns: whether @text reads left to right as a whole: it has Latin letters and no letter of the Arabic
 *   script
 */
gboolean
mq_is_latin_run (const char *text)
{
  gboolean latin = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script == G_UNICODE_SCRIPT_ARABIC)
        return FALSE;
      latin = latin || script == G_UNICODE_SCRIPT_LATIN;
    }

  return latin;
}
