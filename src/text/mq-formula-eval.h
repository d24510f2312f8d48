/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-expr.h"
#include "mq-house.h"

/* One run of a formula: what it stands on, and what its parts share. */

G_BEGIN_DECLS

typedef struct {
  const MqKind *kind;
  MqDraft *draft;
  const char *own;              /* id of the row that the formula stands in, or NULL */
  int own_index;                /* its place among the rows, or -1: not known yet */
  const char *iterated;         /* id of the row that an aggregate is at, or NULL */
  guint n_rows;                 /* rows gone through so far */
  gboolean failed;              /* a part of a sum is not known: no sum */
  MqProblem *problem;           /* the first reason to be told */
  GHashTable *shares;           /* const MqExpr * → GHashTable of row id → MqDecimal * */
  MqHouse house;
  gboolean has_house;
} MqEval;

/* What a part of a formula yields; text belongs to the draft or the formula, unless it stands in owned. */
typedef struct {
  MqResultType type;
  gboolean truth;
  MqDecimal number;
  const char *text;
  char *owned;
} MqEvalValue;

void mq_eval_init  (MqEval *eval, const MqKind *kind, MqDraft *draft);
void mq_eval_clear (MqEval *eval);
void mq_eval_expr  (MqEval *eval, const MqExpr *expr, MqEvalValue *out);
void mq_eval_value_clear (MqEvalValue *value);

/* mq-formula-read.c */
void mq_eval_read     (MqEval *eval, const MqExpr *expr, MqEvalValue *out);
void mq_eval_computed (MqEval *eval, const MqExpr *expr, MqEvalValue *out);
/* mq-formula-rows.c */
void mq_eval_aggregate (MqEval *eval, const MqExpr *expr, MqEvalValue *out);
/* mq-formula-words.c */
void mq_eval_join        (MqEval *eval, const MqExpr *expr, MqEvalValue *out);
void mq_eval_date_words  (MqEval *eval, const MqExpr *expr, MqEvalValue *out);
void mq_eval_count_words (MqEval *eval, const MqExpr *expr, MqEvalValue *out);
/* shares and rates of exchange: mq-formula-money.c */
void mq_eval_convert    (MqEval *eval, const MqExpr *expr, MqEvalValue *out);
void mq_eval_share      (MqEval *eval, const MqExpr *expr, MqEvalValue *out);
void mq_eval_currencies (MqEval *eval, const MqExpr *expr, MqEvalValue *out);

/* what the files of the evaluator share */
const char *mq_eval_cell   (MqEval *eval, const MqField *column, const char *row);
const char *mq_eval_row_of (MqEval *eval, const MqExpr *column);
gboolean    mq_eval_int    (MqEval *eval, const MqExpr *expr, gint64 *out);
int  mq_eval_order      (const MqEvalValue *a, const MqEvalValue *b);
void mq_eval_set_bool   (MqEvalValue *out, gboolean truth);
void mq_eval_set_field  (MqEvalValue *out, const MqField *field, const char *value);
void mq_eval_set_number (MqEvalValue *out, MqDecimal number);
void mq_eval_set_text   (MqEvalValue *out, const char *text);
void mq_eval_take_text  (MqEvalValue *out, char *text);
void mq_eval_fail       (MqEval *eval, MqProblem *problem);
MqDecimal mq_eval_divide (MqDecimal a, MqDecimal b);
const MqHouse *mq_eval_house (MqEval *eval);

G_END_DECLS
