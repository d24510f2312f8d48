/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-digits.h"

/* Figures in running text, as a person typed them, in the shape of the document: the digits, and with them the marks
 * that belong to a number.
 *
 *   typed                arabic              latin
 *   1.5   ١٫٥            ١٫٥                 1.5
 *   1,800   ١٬٨٠٠        ١٬٨٠٠               1,800
 *   52%   ٥٢٪            ٥٢٪                 52%, isolated left to right: the sign would change sides
 *   17/6/2026            ١٧/٦/٢٠٢٦           17/6/2026, in both a mark before each slash: read from the right
 *
 * What may be something else stays: 1.2.3 is a numbered heading, 1,2 a list, 1,5 may be either. */

G_BEGIN_DECLS

char *mq_figures_shape (const char *text, MqDigits digits);

G_END_DECLS
