/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-flow-private.h"

#include <string.h>

#include "mq-contents.h"

/* points; about a third of a page */
#define SMALL 230.0

G_DEFINE_FINAL_TYPE (MqFlow, mq_flow, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- units and blocks ---- */

static void
note_reads (MqFlow *flow, guint number, const GPtrArray *reads)
{
  MqUnit *unit = mq_flow_unit (flow, number);

  for (guint i = 0; reads && i < reads->len; i++)
    {
      gpointer path = g_ptr_array_index (reads, i);
      GArray *readers = g_hash_table_lookup (flow->readers, path);

      /* A unit that once read a path stays its reader until all is made anew: at worst it is rendered for nothing. */
      if (g_ptr_array_find (unit->reads, path, NULL))
        continue;
      g_ptr_array_add (unit->reads, path);
      if (!readers)
        {
          readers = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (flow->readers, path, readers);
        }
      g_array_append_val (readers, number);
    }
}

static void
note_place (MqFlow *flow, const char *id, guint number)
{
  if (id && !g_hash_table_contains (flow->places, id))
    g_hash_table_insert (flow->places, (gpointer) id, GUINT_TO_POINTER (number));
}

/* Whether two blocks that follow each other are of one table or one record. */
static gboolean
belong_together (const MqBlock *block, const MqBlock *next)
{
  if (block->table != 0 || next->table != 0)
    return block->table == next->table;
  return next->look == MQ_LOOK_RECORD_FIELD && block->path == next->path;
}

/* A table or a record that takes no more than a part of a page is not parted at all: the reader sees it whole. */
static void
keep_small_whole (GArray *made)
{
  for (guint first = 0, end; first < made->len; first = end)
    {
      double height = g_array_index (made, MqBlock, first).height;

      for (end = first + 1; end < made->len
           && belong_together (&g_array_index (made, MqBlock, end - 1), &g_array_index (made, MqBlock, end)); end++)
        height += g_array_index (made, MqBlock, end).height;
      for (guint i = first; i + 1 < end && height <= SMALL; i++)
        g_array_index (made, MqBlock, i).flags |= MQ_BLOCK_KEEP_NEXT;
    }
}

/* Renders a unit and lays out what is new in it.  @old: its blocks so far, whose lines are taken over where they still
 * hold. */
static void
make_unit (MqFlow *flow, guint number, GArray *made, MqBlock *old, guint n_old)
{
  MqReads reads = { NULL };

  flow->maker.blocks = made;
  flow->maker.reads = &reads;
  flow->maker.table = number + 1;
  mq_maker_unit (&flow->maker, mq_flow_unit (flow, number));
  flow->maker.reads = NULL;
  flow->maker.blocks = NULL;
  note_reads (flow, number, reads.paths);
  mq_reads_clear (&reads);

  mq_adopt_lines (made, old, n_old);
  for (guint i = 0; i < made->len; i++)
    {
      MqBlock *block = &g_array_index (made, MqBlock, i);

      if (block->stamp != 0)
        continue;
      mq_block_layout (block, flow->shaper);
      block->stamp = ++flow->last_stamp;
    }
  keep_small_whole (made);
}

/* Puts blocks made anew in the place of a unit's old ones. */
static void
replace_blocks (MqFlow *flow, guint number, const GArray *made)
{
  MqUnit *unit = mq_flow_unit (flow, number);
  int shift = (int) made->len - (int) unit->n_blocks;

  for (guint i = 0; i < unit->n_blocks; i++)
    mq_block_clear (mq_flow_block (flow, unit->first + i));
  if (shift == 0)
    {
      if (made->len > 0)
        memcpy (mq_flow_block (flow, unit->first), made->data, made->len * sizeof (MqBlock));
      return;
    }
  if (unit->n_blocks > 0)
    g_array_remove_range (flow->blocks, unit->first, unit->n_blocks);
  g_array_insert_vals (flow->blocks, unit->first, made->data, made->len);
  unit->n_blocks = made->len;
  for (guint i = number + 1; i < flow->units->len; i++)
    mq_flow_unit (flow, i)->first += (guint) shift;
}

static void
remake_unit (MqFlow *flow, guint number)
{
  MqUnit *unit = mq_flow_unit (flow, number);
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (MqBlock));
  MqBlock *old = unit->n_blocks > 0 ? mq_flow_block (flow, unit->first) : NULL;

  flow->maker.old = old;
  flow->maker.n_old = unit->n_blocks;
  flow->maker.next_old = 0;
  make_unit (flow, number, made, old, unit->n_blocks);
  flow->maker.n_old = 0;
  replace_blocks (flow, number, made);
}

