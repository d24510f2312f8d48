/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-store.h"

#include "mq-limits.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files are read whole after their size is known, and replaced whole: written under another name, flushed to
 * the disk, renamed over the old one, and the folder flushed.  g_file_replace() is not used: after a failed
 * write GLib 2.74 closes its stream, which puts the cut new file over the good old one. */

static gboolean
file_problem (MqProblem **problem, MqProblemCode code, const char *path, const char *detail)
{
  MqProblem *found = mq_problem_new (code, NULL, detail);

  mq_problem_set_file (found, path, 0);

  return mq_problem_report (problem, found);
}

/* ---- loading ---- */

/**
 * mq_store_read:
 * @path: path of a file
 * @most_mib: what it may have at most, in MiB
 * @problem: (out) (optional): why it cannot be read
 *
 * Returns: (transfer full) (nullable): all bytes of the file
 */
GBytes *
mq_store_read (const char *path, guint most_mib, MqProblem **problem)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = NULL;
  GStatBuf status;
  char *data;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_stat (path, &status) != 0)
    {
      file_problem (problem, errno == ENOENT ? MQ_PROBLEM_FILE_MISSING : MQ_PROBLEM_FILE_NOT_READABLE, path,
                    g_strerror (errno));
      return NULL;
    }
  /* A pipe or a device has no size that could be checked, and no end that one could count on. */
  if (!S_ISREG (status.st_mode))
    {
      file_problem (problem, MQ_PROBLEM_FILE_NOT_READABLE, path,
                    g_strerror (S_ISDIR (status.st_mode) ? EISDIR : EINVAL));
      return NULL;
    }
  if ((guint64) status.st_size > (guint64) most_mib * 1024 * 1024)
    {
      limit = g_strdup_printf ("%u MiB", most_mib);
      file_problem (problem, MQ_PROBLEM_FILE_TOO_LARGE, path, limit);
      return NULL;
    }

  if (!g_file_get_contents (path, &data, &length, &error))
    {
      file_problem (problem,
                    g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? MQ_PROBLEM_FILE_MISSING
                                                                              : MQ_PROBLEM_FILE_NOT_READABLE,
                    path, error->message);
      return NULL;
    }

  return g_bytes_new_take (data, length);
}

/**
 * mq_store_load:
 * @path: path of a file
 * @problem: (out) (optional): why it cannot be opened: file, line and reason
 *
 * Returns: (transfer full) (nullable): the draft in the file
 */
MqDraft *
mq_store_load (const char *path, MqProblem **problem)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = mq_store_read (path, MQ_LIMIT_FILE_MIB, problem);

  return bytes != NULL ? mq_draft_parse (bytes, path, problem) : NULL;
}

/* ---- saving ---- */

/* The file that is meant, where symbolic links lead; one that does not exist yet is meant itself. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL), *target;
  g_autofree char *link = NULL, *folder = NULL;

  if (real != NULL)
    {
      target = g_strdup (real);
      free (real);
      return target;
    }

  /* a link to a file that is not there: it is made where the link points */
  link = g_file_read_link (path, NULL);
  if (link == NULL)
    return g_strdup (path);
  folder = g_path_get_dirname (path);

  return g_canonicalize_filename (link, folder);
}

/* The new file was made by this user under this umask; it gets the group and the permissions of the old one
 * back.  Where that is not allowed, the file is saved all the same. */
static void
keep_access (const char *target, const GStatBuf *old)
{
  GStatBuf status;

  if (g_stat (target, &status) != 0)
    return;
  if ((status.st_uid != old->st_uid || status.st_gid != old->st_gid) &&
      chown (target, old->st_uid, old->st_gid) != 0 && chown (target, (uid_t) -1, old->st_gid) != 0)
    g_debug ("%s: %s", target, g_strerror (errno));
  if (status.st_mode != old->st_mode && g_chmod (target, (int) (old->st_mode & 07777)) != 0)
    g_debug ("%s: %s", target, g_strerror (errno));
}

static gboolean
write_problem (MqProblem **problem, const char *path, const GError *error)
{
  MqProblemCode code = MQ_PROBLEM_FILE_NOT_WRITABLE;

  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    code = MQ_PROBLEM_DISK_FULL;
  else if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS) ||
           g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM))
    code = MQ_PROBLEM_NO_PERMISSION;
  else if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
           g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    code = MQ_PROBLEM_FOLDER_MISSING;

  return file_problem (problem, code, path, error->message);
}

/**
 * mq_store_write:
 * @path: path of a file, which is made if it is not there
 * @data: (array length=length): its new content
 * @length: bytes in @data
 * @problem: (out) (optional): why it could not be written
 *
 * Replaces the file whole.  Its permissions stay, and symbolic links are followed.
 *
 * Returns: %FALSE if it could not; the old content is there unharmed then
 */
gboolean
mq_store_write (const char *path, const void *data, gsize length, MqProblem **problem)
{
  g_autofree char *target = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  gboolean exists;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  target = resolve (path);
  exists = g_stat (target, &status) == 0;
  if (exists && !S_ISREG (status.st_mode))
    return file_problem (problem, MQ_PROBLEM_FILE_NOT_WRITABLE, path,
                         g_strerror (S_ISDIR (status.st_mode) ? EISDIR : EINVAL));
  /* Renaming over it would do, but who made it read-only meant it. */
  if (exists && g_access (target, W_OK) != 0)
    return file_problem (problem, MQ_PROBLEM_NO_PERMISSION, path, g_strerror (errno));

  if (!g_file_set_contents_full (target, data, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 exists ? (int) (status.st_mode & 07777) : 0666, &error))
    return write_problem (problem, path, error);
  if (exists)
    keep_access (target, &status);

  return TRUE;
}

/**
 * mq_store_save:
 * @draft: a draft
 * @path: path of a file, which is made if it is not there
 * @problem: (out) (optional): why it could not be saved
 *
 * Returns: %FALSE if it could not; the old file is there unharmed then
 */
gboolean
mq_store_save (MqDraft *draft, const char *path, MqProblem **problem)
{
  g_autoptr (GBytes) bytes = NULL;
  MqProblem *refusal = NULL;
  const void *data;
  gsize length;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  /* never write what could not be opened again */
  bytes = mq_draft_to_file (draft, &refusal);
  if (bytes == NULL)
    {
      mq_problem_set_file (refusal, path, 0);
      return mq_problem_report (problem, refusal);
    }
  data = g_bytes_get_data (bytes, &length);

  return mq_store_write (path, data, length, problem);
}

/**
 * mq_store_stamp:
 * @path: name of a file
 *
 * A file that somebody else has saved has another stamp, since each save makes a new file.
 *
 * Returns: (transfer full) (nullable): a string to be compared, or %NULL when there is no such file
 */
char *
mq_store_stamp (const char *path)
{
  struct stat found;

  g_return_val_if_fail (path != NULL, NULL);

  if (stat (path, &found) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT "-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT ".%09ld", (guint64) found.st_ino,
                          (gint64) found.st_size, (gint64) found.st_mtim.tv_sec, found.st_mtim.tv_nsec);
}
