/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-editors.h"
#include "mq-para-view.h"

struct _MqParaEditor
{
  MqEditor parent_instance;

  MqParaView *view;
};

G_DEFINE_FINAL_TYPE (MqParaEditor, mq_para_editor, MQ_TYPE_EDITOR)

static void
on_typed_cb (MqParaEditor *self)
{
  g_autofree char *text = mq_para_view_dup_text (self->view);

  mq_editor_typed (MQ_EDITOR (self), text);
}

static void
mq_para_editor_show (MqEditor *editor, const MqRowState *state, gboolean anew)
{
  MqParaEditor *self = MQ_PARA_EDITOR (editor);

  if (anew)
    mq_para_view_set_text (self->view, state->text);
  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)) == state->read_only)
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), !state->read_only);
}

static GtkWidget *
mq_para_editor_target (MqEditor *editor)
{
  return GTK_WIDGET (MQ_PARA_EDITOR (editor)->view);
}

static void
mq_para_editor_class_init (MqParaEditorClass *klass)
{
  MQ_EDITOR_CLASS (klass)->show = mq_para_editor_show;
  MQ_EDITOR_CLASS (klass)->target = mq_para_editor_target;
}

static void
mq_para_editor_init (MqParaEditor *self)
{
  self->view = MQ_PARA_VIEW (mq_para_view_new ());
  g_signal_connect_swapped (self->view, "typed", G_CALLBACK (on_typed_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
}
