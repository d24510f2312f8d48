/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-faults.h"

#include <string.h>

typedef struct {
  const char *text;
  const char *faults;           /* a letter each: digits, lookalike, tatweel, direction mark */
  const char *mended;
} Row;

static const Row rows[] = {
  { "", "", "" },
  { "المادة ٥ و12", "", "المادة ٥ و12" },
  { "البند 1٣", "d", "البند 13" },
  { "١٬٢5٠٫٧5 و٣٤", "d", "١٬٢٥٠٫٧٥ و٣٤" },
  { "1.5، ٢", "", "1.5، ٢" },
  { "١۲", "d", "١٢" },
  { "العراقی", "l", "العراقي" },
  { "شرکة مصریة", "ll", "شركة مصرية" },
  { "ھيئة", "l", "هيئة" },
  { "کوردستانی هەرێم", "ll", "كوردستاني هەرێم" },
  { "هەرێمی کوێستان پارکی", "", "هەرێمی کوێستان پارکی" },
  { "\uFEFB ﻳﺠﻮز \uFE83", "lllll", "لا يجوز أ" },
  { "ﷺ ﴿﴾", "", "ﷺ ﴿﴾" },
  { "رأس المــال", "t", "رأس المال" },
  { "مـُقترح", "t", "مُقترح" },
  { "(هـ) و١٤٤٧هـ", "", "(هـ) و١٤٤٧هـ" },
  { "بـ «مُقترَح» وبـ 51%", "", "بـ «مُقترَح» وبـ 51%" },
  { "هــ", "t", "هـ" },
  { "ـ بند ـــ", "tt", " بند " },
  { "بتاريخ ١٧\u200F/٦\u200F/٢٠٢١", "mm", "بتاريخ ١٧/٦/٢٠٢١" },
  { "\u2066Nile Co.\u2069 شركة\u200F\u202C", "mmm", "Nile Co. شركة" },
  { "می\u200Cخواهم", "l", "مي\u200Cخواهم" },
};

static void
test_rows (void)
{
  static const char letters[] = "dltm";

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) faults = mq_faults_find (rows[i].text), rest = NULL;
      g_autofree char *mended = mq_faults_mend (rows[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < faults->len; j++)
        {
          const MqFault *fault = &g_array_index (faults, MqFault, j);

          g_assert_cmpuint (fault->start, <, fault->end);
          g_assert_cmpuint (fault->end, <=, strlen (rows[i].text));
          g_assert_true (g_utf8_validate_len (rows[i].text + fault->start, fault->end - fault->start, NULL));
          g_string_append_c (found, letters[fault->type]);
        }
      g_assert_cmpstr (found->str, ==, rows[i].faults);
      g_assert_cmpstr (mended, ==, rows[i].mended);
      /* what is mended is sound */
      rest = mq_faults_find (mended);
      g_assert_cmpuint (rest->len, ==, 0);
    }
}

static void
test_excerpt (void)
{
  const char *text = "رأس المـ\u200Fـال المدفوع";
  g_autoptr (GArray) faults = mq_faults_find (text);
  g_autofree char *word = mq_fault_excerpt (text, &g_array_index (faults, MqFault, 0));

  g_assert_cmpstr (word, ==, "المــال");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/faults/rows", test_rows);
  g_test_add_func ("/faults/excerpt", test_excerpt);

  return g_test_run ();
}
