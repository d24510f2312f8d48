/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-sheet.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Thin lines and pale grounds: a table is read, not admired. */
#define HAIR 0.35
#define THIN 0.8
#define MARK_ABOVE 0.80       /* how far a mark behind text reaches over and under the base line, in sizes */
#define MARK_BELOW 0.42

typedef struct { double red, green, blue; } Ink;

static const Ink line_ink = { .66, .70, .74 };
static const Ink column_ink = { .84, .87, .89 };
static const Ink frame_ink = { .25, .35, .45 };
static const Ink head_ground = { .91, .935, .955 };
static const Ink filled_ground = { .965, .97, .978 };
static const Ink blank_ground = { .995, .95, .79 };
static const Ink blank_line = { .80, .60, .10 };

static void
set_ink (cairo_t *cr, const Ink *ink)
{
  cairo_set_source_rgb (cr, ink->red, ink->green, ink->blue);
}

static void
fill_ground (cairo_t *cr, const Ink *ink, double x, double y, double width, double height)
{
  set_ink (cr, ink);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
draw_line (cairo_t *cr, const Ink *ink, double thickness, double x0, double y0, double x1, double y1)
{
  set_ink (cr, ink);
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

/* ---- tables ---- */

static double
column_left (const MqPaper *paper, const MqCell *cell)
{
  return mq_paper_left (paper, cell) - MQ_CELL_X;
}

static double
column_right (const MqPaper *paper, const MqCell *cell)
{
  return column_left (paper, cell) + cell->width + 2 * MQ_CELL_X;
}

/* The box around all cells of a row. */
static void
row_extent (const MqPaper *paper, const MqBlock *block, double *left, double *right)
{
  *left = G_MAXDOUBLE;
  *right = -G_MAXDOUBLE;
  for (guint i = 0; i < block->n_cells; i++)
    {
      *left = MIN (*left, column_left (paper, &block->cells[i]));
      *right = MAX (*right, column_right (paper, &block->cells[i]));
    }
}

static void
draw_row (cairo_t *cr, const MqPaper *paper, const MqPiece *piece, const MqPiece *above, double y)
{
  const MqBlock *block = piece->block;
  double height = mq_block_part_height (block, piece->from, piece->to), left, right;
  gboolean first = above == NULL || above->block->table != block->table;

  if (block->n_cells == 0)
    return;
  row_extent (paper, block, &left, &right);
  if (block->flags & MQ_BLOCK_HEAD)
    fill_ground (cr, &head_ground, left, y, right - left, height);
  else if (block->flags & (MQ_BLOCK_FILLED | MQ_BLOCK_TOTAL))
    fill_ground (cr, &filled_ground, left, y, right - left, height);

  /* Faint lines between the columns in one stroke, then that under the row, then a stronger one where the
   * table or its body begins and over the sums.  The table is open at its sides. */
  set_ink (cr, &column_ink);
  cairo_set_line_width (cr, HAIR);
  for (guint i = 0; i + 1 < block->n_cells; i++)
    {
      double x = column_left (paper, &block->cells[i]);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x, y + height);
    }
  cairo_stroke (cr);
  draw_line (cr, &line_ink, HAIR, left, y + height, right, y + height);
  if (first || (block->flags & MQ_BLOCK_TOTAL))
    draw_line (cr, &frame_ink, THIN, left, y, right, y);
  if (block->flags & MQ_BLOCK_HEAD)
    draw_line (cr, &frame_ink, THIN, left, y + height, right, y + height);
}

static void
draw_record (cairo_t *cr, const MqPaper *paper, const MqPiece *piece, double y)
{
  double height = mq_block_part_height (piece->block, piece->from, piece->to);
  double left = paper->margin_x, right = paper->width - paper->margin_x;

  if (piece->block->look == MQ_LOOK_RECORD_TITLE)
    {
      fill_ground (cr, &head_ground, left, y, right - left, height);
      draw_line (cr, &frame_ink, THIN, left, y, right, y);
    }
  draw_line (cr, &line_ink, HAIR, left, y + height, right, y + height);
}

/* A place to sign and to put the stamp. */
static void
draw_boxes (cairo_t *cr, const MqPaper *paper, const MqPiece *piece, double y)
{
  double height = mq_block_part_height (piece->block, piece->from, piece->to);

  set_ink (cr, &line_ink);
  cairo_set_line_width (cr, .6);
  for (guint i = 0; i < piece->block->n_cells; i++)
    {
      const MqCell *cell = &piece->block->cells[i];
      cairo_rectangle (cr, column_left (paper, cell), y, cell->width + 2 * MQ_CELL_X, height);
    }
  cairo_stroke (cr);
}

/* ---- headings and contents ---- */

static void
draw_heading (cairo_t *cr, const MqPaper *paper, const MqPiece *piece, double y)
{
  double middle = paper->width / 2, half = piece->block->look == MQ_LOOK_TITLE ? 70 : 36;
  double under = y + mq_block_part_height (piece->block, piece->from, piece->to) + 5;

  if (piece->to == piece->block->n_lines)
    draw_line (cr, &frame_ink, THIN, middle - half, under, middle + half, under);
}

/* Dots from the last word of the entry to its page number.  They stand at multiples of one step, so that
 * those of all entries stand under each other. */
static void
draw_leader (cairo_t *cr, const MqPaper *paper, const MqPiece *piece, double y)
{
  const MqBlock *block = piece->block;
  const double step = 4.2, gap = 4;

  if (block->n_cells < 2 || piece->to != block->n_lines)
    return;
  const MqCell *title = &block->cells[0], *number = &block->cells[1];
  if (title->para.n_lines == 0 || number->para.n_lines == 0)
    return;
  double to = mq_paper_left (paper, title) + mq_line_left (&title->para, title->para.n_lines - 1) - gap;
  double from = mq_paper_left (paper, number) + mq_line_left (&number->para, 0)
                + mq_line_width (&number->para, 0) + gap;
  double base = y + mq_block_base_line (block, title, (int) title->para.n_lines - 1, piece->from);

  from = ceil (from / step) * step;
  if (to - from < step)
    return;
  set_ink (cr, &line_ink);
  cairo_set_line_width (cr, .9);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, (const double[]) { 0, step }, 2, 0);
  cairo_move_to (cr, from, base - .5);
  cairo_line_to (cr, to, base - .5);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

/* ---- blanks ---- */

static void
draw_blanks (cairo_t *cr, const MqPaper *paper, const MqPiece *piece, const MqCell *cell, double y)
{
  double size = mq_look_style (piece->block->look)->size, left = mq_paper_left (paper, cell);
  g_autoptr (GArray) stretches = NULL;

  for (guint i = 0; cell->spans != NULL && i < cell->spans->len; i++)
    {
      const MqSpan *span = &g_array_index (cell->spans, MqSpan, i);

      if (span->type != MQ_SPAN_BLANK)
        continue;
      if (stretches == NULL)
        stretches = g_array_new (FALSE, FALSE, sizeof (MqStretch));
      for (int line = piece->from; line < MIN (piece->to, (int) cell->para.n_lines); line++)
        {
          double base = y + mq_block_base_line (piece->block, cell, line, piece->from);

          g_array_set_size (stretches, 0);
          mq_line_stretches (&cell->para, (guint) line, span->start, span->end, stretches);
          for (guint k = 0; k < stretches->len; k++)
            {
              const MqStretch *at = &g_array_index (stretches, MqStretch, k);
              fill_ground (cr, &blank_ground, left + at->x - 1, base - MARK_ABOVE * size, at->width + 2,
                           (MARK_ABOVE + MARK_BELOW) * size);
              draw_line (cr, &blank_line, .5, left + at->x - 1, base + MARK_BELOW * size,
                         left + at->x + at->width + 1, base + MARK_BELOW * size);
            }
        }
    }
}

/**
 * mq_sheet_rules:
 * @cr: where to draw
 * @paper: the paper
 * @pieces: (element-type MqPiece): what stands on the page
 *
 * Draws all that is not text: the rules and grounds of tables and records, the boxes of signatures, the line
 * under a part's heading, the dots of the contents, and the ground of blanks.
 */
void
mq_sheet_rules (cairo_t *cr, const MqPaper *paper, const GArray *pieces)
{
  g_return_if_fail (cr != NULL && paper != NULL && pieces != NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);
      double y = paper->margin_top + piece->y;

      switch (piece->block->look)
        {
        case MQ_LOOK_ROW: case MQ_LOOK_ROW_SMALL: case MQ_LOOK_ROW_TINY:
          draw_row (cr, paper, piece, i > 0 ? piece - 1 : NULL, y);
          break;
        case MQ_LOOK_RECORD_TITLE:
        case MQ_LOOK_RECORD_FIELD:
          draw_record (cr, paper, piece, y);
          break;
        case MQ_LOOK_SIGNATURE:
          draw_boxes (cr, paper, piece, y);
          break;
        case MQ_LOOK_TITLE:
        case MQ_LOOK_PART:
          draw_heading (cr, paper, piece, y);
          break;
        case MQ_LOOK_ENTRY_PART:
        case MQ_LOOK_ENTRY_ARTICLE:
          draw_leader (cr, paper, piece, y);
          break;
        default:
          break;
        }
      for (guint c = 0; c < piece->block->n_cells; c++)
        draw_blanks (cr, paper, piece, &piece->block->cells[c], y);
    }
}

