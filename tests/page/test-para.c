/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mq-fonts.h"
#include "mq-line.h"
#include "mq-look.h"
#include "page-texts.h"

static void
set (MqPara *para, MqShaper *shaper, const char *text, double width, MqAlign align, MqFit fit)
{
  g_autoptr (GArray) bits = g_array_new (FALSE, FALSE, sizeof (MqBit));
  int units = (int) (width * PANGO_SCALE);

  mq_shaper_bits (shaper, text, strlen (text), mq_look_attributes (MQ_LOOK_PARA, FALSE), units, bits);
  mq_para_set (para, bits, units, align, fit);
}

/* The text of a line, without the spaces at its end. */
static char *
line_text (const MqPara *para, guint i)
{
  GString *text = g_string_new (NULL);

  for (guint k = para->lines[i].first; k < para->lines[i].end; k++)
    g_string_append_len (text, para->bits[k].word->text, para->bits[k].length);
  return g_string_free (text, FALSE);
}

/* ---- the same as PangoLayout ---- */

typedef struct { PangoGlyph glyph; int x; } Placed;

static void
place (GArray *placed, PangoGlyph glyph, int x)
{
  Placed at = { glyph, x };

  if (glyph != PANGO_GLYPH_EMPTY)
    g_array_append_val (placed, at);
}

/* Spaces are left out: Pango prints those at a line's end too. */
static void
place_run (const MqGlyphRun *run, gpointer data)
{
  gpointer *both = data;
  const char *text = both[1];
  int x = (int) (run->x * PANGO_SCALE + .5);

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      char byte = text[run->start + (guint) run->glyphs->log_clusters[i]];
      if (byte != ' ')
        place (both[0], info->glyph, x + info->geometry.x_offset);
      x += info->geometry.width;
    }
}

static void
place_pango (GArray *placed, PangoLayoutLine *line, const char *text, int left)
{
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;

      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        {
          PangoGlyphInfo *info = &run->glyphs->glyphs[i];
          if (text[run->item->offset + run->glyphs->log_clusters[i]] != ' ')
            place (placed, info->glyph, left + info->geometry.x_offset);
          left += info->geometry.width;
        }
    }
}

/* Pango breaks behind a slash between Arabic letters, our rule does not. */
static gboolean
breaks_alike (const char *text)
{
  for (const char *p = strchr (text, '/'); p != NULL; p = strchr (p + 1, '/'))
    if (!g_ascii_isalnum (p[1]) && p[1] != ' ')
      return FALSE;
  return TRUE;
}

/* Line by line, first fit: the same beginnings, the same glyphs in the same order, at the same places.  (The
 * texts break by our rule as by that of every version of Pango.) */
static void
test_as_pango (void)
{
  static const double widths[] = { 453, 300, 200 };
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  PangoContext *context = mq_fonts_context ();
  PangoLayout *layout = pango_layout_new (context);
  guint lines = 0, same_place = 0;

  pango_layout_set_attributes (layout, mq_look_attributes (MQ_LOOK_PARA, FALSE));
  pango_layout_set_justify (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint i = 0; i < G_N_ELEMENTS (page_texts); i++)
      {
        const char *text = page_texts[i];
        int width = (int) (widths[w] * PANGO_SCALE);
        MqPara para = { 0 };

        if (!breaks_alike (text))
          continue;
        set (&para, shaper, text, widths[w], MQ_ALIGN_JUSTIFY, MQ_FIT_FIRST);
        pango_layout_set_width (layout, width);
        pango_layout_set_text (layout, text, -1);
        g_assert_cmpint (pango_layout_get_line_count (layout), ==, para.n_lines);
        for (guint k = 0; k < para.n_lines; k++)
          {
            PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) k);
            g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (Placed));
            g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (Placed));
            PangoRectangle extents;
            int most = 0;

            g_assert_cmpint (line->start_index, ==, para.bits[para.lines[k].first].offset);
            mq_line_runs (&para, k, 0, 0, place_run, (gpointer[]) { ours, (gpointer) text });
            pango_layout_line_get_extents (line, NULL, &extents);
            place_pango (theirs, line, text, k + 1 < para.n_lines ? 0 : width - extents.width);
            g_assert_cmpuint (ours->len, ==, theirs->len);
            for (guint g = 0; g < ours->len; g++)
              {
                Placed *a = &g_array_index (ours, Placed, g), *b = &g_array_index (theirs, Placed, g);
                g_assert_cmpuint (a->glyph, ==, b->glyph);
                most = MAX (most, ABS (a->x - b->x));
              }
            lines++;
            same_place += most <= PANGO_SCALE / 20;
          }
        mq_para_clear (&para);
      }
  /* Where a justified line ends before a number or a Latin word Pango leaves it a space short. */
  g_test_message ("%u of %u lines at the same places", same_place, lines);
  g_assert_cmpuint (same_place, >=, lines * 9 / 10);
  g_object_unref (layout);
  g_object_unref (context);
}

/* ---- optimum fit ---- */

typedef struct { double change, worst; guint lines; } Spread;

