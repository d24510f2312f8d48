/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-table-model.h"

struct _MqTableItem
{
  GObject parent_instance;

  char *path;
};

G_DEFINE_FINAL_TYPE (MqTableItem, mq_table_item, G_TYPE_OBJECT)

static void
mq_table_item_finalize (GObject *object)
{
  g_free (MQ_TABLE_ITEM (object)->path);

  G_OBJECT_CLASS (mq_table_item_parent_class)->finalize (object);
}

static void
mq_table_item_class_init (MqTableItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mq_table_item_finalize;
}

static void
mq_table_item_init (MqTableItem *self)
{
}

const char *
mq_table_item_path (MqTableItem *self)
{
  g_return_val_if_fail (MQ_IS_TABLE_ITEM (self), NULL);

  return self->path;
}

const char *
mq_table_item_id (MqTableItem *self)
{
  g_return_val_if_fail (MQ_IS_TABLE_ITEM (self), NULL);

  return strrchr (self->path, '/') + 1;
}

GListStore *
mq_table_model_new (void)
{
  return g_list_store_new (MQ_TYPE_TABLE_ITEM);
}

/**
 * mq_table_model_find:
 * @id: id of a row
 *
 * Returns: where it stands, or %G_MAXUINT
 */
guint
mq_table_model_find (GListStore *model, const char *id)
{
  guint n;

  g_return_val_if_fail (G_IS_LIST_STORE (model), G_MAXUINT);

  n = g_list_model_get_n_items (G_LIST_MODEL (model));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MqTableItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (g_str_equal (mq_table_item_id (item), id))
        return i;
    }

  return G_MAXUINT;
}

static MqTableItem *
take_item (GHashTable *known, const char *table, const char *id)
{
  MqTableItem *item = g_hash_table_lookup (known, id);

  if (item != NULL)
    return g_object_ref (item);
  item = g_object_new (MQ_TYPE_TABLE_ITEM, NULL);
  item->path = g_strconcat (table, "/", id, NULL);

  return item;
}

/**
 * mq_table_model_sync:
 * @model: a model
 * @draft: (nullable): a draft; %NULL: no rows
 * @table: path of a table
 *
 * Makes @model hold the rows that the table has now.  Only what lies between the first and the last difference is
 * reported as changed.
 *
 * Returns: whether anything changed
 */
gboolean
mq_table_model_sync (GListStore *model, MqDraft *draft, const char *table)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) new = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const char **rows = NULL;
  guint n = 0, n_old, head = 0, tail = 0;

  g_return_val_if_fail (G_IS_LIST_STORE (model), FALSE);
  g_return_val_if_fail (table != NULL, FALSE);

  if (draft != NULL)
    rows = mq_draft_rows (draft, table, &n);
  n_old = g_list_model_get_n_items (G_LIST_MODEL (model));
  for (guint i = 0; i < n_old; i++)
    {
      MqTableItem *item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_ptr_array_add (old, item);
      g_hash_table_insert (known, (char *) mq_table_item_id (item), item);
    }

  while (head < n && head < n_old && g_str_equal (mq_table_item_id (old->pdata[head]), rows[head]))
    head++;
  while (tail < n - head && tail < n_old - head
         && g_str_equal (mq_table_item_id (old->pdata[n_old - 1 - tail]), rows[n - 1 - tail]))
    tail++;
  if (head + tail == n && n == n_old)
    return FALSE;

  for (guint i = head; i < n - tail; i++)
    g_ptr_array_add (new, take_item (known, table, rows[i]));
  g_list_store_splice (model, head, n_old - head - tail, new->pdata, new->len);

  return TRUE;
}
