/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pages.h"

#include <string.h>

/* What a page break costs.  The unit is a tenth of the price of one line left empty at the foot of a page;
 * two lines left empty cost four times that. */
#define NEVER 1e9
#define ROOM 10.0             /* times the square of the lines of text left empty */
#define LONE_LINE 1500.0      /* the first or the last line of a block is parted from it */
#define INTRODUCED 600.0      /* behind "as follows:" */
#define SIGNED 600.0          /* before the signatures: they would stand on a page without text */
#define SUMS 1000.0           /* before a row of sums */
#define SMALL 600.0           /* inside a small table or record */
#define NOTE 400.0            /* between a table and the note under it */
#define LONE_ROW 900.0        /* the first or the last row of a table is parted from it */
#define RECORD 200.0          /* inside a record, between its fields */
#define FIELD 350.0           /* inside a field of a record */

/* Points beside the glue of the looks: over a table or a record, which belongs to what leads it in, and
 * under it. */
#define OVER_TABLE 5.0
#define UNDER_TABLE 12.0
#define UNDER_LIST 4.0        /* the same, between the end of a list and the paragraph behind it */
#define PART_GLUE 30.0        /* the same, over a part that does not begin its page */
#define TOLERANCE 0.01

/* A4; the margins hold the running head and foot, and leave room for a binding. */
const MqPaper mq_paper_a4 = { .width = 595.276, .height = 841.89, .margin_x = 70.866, .margin_top = 76.5,
                              .margin_bottom = 73.7 };

/**
 * mq_paper_measure:
 * @paper: a paper
 *
 * Returns: the width of the text, in points
 */
double
mq_paper_measure (const MqPaper *paper)
{
  g_return_val_if_fail (paper != NULL, 0);
  return paper->width - 2 * paper->margin_x;
}

/**
 * mq_paper_body:
 * @paper: a paper
 *
 * Returns: the height of the text, in points
 */
double
mq_paper_body (const MqPaper *paper)
{
  g_return_val_if_fail (paper != NULL, 0);
  return paper->height - paper->margin_top - paper->margin_bottom;
}

/**
 * mq_paper_left:
 * @paper: a paper
 * @cell: a cell of a block on it
 *
 * Returns: points from the left edge of the paper to the left edge of the cell's text
 */
double
mq_paper_left (const MqPaper *paper, const MqCell *cell)
{
  g_return_val_if_fail (paper != NULL && cell != NULL, 0);
  return paper->width - paper->margin_x - cell->x - cell->width;
}

/* ---- the vertical list ---- */

typedef struct {
  const MqBlock *blocks;
  guint n;
  double body;                /* height of a page's text */
} List;

static gboolean
same_table (const MqBlock *a, const MqBlock *b)
{
  return a->table != 0 && a->table == b->table;
}

static gboolean
is_boxed (const MqBlock *block)
{
  return block->table != 0 || block->look == MQ_LOOK_RECORD_TITLE || block->look == MQ_LOOK_RECORD_FIELD
         || block->look == MQ_LOOK_SIGNATURE;
}

/* The glue over a block that is not the first of its page. */
static double
glue_before (const List *list, guint number)
{
  const MqBlock *block = &list->blocks[number], *last = block - 1;

  if (same_table (last, block))
    return 0;
  double glue = mq_look_style (last->look)->after + mq_look_style (block->look)->before;
  if (is_boxed (last) && (!is_boxed (block) || last->table != block->table) && block->look != MQ_LOOK_NOTE)
    glue += UNDER_TABLE;
  else if (is_boxed (block) && !is_boxed (last) && block->look != MQ_LOOK_SIGNATURE)
    glue += OVER_TABLE;
  if (last->look == MQ_LOOK_ITEM && block->look == MQ_LOOK_PARA)
    glue += UNDER_LIST;
  if (mq_look_style (block->look)->new_page)
    glue += PART_GLUE;
  return glue;
}

/* Over the first block of a page there is none, unless it is one that begins a page by its nature: its place
 * from the top is part of its look. */
static double
glue_at_top (const MqBlock *block, guint line)
{
  const MqLookStyle *style = mq_look_style (block->look);

  return style->new_page && line == 0 ? style->before : 0;
}

/* The header row that a page which begins at a place repeats, or -1.  One that takes half of the page is
 * not. */
