/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-truetype.h"

#include <string.h>

#include "mq-truetype-outline.h"

/* Glyphs are numbered with 16 bits; some numbers at the end have meanings of their own. */
#define MOST_GLYPHS 65000

/* Bits of a part of a composite glyph. */
enum { ARGS_ARE_WORDS = 1, ARGS_ARE_XY = 2, MORE_PARTS = 0x20 };

enum { GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, N_TABLES };       /* sorted by name, as the file must have them */
static const char table_names[N_TABLES][5] = { "glyf", "head", "hhea", "hmtx", "loca", "maxp" };

struct _MqTrueType {
  guint n_slots, n_added;
  GByteArray *tables[N_TABLES];
  GByteArray *pictures;       /* their glyphs, one after another */
  GArray *boxes;              /* MqGlyphBox, of the pictures */
  GArray *starts;             /* guint, of the pictures in `pictures` */
  MqGlyphBox all;
  guint most_parts, widest;
};

/**
 * mq_truetype_new:
 * @n_slots: how many glyphs are put together from pictures, glyph 0 included
 *
 * Returns: (transfer full): a font without glyphs
 */
MqTrueType *
mq_truetype_new (guint n_slots)
{
  MqTrueType *type = g_new0 (MqTrueType, 1);

  type->n_slots = n_slots;
  for (guint i = 0; i < N_TABLES; i++)
    type->tables[i] = g_byte_array_new ();
  type->pictures = g_byte_array_new ();
  type->boxes = g_array_new (FALSE, FALSE, sizeof (MqGlyphBox));
  type->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  type->most_parts = 1;
  type->widest = MQ_EM;
  return type;
}

void
mq_truetype_free (MqTrueType *type)
{
  if (type == NULL)
    return;
  for (guint i = 0; i < N_TABLES; i++)
    g_byte_array_unref (type->tables[i]);
  g_byte_array_unref (type->pictures);
  g_array_unref (type->boxes);
  g_array_unref (type->starts);
  g_free (type);
}

static void
pad (GByteArray *bytes)
{
  while (bytes->len % 4 != 0)
    g_byte_array_append (bytes, (const guint8 *) "", 1);
}

void
mq_truetype_add_picture (MqTrueType *type, const FT_Outline *outline, double scale, double shear)
{
  MqGlyphBox box = { 0 };

  g_return_if_fail (type != NULL);

  g_array_append_val (type->starts, type->pictures->len);
  if (outline != NULL)
    box = mq_truetype_outline (outline, scale, shear, type->pictures);
  g_array_append_val (type->boxes, box);
  pad (type->pictures);
}

static const MqGlyphBox *
box_of (const MqTrueType *type, guint picture)
{
  return &g_array_index (type->boxes, MqGlyphBox, picture);
}

/**
 * mq_truetype_add_slot:
 * @type: a font that has all its pictures
 * @advance: units of the em
 * @parts: the pictures that it shows
 * @n_parts: how many
 *
 * The next glyph.  Pictures without ink are left out.
 */
void
mq_truetype_add_slot (MqTrueType *type, guint advance, const MqGlyphPart *parts, guint n_parts)
{
  MqGlyphBox box = { 0 };
  guint n_inked = 0, done = 0;
  GByteArray *glyf;

  g_return_if_fail (type != NULL && type->n_added < type->n_slots);

  glyf = type->tables[GLYF];
  mq_put_32 (type->tables[LOCA], glyf->len);
  for (guint i = 0; i < n_parts; i++)
    {
      const MqGlyphBox *of = box_of (type, parts[i].picture);

      if (!of->ink)
        continue;
      n_inked++;
      mq_glyph_box_add (&box, of->x0 + parts[i].dx, of->y0 + parts[i].dy, of->x1 + parts[i].dx,
                        of->y1 + parts[i].dy);
    }
  mq_put_16 (type->tables[HMTX], (int) advance);
  mq_put_16 (type->tables[HMTX], box.x0);
  type->n_added++;
  type->widest = MAX (type->widest, advance);
  if (n_inked == 0)
    return;

  mq_glyph_box_add (&type->all, box.x0, box.y0, box.x1, box.y1);
  type->most_parts = MAX (type->most_parts, n_inked);
  mq_put_16 (glyf, -1);       /* a composite */
  mq_put_16 (glyf, box.x0);
  mq_put_16 (glyf, box.y0);
  mq_put_16 (glyf, box.x1);
  mq_put_16 (glyf, box.y1);
  for (guint i = 0; i < n_parts; i++)
    {
      if (!box_of (type, parts[i].picture)->ink)
        continue;
      mq_put_16 (glyf, ARGS_ARE_WORDS | ARGS_ARE_XY | (++done < n_inked ? MORE_PARTS : 0));
      mq_put_16 (glyf, (int) (type->n_slots + parts[i].picture));
      mq_put_16 (glyf, parts[i].dx);
      mq_put_16 (glyf, parts[i].dy);
    }
  pad (glyf);
}

/* The pictures are glyphs, too, behind the slots; nobody writes them. */
static void
add_picture_glyphs (MqTrueType *type)
{
  GByteArray *glyf = type->tables[GLYF];
  guint base = glyf->len;

  for (guint i = 0; i < type->boxes->len; i++)
    {
      mq_put_32 (type->tables[LOCA], base + g_array_index (type->starts, guint, i));
      mq_put_16 (type->tables[HMTX], MQ_EM / 2);
      mq_put_16 (type->tables[HMTX], box_of (type, i)->x0);
    }
  g_byte_array_append (glyf, type->pictures->data, type->pictures->len);
  mq_put_32 (type->tables[LOCA], glyf->len);
}

