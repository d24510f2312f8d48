/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-copy.h"
#include "mq-pdf-draw.h"

/* Pages → PDF: one file that is read by people, searched and copied from by programs (tagged PDF/UA-1), kept
 * by archives (PDF/A-3a), and opened again as the draft that it was made from, which is attached. */

G_BEGIN_DECLS

/* The whole document, as bytes: the same copy of the same draft has the same bytes.  NULL: @problem says why;
 * without a problem, @progress stopped it. */
GBytes *mq_pdf_export (MqFlow *flow, MqCopy copy, MqPdfProgress progress, gpointer data, MqProblem **problem);

G_END_DECLS
