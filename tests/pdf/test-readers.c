/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-reader.h"

#include <string.h>

/* The models of the readers, each alone: what comes out of a line that is written in visual order.  "<"
 * stands for LRM and ">" for RLM. */

typedef struct {
  const char *name;           /* the reader's own function, and what is tried */
  const char *visual;         /* from left to right */
  const char *read;           /* what it makes of it, guards left out */
} Case;

static gunichar
decode (gunichar c)
{
  return c == '<' ? MQ_LRM : c == '>' ? MQ_RLM : c;
}

/* As the reader gives it: characters by their places; mirrored where it mirrors. */
static char *
collect (const gunichar *characters, const int *places, const gboolean *mirrored, glong n)
{
  GString *text = g_string_new (NULL);

  for (int place = 0; place < n; place++)
    for (glong i = 0; i < n; i++)
      {
        gunichar c = characters[i];

        if (places[i] != place || c == MQ_LRM || c == MQ_RLM)
          continue;
        if (mirrored != NULL && mirrored[i])
          g_unichar_get_mirror_char (c, &c);
        g_string_append_unichar (text, c);
      }
  return g_string_free (text, FALSE);
}

static void
check_poppler (gconstpointer data)
{
  const Case *test = data;
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (test->visual, -1, &n);
  g_autofree char *classes = g_new (char, n), *read = NULL;
  g_autofree int *places = g_new (int, n);

  for (glong i = 0; i < n; i++)
    {
      characters[i] = decode (characters[i]);
      classes[i] = mq_poppler_class (characters[i]);
    }
  mq_poppler_reorder (classes, (guint) n, places);
  read = collect (characters, places, NULL, n);
  g_assert_cmpstr (read, ==, test->read);
}

/* Brackets are written as they stand on paper: of a word in brackets the right one opens. */
static const Case poppler[] = {
  { "reorderText/letters", "بلط ةكرش", "شركة طلب" },
  { "reorderText/a number comes out forwards", "٢٠٢٦ ماع", "عام ٢٠٢٦" },
  { "reorderText/Latin comes out forwards", "Gov-e ةكرش", "شركة Gov-e" },
  { "reorderText/a space at a number's left end lands on its right side", "ثم ٥ ةدام", "مادة  ٥مث" },
  { "reorderText/an RLM there keeps it", "ثم >٥ ةدام", "مادة ٥ مث" },
  { "reorderText/a comma between letters begins a run of its own", "ب ،أ", "أ ،ب" },
  { "reorderText/an RLM behind the comma", "ب >،أ", "أ، ب" },
};

static void
check_pdfium (gconstpointer data)
{
  const Case *test = data;
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (test->visual, -1, &n);
  g_autofree char *classes = g_new (char, n), *read = NULL;
  g_autofree int *places = g_new (int, n);
  g_autofree gboolean *mirrored = g_new0 (gboolean, n);

  for (glong i = 0; i < n; i++)
    {
      characters[i] = decode (characters[i]);
      classes[i] = mq_pdfium_class (characters[i]);
    }
  if (!mq_pdfium_order (classes, (guint) n, places, mirrored))
    {
      g_assert_cmpstr ("left to right", ==, test->read);
      return;
    }
  read = collect (characters, places, mirrored, n);
  g_assert_cmpstr (read, ==, test->read);
}

static const Case pdfium[] = {
  { "CFX_BidiString/letters", "بلط ةكرش", "شركة طلب" },
  { "CFX_BidiString/weak pieces are not turned round", "٥-٧ ةدام", "مادة ٥-٧" },
  { "CFX_BidiString/an RLM parts a weak piece", "٧>-٥ ةدام", "مادة -٥٧" },
  { "CFX_BidiString/pieces of Latin change places", "e-Gov ةكرش بلط", "طلب شركة Gov-e" },
  { "CFX_BidiString/more Latin than Arabic", "SQL Server ب", "left to right" },
  { "AddCharInfoByRLDirection/a bracket is mirrored", "( ب ) ا", "ا ( ب )" },
  { "AddCharInfoByRLDirection/an LRM on its right keeps it", "بت(<", "(تب" },
};

/* Marks of quotation by an old table of its own; of signs those that are put together from others. */
static void
test_pdfium_changes (void)
{
  static const gunichar changed[] = { '(', 0xab, 0x201c, 0x201d, 0xae, 0xbd, 0x2122, 0x2116, 0x2260 };
  static const gunichar kept[] = { '"', '*', 0xa9, 0xb0, 0xb1, 0xd7, 0x2013, 0x2026, 0xfd3e };

  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    g_assert_true (mq_pdfium_changes (changed[i]));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_cmpint (mq_pdfium_changes (kept[i]) ? (int) kept[i] : 0, ==, 0);
}

static void
test_pdfjs_deletes (void)
{
  g_assert_true (mq_pdfjs_deletes ('<') && mq_pdfjs_deletes ('>'));
  g_assert_false (mq_pdfjs_deletes (0x2264) || mq_pdfjs_deletes (0xab));
}

