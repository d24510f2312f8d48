/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

/* Text becomes bits: words and the spaces between them.  Pango says which font and direction a word has and
 * shapes it, each distinct word once; src/page/README.md says what the key of the cache is, and why words do
 * not depend on each other but for one kern.
 *
 *   MqShaper *shaper = mq_shaper_new ();
 *   mq_shaper_bits (shaper, text, strlen (text), mq_look_attributes (MQ_LOOK_PARA, FALSE), width, bits);
 *   mq_para_set (&para, bits, width, MQ_ALIGN_JUSTIFY, MQ_FIT_OPTIMUM);
 *
 * The words belong to the shaper: bits and paragraphs must not be used after it is freed.  A shaper belongs
 * to the thread that made it.  It never forgets a word: that is some 150 bytes for each new one that is
 * typed. */

G_BEGIN_DECLS

/* A word as it was shaped.  Shared by all bits that print it; never changed. */
typedef struct {
  /* the key */
  PangoFont *font;
  const char *text;           /* not terminated */
  guint16 length;             /* bytes */
  guint8 rtl, script;         /* direction; PangoScript */
  gunichar before, after;     /* the letters of other runs that join it, or 0 */
  /* the picture, from left to right; Pango units */
  int width;
  guint16 n_glyphs, n_missing;    /* n_missing: characters that no font has */
  PangoGlyphInfo *glyphs;
  int *clusters;              /* byte in the word that each glyph comes from */
} MqWord;

typedef enum {
  MQ_BIT_GLUE = 1 << 0,       /* a space: stretches and shrinks */
  MQ_BIT_BREAK = 1 << 1,      /* a line may end after it */
  MQ_BIT_MUST = 1 << 2,       /* a line ends after it */
} MqBitFlags;

typedef struct {
  const MqWord *word;
  guint32 offset;             /* bytes, in the text */
  guint16 length;
  guint8 level;               /* bidi; odd: from right to left */
  guint8 flags;               /* MqBitFlags */
  gint32 kern;                /* Pango units: what the font adds between this bit and the next one */
} MqBit;

typedef struct _MqShaper MqShaper;

MqShaper *mq_shaper_new  (void);
void      mq_shaper_free (MqShaper *shaper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqShaper, mq_shaper_free)

void mq_shaper_bits (MqShaper *shaper, const char *text, gsize length, PangoAttrList *attributes, int width,
                     GArray *bits);

int mq_shaper_width (MqShaper *shaper, const char *text, PangoAttrList *attributes, int *widest);

guint mq_shaper_n_words   (MqShaper *shaper);
guint mq_shaper_n_missing (MqShaper *shaper);
GPtrArray *mq_shaper_missing (MqShaper *shaper);

G_END_DECLS
