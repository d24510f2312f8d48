/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow.h"

/* Places in the PDF that something leads to, and what leads there: contents, references in the text,
 * bookmarks.  A destination has a name: that of its element where it is one that Cairo writes safely. */

G_BEGIN_DECLS

typedef struct {
  char *name;                 /* ASCII */
  guint page;
  double y;                   /* points from the top of the page */
} MqDestination;

typedef struct _MqLinks MqLinks;

MqLinks *mq_links_new  (MqFlow *flow);
void     mq_links_free (MqLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqLinks, mq_links_free)

/* NULL: it leads nowhere */
const MqDestination *mq_links_destination (MqLinks *links, const char *target);
/* the destinations of a page, of const MqDestination * */
GPtrArray *mq_links_on_page (MqLinks *links, guint page);

/* Where a contents entry leads, with its rectangle (points); NULL: the piece is none. */
const MqDestination *mq_links_of_entry (MqLinks *links, const MqPiece *piece, cairo_rectangle_t *rectangle);

/* Calls @func for each rectangle of a piece's references in the text. */
typedef void (*MqLinkFunc) (const cairo_rectangle_t *rectangle, const MqDestination *to, gpointer data);
void mq_links_each (MqLinks *links, const MqPiece *piece, MqLinkFunc func, gpointer data);

G_END_DECLS
