/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-render.h"

/* Drafts of the kind `specimen` (tests/text/kinds), for the tests of text/ and of what stands on it. */

void          fixture_init  (int *argc, char ***argv);
const MqKind *fixture_kind  (void);
/* a draft of the model, with assignments "path=value" separated by NULL; rows are inserted when a path needs
 * them */
MqDraft      *fixture_draft (const char *first, ...) G_GNUC_NULL_TERMINATED;
/* a draft whose only article (id a-1) holds one paragraph with @content, in which the namespace need not be
 * named */
MqDraft      *fixture_para  (const char *content);
void          fixture_set   (MqDraft *draft, const char *assignment);
void          fixture_sets  (MqDraft *draft, const char *const *assignments);
/* @text without marks of direction, and with plain spaces */
char         *fixture_bare   (const char *text);
/* the paragraph of fixture_para(), rendered, bare */
char         *fixture_render (MqDraft *draft);
