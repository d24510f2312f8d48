/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-grammar.h"
#include "mq-xml.h"

G_BEGIN_DECLS

gboolean mq_grammar_check        (const MqKind *kind, xmlDoc *doc, const char *name, MqProblem **problem);
gboolean mq_grammar_check_inline (const MqKind *kind, xmlDoc *doc, char **reason);

G_END_DECLS
