/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf-links.h"

#include <string.h>

struct _MqLinks {
  MqFlow *flow;
  GPtrArray *all;             /* MqDestination, in the order in which they are met */
  GHashTable *by_target;      /* interned target → MqDestination */
  GHashTable *titles;         /* interned id of a part or article → title */
  GPtrArray *pages;           /* GPtrArray of MqDestination, one for each page */
};

static void
destination_free (gpointer data)
{
  MqDestination *destination = data;

  g_free (destination->name);
  g_free (destination->title);
  g_free (destination);
}

/* Cairo writes names as they are: whatever is not plain goes by its number. */
static char *
make_name (const char *target, guint number)
{
  for (const char *c = target; *c; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-_./", *c) == NULL)
      return g_strdup_printf ("place.%u", number);
  return g_strdup (target);
}

static void
add_target (MqLinks *links, const char *target, const char *title, guint page, double y)
{
  MqDestination *destination;

  if (target == NULL || *target == '\0' || g_hash_table_contains (links->by_target, target))
    return;
  destination = g_new (MqDestination, 1);
  *destination = (MqDestination) { make_name (target, links->all->len + 1), g_strdup (title ? title : target),
                                   page, y };
  g_ptr_array_add (links->all, destination);
  g_hash_table_insert (links->by_target, (gpointer) target, destination);
  g_ptr_array_add (g_ptr_array_index (links->pages, page), destination);
}

/* The block, and the article and the part that it stands in: the first block of each is its place. */
static void
add_source (MqLinks *links, const MqBlock *block, guint page, double y)
{
  const MqNode *node;

  if (block->source == NULL)
    return;
  node = mq_draft_by_id (mq_flow_draft (links->flow), block->source);
  if (node == NULL)
    add_target (links, block->source, NULL, page, y);       /* title page, contents */
  for (; node != NULL && mq_node_type (node) != MQ_NODE_BODY; node = mq_node_parent (node))
    if (mq_node_id (node) != NULL)
      {
        const char *id = g_intern_string (mq_node_id (node));
        add_target (links, id, g_hash_table_lookup (links->titles, id), page, y);
      }
}

/* The row that a cell belongs to ("group/table/ROW/column"), interned; NULL: it is a fact. */
static const char *
row_of (const char *path)
{
  g_autofree char *row = mq_path_row (path);

  return g_intern_string (row);
}

/* The byte behind a line's last one. */
static guint
line_end (const MqPara *para, guint line)
{
  const MqLine *at = &para->lines[line];

  return at->end > at->first ? para->bits[at->end - 1].offset + para->bits[at->end - 1].length : 0;
}

static void
add_spans (MqLinks *links, const MqPiece *piece, const MqCell *cell, guint page, double top)
{
  for (guint i = 0; cell->spans != NULL && i < cell->spans->len; i++)
    {
      const MqSpan *span = &g_array_index (cell->spans, MqSpan, i);

      if ((span->type == MQ_SPAN_VALUE || span->type == MQ_SPAN_BLANK || span->type == MQ_SPAN_NUMBER)
          && span->target != NULL && !g_hash_table_contains (links->by_target, span->target))
        {
          int line = piece->from;
          double base;

          /* on which of the piece's lines it begins; it may begin on another page */
          while (line < (int) cell->para.n_lines && span->start >= line_end (&cell->para, (guint) line))
            line++;
          if (line >= MIN (piece->to, (int) cell->para.n_lines))
            continue;
          base = top + mq_block_base_line (piece->block, cell, line, piece->from)
                 - mq_look_style (piece->block->look)->pitch;
          add_target (links, span->target, NULL, page, MAX (0, base));
          add_target (links, row_of (span->target), NULL, page, MAX (0, base));
        }
    }
}

static void
add_piece (MqLinks *links, const MqPiece *piece, guint page)
{
  double top = mq_flow_paper (links->flow)->margin_top + piece->y;

  if (piece->repeated || piece->block->target != NULL)
    return;                   /* a contents entry is no place of what it leads to */
  if (piece->from == 0)
    {
      add_source (links, piece->block, page, top);
      add_target (links, piece->block->path, NULL, page, top);
    }
  for (guint c = 0; c < piece->block->n_cells; c++)
    add_spans (links, piece, &piece->block->cells[c], page, top);
}

/**
 * mq_links_new:
 * @flow: a flow that does not change while the links are used
 *
 * Finds all places of the document, in one walk.
 *
 * Returns: (transfer full): the links
 */
MqLinks *
mq_links_new (MqFlow *flow)
{
  MqLinks *links = g_new0 (MqLinks, 1);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));
  const GArray *outline;

  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);

  links->flow = g_object_ref (flow);
  links->all = g_ptr_array_new_with_free_func (destination_free);
  links->by_target = g_hash_table_new (NULL, NULL);
  links->titles = g_hash_table_new (NULL, NULL);
  links->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  outline = mq_flow_outline (flow);
  for (guint i = 0; outline != NULL && i < outline->len; i++)
    {
      const MqOutlineEntry *entry = &g_array_index (outline, MqOutlineEntry, i);
      g_hash_table_insert (links->titles, (gpointer) entry->source, entry->title);
    }
  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      g_ptr_array_add (links->pages, g_ptr_array_new ());
      mq_flow_page_pieces (flow, page, pieces);
      for (guint i = 0; i < pieces->len; i++)
        add_piece (links, &g_array_index (pieces, MqPiece, i), page);
    }
  return links;
}

