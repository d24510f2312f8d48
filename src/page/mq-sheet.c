/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-sheet.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Thin lines and pale grounds: a table is read, not admired. */
#define HAIR 0.35
#define THIN 0.8
#define MARK_ABOVE 0.80       /* how far a mark behind text reaches over and under the base line, in sizes */
#define MARK_BELOW 0.42

#define DOT 0.9               /* of the contents; from one to the next: */
#define DOT_STEP 4.2
#define BULLET 2.4            /* before the parts of a list in a cell; over the base line, in sizes: */
#define BULLET_RISE 0.26

typedef struct {
  cairo_t *cr;
  const MqPaper *paper;
  const MqPiece *first;       /* of the page */
} Sheet;

/* ---- tables ---- */

static double
column_left (const MqPaper *paper, const MqCell *cell)
{
  return mq_paper_left (paper, cell) - MQ_CELL_X;
}

static double
column_right (const MqPaper *paper, const MqCell *cell)
{
  return mq_paper_left (paper, cell) + cell->width + (cell->dotted ? MQ_CELL_DOT : 0) + MQ_CELL_X;
}

static gboolean
is_row (const MqPiece *piece)
{
  switch (piece->block->look)
    {
    case MQ_LOOK_ROW: case MQ_LOOK_ROW_SMALL: case MQ_LOOK_ROW_TINY:
      return piece->block->n_cells > 0;
    default:
      return FALSE;
    }
}

static gboolean
is_record (const MqPiece *piece)
{
  return piece->block->look == MQ_LOOK_RECORD_TITLE || piece->block->look == MQ_LOOK_RECORD_FIELD;
}

static gboolean
is_fact (const MqPiece *piece)
{
  return piece->block->look == MQ_LOOK_COVER_FACT;
}

/* The box around all cells of a row; records are as wide as the measure, and so are facts of the title page but for
 * their inset. */
static void
extent (const Sheet *sheet, const MqPiece *piece, double *left, double *right)
{
  const MqBlock *block = piece->block;

  *left = sheet->paper->margin_x + (is_fact (piece) ? mq_look_style (MQ_LOOK_COVER_FACT)->inset : 0);
  *right = sheet->paper->width - *left;
  if (!is_row (piece))
    return;
  for (guint i = 0; i < block->n_cells; i++)
    {
      double cell_left = column_left (sheet->paper, &block->cells[i]);
      double cell_right = column_right (sheet->paper, &block->cells[i]);

      *left = i == 0 ? cell_left : MIN (*left, cell_left);
      *right = i == 0 ? cell_right : MAX (*right, cell_right);
    }
}

static double
height_of (const MqPiece *piece)
{
  return mq_block_part_height (piece->block, piece->from, piece->to);
}

static void
add_box (const Sheet *sheet, const MqPiece *piece, double y)
{
  double left, right;

  extent (sheet, piece, &left, &right);
  cairo_rectangle (sheet->cr, left, y, right - left, height_of (piece));
}

static void
add_line (const Sheet *sheet, const MqPiece *piece, double y)
{
  double left, right;

  extent (sheet, piece, &left, &right);
  cairo_move_to (sheet->cr, left, y);
  cairo_line_to (sheet->cr, right, y);
}

static void
add_head_grounds (const Sheet *sheet, const MqPiece *piece, double y)
{
  if ((is_row (piece) && piece->block->flags & MQ_BLOCK_HEAD) || piece->block->look == MQ_LOOK_RECORD_TITLE)
    add_box (sheet, piece, y);
}

static void
add_filled_grounds (const Sheet *sheet, const MqPiece *piece, double y)
{
  if (is_row (piece) && !(piece->block->flags & MQ_BLOCK_HEAD)
      && piece->block->flags & (MQ_BLOCK_FILLED | MQ_BLOCK_TOTAL))
    add_box (sheet, piece, y);
}

static void
add_column_lines (const Sheet *sheet, const MqPiece *piece, double y)
{
  for (guint i = 0; is_row (piece) && i + 1 < piece->block->n_cells; i++)
    {
      double x = column_left (sheet->paper, &piece->block->cells[i]);

      cairo_move_to (sheet->cr, x, y);
      cairo_line_to (sheet->cr, x, y + height_of (piece));
    }
}

static void
add_row_lines (const Sheet *sheet, const MqPiece *piece, double y)
{
  if (is_row (piece) || is_record (piece) || is_fact (piece))
    add_line (sheet, piece, y + height_of (piece));
}

