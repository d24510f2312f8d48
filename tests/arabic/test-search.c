/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-search.h"

#include "test-table.h"

#include <string.h>

/* The table of folded pairs, as searches. */
static void
check_row (char **columns, guint n_columns)
{
  MqFoldLevel level = columns[2][0] == '1' ? MQ_FOLD_L1 : MQ_FOLD_L2;
  g_autoptr (MqSearch) search = mq_search_new (columns[1], level, TRUE);
  g_autofree char *text = g_strdup_printf ("نص %s، آخر", columns[0]);

  g_assert_cmpuint (n_columns, ==, 4);
  g_assert_cmpuint (mq_search_find (search, text, NULL), ==, g_str_equal (columns[3], "yes"));
}

static void
test_pairs (void)
{
  test_table ("search_norm.tsv", 20, check_row);
}

/* @found: what is found, in brackets, in its place */
typedef struct { const char *query; MqFoldLevel level; gboolean whole; const char *text, *found; } Row;

static const Row rows[] = {
  { "احكام", MQ_FOLD_L1, FALSE, "الأَحْكَامِ، وأحكـــامٌ", "ال[أَحْكَامِ]، و[أحكـــامٌ]" },
  { "ل", MQ_FOLD_L1, FALSE, "ﻻ", "[ﻻ]" },
  { "12500", MQ_FOLD_L1, FALSE, "قدره ١٢٬٥٠٠ ديناراً", "قدره [١٢٬٥٠٠] ديناراً" },
  { "لا يجوز", MQ_FOLD_L1, FALSE, "ولا  يجوز ﻻ\u00A0يجوز", "و[لا  يجوز] [ﻻ\u00A0يجوز]" },
  { " عقد ", MQ_FOLD_L1, FALSE, "عقدعقد", "[عقد][عقد]" },
  { "nile", MQ_FOLD_L1, FALSE, "شركة \u2066Nile Co.\u2069", "شركة \u2066[Nile] Co.\u2069" },
  { "شركة", MQ_FOLD_EXACT, FALSE, "شركةٌ وشرکة", "[شركة]ٌ وشرکة" },
  { "aaa", MQ_FOLD_L1, FALSE, "aaaaa", "[aaa]aa" },
  { "", MQ_FOLD_L1, FALSE, "نص", "نص" },
  { "  ", MQ_FOLD_L1, TRUE, "نص  نص", "نص  نص" },
  /* whole words, and what is written together with them */
  { "شركة", MQ_FOLD_L1, TRUE, "شركة والشركة للشركة بالشركة فبالشركة كشركة ولشركة",
    "[شركة] وال[شركة] لل[شركة] بال[شركة] فبال[شركة] ك[شركة] ول[شركة]" },
  { "شركة", MQ_FOLD_L1, TRUE, "شركةٌ (شركة) مشركة شركتان شركةً.", "[شركةٌ] ([شركة]) مشركة شركتان [شركةً]." },
  { "شركة", MQ_FOLD_L1, TRUE, "الوشركة ببشركة بوشركة", "الوشركة ببشركة بوشركة" },
  { "الشركة", MQ_FOLD_L1, TRUE, "والشركة للشركة شركة", "و[الشركة] للشركة شركة" },
  { "رأس المال", MQ_FOLD_L1, TRUE, "ورأس المال برأس ماله رأس المالية", "و[رأس المال] برأس ماله رأس المالية" },
  { "5", MQ_FOLD_L1, TRUE, "المادة (٥) و٥ و١٥", "المادة ([٥]) و[٥] و١٥" },
  { "٥١٪", MQ_FOLD_L1, TRUE, "نسبة ٥١٪ من", "نسبة [٥١٪] من" },
  { "شركه", MQ_FOLD_L2, TRUE, "الشركة", "ال[شركة]" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MqSearch) search = mq_search_new (rows[i].query, rows[i].level, rows[i].whole);
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MqFound));
      g_autoptr (GString) marked = g_string_new (rows[i].text);

      g_assert_cmpuint (mq_search_find (search, rows[i].text, found), ==, found->len);
      for (guint j = found->len; j-- > 0;)
        {
          const MqFound *place = &g_array_index (found, MqFound, j);

          g_assert_cmpuint (place->start, <, place->end);
          g_string_insert (marked, place->end, "]");
          g_string_insert (marked, place->start, "[");
        }
      g_assert_cmpstr (marked->str, ==, rows[i].found);
      g_assert_cmpint (mq_search_empty (search), ==, strspn (rows[i].query, " ") == strlen (rows[i].query));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/pairs", test_pairs);
  g_test_add_func ("/search/rows", test_rows);

  return g_test_run ();
}
