/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-date.h"
#include "mq-digits.h"
#include "mq-draft.h"
#include "mq-words.h"

/* House style: how Egypt, Iraq, or both write.  Read from the facts of the group `style` and, for the terms
 * of company law, from `company/law-country` and `company/seat-country`; a kind without such facts writes as
 * the joint style does. */

G_BEGIN_DECLS

typedef struct {
  gboolean iraqi;             /* style/house is iraq */
  gboolean egyptian;          /* style/house is egypt; neither: joint */
  gboolean iraqi_law;         /* terms of company law: of Iraq */
  MqDigits digits;
  MqMonths months;
  MqWordsOptions words;       /* spelling of hundred, tanween, repeated noun; case is set by the caller */
} MqHouse;

void mq_house_read (MqHouse *house, MqDraft *draft);
gboolean mq_house_touched_by (const MqChanges *changes);   /* house or law changed: everything is rendered anew */
/* paths of the facts that it is read from: NULL-terminated */
const char *const *mq_house_reads (void);
/* Words of the document's own (labels, notes, clauses) are kept in one spelling; these give that of the
 * house.  The first interns what it gives and suits a closed set of words, the second suits texts that are
 * edited. */
gboolean    mq_house_spells   (const MqHouse *house);       /* FALSE: all stays as it is kept */
const char *mq_house_spelling (const MqHouse *house, const char *text);
char       *mq_house_spell    (const MqHouse *house, const char *text);
/* the label of a fact, column or option in the document */
const char *mq_house_label (const MqHouse *house, const MqLabel *label, gboolean by_law);
/* the words that a fact's options and the fact itself are called by, ruled by the fact's iq-by */
const char *mq_house_field_label  (const MqHouse *house, const MqField *field);
const char *mq_house_option_label (const MqHouse *house, const MqField *field, const MqOption *option);

G_END_DECLS
