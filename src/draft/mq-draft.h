/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "mq-path.h"

/* A draft: one parsed document, the only truth about it in memory.  Everything above reads it by paths, ids and nodes,
 * and changes it through one door, mq_draft_apply().
 *
 * Paths: `capital/authorised` a fact; `capital/shareholders` a table; `capital/shareholders/ROW` a row;
 * `capital/shareholders/ROW/cash` a cell; `body/ID` an editable number of a clause.
 *
 * Values are strings in their neutral form (mq-kind.h: MqType); an empty fact has no value (NULL, and "" when set).
 * Lists and paragraphs are lines, and an empty line is none: "a\n\nb\n" is kept as "a\nb".
 *
 * Steps: what one undo takes back.  Changes between mq_draft_begin() and mq_draft_end() are one step; a change outside
 * is a step of its own.  Before the outermost step closes, the settlers set the computed facts, within the same step.
 * Then "changed" goes out, once.  Typing on in the same place (same merge key, within 1.5 s) lengthens the last step.
 *
 * A draft is used by one thread; a worker gets bytes (mq_draft_to_bytes) and parses its own. */

G_BEGIN_DECLS

#define MQ_FORMAT 1
#define MQ_NAMESPACE "urn:muqtarah:proposal"

#define MQ_TYPE_DRAFT (mq_draft_get_type ())
G_DECLARE_FINAL_TYPE (MqDraft, mq_draft, MQ, DRAFT, GObject)

/* ---- coming and going ---- */

MqDraft *mq_draft_new   (const MqKind *kind);
/* Trusts nothing: limits of size, depth and number, no DTD, no entities, UTF-8, ids, grammar, paths.  Rows that the
 * kind fixes and the file lacks are put in.  @name is how messages call the file.  The kind is found by the name that
 * the draft gives (mq_kind_find). */
MqDraft *mq_draft_parse (GBytes *bytes, const char *name, MqProblem **problem);
GBytes  *mq_draft_to_bytes (MqDraft *draft);                /* the canonical form */
/* The same for a file.  NULL: it is larger than what mq_draft_parse() reads again. */
GBytes  *mq_draft_to_file  (MqDraft *draft, MqProblem **problem);
const MqKind *mq_draft_kind (MqDraft *draft);
const char   *mq_draft_id   (MqDraft *draft);               /* the draft's own xml:id */

/* ---- reading ---- */

/* The value at a path: (transfer none), good until the next change; NULL when empty or when there is no such place. */
const char *mq_draft_value (MqDraft *draft, const char *path);
/* The ids of a table's rows, in order: (transfer container) NULL-terminated; the ids are interned. */
const char **mq_draft_rows (MqDraft *draft, const char *table, guint *n);
guint mq_draft_n_rows (MqDraft *draft, const char *table);
/* The table that a row stands in (path of the table), or NULL when there is no such row. */
const char *mq_draft_row_table (MqDraft *draft, const char *row);
/* The inline content of an inline fact, for rendering: the element whose children it is; NULL when empty. */
const MqNode *mq_draft_inline (MqDraft *draft, const char *path);
const MqNode *mq_draft_body (MqDraft *draft);               /* <body> */
/* a part, article, block or number of the body; NULL: none */
const MqNode *mq_draft_by_id (MqDraft *draft, const char *id);
/* wording: the text of a variant ("eg" or "iq"), and the inline content of a phrase for a token; NULL: none */
const char   *mq_draft_variant (MqDraft *draft, const char *key, gboolean iraqi);
gboolean      mq_draft_variant_by_law (MqDraft *draft, const char *key);
const MqNode *mq_draft_phrase (MqDraft *draft, const char *map, const char *token);
guint64 mq_draft_revision (MqDraft *draft);                 /* grows with every step, undo and redo */
guint64 mq_draft_state (MqDraft *draft);                    /* of its content: the same again after an undo */

/* ---- changing: the one door ---- */

