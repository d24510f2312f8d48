/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-grammar.h"
#include "mq-xml.h"

G_BEGIN_DECLS

xmlDoc  *mq_grammar_make         (const MqKind *kind, MqProblem **problem);
xmlDoc  *mq_grammar_make_parts   (const MqKind *kind, MqProblem **problem);
xmlDoc  *mq_grammar_make_inline  (MqProblem **problem);
gboolean mq_grammar_problem      (MqProblem **problem, const char *file, const char *detail, int line);

/* Validation may take the document apart when it fails: it is of no more use then. */
gboolean mq_grammar_check        (const MqKind *kind, xmlDoc *doc, const char *name, MqProblem **problem);
gboolean mq_grammar_check_inline (const MqKind *kind, xmlDoc *doc, char **reason);

G_END_DECLS
