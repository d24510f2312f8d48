/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-kind.h"

/* Fixed rows: those that a kind gives a table, and what it says about their cells. */

G_BEGIN_DECLS

const MqModelRow *mq_fixed_row (const MqField *table, const char *row);
/* Whether a cell is none of the user's: the kind gives it, or the formula of its row computes it. */
gboolean mq_fixed_cell (const MqField *column, const char *row);

G_END_DECLS
