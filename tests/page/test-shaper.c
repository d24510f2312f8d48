/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mq-fonts.h"
#include "mq-look.h"
#include "mq-shaper.h"

#define WIDE (450 * PANGO_SCALE)

static GArray *
bits_of (MqShaper *shaper, const char *text, int width)
{
  GArray *bits = g_array_new (FALSE, FALSE, sizeof (MqBit));

  mq_shaper_bits (shaper, text, strlen (text), mq_look_attributes (MQ_LOOK_PARA, FALSE), width, bits);
  return bits;
}

static const MqBit *
bit (const GArray *bits, guint i)
{
  g_assert_cmpuint (i, <, bits->len);
  return &g_array_index (bits, MqBit, i);
}

static int
natural_width (const GArray *bits)
{
  int width = 0;

  for (guint i = 0; i < bits->len; i++)
    width += bit (bits, i)->word->width + bit (bits, i)->kern;
  return width;
}

/* Every byte of the text is in one bit, in order. */
static void
test_cover (void)
{
  static const char *const texts[] = {
    "رأس مال الشركة", "", " ", "\n", "\n\n", "سطر\nسطر\n", "نص (ISO/IEC 27001) و٢٥٪ ثم e-Gov.",
    "مُقتَرَحٌ لـ«الشركة» \u2066+964 770\u2069 \u00ad \u200d ڕێککەوتن", "日本 ไทย 😀 نص", "ا\u0651\u064b\u0670",
  };
  g_autoptr (MqShaper) shaper = mq_shaper_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int width = 8; width < 600; width *= 4)
      {
        g_autoptr (GArray) bits = bits_of (shaper, texts[i], width * PANGO_SCALE);
        guint32 at = 0;

        for (guint k = 0; k < bits->len; k++)
          {
            const MqBit *b = bit (bits, k);
            g_assert_cmpuint (b->offset, ==, at);
            g_assert_cmpuint (b->length, >, 0);
            g_assert_cmpuint (b->word->length, ==, b->length);
            g_assert_cmpmem (b->word->text, b->length, texts[i] + at, b->length);
            at += b->length;
          }
        g_assert_cmpuint (at, ==, strlen (texts[i]));
      }
}

static void
test_shaped_once (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  g_autoptr (GArray) bits = bits_of (shaper, "الشركة هي الشركة", WIDE);

  g_assert_cmpuint (bits->len, ==, 5);
  g_assert_true (bit (bits, 0)->word == bit (bits, 4)->word);
  g_assert_true (bit (bits, 1)->word == bit (bits, 3)->word);
  g_assert_cmpuint (mq_shaper_n_words (shaper), ==, 3);
  g_assert_cmpuint (bit (bits, 1)->flags, ==, MQ_BIT_GLUE | MQ_BIT_BREAK);
  g_assert_cmpuint (bit (bits, 0)->flags, ==, 0);
  g_assert_cmpuint (bit (bits, 0)->level, ==, 1);

  /* Another size is another font. */
  g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (MqBit));
  mq_shaper_bits (shaper, "الشركة", strlen ("الشركة"), mq_look_attributes (MQ_LOOK_PART, FALSE), WIDE, other);
  g_assert_true (bit (other, 0)->word != bit (bits, 0)->word);
  g_assert_cmpint (bit (other, 0)->word->width, >, bit (bits, 0)->word->width);
}

