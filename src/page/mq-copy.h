/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Which copy of a draft is printed: its pages, and what a copy has beside them.  Lines, pages and text are the
 * same in all of them. */

G_BEGIN_DECLS

typedef enum {
  MQ_COPY_CLEAN = 0,              /* the pages alone: what is signed and kept */
  MQ_COPY_WATERMARK = 1 << 0,     /* the draft's state, or its classification, across each page */
  MQ_COPY_LINE_NUMBERS = 1 << 1,  /* every fifth line counted in the margin */
  MQ_COPY_REVIEW = MQ_COPY_WATERMARK | MQ_COPY_LINE_NUMBERS,
} MqCopy;

G_END_DECLS
