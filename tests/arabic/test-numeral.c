/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-count.h"

#include "test-nouns.h"

/* A reader of number words that knows nothing of how they are written: it looks words up and adds.  Every
 * number that is put into words must be read back as itself. */

typedef struct {
  const char *word;
  guint64 value;
} Word;

static const Word plain_words[] = {
  { "صفر", 0 },      { "واحد", 1 },     { "واحداً", 1 },    { "واحدة", 1 },   { "أحد", 1 },
  { "إحدى", 1 },
  { "اثنان", 2 },    { "اثنين", 2 },    { "اثنا", 2 },      { "اثني", 2 },    { "اثنتان", 2 },
  { "اثنتين", 2 },
  { "اثنتا", 2 },    { "اثنتي", 2 },    { "ثلاثة", 3 },     { "ثلاث", 3 },    { "ثلاثاً", 3 },
  { "أربعة", 4 },
  { "أربع", 4 },     { "أربعاً", 4 },    { "خمسة", 5 },      { "خمس", 5 },     { "خمساً", 5 },
  { "ستة", 6 },
  { "ست", 6 },       { "ستاً", 6 },      { "سبعة", 7 },      { "سبع", 7 },     { "سبعاً", 7 },
  { "ثمانية", 8 },
  { "ثماني", 8 },    { "ثمانٍ", 8 },     { "ثمانياً", 8 },    { "تسعة", 9 },    { "تسع", 9 },
  { "تسعاً", 9 },
  { "عشرة", 10 },    { "عشر", 10 },     { "عشرون", 20 },    { "عشرين", 20 },  { "ثلاثون", 30 },
  { "ثلاثين", 30 },
  { "أربعون", 40 },  { "أربعين", 40 },  { "خمسون", 50 },    { "خمسين", 50 },  { "ستون", 60 },
  { "ستين", 60 },
  { "سبعون", 70 },   { "سبعين", 70 },   { "ثمانون", 80 },   { "ثمانين", 80 }, { "تسعون", 90 },
  { "تسعين", 90 },
  { "مئة", 100 },    { "مئتان", 200 },  { "مئتين", 200 },   { "مئتا", 200 },  { "مئتي", 200 },
  { "ثلاثمئة", 300 },
  { "أربعمئة", 400 }, { "خمسمئة", 500 }, { "ستمئة", 600 },  { "سبعمئة", 700 }, { "ثمانمئة", 800 },
  { "تسعمئة", 900 },
};
static const Word scale_words[] = {
  { "ألف", 1000 },           { "ألفاً", 1000 },           { "آلاف", 1000 },
  { "مليون", 1000000 },      { "مليوناً", 1000000 },      { "ملايين", 1000000 },
  { "مليار", 1000000000 },   { "ملياراً", 1000000000 },   { "مليارات", 1000000000 },
  { "تريليون", 1000000000000 }, { "تريليوناً", 1000000000000 }, { "تريليونات", 1000000000000 },
};
static const Word dual_words[] = {
  { "ألفان", 2000 },           { "ألفين", 2000 },           { "ألفا", 2000 },           { "ألفي", 2000 },
  { "مليونان", 2000000 },      { "مليونين", 2000000 },      { "مليونا", 2000000 },      { "مليوني", 2000000 },
  { "ملياران", 2000000000 },   { "مليارين", 2000000000 },   { "مليارا", 2000000000 },
  { "ملياري", 2000000000 },
  { "تريليونان", 2000000000000 }, { "تريليونين", 2000000000000 },
  { "تريليونا", 2000000000000 },  { "تريليوني", 2000000000000 },
};

typedef enum { KIND_NONE, KIND_PLAIN, KIND_SCALE, KIND_DUAL, KIND_NOUN, KIND_NOUN_DUAL } Kind;

typedef struct {
  GHashTable *kinds;
  GHashTable *values;
  const MqNoun *noun;
} Lexicon;

static void
learn (Lexicon *lexicon, const char *word, Kind kind, guint64 value)
{
  g_hash_table_insert (lexicon->kinds, (char *) word, GINT_TO_POINTER (kind));
  g_hash_table_insert (lexicon->values, (char *) word, (gpointer) (guintptr) value);
}

