/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-attachment.h"
#include "mq-metadata.h"
#include "mq-pdf-drawing.h"
#include "mq-problem.h"

/* Cairo's file becomes the document.
 *
 * Cairo draws pages, marks content with tags, and writes links, bookmarks and names.  It cannot write the
 * text as the readers need it, nor most of what an archive and a screen reader ask for.  All that is added
 * here.
 *
 * This is no PDF library.  It reads only what Cairo writes: one table of places, and objects one after
 * another; their dictionaries are changed as text, their numbers stay.  Whatever is not as expected ends in a
 * problem, never in a guess: the file without its text is worth nothing. */

G_BEGIN_DECLS

/* @labels: (element-type utf8) what each page is called, as printed on it.  NULL: @problem says why. */
GBytes *mq_finish (const MqPdfDrawing *drawing, const MqMetadata *metadata, const MqAttachment *draft,
                   const GPtrArray *labels, MqProblem **problem);

/* Whether @file is one that mq_finish() made and nobody has changed a byte of. */
gboolean mq_finish_is_intact (GBytes *file);

G_END_DECLS
