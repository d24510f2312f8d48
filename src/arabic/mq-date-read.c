/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-date.h"

#include "mq-fold.h"

#include <string.h>

/* Dates as people type them.  The text is folded, which brings digits and spellings to one form, and cut into
 * numbers and words; what the words are is looked up among the folded names. */

#define MAX_TOKENS 12

typedef struct {
  char *word;   /* NULL for a number */
  int value;
  guint digits; /* how many the number was written with */
} Token;

typedef struct {
  Token tokens[MAX_TOKENS];
  guint n;
  guint at;
} Reader;

static void
reader_clear (Reader *reader)
{
  for (guint i = 0; i < reader->n; i++)
    g_clear_pointer (&reader->tokens[i].word, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
is_letter (const char *p)
{
  return *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p));
}

/* Cuts @folded up; FALSE if it holds anything but numbers, words, spaces and the separators of dates. */
static gboolean
reader_split (Reader *reader, const char *folded)
{
  for (const char *p = folded; *p != '\0';)
    {
      Token *token;
      const char *start = p;

      if (strchr (" /-.,", *p) != NULL)
        {
          p++;
          continue;
        }
      if (reader->n == MAX_TOKENS)
        return FALSE;
      token = &reader->tokens[reader->n];

      if (g_ascii_isdigit (*p))
        {
          for (token->value = 0; g_ascii_isdigit (*p) && p - start < 5; p++)
            token->value = token->value * 10 + (*p - '0');
          token->digits = (guint) (p - start);
          if (token->digits > 4)
            return FALSE;
        }
      else if (is_letter (p))
        {
          while (is_letter (p))
            p = g_utf8_next_char (p);
          token->word = g_strndup (start, (gsize) (p - start));
        }
      else
        return FALSE;
      reader->n++;
    }

  return TRUE;
}

static gboolean
reader_word (const Reader *reader, guint at, const char *folded)
{
  return at < reader->n && g_strcmp0 (reader->tokens[at].word, folded) == 0;
}

/* Whether the name @name begins at the reader's place; one that is two words may lack the article of the
 * second. */
static guint
reader_match_name (const Reader *reader, const char *name)
{
  g_autofree char *folded = mq_fold (name, MQ_FOLD_L2);
  char *second = strchr (folded, ' ');

  if (second == NULL)
    return reader_word (reader, reader->at, folded) ? 1 : 0;

  *second++ = '\0';
  if (reader_word (reader, reader->at, folded)
      && (reader_word (reader, reader->at + 1, second)
          || (g_str_has_prefix (second, "ال")
              && reader_word (reader, reader->at + 1, second + strlen ("ال")))))
    return 2;

  return 0;
}

static int
reader_month (Reader *reader)
{
  /* as the Egyptian gazette writes them, folded: يونيه، يونية */
  static const struct {
    const char *name;
    int month;
  } others[] = { { "يونيه", 6 }, { "يوليه", 7 } };

  for (int month = 1; month <= 12; month++)
    {
      guint length = reader_match_name (reader, mq_date_month_name (month, MQ_MONTHS_EG));

      if (length == 0)
        length = reader_match_name (reader, mq_date_month_name (month, MQ_MONTHS_IQ));
      reader->at += length;
      if (length > 0)
        return month;
    }

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (reader_match_name (reader, others[i].name) > 0)
      {
        reader->at++;
        return others[i].month;
      }

  return 0;
}

/* A number of at most @max_digits digits, or 0. */
static int
reader_number (Reader *reader, guint min_digits, guint max_digits)
{
  const Token *token = &reader->tokens[reader->at];

  if (reader->at >= reader->n || token->word != NULL
      || token->digits < min_digits || token->digits > max_digits)
    return 0;
  reader->at++;

  return token->value;
}

/* «٢٤» or «أول», then a month in one name or in both. */
static gboolean
reader_day_month (Reader *reader, int *month, int *day)
{
  int again;

  if (reader_word (reader, reader->at, "اول"))
    {
      *day = 1;
      reader->at++;
    }
  else
    *day = reader_number (reader, 1, 2);

  *month = reader_month (reader);
  again = *month != 0 ? reader_month (reader) : 0;

  return *day != 0 && *month != 0 && (again == 0 || again == *month);
}

/* Day, month and year in figures; the year has four digits and shows which order it is. */
static gboolean
reader_figures (Reader *reader, int *year, int *month, int *day)
{
  gboolean year_first = reader->n > 0 && reader->tokens[0].digits == 4;

  *year = year_first ? reader_number (reader, 4, 4) : 0;
  *(year_first ? month : day) = reader_number (reader, 1, 2);
  *(year_first ? day : month) = reader_number (reader, 1, 2);
  if (!year_first)
    *year = reader_number (reader, 4, 4);

  return *year != 0 && *month != 0 && *day != 0;
}

