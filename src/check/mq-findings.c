/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-findings.h"

/* What is missing or contradicts itself blocks a final copy.  Limits that are advice on drafting, and
 * words that are not defined, are a warning. */
static MqSeverity
severity_of (MqProblemCode code)
{
  switch ((int) code)
    {
    case MQ_PROBLEM_TERM_UNDEFINED:
    case MQ_PROBLEM_TOO_FEW_ROWS:
    case MQ_PROBLEM_TOO_MANY_ROWS:
    case MQ_PROBLEM_TOO_LONG:
    case MQ_PROBLEM_MIXED_DIGITS:
    case MQ_PROBLEM_LOOKALIKE:
      return MQ_SEVERITY_WARN;
    case MQ_PROBLEM_TATWEEL:
    case MQ_PROBLEM_DIRECTION_MARK:
      return MQ_SEVERITY_ADVICE;
    default:
      return MQ_SEVERITY_BLOCK;
    }
}

void
mq_findings_add (GPtrArray *findings, MqProblem *problem, const char *path)
{
  if (problem->code != MQ_PROBLEM_RULE)
    problem->severity = severity_of (problem->code);
  mq_problem_set_path (problem, path);
  g_ptr_array_add (findings, problem);
}
