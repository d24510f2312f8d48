/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-pdf-drawing.h"

/* The text of a page comes into the place of the stand-in: in another thread, while the next page is drawn,
 * so that no more than the text of a few pages is ever kept. */

G_BEGIN_DECLS

struct _MqPageText
{
  gsize place;                /* of the page's content in Cairo's file */
  guint8 *data;               /* the content with its text, compressed; NULL: it was not as expected */
  gsize length;

  /* until that is made */
  GByteArray *cairo;          /* what Cairo wrote, from the content's first byte on */
  char *text;                 /* operators */
  GArray *ends;               /* gsize: where each stretch of them ends */
  const char *stand_in;       /* of the drawing */
};

/* The page that Cairo has just written, from @from on in its file. */
void mq_page_text_put  (MqPdfDrawing *drawing, gsize from);
/* Waits until all pages are done. */
void mq_page_text_wait (MqPdfDrawing *drawing);
void mq_page_text_free (gpointer page);

G_END_DECLS
