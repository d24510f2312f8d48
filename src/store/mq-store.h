/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-draft.h"

/* Drafts on disk.  Loading trusts nothing and leaves the file alone; saving is atomic and durable: at every moment the
 * file is the old draft or the new one, whole. */

G_BEGIN_DECLS

/* Opens @path: size checked from stat before anything is read.  NULL: @problem names file, line and reason. */
MqDraft *mq_store_load (const char *path, MqProblem **problem);
/* Writes the canonical form.  Permissions are kept; a symbolic link is followed. */
gboolean mq_store_save (MqDraft *draft, const char *path, MqProblem **problem);
/* The same for bytes that are already made (PDF, text). */
gboolean mq_store_write (const char *path, const void *data, gsize length, MqProblem **problem);
/* The bytes of a file of another format, of no more than @most_mib MiB. */
GBytes *mq_store_read (const char *path, guint most_mib, MqProblem **problem);

/* What tells this content of a file from a later one without reading it: time and size.  NULL: there is no such file. */
char *mq_store_stamp (const char *path);

G_END_DECLS
