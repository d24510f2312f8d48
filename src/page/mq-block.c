/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-block.h"

#include <string.h>

static MqAlign
cell_align (const MqBlock *block, const MqLookStyle *style, guint number)
{
  const MqCell *cell = &block->cells[number];

  if (cell->center || (style->center && number == 0))
    return MQ_ALIGN_CENTER;
  if (cell->ltr_align)
    return MQ_ALIGN_END;
  return style->justify && number == 0 ? MQ_ALIGN_JUSTIFY : MQ_ALIGN_START;
}

static void
layout_cell (const MqBlock *block, MqShaper *shaper, const MqLookStyle *style, guint number)
{
  MqCell *cell = &block->cells[number];
  const char *text = cell->text != NULL ? cell->text : "";
  const char *end = style->head != 0 ? strchr (text, '\n') : NULL;
  gboolean bold = cell->bold || (style->bold_label && number == 1);

  mq_para_set_headed (&cell->para, shaper, text, end != NULL ? (gsize) (end + 1 - text) : 0,
                      mq_look_attributes (style->head, FALSE), mq_look_attributes (block->look, bold),
                      cell->width, cell_align (block, style, number));
}

/**
 * mq_block_layout:
 * @block: a block whose cells have text, x and width
 * @shaper: the shaper that keeps its words
 *
 * Gives every cell its lines and the block its height.
 */
void
mq_block_layout (MqBlock *block, MqShaper *shaper)
{
  g_return_if_fail (block != NULL);
  g_return_if_fail (shaper != NULL);

  const MqLookStyle *style = mq_look_style (block->look);
  guint n_lines = 1;

  for (guint i = 0; i < block->n_cells; i++)
    {
      layout_cell (block, shaper, style, i);
      n_lines = MAX (n_lines, block->cells[i].para.n_lines);
    }
  block->n_lines = (int) n_lines;
  /* a figure's labels stand where it has them, and not under each other */
  if (block->figure != NULL)
    block->room = block->figure->height - n_lines * style->pitch - 2 * style->pad;
  block->height = mq_block_part_height (block, 0, block->n_lines);
}

/**
 * mq_block_clear:
 * @block: a block
 *
 * Frees what the block owns; usable as clear function of an array of blocks.
 */
void
mq_block_clear (MqBlock *block)
{
  g_return_if_fail (block != NULL);

  for (guint i = 0; i < block->n_cells; i++)
    {
      MqCell *cell = &block->cells[i];
      g_free (cell->text);
      g_clear_pointer (&cell->spans, g_array_unref);
      mq_para_clear (&cell->para);
    }
  g_clear_pointer (&block->cells, g_free);
  g_clear_pointer (&block->figure, mq_figure_free);
  block->n_cells = 0;
}

/**
 * mq_block_part_height:
 * @block: a block
 * @from: the first line of the part
 * @to: the line behind its last one
 *
 * Returns: what lines [@from, @to) take on a page, in points: with the padding of the look, and with the room
 *   under the lines when the last is among them
 */
double
mq_block_part_height (const MqBlock *block, int from, int to)
{
  g_return_val_if_fail (block != NULL, 0);

  const MqLookStyle *style = mq_look_style (block->look);
  return (to - from) * style->pitch + 2 * style->pad + (to == block->n_lines ? block->room : 0);
}

/* A header row's cells stand in the middle of their row's height; those of other rows begin at its top. */
static double
cell_top (const MqBlock *block, const MqCell *cell, const MqLookStyle *style)
{
  double top = style->pad + cell->y;

  if (block->flags & MQ_BLOCK_HEAD)
    top += (block->n_lines - (int) cell->para.n_lines) * style->pitch / 2;
  return top;
}

/* The first of the lines that stand at the foot of the block. */
static int
foot_line (const MqCell *cell)
{
  guint line = cell->para.n_lines, foot = cell->foot;

  while (foot > 0 && line > 0)
    if (mq_para_begins (&cell->para, --line))
      foot--;
  return (int) line;
}

/* What lies between the lines at the foot of a block and those before them: its room, and what its other
 * cells are taller. */
static double
foot_drop (const MqBlock *block, const MqCell *cell, const MqLookStyle *style)
{
  return block->room + (block->n_lines - (int) cell->para.n_lines) * style->pitch;
}

/**
 * mq_block_base_line:
 * @block: a block
 * @cell: one of its cells
 * @line: a line of the cell
 * @from: the line that the part of the block begins with
 *
 * Returns: points from the top of the part down to the base line
 */
double
mq_block_base_line (const MqBlock *block, const MqCell *cell, int line, int from)
{
  g_return_val_if_fail (block != NULL && cell != NULL, 0);

  const MqLookStyle *style = mq_look_style (block->look);
  /* Arabic letters reach about as far over the middle of the line as under it when the base line is a quarter
   * of the size below. */
  double top = cell_top (block, cell, style);
  if (cell->foot > 0 && from == 0 && line >= foot_line (cell))
    top += foot_drop (block, cell, style);
  return top + (line - from + .5) * style->pitch + .25 * style->size;
}

/**
 * mq_block_line_at:
 * @block: a block
 * @cell: one of its cells
 * @from: the line that the part of the block begins with
 * @y: points from the top of the part
 *
 * Returns: the line of @cell that stands at @y, or -1
 */
int
mq_block_line_at (const MqBlock *block, const MqCell *cell, int from, double y)
{
  g_return_val_if_fail (block != NULL && cell != NULL, -1);

  const MqLookStyle *style = mq_look_style (block->look);
  double over = y - cell_top (block, cell, style);
  int line = from + (int) (over / style->pitch), foot = cell->foot > 0 && from == 0 ? foot_line (cell) : -1;

  if (foot >= 0 && line >= foot)
    line = MAX (foot - 1, (int) ((over - foot_drop (block, cell, style)) / style->pitch));

  return over >= 0 && line < (int) cell->para.n_lines ? line : -1;
}
