/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow.h"

/* Places in the PDF that have a name, and what leads to them: contents, references in the text, bookmarks.
 *
 * Every part, article and block that is printed is a place, by its id ("cap-1"), and so are every fact and
 * row, by its path ("capital/authorised"): whoever keeps a link to a clause or a field of the PDF finds it
 * there. */

G_BEGIN_DECLS

typedef struct {
  char *name;                 /* ASCII */
  char *title;                /* what the place is called: of the part or article; never NULL */
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

/* Whether a cell has references that lead somewhere. */
gboolean mq_links_any (MqLinks *links, const MqCell *cell);
/* Calls @func for each rectangle of a cell's references, on the lines that a piece shows. */
typedef void (*MqLinkFunc) (const cairo_rectangle_t *rectangle, const MqDestination *to, gpointer data);
void mq_links_each (MqLinks *links, const MqPiece *piece, const MqCell *cell, MqLinkFunc func, gpointer data);

G_END_DECLS
