/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-block.h"

/* A unit is what the flow renders as a whole: a heading, a paragraph, an item, a table, the title page.
 * It knows what it read, so that a change finds it, and which blocks came of it.
 *
 * Making a unit gives blocks with text and places, not yet lines. */

G_BEGIN_DECLS

typedef enum {
  MQ_UNIT_TITLE_PAGE,
  MQ_UNIT_CONTENTS,
  MQ_UNIT_PART,               /* heading of a part */
  MQ_UNIT_ARTICLE,            /* heading of an article */
  MQ_UNIT_BODY,               /* a block of the body, or an item of a list */
} MqUnitType;

typedef struct {
  MqUnitType type;
  const char *source;         /* interned: id of the element */
  const char *part, *article; /* interned: where it stands */
  guint index;                /* of an item: its place in its list, for the letter */
  gboolean introduces;        /* a list or a table comes next */
  const char *table;          /* interned: path of the table whose rows it prints; NULL */
  guint first, n_blocks;      /* its blocks in the flow's */
  GPtrArray *reads;           /* interned paths without rows */
} MqUnit;

void mq_unit_clear (MqUnit *unit);
GArray *mq_units_collect (MqRenderer *renderer);

/* What units are made with. */
typedef struct {
  MqRenderer *renderer;
  MqDraft *draft;
  const MqKind *kind;
  MqShaper *shaper;
  double measure;             /* points */
  GArray *outline;            /* MqOutlineEntry (mq-flow.h): what the contents list; found when they are made */

  /* of the unit that is being made */
  GArray *blocks;             /* MqBlock: new ones come at the end */
  MqReads *reads;
  const char *source;         /* interned */
  guint table;                /* number for the rows of a table */

  /* a unit that is made again because rows of its table changed, and nothing else that it reads: interned
   * paths of these rows, and the unit's blocks so far.  Otherwise NULL. */
  GHashTable *touched_rows;
  MqBlock *old;
  guint n_old, next_old, row_old;     /* row_old: how many rows stand before next_old */
} MqMaker;

void mq_maker_unit (MqMaker *maker, const MqUnit *unit);

/* ---- for the files that make units ---- */

/* A new block at the end, with its cells placed as the look has them: body alone, or body and label.
 * Cells of rows are placed by the caller.  Good until the next block. */
MqBlock *mq_maker_add (MqMaker *maker, MqLook look, guint n_cells);
MqBlock *mq_maker_last (MqMaker *maker);
/* Appends the blocks that @row had, lines and all, when they are known to be as they were.  @number: the place of the
 * row in the print, from 1. */
gboolean mq_maker_reuse (MqMaker *maker, const char *row, guint number);
/* Notes that the unit depends on @path, a path without rows. */
void mq_maker_read (MqMaker *maker, const char *path);
/* Text for a cell: the rich text is taken apart and left empty; plain text becomes the cell's own.  @path:
 * (nullable) the fact that all of the text comes from. */
void mq_cell_take (MqCell *cell, MqRich *rich);
void mq_spans_append (GArray *spans, const GArray *more, guint shift);
MqRich mq_rich_of (char *text, MqSpanType type, const char *path);
void mq_cell_take_text (MqCell *cell, char *text, const char *path);
/* How wide text is when it stands on one line, and its widest piece that no line may break; points. */
double mq_maker_width (MqMaker *maker, const char *text, MqLook look, gboolean bold, double *widest_piece);

/* The label of a fact or column as the document has it. */
const char *mq_maker_label (MqMaker *maker, const MqField *field);
/* (transfer full): the same before a value: «التاريخ:», but «م/» */
char *mq_maker_label_colon (MqMaker *maker, const MqField *field);

G_END_DECLS
