/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-copy.h"

/* The choice of a copy, for whoever exports or prints.  It begins with what was chosen last. */

G_BEGIN_DECLS

#define MQ_TYPE_COPY_GROUP (mq_copy_group_get_type ())
G_DECLARE_FINAL_TYPE (MqCopyGroup, mq_copy_group, MQ, COPY_GROUP, AdwPreferencesGroup)

GtkWidget *mq_copy_group_new  (void);
MqCopy     mq_copy_group_take (MqCopyGroup *self);

G_END_DECLS
