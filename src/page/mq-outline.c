/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-outline.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Room around the ink of a shape, for a pixel that is touched but in part. */
#define ROOM 1.0

static cairo_scaled_font_t *
scaled_font_of (PangoFont *font)
{
  return pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
}

static void
fill_shape (cairo_t *cr, PangoFont *font, const cairo_glyph_t *glyph)
{
  cairo_set_scaled_font (cr, scaled_font_of (font));
  cairo_glyph_path (cr, glyph, 1);
  cairo_fill (cr);
}

/* What tells a shape from others: Cairo takes surfaces of one name for one, and writes it into a PDF once,
 * however often and on however many pages it is drawn. */
static void
name_shape (cairo_surface_t *shape, cairo_t *cr, PangoFont *font, gulong glyph)
{
  double red, green, blue;
  char *name;

  cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, NULL);
  name = g_strdup_printf ("%p %lu %.0f %.0f %.0f", (void *) font, glyph, 255 * red, 255 * green, 255 * blue);
  cairo_surface_set_mime_data (shape, CAIRO_MIME_TYPE_UNIQUE_ID, (guint8 *) name, strlen (name), g_free,
                               name);
}

/* The shape of a glyph in the colour of @cr, its origin at (0, 0). */
static cairo_surface_t *
record_shape (cairo_t *cr, PangoFont *font, gulong glyph)
{
  cairo_glyph_t at_origin = { glyph, 0, 0 };
  cairo_text_extents_t ink;
  cairo_rectangle_t room;
  cairo_surface_t *shape;
  cairo_t *recorder;

  cairo_scaled_font_glyph_extents (scaled_font_of (font), &at_origin, 1, &ink);
  room.x = floor (ink.x_bearing - ROOM);
  room.y = floor (ink.y_bearing - ROOM);
  room.width = ceil (ink.x_bearing + ink.width + ROOM) - room.x;
  room.height = ceil (ink.y_bearing + ink.height + ROOM) - room.y;
  shape = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &room);
  recorder = cairo_create (shape);
  cairo_set_source (recorder, cairo_get_source (cr));
  fill_shape (recorder, font, &at_origin);
  cairo_destroy (recorder);
  name_shape (shape, cr, font, glyph);
  return shape;
}

static void
draw_once (cairo_t *cr, PangoFont *font, const cairo_glyph_t *glyph)
{
  cairo_surface_t *shape = record_shape (cr, font, glyph->index);

  cairo_save (cr);
  cairo_set_source_surface (cr, shape, glyph->x, glyph->y);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (shape);
}

/**
 * mq_outline_run:
 * @cr: where to draw; its source is the colour, a solid one
 * @run: a run of glyphs
 *
 * Draws the shapes of a run.  What its font does not have is left out.
 */
void
mq_outline_run (cairo_t *cr, const MqGlyphRun *run)
{
  double x;
  gboolean pdf;

  g_return_if_fail (cr != NULL && run != NULL);

  x = run->x;
  pdf = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      cairo_glyph_t glyph = { info->glyph, x + info->geometry.x_offset / (double) PANGO_SCALE,
                              run->y + info->geometry.y_offset / (double) PANGO_SCALE };

      x += info->geometry.width / (double) PANGO_SCALE;
      if (info->glyph == PANGO_GLYPH_EMPTY || info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        continue;
      if (pdf)
        draw_once (cr, run->font, &glyph);
      else
        fill_shape (cr, run->font, &glyph);
    }
}
