/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <fontconfig/fontconfig.h>
#include "mq-truetype.h"

/* The faces that the document font takes its pictures from, and which of their glyphs: inside of
 * mq-docfont.c. */

G_BEGIN_DECLS

typedef struct _MqFaces MqFaces;

MqFaces *mq_faces_new  (void);
void     mq_faces_free (MqFaces *faces);

/* The number of the face that a pattern of fontconfig's stands for; @shear: how far it is slanted. */
guint mq_faces_find    (MqFaces *faces, FcPattern *pattern, double shear);
void  mq_faces_use     (MqFaces *faces, guint face, guint32 glyph);
/* FALSE: a face cannot be read.  Ascent and descent are the first face's, in units of the em. */
gboolean mq_faces_add_pictures (MqFaces *faces, MqTrueType *type, int *ascent, int *descent);
/* The number of the picture, once they are added. */
guint mq_faces_picture (const MqFaces *faces, guint face, guint32 glyph);

G_END_DECLS
