/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow.h"

/* Clauses: how a place on paper is cited.  A clause is a paragraph of an article with what follows it (items,
 * a table) up to the next one: «٢٤-٢» is the second of article 24.  Of an article with one clause that is
 * «٢٤».  What stands in an article without a number has none. */

G_BEGIN_DECLS

typedef struct {
  guint article;              /* number; 0: none */
  guint number;               /* in the article, from 1; 0: it is the only one */
  gboolean begins;            /* here; else the block goes on with one */
} MqClause;

/* Of each block of a flow: (transfer full), of MqClause. */
GArray *mq_clauses_count (const GArray *units, const GArray *blocks, MqRenderer *renderer);

/* A mark in the margin: of each clause that begins on the page, and of one that goes on at its top. */
typedef struct {
  MqClause clause;
  double y;                   /* base line of its first line, from the top of the paper; points */
} MqClauseMark;
GArray *mq_clauses_on_page (MqFlow *flow, guint page);      /* (transfer full), of MqClauseMark */
/* (transfer full): «٢٤-٢», or «٢٤-٢ (تابع)» of one that does not begin here */
char *mq_clause_text (const MqClause *clause, MqDigits digits);

G_END_DECLS
