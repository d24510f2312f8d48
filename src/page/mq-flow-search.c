/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-flow-search.h"

#include "mq-flow-private.h"

static void
search_cell (const MqSearch *search, const MqBlock *block, guint number, guint cell, GArray *hits)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (MqFound));
  const char *text = block->cells[cell].text;

  if (!text || !mq_search_find (search, text, found))
    return;
  for (guint i = 0; i < found->len; i++)
    {
      const MqFound *place = &g_array_index (found, MqFound, i);
      MqTextHit hit = { number, cell, place->start, place->end,
                        mq_flow_path_at (&block->cells[cell], place->start), block->source };

      if (!hit.path)
        hit.path = block->path;
      g_array_append_val (hits, hit);
    }
}

/**
 * mq_flow_search:
 * @flow: a flow
 * @search: what is looked for
 *
 * Returns: (transfer full) (element-type MqTextHit): where it is printed, in reading order
 */
GArray *
mq_flow_search (MqFlow *flow, const MqSearch *search)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (MqTextHit));

  g_return_val_if_fail (MQ_IS_FLOW (flow) && search != NULL, hits);

  for (guint i = 0; i < flow->blocks->len; i++)
    {
      const MqBlock *block = mq_flow_block (flow, i);

      /* entries of the contents lead elsewhere */
      for (guint c = 0; !block->target && c < block->n_cells; c++)
        search_cell (search, block, i, c, hits);
    }
  return hits;
}

/* The cell that @hit stands in; NULL: the flow has changed since. */
static const MqCell *
cell_of (MqFlow *flow, const MqTextHit *hit)
{
  const MqBlock *block = hit->block < flow->blocks->len ? mq_flow_block (flow, hit->block) : NULL;

  return block && hit->cell < block->n_cells ? &block->cells[hit->cell] : NULL;
}

/**
 * mq_flow_search_place:
 * @flow: a flow
 * @hit: what was found in it, as it is now
 * @y: (out) (optional): points from the top of the page to the top of the line
 *
 * Returns: the page, from 0, or G_MAXUINT if @hit is of another time
 */
guint
mq_flow_search_place (MqFlow *flow, const MqTextHit *hit, double *y)
{
  const MqCell *cell;
  guint page;
  int line;

  g_return_val_if_fail (MQ_IS_FLOW (flow) && hit != NULL, G_MAXUINT);

  cell = cell_of (flow, hit);
  if (!cell)
    return G_MAXUINT;
  line = mq_flow_line_of_byte (cell, hit->start);
  page = mq_flow_page_of_line (flow, hit->block, line);
  if (y)
    *y = mq_flow_line_top (flow, page, hit->block, line);
  return page;
}

/**
 * mq_flow_search_rectangles:
 * @flow: a flow
 * @page: a page, from 0
 * @hit: what was found in it, as it is now
 *
 * Returns: (transfer full) (element-type cairo_rectangle_t): where @hit stands on @page; in a heading row,
 *   wherever it is repeated
 */
GArray *
mq_flow_search_rectangles (MqFlow *flow, guint page, const MqTextHit *hit)
{
  GArray *rectangles = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));
  MqSpan span;

  g_return_val_if_fail (MQ_IS_FLOW (flow) && page < flow->pages->len && hit != NULL, rectangles);

  if (!cell_of (flow, hit))
    return rectangles;
  span = (MqSpan) { hit->start, hit->end, MQ_SPAN_VALUE, NULL };
  mq_flow_page_pieces (flow, page, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);

      if (piece->index == hit->block)
        mq_flow_span_rectangles (piece, &piece->block->cells[hit->cell], &span, rectangles);
    }
  return rectangles;
}
