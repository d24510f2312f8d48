/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-document.h"

/* Rows come, go and move: each a step that undo takes back, named by what was done. */

G_BEGIN_DECLS

char    *mq_table_add_row    (MqDocument *document, const MqField *table, const char *like);
gboolean mq_table_remove_row (MqDocument *document, const MqField *table, const char *row);
gboolean mq_table_move_row   (MqDocument *document, const MqField *table, const char *row, int by);

G_END_DECLS
