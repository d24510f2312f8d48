/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-word-cache.h"

#include <string.h>

struct _MqWordCache
{
  GHashTable *table;          /* MqWord → itself */
  GStringChunk *texts;        /* of the words */
  PangoGlyphString *glyphs;   /* scratch */
  guint n_missing;
};

static guint
word_hash (gconstpointer pointer)
{
  const MqWord *word = pointer;
  guint64 hash = (guint64) (gsize) word->font * 0x9E3779B97F4A7C15u;
  guint i = 0;

  hash ^= (guint64) word->before << 8 ^ (guint64) word->after << 32 ^ word->rtl ^ (guint) word->script << 1;
  for (; i + 8 <= word->length; i += 8)
    {
      guint64 part;
      memcpy (&part, word->text + i, 8);
      hash = (hash ^ part) * 0xff51afd7ed558ccdu;
      hash ^= hash >> 32;
    }
  for (; i < word->length; i++)
    hash = (hash ^ (guchar) word->text[i]) * 0x100000001b3u;
  return (guint) (hash ^ hash >> 29);
}

static gboolean
word_equal (gconstpointer a, gconstpointer b)
{
  const MqWord *x = a, *y = b;

  return x->font == y->font && x->length == y->length && x->rtl == y->rtl && x->script == y->script
         && x->before == y->before && x->after == y->after && memcmp (x->text, y->text, x->length) == 0;
}

static void
word_free (gpointer pointer)
{
  MqWord *word = pointer;

  g_clear_object (&word->font);
  g_free (word->glyphs);
  g_free (word->clusters);
  g_free (word);
}

/* Shapes the word, with the letters that join it as its context, so that half a word keeps its forms. */
static void
shape (MqWordCache *cache, MqWord *word, const PangoAnalysis *analysis)
{
  g_autoptr (GString) text = g_string_sized_new (word->length + 16);

  if (word->before)
    g_string_append_unichar (text, word->before);
  gsize start = text->len;
  g_string_append_len (text, word->text, word->length);
  if (word->after)
    g_string_append_unichar (text, word->after);
  pango_shape_full (text->str + start, word->length, text->str, text->len, analysis, cache->glyphs);

  const PangoGlyphString *glyphs = cache->glyphs;
  word->n_glyphs = glyphs->num_glyphs;
  word->glyphs = g_memdup2 (glyphs->glyphs, word->n_glyphs * sizeof *word->glyphs);
  word->clusters = g_memdup2 (glyphs->log_clusters, word->n_glyphs * sizeof *word->clusters);
  for (guint i = 0; i < word->n_glyphs; i++)
    {
      word->width += word->glyphs[i].geometry.width;
      if (word->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        word->n_missing++;
    }
  cache->n_missing += word->n_missing;
}

/**
 * mq_word_cache_get:
 * @cache: a cache
 * @key: a word with its key only; its text need not last
 * @analysis: (nullable): what Pango found out about the text that it stands in; not used when @key has no
 *   font
 *
 * Returns: the word, shaped now or before.  Without a font it is one without glyphs.
 */
const MqWord *
mq_word_cache_get (MqWordCache *cache, const MqWord *key, const PangoAnalysis *analysis)
{
  MqWord *word;

  g_return_val_if_fail (cache != NULL && key != NULL, NULL);

  word = g_hash_table_lookup (cache->table, key);
  if (word != NULL)
    return word;
  word = g_memdup2 (key, sizeof *key);
  word->text = g_string_chunk_insert_len (cache->texts, key->text, key->length);
  if (word->font != NULL)
    {
      g_object_ref (word->font);
      shape (cache, word, analysis);
    }
  g_hash_table_add (cache->table, word);
  return word;
}

/**
 * mq_word_cache_new:
 *
 * Returns: (transfer full): a cache without words
 */
MqWordCache *
mq_word_cache_new (void)
{
  MqWordCache *cache = g_new0 (MqWordCache, 1);

  cache->table = g_hash_table_new_full (word_hash, word_equal, word_free, NULL);
  cache->texts = g_string_chunk_new (1 << 14);
  cache->glyphs = pango_glyph_string_new ();
  return cache;
}

/**
 * mq_word_cache_free:
 * @cache: (transfer full): a cache
 *
 * Frees the cache and all its words.
 */
void
mq_word_cache_free (MqWordCache *cache)
{
  g_return_if_fail (cache != NULL);
  g_hash_table_destroy (cache->table);
  g_string_chunk_free (cache->texts);
  pango_glyph_string_free (cache->glyphs);
  g_free (cache);
}

/**
 * mq_word_cache_count:
 * @cache: a cache
 *
 * Returns: how many words it holds
 */
guint
mq_word_cache_count (MqWordCache *cache)
{
  g_return_val_if_fail (cache != NULL, 0);
  return g_hash_table_size (cache->table);
}

/**
 * mq_word_cache_count_missing:
 * @cache: a cache
 *
 * Returns: how many of their characters no font has
 */
guint
mq_word_cache_count_missing (MqWordCache *cache)
{
  g_return_val_if_fail (cache != NULL, 0);
  return cache->n_missing;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mq_word_cache_missing:
 * @cache: a cache
 *
 * Returns: (transfer full) (element-type utf8): the text of those with characters that no font has, sorted
 */
GPtrArray *
mq_word_cache_missing (MqWordCache *cache)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (cache != NULL, missing);

  if (cache->n_missing > 0)
    for (g_hash_table_iter_init (&iter, cache->table); g_hash_table_iter_next (&iter, &key, NULL);)
      {
        const MqWord *word = key;
        if (word->n_missing > 0)
          g_ptr_array_add (missing, g_strndup (word->text, word->length));
      }
  g_ptr_array_sort (missing, compare_strings);
  return missing;
}
