/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-draft.h"

/* muqtarah-tool: one function a command.  Each gets its arguments (without the command's name) and gives the exit
 * status: 0 done, 1 the answer is no (findings), 2 could not (the reason is on stderr). */

enum { TOOL_DONE = 0, TOOL_NO = 1, TOOL_COULD_NOT = 2, TOOL_USAGE = -1 /* main tells how it is used, and ends with 2 */ };

typedef struct {
  const char *output;         /* -o, or NULL */
  const char *kind;           /* --kind, or "standard" */
  const char *copy;           /* --copy, or "marked" */
  gboolean line_numbers;      /* --line-numbers */
  gboolean json;              /* --json */
} ToolOptions;

typedef int (*ToolCommand) (const ToolOptions *options, int n, char **arguments);

int tool_new    (const ToolOptions *options, int n, char **arguments);
int tool_check  (const ToolOptions *options, int n, char **arguments);
int tool_format (const ToolOptions *options, int n, char **arguments);
int tool_get    (const ToolOptions *options, int n, char **arguments);
int tool_set    (const ToolOptions *options, int n, char **arguments);
int tool_mend   (const ToolOptions *options, int n, char **arguments);
int tool_export (const ToolOptions *options, int n, char **arguments);
int tool_extract (const ToolOptions *options, int n, char **arguments);
int tool_text   (const ToolOptions *options, int n, char **arguments);

/* words without a draft (tool-arabic.c); these have options of their own */
int tool_words   (const ToolOptions *options, int n, char **arguments);
int tool_count   (const ToolOptions *options, int n, char **arguments);
int tool_ordinal (const ToolOptions *options, int n, char **arguments);
int tool_date    (const ToolOptions *options, int n, char **arguments);
int tool_fold    (const ToolOptions *options, int n, char **arguments);

/* ---- shared by the commands ---- */

/* The draft in a file, with its computed facts attached and settled; NULL: the reason has been told. */
MqDraft *tool_load (const char *path);
/* Tells @problem (transfer full) on stderr; gives TOOL_COULD_NOT. */
int tool_tell (MqProblem *problem);
/* Saves @draft to -o, or back to @path. */
int tool_save (MqDraft *draft, const ToolOptions *options, const char *path);

/* ---- tables as tab-separated rows (tool-table.c) ---- */

/* The rows of a table under a line of column names, the first of which is `id`; in a cell \n, \t and \\ stand for a
 * line's end, a tab and a backslash. */
char *tool_table_write (MqDraft *draft, const MqField *table);
/* The same back: rows with a known id are kept, others come, rows not named go.  Columns left out keep their values;
 * computed columns must agree with what is computed.  FALSE: the draft must not be saved. */
gboolean tool_table_read (MqDraft *draft, const MqField *table, const char *text, MqProblem **problem);
