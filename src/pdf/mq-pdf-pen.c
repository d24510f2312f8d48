/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf-pen.h"

#include <cairo-pdf.h>

#include "mq-sheet.h"
#include "mq-stand-in.h"

/* How far over its place a destination shows the page; points. */
#define OVER 8.0

/* The stand-ins of a page: small, out of the way, and each at another height than the one before, so that
 * Cairo writes an operator for each. */
#define STAND_IN_SIZE 0.1
#define STAND_IN_X 20.0
#define STAND_IN_HEIGHTS 256

/* ---- tags ---- */

MqPdfTag *
mq_pdf_pen_begin (MqPdfPen *pen, const char *name, const char *attributes)
{
  MqPdfTag tag = { .name = name };

  cairo_tag_begin (pen->cr, name, attributes);
  g_array_append_val (pen->drawing->tags, tag);
  return &g_array_index (pen->drawing->tags, MqPdfTag, pen->drawing->tags->len - 1);
}

void
mq_pdf_pen_end (MqPdfPen *pen, const char *name)
{
  cairo_tag_end (pen->cr, name);
}

const char *
mq_pdf_language (const char *text)
{
  gboolean latin = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      if (g_unichar_get_script (c) != G_UNICODE_SCRIPT_LATIN)
        return NULL;
      latin = TRUE;
    }
  return latin ? "en" : NULL;
}

/* Cairo reads numbers with a point, whatever the locale. */
static char *
number (double value, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.3f", value);
}

void
mq_pdf_pen_begin_link (MqPdfPen *pen, const cairo_rectangle_t *at, const MqDestination *to)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE], width[G_ASCII_DTOSTR_BUF_SIZE],
    height[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes =
    g_strdup_printf ("rect=[%s %s %s %s] dest='%s'", number (at->x, x), number (at->y, y),
                     number (at->width, width), number (at->height, height), to->name);

  mq_pdf_pen_begin (pen, CAIRO_TAG_LINK, attributes)->said = g_strdup (to->title);
}

void
mq_pdf_pen_destination (MqPdfPen *pen, const MqDestination *destination)
{
  char y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = g_strdup_printf ("name='%s' x=0 y=%s", destination->name,
                                                 number (MAX (0, destination->y - OVER), y));

  cairo_tag_begin (pen->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (pen->cr, CAIRO_TAG_DEST);
}

/* ---- text ---- */

void
mq_pdf_pen_begin_text (MqPdfPen *pen, MqLook look)
{
  guint height = pen->drawing->text_ends->len % STAND_IN_HEIGHTS;
  cairo_glyph_t glyph = { MQ_STAND_IN_GLYPH, STAND_IN_X, STAND_IN_X + height };
  double colour[3];

  mq_sheet_colour (look, colour);
  cairo_set_source_rgb (pen->cr, colour[0], colour[1], colour[2]);
  cairo_set_font_face (pen->cr, pen->stand_in);
  cairo_set_font_size (pen->cr, STAND_IN_SIZE);
  cairo_show_glyphs (pen->cr, &glyph, 1);
}

void
mq_pdf_pen_end_text (MqPdfPen *pen)
{
  gsize end = pen->drawing->text->len;

  g_array_append_val (pen->drawing->text_ends, end);
}

/* The right end of the text that stands on a line of a cell, or of the cell when there is none. */
static double
right_end (const MqPaper *paper, const MqCell *cell, guint line)
{
  double left = mq_paper_left (paper, cell);

  if (line >= cell->para.n_lines || cell->para.lines[line].end == cell->para.lines[line].first)
    return left + cell->width;
  return left + mq_line_left (&cell->para, line) + mq_line_width (&cell->para, line);
}

static gboolean
has_text (const MqCell *cell, int line, int to)
{
  return line < to && cell->para.lines[line].end > cell->para.lines[line].first;
}

void
mq_pdf_pen_cell (MqPdfPen *pen, const MqPiece *piece, const MqCell *cell, const MqCell *next)
{
  double left = mq_paper_left (pen->paper, cell), top = pen->paper->margin_top + piece->y;
  int from = piece->from, to = MIN (piece->to, (int) cell->para.n_lines);
  gboolean bridged = next != NULL && has_text (cell, from, to);
  /* Where a cell of a row has several lines, poppler had better see columns: else it reads across them. */
  gboolean filled = bridged && (piece->block->table == 0
                                || (cell->para.n_lines <= 1 && next->para.n_lines <= 1));

  /* an empty cell, too, has a place for text: its tag must mark something */
  mq_pdf_pen_begin_text (pen, piece->block->look);
  for (int line = from; line < to; line++)
    mq_text_line (pen->text, &cell->para, (guint) line, left,
                  top + mq_block_base_line (piece->block, cell, line, from), bridged && line == from);
  if (bridged)
    mq_text_bridge (pen->text, right_end (pen->paper, next, (guint) from),
                    left + mq_line_left (&cell->para, (guint) from),
                    top + mq_block_base_line (piece->block, cell, from, from),
                    mq_look_style (piece->block->look)->size, filled);
  mq_pdf_pen_end_text (pen);
}
