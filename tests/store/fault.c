/* SPDX-License-Identifier: GPL-3.0-or-later */
/* both open() and open64() are made here, which large files would make one */
#undef _FILE_OFFSET_BITS
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A library to be preloaded that makes one system call fail: the disk is full, breaks, or the program is
 * killed at this
 * very point.
 *
 *   FAULT=call:what:n:part   the nth call (from 1) of that name on a file whose path holds part
 *                            what: the name of an error, SHORT (half is written) or KILL
 *   FAULT_LOG=file           gets a line for each matching call, so that a test learns how many there are
 *
 * The program sees it through GLib and GIO; it does not see what libc calls inside itself. */

#pragma GCC diagnostic ignored "-Wmissing-declarations"
#pragma GCC diagnostic ignored "-Wmissing-prototypes"

#define SHORT_WRITE (-1)

static char fault_call[16], fault_what[16], fault_part[256];
static int fault_at, calls_seen, log_file = -1;

static const struct { const char *name; int value; } errors[] = {
  { "ENOSPC", ENOSPC }, { "EIO", EIO },     { "EACCES", EACCES },
  { "EROFS", EROFS },   { "EINTR", EINTR }, { "EDQUOT", EDQUOT },
};

__attribute__ ((constructor)) static void
set_up (void)
{
  const char *fault = getenv ("FAULT"), *log = getenv ("FAULT_LOG");

  if (fault != NULL)
    sscanf (fault, "%15[^:]:%15[^:]:%d:%255s", fault_call, fault_what, &fault_at, fault_part);
  if (log != NULL)
    log_file = (int) syscall (SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* 0: go on; else the error to fail with, or SHORT_WRITE. */
static int
fault (const char *call, const char *path, int fd)
{
  char link[32], file[512] = "", line[600];
  ssize_t length;

  if (strcmp (call, fault_call) != 0)
    return 0;
  if (path == NULL)
    {
      snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
      length = readlink (link, file, sizeof file - 1);
      file[length < 0 ? 0 : length] = '\0';
      path = file;
    }
  if (strstr (path, fault_part) == NULL)
    return 0;
  if (log_file >= 0)
    {
      length = snprintf (line, sizeof line, "%s %s\n", call, path);
      syscall (SYS_write, log_file, line, length);
    }
  if (__sync_add_and_fetch (&calls_seen, 1) != fault_at)
    return 0;

  if (strcmp (fault_what, "SHORT") == 0)
    return SHORT_WRITE;
  if (strcmp (fault_what, "KILL") == 0)
    syscall (SYS_kill, getpid (), SIGKILL);
  for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
    if (strcmp (fault_what, errors[i].name) == 0)
      return errors[i].value;

  return EIO;
}

#define REAL(name)                                                                                           \
  static __typeof__ (name) *real;                                                                            \
  if (real == NULL)                                                                                          \
    real = (__typeof__ (name) *) dlsym (RTLD_NEXT, #name)

#define FAIL(name, path, fd)                                                                                 \
  do                                                                                                         \
    {                                                                                                        \
      int code = fault (name, path, fd);                                                                     \
      if (code != 0)                                                                                         \
        {                                                                                                    \
          errno = code > 0 ? code : EIO;                                                                     \
          return -1;                                                                                         \
        }                                                                                                    \
    }                                                                                                        \
  while (0)

#define OPEN(name, parameters, arguments)                                                                    \
  int name parameters                                                                                        \
  {                                                                                                          \
    int mode = 0;                                                                                            \
    REAL (name);                                                                                             \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0)                                                                \
      {                                                                                                      \
        va_list rest;                                                                                        \
        va_start (rest, flags);                                                                              \
        mode = va_arg (rest, int);                                                                           \
        va_end (rest);                                                                                       \
      }                                                                                                      \
    FAIL ("open", path, -1);                                                                                 \
    return real arguments;                                                                                   \
  }

OPEN (open, (const char *path, int flags, ...), (path, flags, mode))
OPEN (openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
OPEN (open64, (const char *path, int flags, ...), (path, flags, mode))
OPEN (openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))

ssize_t
write (int fd, const void *data, size_t size)
{
  int code;

  REAL (write);
  code = fault ("write", NULL, fd);
  if (code > 0)
    {
      errno = code;
      return -1;
    }

  return real (fd, data, code == SHORT_WRITE && size > 1 ? size / 2 : size);
}

int
fsync (int fd)
{
  REAL (fsync);
  FAIL ("fsync", NULL, fd);
  return real (fd);
}

int
close (int fd)
{
  int code;

  REAL (close);
  code = fault ("close", NULL, fd);
  if (code > 0)
    {
      real (fd);
      errno = code;
      return -1;
    }

  return real (fd);
}

int
rename (const char *from, const char *to)
{
  REAL (rename);
  FAIL ("rename", to, -1);
  return real (from, to);
}
