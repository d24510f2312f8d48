/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-citation.h"

/* Two figures parted by a slash would be laid out from left to right; the mark keeps the first at the right. */
#define RLM "\u200F"

/* from so many on, numbers that follow each other are cited by the first and the last */
#define RANGE_FROM 4

static void
append_figure (GString *out, guint n, MqDigits digits)
{
  g_autofree char *ascii = g_strdup_printf ("%u", n);
  g_autofree char *shaped = mq_digits_shape (ascii, digits);

  g_string_append (out, shaped);
}

/* the letter, or the figure where letters end */
static void
append_letter (GString *out, guint n, MqDigits digits)
{
  g_autofree char *letter = mq_abjad (n);

  if (letter != NULL)
    g_string_append (out, letter);
  else
    append_figure (out, n, digits);
}

/**
 * mq_division_label:
 * @n: the place of the division among its like, from 1
 * @level: how deep it stands in its article, from 1
 * @iraqi: by Iraqi drafting instead of Egyptian
 * @digits: the digits of the document
 * @options: (nullable): spelling
 *
 * Returns: (transfer full): what stands before a division: level 1 «أولاً:» in Iraq, «١-» in Egypt; level 2 «أ-»,
 *   «(أ)»; level 3 «١-»; deeper «–»
 */
char *
mq_division_label (guint n, guint level, gboolean iraqi, MqDigits digits, const MqWordsOptions *options)
{
  g_autofree char *adverbial = NULL;
  GString *out;

  g_return_val_if_fail (n >= 1 && level >= 1, NULL);

  if (level > 3)
    return g_strdup ("–");
  out = g_string_sized_new (16);
  if (level == 1 && iraqi)
    adverbial = mq_adverbial (n, options);
  if (adverbial != NULL)
    g_string_append_printf (out, "%s:", adverbial);
  else if (level == 2)
    {
      g_string_append (out, iraqi ? "" : "(");
      append_letter (out, n, digits);
      g_string_append (out, iraqi ? "-" : ")");
    }
  else
    {
      append_figure (out, n, digits);
      g_string_append_c (out, '-');
    }

  return g_string_free (out, FALSE);
}

/* «المادة (١٥/أولاً/أ)» */
static void
append_iraqi (GString *out, const MqCitation *citation, MqDigits digits, const MqWordsOptions *options)
{
  gboolean after_figure = TRUE;

  g_string_append (out, "المادة (");
  append_figure (out, citation->article, digits);
  if (citation->paragraph > 0)
    {
      g_autofree char *adverbial = mq_adverbial (citation->paragraph, options);

      g_string_append (out, adverbial == NULL ? RLM "/" : "/");
      if (adverbial != NULL)
        g_string_append (out, adverbial);
      else
        append_figure (out, citation->paragraph, digits);
      after_figure = adverbial == NULL;
    }
  if (citation->item > 0)
    {
      gboolean figure = citation->item > MQ_ABJAD_MAX;

      g_string_append (out, figure && after_figure ? RLM "/" : "/");
      append_letter (out, citation->item, digits);
      after_figure = figure;
    }
  if (citation->point > 0)
    {
      g_string_append (out, after_figure ? RLM "/" : "/");
      append_figure (out, citation->point, digits);
    }
  g_string_append_c (out, ')');
}

/* «البند (أ) من الفقرة الثانية من المادة (١٥)» */
static void
append_egyptian (GString *out, const MqCitation *citation, MqDigits digits, const MqWordsOptions *options)
{
  MqWordsOptions genitive = *options;

  if (citation->point > 0)
    {
      g_string_append (out, "الرقم (");
      append_figure (out, citation->point, digits);
      g_string_append (out, ") من ");
    }
  if (citation->item > 0)
    {
      g_string_append (out, "البند (");
      append_letter (out, citation->item, digits);
      g_string_append (out, ") من ");
    }
  if (citation->paragraph > 0)
    {
      g_autofree char *ordinal = NULL;

      /* what comes first has the case of the sentence, the rest follows «من» */
      if (out->len > 0)
        genitive.case_ = MQ_CASE_GEN;
      ordinal = mq_ordinal (citation->paragraph, MQ_GENDER_FEMININE, TRUE, &genitive);
      if (ordinal != NULL)
        g_string_append_printf (out, "الفقرة %s من ", ordinal);
      else
        {
          g_string_append (out, "الفقرة (");
          append_figure (out, citation->paragraph, digits);
          g_string_append (out, ") من ");
        }
    }
  g_string_append (out, "المادة (");
  append_figure (out, citation->article, digits);
  g_string_append_c (out, ')');
}

