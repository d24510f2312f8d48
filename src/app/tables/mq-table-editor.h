/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-document.h"

/* The editor of a table: its heading, a way to add a row, its rows, its totals.  Rows are typed cells side by side, or,
 * where the columns are many or hold long texts, cards that open (property `layout`: "cells" or "cards"; unset: chosen
 * by the columns).
 *
 * Rows are added, removed and moved by the actions table.add, table.remove, table.move-up and table.move-down (the last
 * three with a row's id), and by Alt+Up and Alt+Down in a row. */

G_BEGIN_DECLS

#define MQ_TYPE_TABLE_EDITOR (mq_table_editor_get_type ())
G_DECLARE_FINAL_TYPE (MqTableEditor, mq_table_editor, MQ, TABLE_EDITOR, GtkWidget)

GtkWidget *mq_table_editor_new (const char *path);

G_END_DECLS
