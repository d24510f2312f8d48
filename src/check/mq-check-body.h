/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-needs.h"

/* Findings about what the body says: references and terms.  Inside of check/. */

G_BEGIN_DECLS

void mq_check_body (MqNeeds *needs, MqDraft *draft, MqRenderer *renderer, GPtrArray *findings);

G_END_DECLS
