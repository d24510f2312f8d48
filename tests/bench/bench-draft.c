/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bench.h"
#include "mq-datadir.h"
#include "mq-draft.h"

/* The body is handled as text: parts and articles are cut out of it and written again under other ids, with some of
 * their words changed, so that a long draft has more distinct words than a short one, as real ones have. */

#define NEW_WORDS 8           /* of a hundred words of a copy */

char *
bench_draft_base (void)
{
  g_autofree char *sample = mq_datadir_file ("samples", "sample.muqtarah", NULL);
  MqProblem *problem = NULL;
  char *text;

  if (g_file_get_contents (sample, &text, NULL, NULL))
    return text;

  const MqKind *kind = mq_kind_find ("standard", &problem);
  if (kind == NULL)
    g_error ("no standard proposal: %s", mq_problem_message (problem));
  g_autoptr (MqDraft) draft = mq_draft_new (kind);
  g_autoptr (GBytes) bytes = mq_draft_to_bytes (draft);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* ---- words ---- */

/* Letters that may take each other's place: all join on both sides, so that the word keeps its shape. */
static const char *const letters[] = {
  "ب", "ت", "ث", "ج", "ح", "خ", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "ي",
};

static gboolean
is_letter (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strncmp (p, letters[i], strlen (letters[i])) == 0)
      return TRUE;
  return FALSE;
}

/* A word with one of its inner letters changed. */
static void
append_changed (GString *out, const char *word, gsize length, GRand *random)
{
  g_autofree char *text = g_strndup (word, length);
  glong n = g_utf8_strlen (text, -1);
  glong at = n > 3 ? g_rand_int_range (random, 1, (gint32) n - 1) : -1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), at--)
    if (at == 0 && is_letter (p))
      g_string_append (out, letters[g_rand_int_range (random, 0, G_N_ELEMENTS (letters))]);
    else
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
}

/* Text between tags; entities stay as they are. */
static void
append_text (GString *out, const char *text, const char *end, GRand *random)
{
  while (text < end)
    {
      gsize word = strcspn (text, " \n&<");

      word = MIN (word, (gsize) (end - text));
      if (word > 0 && g_rand_int_range (random, 0, 100) < NEW_WORDS)
        append_changed (out, text, word, random);
      else
        g_string_append_len (out, text, (gssize) word);
      text += word;
      if (text < end && *text == '&')
        {
          const char *stop = memchr (text, ';', (gsize) (end - text));
          const char *next = stop != NULL ? stop + 1 : end;
          g_string_append_len (out, text, next - text);
          text = next;
        }
      else if (text < end)
        g_string_append_c (out, *text++);
    }
}

/* A tag, with its id made another; every copy has ids of its own. */
static void
append_tag (GString *out, const char *tag, const char *end, guint copy)
{
  const char *id = g_strstr_len (tag, end - tag, " xml:id=\"");
  const char *stop = id != NULL ? memchr (id + 9, '"', (gsize) (end - id - 9)) : NULL;

  if (stop == NULL)
    g_string_append_len (out, tag, end - tag);
  else
    {
      g_string_append_len (out, tag, stop - tag);
      g_string_append_printf (out, "-copy%u", copy);
      g_string_append_len (out, stop, end - stop);
    }
}

static void
append_copy (GString *out, const char *xml, const char *end, guint copy, GRand *random)
{
  while (xml < end)
    {
      const char *tag = memchr (xml, '<', (gsize) (end - xml));
      const char *close = tag != NULL ? memchr (tag, '>', (gsize) (end - tag)) : NULL;

      append_text (out, xml, tag != NULL ? tag : end, random);
      if (close == NULL)
        return;
      append_tag (out, tag, close + 1, copy);
      xml = close + 1;
    }
}

/* ---- the body ---- */

/* The next element of that name in [*at, end): its beginning and the place behind it.  Elements do not nest. */
static const char *
next_element (const char **at, const char *end, const char *name)
{
  g_autofree char *open = g_strdup_printf ("<%s ", name), *close = g_strdup_printf ("</%s>", name);
  const char *start = g_strstr_len (*at, end - *at, open);
  const char *stop = start != NULL ? g_strstr_len (start, end - start, close) : NULL;

  if (stop == NULL)
    return NULL;
  *at = stop + strlen (close);
  return start;
}

/* One copy of the whole body, but no more than @n articles; gives how many it had. */
static guint
append_body (GString *out, const char *body, const char *end, guint copy, guint n, GRand *random)
{
  const char *part, *behind = body;
  guint count = 0;

  while (count < n && (part = next_element (&behind, end, "part")) != NULL)
    {
      const char *at = part, *article, *written = part;

      while (count < n && (article = next_element (&at, behind, "article")) != NULL)
        {
          count++;
          if (copy == 0)
            g_string_append_len (out, written, at - written);
          else
            append_copy (out, written, at, copy, random);
          written = at;
        }
      g_string_append (out, "</part>\n");
    }
  return count;
}

char *
bench_draft_text (const char *base, guint n_articles)
{
  const char *body = strstr (base, "<body>"), *end = body != NULL ? strstr (body, "</body>") : NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124);
  GString *out;

  if (end == NULL)
    g_error ("the draft has no body");
  body += strlen ("<body>");
  out = g_string_new_len (base, body - base);
  for (guint copy = 0, n = 0; n < n_articles; copy++)
    {
      guint more = append_body (out, body, end, copy, n_articles - n, random);
      if (more == 0)
        g_error ("the draft's body has no articles");
      n += more;
    }
  g_string_append (out, end);
  return g_string_free (out, FALSE);
}
