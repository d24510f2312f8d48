/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-count.h"

/* For the files of this layer only: how numbers and what they count are put into words.  The rules are those
 * of formal Arabic, and stand at their place in mq-numeral-pieces.c (below a hundred) and
 * mq-numeral.c.  The functions look at these options: hundred_with_alif,
 * tanween_before_alif and repeat_noun; the case is given apart, for it differs within a phrase. */

G_BEGIN_DECLS

/* from here on numbers have no words */
#define MQ_NUMERAL_LIMIT G_GUINT64_CONSTANT (1000000000000000)

/* What a number counts. */
typedef struct {
  const MqNoun *noun;
  const char *plural;    /* of the noun, as the house style has it */
  const char *adjective; /* (nullable): masculine singular, follows the first mention: مصري */
} MqCounted;

void mq_numeral_put         (GString *out, const char *words, const MqWordsOptions *options);
void mq_numeral_put_tens    (GString *out, guint tens, MqCase case_);
void mq_numeral_put_hundred (GString *out, guint hundreds, MqCase case_, gboolean construct,
                             const MqWordsOptions *options);
void mq_numeral_put_number  (GString *out, guint64 n, const MqCounted *counted, MqCase case_,
                             const MqWordsOptions *options);

/* The same into memory, where there must be room: for the number MQ_NUMERAL_ROOM bytes (below a thousand
 * MQ_NUMERAL_ROOM_OF_GROUP do), and for what is counted twice its longest form, its adjective and MQ_NUMERAL_ENDINGS.  The
 * end of the words is given back. */
#define MQ_NUMERAL_ROOM_OF_GROUP 80
#define MQ_NUMERAL_ROOM (5 * MQ_NUMERAL_ROOM_OF_GROUP)
#define MQ_NUMERAL_ENDINGS 96
char *mq_numeral_write (char *p, guint64 n, const MqCounted *counted, MqCase case_, const MqWordsOptions *options);

/* the form of the noun after a figure, for which nothing is left to decline: ٣ أسهم، ١١ سهماً، ١٠٠ سهم */
const char *mq_numeral_form_after_figure (guint64 n, const MqNoun *noun, const char *plural);

G_END_DECLS
