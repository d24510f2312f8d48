/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>

#include "bench.h"
#include "mq-fonts.h"

/* The floor: what the plainest program needs for the same text.  Each paragraph and cell through a
 * PangoLayout of its own, justified, one size, lines down the page until it is full, onto Cairo's PDF
 * surface.  No rules, no numbers of pages, no links, and nothing that keeps a heading with its text. */

#define SIZE "13"
#define PITCH 20.8
#define GAP 5.0
#define MARGIN 71.0
#define WIDTH 595.276
#define HEIGHT 841.89

static cairo_status_t
drop (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static PangoLayout *
make_layout (void)
{
  PangoContext *context = mq_fonts_context ();
  PangoFontDescription *font = pango_font_description_from_string (MQ_FONT_FAMILIES " " SIZE);
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((WIDTH - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_justify (layout, TRUE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);
  g_object_unref (context);
  return layout;
}

/* Gives where the next paragraph begins. */
static double
show_paragraph (cairo_t *cr, PangoLayout *layout, double y, guint *pages)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (y > HEIGHT - MARGIN)
        {
          cairo_show_page (cr);
          (*pages)++;
          y = MARGIN;
        }
      cairo_move_to (cr, MARGIN + extents.x / (double) PANGO_SCALE, y);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      y += PITCH;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return y + GAP;
}

int
bench_floor (const char *file)
{
  g_autofree char *text = NULL;
  gsize bytes = 0;
  guint pages = 1;
  double y = MARGIN;

  if (!g_file_get_contents (file, &text, NULL, NULL))
    return 1;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  double cpu = bench_cpu (), wall = bench_wall ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (drop, &bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = make_layout ();
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      {
        pango_layout_set_text (layout, lines[i], -1);
        y = show_paragraph (cr, layout, y, &pages);
      }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  printf ("cpu=%.4f wall=%.4f pages=%u bytes=%zu peak=%.1f\n", bench_cpu () - cpu, bench_wall () - wall,
          pages, bytes, bench_peak ());
  cairo_surface_destroy (surface);
  g_object_unref (layout);
  return 0;
}
