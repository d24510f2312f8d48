/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

/* Saving with every system call failing in turn, in every way, and killed at every point (fault.c): the file
 * is the old one or the new one, whole; success means the new one; and where saving failed nothing is left
 * lying about. */

#define OLD "the old content"
#define N_NEW (100 * 1024)

/* This program, started again, is the one that saves: status 0 saved, 2 not. */
static int
save (const char *path, const char *code_file)
{
  g_autofree char *new = g_strnfill (N_NEW, 'n'), *code = NULL;
  g_autoptr (MqProblem) problem = NULL;

  if (mq_store_write (path, new, N_NEW, &problem))
    return 0;

  code = g_strdup_printf ("%d", problem->code);
  g_file_set_contents (code_file, code, -1, NULL);
  return 2;
}

typedef struct {
  char *folder, *drafts, *file, *log, *code;
} Place;

/* Returns the wait status. */
static int
run (const Place *place, const char *call, const char *what, int n)
{
  g_autofree char *fault = g_strdup_printf ("%s:%s:%d:/drafts", call, what, n);
  g_auto (GStrv) environment = g_get_environ ();
  const char *argv[] = { "/proc/self/exe", "--save", place->file, place->code, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  environment = g_environ_setenv (environment, "LD_PRELOAD", g_getenv ("FAULT_LIBRARY"), TRUE);
  environment = g_environ_setenv (environment, "ASAN_OPTIONS", "verify_asan_link_order=0", TRUE);
  environment = g_environ_setenv (environment, "FAULT", fault, TRUE);
  environment = g_environ_setenv (environment, "FAULT_LOG", place->log, TRUE);
  g_unlink (place->log);
  g_unlink (place->code);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                               NULL, NULL, &status, &error));
  g_assert_no_error (error);

  return status;
}

static guint
count_calls (const Place *place, const char *call)
{
  g_autofree char *log = NULL;
  guint n = 0;

  run (place, call, "EIO", 0);
  if (g_file_get_contents (place->log, &log, NULL, NULL))
    for (const char *p = log; *p != '\0'; p++)
      if (*p == '\n')
        n++;

  return n;
}

static gboolean
is_new (const Place *place)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (place->file, &content, &length, NULL));
  if (length == N_NEW)
    {
      g_assert_cmpuint (strspn (content, "n"), ==, N_NEW);
      return TRUE;
    }
  g_assert_cmpstr (content, ==, OLD);

  return FALSE;
}

static guint
sweep (const Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->drafts, 0, NULL);
  const char *name;
  guint others = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->drafts, name, NULL);

      if (!g_str_equal (path, place->file))
        others++;
      g_unlink (path);
    }

  return others;
}

static void
check_fault (const Place *place, const char *call, const char *what, int n)
{
  g_autofree char *code = NULL;
  gboolean new, killed = g_str_equal (what, "KILL");
  int status;

  g_assert_true (g_file_set_contents (place->file, OLD, -1, NULL));
  status = run (place, call, what, n);
  g_test_message ("%s %s %d: %x", call, what, n, (guint) status);
  new = is_new (place);

  if (killed)
    {
      g_assert_true (WIFSIGNALED (status));
      sweep (place);
      return;
    }
  g_assert_true (WIFEXITED (status));
  g_assert_cmpuint (sweep (place), ==, 0);
  if (WEXITSTATUS (status) == 0)
    {
      g_assert_true (new);
      return;
    }
  g_assert_cmpint (WEXITSTATUS (status), ==, 2);
  g_assert_true (g_file_get_contents (place->code, &code, NULL, NULL));
  if (g_str_equal (what, "ENOSPC"))
    g_assert_cmpint (atoi (code), ==, MQ_PROBLEM_DISK_FULL);
  else if (g_str_equal (what, "EACCES") || g_str_equal (what, "EROFS"))
    g_assert_cmpint (atoi (code), ==, MQ_PROBLEM_NO_PERMISSION);
  else
    g_assert_cmpint (atoi (code), ==, MQ_PROBLEM_FILE_NOT_WRITABLE);
}

static void
test_faults (void)
{
  static const char *const calls[] = { "open", "write", "fsync", "close", "rename" };
  static const char *const faults[] = { "ENOSPC", "EIO", "EACCES", "EROFS", "EINTR", "SHORT", "KILL" };
  Place place = { g_dir_make_tmp ("mq-faults-XXXXXX", NULL) };

  place.drafts = g_build_filename (place.folder, "drafts", NULL);
  place.file = g_build_filename (place.drafts, "a.muqtarah", NULL);
  place.log = g_build_filename (place.folder, "log", NULL);
  place.code = g_build_filename (place.folder, "code", NULL);
  g_assert_cmpint (g_mkdir (place.drafts, 0700), ==, 0);
  g_assert_true (g_file_set_contents (place.file, OLD, -1, NULL));

  for (gsize c = 0; c < G_N_ELEMENTS (calls); c++)
    {
      guint n = count_calls (&place, calls[c]);

      g_test_message ("%s: %u", calls[c], n);
      /* all of these are part of saving, or the library does not work */
      g_assert_cmpuint (n, >, 0);
      for (guint i = 1; i <= n; i++)
        for (gsize f = 0; f < G_N_ELEMENTS (faults); f++)
          if (g_str_equal (calls[c], "write") || !g_str_equal (faults[f], "SHORT"))
            check_fault (&place, calls[c], faults[f], (int) i);
    }

  g_unlink (place.log);
  g_unlink (place.code);
  g_rmdir (place.drafts);
  g_rmdir (place.folder);
  g_free (place.folder);
  g_free (place.drafts);
  g_free (place.file);
  g_free (place.log);
  g_free (place.code);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--save"))
    return save (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/faults/save", test_faults);

  return g_test_run ();
}
