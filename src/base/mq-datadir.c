/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-datadir.h"

#include <stdarg.h>

static const char *
directory (const char *variable, const char *installed)
{
  const char *value = g_getenv (variable);

  return value != NULL && *value != '\0' ? value : installed;
}

/**
 * mq_datadir:
 *
 * Returns: (transfer none): the folder that holds the kinds, fonts, forms and grammars
 */
const char *
mq_datadir (void)
{
  return directory ("MUQTARAH_DATADIR", MQ_DATADIR);
}

/**
 * mq_datadir_file:
 * @first: the first name below mq_datadir()
 * @...: further names, and %NULL
 *
 * Returns: (transfer full): the path of a file in the folder of the data, whether it exists or not
 */
char *
mq_datadir_file (const char *first, ...)
{
  g_autofree char *below = NULL;
  va_list args;

  g_return_val_if_fail (first != NULL, NULL);

  va_start (args, first);
  below = g_build_filename_valist (first, &args);
  va_end (args);

  return g_build_filename (mq_datadir (), below, NULL);
}

/**
 * mq_localedir:
 *
 * Returns: (transfer none): the folder that holds the translations, for bindtextdomain()
 */
const char *
mq_localedir (void)
{
  return directory ("MUQTARAH_LOCALEDIR", MQ_LOCALEDIR);
}
