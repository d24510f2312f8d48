/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-shaper.h"

#include <string.h>

#include "mq-break.h"
#include "mq-cuts.h"
#include "mq-fonts.h"
#include "mq-items.h"
#include "mq-kerns.h"
#include "mq-word-cache.h"

#define MOST_WIDTHS 20000     /* texts whose width is remembered */
#define LONGEST_WORD 1024     /* bytes: what goes on without a space is shaped in stretches of this length */

struct _MqShaper
{
  PangoContext *context;
  MqItems *items;
  MqWordCache *words;
  MqKerns *kerns;
  MqCuts *cuts;
  GHashTable *widths;         /* Width → itself */
  GByteArray *places;         /* scratch: MqBreak for each byte of the paragraph */
  PangoAnalysis none;         /* of the end of a line */
};

/* ---- what joins a word ---- */

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

/* ---- a paragraph: its items (direction, script, font), cut into words ---- */

typedef struct {
  MqShaper *shaper;
  const char *text, *end;     /* the paragraph */
  guint32 base;               /* its place in the whole text */
  const guint8 *places;
  int width;                  /* of the measure, Pango units */
  gboolean in_pieces;         /* a word was wider than that */
  GArray *bits;
  const PangoAnalysis *analysis;   /* of the item */
  const char *item, *item_end;
  guint first_bit;            /* of the item */
} Cutter;

static MqBreak
place_at (const Cutter *cutter, const char *p)
{
  return p < cutter->end ? cutter->places[p - cutter->text] : MQ_BREAK_NONE;
}

static const MqWord *
space_at (Cutter *cutter, const char *from, const char *to)
{
  const PangoAnalysis *analysis = cutter->analysis;
  MqWord key = { .font = analysis->font,
                 .text = from,
                 .length = (guint16) (to - from),
                 .rtl = analysis->level & 1,
                 .script = analysis->script };

  return mq_word_cache_get (cutter->shaper->words, &key, analysis);
}

/* @inside: a piece of a word, so that letters of the same run join it too */
static const MqWord *
word_between (Cutter *cutter, const char *from, const char *to, gboolean inside)
{
  const PangoAnalysis *analysis = cutter->analysis;
  MqWord key = { .font = analysis->font,
                 .text = from,
                 .length = (guint16) (to - from),
                 .rtl = analysis->level & 1,
                 .script = analysis->script };

  if (inside || from == cutter->item)
    key.before = joining_before (cutter->text, from);
  if (inside || to == cutter->item_end)
    key.after = joining_after (to, cutter->end);
  return mq_word_cache_get (cutter->shaper->words, &key, analysis);
}

/* The kern to the bit just added belongs to the bit before it, and not to that one's word, which is
 * shared. */