/**
 * mq_citation:
 * @citation: what is cited; an article by itself, or a division of it
 * @iraqi: by Iraqi drafting instead of Egyptian
 * @digits: the digits of the document
 * @options: (nullable): the case that the citation stands in, and spelling
 *
 * Returns: (transfer full): «البند (أ) من الفقرة الثانية من المادة (١٥)» as Egypt cites, «المادة (١٥/أولاً/أ)» as Iraq
 *   does
 */
char *
mq_citation (const MqCitation *citation, gboolean iraqi, MqDigits digits, const MqWordsOptions *options)
{
  static const MqWordsOptions defaults = MQ_WORDS_OPTIONS_DEFAULT;
  GString *out;

  g_return_val_if_fail (citation != NULL && citation->article > 0, NULL);

  out = g_string_sized_new (96);
  if (options == NULL)
    options = &defaults;
  if (iraqi)
    append_iraqi (out, citation, digits, options);
  else
    append_egyptian (out, citation, digits, options);

  return g_string_free (out, FALSE);
}

/**
 * mq_citation_noun:
 * @what: what is cited
 * @n: how many of them, from 1
 * @case_: the case that the citation stands in
 *
 * Returns: (transfer none): «المادة», «المادتان» or «المادتين», «المواد»
 */
const char *
mq_citation_noun (MqCited what, guint n, MqCase case_)
{
  static const struct { const char *one, *two, *two_oblique, *many; } nouns[] = {
    [MQ_CITED_ARTICLE] = { "المادة", "المادتان", "المادتين", "المواد" },
    [MQ_CITED_ANNEX] = { "الملحق", "الملحقان", "الملحقين", "الملاحق" },
    [MQ_CITED_PARAGRAPH] = { "الفقرة", "الفقرتان", "الفقرتين", "الفقرات" },
    [MQ_CITED_ITEM] = { "البند", "البندان", "البندين", "البنود" },
  };

  g_return_val_if_fail (what < G_N_ELEMENTS (nouns) && n > 0, NULL);

  if (n == 1)
    return nouns[what].one;
  if (n > 2)
    return nouns[what].many;
  return case_ == MQ_CASE_NOM ? nouns[what].two : nouns[what].two_oblique;
}

/**
 * mq_citation_range:
 * @numbers: (array length=n): numbers in their order
 * @n: how many
 *
 * Returns: whether they are cited by the first and the last, «من (٦٥) إلى (٦٩)»: four or more without a gap
 */
gboolean
mq_citation_range (const guint *numbers, guint n)
{
  g_return_val_if_fail (numbers != NULL || n == 0, FALSE);

  for (guint i = 1; i < n; i++)
    if (numbers[i] != numbers[i - 1] + 1)
      return FALSE;
  return n >= RANGE_FROM;
}

/**
 * mq_citation_list:
 * @what: what is cited
 * @numbers: (array length=n): their numbers, in their order
 * @n: how many, from 1
 * @case_: the case that the citation stands in
 * @digits: the digits of the document
 *
 * Returns: (transfer full): «المادة (٥)», «المادتين (٥) و(٦)», «المواد (٥) و(٦) و(٧)», «المواد من (٦٥) إلى (٦٩)»; items
 *   have letters: «البندين (أ) و(ب)»
 */
char *
mq_citation_list (MqCited what, const guint *numbers, guint n, MqCase case_, MqDigits digits)
{
  gboolean range;
  GString *out;

  g_return_val_if_fail (numbers != NULL && n > 0, NULL);

  range = mq_citation_range (numbers, n);
  out = g_string_new (mq_citation_noun (what, n, case_));
  for (guint i = 0; i < n; i += range && i == 0 ? n - 1 : 1)
    {
      if (i == 0)
        g_string_append (out, range ? " من (" : " (");
      else
        g_string_append (out, range ? " إلى (" : " و(");
      if (what == MQ_CITED_ITEM)
        append_letter (out, numbers[i], digits);
      else
        append_figure (out, numbers[i], digits);
      g_string_append_c (out, ')');
    }

  return g_string_free (out, FALSE);
}