/* Makes all units anew.  Blocks that come out as they were keep their lines. */
static void
remake_all (MqFlow *flow)
{
  g_autoptr(GArray) old_units = g_steal_pointer (&flow->units);
  g_autoptr(GArray) old_blocks = g_steal_pointer (&flow->blocks);
  g_autoptr(GHashTable) old_by_source = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (MqBlock));

  for (guint i = 0; i < old_units->len; i++)
    g_hash_table_insert (old_by_source, (gpointer) g_array_index (old_units, MqUnit, i).source,
                         &g_array_index (old_units, MqUnit, i));
  flow->units = mq_units_collect (flow->renderer);
  flow->blocks = g_array_sized_new (FALSE, FALSE, sizeof (MqBlock), old_blocks->len + 64);
  g_hash_table_remove_all (flow->readers);
  g_hash_table_remove_all (flow->places);
  for (guint i = 0; i < flow->units->len; i++)
    {
      MqUnit *unit = mq_flow_unit (flow, i);
      const MqUnit *old = g_hash_table_lookup (old_by_source, unit->source);
      gboolean any = old && old->n_blocks > 0;

      unit->reads = g_ptr_array_new ();
      note_place (flow, unit->part, i);
      note_place (flow, unit->article, i);
      note_place (flow, unit->source, i);
      make_unit (flow, i, made, any ? &g_array_index (old_blocks, MqBlock, old->first) : NULL, any ? old->n_blocks : 0);
      unit->first = flow->blocks->len;
      unit->n_blocks = made->len;
      g_array_append_vals (flow->blocks, made->data, made->len);
      g_array_set_size (made, 0);
    }
  for (guint i = 0; i < old_blocks->len; i++)
    mq_block_clear (&g_array_index (old_blocks, MqBlock, i));
}

/* ---- what a change touches ---- */

