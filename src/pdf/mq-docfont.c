/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-docfont.h"

#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <string.h>

#include "mq-docfont-face.h"

/* Of glyphs and of characters in one cluster. */
#define MOST_PARTS 48

/* A glyph of a face as a part of a picture. */
typedef struct {
  guint32 glyph;
  gint16 dx, dy;
  guint32 face;
} Part;

/* A slot; all of its bytes together are its key. */
typedef struct {
  gunichar character;
  guint16 advance;
  guint16 n_parts;
  Part parts[];
} Slot;

typedef struct {
  guint face;                 /* its number */
  double size;                /* points */
} FontUse;

struct _MqDocFont {
  MqFaces *faces;
  GPtrArray *slots;           /* Slot; NULL for code 0, which is no character */
  GHashTable *by_key;         /* Slot → code */
  GHashTable *uses;           /* PangoFont → FontUse */
  gboolean full;              /* a code more than there are was asked for */
};

/* ---- slots ---- */

static gsize
slot_size (const Slot *slot)
{
  return sizeof *slot + slot->n_parts * sizeof (Part);
}

static guint
slot_hash (gconstpointer pointer)
{
  const guint8 *bytes = pointer;
  guint hash = 5381;

  for (gsize i = 0, n = slot_size (pointer); i < n; i++)
    hash = hash * 33 + bytes[i];
  return hash;
}

static gboolean
slot_equal (gconstpointer a, gconstpointer b)
{
  const Slot *x = a, *y = b;

  return x->n_parts == y->n_parts && memcmp (x, y, slot_size (x)) == 0;
}

static const Slot *
slot_of (const MqDocFont *font, guint16 code)
{
  return g_ptr_array_index (font->slots, code);
}

static guint16
code_for (MqDocFont *font, gunichar character, int advance, const Part *parts, guint n_parts)
{
  /* no padding anywhere, so that equal slots have equal bytes */
  G_STATIC_ASSERT (sizeof (Part) == 12 && sizeof (Slot) == 8);
  union {
    Slot slot;
    char room[sizeof (Slot) + MOST_PARTS * sizeof (Part)];
  } key;
  gpointer known;

  key.slot.character = character;
  key.slot.advance = (guint16) CLAMP (advance, 0, G_MAXUINT16);
  key.slot.n_parts = (guint16) n_parts;
  if (n_parts > 0)
    memcpy (key.slot.parts, parts, n_parts * sizeof *parts);
  known = g_hash_table_lookup (font->by_key, &key.slot);
  if (known != NULL)
    return (guint16) GPOINTER_TO_UINT (known);
  if (font->slots->len > G_MAXUINT16)
    {
      font->full = TRUE;
      return 0;
    }

  Slot *slot = g_memdup2 (&key.slot, slot_size (&key.slot));
  guint code = font->slots->len;
  g_ptr_array_add (font->slots, slot);
  g_hash_table_insert (font->by_key, slot, GUINT_TO_POINTER (code));
  for (guint i = 0; i < n_parts; i++)
    mq_faces_use (font->faces, parts[i].face, parts[i].glyph);
  return (guint16) code;
}

/**
 * mq_doc_font_blank:
 * @font: the font
 * @character: what it reads as
 * @advance: units of the em
 *
 * Returns: the code of a slot that shows nothing
 */
guint16
mq_doc_font_blank (MqDocFont *font, gunichar character, int advance)
{
  g_return_val_if_fail (font != NULL, 0);
  return code_for (font, character, advance, NULL, 0);
}

/**
 * mq_doc_font_moved:
 * @font: the font
 * @code: of a slot
 * @dx: units of the em
 *
 * Returns: the code of the same slot with its picture moved to the right by @dx
 */
guint16
mq_doc_font_moved (MqDocFont *font, guint16 code, int dx)
{
  const Slot *slot;
  Part parts[MOST_PARTS];

  g_return_val_if_fail (font != NULL && code < font->slots->len, 0);
  slot = slot_of (font, code);
  if (slot == NULL)
    return code;
  memcpy (parts, slot->parts, slot->n_parts * sizeof (Part));
  for (guint i = 0; i < slot->n_parts; i++)
    parts[i].dx = (gint16) (parts[i].dx + dx);
  return code_for (font, slot->character, slot->advance, parts, slot->n_parts);
}

/**
 * mq_doc_font_narrowed:
 * @font: the font
 * @code: of a slot
 * @by: units of the em
 *
 * Returns: the code of the same slot with @by less advance
 */
guint16
mq_doc_font_narrowed (MqDocFont *font, guint16 code, int by)
{
  const Slot *slot;
  Part parts[MOST_PARTS];

  g_return_val_if_fail (font != NULL && code < font->slots->len, 0);
  slot = slot_of (font, code);
  if (slot == NULL)
    return code;
  memcpy (parts, slot->parts, slot->n_parts * sizeof (Part));
  return code_for (font, slot->character, slot->advance - by, parts, slot->n_parts);
}

