/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include "mq-flow.h"

/* What stands in the margins beside the text: at its start the numbers of clauses, on every page anywhere; at
 * its end, for those who review, the numbers of lines. */

G_BEGIN_DECLS

void mq_margin_clauses (MqFlow *flow, guint page, cairo_t *cr);
void mq_margin_lines   (MqFlow *flow, guint page, cairo_t *cr);

/* The base lines of the text of a page, from the top of the paper; points: (transfer full), of double.  Title
 * page and contents have none. */
GArray *mq_margin_base_lines (MqFlow *flow, guint page);

G_END_DECLS
