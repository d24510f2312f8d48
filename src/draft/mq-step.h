/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-draft-private.h"

/* A step: what one undo takes back, a list of changes that undo walks backwards. */

G_BEGIN_DECLS

struct _MqStep {
  GPtrArray *changes;            /* MqChange */
  char *label;                   /* given, or NULL */
  char *shown_label;             /* made from the first change when it is asked for */
  const char *merge_key;         /* interned, or NULL */
  gint64 time;                   /* of its last change, in microseconds */
  guint64 state;                 /* number of the content that it led to (mq_draft_state) */
};

MqStep     *mq_step_new    (const char *label, const char *merge_key);
void        mq_step_free   (MqStep *step);
void        mq_step_append (MqStep *to, MqStep *from);
void        mq_step_tidy   (MqDraft *draft, MqStep *step);
const char *mq_step_label  (MqDraft *draft, MqStep *step);
const char *mq_step_path   (const MqStep *step);

G_END_DECLS
