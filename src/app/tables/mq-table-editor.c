/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-table-editor.h"

#include "mq-bound.h"
#include "mq-editors.h"
#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-row-state.h"
#include "mq-table-change.h"
#include "mq-table-rows.h"

struct _MqTableEditor
{
  GtkWidget parent_instance;

  char *path;
  char *layout;
  MqDocument *document;
  const MqField *table;
  GListStore *model;
  MqTableRows *rows;

  GtkLabel *title;
  GtkLabel *missing;
  GtkLabel *help;
  GtkWidget *add;
  AdwBin *place;
  GtkLabel *empty;
  GtkLabel *totals;
};

static void bound_init (MqBoundInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MqTableEditor, mq_table_editor, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (MQ_TYPE_BOUND, bound_init))

enum { PROP_0, PROP_PATH, PROP_LAYOUT, N_PROPS };
static GParamSpec *props[N_PROPS];

/* ---- what is shown ---- */

static gboolean
can_add (MqTableEditor *self)
{
  return self->table != NULL && self->table->formula == NULL && self->table->rows_for == NULL
         && (!self->table->fixed || self->table->extendable);
}

static gboolean
wants_cards (MqTableEditor *self)
{
  return self->layout != NULL ? g_str_equal (self->layout, "cards") : mq_table_wants_cards (self->table);
}

/* The sums that the printed table has, told under it. */
static void
update_totals (MqTableEditor *self)
{
  MqRenderer *renderer = mq_flow_renderer (mq_document_flow (self->document));
  const MqPrint *print = mq_field_print (self->table, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; print != NULL && i < print->n_columns; i++)
    {
      const MqPrintColumn *column = &print->columns[i];
      g_autofree char *sum = column->total ? mq_render_total (renderer, self->table, print, column->column) : NULL;

      if (sum == NULL || *sum == '\0')
        continue;
      /* Translators: a column of a table and its sum */
      g_string_append_printf (text, text->len > 0 ? "   ·   %s: %s" : "%s: %s",
                              mq_language_label (&column->column->label, mq_document_house (self->document),
                                                 column->column->iq_by_law), sum);
    }

  if (text->len > 0)
    {
      g_autofree char *all = g_strdup_printf (_("Total — %s"), text->str);

      gtk_label_set_text (self->totals, all);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->totals), text->len > 0 && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 1);
  g_string_free (text, TRUE);
}

static void
refresh (MqTableEditor *self)
{
  MqRowState state;
  guint n;

  mq_row_state_read (&state, mq_document_draft (self->document), mq_document_house (self->document), self->path);
  gtk_label_set_text (self->title, state.label);
  gtk_label_set_text (self->help, state.help != NULL ? state.help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help), state.help != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), state.missing);
  gtk_widget_set_visible (GTK_WIDGET (self), !state.hidden);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, state.label, -1);
  mq_row_state_clear (&state);

  mq_table_model_sync (self->model, mq_document_draft (self->document), self->path);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gtk_widget_set_visible (GTK_WIDGET (self->place), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), n == 0);
  if (n > 0 && self->rows == NULL)
    {
      self->rows = MQ_TABLE_ROWS (wants_cards (self) ? mq_table_cards_new (self->document, self->table, self->model)
                                                    : mq_table_cells_new (self->document, self->table, self->model));
      adw_bin_set_child (self->place, GTK_WIDGET (self->rows));
    }
  else if (self->rows != NULL)
    {
      mq_table_rows_refresh (self->rows);
    }
  update_totals (self);
}

/* ---- what is done with rows ---- */

static void
tell (MqTableEditor *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqTableEditor *self = MQ_TABLE_EDITOR (widget);
  g_autofree char *row = mq_table_add_row (self->document, self->table, NULL);

  if (row == NULL)
    return;
  refresh (self);
  mq_table_rows_go_to (self->rows, row, NULL);
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqTableEditor *self = MQ_TABLE_EDITOR (widget);
  g_autofree char *row = mq_table_add_row (self->document, self->table, g_variant_get_string (parameter, NULL));

  if (row == NULL)
    return;
  refresh (self);
  mq_table_rows_go_to (self->rows, row, NULL);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MqTableEditor *self = MQ_TABLE_EDITOR (widget);

  if (!mq_table_remove_row (self->document, self->table, g_variant_get_string (parameter, NULL)))
    return;
  refresh (self);
  tell (self, "win.tell-row-removed");
}

static void
move_row (MqTableEditor *self, const char *row, const char *column, int by)
{
  if (!mq_table_move_row (self->document, self->table, row, by))
    return;
  refresh (self);
  mq_table_rows_go_to (self->rows, row, column);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_row (MQ_TABLE_EDITOR (widget), g_variant_get_string (parameter, NULL), NULL,
            g_str_equal (name, "table.move-up") ? -1 : 1);
}

