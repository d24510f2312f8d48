/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow-unit.h"

/* The table of contents, and the outline that it and the bookmarks are made from. */

G_BEGIN_DECLS

/* The title of a part or an article: label and heading.  @reads as of the maker. */
void mq_outline_title (MqMaker *maker, const MqNode *node, const char *between, MqRich *out);
/* Appends the list of contents, and keeps the outline in @maker. */
void mq_make_contents (MqMaker *maker);
/* The page number of an entry, from 1, as its cell has it; TRUE: it changed, and the block must be laid
 * out. */
gboolean mq_contents_set_number (MqMaker *maker, MqBlock *entry, guint number);

G_END_DECLS
