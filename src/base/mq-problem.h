/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A problem is one thing that is wrong, said so that the window, the tool and the tests can all tell it: what (code),
 * where (file and line, or the path or id in the draft), and the words that its sentence needs.  Layers below make
 * problems from codes; the sentence in the interface's language is made here, by mq_problem_sentence().
 *
 * A problem is either a reason why something could not be done, or a finding of a check, which has a severity. */

G_BEGIN_DECLS

typedef enum {
  /* files */
  MQ_PROBLEM_FILE_MISSING,
  MQ_PROBLEM_FILE_NOT_READABLE,     /* detail: the system's reason */
  MQ_PROBLEM_FILE_NOT_WRITABLE,     /* detail: the system's reason */
  MQ_PROBLEM_DISK_FULL,
  MQ_PROBLEM_NO_PERMISSION,
  MQ_PROBLEM_FOLDER_MISSING,        /* a file was to be written there */
  MQ_PROBLEM_FILE_EXISTS,
  MQ_PROBLEM_FILE_TOO_LARGE,        /* detail: the limit */
  MQ_PROBLEM_DRAFT_TOO_LARGE,       /* it could be saved, and never opened again */
  /* content of a draft file */
  MQ_PROBLEM_NOT_XML,               /* detail: the parser's reason */
  MQ_PROBLEM_NOT_A_DRAFT,
  MQ_PROBLEM_NOT_AN_EXPORT,         /* a PDF, or what was taken for one, without a draft in it */
  MQ_PROBLEM_DOCTYPE,
  MQ_PROBLEM_ENTITY,                /* subject: the entity */
  MQ_PROBLEM_TOO_DEEP,              /* detail: the limit */
  MQ_PROBLEM_TOO_MANY_NODES,        /* detail: the limit */
  MQ_PROBLEM_TOO_WIDE,              /* subject: the element that has too many children */
  MQ_PROBLEM_TEXT_TOO_LONG,         /* detail: the limit */
  MQ_PROBLEM_NEWER_FORMAT,          /* subject: the format of the file */
  MQ_PROBLEM_UNKNOWN_KIND,          /* subject: the kind */
  MQ_PROBLEM_GRAMMAR,               /* detail: what the grammar says */
  MQ_PROBLEM_DUPLICATE_ID,          /* subject: the id */
  /* values and paths */
  MQ_PROBLEM_UNKNOWN_PATH,          /* subject: the path */
  MQ_PROBLEM_UNKNOWN_COLUMN,        /* subject: the column */
  MQ_PROBLEM_READ_ONLY,             /* subject: the path */
  MQ_PROBLEM_NOT_A_NUMBER,          /* subject: what was given */
  MQ_PROBLEM_NOT_AN_AMOUNT,         /* subject: what was given */
  MQ_PROBLEM_TOO_MANY_DECIMALS,     /* subject: what was given */
  MQ_PROBLEM_NOT_A_DATE,            /* subject: what was given */
  MQ_PROBLEM_NOT_A_CHOICE,          /* subject: what was given */
  MQ_PROBLEM_NOT_A_ROW,             /* subject: what was given */
  MQ_PROBLEM_NOT_ONE_LINE,
  MQ_PROBLEM_BAD_CHARACTER,         /* a character that XML or paper cannot hold */
  MQ_PROBLEM_BAD_INLINE,            /* an inline fragment that does not parse; detail: why */
  MQ_PROBLEM_MIXED_DIGITS,          /* subject: what was given */
  MQ_PROBLEM_OUT_OF_RANGE,          /* subject: what was given; detail: the range */
  MQ_PROBLEM_TOO_LONG,              /* detail: the limit, characters */
  MQ_PROBLEM_PATTERN,               /* subject: what was given */
  MQ_PROBLEM_NOT_UNIQUE,            /* subject: what was given */
  MQ_PROBLEM_TOO_FEW_ROWS,          /* subject: the table's label; detail: the limit */
  MQ_PROBLEM_TOO_MANY_ROWS,         /* the same */
  /* findings of checks */
  MQ_PROBLEM_FACT_EMPTY,            /* subject: the fact's label */
  MQ_PROBLEM_REFERENCE_TO_NOTHING,  /* subject: the id */
  MQ_PROBLEM_TERM_UNDEFINED,        /* subject: the term */
  MQ_PROBLEM_NO_RATE,               /* subject: from; detail: to */
  MQ_PROBLEM_REMAINDER,             /* subject: the fact's label: a division that leaves a rest */
  MQ_PROBLEM_LOOKALIKE,             /* subject: the word */
  MQ_PROBLEM_TATWEEL,               /* subject: the word */
  MQ_PROBLEM_DIRECTION_MARK,        /* subject: the word */
  MQ_PROBLEM_RULE,                  /* subject: the sentence itself, from a rule of the kind; detail: its id */
  MQ_PROBLEM_FORMULA,               /* detail: the error and its position */
  /* the document */
  MQ_PROBLEM_FONT_MISSING,          /* subject: the font */
  MQ_PROBLEM_EXPORT,                /* detail: the reason */
  MQ_PROBLEM_KIND_DATA,             /* subject: the file of the kind; detail: the reason */
  MQ_N_PROBLEMS
} MqProblemCode;

typedef enum { MQ_SEVERITY_BLOCK, MQ_SEVERITY_WARN, MQ_SEVERITY_ADVICE } MqSeverity;

/**
 * MqProblem:
 * @code: what is wrong
 * @severity: for findings, whether it blocks a final copy
 * @file: (nullable): the file concerned, as a name to show
 * @line: line in @file, from 1, or 0
 * @path: (nullable): the path of the fact, or the id of the block, that is concerned
 * @subject: (nullable): the word, value or label the sentence names
 * @detail: (nullable): the second word of the sentence: a limit, a reason
 */
typedef struct {
  MqProblemCode code;
  MqSeverity severity;
  char *file;
  int line;
  char *path;
  char *subject;
  char *detail;
} MqProblem;

MqProblem *mq_problem_new      (MqProblemCode code, const char *subject, const char *detail);
MqProblem *mq_problem_copy     (const MqProblem *problem);
void       mq_problem_free     (MqProblem *problem);
void       mq_problem_set_file (MqProblem *problem, const char *file, int line);
void       mq_problem_set_path (MqProblem *problem, const char *path);
/* takes @problem into *@out, or frees it if @out is NULL; gives FALSE, so that "return mq_problem_report
 * (…)" reads well */
gboolean   mq_problem_report   (MqProblem **out, MqProblem *problem);
/* the sentence without the place: "The field “…” is empty." */
char      *mq_problem_sentence (const MqProblem *problem);
/* file, line and sentence, as a message shows them: "Could not open “…”: error on line 3: …" */
char      *mq_problem_message  (const MqProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqProblem, mq_problem_free)

G_END_DECLS
