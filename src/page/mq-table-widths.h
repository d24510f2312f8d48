/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow-unit.h"

/* What the columns of a table need, by the texts that stand in them, and in letters of which size:
 * mq-columns.h then shares the measure out. */

G_BEGIN_DECLS

void mq_table_place_cells (MqMaker *maker, guint first, const MqPrint *print);

G_END_DECLS
