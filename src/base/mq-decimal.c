/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-decimal.h"

__extension__ typedef unsigned __int128 MqUint128;

static const MqDecimal invalid = { .valid = 0 };

static MqInt128
power_of_ten (guint exponent)
{
  MqInt128 power = 1;

  g_assert (exponent <= MQ_DECIMAL_MAX_DIGITS);

  while (exponent-- > 0)
    power *= 10;

  return power;
}

static MqInt128
magnitude (MqInt128 value)
{
  return value < 0 ? -value : value;
}

/* No more digits than leave room for one multiplication by ten and a carry, as the long division needs. */
static gboolean
fits (MqInt128 digits)
{
  return magnitude (digits) < power_of_ten (MQ_DECIMAL_MAX_DIGITS);
}

static MqDecimal
make (MqInt128 digits, guint scale)
{
  if (scale > MQ_DECIMAL_MAX_SCALE || !fits (digits))
    return invalid;

  return (MqDecimal) { .digits = digits, .scale = (guint8) scale, .valid = 1 };
}

/* Gives @value exactly @scale decimals, which must not be fewer than it has. */
static gboolean
widen (MqDecimal value, guint scale, MqInt128 *digits)
{
  g_assert (scale >= value.scale);

  return !__builtin_mul_overflow (value.digits, power_of_ten (scale - value.scale), digits) && fits (*digits);
}

/**
 * mq_decimal_parse:
 * @ascii: an optional minus, ASCII digits, and optionally a point and more digits; nothing else
 * @out: (out): the number, with as many decimals as are written; invalid on failure
 *
 * Returns: %FALSE if @ascii is not such a number or has more than 37 digits
 */
gboolean
mq_decimal_parse (const char *ascii, MqDecimal *out)
{
  const char *p = ascii;
  MqInt128 digits = 0;
  guint scale = 0;
  gboolean negative, point = FALSE;

  g_return_val_if_fail (out != NULL, FALSE);
  *out = invalid;
  g_return_val_if_fail (ascii != NULL, FALSE);

  negative = *p == '-';
  if (negative)
    p++;
  if (!g_ascii_isdigit (*p))
    return FALSE;

  for (; *p != '\0'; p++)
    {
      if (*p == '.' && !point && g_ascii_isdigit (p[1]))
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;
      digits = digits * 10 + (*p - '0');
      if (!fits (digits) || (point && ++scale > MQ_DECIMAL_MAX_SCALE))
        return FALSE;
    }

  *out = make (negative ? -digits : digits, scale);
  return TRUE;
}

/**
 * mq_decimal_from_int:
 * @value: a whole number
 */
MqDecimal
mq_decimal_from_int (gint64 value)
{
  return make (value, 0);
}

/**
 * mq_decimal_to_string:
 * @value: a decimal
 *
 * The number in ASCII digits, with all its decimals, also those that are zero; zero has no sign.
 *
 * Returns: (transfer full) (nullable): the text that mq_decimal_parse() reads, or %NULL if @value is invalid
 */
char *
mq_decimal_to_string (MqDecimal value)
{
  char buffer[2 * MQ_DECIMAL_MAX_DIGITS + 4];
  char *p = buffer + sizeof buffer;
  MqInt128 rest = magnitude (value.digits);
  guint written = 0;

  if (!value.valid)
    return NULL;

  *--p = '\0';
  do
    {
      if (written == value.scale && written > 0)
        *--p = '.';
      *--p = (char) ('0' + (int) (rest % 10));
      rest /= 10;
      written++;
    }
  while (rest > 0 || written <= value.scale);
  if (value.digits < 0)
    *--p = '-';

  return g_strdup (p);
}

/**
 * mq_decimal_add:
 *
 * Returns: the exact sum, with the decimals of the operand that has more of them
 */
MqDecimal
mq_decimal_add (MqDecimal a, MqDecimal b)
{
  guint scale = MAX (a.scale, b.scale);
  MqInt128 x, y;

  if (!a.valid || !b.valid || !widen (a, scale, &x) || !widen (b, scale, &y))
    return invalid;

  return make (x + y, scale);
}

