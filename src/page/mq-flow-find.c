/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-flow-private.h"

#include <string.h>

/* Both ways between a place on paper and what it comes from. */

/* A point this near to a cell's text is still in the cell. */
#define NEAR 6.0

/* ---- from the paper to the draft ---- */

static gboolean
span_has_path (const MqSpan *span)
{
  return span->target
    && (span->type == MQ_SPAN_VALUE || span->type == MQ_SPAN_BLANK || span->type == MQ_SPAN_NUMBER);
}

/* The innermost value at a byte of the cell's text. */
const char *
mq_flow_path_at (const MqCell *cell, guint byte)
{
  const MqSpan *found = NULL;

  for (guint i = 0; cell->spans && i < cell->spans->len; i++)
    {
      const MqSpan *span = &g_array_index (cell->spans, MqSpan, i);

      if (span_has_path (span) && byte >= span->start && byte < span->end
          && (!found || span->end - span->start <= found->end - found->start))
        found = span;
    }
  return found ? found->target : NULL;
}

/* A cell of one value stands for it where it is empty, too. */
static const char *
only_path (const MqCell *cell)
{
  const MqSpan *span = cell->spans && cell->spans->len == 1 ? &g_array_index (cell->spans, MqSpan, 0) : NULL;

  return span && span->start == 0 && span_has_path (span) ? span->target : NULL;
}

static const char *
path_in_cell (const MqPiece *piece, const MqCell *cell, double x, double y)
{
  int line = mq_block_line_at (piece->block, cell, piece->from, y);
  gboolean on_line = line >= piece->from && line < piece->to;
  guint byte = on_line ? mq_line_index (&cell->para, (guint) line, x) : G_MAXUINT;
  const char *path = byte != G_MAXUINT ? mq_flow_path_at (cell, byte) : NULL;

  return path ? path : only_path (cell);
}

/**
 * mq_flow_hit:
 * @page: a page, from 0
 * @x: from its left edge, in points
 * @y: from its top edge, in points
 * @hit: (out): the path of the fact whose value stands there, or the row, or NULL; the id of the block
 *
 * Returns: whether anything of the draft stands there
 */
gboolean
mq_flow_hit (MqFlow *flow, guint page, double x, double y, MqHit *hit)
{
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));

  g_return_val_if_fail (MQ_IS_FLOW (flow) && page < flow->pages->len && hit != NULL, FALSE);

  mq_flow_page_pieces (flow, page, pieces);
  y -= mq_paper_a4.margin_top;
  *hit = (MqHit) { NULL, NULL };
  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);

      if (y < piece->y || y >= piece->y + mq_block_part_height (piece->block, piece->from, piece->to))
        continue;
      hit->path = piece->block->path;
      hit->source = piece->block->target ? piece->block->target : piece->block->source;
      for (guint c = 0; c < piece->block->n_cells; c++)
        {
          const MqCell *cell = &piece->block->cells[c];
          double left = mq_paper_left (&mq_paper_a4, cell);
          const char *path;

          if (x < left - NEAR || x > left + cell->width + NEAR)
            continue;
          path = path_in_cell (piece, cell, x - left, y - piece->y);
          if (path)
            hit->path = path;
        }
      return TRUE;
    }
  return FALSE;
}

/* ---- from the draft to the paper ---- */

/* Whether what comes from @target belongs to @path: it is that fact, or a cell of that row or table. */
static gboolean
belongs (const char *target, const char *path)
{
  gsize length = strlen (path);

  return target == path
    || (strncmp (target, path, length) == 0 && (target[length] == '/' || target[length] == '\0'));
}

/**
 * mq_flow_span_rectangles:
 * @piece: a piece of a page
 * @cell: one of its cells
 * @span: one of the cell's spans
 * @rectangles: of cairo_rectangle_t: gets where @span stands, one for each line, in points from the page's
 *   top left
 */