/* ---- words ---- */

static const FontUse *
use_of (MqDocFont *font, PangoFont *pango)
{
  FontUse *use = g_hash_table_lookup (font->uses, pango);
  cairo_matrix_t matrix;

  if (use != NULL)
    return use;
  cairo_scaled_font_get_font_matrix (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (pango)), &matrix);
  use = g_new (FontUse, 1);
  use->size = matrix.yy;
  use->face = mq_faces_find (font->faces, pango_fc_font_get_pattern (PANGO_FC_FONT (pango)),
                             matrix.yy > 0 ? -matrix.xy / matrix.yy : 0);
  g_hash_table_insert (font->uses, g_object_ref (pango), use);
  return use;
}

double
mq_doc_font_size (MqDocFont *font, PangoFont *of)
{
  g_return_val_if_fail (font != NULL && of != NULL, 1);
  return use_of (font, of)->size;
}

/* Joiners, direction marks, line ends: they have done their work when the word is shaped, and none of them is
 * read or searched for. */
static gboolean
is_left_out (gunichar c)
{
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069)
         || c == 0xfeff || c == 0x61c || c == 0xad || c == 0x2028 || c == 0x2029 || c == '\n';
}

/* What is shaped together: characters that share glyphs. */
typedef struct {
  guint n, n_letters, n_parts;
  gunichar characters[MOST_PARTS];
  guint16 bytes[MOST_PARTS];
  gboolean marks[MOST_PARTS];
  Part parts[MOST_PARTS];
  int width;                  /* units of the em */
} Cluster;

static void
read_characters (Cluster *cluster, const MqWord *word, int from, int to)
{
  for (const char *p = word->text + from; p < word->text + to && cluster->n < MOST_PARTS;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_left_out (c))
        continue;
      cluster->characters[cluster->n] = c;
      cluster->bytes[cluster->n] = (guint16) (p - word->text);
      cluster->marks[cluster->n] = g_unichar_ismark (c) ? TRUE : FALSE;   /* it gives any bit */
      cluster->n_letters += !cluster->marks[cluster->n];
      cluster->n++;
    }
}

static void
read_glyphs (Cluster *cluster, const MqWord *word, guint from, guint to, const FontUse *use)
{
  double scale = MQ_EM / use->size / PANGO_SCALE;
  int at = 0;

  for (guint i = from; i < to; i++)
    {
      const PangoGlyphInfo *info = &word->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY && !(info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
          && cluster->n_parts < MOST_PARTS)
        cluster->parts[cluster->n_parts++] = (Part) {
          info->glyph, (gint16) lrint ((at + info->geometry.x_offset) * scale),
          (gint16) lrint (-info->geometry.y_offset * scale), use->face
        };
      at += info->geometry.width;
    }
  cluster->width = (int) lrint (at * scale);
}

/* The width goes to the letters in equal shares, the picture to the first character.  A mark stands before
 * (on the left of) its letter and has next to no width: pdf.js takes every mark for one without. */
static void
add_cluster (MqDocFont *font, const MqWord *word, Cluster *cluster, int x, GArray *slots)
{
  guint done = 0, letters = cluster->n_letters;

  for (guint i = 0; i < cluster->n; i++)
    {
      guint c = word->rtl ? cluster->n - 1 - i : i;
      int left = letters ? cluster->width * (int) done / (int) letters : 0, right = left + MQ_MARK_WIDTH;

      if (!cluster->marks[c])
        right = cluster->width * (int) ++done / (int) letters;
      if (c == 0)
        for (guint k = 0; k < cluster->n_parts; k++)
          cluster->parts[k].dx = (gint16) (cluster->parts[k].dx - left);

      MqSlot slot = { .character = cluster->characters[c], .byte = cluster->bytes[c], .x = x + left,
                      .advance = MAX (right - left, 0), .mark = cluster->marks[c] };
      slot.code = code_for (font, slot.character, slot.advance, cluster->parts,
                            c == 0 ? cluster->n_parts : 0);
      g_array_append_val (slots, slot);
    }
}

/**
 * mq_doc_font_slots:
 * @font: the font
 * @word: a word that has a font
 * @width: (out): of the word, units of the em
 *
 * Returns: (transfer full) (element-type MqSlot): its characters, from left to right
 */
