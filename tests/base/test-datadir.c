/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-datadir.h"

static void
test_from_environment (void)
{
  g_autofree char *file = NULL;

  g_setenv ("MUQTARAH_DATADIR", "/somewhere/data", TRUE);
  g_setenv ("MUQTARAH_LOCALEDIR", "/somewhere/po", TRUE);
  g_assert_cmpstr (mq_datadir (), ==, "/somewhere/data");
  g_assert_cmpstr (mq_localedir (), ==, "/somewhere/po");

  file = mq_datadir_file ("standard", "facts.xml", NULL);
  g_assert_cmpstr (file, ==, "/somewhere/data/standard/facts.xml");
}

static void
test_installed (void)
{
  g_setenv ("MUQTARAH_DATADIR", "", TRUE);
  g_unsetenv ("MUQTARAH_LOCALEDIR");
  g_assert_true (g_path_is_absolute (mq_datadir ()));
  g_assert_true (g_str_has_suffix (mq_datadir (), "/muqtarah"));
  g_assert_true (g_path_is_absolute (mq_localedir ()));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/datadir/from-environment", test_from_environment);
  g_test_add_func ("/datadir/installed", test_installed);

  return g_test_run ();
}
