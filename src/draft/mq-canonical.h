/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-kind.h"
#include "mq-xml.h"

/* The one way in which a draft is written.  Two drafts that say the same have the same bytes, and a difference of lines
 * is readable: elements of structure have a line each, indented by two spaces, and text stays as it is. */

G_BEGIN_DECLS

/* How much was written, in the measures of mq-limits.h. */
typedef struct {
  guint nodes;            /* MQ_LIMIT_NODES */
  guint64 width;          /* MQ_LIMIT_WIDTH */
} MqWritten;

GString *mq_canonical_draft  (const MqKind *kind, const xmlDoc *doc, MqWritten *written);
char    *mq_canonical_inline (const xmlNode *first);

G_END_DECLS
