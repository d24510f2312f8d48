/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* What the user chose, and how the window was left.  A program whose schema is not installed runs with the defaults and
 * remembers nothing: every function here then gives the fallback, or does nothing. */

G_BEGIN_DECLS

#define MQ_APPLICATION_ID "org.muqtarah.Muqtarah"

GSettings *mq_settings_get         (void);      /* (nullable) (transfer none) */
char      *mq_settings_dup_string  (const char *key, const char *fallback);
int        mq_settings_get_int     (const char *key, int fallback);
gboolean   mq_settings_get_boolean (const char *key, gboolean fallback);
double     mq_settings_get_double  (const char *key, double fallback);
GVariant  *mq_settings_dup_value   (const char *key);           /* (nullable) */
void       mq_settings_set_string  (const char *key, const char *value);
void       mq_settings_set_int     (const char *key, int value);
void       mq_settings_set_boolean (const char *key, gboolean value);
void       mq_settings_set_double  (const char *key, double value);
void       mq_settings_set_value   (const char *key, GVariant *value);         /* takes a floating one */

G_END_DECLS
