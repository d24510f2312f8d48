/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-margin.h"

#include "mq-clauses.h"
#include "mq-outline.h"

/* Numbers are drawn as outlines.  As text they would stand on the base lines of the page's text, and readers
 * take what stands on one line for one line: a search for the words of a clause would fail at its number. */

/* White between text and numbers; points. */
#define GAP 9.0
/* Every how many lines one has its number. */
#define STEP 5

static const double quiet[] = { .44, .49, .54 };

static void
draw_run (const MqGlyphRun *run, gpointer cr)
{
  mq_outline_run (cr, run);
}

/* Draws a text on one line: its right end at @x or, from the left margin, its left end. */
static void
put_text (MqFlow *flow, const char *text, MqAlign align, double y, cairo_t *cr)
{
  const MqPaper *paper = mq_flow_paper (flow);
  double width = paper->margin_x - GAP;
  double left = align == MQ_ALIGN_END ? paper->width - width : 0;
  MqPara para = { 0 };

  mq_para_set_text (&para, mq_flow_shaper (flow), text, mq_look_attributes (MQ_LOOK_FURNITURE, FALSE), width,
                    align);
  if (para.n_lines > 0)
    mq_line_runs (&para, 0, left, y, draw_run, cr);
  mq_para_clear (&para);
}

static MqDigits
digits_of (MqFlow *flow)
{
  return mq_renderer_house (mq_flow_renderer (flow))->digits;
}

/**
 * mq_margin_clauses:
 * @flow: a flow
 * @page: one of its pages, from 0
 * @cr: where to draw, with (0, 0) at the top left corner of the paper and a point as its unit
 *
 * Draws the numbers of the clauses in the right margin, each beside the first line that it has on the page.
 */
void
mq_margin_clauses (MqFlow *flow, guint page, cairo_t *cr)
{
  g_return_if_fail (MQ_IS_FLOW (flow) && cr != NULL);

  g_autoptr (GArray) marks = mq_clauses_on_page (flow, page);
  cairo_set_source_rgb (cr, quiet[0], quiet[1], quiet[2]);
  for (guint i = 0; i < marks->len; i++)
    {
      const MqClauseMark *mark = &g_array_index (marks, MqClauseMark, i);
      g_autofree char *text = mq_clause_text (&mark->clause, digits_of (flow));

      put_text (flow, text, MQ_ALIGN_END, mark->y, cr);
    }
}

static gboolean
is_counted (const MqPiece *piece)
{
  switch ((MqLook) piece->block->look)
    {
    case MQ_LOOK_TITLE: case MQ_LOOK_SUBTITLE: case MQ_LOOK_COVER: case MQ_LOOK_COVER_FACT:
    case MQ_LOOK_CONTENTS: case MQ_LOOK_ENTRY_PART: case MQ_LOOK_ENTRY_ARTICLE: case MQ_LOOK_FIGURE:
      return FALSE;
    default:
      return !piece->repeated && piece->block->n_cells > 0;
    }
}

/* The cell with the most lines: of a row, whose cells have lines beside each other, it has one of each. */
static const MqCell *
tallest (const MqBlock *block)
{
  const MqCell *cell = block->cells;

  for (guint i = 1; i < block->n_cells; i++)
    if (block->cells[i].para.n_lines > cell->para.n_lines)
      cell = &block->cells[i];
  return cell;
}

GArray *
mq_margin_base_lines (MqFlow *flow, guint page)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));

  g_return_val_if_fail (MQ_IS_FLOW (flow), lines);

  mq_flow_page_pieces (flow, page, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);
      const MqCell *cell = is_counted (piece) ? tallest (piece->block) : NULL;

      for (int line = piece->from; cell != NULL && line < MIN (piece->to, (int) cell->para.n_lines); line++)
        {
          double y = mq_flow_paper (flow)->margin_top + piece->y
                     + mq_block_base_line (piece->block, cell, line, piece->from);
          g_array_append_val (lines, y);
        }
    }
  return lines;
}

/**
 * mq_margin_lines:
 * @flow: a flow
 * @page: one of its pages, from 0
 * @cr: where to draw, as of mq_margin_clauses()
 *
 * Draws in the left margin the number of every fifth line of text, counted on each page anew.
 */
void
mq_margin_lines (MqFlow *flow, guint page, cairo_t *cr)
{
  g_return_if_fail (MQ_IS_FLOW (flow) && cr != NULL);

  g_autoptr (GArray) lines = mq_margin_base_lines (flow, page);
  cairo_set_source_rgb (cr, quiet[0], quiet[1], quiet[2]);
  for (guint number = STEP; number <= lines->len; number += STEP)
    {
      g_autofree char *ascii = g_strdup_printf ("%u", number);
      g_autofree char *text = mq_digits_shape (ascii, digits_of (flow));

      put_text (flow, text, MQ_ALIGN_START, g_array_index (lines, double, number - 1), cr);
    }
}
