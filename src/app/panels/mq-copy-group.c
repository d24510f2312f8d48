/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-copy-group.h"

#include "mq-settings.h"

#define REVIEW "copy-review"
#define LINES "copy-line-numbers"

struct _MqCopyGroup
{
  AdwPreferencesGroup parent_instance;

  GtkCheckButton *clean, *review;
  GtkSwitch *lines;
};

G_DEFINE_FINAL_TYPE (MqCopyGroup, mq_copy_group, ADW_TYPE_PREFERENCES_GROUP)

static void
mq_copy_group_class_init (MqCopyGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-copy-group.ui");
  gtk_widget_class_bind_template_child (widget_class, MqCopyGroup, clean);
  gtk_widget_class_bind_template_child (widget_class, MqCopyGroup, review);
  gtk_widget_class_bind_template_child (widget_class, MqCopyGroup, lines);
}

static void
mq_copy_group_init (MqCopyGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_active (mq_settings_get_boolean (REVIEW, FALSE) ? self->review : self->clean, TRUE);
  gtk_switch_set_active (self->lines, mq_settings_get_boolean (LINES, TRUE));
}

GtkWidget *
mq_copy_group_new (void)
{
  return g_object_new (MQ_TYPE_COPY_GROUP, NULL);
}

/**
 * mq_copy_group_take:
 *
 * Returns: the copy that was chosen, which is proposed the next time
 */
MqCopy
mq_copy_group_take (MqCopyGroup *self)
{
  gboolean review, lines;

  g_return_val_if_fail (MQ_IS_COPY_GROUP (self), MQ_COPY_CLEAN);

  review = gtk_check_button_get_active (self->review);
  lines = gtk_switch_get_active (self->lines);
  mq_settings_set_boolean (REVIEW, review);
  mq_settings_set_boolean (LINES, lines);

  return !review ? MQ_COPY_CLEAN : lines ? MQ_COPY_REVIEW : MQ_COPY_WATERMARK;
}
