/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mq-line.h"
#include "mq-look.h"
#include "page-texts.h"

static void
set (MqPara *para, MqShaper *shaper, const char *text, double width, MqAlign align)
{
  mq_para_set_text (para, shaper, text, mq_look_attributes (MQ_LOOK_PARA, FALSE), width, align);
}

/* Levels of the bits of a line → their order from left to right (rule L2 of UAX #9). */
static void
test_visual (void)
{
  static const struct { const char *levels, *order;
  } cases[] = {
    { "", "" },
    { "1", "0" },
    { "111", "210" },
    { "000", "012" },
    { "222", "012" },
    { "11211", "43210" },
    { "112211", "542310" }, /* a number of two bits inside Arabic keeps its order */
    { "0110", "0213" },
    { "1223221", "6123450" },
    { "1112211", "6534210" },
    { "12343210", "61432507" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = (guint) strlen (cases[i].levels);
      MqBit bits[16] = { 0 };
      guint32 order[16];
      char shown[17] = "";
      MqPara para = { .bits = bits, .n_bits = n };
      MqLine line = { .first = 0, .end = n };

      for (guint k = 0; k < n; k++)
        bits[k].level = (guint8) (cases[i].levels[k] - '0');
      g_assert_cmpuint (mq_line_visual (&para, &line, order), ==, n);
      for (guint k = 0; k < n; k++)
        shown[k] = (char) ('0' + order[k]);
      g_assert_cmpstr (shown, ==, cases[i].order);
    }
}

typedef struct { double at; guint n; GByteArray *seen; } Walk;

static void
check_spot (const MqBit *bit, double x, double width, gpointer data)
{
  Walk *walk = data;

  g_assert_cmpfloat_with_epsilon (x, walk->at, .5);         /* but for a kern */
  walk->at = x + width;
  walk->n++;
}

static void
check_run (const MqGlyphRun *run, gpointer data)
{
  Walk *walk = data;

  g_assert_cmpfloat (run->x, >=, walk->at - .01);
  walk->at = run->x + pango_glyph_string_get_width (run->glyphs) / (double) PANGO_SCALE;
  g_assert_cmpuint (run->start, <, run->end);
  for (guint i = run->start; i < run->end; i++)
    {
      g_assert_cmpuint (walk->seen->data[i], ==, 0);
      walk->seen->data[i] = 1;
    }
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      g_assert_cmpint (run->glyphs->log_clusters[i], >=, 0);
      g_assert_cmpint (run->glyphs->log_clusters[i], <, run->end - run->start);
    }
  walk->n++;
}

/* Bits and runs follow each other from the left end of the line to its right, and every byte is in one
 * run. */
static void
test_walks (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();

  for (guint i = 0; i < G_N_ELEMENTS (page_texts); i++)
    {
      MqPara para = { 0 };
      Walk walk = { 0 };

      walk.seen = g_byte_array_new ();
      g_byte_array_set_size (walk.seen, (guint) strlen (page_texts[i]));
      memset (walk.seen->data, 0, walk.seen->len);
      set (&para, shaper, page_texts[i], 330, MQ_ALIGN_JUSTIFY);
      for (guint k = 0; k < para.n_lines; k++)
        {
          double left = mq_line_left (&para, k), right = left + mq_line_width (&para, k);

          walk.at = left;
          walk.n = 0;
          mq_line_spots (&para, k, check_spot, &walk);
          g_assert_cmpuint (walk.n, ==, para.lines[k].end - para.lines[k].first);
          g_assert_cmpfloat_with_epsilon (walk.at, right, .5);
          walk.at = left + 100;
          walk.n = 0;
          mq_line_runs (&para, k, 100, 7, check_run, &walk);
          g_assert_cmpfloat_with_epsilon (walk.at, right + 100, .01);
          g_assert_cmpuint (walk.n, <, 20);
          for (guint b = para.lines[k].first; b < para.lines[k].end; b++)
            g_assert_cmpuint (walk.seen->data[para.bits[b].offset], ==, 1);
        }
      g_byte_array_unref (walk.seen);
      mq_para_clear (&para);
    }
}

