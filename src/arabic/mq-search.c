/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-search.h"

#include <string.h>

struct _MqSearch {
  char *query;                  /* folded, without spaces at its ends */
  gsize length;
  MqFoldLevel level;
  gboolean whole_words;
};

/**
 * mq_search_new:
 * @query: what is looked for; spaces at its ends do not count
 * @level: how much to ignore
 * @whole_words: whether what is found must be words, not parts of them
 *
 * Returns: (transfer full): a search, to be used for any number of texts
 */
MqSearch *
mq_search_new (const char *query, MqFoldLevel level, gboolean whole_words)
{
  MqSearch *search;

  g_return_val_if_fail (query != NULL, NULL);

  search = g_new (MqSearch, 1);
  search->query = g_strstrip (mq_fold (query, level));
  search->length = strlen (search->query);
  search->level = level;
  search->whole_words = whole_words;
  return search;
}

/**
 * mq_search_free:
 * @search: (nullable) (transfer full): a search
 */
void
mq_search_free (MqSearch *search)
{
  if (search == NULL)
    return;

  g_clear_pointer (&search->query, g_free);
  g_free (search);
}

/**
 * mq_search_empty:
 * @search: a search
 *
 * Returns: whether nothing is looked for, so that nothing is found
 */
gboolean
mq_search_empty (const MqSearch *search)
{
  g_return_val_if_fail (search != NULL, TRUE);

  return search->length == 0;
}

/* ---- words ---- */

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x0640;
}

/* Whether @length bytes are nothing but letters that are written together with the word behind them: a و or ف, then one
 * of ب ك ل, then the article, each of which may be absent; لل is ل and the article. */
static gboolean
are_prefixes (const char *p, gsize length)
{
  static const char *const parts[][5] = {
    { "و", "ف", NULL },
    { "لل", "ب", "ك", "ل", NULL },
    { "ال", NULL },
  };
  const char *end = p + length;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; parts[i][j] != NULL; j++)
      {
        gsize size = strlen (parts[i][j]);

        if (size <= (gsize) (end - p) && memcmp (p, parts[i][j], size) == 0)
          {
            p += size;
            break;
          }
      }
  return p == end;
}

static gboolean
is_whole_word (const MqSearch *search, const char *text, const char *hit)
{
  const char *end = hit + search->length, *start = hit;

  if (is_of_word (g_utf8_get_char (end)) && is_of_word (g_utf8_get_char (g_utf8_prev_char (end))))
    return FALSE;
  if (!is_of_word (g_utf8_get_char (hit)))
    return TRUE;
  while (start > text && is_of_word (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  return are_prefixes (start, (gsize) (hit - start));
}

/* ---- finding ---- */

/**
 * mq_search_find:
 * @search: a search
 * @text: a text
 * @found: (element-type MqFound) (nullable): what is found is added, in the order of @text, no two overlapping
 *
 * Returns: how many were found
 */
guint
mq_search_find (const MqSearch *search, const char *text, GArray *found)
{
  g_autoptr (MqFold) fold = NULL;
  const char *p, *hit;
  guint n = 0;

  g_return_val_if_fail (search != NULL && text != NULL, 0);

  if (search->length == 0 || *text == '\0')
    return 0;
  fold = mq_fold_new (text, search->level);
  for (p = fold->text; (hit = strstr (p, search->query)) != NULL;)
    {
      gsize from = (gsize) (hit - fold->text), to = from + search->length;
      MqFound place;

      if (search->whole_words && !is_whole_word (search, fold->text, hit))
        {
          p = g_utf8_next_char (hit);
          continue;
        }
      place.start = fold->origin[from];
      /* where it ends within what one character became, that character is part of it */
      while (to < fold->length && fold->origin[to] == fold->origin[to - 1])
        to++;
      place.end = fold->origin[to];
      if (found != NULL)
        g_array_append_val (found, place);
      n++;
      p = fold->text + to;
    }
  return n;
}
