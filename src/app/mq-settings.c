/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-settings.h"

#include "mq-datadir.h"

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  g_autofree char *folder = mq_datadir_file ("desktop", NULL);
  GSettingsSchema *schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, MQ_APPLICATION_ID, TRUE);
  if (schema != NULL)
    return schema;

  /* A program run from the build directory finds the schema beside its other data. */
  built = g_settings_schema_source_new_from_directory (folder, installed, FALSE, NULL);
  return built != NULL ? g_settings_schema_source_lookup (built, MQ_APPLICATION_ID, FALSE) : NULL;
}

/**
 * mq_settings_get:
 *
 * Returns: (transfer none) (nullable): the settings, or %NULL if their schema is nowhere
 */
GSettings *
mq_settings_get (void)
{
  static GSettings *settings;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      if (schema != NULL)
        {
          settings = g_settings_new_full (schema, NULL, NULL);
          g_object_add_weak_pointer (G_OBJECT (settings), (gpointer *) &settings);
        }
      g_once_init_leave (&once, 1);
    }

  return settings;
}

/* GSettings ends the program over a key that its schema lacks: one that is older than the program counts as none. */
static GSettings *
settings_with (const char *key)
{
  GSettings *settings = mq_settings_get ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings == NULL)
    return NULL;
  g_object_get (settings, "settings-schema", &schema, NULL);

  return g_settings_schema_has_key (schema, key) ? settings : NULL;
}

char *
mq_settings_dup_string (const char *key, const char *fallback)
{
  GSettings *settings = settings_with (key);

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup (fallback);
}

int
mq_settings_get_int (const char *key, int fallback)
{
  GSettings *settings = settings_with (key);

  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

gboolean
mq_settings_get_boolean (const char *key, gboolean fallback)
{
  GSettings *settings = settings_with (key);

  return settings != NULL ? g_settings_get_boolean (settings, key) : fallback;
}

double
mq_settings_get_double (const char *key, double fallback)
{
  GSettings *settings = settings_with (key);

  return settings != NULL ? g_settings_get_double (settings, key) : fallback;
}

GVariant *
mq_settings_dup_value (const char *key)
{
  GSettings *settings = settings_with (key);

  return settings != NULL ? g_settings_get_value (settings, key) : NULL;
}

void
mq_settings_set_string (const char *key, const char *value)
{
  if (settings_with (key) != NULL)
    g_settings_set_string (mq_settings_get (), key, value);
}

void
mq_settings_set_int (const char *key, int value)
{
  if (settings_with (key) != NULL)
    g_settings_set_int (mq_settings_get (), key, value);
}

void
mq_settings_set_boolean (const char *key, gboolean value)
{
  if (settings_with (key) != NULL)
    g_settings_set_boolean (mq_settings_get (), key, value);
}

void
mq_settings_set_double (const char *key, double value)
{
  if (settings_with (key) != NULL)
    g_settings_set_double (mq_settings_get (), key, value);
}

void
mq_settings_set_value (const char *key, GVariant *value)
{
  g_autoptr (GVariant) taken = g_variant_ref_sink (value);

  if (settings_with (key) != NULL)
    g_settings_set_value (mq_settings_get (), key, taken);
}