/* Over the first fact of the title page. */
static void
add_fact_lines (const Sheet *sheet, const MqPiece *piece, double y)
{
  if (is_fact (piece) && (piece == sheet->first || !is_fact (piece - 1)))
    add_line (sheet, piece, y);
}

/* Where the table or its body begins, over the sums, and over a record.  Tables are open at their sides. */
static void
add_frame_lines (const Sheet *sheet, const MqPiece *piece, double y)
{
  const MqBlock *block = piece->block;
  gboolean first = piece == sheet->first || piece[-1].block->table != block->table;

  if (is_row (piece) && (first || block->flags & MQ_BLOCK_TOTAL))
    add_line (sheet, piece, y);
  if (is_row (piece) && block->flags & MQ_BLOCK_HEAD)
    add_line (sheet, piece, y + height_of (piece));
  if (block->look == MQ_LOOK_RECORD_TITLE)
    add_line (sheet, piece, y);
}

/* A line of no length with round ends is a dot. */
static void
add_bullets (const Sheet *sheet, const MqPiece *piece, double y)
{
  for (guint c = 0; c < piece->block->n_cells; c++)
    {
      const MqCell *cell = &piece->block->cells[c];
      double x = mq_paper_left (sheet->paper, cell) + cell->width + MQ_CELL_DOT - BULLET / 2;

      for (int line = piece->from; cell->dotted && line < MIN (piece->to, (int) cell->para.n_lines); line++)
        if (mq_para_begins (&cell->para, (guint) line))
          {
            double at = y + mq_block_base_line (piece->block, cell, line, piece->from)
                        - BULLET_RISE * mq_look_style (piece->block->look)->size;

            cairo_move_to (sheet->cr, x, at);
            cairo_line_to (sheet->cr, x, at);
          }
    }
}

/* ---- headings, signatures ---- */

/* Over and under the title, and under that of a part. */
static void
add_heading_lines (const Sheet *sheet, const MqPiece *piece, double y)
{
  MqLook look = (MqLook) piece->block->look;
  double middle = sheet->paper->width / 2, under = y + height_of (piece);

  if (look == MQ_LOOK_TITLE && piece->from == 0)
    {
      cairo_move_to (sheet->cr, middle - 110, y - 12);
      cairo_line_to (sheet->cr, middle + 110, y - 12);
    }
  if (look == MQ_LOOK_TITLE && piece->to == piece->block->n_lines)
    {
      cairo_move_to (sheet->cr, middle - 110, under + 12);
      cairo_line_to (sheet->cr, middle + 110, under + 12);
    }
  if (look == MQ_LOOK_PART && piece->to == piece->block->n_lines)
    {
      cairo_move_to (sheet->cr, middle - 36, under + 5);
      cairo_line_to (sheet->cr, middle + 36, under + 5);
    }
}

/* A place to sign and to put the stamp. */
static void
add_signature_boxes (const Sheet *sheet, const MqPiece *piece, double y)
{
  for (guint i = 0; piece->block->look == MQ_LOOK_SIGNATURE && i < piece->block->n_cells; i++)
    {
      const MqCell *cell = &piece->block->cells[i];

      cairo_rectangle (sheet->cr, mq_paper_left (sheet->paper, cell) - MQ_BOX_X, y, cell->width + 2 * MQ_BOX_X,
                       height_of (piece));
    }
}

/* ---- contents ---- */

/* Dots from the last word of the entry to its page number.  They stand at multiples of one step, so that
 * those of all entries stand under each other. */
static void
add_leaders (const Sheet *sheet, const MqPiece *piece, double y)
{
  const MqBlock *block = piece->block;
  const double gap = 4;

  if ((block->look != MQ_LOOK_ENTRY_PART && block->look != MQ_LOOK_ENTRY_ARTICLE) || block->n_cells < 2
      || piece->to != block->n_lines)
    return;
  const MqCell *title = &block->cells[0], *number = &block->cells[1];
  if (title->para.n_lines == 0 || number->para.n_lines == 0)
    return;
  double to = mq_paper_left (sheet->paper, title) + mq_line_left (&title->para, title->para.n_lines - 1) - gap;
  double from = mq_paper_left (sheet->paper, number) + mq_line_left (&number->para, 0)
                + mq_line_width (&number->para, 0) + gap;
  double base = y + mq_block_base_line (block, title, (int) title->para.n_lines - 1, piece->from) - DOT / 2;

  from = ceil (from / DOT_STEP) * DOT_STEP;
  if (to - from < DOT_STEP)
    return;
  cairo_move_to (sheet->cr, from, base);
  cairo_line_to (sheet->cr, to, base);
}

