/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow-unit.h"

/* Tables whose rows print one under the other: records (a title, then label and value), definitions,
 * signatures. */

G_BEGIN_DECLS

void mq_make_records     (MqMaker *maker, const MqField *table, const MqPrint *print);
void mq_make_definitions (MqMaker *maker, const MqField *table, const MqPrint *print);
void mq_make_signatures  (MqMaker *maker, const MqField *table, const MqPrint *print);

G_END_DECLS
