/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-draft.h"

/* What the tests of draft/ share: the kind "trial" (kinds/trial), drafts of it, and their bytes. */

G_BEGIN_DECLS

void          fixture_init     (int *argc, char ***argv);
const MqKind *fixture_kind     (void);
MqDraft      *fixture_draft    (void);
char         *fixture_text     (MqDraft *draft);
MqDraft      *fixture_parse    (const char *text, MqProblem **problem);
/* a draft of the kind with @facts inside <facts> and the smallest body */
char         *fixture_file     (const char *facts);
/* "capital/a capital/b": the paths of the rows of a table, and values, as tests compare them */
char         *fixture_rows     (MqDraft *draft, const char *table);

#define assert_set(draft, path, value)                                                                               \
  G_STMT_START {                                                                                                     \
    g_autoptr (MqProblem) _problem = NULL;                                                                           \
    gboolean _set = mq_draft_set (draft, path, value, &_problem);                                                    \
    g_autofree char *_message = _problem != NULL ? mq_problem_message (_problem) : NULL;                             \
    g_assert_cmpstr (_message, ==, NULL);                                                                            \
    g_assert_true (_set);                                                                                            \
  } G_STMT_END

#define assert_apply(draft, change)                                                                                  \
  G_STMT_START {                                                                                                     \
    g_autoptr (MqProblem) _problem = NULL;                                                                           \
    gboolean _applied = mq_draft_apply (draft, change, &_problem);                                                   \
    g_autofree char *_message = _problem != NULL ? mq_problem_message (_problem) : NULL;                             \
    g_assert_cmpstr (_message, ==, NULL);                                                                            \
    g_assert_true (_applied);                                                                                        \
  } G_STMT_END

#define assert_refused(draft, change, expected)                                                                      \
  G_STMT_START {                                                                                                     \
    g_autoptr (MqProblem) _problem = NULL;                                                                           \
    g_autofree char *_before = fixture_text (draft), *_after = NULL;                                                 \
    g_assert_false (mq_draft_apply (draft, change, &_problem));                                                      \
    g_assert_nonnull (_problem);                                                                                     \
    g_assert_cmpint (_problem->code, ==, expected);                                                                  \
    g_assert_nonnull (_problem->path);                                                                               \
    _after = fixture_text (draft);                                                                                   \
    g_assert_cmpstr (_before, ==, _after);                                                                           \
  } G_STMT_END

G_END_DECLS
