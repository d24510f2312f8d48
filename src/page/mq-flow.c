/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-flow-private.h"

#include <string.h>

#include "mq-contents.h"

G_DEFINE_FINAL_TYPE (MqFlow, mq_flow, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- pages ---- */

static guint
first_block_of (MqFlow *flow, guint number)
{
  return mq_flow_unit (flow, number)->first;
}

static void
set_page_numbers (MqFlow *flow)
{
  const MqUnit *contents = NULL;

  for (guint i = 0; i < flow->units->len && !contents; i++)
    if (mq_flow_unit (flow, i)->type == MQ_UNIT_CONTENTS)
      contents = mq_flow_unit (flow, i);
  for (guint i = 0; contents && i < contents->n_blocks; i++)
    {
      MqBlock *entry = mq_flow_block (flow, contents->first + i);
      gpointer number;
      guint page;

      if (!entry->target || !g_hash_table_lookup_extended (flow->places, entry->target, NULL, &number))
        continue;
      page = mq_pages_of_block (flow->pages, first_block_of (flow, GPOINTER_TO_UINT (number)));
      if (mq_contents_set_number (&flow->maker, entry, page + 1))
        {
          mq_block_layout (entry, flow->shaper);
          entry->stamp = ++flow->last_stamp;
        }
    }
}

static guint64
mix (guint64 hash, guint64 more)
{
  hash = (hash ^ more) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 29;
}

/* What a page shows: its lines, what each of their blocks shows, which clauses they are, and the running head and
 * foot. */
static guint64
page_stamp (MqFlow *flow, guint page)
{
  const MqPage *this = &g_array_index (flow->pages, MqPage, page);
  gboolean last = page + 1 == flow->pages->len;
  MqPlace end = last ? (MqPlace) { flow->blocks->len, 0 }
    : g_array_index (flow->pages, MqPage, page + 1).first;
  guint64 hash = mix (this->first.line + 1, end.line);

  if (page > 0)
    hash = mix (mix (mix (hash, page), flow->pages->len), mq_running_hash (&flow->running));
  if (this->head >= 0)
    hash = mix (hash, mq_flow_block (flow, (guint) this->head)->stamp);
  for (guint i = this->first.block; i < end.block || (i == end.block && end.line > 0); i++)
    {
      const MqClause *clause = &g_array_index (flow->clauses, MqClause, i);
      hash = mix (mix (hash, mq_flow_block (flow, i)->stamp), (guint64) clause->article << 32 | clause->number);
    }
  return hash;
}

/* The first page whose stamp changed. */
static guint
stamp_pages (MqFlow *flow)
{
  guint before = flow->page_stamps->len, first = G_MAXUINT;

  g_array_set_size (flow->page_stamps, flow->pages->len);
  for (guint i = 0; i < flow->pages->len; i++)
    {
      guint64 stamp = page_stamp (flow, i);

      if (first == G_MAXUINT && (i >= before || g_array_index (flow->page_stamps, guint64, i) != stamp))
        first = i;
      g_array_index (flow->page_stamps, guint64, i) = stamp;
    }
  if (first == G_MAXUINT && flow->pages->len < before)
    first = flow->pages->len;
  return first;
}

/* Breaks the pages; gives the first one that looks otherwise than before, G_MAXUINT when all are the
 * same.  @numbers: the contents were made anew, so that their page numbers are to be set even if no page
 * begins elsewhere. */
static guint
settle_pages (MqFlow *flow, gboolean numbers)
{
  guint before = flow->pages->len;
  guint first = mq_pages_break (flow->blocks, &mq_paper_a4, flow->pages);

  if (numbers || first < flow->pages->len || before != flow->pages->len)
    set_page_numbers (flow);
  g_clear_pointer (&flow->clauses, g_array_unref);
  flow->clauses = mq_clauses_count (flow->units, flow->blocks, flow->renderer);
  return stamp_pages (flow);
}

/* ---- what follows a change ---- */

static gboolean
running_touched (MqFlow *flow, const MqChanges *changes)
{
  const GPtrArray *reads = flow->running.reads;

  for (guint i = 0; reads && i < reads->len; i++)
    if (mq_changes_touch (changes, g_ptr_array_index (reads, i)))
      return TRUE;
  return FALSE;
}

static void
draft_changed (MqDraft *draft, const MqChanges *changes, MqFlow *flow)
{
  guint before = flow->pages->len, first;
  gboolean all = mq_renderer_update (flow->renderer, changes) || !changes, contents = all;

  if (all)
    mq_flow_remake_all (flow);
  else
    contents = mq_flow_remake_touched (flow, changes);
  if (all || running_touched (flow, changes))
    mq_running_read (&flow->running, &flow->maker, &mq_paper_a4);
  first = settle_pages (flow, contents);
  if (first != G_MAXUINT)
    g_signal_emit (flow, signals[CHANGED], 0, first, before);
}

/* ---- the object ---- */

static void
free_index (gpointer readers)
{
  g_array_unref (readers);
}

static void
mq_flow_init (MqFlow *flow)
{
  flow->units = g_array_new (FALSE, FALSE, sizeof (MqUnit));
  flow->blocks = g_array_new (FALSE, FALSE, sizeof (MqBlock));
  flow->pages = g_array_new (FALSE, FALSE, sizeof (MqPage));
  flow->page_stamps = g_array_new (FALSE, FALSE, sizeof (guint64));
  flow->readers = g_hash_table_new_full (NULL, NULL, NULL, free_index);
  flow->places = g_hash_table_new (NULL, NULL);
}

static void
mq_flow_finalize (GObject *object)
{
  MqFlow *flow = MQ_FLOW (object);

  g_signal_handlers_disconnect_by_data (flow->draft, flow);
  for (guint i = 0; i < flow->blocks->len; i++)
    mq_block_clear (mq_flow_block (flow, i));
  g_array_unref (flow->blocks);
  g_array_unref (flow->units);
  g_clear_pointer (&flow->clauses, g_array_unref);
  g_array_unref (flow->pages);
  g_array_unref (flow->page_stamps);
  g_hash_table_unref (flow->readers);
  g_hash_table_unref (flow->places);
  g_clear_pointer (&flow->maker.outline, g_array_unref);
  mq_running_clear (&flow->running);
  mq_shaper_free (flow->shaper);
  mq_renderer_free (flow->renderer);
  g_object_unref (flow->draft);
  G_OBJECT_CLASS (mq_flow_parent_class)->finalize (object);
}

static void
mq_flow_class_init (MqFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mq_flow_finalize;

  /**
   * MqFlow::changed:
   * @first: the first page that looks otherwise
   * @n_before: how many pages there were
   *
   * After a change of the draft that changed a page.
   */
  signals[CHANGED] = g_signal_new ("changed", MQ_TYPE_FLOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

/**
 * mq_flow_new:
 * @draft: the draft; the flow keeps a reference
 *
 * Lays out all of @draft, and from then on what changes in it.
 *
 * Returns: (transfer full): the flow
 */
MqFlow *
mq_flow_new (MqDraft *draft)
{
  MqFlow *flow;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);

  flow = g_object_new (MQ_TYPE_FLOW, NULL);
  flow->draft = g_object_ref (draft);
  flow->renderer = mq_renderer_new (draft);
  flow->shaper = mq_shaper_new ();
  flow->maker = (MqMaker) { .renderer = flow->renderer, .draft = draft, .kind = mq_draft_kind (draft),
                            .shaper = flow->shaper, .measure = mq_paper_measure (&mq_paper_a4) };
  mq_flow_remake_all (flow);
  mq_running_read (&flow->running, &flow->maker, &mq_paper_a4);
  settle_pages (flow, TRUE);
  g_signal_connect (draft, "changed", G_CALLBACK (draft_changed), flow);
  return flow;
}

/**
 * mq_flow_draft:
 * @flow: a flow
 *
 * Returns: (transfer none): the draft that it lays out
 */
MqDraft *
mq_flow_draft (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);
  return flow->draft;
}

/**
 * mq_flow_renderer:
 * @flow: a flow
 *
 * Returns: (transfer none): what it puts facts into words with, as of the last change
 */
MqRenderer *
mq_flow_renderer (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);
  return flow->renderer;
}

