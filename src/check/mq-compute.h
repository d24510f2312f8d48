/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-check.h"

/* What of a kind is computed, in the order in which it is: inside of check/. */

G_BEGIN_DECLS

typedef struct _MqComputePlan MqComputePlan;

/* @problems: (nullable): gets what is wrong with the kind's formulas */
MqComputePlan *mq_compute_plan_new  (const MqKind *kind, GPtrArray *problems);
void           mq_compute_plan_free (MqComputePlan *plan);

/* Sets what @touched (NULL: everything) concerns, and adds to @touched what it sets. */
void mq_compute_plan_settle (const MqComputePlan *plan, MqDraft *draft, MqTouched *touched);
/* Why computed facts have no value, as far as it is to be told: elements MqProblem are added. */
void mq_compute_plan_report (const MqComputePlan *plan, MqDraft *draft, GPtrArray *problems);

/* mq-compute-value.c */
char *mq_compute_value (MqDraft *draft, const MqField *field, const MqResult *result, MqProblem **problem);

/* ---- values put forward ---- */

typedef struct _MqProposals MqProposals;

MqProposals *mq_proposals_new    (const MqKind *kind, MqDraft *draft);
void         mq_proposals_free   (MqProposals *proposals);
void         mq_proposals_settle (MqProposals *proposals, MqTouched *touched);
void         mq_proposals_learn  (MqProposals *proposals, const MqTouched *touched);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqComputePlan, mq_compute_plan_free)

G_END_DECLS
