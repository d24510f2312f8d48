/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf-tags-private.h"

#include <cairo-pdf.h>

#include "mq-paint.h"

/* Each kind of piece in its elements. */

/* ---- text ---- */

typedef struct {
  MqPdfTags *tags;
  MqLook look;
} Links;

/* The words stay in the text; Cairo 1.18 knows a link only where something is drawn in it. */
static void
add_link (const cairo_rectangle_t *at, const MqDestination *to, gpointer data)
{
  const Links *links = data;

  mq_pdf_pen_begin_link (links->tags->pen, at, to);
  mq_pdf_pen_begin_text (links->tags->pen, links->look);
  mq_pdf_pen_end_text (links->tags->pen);
  mq_pdf_pen_end (links->tags->pen, CAIRO_TAG_LINK);
}

static void
add_links (MqPdfTags *tags, const MqPiece *piece, const MqCell *cell)
{
  Links links = { tags, (MqLook) piece->block->look };

  mq_links_each (tags->pen->links, piece, cell, add_link, &links);
}

/* The text of a cell, as far as @piece shows it, in an element.  It may go on on the next page: @opens,
 * @closes say whether it begins and ends here.  @label: (nullable) read before it, in the same element;
 * @next: (nullable) what stands on its left and is read next. */
static void
put_text (MqPdfTags *tags, const char *name, const MqPiece *piece, const MqCell *cell, const MqCell *label,
          const MqCell *next, gboolean opens, gboolean closes)
{
  gboolean links = mq_links_any (tags->pen->links, cell);

  if (opens)
    mq_tags_begin (tags, name)->language = mq_pdf_language (cell->text);
  if (links)
    mq_tags_begin (tags, "Span");
  if (label != NULL && piece->from == 0)
    mq_pdf_pen_cell (tags->pen, piece, label, cell);
  mq_pdf_pen_cell (tags->pen, piece, cell, next);
  if (links)
    {
      mq_tags_end (tags);
      add_links (tags, piece, cell);
    }
  if (closes)
    mq_tags_end (tags);
}

/* A cell of a row, whole as far as it is on this page. */
static void
put_cell (MqPdfTags *tags, const char *name, const char *scope, const MqPiece *piece, guint number)
{
  const MqCell *cell = &piece->block->cells[number];
  const MqCell *next = number + 1 < piece->block->n_cells ? cell + 1 : NULL;
  gboolean links = mq_links_any (tags->pen->links, cell);
  MqPdfTag *tag = mq_tags_begin (tags, name);

  tag->scope = scope;
  tag->language = mq_pdf_language (cell->text);
  if (links)
    {
      mq_tags_begin (tags, "P");
      mq_tags_begin (tags, "Span");
    }
  mq_pdf_pen_cell (tags->pen, piece, cell, next);
  if (links)
    {
      mq_tags_end (tags);
      add_links (tags, piece, cell);
      mq_tags_end (tags);
    }
  mq_tags_end (tags);
}

static gboolean
begins (const MqPiece *piece)
{
  return piece->from == 0;
}

static gboolean
ends (const MqPiece *piece)
{
  return piece->to >= piece->block->n_lines;
}

