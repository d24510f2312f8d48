/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-problem.h"

/* The way back: the draft out of a PDF that was made from it. */

G_BEGIN_DECLS

typedef enum {
  MQ_PDF_INTACT,              /* not a byte was changed since the export */
  MQ_PDF_ALTERED,             /* the file was, by comments or by another program; the draft in it was not */
  MQ_PDF_DRAFT_ALTERED,       /* the draft in it is not the one that was exported */
} MqPdfState;

/* Whether these are the bytes of a PDF at all. */
gboolean mq_pdf_is_pdf (GBytes *bytes);

/* The bytes of the attached draft, which are still to be parsed: they may come from anyone.  NULL: @problem
 * says why; a PDF of another program is told so. */
GBytes *mq_pdf_extract (GBytes *pdf, MqPdfState *state, MqProblem **problem);

G_END_DECLS
