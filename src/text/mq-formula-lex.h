/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-problem.h"

/* The words of a formula. */

G_BEGIN_DECLS

typedef enum {
  MQ_TOKEN_END,
  MQ_TOKEN_NUMBER,
  MQ_TOKEN_STRING,          /* text without its quotes */
  MQ_TOKEN_NAME,            /* a path, or the name of a function */
  MQ_TOKEN_KEYWORD,         /* and or not in empty where div true false */
  MQ_TOKEN_SIGN,            /* = != < <= > >= + - * ( ) , */
} MqTokenType;

typedef struct {
  MqTokenType type;
  char *text;
  guint position;           /* character, from 1 */
} MqToken;

GArray *mq_formula_lex (const char *text, MqProblem **problem);

G_END_DECLS
