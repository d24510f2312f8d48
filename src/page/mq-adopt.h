/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-block.h"

/* Blocks rendered anew take over the lines, and the stamps, of those that they replace, where nothing
 * changed: a letter typed in a cell costs the shaping of its row, not that of the table. */

G_BEGIN_DECLS

/* @made, of MqBlock: those without a stamp are looked for among @old; those that are not found stay
 * without one. */
void mq_adopt_lines (GArray *made, MqBlock *old, guint n_old);

G_END_DECLS
