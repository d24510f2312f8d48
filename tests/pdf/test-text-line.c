/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ustring.h>

#include "mq-text-line.h"
#include "mq-text-ops.h"

/* What is written for a line of text, in the order of the stream:
 *
 *   <  >   LRM, RLM in the line, for PDFium       [  ]   the same as objects of their own, for poppler
 *   _      a space that leads to a piece of Latin
 *   |      a part ends for pdf.js                 ~      the pen jumps, and pdf.js must not see it
 *   ^      the same as |, to a mark               =      a part ends before a space, or behind it */

#define ADVANCE 500
#define SIZE 10.0

typedef struct {
  const char *name;
  const char *text;           /* as it is read */
  const char *written;
} Case;

/* The line as mq-text.c collects it: every character half an em wide, marks as the font has them. */
static void
set_text (MqTextLine *line, const char *text)
{
  UErrorCode error = U_ZERO_ERROR;
  UChar units[256];
  int32_t n;
  int32_t order[256];
  UBiDi *bidi = ubidi_open ();
  double x = 0;

  u_strFromUTF8 (units, G_N_ELEMENTS (units), &n, text, -1, &error);
  ubidi_setPara (bidi, units, n, UBIDI_RTL, NULL, &error);
  ubidi_getVisualMap (bidi, order, &error);
  g_assert_true (U_SUCCESS (error));
  for (int32_t i = 0; i < n; i++)
    {
      gunichar c = units[order[i]];
      gboolean mark = g_unichar_ismark (c) ? TRUE : FALSE;
      MqTextItem item = mq_text_item (c, mark ? MQ_MARK_WIDTH : ADVANCE, MQ_ITEM_TEXT, x, SIZE);

      item.byte = order[i];
      item.rtl = ubidi_getLevelAt (bidi, order[i]) & 1;
      item.mark = (guint8) mark;
      item.code = mq_doc_font_blank (line->font, c, item.advance);
      g_array_append_val (line->items, item);
      x += mark ? 0 : ADVANCE * SIZE / MQ_EM;
    }
  ubidi_close (bidi);
}

static char *
written (const MqTextLine *line)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < line->items->len; i++)
    {
      const MqTextItem *item = mq_text_at (line, i);
      gboolean own = item->kind == MQ_ITEM_POPPLER;

      g_string_append (string, item->jump == MQ_JUMP_UNSEEN ? "~" : item->jump == MQ_JUMP_TO_MARK ? "^"
                               : item->jump == MQ_JUMP_TO_PART && i > 0 ? "|"
                               : item->jump == MQ_JUMP_BEFORE_SPACE || item->jump == MQ_JUMP_OVER_SPACE ? "=" : "");
      if (item->character == MQ_LRM)
        g_string_append_c (string, own ? '[' : '<');
      else if (item->character == MQ_RLM)
        g_string_append_c (string, own ? ']' : '>');
      else if (item->kind == MQ_ITEM_LEAD)
        g_string_append_c (string, '_');
      else if (item->kind != MQ_ITEM_PDFJS && item->kind != MQ_ITEM_GAP)
        g_string_append_unichar (string, item->character);
    }
  return g_string_free (string, FALSE);
}

static void
free_scratch (MqTextLine *line)
{
  g_array_unref (line->items);
  mq_doc_font_free (line->font);
  g_free (line->met);
  g_free (line->places);
  g_free (line->keys);
  g_free (line->classes);
  g_free (line->mirrored);
  g_free (line->met_places);
  g_free (line->met_mirrored);
}

static void
check (gconstpointer data)
{
  const Case *test = data;
  MqTextLine line = { .font = mq_doc_font_new (), .items = g_array_new (FALSE, FALSE, sizeof (MqTextItem)) };
  g_autofree char *out = NULL;

  set_text (&line, test->text);
  mq_text_guard (&line);
  mq_text_order_stream (&line);
  out = written (&line);
  g_assert_cmpstr (out, ==, test->written);
  free_scratch (&line);
}

