/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mq-house.h"

/* A calendar with the months of the document (GtkCalendar names them after the locale of the machine).
 *
 * signal "picked" (const char *iso) */

G_BEGIN_DECLS

#define MQ_TYPE_DATE_POPOVER (mq_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (MqDatePopover, mq_date_popover, MQ, DATE_POPOVER, GtkPopover)

GtkWidget *mq_date_popover_new  (void);
void       mq_date_popover_show (MqDatePopover *self, const char *iso, const MqHouse *house);

G_END_DECLS