static void
measure_spread (const MqPara *para, Spread *spread)
{
  for (guint i = 0; i + 1 < para->n_lines; i++)
    {
      const MqLine *line = &para->lines[i];
      double glue = 0;

      for (guint k = line->first; k < line->end; k++)
        if (para->bits[k].flags & MQ_BIT_GLUE)
          glue += para->bits[k].word->width;
      if (glue <= 0)
        continue;
      spread->change += ABS (line->extra) / glue;
      spread->worst = MAX (spread->worst, line->extra / glue);
      spread->lines++;
    }
}

/* Every line but the last fills the measure, no space shrinks by more than a fifth, and spaces are more even
 * than by first fit. */
static void
test_optimum (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  Spread spread[2] = { { 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (page_texts); i++)
    for (double width = 220; width < 460; width += 20)
      for (int fit = 0; fit < 2; fit++)
        {
          int units = (int) (width * PANGO_SCALE);
          MqPara para = { 0 };

          set (&para, shaper, page_texts[i], width, MQ_ALIGN_JUSTIFY, fit);
          measure_spread (&para, &spread[fit]);
          for (guint k = 0; k < para.n_lines; k++)
            {
              const MqLine *line = &para.lines[k];
              if (k + 1 < para.n_lines)
                g_assert_cmpint (line->width + line->extra, ==, units);
              else
                g_assert_cmpint (line->width + line->extra, <=, units);
              g_assert_cmpint (line->x, ==, units - line->width - line->extra);
            }
          mq_para_clear (&para);
        }
  double optimum = spread[MQ_FIT_OPTIMUM].change / spread[MQ_FIT_OPTIMUM].lines;
  double first = spread[MQ_FIT_FIRST].change / spread[MQ_FIT_FIRST].lines;
  g_test_message ("mean change of a space %.0f %% against %.0f %%, worst %.0f %% against %.0f %%",
                  100 * optimum, 100 * first, 100 * spread[MQ_FIT_OPTIMUM].worst,
                  100 * spread[MQ_FIT_FIRST].worst);
  g_assert_cmpfloat (optimum, <, first * .8);
  g_assert_cmpfloat (spread[MQ_FIT_OPTIMUM].worst, <=, spread[MQ_FIT_FIRST].worst);
}

/* ---- forms of paragraphs ---- */

static void
test_forced (void)
{
  static const struct { const char *text; guint n; const char *lines[4]; } cases[] = {
    { "", 0, { NULL } },
    { "سطر", 1, { "سطر" } },
    { "أول\nثانٍ", 2, { "أول", "ثانٍ" } },
    { "أول\n\nثالث", 3, { "أول", "", "ثالث" } },
    { "أول \n ثانٍ", 2, { "أول", " ثانٍ" } },
    { "أول\n", 1, { "أول" } },
    { "\nثانٍ", 2, { "", "ثانٍ" } },
    { "أول\u2029ثانٍ\u2028ثالث", 3, { "أول", "ثانٍ", "ثالث" } },
  };
  g_autoptr (MqShaper) shaper = mq_shaper_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (MqAlign align = MQ_ALIGN_START; align <= MQ_ALIGN_JUSTIFY; align++)
      {
        MqPara para = { 0 };

        set (&para, shaper, cases[i].text, 300, align, MQ_FIT_OPTIMUM);
        g_assert_cmpuint (para.n_lines, ==, cases[i].n);
        for (guint k = 0; k < cases[i].n; k++)
          {
            g_autofree char *text = line_text (&para, k);
            g_assert_cmpstr (text, ==, cases[i].lines[k]);
            g_assert_cmpint (para.lines[k].extra, ==, 0);
          }
        mq_para_clear (&para);
      }
}

/* Paragraphs of a cell are justified each for itself: the last line of each is ragged. */
static void
test_paragraphs_of_a_cell (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  g_autofree char *text = g_strdup_printf ("%s\n%s", page_texts[0], page_texts[1]);
  MqPara one = { 0 }, two = { 0 }, both = { 0 };

  set (&one, shaper, page_texts[0], 300, MQ_ALIGN_JUSTIFY, MQ_FIT_OPTIMUM);
  set (&two, shaper, page_texts[1], 300, MQ_ALIGN_JUSTIFY, MQ_FIT_OPTIMUM);
  set (&both, shaper, text, 300, MQ_ALIGN_JUSTIFY, MQ_FIT_OPTIMUM);
  g_assert_cmpuint (both.n_lines, ==, one.n_lines + two.n_lines);
  for (guint i = 0; i < both.n_lines; i++)
    {
      const MqPara *part = i < one.n_lines ? &one : &two;
      g_autofree char *have = line_text (&both, i);
      g_autofree char *want = line_text (part, i < one.n_lines ? i : i - one.n_lines);
      g_assert_cmpstr (have, ==, want);
      g_assert_cmpint (both.lines[i].extra, ==, part->lines[i < one.n_lines ? i : i - one.n_lines].extra);
    }
  mq_para_clear (&one);
  mq_para_clear (&two);
  mq_para_clear (&both);
}

static void
test_align (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  MqPara para = { 0 };
  int width = 300 * PANGO_SCALE;

  set (&para, shaper, "نص قصير", 300, MQ_ALIGN_START, MQ_FIT_OPTIMUM);
  g_assert_cmpint (para.lines[0].x, ==, width - para.lines[0].width);
  set (&para, shaper, "نص قصير", 300, MQ_ALIGN_END, MQ_FIT_OPTIMUM);
  g_assert_cmpint (para.lines[0].x, ==, 0);
  set (&para, shaper, "نص قصير", 300, MQ_ALIGN_CENTER, MQ_FIT_OPTIMUM);
  g_assert_cmpint (para.lines[0].x, ==, (width - para.lines[0].width) / 2);
  set (&para, shaper, "نص قصير", 300, MQ_ALIGN_JUSTIFY, MQ_FIT_OPTIMUM);
  g_assert_cmpint (para.lines[0].x, ==, width - para.lines[0].width);
  mq_para_clear (&para);
}

/* A heading of two lines has two of about one length, not a word on the second. */
static void
test_even_heading (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  MqPara para = { 0 };

  set (&para, shaper, "مقترح تأسيس الشركة المصرية العراقية لمشروعات التحول الرقمي", 230, MQ_ALIGN_CENTER,
       MQ_FIT_OPTIMUM);
  g_assert_cmpuint (para.n_lines, ==, 2);
  g_assert_cmpint (para.lines[1].width, >, para.lines[0].width * 6 / 10);
  g_assert_cmpint (para.lines[0].width, <=, 230 * PANGO_SCALE);
  g_assert_cmpint (para.lines[1].width, <=, 230 * PANGO_SCALE);
  mq_para_clear (&para);
}

/* What no-break spaces hold together may be parted when it is wider than the measure; nothing stands out of a
 * column however narrow, unless it is one character. */
static void
test_narrow (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();

  for (double width = 20; width < 120; width += 10)
    for (guint i = 0; i < G_N_ELEMENTS (page_texts); i++)
      for (MqAlign align = MQ_ALIGN_START; align <= MQ_ALIGN_JUSTIFY; align++)
        {
          g_auto (GStrv) words = g_strsplit (page_texts[i], " ", -1);
          g_autofree char *glued = g_strjoinv ("\u00a0", words);
          MqPara para = { 0 };

          set (&para, shaper, glued, width, align, MQ_FIT_OPTIMUM);
          g_assert_cmpuint (para.n_lines, >, 3);
          for (guint k = 0; k < para.n_lines; k++)
            g_assert_cmpfloat (mq_line_width (&para, k), <=, width + .01);
          mq_para_clear (&para);
        }
}

static void
test_missing (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  MqPara para = { 0 };

  set (&para, shaper, "نص ไทย", 300, MQ_ALIGN_START, MQ_FIT_OPTIMUM);
  g_assert_cmpuint (mq_para_n_missing (&para), ==, 3);
  set (&para, shaper, "نص", 300, MQ_ALIGN_START, MQ_FIT_OPTIMUM);
  g_assert_cmpuint (mq_para_n_missing (&para), ==, 0);
  mq_para_clear (&para);
}

/* The first line of a text in letters of its own: the bits of the rest count from the beginning of the text,
 * too. */
static void
test_headed (void)
{
  static const char text[] = "الباب الأول\nالتعاريف\nوما يتصل بها";
  const gsize head = strlen ("الباب الأول\n");
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  MqPara para = { 0 };
  guint32 next = 0;

  mq_para_set_headed (&para, shaper, text, head, mq_look_attributes (MQ_LOOK_PART_NUMBER, FALSE),
                      mq_look_attributes (MQ_LOOK_PART, FALSE), 400, MQ_ALIGN_CENTER);
  g_assert_cmpuint (para.n_lines, ==, 3);
  for (guint i = 0; i < para.n_bits; i++)
    {
      g_assert_cmpuint (para.bits[i].offset, ==, next);
      next += para.bits[i].length;
      if (para.bits[i].word->font != NULL)
        g_assert_cmpint (para.bits[i].word->font == para.bits[0].word->font, ==, para.bits[i].offset < head);
    }
  g_assert_cmpuint (next, ==, strlen (text));
  for (guint i = 0; i < para.n_lines; i++)
    g_assert_true (mq_para_begins (&para, i));
  set (&para, shaper, page_texts[1], 200, MQ_ALIGN_JUSTIFY, MQ_FIT_OPTIMUM);
  g_assert_cmpuint (para.n_lines, >, 1);
  for (guint i = 0; i < para.n_lines; i++)
    g_assert_cmpint (mq_para_begins (&para, i), ==, i == 0);
  mq_para_clear (&para);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/para/as-pango", test_as_pango);
  g_test_add_func ("/para/optimum", test_optimum);
  g_test_add_func ("/para/forced", test_forced);
  g_test_add_func ("/para/paragraphs-of-a-cell", test_paragraphs_of_a_cell);
  g_test_add_func ("/para/align", test_align);
  g_test_add_func ("/para/even-heading", test_even_heading);
  g_test_add_func ("/para/headed", test_headed);
  g_test_add_func ("/para/narrow", test_narrow);
  g_test_add_func ("/para/missing", test_missing);
  return g_test_run ();
}
