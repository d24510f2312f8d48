/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-draft.h"
#include "mq-kind-private.h"
#include "mq-xml.h"

/* The inside of a draft, for draft/.
 *
 * The tree.  Every fact of the kind has its element, from the moment the draft is opened, and an element that was once
 * there stays: an empty one is a fact without a value and is not written (mq-canonical.c).  So a value is changed by
 * exchanging the children of its element, and the place of an element never has to be found again on undo.
 * The application data of a node (xmlNode._private) is: of the element of a fact or cell its MqField; of a row its id,
 * interned.
 *
 * Nodes are relinked and never copied: what a change has taken out is owned by the change until it goes back. */

G_BEGIN_DECLS

typedef struct _MqStep MqStep;

struct _MqDraft {
  GObject parent_instance;

  const MqKind *kind;
  xmlDoc *doc;
  xmlNode *root, *facts, *wording, *body;
  xmlNode **fact_nodes;            /* by MqFieldInside.ordinal */
  GHashTable *ids;                 /* xml:id in the tree → xmlNode; the key is the attribute's own text */
  GHashTable *composed;            /* xmlNode → the value made from more than one text node */
  GHashTable *variants;            /* key → <variant> of the wording */
  GHashTable *phrases;             /* key → <phrases> of the wording */
  guint64 revision;
  guint64 n_states, first_state;           /* given out; of the content before the first step that can be undone */

  /* steps */
  MqStep *step;                    /* the open one, or NULL */
  GArray *marks;                   /* guint: how many changes the step had at each mq_draft_begin() that is open */
  GPtrArray *undo, *redo;          /* MqStep, the next to take back or repeat at the end */
  gboolean in_burst;               /* the last step may be lengthened */

  MqSettler settler;
  gpointer settler_data;
  GDestroyNotify settler_destroy;
  gboolean settling;
};

/* ---- mq-ids.c ---- */

gboolean mq_ids_add    (GHashTable *ids, xmlNode *top, xmlNode **duplicate);
void     mq_ids_remove (GHashTable *ids, xmlNode *top);
char    *mq_ids_new    (GHashTable *ids, char prefix);

/* ---- mq-place.c ---- */

typedef enum { MQ_PLACE_FACT, MQ_PLACE_TABLE, MQ_PLACE_ROW, MQ_PLACE_CELL, MQ_PLACE_NUMBER } MqPlaceType;

/* A place in the draft: what a path leads to. */
typedef struct {
  MqPlaceType type;
  const MqField *field;            /* fact, table (also of a row), column; NULL for a number */
  xmlNode *node;                   /* element of the fact, table, row, number; of a cell NULL where it has none yet */
  xmlNode *row;                    /* of a cell */
} MqPlace;

gboolean mq_place_find   (MqDraft *draft, const char *path, MqPlace *place, MqProblem **problem);
xmlNode *mq_place_cell   (const xmlNode *row, const MqField *column);
xmlNode *mq_place_make_cell (MqDraft *draft, xmlNode *row, const MqField *column);
int      mq_rows_count   (const xmlNode *table);
gboolean mq_paths_check  (const MqKind *kind, const xmlNode *top, const xmlNode **where, const char **unknown);

static inline gboolean
mq_is_row (const xmlNode *node)
{
  return mq_xml_is (node, "row");
}

/* ---- mq-model.c ---- */

gboolean mq_model_check  (const MqKind *kind, xmlDoc *doc, const char *name, MqProblem **problem);
void     mq_draft_adopt  (MqDraft *draft, const MqKind *kind, xmlDoc *doc, gboolean new_draft);
xmlDoc  *mq_model_to_draft (const MqKind *kind);
xmlNode *mq_row_new      (MqDraft *draft, const MqField *table, const char *id);
const MqModelRow *mq_row_model (const MqField *table, const char *id);

/* ---- mq-value.c, mq-value-check.c ---- */

const char *mq_value_of        (MqDraft *draft, const MqField *field, xmlNode *node);
char       *mq_value_compose   (const MqField *field, const xmlNode *children);
char       *mq_value_normalize (const MqField *field, const char *value);
gboolean    mq_value_check     (MqDraft *draft, const MqPlace *place, const char *value, MqProblem **problem);
gboolean    mq_value_is_text   (const char *value);
xmlNode    *mq_content_new     (MqDraft *draft, const MqField *field, const char *value);
gboolean    mq_place_read_only (const MqPlace *place);
int         mq_field_most_items (const MqField *field);

/* ---- mq-inline.c ---- */

xmlDoc  *mq_inline_parse   (const MqKind *kind, const char *fragment, MqProblem **problem);
xmlNode *mq_inline_content (MqDraft *draft, const char *fragment);

/* ---- mq-change.c ---- */

gboolean mq_change_do      (MqDraft *draft, MqChange *change, gboolean settling, gboolean *changed,
                            MqProblem **problem);
void     mq_change_revert  (MqDraft *draft, MqChange *change);
void     mq_change_repeat  (MqDraft *draft, MqChange *change);
void     mq_change_free    (MqChange *change);
gboolean mq_change_is_void (MqDraft *draft, MqChange *change);
const char *mq_change_touches (const MqChange *change, gboolean *rows);
const MqField *mq_change_field (MqDraft *draft, const MqChange *change);

/* ---- mq-history.c ---- */

void mq_history_init      (MqDraft *draft);
void mq_history_clear     (MqDraft *draft);
void mq_history_finish    (MqDraft *draft);
void mq_history_settle    (MqDraft *draft);
/* Makes a change within the open step; with @settling as a settler does. */
gboolean mq_history_apply (MqDraft *draft, MqChange *change, gboolean settling, MqProblem **problem);

/* ---- mq-settle.c ---- */

MqChanges *mq_changes_new      (GPtrArray *changes);
void       mq_changes_free     (MqChanges *changes);
void       mq_changes_announce (MqDraft *draft, MqChanges *changes);
void       mq_settle_run       (MqDraft *draft, GPtrArray *changes);

/* ---- mq-draft.c ---- */

void mq_draft_emit_changed (MqDraft *draft, MqChanges *changes);

G_END_DECLS
