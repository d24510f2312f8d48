/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-document.h"

/* Export to PDF in a worker: it gets the draft as bytes, parses its own and lays it out; the window goes on. */

G_BEGIN_DECLS

void     mq_export_async  (MqDocument *document, GFile *file, GAsyncReadyCallback callback, gpointer data);
gboolean mq_export_finish (MqDocument *document, GAsyncResult *result, MqProblem **problem);

G_END_DECLS
