/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-house.h"

#define HOUSE "style/house"
#define DIGITS "style/digits"
#define STYLE_OF_HUNDRED "style/hundred"
#define STYLE_OF_TANWEEN "style/tanween"
#define REPEAT_NOUN "style/repeat-noun"
#define LAW "company/law-country"
#define SEAT "company/seat-country"

/**
 * mq_house_reads:
 *
 * Returns: (transfer none): the paths of the facts that house style is read from
 */
const char *const *
mq_house_reads (void)
{
  static const char *const paths[] = { HOUSE, DIGITS, STYLE_OF_HUNDRED, STYLE_OF_TANWEEN, REPEAT_NOUN, LAW,
                                       SEAT, NULL };

  return paths;
}

/* Whether the terms of company law are those of Iraq.  Under a treaty, or while no law is chosen, the country
 * of the seat tells whose registrar and whose company law are meant; without a seat the house does. */
static gboolean
has_iraqi_law (MqDraft *draft, gboolean iraqi_house)
{
  static const char *const sources[] = { LAW, SEAT };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      const char *country = mq_draft_value (draft, sources[i]);

      if (g_strcmp0 (country, "iraq") == 0)
        return TRUE;
      if (g_strcmp0 (country, "egypt") == 0)
        return FALSE;
    }
  return iraqi_house;
}

/**
 * mq_house_read:
 * @house: (out caller-allocates): gets the house style
 * @draft: a draft
 *
 * The terms of company law follow the law that the company is founded under; where there is none yet, or it
 * is a treaty, the country of its seat; without a seat, the house.
 */
void
mq_house_read (MqHouse *house, MqDraft *draft)
{
  g_return_if_fail (house != NULL && draft != NULL);

  *house = (MqHouse) { .words = MQ_WORDS_OPTIONS_DEFAULT };
  house->iraqi = g_strcmp0 (mq_draft_value (draft, HOUSE), "iraq") == 0;
  house->egyptian = g_strcmp0 (mq_draft_value (draft, HOUSE), "egypt") == 0;
  house->iraqi_law = has_iraqi_law (draft, house->iraqi);
  house->digits = g_strcmp0 (mq_draft_value (draft, DIGITS), "latin") == 0 ? MQ_DIGITS_LATIN
                                                                            : MQ_DIGITS_ARABIC;
  house->months = house->iraqi ? MQ_MONTHS_IQ : house->egyptian ? MQ_MONTHS_EG : MQ_MONTHS_BOTH;
  house->words.hundred_with_alif = g_strcmp0 (mq_draft_value (draft, STYLE_OF_HUNDRED), "maia") == 0;
  house->words.tanween_before_alif = g_strcmp0 (mq_draft_value (draft, STYLE_OF_TANWEEN), "before-alif") == 0;
  house->words.repeat_noun = g_strcmp0 (mq_draft_value (draft, REPEAT_NOUN), "false") != 0;
}

/**
 * mq_house_touched_by:
 * @changes: what a step changed
 *
 * Returns: whether the house style may be another now
 */
gboolean
mq_house_touched_by (const MqChanges *changes)
{
  const char *const *paths = mq_house_reads ();

  g_return_val_if_fail (changes != NULL, FALSE);

  for (guint i = 0; i < changes->paths->len; i++)
    if (g_strv_contains (paths, g_ptr_array_index (changes->paths, i)))
      return TRUE;
  return FALSE;
}

/* ---- spelling ---- */

/* A spelling that houses differ in: the text to be replaced, and what stands in its place. */
typedef struct { const char *from, *to; } Respelling;

static const Respelling tanween_before_alif[] = { { "\u0627\u064B", "\u064B\u0627" }, { NULL, NULL } };
static const Respelling tanween_after_alif[] = { { "\u064B\u0627", "\u0627\u064B" }, { NULL, NULL } };
/* مئة, and of two hundred مئتا, مئتي, but not مئوية, which has no alif in any spelling */
static const Respelling hundred_with_alif[] = {
  { "\u0645\u0626\u0629", "\u0645\u0627\u0626\u0629" },
  { "\u0645\u0626\u062A\u0627", "\u0645\u0627\u0626\u062A\u0627" },
  { "\u0645\u0626\u062A\u064A", "\u0645\u0627\u0626\u062A\u064A" },
  { NULL, NULL }
};
static const Respelling hundred_without_alif[] = {
  { "\u0645\u0627\u0626\u0629", "\u0645\u0626\u0629" },
  { "\u0645\u0627\u0626\u062A\u0627", "\u0645\u0626\u062A\u0627" },
  { "\u0645\u0627\u0626\u062A\u064A", "\u0645\u0626\u062A\u064A" },
  { NULL, NULL }
};