/**
 * mq_flow_shaper:
 * @flow: a flow
 *
 * Returns: (transfer none): what it shapes text with; for the thread of the flow
 */
MqShaper *
mq_flow_shaper (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);
  return flow->shaper;
}

/**
 * mq_flow_blocks:
 * @flow: a flow
 *
 * Returns: (transfer none) (element-type MqBlock): its blocks in order, laid out, until the next change
 */
const GArray *
mq_flow_blocks (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);
  return flow->blocks;
}

/**
 * mq_flow_paper:
 * @flow: a flow
 *
 * Returns: (transfer none): the paper that its pages are for
 */
const MqPaper *
mq_flow_paper (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);
  return &mq_paper_a4;
}

/**
 * mq_flow_n_pages:
 * @flow: a flow
 *
 * Returns: how many pages it has, at least one: the title page
 */
guint
mq_flow_n_pages (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), 0);
  return flow->pages->len;
}

/**
 * mq_flow_page_stamp:
 * @flow: a flow
 * @page: a page, from 0
 *
 * Returns: a number that is another when the page looks otherwise, and only then
 */
guint64
mq_flow_page_stamp (MqFlow *flow, guint page)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow) && page < flow->page_stamps->len, 0);
  return g_array_index (flow->page_stamps, guint64, page);
}

/**
 * mq_flow_page_pieces:
 * @flow: a flow
 * @page: a page, from 0
 * @pieces: (element-type MqPiece): filled anew with what stands on the page, from top to bottom; good until
 *   the next change
 */
void
mq_flow_page_pieces (MqFlow *flow, guint page, GArray *pieces)
{
  g_return_if_fail (MQ_IS_FLOW (flow) && page < flow->pages->len && pieces != NULL);
  mq_pages_pieces (flow->blocks, flow->pages, &mq_paper_a4, page, pieces);
}

/**
 * mq_flow_outline:
 * @flow: a flow
 *
 * Returns: (transfer none) (element-type MqOutlineEntry): the parts and articles that are printed, until the
 *   next change
 */
const GArray *
mq_flow_outline (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);
  return flow->maker.outline;
}

/**
 * mq_flow_furniture:
 *
 * Returns: (transfer full): the running head and foot of @page; of the title page an empty array
 */
GArray *
mq_flow_furniture (MqFlow *flow, guint page)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow) && page < flow->pages->len, NULL);
  return mq_running_page (&flow->running, &flow->maker, &mq_paper_a4, page, flow->pages->len);
}