static void
set_kern (Cutter *cutter)
{
  GArray *bits = cutter->bits;
  MqBit *bit = &g_array_index (bits, MqBit, bits->len - 1), *first = NULL, *space = NULL;
  guint n = bits->len - cutter->first_bit;

  if (n >= 2 && !(bit[-1].flags & MQ_BIT_GLUE))
    first = bit - 1;
  else if (n >= 3 && !(bit[-2].flags & MQ_BIT_GLUE))
    {
      first = bit - 2;
      space = bit - 1;
    }
  if (first == NULL)
    return;
  bit[-1].kern = mq_kerns_between (
      cutter->shaper->kerns, first->word, bit->word, space != NULL ? space->word : NULL,
      cutter->text + (first->offset - cutter->base), (int) (bit->offset + bit->length - first->offset),
      cutter->text, (int) (cutter->end - cutter->text), cutter->analysis);
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
add_in_pieces (Cutter *cutter, const char *from, const char *to, MqBreak kind)
{
  while (from < to)
    {
      const char *q = from;

      do
        q = g_utf8_next_char (q);
      while (q < to
             && (kind == MQ_BREAK_TOKEN ? place_at (cutter, q) != MQ_BREAK_TOKEN
                                        : g_unichar_ismark (g_utf8_get_char (q))
                                              || g_unichar_type (g_utf8_get_char (q)) == G_UNICODE_FORMAT));

      const MqWord *word = word_between (cutter, from, q, TRUE);
      if (kind == MQ_BREAK_TOKEN && word->width > cutter->width)
        {
          add_in_pieces (cutter, from, q, MQ_BREAK_NONE);
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
    if (place_at (cutter, from) == MQ_BREAK_TOKEN)
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
    {
      cutter->in_pieces = TRUE;
      add_in_pieces (cutter, from, to, has_token_place (cutter, from, to) ? MQ_BREAK_TOKEN : MQ_BREAK_NONE);
    }
}

static void
add_item (Cutter *cutter, const MqItem *item)
{
  cutter->analysis = item->analysis;
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
                 && place_at (cutter, q) != MQ_BREAK_LINE
                 && (q - p < LONGEST_WORD
                     || (q - p < 2 * LONGEST_WORD && g_unichar_ismark (g_utf8_get_char (q)))))
            q = g_utf8_next_char (q);
          add_word (cutter, p, q);
        }
      if (place_at (cutter, q) == MQ_BREAK_LINE)
        g_array_index (cutter->bits, MqBit, cutter->bits->len - 1).flags |= MQ_BIT_BREAK;
    }
}

static void
add_paragraph (Cutter *cutter, PangoAttrList *attributes)
{
  guint length = (guint) (cutter->end - cutter->text);
  const GArray *items = mq_items_find (cutter->shaper->items, cutter->text, length, attributes);

  g_byte_array_set_size (cutter->shaper->places, length);
  mq_break_places (cutter->text, length, cutter->shaper->places->data);
  cutter->places = cutter->shaper->places->data;
  for (guint i = 0; i < items->len; i++)
    add_item (cutter, &g_array_index (items, MqItem, i));
}

