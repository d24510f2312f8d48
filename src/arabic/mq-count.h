/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-words.h"

/* Counted nouns, whose form follows the number: «ثلاثة أسهم», «أحد عشر سهماً», «مئة سهم وسهم واحد». */

G_BEGIN_DECLS

typedef enum { MQ_GENDER_MASCULINE, MQ_GENDER_FEMININE } MqGender;

/**
 * MqNoun:
 * @name: indefinite singular: سهم
 * @gender: of the singular; the numeral agrees with it, whatever the plural is
 * @plural: as it stands after 3 to 10, in the genitive: أسهم
 * @accusative: singular, as it stands after 11 to 99: سهماً
 * @dual: (nullable): nominative dual, or NULL if it is regular: سهمان
 * @iq_plural: (nullable): @plural in Iraqi usage, where it differs: مشاريع
 */
typedef struct {
  char *name;
  MqGender gender;
  char *plural;
  char *accusative;
  char *dual;
  char *iq_plural;
} MqNoun;

char *mq_count        (gint64 n, const MqNoun *noun, const MqWordsOptions *options, gboolean iraqi);
char *mq_count_figure (gint64 n, const MqNoun *noun, MqDigits digits, const MqWordsOptions *options,
                       gboolean iraqi);

G_END_DECLS
