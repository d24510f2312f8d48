/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-fold.h"

#include "test-table.h"

#include <string.h>

static void
check_row (char **columns, guint n_columns)
{
  MqFoldLevel level = columns[2][0] == '1' ? MQ_FOLD_L1 : MQ_FOLD_L2;
  g_autofree char *text = mq_fold (columns[0], level);
  g_autofree char *query = mq_fold (columns[1], level);

  g_assert_cmpuint (n_columns, ==, 4);
  if (g_str_equal (columns[3], "yes"))
    g_assert_cmpstr (text, ==, query);
  else
    g_assert_cmpstr (text, !=, query);
}

static void
test_search (void)
{
  test_table ("search_norm.tsv", 20, check_row);
}

static void
test_forms (void)
{
  static const struct { const char *text; MqFoldLevel level; const char *folded; } rows[] = {
    { "أَحْكَامٌ ــ  أُخْرَى", MQ_FOLD_EXACT, "أَحْكَامٌ ــ  أُخْرَى" },
    { "أَحْكَامٌ  أُخْرَى", MQ_FOLD_L1, "احكام اخرى" },
    { "مـــادة", MQ_FOLD_L1, "مادة" },
    { "١٢٬٥٠٠٫٧٥٪", MQ_FOLD_L1, "12500.75%" },
    { "۴۵۶", MQ_FOLD_L1, "456" },
    { "نعم، لا؛ هل؟", MQ_FOLD_L1, "نعم, لا; هل?" },
    { "a\u00A0\u2009 b\n\tC", MQ_FOLD_L1, "a b c" },
    { "\uFEFB", MQ_FOLD_L1, "لا" },
    { "\uFEF7", MQ_FOLD_L1, "لا" },
    { "\uFDF2", MQ_FOLD_L1, "الله" },
    { "ا\u0654ا\u0655ا\u0653", MQ_FOLD_L1, "ااا" },
    { "و\u0654ي\u0654", MQ_FOLD_L1, "ؤئ" },
    { "و\u0654ي\u0654", MQ_FOLD_L2, "وي" },
    { "شركة على مسؤول شئون", MQ_FOLD_L2, "شركه علي مسوول شيون" },
    { "\u2066GovNet-12\u2069", MQ_FOLD_L1, "govnet-12" },
    { "", MQ_FOLD_L2, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = mq_fold (rows[i].text, rows[i].level);
      g_autofree char *again = mq_fold (folded, rows[i].level);

      g_assert_cmpstr (folded, ==, rows[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

/* What is found in the folded text is marked in the source, with the marks that belong to it. */
static void
test_origins (void)
{
  static const struct { const char *text, *query, *found; } rows[] = {
    { "في الأحْكَامِ العامة", "احكام", "أحْكَامِ " },
    { "رأس المــال", "المال", "المــال" },
    { "قدره ١٢٬٥٠٠ دينار", "12500", "١٢٬٥٠٠" },
    { "ﻻ يجوز", "لا يجوز", "ﻻ يجوز" },
    { "x\u2066AB\u2069y", "ab", "AB\u2069" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MqFold) fold = mq_fold_new (rows[i].text, MQ_FOLD_L1);
      g_autofree char *simple = mq_fold (rows[i].text, MQ_FOLD_L1);
      g_autofree char *found = NULL;
      const char *hit;
      guint32 from, to;

      g_assert_cmpstr (fold->text, ==, simple);
      g_assert_cmpuint (fold->length, ==, strlen (simple));
      g_assert_cmpuint (fold->origin[fold->length], ==, strlen (rows[i].text));
      for (gsize j = 0; j < fold->length; j++)
        g_assert_cmpuint (fold->origin[j], <=, fold->origin[j + 1]);

      hit = strstr (fold->text, rows[i].query);
      g_assert_nonnull (hit);
      from = fold->origin[hit - fold->text];
      to = fold->origin[(gsize) (hit - fold->text) + strlen (rows[i].query)];
      found = g_strndup (rows[i].text + from, to - from);
      g_strchomp (found);
      {
        g_autofree char *expected = g_strchomp (g_strdup (rows[i].found));

        g_assert_cmpstr (found, ==, expected);
      }
    }
}

static void
test_isolates (void)
{
  g_autofree char *isolated = mq_isolate ("info@example.org");
  g_autofree char *stripped = mq_strip_marks (isolated);
  g_autofree char *joiner = mq_strip_marks ("می\u200Cخواهم\u200F");

  g_assert_cmpstr (isolated, ==, "\u2066info@example.org\u2069");
  g_assert_cmpstr (stripped, ==, "info@example.org");
  g_assert_cmpstr (joiner, ==, "می\u200Cخواهم");

  g_assert_true (mq_is_latin_run ("GovNet 12"));
  g_assert_false (mq_is_latin_run ("شركة GovNet"));
  g_assert_false (mq_is_latin_run ("12/2026"));
  g_assert_false (mq_is_latin_run (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/search", test_search);
  g_test_add_func ("/fold/forms", test_forms);
  g_test_add_func ("/fold/origins", test_origins);
  g_test_add_func ("/fold/isolates", test_isolates);

  return g_test_run ();
}
