/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-flow-unit.h"

#include <string.h>

#include "mq-contents.h"
#include "mq-table-flow.h"
#include "mq-title.h"

void
mq_unit_clear (MqUnit *unit)
{
  g_return_if_fail (unit != NULL);

  g_clear_pointer (&unit->reads, g_ptr_array_unref);
}

/* ---- helpers of all makers ---- */

/**
 * mq_maker_add:
 *
 * Appends a block of @look with @n_cells cells.  A look with a label column has its first two cells placed:
 * the body behind the column, the label in it; without, the first cell takes the measure.
 *
 * Returns: (transfer none): the block, until the next one is added
 */
MqBlock *
mq_maker_add (MqMaker *maker, MqLook look, guint n_cells)
{
  const MqLookStyle *style = mq_look_style (look);
  MqBlock block = { .look = look, .n_cells = (guint8) n_cells, .source = maker->source };

  g_return_val_if_fail (n_cells > 0 && n_cells <= G_MAXUINT8, NULL);

  block.cells = g_new0 (MqCell, n_cells);
  block.cells[0].x = style->inset + style->label;
  block.cells[0].width = maker->measure - style->inset - style->label;
  if (n_cells > 1 && style->label > 0)
    {
      block.cells[1].x = style->inset;
      block.cells[1].width = style->label;
    }
  g_array_append_val (maker->blocks, block);
  return mq_maker_last (maker);
}

MqBlock *
mq_maker_last (MqMaker *maker)
{
  g_return_val_if_fail (maker->blocks->len > 0, NULL);

  return &g_array_index (maker->blocks, MqBlock, maker->blocks->len - 1);
}

/**
 * mq_maker_read:
 * @path: (nullable): a path without rows
 *
 * Notes that the unit which is being made depends on @path.
 */
void
mq_maker_read (MqMaker *maker, const char *path)
{
  const char *interned = g_intern_string (path);

  if (!path)
    return;
  if (!maker->reads->paths)
    maker->reads->paths = g_ptr_array_new ();
  if (!g_ptr_array_find (maker->reads->paths, interned, NULL))
    g_ptr_array_add (maker->reads->paths, (gpointer) interned);
}

void
mq_cell_take (MqCell *cell, MqRich *rich)
{
  g_return_if_fail (cell->text == NULL);

  cell->text = rich->text ? g_steal_pointer (&rich->text) : g_strdup ("");
  cell->spans = g_steal_pointer (&rich->spans);
}

MqRich
mq_rich_of (char *text, MqSpanType type, const char *path)
{
  MqRich rich = { text ? text : g_strdup (""), NULL };
  MqSpan span = { 0, (guint) strlen (rich.text), type, g_intern_string (path) };

  if (path)
    {
      rich.spans = g_array_new (FALSE, FALSE, sizeof (MqSpan));
      g_array_append_val (rich.spans, span);
    }
  return rich;
}

/**
 * mq_spans_append:
 * @spans: where they go
 * @more: (nullable): spans of a text that is put behind another
 * @shift: where that text begins, in bytes
 */
void
mq_spans_append (GArray *spans, const GArray *more, guint shift)
{
  for (guint i = 0; more && i < more->len; i++)
    {
      MqSpan span = g_array_index (more, MqSpan, i);

      span.start += shift;
      span.end += shift;
      g_array_append_val (spans, span);
    }
}

void
mq_cell_take_text (MqCell *cell, char *text, const char *path)
{
  MqRich rich = mq_rich_of (text, MQ_SPAN_VALUE, path);

  mq_cell_take (cell, &rich);
}

/**
 * mq_maker_width:
 * @widest_piece: (out) (optional): width of the widest piece that no line may break, in points
 *
 * Returns: width of @text on one line, in points
 */
double
mq_maker_width (MqMaker *maker, const char *text, MqLook look, gboolean bold, double *widest_piece)
{
  int widest, width = mq_shaper_width (maker->shaper, text, mq_look_attributes (look, bold), &widest);

  if (widest_piece)
    *widest_piece = (double) widest / PANGO_SCALE;
  return (double) width / PANGO_SCALE;
}