/**
 * mq_decimal_neg:
 */
MqDecimal
mq_decimal_neg (MqDecimal value)
{
  value.digits = -value.digits;
  return value;
}

/**
 * mq_decimal_sub:
 *
 * Returns: the exact difference, with the decimals of the operand that has more of them
 */
MqDecimal
mq_decimal_sub (MqDecimal a, MqDecimal b)
{
  return mq_decimal_add (a, mq_decimal_neg (b));
}

/**
 * mq_decimal_mul:
 *
 * Returns: the exact product; it has the decimals of both operands, or fewer where only zeros at the end had
 *   no room
 */
MqDecimal
mq_decimal_mul (MqDecimal a, MqDecimal b)
{
  MqInt128 product;

  if (!a.valid || !b.valid)
    return invalid;

  if (__builtin_mul_overflow (a.digits, b.digits, &product) || !make (product, a.scale + b.scale).valid)
    {
      a = mq_decimal_normalize (a);
      b = mq_decimal_normalize (b);
      if (__builtin_mul_overflow (a.digits, b.digits, &product))
        return invalid;
    }

  return make (product, a.scale + b.scale);
}

/* Divides the whole numbers @a and @b, and the quotient again by ten to the power of minus @shift; or, if
 * @shift is positive, works out so many more digits of it.  The quotient is cut, and @half says how what was
 * cut off compares to one half: -1 less, 0 the half, 1 more, and G_MININT if nothing was cut off. */
static gboolean
long_division (MqUint128 a, MqUint128 b, int shift, MqUint128 *quotient, int *half)
{
  MqUint128 q = a / b, r = a % b;
  MqUint128 limit = power_of_ten (MQ_DECIMAL_MAX_DIGITS);

  for (; shift > 0 && (q != 0 || r != 0); shift--)
    {
      r *= 10;
      q = q * 10 + r / b;
      r %= b;
      if (q >= limit)
        return FALSE;
    }

  if (shift < 0)
    {
      /* beyond every digit there is only a remainder left, far below the half */
      MqUint128 power = power_of_ten (MIN (-shift, MQ_DECIMAL_MAX_DIGITS));
      MqUint128 cut = q % power;
      gboolean more = r != 0;

      q /= power;
      if (-shift > MQ_DECIMAL_MAX_DIGITS)
        {
          *half = a != 0 ? -1 : G_MININT;
          *quotient = 0;
          return TRUE;
        }
      if (cut == 0 && !more)
        *half = G_MININT;
      else if (cut == power / 2)
        *half = more ? 1 : 0;
      else
        *half = cut > power / 2 ? 1 : -1;
    }
  else if (r == 0)
    *half = G_MININT;
  else
    *half = r * 2 < b ? -1 : r * 2 > b;

  *quotient = q;
  return TRUE;
}

static MqDecimal
divide (MqDecimal a, MqDecimal b, guint scale, gboolean *exact)
{
  MqUint128 quotient;
  MqInt128 digits;
  int half;

  *exact = FALSE;
  if (!a.valid || !b.valid || b.digits == 0 || scale > MQ_DECIMAL_MAX_SCALE)
    return invalid;

  if (!long_division ((MqUint128) magnitude (a.digits), (MqUint128) magnitude (b.digits),
                      (int) scale + b.scale - a.scale, &quotient, &half))
    return invalid;

  *exact = half == G_MININT;
  if (half > 0 || (half == 0 && quotient % 2 == 1))
    quotient++;
  digits = (MqInt128) quotient;

  return make ((a.digits < 0) != (b.digits < 0) ? -digits : digits, scale);
}

/**
 * mq_decimal_div:
 * @scale: how many decimals the quotient shall have
 *
 * Divides; what lies beyond @scale decimals is rounded, a half to the even neighbour.
 *
 * Returns: the quotient; invalid if @b is zero
 */
MqDecimal
mq_decimal_div (MqDecimal a, MqDecimal b, guint scale)
{
  gboolean exact;

  return divide (a, b, scale, &exact);
}

