/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-date.h"

#include "test-table.h"

#include <string.h>

static void
check_row (char **columns, guint n_columns)
{
  const char *iso = columns[0], *weekday = mq_date_weekday (columns[0]);
  g_autofree char *hijri = mq_date_hijri (iso, 0, MQ_DIGITS_ARABIC);
  g_autofree char *eg = mq_date_text (iso, MQ_MONTHS_EG, MQ_DIGITS_ARABIC);
  g_autofree char *iq = mq_date_text (iso, MQ_MONTHS_IQ, MQ_DIGITS_ARABIC);
  const char *texts[] = { hijri, eg, iq };

  g_assert_cmpuint (n_columns, ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strconcat (weekday, " ", texts[i], NULL);

      g_assert_cmpstr (text, ==, columns[3 + i]);
      if (i > 0)
        {
          g_autofree char *back = NULL;

          g_assert_true (mq_date_parse (text, &back, NULL));
          g_assert_cmpstr (back, ==, iso);
        }
    }
}

static void
test_printed (void)
{
  test_table ("hijri.tsv", 21, check_row);
}

static void
test_valid (void)
{
  static const char *const good[] = { "2026-11-24", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31" };
  static const char *const bad[] = {
    "", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-3", "0000-01-01",
    "2026/11/24",
    "2026-11-24 ", "٢٠٢٦-١١-٢٤", "-026-11-24", "20261124"
  };
  static const char *const bad_days[] = {
    "", "11-24", "--02-30", "--13-01", "--1-1", "2026-11-24", "--12-31 "
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (mq_date_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (mq_date_valid (bad[i]));
  g_assert_false (mq_date_valid (NULL));

  g_assert_true (mq_date_day_month_valid ("--02-29"));
  g_assert_true (mq_date_day_month_valid ("--12-31"));
  for (guint i = 0; i < G_N_ELEMENTS (bad_days); i++)
    g_assert_false (mq_date_day_month_valid (bad_days[i]));
  g_assert_false (mq_date_day_month_valid (NULL));
}

static void
test_texts (void)
{
  g_autofree char *both = mq_date_text ("2021-06-17", MQ_MONTHS_BOTH, MQ_DIGITS_ARABIC);
  g_autofree char *latin = mq_date_text ("2021-06-17", MQ_MONTHS_IQ, MQ_DIGITS_LATIN);
  g_autofree char *figures = mq_date_figures ("2021-06-17", MQ_DIGITS_ARABIC);
  g_autofree char *first_eg = mq_date_day_month ("--01-01", MQ_MONTHS_EG, MQ_DIGITS_ARABIC);
  g_autofree char *first_iq = mq_date_day_month ("--01-01", MQ_MONTHS_IQ, MQ_DIGITS_ARABIC);
  g_autofree char *last = mq_date_day_month ("--12-31", MQ_MONTHS_EG, MQ_DIGITS_LATIN);

  g_assert_cmpstr (both, ==, "١٧ يونيو/حزيران ٢٠٢١");
  g_assert_cmpstr (latin, ==, "17 حزيران 2021");
  g_assert_cmpstr (figures, ==, "١٧\u200F/٦\u200F/٢٠٢١");
  g_assert_cmpstr (first_eg, ==, "أول يناير");
  g_assert_cmpstr (first_iq, ==, "١ كانون الثاني");
  g_assert_cmpstr (last, ==, "31 ديسمبر");
  g_assert_null (mq_date_text ("2021-06-31", MQ_MONTHS_EG, MQ_DIGITS_ARABIC));
  g_assert_null (mq_date_day_month ("--06-31", MQ_MONTHS_EG, MQ_DIGITS_ARABIC));
}

static void
test_hijri (void)
{
  g_autofree char *late = mq_date_hijri ("2026-06-16", -1, MQ_DIGITS_ARABIC);
  g_autofree char *early = mq_date_hijri ("2026-06-16", 1, MQ_DIGITS_LATIN);
  g_autofree char *far = mq_date_hijri ("2040-01-01", 0, MQ_DIGITS_ARABIC);

  g_assert_true (g_str_has_suffix (late, " ذي الحجة ١٤٤٧"));
  g_assert_cmpstr (early, ==, "2 محرم 1448");
  g_assert_true (g_str_has_suffix (far, "، تقريبي"));
  g_assert_false (mq_date_hijri_approximate ("1999-04-17"));
  g_assert_true (mq_date_hijri_approximate ("1999-04-16"));
  g_assert_false (mq_date_hijri_approximate ("2029-08-10"));
  g_assert_true (mq_date_hijri_approximate ("2029-08-11"));
  g_assert_null (mq_date_hijri ("2026-06-31", 0, MQ_DIGITS_ARABIC));
  g_assert_null (mq_date_hijri ("0600-01-01", 0, MQ_DIGITS_ARABIC));
}

static void
test_reading (void)
{
  static const struct { const char *typed, *iso; } good[] = {
    { "2026-11-24", "2026-11-24" },        { "2026/11/24", "2026-11-24" },
    { "٢٠٢٦-١١-٢٤", "2026-11-24" },
    { "24/11/2026", "2026-11-24" },        { "24-11-2026", "2026-11-24" },
    { "24.11.2026", "2026-11-24" },
    { "٢٤/١١/٢٠٢٦", "2026-11-24" },        { "١٧\u200F/٠٦\u200F/٢٠٢١", "2021-06-17" },
    { "3/4/2026", "2026-04-03" },          { " 24 / 11 / 2026 ", "2026-11-24" },
    { "٢٤ نوفمبر ٢٠٢٦", "2026-11-24" },    { "24 تشرين الثاني 2026", "2026-11-24" },
    { "٢٤ تشرين ثاني ٢٠٢٦", "2026-11-24" }, { "٢٤ نوفمبر/تشرين الثاني ٢٠٢٦", "2026-11-24" },
    { "١٧ يونيه سنة ٢٠٢١", "2021-06-17" },  { "17 يولية 2021", "2021-07-17" },
    { "١ ابريل ٢٠٢١م", "2021-04-01" },
    { "أول يناير ٢٠٢٧", "2027-01-01" },     { "١ آب ٢٠٢١ م", "2021-08-01" },
    { "يوم الخميس ١٧ يونيو ٢٠٢١", "2021-06-17" },
    { "الخميس 17/6/2021", "2021-06-17" },  { "٢٩ شباط ٢٠٢٤", "2024-02-29" },
    { "٢٤/١١/٢٠٢٦م", "2026-11-24" },
  };
  static const struct { const char *typed; MqProblemCode code; } bad[] = {
    { "", MQ_PROBLEM_NOT_A_DATE },               { "   ", MQ_PROBLEM_NOT_A_DATE },
    { "24/11/26", MQ_PROBLEM_NOT_A_DATE },       { "24/11", MQ_PROBLEM_NOT_A_DATE },
    { "31/11/2026", MQ_PROBLEM_NOT_A_DATE },     { "11/24/2026", MQ_PROBLEM_NOT_A_DATE },
    { "2026-02-29", MQ_PROBLEM_NOT_A_DATE },     { "٢٩ فبراير ٢٠٢٦", MQ_PROBLEM_NOT_A_DATE },
    { "24112026", MQ_PROBLEM_NOT_A_DATE },       { "٢٤ نوفمبر", MQ_PROBLEM_NOT_A_DATE },
    { "نوفمبر ٢٠٢٦", MQ_PROBLEM_NOT_A_DATE },    { "٢٤ نوفمبر/حزيران ٢٠٢٦", MQ_PROBLEM_NOT_A_DATE },
    { "الجمعة ١٧ يونيو ٢٠٢١", MQ_PROBLEM_NOT_A_DATE }, { "غداً", MQ_PROBLEM_NOT_A_DATE },
    { "24/11/2026 10", MQ_PROBLEM_NOT_A_DATE },  { "1/1/2026-2", MQ_PROBLEM_NOT_A_DATE },
    { "24:11:2026", MQ_PROBLEM_NOT_A_DATE },     { "يوم", MQ_PROBLEM_NOT_A_DATE },
    { "1 2 3 4 5 6 7 8 9 10 11 12 13", MQ_PROBLEM_NOT_A_DATE },
    { "24/١١/2026", MQ_PROBLEM_MIXED_DIGITS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *iso = NULL;

      if (!mq_date_parse (good[i].typed, &iso, NULL))
        g_error ("“%s” was refused", good[i].typed);
      g_assert_cmpstr (iso, ==, good[i].iso);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (MqProblem) problem = NULL;
      char *iso;

      if (mq_date_parse (bad[i].typed, &iso, &problem))
        g_error ("“%s” was taken for %s", bad[i].typed, iso);
      g_assert_cmpint (problem->code, ==, bad[i].code);
    }
}

static void
test_reading_days (void)
{
  static const struct { const char *typed, *day; } rows[] = {
    { "--12-31", "--12-31" },  { "٣١/١٢", "--12-31" },          { "31 ديسمبر", "--12-31" },
    { "أول يناير", "--01-01" }, { "١ كانون الثاني", "--01-01" }, { "٢٩ فبراير", "--02-29" },
    { "٣٠ فبراير", NULL },     { "12/31", NULL },               { "31", NULL },
    { "", NULL },              { "-12-31", NULL },              { "1/1/2026", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *day = NULL;

      g_assert_cmpint (mq_date_parse_day_month (rows[i].typed, &day, NULL), ==, rows[i].day != NULL);
      g_assert_cmpstr (day, ==, rows[i].day);
    }
}

static void
test_months (void)
{
  static const struct { const char *from; int months; const char *to; } rows[] = {
    { "2026-01-31", 1, "2026-02-28" },  { "2024-01-31", 1, "2024-02-29" }, { "2024-02-29", 12, "2025-02-28" },
    { "2026-11-24", 0, "2026-11-24" },  { "2026-11-24", 2, "2027-01-24" }, { "2026-01-15", -1, "2025-12-15" },
    { "2026-01-15", -13, "2024-12-15" }, { "2026-12-31", 300, "2051-12-31" }, { "0001-01-01", -1, NULL },
    { "9999-12-01", 1, NULL },          { "2026-02-30", 1, NULL },         { "2026-01-01", G_MAXINT, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *to = mq_date_add_months (rows[i].from, rows[i].months);

      g_assert_cmpstr (to, ==, rows[i].to);
    }
}

/* Day by day through the calendar, against GLib's. */
static void
test_days (void)
{
  g_autofree char *iso = g_strdup ("1890-01-01");
  g_autofree char *first = mq_date_add_days ("2026-01-01", -739616);
  g_autofree char *before = mq_date_add_days ("0001-01-01", -1);
  g_autofree char *last = mq_date_add_days ("9999-12-30", 1);
  g_autofree char *after = mq_date_add_days ("9999-12-31", 1);
  gint64 epoch = -1, number;
  GDate date;

  g_assert_true (mq_date_day_number ("1970-01-01", &epoch));
  g_assert_cmpint (epoch, ==, 0);
  g_assert_cmpstr (first, ==, "0001-01-01");
  g_assert_null (before);
  g_assert_cmpstr (last, ==, "9999-12-31");
  g_assert_null (after);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1890);
  for (guint i = 0; i < 80000; i++)
    {
      char expected[16];
      char *next;

      g_date_strftime (expected, sizeof expected, "%Y-%m-%d", &date);
      g_assert_cmpstr (iso, ==, expected);
      g_assert_true (mq_date_day_number (iso, &number));
      g_assert_cmpint (number, ==, (gint64) g_date_get_julian (&date) - 719163);

      next = mq_date_add_days (iso, 1);
      g_free (iso);
      iso = next;
      g_date_add_days (&date, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/printed", test_printed);
  g_test_add_func ("/date/valid", test_valid);
  g_test_add_func ("/date/texts", test_texts);
  g_test_add_func ("/date/hijri", test_hijri);
  g_test_add_func ("/date/reading", test_reading);
  g_test_add_func ("/date/reading-days", test_reading_days);
  g_test_add_func ("/date/months", test_months);
  g_test_add_func ("/date/days", test_days);

  return g_test_run ();
}
