/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-date.h"

#include <string.h>
#include <unicode/ucal.h>

/* In a date ذو stands in the genitive. */
static const char *const hijri_months[] = {
  "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
  "رجب", "شعبان", "رمضان", "شوال", "ذي القعدة", "ذي الحجة"
};

/* From the first of Muharram 1420 to this day all tables of the calendar agree; outside they differ by a day
 * or two. */
#define CERTAIN_FROM "1999-04-17"
#define CERTAIN_TO "2029-08-10"

#define MILLISECONDS_A_DAY 86400000.0

/* The Umm al-Qura date of a day counted from 1 January 1970. */
static gboolean
umm_al_qura (gint64 days, int *year, int *month, int *day)
{
  static const UChar zone[] = u"GMT";
  UErrorCode error = U_ZERO_ERROR;
  UCalendar *calendar;

  calendar = ucal_open (zone, -1, "ar@calendar=islamic-umalqura", UCAL_DEFAULT, &error);
  if (U_FAILURE (error))
    return FALSE;

  ucal_setMillis (calendar, (double) days * MILLISECONDS_A_DAY, &error);
  *year = ucal_get (calendar, UCAL_YEAR, &error);
  *month = ucal_get (calendar, UCAL_MONTH, &error) + 1;
  *day = ucal_get (calendar, UCAL_DATE, &error);
  ucal_close (calendar);

  return U_SUCCESS (error) && *month >= 1 && *month <= 12;
}

/**
 * mq_date_hijri:
 * @iso: (nullable): an ISO date
 * @shift: days by which the sighting of the moon differs: -1, 0 or 1
 * @digits: the digits of the document
 *
 * The date in the Umm al-Qura calendar, «٧ ذي القعدة ١٤٤٢».  Where mq_date_hijri_approximate() holds it ends
 * in «، تقريبي».
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if @iso is no date or before the Hijra
 */
char *
mq_date_hijri (const char *iso, int shift, MqDigits digits)
{
  g_autofree char *text = NULL;
  int year, month, day;
  gint64 days;

  if (!mq_date_day_number (iso, &days) || !umm_al_qura (days + shift, &year, &month, &day) || year < 1)
    return NULL;

  text = g_strdup_printf ("%d %s %d%s", day, hijri_months[month - 1], year,
                          mq_date_hijri_approximate (iso) ? "، تقريبي" : "");
  return mq_digits_shape (text, digits);
}

/**
 * mq_date_hijri_approximate:
 * @iso: (nullable): an ISO date
 *
 * Returns: whether @iso is a date outside 17 April 1999 to 10 August 2029, where the published tables of the
 *   calendar do not agree
 */
gboolean
mq_date_hijri_approximate (const char *iso)
{
  return mq_date_valid (iso) && (strcmp (iso, CERTAIN_FROM) < 0 || strcmp (iso, CERTAIN_TO) > 0);
}