static int
header_of (const List *list, MqPlace place)
{
  const MqBlock *block = &list->blocks[place.block];
  guint i = place.block;

  if (block->table == 0 || (block->flags & MQ_BLOCK_HEAD))
    return -1;
  while (i > 0 && same_table (&list->blocks[i - 1], block) && !(list->blocks[i].flags & MQ_BLOCK_HEAD))
    i--;
  if (!(list->blocks[i].flags & MQ_BLOCK_HEAD) || list->blocks[i].height > list->body / 2)
    return -1;
  return (int) i;
}

/* How many lines of a block stay together: all, when it is to be whole and fits on a page, under its header
 * row. */
static int
lines_together (const List *list, guint number)
{
  const MqBlock *block = &list->blocks[number];

  if (!mq_look_style (block->look)->whole || block->height > list->body + TOLERANCE)
    return 1;
  if (block->height > list->body / 2)
    {
      int header = header_of (list, (MqPlace) { number, 0 });
      if (header >= 0 && block->height > list->body - list->blocks[header].height + TOLERANCE)
        return 1;
    }
  return block->n_lines;
}

/* Whether a block that begins pages by its nature does so when the page is filled to @y.  A part goes on
 * where much of the page is left, so that none is all but empty; not on the pages before the text, though. */
static gboolean
begins_page (const List *list, guint number, double y)
{
  const MqLookStyle *style = mq_look_style (list->blocks[number].look);

  return style->new_page
         && (style->run_on <= 0 || list->body - y < style->run_on * list->body
             || list->blocks[number - 1].look <= MQ_LOOK_ENTRY_ARTICLE);
}

/* The price of a break before a row or a field, for what follows it and what stands before it. */
static double
price_in_table (const List *list, guint number)
{
  const MqBlock *block = &list->blocks[number], *last = block - 1;

  if (same_table (last, block))
    {
      if (block->flags & MQ_BLOCK_TOTAL)
        return SUMS;
      if ((number >= 2 && (last[-1].flags & MQ_BLOCK_HEAD) && same_table (last - 1, block))
          || number + 1 == list->n || !same_table (block + 1, block))
        return LONE_ROW;
    }
  return block->look == MQ_LOOK_RECORD_FIELD ? RECORD : 0;
}

/* The price of a break between two blocks. */
static double
price_before (const List *list, guint number)
{
  const MqBlock *block = &list->blocks[number], *last = block - 1;

  if (mq_look_style (last->look)->keep_next || (last->flags & (MQ_BLOCK_KEEP_NEXT | MQ_BLOCK_HEAD)))
    return NEVER;
  if (last->flags & MQ_BLOCK_INTRODUCES)
    return INTRODUCED;
  if (last->flags & MQ_BLOCK_SMALL)
    return MAX (SMALL, price_in_table (list, number));
  if (block->look == MQ_LOOK_SIGNATURE && last->look != MQ_LOOK_SIGNATURE)
    return SIGNED;
  if (block->look == MQ_LOOK_NOTE && is_boxed (last))
    return NOTE;
  return price_in_table (list, number);
}

static double
price_at (const List *list, MqPlace place)
{
  const MqBlock *block = &list->blocks[place.block];

  if (place.line == 0)
    return price_before (list, place.block);

  double price = block->look == MQ_LOOK_RECORD_FIELD ? FIELD : 0;
  if (place.line == 1)
    price += LONE_LINE;
  if ((int) place.line == block->n_lines - 1)
    price += LONE_LINE;
  return price;
}

/* Where the page that begins at @from ends.  It is filled until it overflows; of the places met on the way
 * the cheapest is taken, and of equally cheap ones the last.  A page takes at least one line or one whole
 * block, however high. */
static MqPlace
fill_page (const List *list, MqPlace from, int *header)
{
  double y, best_cost = G_MAXDOUBLE;
  MqPlace best = { list->n, 0 };

  *header = header_of (list, from);
  y = *header >= 0 ? list->blocks[*header].height : 0;
  for (MqPlace at = from; at.block < list->n; at.block++, at.line = 0)
    {
      const MqBlock *block = &list->blocks[at.block];
      int part = (int) at.line, step = lines_together (list, at.block);
      double top;

      if (at.block != from.block)
        {
          if (begins_page (list, at.block, y))
            return at;
          y += glue_before (list, at.block);
        }
      else
        y += glue_at_top (block, at.line);
      top = y;
      for (int line = part; line < block->n_lines; line += step)
        {
          gboolean first = at.block == from.block && line == part;

          if (!first)
            {
              MqPlace place = { at.block, (guint) line };
              double empty = MAX (0, list->body - y) / mq_look_style (MQ_LOOK_PARA)->pitch;
              double cost = price_at (list, place) + ROOM * empty * empty;

              if (cost <= best_cost)
                {
                  best_cost = cost;
                  best = place;
                }
            }
          y = top + mq_block_part_height (block, part, MIN (line + step, block->n_lines));
          if (y > list->body + TOLERANCE && !first)
            return best;
        }
    }
  return (MqPlace) { list->n, 0 };
}

