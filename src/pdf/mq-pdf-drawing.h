/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include "mq-truetype.h"

/* What drawing hands to the finisher: Cairo's file, and all that Cairo could not write. */

G_BEGIN_DECLS

/* One for each element of structure, in the order in which Cairo was told of them. */
typedef struct {
  const char *name;           /* "P", "TH": static */
  const char *scope;          /* of a TH: "Column", "Row"; static, or NULL */
  const char *language;       /* where it is not the document's; static, or NULL */
  char *said;                 /* of a Link: where it leads, of a Figure: what it shows; owned, or NULL */
  cairo_rectangle_t *box;     /* of a Figure: where it stands on its page, from the top left, points; owned, or NULL */
  gboolean numbered;          /* an L whose items have labels */
  gboolean identified;        /* needs an ID: a Note */
} MqPdfTag;

typedef struct _MqPageText MqPageText;      /* mq-page-text.h */

/* Cairo's file has all pages of text first, then as many pages with what is not text of the document: rules,
 * grounds, running head and foot, repeated header rows.  Where text goes it has a small glyph of a stand-in
 * font; the n-th of them on a page stands for the n-th stretch of its text. */
typedef struct {
  GByteArray *file;           /* Cairo's */
  guint n_pages;              /* of the document: the file has twice as many */
  double width, height;       /* of a page, points */
  GArray *tags;               /* MqPdfTag */
  GString *text;              /* operators of the page that is being drawn */
  GArray *text_ends;          /* gsize: where each stretch of them ends */
  GPtrArray *pages;           /* MqPageText: those that were drawn */
  GThreadPool *pool;          /* they are made in it */
  char *stand_in;             /* the operator that selects the font on every page, "/f-0-0 1 Tf\n" */
  guint stand_in_page;        /* one that has it */
  GByteArray *font;           /* the document font, with what the PDF says about it */
  GString *widths, *unicode;
  MqFontBox box;
  guint16 new_line;           /* code of the character that begins a page for pdf.js, */
  guint16 marker;             /* and of the one that hides it from all others */
} MqPdfDrawing;

MqPdfDrawing *mq_pdf_drawing_new  (void);
void          mq_pdf_drawing_free (MqPdfDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqPdfDrawing, mq_pdf_drawing_free)

G_END_DECLS
