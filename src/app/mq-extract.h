/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-document.h"

/* An exported PDF is opened as the draft in it, in a worker: such a file may be large. */

G_BEGIN_DECLS

gboolean    mq_extract_is_pdf (GFile *file);
void        mq_extract_async  (GFile *file, GAsyncReadyCallback callback, gpointer data);
MqDocument *mq_extract_finish (GFile *file, GAsyncResult *result, MqProblem **problem);

G_END_DECLS
