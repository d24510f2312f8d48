/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Where a line may end.  The rule is our own and short, because that of the Unicode standard, as Pango
 * follows it, changes between versions and with it the pages:
 *
 *   - after a space, unless the next character closes something (« . », a bracket) or the one before opens
 *     something;
 *   - after a zero width space;
 *   - nowhere else: what has no space inside (a date «نوفمبر/تشرين», «و/أو», a web address, a reference
 *     number, a figure with its decimals) stays whole, so that it is read, found and copied as one word.
 *
 * A token that is wider than the measure is parted after its signs (/ - . @ and the like) all the same: those
 * places are told apart. */

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
