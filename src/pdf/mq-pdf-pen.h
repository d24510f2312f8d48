/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include "mq-pdf-drawing.h"
#include "mq-pdf-links.h"
#include "mq-text.h"

/* What pages are drawn with: a Cairo context, and beside it the text that Cairo does not see and the list of
 * the tags it was told. */

G_BEGIN_DECLS

typedef struct {
  cairo_t *cr;
  MqFlow *flow;
  const MqPaper *paper;
  MqLinks *links;
  MqPdfDrawing *drawing;
  MqText *text;
  cairo_font_face_t *stand_in;
} MqPdfPen;

/* Elements of structure.  The tag that is given is good until the next one begins. */
MqPdfTag *mq_pdf_pen_begin (MqPdfPen *pen, const char *name, const char *attributes);
void      mq_pdf_pen_end   (MqPdfPen *pen, const char *name);
/* "en" for a text in Latin letters only, else NULL: what MqPdfTag.language takes */
const char *mq_pdf_language (const char *text);

/* A link: its content, if it has any, is drawn before mq_pdf_pen_end (pen, CAIRO_TAG_LINK). */
void mq_pdf_pen_begin_link  (MqPdfPen *pen, const cairo_rectangle_t *at, const MqDestination *to);
void mq_pdf_pen_destination (MqPdfPen *pen, const MqDestination *destination);

/* A place for text: what is written between these two stands there, in the colour of the look. */
void mq_pdf_pen_begin_text (MqPdfPen *pen, MqLook look);
void mq_pdf_pen_end_text   (MqPdfPen *pen);

/* The lines of a cell that a piece shows.  @next: (nullable) the cell on its left, which is read next: the
 * gap between the two is bridged. */
void mq_pdf_pen_cell (MqPdfPen *pen, const MqPiece *piece, const MqCell *cell, const MqCell *next);

G_END_DECLS