/* Each character is found where it stands. */
static void
test_places (void)
{
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (MqStretch));
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (page_texts); i++)
    {
      MqPara para = { 0 };

      set (&para, shaper, page_texts[i], 330, MQ_ALIGN_JUSTIFY);
      for (guint k = 0; k < para.n_lines; k++)
        for (guint b = para.lines[k].first; b < para.lines[k].end; b++)
          {
            const MqBit *bit = &para.bits[b];

            for (const char *p = page_texts[i] + bit->offset; p < page_texts[i] + bit->offset + bit->length;
                 p = g_utf8_next_char (p))
              {
                guint start = (guint) (p - page_texts[i]);
                guint end = (guint) (g_utf8_next_char (p) - page_texts[i]);

                g_array_set_size (stretches, 0);
                mq_line_stretches (&para, k, start, end, stretches);
                g_assert_cmpuint (stretches->len, <=, 1);
                if (stretches->len == 0)
                  continue; /* a mark, or a letter that stands in the form of another */
                const MqStretch *at = &g_array_index (stretches, MqStretch, 0);
                g_assert_cmpfloat (at->x, >=, mq_line_left (&para, k) - .01);
                g_assert_cmpfloat (at->x + at->width, <=,
                                   mq_line_left (&para, k) + mq_line_width (&para, k) + .01);
                g_assert_cmpuint (mq_line_index (&para, k, at->x + at->width / 2), ==, start);
                found++;
              }
          }
      mq_para_clear (&para);
    }
  g_assert_cmpuint (found, >, 1000);
}

static void
test_stretches (void)
{
  static const char text[] = "قدره (١٠٬٠٠٠) دينار ISO 27001 فقط";
  g_autoptr (MqShaper) shaper = mq_shaper_new ();
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (MqStretch));
  MqPara para = { 0 };

  set (&para, shaper, text, 330, MQ_ALIGN_START);
  g_assert_cmpuint (para.n_lines, ==, 1);

  /* All of it is one stretch: the whole line. */
  mq_line_stretches (&para, 0, 0, (guint) strlen (text), stretches);
  g_assert_cmpuint (stretches->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (stretches, MqStretch, 0).x, mq_line_left (&para, 0), .01);
  g_assert_cmpfloat_with_epsilon (g_array_index (stretches, MqStretch, 0).width, mq_line_width (&para, 0),
                                  .01);

  /* From inside the Latin words to the end: what is before in the text stands between. */
  guint from = (guint) (strstr (text, "27001") - text);
  g_array_set_size (stretches, 0);
  mq_line_stretches (&para, 0, from, (guint) strlen (text), stretches);
  g_assert_cmpuint (stretches->len, ==, 2);

  /* Nothing of it on the line. */
  g_array_set_size (stretches, 0);
  mq_line_stretches (&para, 0, 5, 5, stretches);
  g_assert_cmpuint (stretches->len, ==, 0);

  /* Left of the line stands its last character, right of it its first. */
  g_assert_cmpuint (mq_line_index (&para, 0, -100), ==, strlen (text) - strlen ("ط"));
  g_assert_cmpuint (mq_line_index (&para, 0, 1000), ==, 0);
  mq_para_clear (&para);

  /* An empty line has no character. */
  set (&para, shaper, "\nنص", 330, MQ_ALIGN_START);
  g_assert_cmpuint (mq_line_index (&para, 0, 10), ==, G_MAXUINT);
  mq_para_clear (&para);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/visual", test_visual);
  g_test_add_func ("/line/walks", test_walks);
  g_test_add_func ("/line/places", test_places);
  g_test_add_func ("/line/stretches", test_stretches);
  return g_test_run ();
}