/**
 * mq_sheet_runs:
 * @paper: the paper
 * @piece: a piece of the page
 * @func: called with each run of glyphs; their places are points from the top left corner of the paper
 * @data: for @func
 *
 * Walks the text of a piece: cell by cell, line by line, each line from left to right.
 */
void
mq_sheet_runs (const MqPaper *paper, const MqPiece *piece, MqRunFunc func, gpointer data)
{
  g_return_if_fail (paper != NULL && piece != NULL && func != NULL);

  double y = paper->margin_top + piece->y;
  for (guint c = 0; c < piece->block->n_cells; c++)
    {
      const MqCell *cell = &piece->block->cells[c];
      double left = mq_paper_left (paper, cell);

      for (int line = piece->from; line < MIN (piece->to, (int) cell->para.n_lines); line++)
        mq_line_runs (&cell->para, (guint) line, left,
                      y + mq_block_base_line (piece->block, cell, line, piece->from), func, data);
    }
}

/**
 * mq_sheet_run:
 * @cr: where to draw; its source is the colour
 * @run: a run of glyphs
 *
 * Draws a run.
 */
void
mq_sheet_run (cairo_t *cr, const MqGlyphRun *run)
{
  cairo_glyph_t on_stack[256], *glyphs = on_stack;
  double x;
  int n = 0, n_infos;
  gboolean unknown = FALSE;

  g_return_if_fail (cr != NULL && run != NULL);

  x = run->x;
  n_infos = run->glyphs->num_glyphs;
  if (n_infos > (int) G_N_ELEMENTS (on_stack))
    glyphs = g_new (cairo_glyph_t, n_infos);
  for (int i = 0; i < n_infos; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];

      unknown = unknown || (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG);
      if (info->glyph != PANGO_GLYPH_EMPTY)
        glyphs[n++] = (cairo_glyph_t) { info->glyph, x + info->geometry.x_offset / (double) PANGO_SCALE,
                                        run->y + info->geometry.y_offset / (double) PANGO_SCALE };
      x += info->geometry.width / (double) PANGO_SCALE;
    }
  if (unknown)
    {
      /* Pango draws a box with the number of the character that no font has. */
      cairo_move_to (cr, run->x, run->y);
      pango_cairo_show_glyph_string (cr, run->font, run->glyphs);
    }
  else if (n > 0)
    {
      cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->font)));
      cairo_show_glyphs (cr, glyphs, n);
    }
  if (glyphs != on_stack)
    g_free (glyphs);
}

/**
 * mq_sheet_colour:
 * @look: a look
 * @colour: (out caller-allocates): red, green and blue of its text, 0 to 1
 */
void
mq_sheet_colour (MqLook look, double colour[3])
{
  const char *name = mq_look_style (look)->colour;
  guint value = name != NULL ? (guint) g_ascii_strtoull (name + 1, NULL, 16) : 0;

  g_return_if_fail (colour != NULL);
  colour[0] = (value >> 16 & 255) / 255.0;
  colour[1] = (value >> 8 & 255) / 255.0;
  colour[2] = (value & 255) / 255.0;
}