static void
put_zeros (GByteArray *to, guint n_words)
{
  while (n_words-- > 0)
    mq_put_16 (to, 0);
}

/* No dates and no checksum of the whole: nothing that a reader of PDFs looks at. */
static void
put_head (MqTrueType *type)
{
  GByteArray *head = type->tables[HEAD];

  mq_put_32 (head, 0x10000);            /* version */
  mq_put_32 (head, 0x10000);            /* revision */
  mq_put_32 (head, 0);                  /* checksum */
  mq_put_32 (head, 0x5f0f3cf5);
  mq_put_16 (head, 3);                  /* base line at 0, sidebearing at 0 */
  mq_put_16 (head, MQ_EM);
  put_zeros (head, 8);                  /* made, changed */
  mq_put_16 (head, type->all.x0);
  mq_put_16 (head, type->all.y0);
  mq_put_16 (head, type->all.x1);
  mq_put_16 (head, type->all.y1);
  mq_put_16 (head, 0);                  /* regular */
  mq_put_16 (head, 8);                  /* least readable size */
  mq_put_16 (head, 2);
  mq_put_16 (head, 1);                  /* places of glyphs have 32 bits */
  mq_put_16 (head, 0);
}

static void
put_hhea (MqTrueType *type, int ascent, int descent, guint n_glyphs)
{
  GByteArray *hhea = type->tables[HHEA];

  mq_put_32 (hhea, 0x10000);
  mq_put_16 (hhea, ascent);
  mq_put_16 (hhea, descent);
  mq_put_16 (hhea, 0);
  mq_put_16 (hhea, (int) type->widest);
  mq_put_16 (hhea, type->all.x0);
  mq_put_16 (hhea, 0);
  mq_put_16 (hhea, type->all.x1);
  mq_put_16 (hhea, 1);                  /* an upright caret */
  put_zeros (hhea, 7);
  mq_put_16 (hhea, (int) n_glyphs);
}

static void
put_maxp (MqTrueType *type, guint n_glyphs)
{
  GByteArray *maxp = type->tables[MAXP];
  guint points = 0, contours = 0, parts = type->most_parts;

  for (guint i = 0; i < type->boxes->len; i++)
    {
      points = MAX (points, box_of (type, i)->n_points);
      contours = MAX (contours, box_of (type, i)->n_contours);
    }
  mq_put_32 (maxp, 0x10000);
  mq_put_16 (maxp, (int) n_glyphs);
  mq_put_16 (maxp, (int) points);
  mq_put_16 (maxp, (int) contours);
  mq_put_16 (maxp, (int) MIN (65535, points * parts));
  mq_put_16 (maxp, (int) MIN (65535, contours * parts));
  mq_put_16 (maxp, 2);
  put_zeros (maxp, 6);
  mq_put_16 (maxp, (int) parts);
  mq_put_16 (maxp, 1);
}

static guint32
checksum_of (const GByteArray *table)
{
  guint32 sum = 0;

  for (guint i = 0; i + 4 <= table->len; i += 4)
    {
      guint32 word;
      memcpy (&word, table->data + i, 4);
      sum += GUINT32_FROM_BE (word);
    }
  return sum;
}

/**
 * mq_truetype_finish:
 * @type: a font with all its pictures and slots
 * @ascent: over the base line, units of the em
 * @descent: under it, negative
 * @box: (out): the extent of all glyphs
 *
 * Returns: (transfer full) (nullable): the file; %NULL when there are more glyphs than a font can have
 */
GByteArray *
mq_truetype_finish (MqTrueType *type, int ascent, int descent, MqFontBox *box)
{
  guint n_glyphs, where = 12 + 16 * N_TABLES;
  GByteArray *file;

  g_return_val_if_fail (type != NULL && box != NULL && type->n_added == type->n_slots, NULL);

  n_glyphs = type->n_slots + type->boxes->len;
  if (n_glyphs > MOST_GLYPHS)
    return NULL;
  add_picture_glyphs (type);
  put_head (type);
  put_hhea (type, ascent, descent, n_glyphs);
  put_maxp (type, n_glyphs);
  *box = (MqFontBox) { type->all.x0, type->all.y0, type->all.x1, type->all.y1, ascent, descent };

  file = g_byte_array_new ();
  mq_put_32 (file, 0x10000);
  mq_put_16 (file, N_TABLES);
  /* 16 × the greatest power of two in N_TABLES, its logarithm, the rest */
  mq_put_16 (file, 64);
  mq_put_16 (file, 2);
  mq_put_16 (file, 32);
  for (guint i = 0; i < N_TABLES; i++)
    {
      guint length = type->tables[i]->len;

      pad (type->tables[i]);
      g_byte_array_append (file, (const guint8 *) table_names[i], 4);
      mq_put_32 (file, checksum_of (type->tables[i]));
      mq_put_32 (file, where);
      mq_put_32 (file, length);
      where += type->tables[i]->len;
    }
  for (guint i = 0; i < N_TABLES; i++)
    g_byte_array_append (file, type->tables[i]->data, type->tables[i]->len);
  return file;
}