/* A text that was cut before has the same bits, but not where its words do not fit, nor in another size. */
static void
test_again (void)
{
  static const char text[] = "الشركة ٢٥٪";
  g_autoptr (MqShaper) shaper = mq_shaper_new (), fresh = mq_shaper_new ();
  g_autoptr (GArray) first = bits_of (shaper, text, WIDE), again = bits_of (shaper, text, WIDE);
  g_autoptr (GArray) narrow = bits_of (shaper, text, 12 * PANGO_SCALE);
  g_autoptr (GArray) expected = bits_of (fresh, text, 12 * PANGO_SCALE);
  g_autoptr (GArray) large = g_array_new (FALSE, FALSE, sizeof (MqBit));

  g_assert_cmpmem (first->data, first->len * sizeof (MqBit), again->data, again->len * sizeof (MqBit));
  g_assert_cmpuint (narrow->len, >, first->len);
  g_assert_cmpuint (narrow->len, ==, expected->len);
  g_clear_pointer (&again, g_array_unref);
  again = bits_of (shaper, text, WIDE);
  g_assert_cmpmem (first->data, first->len * sizeof (MqBit), again->data, again->len * sizeof (MqBit));
  mq_shaper_bits (shaper, text, strlen (text), mq_look_attributes (MQ_LOOK_TITLE, TRUE), WIDE, large);
  g_assert_cmpint (natural_width (large), >, natural_width (first));
}

static void
test_line_ends (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  g_autoptr (GArray) bits = bits_of (shaper, "أ\n\nب", WIDE);

  g_assert_cmpuint (bits->len, ==, 4);
  for (guint i = 1; i <= 2; i++)
    {
      g_assert_cmpuint (bit (bits, i)->flags, ==, MQ_BIT_GLUE | MQ_BIT_BREAK | MQ_BIT_MUST);
      g_assert_cmpuint (bit (bits, i)->word->n_glyphs, ==, 0);
    }
}

/* The fonts of the system, of which this machine may have many, never reach a page. */
static void
test_missing (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  g_autoptr (GArray) bits = bits_of (shaper, "نص ไทย نص ไทย", WIDE);
  g_autoptr (GPtrArray) missing = mq_shaper_missing (shaper);

  g_assert_cmpuint (mq_shaper_n_missing (shaper), ==, 3);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (missing->pdata[0], ==, "ไทย");
}

static void
test_families (void)
{
  static const char *const known[]
      = { "Amiri", "Noto Sans", "Noto Naskh Arabic", "Noto Sans Math", "Noto Sans Symbols2" };
  PangoFontMap *map = mq_fonts_map ();
  PangoFontFamily **families;
  int n;

  pango_font_map_list_families (map, &families, &n);
  g_assert_cmpint (n, >, 0);
  for (int i = 0; i < n; i++)
    {
      const char *name = pango_font_family_get_name (families[i]);
      gboolean found = FALSE;

      /* Pango adds the three generic names by itself. */
      if (g_str_equal (name, "Sans") || g_str_equal (name, "Serif") || g_str_equal (name, "Monospace")
          || g_str_equal (name, "System-ui"))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (known); k++)
        found = found || g_str_equal (name, known[k]);
      if (!found)
        g_error ("%s is not a font of the document", name);
    }
  g_free (families);
  g_object_unref (map);
}

/* All that an Arabic legal text needs is in the fonts. */
static void
test_complete (void)
{
  static const char text[]
      = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ًٌٍَُِّْٰ ٠١٢٣٤٥٦٧٨٩ ٪٫٬ ،؛؟ «» () [] {} – — … ـ ﷲ ﷺ "
        "پچڤگڕڵۆێەھک ABCxyz 0123456789 .,;:!?/-_@#%&*+=<>≤≥≠×÷√∑ © ® ° § № € £ $ ☐ ☑ ✓ → ←";
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  g_autoptr (GArray) bits = bits_of (shaper, text, WIDE);
  g_autoptr (GPtrArray) missing = mq_shaper_missing (shaper);

  for (guint i = 0; i < missing->len; i++)
    g_test_message ("missing in %s", (const char *) missing->pdata[i]);
  g_assert_cmpuint (missing->len, ==, 0);
}

/* A soft hyphen prints nothing and does not part the letters. */
static void
test_soft_hyphen (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  g_autoptr (GArray) with = bits_of (shaper, "الم\u00adشروع", WIDE),
                     without = bits_of (shaper, "المشروع", WIDE);

  g_assert_cmpint (natural_width (with), ==, natural_width (without));
  for (guint i = 0; i < with->len; i++)
    g_assert_cmpuint (bit (with, i)->flags & MQ_BIT_BREAK, ==, 0);
}

