/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-shaper.h"

#include <hb-ot.h>
#include <string.h>

#include "mq-break.h"
#include "mq-fonts.h"

#define LONGEST_WORD 1024     /* bytes: what goes on without a space is shaped in stretches of this length */

struct _MqShaper
{
  PangoContext *context;
  GHashTable *words;          /* MqWord → itself */
  GHashTable *spaced;         /* PangoFont → hb_set_t: the glyphs that a rule with the space glyph touches */
  GHashTable *kerns;          /* Pair → Pango units */
  GStringChunk *texts;        /* of the words */
  PangoGlyphString *glyphs;   /* scratch */
  GByteArray *places;         /* scratch: MqPlaceType for each byte of the paragraph */
  PangoAnalysis none;         /* of the end of a line */
  guint n_probes, n_missing;
};

/* ---- words, by what their picture depends on ---- */

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
shape (MqShaper *shaper, MqWord *word, const PangoAnalysis *analysis)
{
  g_autoptr (GString) text = g_string_sized_new (word->length + 16);

  if (word->before)
    g_string_append_unichar (text, word->before);
  gsize start = text->len;
  g_string_append_len (text, word->text, word->length);
  if (word->after)
    g_string_append_unichar (text, word->after);
  pango_shape_full (text->str + start, word->length, text->str, text->len, analysis, shaper->glyphs);

  const PangoGlyphString *glyphs = shaper->glyphs;
  word->n_glyphs = glyphs->num_glyphs;
  word->glyphs = g_memdup2 (glyphs->glyphs, word->n_glyphs * sizeof *word->glyphs);
  word->clusters = g_memdup2 (glyphs->log_clusters, word->n_glyphs * sizeof *word->clusters);
  for (guint i = 0; i < word->n_glyphs; i++)
    {
      word->width += word->glyphs[i].geometry.width;
      if (word->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        word->n_missing++;
    }
  shaper->n_missing += word->n_missing;
}

static const MqWord *
get_word (MqShaper *shaper, const MqWord *key, const PangoAnalysis *analysis)
{
  MqWord *word = g_hash_table_lookup (shaper->words, key);

  if (word != NULL)
    return word;
  word = g_memdup2 (key, sizeof *key);
  word->text = g_string_chunk_insert_len (shaper->texts, key->text, key->length);
  if (word->font != NULL)
    {
      g_object_ref (word->font);
      shape (shaper, word, analysis);
    }
  g_hash_table_add (shaper->words, word);
  return word;
}

/* Whether letters of a script that joins may stand at @c.  Too many is no harm: the shaper knows which do. */
static gboolean
may_join (gunichar c)
{
  return (c >= 0x620 && c <= 0x6D3) || c == 0x6D5 || (c >= 0x700 && c <= 0x77F) || (c >= 0x7CA && c <= 0x7EA)
         || (c >= 0x860 && c <= 0x8C7) || c == 0x200D;
}

static gunichar
joining_before (const char *start, const char *p)
{
  while (p > start)
    {
      p = g_utf8_prev_char (p);
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_ismark (c))
        return may_join (c) ? c : 0;
    }
  return 0;
}

static gunichar
joining_after (const char *p, const char *end)
{
  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_ismark (c))
        return may_join (c) ? c : 0;
    }
  return 0;
}

