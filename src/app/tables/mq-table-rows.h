/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-table-model.h"

/* The rows of a table editor: two ways of showing the same model.  A view has a document and a table (a field); the
 * editor tells it to refresh, and asks it to move the focus. */

G_BEGIN_DECLS

#define MQ_TYPE_TABLE_ROWS (mq_table_rows_get_type ())
G_DECLARE_INTERFACE (MqTableRows, mq_table_rows, MQ, TABLE_ROWS, GtkWidget)

struct _MqTableRowsInterface
{
  GTypeInterface parent_iface;

  void     (*refresh) (MqTableRows *self);
  gboolean (*go_to)   (MqTableRows *self, const char *row, const char *column);
};

void     mq_table_rows_refresh (MqTableRows *self);
gboolean mq_table_rows_go_to   (MqTableRows *self, const char *row, const char *column);

#define MQ_TYPE_TABLE_CELLS (mq_table_cells_get_type ())
G_DECLARE_FINAL_TYPE (MqTableCells, mq_table_cells, MQ, TABLE_CELLS, AdwBin)
#define MQ_TYPE_TABLE_CARDS (mq_table_cards_get_type ())
G_DECLARE_FINAL_TYPE (MqTableCards, mq_table_cards, MQ, TABLE_CARDS, AdwBin)

GtkWidget *mq_table_cells_new (MqDocument *document, const MqField *table, GListStore *model);
GtkWidget *mq_table_cards_new (MqDocument *document, const MqField *table, GListStore *model);

/* what both need */
gboolean    mq_table_shows_column (const MqField *column);
int         mq_table_column_width (const MqField *column);     /* pixels that it needs at least */
gboolean    mq_table_wants_cards  (const MqField *table);
gboolean    mq_table_row_is_fixed (const MqField *table, const char *id);
GMenuModel *mq_table_row_menu     (const MqField *table, const char *id);

G_END_DECLS
