/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Figures: inside the program numbers are ASCII ("1250000.5"); on paper they take the digits of the document,
 * and what a person types may have either digits and marks between them.
 *
 *   printed   arabic ١٬٢٥٠٬٠٠٠٫٥   latin 1,250,000.5
 *
 * Reading what was typed, a decimal point is «.» or «٫», a mark of thousands is «,» «،» «٬» or a space, one
 * sort in a number and only where it separates threes.  Therefore 1,250 is 1250 and 1.250 is one and a
 * quarter (a point never separates thousands: the dinar has three decimals), while 1,5 and 1.250.000 are
 * refused rather than guessed at.
 *
 * Texts are valid UTF-8, here and in the whole layer: what comes from outside is checked where it comes in. */

G_BEGIN_DECLS

typedef enum { MQ_DIGITS_ARABIC, MQ_DIGITS_LATIN } MqDigits;

typedef enum {
  MQ_NUMBER_OK,
  MQ_NUMBER_EMPTY,         /* nothing but spaces */
  MQ_NUMBER_NOT_A_NUMBER,
  MQ_NUMBER_MIXED_DIGITS,  /* two shapes of digits in one number */
  MQ_NUMBER_AMBIGUOUS      /* marks that may be thousands or decimals */
} MqNumberError;

char    *mq_digits_shape    (const char *text, MqDigits digits);
char    *mq_digits_to_ascii (const char *text);
gboolean mq_digits_mixed    (const char *text);
char    *mq_digits_group    (const char *decimal, MqDigits digits);
char    *mq_percent_text    (const char *decimal, MqDigits digits);
char    *mq_share_text      (const char *decimal, MqDigits digits);   /* computed: two decimals, or none */
gboolean mq_number_parse    (const char *typed, char **ascii_decimal, MqNumberError *why);

G_END_DECLS
