/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-formula.h"
#include "mq-house.h"

/* From the draft to the words that are printed.  A renderer belongs to one draft; it keeps the house style,
 * the parsed conditions and the numbering, and learns what it read while it rendered (MqReads), so that its
 * caller can render again just what a change touches. */

G_BEGIN_DECLS

typedef enum { MQ_SPAN_VALUE, MQ_SPAN_BLANK, MQ_SPAN_NUMBER, MQ_SPAN_REF, MQ_SPAN_TERM } MqSpanType;
typedef struct {
  guint start, end;           /* bytes in the text */
  MqSpanType type;
  const char *target;         /* interned: path of the fact, id of the article, id of the term's row; NULL */
} MqSpan;

/* Text as it is printed, and what its parts come from. */
typedef struct {
  char *text;                 /* UTF-8, one paragraph */
  GArray *spans;              /* MqSpan, by their starts; a span may lie inside the one before */
} MqRich;
void mq_rich_clear (MqRich *rich);

/* What was read: paths without rows, interned, each once.  Begin with { NULL }. */
typedef struct { GPtrArray *paths; } MqReads;
void mq_reads_clear (MqReads *reads);

typedef struct _MqRenderer MqRenderer;
MqRenderer *mq_renderer_new  (MqDraft *draft);
void        mq_renderer_free (MqRenderer *renderer);
/* Brings house style, conditions and numbers up to the draft.  TRUE: the house style, or what is printed or
 * its numbers changed, so that everything must be rendered anew.  @changes NULL: read everything. */
gboolean mq_renderer_update (MqRenderer *renderer, const MqChanges *changes);
const MqHouse *mq_renderer_house (MqRenderer *renderer);
MqDraft *mq_renderer_draft (MqRenderer *renderer);

/* Whether a part, article or block is printed: its when= and those of what it stands in; a part without any
 * article that prints does not print. */
gboolean mq_renderer_prints (MqRenderer *renderer, const MqNode *node);
guint mq_renderer_number (MqRenderer *renderer, const char *article_id);              /* 0: it has none */
/* What stands between the label of a part or an article and its heading when both are on one line, and between
 * the parts of a record's title.  No colon, for headings have colons of their own:
 * «المادة (٧) – الشكل القانوني: شركة مختلطة». */
#define MQ_TITLE_BETWEEN " – "
/* «المادة (٥)» or «مادة (٥)» by house, «الباب الأول»; NULL: it has none */
char *mq_renderer_article_label (MqRenderer *renderer, const char *article_id);
char *mq_renderer_part_label (MqRenderer *renderer, const char *part_id);
/* @index from 1; @level from 1: (أ) or أ- by house, then ١- , then – */
char *mq_renderer_item_label (MqRenderer *renderer, guint index, guint level);

/* Inline content of @parent (a para, item, heading, phrase, template…).  @row: the row of a row template, or
 * NULL. @reads: (nullable) gets what was read. */
void mq_render_inline (MqRenderer *renderer, const MqNode *parent, const char *row, MqRich *out,
                       MqReads *reads);
/* A cell of a printed table, with the columns that print inside it; lists as lines parted by \n.  @row NULL:
 * the row of blanks that an empty table prints.  @number: of the row among those that print, from 1, which is what
 * a column of row/position says; 0: as the table has it. */
void mq_render_cell (MqRenderer *renderer, const MqField *column, const char *row, guint number, MqRich *out,
                     MqReads *reads);
/* The title of a record, its parts with MQ_TITLE_BETWEEN between them; its blanks name what is missing. */
void mq_render_title (MqRenderer *renderer, const MqPrint *print, const char *row, guint number, MqRich *out,
                      MqReads *reads);
/* A value in the words of the document: form and noun as <value> has them (NULL: plain).  NULL when empty. */
char *mq_render_value (MqRenderer *renderer, const char *path, const char *form, const char *noun,
                       const char *grammatical_case);
/* The rows of a table that a print shows, in its order: (transfer container), NULL-terminated. */
const char **mq_render_rows (MqRenderer *renderer, const MqField *table, const MqPrint *print, guint *n);
/* Whether rows have numbers by their place in the print, so that a row which comes or goes, or another order, changes
 * what other rows print. */
gboolean mq_render_numbers_rows (const MqPrint *print);
/* What those rows depend on is added to @reads. */
void mq_render_rows_reads (MqRenderer *renderer, const MqField *table, const MqPrint *print, MqReads *reads);
/* The sum in the total row of a column, as printed; NULL: it has none.  The row is called MQ_TOTAL. */
#define MQ_TOTAL "المجموع"
char *mq_render_total (MqRenderer *renderer, const MqField *table, const MqPrint *print,
                       const MqField *column);
/* The note under a print, as the house spells it; NULL: it has none, or none is called for. */
const char *mq_render_note (MqRenderer *renderer, const MqField *table, const MqPrint *print);
/* What a figure shows, as its caption has it: in the spelling of the house. */
const char *mq_render_figure_label (MqRenderer *renderer, const MqPrint *print);
/* (transfer full) (nullable): all that a figure says, as a sentence; NULL: there is nothing to draw. */
char *mq_render_figure (MqRenderer *renderer, const MqField *table, const MqPrint *print);
/* The visible blank of an empty fact: it names it. */
char *mq_render_blank (MqRenderer *renderer, const MqField *field);

/* The draft as plain text in reading order, a block a line: what `muqtarah-tool text` prints.  Isolates are
 * stripped. */
char *mq_render_plain (MqRenderer *renderer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqRenderer, mq_renderer_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MqRich, mq_rich_clear)

G_END_DECLS
