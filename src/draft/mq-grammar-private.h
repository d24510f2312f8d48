/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/relaxng.h>

#include "mq-grammar.h"
#include "mq-xml.h"

G_BEGIN_DECLS

xmlDoc  *mq_grammar_make         (const MqKind *kind, MqProblem **problem);
xmlDoc  *mq_grammar_make_parts   (const MqKind *kind, MqProblem **problem);
xmlDoc  *mq_grammar_make_inline  (MqProblem **problem);
gboolean mq_grammar_problem      (MqProblem **problem, const char *file, const char *detail, int line);

/* What is wrong with a document. */
typedef struct {
  char *reason;          /* the first error, which is the nearest to the cause */
  int line;
} MqComplaint;

xmlRelaxNG *mq_grammar_compile   (xmlDoc *grammar, MqProblem **problem);
gboolean mq_grammar_validate     (xmlRelaxNG *schema, xmlDoc *doc, MqComplaint *complaint);
MqProblem *mq_grammar_find_cause (const MqKind *kind, xmlDoc *doc);

/* Validation may take the document apart when it fails: it is of no more use then. */
gboolean mq_grammar_check        (const MqKind *kind, xmlDoc *doc, const char *name, MqProblem **problem);
gboolean mq_grammar_check_inline (const MqKind *kind, xmlDoc *doc, char **reason);

G_END_DECLS
