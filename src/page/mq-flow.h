/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include "mq-pages.h"

/* A draft laid out: its blocks in order, their lines, the pages.  After a change only the blocks that
 * quote what changed are rendered and shaped again; all pages are then broken anew, which is cheap,
 * because heights are kept.
 *
 *   MqFlow *flow = mq_flow_new (draft);
 *   for (guint page = 0; page < mq_flow_n_pages (flow); page++)
 *     mq_paint_page (flow, page, cr);
 *
 * Pages count from 0 here and from 1 on paper.  Lengths are points.  A flow is used by the thread that
 * made it. */

G_BEGIN_DECLS

#define MQ_TYPE_FLOW (mq_flow_get_type ())
G_DECLARE_FINAL_TYPE (MqFlow, mq_flow, MQ, FLOW, GObject)

/* Lays out @draft and follows its changes.  Signal "changed" (guint first page changed, guint number of
 * pages before): only when something that is printed changed. */
MqFlow *mq_flow_new (MqDraft *draft);
MqDraft *mq_flow_draft (MqFlow *flow);
MqRenderer *mq_flow_renderer (MqFlow *flow);
MqShaper *mq_flow_shaper (MqFlow *flow);
const GArray *mq_flow_blocks (MqFlow *flow);                /* MqBlock */
const MqPaper *mq_flow_paper (MqFlow *flow);
guint mq_flow_n_pages (MqFlow *flow);
/* Two pages with the same stamp look the same: it changes when the page must be painted anew, and only
 * then. */
guint64 mq_flow_page_stamp (MqFlow *flow, guint page);
void mq_flow_page_pieces (MqFlow *flow, guint page, GArray *pieces);      /* of MqPiece, filled anew */
/* Where a part, an article or a block, or else a fact's value, first stands; G_MAXUINT: nowhere.  One may
 * be NULL. */
guint mq_flow_page_of (MqFlow *flow, const char *source, const char *path);
/* The same as a place on that page: points from its top to the top of the block (to the line, for a path). */
guint mq_flow_place_of (MqFlow *flow, const char *source, const char *path, double *y);

/* The parts and articles that are printed, in order: for bookmarks and for lists of contents. */
typedef struct {
  char *title;                /* «المادة (٥) – رأس المال»; of an article without a printed heading, its name */
  const char *source;         /* interned: id of the part or article */
  guint8 level;               /* 0 a part, 1 an article */
  gboolean printed;           /* has a heading on paper */
} MqOutlineEntry;
const GArray *mq_flow_outline (MqFlow *flow);               /* MqOutlineEntry; good until the next change */

/* What stands at a place of a page (points from its top left corner): the path of the fact, else the id of
 * the block. */
typedef struct { const char *path, *source; } MqHit;
gboolean mq_flow_hit (MqFlow *flow, guint page, double x, double y, MqHit *hit);
/* Where a fact's value is printed: rectangles (cairo_rectangle_t, points) on @page. */
GArray *mq_flow_rectangles (MqFlow *flow, guint page, const char *path);

/* The same of one span of a cell: appends a rectangle for each line. */
void mq_flow_span_rectangles (const MqPiece *piece, const MqCell *cell, const MqSpan *span, GArray *rectangles);

/* The running head and foot of a page: what the painter draws beside the pieces.  Each is one line of
 * text; x is the left end of its measure, from the left edge of the paper, and y its base line, from the
 * top. */
typedef struct { char *text; MqPara para; double x, y, width; } MqFurniture;
GArray *mq_flow_furniture (MqFlow *flow, guint page);       /* (transfer full), of MqFurniture with clear function */
void mq_furniture_clear (MqFurniture *furniture);

G_END_DECLS
