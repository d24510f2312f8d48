/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-go-to.h"

#include "mq-fold.h"
#include "mq-i18n.h"
#include "mq-language.h"

/* More than these are not listed: a longer word finds fewer. */
#define MOST 40

typedef struct
{
  const MqField *field;
  char *folded;                 /* what is searched: its label in all languages, its group, its table */
} Entry;

struct _MqGoTo
{
  AdwWindow parent_instance;

  MqDocument *document;
  GArray *entries;              /* Entry */

  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (MqGoTo, mq_go_to, ADW_TYPE_WINDOW)

static guint chosen_signal;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->folded);
}

static void
add_row (MqGoTo *self, const MqField *field)
{
  const MqHouse *house = mq_document_house (self->document);
  const char *group = mq_language_label (&field->group->label, house, FALSE);
  const char *table = field->table != NULL ? mq_language_label (&field->table->label, house, FALSE) : NULL;
  g_autofree char *where = table != NULL ? g_strdup_printf ("%s · %s", group, table) : g_strdup (group);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mq_language_label (&field->label, house, field->iq_by_law));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "path", (gpointer) field->path);
  gtk_list_box_append (self->list, row);
}

/* Fields whose own label begins with what was typed come before those that hold it somewhere. */
static void
fill (MqGoTo *self)
{
  g_autofree char *wanted = mq_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), MQ_FOLD_L2);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->entries->len && n < MOST; i++)
      {
        const Entry *entry = &g_array_index (self->entries, Entry, i);
        gboolean begins = g_str_has_prefix (entry->folded, wanted);

        if (begins == (pass == 0) && strstr (entry->folded, wanted) != NULL)
          {
            add_row (self, entry->field);
            n++;
          }
      }

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
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
on_search_cb (MqGoTo *self)
{
  fill (self);
}

static void
on_activate_cb (MqGoTo *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    on_row_activated_cb (self, row);
}

static void
add_entry (MqGoTo *self, const MqField *field)
{
  g_autofree char *all = g_strjoin (" ", field->label.ar, field->label.en != NULL ? field->label.en : "",
                                    field->table != NULL ? field->table->label.ar : "", field->group->label.ar, NULL);
  Entry entry = { field, mq_fold (all, MQ_FOLD_L2) };

  g_array_append_val (self->entries, entry);
}

static void
mq_go_to_finalize (GObject *object)
{
  MqGoTo *self = MQ_GO_TO (object);

  g_array_unref (self->entries);
  g_clear_object (&self->document);

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
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
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

  self->document = g_object_ref (document);
  for (guint g = 0; g < n; g++)
    for (guint i = 0; i < groups[g]->n_facts; i++)
      {
        const MqField *fact = groups[g]->facts[i];

        add_entry (self, fact);
        for (guint k = 0; k < fact->n_columns; k++)
          if (fact->columns[k]->type != MQ_TYPE_SIGN_SPACE)
            add_entry (self, fact->columns[k]);
      }
  fill (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->entry));

  return GTK_WIDGET (self);
}
