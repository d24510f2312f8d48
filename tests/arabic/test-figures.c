/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-figures.h"

#define LRI "\u2066"
#define PDI "\u2069"
#define RLM "\u200F"

typedef struct { const char *typed, *arabic, *latin; } FigureCase;

static const FigureCase cases[] = {
  { "نص", "نص", "نص" },
  { "", "", "" },
  { "٥ و6", "٥ و٦", "5 و6" },
  /* decimals: one point in a number */
  { "1.5", "١٫٥", "1.5" },
  { "١٫٥", "١٫٥", "1.5" },
  { "1.2.3", "١.٢.٣", "1.2.3" },
  { "5.", "٥.", "5." },
  { "بند 5.نص", "بند ٥.نص", "بند 5.نص" },
  /* thousands: by threes only */
  { "1,800", "١٬٨٠٠", "1,800" },
  { "١٬٨٠٠", "١٬٨٠٠", "1,800" },
  { "1,250,000.50", "١٬٢٥٠٬٠٠٠٫٥٠", "1,250,000.50" },
  { "1,2", "١,٢", "1,2" },
  { "1,2500", "١,٢٥٠٠", "1,2500" },
  { "2026,100", "٢٠٢٦,١٠٠", "2026,100" },
  { "1,250,00", "١,٢٥٠,٠٠", "1,250,00" },
  { "5, 6", "٥, ٦", "5, 6" },
  /* the sign behind a figure */
  { "52%", "٥٢٪", LRI "52%" PDI },
  { "٩٩٫٥٪", "٩٩٫٥٪", LRI "99.5%" PDI },
  { "من 1,800% إلى 79٪.", "من ١٬٨٠٠٪ إلى ٧٩٪.", "من " LRI "1,800%" PDI " إلى " LRI "79%" PDI "." },
  { "% و%5", "% و%٥", "% و%5" },
  /* numbers with a slash between them are read from the right */
  { "17/6/2026", "١٧" RLM "/٦" RLM "/٢٠٢٦", "17" RLM "/6" RLM "/2026" },
  { "ف م/047/2026", "ف م/٠٤٧" RLM "/٢٠٢٦", "ف م/047" RLM "/2026" },
  { "١٧" RLM "/٦", "١٧" RLM "/٦", "17" RLM "/6" },
  { "و/أو 5/أ", "و/أو ٥/أ", "و/أو 5/أ" },
  { "2026-2030", "٢٠٢٦-٢٠٣٠", "2026-2030" },
};

static void
test_shape (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *arabic = mq_figures_shape (cases[i].typed, MQ_DIGITS_ARABIC);
      g_autofree char *latin = mq_figures_shape (cases[i].typed, MQ_DIGITS_LATIN);

      g_assert_cmpstr (arabic, ==, cases[i].arabic);
      g_assert_cmpstr (latin, ==, cases[i].latin);
    }
}

/* What was shaped stays when it is shaped again. */
static void
test_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *again = mq_figures_shape (cases[i].arabic, MQ_DIGITS_ARABIC);

      g_assert_cmpstr (again, ==, cases[i].arabic);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/shape", test_shape);
  g_test_add_func ("/figures/again", test_again);
  return g_test_run ();
}
