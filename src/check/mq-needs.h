/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-compute.h"

/* What is asked for now, and what checks of one draft share: inside of check/. */

G_BEGIN_DECLS

/* What is kept beside a draft for its checks: parsed formulas, and what the body prints as of a revision. */
typedef struct _MqNeeds MqNeeds;

MqNeeds *mq_needs_get (MqDraft *draft);

/* Parsed once for the draft, and owned by it; NULL: @text does not parse. */
const MqFormula     *mq_needs_formula (MqNeeds *needs, const char *text, const MqField *table);
const MqComputePlan *mq_needs_plan    (MqNeeds *needs);

gboolean mq_needs_field (MqNeeds *needs, const MqField *field, const char *row);
gboolean mq_needs_rows  (MqNeeds *needs, const MqField *table);

G_END_DECLS