GArray *
mq_doc_font_slots (MqDocFont *font, const MqWord *word, int *width)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (MqSlot));
  const FontUse *use;

  g_return_val_if_fail (font != NULL && word != NULL && word->font != NULL && width != NULL, slots);

  use = use_of (font, word->font);
  *width = 0;
  for (guint i = 0, j; i < word->n_glyphs; i = j)
    {
      Cluster cluster = { 0 };
      int from = word->clusters[i], to = word->length;

      for (j = i; j < word->n_glyphs && word->clusters[j] == from;)
        j++;
      if (word->rtl && i > 0)
        to = word->clusters[i - 1];
      else if (!word->rtl && j < word->n_glyphs)
        to = word->clusters[j];
      read_characters (&cluster, word, from, to);
      read_glyphs (&cluster, word, i, j, use);
      add_cluster (font, word, &cluster, *width, slots);
      *width += cluster.width;
    }
  return slots;
}

/* ---- the file, and what the PDF says about it ---- */

/**
 * mq_doc_font_file:
 * @font: the font
 * @box: (out): its extent
 *
 * Returns: (transfer full) (nullable): a TrueType file
 */
GByteArray *
mq_doc_font_file (MqDocFont *font, MqFontBox *box)
{
  g_autoptr (MqTrueType) type = NULL;
  MqGlyphPart parts[MOST_PARTS];
  int ascent, descent;

  g_return_val_if_fail (font != NULL && box != NULL, NULL);

  if (font->full)
    return NULL;
  type = mq_truetype_new (font->slots->len);
  if (!mq_faces_add_pictures (font->faces, type, &ascent, &descent))
    return NULL;
  mq_truetype_add_slot (type, MQ_EM / 2, NULL, 0);
  for (guint i = 1; i < font->slots->len; i++)
    {
      const Slot *slot = slot_of (font, (guint16) i);

      for (guint k = 0; k < slot->n_parts; k++)
        parts[k] = (MqGlyphPart) { mq_faces_picture (font->faces, slot->parts[k].face, slot->parts[k].glyph),
                                   slot->parts[k].dx, slot->parts[k].dy };
      mq_truetype_add_slot (type, slot->advance, parts, slot->n_parts);
    }
  return mq_truetype_finish (type, ascent, descent, box);
}

GString *
mq_doc_font_widths (MqDocFont *font)
{
  GString *widths = g_string_new (NULL);

  g_return_val_if_fail (font != NULL, widths);
  for (guint i = 1; i < font->slots->len; i++)
    g_string_append_printf (widths, "%u ", slot_of (font, (guint16) i)->advance);
  return widths;
}

static void
append_unit (GString *map, gunichar c)
{
  if (c < 0x10000)
    g_string_append_printf (map, "%04x", c);
  else
    g_string_append_printf (map, "%04x%04x", 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
}

/* A sign that is several Arabic letters, such as U+FDFA: these, from left to right as they would stand on the page.
 * pdf.js takes such a sign apart before it turns the line round, and gives it backwards. */
static void
append_meaning (GString *map, gunichar c)
{
  gunichar letters[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = 0;

  if ((c >= 0xfb50 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc))
    n = g_unichar_fully_decompose (c, TRUE, letters, G_N_ELEMENTS (letters));
  if (n < 2)
    append_unit (map, c);
  else
    while (n-- > 0)
      append_unit (map, letters[n]);
}

GString *
mq_doc_font_unicode (MqDocFont *font)
{
  GString *map = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                               "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                               "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                               "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n");

  g_return_val_if_fail (font != NULL, map);
  for (guint i = 1; i < font->slots->len; i++)
    {
      /* at most 100 a block */
      if (i % 100 == 1)
        g_string_append_printf (map, "%s%u beginbfchar\n", i > 1 ? "endbfchar\n" : "",
                                MIN (100, font->slots->len - i));
      g_string_append_printf (map, "<%04x> <", i);
      append_meaning (map, slot_of (font, (guint16) i)->character);
      g_string_append (map, ">\n");
    }
  g_string_append (map, "endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  return map;
}

/**
 * mq_doc_font_new:
 *
 * Returns: (transfer full): a font with one slot, the space.  Its width matters: PDFium takes half of the
 * width
 *   of a font's first space for the least gap that is one.
 */
MqDocFont *
mq_doc_font_new (void)
{
  MqDocFont *font = g_new0 (MqDocFont, 1);

  font->faces = mq_faces_new ();
  font->slots = g_ptr_array_new_with_free_func (g_free);
  font->by_key = g_hash_table_new (slot_hash, slot_equal);
  font->uses = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  g_ptr_array_add (font->slots, NULL);
  mq_doc_font_blank (font, ' ', MQ_EM / 4);
  return font;
}

void
mq_doc_font_free (MqDocFont *font)
{
  if (font == NULL)
    return;
  g_hash_table_unref (font->uses);
  g_hash_table_unref (font->by_key);
  g_ptr_array_unref (font->slots);
  mq_faces_free (font->faces);
  g_free (font);
}
