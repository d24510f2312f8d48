/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-fixture.h"

#include <string.h>

void
fixture_init (int *argc, char ***argv)
{
  g_autofree char *kinds = NULL;

  g_test_init (argc, argv, NULL);
  kinds = g_test_build_filename (G_TEST_DIST, "draft", "kinds", NULL);
  g_setenv ("MUQTARAH_KINDS", kinds, TRUE);
  mq_draft_seed_ids (1);
}

const MqKind *
fixture_kind (void)
{
  g_autoptr (MqProblem) problem = NULL;
  const MqKind *kind = mq_kind_find ("trial", &problem);
  g_autofree char *message = problem != NULL ? mq_problem_message (problem) : NULL;

  g_assert_cmpstr (message, ==, NULL);
  g_assert_nonnull (kind);

  return kind;
}

MqDraft *
fixture_draft (void)
{
  return mq_draft_new (fixture_kind ());
}

char *
fixture_text (MqDraft *draft)
{
  g_autoptr (GBytes) bytes = mq_draft_to_bytes (draft);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

MqDraft *
fixture_parse (const char *text, MqProblem **problem)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mq_draft_parse (bytes, "file.muqtarah", problem);
}

char *
fixture_file (const char *facts)
{
  return g_strconcat ("<proposal xmlns=\"urn:muqtarah:proposal\" format=\"1\" kind=\"trial\" "
                      "kind-version=\"3\" xml:lang=\"ar\" xml:id=\"d1\">\n<facts>", facts,
                      "</facts>\n<wording/>\n"
                      "<body><part xml:id=\"p1\"><heading/><article xml:id=\"a1\"><heading/>"
                      "<para xml:id=\"b1\"/></article></part></body></proposal>\n", NULL);
}

char *
fixture_rows (MqDraft *draft, const char *table)
{
  g_autofree const char **rows = mq_draft_rows (draft, table, NULL);

  return g_strjoinv (" ", (char **) rows);
}
