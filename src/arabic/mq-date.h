/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-digits.h"
#include "mq-problem.h"

/* Dates.  Inside the program a date is ISO text, "2026-11-24", of the years 1 to 9999, and a day of the year
 * "--11-24". In print months have Egyptian (يناير) or Iraqi (كانون الثاني) names or both. */

G_BEGIN_DECLS

typedef enum { MQ_MONTHS_EG, MQ_MONTHS_IQ, MQ_MONTHS_BOTH } MqMonths;

gboolean    mq_date_parse_iso         (const char *iso, int *year, int *month, int *day);
gboolean    mq_date_valid             (const char *iso);
gboolean    mq_date_day_month_valid   (const char *month_day);
gboolean    mq_date_day_number        (const char *iso, gint64 *days);
char       *mq_date_add_months        (const char *iso, int months);
char       *mq_date_add_days          (const char *iso, int days);

char       *mq_date_text              (const char *iso, MqMonths months, MqDigits digits);
char       *mq_date_figures           (const char *iso, MqDigits digits);
char       *mq_date_day_month         (const char *month_day, MqMonths months, MqDigits digits);
const char *mq_date_weekday           (const char *iso);
const char *mq_date_month_name        (int month, MqMonths months);

char       *mq_date_hijri             (const char *iso, int shift, MqDigits digits);
gboolean    mq_date_hijri_approximate (const char *iso);

gboolean    mq_date_parse             (const char *typed, char **iso, MqProblem **problem);
gboolean    mq_date_parse_day_month   (const char *typed, char **month_day, MqProblem **problem);

G_END_DECLS
