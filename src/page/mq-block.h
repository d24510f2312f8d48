/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-figure.h"
#include "mq-look.h"
#include "mq-line.h"
#include "mq-render.h"

/* A block is what pages are made of: a heading, a paragraph with its number, an item, a row of a table.  It
 * has cells, each with its text and, once laid out, its lines.  A block does not know on which page it
 * stands. */

G_BEGIN_DECLS

typedef struct {
  char *text;                 /* owned; paragraphs parted by \n */
  GArray *spans;              /* MqSpan, owned, or NULL */
  double x, width;            /* points: from the start edge of the measure to the text's; of the text */
  double y;                   /* points from where texts begin in the block: of labels of figures */
  gboolean bold;
  gboolean ltr_align;         /* figures, Latin: set against the end edge */
  gboolean center;
  gboolean dotted;            /* a dot stands before each of the lines that its text itself parts: a list */
  guint foot;                 /* how many of these, from its end, stand under the block's room, at its foot */
  MqPara para;                /* the lines */
} MqCell;

typedef enum {
  MQ_BLOCK_HEAD = 1 << 0,       /* header row: repeated on each page of its table */
  MQ_BLOCK_TOTAL = 1 << 1,      /* last row, of sums */
  MQ_BLOCK_KEEP_NEXT = 1 << 2,  /* beside what the look says */
  MQ_BLOCK_INTRODUCES = 1 << 3, /* "as follows:" — a list or table comes next */
  MQ_BLOCK_FILLED = 1 << 4,     /* a row with a tinted ground */
  MQ_BLOCK_SMALL = 1 << 5,      /* of a small table or record, and not its end */
} MqBlockFlags;

/* What a block is told by those that stand beside it. */
#define MQ_BLOCK_KEPT (MQ_BLOCK_KEEP_NEXT | MQ_BLOCK_SMALL)

typedef struct {
  guint8 look;                /* MqLook */
  guint8 n_cells;
  guint16 flags;              /* MqBlockFlags */
  guint table;                /* number of the table that the row belongs to, from 1; 0: none */
  const char *source;         /* interned: id of the part, article or block of the body that it comes from */
  const char *path;           /* interned: the row's path, for rows of tables; NULL */
  const char *target;         /* interned: a contents entry's heading (source id of it); NULL */
  MqCell *cells;              /* in reading order; of a look with a label column: body, then label */
  MqFigure *figure;           /* owned: what is drawn between the cells, its labels; or NULL */
  double room;                /* points left empty under the lines: for a signature and a stamp */
  int n_lines;                /* of its tallest cell, at least 1: places where a page may break inside */
  double height;              /* points, without the glue around it */
  guint64 stamp;              /* the flow's: another when it looks otherwise; 0: still to be laid out */
} MqBlock;

/* The same in the box of a signature. */
#define MQ_BOX_X 10.0

/* Before the text of a dotted cell, for the dot; points. */
#define MQ_CELL_DOT 8.0

/* The white on either side of the text of a cell of a table, in points: columns touch, so a column is as wide
 * as its text and twice this.  (Above and under it: pad of the look.) */
#define MQ_CELL_X 4.0

void mq_block_layout (MqBlock *block, MqShaper *shaper);
void mq_block_clear  (MqBlock *block);

/* A part of a block: its lines [from, to), as they stand on one page. */
double mq_block_part_height (const MqBlock *block, int from, int to);
double mq_block_base_line   (const MqBlock *block, const MqCell *cell, int line, int from);
int    mq_block_line_at     (const MqBlock *block, const MqCell *cell, int from, double y);

G_END_DECLS
