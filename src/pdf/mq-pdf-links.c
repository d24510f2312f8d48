/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf-links.h"

#include <string.h>

struct _MqLinks {
  MqFlow *flow;
  GPtrArray *all;             /* MqDestination, in the order in which they were met */
  GHashTable *by_target;      /* interned target → MqDestination; NULL for one that leads nowhere */
  GPtrArray *pages;           /* GPtrArray of MqDestination, one for each page */
};

static void
destination_free (gpointer data)
{
  MqDestination *destination = data;

  g_free (destination->name);
  g_free (destination);
}

/* Cairo writes names as they are: whatever is not plain goes by its number. */
static char *
make_name (const char *target, guint number)
{
  for (const char *c = target; *c; c++)
    if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_' && *c != '.')
      return g_strdup_printf ("place.%u", number);
  return g_strdup (target);
}

static void
add_target (MqLinks *links, const char *target)
{
  MqDestination *destination;
  double y = 0;
  guint page;

  if (g_hash_table_contains (links->by_target, target))
    return;
  page = mq_flow_place_of (links->flow, target, target, &y);
  if (page == G_MAXUINT)
    {
      g_hash_table_insert (links->by_target, (gpointer) target, NULL);
      return;
    }
  destination = g_new (MqDestination, 1);
  *destination = (MqDestination) { make_name (target, links->all->len + 1), page, y };
  g_ptr_array_add (links->all, destination);
  g_hash_table_insert (links->by_target, (gpointer) target, destination);
  g_ptr_array_add (g_ptr_array_index (links->pages, page), destination);
}

/**
 * mq_links_new:
 * @flow: a flow that does not change while the links are used
 *
 * Finds all places of the document that something leads to.
 *
 * Returns: (transfer full): the links
 */
MqLinks *
mq_links_new (MqFlow *flow)
{
  MqLinks *links = g_new0 (MqLinks, 1);
  const GArray *outline = mq_flow_outline (flow), *blocks = mq_flow_blocks (flow);

  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);

  links->flow = g_object_ref (flow);
  links->all = g_ptr_array_new_with_free_func (destination_free);
  links->by_target = g_hash_table_new (NULL, NULL);
  links->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < mq_flow_n_pages (flow); i++)
    g_ptr_array_add (links->pages, g_ptr_array_new ());

  for (guint i = 0; outline && i < outline->len; i++)
    add_target (links, g_array_index (outline, MqOutlineEntry, i).source);
  for (guint i = 0; i < blocks->len; i++)
    {
      const MqBlock *block = &g_array_index (blocks, MqBlock, i);

      for (guint c = 0; c < block->n_cells; c++)
        for (guint s = 0; block->cells[c].spans && s < block->cells[c].spans->len; s++)
          {
            const MqSpan *span = &g_array_index (block->cells[c].spans, MqSpan, s);

            if (span->type == MQ_SPAN_REF && span->target)
              add_target (links, span->target);
          }
    }
  return links;
}

void
mq_links_free (MqLinks *links)
{
  if (!links)
    return;
  g_ptr_array_unref (links->pages);
  g_hash_table_unref (links->by_target);
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

/**
 * mq_links_each:
 * @piece: a piece of a page
 * @func: called with each rectangle, one for each line that a reference stands on
 * @data: for @func
 */
void
mq_links_each (MqLinks *links, const MqPiece *piece, MqLinkFunc func, gpointer data)
{
  g_autoptr(GArray) rectangles = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  g_return_if_fail (links != NULL && piece != NULL && func != NULL);

  for (guint c = 0; c < piece->block->n_cells; c++)
    {
      const MqCell *cell = &piece->block->cells[c];

      for (guint s = 0; cell->spans && s < cell->spans->len; s++)
        {
          const MqSpan *span = &g_array_index (cell->spans, MqSpan, s);
          const MqDestination *to = NULL;

          if (span->type == MQ_SPAN_REF && span->target)
            to = mq_links_destination (links, span->target);
          if (!to)
            continue;
          g_array_set_size (rectangles, 0);
          mq_flow_span_rectangles (piece, cell, span, rectangles);
          for (guint i = 0; i < rectangles->len; i++)
            func (&g_array_index (rectangles, cairo_rectangle_t, i), to, data);
        }
    }
}