/* ---- kerns between words ----
 * Words do not depend on each other, unless the font has a rule that names the space glyph.  The glyphs of such rules
 * are collected once a font; only when both neighbours are among them are two words shaped together, once for each pair
 * of glyphs.  (In Amiri a kaf moves 244/1000 em towards a letter like teh marbuta, over the space.) */

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
spaced_glyphs (MqShaper *shaper, PangoFont *font)
{
  hb_set_t *set = g_hash_table_lookup (shaper->spaced, font);

  if (set == NULL)
    {
      set = collect_spaced (font);
      g_hash_table_insert (shaper->spaced, g_object_ref (font), set);
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

/* What the font adds between two words.  @text runs from the first to the end of the second, with the space, if there
 * is one; what stands around it in @paragraph is its context, or the words would be shaped in other forms than alone. */
static int
kern_between (MqShaper *shaper, const MqWord *first, const MqWord *second, const MqWord *space, const char *text,
              int length, const char *paragraph, int paragraph_length, const PangoAnalysis *analysis)
{
  Pair pair = { first->font, edge_glyph (first, TRUE), edge_glyph (second, FALSE), space != NULL };
  gpointer known;

  if (space != NULL)
    {
      const hb_set_t *set = spaced_glyphs (shaper, first->font);
      if (!hb_set_has (set, pair.first) || !hb_set_has (set, pair.second))
        return 0;
    }
  if (g_hash_table_lookup_extended (shaper->kerns, &pair, NULL, &known))
    return GPOINTER_TO_INT (known);

  shaper->n_probes++;
  pango_shape_full (text, length, paragraph, paragraph_length, analysis, shaper->glyphs);
  int kern = pango_glyph_string_get_width (shaper->glyphs) - first->width - second->width
             - (space != NULL ? space->width : 0);
  g_hash_table_insert (shaper->kerns, g_memdup2 (&pair, sizeof pair), GINT_TO_POINTER (kern));
  return kern;
}

/* ---- a paragraph: the items that Pango makes of it (direction, script, font), cut into words ---- */

typedef struct {
  MqShaper *shaper;
  const char *text, *end;     /* the paragraph */
  guint32 base;               /* its place in the whole text */
  const guint8 *places;
  int width;                  /* of the measure, Pango units */
  GArray *bits;
  const PangoAnalysis *analysis;   /* of the item */
  const char *item, *item_end;
  guint first_bit;            /* of the item */
} Cutter;

static MqPlaceType
place_at (const Cutter *cutter, const char *p)
{
  return p < cutter->end ? cutter->places[p - cutter->text] : MQ_PLACE_NONE;
}

static const MqWord *
space_at (Cutter *cutter, const char *from, const char *to)
{
  const PangoAnalysis *analysis = cutter->analysis;
  MqWord key = { .font = analysis->font, .text = from, .length = (guint16) (to - from), .rtl = analysis->level & 1,
                 .script = analysis->script };

  return get_word (cutter->shaper, &key, analysis);
}

/* @inside: a piece of a word, so that letters of the same run join it too */
static const MqWord *
word_between (Cutter *cutter, const char *from, const char *to, gboolean inside)
{
  const PangoAnalysis *analysis = cutter->analysis;
  MqWord key = { .font = analysis->font, .text = from, .length = (guint16) (to - from), .rtl = analysis->level & 1,
                 .script = analysis->script };

  if (inside || from == cutter->item)
    key.before = joining_before (cutter->text, from);
  if (inside || to == cutter->item_end)
    key.after = joining_after (to, cutter->end);
  return get_word (cutter->shaper, &key, analysis);
}

/* The kern belongs to the bit on the left of the place and not to its word, which is shared. */
static void
set_kern (Cutter *cutter)
{
  GArray *bits = cutter->bits;
  MqBit *bit = &g_array_index (bits, MqBit, bits->len - 1);
  guint n = bits->len - cutter->first_bit;
  MqBit *first = NULL;

  if (n >= 2 && !(bit[-1].flags & MQ_BIT_GLUE))
    first = bit - 1;
  else if (n >= 3 && !(bit[-2].flags & MQ_BIT_GLUE))
    first = bit - 2;
  if (first == NULL)
    return;
  bit[-1].kern = kern_between (cutter->shaper, first->word, bit->word, first == bit - 2 ? bit[-1].word : NULL,
                               cutter->text + (first->offset - cutter->base),
                               (int) (bit->offset + bit->length - first->offset), cutter->text,
                               (int) (cutter->end - cutter->text), cutter->analysis);
}

static void
add_bit (Cutter *cutter, const MqWord *word, const char *from, const char *to, guint flags)
{
  MqBit bit = { .word = word, .offset = cutter->base + (guint32) (from - cutter->text),
                .length = (guint16) (to - from), .level = cutter->analysis->level, .flags = (guint8) flags };

  g_array_append_val (cutter->bits, bit);
  if (!(flags & MQ_BIT_GLUE))
    set_kern (cutter);
}

/* A word wider than the measure: after its signs, or else between any two characters, a line may end. */
static void
add_in_pieces (Cutter *cutter, const char *from, const char *to, MqPlaceType kind)
{
  while (from < to)
    {
      const char *q = from;

      do
        q = g_utf8_next_char (q);
      while (q < to && (kind == MQ_PLACE_TOKEN ? place_at (cutter, q) != MQ_PLACE_TOKEN
                                               : g_unichar_ismark (g_utf8_get_char (q))
                                                 || g_unichar_type (g_utf8_get_char (q)) == G_UNICODE_FORMAT));

      const MqWord *word = word_between (cutter, from, q, TRUE);
      if (kind == MQ_PLACE_TOKEN && word->width > cutter->width)
        {
          add_in_pieces (cutter, from, q, MQ_PLACE_NONE);
          g_array_index (cutter->bits, MqBit, cutter->bits->len - 1).flags |= q < to ? MQ_BIT_BREAK : 0;
        }
      else
        add_bit (cutter, word, from, q, q < to ? MQ_BIT_BREAK : 0);
      from = q;
    }
}

static gboolean
has_token_place (const Cutter *cutter, const char *from, const char *to)
{
  for (from = g_utf8_next_char (from); from < to; from = g_utf8_next_char (from))
    if (place_at (cutter, from) == MQ_PLACE_TOKEN)
      return TRUE;
  return FALSE;
}

static void
add_word (Cutter *cutter, const char *from, const char *to)
{
  const MqWord *word = word_between (cutter, from, to, FALSE);

  if (word->width <= cutter->width)
    add_bit (cutter, word, from, to, 0);
  else
    add_in_pieces (cutter, from, to, has_token_place (cutter, from, to) ? MQ_PLACE_TOKEN : MQ_PLACE_NONE);
}

static void
add_item (Cutter *cutter, const PangoItem *item)
{
  cutter->analysis = &item->analysis;
  cutter->item = cutter->text + item->offset;
  cutter->item_end = cutter->item + item->length;
  cutter->first_bit = cutter->bits->len;
  for (const char *p = cutter->item, *q; p < cutter->item_end; p = q)
    {
      q = g_utf8_next_char (p);
      if (mq_break_is_space (g_utf8_get_char (p)))
        add_bit (cutter, space_at (cutter, p, q), p, q, MQ_BIT_GLUE);
      else
        {
          while (q < cutter->item_end && !mq_break_is_space (g_utf8_get_char (q))
                 && place_at (cutter, q) != MQ_PLACE_LINE
                 && (q - p < LONGEST_WORD || (q - p < 2 * LONGEST_WORD && g_unichar_ismark (g_utf8_get_char (q)))))
            q = g_utf8_next_char (q);
          add_word (cutter, p, q);
        }
      if (place_at (cutter, q) == MQ_PLACE_LINE)
        g_array_index (cutter->bits, MqBit, cutter->bits->len - 1).flags |= MQ_BIT_BREAK;
    }
}

static void
add_paragraph (Cutter *cutter, PangoAttrList *attributes)
{
  int length = (int) (cutter->end - cutter->text);
  GList *items;

  g_byte_array_set_size (cutter->shaper->places, (guint) length);
  mq_break_places (cutter->text, (gsize) length, cutter->shaper->places->data);
  cutter->places = cutter->shaper->places->data;
  items = pango_itemize_with_base_dir (cutter->shaper->context, PANGO_DIRECTION_RTL, cutter->text, 0, length,
                                       attributes, NULL);
  for (GList *l = items; l != NULL; l = l->next)
    {
      add_item (cutter, l->data);
      pango_item_free (l->data);
    }
  g_list_free (items);
}

/* The end of a line is a bit without a picture: it ends its line, and an empty line has it for its place. */
static void
add_line_end (Cutter *cutter, const char *from, const char *to)
{
  MqWord key = { .text = from, .length = (guint16) (to - from), .rtl = TRUE };

  cutter->analysis = &cutter->shaper->none;
  add_bit (cutter, get_word (cutter->shaper, &key, NULL), from, to, MQ_BIT_GLUE | MQ_BIT_BREAK | MQ_BIT_MUST);
}

/**
 * mq_shaper_bits:
 * @shaper: a shaper
 * @text: UTF-8; line feeds and the separators of Unicode part its paragraphs
 * @length: bytes of @text
 * @attributes: font and size of all of @text, as a list that covers it (mq_look_attributes())
 * @width: of the measure, in Pango units: a word that is wider is cut where no line would end otherwise
 * @bits: (element-type MqBit): the bits are appended here
 *
 * Cuts @text into words and spaces, in the order of the text, and shapes those words that are new.
 */
void
mq_shaper_bits (MqShaper *shaper, const char *text, gsize length, PangoAttrList *attributes, int width, GArray *bits)
{
  const char *end = text + length;

  g_return_if_fail (shaper != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (length < G_MAXINT32);
  g_return_if_fail (bits != NULL);

  for (const char *from = text, *to; from < end;)
    {
      for (to = from; to < end && !mq_break_is_line_end (g_utf8_get_char (to));)
        to = g_utf8_next_char (to);

      Cutter cutter = { .shaper = shaper, .text = from, .end = to, .base = (guint32) (from - text), .width = width,
                        .bits = bits };
      if (to > from)
        add_paragraph (&cutter, attributes);
      from = to < end ? g_utf8_next_char (to) : end;
      if (to < end)
        add_line_end (&cutter, to, from);
    }
}

/* ---- the shaper ---- */

/**
 * mq_shaper_new:
 *
 * Returns: (transfer full): a shaper with an empty cache, for the calling thread; mq_shaper_free() frees it
 */
MqShaper *
mq_shaper_new (void)
{
  MqShaper *shaper = g_new0 (MqShaper, 1);

  shaper->context = mq_fonts_context ();
  shaper->words = g_hash_table_new_full (word_hash, word_equal, word_free, NULL);
  shaper->spaced = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) hb_set_destroy);
  shaper->kerns = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
  shaper->texts = g_string_chunk_new (1 << 14);
  shaper->glyphs = pango_glyph_string_new ();
  shaper->places = g_byte_array_new ();
  shaper->none.level = 1;
  return shaper;
}

/**
 * mq_shaper_free:
 * @shaper: (nullable) (transfer full): a shaper
 *
 * Frees the shaper and its words: bits and paragraphs made with it lose them.
 */
void
mq_shaper_free (MqShaper *shaper)
{
  if (shaper == NULL)
    return;
  g_hash_table_destroy (shaper->words);
  g_hash_table_destroy (shaper->spaced);
  g_hash_table_destroy (shaper->kerns);
  g_string_chunk_free (shaper->texts);
  pango_glyph_string_free (shaper->glyphs);
  g_byte_array_unref (shaper->places);
  g_object_unref (shaper->context);
  g_free (shaper);
}

/**
 * mq_shaper_n_words:
 * @shaper: a shaper
 *
 * Returns: how many distinct words it has shaped, spaces included
 */
guint
mq_shaper_n_words (MqShaper *shaper)
{
  g_return_val_if_fail (shaper != NULL, 0);
  return g_hash_table_size (shaper->words);
}

/**
 * mq_shaper_n_probes:
 * @shaper: a shaper
 *
 * Returns: how many pairs of words it has shaped together to find the kern between them
 */
guint
mq_shaper_n_probes (MqShaper *shaper)
{
  g_return_val_if_fail (shaper != NULL, 0);
  return shaper->n_probes;
}

/**
 * mq_shaper_n_missing:
 * @shaper: a shaper
 *
 * Returns: how many characters of its words no font of the document has; they print as boxes
 */
guint
mq_shaper_n_missing (MqShaper *shaper)
{
  g_return_val_if_fail (shaper != NULL, 0);
  return shaper->n_missing;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mq_shaper_missing:
 * @shaper: a shaper
 *
 * Returns: (transfer full) (element-type utf8): the words with characters that no font of the document has, sorted;
 *   also those that were typed once and are in no text any more
 */
GPtrArray *
mq_shaper_missing (MqShaper *shaper)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (shaper != NULL, missing);

  if (shaper->n_missing > 0)
    for (g_hash_table_iter_init (&iter, shaper->words); g_hash_table_iter_next (&iter, &key, NULL);)
      {
        const MqWord *word = key;
        if (word->n_missing > 0)
          g_ptr_array_add (missing, g_strndup (word->text, word->length));
      }
  g_ptr_array_sort (missing, compare_strings);
  return missing;
}
