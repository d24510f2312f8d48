/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-table-rows.h"

#include "mq-editor.h"
#include "mq-i18n.h"
#include "mq-language.h"

/* More rows than these are scrolled. */
#define ROWS_SHOWN 12
/* pixels, until there is a row to measure */
#define ROW_HEIGHT 38

struct _MqTableCells
{
  AdwBin parent_instance;

  MqDocument *document;
  const MqField *table;
  GListStore *model;
  GtkColumnView *view;
  GtkScrolledWindow *scroller;
  guint fit_idle;
  GPtrArray *live;              /* MqEditor: the cells that are bound now */
  char *wanted;                 /* path of the cell that is to have the focus, once it is bound */
  guint focus_idle;
};

static void rows_init (MqTableRowsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MqTableCells, mq_table_cells, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MQ_TYPE_TABLE_ROWS, rows_init))

/* ---- cells ---- */

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MqTableCells *self)
{
  const MqField *column = g_object_get_data (G_OBJECT (factory), "column");
  MqEditor *editor = mq_editor_new (column, TRUE);

  gtk_widget_set_size_request (GTK_WIDGET (editor), mq_table_column_width (column) - 8, -1);
  gtk_list_item_set_child (item, GTK_WIDGET (editor));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MqTableCells *self)
{
  const MqField *column = g_object_get_data (G_OBJECT (factory), "column");
  MqEditor *editor = MQ_EDITOR (gtk_list_item_get_child (item));
  g_autofree char *path = g_strconcat (mq_table_item_path (gtk_list_item_get_item (item)), "/", column->name, NULL);

  mq_editor_bind (editor, self->document, path);
  g_ptr_array_add (self->live, editor);
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MqTableCells *self)
{
  MqEditor *editor = MQ_EDITOR (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->live, editor);
  mq_editor_bind (editor, NULL, NULL);
}

static void
on_menu_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MqTableCells *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, button);
}

static void
on_menu_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MqTableCells *self)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  const char *id = mq_table_item_id (gtk_list_item_get_item (item));
  g_autofree char *number = mq_language_number (gtk_list_item_get_position (item) + 1);
  /* Translators: the number of a row in a table */
  g_autofree char *name = g_strdup_printf (_("Actions for row %s"), number);

  gtk_widget_set_visible (button, !mq_table_row_is_fixed (self->table, id));
  if (!mq_table_row_is_fixed (self->table, id))
    {
      g_autoptr (GMenuModel) menu = mq_table_row_menu (self->table, id);

      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* ---- size ---- */

static GtkWidget *
list_of (MqTableCells *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;

  return NULL;
}

/* A column view does not know how high its rows are before it shows some, so it would show none: room for them is made
 * from the first row that there is. */
static void
fit_height (MqTableCells *self)
{
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ROWS_SHOWN);
  GtkWidget *list = list_of (self), *head = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL;
  int row_height = ROW_HEIGHT, head_height = ROW_HEIGHT, height;

  if (row != NULL)
    gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, &row_height, NULL, NULL);
  gtk_widget_measure (head, GTK_ORIENTATION_VERTICAL, -1, NULL, &head_height, NULL, NULL);
  height = (int) n * MAX (row_height, ROW_HEIGHT) + head_height + 2;
  if (gtk_scrolled_window_get_min_content_height (self->scroller) != height)
    {
      gtk_scrolled_window_set_max_content_height (self->scroller, -1);
      gtk_scrolled_window_set_min_content_height (self->scroller, height);
      gtk_scrolled_window_set_max_content_height (self->scroller, height);
    }
}

/* From right to left, a table that is wider than its place opens at its end in GTK 4.8, and at its start later on. */
static void
show_start (MqTableCells *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  GtkWidget *head = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->view)));
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;

  if (end <= 0 || head == NULL || !gtk_widget_compute_bounds (head, GTK_WIDGET (self->scroller), &bounds))
    return;
  if (bounds.origin.x + bounds.size.width > gtk_widget_get_width (GTK_WIDGET (self->scroller)) + 1
      || bounds.origin.x < -1)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) < end / 2 ? end : 0);
}

static gboolean
on_fit_idle_cb (gpointer data)
{
  MqTableCells *self = data;

  self->fit_idle = 0;
  fit_height (self);
  show_start (self);

  return G_SOURCE_REMOVE;
}

static void
fit_later (MqTableCells *self)
{
  if (self->fit_idle == 0)
    self->fit_idle = g_idle_add (on_fit_idle_cb, self);
}

/* ---- focus ---- */

