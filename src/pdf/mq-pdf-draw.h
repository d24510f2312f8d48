/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-copy.h"
#include "mq-pdf-drawing.h"

/* Draws the pages of a document for the finisher. */

G_BEGIN_DECLS

/* Told before each page of both halves; FALSE stops. */
typedef gboolean (*MqPdfProgress) (guint page, guint n_pages, gpointer data);

/* @foot: the last line of every page, of mq_copy_foot().  NULL: @problem says why, or @progress has stopped it. */
MqPdfDrawing *mq_pdf_draw (MqFlow *flow, MqCopy copy, const char *foot, MqPdfProgress progress, gpointer data,
                           MqProblem **problem);

G_END_DECLS
