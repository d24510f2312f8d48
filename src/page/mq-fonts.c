/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include "mq-datadir.h"

/* The configuration is read once and shared by the font maps of all threads: fontconfig only reads it from
 * then on. */
static gpointer
load_config (gpointer unused)
{
  g_autofree char *file = mq_datadir_file ("fonts", "fonts.conf", NULL);
  FcConfig *config = FcConfigCreate ();
  FcFontSet *fonts = NULL;

  if (FcConfigParseAndLoad (config, (const FcChar8 *) file, FcTrue) && FcConfigBuildFonts (config))
    fonts = FcConfigGetFonts (config, FcSetSystem);
  if (fonts != NULL && fonts->nfont > 0)
    return config;

  /* Pango ends the program when it finds no font at all; pages in another typeface are the lesser evil. */
  g_warning ("No document fonts by %s: pages are set in the fonts of the system.", file);
  FcConfigDestroy (config);
  return NULL;
}

static void
free_weak (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

static PangoFontMap *
make_map (void)
{
  static GOnce config = G_ONCE_INIT;
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);

  g_once (&config, load_config, NULL);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  if (config.retval != NULL)
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config.retval);
  return map;
}

/**
 * mq_fonts_map:
 *
 * The font map of the document's typefaces for the calling thread.  Its resolution makes a point of type a
 * point of the page.  It lives, with what it has cached, as long as somebody in the thread holds it or a
 * context of it.
 *
 * Returns: (transfer full): the font map
 */
PangoFontMap *
mq_fonts_map (void)
{
  static GPrivate of_thread = G_PRIVATE_INIT (free_weak);
  GWeakRef *weak = g_private_get (&of_thread);
  PangoFontMap *map;

  if (weak == NULL)
    {
      weak = g_new0 (GWeakRef, 1);
      g_weak_ref_init (weak, NULL);
      g_private_set (&of_thread, weak);
    }
  map = g_weak_ref_get (weak);
  if (map == NULL)
    {
      map = make_map ();
      g_weak_ref_set (weak, map);
    }
  return map;
}

/**
 * mq_fonts_context:
 *
 * A context for shaping text of the document: Arabic, from right to left, glyphs where the font puts them and
 * not where the pixels of a screen are, so that lines are the same at every size of the preview and on paper.
 *
 * Returns: (transfer full): a new context of mq_fonts_map()
 */
PangoContext *
mq_fonts_context (void)
{
  PangoFontMap *map = mq_fonts_map ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  g_object_unref (map);
  pango_context_set_base_dir (context, PANGO_DIRECTION_RTL);
  pango_context_set_language (context, pango_language_from_string ("ar"));
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}