/* The first of the old blocks of @row, from the last ones that were used on; @rows: how many rows stand
 * before it. */
static guint
find_old (const MqMaker *maker, const char *row, guint *rows)
{
  guint i = maker->next_old;

  *rows = maker->row_old;
  for (; i < maker->n_old && maker->old[i].path != row; i++)
    if (maker->old[i].path && (i + 1 == maker->n_old || maker->old[i + 1].path != maker->old[i].path))
      ++*rows;
  return i;
}

/**
 * mq_maker_reuse:
 * @row: interned path of a row
 * @number: its place in the print, from 1, which it may print
 *
 * Returns: whether the row's blocks stand at the end of the maker's now; if not, the row is to be made
 */
gboolean
mq_maker_reuse (MqMaker *maker, const char *row, guint number)
{
  guint first, rows, n = 0;

  if (!maker->touched_rows || g_hash_table_contains (maker->touched_rows, row))
    return FALSE;
  /* rows that moved are behind: they are made anew */
  first = find_old (maker, row, &rows);
  if (rows + 1 != number)
    return FALSE;
  for (; first + n < maker->n_old && maker->old[first + n].path == row; n++)
    {
      MqBlock *old = &maker->old[first + n];

      old->flags &= (guint16) ~MQ_BLOCK_KEPT;
      g_array_append_val (maker->blocks, *old);
      old->cells = NULL;
      old->n_cells = 0;
    }
  if (n > 0)
    {
      maker->next_old = first + n;
      maker->row_old = rows + 1;
    }
  return n > 0;
}

const char *
mq_maker_label (MqMaker *maker, const MqField *field)
{
  return mq_house_field_label (mq_renderer_house (maker->renderer), field);
}

char *
mq_maker_label_colon (MqMaker *maker, const MqField *field)
{
  const char *label = mq_maker_label (maker, field);

  if (g_str_has_suffix (label, "/") || g_str_has_suffix (label, ":"))
    return g_strdup (label);
  return g_strconcat (label, ":", NULL);
}

/* ---- blocks of the body ---- */

static gboolean
ends_in_colon (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && text[length - 1] == ':';
}

static void
make_para (MqMaker *maker, const MqNode *node, const MqUnit *unit)
{
  MqBlock *block = mq_maker_add (maker, MQ_LOOK_PARA, 1);
  MqRich rich = { 0 };

  mq_render_inline (maker->renderer, node, NULL, &rich, maker->reads);
  mq_cell_take (block->cells, &rich);
  if (unit->introduces && ends_in_colon (block->cells->text))
    block->flags |= MQ_BLOCK_INTRODUCES;
}

static void
make_item (MqMaker *maker, MqRich *rich, guint index, const char *path)
{
  MqBlock *block = mq_maker_add (maker, MQ_LOOK_ITEM, 2);

  mq_cell_take (&block->cells[0], rich);
  mq_cell_take_text (&block->cells[1], mq_renderer_item_label (maker->renderer, index + 1, 1), NULL);
  block->path = path;
}

/* The rows of a table as the items of a list: by the template of its print. */
static void
make_items_of_table (MqMaker *maker, const MqField *table, const char *view)
{
  const MqPrint *print = mq_field_print (table, view);
  g_autofree const char **rows = NULL;
  guint n = 0;

  mq_maker_read_table (maker, table, print);
  if (!print || !print->template)
    return;
  rows = mq_render_rows (maker->renderer, table, print, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat (table->path, "/", rows[i], NULL);
      MqRich rich = { 0 };

      mq_render_inline (maker->renderer, print->template, rows[i], &rich, maker->reads);
      make_item (maker, &rich, i, g_intern_string (path));
    }
  if (n == 0)
    {
      MqRich blank = mq_rich_of (mq_render_blank (maker->renderer, table), MQ_SPAN_BLANK, table->path);

      make_item (maker, &blank, 0, g_intern_string (table->path));
    }
}

