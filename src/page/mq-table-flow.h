/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow-unit.h"

/* Tables of the fact list on paper, as their print says: rows under a header, records, definitions,
 * signatures. */

G_BEGIN_DECLS

/* @view: which print of the table; NULL: the ordinary one. */
void mq_make_table (MqMaker *maker, const MqField *table, const char *view);
/* Notes that the unit depends on the rows of @table that @print shows. */
void mq_maker_read_table (MqMaker *maker, const MqField *table, const MqPrint *print);

G_END_DECLS
