/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf.h"

#include <cairo-pdf.h>
#include <string.h>

#include "config.h"
#include "mq-paint.h"
#include "mq-pdf-links.h"

/* Facts of the group `cover` that the file is described with. */
#define TITLE "cover/title"
#define AUTHOR "cover/issuer-side"
#define SUBJECT "cover/subject"
#define REFERENCE "cover/ref-no"
#define VERSION "cover/version"
#define DATE "cover/date"
/* The day of a draft that has no date yet: the clock must not get into the file. */
#define NO_DATE "2000-01-01"

/* How far over its heading a destination shows the page; points. */
#define OVER 8.0

static cairo_status_t
write_bytes (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* ---- what the file says about itself ---- */

static char *
render (MqFlow *flow, const char *path)
{
  if (!mq_kind_field (mq_draft_kind (mq_flow_draft (flow)), path))
    return NULL;
  return mq_render_value (mq_flow_renderer (flow), path, NULL, NULL, NULL);
}

/* The isolates that keep Latin together on paper are no part of the words. */
static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t which, const char *text)
{
  GString *plain;

  if (!text || !*text)
    return;
  plain = g_string_new (NULL);
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!(c >= 0x2066 && c <= 0x2069) && c != 0x200e && c != 0x200f && c != 0x061c)
        g_string_append_unichar (plain, c);
    }
  cairo_pdf_surface_set_metadata (surface, which, plain->str);
  g_string_free (plain, TRUE);
}

static void
describe (MqFlow *flow, cairo_surface_t *surface)
{
  g_autofree char *title = render (flow, TITLE), *author = render (flow, AUTHOR);
  g_autofree char *subject = render (flow, SUBJECT);
  g_autofree char *reference = render (flow, REFERENCE), *version = render (flow, VERSION);
  g_autofree char *keywords = NULL, *created = NULL;
  const char *date = mq_draft_value (mq_flow_draft (flow), DATE);
  const GArray *outline = mq_flow_outline (flow);

  /* a kind without a cover is called by its first heading, as on its title page */
  if (!title && outline && outline->len > 0)
    title = g_strdup (g_array_index (outline, MqOutlineEntry, 0).title);
  if (reference || version)
    keywords = g_strjoin (", ", reference ? reference : version, reference ? version : NULL, NULL);
  created = g_strconcat (date ? date : NO_DATE, "T00:00:00Z", NULL);
  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Muqtarah " PACKAGE_VERSION);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

/* ---- bookmarks, destinations, links ---- */

static void
add_bookmarks (MqFlow *flow, MqLinks *links, cairo_surface_t *surface)
{
  const GArray *outline = mq_flow_outline (flow);
  int part = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; outline && i < outline->len; i++)
    {
      const MqOutlineEntry *entry = &g_array_index (outline, MqOutlineEntry, i);
      const MqDestination *to = mq_links_destination (links, entry->source);
      g_autofree char *attributes = to ? g_strdup_printf ("dest='%s'", to->name) : NULL;
      int id;

      if (!to)
        continue;
      id = cairo_pdf_surface_add_outline (surface, entry->level == 0 ? CAIRO_PDF_OUTLINE_ROOT : part,
                                          entry->title, attributes, (cairo_pdf_outline_flags_t) 0);
      if (entry->level == 0)
        part = id;
    }
}

/* Cairo reads numbers with a point, whatever the locale. */
static char *
number (double value, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.3f", value);
}

static void
add_destinations (MqLinks *links, guint page, cairo_t *cr)
{
  GPtrArray *destinations = mq_links_on_page (links, page);

  for (guint i = 0; i < destinations->len; i++)
    {
      const MqDestination *destination = g_ptr_array_index (destinations, i);
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *attributes = g_strdup_printf ("name='%s' x=0 y=%s", destination->name,
                                                     number (MAX (0, destination->y - OVER), y));

      cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (cr, CAIRO_TAG_DEST);
    }
}

static void
begin_link (cairo_t *cr, const cairo_rectangle_t *at, const MqDestination *to)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE], width[G_ASCII_DTOSTR_BUF_SIZE],
    height[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes =
    g_strdup_printf ("rect=[%s %s %s %s] dest='%s'", number (at->x, x), number (at->y, y),
                     number (at->width, width), number (at->height, height), to->name);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

static void
add_reference (const cairo_rectangle_t *at, const MqDestination *to, gpointer cr)
{
  begin_link (cr, at, to);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/* ---- structure ---- */

/* Every piece of text is a paragraph or a heading in the order of reading.  Cairo 1.16 writes links
 * without their place in a structure unless there is one; finer structure (tables, lists) is still to
 * come. */

typedef struct {
  cairo_t *cr;
  MqLinks *links;
} Export;

static const char *
tag_of (const MqPiece *piece)
{
  switch ((MqLook) piece->block->look)
    {
    case MQ_LOOK_TITLE:
    case MQ_LOOK_PART:
    case MQ_LOOK_CONTENTS:
      return "H1";
    case MQ_LOOK_ARTICLE:
      return "H2";
    default:
      return "P";
    }
}

static void
begin_block (const MqPiece *piece, gpointer data)
{
  Export *export = data;
  cairo_rectangle_t line;
  const MqDestination *to = mq_links_of_entry (export->links, piece, &line);

  /* a header row that is repeated was read before */
  if (piece->repeated)
    return;
  if (to)
    begin_link (export->cr, &line, to);
  else
    cairo_tag_begin (export->cr, tag_of (piece), NULL);
}

static void
end_block (const MqPiece *piece, gpointer data)
{
  Export *export = data;
  cairo_rectangle_t line;

  if (piece->repeated)
    return;
  if (mq_links_of_entry (export->links, piece, &line))
    {
      cairo_tag_end (export->cr, CAIRO_TAG_LINK);
      return;
    }
  cairo_tag_end (export->cr, tag_of (piece));
  mq_links_each (export->links, piece, add_reference, export->cr);
}

/**
 * mq_pdf_export:
 * @flow: the document, laid out; it does not change meanwhile
 * @problem: (out) (optional): why it could not be done
 *
 * Draws every page into a PDF in memory, with the document's metadata, a bookmark for each part and article,
 * and links from the contents and the references of the text.  No clock, locale or path gets into the file.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
mq_pdf_export (MqFlow *flow, MqProblem **problem)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(MqLinks) links = NULL;
  const MqPaper *paper;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  MqPaintWatcher watcher;
  Export export;

  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);

  links = mq_links_new (flow);
  paper = mq_flow_paper (flow);
  surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, paper->width, paper->height);
  /* newer versions of Cairo would write another form of file: the plain one is the same everywhere */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  describe (flow, surface);
  add_bookmarks (flow, links, surface);
  cr = cairo_create (surface);
  export = (Export) { cr, links };
  watcher = (MqPaintWatcher) { begin_block, end_block, &export };
  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      add_destinations (links, page, cr);
      mq_paint_page (flow, page, cr, &watcher);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_EXPORT, NULL, cairo_status_to_string (status)));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
