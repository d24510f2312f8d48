/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-go-to.h"

#include "mq-fold.h"
#include "mq-i18n.h"
#include "mq-language.h"

struct _MqGoTo
{
  AdwWindow parent_instance;

  char *wanted;                 /* folded */

  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (MqGoTo, mq_go_to, ADW_TYPE_WINDOW)

static guint chosen_signal;

static gboolean
filter (GtkListBoxRow *row, gpointer data)
{
  MqGoTo *self = data;

  return *self->wanted == '\0' || strstr (g_object_get_data (G_OBJECT (row), "folded"), self->wanted) != NULL;
}

static GtkListBoxRow *
first_shown (MqGoTo *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;

  return NULL;
}

static void
on_search_cb (MqGoTo *self)
{
  GtkListBoxRow *first;

  g_free (self->wanted);
  self->wanted = mq_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), MQ_FOLD_L2);
  gtk_list_box_invalidate_filter (self->list);
  first = first_shown (self);
  gtk_list_box_select_row (self->list, first);
  gtk_stack_set_visible_child_name (self->stack, first != NULL ? "list" : "none");
}

static void
on_row_activated_cb (MqGoTo *self, GtkListBoxRow *row)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (row), "path"));

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, chosen_signal, 0, path);
  g_object_unref (self);
}

static void
on_activate_cb (MqGoTo *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    on_row_activated_cb (self, row);
}

static void
add_field (MqGoTo *self, MqDocument *document, const MqField *field)
{
  const MqHouse *house = mq_document_house (document);
  const char *label = mq_language_label (&field->label, house, field->iq_by_law);
  const char *group = mq_language_label (&field->group->label, house, FALSE);
  const char *table = field->table != NULL ? mq_language_label (&field->table->label, house, FALSE) : NULL;
  g_autofree char *where = table != NULL ? g_strdup_printf ("%s ← %s", group, table) : g_strdup (group);
  g_autofree char *all = g_strjoin (" ", field->label.ar, field->label.en != NULL ? field->label.en : "", group,
                                    table != NULL ? table : "", NULL);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (field->path), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", mq_fold (all, MQ_FOLD_L2), g_free);
  gtk_list_box_append (self->list, row);
}

static void
mq_go_to_finalize (GObject *object)
{
  g_free (MQ_GO_TO (object)->wanted);

  G_OBJECT_CLASS (mq_go_to_parent_class)->finalize (object);
}

static void
mq_go_to_class_init (MqGoToClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mq_go_to_finalize;

  chosen_signal = g_signal_new ("chosen", MQ_TYPE_GO_TO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-go-to.ui");
  gtk_widget_class_bind_template_child (widget_class, MqGoTo, entry);
  gtk_widget_class_bind_template_child (widget_class, MqGoTo, list);
  gtk_widget_class_bind_template_child (widget_class, MqGoTo, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
mq_go_to_init (MqGoTo *self)
{
  self->wanted = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_list_box_set_filter_func (self->list, filter, self, NULL);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

/**
 * mq_go_to_new:
 * @parent: the window that it is for
 * @document: whose fields
 *
 * Returns: (transfer none): the window of the question, not shown yet
 */
GtkWidget *
mq_go_to_new (GtkWindow *parent, MqDocument *document)
{
  MqGoTo *self = g_object_new (MQ_TYPE_GO_TO, "transient-for", parent, NULL);
  guint n;
  const MqGroup *const *groups = mq_kind_groups (mq_document_kind (document), &n);

  for (guint g = 0; g < n; g++)
    for (guint i = 0; i < groups[g]->n_facts; i++)
      {
        const MqField *fact = groups[g]->facts[i];

        add_field (self, document, fact);
        for (guint k = 0; k < fact->n_columns; k++)
          if (fact->columns[k]->type != MQ_TYPE_SIGN_SPACE)
            add_field (self, document, fact->columns[k]);
      }
  gtk_list_box_select_row (self->list, first_shown (self));

  return GTK_WIDGET (self);
}
