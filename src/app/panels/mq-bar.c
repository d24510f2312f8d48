/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-bar.h"

struct _MqBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkWidget *box;
  GtkLabel *label;
  GtkProgressBar *progress;
  GtkButton *action;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (MqBar, mq_bar, GTK_TYPE_WIDGET)

static void
mq_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mq_bar_parent_class)->dispose (object);
}

static void
mq_bar_class_init (MqBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mq_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MqBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, MqBar, box);
  gtk_widget_class_bind_template_child (widget_class, MqBar, label);
  gtk_widget_class_bind_template_child (widget_class, MqBar, progress);
  gtk_widget_class_bind_template_child (widget_class, MqBar, action);
  gtk_widget_class_bind_template_child (widget_class, MqBar, close);
  gtk_widget_class_bind_template_callback (widget_class, mq_bar_hide);
}

static void
mq_bar_init (MqBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (MqBar *self, const char *text, gboolean work, gboolean warning)
{
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), work);
  gtk_widget_set_visible (GTK_WIDGET (self->action), work);
  gtk_widget_set_visible (self->close, !work);
  if (warning)
    gtk_widget_add_css_class (self->box, "warning");
  else
    gtk_widget_remove_css_class (self->box, "warning");
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * mq_bar_tell:
 * @text: one or two sentences
 * @warning: whether they are bad news
 *
 * Shows them until the user has put them away.
 */
void
mq_bar_tell (MqBar *self, const char *text, gboolean warning)
{
  g_return_if_fail (MQ_IS_BAR (self));
  g_return_if_fail (text != NULL);

  show (self, text, FALSE, warning);
}

/**
 * mq_bar_work:
 * @text: what is being done
 * @done: how much of it, 0 to 1
 * @label: of the button beside it
 * @action: what the button does, NULL when it can do nothing any more
 *
 * Shows a work that goes on; it goes away by mq_bar_hide() only.
 */
void
mq_bar_work (MqBar *self, const char *text, double done, const char *label, const char *action)
{
  g_return_if_fail (MQ_IS_BAR (self));
  g_return_if_fail (text != NULL && label != NULL);

  gtk_progress_bar_set_fraction (self->progress, CLAMP (done, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_button_set_label (self->action, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->action), action);
  gtk_widget_set_sensitive (GTK_WIDGET (self->action), action != NULL);
  show (self, text, TRUE, FALSE);
}

void
mq_bar_hide (MqBar *self)
{
  g_return_if_fail (MQ_IS_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