static void
lexicon_init (Lexicon *lexicon, const MqNoun *noun, const char *dual_nom, const char *dual_gen)
{
  lexicon->kinds = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->values = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->noun = noun;
  for (guint i = 0; i < G_N_ELEMENTS (plain_words); i++)
    learn (lexicon, plain_words[i].word, KIND_PLAIN, plain_words[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (scale_words); i++)
    learn (lexicon, scale_words[i].word, KIND_SCALE, scale_words[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (dual_words); i++)
    learn (lexicon, dual_words[i].word, KIND_DUAL, dual_words[i].value);
  learn (lexicon, noun->name, KIND_NOUN, 0);
  learn (lexicon, noun->plural, KIND_NOUN, 0);
  learn (lexicon, noun->accusative, KIND_NOUN, 0);
  learn (lexicon, dual_nom, KIND_NOUN_DUAL, 2);
  learn (lexicon, dual_gen, KIND_NOUN_DUAL, 2);
}

static void
lexicon_clear (Lexicon *lexicon)
{
  g_hash_table_unref (lexicon->kinds);
  g_hash_table_unref (lexicon->values);
}

/* The number that @text says.  @form: (transfer full): the first form of the noun that stands in it. */
static guint64
read_number (const Lexicon *lexicon, const char *text, char **form)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint64 total = 0, group = 0;

  *form = NULL;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];
      Kind kind = (Kind) GPOINTER_TO_INT (g_hash_table_lookup (lexicon->kinds, word));
      guint64 value;

      if (kind == KIND_NONE && g_str_has_prefix (word, "و"))
        {
          word += strlen ("و");
          kind = (Kind) GPOINTER_TO_INT (g_hash_table_lookup (lexicon->kinds, word));
        }
      value = (guint64) (guintptr) g_hash_table_lookup (lexicon->values, word);

      switch (kind)
        {
        case KIND_PLAIN:
          group += value;
          break;
        case KIND_SCALE:
          total += MAX (group, 1) * value;
          group = 0;
          break;
        case KIND_DUAL:
          g_assert_cmpuint (group, ==, 0);
          total += value;
          break;
        case KIND_NOUN:
        case KIND_NOUN_DUAL:
          total += group + value;
          group = 0;
          if (*form == NULL)
            *form = g_strdup (word);
          break;
        case KIND_NONE:
        default:
          g_error ("“%s” is no word of “%s”", words[i], text);
        }
    }

  return total + group;
}

static void
check_number (const Lexicon *lexicon, guint64 n, MqCase case_)
{
  MqWordsOptions options = { .case_ = case_, .repeat_noun = TRUE };
  g_autofree char *text = mq_count ((gint64) n, lexicon->noun, &options, FALSE);
  guint64 rest = n % 100;
  g_autofree char *form = NULL;

  if (read_number (lexicon, text, &form) != n)
    g_error ("%" G_GUINT64_FORMAT " was written “%s”", n, text);
  if (rest >= 3)
    g_assert_cmpstr (form, ==, rest <= 10 ? lexicon->noun->plural : lexicon->noun->accusative);
  else if (n > 100)
    g_assert_cmpstr (form, ==, lexicon->noun->name);
  g_assert_null (strstr (text, "  "));
}

static void
check_all (const MqNoun *noun, const char *dual_nom, const char *dual_gen)
{
  Lexicon lexicon;

  lexicon_init (&lexicon, noun, dual_nom, dual_gen);
  for (MqCase case_ = MQ_CASE_NOM; case_ <= MQ_CASE_ACC; case_++)
    {
      for (guint64 n = 0; n < 10000; n++)
        check_number (&lexicon, n, case_);

      /* numbers of every length, so that empty groups of three occur as often as full ones */
      for (guint i = 0; i < 20000; i++)
        {
          guint64 n = ((guint64) g_test_rand_int () << 32 | g_test_rand_int ()) % 1000000000000000;
          guint64 power = 1;

          for (int length = g_test_rand_int_range (0, 15); length > 0; length--)
            power *= 10;
          check_number (&lexicon, n % power, case_);
          check_number (&lexicon, n / power * power, case_);
        }
    }
  lexicon_clear (&lexicon);
}

static void
test_masculine (void)
{
  check_all (test_noun ("سهم"), "سهمان", "سهمين");
}

static void
test_feminine (void)
{
  check_all (test_noun ("حصة"), "حصتان", "حصتين");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numeral/read-back-masculine", test_masculine);
  g_test_add_func ("/numeral/read-back-feminine", test_feminine);

  return g_test_run ();
}
