/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-render.h"

/* What a share bar shows: who has which part of the whole.  It is drawn by page/. */

G_BEGIN_DECLS

typedef struct {
  MqRich name, text;          /* whose it is and how much, as the cells of the row print them */
  double part;                /* of the bar, above 0, at most 1 */
  const char *row;            /* interned: id of its row; NULL: the small ones together */
} MqShare;

/* (transfer full): of MqShare, in the order of the print; empty: there is nothing to draw.  @reads: (nullable) */
GArray *mq_shares_read (MqRenderer *renderer, const MqField *table, const MqPrint *print, MqReads *reads);
/* (transfer full): what the figure says, as a sentence */
char   *mq_shares_sentence (MqRenderer *renderer, const MqPrint *print, const GArray *shares);

G_END_DECLS
