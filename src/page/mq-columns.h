/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Widths of a table's columns.  Lengths are points. */

G_BEGIN_DECLS

typedef struct {
  double share;               /* what the fact list asks for, in % of the measure */
  double needed;              /* of its widest piece that no line may break, margins included */
  double width;               /* (out) */
} MqColumn;

void mq_columns_fit (MqColumn *columns, guint n, double measure);

G_END_DECLS
