/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Steps are bursts by time, so tests have a clock of their own. */

G_BEGIN_DECLS

/* @now: microseconds that only grow; NULL: g_get_monotonic_time() */
void mq_history_set_clock (gint64 (*now) (void));

G_END_DECLS
