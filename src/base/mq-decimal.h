/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Exact decimal numbers, by value: an integer of at most 37 digits and the place of its decimal point.
 * Money, shares and percentages are computed with these and never with binary floating point.
 *
 * Nothing is allocated and nothing is rounded unless asked for.  What does not fit, a division by zero and
 * anything computed from an invalid operand is invalid (valid is 0): a chain of operations needs one test, at
 * its end, and never yields a wrong number.  The sum, difference and product keep all decimals of their
 * operands. */

G_BEGIN_DECLS

#define MQ_DECIMAL_MAX_DIGITS 37
#define MQ_DECIMAL_MAX_SCALE 37

__extension__ typedef __int128 MqInt128;

/**
 * MqDecimal:
 * @digits: the number without its decimal point
 * @scale: how many of @digits stand after the point
 * @valid: 0 if this is no number
 */
typedef struct {
  MqInt128 digits;
  guint8 scale;
  guint8 valid;
} MqDecimal;

#define MQ_DECIMAL_ZERO ((MqDecimal) { .valid = 1 })
#define MQ_DECIMAL_INVALID ((MqDecimal) { .valid = 0 })

gboolean  mq_decimal_parse      (const char *ascii, MqDecimal *out);
MqDecimal mq_decimal_from_int   (gint64 value);
char     *mq_decimal_to_string  (MqDecimal value);

MqDecimal mq_decimal_add        (MqDecimal a, MqDecimal b);
MqDecimal mq_decimal_sub        (MqDecimal a, MqDecimal b);
MqDecimal mq_decimal_mul        (MqDecimal a, MqDecimal b);
MqDecimal mq_decimal_neg        (MqDecimal value);
MqDecimal mq_decimal_div        (MqDecimal a, MqDecimal b, guint scale);
gboolean  mq_decimal_div_exact  (MqDecimal a, MqDecimal b, guint scale, MqDecimal *out);

MqDecimal mq_decimal_round      (MqDecimal value, guint scale);
gboolean  mq_decimal_rescale    (MqDecimal value, guint scale, MqDecimal *out);
MqDecimal mq_decimal_normalize  (MqDecimal value);

int       mq_decimal_cmp        (MqDecimal a, MqDecimal b);
gboolean  mq_decimal_equal      (MqDecimal a, MqDecimal b);
int       mq_decimal_sign       (MqDecimal value);
gboolean  mq_decimal_is_integer (MqDecimal value);
gboolean  mq_decimal_to_int     (MqDecimal value, gint64 *out);

gboolean  mq_decimal_shares     (const MqDecimal *parts, guint n_parts, guint scale, MqDecimal *out);

G_END_DECLS
