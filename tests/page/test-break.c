/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mq-break.h"

/* | where a line may end, ~ where it may only when the token is wider than the measure. */
static const char *const cases[] = {
  /* ordinary text */
  "رأس |مال |الشركة",
  "كلمة",
  "",
  " كلمة ",
  "كلمة  |كلمة",                                          /* two spaces are one place */
  /* closing punctuation stays with what is before it, opening with what is behind */
  "نص ، |ثم . |نهاية",
  "« نص |بين |علامتين » |بعدها",
  "( أ ) |نص",
  "قال: |نعم",
  "نسبة ٪ |من",
  /* slashes and dashes inside a word, its marks passed over: whole while it fits */
  "و/~أو |المصرية-~العراقية |بين–~بين",
  "كلٍّ/~منهم",
  "٢٠٢٤/~٢٠٢٦ |و٢٠٢٤–~٢٠٢٦ |م/~١٢",
  "١٥ |نوفمبر/~تشرين |الثاني",
  "نص |-٥ |/نص",
  /* figures part behind their thousands */
  "١٢٬~٠٠٠٬~٠٠٠\u00a0دينار |1,~200.~50",
  "٣٫٥",
  /* not behind what opens or quotes */
  "نص(أ) |don't |a\"b",
  /* Latin tokens hold together */
  "خدمة |e-~Gov |الموحدة",
  "https://~www.~example.~org/~a_~b?~c=~d |الموقع",
  "ISO/~IEC |27001",
  "REF-~2026/~014",
  "(HL7 |Code) |نص",
  "$100 |و-~5",
  /* no-break space, zero width space */
  "مادة\u00a0(١٢) |وما",
  "كلمة\u200b|كلمة",
  /* isolates: the place is before one begins and behind one's end */
  "رقم |\u2066+964 |770 |123\u2069 |هاتف",
  "\u2067نص\u2069/~نص",
  /* a mark is never parted from its letter */
  "مُقتَرَحٌ |ثانٍ",
};

static char *
show (const char *text)
{
  gsize length = strlen (text);
  g_autofree guint8 *places = g_new0 (guint8, length + 1);
  GString *out = g_string_new (NULL);

  mq_break_places (text, length, places);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (places[p - text] != MQ_BREAK_NONE)
        g_string_append_c (out, places[p - text] == MQ_BREAK_LINE ? '|' : '~');
      g_string_append_unichar (out, g_utf8_get_char (p));
    }
  return g_string_free (out, FALSE);
}

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (cases[i], "|~", -1);
      g_autofree char *text = g_strjoinv ("", parts);
      g_autofree char *shown = show (text);
      g_assert_cmpstr (shown, ==, cases[i]);
    }
}

static void
test_kinds (void)
{
  g_assert_true (mq_break_is_space (' '));
  g_assert_true (mq_break_is_space (0xA0));
  g_assert_false (mq_break_is_space ('\n'));
  g_assert_true (mq_break_is_line_end ('\n'));
  g_assert_true (mq_break_is_line_end (0x2029));
  g_assert_false (mq_break_is_line_end (' '));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/break/places", test_places);
  g_test_add_func ("/break/kinds", test_kinds);
  return g_test_run ();
}
