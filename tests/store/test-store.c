/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-store.h"

#include "mq-limits.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *file;
  MqDraft *draft;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kinds = g_test_build_filename (G_TEST_DIST, "kinds", NULL);

  g_setenv ("MUQTARAH_KINDS", kinds, TRUE);
  fixture->folder = g_dir_make_tmp ("mq-store-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "مسودة.muqtarah", NULL);
  fixture->draft = mq_draft_new (mq_kind_find ("small", NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_assert_finalize_object (fixture->draft);
  g_free (fixture->file);
  g_free (fixture->folder);
}

static void
assert_saved (MqDraft *draft, const char *file)
{
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (GBytes) bytes = mq_draft_to_bytes (draft);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (mq_store_save (draft, file, &problem));
  g_assert_null (problem);
  g_assert_true (g_file_get_contents (file, &content, &length, NULL));
  g_assert_cmpmem (content, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_round (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MqDraft) again = NULL;
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (GBytes) first = mq_draft_to_bytes (fixture->draft), second = NULL;

  assert_saved (fixture->draft, fixture->file);
  again = mq_store_load (fixture->file, &problem);
  g_assert_null (problem);
  second = mq_draft_to_bytes (again);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpstr (mq_draft_id (again), ==, mq_draft_id (fixture->draft));

  g_assert_true (mq_draft_set (again, "record/place", "بغداد", NULL));
  assert_saved (again, fixture->file);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_load_problems (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *broken = g_build_filename (fixture->folder, "broken", NULL);
  g_autofree char *huge = g_build_filename (fixture->folder, "huge", NULL);
  struct { const char *path; MqProblemCode code; int line; } cases[] = {
    { missing, MQ_PROBLEM_FILE_MISSING, 0 },
    { fixture->folder, MQ_PROBLEM_FILE_NOT_READABLE, 0 },
    { pipe, MQ_PROBLEM_FILE_NOT_READABLE, 0 },
    { "/dev/zero", MQ_PROBLEM_FILE_NOT_READABLE, 0 },
    { broken, MQ_PROBLEM_NOT_XML, 2 },
    { huge, MQ_PROBLEM_FILE_TOO_LARGE, 0 },
  };
  gint64 start = g_get_monotonic_time ();
  int fd;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (g_file_set_contents (broken, "<?xml version='1.0'?>\nnot a draft", -1, NULL));
  fd = g_open (huge, O_CREAT | O_WRONLY, 0600);
  g_assert_cmpint (ftruncate (fd, 200 * 1024 * 1024), ==, 0);
  close (fd);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqProblem) problem = NULL;

      g_test_message ("%s", cases[i].path);
      g_assert_null (mq_store_load (cases[i].path, &problem));
      g_assert_cmpint (problem->code, ==, cases[i].code);
      g_assert_cmpstr (problem->file, ==, cases[i].path);
      g_assert_cmpint (problem->line, ==, cases[i].line);
      g_assert_null (mq_store_load (cases[i].path, NULL));
    }
  /* the large file was not read */
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static void
test_permissions (Fixture *fixture, gconstpointer data)
{
  static const guint modes[] = { 0600, 0640, 0666, 0777 };
  GStatBuf status;
  mode_t mask = umask (022);

  assert_saved (fixture->draft, fixture->file);
  g_assert_cmpint (g_stat (fixture->file, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0644);
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (fixture->file, (int) modes[i]), ==, 0);
      assert_saved (fixture->draft, fixture->file);
      g_assert_cmpint (g_stat (fixture->file, &status), ==, 0);
      g_assert_cmpuint (status.st_mode & 07777, ==, modes[i]);
    }
  umask (mask);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *chain = g_build_filename (fixture->folder, "chain", NULL);
  g_autofree char *dangling = g_build_filename (fixture->folder, "dangling", NULL);
  g_autofree char *made = g_build_filename (fixture->folder, "made", NULL);

  assert_saved (fixture->draft, fixture->file);
  g_assert_cmpint (symlink (fixture->file, link), ==, 0);
  g_assert_cmpint (symlink ("link", chain), ==, 0);
  g_assert_true (mq_draft_set (fixture->draft, "record/place", "بغداد", NULL));
  assert_saved (fixture->draft, chain);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (chain, G_FILE_TEST_IS_SYMLINK));
  assert_saved (fixture->draft, fixture->file);

  g_assert_cmpint (symlink ("made", dangling), ==, 0);
  assert_saved (fixture->draft, dangling);
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (made, G_FILE_TEST_IS_REGULAR));
}

