/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Widths of a table's columns.  Lengths are points, and of whole columns: the white around the text is
 * part of them. */

G_BEGIN_DECLS

typedef struct {
  double share;               /* what the fact list asks for, in % of the measure */
  double needed;              /* for its widest word; an amount and its currency count as one */
  double least;               /* the same, when an amount may part from its currency */
  double width;               /* (out) */
} MqColumn;

gboolean mq_columns_fit (MqColumn *columns, guint n, double measure, const double *lengths, guint n_rows);

G_END_DECLS