typedef enum {
  MQ_CHANGE_SET,          /* path, value */
  MQ_CHANGE_INSERT_ROW,   /* path of the table; row id; at: place from 0, or -1 for the end */
  MQ_CHANGE_REMOVE_ROW,   /* path of the row; what it takes to go back is kept inside */
  MQ_CHANGE_MOVE_ROW,     /* path of the row; at: place from 0 that it has afterwards */
} MqChangeType;

typedef struct _MqChange MqChange;
MqChange *mq_change_set        (const char *path, const char *value);
MqChange *mq_change_insert_row (const char *table, const char *row, int at);   /* row NULL: a new random id */
MqChange *mq_change_remove_row (const char *row_path);
MqChange *mq_change_move_row   (const char *row_path, int at);
MqChangeType mq_change_type (const MqChange *change);
const char *mq_change_path  (const MqChange *change);       /* of an inserted row too: table/ROW */

/* Takes @change.  FALSE: it was refused, nothing has changed, and @problem says why.  A value equal to what is there
 * is accepted and makes no step. */
gboolean mq_draft_apply (MqDraft *draft, MqChange *change, MqProblem **problem);
/* The same for one value: what a form's row, or the tool, does. */
gboolean mq_draft_set (MqDraft *draft, const char *path, const char *value, MqProblem **problem);
/* Whether a value may stand at a path, without setting it. */
gboolean mq_draft_accepts (MqDraft *draft, const char *path, const char *value, MqProblem **problem);

/* ---- steps, undo, redo ---- */

/* @label: what the step is called in the menu, already in the language of the interface; NULL: made from the path.
 * @merge_key: typing with the same key within MQ_BURST_MS is one step; NULL: never merged. */
void mq_draft_begin (MqDraft *draft, const char *label, const char *merge_key);
void mq_draft_end   (MqDraft *draft);
void mq_draft_abandon (MqDraft *draft);                     /* ends the step and takes back its changes */
void mq_draft_end_burst (MqDraft *draft);                   /* the field was left: the next typing is a new step */
gboolean mq_draft_undo (MqDraft *draft);
gboolean mq_draft_redo (MqDraft *draft);
const char *mq_draft_undo_label (MqDraft *draft);           /* NULL: nothing to undo */
const char *mq_draft_redo_label (MqDraft *draft);
/* The path that the step which undo (redo) would take back touched first: where to bring the user. */
const char *mq_draft_undo_path (MqDraft *draft);
const char *mq_draft_redo_path (MqDraft *draft);
#define MQ_BURST_MS 1500

/* ---- what follows a change ---- */

/* What a step changed: full paths of values, paths of tables whose rows came, went or moved. */
typedef struct { GPtrArray *paths; /* const char *, interned */ gboolean rows; } MqChanges;
/* Whether anything changed at, or below, pattern (a path without rows).  Rows that came, went or moved touch all
 * columns of their table.  changes NULL: everything changed. */
gboolean mq_changes_touch (const MqChanges *changes, const char *pattern);

/* A settler runs before a step closes, and in mq_draft_settle() with changes NULL, which means everything: it may set
 * computed facts by mq_draft_settle_value(), which takes part in the step. */
typedef void (*MqSettler) (MqDraft *draft, const MqChanges *changes, gpointer data);
void mq_draft_set_settler (MqDraft *draft, MqSettler settler, gpointer data, GDestroyNotify destroy);
/* everything, outside of the history, which is forgotten if anything changes: after loading */
void mq_draft_settle (MqDraft *draft);
void mq_draft_settle_value (MqDraft *draft, const char *path, const char *value);
/* rows of a computed table: exactly these ids, in this order */
void mq_draft_settle_rows (MqDraft *draft, const char *table, const char *const *rows, guint n);

/* signal "changed" (MqDraft *, const MqChanges *): after each step, undo and redo, and after mq_draft_settle */

/* Row ids are random; tests seed them. */
void mq_draft_seed_ids (guint32 seed);

G_END_DECLS
