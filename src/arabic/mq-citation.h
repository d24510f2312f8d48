/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-digits.h"
#include "mq-ordinal.h"

/* How the divisions of a text are numbered and cited, in Egypt and in Iraq.
 *
 *   level   Egypt                                   Iraq
 *   1       ١-                                      أولاً:
 *   2       (أ)                                     أ-
 *   3       ١-                                      ١-
 *   4 …     –                                       –
 *   cited   البند (أ) من الفقرة الثانية من المادة (١٥)   المادة (١٥/أولاً/أ)
 */

G_BEGIN_DECLS

typedef enum { MQ_CITED_ARTICLE, MQ_CITED_ANNEX, MQ_CITED_PARAGRAPH, MQ_CITED_ITEM } MqCited;

/**
 * MqCitation:
 * @article: the number of the article, from 1
 * @paragraph: which paragraph of the article (level 1), from 1; 0: none is named
 * @item: which lettered item (level 2), from 1; 0: none is named
 * @point: which numbered point of the item (level 3), from 1; 0: none is named
 */
typedef struct { guint article, paragraph, item, point; } MqCitation;

char       *mq_division_label (guint n, guint level, gboolean iraqi, MqDigits digits, const MqWordsOptions *options);
char       *mq_citation       (const MqCitation *citation, gboolean iraqi, MqDigits digits,
                               const MqWordsOptions *options);
const char *mq_citation_noun  (MqCited what, guint n, MqCase case_);
gboolean    mq_citation_range (const guint *numbers, guint n);
char       *mq_citation_list  (MqCited what, const guint *numbers, guint n, MqCase case_, MqDigits digits);

G_END_DECLS
