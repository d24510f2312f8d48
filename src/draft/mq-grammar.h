/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-kind.h"

/* The grammar of a kind's drafts, in RELAX NG.  It has two halves: proposal.rng in the program's data is the same for
 * all kinds, and the facts are made here from the kind's fact list.
 *
 * It says what may stand where and in which form values are written.  What is wrong with a value that is well written
 * (out of its range, a row that is gone) is a finding and no reason not to open a draft. */

G_BEGIN_DECLS

char *mq_grammar_text (const MqKind *kind, MqProblem **problem);

G_END_DECLS
