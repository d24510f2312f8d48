/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-truetype.h"

/* An outline as the data of a TrueType glyph: inside of mq-truetype.c. */

G_BEGIN_DECLS

typedef struct {
  int x0, y0, x1, y1;
  guint n_points, n_contours;
  gboolean ink;               /* else there is nothing to see, and no box */
} MqGlyphBox;

void mq_glyph_box_add (MqGlyphBox *box, int x0, int y0, int x1, int y1);

/* numbers as font files have them: the high byte first */
void mq_put_16 (GByteArray *to, int value);
void mq_put_32 (GByteArray *to, guint32 value);

MqGlyphBox mq_truetype_outline (const FT_Outline *outline, double scale, double shear, GByteArray *to);

G_END_DECLS