static void
test_write_problems (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "folder", NULL);
  const char *const paths[] = { nowhere, fixture->folder, "/dev/full" };
  const MqProblemCode codes[] = { MQ_PROBLEM_FOLDER_MISSING, MQ_PROBLEM_FILE_NOT_WRITABLE,
                                  MQ_PROBLEM_FILE_NOT_WRITABLE };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (MqProblem) problem = NULL;

      g_assert_false (mq_store_save (fixture->draft, paths[i], &problem));
      g_assert_cmpint (problem->code, ==, codes[i]);
      g_assert_cmpstr (problem->file, ==, paths[i]);
      g_assert_false (mq_store_save (fixture->draft, paths[i], NULL));
    }
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MqProblem) problem = NULL, second = NULL;

  assert_saved (fixture->draft, fixture->file);
  g_chmod (fixture->file, 0400);
  if (geteuid () == 0)
    {
      g_test_skip ("root may write anything");
      return;
    }
  g_assert_false (mq_store_save (fixture->draft, fixture->file, &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_NO_PERMISSION);
  g_chmod (fixture->file, 0600);
  g_chmod (fixture->folder, 0500);
  g_assert_false (mq_store_save (fixture->draft, fixture->file, &second));
  g_chmod (fixture->folder, 0700);
  g_assert_cmpint (second->code, ==, MQ_PROBLEM_NO_PERMISSION);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "draft", NULL), *content = NULL;
  g_autofree char *large = g_strnfill (400 * 1024, 'x');
  g_autoptr (MqProblem) problem = NULL;

  if (mount ("tmpfs", fixture->folder, "tmpfs", 0, "size=300k") != 0)
    {
      g_test_skip ("no small disk can be mounted here");
      return;
    }
  g_assert_true (mq_store_write (file, "old", 3, &problem));
  g_assert_false (mq_store_write (file, large, 400 * 1024, &problem));
  g_assert_true (g_file_get_contents (file, &content, NULL, NULL));
  g_assert_cmpuint (count_files (fixture), ==, 1);
  umount (fixture->folder);
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_DISK_FULL);
  g_assert_cmpstr (content, ==, "old");
}

/* What could not be opened again is not written. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MqDraft) draft = mq_draft_new (mq_kind_find ("standard", NULL));
  g_autofree char *lines = g_strnfill (2 * MQ_LIMIT_ITEMS, '\n'), *content = NULL;
  g_autofree const char **rows = mq_draft_rows (draft, "scope/fields", NULL);
  g_autoptr (MqProblem) problem = NULL;

  for (gsize i = 0; lines[i] != '\0'; i += 2)
    lines[i] = 'a';
  g_assert_true (mq_store_write (fixture->file, "old", 3, &problem));
  for (guint i = 0; i <= MQ_LIMIT_WIDTH / MQ_LIMIT_ITEMS / MQ_LIMIT_ITEMS; i++)
    {
      g_autofree char *path = g_strdup_printf ("scope/fields/%s/outside", rows[i]);

      g_assert_true (mq_draft_set (draft, path, lines, &problem));
    }
  g_assert_false (mq_store_save (draft, fixture->file, &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_DRAFT_TOO_LARGE);
  g_assert_cmpstr (problem->file, ==, fixture->file);
  g_assert_true (g_file_get_contents (fixture->file, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
}

/* A file of another format may have its own limit. */
static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (1024 * 1024 + 1, 'x');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MqProblem) problem = NULL;

  g_assert_true (mq_store_write (fixture->file, large, 1024 * 1024 + 1, NULL));
  g_assert_null (mq_store_read (fixture->file, 1, &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_FILE_TOO_LARGE);
  g_assert_cmpstr (problem->detail, ==, "1 MiB");
  bytes = mq_store_read (fixture->file, 2, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 1024 * 1024 + 1);
}

/* A file of nothing is a file, too. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (mq_store_write (fixture->file, "", 0, NULL));
  g_assert_true (g_file_get_contents (fixture->file, &content, &length, NULL));
  g_assert_cmpuint (length, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("round", test_round);
  ADD ("load-problems", test_load_problems);
  ADD ("permissions", test_permissions);
  ADD ("links", test_links);
  ADD ("write-problems", test_write_problems);
  ADD ("read-only", test_read_only);
  ADD ("full-disk", test_full_disk);
  ADD ("too-large", test_too_large);
  ADD ("read", test_read);
  ADD ("empty", test_empty);

  return g_test_run ();
}
