/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-expr.h"

/* A part without arguments yet (transfer full).  @position: its character in the formula, from 1. */
MqExpr *
mq_expr_new (MqExprType type, MqYield yields, guint position)
{
  MqExpr *expr = g_new0 (MqExpr, 1);

  expr->type = type;
  expr->yields = yields;
  expr->position = position;
  return expr;
}

/**
 * mq_expr_free: (skip)
 * @expr: (nullable): a parsed formula
 */
void
mq_expr_free (MqExpr *expr)
{
  if (expr == NULL)
    return;
  for (guint i = 0; i < expr->n_args; i++)
    mq_expr_free (expr->args[i]);
  mq_expr_free (expr->where);
  g_free (expr->args);
  g_free (expr->steps);
  g_free (expr->text);
  g_free (expr);
}

/* Adds @arg (transfer full) to the arguments of @expr. */
void
mq_expr_take (MqExpr *expr, MqExpr *arg)
{
  expr->args = g_renew (MqExpr *, expr->args, expr->n_args + 1);
  expr->args[expr->n_args++] = arg;
}
