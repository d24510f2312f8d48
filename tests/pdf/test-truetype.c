/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-truetype.h"

#include <math.h>
#include FT_FREETYPE_H

/* The font file, as FreeType reads it: cubic curves, slanted faces, moved pictures. */

#define RADIUS 700
#define KAPPA 387             /* of the control points of a quarter of a circle: .5523 × 700 */

/* A circle of four cubic curves about (0, 0), as a face in OpenType/CFF would have it. */
static FT_Vector circle_points[] = {
  { RADIUS, 0 }, { RADIUS, KAPPA }, { KAPPA, RADIUS }, { 0, RADIUS }, { -KAPPA, RADIUS }, { -RADIUS, KAPPA },
  { -RADIUS, 0 }, { -RADIUS, -KAPPA }, { -KAPPA, -RADIUS }, { 0, -RADIUS }, { KAPPA, -RADIUS },
  { RADIUS, -KAPPA },
};
#define ON FT_CURVE_TAG_ON
#define CUBIC FT_CURVE_TAG_CUBIC
static char circle_tags[] = { ON, CUBIC, CUBIC, ON, CUBIC, CUBIC, ON, CUBIC, CUBIC, ON, CUBIC, CUBIC };
static short circle_ends[] = { 11 };

static FT_Vector square_points[] = { { 0, 0 }, { 0, 400 }, { 400, 400 }, { 400, 0 } };
static char square_tags[] = { ON, ON, ON, ON };
static short square_ends[] = { 3 };

static FT_Outline
outline_of (FT_Vector *points, char *tags, short *ends, short n)
{
  return (FT_Outline) { .n_contours = 1, .n_points = n, .points = points, .tags = (void *) tags,
                        .contours = (void *) ends };
}

typedef struct {
  GByteArray *file;
  FT_Library library;
  FT_Face face;
} Font;

/* Three glyphs: none; picture 0; pictures 0 and 1, the second one moved. */
static void
make_font (Font *font, const FT_Outline *picture, double scale, double shear)
{
  FT_Outline square = outline_of (square_points, square_tags, square_ends, 4);
  MqGlyphPart parts[] = { { 0, 0, 0 }, { 1, 300, -50 } };
  g_autoptr (MqTrueType) type = mq_truetype_new (3);
  MqFontBox box;

  mq_truetype_add_picture (type, picture, scale, shear);
  mq_truetype_add_picture (type, &square, 1, 0);
  mq_truetype_add_slot (type, 500, NULL, 0);
  mq_truetype_add_slot (type, 612, parts, 1);
  mq_truetype_add_slot (type, 250, parts, 2);
  font->file = mq_truetype_finish (type, 800, -200, &box);
  g_assert_nonnull (font->file);
  g_assert_cmpint (FT_Init_FreeType (&font->library), ==, 0);
  g_assert_cmpint (FT_New_Memory_Face (font->library, font->file->data, (FT_Long) font->file->len, 0,
                                       &font->face), ==, 0);
  g_assert_cmpint (font->face->num_glyphs, ==, 5);
  g_assert_cmpint (font->face->units_per_EM, ==, MQ_EM);
}

static const FT_Outline *
load (Font *font, guint glyph)
{
  g_assert_cmpint (FT_Load_Glyph (font->face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING), ==, 0);
  return &font->face->glyph->outline;
}

static void
clear_font (Font *font)
{
  FT_Done_Face (font->face);
  FT_Done_FreeType (font->library);
  g_byte_array_unref (font->file);
}

/* Points on the curve stand on the circle, and so does the middle between two control points. */
static void
test_cubic (void)
{
  FT_Outline circle = outline_of (circle_points, circle_tags, circle_ends, 12);
  const FT_Outline *read;
  Font font;

  make_font (&font, &circle, .5, 0);
  read = load (&font, 1);
  g_assert_cmpint (read->n_points, ==, 32);
  for (int i = 0; i < read->n_points; i++)
    {
      const FT_Vector *a = &read->points[i];
      const FT_Vector *b = &read->points[(i + 1) % 32], *c = &read->points[(i + 2) % 32];
      double x = (double) a->x, y = (double) a->y;

      if (FT_CURVE_TAG (read->tags[i]) != FT_CURVE_TAG_ON)
        continue;
      g_assert_cmpfloat (fabs (hypot (x, y) - RADIUS * .5), <, 1);
      /* a quadratic curve at its middle */
      x = ((double) a->x + 2 * (double) b->x + (double) c->x) / 4;
      y = ((double) a->y + 2 * (double) b->y + (double) c->y) / 4;
      g_assert_cmpfloat (fabs (hypot (x, y) - RADIUS * .5), <, 1.5);
    }
  clear_font (&font);
}

static void
test_slanted (void)
{
  FT_Outline square = outline_of (square_points, square_tags, square_ends, 4);
  const FT_Outline *read;
  Font font;

  make_font (&font, &square, 1, .25);
  read = load (&font, 1);
  g_assert_cmpint (read->points[1].x, ==, 100);
  g_assert_cmpint (read->points[1].y, ==, 400);
  g_assert_cmpint (read->points[3].x, ==, 400);
  clear_font (&font);
}

static void
test_composite (void)
{
  FT_Outline square = outline_of (square_points, square_tags, square_ends, 4);
  const FT_Outline *read;
  Font font;

  make_font (&font, &square, 1, 0);
  read = load (&font, 2);
  g_assert_cmpint (read->n_points, ==, 8);
  g_assert_cmpint (read->points[4].x, ==, 300);
  g_assert_cmpint (read->points[4].y, ==, -50);
  g_assert_cmpint (font.face->glyph->metrics.horiAdvance, ==, 250);
  load (&font, 1);
  g_assert_cmpint (font.face->glyph->metrics.horiAdvance, ==, 612);
  clear_font (&font);
}

static void
test_empty_picture (void)
{
  Font font;

  make_font (&font, NULL, 1, 0);
  g_assert_cmpint (load (&font, 1)->n_points, ==, 0);
  g_assert_cmpint (load (&font, 2)->n_points, ==, 4);
  clear_font (&font);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truetype/cubic curves", test_cubic);
  g_test_add_func ("/truetype/slanted", test_slanted);
  g_test_add_func ("/truetype/composite", test_composite);
  g_test_add_func ("/truetype/empty picture", test_empty_picture);
  return g_test_run ();
}
