/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-docfont-face.h"

#include <math.h>
#include FT_FREETYPE_H
#include <string.h>

/* How much fatter a face is made that has no bold of its own, in parts of the em. */
#define BOLDER (1.0 / 24)

typedef struct {
  char *file;
  int index;
  double shear;
  gboolean bolder;
  guint first;                /* its first picture */
  GArray *glyphs;             /* guint32, in the order in which they were first used */
  GHashTable *places;         /* glyph → its place in glyphs */
} Face;

struct _MqFaces {
  GPtrArray *all;             /* Face */
};

static void
face_free (gpointer pointer)
{
  Face *face = pointer;

  g_free (face->file);
  g_array_unref (face->glyphs);
  g_hash_table_unref (face->places);
  g_free (face);
}

MqFaces *
mq_faces_new (void)
{
  MqFaces *faces = g_new0 (MqFaces, 1);

  faces->all = g_ptr_array_new_with_free_func (face_free);
  return faces;
}

void
mq_faces_free (MqFaces *faces)
{
  g_ptr_array_unref (faces->all);
  g_free (faces);
}

guint
mq_faces_find (MqFaces *faces, FcPattern *pattern, double shear)
{
  FcChar8 *file = NULL;
  FcBool bolder = FcFalse;
  int index = 0;
  Face *face;

  FcPatternGetString (pattern, FC_FILE, 0, &file);
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);
  FcPatternGetBool (pattern, FC_EMBOLDEN, 0, &bolder);
  for (guint i = 0; i < faces->all->len; i++)
    {
      face = g_ptr_array_index (faces->all, i);
      if (g_strcmp0 (face->file, (const char *) file) == 0 && face->index == index
          && fabs (face->shear - shear) < 1e-3 && face->bolder == (bolder == FcTrue))
        return i;
    }
  face = g_new0 (Face, 1);
  face->file = g_strdup ((const char *) file);
  face->index = index;
  face->shear = shear;
  face->bolder = bolder == FcTrue;
  face->glyphs = g_array_new (FALSE, FALSE, sizeof (guint32));
  face->places = g_hash_table_new (NULL, NULL);
  g_ptr_array_add (faces->all, face);
  return faces->all->len - 1;
}

void
mq_faces_use (MqFaces *faces, guint number, guint32 glyph)
{
  Face *face = g_ptr_array_index (faces->all, number);

  if (g_hash_table_contains (face->places, GUINT_TO_POINTER (glyph)))
    return;
  g_hash_table_insert (face->places, GUINT_TO_POINTER (glyph), GUINT_TO_POINTER (face->glyphs->len));
  g_array_append_val (face->glyphs, glyph);
}

guint
mq_faces_picture (const MqFaces *faces, guint number, guint32 glyph)
{
  const Face *face = g_ptr_array_index (faces->all, number);

  return face->first + GPOINTER_TO_UINT (g_hash_table_lookup (face->places, GUINT_TO_POINTER (glyph)));
}

static void
add_glyphs (const Face *face, FT_Face type_face, MqTrueType *type)
{
  double scale = (double) MQ_EM / type_face->units_per_EM;

  for (guint i = 0; i < face->glyphs->len; i++)
    {
      FT_GlyphSlot glyph = type_face->glyph;
      gboolean drawn = FT_Load_Glyph (type_face, g_array_index (face->glyphs, guint32, i),
                                      FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) == 0
                       && glyph->format == FT_GLYPH_FORMAT_OUTLINE && glyph->outline.n_points > 0;

      if (drawn && face->bolder)
        FT_Outline_Embolden (&glyph->outline, (FT_Pos) lrint (BOLDER * type_face->units_per_EM));
      mq_truetype_add_picture (type, drawn ? &glyph->outline : NULL, scale, face->shear);
    }
}

gboolean
mq_faces_add_pictures (MqFaces *faces, MqTrueType *type, int *ascent, int *descent)
{
  FT_Library library;
  guint n = 0;
  gboolean read = FT_Init_FreeType (&library) == 0;

  *ascent = 800;
  *descent = -200;
  if (!read)
    return FALSE;
  for (guint i = 0; read && i < faces->all->len; i++)
    {
      Face *face = g_ptr_array_index (faces->all, i);
      FT_Face type_face;

      face->first = n;
      n += face->glyphs->len;
      read = face->file != NULL && FT_New_Face (library, face->file, face->index, &type_face) == 0;
      if (!read)
        break;
      if (i == 0)
        {
          *ascent = (int) lrint ((double) MQ_EM * type_face->ascender / type_face->units_per_EM);
          *descent = (int) lrint ((double) MQ_EM * type_face->descender / type_face->units_per_EM);
        }
      add_glyphs (face, type_face, type);
      FT_Done_Face (type_face);
    }
  FT_Done_FreeType (library);
  return read;
}
