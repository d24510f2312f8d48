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
/* What is printed, the document's own words and texts that were entered, stands in the spelling of the house.  The
 * second interns what it gives and suits a closed set of words, the third suits texts that are edited. */
gboolean    mq_house_spells   (const MqHouse *house, const char *text);   /* whether it is spelt otherwise */
const char *mq_house_spelling (const MqHouse *house, const char *text);
char       *mq_house_spell    (const MqHouse *house, const char *text);
/* a label in Arabic, as Egypt or Iraq has it, in the spelling of the kind: for the interface */
const char *mq_house_label (const MqHouse *house, const MqLabel *label, gboolean by_law);
/* in the interface: what a fact or column is called, in its language */
const char *mq_house_field_title  (const MqHouse *house, const MqField *field);
/* in the document: what a fact, a column or an option is called, ruled by the fact's iq-by, in the house's spelling */
const char *mq_house_field_label  (const MqHouse *house, const MqField *field);
const char *mq_house_option_label (const MqHouse *house, const MqField *field, const MqOption *option);

G_END_DECLS
