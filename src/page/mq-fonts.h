/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

/* The typefaces of the document.  They come with the program (data/fonts) and Pango is given a fontconfig of
 * its own that knows only them: the fonts of the system never reach a page, so that a draft has the same
 * lines everywhere.
 *
 * A font map belongs to one thread (Pango and HarfBuzz share caches in it), so each thread gets its own; what
 * was shaped with it must stay in that thread too. */

G_BEGIN_DECLS

/* The families that a page is set in: the first is the document's, the others stand in for what it lacks. */
#define MQ_FONT_FAMILIES "Amiri, Noto Sans, Noto Naskh Arabic"

PangoFontMap *mq_fonts_map     (void);
PangoContext *mq_fonts_context (void);

G_END_DECLS
