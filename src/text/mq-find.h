/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-render.h"
#include "mq-search.h"

/* Finding words in the facts, also in those that are not printed: as they would be printed, alone. */

G_BEGIN_DECLS

/* bytes [start, end) of what mq_render_value() gives for the path */
typedef struct { const char *path; guint start, end; } MqFactHit;    /* path: interned */

/* (transfer full), of MqFactHit, in the order of the fact list */
GArray *mq_find_facts (MqRenderer *renderer, const MqSearch *search);

G_END_DECLS
