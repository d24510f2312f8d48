/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* The shares of a whole as one bar: a part for each row of a table (`path`) that holds a percentage in a column
 * (`column`), with a legend of the rows' names (`label-column`; unset: the first column that names them). */

G_BEGIN_DECLS

#define MQ_TYPE_SHARE_BAR (mq_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (MqShareBar, mq_share_bar, MQ, SHARE_BAR, GtkWidget)

G_END_DECLS
