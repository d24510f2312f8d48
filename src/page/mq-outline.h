/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include "mq-line.h"

/* Letters as shapes: what is seen like text and is none, so that no reader of a PDF takes it among the words
 * of the page. */

G_BEGIN_DECLS

void mq_outline_run (cairo_t *cr, const MqGlyphRun *run);

G_END_DECLS
