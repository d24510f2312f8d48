/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-count.h"

/* Numbers that order: «المادة الحادية والعشرون», «أولاً», and the letters أ ب ج د. */

G_BEGIN_DECLS

#define MQ_ORDINAL_MAX 999
#define MQ_ABJAD_MAX 812

char *mq_ordinal         (guint n, MqGender gender, gboolean definite, const MqWordsOptions *options);
char *mq_ordinal_article (guint n, const MqWordsOptions *options);
char *mq_adverbial       (guint n, const MqWordsOptions *options);
char *mq_abjad           (guint n);

G_END_DECLS