void
mq_tags_heading (MqPdfTags *tags, const MqPiece *piece, guint level)
{
  static const char *const names[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  if (begins (piece))
    tags->heading = MIN (level, tags->heading + 1);
  put_text (tags, names[tags->heading - 1], piece, piece->block->cells, NULL, NULL, begins (piece),
            ends (piece));
}

/* A paragraph, with its number in the same element. */
void
mq_tags_para (MqPdfTags *tags, const MqPiece *piece)
{
  const MqBlock *block = piece->block;

  put_text (tags, "P", piece, block->cells, block->n_cells > 1 ? &block->cells[1] : NULL, NULL, begins (piece),
            ends (piece));
}

void
mq_tags_note (MqPdfTags *tags, const MqPiece *piece)
{
  if (begins (piece))
    mq_tags_begin (tags, "Note")->identified = TRUE;
  put_text (tags, "P", piece, piece->block->cells, NULL, NULL, begins (piece), ends (piece));
  if (ends (piece))
    mq_tags_end (tags);
}

/* ---- tables ---- */

void
mq_tags_row (MqPdfTags *tags, const MqPiece *piece)
{
  const MqBlock *block = piece->block;
  gboolean head = block->flags & MQ_BLOCK_HEAD;

  if (head != tags->in_head || tags->open->len == tags->group_depth)
    {
      mq_tags_close_to (tags, tags->group_depth);
      mq_tags_begin (tags, head ? "THead" : "TBody");
      tags->in_head = head;
    }
  mq_tags_begin (tags, "TR");
  for (guint i = 0; i < block->n_cells; i++)
    put_cell (tags, head || i == 0 ? "TH" : "TD", head ? "Column" : i == 0 ? "Row" : NULL, piece, i);
  mq_tags_end (tags);
}

/* ---- lists ---- */

/* The item stays open: items of it may follow. */
void
mq_tags_item (MqPdfTags *tags, const MqPiece *piece)
{
  const MqBlock *block = piece->block;

  if (begins (piece))
    {
      if (block->look == MQ_LOOK_SUBITEM && tags->open->len > tags->group_depth)
        {
          if (tags->inner_depth == 0)
            {
              mq_tags_begin (tags, "L")->numbered = TRUE;
              tags->inner_depth = tags->open->len;
            }
          mq_tags_close_to (tags, tags->inner_depth);
        }
      else
        {
          mq_tags_close_to (tags, tags->group_depth);
          tags->inner_depth = 0;
        }
      mq_tags_begin (tags, "LI");
      if (block->n_cells > 1)
        {
          mq_tags_begin (tags, "Lbl");
          mq_pdf_pen_cell (tags->pen, piece, &block->cells[1], &block->cells[0]);
          mq_tags_end (tags);
        }
      mq_tags_begin (tags, "LBody");
    }
  put_text (tags, "P", piece, &block->cells[0], NULL, NULL, begins (piece), ends (piece));
}

/* Pairs of a value and its label, which is read first. */
void
mq_tags_fields (MqPdfTags *tags, const MqPiece *piece)
{
  const MqBlock *block = piece->block;
  gboolean alone = block->n_cells <= 2;

  for (guint i = 0; i < block->n_cells; i += 2)
    {
      const MqCell *value = &block->cells[i], *label = i + 1 < block->n_cells ? value + 1 : NULL;
      const MqCell *next = begins (piece) && i + 3 < block->n_cells ? value + 3 : NULL;    /* a label */
      gboolean opens = begins (piece) || !alone;

      if (opens)
        {
          mq_tags_begin (tags, "LI");
          if (label != NULL && begins (piece))
            {
              mq_tags_begin (tags, "Lbl");
              mq_pdf_pen_cell (tags->pen, piece, label, value);
              mq_tags_end (tags);
            }
          mq_tags_begin (tags, "LBody");
        }
      put_text (tags, "P", piece, value, NULL, next, opens, ends (piece) || !alone);
      if (ends (piece) || !alone)
        {
          mq_tags_end (tags);
          mq_tags_end (tags);
        }
    }
}

/* ---- contents ---- */

void
mq_tags_entry (MqPdfTags *tags, const MqPiece *piece)
{
  const MqBlock *block = piece->block;
  cairo_rectangle_t line;
  const MqDestination *to = mq_links_of_entry (tags->pen->links, piece, &line);

  if (block->look == MQ_LOOK_ENTRY_PART)
    {
      mq_tags_close_to (tags, tags->group_depth);
      tags->inner_depth = 0;
    }
  else if (tags->inner_depth == 0)
    {
      mq_tags_begin (tags, "TOC");
      tags->inner_depth = tags->open->len;
    }
  mq_tags_begin (tags, "TOCI");
  mq_tags_begin (tags, "Reference");
  if (to != NULL)
    mq_pdf_pen_begin_link (tags->pen, &line, to);
  else
    mq_tags_begin (tags, "Span");
  mq_pdf_pen_cell (tags->pen, piece, &block->cells[0], block->n_cells > 1 ? &block->cells[1] : NULL);
  if (block->n_cells > 1)
    mq_pdf_pen_cell (tags->pen, piece, &block->cells[1], NULL);
  if (to != NULL)
    mq_pdf_pen_end (tags->pen, CAIRO_TAG_LINK);
  else
    mq_tags_end (tags);
  mq_tags_end (tags);
  mq_tags_end (tags);
}

/* ---- signatures, figures ---- */

/* Who signs side by side, one after the other. */
void
mq_tags_signature (MqPdfTags *tags, const MqPiece *piece)
{
  for (guint i = 0; i < piece->block->n_cells; i++)
    {
      mq_tags_begin (tags, "LI");
      mq_tags_begin (tags, "LBody");
      put_text (tags, "P", piece, &piece->block->cells[i], NULL, NULL, TRUE, TRUE);
      mq_tags_end (tags);
      mq_tags_end (tags);
    }
}

/* The label that stands on the left of another, on the same line, and is read next. */
static const MqCell *
next_label (const MqBlock *block, guint number)
{
  const MqCell *cell = &block->cells[number], *next = cell + 1;

  return number + 1 < block->n_cells && next->y == cell->y && next->x >= cell->x + cell->width ? next : NULL;
}

/* A figure is one element, which marks shapes and labels together: who sees has both, who does not hears the
 * description.  Newer versions of Cairo mark only what holds glyphs; so the first thing in it is a text, of nothing. */
void
mq_tags_figure (MqPdfTags *tags, const MqPiece *piece)
{
  const MqBlock *block = piece->block;
  MqPdfPen *pen = tags->pen;
  double top = pen->paper->margin_top + piece->y;
  MqPdfTag *tag;

  g_return_if_fail (block->figure != NULL);

  if (begins (piece))
    {
      tag = mq_tags_begin (tags, "Figure");
      tag->said = g_strdup (block->figure->description);
      tag->box = g_new (cairo_rectangle_t, 1);
      *tag->box = (cairo_rectangle_t) { pen->paper->margin_x, top, mq_paper_measure (pen->paper), block->height };
    }
  mq_pdf_pen_begin_text (pen, block->look);
  mq_pdf_pen_end_text (pen);
  mq_paint_figure (pen->paper, piece, pen->cr);
  for (guint i = 0; i < block->n_cells; i++)
    mq_pdf_pen_cell (pen, piece, &block->cells[i], next_label (block, i));
  if (ends (piece))
    mq_tags_end (tags);
}