void
mq_flow_span_rectangles (const MqPiece *piece, const MqCell *cell, const MqSpan *span, GArray *rectangles)
{
  const MqLookStyle *style = mq_look_style (piece->block->look);
  g_autoptr(GArray) stretches = g_array_new (FALSE, FALSE, sizeof (MqStretch));
  double left;

  g_return_if_fail (piece != NULL && cell != NULL && span != NULL && rectangles != NULL);

  left = mq_paper_left (&mq_paper_a4, cell);
  for (int line = piece->from; line < piece->to && line < (int) cell->para.n_lines; line++)
    {
      /* the height of a line, as mq_block_base_line() has it about the base line */
      double base = mq_block_base_line (piece->block, cell, line, piece->from);
      double top = base - .25 * style->size - style->pitch / 2;

      g_array_set_size (stretches, 0);
      mq_line_stretches (&cell->para, (guint) line, span->start, span->end, stretches);
      for (guint i = 0; i < stretches->len; i++)
        {
          const MqStretch *stretch = &g_array_index (stretches, MqStretch, i);
          cairo_rectangle_t rectangle = { left + stretch->x, mq_paper_a4.margin_top + piece->y + top,
                                          stretch->width, style->pitch };

          g_array_append_val (rectangles, rectangle);
        }
    }
}

static void
add_block (const MqPiece *piece, GArray *rectangles)
{
  cairo_rectangle_t rectangle = { mq_paper_a4.margin_x, mq_paper_a4.margin_top + piece->y,
                                  mq_paper_measure (&mq_paper_a4),
                                  mq_block_part_height (piece->block, piece->from, piece->to) };

  g_array_append_val (rectangles, rectangle);
}

/**
 * mq_flow_rectangles:
 * @page: a page, from 0
 * @path: of a fact, a cell, a row or a table
 *
 * Returns: (transfer full): of cairo_rectangle_t: where the value, or all that belongs to the row or the
 *   table, stands on @page, in points from its top left corner
 */
GArray *
mq_flow_rectangles (MqFlow *flow, guint page, const char *path)
{
  GArray *rectangles = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));

  g_return_val_if_fail (MQ_IS_FLOW (flow) && page < flow->pages->len && path != NULL, rectangles);

  mq_flow_page_pieces (flow, page, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);

      if (piece->block->path && belongs (piece->block->path, path))
        {
          add_block (piece, rectangles);
          continue;
        }
      for (guint c = 0; c < piece->block->n_cells; c++)
        for (guint s = 0; piece->block->cells[c].spans && s < piece->block->cells[c].spans->len; s++)
          {
            const MqSpan *span = &g_array_index (piece->block->cells[c].spans, MqSpan, s);

            if (span_has_path (span) && belongs (span->target, path))
              mq_flow_span_rectangles (piece, &piece->block->cells[c], span, rectangles);
          }
    }
  return rectangles;
}

typedef struct {
  guint block;
  const MqCell *cell;
  guint byte;
} Found;

/* The first value of exactly @path, an interned string. */
static gboolean
find_value (MqFlow *flow, const char *path, Found *found)
{
  for (guint i = 0; i < flow->blocks->len; i++)
    {
      const MqBlock *block = mq_flow_block (flow, i);

      for (guint c = 0; c < block->n_cells; c++)
        for (guint s = 0; block->cells[c].spans && s < block->cells[c].spans->len; s++)
          {
            const MqSpan *span = &g_array_index (block->cells[c].spans, MqSpan, s);

            if (span->target != path || !span_has_path (span))
              continue;
            *found = (Found) { i, &block->cells[c], span->start };
            return TRUE;
          }
    }
  return FALSE;
}

/* The first block of a row or a table, or else the first value in it. */
static gboolean
find_below (MqFlow *flow, const char *path, Found *found)
{
  for (guint i = 0; i < flow->blocks->len; i++)
    {
      const MqBlock *block = mq_flow_block (flow, i);

      if (block->path && belongs (block->path, path))
        {
          *found = (Found) { i, NULL, 0 };
          return TRUE;
        }
      for (guint c = 0; c < block->n_cells; c++)
        for (guint s = 0; block->cells[c].spans && s < block->cells[c].spans->len; s++)
          {
            const MqSpan *span = &g_array_index (block->cells[c].spans, MqSpan, s);

            if (!span_has_path (span) || !belongs (span->target, path))
              continue;
            *found = (Found) { i, &block->cells[c], span->start };
            return TRUE;
          }
    }
  return FALSE;
}

