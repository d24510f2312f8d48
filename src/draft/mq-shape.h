/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-kind.h"
#include "mq-xml.h"

/* How the elements of a draft are laid out in a file: which are structure, where white space means nothing and each
 * child has a line of its own, and which are text, where every space is content.
 *
 * It follows from where an element stands, since facts may have any name.  A walk starts with mq_shape_root() and asks
 * mq_shape_child() for each step down. */

G_BEGIN_DECLS

typedef enum {
  MQ_SHAPE_TEXT,      /* as it is: a value, a paragraph, what is not ours */
  MQ_SHAPE_LINE,      /* elements one after the other in one line */
  MQ_SHAPE_LIST,      /* from here on: a child a line */
  MQ_SHAPE_ROOT,
  MQ_SHAPE_FACTS,
  MQ_SHAPE_GROUP,
  MQ_SHAPE_TABLE,
  MQ_SHAPE_ROW,
  MQ_SHAPE_WORDING,
  MQ_SHAPE_PHRASES,
  MQ_SHAPE_BODY,
} MqShapeType;

/**
 * MqShape:
 * @type: how the children are laid out
 * @group: (nullable): the group, of a group
 * @field: (nullable): the fact or column, of a fact, a cell and the rows of a table
 */
typedef struct {
  MqShapeType type;
  const MqGroup *group;
  const MqField *field;
} MqShape;

MqShape mq_shape_root  (void);
MqShape mq_shape_child (const MqKind *kind, const MqShape *parent, const xmlNode *child);
void    mq_shape_strip (const MqKind *kind, xmlNode *root);

G_END_DECLS
