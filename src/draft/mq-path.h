/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-kind.h"

/* Paths taken apart and put together: `group/fact`, `group/table/ROW`, `group/table/ROW/column`, and without a row
 * `group/table/column`.  Whether a path leads anywhere is not asked here. */

G_BEGIN_DECLS

guint       mq_path_length  (const char *path);             /* how many names it has */
const char *mq_path_from    (const char *path, guint n);    /* behind its first @n names; NULL: it has no more */
char       *mq_path_first   (const char *path, guint n);    /* its first @n names, or all of it */
char       *mq_path_group   (const char *path);             /* group */
char       *mq_path_fact    (const char *path);             /* group/fact of any path */
char       *mq_path_row     (const char *path);             /* of a cell: its row; NULL: it is no cell */
const char *mq_path_row_id  (const char *path);             /* of a cell: the id of its row; NULL: it is no cell */
char       *mq_path_pattern (const char *path);             /* without its row */
char       *mq_path_cell    (const MqField *field, const char *row);

G_END_DECLS
