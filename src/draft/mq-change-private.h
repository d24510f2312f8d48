/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-draft-private.h"

/* The inside of a change. */

G_BEGIN_DECLS

struct _MqChange {
  MqChangeType type;
  const char *path;              /* interned; of a row: table/ROW */
  const char *table;             /* interned: of a change of rows */
  char *row;                     /* INSERT: the id that was asked for */
  char *value;                   /* SET */
  int at;                        /* INSERT, MOVE: place among the rows */

  gboolean done;
  MqDraft *draft;                /* once done: to forget what is freed */
  xmlNode *node;                 /* SET: the element; else the row */
  xmlNode *children;             /* SET: the content that is not in the tree */
  gboolean owns_node;            /* the row is not in the tree */
  xmlNode *next;                 /* REMOVE, MOVE: what the row stood before */
};

/* ---- mq-change.c: what they are made of ---- */

void mq_change_exchange (MqDraft *draft, MqChange *change);
void mq_change_take_in  (MqDraft *draft, MqChange *change);
void mq_change_take_out (MqDraft *draft, MqChange *change);
void mq_change_move     (MqDraft *draft, MqChange *change);
int  mq_rows_index      (const xmlNode *row);
void mq_rows_link       (xmlNode *table, xmlNode *row, int at);

G_END_DECLS
