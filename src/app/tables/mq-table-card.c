/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-table-card.h"

#include "mq-bound.h"
#include "mq-check.h"
#include "mq-field-row.h"
#include "mq-i18n.h"
#include "mq-row-state.h"
#include "mq-table-rows.h"

/* how many values the summary of a closed card names */
#define SUMMARY 3

struct _MqTableCard
{
  AdwExpanderRow parent_instance;

  MqDocument *document;
  const MqField *table;
  char *path;
  GPtrArray *rows;              /* MqFieldRow, made when the card is first opened */
  GtkWidget *missing;
};

G_DEFINE_FINAL_TYPE (MqTableCard, mq_table_card, ADW_TYPE_EXPANDER_ROW)

/* The choices, figures and dates of the row, as far as there is room: what tells it from its neighbours. */
static char *
summary_of (MqTableCard *self)
{
  MqDraft *draft = mq_document_draft (self->document);
  GString *summary = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->table->n_columns && n < SUMMARY; i++)
    {
      const MqField *column = self->table->columns[i];
      g_autofree char *path = g_strconcat (self->path, "/", column->name, NULL);
      const char *value = mq_draft_value (draft, path);
      g_autofree char *text = NULL;

      if (value == NULL || !mq_table_shows_column (column) || column->digits_only)
        continue;
      if (column->type != MQ_TYPE_CHOICE && column->type != MQ_TYPE_MONEY && column->type != MQ_TYPE_DATE
          && column->type != MQ_TYPE_PERCENT && (column->type != MQ_TYPE_ROW_OF || i == 0))
        continue;
      text = mq_row_text (draft, mq_document_house (self->document), column, value);
      g_string_append_printf (summary, "%s\u2068%s%s\u2069", n > 0 ? " · " : "", text,
                              column->type == MQ_TYPE_PERCENT ? "٪" : "");
      n++;
    }

  return g_string_free (summary, FALSE);
}

static gboolean
misses_something (MqTableCard *self)
{
  MqDraft *draft = mq_document_draft (self->document);

  for (guint i = 0; i < self->table->n_columns; i++)
    {
      g_autofree char *path = g_strconcat (self->path, "/", self->table->columns[i]->name, NULL);

      if (self->table->columns[i]->formula == NULL && mq_draft_value (draft, path) == NULL
          && mq_check_needed (draft, path) && !mq_check_read_only (draft, path))
        return TRUE;
    }

  return FALSE;
}

static void
make_rows (MqTableCard *self)
{
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      g_autofree char *path = NULL;
      GtkWidget *row;

      if (!mq_table_shows_column (self->table->columns[i]))
        continue;
      path = g_strconcat (self->path, "/", self->table->columns[i]->name, NULL);
      row = mq_field_row_new (path);
      mq_bound_bind (MQ_BOUND (row), self->document);
      g_ptr_array_add (self->rows, row);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
}

static void
on_expanded_cb (MqTableCard *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  if (self->rows == NULL)
    make_rows (self);
  else
    mq_table_card_refresh (self);
}

static void
mq_table_card_dispose (GObject *object)
{
  MqTableCard *self = MQ_TABLE_CARD (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mq_table_card_parent_class)->dispose (object);
}

static void
mq_table_card_class_init (MqTableCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mq_table_card_dispose;
}

static void
mq_table_card_init (MqTableCard *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
}

GtkWidget *
mq_table_card_new (MqDocument *document, const MqField *table, MqTableItem *item)
{
  MqTableCard *self;
  const char *id;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (table != NULL && MQ_IS_TABLE_ITEM (item), NULL);

  self = g_object_new (MQ_TYPE_TABLE_CARD, NULL);
  self->document = g_object_ref (document);
  self->table = table;
  self->path = g_strdup (mq_table_item_path (item));
  id = mq_table_item_id (item);

  self->missing = gtk_label_new ("•");
  gtk_widget_add_css_class (self->missing, "missing");
  gtk_widget_set_tooltip_text (self->missing, _("Incomplete"));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->missing);

  if (!mq_table_row_is_fixed (table, id))
    {
      g_autoptr (GMenuModel) menu = mq_table_row_menu (table, id);
      GtkWidget *button = gtk_menu_button_new ();

      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Row Actions"), -1);
      adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
    }
  mq_table_card_refresh (self);

  return GTK_WIDGET (self);
}

void
mq_table_card_refresh (MqTableCard *self)
{
  g_autofree char *title = NULL, *summary = NULL;

  g_return_if_fail (MQ_IS_TABLE_CARD (self));

  title = mq_row_title (mq_document_draft (self->document), mq_document_house (self->document), self->path, NULL);
  summary = summary_of (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
  gtk_widget_set_visible (self->missing, misses_something (self));

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) && self->rows != NULL)
    for (guint i = 0; i < self->rows->len; i++)
      mq_bound_refresh (self->rows->pdata[i]);
}

/**
 * mq_table_card_go_to:
 * @column: (nullable): name of a column; %NULL: the first that can be edited
 *
 * Moves the focus into the card, which is open.
 */
void
mq_table_card_go_to (MqTableCard *self, const char *column)
{
  g_return_if_fail (MQ_IS_TABLE_CARD (self));

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const char *path = mq_bound_path (self->rows->pdata[i]);
      const MqField *field = mq_kind_field (mq_document_kind (self->document), path);

      if (column != NULL ? g_str_has_suffix (path, column) && path[strlen (path) - strlen (column) - 1] == '/'
                         : field->formula == NULL && gtk_widget_get_visible (self->rows->pdata[i]))
        {
          mq_bound_go_to (self->rows->pdata[i], path);
          return;
        }
    }
}