static const Case cases[] = {
  { "Arabic words", "طلب شركة", "ةكرش بلط" },
  { "a number between words", "مادة ٥ ثم", "مث ]٥ ةدام" },
  { "a number at the end", "مادة ٥", "٥ ةدام" },
  { "a comma", "طلب، ثم", "مث ]،بلط" },
  { "a range", "مادة ٥-٧", "٧>->٥ ةدام" },
  { "percent", "نسبة ٩٥٪ ثم", "مث ]٪>٩٥ ةبسن" },
  { "brackets", "شركة (طلب) ثم", "مث >)<بلط(< ةكرش" },
  { "a mark and a comma", "ثمً، طلب", "بلط ]،>ًمث" },
  { "one piece of Latin", "نظام ABC ثم", "اظن=م~ =]ABC~ =مث" },
  { "several pieces of Latin", "بوابة e-Gov ثم", "باوب=ة~=]_e_-__Gov_~=مث" },
  { "a name of two words", "شركة Ab Cd ثم", "كرش=ة~=]_Ab_Cd~=مث" },
  { "Latin at the left end", "بوابة e-Gov", "باوب=ة~=_e_-__Gov>_" },
  { "a dash and a European number", "مادة (1) – ما", "]1](< ةدام|ام – >)" },
  { "a minus sign", "أو −٤٣", ">− وأ|٤٣" },
  { "Latin beside a European number", "مبلغ 50 USD ثم", "]5~ غلبم=0~ =]USD~ =مث" },
  { "a blank alone", "[……]", ">[<~…~<>…~]" },
  { "nothing to cut but spaces", "فقرة 6 — بند", "رقف=]6 ة~ =دنب —" },
  { "a mark at the left end", "طلب سنةً", "نس بلط^ًة" },
  { "nothing but Latin and a bracket that opens", "(Ab e-Gov", "]_(<>~_Ab>__e_-__Gov>_" },
  { "nothing but Latin and a bracket that closes", "Ab-Cd)", "]_Ab_-__Cd_|>)_" },
  { "one piece of Latin and a bracket", "ABC)", "]ABC|>)" },
  { "Latin that ends in a bracket", "مع Dev (CD) ثم", "م|ع~[ ~]_Dev_ (__CD__<)_~~ث|م" },
  { "a sign that pdf.js deletes beside Arabic", "وفق RTO < 4 ثم", "=قفو~=]_RTO_ < __4_~=مث" },
  { "a sign that PDFium takes apart", "شركة ½ ثم", "مث >½< ةكرش" },
  { "quotation marks", "نص ”ظرف“", "“<فرظ”< صن" },
  { "a mark at the left end, beside Latin", "شركة Ab (E&Y) ثمً", "]_Ab_ (__E__&__Y_~[ ةكرش|>^ًمث~_<)_" },
  { "a hyphen at the right end", "-٥ ثم", "مث ]٥>-]" },
  { "a bracket behind Latin", "مبلغ USD 1.5 (ثم)", "لبم=غ~=]_USD>_1.5~=(<|)<مث" },
  { "a mark, a bracket and a comma", "الثمً)، طلب", "بلط ]،])<ًمثلا" },
};

/* What is seen is the same, the letters' places are; a gap is half as wide in units of the matrix. */
static void
check_stretch (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  MqTextOps ops = { .out = out, .skipped = -1 };

  for (int stretch = 1; stretch <= 2; stretch++)
    {
      mq_text_ops_begin_line (&ops, stretch);
      mq_text_ops_place (&ops, 20, 30, SIZE);
      mq_text_ops_show (&ops, 1, 'a', ADVANCE);
      mq_text_ops_move (&ops, 32);
      mq_text_ops_show (&ops, 2, 'b', ADVANCE);
      mq_text_ops_end_line (&ops);
    }
  g_assert_cmpstr (out->str, ==,
                   "10 0 0 -10 20 30 Tm\n[<0001>-700<0002>]TJ\n"
                   "50 Tz\n20 0 0 -10 20 30 Tm\n[<0001>-700<0002>]TJ\n100 Tz\n");
}

/* pdf.js joins a part that begins with a mark to nothing but what it finds at the very same place: halves of a thousandth
 * are rounded alike, written and reckoned. */
static void
check_rounding (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  MqTextOps ops = { .out = out, .skipped = -1 };
  int n;

  for (n = 0; n < 2000; n++)
    {
      double x = 400 + n * 13.5 / MQ_EM;

      g_string_truncate (out, 0);
      mq_text_ops_place (&ops, x, 0, 13.5);
      g_assert_true (g_str_has_prefix (out->str, "13.5 0 0 -13.5 "));
      g_assert_cmpfloat (ops.left, ==, g_ascii_strtod (out->str + strlen ("13.5 0 0 -13.5 "), NULL));
    }
}

/* A sign that is several letters: they stand from left to right, as on the page. */
static void
check_meaning (void)
{
  g_autoptr (MqDocFont) font = mq_doc_font_new ();

  mq_doc_font_blank (font, 0xfefb, ADVANCE);
  mq_doc_font_blank (font, 0xab, ADVANCE);

  g_autoptr (GString) map = mq_doc_font_unicode (font);
  g_assert_nonnull (strstr (map->str, "<0002> <06270644>\n<0003> <00ab>\n"));
}

/* Chromium sees a space between a mark and a narrow letter, however near they are. */
static void
check_marks (void)
{
  static const struct { int width, gap; } letters[] = { { 500, 102 }, { 60, 24 } };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr (MqDocFont) font = mq_doc_font_new ();
      g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (MqSlot));
      MqSlot left = { .character = 0x643, .advance = 400 };
      MqSlot mark = { .character = 0x64f, .x = 400, .advance = MQ_MARK_WIDTH, .mark = TRUE };
      MqSlot letter = { .character = 0x631, .x = 400, .advance = letters[i].width };

      left.code = mq_doc_font_blank (font, left.character, left.advance);
      mark.code = mq_doc_font_blank (font, mark.character, mark.advance);
      letter.code = mq_doc_font_blank (font, letter.character, letter.advance);
      g_array_append_val (slots, left);
      g_array_append_val (slots, mark);
      g_array_append_val (slots, letter);
      g_assert_cmpint (mq_text_place_marks (font, slots), ==, 0);
      g_assert_cmpint (letter.x - g_array_index (slots, MqSlot, 1).x, ==, letters[i].gap);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text-line/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], check);
    }
  g_test_add_func ("/text-line/wide spaces", check_stretch);
  g_test_add_func ("/text-line/rounding", check_rounding);
  g_test_add_func ("/text-line/a sign of several letters", check_meaning);
  g_test_add_func ("/text-line/marks of narrow letters", check_marks);
  return g_test_run ();
}