static void
make_line (MqMaker *maker, const MqField *field, MqRich *rich, gboolean item, guint index)
{
  const char *path = g_intern_string (field->path);

  if (item)
    make_item (maker, rich, index, path);
  else
    {
      MqBlock *block = mq_maker_add (maker, MQ_LOOK_PARA, 1);

      mq_cell_take (block->cells, rich);
      block->path = path;
    }
}

/* The items of a list, or the paragraphs of a fact: its lines, a block each; a blank when there are none. */
static void
make_lines (MqMaker *maker, const MqField *field, gboolean items)
{
  g_autofree char *value = mq_render_value (maker->renderer, field->path, NULL, NULL, NULL);
  g_auto(GStrv) lines = value ? g_strsplit (value, "\n", -1) : NULL;
  MqRich rich;
  guint n = 0;

  for (guint i = 0; lines && lines[i]; i++)
    if (*lines[i])
      {
        rich = mq_rich_of (g_strdup (lines[i]), MQ_SPAN_VALUE, field->path);
        make_line (maker, field, &rich, items, n++);
      }
  if (n > 0)
    return;
  rich = mq_rich_of (mq_render_blank (maker->renderer, field), MQ_SPAN_BLANK, field->path);
  make_line (maker, field, &rich, items, 0);
}

static void
make_body (MqMaker *maker, const MqNode *node, const MqUnit *unit)
{
  const char *of = mq_node_attribute (node, "of"), *view = mq_node_attribute (node, "view");
  const MqField *field = of ? mq_kind_field (maker->kind, of) : NULL;
  MqRich rich = { 0 };

  if (field)
    mq_maker_read (maker, field->path);
  switch (mq_node_type (node))
    {
    case MQ_NODE_PARA:
      make_para (maker, node, unit);
      break;
    case MQ_NODE_ITEM:
      mq_render_inline (maker->renderer, node, NULL, &rich, maker->reads);
      make_item (maker, &rich, unit->index, NULL);
      break;
    case MQ_NODE_ITEMS:
      if (field && field->type == MQ_TYPE_TABLE)
        make_items_of_table (maker, field, view);
      else if (field)
        make_lines (maker, field, TRUE);
      break;
    case MQ_NODE_PARAS:
      if (field)
        make_lines (maker, field, FALSE);
      break;
    case MQ_NODE_TABLE:
    case MQ_NODE_DEFINITIONS:
    case MQ_NODE_SIGNATURES:
      if (field && field->type == MQ_TYPE_TABLE)
        mq_make_table (maker, field, view);
      break;
    default:
      break;
    }
}

/* A part has its number over its name. */
static void
make_heading (MqMaker *maker, const MqNode *node, MqLook look)
{
  MqRich rich = { 0 };

  mq_outline_title (maker, node, look == MQ_LOOK_PART ? "\n" : MQ_TITLE_BETWEEN, &rich);
  mq_cell_take (mq_maker_add (maker, look, 1)->cells, &rich);
}

/**
 * mq_maker_unit:
 *
 * Renders @unit: its blocks are appended to @maker->blocks, what they read to @maker->reads.
 */
void
mq_maker_unit (MqMaker *maker, const MqUnit *unit)
{
  const MqNode *node = NULL;

  g_return_if_fail (maker != NULL && unit != NULL);

  maker->source = unit->source;
  if (unit->type >= MQ_UNIT_PART)
    {
      node = mq_draft_by_id (maker->draft, unit->source);
      g_return_if_fail (node != NULL);
    }
  switch (unit->type)
    {
    case MQ_UNIT_TITLE_PAGE:
      mq_make_title_page (maker);
      break;
    case MQ_UNIT_CONTENTS:
      mq_make_contents (maker);
      break;
    case MQ_UNIT_PART:
      make_heading (maker, node, MQ_LOOK_PART);
      break;
    case MQ_UNIT_ARTICLE:
      make_heading (maker, node, MQ_LOOK_ARTICLE);
      break;
    case MQ_UNIT_BODY:
      make_body (maker, node, unit);
      break;
    }
}