/* A word that is cut keeps the forms of its letters.  Amiri chooses among such forms by more than the
 * neighbours, so the pieces are together about as wide as the whole, and much narrower than letters that
 * stand alone. */
static void
test_cut (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  g_autoptr (GArray) whole = bits_of (shaper, "ببببببب", WIDE),
                     cut = bits_of (shaper, "ببببببب", 15 * PANGO_SCALE);

  g_assert_cmpuint (whole->len, ==, 1);
  g_assert_cmpuint (cut->len, ==, 7);
  for (guint i = 0; i < cut->len; i++)
    {
      const MqWord *word = bit (cut, i)->word, *all = bit (whole, 0)->word;
      g_assert_cmpuint (word->n_glyphs, >=, 1);
      /* Middle letters all have one form, the first and the last another. */
      if (i > 0 && i < 6)
        g_assert_true (word == bit (cut, 1)->word);
      g_assert_true (word->before == (i > 0 ? 0x628u : 0u) && word->after == (i < 6 ? 0x628u : 0u));
      g_assert_true ((bit (cut, i)->flags & MQ_BIT_BREAK) != 0 || i == 6);
      g_assert_cmpint (word->width, <, all->width);
    }
  g_assert_cmpint (ABS (natural_width (cut) - natural_width (whole)), <, natural_width (whole) / 20);

  g_autoptr (GArray) alone = bits_of (shaper, "ب", WIDE);
  g_assert_cmpint (natural_width (alone), >, 2 * bit (cut, 1)->word->width);
}

/* A token is parted behind its signs, and only when it is wider than the measure. */
static void
test_token (void)
{
  static const struct { const char *text; double width; const char *pieces; } cases[] = {
    { "notices@mcit.example", 300, "notices@mcit.example" },
    { "notices@mcit.example", 90, "notices@|mcit.|example" },
    { "https://mcit.example/a-b", 80, "https://|mcit.|example/|a-|b" },
    { "سبتمبر/أيلول", 300, "سبتمبر/أيلول" },
    { "سبتمبر/أيلول", 40, "سبتمبر/|أيلول" },
    { "١٢٬٠٠٠٬٠٠٠٬٠٠٠", 50, "١٢٬|٠٠٠٬|٠٠٠٬|٠٠٠" },
    /* a piece that is too wide by itself is cut between letters, the others are not */
    { "ab@mmmmmm.org", 40, "ab@|m|m|m|m|m|m|.|org" },
  };
  static const char text[] = "legal.department@company.example.org";
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  g_autoptr (GArray) wide = bits_of (shaper, text, WIDE), narrow = bits_of (shaper, text, 100 * PANGO_SCALE);

  g_assert_cmpuint (wide->len, ==, 1);
  g_assert_cmpuint (narrow->len, ==, 5);
  g_assert_cmpmem (bit (narrow, 1)->word->text, bit (narrow, 1)->length, "department@", 11);
  g_assert_cmpuint (bit (narrow, 1)->flags, ==, MQ_BIT_BREAK);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) bits = bits_of (shaper, cases[i].text, (int) (cases[i].width * PANGO_SCALE));
      g_autoptr (GString) pieces = g_string_new (NULL);

      for (guint k = 0; k < bits->len; k++)
        {
          g_string_append_len (pieces, cases[i].text + bit (bits, k)->offset, bit (bits, k)->length);
          g_string_append (pieces, bit (bits, k)->flags & MQ_BIT_BREAK ? "|" : "");
        }
      g_assert_cmpstr (pieces->str, ==, cases[i].pieces);
    }
}

static void
test_long_word (void)
{
  g_autofree char *text = g_strnfill (50000, 'x');
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  g_autoptr (GArray) bits = bits_of (shaper, text, WIDE);
  guint pieces = 0;

  for (guint i = 0; i < bits->len; i++)
    {
      g_assert_cmpint (bit (bits, i)->word->width, <=, WIDE);
      pieces += (bit (bits, i)->flags & MQ_BIT_BREAK) != 0;
    }
  g_assert_cmpuint (pieces, >, 45000);
}

