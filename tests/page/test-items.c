/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mq-fonts.h"
#include "mq-items.h"
#include "mq-look.h"

/* What is told without Pango is what Pango says. */
static void
check (MqItems *items, PangoContext *context, const char *text, PangoAttrList *attributes)
{
  GList *said = pango_itemize_with_base_dir (context, PANGO_DIRECTION_RTL, text, 0, (int) strlen (text),
                                             attributes, NULL);
  const GArray *found = mq_items_find (items, text, (guint) strlen (text), attributes);
  guint i = 0;

  if (g_list_length (said) != found->len)
    g_test_message ("of another number of items: %s", text);
  g_assert_cmpuint (g_list_length (said), ==, found->len);
  for (GList *l = said; l != NULL; l = l->next, i++)
    {
      const PangoItem *item = l->data;
      const MqItem *own = &g_array_index (found, MqItem, i);

      if (own->offset != (guint) item->offset || own->analysis->level != item->analysis.level)
        g_test_message ("item %u: %s", i, text);
      g_assert_cmpuint (own->offset, ==, item->offset);
      g_assert_cmpuint (own->length, ==, item->length);
      g_assert_cmpuint (own->analysis->level, ==, item->analysis.level);
      g_assert_cmpuint (own->analysis->script, ==, item->analysis.script);
      g_assert_cmpuint (own->analysis->gravity, ==, item->analysis.gravity);
      g_assert_cmpuint (own->analysis->flags, ==, item->analysis.flags);
      g_assert_true (own->analysis->font == item->analysis.font);
      g_assert_true (own->analysis->language == item->analysis.language);
    }
  g_list_free_full (said, (GDestroyNotify) pango_item_free);
}

/* @asked: whether Pango has to be asked */
static const struct { const char *text; gboolean asked; } cases[] = {
  { "يكون مقر الشركة في بغداد.", FALSE },
  { "المادة (٢٤) – رأس المال", FALSE },
  { "مبلغ ٦٠٬٠٠٠٬٠٠٠٬٠٠٠ دينار عراقي (ستون مليار دينار عراقي)،", FALSE },
  { "نسبة ٥١٫٨٥٪ في ١٥/١١/٢٠٢٦، و١٢:٣٠، و(٦٥) و«٦٦»؟", FALSE },
  { "١،٢ ثم ٣، ٤ ثم ٥..٦ و-٧- و٨-٩ و١٠/ و/١١", FALSE },
  { "مُقتَرَحٌ مشكولٌ وفقاً", FALSE },
  { "في 15 نوفمبر 2026، بنسبة 51.85% و1,000 و3-4", FALSE },
  { "15 نوفمبر", TRUE },                        /* before any letter European digits are other numbers */
  { "؟ 15% ثم", FALSE },
  { "؟ ١٥", TRUE },                             /* without a letter the script is another */
  { "(١٥)", TRUE },
  { "", TRUE },
  { "شركة Egyptian-Iraqi Company", TRUE },
  { "ڕێککەوتننامە", TRUE },
  { "١َ كلمة", TRUE },                          /* a mark on a number */
  { "كلمة\u200fكلمة", TRUE },
  { "١ ـ كلمة", TRUE },
};

static void
test_cases (void)
{
  PangoContext *context = mq_fonts_context ();
  g_autoptr (MqItems) items = mq_items_new (context);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint look = 0; look < MQ_N_LOOKS; look++)
      {
        guint before = mq_items_n_asked (items);

        check (items, context, cases[i].text, mq_look_attributes (look, i & 1));
        if ((mq_items_n_asked (items) > before) != cases[i].asked)
          g_test_message ("%s", cases[i].text);
        g_assert_cmpint (mq_items_n_asked (items) > before, ==, cases[i].asked);
      }
  g_object_unref (context);
}

/* Texts of pieces at random, most of them such as need not be asked for. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "ا", "شركة", "بغداد", "مُ", "دِّ", "لا", " ", " ", " ", "١", "٢٣", "٠", "4", "56", ".", ",", ":", "/", "،", "؛", "؟",
    "\302\240", "٫", "٬", "٪", "%", "(", ")", "[", "]", "«", "»", "–", "-", "\"", "!", "…", "ل", "ة", "ى", "Latin", "َ",
  };
  PangoContext *context = mq_fonts_context ();
  g_autoptr (MqItems) items = mq_items_new (context);
  guint n = g_test_slow () ? 200000 : 10000;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int length = g_test_rand_int_range (1, 16), n_pieces = G_N_ELEMENTS (pieces) - (i % 8 ? 2 : 0);

      while (length-- > 0)
        g_string_append (text, pieces[g_test_rand_int_range (0, n_pieces)]);
      check (items, context, text->str, mq_look_attributes (MQ_LOOK_PARA, FALSE));
    }
  g_assert_cmpuint (mq_items_n_asked (items), >, n / 50);
  g_assert_cmpuint (mq_items_n_asked (items), <, n / 2);
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/items/cases", test_cases);
  g_test_add_func ("/items/random", test_random);
  return g_test_run ();
}
