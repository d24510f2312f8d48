/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mq-document.h"

/* The rows of a table as a list model.  An item stands for a row of the draft by its id and stays the same object while
 * the row lives, wherever it moves: lists and cells keep their focus. */

G_BEGIN_DECLS

#define MQ_TYPE_TABLE_ITEM (mq_table_item_get_type ())
G_DECLARE_FINAL_TYPE (MqTableItem, mq_table_item, MQ, TABLE_ITEM, GObject)

const char *mq_table_item_path (MqTableItem *self);           /* table/ROW */
const char *mq_table_item_id   (MqTableItem *self);

GListStore *mq_table_model_new  (void);
gboolean    mq_table_model_sync (GListStore *model, MqDraft *draft, const char *table);
guint       mq_table_model_find (GListStore *model, const char *id);    /* G_MAXUINT: none */

G_END_DECLS
