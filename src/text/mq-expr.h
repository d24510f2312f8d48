/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-formula.h"
#include "mq-house.h"

/* The parsed form of a formula, shared by its parser (mq-parser.h) and its evaluator (mq-formula-eval.h).
 * Nothing outside of these two and mq-formula.c includes this file. */

G_BEGIN_DECLS

typedef enum {
  /* literals */
  MQ_EXPR_NUMBER,
  MQ_EXPR_TEXT,
  MQ_EXPR_BOOL,
  /* what is read */
  MQ_EXPR_FACT,          /* field */
  MQ_EXPR_TABLE,         /* field: only tested for emptiness */
  MQ_EXPR_COLUMN,        /* steps, from the row that scope names */
  MQ_EXPR_CELL,          /* text: the row's id; field: the column */
  MQ_EXPR_ROW_ID,
  MQ_EXPR_ROW_POSITION,
  MQ_EXPR_ROW_LABEL,
  MQ_EXPR_ROW_FOR,
  MQ_EXPR_COMPUTED,      /* in exact(): args[0], a place; args[1], its formula */
  /* logic */
  MQ_EXPR_OR,
  MQ_EXPR_AND,
  MQ_EXPR_NOT,
  MQ_EXPR_COMPARE,       /* op */
  MQ_EXPR_IN,            /* args[0] in args[1…] */
  MQ_EXPR_IS_EMPTY,
  MQ_EXPR_NOT_EMPTY,
  /* arithmetic */
  MQ_EXPR_ADD,
  MQ_EXPR_SUBTRACT,
  MQ_EXPR_MULTIPLY,
  MQ_EXPR_DIVIDE,
  MQ_EXPR_NEGATE,
  /* over the rows of table, for which where holds */
  MQ_EXPR_COUNT,
  MQ_EXPR_ANY,
  MQ_EXPR_ALL,
  MQ_EXPR_SUM,
  MQ_EXPR_MIN,
  MQ_EXPR_MAX,
  MQ_EXPR_LIST,
  /* functions */
  MQ_EXPR_LEAST,
  MQ_EXPR_GREATEST,
  MQ_EXPR_CONVERT,
  MQ_EXPR_SHARE,
  MQ_EXPR_CURRENCIES,
  MQ_EXPR_IF,
  MQ_EXPR_EITHER,
  MQ_EXPR_JOIN,
  MQ_EXPR_MONTHS,
  MQ_EXPR_YEARS,
  MQ_EXPR_HIJRI,
  MQ_EXPR_DATE_TEXT,
  MQ_EXPR_COUNT_WORDS,
  MQ_EXPR_ADVICE,
} MqExprType;

typedef enum {
  MQ_SCOPE_OWN,          /* the row that the formula stands in */
  MQ_SCOPE_ITERATED,     /* the row that an aggregate is at */
} MqExprScope;

typedef enum { MQ_OP_EQ, MQ_OP_NE, MQ_OP_LT, MQ_OP_LE, MQ_OP_GT, MQ_OP_GE } MqExprOp;

/* what a part of a formula yields, as far as the parser knows */
typedef enum { MQ_YIELDS_BOOL, MQ_YIELDS_NUMBER, MQ_YIELDS_TEXT, MQ_YIELDS_PERIOD, MQ_YIELDS_TABLE,
               MQ_YIELDS_NOTHING } MqYield;

typedef struct _MqExpr MqExpr;
struct _MqExpr {
  MqExprType type;
  MqYield yields;
  guint position;               /* character in the formula, from 1 */
  MqExprScope scope;
  MqExprOp op;
  gboolean truth;
  gboolean exact;               /* MQ_EXPR_SHARE: the ratio itself, not rounded */
  MqDecimal number;
  char *text;
  const MqField *field;         /* last field of a path */
  guint n_steps;
  const MqField **steps;
  const MqField *table;         /* aggregates, shares: whose rows are gone through */
  guint n_args;
  MqExpr **args;
  MqExpr *where;
};

/* what a formula reads: facts, tables (their rows) and whole columns; single cells stand in cells */
typedef struct {
  GPtrArray *paths;             /* interned, each once, NULL-terminated when the formula is ready */
  GPtrArray *tables;            /* beside paths: the table of a column, or NULL */
  GPtrArray *cells;             /* full paths of cells, interned, NULL-terminated */
  GPtrArray *cell_tables;
} MqExprReads;

struct _MqFormula {
  const MqKind *kind;
  char *text;
  const MqField *table;
  const MqField *column;
  MqExpr *root;
  MqExprReads reads;
};

MqExpr *mq_expr_parse (const MqKind *kind, const char *text, const MqField *table, const MqField *column,
                       MqExprReads *reads, MqProblem **problem);
MqExpr *mq_expr_new   (MqExprType type, MqYield yields, guint position);
void    mq_expr_take  (MqExpr *expr, MqExpr *arg);
void    mq_expr_free  (MqExpr *expr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqExpr, mq_expr_free)

G_END_DECLS
