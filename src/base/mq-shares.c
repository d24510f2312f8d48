/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-decimal.h"

#include <stdlib.h>

/* One row while the missing units are handed out. */
typedef struct {
  guint index;
  MqInt128 remainder;
} Claim;

static int
compare_claims (const void *a, const void *b)
{
  const Claim *x = a, *y = b;

  if (x->remainder != y->remainder)
    return x->remainder > y->remainder ? -1 : 1;

  return x->index < y->index ? -1 : x->index > y->index;
}

/**
 * mq_decimal_shares:
 * @parts: (array length=n_parts): amounts of zero or more, in any number of decimals
 * @n_parts: how many there are
 * @scale: decimals of the percentages
 * @out: (out) (array length=n_parts): the percentage of each part in the total; untouched on failure
 *
 * Percentages by the largest remainder: each is cut to @scale decimals, and the units then missing to 100 go
 * one each to the rows with the largest remainders, equal remainders in the order of the rows.  Their sum is
 * exactly 100.
 *
 * Returns: %FALSE if the total is zero, or a part is negative, invalid or too large
 */
gboolean
mq_decimal_shares (const MqDecimal *parts, guint n_parts, guint scale, MqDecimal *out)
{
  g_autofree Claim *claims = NULL;
  g_autofree MqInt128 *units = NULL;
  MqDecimal total = MQ_DECIMAL_ZERO, whole = mq_decimal_from_int (100), sum;
  MqInt128 missing;

  g_return_val_if_fail (parts != NULL || n_parts == 0, FALSE);
  g_return_val_if_fail (out != NULL || n_parts == 0, FALSE);

  for (guint i = 0; i < n_parts; i++)
    {
      if (mq_decimal_sign (parts[i]) < 0)
        return FALSE;
      total = mq_decimal_add (total, parts[i]);
    }
  if (mq_decimal_sign (total) <= 0 || !mq_decimal_rescale (whole, scale, &whole))
    return FALSE;

  claims = g_new (Claim, n_parts);
  units = g_new (MqInt128, n_parts);
  missing = whole.digits;
  for (guint i = 0; i < n_parts; i++)
    {
      /* in the decimals of the total, which every part fits into; `whole` is counted in units of the
       * result */
      if (!mq_decimal_rescale (parts[i], total.scale, &sum))
        return FALSE;
      sum = mq_decimal_mul ((MqDecimal) { .digits = sum.digits, .valid = 1 },
                            (MqDecimal) { .digits = whole.digits, .valid = 1 });
      if (!sum.valid)
        return FALSE;
      units[i] = sum.digits / total.digits;
      claims[i] = (Claim) { .index = i, .remainder = sum.digits % total.digits };
      missing -= units[i];
    }

  qsort (claims, n_parts, sizeof *claims, compare_claims);
  g_assert (missing < (MqInt128) n_parts);
  for (guint i = 0; i < missing; i++)
    units[claims[i].index]++;

  for (guint i = 0; i < n_parts; i++)
    out[i] = (MqDecimal) { .digits = units[i], .scale = (guint8) scale, .valid = 1 };

  return TRUE;
}
