/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow.h"

/* Pages → PDF: drawn with Cairo; metadata, bookmarks, a linked table of contents. */

G_BEGIN_DECLS

/* The whole document, as bytes: the same draft gives the same bytes.  NULL: @problem says why. */
GBytes *mq_pdf_export (MqFlow *flow, MqProblem **problem);

G_END_DECLS
