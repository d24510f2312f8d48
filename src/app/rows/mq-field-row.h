/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-document.h"

/* A row of a form: the label and help of a fact, its editor, and under it a note (the amount in words) or an error.
 * The form says which fact (property `path`); all else comes from the fact list.  A cell of a table that is shown as
 * cards has a row of this type as well. */

G_BEGIN_DECLS

#define MQ_TYPE_FIELD_ROW (mq_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MqFieldRow, mq_field_row, MQ, FIELD_ROW, AdwPreferencesRow)

GtkWidget *mq_field_row_new (const char *path);

G_END_DECLS
