/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-expr.h"
#include "mq-formula-lex.h"

/* What the files of the parser share: mq-formula-parse.c (operators), mq-parser-call.c (functions),
 * mq-parser-path.c (names), mq-parser.c (words, errors, reads).  A function that gives NULL has told why. */

G_BEGIN_DECLS

#define MQ_PARSER_MAX_DEPTH 40
/* bytes of a formula: its parsed form is as deep as it has operators in a row */
#define MQ_PARSER_MAX_LENGTH 8192

typedef struct {
  const MqKind *kind;
  const char *text;
  const MqField *own;           /* the table in whose rows the formula stands, or NULL */
  const MqField *column;        /* the column that it computes, or NULL */
  const MqField *iterated;      /* the table that the aggregate being parsed goes through, or NULL */
  gboolean exact;               /* inside exact(): computed shares are replaced by their formulas */
  guint depth;
  GArray *tokens;
  guint at;
  MqExprReads *reads;
  MqProblem **problem;
  gboolean failed;
} MqParser;

MqExpr *mq_parser_expression (MqParser *parser);
MqExpr *mq_parser_sum        (MqParser *parser);
MqExpr *mq_parser_path       (MqParser *parser, const char *name, guint position);
MqExpr *mq_parser_call       (MqParser *parser, const char *name, guint position);

const MqToken *mq_parser_peek (MqParser *parser);
gboolean mq_parser_at      (MqParser *parser, MqTokenType type, const char *text);
gboolean mq_parser_accept  (MqParser *parser, MqTokenType type, const char *text);
gboolean mq_parser_expect  (MqParser *parser, const char *sign);
gboolean mq_parser_require (MqParser *parser, const MqExpr *expr, MqYield yields);
gpointer mq_parser_fail    (MqParser *parser, guint position, const char *format, ...) G_GNUC_PRINTF (3, 4);
const char *mq_yield_name  (MqYield yields);
MqYield mq_parser_field_yields (const MqField *field);

void mq_parser_reads       (MqParser *parser, const MqField *field);
void mq_parser_reads_path  (MqParser *parser, const char *path);
void mq_parser_reads_cell  (MqParser *parser, const char *row, const MqField *column);
void mq_parser_reads_house (MqParser *parser);

G_END_DECLS
