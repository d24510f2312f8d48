/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-date.h"

#include <string.h>

#define RLM "\u200F"

static const char *const months_eg[] = {
  "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
  "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"
};
static const char *const months_iq[] = {
  "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
  "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"
};
static const char *const months_both[] = {
  "يناير/كانون الثاني", "فبراير/شباط", "مارس/آذار", "أبريل/نيسان", "مايو/أيار", "يونيو/حزيران",
  "يوليو/تموز", "أغسطس/آب", "سبتمبر/أيلول", "أكتوبر/تشرين الأول", "نوفمبر/تشرين الثاني", "ديسمبر/كانون الأول"
};
static const char *const weekdays[] = {
  "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"
};

/* The number that @count ASCII digits at @p stand for, or -1. */
static int
read_digits (const char *p, guint count)
{
  int value = 0;

  for (guint i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (p[i]))
        return -1;
      value = value * 10 + (p[i] - '0');
    }

  return value;
}

static int
days_in_month (int year, int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

static char *
to_iso (int year, int month, int day)
{
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * mq_date_parse_iso:
 * @iso: (nullable): a date as it is stored: "2026-11-24"
 * @year: (out) (optional): the year, 1 to 9999
 * @month: (out) (optional): the month, from 1
 * @day: (out) (optional): the day of the month
 *
 * Returns: %FALSE, and the parts untouched, if @iso is not of that form or the date is not in the calendar
 */
gboolean
mq_date_parse_iso (const char *iso, int *year, int *month, int *day)
{
  int y, m, d;

  if (iso == NULL || strlen (iso) != strlen ("YYYY-MM-DD") || iso[4] != '-' || iso[7] != '-')
    return FALSE;

  y = read_digits (iso, 4);
  m = read_digits (iso + 5, 2);
  d = read_digits (iso + 8, 2);
  if (y < 1 || m < 1 || m > 12 || d < 1 || d > days_in_month (y, m))
    return FALSE;

  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day != NULL)
    *day = d;

  return TRUE;
}

/**
 * mq_date_valid:
 * @iso: (nullable): a text
 *
 * Returns: whether @iso is a date as mq_date_parse_iso() takes it
 */
gboolean
mq_date_valid (const char *iso)
{
  return mq_date_parse_iso (iso, NULL, NULL, NULL);
}

static gboolean
read_month_day (const char *text, int *month, int *day)
{
  g_autofree char *iso = NULL;

  if (text == NULL || !g_str_has_prefix (text, "--"))
    return FALSE;

  /* in a leap year, since 29 February is a day that years have */
  iso = g_strconcat ("2000-", text + 2, NULL);
  return mq_date_parse_iso (iso, NULL, month, day);
}

/**
 * mq_date_day_month_valid:
 * @month_day: (nullable): a text
 *
 * Returns: whether @month_day is a day of the year as it is stored: "--11-24"
 */
gboolean
mq_date_day_month_valid (const char *month_day)
{
  return read_month_day (month_day, NULL, NULL);
}

/* Days since 1 January 1970, in the Gregorian calendar throughout.  Years begin in March here, so that the
 * leap day is the last of its year: 153 days make five months, and 719468 days lie between 1 March of the
 * year 0 and the epoch. */
static gint64
day_number (int year, int month, int day)
{
  gint64 y = month > 2 ? year : year - 1;
  gint64 in_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return y * 365 + y / 4 - y / 100 + y / 400 + in_year - 719468;
}

/**
 * mq_date_day_number:
 * @iso: (nullable): an ISO date
 * @days: (out): days since 1970-01-01, negative before; the difference of two dates is the difference of
 *   these
 *
 * Returns: %FALSE if @iso is no date
 */
gboolean
mq_date_day_number (const char *iso, gint64 *days)
{
  int year, month, day;

  g_return_val_if_fail (days != NULL, FALSE);

  if (!mq_date_parse_iso (iso, &year, &month, &day))
    return FALSE;

  *days = day_number (year, month, day);
  return TRUE;
}

/**
 * mq_date_add_months:
 * @iso: (nullable): an ISO date
 * @months: how many, or less than zero to go back; a year is twelve
 *
 * The same day that many months on, or the last of that month if it has no such day: a month after 31 January
 * is the end of February.
 *
 * Returns: (transfer full) (nullable): an ISO date, or %NULL if @iso is none or the years 1 to 9999 are left
 */
char *
mq_date_add_months (const char *iso, int months)
{
  int year, month, day;
  gint64 count;

  if (!mq_date_parse_iso (iso, &year, &month, &day))
    return NULL;

  count = (gint64) year * 12 + (month - 1) + months;
  if (count < 12 || count >= 10000 * 12)
    return NULL;
  year = (int) (count / 12);
  month = (int) (count % 12) + 1;

  return to_iso (year, month, MIN (day, days_in_month (year, month)));
}

/**
 * mq_date_add_days:
 * @iso: (nullable): an ISO date
 * @days: how many, or less than zero to go back
 *
 * Returns: (transfer full) (nullable): an ISO date, or %NULL if @iso is none or the years 1 to 9999 are left
 */
char *
mq_date_add_days (const char *iso, int days)
{
  gint64 target, in_year;
  int year, month;

  if (!mq_date_day_number (iso, &target))
    return NULL;

  target += days;
  if (target < day_number (1, 1, 1) || target > day_number (9999, 12, 31))
    return NULL;

  /* a guess from the mean length of a year that is never late, then forward */
  year = MAX (1, (int) ((target + 719528) / 366));
  while (year < 9999 && day_number (year + 1, 1, 1) <= target)
    year++;
  in_year = target - day_number (year, 1, 1);
  for (month = 1; in_year >= days_in_month (year, month); month++)
    in_year -= days_in_month (year, month);

  return to_iso (year, month, (int) in_year + 1);
}

/**
 * mq_date_month_name:
 * @month: 1 to 12
 * @months: which names
 *
 * Returns: (transfer none): the name: يونيو، حزيران, or يونيو/حزيران
 */
const char *
mq_date_month_name (int month, MqMonths months)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  switch (months)
    {
    case MQ_MONTHS_IQ:
      return months_iq[month - 1];
    case MQ_MONTHS_BOTH:
      return months_both[month - 1];
    case MQ_MONTHS_EG:
    default:
      return months_eg[month - 1];
    }
}

