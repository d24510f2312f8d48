/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-check.h"

/* What is asked for now: inside of check/. */

G_BEGIN_DECLS

/* What is kept beside a draft for its checks: parsed formulas, and what the body prints as of a revision. */
typedef struct _MqNeeds MqNeeds;

MqNeeds *mq_needs_get (MqDraft *draft);

gboolean mq_needs_field (MqNeeds *needs, const MqField *field, const char *row);
gboolean mq_needs_rows  (MqNeeds *needs, const MqField *table);

G_END_DECLS
