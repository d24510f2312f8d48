/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

/* A typeface with one small glyph.  Cairo draws it where text of the document goes, and the finisher puts the
 * text and its font in the place of both.  (It is a glyph and not a dot, because newer versions of Cairo mark
 * the content of a tag only if there is a glyph with ink in it.) */

G_BEGIN_DECLS

#define MQ_STAND_IN_GLYPH 1

cairo_font_face_t *mq_stand_in_new (void);

G_END_DECLS
