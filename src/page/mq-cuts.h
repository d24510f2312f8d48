/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-shaper.h"

/* Short texts that were cut into bits.  Labels, cells and the running head are the same few texts again and
 * again: two of three texts of a long proposal.  Whoever has their bits need not ask Pango for them. */

G_BEGIN_DECLS

typedef struct _MqCuts MqCuts;

MqCuts  *mq_cuts_new  (void);
void     mq_cuts_free (MqCuts *cuts);

/* Appends the bits of a text that is known, and gives TRUE, unless one of its words is wider than @width. */
gboolean mq_cuts_append (MqCuts *cuts, const char *text, gsize length, PangoAttrList *attributes, int width,
                         GArray *bits);
/* Remembers a text, of which no word was cut, if it is short; @bits: its @n bits, which are copied. */
void     mq_cuts_add    (MqCuts *cuts, const char *text, gsize length, PangoAttrList *attributes,
                         const MqBit *bits, guint n);

G_END_DECLS
