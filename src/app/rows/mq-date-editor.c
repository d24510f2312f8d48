/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-editors.h"

#include "mq-date-popover.h"
#include "mq-i18n.h"

struct _MqDateEditor
{
  MqEditor parent_instance;

  GtkWidget *entry;
  GtkWidget *button;            /* opens the calendar, which is made when first asked for */
};

G_DEFINE_FINAL_TYPE (MqDateEditor, mq_date_editor, MQ_TYPE_EDITOR)

static void
on_text_changed_cb (MqDateEditor *self)
{
  mq_editor_typed (MQ_EDITOR (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
on_date_picked_cb (MqDateEditor *self, const char *iso)
{
  mq_editor_picked (MQ_EDITOR (self), iso);
  mq_editor_refresh (MQ_EDITOR (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), mq_editor_state (MQ_EDITOR (self))->text);
}

static void
on_open_cb (GtkMenuButton *button, gpointer data)
{
  MqDateEditor *self = MQ_DATE_EDITOR (data);
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover == NULL)
    {
      popover = GTK_POPOVER (mq_date_popover_new ());
      g_signal_connect_object (popover, "picked", G_CALLBACK (on_date_picked_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, GTK_WIDGET (popover));
    }
  mq_date_popover_show (MQ_DATE_POPOVER (popover), mq_editor_state (MQ_EDITOR (self))->value,
                        mq_document_house (mq_editor_document (MQ_EDITOR (self))));
}

static void
mq_date_editor_show (MqEditor *editor, const MqRowState *state, gboolean anew)
{
  MqDateEditor *self = MQ_DATE_EDITOR (editor);
  g_autofree char *name = NULL;

  if (anew && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), state->text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), state->text);
  if (gtk_editable_get_editable (GTK_EDITABLE (self->entry)) == state->read_only)
    gtk_editable_set_editable (GTK_EDITABLE (self->entry), !state->read_only);
  mq_editable_align (GTK_EDITABLE (self->entry), TRUE);
  gtk_widget_set_visible (self->button, !state->read_only);

  /* Translators: the label of a date's field */
  name = g_strdup_printf (_("%s: calendar"), state->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
mq_date_editor_target (MqEditor *editor)
{
  return MQ_DATE_EDITOR (editor)->entry;
}

static void
mq_date_editor_class_init (MqDateEditorClass *klass)
{
  MQ_EDITOR_CLASS (klass)->show = mq_date_editor_show;
  MQ_EDITOR_CLASS (klass)->target = mq_date_editor_target;
}

static void
mq_date_editor_init (MqDateEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 11);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 11);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_widget_add_css_class (self->entry, "field");
  gtk_widget_add_css_class (self->entry, "figures");
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_text_changed_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), on_open_cb, self, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->button);

  adw_bin_set_child (ADW_BIN (self), box);
}