/* Amiri moves a kaf towards a teh marbuta over the space between them: the sum of words and kerns is what
 * Pango makes of the whole. */
static void
test_kern_over_space (void)
{
  static const char *const texts[]
      = { "بك ة", "الشرك ة", "هناك هـ", "ملك ثم ملكة", "شراكة كاملة", "و/أو المصرية-العراقية" };
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  PangoContext *context = mq_fonts_context ();
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_attributes (layout, mq_look_attributes (MQ_LOOK_PARA, FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) bits = bits_of (shaper, texts[i], WIDE);
      int width;

      pango_layout_set_text (layout, texts[i], -1);
      pango_layout_get_size (layout, &width, NULL);
      g_assert_cmpint (ABS (natural_width (bits) - width), <=, 2);
    }
  g_object_unref (layout);
  g_object_unref (context);
}

static void
test_width (void)
{
  static const struct { const char *text, *all, *widest; } cases[] = {
    { "رأس مال الشركة", "رأس مال الشركة", "الشركة" },
    { "", "", "" },
    { "سطر قصير\nوسطر أطول منه", "وسطر أطول منه", "وسطر" },
    { "المصرية-العراقية و/أو", "المصرية-العراقية و/أو", "المصرية-العراقية" },
    { "خمسة\u00a0دنانير فقط", "خمسة\u00a0دنانير فقط", "خمسة\u00a0دنانير" },
    { "رقم 2026/014-REF", "رقم 2026/014-REF", "2026/014-REF" },
  };
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  PangoAttrList *attributes = mq_look_attributes (MQ_LOOK_PARA, FALSE);

  for (int again = 0; again < 2; again++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autoptr (GArray) all = bits_of (shaper, cases[i].all, WIDE),
                           piece = bits_of (shaper, cases[i].widest, WIDE);
        int widest;

        g_assert_cmpint (mq_shaper_width (shaper, cases[i].text, attributes, &widest), ==,
                         natural_width (all));
        g_assert_cmpint (ABS (widest - natural_width (piece)), <=, PANGO_SCALE / 4);
      }
  /* In bold it is another width (of Latin letters: Amiri's Arabic ones are as wide in bold). */
  g_assert_cmpint (mq_shaper_width (shaper, "Company", mq_look_attributes (MQ_LOOK_PARA, TRUE), NULL), !=,
                   mq_shaper_width (shaper, "Company", attributes, NULL));
}

/* Each thread has a font map of its own, and all shape alike. */
static gpointer
shape_in_thread (gpointer text)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  int width = 0;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *other = g_strdup_printf ("%s %d ISO", (const char *) text, i);
      width += mq_shaper_width (shaper, other, mq_look_attributes (MQ_LOOK_PARA, i % 2), NULL);
    }
  return GINT_TO_POINTER (width);
}

static void
test_threads (void)
{
  char text[] = "رأس مال الشركة المصرح به";
  gpointer here = shape_in_thread (text);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("shape", shape_in_thread, text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == here);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shaper/cover", test_cover);
  g_test_add_func ("/shaper/shaped-once", test_shaped_once);
  g_test_add_func ("/shaper/again", test_again);
  g_test_add_func ("/shaper/line-ends", test_line_ends);
  g_test_add_func ("/shaper/missing", test_missing);
  g_test_add_func ("/shaper/families", test_families);
  g_test_add_func ("/shaper/complete", test_complete);
  g_test_add_func ("/shaper/soft-hyphen", test_soft_hyphen);
  g_test_add_func ("/shaper/cut", test_cut);
  g_test_add_func ("/shaper/token", test_token);
  g_test_add_func ("/shaper/long-word", test_long_word);
  g_test_add_func ("/shaper/kern-over-space", test_kern_over_space);
  g_test_add_func ("/shaper/width", test_width);
  g_test_add_func ("/shaper/threads", test_threads);
  return g_test_run ();
}
