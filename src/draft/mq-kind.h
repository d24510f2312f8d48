/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-count.h"
#include "mq-node.h"
#include "mq-problem.h"

/* A kind of proposal is a folder of data: facts.xml (the fact list: what each fact is stands here, once), body.xml (the
 * model of a new draft), nouns.xml (the nouns that it counts), rules.xml (what must hold between facts; a kind may have
 * none).  Forms, tables, checks, the tool and the printed labels all read the fact list through this header; nothing of
 * it is written in C.
 *
 * A kind is loaded once, never changes, and is shared: what these functions give belongs to the kind. */

G_BEGIN_DECLS

typedef enum {
  MQ_TYPE_TEXT,         /* one line */
  MQ_TYPE_PARA,         /* one paragraph */
  MQ_TYPE_PARAS,        /* paragraphs: lines joined by \n */
  MQ_TYPE_LIST,         /* items: lines joined by \n */
  MQ_TYPE_INLINE,       /* text with marked terms and references: an XML fragment */
  MQ_TYPE_MONEY,        /* exact decimal in the currency's own unit */
  MQ_TYPE_PERCENT,      /* exact decimal, 0 to 100 */
  MQ_TYPE_INT,          /* whole number of 64 bits */
  MQ_TYPE_DECIMAL,      /* exact decimal */
  MQ_TYPE_DATE,         /* ISO 8601, YYYY-MM-DD */
  MQ_TYPE_MONTH_DAY,    /* --MM-DD */
  MQ_TYPE_BOOL,         /* true, false */
  MQ_TYPE_CHOICE,       /* a token of the options */
  MQ_TYPE_ROW_OF,       /* the id of a row of another table, or a token of the options */
  MQ_TYPE_ATTACHMENT,   /* name of a file */
  MQ_TYPE_SIGN_SPACE,   /* space on paper; stores nothing */
  MQ_TYPE_TABLE,        /* rows with ids */
} MqType;

typedef struct _MqKind MqKind;
typedef struct _MqGroup MqGroup;
typedef struct _MqField MqField;

/* label by language; ar_iq is NULL where Iraq says the same */
typedef struct { const char *ar, *ar_iq, *en; } MqLabel;

/* an option may have a watermark: words across each page while it is chosen, of copies that show the draft's state, or of
 * every copy; Arabic, NULL: none */
typedef struct { const char *token; MqLabel label, watermark; gboolean on_every_copy; } MqOption;
typedef struct { const char *token, *value; } MqProposed;   /* when the source holds token, value is proposed */

typedef enum {
  MQ_PRINT_TABLE, MQ_PRINT_RECORDS, MQ_PRINT_LIST, MQ_PRINT_DEFINITIONS, MQ_PRINT_SIGNATURES,
  MQ_PRINT_SHARE_BAR,   /* a figure: the whole as one bar.  Columns: name, percentage */
  MQ_PRINT_TIMELINE,    /* a figure: bars, or points, over time.  Columns: name, date or first day [, last day] */
} MqPrintAs;
typedef struct { const MqField *column; int width; gboolean total; } MqPrintColumn;   /* width in % of the measure */

/* how a table prints; a table may have several, told apart by view */
typedef struct {
  const char *view;                   /* NULL: the ordinary one */
  MqPrintAs as;
  const char *rows;                   /* formula: the rows that print, or NULL for all */
  const char *note;                   /* key of a note printed under the table, or NULL */
  const MqField *order;               /* column by which rows are ordered, or NULL */
  gboolean descending;
  int per_row;                        /* signature blocks side by side */
  guint n_columns;
  const MqPrintColumn *columns;
  guint n_title;
  const MqField *const *title;        /* records: the columns that make the title */
  const MqNode *template;             /* list: the inline content of an item */
  MqLabel label;                      /* figure: what it shows, in a noun phrase; stands over it and in its description */
  /* timeline: rows of another table that are points on the bars of this one; NULL: none.  Paths of its columns: the
   * row of this table that a point stands on, what it is called, its date. */
  const char *points_by, *points_name, *points_date;
} MqPrint;

/* a row that a new draft has; in a fixed table it is always there */
typedef struct {
  const char *id;
  MqLabel label;
  const char *formula;                /* of the cells that it computes, or NULL */
  guint n_cells;                      /* the cells that it gives: names of columns, and values */
  const char *const *columns, *const *cells;
} MqModelRow;

