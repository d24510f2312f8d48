/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-editors.h"

#include "mq-i18n.h"

/* A switch can only say yes or no.  A question that has no answer of its own is asked with two buttons, neither of which
 * is pressed until it is answered; in a cell there is room for a check mark only. */

struct _MqBoolEditor
{
  MqEditor parent_instance;

  GtkWidget *single;            /* switch or check button, or NULL */
  GtkWidget *yes, *no;          /* or these two */
};

G_DEFINE_FINAL_TYPE (MqBoolEditor, mq_bool_editor, MQ_TYPE_EDITOR)

static void
on_single_cb (MqBoolEditor *self)
{
  gboolean active;

  g_object_get (self->single, "active", &active, NULL);
  mq_editor_picked (MQ_EDITOR (self), active ? "true" : "false");
}

static void
on_toggled_cb (MqBoolEditor *self, GtkToggleButton *button)
{
  GtkWidget *other = GTK_WIDGET (button) == self->yes ? self->no : self->yes;

  if (gtk_toggle_button_get_active (button))
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), FALSE);
      mq_editor_picked (MQ_EDITOR (self), GTK_WIDGET (button) == self->yes ? "true" : "false");
    }
  else if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (other)))
    {
      mq_editor_picked (MQ_EDITOR (self), NULL);
    }
}

static GtkWidget *
make_toggle (MqBoolEditor *self, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled_cb), self);

  return button;
}

static void
make (MqBoolEditor *self, const MqField *field)
{
  if (mq_editor_is_cell (MQ_EDITOR (self)))
    {
      self->single = gtk_check_button_new ();
      gtk_widget_set_halign (self->single, GTK_ALIGN_CENTER);
    }
  else if (field->default_value != NULL)
    {
      self->single = gtk_switch_new ();
    }

  if (self->single != NULL)
    {
      g_signal_connect_swapped (self->single, "notify::active", G_CALLBACK (on_single_cb), self);
      gtk_widget_set_valign (self->single, GTK_ALIGN_CENTER);
      adw_bin_set_child (ADW_BIN (self), self->single);
    }
  else
    {
      GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

      self->yes = make_toggle (self, _("Yes"));
      self->no = make_toggle (self, _("No"));
      gtk_box_append (GTK_BOX (box), self->yes);
      gtk_box_append (GTK_BOX (box), self->no);
      gtk_widget_add_css_class (box, "linked");
      gtk_widget_add_css_class (box, "yes-no");
      gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
      adw_bin_set_child (ADW_BIN (self), box);
    }
}

static void
mq_bool_editor_show (MqEditor *editor, const MqRowState *state, gboolean anew)
{
  MqBoolEditor *self = MQ_BOOL_EDITOR (editor);
  gboolean yes = g_strcmp0 (state->value, "true") == 0;

  if (self->single == NULL && self->yes == NULL)
    make (self, state->field);

  if (self->single != NULL)
    {
      g_object_set (self->single, "active", yes, NULL);
    }
  else
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->yes), yes);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->no), g_strcmp0 (state->value, "false") == 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->yes), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state->label, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->no), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state->label, -1);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), !state->read_only);
}

static GtkWidget *
mq_bool_editor_target (MqEditor *editor)
{
  MqBoolEditor *self = MQ_BOOL_EDITOR (editor);

  return self->single != NULL ? self->single : self->yes != NULL ? gtk_widget_get_parent (self->yes) : NULL;
}

static gboolean
mq_bool_editor_grab_focus (GtkWidget *widget)
{
  MqBoolEditor *self = MQ_BOOL_EDITOR (widget);

  return self->yes != NULL ? gtk_widget_grab_focus (self->yes)
                           : self->single != NULL && gtk_widget_grab_focus (self->single);
}

static void
mq_bool_editor_class_init (MqBoolEditorClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = mq_bool_editor_grab_focus;
  MQ_EDITOR_CLASS (klass)->show = mq_bool_editor_show;
  MQ_EDITOR_CLASS (klass)->target = mq_bool_editor_target;
}

static void
mq_bool_editor_init (MqBoolEditor *self)
{
}
