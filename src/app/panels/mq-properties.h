/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-document.h"

/* What tells one draft from another: file, number, version, state, pages, and the fingerprint that its PDF
 * bears. */

G_BEGIN_DECLS

#define MQ_TYPE_PROPERTIES (mq_properties_get_type ())
G_DECLARE_FINAL_TYPE (MqProperties, mq_properties, MQ, PROPERTIES, AdwWindow)

GtkWidget *mq_properties_new (GtkWindow *parent, MqDocument *document);

G_END_DECLS
