/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bench.h"
#include "mq-datadir.h"
#include "mq-draft.h"

/* The body is handled as text: parts and articles are cut out of it and written again under other ids, with
 * some of their words changed, so that a long draft has more distinct words than a short one, as real ones
 * have. */

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
  "ب", "ت", "ث", "ج", "ح", "خ", "س", "ش", "ص", "ض", "ط",
  "ظ", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "ي",
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

/* The next element of that name in [*at, end): its beginning and the place behind it.  Elements do not
 * nest. */
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

static guint
count_articles (const char *body, const char *end)
{
  guint n = 0;

  while (next_element (&body, end, "article") != NULL)
    n++;
  return n;
}

typedef struct { const char *start, *end; } Range;

/* A part with its articles @copies times, and once more as many of them as still belong to @rest. */
static void
append_part (GString *out, const char *part, const char *end, guint copies, guint *rest, GRand *random)
{
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (Range));
  const char *at = part, *start;

  while ((start = next_element (&at, end, "article")) != NULL)
    {
      Range range = { start, at };
      g_array_append_val (articles, range);
    }
  guint extra = MIN (articles->len, *rest);
  *rest -= extra;
  if (articles->len == 0 || copies + extra == 0)
    return;

  g_string_append_len (out, part, g_array_index (articles, Range, 0).start - part);
  for (guint copy = 0; copy <= copies; copy++)
    for (guint i = 0; i < (copy < copies ? articles->len : extra); i++)
      {
        const Range *range = &g_array_index (articles, Range, i);

        if (copy == 0)
          g_string_append_len (out, range->start, range->end - range->start);
        else
          append_copy (out, range->start, range->end, copy, random);
        g_string_append_c (out, '\n');
      }
  g_string_append (out, "</part>\n");
}

/**
 * bench_draft_text:
 * @base: a draft
 * @n_articles: how many articles the new draft has
 *
 * Every part gets as many copies of its articles as it takes; of the last copy the first parts get more.
 * With fewer articles than @base has, the last parts go.
 *
 * Returns: (transfer full): the text of the new draft
 */
char *
bench_draft_text (const char *base, guint n_articles)
{
  /* The last ones: a fact may be called so too. */
  const char *body = g_strrstr (base, "<body>"), *end = g_strrstr (base, "</body>");
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124);
  const char *part;
  GString *out;

  if (body == NULL || end == NULL)
    g_error ("the draft has no body");
  body += strlen ("<body>");

  guint n = count_articles (body, end), rest = n > 0 ? n_articles % n : 0;
  if (n == 0)
    g_error ("the draft's body has no articles");
  out = g_string_new_len (base, body - base);
  while ((part = next_element (&body, end, "part")) != NULL)
    append_part (out, part, body, n_articles / n, &rest, random);
  g_string_append (out, end);
  return g_string_free (out, FALSE);
}
