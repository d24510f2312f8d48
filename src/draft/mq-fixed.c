/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-fixed.h"

/**
 * mq_fixed_row:
 * @table: (nullable): a table
 * @row: (nullable): the id of a row
 *
 * Returns: (transfer none) (nullable): what the kind says of that row, if @table is fixed and it is one of
 *   its own
 */
const MqModelRow *
mq_fixed_row (const MqField *table, const char *row)
{
  if (table == NULL || row == NULL || !table->fixed)
    return NULL;
  for (guint i = 0; i < table->n_rows; i++)
    if (g_str_equal (table->rows[i].id, row))
      return &table->rows[i];
  return NULL;
}

/**
 * mq_fixed_cell:
 * @column: a field; only a column can be fixed
 * @row: (nullable): the id of a row of its table
 *
 * Returns: whether the kind gives the cell, or computes it by the formula of its row (amounts of money
 *   without a formula of their own)
 */
gboolean
mq_fixed_cell (const MqField *column, const char *row)
{
  const MqModelRow *fixed = mq_fixed_row (column->table, row);

  if (fixed == NULL)
    return FALSE;
  if (fixed->formula != NULL && column->type == MQ_TYPE_MONEY && column->formula == NULL)
    return TRUE;
  for (guint i = 0; i < fixed->n_cells; i++)
    if (g_str_equal (fixed->columns[i], column->name))
      return TRUE;
  return FALSE;
}
