/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-render.h"

/* Computed facts, findings and completeness.  Rules are data; this is the engine. */

G_BEGIN_DECLS

/* Makes the computed facts of @draft follow what they are computed from: within the step of each change, and
 * now. */
void mq_compute_attach (MqDraft *draft);

/* Findings: references, required facts, missing rates, remainders, rules of the kind.  (transfer full),
 * elements MqProblem; each has path (a full path or a block's id), severity and sentence. */
GPtrArray *mq_check_draft (MqDraft *draft);

/* What is wrong with the formulas of a kind's fact list and rules: those that do not parse, and facts computed from
 * themselves. (transfer full), elements MqProblem; empty for a sound kind. */
GPtrArray *mq_check_kind (const MqKind *kind);

/* Mends, in one step called @label, the characters in the texts of facts that went wrong unseen when they
 * were typed (mixed digits, look-alike letters, stray tatweel and marks of direction); how many values are
 * others now. */
guint mq_check_mend (MqDraft *draft, const char *label);

/* Whether a fact or cell is asked for now (required, or its needed= holds). */
gboolean mq_check_needed (MqDraft *draft, const char *path);
gboolean mq_check_read_only (MqDraft *draft, const char *path);   /* computed, or its read-only= holds */

/* Completeness of a group: how many facts and cells are asked for, and how many of these are filled. */
typedef struct { guint needed, filled; } MqCompleteness;
MqCompleteness mq_check_completeness (MqDraft *draft, const char *group);

G_END_DECLS
