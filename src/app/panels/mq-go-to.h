/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-document.h"

/* "Go to Field": finds a field by a part of its label, however it is spelled (mq_fold).
 *
 * signal "chosen" (const char *path) */

G_BEGIN_DECLS

#define MQ_TYPE_GO_TO (mq_go_to_get_type ())
G_DECLARE_FINAL_TYPE (MqGoTo, mq_go_to, MQ, GO_TO, AdwWindow)

GtkWidget *mq_go_to_new (GtkWindow *parent, MqDocument *document);

G_END_DECLS