/* Alt+Up and Alt+Down move the row that the focus is in, and the focus with it. */
static gboolean
on_key_cb (MqTableEditor *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *editor = focus != NULL ? gtk_widget_get_ancestor (focus, MQ_TYPE_EDITOR) : NULL;
  g_auto (GStrv) parts = NULL;

  if ((state & GDK_ALT_MASK) == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down) || editor == NULL)
    return GDK_EVENT_PROPAGATE;
  /* in a list of items, items move */
  if (MQ_IS_LINES_EDITOR (editor))
    return GDK_EVENT_PROPAGATE;

  parts = g_strsplit (mq_editor_path (MQ_EDITOR (editor)), "/", 4);
  if (g_strv_length (parts) != 4)
    return GDK_EVENT_PROPAGATE;
  move_row (self, parts[2], parts[3], key == GDK_KEY_Up ? -1 : 1);

  return GDK_EVENT_STOP;
}

/* ---- what the page asks of it ---- */

static void
mq_table_editor_bind (MqBound *bound, MqDocument *document)
{
  MqTableEditor *self = MQ_TABLE_EDITOR (bound);

  if (document == self->document)
    return;
  adw_bin_set_child (self->place, NULL);
  self->rows = NULL;
  g_set_object (&self->document, document);
  g_list_store_remove_all (self->model);
  if (document == NULL)
    return;

  self->table = self->path != NULL ? mq_kind_field (mq_document_kind (document), self->path) : NULL;
  if (self->table == NULL || self->table->type != MQ_TYPE_TABLE)
    {
      g_warning ("A form has a table for “%s”, which is no table of the kind", self->path);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      g_clear_object (&self->document);
      return;
    }
  gtk_widget_set_visible (self->add, can_add (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.add", can_add (self));
  refresh (self);
}

static void
mq_table_editor_refresh (MqBound *bound)
{
  if (MQ_TABLE_EDITOR (bound)->document != NULL)
    refresh (MQ_TABLE_EDITOR (bound));
}

static const char *
mq_table_editor_get_path (MqBound *bound)
{
  return MQ_TABLE_EDITOR (bound)->path;
}

static gboolean
mq_table_editor_go_to (MqBound *bound, const char *path)
{
  MqTableEditor *self = MQ_TABLE_EDITOR (bound);
  g_autofree char *table = mq_path_fact (path);
  g_auto (GStrv) parts = g_strsplit (path, "/", 4);

  if (self->document == NULL || g_strcmp0 (table, self->path) != 0)
    return FALSE;
  if (parts[2] != NULL && self->rows != NULL && mq_table_rows_go_to (self->rows, parts[2], parts[3]))
    return TRUE;
  if (!can_add (self))
    return self->rows != NULL && gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);

  return gtk_widget_grab_focus (self->add);
}

static void
bound_init (MqBoundInterface *iface)
{
  iface->bind = mq_table_editor_bind;
  iface->refresh = mq_table_editor_refresh;
  iface->path = mq_table_editor_get_path;
  iface->go_to = mq_table_editor_go_to;
}

/* ---- type ---- */

static void
mq_table_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MqTableEditor *self = MQ_TABLE_EDITOR (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_LAYOUT:
      g_value_set_string (value, self->layout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mq_table_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MqTableEditor *self = MQ_TABLE_EDITOR (object);

  switch (id)
    {
    case PROP_PATH:
      g_free (self->path);
      self->path = g_value_dup_string (value);
      break;
    case PROP_LAYOUT:
      g_free (self->layout);
      self->layout = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mq_table_editor_dispose (GObject *object)
{
  MqTableEditor *self = MQ_TABLE_EDITOR (object);
  GtkWidget *child;

  self->rows = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mq_table_editor_parent_class)->dispose (object);
}

static void
mq_table_editor_finalize (GObject *object)
{
  MqTableEditor *self = MQ_TABLE_EDITOR (object);

  g_clear_object (&self->model);
  g_free (self->path);
  g_free (self->layout);

  G_OBJECT_CLASS (mq_table_editor_parent_class)->finalize (object);
}

static void
mq_table_editor_class_init (MqTableEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mq_table_editor_get_property;
  object_class->set_property = mq_table_editor_set_property;
  object_class->dispose = mq_table_editor_dispose;
  object_class->finalize = mq_table_editor_finalize;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LAYOUT] = g_param_spec_string ("layout", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "table.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "table.duplicate", "s", duplicate_action);
  gtk_widget_class_install_action (widget_class, "table.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "table.move-up", "s", move_action);
  gtk_widget_class_install_action (widget_class, "table.move-down", "s", move_action);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tableeditor");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-table-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MqTableEditor, title);
  gtk_widget_class_bind_template_child (widget_class, MqTableEditor, missing);
  gtk_widget_class_bind_template_child (widget_class, MqTableEditor, help);
  gtk_widget_class_bind_template_child (widget_class, MqTableEditor, add);
  gtk_widget_class_bind_template_child (widget_class, MqTableEditor, place);
  gtk_widget_class_bind_template_child (widget_class, MqTableEditor, empty);
  gtk_widget_class_bind_template_child (widget_class, MqTableEditor, totals);
}

static void
mq_table_editor_init (MqTableEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->model = mq_table_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
mq_table_editor_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_object_new (MQ_TYPE_TABLE_EDITOR, "path", path, NULL);
}
