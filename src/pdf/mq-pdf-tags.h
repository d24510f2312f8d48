/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-pdf-pen.h"

/* The structure of the document: pieces of pages become parts, headings, paragraphs, lists, tables.
 *
 *   MqPdfTags *tags = mq_pdf_tags_new (&pen);
 *   mq_pdf_tags_piece (tags, piece);             each piece of each page, in order; it is drawn, too
 *   mq_pdf_tags_free (tags);                     before the last page is shown: a tag that is closed after it
 *                                                makes newer versions of Cairo add a page */

G_BEGIN_DECLS

typedef struct _MqPdfTags MqPdfTags;

MqPdfTags *mq_pdf_tags_new   (MqPdfPen *pen);
void       mq_pdf_tags_piece (MqPdfTags *tags, const MqPiece *piece);
void       mq_pdf_tags_free  (MqPdfTags *tags);

G_END_DECLS
