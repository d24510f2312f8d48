/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Arabic words without a draft: amounts, counted nouns, ordinals, dates, folding.  Numbers may be given as
 * people type them, in either digits; what cannot be said exactly is refused. */

#include <stdio.h>
#include <string.h>

#include "mq-count.h"
#include "mq-date.h"
#include "mq-decimal.h"
#include "mq-fold.h"
#include "mq-kind.h"
#include "mq-ordinal.h"
#include "tool.h"

#define WORDS_MAX G_GINT64_CONSTANT (999999999999999)

/* An option of one command: what may follow it, and where its value goes.  One that nothing may follow is
 * a flag, and its value its own name. */
typedef struct {
  const char *name;
  const char *values[5];
  const char **value;
} Option;

#define CASES { "nom", "gen", "acc", NULL }

static gboolean
refuse (MqProblemCode code, const char *given, const char *detail)
{
  tool_tell (mq_problem_new (code, given, detail));
  return FALSE;
}

static int
tell_words (char *words)
{
  printf ("%s\n", words);
  g_free (words);
  return TOOL_DONE;
}

/* Takes the options out of the arguments, of which @n_wanted texts must be left.  What is no option of the
 * command is a text, dash or not.  TOOL_DONE, or the status to end with, the reason told. */
static int
take (const Option *options, guint n_options, int n, char **arguments, int n_wanted)
{
  int kept = 0;

  for (int i = 0; i < n; i++)
    {
      const Option *option = NULL;

      if (!g_utf8_validate (arguments[i], -1, NULL))
        return tool_tell (mq_problem_new (MQ_PROBLEM_BAD_CHARACTER, NULL, NULL));
      for (guint o = 0; o < n_options && option == NULL; o++)
        if (g_str_equal (options[o].name, arguments[i]))
          option = &options[o];

      if (option == NULL)
        arguments[kept++] = arguments[i];
      else if (option->values[0] == NULL)
        *option->value = option->name;
      else if (i + 1 == n)
        return TOOL_USAGE;
      else if (g_strv_contains (option->values, arguments[i + 1]))
        *option->value = arguments[++i];
      else
        return tool_tell (mq_problem_new (MQ_PROBLEM_NOT_A_CHOICE, arguments[i + 1], NULL));
    }
  return kept == n_wanted ? TOOL_DONE : TOOL_USAGE;
}

/* A number as people type it, in ASCII digits; NULL: it is none, which has been told. */
static char *
read_number (const char *typed, MqProblemCode otherwise)
{
  MqNumberError why;
  char *ascii;

  if (!mq_number_parse (typed, &ascii, &why))
    refuse (why == MQ_NUMBER_MIXED_DIGITS ? MQ_PROBLEM_MIXED_DIGITS : otherwise, typed, NULL);
  return ascii;
}

/* A whole number from @least to @most. */
static gboolean
read_whole (const char *typed, gint64 least, gint64 most, gint64 *out)
{
  g_autofree char *ascii = read_number (typed, MQ_PROBLEM_NOT_A_NUMBER);
  g_autofree char *range = NULL;
  MqDecimal value;

  if (ascii == NULL)
    return FALSE;
  if (mq_decimal_parse (ascii, &value) && mq_decimal_to_int (value, out) && *out >= least && *out <= most)
    return TRUE;
  range = g_strdup_printf ("%" G_GINT64_FORMAT " … %" G_GINT64_FORMAT, least, most);
  return refuse (MQ_PROBLEM_OUT_OF_RANGE, typed, range);
}

/* ---- the commands ---- */

int
tool_words (const ToolOptions *common, int n, char **arguments)
{
  const char *grammatical_case = "nom", *style = "short", *hundred = "mia", *tanween = "after-alif";
  const char *wrap = NULL, *no_repeat = NULL;
  const Option options[] = {
    { "--case", CASES, &grammatical_case },
    { "--style", { "short", "long", NULL }, &style },
    { "--wrap", { NULL }, &wrap },
    { "--hundred", { "mia", "maia", NULL }, &hundred },
    { "--tanween", { "after-alif", "before-alif", NULL }, &tanween },
    { "--no-repeat", { NULL }, &no_repeat },
  };
  MqWordsOptions asked = MQ_WORDS_OPTIONS_DEFAULT;
  g_autofree char *amount = NULL;
  MqProblem *problem = NULL;
  char *words;
  int status = take (options, G_N_ELEMENTS (options), n, arguments, 2);

  if (status != TOOL_DONE)
    return status;
  mq_case_parse (grammatical_case, &asked.case_);
  asked.long_style = g_str_equal (style, "long");
  asked.wrap = wrap != NULL;
  asked.hundred_with_alif = g_str_equal (hundred, "maia");
  asked.tanween_before_alif = g_str_equal (tanween, "before-alif");
  asked.repeat_noun = no_repeat == NULL;

  amount = read_number (arguments[0], MQ_PROBLEM_NOT_AN_AMOUNT);
  if (amount == NULL)
    return TOOL_COULD_NOT;
  words = mq_words_amount (amount, arguments[1], &asked, &problem);
  return words != NULL ? tell_words (words) : tool_tell (problem);
}