/* ---- blanks ---- */

typedef void (*BlankFunc) (cairo_t *cr, double x, double base, double width, double size);

static void
each_blank (const Sheet *sheet, const MqPiece *piece, const MqCell *cell, double y, BlankFunc func)
{
  double size = mq_look_style (piece->block->look)->size, left = mq_paper_left (sheet->paper, cell);
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

              func (sheet->cr, left + at->x - 1, base, at->width + 2, size);
            }
        }
    }
}

static void
add_blank_ground (cairo_t *cr, double x, double base, double width, double size)
{
  cairo_rectangle (cr, x, base - MARK_ABOVE * size, width, (MARK_ABOVE + MARK_BELOW) * size);
}

static void
add_blank_line (cairo_t *cr, double x, double base, double width, double size)
{
  cairo_move_to (cr, x, base + MARK_BELOW * size);
  cairo_line_to (cr, x + width, base + MARK_BELOW * size);
}

static void
add_blank_grounds (const Sheet *sheet, const MqPiece *piece, double y)
{
  for (guint c = 0; c < piece->block->n_cells; c++)
    each_blank (sheet, piece, &piece->block->cells[c], y, add_blank_ground);
}

static void
add_blank_lines (const Sheet *sheet, const MqPiece *piece, double y)
{
  for (guint c = 0; c < piece->block->n_cells; c++)
    each_blank (sheet, piece, &piece->block->cells[c], y, add_blank_line);
}

/* ---- all ---- */

typedef enum { FILLED, LINES, DOTS, ROW_OF_DOTS } Kind;

/* From the lowest upwards.  A layer is one path of the page, filled or drawn once: lines drawn one by one, each a path
 * of its own, were half of the time that the rules of a page took. */
static const struct {
  double red, green, blue;
  Kind kind;
  double thickness;           /* points; of what is not filled */
  void (*add) (const Sheet *sheet, const MqPiece *piece, double y);
} layers[] = {
  { .91, .935, .955, FILLED, 0, add_head_grounds },
  { .965, .97, .978, FILLED, 0, add_filled_grounds },
  { .995, .95, .79, FILLED, 0, add_blank_grounds },
  { .84, .87, .89, LINES, HAIR, add_column_lines },
  { .66, .70, .74, LINES, HAIR, add_row_lines },
  { .25, .35, .45, LINES, HAIR, add_fact_lines },
  { .66, .70, .74, LINES, .6, add_signature_boxes },
  { .25, .35, .45, LINES, THIN, add_frame_lines },
  { .25, .35, .45, LINES, THIN, add_heading_lines },
  { .80, .60, .10, LINES, .5, add_blank_lines },
  { .25, .35, .45, DOTS, BULLET, add_bullets },
  { .66, .70, .74, ROW_OF_DOTS, DOT, add_leaders },
};

/* A PDF keeps rows of dots as dashed lines with round ends, and Cairo needs no more than a rough idea of their outline:
 * it would take longer over the dots of the contents than over all other rules. */
static void
draw_path (cairo_t *cr, Kind kind, double thickness)
{
  cairo_set_line_width (cr, thickness);
  if (kind == DOTS || kind == ROW_OF_DOTS)
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (kind == ROW_OF_DOTS)
    cairo_set_dash (cr, (const double[]) { 0, DOT_STEP }, 2, 0);
  if (kind == ROW_OF_DOTS && cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF)
    cairo_set_tolerance (cr, thickness);
  if (kind == FILLED)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
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

  Sheet sheet = { cr, paper, (const MqPiece *) (gpointer) pieces->data };
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint layer = 0; layer < G_N_ELEMENTS (layers); layer++)
    {
      for (guint i = 0; i < pieces->len; i++)
        layers[layer].add (&sheet, &sheet.first[i], paper->margin_top + sheet.first[i].y);
      if (!cairo_has_current_point (cr))
        continue;
      cairo_set_source_rgb (cr, layers[layer].red, layers[layer].green, layers[layer].blue);
      draw_path (cr, layers[layer].kind, layers[layer].thickness);
    }
  cairo_restore (cr);
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