static gboolean
on_focus_idle_cb (gpointer data)
{
  MqTableCells *self = data;

  self->focus_idle = 0;
  for (guint i = 0; i < self->live->len && self->wanted != NULL; i++)
    if (g_strcmp0 (mq_editor_path (self->live->pdata[i]), self->wanted) == 0)
      {
        g_clear_pointer (&self->wanted, g_free);
        mq_editor_go_to (self->live->pdata[i]);
      }
  g_clear_pointer (&self->wanted, g_free);

  return G_SOURCE_REMOVE;
}

static const char *
first_editable (const MqField *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i]->formula == NULL && mq_table_shows_column (table->columns[i]))
      return table->columns[i]->name;

  return table->n_columns > 0 ? table->columns[0]->name : "";
}

static gboolean
mq_table_cells_go_to (MqTableRows *rows, const char *row, const char *column)
{
  MqTableCells *self = MQ_TABLE_CELLS (rows);
  guint position = mq_table_model_find (self->model, row);

  if (position == G_MAXUINT)
    return FALSE;

  g_free (self->wanted);
  self->wanted = g_strconcat (self->table->path, "/", row, "/",
                              column != NULL ? column : first_editable (self->table), NULL);
  /* A column view of 4.8 has no function for this; the list inside has an action. */
  if (list_of (self) != NULL)
    gtk_widget_activate_action (list_of (self), "list.scroll-to-item", "u", position);
  if (self->focus_idle == 0)
    self->focus_idle = g_timeout_add (60, on_focus_idle_cb, self);

  return TRUE;
}

static void
mq_table_cells_refresh (MqTableRows *rows)
{
  MqTableCells *self = MQ_TABLE_CELLS (rows);

  for (guint i = 0; i < self->live->len; i++)
    mq_editor_refresh (self->live->pdata[i]);
}

static void
rows_init (MqTableRowsInterface *iface)
{
  iface->refresh = mq_table_cells_refresh;
  iface->go_to = mq_table_cells_go_to;
}

/* ---- type ---- */

static void
mq_table_cells_dispose (GObject *object)
{
  MqTableCells *self = MQ_TABLE_CELLS (object);

  g_clear_handle_id (&self->focus_idle, g_source_remove);
  g_clear_handle_id (&self->fit_idle, g_source_remove);
  g_clear_pointer (&self->wanted, g_free);
  /* Unbinds the cells, which need what is cleared after. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mq_table_cells_parent_class)->dispose (object);
}

static void
mq_table_cells_finalize (GObject *object)
{
  g_ptr_array_unref (MQ_TABLE_CELLS (object)->live);

  G_OBJECT_CLASS (mq_table_cells_parent_class)->finalize (object);
}

static void
mq_table_cells_class_init (MqTableCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mq_table_cells_dispose;
  G_OBJECT_CLASS (klass)->finalize = mq_table_cells_finalize;
}

static void
mq_table_cells_init (MqTableCells *self)
{
  self->live = g_ptr_array_new ();
}

static GtkListItemFactory *
make_factory (MqTableCells *self, const MqField *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", (gpointer) column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (column != NULL ? on_setup_cb : on_menu_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (column != NULL ? on_bind_cb : on_menu_bind_cb), self, 0);
  if (column != NULL)
    g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, 0);

  return factory;
}

static void
add_column (MqTableCells *self, const MqField *field)
{
  const char *title = field != NULL ? mq_language_label (&field->label, mq_document_house (self->document),
                                                         field->iq_by_law) : NULL;
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, make_factory (self, field));

  if (field != NULL && (field->type == MQ_TYPE_TEXT || field->type == MQ_TYPE_ROW_OF))
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

GtkWidget *
mq_table_cells_new (MqDocument *document, const MqField *table, GListStore *model)
{
  MqTableCells *self;
  GtkSelectionModel *none;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (table != NULL && G_IS_LIST_STORE (model), NULL);

  self = g_object_new (MQ_TYPE_TABLE_CELLS, NULL);
  self->document = g_object_ref (document);
  self->table = table;
  self->model = g_object_ref (model);

  none = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (model))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (none));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "cells");
  for (guint i = 0; i < table->n_columns; i++)
    if (mq_table_shows_column (table->columns[i]))
      add_column (self, table->columns[i]);
  if (table->formula == NULL && table->rows_for == NULL && (!table->fixed || table->extendable))
    add_column (self, NULL);

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  gtk_widget_add_css_class (GTK_WIDGET (self->scroller), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self->scroller), GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));

  g_signal_connect_object (model, "items-changed", G_CALLBACK (fit_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "map", G_CALLBACK (fit_later), self, G_CONNECT_SWAPPED);
  fit_height (self);

  return GTK_WIDGET (self);
}
