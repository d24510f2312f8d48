/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-flow-private.h"

#include <string.h>

/* Units become blocks with lines: all of them, or after a change those that it touches. */

/* points; about a third of a page */
#define SMALL 230.0

/* ---- units and blocks ---- */

static void
note_reads (MqFlow *flow, guint number, const GPtrArray *reads)
{
  MqUnit *unit = mq_flow_unit (flow, number);

  for (guint i = 0; reads && i < reads->len; i++)
    {
      gpointer path = g_ptr_array_index (reads, i);
      GArray *readers = g_hash_table_lookup (flow->readers, path);

      /* A unit that once read a path stays its reader until all is made anew: at worst it is rendered for
       * nothing. */
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

/* A table or a record that takes no more than a part of a page is parted only where much of the page would be left
 * empty: the reader sees it whole. */
static void
mark_small (GArray *made)
{
  for (guint first = 0, end; first < made->len; first = end)
    {
      const MqBlock *blocks = (const MqBlock *) made->data;
      double height = blocks[first].height;

      for (end = first + 1; end < made->len && belong_together (&blocks[end - 1], &blocks[end]); end++)
        height += blocks[end].height;
      for (guint i = first; i + 1 < end && height <= SMALL; i++)
        g_array_index (made, MqBlock, i).flags |= MQ_BLOCK_SMALL;
    }
}

/* Renders a unit and lays out what is new in it.  @old: its blocks so far, whose lines are taken over
 * where they still hold. */
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
  mark_small (made);
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
  flow->maker.next_old = flow->maker.row_old = 0;
  make_unit (flow, number, made, old, unit->n_blocks);
  flow->maker.n_old = 0;
  replace_blocks (flow, number, made);
}

/**
 * mq_flow_remake_all:
 *
 * Makes all units anew.  Blocks that come out as they were keep their lines.
 */
void
mq_flow_remake_all (MqFlow *flow)
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
      make_unit (flow, i, made, any ? &g_array_index (old_blocks, MqBlock, old->first) : NULL,
                 any ? old->n_blocks : 0);
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

/* Units that read what changed are marked; MARK_ALL: more of it than rows of the table that they print. */
enum { MARK_ROWS = 1, MARK_ALL = 2 };

static void
mark_readers (MqFlow *flow, const char *changed, guint8 *marked)
{
  g_autofree char *path = mq_path_pattern (changed);
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
  g_autofree char *row = mq_path_from (changed, 2) ? mq_path_first (changed, 3) : NULL;

  return g_intern_string (row);
}

/**
 * mq_flow_remake_touched:
 *
 * Makes those units anew that read what changed; of a table only the rows, if nothing else changed.
 *
 * Returns: whether the contents are among them
 */
gboolean
mq_flow_remake_touched (MqFlow *flow, const MqChanges *changes)
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
