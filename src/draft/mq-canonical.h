/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-kind.h"
#include "mq-xml.h"

/* The one way in which a draft is written.  Two drafts that say the same have the same bytes, and a difference of lines
 * is readable: elements of structure have a line each, indented by two spaces, and text stays as it is. */

G_BEGIN_DECLS

GString *mq_canonical_draft  (const MqKind *kind, const xmlDoc *doc, guint *n_nodes);
char    *mq_canonical_inline (const xmlNode *first);

G_END_DECLS
