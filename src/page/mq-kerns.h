/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-shaper.h"

/* Kerns between words: inside of the shaper.
 *
 * Words do not depend on each other, unless the font has a rule that names the space glyph.  The glyphs of
 * such rules are collected once a font; only when both neighbours are among them are two words shaped
 * together, once for each pair of glyphs.  (In Amiri a kaf moves 244/1000 em towards a letter like teh
 * marbuta, over the space.)  Words that follow each other without a space are always looked at. */

G_BEGIN_DECLS

typedef struct _MqKerns MqKerns;

MqKerns *mq_kerns_new  (void);
void     mq_kerns_free (MqKerns *kerns);

int mq_kerns_between (MqKerns *kerns, const MqWord *first, const MqWord *second, const MqWord *space,
                      const char *text, int length, const char *paragraph, int paragraph_length,
                      const PangoAnalysis *analysis);

G_END_DECLS
