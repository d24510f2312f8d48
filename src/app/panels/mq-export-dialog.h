/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* Asks which copy is to be exported.
 *
 * signal "chosen" (guint copy, an MqCopy) */

G_BEGIN_DECLS

#define MQ_TYPE_EXPORT_DIALOG (mq_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MqExportDialog, mq_export_dialog, MQ, EXPORT_DIALOG, AdwWindow)

GtkWidget *mq_export_dialog_new (GtkWindow *parent);

G_END_DECLS
