/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-pdf-tags.h"

/* The inside of the structure: mq-pdf-tags.c decides what a piece belongs to, mq-pdf-elements.c draws it in its
 * elements. */

G_BEGIN_DECLS

/* What a block belongs to beside its article. */
typedef enum {
  GROUP_NONE,
  GROUP_TABLE,
  GROUP_ITEMS,                /* a list; items of items are a list in one of them */
  GROUP_FIELDS,               /* labels and values */
  GROUP_CONTENTS,
  GROUP_SIGNATURES,
} Group;

struct _MqPdfTags {
  MqPdfPen *pen;
  GPtrArray *open;            /* const char *: names of the elements that are open */
  const char *part, *section; /* interned: ids; title page and contents have names of their own */
  Group group;
  guint table;
  gboolean in_head;           /* of the table */
  guint group_depth;          /* how many elements are open inside of which the group's members begin */
  guint inner_depth;          /* the same for the inner list or the articles' contents; 0: it is not open */
  guint heading;              /* level of the last heading: none is skipped */
};

/* ---- mq-pdf-tags.c ---- */

MqPdfTag *mq_tags_begin    (MqPdfTags *tags, const char *name);
void      mq_tags_end      (MqPdfTags *tags);
void      mq_tags_close_to (MqPdfTags *tags, guint depth);

/* ---- mq-pdf-elements.c ---- */

void mq_tags_heading   (MqPdfTags *tags, const MqPiece *piece, guint level);
void mq_tags_para      (MqPdfTags *tags, const MqPiece *piece);
void mq_tags_note      (MqPdfTags *tags, const MqPiece *piece);
void mq_tags_row       (MqPdfTags *tags, const MqPiece *piece);
void mq_tags_item      (MqPdfTags *tags, const MqPiece *piece);
void mq_tags_fields    (MqPdfTags *tags, const MqPiece *piece);
void mq_tags_signature (MqPdfTags *tags, const MqPiece *piece);
void mq_tags_entry     (MqPdfTags *tags, const MqPiece *piece);
void mq_tags_figure    (MqPdfTags *tags, const MqPiece *piece);

G_END_DECLS