int
tool_count (const ToolOptions *common, int n, char **arguments)
{
  static const char *const iraqi_mark = "@iq";
  const char *grammatical_case = "nom";
  const Option options[] = { { "--case", CASES, &grammatical_case } };
  MqWordsOptions asked = MQ_WORDS_OPTIONS_DEFAULT;
  g_autofree char *name = NULL;
  MqProblem *problem = NULL;
  const MqKind *kind;
  const MqNoun *noun;
  gboolean iraqi;
  gint64 number;
  int status = take (options, G_N_ELEMENTS (options), n, arguments, 2);

  if (status != TOOL_DONE)
    return status;
  mq_case_parse (grammatical_case, &asked.case_);
  kind = mq_kind_find (common->kind, &problem);
  if (kind == NULL)
    return tool_tell (problem);

  iraqi = g_str_has_suffix (arguments[1], iraqi_mark);
  name = g_strndup (arguments[1], strlen (arguments[1]) - (iraqi ? strlen (iraqi_mark) : 0));
  noun = mq_kind_noun (kind, name);
  if (noun == NULL || (iraqi && noun->iq_plural == NULL))
    return tool_tell (mq_problem_new (MQ_PROBLEM_NOT_A_CHOICE, arguments[1], NULL));
  if (!read_whole (arguments[0], 0, WORDS_MAX, &number))
    return TOOL_COULD_NOT;
  return tell_words (mq_count (number, noun, &asked, iraqi));
}

int
tool_ordinal (const ToolOptions *common, int n, char **arguments)
{
  const char *grammatical_case = "nom", *gender = "f", *hundred = "mia", *adverbial = NULL, *letter = NULL;
  const Option options[] = {
    { "--case", CASES, &grammatical_case },
    { "--gender", { "f", "m", NULL }, &gender },
    { "--hundred", { "mia", "maia", NULL }, &hundred },
    { "--adverbial", { NULL }, &adverbial },
    { "--letter", { NULL }, &letter },
  };
  MqWordsOptions asked = MQ_WORDS_OPTIONS_DEFAULT;
  g_autofree char *ordinal = NULL;
  gint64 number, most;
  int status = take (options, G_N_ELEMENTS (options), n, arguments, 1);

  if (status != TOOL_DONE)
    return status;
  mq_case_parse (grammatical_case, &asked.case_);
  asked.hundred_with_alif = g_str_equal (hundred, "maia");
  most = letter != NULL ? MQ_ABJAD_MAX : MQ_ORDINAL_MAX;
  if (!read_whole (arguments[0], 1, most, &number))
    return TOOL_COULD_NOT;

  if (letter != NULL)
    return tell_words (mq_abjad ((guint) number));
  if (adverbial != NULL)
    return tell_words (mq_adverbial ((guint) number, &asked));
  if (g_str_equal (gender, "f"))
    return tell_words (mq_ordinal_article ((guint) number, &asked));
  ordinal = mq_ordinal ((guint) number, MQ_GENDER_MASCULINE, TRUE, &asked);
  return tell_words (g_strconcat ("البند ", ordinal, NULL));
}

int
tool_date (const ToolOptions *common, int n, char **arguments)
{
  const char *style = "eg", *weekday = NULL, *digits_name = "arabic", *shift = "0";
  const Option options[] = {
    { "--style", { "eg", "iq", "both", "hijri", NULL }, &style },
    { "--weekday", { NULL }, &weekday },
    { "--digits", { "arabic", "latin", NULL }, &digits_name },
    { "--shift", { "-1", "0", "1", NULL }, &shift },
  };
  g_autofree char *date = NULL;
  MqDigits digits;
  int status = take (options, G_N_ELEMENTS (options), n, arguments, 1);

  if (status != TOOL_DONE)
    return status;
  if (!mq_date_valid (arguments[0]))
    return tool_tell (mq_problem_new (MQ_PROBLEM_NOT_A_DATE, arguments[0], NULL));

  digits = g_str_equal (digits_name, "latin") ? MQ_DIGITS_LATIN : MQ_DIGITS_ARABIC;
  if (g_str_equal (style, "hijri"))
    date = mq_date_hijri (arguments[0], (int) g_ascii_strtoll (shift, NULL, 10), digits);
  else
    date = mq_date_text (arguments[0], g_str_equal (style, "iq") ? MQ_MONTHS_IQ
                                       : g_str_equal (style, "both") ? MQ_MONTHS_BOTH : MQ_MONTHS_EG, digits);
  if (date == NULL)
    return tool_tell (mq_problem_new (MQ_PROBLEM_OUT_OF_RANGE, arguments[0], "622-07-16 …"));
  return tell_words (weekday != NULL ? g_strconcat (mq_date_weekday (arguments[0]), " ", date, NULL)
                                     : g_steal_pointer (&date));
}

int
tool_fold (const ToolOptions *common, int n, char **arguments)
{
  const char *level = "1";
  const Option options[] = { { "--level", { "1", "2", NULL }, &level } };
  int status = take (options, G_N_ELEMENTS (options), n, arguments, 1);

  if (status != TOOL_DONE)
    return status;
  return tell_words (mq_fold (arguments[0], g_str_equal (level, "2") ? MQ_FOLD_L2 : MQ_FOLD_L1));
}
