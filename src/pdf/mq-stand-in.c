/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-stand-in.h"

#include <cairo-ft.h>
#include FT_FREETYPE_H

#include "mq-truetype.h"

typedef struct {
  GByteArray *file;
  FT_Library library;
  FT_Face face;
} StandIn;

static void
stand_in_free (void *pointer)
{
  StandIn *stand_in = pointer;

  FT_Done_Face (stand_in->face);
  FT_Done_FreeType (stand_in->library);
  g_byte_array_unref (stand_in->file);
  g_free (stand_in);
}

/* A square of half an em. */
static GByteArray *
make_file (void)
{
  FT_Vector points[4] = { { 0, 0 }, { 0, 500 }, { 500, 500 }, { 500, 0 } };
  char tags[4] = { FT_CURVE_TAG_ON, FT_CURVE_TAG_ON, FT_CURVE_TAG_ON, FT_CURVE_TAG_ON };
  short contours[1] = { 3 };
  FT_Outline square = { .n_contours = 1, .n_points = 4, .points = points, .tags = (void *) tags,
                        .contours = (void *) contours };
  MqGlyphPart part = { 0, 0, 0 };
  g_autoptr (MqTrueType) type = mq_truetype_new (MQ_STAND_IN_GLYPH + 1);
  MqFontBox box;

  mq_truetype_add_picture (type, &square, 1, 0);
  mq_truetype_add_slot (type, MQ_EM / 2, NULL, 0);
  mq_truetype_add_slot (type, MQ_EM / 2, &part, 1);
  return mq_truetype_finish (type, 800, -200, &box);
}

/**
 * mq_stand_in_new:
 *
 * Returns: (transfer full) (nullable): the typeface; %NULL when FreeType does not take it
 */
cairo_font_face_t *
mq_stand_in_new (void)
{
  static const cairo_user_data_key_t key;
  StandIn *stand_in = g_new0 (StandIn, 1);
  cairo_font_face_t *face;

  stand_in->file = make_file ();
  if (FT_Init_FreeType (&stand_in->library) != 0)
    {
      g_byte_array_unref (stand_in->file);
      g_free (stand_in);
      return NULL;
    }
  if (FT_New_Memory_Face (stand_in->library, stand_in->file->data, (FT_Long) stand_in->file->len, 0,
                          &stand_in->face) != 0)
    {
      FT_Done_FreeType (stand_in->library);
      g_byte_array_unref (stand_in->file);
      g_free (stand_in);
      return NULL;
    }
  /* Cairo keeps the face as long as it likes. */
  face = cairo_ft_font_face_create_for_ft_face (stand_in->face, FT_LOAD_NO_HINTING);
  cairo_font_face_set_user_data (face, &key, stand_in, stand_in_free);
  return face;
}
