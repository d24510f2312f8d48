/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <ft2build.h>
#include FT_OUTLINE_H

/* Writes a TrueType file: glyphs that are put together from pictures, and behind them the pictures, which are
 * outlines of any face.  It knows nothing of text; mq-docfont.h decides what goes in.
 *
 *   MqTrueType *type = mq_truetype_new (n_slots);
 *   mq_truetype_add_picture (type, outline, scale, shear);           picture 0, then 1, …
 *   mq_truetype_add_slot (type, advance, parts, n_parts);            for each of the n_slots, glyph 0 first
 *   file = mq_truetype_finish (type, ascent, descent, &box);
 *
 * An em has MQ_EM units, as widths in a PDF have, so that nothing is rounded twice. */

G_BEGIN_DECLS

#define MQ_EM 1000

/* A picture in a slot, and how far it is moved. */
typedef struct {
  guint picture;
  int dx, dy;
} MqGlyphPart;

/* What a PDF says about a font as a whole; units of the em. */
typedef struct {
  int x0, y0, x1, y1;
  int ascent, descent;
} MqFontBox;

typedef struct _MqTrueType MqTrueType;

MqTrueType *mq_truetype_new  (guint n_slots);
void        mq_truetype_free (MqTrueType *type);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqTrueType, mq_truetype_free)

/* @outline: of FreeType, curves of either degree; NULL: an empty picture.  @scale: units of the em for one of
 * the outline; @shear: of a slanted face, how far a point moves to the right for each unit of height. */
void mq_truetype_add_picture (MqTrueType *type, const FT_Outline *outline, double scale, double shear);
void mq_truetype_add_slot    (MqTrueType *type, guint advance, const MqGlyphPart *parts, guint n_parts);
/* NULL: more glyphs than a font can have */
GByteArray *mq_truetype_finish (MqTrueType *type, int ascent, int descent, MqFontBox *box);

G_END_DECLS
