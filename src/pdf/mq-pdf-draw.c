/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf-draw.h"

#include <cairo-pdf.h>

#include "config.h"
#include "mq-finish-private.h"
#include "mq-i18n.h"
#include "mq-paint.h"
#include "mq-pdf-tags.h"
#include "mq-stand-in.h"

/* From the lower edge of the paper to the base line of the last line of the foot; points. */
#define LAST_LINE 20.0

/* ---- the drawing ---- */

static void
tag_clear (gpointer pointer)
{
  g_free (((MqPdfTag *) pointer)->contents);
}

MqPdfDrawing *
mq_pdf_drawing_new (void)
{
  MqPdfDrawing *drawing = g_new0 (MqPdfDrawing, 1);

  drawing->file = g_byte_array_new ();
  drawing->tags = g_array_new (FALSE, FALSE, sizeof (MqPdfTag));
  g_array_set_clear_func (drawing->tags, tag_clear);
  drawing->text = g_string_new (NULL);
  drawing->text_ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  drawing->page_texts = g_array_new (FALSE, FALSE, sizeof (guint));
  return drawing;
}

static void
free_string (GString *string)
{
  g_string_free (string, TRUE);
}

void
mq_pdf_drawing_free (MqPdfDrawing *drawing)
{
  if (drawing == NULL)
    return;
  g_byte_array_unref (drawing->file);
  g_array_unref (drawing->tags);
  g_string_free (drawing->text, TRUE);
  g_array_unref (drawing->text_ends);
  g_array_unref (drawing->page_texts);
  g_clear_pointer (&drawing->font, g_byte_array_unref);
  g_clear_pointer (&drawing->widths, free_string);
  g_clear_pointer (&drawing->unicode, free_string);
  g_free (drawing);
}

/* ---- pages of text ---- */

static void
draw_text (MqPdfPen *pen, MqPdfTags *tags, guint page, GArray *pieces)
{
  GPtrArray *destinations = mq_links_on_page (pen->links, page);

  for (guint i = 0; i < destinations->len; i++)
    mq_pdf_pen_destination (pen, g_ptr_array_index (destinations, i));
  mq_flow_page_pieces (pen->flow, page, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);

      if (!piece->repeated && piece->block->n_cells > 0)
        mq_pdf_tags_piece (tags, piece);
    }
}

/* ---- pages of what is under it ---- */

static void
draw_line (MqPdfPen *pen, const MqPara *para, double x, double y)
{
  double pitch = mq_look_style (MQ_LOOK_FURNITURE)->pitch;

  mq_pdf_pen_begin_text (pen, MQ_LOOK_FURNITURE);
  for (guint line = 0; line < para->n_lines; line++)
    mq_text_line (pen->text, para, line, x, y + line * pitch, FALSE);
  mq_pdf_pen_end_text (pen);
}

static void
draw_under (MqPdfPen *pen, guint page, const MqPara *foot, GArray *pieces)
{
  g_autoptr (GArray) furniture = mq_flow_furniture (pen->flow, page);

  mq_paint_rules (pen->flow, page, pen->cr);
  mq_flow_page_pieces (pen->flow, page, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);

      for (guint c = 0; piece->repeated && c < piece->block->n_cells; c++)
        mq_pdf_pen_cell (pen, piece, &piece->block->cells[c], NULL);
    }
  for (guint i = 0; i < furniture->len; i++)
    {
      const MqFurniture *item = &g_array_index (furniture, MqFurniture, i);
      draw_line (pen, &item->para, item->x, item->y);
    }
  draw_line (pen, foot, pen->paper->margin_x, pen->paper->height - LAST_LINE);
}

/* ---- bookmarks ---- */

static void
add_bookmarks (MqPdfPen *pen, cairo_surface_t *surface)
{
  const GArray *outline = mq_flow_outline (pen->flow);
  int part = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; outline != NULL && i < outline->len; i++)
    {
      const MqOutlineEntry *entry = &g_array_index (outline, MqOutlineEntry, i);
      const MqDestination *to = mq_links_destination (pen->links, entry->source);
      g_autofree char *attributes = to != NULL ? g_strdup_printf ("dest='%s'", to->name) : NULL;
      g_autofree char *title = mq_pdf_plain (entry->title);
      int id;

      if (to == NULL)
        continue;
      id = cairo_pdf_surface_add_outline (surface, entry->level == 0 ? CAIRO_PDF_OUTLINE_ROOT : part, title,
                                          attributes, (cairo_pdf_outline_flags_t) 0);
      if (entry->level == 0)
        part = id;
    }
}

/* ---- characters that no font has ---- */

