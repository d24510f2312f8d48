/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-table-rows.h"

#include "mq-i18n.h"

/* Columns that need more than this together, in pixels, are shown as cards. */
#define ROOM_FOR_CELLS 1010

G_DEFINE_INTERFACE (MqTableRows, mq_table_rows, GTK_TYPE_WIDGET)

static void
mq_table_rows_default_init (MqTableRowsInterface *iface)
{
}

void
mq_table_rows_refresh (MqTableRows *self)
{
  g_return_if_fail (MQ_IS_TABLE_ROWS (self));

  MQ_TABLE_ROWS_GET_IFACE (self)->refresh (self);
}

/**
 * mq_table_rows_go_to:
 * @row: id of a row
 * @column: (nullable): name of a column; %NULL: the first that can be edited
 *
 * Returns: whether the row is here; the focus may follow a little later, when the row has come into sight
 */
gboolean
mq_table_rows_go_to (MqTableRows *self, const char *row, const char *column)
{
  g_return_val_if_fail (MQ_IS_TABLE_ROWS (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  return MQ_TABLE_ROWS_GET_IFACE (self)->go_to (self, row, column);
}

/**
 * mq_table_shows_column:
 *
 * Returns: whether a column is shown: all are, but space on paper, and what is computed for the program only
 */
gboolean
mq_table_shows_column (const MqField *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  return column->type != MQ_TYPE_SIGN_SPACE && (column->formula == NULL || column->printed);
}

int
mq_table_column_width (const MqField *column)
{
  g_return_val_if_fail (column != NULL, 0);

  switch (column->type)
    {
    case MQ_TYPE_INT:
      return column->digits_only ? 44 : 96;
    case MQ_TYPE_PERCENT:
      return 84;
    case MQ_TYPE_BOOL:
      return 84;
    case MQ_TYPE_DECIMAL:
      return 110;
    case MQ_TYPE_MONEY:
      return 150;
    case MQ_TYPE_DATE:
      return 170;
    case MQ_TYPE_CHOICE:
    case MQ_TYPE_MONTH_DAY:
      return column->formula != NULL ? 90 : 140;
    case MQ_TYPE_TEXT:
    case MQ_TYPE_ROW_OF:
    case MQ_TYPE_ATTACHMENT:
      return 190;
    case MQ_TYPE_PARA:
    case MQ_TYPE_PARAS:
    case MQ_TYPE_LIST:
    case MQ_TYPE_INLINE:
    case MQ_TYPE_SIGN_SPACE:
    case MQ_TYPE_TABLE:
    default:
      return 260;
    }
}

/**
 * mq_table_wants_cards:
 *
 * Returns: whether the columns are too many, or their texts too long, to stand side by side
 */
gboolean
mq_table_wants_cards (const MqField *table)
{
  int width = 0;

  g_return_val_if_fail (table != NULL, FALSE);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const MqField *column = table->columns[i];

      if (!mq_table_shows_column (column))
        continue;
      if (column->type == MQ_TYPE_PARA || column->type == MQ_TYPE_PARAS || column->type == MQ_TYPE_LIST
          || column->type == MQ_TYPE_INLINE)
        return TRUE;
      width += mq_table_column_width (column);
    }

  return width > ROOM_FOR_CELLS;
}

/**
 * mq_table_row_is_fixed:
 *
 * Returns: whether the row belongs to the table as it is, and can be neither removed nor moved
 */
gboolean
mq_table_row_is_fixed (const MqField *table, const char *id)
{
  g_return_val_if_fail (table != NULL && id != NULL, FALSE);

  if (table->rows_for != NULL || table->formula != NULL)
    return TRUE;
  for (guint i = 0; table->fixed && i < table->n_rows; i++)
    if (g_str_equal (table->rows[i].id, id))
      return TRUE;

  return FALSE;
}

static void
append (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/**
 * mq_table_row_menu:
 *
 * Returns: (transfer full): what can be done with a row
 */
GMenuModel *
mq_table_row_menu (const MqField *table, const char *id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  append (menu, _("Move Up"), "table.move-up", id);
  append (menu, _("Move Down"), "table.move-down", id);
  append (menu, _("Duplicate Row"), "table.duplicate", id);
  append (last, _("Delete Row"), "table.remove", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (menu);
}
