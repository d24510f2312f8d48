/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-needs.h"

/* How findings are gathered, and those that come from the rules of a kind: inside of check/. */

G_BEGIN_DECLS

/* Adds @problem (transfer full), told at @path, with the severity that its code has. */
void mq_findings_add (GPtrArray *findings, MqProblem *problem, const char *path);

/* Adds characters that went wrong unseen when texts were typed. */
void mq_check_typing (MqDraft *draft, GPtrArray *findings);
/* Adds the rules of the kind that are broken. */
void mq_check_rules (MqNeeds *needs, MqDraft *draft, const MqHouse *house, GPtrArray *findings);
/* Adds what is wrong with the formulas of the rules. */
void mq_check_rule_formulas (const MqKind *kind, GPtrArray *problems);

G_END_DECLS
