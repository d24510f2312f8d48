/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-table-model.h"

/* A row of a table as a card: what it is called, a summary, and, opened, a row of a form for each of its columns. */

G_BEGIN_DECLS

#define MQ_TYPE_TABLE_CARD (mq_table_card_get_type ())
G_DECLARE_FINAL_TYPE (MqTableCard, mq_table_card, MQ, TABLE_CARD, AdwExpanderRow)

GtkWidget *mq_table_card_new     (MqDocument *document, const MqField *table, MqTableItem *item);
void       mq_table_card_refresh (MqTableCard *self);
void       mq_table_card_go_to   (MqTableCard *self, const char *column);

G_END_DECLS
