/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* The preferences: the language of the interface, the colours. */

G_BEGIN_DECLS

#define MQ_TYPE_PREFERENCES (mq_preferences_get_type ())
G_DECLARE_FINAL_TYPE (MqPreferences, mq_preferences, MQ, PREFERENCES, AdwPreferencesWindow)

GtkWidget *mq_preferences_new (GtkWindow *parent);

/* "system", "light" or "dark" */
void       mq_preferences_apply_colours (const char *colours);

G_END_DECLS
