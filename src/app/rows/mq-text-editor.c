/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-editors.h"

struct _MqTextEditor
{
  MqEditor parent_instance;

  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (MqTextEditor, mq_text_editor, MQ_TYPE_EDITOR)

static void
on_text_changed_cb (MqTextEditor *self)
{
  const MqRowState *state = mq_editor_state (MQ_EDITOR (self));

  mq_editable_align (GTK_EDITABLE (self->entry), state->field != NULL && state->field->type == MQ_TYPE_MONTH_DAY);
  mq_editor_typed (MQ_EDITOR (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
mq_text_editor_show (MqEditor *editor, const MqRowState *state, gboolean anew)
{
  MqTextEditor *self = MQ_TEXT_EDITOR (editor);

  /* A phone number or an address keeps its order whatever is around it. */
  if (state->field->ltr)
    gtk_widget_set_direction (self->entry, GTK_TEXT_DIR_LTR);
  if (anew && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), state->text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), state->text);
  if (gtk_editable_get_editable (GTK_EDITABLE (self->entry)) == state->read_only)
    gtk_editable_set_editable (GTK_EDITABLE (self->entry), !state->read_only);
  mq_editable_align (GTK_EDITABLE (self->entry), state->field->type == MQ_TYPE_MONTH_DAY);
}

static GtkWidget *
mq_text_editor_target (MqEditor *editor)
{
  return MQ_TEXT_EDITOR (editor)->entry;
}

static void
mq_text_editor_class_init (MqTextEditorClass *klass)
{
  MQ_EDITOR_CLASS (klass)->show = mq_text_editor_show;
  MQ_EDITOR_CLASS (klass)->target = mq_text_editor_target;
}

static void
mq_text_editor_init (MqTextEditor *self)
{
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  /* Undo belongs to the draft: Ctrl+Z goes on to the window. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_widget_add_css_class (self->entry, "field");
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_text_changed_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->entry);
}
