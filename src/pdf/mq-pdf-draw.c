/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf-draw.h"

#include <cairo-pdf.h>

#include "config.h"
#include "mq-finish-private.h"
#include "mq-i18n.h"
#include "mq-page-text.h"
#include "mq-pdf-tags.h"
#include "mq-stand-in.h"

/* ---- the drawing ---- */

static void
tag_clear (gpointer pointer)
{
  MqPdfTag *tag = pointer;

  g_free (tag->said);
  g_free (tag->box);
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
  drawing->pages = g_ptr_array_new_with_free_func (mq_page_text_free);
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
  mq_page_text_wait (drawing);
  g_byte_array_unref (drawing->file);
  g_array_unref (drawing->tags);
  g_string_free (drawing->text, TRUE);
  g_array_unref (drawing->text_ends);
  g_ptr_array_unref (drawing->pages);
  g_free (drawing->stand_in);
  g_clear_pointer (&drawing->font, g_byte_array_unref);
  g_clear_pointer (&drawing->widths, free_string);
  g_clear_pointer (&drawing->unicode, free_string);
  g_free (drawing);
}

/* ---- pages of text ---- */

static void
add_destinations (MqPdfPen *pen, guint page)
{
  GPtrArray *destinations = mq_links_on_page (pen->links, page);

  for (guint i = 0; i < destinations->len; i++)
    mq_pdf_pen_destination (pen, g_ptr_array_index (destinations, i));
}

/* Cairo 1.18 ends the program at the file's end when a bookmark or a link leads nowhere, and at a tag that is closed
 * on no page: so a drawing that was broken off gets a last page, where all is that should have followed. */
static void
break_off (MqPdfPen *pen, MqPdfTags *tags, guint page)
{
  for (; page < pen->drawing->n_pages; page++)
    add_destinations (pen, page);
  mq_pdf_tags_free (tags);
  cairo_show_page (pen->cr);
}

static void
draw_text (MqPdfPen *pen, MqPdfTags *tags, guint page, GArray *pieces)
{
  add_destinations (pen, page);
  mq_flow_page_pieces (pen->flow, page, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);

      if (!piece->repeated && piece->block->n_cells > 0)
        mq_pdf_tags_piece (tags, piece);
    }
}

/* ---- pages of what is under it ---- */

typedef struct {
  MqCopy copy;
  MqFurniture foot;           /* the last line of every page */
  GHashTable *written;        /* a text and its place → its operators */
} Under;

static void
draw_line (MqPdfPen *pen, Under *under, const MqFurniture *item)
{
  g_autofree char *key = g_strdup_printf ("%.3f %.3f %s", item->x, item->y, item->text);
  const char *operators = g_hash_table_lookup (under->written, key);
  GString *text = pen->drawing->text;

  mq_pdf_pen_begin_text (pen, MQ_LOOK_FURNITURE);
  if (operators != NULL)
    g_string_append (text, operators);
  else
    {
      double pitch = mq_look_style (MQ_LOOK_FURNITURE)->pitch;
      gsize from = text->len;

      for (guint line = 0; line < item->para.n_lines; line++)
        mq_text_line (pen->text, &item->para, line, item->x, item->y + line * pitch, FALSE);
      g_hash_table_insert (under->written, g_steal_pointer (&key), g_strdup (text->str + from));
    }
  mq_pdf_pen_end_text (pen);
}

