/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Folding: two texts that a reader takes for the same word are brought to one form, for searching.
 *
 * Level 1 ignores vowel marks, tatweel, the forms of alif, the shape of digits and letter case; level 2 also
 * takes ى for ي, ة for ه, ؤ for و and ئ for ي.  Every character of the folded text knows where it comes from,
 * so that what was found can be marked in the text as it stands, with the marks that follow it.  Texts are
 * valid UTF-8. */

G_BEGIN_DECLS

typedef enum { MQ_FOLD_EXACT, MQ_FOLD_L1, MQ_FOLD_L2 } MqFoldLevel;

/**
 * MqFold:
 * @text: the folded text
 * @length: of @text, in bytes
 * @origin: for each byte of @text, and for its end, the byte in the source where what it comes from begins;
 *   the end of a run of folded bytes [a, b) in the source is origin[b]
 */
typedef struct {
  char *text;
  gsize length;
  guint32 *origin;
} MqFold;

char    *mq_fold          (const char *text, MqFoldLevel level);
MqFold  *mq_fold_new      (const char *text, MqFoldLevel level);
void     mq_fold_free     (MqFold *fold);

char    *mq_isolate       (const char *text);
char    *mq_strip_marks   (const char *text);
gboolean mq_is_latin_run  (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqFold, mq_fold_free)

G_END_DECLS
