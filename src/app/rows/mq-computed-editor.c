/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-editors.h"

struct _MqComputedEditor
{
  MqEditor parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (MqComputedEditor, mq_computed_editor, MQ_TYPE_EDITOR)

static gboolean
is_figure (const MqField *field)
{
  return field->type == MQ_TYPE_MONEY || field->type == MQ_TYPE_INT || field->type == MQ_TYPE_PERCENT
         || field->type == MQ_TYPE_DECIMAL;
}

static void
mq_computed_editor_show (MqEditor *editor, const MqRowState *state, gboolean anew)
{
  MqComputedEditor *self = MQ_COMPUTED_EDITOR (editor);
  gboolean wide = !mq_editor_is_cell (editor) && mq_editor_is_wide (state->field);
  g_autofree char *text = NULL;

  if (*state->text == '\0')
    text = g_strdup ("—");
  else if (state->unit != NULL && !mq_editor_is_cell (editor))
    text = g_strconcat (state->text, g_str_equal (state->unit, "٪") ? "" : " ", state->unit, NULL);
  else
    text = g_strdup (state->text);

  gtk_label_set_text (self->label, text);
  gtk_label_set_wrap (self->label, wide);
  if (mq_editor_is_cell (editor))
    gtk_label_set_xalign (self->label, is_figure (state->field)
                                       && gtk_widget_get_default_direction () == GTK_TEXT_DIR_LTR ? 1 : 0);
  else
    gtk_label_set_xalign (self->label, wide ? 0 : 1);
}

static GtkWidget *
mq_computed_editor_target (MqEditor *editor)
{
  return GTK_WIDGET (MQ_COMPUTED_EDITOR (editor)->label);
}

static void
mq_computed_editor_class_init (MqComputedEditorClass *klass)
{
  MQ_EDITOR_CLASS (klass)->show = mq_computed_editor_show;
  MQ_EDITOR_CLASS (klass)->target = mq_computed_editor_target;
}

static void
mq_computed_editor_init (MqComputedEditor *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (GTK_WIDGET (self->label), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "computed");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}
