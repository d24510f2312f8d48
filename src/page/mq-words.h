/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-shaper.h"

/* The cache of words, by all that their picture depends on (the key in MqWord): inside of the shaper. */

G_BEGIN_DECLS

typedef struct _MqWords MqWords;

MqWords *mq_words_new  (void);
void     mq_words_free (MqWords *words);

const MqWord *mq_words_get (MqWords *words, const MqWord *key, const PangoAnalysis *analysis);

guint mq_words_count         (MqWords *words);
guint mq_words_count_missing (MqWords *words);
GPtrArray *mq_words_missing  (MqWords *words);

G_END_DECLS
