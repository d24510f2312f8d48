/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-adopt.h"
#include "mq-clauses.h"
#include "mq-flow.h"
#include "mq-flow-unit.h"
#include "mq-furniture.h"

/* What the files of the flow share: mq-flow.c follows the draft and breaks the pages, mq-flow-make.c makes
 * blocks of units, mq-flow-find.c looks things up. */

G_BEGIN_DECLS

struct _MqFlow {
  GObject parent_instance;

  MqDraft *draft;
  MqRenderer *renderer;
  MqShaper *shaper;
  MqMaker maker;
  MqRunning running;

  GArray *units;              /* MqUnit */
  GArray *blocks;             /* MqBlock: those of the units, in order */
  GArray *clauses;            /* MqClause: of each block */
  GArray *pages;              /* MqPage */
  GArray *page_stamps;        /* guint64 */
  GHashTable *readers;        /* interned path → GArray of guint: the units that read it */
  GHashTable *places;         /* interned id → the first unit of a part, an article, a block */
  guint64 last_stamp;
};

/* ---- mq-flow-make.c ---- */

void mq_flow_remake_all (MqFlow *flow);
gboolean mq_flow_remake_touched (MqFlow *flow, const MqChanges *changes);

/* ---- mq-flow-find.c ---- */

const char *mq_flow_path_at (const MqCell *cell, guint byte);
int    mq_flow_line_of_byte (const MqCell *cell, guint byte);
guint  mq_flow_page_of_line (MqFlow *flow, guint block, int line);
double mq_flow_line_top     (MqFlow *flow, guint page, guint block, int line);

static inline MqUnit *
mq_flow_unit (MqFlow *flow, guint number)
{
  return &g_array_index (flow->units, MqUnit, number);
}

static inline MqBlock *
mq_flow_block (MqFlow *flow, guint number)
{
  return &g_array_index (flow->blocks, MqBlock, number);
}

G_END_DECLS
