/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-digits.h"
#include "mq-problem.h"

/* Amounts of money and percentages in Arabic words, declined: «مليون ومئتان وخمسون ألف جنيه».
 *
 * Amounts are decimals in ASCII digits in the currency's own unit, from 0 to below 10^15.  What cannot be
 * said exactly (a negative amount, more decimals than the currency has) is refused and never rounded.  Where
 * options may be NULL, MQ_WORDS_OPTIONS_DEFAULT is taken. */

G_BEGIN_DECLS

typedef enum { MQ_CASE_NOM, MQ_CASE_GEN, MQ_CASE_ACC } MqCase;

/**
 * MqWordsOptions:
 * @case_: grammatical case of the phrase (`case` is a word of C)
 * @long_style: the currency with its country: جنيه مصري
 * @wrap: «فقط … لا غير» around an amount, which is then nominative whatever @case_ says
 * @hundred_with_alif: مائة instead of مئة, in the number words only
 * @tanween_before_alif: ألفًا instead of ألفاً
 * @repeat_noun: مئة جنيه وجنيه واحد (the default) instead of the banks' مئة وواحد جنيه
 */
typedef struct {
  MqCase case_;
  gboolean long_style;
  gboolean wrap;
  gboolean hundred_with_alif;
  gboolean tanween_before_alif;
  gboolean repeat_noun;
} MqWordsOptions;

#define MQ_WORDS_OPTIONS_DEFAULT { .case_ = MQ_CASE_NOM, .repeat_noun = TRUE }

gboolean mq_case_parse        (const char *token, MqCase *out);

char    *mq_words_amount      (const char *amount, const char *currency, const MqWordsOptions *options,
                               MqProblem **problem);
char    *mq_words_percent     (const char *percent, gboolean iraqi, const MqWordsOptions *options,
                               MqProblem **problem);

gboolean mq_currency_known    (const char *code);
int      mq_currency_decimals (const char *code);
char    *mq_money_text        (const char *amount, const char *currency, MqDigits digits,
                               gboolean long_style);

G_END_DECLS