/* Whether words are still to come, other than the sign of the era. */
static gboolean
reader_has_words (const Reader *reader)
{
  for (guint i = reader->at; i < reader->n; i++)
    if (reader->tokens[i].word != NULL && strcmp (reader->tokens[i].word, "م") != 0)
      return TRUE;

  return FALSE;
}

/* «الخميس» before a date: the word, or NULL. */
static const char *
reader_weekday (Reader *reader)
{
  if (reader->n == 0 || reader->tokens[0].word == NULL || reader_word (reader, 0, "اول"))
    return NULL;
  if (reader_word (reader, 0, "يوم"))
    reader->at++;
  if (reader->at >= reader->n)
    return NULL;

  return reader->tokens[reader->at++].word;
}

static gboolean
read_date (Reader *reader, char **iso)
{
  const char *weekday = reader_weekday (reader);
  int year = 0, month = 0, day = 0;
  g_autofree char *date = NULL, *actual = NULL;

  if (reader_has_words (reader))
    {
      if (!reader_day_month (reader, &month, &day))
        return FALSE;
      if (reader_word (reader, reader->at, "سنه") || reader_word (reader, reader->at, "عام"))
        reader->at++;
      year = reader_number (reader, 4, 4);
    }
  else if (!reader_figures (reader, &year, &month, &day))
    return FALSE;

  if (reader_word (reader, reader->at, "م"))
    reader->at++;
  date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  if (reader->at != reader->n || !mq_date_valid (date))
    return FALSE;

  if (weekday != NULL)
    {
      actual = mq_fold (mq_date_weekday (date), MQ_FOLD_L2);
      if (strcmp (weekday, actual) != 0)
        return FALSE;
    }
  *iso = g_steal_pointer (&date);

  return TRUE;
}

static gboolean
start (Reader *reader, const char *typed, MqProblem **problem)
{
  g_autofree char *folded = NULL;

  if (mq_digits_mixed (typed))
    return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_MIXED_DIGITS, typed, NULL));

  folded = mq_fold (typed, MQ_FOLD_L2);
  if (!reader_split (reader, folded))
    return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_NOT_A_DATE, typed, NULL));

  return TRUE;
}

/**
 * mq_date_parse:
 * @typed: what a person typed
 * @iso: (out) (transfer full) (nullable): the ISO date, or %NULL
 * @problem: (out) (optional): why it was refused
 *
 * Reads a date in figures, the year of four digits first or last (2026-11-24, ٢٤/١١/٢٠٢٦), or with the name
 * of the month by either usage or both (٢٤ نوفمبر ٢٠٢٦، ٢٤ تشرين الثاني ٢٠٢٦), in digits of one shape.  A day
 * of the week before it must be the right one.  Between figures the day comes before the month, unless the
 * year is first.
 *
 * Returns: whether it was a date of the calendar
 */
gboolean
mq_date_parse (const char *typed, char **iso, MqProblem **problem)
{
  g_auto (Reader) reader = { .n = 0 };

  g_return_val_if_fail (typed != NULL, FALSE);
  g_return_val_if_fail (iso != NULL, FALSE);

  *iso = NULL;
  if (!start (&reader, typed, problem))
    return FALSE;
  if (!read_date (&reader, iso))
    return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_NOT_A_DATE, typed, NULL));

  return TRUE;
}

/**
 * mq_date_parse_day_month:
 * @typed: what a person typed
 * @month_day: (out) (transfer full) (nullable): the day of the year, "--12-31", or %NULL
 * @problem: (out) (optional): why it was refused
 *
 * Reads a day of the year: ٣١/١٢, أول يناير, ٣١ كانون الأول, or as it is stored, --12-31.
 *
 * Returns: whether it was such a day
 */
gboolean
mq_date_parse_day_month (const char *typed, char **month_day, MqProblem **problem)
{
  g_auto (Reader) reader = { .n = 0 };
  g_autofree char *result = NULL;
  int month = 0, day = 0;
  gboolean found;

  g_return_val_if_fail (typed != NULL, FALSE);
  g_return_val_if_fail (month_day != NULL, FALSE);

  *month_day = NULL;
  if (mq_date_day_month_valid (typed))
    {
      *month_day = g_strdup (typed);
      return TRUE;
    }
  if (!start (&reader, typed, problem))
    return FALSE;

  if (reader_has_words (&reader))
    found = reader_day_month (&reader, &month, &day);
  else
    {
      day = reader_number (&reader, 1, 2);
      month = reader_number (&reader, 1, 2);
      found = typed[0] != '-';
    }
  result = g_strdup_printf ("--%02d-%02d", month, day);
  if (!found || reader.at != reader.n || !mq_date_day_month_valid (result))
    return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_NOT_A_DATE, typed, NULL));
  *month_day = g_steal_pointer (&result);

  return TRUE;
}
