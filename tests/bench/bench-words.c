/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts in words against ICU's spell-out of the same numbers, in one run.  ICU's words are wrong in Arabic and lack
 * the noun; it is the only other thing at hand that does comparable work.
 *
 * Both begin with the amount as a draft holds it, exact, a decimal in ASCII digits, and end with a new text in UTF-8.
 * What ICU's rules alone take, from a double to UTF-16 in memory that is there, is told beside it. */

#include <stdio.h>
#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "mq-words.h"

#define N_AMOUNTS 2000
#define ROUNDS 400
#define TARGET 10.0

static char *amounts[N_AMOUNTS];
static double values[N_AMOUNTS];

/* Amounts of one to thirteen digits, each length as often; every other one has hundredths. */
static void
make_amounts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < N_AMOUNTS; i++)
    {
      guint64 n = 0;

      for (guint digit = 0; digit <= i % 13; digit++)
        n = n * 10 + (guint64) g_rand_int_range (rand, 0, 10);
      amounts[i] = i % 2 == 0 ? g_strdup_printf ("%" G_GUINT64_FORMAT, n)
                              : g_strdup_printf ("%" G_GUINT64_FORMAT ".%02d", n, g_rand_int_range (rand, 1, 100));
      values[i] = g_ascii_strtod (amounts[i], NULL);
    }
}

static gint64
own (void)
{
  static const char *const currencies[] = { "EGP", "IQD", "USD" };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_AMOUNTS; i++)
    {
      g_autofree char *words = mq_words_amount (amounts[i], currencies[i % 3], NULL, NULL);

      g_assert_nonnull (words);
    }
  return g_get_monotonic_time () - start;
}

static gint64
icu (UNumberFormat *format)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_AMOUNTS; i++)
    {
      UErrorCode error = U_ZERO_ERROR;
      UChar words[1024];
      char utf8[3 * G_N_ELEMENTS (words)];
      int32_t length = unum_formatDecimal (format, amounts[i], (int32_t) strlen (amounts[i]), words,
                                           G_N_ELEMENTS (words), NULL, &error);
      g_autofree char *text = NULL;

      u_strToUTF8 (utf8, sizeof utf8, NULL, words, length, &error);
      g_assert_true (U_SUCCESS (error) && length > 0);
      text = g_strdup (utf8);
    }
  return g_get_monotonic_time () - start;
}

static gint64
icu_alone (UNumberFormat *format)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_AMOUNTS; i++)
    {
      UErrorCode error = U_ZERO_ERROR;
      UChar words[1024];
      int32_t length = unum_formatDouble (format, values[i], words, G_N_ELEMENTS (words), NULL, &error);

      g_assert_true (U_SUCCESS (error) && length > 0);
    }
  return g_get_monotonic_time () - start;
}

int
main (void)
{
  UErrorCode error = U_ZERO_ERROR;
  UNumberFormat *format = unum_open (UNUM_SPELLOUT, NULL, 0, "ar", NULL, &error);
  gint64 best_own = G_MAXINT64, best_icu = G_MAXINT64, best_alone = G_MAXINT64;
  double ratio;

  if (U_FAILURE (error))
    {
      printf ("ICU has no Arabic spell-out: %s\n", u_errorName (error));
      return 77;
    }
  make_amounts ();
  /* in turns, so that both meet the same machine; the best round of each is the least disturbed */
  for (guint i = 0; i < ROUNDS; i++)
    {
      best_own = MIN (best_own, own ());
      best_icu = MIN (best_icu, icu (format));
      best_alone = MIN (best_alone, icu_alone (format));
    }
  unum_close (format);
  for (guint i = 0; i < N_AMOUNTS; i++)
    g_free (amounts[i]);

  ratio = (double) best_icu / (double) best_own;
  printf ("amounts in words: %.0f a second\n", N_AMOUNTS * 1e6 / (double) best_own);
  printf ("ICU spell-out:    %.0f a second; its rules alone %.0f\n", N_AMOUNTS * 1e6 / (double) best_icu,
          N_AMOUNTS * 1e6 / (double) best_alone);
  printf ("ratio:            %.1f (at least %.0f); to its rules alone %.1f\n", ratio, TARGET,
          (double) best_alone / (double) best_own);
  return ratio >= TARGET ? 0 : 1;
}
