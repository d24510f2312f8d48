/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-copy.h"
#include "mq-document.h"

/* Export to PDF in a worker: it gets the draft as bytes, parses its own and lays it out; the window goes on.  Who
 * wants to know how far it is asks; nothing is sent to the main loop but the end. */

G_BEGIN_DECLS

#define MQ_TYPE_EXPORT (mq_export_get_type ())
G_DECLARE_FINAL_TYPE (MqExport, mq_export, MQ, EXPORT, GObject)

MqExport *mq_export_new    (MqDocument *document, GFile *file, MqCopy copy);
GFile    *mq_export_file   (MqExport *self);
guint     mq_export_page   (MqExport *self, guint *n_pages);
void      mq_export_cancel (MqExport *self);
void      mq_export_run    (MqExport *self, GAsyncReadyCallback callback, gpointer data);
gboolean  mq_export_finish (MqExport *self, GAsyncResult *result, MqProblem **problem);

G_END_DECLS