static void
draw_under (MqPdfPen *pen, Under *under, guint page, GArray *pieces)
{
  g_autoptr (GArray) furniture = mq_flow_furniture (pen->flow, page);

  mq_copy_under (pen->flow, under->copy, page, pen->cr);
  mq_flow_page_pieces (pen->flow, page, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);

      for (guint c = 0; piece->repeated && c < piece->block->n_cells; c++)
        mq_pdf_pen_cell (pen, piece, &piece->block->cells[c], NULL);
    }
  for (guint i = 0; i < furniture->len; i++)
    draw_line (pen, under, &g_array_index (furniture, MqFurniture, i));
  draw_line (pen, under, &under->foot);
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
find_missing (const MqPara *para, gunichar *character, guint *at)
{
  for (guint i = 0; mq_para_n_missing (para) > 0 && i < para->n_bits; i++)
    for (guint k = 0; k < para->bits[i].word->n_glyphs; k++)
      if (para->bits[i].word->glyphs[k].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        {
          *character = para->bits[i].word->glyphs[k].glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
          *at = para->bits[i].offset;
          return TRUE;
        }
  return FALSE;
}

/* The fact whose value stands there, else what the block is made from. */
static const char *
place_of (const MqBlock *block, const MqCell *cell, guint at)
{
  for (guint i = 0; cell->spans != NULL && i < cell->spans->len; i++)
    {
      const MqSpan *span = &g_array_index (cell->spans, MqSpan, i);

      if (span->type == MQ_SPAN_VALUE && span->start <= at && at < span->end)
        return span->target;
    }
  return block->path != NULL ? block->path : block->source;
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
      guint at;

      for (guint c = 0; c < block->n_cells; c++)
        if (find_missing (&block->cells[c].para, &character, &at))
          {
            char utf8[7] = "";
            g_autofree char *detail = NULL;
            MqProblem *found;

            g_unichar_to_utf8 (character, utf8);
            detail = g_strdup_printf (_("none of the document's typefaces has the character “%s” (U+%04X)"),
                                      utf8, character);
            found = mq_problem_new (MQ_PROBLEM_EXPORT, utf8, detail);
            mq_problem_set_path (found, place_of (block, &block->cells[c], at));
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

static void
end_page (MqPdfPen *pen)
{
  gsize from = pen->drawing->file->len;

  cairo_show_page (pen->cr);
  mq_page_text_put (pen->drawing, from);
}

static gboolean
draw_pages (MqPdfPen *pen, MqCopy copy, const char *foot, MqPdfProgress progress, gpointer data)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));
  MqPdfTags *tags = mq_pdf_tags_new (pen);
  guint n = pen->drawing->n_pages, page;
  Under under = { .copy = copy, .written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };

  mq_copy_foot_line (pen->flow, foot, &under.foot);
  for (page = 0; page < 2 * n; page++)
    {
      if (progress != NULL && !progress (page, 2 * n, data))
        break;
      if (page < n)
        draw_text (pen, tags, page, pieces);
      else
        draw_under (pen, &under, page - n, pieces);
      if (page + 1 == n)
        g_clear_pointer (&tags, mq_pdf_tags_free);
      end_page (pen);
    }
  if (page < n)
    break_off (pen, g_steal_pointer (&tags), page);
  mq_furniture_clear (&under.foot);
  g_hash_table_unref (under.written);
  return page == 2 * n;
}

static gboolean
make_font (MqPdfDrawing *drawing, MqDocFont *font, MqText *text, MqProblem **problem)
{
  drawing->new_line = mq_text_new_line (text);
  drawing->marker = mq_text_marker (text);
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
 * @copy: which copy of it
 * @foot: the last line of every page, of mq_copy_foot()
 * @progress: (nullable): told before each page
 * @data: for @progress
 * @problem: (out) (optional): why it could not be done; untouched when @progress stopped it
 *
 * Returns: (transfer full) (nullable): the drawing
 */
MqPdfDrawing *
mq_pdf_draw (MqFlow *flow, MqCopy copy, const char *foot, MqPdfProgress progress, gpointer data,
             MqProblem **problem)
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
  done = pen.stand_in != NULL && draw_pages (&pen, copy, foot, progress, data);
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
  mq_page_text_wait (drawing);
  if (!done || !make_font (drawing, font, text, problem))
    return NULL;
  return g_steal_pointer (&drawing);
}