/**
 * MqField:
 *
 * What a fact, or a column of a table, is.
 *
 * @path is the address without rows: `capital/authorised`, `capital/shareholders`, `capital/shareholders/cash`.
 */
struct _MqField {
  const char *path, *name;
  const MqGroup *group;
  const MqField *table;               /* of a column */
  guint index;                        /* place among the group's facts, or the table's columns */
  MqType type;
  MqLabel label, help;
  gboolean required;
  const char *needed;                 /* formula, or NULL */
  const char *formula;                /* of a computed fact, or NULL */
  const char *round;                  /* how the formula rounds, or NULL */
  const char *rows_for;               /* computed table: one row for each row of this table */
  const char *read_only;              /* formula, or NULL */
  const char *currency;               /* money: path of a fact, or row/COLUMN */
  const char *unit;                   /* counted noun, or "percent", or NULL */
  const char *min, *min_exclusive, *max, *pattern, *default_value, *empty_option, *empty_value;
  int max_length, min_items, max_items;   /* 0: none */
  int height_mm;
  gboolean ltr, printed, unique, digits_only, iq_by_law, ordinal, fixed, extendable;
  const char *row_of;                 /* path of the table picked from */
  const char *shows;                  /* name of the column shown for the picked row */
  const char *printed_with;           /* name of the column in whose cell it prints */
  const char *proposed_by, *proposed_from;
  guint n_options;   const MqOption *options;
  guint n_proposals; const MqProposed *proposals;
  guint n_columns;   const MqField *const *columns;
  guint n_prints;    const MqPrint *prints;
  guint n_rows;      const MqModelRow *rows;
};

struct _MqGroup {
  const char *name;
  MqLabel label;
  gboolean printed;
  guint n_facts;
  const MqField *const *facts;
};

/**
 * MqRule:
 * @id: name of the rule, which its finding is known by outside of the program
 * @at: where it is told; a column: the rule is one for each row of its table
 * @test: formula: what must hold.  While it is unknown, for want of a value, nothing is told
 * @severity: whether a breach blocks
 * @text: the sentence that tells of a breach
 * @iq_by_law: whether the law of the company, and not the style, decides between Egyptian and Iraqi words in it
 *
 * What must hold between facts.
 */
typedef struct {
  const char *id;
  const MqField *at;
  const char *test;
  MqSeverity severity;
  MqLabel text;
  gboolean iq_by_law;
} MqRule;

MqKind *mq_kind_load (const char *folder, MqProblem **problem);
/* the kind of that name in the program's data, loaded once; folders named in the environment variable MUQTARAH_KINDS
 * (parents of kinds, separated by ':') are searched first */
const MqKind *mq_kind_find (const char *name, MqProblem **problem);
void mq_kind_free (MqKind *kind);

const char *mq_kind_name    (const MqKind *kind);
int         mq_kind_version (const MqKind *kind);
const char *mq_kind_folder  (const MqKind *kind);
const char *mq_kind_rates   (const MqKind *kind);      /* path of the table of exchange rates, or NULL */
const char *mq_kind_currency (const MqKind *kind);     /* path of the fact with the document's currency, or NULL */

const MqGroup *const *mq_kind_groups (const MqKind *kind, guint *n);
const MqGroup *mq_kind_group  (const MqKind *kind, const char *name);
/* the field that a path leads to: a fact, a table, a column (with or without the row's id in between); NULL: none, and
 * also for the path of a row */
const MqField *mq_kind_field  (const MqKind *kind, const char *path);
const MqField *mq_field_column (const MqField *table, const char *name);
const MqOption *mq_field_option (const MqField *field, const char *token);
const MqPrint *mq_field_print (const MqField *table, const char *view);
gboolean mq_print_is_figure (const MqPrint *print);
const MqNoun  *mq_kind_noun   (const MqKind *kind, const char *name);
const char    *mq_kind_note   (const MqKind *kind, const char *key);
const MqRule  *mq_kind_rules  (const MqKind *kind, guint *n);

/* In the language of the interface: the English of @label, where that language is not Arabic and there is an English;
 * else @arabic. */
const char *mq_label_shown (const MqLabel *label, const char *arabic);
const char *mq_field_title (const MqField *field);

G_END_DECLS
