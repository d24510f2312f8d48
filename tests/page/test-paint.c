/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "flow-fixture.h"
#include "mq-paint.h"
#include "mq-sheet.h"

static cairo_surface_t *
white_page (MqFlow *flow, cairo_t **cr)
{
  const MqPaper *paper = mq_flow_paper (flow);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) paper->width,
                                                         (int) paper->height);

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  return surface;
}

static gsize
bytes_of (cairo_surface_t *surface)
{
  cairo_surface_flush (surface);
  return (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface);
}

static void
draw (const MqGlyphRun *run, const double colour[3], gpointer cr)
{
  cairo_set_source_rgb (cr, colour[0], colour[1], colour[2]);
  mq_sheet_run (cr, run);
}

/* Who draws the parts for itself gets the picture that is drawn at once. */
static void
test_halves (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("small");
  g_autofree char *row = draft_add_row (draft, "goods/items"), *part = g_strconcat (row, "/part", NULL);
  g_autoptr (MqFlow) flow = NULL;

  draft_must_settle (draft, part, "100");
  flow = mq_flow_new (draft);
  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      cairo_t *whole_cr, *halves_cr;
      cairo_surface_t *whole = white_page (flow, &whole_cr), *halves = white_page (flow, &halves_cr);

      mq_paint_page (flow, page, whole_cr);
      mq_paint_rules (flow, page, halves_cr);
      mq_paint_figures (flow, page, halves_cr);
      mq_paint_runs (flow, page, draw, halves_cr);
      gsize n = bytes_of (whole);
      g_assert_cmpuint (bytes_of (halves), ==, n);
      g_assert_true (memcmp (cairo_image_surface_get_data (whole), cairo_image_surface_get_data (halves), n) == 0);
      cairo_destroy (whole_cr);
      cairo_destroy (halves_cr);
      cairo_surface_destroy (whole);
      cairo_surface_destroy (halves);
    }
}

/* Pixels of the pale yellow that is under blanks. */
static guint
count_yellow (cairo_surface_t *surface)
{
  gsize n = bytes_of (surface) / sizeof (guint32);
  const guint32 *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  guint count = 0;

  for (gsize i = 0; i < n; i++)
    count += (pixels[i] >> 16 & 255) > 0xF8 && (pixels[i] >> 8 & 255) > 0xE8 && (pixels[i] & 255) < 0xD8;
  return count;
}

/* A blank has a ground of its own, and loses it when it is filled. */
static void
test_blanks (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("small");
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  guint marked = 0, pages = 0;

  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));
      gboolean blank = FALSE;
      cairo_t *cr;
      cairo_surface_t *surface = white_page (flow, &cr);

      mq_flow_page_pieces (flow, page, pieces);
      for (guint i = 0; i < pieces->len; i++)
        for (guint c = 0; c < g_array_index (pieces, MqPiece, i).block->n_cells; c++)
          {
            const GArray *spans = g_array_index (pieces, MqPiece, i).block->cells[c].spans;
            for (guint s = 0; spans != NULL && s < spans->len; s++)
              blank = blank || g_array_index (spans, MqSpan, s).type == MQ_SPAN_BLANK;
          }
      mq_paint_rules (flow, page, cr);
      g_assert_cmpint (count_yellow (surface) > 0, ==, blank);
      marked += blank;
      pages++;
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (marked, >, 0);
  g_assert_cmpuint (marked, <, pages);
}

/* ---- where text stands ---- */

static void
inside_paper (const MqGlyphRun *run, const double colour[3], gpointer data)
{
  const MqPaper *paper = mq_flow_paper (data);
  double width = pango_glyph_string_get_width (run->glyphs) / (double) PANGO_SCALE;

  g_assert_cmpfloat (run->x, >=, paper->margin_x - .1);
  g_assert_cmpfloat (run->x + width, <=, paper->width - paper->margin_x + .1);
  g_assert_cmpfloat (run->y, >, 20);
  g_assert_cmpfloat (run->y, <, paper->height - 20);
  for (int i = 0; i < 3; i++)
    g_assert_true (colour[i] >= 0 && colour[i] <= 1);
}

static void
test_margins (void)
{
  static const char *const kinds[] = { "small", "standard" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (MqDraft) draft = draft_of_kind (kinds[k]);
      g_autoptr (MqFlow) flow = mq_flow_new (draft);

      for (guint page = 0; page < mq_flow_n_pages (flow); page++)
        mq_paint_runs (flow, page, inside_paper, flow);
      g_assert_cmpuint (mq_shaper_n_missing (mq_flow_shaper (flow)), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/halves", test_halves);
  g_test_add_func ("/paint/blanks", test_blanks);
  g_test_add_func ("/paint/margins", test_margins);
  return g_test_run ();
}