static gboolean
find_path (MqFlow *flow, const char *path, Found *found)
{
  GQuark quark = g_quark_try_string (path);

  return (quark && find_value (flow, g_quark_to_string (quark), found)) || find_below (flow, path, found);
}

static gboolean
find_source (MqFlow *flow, const char *source, Found *found)
{
  GQuark quark = g_quark_try_string (source);
  gpointer number;

  if (!quark || !g_hash_table_lookup_extended (flow->places, g_quark_to_string (quark), NULL, &number))
    return FALSE;
  *found = (Found) { mq_flow_unit (flow, GPOINTER_TO_UINT (number))->first, NULL, 0 };
  return found->block < flow->blocks->len;
}

/* the line that a byte of the cell's text stands on */
int
mq_flow_line_of_byte (const MqCell *cell, guint byte)
{
  for (guint i = 0; i < cell->para.n_lines; i++)
    {
      const MqLine *line = &cell->para.lines[i];

      if (line->end > line->first
          && byte < cell->para.bits[line->end - 1].offset + cell->para.bits[line->end - 1].length)
        return (int) i;
    }
  return 0;
}

/* The page on which a line of a block stands: not always that on which the block begins. */
guint
mq_flow_page_of_line (MqFlow *flow, guint block, int line)
{
  guint page = mq_pages_of_block (flow->pages, block);

  for (; page + 1 < flow->pages->len; page++)
    {
      MqPlace next = g_array_index (flow->pages, MqPage, page + 1).first;

      if (next.block > block || (next.block == block && (int) next.line > line))
        break;
    }
  return page;
}

/* Points from the top of @page to the top of a line of a block that stands on it. */
double
mq_flow_line_top (MqFlow *flow, guint page, guint block, int line)
{
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));
  double y = mq_paper_a4.margin_top;

  mq_flow_page_pieces (flow, page, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);

      if (piece->index == block && !piece->repeated)
        return y + piece->y + (line - piece->from) * mq_look_style (piece->block->look)->pitch;
    }
  return y;
}

/**
 * mq_flow_place_of:
 * @source: (nullable): id of a part, an article or a block
 * @path: (nullable): path of a fact, a cell, a row, a table
 * @y: (out) (optional): points from the top of the page to the top of the block, or of the line the value
 *   stands on
 *
 * Where @source begins, or else where @path is first printed.  A cell that is not printed is looked for in
 * its row.
 *
 * Returns: the page, from 0, or G_MAXUINT
 */
guint
mq_flow_place_of (MqFlow *flow, const char *source, const char *path, double *y)
{
  Found found;
  gboolean any;
  int line;
  guint page;

  g_return_val_if_fail (MQ_IS_FLOW (flow), G_MAXUINT);

  any = (source && find_source (flow, source, &found)) || (path && find_path (flow, path, &found));
  if (!any && path && mq_path_from (path, 2))
    {
      g_autofree char *above = mq_path_first (path, mq_path_length (path) - 1);

      any = find_path (flow, above, &found);
    }
  if (!any)
    return G_MAXUINT;
  line = found.cell ? mq_flow_line_of_byte (found.cell, found.byte) : 0;
  page = mq_flow_page_of_line (flow, found.block, line);
  if (!y)
    return page;
  *y = mq_flow_line_top (flow, page, found.block, line);
  return page;
}

/**
 * mq_flow_page_of:
 *
 * Returns: the page, from 0, that mq_flow_place_of() finds, or G_MAXUINT
 */
guint
mq_flow_page_of (MqFlow *flow, const char *source, const char *path)
{
  return mq_flow_place_of (flow, source, path, NULL);
}
