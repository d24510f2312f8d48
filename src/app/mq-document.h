/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mq-flow.h"
#include "mq-house.h"
#include "mq-pdf-extract.h"

/* An open draft: the draft itself, the file it came from, its pages, and whether it holds changes that no file has.
 * What a window and all its rows share.
 *
 * signal "changed" (const MqChanges *): after each step; the pages are laid out by then
 * signal "focused" (const char *path): the user is in the field of @path
 * property "modified", "name": change with notification */

G_BEGIN_DECLS

#define MQ_TYPE_DOCUMENT (mq_document_get_type ())
G_DECLARE_FINAL_TYPE (MqDocument, mq_document, MQ, DOCUMENT, GObject)

MqDocument    *mq_document_new      (const char *kind, MqProblem **problem);
MqDocument    *mq_document_open     (GFile *file, MqProblem **problem);
MqDocument    *mq_document_new_extracted (MqDraft *draft, const char *pdf, MqPdfState state);
gboolean       mq_document_changed_on_disk (MqDocument *self);
gboolean       mq_document_save     (MqDocument *self, GFile *file, MqProblem **problem);

MqDraft       *mq_document_draft    (MqDocument *self);
MqFlow        *mq_document_flow     (MqDocument *self);
const MqHouse *mq_document_house    (MqDocument *self);
const MqKind  *mq_document_kind     (MqDocument *self);
GFile         *mq_document_file     (MqDocument *self);
const char    *mq_document_name     (MqDocument *self);
const char    *mq_document_origin   (MqDocument *self, MqPdfState *state);
gboolean       mq_document_modified (MqDocument *self);
gint64         mq_document_modified_since (MqDocument *self);

/* what the forms do */
gboolean       mq_document_set      (MqDocument *self, const char *path, const char *value, const char *burst,
                                     MqProblem **problem);
void           mq_document_focus    (MqDocument *self, const char *path);

G_END_DECLS
