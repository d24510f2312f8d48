/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-table-rows.h"

#include "mq-table-card.h"

/* A card takes a moment to open: the focus goes in, and the page scrolls there, when it has its size. */
#define OPENING_MS 300
#define SOON_MS 60

struct _MqTableCards
{
  AdwBin parent_instance;

  MqDocument *document;
  const MqField *table;
  GListStore *model;
  GtkListBox *list;
  char *wanted_row, *wanted_column;
  guint focus_idle;
};

static void rows_init (MqTableRowsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MqTableCards, mq_table_cards, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MQ_TYPE_TABLE_ROWS, rows_init))

static GtkWidget *
create_card (gpointer item, gpointer data)
{
  MqTableCards *self = data;

  return mq_table_card_new (self->document, self->table, item);
}

static void
mq_table_cards_refresh (MqTableRows *rows)
{
  MqTableCards *self = MQ_TABLE_CARDS (rows);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    mq_table_card_refresh (MQ_TABLE_CARD (row));
}

/* The rows of a card that has just opened take the focus once they are mapped. */
static gboolean
on_focus_idle_cb (gpointer data)
{
  MqTableCards *self = data;
  guint position = mq_table_model_find (self->model, self->wanted_row);
  GtkListBoxRow *row = position != G_MAXUINT ? gtk_list_box_get_row_at_index (self->list, (int) position) : NULL;

  self->focus_idle = 0;
  if (row != NULL)
    mq_table_card_go_to (MQ_TABLE_CARD (row), self->wanted_column);
  g_clear_pointer (&self->wanted_row, g_free);
  g_clear_pointer (&self->wanted_column, g_free);

  return G_SOURCE_REMOVE;
}

static gboolean
mq_table_cards_go_to (MqTableRows *rows, const char *row, const char *column)
{
  MqTableCards *self = MQ_TABLE_CARDS (rows);
  guint position = mq_table_model_find (self->model, row);
  AdwExpanderRow *card;
  gboolean opening;

  if (position == G_MAXUINT)
    return FALSE;

  card = ADW_EXPANDER_ROW (gtk_list_box_get_row_at_index (self->list, (int) position));
  opening = !adw_expander_row_get_expanded (card);
  adw_expander_row_set_expanded (card, TRUE);
  g_free (self->wanted_row);
  g_free (self->wanted_column);
  self->wanted_row = g_strdup (row);
  self->wanted_column = g_strdup (column);
  if (self->focus_idle == 0)
    self->focus_idle = g_timeout_add (opening ? OPENING_MS : SOON_MS, on_focus_idle_cb, self);

  return TRUE;
}

static void
rows_init (MqTableRowsInterface *iface)
{
  iface->refresh = mq_table_cards_refresh;
  iface->go_to = mq_table_cards_go_to;
}

static void
mq_table_cards_dispose (GObject *object)
{
  MqTableCards *self = MQ_TABLE_CARDS (object);

  g_clear_handle_id (&self->focus_idle, g_source_remove);
  g_clear_pointer (&self->wanted_row, g_free);
  g_clear_pointer (&self->wanted_column, g_free);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->model);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mq_table_cards_parent_class)->dispose (object);
}

static void
mq_table_cards_class_init (MqTableCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mq_table_cards_dispose;
}

static void
mq_table_cards_init (MqTableCards *self)
{
}

GtkWidget *
mq_table_cards_new (MqDocument *document, const MqField *table, GListStore *model)
{
  MqTableCards *self;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (table != NULL && G_IS_LIST_STORE (model), NULL);

  self = g_object_new (MQ_TYPE_TABLE_CARDS, NULL);
  self->document = g_object_ref (document);
  self->table = table;
  self->model = g_object_ref (model);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (model), create_card, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));

  return GTK_WIDGET (self);
}
