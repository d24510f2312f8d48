/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-page-node.h"

#include "mq-paint.h"

/* how many pages before and after those on the screen are kept */
#define AROUND 12

typedef struct
{
  guint64 stamp;
  GskRenderNode *node;
} Kept;

struct _MqPageNodes
{
  MqFlow *flow;
  GHashTable *kept;             /* page + 1 → Kept */
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_pointer (&kept->node, gsk_render_node_unref);
  g_free (kept);
}

static void
add_run (const MqGlyphRun *run, const double colour[3], gpointer data)
{
  GskRenderNode *node = gsk_text_node_new (run->font, run->glyphs,
                                           &(GdkRGBA) { (float) colour[0], (float) colour[1], (float) colour[2], 1 },
                                           &GRAPHENE_POINT_INIT ((float) run->x, (float) run->y));

  /* a run of spaces has nothing to draw */
  if (node == NULL)
    return;
  gtk_snapshot_append_node (data, node);
  gsk_render_node_unref (node);
}

static GskRenderNode *
make_node (MqFlow *flow, guint page)
{
  const MqPaper *paper = mq_flow_paper (flow);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) paper->width,
                                                                          (float) paper->height));

  mq_paint_rules (flow, page, cr);
  mq_paint_figures (flow, page, cr);
  cairo_destroy (cr);
  mq_paint_runs (flow, page, add_run, snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

MqPageNodes *
mq_page_nodes_new (MqFlow *flow)
{
  MqPageNodes *nodes;

  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);

  nodes = g_new0 (MqPageNodes, 1);
  nodes->flow = g_object_ref (flow);
  nodes->kept = g_hash_table_new_full (NULL, NULL, NULL, kept_free);

  return nodes;
}

void
mq_page_nodes_free (MqPageNodes *nodes)
{
  if (nodes == NULL)
    return;

  g_hash_table_unref (nodes->kept);
  g_object_unref (nodes->flow);
  g_free (nodes);
}

/**
 * mq_page_nodes_get:
 * @page: a page, from 0
 *
 * Returns: (transfer none) (nullable): its node, or %NULL if nothing is on it; valid until the next call for @page
 */
GskRenderNode *
mq_page_nodes_get (MqPageNodes *nodes, guint page)
{
  guint64 stamp;
  Kept *kept;

  g_return_val_if_fail (nodes != NULL, NULL);

  stamp = mq_flow_page_stamp (nodes->flow, page);
  kept = g_hash_table_lookup (nodes->kept, GUINT_TO_POINTER (page + 1));
  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      g_hash_table_insert (nodes->kept, GUINT_TO_POINTER (page + 1), kept);
    }
  else if (kept->stamp == stamp)
    {
      return kept->node;
    }

  g_clear_pointer (&kept->node, gsk_render_node_unref);
  kept->node = make_node (nodes->flow, page);
  kept->stamp = stamp;

  return kept->node;
}

/**
 * mq_page_nodes_trim:
 * @first: first page on the screen
 * @last: last page on the screen
 *
 * Lets go of pages that are far away.
 */
void
mq_page_nodes_trim (MqPageNodes *nodes, guint first, guint last)
{
  GHashTableIter iter;
  gpointer key;

  g_return_if_fail (nodes != NULL);

  if (g_hash_table_size (nodes->kept) <= last - first + 1 + 2 * AROUND)
    return;
  g_hash_table_iter_init (&iter, nodes->kept);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint page = GPOINTER_TO_UINT (key) - 1;

      if (page + AROUND < first || page > last + AROUND)
        g_hash_table_iter_remove (&iter);
    }
}
