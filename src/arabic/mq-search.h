/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-fold.h"

/* Searching texts for what a person typed, by folded forms.  What is found is a stretch of the text as it stands, whole:
 * with the vowel marks and the tatweel that follow its last letter, and never half a ligature.
 *
 * A whole word may have the letters before it that Arabic writes together with it: و ف ب ك ل ال لل, also one after the
 * other (وبالشركة has شركة).  They are not part of what is found. */

G_BEGIN_DECLS

typedef struct _MqSearch MqSearch;

/* bytes [start, end) of the text */
typedef struct { guint start, end; } MqFound;

MqSearch *mq_search_new   (const char *query, MqFoldLevel level, gboolean whole_words);
void      mq_search_free  (MqSearch *search);
gboolean  mq_search_empty (const MqSearch *search);
guint     mq_search_find  (const MqSearch *search, const char *text, GArray *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqSearch, mq_search_free)

G_END_DECLS
