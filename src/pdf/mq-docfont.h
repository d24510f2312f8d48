/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-shaper.h"
#include "mq-truetype.h"

/* The one font of a PDF.
 *
 * Readers take text out of a PDF glyph by glyph, so every glyph here stands for exactly one character: a
 * slot. It has the character, an advance, and a picture that is put together from glyphs of any typeface.  A
 * ligature of three letters is three slots: the picture sits on the first one, the others have their share of
 * the width, so that a caret or a highlight goes from letter to letter.  Where a line needs the same letter
 * with other advance or a moved picture, that is another slot.
 *
 * A slot's number is at once its code in the text, its glyph in the font file and its CID in the PDF.  So
 * text can be written before the font is, and the font is made last, from the slots that were asked for.
 *
 * A font belongs to one export. */

G_BEGIN_DECLS

/* Width of a mark (tashkeel), units of the em: with less, Chromium puts a space between it and its letter. */
#define MQ_MARK_WIDTH 60

/* A character of a word. */
typedef struct {
  gunichar character;
  guint16 code;
  guint16 byte;               /* where it begins in the word's text */
  int x, advance;             /* units of the em; x from the word's left end */
  gboolean mark;
} MqSlot;

typedef struct _MqDocFont MqDocFont;

MqDocFont *mq_doc_font_new  (void);
void       mq_doc_font_free (MqDocFont *font);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqDocFont, mq_doc_font_free)

/* The size in points that a font of Pango's has. */
double mq_doc_font_size (MqDocFont *font, PangoFont *of);
/* The slots of a word, from left to right: (transfer full), of MqSlot.  @width: of the word, units of the em.
 * */
GArray *mq_doc_font_slots (MqDocFont *font, const MqWord *word, int *width);

/* Codes: of a character without a picture; of a slot with its picture moved; with less advance. */
guint16 mq_doc_font_blank    (MqDocFont *font, gunichar character, int advance);
guint16 mq_doc_font_moved    (MqDocFont *font, guint16 code, int dx);
guint16 mq_doc_font_narrowed (MqDocFont *font, guint16 code, int by);

/* NULL: the document has more different letters than a font can have, or a face cannot be read */
GByteArray *mq_doc_font_file    (MqDocFont *font, MqFontBox *box);
/* For the PDF's dictionary: the advances from code 1 on, and the table from codes to characters. */
GString    *mq_doc_font_widths  (MqDocFont *font);
GString    *mq_doc_font_unicode (MqDocFont *font);

G_END_DECLS
