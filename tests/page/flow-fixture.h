/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow.h"

/* Drafts to lay out, and ways to look at what came of them. */

G_BEGIN_DECLS

MqDraft *draft_of_kind (const char *kind);                  /* (transfer full): new */
MqDraft *draft_of_sample (void);                            /* (transfer full): the sample that comes with the program */
void draft_must_set (MqDraft *draft, const char *path, const char *value);
/* what is computed, and nobody else may set */
void draft_must_settle (MqDraft *draft, const char *path, const char *value);
char *draft_add_row (MqDraft *draft, const char *table);    /* (transfer full): path of the row */
void draft_must_apply (MqDraft *draft, MqChange *change);

/* (transfer full): the layout as text: blocks with look, flags, places and lines, then where pages begin */
char *flow_describe (MqFlow *flow);
/* ends the test at the first difference: the whole would fill the screen */
void flow_must_equal (MqFlow *followed, MqFlow *made);
/* the first block whose text holds @text, or NULL; *@index: (out) (optional) */
const MqBlock *flow_find_text (MqFlow *flow, const char *text, guint *index);
gboolean flow_prints (MqFlow *flow, const char *text);

G_END_DECLS