static void
test_pdfjs_gap (void)
{
  static const struct { int thousandths; MqPdfjsGap gap; } cases[] = {
    { 0, MQ_PDFJS_JOINED }, { 30, MQ_PDFJS_JOINED }, { -200, MQ_PDFJS_JOINED }, { 31, MQ_PDFJS_SPACE },
    { 600, MQ_PDFJS_SPACE }, { 601, MQ_PDFJS_PARTED }, { -201, MQ_PDFJS_PARTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mq_pdfjs_gap (cases[i].thousandths), ==, cases[i].gap);
}

/* Invisible characters, but not the mark that ends a line for it, nor tashkeel. */
static void
test_pdfjs_skips (void)
{
  static const gunichar skipped[] = { MQ_RLM, MQ_LRM, MQ_PDFJS_MARKER, 0x200b, 0x2066 };
  static const gunichar kept[] = { MQ_NEL, ' ', 0x64b, 0x627, 'A', 0x661 };

  for (guint i = 0; i < G_N_ELEMENTS (skipped); i++)
    g_assert_true (mq_pdfjs_skips (skipped[i]));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_false (mq_pdfjs_skips (kept[i]));
}

/* Characters in the order of the stream; numbers of the places are those of the text that comes out. */
static void
check_pdfjs (gconstpointer data)
{
  const Case *test = data;
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (test->visual, -1, &n);
  g_autofree char *classes = g_new (char, n);
  g_autofree guint *order = g_new (guint, n);
  g_autoptr (GString) read = g_string_new (NULL);

  for (glong i = 0; i < n; i++)
    classes[i] = mq_pdfjs_class (characters[i]);
  mq_pdfjs_order (classes, (guint) n, order);
  for (glong i = 0; i < n; i++)
    g_string_append_unichar (read, characters[order[i]]);
  g_assert_cmpstr (read->str, ==, test->read);
}

static const Case pdfjs[] = {
  { "bidi/letters", "بلط ةكرش", "شركة طلب" },
  { "bidi/a mark follows its letter", "ةًنس", "سنًة" },
  { "bidi/a number comes out forwards", "٢٠٢٦ ماع", "عام ٢٠٢٦" },
  { "bidi/Latin comes out forwards", "e-Gov ةكرش", "شركة e-Gov" },
  { "bidi/brackets are not mirrored", ")ب( أ", "أ (ب)" },
  { "bidi/a slash joins numbers", "٢٠٢٦/٢٠٢٥ ةنس", "سنة ٢٠٢٦/٢٠٢٥" },
  { "bidi/a hyphen does not join Arabic digits", "٧-٥ ةدام", "مادة ٥-٧" },
  { "bidi/a percent sign belongs to a European number", "%85 ةبسن", "نسبة %85" },
  { "bidi/but not to an Arabic one", "٪٩٥ ةبسن", "نسبة ٩٥٪" },
  { "bidi/a dash is Latin", "ام – )1( ةدام", "مادة (– )1 ما" },
  { "bidi/a minus sign is Latin", "٤٣− وأ", "أو ٤٣−" },
  { "bidi/Latin and a European number are one run", "مث USD 50 غلبم", "مبلغ USD 50 ثم" },
  { "bidi/nothing Arabic stays as it is", "]……[", "]……[" },
  { "bidi/next to nothing Arabic: from left to right", "Automation» ،«بلط", "Automation» ،«طلب" },
};

/* The types of bidi.js are those of Unicode where it knows any. */
static void
test_pdfjs_class (void)
{
  static const struct { gunichar character; char class; } cases[] = {
    { 'A', 'L' }, { 0x627, 'A' }, { 0x5d0, 'R' }, { '1', '1' }, { 0x661, '2' }, { '-', '+' }, { '%', '%' },
    { '/', ',' }, { 0x64b, 'M' }, { '(', 'N' }, { ' ', 'N' }, { MQ_NEL, '0' }, { 0x2013, 'L' }, { 0x2026, 'L' },
    { 0x66a, '%' }, { 0x60c, ',' }, { 0xfefb, 'A' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mq_pdfjs_class (cases[i].character), ==, cases[i].class);
}

static void
add_all (const char *reader, const Case *cases, guint n, GTestDataFunc func)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/readers/%s/%s", reader, cases[i].name);
      g_test_add_data_func (path, &cases[i], func);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_all ("poppler", poppler, G_N_ELEMENTS (poppler), check_poppler);
  add_all ("pdfium", pdfium, G_N_ELEMENTS (pdfium), check_pdfium);
  add_all ("pdfjs", pdfjs, G_N_ELEMENTS (pdfjs), check_pdfjs);
  g_test_add_func ("/readers/pdfium/AddCharInfoByRLDirection/changes", test_pdfium_changes);
  g_test_add_func ("/readers/pdfjs/bidi/types", test_pdfjs_class);
  g_test_add_func ("/readers/pdfjs/bidi/deletes", test_pdfjs_deletes);
  g_test_add_func ("/readers/pdfjs/getTextContent/gap", test_pdfjs_gap);
  g_test_add_func ("/readers/pdfjs/getTextContent/skips", test_pdfjs_skips);
  return g_test_run ();
}