/* The end of a line is a bit without a picture: it ends its line, and an empty line has it for its place. */
static void
add_line_end (Cutter *cutter, const char *from, const char *to)
{
  MqWord key = { .text = from, .length = (guint16) (to - from), .rtl = TRUE };

  cutter->analysis = &cutter->shaper->none;
  add_bit (cutter, mq_word_cache_get (cutter->shaper->words, &key, NULL), from, to,
           MQ_BIT_GLUE | MQ_BIT_BREAK | MQ_BIT_MUST);
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
mq_shaper_bits (MqShaper *shaper, const char *text, gsize length, PangoAttrList *attributes, int width,
                GArray *bits)
{
  const char *end = text + length;
  guint first;
  gboolean in_pieces = FALSE;

  g_return_if_fail (shaper != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (length < G_MAXINT32);
  g_return_if_fail (bits != NULL);

  if (mq_cuts_append (shaper->cuts, text, length, attributes, width, bits))
    return;
  first = bits->len;
  for (const char *from = text, *to; from < end;)
    {
      for (to = from; to < end && !mq_break_is_line_end (g_utf8_get_char (to));)
        to = g_utf8_next_char (to);

      Cutter cutter = { .shaper = shaper,
                        .text = from,
                        .end = to,
                        .base = (guint32) (from - text),
                        .width = width,
                        .bits = bits };
      if (to > from)
        add_paragraph (&cutter, attributes);
      in_pieces |= cutter.in_pieces;
      from = to < end ? g_utf8_next_char (to) : end;
      if (to < end)
        add_line_end (&cutter, to, from);
    }
  if (!in_pieces)
    mq_cuts_add (shaper->cuts, text, length, attributes, (MqBit *) bits->data + first, bits->len - first);
}

/* ---- widths ----
 * Who plans a table asks for the width of the same texts again after each edit. */

typedef struct {
  PangoAttrList *attributes;
  char *text;
  int all, widest;
} Width;

static guint
width_hash (gconstpointer pointer)
{
  const Width *width = pointer;

  return g_str_hash (width->text) ^ g_direct_hash (width->attributes);
}

static gboolean
width_equal (gconstpointer a, gconstpointer b)
{
  const Width *x = a, *y = b;

  return x->attributes == y->attributes && strcmp (x->text, y->text) == 0;
}

static void
width_free (gpointer pointer)
{
  Width *width = pointer;

  pango_attr_list_unref (width->attributes);
  g_free (width->text);
  g_free (width);
}

static Width *
measure (MqShaper *shaper, const char *text, PangoAttrList *attributes)
{
  g_autoptr (GArray) bits = g_array_new (FALSE, FALSE, sizeof (MqBit));
  Width *width = g_new0 (Width, 1);
  int line = 0, piece = 0;

  width->attributes = pango_attr_list_ref (attributes);
  width->text = g_strdup (text);
  mq_shaper_bits (shaper, text, strlen (text), attributes, G_MAXINT, bits);
  for (guint i = 0; i < bits->len; i++)
    {
      const MqBit *bit = &g_array_index (bits, MqBit, i);

      /* The space at which a line ends is not part of it. */
      if (!(bit->flags & MQ_BIT_GLUE) || !(bit->flags & MQ_BIT_BREAK))
        width->widest = MAX (width->widest, piece + bit->word->width);
      line += bit->word->width + bit->kern;
      width->all = MAX (width->all, line);
      piece = bit->flags & (MQ_BIT_BREAK | MQ_BIT_MUST) ? 0 : piece + bit->word->width + bit->kern;
      if (bit->flags & MQ_BIT_MUST)
        line = 0;
    }
  return width;
}

/**
 * mq_shaper_width:
 * @shaper: a shaper
 * @text: UTF-8
 * @attributes: font and size of @text (mq_look_attributes())
 * @widest: (out) (optional): the width of the widest piece at which no line may end: what a column needs at
 *   least
 *
 * Returns: the width of @text when none of its lines is broken, in Pango units
 */
int
mq_shaper_width (MqShaper *shaper, const char *text, PangoAttrList *attributes, int *widest)
{
  g_return_val_if_fail (shaper != NULL, 0);
  g_return_val_if_fail (text != NULL && attributes != NULL, 0);

  Width key = { .attributes = attributes, .text = (char *) text };
  Width *width = g_hash_table_lookup (shaper->widths, &key);
  if (width == NULL)
    {
      if (g_hash_table_size (shaper->widths) >= MOST_WIDTHS)
        g_hash_table_remove_all (shaper->widths);
      width = measure (shaper, text, attributes);
      g_hash_table_add (shaper->widths, width);
    }
  if (widest != NULL)
    *widest = width->widest;
  return width->all;
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
  shaper->items = mq_items_new (shaper->context);
  shaper->words = mq_word_cache_new ();
  shaper->kerns = mq_kerns_new ();
  shaper->cuts = mq_cuts_new ();
  shaper->widths = g_hash_table_new_full (width_hash, width_equal, width_free, NULL);
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
  mq_items_free (shaper->items);
  mq_word_cache_free (shaper->words);
  mq_kerns_free (shaper->kerns);
  mq_cuts_free (shaper->cuts);
  g_hash_table_destroy (shaper->widths);
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
  return mq_word_cache_count (shaper->words);
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
  return mq_word_cache_count_missing (shaper->words);
}

/**
 * mq_shaper_missing:
 * @shaper: a shaper
 *
 * Returns: (transfer full) (element-type utf8): the words with characters that no font of the document has,
 *   sorted; also those that were typed once and are in no text any more
 */
GPtrArray *
mq_shaper_missing (MqShaper *shaper)
{
  g_return_val_if_fail (shaper != NULL, NULL);
  return mq_word_cache_missing (shaper->words);
}
