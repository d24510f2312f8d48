/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-draft.h"

/* What changes touched, as a set of paths that can be asked in constant time: for a value its full path and
 * its path without rows, for rows that came, went or moved the path of their table. */

G_BEGIN_DECLS

typedef struct _MqTouched MqTouched;

MqTouched *mq_touched_new  (const MqChanges *changes);
void       mq_touched_free (MqTouched *touched);
void       mq_touched_add  (MqTouched *touched, const char *path);
gboolean   mq_touched_has  (const MqTouched *touched, const char *path);
gboolean   mq_touched_read (const MqTouched *touched, const char *path, const char *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqTouched, mq_touched_free)

G_END_DECLS
