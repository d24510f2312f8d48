/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-block.h"

/* Blocks become pages.  The blocks are one vertical list with glue between and a price for a break at every
 * place; a page takes what fits and ends at the cheapest break (src/page/README.md). */

G_BEGIN_DECLS

/* A4, in points */
typedef struct { double width, height, margin_x, margin_top, margin_bottom; } MqPaper;
extern const MqPaper mq_paper_a4;
double mq_paper_measure (const MqPaper *paper);             /* width of the text */
double mq_paper_body    (const MqPaper *paper);             /* height of the text */
/* from the left edge of the paper to the text of a cell */
double mq_paper_left    (const MqPaper *paper, const MqCell *cell);

typedef struct { guint block, line; } MqPlace;
typedef struct { MqPlace first; int head; } MqPage;     /* head: index of the header row to repeat, or -1 */

/* A block's lines on one page: made when a page is painted, never kept. */
typedef struct {
  const MqBlock *block;
  guint index;                /* of the block */
  int from, to;               /* its lines [from, to) */
  double y;                   /* points from the top of the body */
  gboolean repeated;          /* a header row, once more */
} MqPiece;

/* @blocks: of MqBlock, laid out.  Fills @pages (of MqPage) anew; gives the first page that differs from
 * before, or the number of pages when none does. */
guint mq_pages_break (const GArray *blocks, const MqPaper *paper, GArray *pages);
guint mq_pages_of_block (const GArray *pages, guint block);         /* the page, from 0, on which it begins */
void  mq_pages_pieces   (const GArray *blocks, const GArray *pages, const MqPaper *paper, guint page,
                         GArray *pieces);

G_END_DECLS
