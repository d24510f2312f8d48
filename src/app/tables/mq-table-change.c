/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-table-change.h"

#include "mq-i18n.h"
#include "mq-language.h"

static void
begin (MqDocument *document, const MqField *table, const char *format)
{
  g_autofree char *label = NULL;

  _Pragma ("GCC diagnostic push")
  _Pragma ("GCC diagnostic ignored \"-Wformat-nonliteral\"")
  label = g_strdup_printf (format, mq_language_label (&table->label, mq_document_house (document), table->iq_by_law));
  _Pragma ("GCC diagnostic pop")
  mq_draft_begin (mq_document_draft (document), label, NULL);
}

static guint
place_of (MqDocument *document, const MqField *table, const char *row, guint *n)
{
  g_autofree const char **rows = mq_draft_rows (mq_document_draft (document), table->path, n);

  for (guint i = 0; i < *n; i++)
    if (g_str_equal (rows[i], row))
      return i;

  return G_MAXUINT;
}

/* The values of a row that are not computed and need not be the only one of their kind. */
static void
copy_cells (MqDraft *draft, const MqField *table, const char *from, const char *to)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const MqField *column = table->columns[i];
      g_autofree char *source = g_strconcat (table->path, "/", from, "/", column->name, NULL);
      g_autofree char *target = g_strconcat (to, "/", column->name, NULL);
      g_autofree char *value = g_strdup (mq_draft_value (draft, source));

      if (column->formula == NULL && !column->unique && value != NULL)
        mq_draft_set (draft, target, value, NULL);
    }
}

/**
 * mq_table_add_row:
 * @document: a document
 * @table: one of its tables
 * @like: (nullable): id of a row to copy; the new one stands after it; %NULL: an empty row at the end
 *
 * Returns: (transfer full) (nullable): the id of the new row
 */
char *
mq_table_add_row (MqDocument *document, const MqField *table, const char *like)
{
  MqDraft *draft;
  MqChange *change;
  g_autofree char *path = NULL;
  guint n, place;
  gboolean done;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  draft = mq_document_draft (document);
  place = like != NULL ? place_of (document, table, like, &n) : G_MAXUINT;
  /* Translators: what undo will take back; the name of a table */
  begin (document, table, like != NULL ? _("Duplicate Row in “%s”") : _("Add Row to “%s”"));
  change = mq_change_insert_row (table->path, NULL, place != G_MAXUINT ? (int) place + 1 : -1);
  path = g_strdup (mq_change_path (change));
  done = mq_draft_apply (draft, change, NULL);
  if (done && like != NULL)
    copy_cells (draft, table, like, path);
  mq_draft_end (draft);

  return done ? g_strdup (strrchr (path, '/') + 1) : NULL;
}

gboolean
mq_table_remove_row (MqDocument *document, const MqField *table, const char *row)
{
  g_autofree char *path = NULL;
  gboolean done;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (table != NULL && row != NULL, FALSE);

  path = g_strconcat (table->path, "/", row, NULL);
  begin (document, table, _("Delete Row of “%s”"));
  done = mq_draft_apply (mq_document_draft (document), mq_change_remove_row (path), NULL);
  mq_draft_end (mq_document_draft (document));

  return done;
}

/**
 * mq_table_move_row:
 * @by: places down; negative: up
 *
 * Returns: whether it moved
 */
gboolean
mq_table_move_row (MqDocument *document, const MqField *table, const char *row, int by)
{
  g_autofree char *path = NULL;
  guint n, place;
  gboolean done;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (table != NULL && row != NULL, FALSE);

  place = place_of (document, table, row, &n);
  if (place == G_MAXUINT || (int) place + by < 0 || (int) place + by >= (int) n)
    return FALSE;

  path = g_strconcat (table->path, "/", row, NULL);
  begin (document, table, _("Move Row in “%s”"));
  done = mq_draft_apply (mq_document_draft (document), mq_change_move_row (path, (int) place + by), NULL);
  mq_draft_end (mq_document_draft (document));

  return done;
}
