/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-count.h"

#include "mq-numeral.h"

#define NBSP "\u00A0"

static const MqWordsOptions defaults = MQ_WORDS_OPTIONS_DEFAULT;

static const char *
plural_of (const MqNoun *noun, gboolean iraqi)
{
  return iraqi && noun->iq_plural != NULL ? noun->iq_plural : noun->plural;
}

static gboolean
is_complete (const MqNoun *noun)
{
  return noun != NULL && noun->name != NULL && noun->plural != NULL && noun->accusative != NULL;
}

/**
 * mq_count:
 * @n: from 0 to below 10^15
 * @noun: what is counted
 * @options: (nullable): case, spelling and repetition; long_style and wrap do not matter here
 * @iraqi: take the Iraqi plural of the noun where it has one
 *
 * Returns: (transfer full) (nullable): number and noun in words, or %NULL if @n is out of range
 */
char *
mq_count (gint64 n, const MqNoun *noun, const MqWordsOptions *options, gboolean iraqi)
{
  MqCounted counted = { .noun = noun };
  GString *out;

  g_return_val_if_fail (is_complete (noun), NULL);

  if (n < 0 || (guint64) n >= MQ_NUMERAL_LIMIT)
    return NULL;
  if (options == NULL)
    options = &defaults;

  counted.plural = plural_of (noun, iraqi);
  out = g_string_sized_new (128);
  mq_numeral_put_number (out, (guint64) n, &counted, options->case_, options);

  return g_string_free (out, FALSE);
}

/**
 * mq_count_figure:
 * @n: any number
 * @noun: what is counted
 * @digits: the digits of the document
 * @options: (nullable): the place of the tanween
 * @iraqi: take the Iraqi plural of the noun where it has one
 *
 * Returns: (transfer full): the figure, a space that does not break, and the noun in the form that the figure
 *   asks for: «٣ أسهم»، «١١ سهماً»
 */
char *
mq_count_figure (gint64 n, const MqNoun *noun, MqDigits digits, const MqWordsOptions *options, gboolean iraqi)
{
  g_autofree char *ascii = NULL, *figure = NULL;
  guint64 size = n < 0 ? -(guint64) n : (guint64) n;
  GString *out;

  g_return_val_if_fail (is_complete (noun), NULL);

  ascii = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  figure = mq_digits_group (ascii, digits);
  out = g_string_new (figure);
  g_string_append (out, NBSP);
  mq_numeral_put (out, mq_numeral_form_after_figure (size, noun, plural_of (noun, iraqi)),
                  options != NULL ? options : &defaults);

  return g_string_free (out, FALSE);
}