/**
 * mq_date_text:
 * @iso: (nullable): an ISO date
 * @months: which names of months
 * @digits: the digits of the document
 *
 * Returns: (transfer full) (nullable): «٢٤ نوفمبر ٢٠٢٦», or %NULL if @iso is no date
 */
char *
mq_date_text (const char *iso, MqMonths months, MqDigits digits)
{
  g_autofree char *text = NULL;
  int year, month, day;

  if (!mq_date_parse_iso (iso, &year, &month, &day))
    return NULL;

  text = g_strdup_printf ("%d %s %d", day, mq_date_month_name (month, months), year);
  return mq_digits_shape (text, digits);
}

/**
 * mq_date_figures:
 * @iso: (nullable): an ISO date
 * @digits: the digits of the document
 *
 * Returns: (transfer full) (nullable): «٢٤/١١/٢٠٢٦» with the marks that keep the day at the right, or %NULL
 *   if @iso is no date
 */
char *
mq_date_figures (const char *iso, MqDigits digits)
{
  g_autofree char *text = NULL;
  int year, month, day;

  if (!mq_date_parse_iso (iso, &year, &month, &day))
    return NULL;

  text = g_strdup_printf ("%d" RLM "/%d" RLM "/%d", day, month, year);
  return mq_digits_shape (text, digits);
}

/**
 * mq_date_day_month:
 * @month_day: (nullable): a day of the year: "--01-01"
 * @months: which names of months
 * @digits: the digits of the document
 *
 * Returns: (transfer full) (nullable): «أول يناير» by Egyptian usage, also where both names stand, «١ كانون
 *   الثاني» by Iraqi; or %NULL if @month_day is no such day
 */
char *
mq_date_day_month (const char *month_day, MqMonths months, MqDigits digits)
{
  g_autofree char *text = NULL;
  int month, day;

  if (!read_month_day (month_day, &month, &day))
    return NULL;

  if (day == 1 && months != MQ_MONTHS_IQ)
    return g_strconcat ("أول ", mq_date_month_name (month, months), NULL);

  text = g_strdup_printf ("%d %s", day, mq_date_month_name (month, months));
  return mq_digits_shape (text, digits);
}

/**
 * mq_date_weekday:
 * @iso: (nullable): an ISO date
 *
 * Returns: (transfer none) (nullable): the day of the week, or %NULL if @iso is no date
 */
const char *
mq_date_weekday (const char *iso)
{
  gint64 days;

  if (!mq_date_day_number (iso, &days))
    return NULL;

  /* 1 January 1970 was a Thursday; the sum is made positive for every date there is */
  return weekdays[(days + 4 + 7 * 200000) % 7];
}
