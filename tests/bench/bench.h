/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The parts of mq-bench.  Work that is measured runs in a process of its own, which prints what it needed as
 * NAME=NUMBER; so the peak of its memory is its own, and nothing is warm. */

G_BEGIN_DECLS

/* The clause library repeated until the body has @n_articles articles, as the text of a draft. */
char *bench_draft_text (const char *base, guint n_articles);
/* What the drafts are made from: the sample draft, or a new draft of the standard proposal. */
char *bench_draft_base (void);

int bench_export (const char *draft, const char *pdf);      /* "-": the PDF is not kept */
int bench_text   (const char *draft, const char *text);     /* the text of the blocks, a paragraph a line */
int bench_edit   (const char *draft);
int bench_floor  (const char *text);

double bench_cpu  (void);                                   /* seconds of this process */
double bench_wall (void);
double bench_peak (void);                                   /* MiB of this process so far */

G_END_DECLS