/* ---- pages ---- */

static gboolean
page_equal (const MqPage *a, const MqPage *b)
{
  return a->first.block == b->first.block && a->first.line == b->first.line && a->head == b->head;
}

/**
 * mq_pages_break:
 * @blocks: (element-type MqBlock): the blocks, laid out
 * @paper: the paper
 * @pages: (inout) (element-type MqPage): the pages as they were, then as they are
 *
 * Breaks all blocks into pages.  No blocks: no pages.
 *
 * Returns: the first page whose beginning is another than before, also when it is new or the first that is
 *   gone; the number of pages when there is none
 */
guint
mq_pages_break (const GArray *blocks, const MqPaper *paper, GArray *pages)
{
  MqPlace place = { 0, 0 };
  guint n = 0, changed = G_MAXUINT;

  g_return_val_if_fail (blocks != NULL && paper != NULL && pages != NULL, 0);

  List list = { (const MqBlock *) blocks->data, blocks->len, mq_paper_body (paper) };
  while (place.block < list.n)
    {
      MqPage page = { place, -1 };

      place = fill_page (&list, place, &page.head);
      if (n < pages->len)
        {
          MqPage *old = &g_array_index (pages, MqPage, n);
          if (!page_equal (old, &page))
            {
              changed = MIN (changed, n);
              *old = page;
            }
        }
      else
        {
          changed = MIN (changed, n);
          g_array_append_val (pages, page);
        }
      n++;
    }
  if (n < pages->len)
    changed = MIN (changed, n);
  g_array_set_size (pages, n);
  return MIN (changed, n);
}

/**
 * mq_pages_of_block:
 * @pages: (element-type MqPage): pages, at least one
 * @block: number of a block
 *
 * Returns: the page, from 0, on which the block begins
 */
guint
mq_pages_of_block (const GArray *pages, guint block)
{
  g_return_val_if_fail (pages != NULL, 0);

  guint low = 0, high = pages->len;
  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;
      MqPlace first = g_array_index (pages, MqPage, middle).first;

      if (first.block < block || (first.block == block && first.line == 0))
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * mq_pages_pieces:
 * @blocks: (element-type MqBlock): the blocks
 * @pages: (element-type MqPage): their pages, as mq_pages_break() made them
 * @paper: the paper
 * @page: a page, from 0
 * @pieces: (element-type MqPiece): gets what stands on the page, from top to bottom; what it held is dropped
 *
 * The pieces point into @blocks.
 */
void
mq_pages_pieces (const GArray *blocks, const GArray *pages, const MqPaper *paper, guint page, GArray *pieces)
{
  double y = 0;

  g_return_if_fail (blocks != NULL && pages != NULL && paper != NULL && pieces != NULL);
  g_return_if_fail (page < pages->len);

  List list = { (const MqBlock *) blocks->data, blocks->len, mq_paper_body (paper) };
  const MqPage *this = &g_array_index (pages, MqPage, page);
  MqPlace end = page + 1 < pages->len ? this[1].first : (MqPlace) { list.n, 0 };

  g_array_set_size (pieces, 0);
  if (this->head >= 0)
    {
      const MqBlock *head = &list.blocks[this->head];
      MqPiece piece = { head, (guint) this->head, 0, head->n_lines, y, TRUE };
      g_array_append_val (pieces, piece);
      y += head->height;
    }
  for (guint i = this->first.block; i < end.block || (i == end.block && end.line > 0); i++)
    {
      const MqBlock *block = &list.blocks[i];
      gboolean first = i == this->first.block;
      int from = first ? (int) this->first.line : 0, to = i == end.block ? (int) end.line : block->n_lines;

      y += first ? glue_at_top (block, (guint) from) : glue_before (&list, i);
      MqPiece piece = { block, i, from, to, y, FALSE };
      g_array_append_val (pieces, piece);
      y += mq_block_part_height (block, from, to);
    }
}
