/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-kerns.h"

#include <hb-ot.h>

struct _MqKerns
{
  GHashTable *spaced;         /* PangoFont → hb_set_t: the glyphs that a rule with the space glyph touches */
  GHashTable *pairs;          /* Pair → Pango units */
  PangoGlyphString *glyphs;   /* scratch */
};

typedef struct {
  PangoFont *font;
  PangoGlyph first, second;
  gboolean spaced;
} Pair;

static guint
pair_hash (gconstpointer pointer)
{
  const Pair *pair = pointer;
  guint64 hash = ((guint64) pair->first << 32 ^ pair->second << 1 ^ pair->spaced) * 0xff51afd7ed558ccdu;

  hash ^= (guint64) (gsize) pair->font * 0x9E3779B97F4A7C15u;
  return (guint) (hash ^ hash >> 32);
}

static gboolean
pair_equal (gconstpointer a, gconstpointer b)
{
  const Pair *x = a, *y = b;

  return x->font == y->font && x->first == y->first && x->second == y->second && x->spaced == y->spaced;
}

static hb_set_t *
collect_spaced (PangoFont *font)
{
  static const hb_tag_t tables[] = { HB_OT_TAG_GSUB, HB_OT_TAG_GPOS };
  hb_font_t *hb_font = pango_font_get_hb_font (font);
  hb_face_t *face = hb_font_get_face (hb_font);
  hb_set_t *all = hb_set_create (), *lookups = hb_set_create ();
  hb_set_t *parts[] = { hb_set_create (), hb_set_create (), hb_set_create () };
  hb_codepoint_t space = 0;

  hb_font_get_nominal_glyph (hb_font, ' ', &space);
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      hb_set_clear (lookups);
      hb_ot_layout_collect_lookups (face, tables[t], NULL, NULL, NULL, lookups);
      for (hb_codepoint_t i = HB_SET_VALUE_INVALID; hb_set_next (lookups, &i);)
        {
          gboolean names_space = FALSE;

          for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
            hb_set_clear (parts[k]);
          hb_ot_layout_lookup_collect_glyphs (face, tables[t], i, parts[0], parts[1], parts[2], NULL);
          for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
            names_space = names_space || hb_set_has (parts[k], space);
          for (guint k = 0; names_space && k < G_N_ELEMENTS (parts); k++)
            hb_set_union (all, parts[k]);
        }
    }
  hb_set_destroy (lookups);
  for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
    hb_set_destroy (parts[k]);
  return all;
}

static const hb_set_t *
spaced_glyphs (MqKerns *kerns, PangoFont *font)
{
  hb_set_t *set = g_hash_table_lookup (kerns->spaced, font);

  if (set == NULL)
    {
      set = collect_spaced (font);
      g_hash_table_insert (kerns->spaced, g_object_ref (font), set);
    }
  return set;
}

/* The first or the last glyph in the order of the text; marks, which have no width, are passed over. */
static PangoGlyph
edge_glyph (const MqWord *word, gboolean last)
{
  gboolean from_left = word->rtl == last;

  for (guint i = 0; i < word->n_glyphs; i++)
    {
      const PangoGlyphInfo *info = &word->glyphs[from_left ? i : word->n_glyphs - 1u - i];
      if (info->geometry.width != 0)
        return info->glyph;
    }
  return 0;
}

/**
 * mq_kerns_between:
 * @kerns: kerns
 * @first: a word
 * @second: the word behind it, of the same item
 * @space: (nullable): the space between them
 * @text: the text from the first word to the end of the second
 * @length: bytes of @text
 * @paragraph: the text around it, its context: without it the words might be shaped in other forms than alone
 * @paragraph_length: bytes of @paragraph
 * @analysis: of the item
 *
 * Returns: what the font adds between the two words, in Pango units
 */
int
mq_kerns_between (MqKerns *kerns, const MqWord *first, const MqWord *second, const MqWord *space,
                  const char *text, int length, const char *paragraph, int paragraph_length,
                  const PangoAnalysis *analysis)
{
  gpointer known;

  g_return_val_if_fail (kerns != NULL && first != NULL && second != NULL, 0);

  Pair pair = { first->font, edge_glyph (first, TRUE), edge_glyph (second, FALSE), space != NULL };
  if (space != NULL)
    {
      const hb_set_t *set = spaced_glyphs (kerns, first->font);
      if (!hb_set_has (set, pair.first) || !hb_set_has (set, pair.second))
        return 0;
    }
  if (g_hash_table_lookup_extended (kerns->pairs, &pair, NULL, &known))
    return GPOINTER_TO_INT (known);

  pango_shape_full (text, length, paragraph, paragraph_length, analysis, kerns->glyphs);
  int kern = pango_glyph_string_get_width (kerns->glyphs) - first->width - second->width
             - (space != NULL ? space->width : 0);
  g_hash_table_insert (kerns->pairs, g_memdup2 (&pair, sizeof pair), GINT_TO_POINTER (kern));
  return kern;
}

/**
 * mq_kerns_new:
 *
 * Returns: (transfer full): no kerns yet
 */
MqKerns *
mq_kerns_new (void)
{
  MqKerns *kerns = g_new0 (MqKerns, 1);

  kerns->spaced = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) hb_set_destroy);
  kerns->pairs = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
  kerns->glyphs = pango_glyph_string_new ();
  return kerns;
}

/**
 * mq_kerns_free:
 * @kerns: (transfer full): kerns
 */
void
mq_kerns_free (MqKerns *kerns)
{
  g_return_if_fail (kerns != NULL);
  g_hash_table_destroy (kerns->spaced);
  g_hash_table_destroy (kerns->pairs);
  pango_glyph_string_free (kerns->glyphs);
  g_free (kerns);
}
