/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-block.h"

/* Blocks rendered anew take over the lines of those that they replace, where nothing changed: a letter typed in a cell
 * costs the shaping of its row, not that of the table. */

G_BEGIN_DECLS

/* What a block shows, as a number that no other picture has; parallel to the blocks. */
typedef guint64 MqStamp;

/* @made: of MqBlock without lines.  @stamps: set for each of them: the old one's for a block whose lines were taken
 * over, 0 for one that must be laid out. */
void mq_adopt_lines (GArray *made, GArray *stamps, MqBlock *old, const MqStamp *old_stamps, guint n_old);

G_END_DECLS
