/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-numbering.h"
#include "mq-render.h"

/* What the files of the renderer share. */

G_BEGIN_DECLS

struct _MqRenderer {
  MqDraft *draft;
  const MqKind *kind;
  MqHouse house;
  MqFormulas *formulas;
  GHashTable *conditions;       /* text of a when= → Condition (mq-render.c) */
  MqNumbering numbering;
};

/* One text being rendered. */
typedef struct {
  MqRenderer *renderer;
  GString *text;
  GArray *spans;
  MqReads *reads;               /* or NULL */
  const MqField *table;         /* of the row of a template, or NULL */
  const char *row;
  gboolean in_cell;             /* short forms: the head of the column names what stands in it */
  gboolean named;               /* blanks name what is missing also in a cell: no head does */
  char serial[12];              /* number of the row among those that print, or "" */
  guint depth;                  /* of phrases and inline facts inside one another */
} MqRendering;

#define MQ_RENDERING_MAX_DEPTH 6

void  mq_rendering_begin  (MqRendering *rendering, MqRenderer *renderer, const char *row, MqReads *reads);
void  mq_rendering_end    (MqRendering *rendering, MqRich *out);
guint mq_rendering_open   (MqRendering *rendering, MqSpanType type, const char *target);
void  mq_rendering_close  (MqRendering *rendering, guint span);
void  mq_rendering_append (MqRendering *rendering, MqSpanType type, const char *target, const char *text);
void  mq_rendering_read   (MqRendering *rendering, const char *path);
void  mq_rendering_read_formula (MqRendering *rendering, const char *text, const MqField *table);
void  mq_rendering_children (MqRendering *rendering, const MqNode *parent);

/* a place that a value is read from: a fact, or a column in a row */
typedef struct {
  const MqField *field;
  const char *row;
  char *path;                   /* full path */
} MqWhere;
gboolean mq_where_init  (MqWhere *place, MqRendering *rendering, const char *of);
void     mq_where_set   (MqWhere *place, const MqField *field, const char *row);
void     mq_where_clear (MqWhere *place);

/* how <value> and <number> ask for a value: the attributes of that name */
typedef struct { const char *form, *noun, *grammatical_case, *gender, *style, *wrap; } MqForm;

/* mq-printed.c: text of a value, NULL when there is none; unset_* tell why, for optional runs */
const char *mq_printed_raw      (MqRendering *rendering, const MqWhere *place);
char       *mq_printed_text     (MqRendering *rendering, const MqWhere *place, const MqForm *form);
gboolean    mq_printed_is_unset (MqRendering *rendering, const MqWhere *place, const MqForm *form);
gboolean    mq_printed_is_needed (MqRendering *rendering, const MqWhere *place);
void        mq_printed_render   (MqRendering *rendering, const MqWhere *place, const MqForm *form);
gboolean    mq_printed_currency (MqRendering *rendering, const MqWhere *place, MqWhere *currency);
gboolean    mq_form_is          (const MqForm *form, const char *name);

/* mq-printed-number.c; each gives a text (transfer full) */
char *mq_printed_number        (MqRendering *rendering, const char *number, const MqForm *form);
char *mq_printed_count         (MqRendering *rendering, gint64 n, const char *name, const MqForm *form);
char *mq_printed_money         (MqRendering *rendering, const MqWhere *place, const char *value, const MqForm *form);
char *mq_printed_int           (MqRendering *rendering, const MqField *field, const char *value, const MqForm *form);
char *mq_printed_percent       (MqRenderer *renderer, const MqField *field, const char *value);
char *mq_printed_percent_words (MqRendering *rendering, const MqField *field, const char *value,
                                const MqForm *form);

/* mq-blank.c */
void  mq_blank_render (MqRendering *rendering, const MqWhere *place, const MqForm *form);
char *mq_blank_text   (MqRendering *rendering, const MqField *field, const MqForm *form);

/* mq-table.c: whether a column says the place of its row */
gboolean mq_column_numbers_rows (const MqField *column);

/* mq-reference.c */
gboolean mq_reference_is_unset (MqRendering *rendering, const MqNode *ref);
void     mq_reference_render   (MqRendering *rendering, const MqNode *ref);

/* mq-mixed.c: text as a person typed it, in the document's digits, Latin runs isolated */
char *mq_mixed_text   (const char *text, MqDigits digits, gboolean isolate);
void  mq_mixed_append (GString *out, const char *text, MqDigits digits, gboolean isolate);

G_END_DECLS
