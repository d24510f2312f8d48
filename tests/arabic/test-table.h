/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The tables of expected texts in data/: columns parted by tabs, a line a row, lines that begin with # are
 * comments. */

typedef void (*TestRow) (char **columns, guint n_columns);

static inline void
test_table (const char *name, guint min_rows, TestRow row)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "arabic", "data", name, NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint rows = 0;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);

  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = NULL;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      columns = g_strsplit (lines[i], "\t", -1);
      row (columns, g_strv_length (columns));
      rows++;
    }

  g_assert_cmpuint (rows, >=, min_rows);
}
