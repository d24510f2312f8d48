/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

/* The items of a paragraph that runs from right to left: stretches of one direction, script and font, as
 * Pango finds them.  Most paragraphs of a document are Arabic letters, digits and signs, of which the items
 * can be told without asking Pango, at a tenth of the cost (mq-items.c).
 *
 * A finder belongs to the thread that made it. */

G_BEGIN_DECLS

typedef struct {
  guint offset, length;       /* bytes, in the paragraph */
  const PangoAnalysis *analysis;
} MqItem;

typedef struct _MqItems MqItems;

MqItems *mq_items_new  (PangoContext *context);
void     mq_items_free (MqItems *items);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqItems, mq_items_free)

const GArray *mq_items_find    (MqItems *items, const char *text, guint length, PangoAttrList *attributes);
guint         mq_items_n_asked (MqItems *items);

G_END_DECLS
