/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-paint.h"

#include "mq-margin.h"
#include "mq-sheet.h"

/* The lines that part the running head and foot from the text; points from the margins outwards. */
#define HEAD_RULE 18.0
#define FOOT_RULE 20.0

/* ---- rules ---- */

static void
paint_furniture_rules (const MqPaper *paper, const GArray *furniture, cairo_t *cr)
{
  double head = paper->margin_top - HEAD_RULE, foot = paper->height - paper->margin_bottom + FOOT_RULE;
  gboolean has_head = FALSE, has_foot = FALSE;

  for (guint i = 0; i < furniture->len; i++)
    {
      double y = g_array_index (furniture, MqFurniture, i).y;
      has_head = has_head || y < head;
      has_foot = has_foot || y > foot;
    }
  cairo_set_source_rgb (cr, .66, .70, .74);
  cairo_set_line_width (cr, .5);
  for (int i = 0; i < 2; i++)
    if (i == 0 ? has_head : has_foot)
      {
        cairo_move_to (cr, paper->margin_x, i == 0 ? head : foot);
        cairo_line_to (cr, paper->width - paper->margin_x, i == 0 ? head : foot);
      }
  cairo_stroke (cr);
}

static GArray *
pieces_of (MqFlow *flow, guint page)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));

  mq_flow_page_pieces (flow, page, pieces);
  return pieces;
}

static void
paint_rules (MqFlow *flow, guint page, const GArray *pieces, const GArray *furniture, cairo_t *cr)
{
  cairo_save (cr);
  mq_sheet_rules (cr, mq_flow_paper (flow), pieces);
  paint_furniture_rules (mq_flow_paper (flow), furniture, cr);
  mq_margin_clauses (flow, page, cr);
  cairo_restore (cr);
}

/**
 * mq_paint_rules:
 * @flow: a flow
 * @page: one of its pages, from 0
 * @cr: where to draw, with (0, 0) at the top left corner of the paper and a point as its unit
 *
 * Draws what is under the text: rules, grounds, boxes, the dots of the contents; and the numbers of clauses in the
 * margin.
 */
void
mq_paint_rules (MqFlow *flow, guint page, cairo_t *cr)
{
  g_return_if_fail (flow != NULL && cr != NULL);

  g_autoptr (GArray) pieces = pieces_of (flow, page);
  g_autoptr (GArray) furniture = mq_flow_furniture (flow, page);
  paint_rules (flow, page, pieces, furniture, cr);
}

/* ---- figures ---- */

/**
 * mq_paint_figure:
 * @paper: the paper
 * @piece: a piece of a page
 * @cr: where to draw, as of mq_paint_rules()
 *
 * Draws the shapes of a figure; nothing if the piece is none.
 */
void
mq_paint_figure (const MqPaper *paper, const MqPiece *piece, cairo_t *cr)
{
  g_return_if_fail (paper != NULL && piece != NULL && cr != NULL);

  if (piece->block->figure != NULL && piece->from == 0)
    mq_figure_draw (piece->block->figure, cr, paper->width - paper->margin_x, paper->margin_top + piece->y);
}

static void
paint_figures (MqFlow *flow, const GArray *pieces, cairo_t *cr)
{
  cairo_save (cr);
  for (guint i = 0; i < pieces->len; i++)
    mq_paint_figure (mq_flow_paper (flow), &g_array_index (pieces, MqPiece, i), cr);
  cairo_restore (cr);
}

/**
 * mq_paint_figures:
 * @flow: a flow
 * @page: one of its pages, from 0
 * @cr: where to draw, as of mq_paint_rules()
 *
 * Draws the shapes of the page's figures.
 */
void
mq_paint_figures (MqFlow *flow, guint page, cairo_t *cr)
{
  g_return_if_fail (flow != NULL && cr != NULL);

  g_autoptr (GArray) pieces = pieces_of (flow, page);
  paint_figures (flow, pieces, cr);
}

/* ---- text ---- */

typedef struct {
  MqPaintRunFunc func;
  gpointer data;
  double colour[3];
} Coloured;

static void
coloured_run (const MqGlyphRun *run, gpointer data)
{
  const Coloured *coloured = data;

  coloured->func (run, coloured->colour, coloured->data);
}

static void
furniture_runs (const MqFurniture *item, MqRunFunc func, gpointer data)
{
  double pitch = mq_look_style (MQ_LOOK_FURNITURE)->pitch;

  for (guint line = 0; line < item->para.n_lines; line++)
    mq_line_runs (&item->para, line, item->x, item->y + line * pitch, func, data);
}

static void
all_runs (const MqPaper *paper, const GArray *pieces, const GArray *furniture, MqPaintRunFunc func,
          gpointer data)
{
  Coloured coloured = { .func = func, .data = data };

  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);
      mq_sheet_colour (piece->block->look, coloured.colour);
      mq_sheet_runs (paper, piece, coloured_run, &coloured);
    }
  mq_sheet_colour (MQ_LOOK_FURNITURE, coloured.colour);
  for (guint i = 0; i < furniture->len; i++)
    furniture_runs (&g_array_index (furniture, MqFurniture, i), coloured_run, &coloured);
}

/**
 * mq_paint_runs:
 * @flow: a flow
 * @page: one of its pages, from 0
 * @func: called with each run of glyphs and its colour
 * @data: for @func
 *
 * Walks all text of a page: its pieces from top to bottom, then the running head and foot.
 */
void
mq_paint_runs (MqFlow *flow, guint page, MqPaintRunFunc func, gpointer data)
{
  g_return_if_fail (flow != NULL && func != NULL);

  g_autoptr (GArray) pieces = pieces_of (flow, page);
  g_autoptr (GArray) furniture = mq_flow_furniture (flow, page);
  all_runs (mq_flow_paper (flow), pieces, furniture, func, data);
}

static void
draw_run (const MqGlyphRun *run, const double colour[3], gpointer cr)
{
  cairo_set_source_rgb (cr, colour[0], colour[1], colour[2]);
  mq_sheet_run (cr, run);
}

/**
 * mq_paint_page:
 * @flow: a flow
 * @page: one of its pages, from 0
 * @cr: where to draw, with (0, 0) at the top left corner of the paper and a point as its unit
 *
 * Draws a page: what is under the text first, then figures, then the text piece by piece, then the running head and foot.
 * The paper itself is not painted.
 */
void
mq_paint_page (MqFlow *flow, guint page, cairo_t *cr)
{
  g_return_if_fail (flow != NULL && cr != NULL);

  g_autoptr (GArray) pieces = pieces_of (flow, page);
  g_autoptr (GArray) furniture = mq_flow_furniture (flow, page);

  paint_rules (flow, page, pieces, furniture, cr);
  paint_figures (flow, pieces, cr);
  cairo_save (cr);
  all_runs (mq_flow_paper (flow), pieces, furniture, draw_run, cr);
  cairo_restore (cr);
}
