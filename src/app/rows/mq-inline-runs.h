/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-document.h"

/* The value of an inline fact, an XML fragment, taken apart into runs of text and marked things (a term, a value, a
 * reference), which are kept as they are written and shown as chips.  No widgets here. */

G_BEGIN_DECLS

typedef struct {
  gboolean chip;
  char *text;                   /* of a chip: what it shows */
  char *source;                 /* of a chip: the fragment it stands for */
} MqInlineRun;

GPtrArray *mq_inline_runs_read (MqDocument *document, const char *value);      /* MqInlineRun; NULL: no fragment */
char      *mq_inline_escape    (const char *text);

G_END_DECLS