static const Respelling *
tanween_of (const MqHouse *house)
{
  return house->words.tanween_before_alif ? tanween_before_alif : tanween_after_alif;
}

static const Respelling *
hundred_of (const MqHouse *house)
{
  return house->words.hundred_with_alif ? hundred_with_alif : hundred_without_alif;
}

static gboolean
concerns (const Respelling *all, const char *text)
{
  for (; all->from != NULL; all++)
    if (strstr (text, all->from) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * mq_house_spells:
 * @house: a house style
 * @text: a text
 *
 * Returns: whether the house spells @text otherwise than it stands
 */
gboolean
mq_house_spells (const MqHouse *house, const char *text)
{
  g_return_val_if_fail (house != NULL && text != NULL, FALSE);

  return concerns (tanween_of (house), text) || concerns (hundred_of (house), text);
}

static void
respell (GString *text, const Respelling *all)
{
  for (; all->from != NULL; all++)
    g_string_replace (text, all->from, all->to, 0);
}

/**
 * mq_house_spell:
 * @house: a house style
 * @text: a text, in either spelling or a mixture
 *
 * Returns: (transfer full): @text as the house spells it: tanween before or behind its alif, مئة or مائة
 */
char *
mq_house_spell (const MqHouse *house, const char *text)
{
  GString *spelt;

  g_return_val_if_fail (house != NULL && text != NULL, NULL);

  if (!mq_house_spells (house, text))
    return g_strdup (text);
  spelt = g_string_new (text);
  respell (spelt, tanween_of (house));
  respell (spelt, hundred_of (house));
  return g_string_free (spelt, FALSE);
}

/**
 * mq_house_spelling:
 * @house: a house style
 * @text: (nullable): words of the kind: a label, a note
 *
 * Returns: (transfer none) (nullable): @text as the house spells it; interned if it is not @text itself
 */
const char *
mq_house_spelling (const MqHouse *house, const char *text)
{
  g_autofree char *spelt = NULL;

  g_return_val_if_fail (house != NULL, NULL);

  if (text == NULL || !mq_house_spells (house, text))
    return text;
  spelt = mq_house_spell (house, text);
  return g_intern_string (spelt);
}

/* ---- labels ---- */

/**
 * mq_house_label:
 * @house: a house style
 * @label: a label
 * @by_law: whether it is a term of company law
 *
 * Returns: (transfer none): the Arabic of @label, of Egypt or of Iraq, in the spelling of the kind
 */
const char *
mq_house_label (const MqHouse *house, const MqLabel *label, gboolean by_law)
{
  gboolean iraqi;

  g_return_val_if_fail (house != NULL && label != NULL, NULL);

  iraqi = by_law ? house->iraqi_law : house->iraqi;
  return iraqi && label->ar_iq != NULL ? label->ar_iq : label->ar;
}

/**
 * mq_house_field_title:
 * @house: a house style
 * @field: a fact or column
 *
 * Returns: (transfer none): what it is called in the interface: in its language; Arabic as Egypt or Iraq has it
 */
const char *
mq_house_field_title (const MqHouse *house, const MqField *field)
{
  const char *arabic;

  g_return_val_if_fail (house != NULL && field != NULL, NULL);

  arabic = mq_house_label (house, &field->label, field->iq_by_law);
  return mq_label_shown (&field->label, arabic != NULL ? arabic : field->path);
}

/**
 * mq_house_field_label:
 * @house: a house style
 * @field: a fact or column
 *
 * Returns: (transfer none): what it is called in the document
 */
const char *
mq_house_field_label (const MqHouse *house, const MqField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return mq_house_spelling (house, mq_house_label (house, &field->label, field->iq_by_law));
}

/**
 * mq_house_option_label:
 * @house: a house style
 * @field: a fact or column
 * @option: one of its options
 *
 * Returns: (transfer none): what it is called in the document
 */
const char *
mq_house_option_label (const MqHouse *house, const MqField *field, const MqOption *option)
{
  g_return_val_if_fail (field != NULL && option != NULL, NULL);

  return mq_house_spelling (house, mq_house_label (house, &option->label, field->iq_by_law));
}
