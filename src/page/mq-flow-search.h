/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow.h"
#include "mq-search.h"

/* Finding words on the pages.  What is searched is what is printed, block by block in reading order, but
 * for the list of contents, which only says again what the headings say. */

G_BEGIN_DECLS

/* A place that was found; good until the flow changes. */
typedef struct {
  guint block, cell;          /* which block of the flow, which cell of it */
  guint start, end;           /* bytes of the cell's text */
  const char *path;           /* interned: the fact whose value stands there, or the row; NULL: words of the body */
  const char *source;         /* interned: the part, article or block of the body that it comes from */
} MqTextHit;

/* (transfer full), of MqTextHit, in reading order */
GArray *mq_flow_search (MqFlow *flow, const MqSearch *search);
/* The page it begins on, from 0; @y: (out) (optional): points from the top of the page to the top of its line. */
guint mq_flow_search_place (MqFlow *flow, const MqTextHit *hit, double *y);
/* Where it stands on a page: (transfer full), of cairo_rectangle_t, points from the page's top left, one
 * for each line. */
GArray *mq_flow_search_rectangles (MqFlow *flow, guint page, const MqTextHit *hit);

G_END_DECLS