static gboolean
find_missing (const MqPara *para, gunichar *character)
{
  for (guint i = 0; mq_para_n_missing (para) > 0 && i < para->n_bits; i++)
    for (guint k = 0; k < para->bits[i].word->n_glyphs; k++)
      if (para->bits[i].word->glyphs[k].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        {
          *character = para->bits[i].word->glyphs[k].glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
          return TRUE;
        }
  return FALSE;
}

/* A box in place of a letter would be a hole in the record: it refuses the export, by name. */
static gboolean
has_all_characters (MqFlow *flow, MqProblem **problem)
{
  const GArray *blocks = mq_flow_blocks (flow);

  for (guint i = 0; i < blocks->len; i++)
    {
      const MqBlock *block = &g_array_index (blocks, MqBlock, i);
      gunichar character;

      for (guint c = 0; c < block->n_cells; c++)
        if (find_missing (&block->cells[c].para, &character))
          {
            char utf8[7] = "";
            g_autofree char *detail = NULL;
            MqProblem *found;

            g_unichar_to_utf8 (character, utf8);
            detail = g_strdup_printf (_("none of the document's typefaces has the character “%s” (U+%04X)"),
                                      utf8, character);
            found = mq_problem_new (MQ_PROBLEM_EXPORT, utf8, detail);
            if (block->path != NULL || block->source != NULL)
              mq_problem_set_path (found, block->path != NULL ? block->path : block->source);
            return mq_problem_report (problem, found);
          }
    }
  return TRUE;
}

/* ---- all ---- */

static cairo_status_t
write_bytes (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
draw_pages (MqPdfPen *pen, const char *foot, MqPdfProgress progress, gpointer data)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));
  MqPdfTags *tags = mq_pdf_tags_new (pen);
  guint n = pen->drawing->n_pages, page;
  MqPara para = { 0 };

  mq_para_set_text (&para, mq_flow_shaper (pen->flow), foot, mq_look_attributes (MQ_LOOK_FURNITURE, FALSE),
                    mq_paper_measure (pen->paper), MQ_ALIGN_CENTER);
  for (page = 0; page < 2 * n; page++)
    {
      if (progress != NULL && !progress (page, 2 * n, data))
        break;
      g_array_append_val (pen->drawing->page_texts, pen->drawing->text_ends->len);
      if (page < n)
        draw_text (pen, tags, page, pieces);
      else
        draw_under (pen, page - n, &para, pieces);
      if (page + 1 == n)
        g_clear_pointer (&tags, mq_pdf_tags_free);
      cairo_show_page (pen->cr);
    }
  g_array_append_val (pen->drawing->page_texts, pen->drawing->text_ends->len);
  mq_pdf_tags_free (tags);
  mq_para_clear (&para);
  return page == 2 * n;
}

static gboolean
make_font (MqPdfDrawing *drawing, MqDocFont *font, MqText *text, MqProblem **problem)
{
  drawing->new_line = mq_text_new_line (text);
  drawing->font = mq_doc_font_file (font, &drawing->box);
  if (drawing->font == NULL)
    return mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_EXPORT, NULL,
                                                       _("the document's font cannot be made")));
  drawing->widths = mq_doc_font_widths (font);
  drawing->unicode = mq_doc_font_unicode (font);
  return TRUE;
}

/**
 * mq_pdf_draw:
 * @flow: the document, laid out; it does not change meanwhile
 * @foot: a line for the foot of every page
 * @progress: (nullable): told before each page
 * @data: for @progress
 * @problem: (out) (optional): why it could not be done; untouched when @progress stopped it
 *
 * Returns: (transfer full) (nullable): the drawing
 */
MqPdfDrawing *
mq_pdf_draw (MqFlow *flow, const char *foot, MqPdfProgress progress, gpointer data, MqProblem **problem)
{
  g_autoptr (MqPdfDrawing) drawing = NULL;
  g_autoptr (MqLinks) links = NULL;
  g_autoptr (MqDocFont) font = NULL;
  g_autoptr (MqText) text = NULL;
  const MqPaper *paper;
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean done;

  g_return_val_if_fail (MQ_IS_FLOW (flow) && foot != NULL, NULL);

  if (!has_all_characters (flow, problem))
    return NULL;
  paper = mq_flow_paper (flow);
  drawing = mq_pdf_drawing_new ();
  drawing->n_pages = mq_flow_n_pages (flow);
  drawing->width = paper->width;
  drawing->height = paper->height;
  links = mq_links_new (flow);
  font = mq_doc_font_new ();
  text = mq_text_new (font, drawing->text);
  surface = cairo_pdf_surface_create_for_stream (write_bytes, drawing->file, paper->width, paper->height);
  /* newer versions of Cairo would write another form of file, which the finisher does not read */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");

  MqPdfPen pen = { .cr = cairo_create (surface), .flow = flow, .paper = paper, .links = links,
                   .drawing = drawing, .text = text, .stand_in = mq_stand_in_new () };
  add_bookmarks (&pen, surface);
  done = pen.stand_in != NULL && draw_pages (&pen, foot, progress, data);
  status = cairo_status (pen.cr);
  cairo_destroy (pen.cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (pen.stand_in != NULL)
    cairo_font_face_destroy (pen.stand_in);
  if (status != CAIRO_STATUS_SUCCESS || pen.stand_in == NULL)
    {
      mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_EXPORT, NULL, cairo_status_to_string (status)));
      return NULL;
    }
  if (!done || !make_font (drawing, font, text, problem))
    return NULL;
  return g_steal_pointer (&drawing);
}
