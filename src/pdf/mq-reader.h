/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* How three programs make text out of a line of a PDF.
 *
 * A PDF has glyphs at places; nothing says in which order Arabic is read.  So each reader has a bidirectional
 * algorithm of its own, run backwards and simplified, each wrong in its own way.  These models say what comes
 * out of a line that is written in visual order (from left to right), so that mq-text-order.c can put marks
 * without width where one of them would go wrong.  They are named after the readers' own functions. */

G_BEGIN_DECLS

#define MQ_RLM 0x200fu        /* right-to-left mark */
#define MQ_LRM 0x200eu        /* left-to-right mark */
#define MQ_NEL 0x85u          /* next line: white space to poppler, a character to pdf.js */
#define MQ_PDFJS_MARKER 0x2063u   /* invisible separator: written outside of the page, moves pdf.js alone */

/* poppler (Evince, Okular, pdftotext): TextOutputDev.cc, reorderText () of a page that runs mostly from right
 * to left.  Classes: 'L' left to right, 'R' right to left, '#' digits and what stands in numbers, 'N' the
 * rest. */
char mq_poppler_class   (gunichar c);
void mq_poppler_reorder (const char *classes, guint n, int *places);

/* PDFium (Chrome, Edge): cpdf_textpage.cpp, CloseTempLine (), with CFX_BidiString.  Classes: 'L', 'R', 'W'
 * weak (digits, separators, marks: never turned round), 'N' the rest. */
char     mq_pdfium_class (gunichar c);
gboolean mq_pdfium_order (const char *classes, guint n, int *places, gboolean *mirrored);
/* Whether AddCharInfoByRLDirection () gives another character for a neutral one: its mirror image, or what it is
 * put together from. */
gboolean mq_pdfium_changes (gunichar c);

/* pdf.js (Firefox): evaluator.js, getTextContent ().  It takes the order of the stream; what is to be known
 * is where it sees a space, what it does not see, and how bidi.js, bidi (), puts each piece of text in order. */
typedef enum {
  MQ_PDFJS_JOINED,            /* nothing between the two characters */
  MQ_PDFJS_SPACE,             /* a space */
  MQ_PDFJS_PARTED,            /* two pieces of text, each put in order by itself */
} MqPdfjsGap;
MqPdfjsGap mq_pdfjs_gap (int thousandths);
/* A character of category Cf is left out with its width, and with the number behind it. */
gboolean mq_pdfjs_skips (gunichar c);
char     mq_pdfjs_class (gunichar c);
void     mq_pdfjs_order (char *classes, guint n, guint *order);
/* bidi () deletes these from a piece with Arabic in it. */
gboolean mq_pdfjs_deletes (gunichar c);

G_END_DECLS
