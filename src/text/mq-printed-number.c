/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-count.h"
#include "mq-ordinal.h"
#include "mq-render-private.h"

/* Numbers in the words of the document: amounts, percentages, what is counted and what is put in order. */

static MqWordsOptions
words_of (MqRendering *rendering, const MqForm *form)
{
  MqWordsOptions options = rendering->renderer->house.words;

  mq_case_parse (form->grammatical_case, &options.case_);
  return options;
}

/* «خمسة أسهم»: (transfer full); NULL when the kind has no such noun. */
char *
mq_printed_count (MqRendering *rendering, gint64 n, const char *name, const MqForm *form)
{
  const MqHouse *house = &rendering->renderer->house;
  const MqNoun *noun = name != NULL ? mq_kind_noun (rendering->renderer->kind, name) : NULL;
  MqWordsOptions options = words_of (rendering, form);

  return noun != NULL ? mq_count (n, noun, &options, house->iraqi) : NULL;
}

/* «الخامسة», with what it orders outside; NULL: no number that orders. */
static char *
ordinal_text (MqRendering *rendering, const char *value, const MqForm *form)
{
  MqWordsOptions options = words_of (rendering, form);
  MqDecimal number;
  gint64 n;

  if (!mq_decimal_parse (value, &number) || !mq_decimal_to_int (number, &n) || n < 1 || n > MQ_ORDINAL_MAX)
    return NULL;
  return mq_ordinal ((guint) n, g_strcmp0 (form->gender, "f") == 0 ? MQ_GENDER_FEMININE : MQ_GENDER_MASCULINE,
                     TRUE, &options);
}

/* A number without a currency: counted, in order, as a percentage, or as a figure. */
static char *
number_text (MqRendering *rendering, const char *value, const char *unit, gboolean grouped,
             const MqForm *form)
{
  const MqHouse *house = &rendering->renderer->house;
  char *text = NULL;
  gint64 n;
  MqDecimal number;

  if (!mq_decimal_parse (value, &number))
    return mq_mixed_text (value, house->digits, TRUE);
  if (mq_form_is (form, "count") && mq_decimal_to_int (number, &n))
    text = mq_printed_count (rendering, n, form->noun != NULL ? form->noun : unit, form);
  if (mq_form_is (form, "ordinal"))
    text = ordinal_text (rendering, value, form);
  if (text != NULL)
    return text;
  if (mq_form_is (form, "percent"))
    return mq_percent_text (value, house->digits);
  return grouped ? mq_digits_group (value, house->digits) : mq_digits_shape (value, house->digits);
}

/* A number of a clause. */
char *
mq_printed_number (MqRendering *rendering, const char *number, const MqForm *form)
{
  return number_text (rendering, number, NULL, FALSE, form);
}

/* An amount: in words, with its currency, or as a figure when that is not known (transfer full). */
char *
mq_printed_money (MqRendering *rendering, const MqWhere *place, const char *value, const MqForm *form)
{
  const MqHouse *house = &rendering->renderer->house;
  MqWhere place_of_currency;
  const char *currency = NULL;
  char *text = NULL;

  if (mq_printed_currency (rendering, place, &place_of_currency))
    currency = mq_printed_raw (rendering, &place_of_currency);
  if (currency != NULL && mq_form_is (form, "words"))
    {
      MqWordsOptions options = words_of (rendering, form);

      options.long_style = g_strcmp0 (form->style, "short") != 0;
      options.wrap = g_strcmp0 (form->wrap, "true") == 0;
      text = mq_words_amount (value, currency, &options, NULL);
    }
  if (text == NULL && currency != NULL && mq_currency_known (currency))
    text = mq_money_text (value, currency, house->digits, !rendering->in_cell);
  if (text == NULL)
    text = mq_digits_group (value, house->digits);
  mq_where_clear (&place_of_currency);
  return text;
}

/* A whole number: counted by the unit of its field, in order, or as a figure (transfer full). */
char *
mq_printed_int (MqRendering *rendering, const MqField *field, const char *value, const MqForm *form)
{
  const MqHouse *house = &rendering->renderer->house;
  gboolean counted = field->unit != NULL && !g_str_equal (field->unit, "percent");
  MqDecimal number;
  gint64 n;

  if (field->ordinal && (form == NULL || form->form == NULL)
      && mq_decimal_parse (value, &number) && mq_decimal_to_int (number, &n) && n >= 1 && n <= MQ_ORDINAL_MAX)
    {
      MqWordsOptions options = house->words;

      options.case_ = MQ_CASE_NOM;
      return mq_ordinal ((guint) n, MQ_GENDER_MASCULINE, TRUE, &options);
    }
  return number_text (rendering, value, field->unit, counted && rendering->in_cell, form);
}

/* A percentage in words; one with a fraction that has no word is a figure. */
char *
mq_printed_percent_words (MqRendering *rendering, const MqField *field, const char *value, const MqForm *form)
{
  MqRenderer *renderer = rendering->renderer;
  MqWordsOptions options = words_of (rendering, form);
  char *text = mq_words_percent (value, renderer->house.iraqi, &options, NULL);

  return text != NULL ? text : mq_printed_percent (renderer, field, value);
}

/* Two decimals belong to what is computed; a rate that was entered stands as it was entered. */
char *
mq_printed_percent (MqRenderer *renderer, const MqField *field, const char *value)
{
  return field->formula != NULL ? mq_share_text (value, renderer->house.digits)
                                : mq_percent_text (value, renderer->house.digits);
}