/**
 * mq_decimal_div_exact:
 * @scale: how many decimals the quotient shall have
 * @out: (out): the quotient, or an invalid decimal
 *
 * Returns: %FALSE if the division leaves a remainder beyond @scale decimals, or cannot be done at all
 */
gboolean
mq_decimal_div_exact (MqDecimal a, MqDecimal b, guint scale, MqDecimal *out)
{
  gboolean exact;

  g_return_val_if_fail (out != NULL, FALSE);

  *out = divide (a, b, scale, &exact);
  if (!exact)
    *out = invalid;

  return out->valid;
}

/**
 * mq_decimal_round:
 * @scale: how many decimals are wanted
 *
 * Returns: @value with exactly @scale decimals, a half rounded to the even neighbour, zeros added where it
 *   has fewer
 */
MqDecimal
mq_decimal_round (MqDecimal value, guint scale)
{
  return mq_decimal_div (value, mq_decimal_from_int (1), scale);
}

/**
 * mq_decimal_rescale:
 * @scale: how many decimals are wanted
 * @out: (out): @value with exactly @scale decimals, or an invalid decimal
 *
 * Returns: %FALSE if decimals other than zero would be lost
 */
gboolean
mq_decimal_rescale (MqDecimal value, guint scale, MqDecimal *out)
{
  return mq_decimal_div_exact (value, mq_decimal_from_int (1), scale, out);
}

/**
 * mq_decimal_normalize:
 *
 * Returns: @value without zeros at the end of its decimals
 */
MqDecimal
mq_decimal_normalize (MqDecimal value)
{
  while (value.scale > 0 && value.digits % 10 == 0)
    {
      value.digits /= 10;
      value.scale--;
    }

  return value;
}

/**
 * mq_decimal_cmp:
 *
 * Compares exactly, whatever the number of decimals: 1.5 equals 1.500.  Both must be valid.
 *
 * Returns: less than, equal to or greater than zero
 */
int
mq_decimal_cmp (MqDecimal a, MqDecimal b)
{
  guint scale = MAX (a.scale, b.scale);
  MqInt128 whole_a, whole_b, rest_a, rest_b;

  g_return_val_if_fail (a.valid && b.valid, 0);

  /* whole parts and decimals apart, so that no pair of valid numbers is too wide to be compared */
  whole_a = a.digits / power_of_ten (a.scale);
  whole_b = b.digits / power_of_ten (b.scale);
  if (whole_a != whole_b)
    return whole_a < whole_b ? -1 : 1;

  rest_a = a.digits % power_of_ten (a.scale) * power_of_ten (scale - a.scale);
  rest_b = b.digits % power_of_ten (b.scale) * power_of_ten (scale - b.scale);
  return rest_a < rest_b ? -1 : rest_a > rest_b;
}

/**
 * mq_decimal_equal:
 *
 * Returns: whether both are valid and the same number
 */
gboolean
mq_decimal_equal (MqDecimal a, MqDecimal b)
{
  return a.valid && b.valid && mq_decimal_cmp (a, b) == 0;
}

/**
 * mq_decimal_sign:
 *
 * Returns: -1, 0 or 1; 0 for an invalid decimal
 */
int
mq_decimal_sign (MqDecimal value)
{
  if (!value.valid || value.digits == 0)
    return 0;

  return value.digits < 0 ? -1 : 1;
}

/**
 * mq_decimal_is_integer:
 *
 * Returns: whether @value is valid and its decimals, if any, are zeros
 */
gboolean
mq_decimal_is_integer (MqDecimal value)
{
  return value.valid && value.digits % power_of_ten (value.scale) == 0;
}

/**
 * mq_decimal_to_int:
 * @out: (out): the whole number
 *
 * Returns: %FALSE if @value is not a whole number of 64 bits
 */
gboolean
mq_decimal_to_int (MqDecimal value, gint64 *out)
{
  MqInt128 whole;

  g_return_val_if_fail (out != NULL, FALSE);

  if (!mq_decimal_is_integer (value))
    return FALSE;
  whole = value.digits / power_of_ten (value.scale);
  if (whole < G_MININT64 || whole > G_MAXINT64)
    return FALSE;

  *out = (gint64) whole;
  return TRUE;
}