void
mq_links_free (MqLinks *links)
{
  if (links == NULL)
    return;
  g_ptr_array_unref (links->pages);
  g_hash_table_unref (links->by_target);
  g_hash_table_unref (links->titles);
  g_ptr_array_unref (links->all);
  g_object_unref (links->flow);
  g_free (links);
}

const MqDestination *
mq_links_destination (MqLinks *links, const char *target)
{
  g_return_val_if_fail (links != NULL && target != NULL, NULL);

  return g_hash_table_lookup (links->by_target, target);
}

GPtrArray *
mq_links_on_page (MqLinks *links, guint page)
{
  g_return_val_if_fail (links != NULL && page < links->pages->len, NULL);

  return g_ptr_array_index (links->pages, page);
}

/**
 * mq_links_of_entry:
 * @piece: a piece of a page
 * @rectangle: (out): all the width of its line
 *
 * Returns: (nullable): where the entry of the contents leads; %NULL for any other piece
 */
const MqDestination *
mq_links_of_entry (MqLinks *links, const MqPiece *piece, cairo_rectangle_t *rectangle)
{
  const MqPaper *paper;

  g_return_val_if_fail (links != NULL && piece != NULL && rectangle != NULL, NULL);

  paper = mq_flow_paper (links->flow);
  *rectangle = (cairo_rectangle_t) { paper->margin_x, paper->margin_top + piece->y, mq_paper_measure (paper),
                                     mq_block_part_height (piece->block, piece->from, piece->to) };
  return piece->block->target ? mq_links_destination (links, piece->block->target) : NULL;
}

static const MqDestination *
destination_of_span (MqLinks *links, const MqSpan *span)
{
  return span->type == MQ_SPAN_REF && span->target ? mq_links_destination (links, span->target) : NULL;
}

gboolean
mq_links_any (MqLinks *links, const MqCell *cell)
{
  g_return_val_if_fail (links != NULL && cell != NULL, FALSE);

  for (guint i = 0; cell->spans != NULL && i < cell->spans->len; i++)
    if (destination_of_span (links, &g_array_index (cell->spans, MqSpan, i)) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * mq_links_each:
 * @piece: a piece of a page
 * @cell: one of its cells
 * @func: called with each rectangle, one for each line that a reference stands on
 * @data: for @func
 */
void
mq_links_each (MqLinks *links, const MqPiece *piece, const MqCell *cell, MqLinkFunc func, gpointer data)
{
  g_autoptr (GArray) rectangles = NULL;

  g_return_if_fail (links != NULL && piece != NULL && cell != NULL && func != NULL);

  for (guint s = 0; cell->spans != NULL && s < cell->spans->len; s++)
    {
      const MqSpan *span = &g_array_index (cell->spans, MqSpan, s);
      const MqDestination *to = destination_of_span (links, span);

      if (to == NULL)
        continue;
      if (rectangles == NULL)
        rectangles = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
      g_array_set_size (rectangles, 0);
      mq_flow_span_rectangles (piece, cell, span, rectangles);
      for (guint i = 0; i < rectangles->len; i++)
        func (&g_array_index (rectangles, cairo_rectangle_t, i), to, data);
    }
}
