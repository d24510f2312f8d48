/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Where a line may end.  The rule is our own and short, because that of the Unicode standard, as Pango
 * follows it, changes between versions and with it the pages:
 *
 *   - after a space, unless the next character closes something (« . », a bracket) or the one before opens
 *     something;
 *   - after a slash, hyphen or dash between letters, when the next letter is not Latin;
 *   - after a zero width space;
 *   - nowhere else: a token of Latin letters, digits and signs (a web address, «e-Gov», a reference number)
 *     stays whole.
 *
 * A token that is wider than the measure is parted after its signs all the same: those places are told
 * apart. */

G_BEGIN_DECLS

typedef enum {
  MQ_BREAK_NONE = 0,
  MQ_BREAK_LINE,              /* a line may begin here */
  MQ_BREAK_TOKEN,             /* only when the token is wider than the measure */
} MqBreak;

void mq_break_places (const char *text, gsize length, guint8 *places);

gboolean mq_break_is_space    (gunichar c);
gboolean mq_break_is_line_end (gunichar c);

G_END_DECLS