static gboolean
is_below (const char *path, const char *above)
{
  gsize length = strlen (above);

  return strncmp (path, above, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

/* `capital/shareholders/ROW/cash` without the row; a row's own path becomes that of its table. */
static char *
without_row (const char *path)
{
  g_auto(GStrv) names = g_strsplit (path, "/", 4);
  guint n = g_strv_length (names);

  if (n < 3)
    return g_strdup (path);
  return n == 4 ? g_strconcat (names[0], "/", names[1], "/", names[3], NULL)
    : g_strconcat (names[0], "/", names[1], NULL);
}

/* Units that read what changed are marked; MARK_ALL: more of it than rows of the table that they print. */
enum { MARK_ROWS = 1, MARK_ALL = 2 };

static void
mark_readers (MqFlow *flow, const char *changed, guint8 *marked)
{
  g_autofree char *path = without_row (changed);
  GHashTableIter iter;
  gpointer read, readers;

  g_hash_table_iter_init (&iter, flow->readers);
  while (g_hash_table_iter_next (&iter, &read, &readers))
    if (is_below (path, read) || is_below (read, path))
      for (guint i = 0; i < ((GArray *) readers)->len; i++)
        {
          guint number = g_array_index ((GArray *) readers, guint, i);
          const char *table = mq_flow_unit (flow, number)->table;

          marked[number] |= table && is_below (path, table) ? MARK_ROWS : MARK_ALL;
        }
}

/* The path of the row that a changed cell, or a row that came, stands in; NULL for other paths. */
static const char *
row_of (const char *changed)
{
  const char *slash = strchr (changed, '/');
  g_autofree char *row = NULL;

  slash = slash ? strchr (slash + 1, '/') : NULL;
  if (!slash)
    return NULL;
  slash = strchr (slash + 1, '/');
  row = slash ? g_strndup (changed, (gsize) (slash - changed)) : g_strdup (changed);
  return g_intern_string (row);
}

static gboolean
running_touched (MqFlow *flow, const MqChanges *changes)
{
  const GPtrArray *reads = flow->running.reads;

  for (guint i = 0; reads && i < reads->len; i++)
    if (mq_changes_touch (changes, g_ptr_array_index (reads, i)))
      return TRUE;
  return FALSE;
}

/* Whether the contents are among what was made anew. */
static gboolean
remake_touched (MqFlow *flow, const MqChanges *changes)
{
  g_autofree guint8 *marked = g_new0 (guint8, flow->units->len);
  g_autoptr(GHashTable) rows = g_hash_table_new (NULL, NULL);
  gboolean contents = FALSE;

  for (guint i = 0; i < changes->paths->len; i++)
    {
      const char *row = row_of (g_ptr_array_index (changes->paths, i));

      mark_readers (flow, g_ptr_array_index (changes->paths, i), marked);
      if (row)
        g_hash_table_add (rows, (gpointer) row);
    }
  for (guint i = 0; i < flow->units->len; i++)
    if (marked[i])
      {
        flow->maker.touched_rows = marked[i] & MARK_ALL ? NULL : rows;
        remake_unit (flow, i);
        contents |= mq_flow_unit (flow, i)->type == MQ_UNIT_CONTENTS;
      }
  flow->maker.touched_rows = NULL;
  return contents;
}

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

/* What a page shows: its lines, what each of their blocks shows, and the running head and foot. */
static guint64
page_stamp (MqFlow *flow, guint page)
{
  const MqPage *this = &g_array_index (flow->pages, MqPage, page);
  gboolean last = page + 1 == flow->pages->len;
  MqPlace end = last ? (MqPlace) { flow->blocks->len, 0 } : g_array_index (flow->pages, MqPage, page + 1).first;
  guint64 hash = mix (this->first.line + 1, end.line);

  if (page > 0)
    hash = mix (mix (mix (hash, page), flow->pages->len), mq_running_hash (&flow->running));
  if (this->head >= 0)
    hash = mix (hash, mq_flow_block (flow, (guint) this->head)->stamp);
  for (guint i = this->first.block; i < end.block || (i == end.block && end.line > 0); i++)
    hash = mix (hash, mq_flow_block (flow, i)->stamp);
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

/* Breaks the pages; gives the first one that looks otherwise than before, G_MAXUINT when all are the same.  @numbers:
 * the contents were made anew, so that their page numbers are to be set even if no page begins elsewhere. */
static guint
settle_pages (MqFlow *flow, gboolean numbers)
{
  guint before = flow->pages->len;
  guint first = mq_pages_break (flow->blocks, &mq_paper_a4, flow->pages);

  if (numbers || first < flow->pages->len || before != flow->pages->len)
    set_page_numbers (flow);
  return stamp_pages (flow);
}

static void
draft_changed (MqDraft *draft, const MqChanges *changes, MqFlow *flow)
{
  guint before = flow->pages->len, first;
  gboolean all = mq_renderer_update (flow->renderer, changes) || !changes, contents = all;

  if (all)
    remake_all (flow);
  else
    contents = remake_touched (flow, changes);
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
  signals[CHANGED] = g_signal_new ("changed", MQ_TYPE_FLOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_UINT, G_TYPE_UINT);
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
  remake_all (flow);
  mq_running_read (&flow->running, &flow->maker, &mq_paper_a4);
  settle_pages (flow, TRUE);
  g_signal_connect (draft, "changed", G_CALLBACK (draft_changed), flow);
  return flow;
}

MqDraft *
mq_flow_draft (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);
  return flow->draft;
}

MqRenderer *
mq_flow_renderer (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);
  return flow->renderer;
}

MqShaper *
mq_flow_shaper (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);
  return flow->shaper;
}

const GArray *
mq_flow_blocks (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);
  return flow->blocks;
}

const MqPaper *
mq_flow_paper (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);
  return &mq_paper_a4;
}

guint
mq_flow_n_pages (MqFlow *flow)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow), 0);
  return flow->pages->len;
}

guint64
mq_flow_page_stamp (MqFlow *flow, guint page)
{
  g_return_val_if_fail (MQ_IS_FLOW (flow) && page < flow->page_stamps->len, 0);
  return g_array_index (flow->page_stamps, guint64, page);
}

void
mq_flow_page_pieces (MqFlow *flow, guint page, GArray *pieces)
{
  g_return_if_fail (MQ_IS_FLOW (flow) && page < flow->pages->len && pieces != NULL);
  mq_pages_pieces (flow->blocks, flow->pages, &mq_paper_a4, page, pieces);
}

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
