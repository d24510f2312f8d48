/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow-unit.h"
#include "mq-flow.h"

/* The running head and foot. */

G_BEGIN_DECLS

/* What is the same on all pages. */
typedef struct {
  char *title;                /* shortened to one line */
  char *classification;       /* or NULL: not printed on every page */
  char *reference, *version;  /* with their labels, or NULL */
  GPtrArray *reads;           /* interned paths */
} MqRunning;

void mq_running_read  (MqRunning *running, MqMaker *maker, const MqPaper *paper);
void mq_running_clear (MqRunning *running);
guint mq_running_hash (const MqRunning *running);
/* (transfer full): of MqFurniture, with clear function; empty for the title page.  @page counts from 0. */
GArray *mq_running_page (const MqRunning *running, MqMaker *maker, const MqPaper *paper, guint page, guint n_pages);

G_END_DECLS
