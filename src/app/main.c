/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-application.h"
#include "mq-language.h"
#include "mq-settings.h"
#include "mq-types.h"

int
main (int argc, char **argv)
{
  g_autofree char *language = mq_settings_dup_string ("language", "ar");
  g_autoptr (MqApplication) application = NULL;

  mq_language_start (language);
  g_set_prgname (MQ_APPLICATION_ID);
  mq_types_ensure ();
  application = mq_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
