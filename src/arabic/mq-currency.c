/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-currency.h"

#include "mq-decimal.h"
#include "mq-numeral.h"

#define NBSP "\u00A0"

static const MqCurrency currencies[] = {
  { "EGP", 2,
    { "جنيه", MQ_GENDER_MASCULINE, "جنيهات", "جنيهاً", NULL, NULL },
    { "قرش", MQ_GENDER_MASCULINE, "قروش", "قرشاً", NULL, NULL },
    "مصري" },
  { "IQD", 3,
    { "دينار", MQ_GENDER_MASCULINE, "دنانير", "ديناراً", NULL, NULL },
    { "فلس", MQ_GENDER_MASCULINE, "فلوس", "فلساً", NULL, NULL },
    "عراقي" },
  { "USD", 2,
    { "دولار", MQ_GENDER_MASCULINE, "دولارات", "دولاراً", NULL, NULL },
    { "سنت", MQ_GENDER_MASCULINE, "سنتات", "سنتاً", NULL, NULL },
    "أمريكي" },
};

/* Codes are three letters, which is quicker compared than called for. */
static inline gboolean
is_code (const char *known, const char *code)
{
  return code[0] == known[0] && code[1] == known[1] && code[2] == known[2] && code[3] == '\0';
}

const MqCurrency *
mq_currency_find (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (currencies); i++)
    if (is_code (currencies[i].code, code))
      return &currencies[i];

  return NULL;
}

/**
 * mq_currency_known:
 * @code: (nullable): an ISO 4217 code
 *
 * Returns: whether amounts in this currency can be printed
 */
gboolean
mq_currency_known (const char *code)
{
  return mq_currency_find (code) != NULL;
}

/**
 * mq_currency_decimals:
 * @code: (nullable): an ISO 4217 code
 *
 * Returns: how many decimals an amount may have: 2 for EGP and USD, 3 for IQD; -1 if the currency is not
 *   known
 */
int
mq_currency_decimals (const char *code)
{
  const MqCurrency *currency = mq_currency_find (code);

  return currency != NULL ? (int) currency->decimals : -1;
}

/* The adjective after the form of the noun that @n asks for: دنانير عراقية، ديناراً عراقياً، دينار عراقي. */
static const char *
adjective_ending (guint64 n, const MqNoun *noun)
{
  const char *form = mq_numeral_form_after_figure (n, noun, noun->plural);

  if (form == noun->plural)
    return "ة";

  return form == noun->accusative ? "اً" : "";
}

/**
 * mq_money_text:
 * @amount: a decimal in ASCII digits, in the currency's own unit
 * @currency: an ISO 4217 code
 * @digits: the digits of the document
 * @long_style: with the adjective of the country
 *
 * An amount in figures: «٣ دنانير»، «١١ ديناراً»، «١٠٬٠٠٠٬٠٠٠٬٠٠٠ دينار عراقي».  Figure and noun are joined
 * by a space that does not break.  Zeros at the end of the decimals are dropped; an amount that has other
 * decimals takes the singular.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if @amount is no decimal or the currency is not
 *   known
 */
char *
mq_money_text (const char *amount, const char *currency, MqDigits digits, gboolean long_style)
{
  const MqCurrency *found = mq_currency_find (currency);
  g_autofree char *ascii = NULL, *figure = NULL;
  const char *form, *ending;
  MqDecimal value;
  guint64 n;

  g_return_val_if_fail (amount != NULL, NULL);

  if (found == NULL || !mq_decimal_parse (amount, &value))
    return NULL;

  value = mq_decimal_normalize (value);
  ascii = mq_decimal_to_string (value);
  figure = mq_digits_group (ascii, digits);

  /* a number whose form is the singular, where there are decimals */
  n = value.scale > 0 ? 100 : (guint64) ((value.digits < 0 ? -value.digits : value.digits) % 100);
  form = mq_numeral_form_after_figure (n, &found->major, found->major.plural);
  ending = adjective_ending (n, &found->major);

  return long_style ? g_strconcat (figure, NBSP, form, " ", found->adjective, ending, NULL)
                    : g_strconcat (figure, NBSP, form, NULL);
}
