/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-shaper.h"

/* The cache of words, by all that their picture depends on (the key in MqWord): inside of the shaper. */

G_BEGIN_DECLS

typedef struct _MqWordCache MqWordCache;

MqWordCache *mq_word_cache_new  (void);
void         mq_word_cache_free (MqWordCache *cache);

const MqWord *mq_word_cache_get (MqWordCache *cache, const MqWord *key, const PangoAnalysis *analysis);

guint      mq_word_cache_count         (MqWordCache *cache);
guint      mq_word_cache_count_missing (MqWordCache *cache);
GPtrArray *mq_word_cache_missing       (MqWordCache *cache);

G_END_DECLS
