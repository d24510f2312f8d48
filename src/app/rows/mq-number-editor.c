/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-editors.h"

struct _MqNumberEditor
{
  MqEditor parent_instance;

  GtkWidget *entry;
  GtkLabel *unit;
};

G_DEFINE_FINAL_TYPE (MqNumberEditor, mq_number_editor, MQ_TYPE_EDITOR)

static void
on_text_changed_cb (MqNumberEditor *self)
{
  mq_editor_typed (MQ_EDITOR (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static int
width_for (const MqField *field)
{
  switch (field->type)
    {
    case MQ_TYPE_MONEY:
      return 15;
    case MQ_TYPE_DECIMAL:
      return 10;
    default:
      return 7;
    }
}

static void
mq_number_editor_show (MqEditor *editor, const MqRowState *state, gboolean anew)
{
  MqNumberEditor *self = MQ_NUMBER_EDITOR (editor);
  gboolean cell = mq_editor_is_cell (editor);

  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), cell ? 4 : width_for (state->field));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), cell ? -1 : width_for (state->field));
  gtk_widget_set_hexpand (self->entry, cell);
  if (anew && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), state->text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), state->text);
  if (gtk_editable_get_editable (GTK_EDITABLE (self->entry)) == state->read_only)
    gtk_editable_set_editable (GTK_EDITABLE (self->entry), !state->read_only);
  /* Before its unit, which is at the end; in a column, units under units: figures read from the left in any script. */
  mq_editable_align (GTK_EDITABLE (self->entry), !cell || gtk_widget_get_default_direction () == GTK_TEXT_DIR_LTR);

  gtk_label_set_text (self->unit, state->unit != NULL ? state->unit : "");
  /* In a table the head of the column names what is counted. */
  gtk_widget_set_visible (GTK_WIDGET (self->unit), state->unit != NULL && !cell);
}

static GtkWidget *
mq_number_editor_target (MqEditor *editor)
{
  return MQ_NUMBER_EDITOR (editor)->entry;
}

static void
mq_number_editor_class_init (MqNumberEditorClass *klass)
{
  MQ_EDITOR_CLASS (klass)->show = mq_number_editor_show;
  MQ_EDITOR_CLASS (klass)->target = mq_number_editor_target;
}

static void
mq_number_editor_init (MqNumberEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->entry = gtk_entry_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (self->entry, "field");
  gtk_widget_add_css_class (self->entry, "figures");
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_text_changed_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);

  self->unit = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->unit), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->unit));

  adw_bin_set_child (ADW_BIN (self), box);
}
