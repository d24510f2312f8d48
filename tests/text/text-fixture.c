/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-fixture.h"

#include <string.h>

#include "mq-fold.h"

void
fixture_init (int *argc, char ***argv)
{
  g_autofree char *kinds = NULL;

  g_test_init (argc, argv, NULL);
  kinds = g_test_build_filename (G_TEST_DIST, "text", "kinds", NULL);
  g_setenv ("MUQTARAH_KINDS", kinds, TRUE);
  mq_draft_seed_ids (7);
}

const MqKind *
fixture_kind (void)
{
  g_autoptr (MqProblem) problem = NULL;
  const MqKind *kind = mq_kind_find ("specimen", &problem);
  g_autofree char *message = problem != NULL ? mq_problem_message (problem) : NULL;

  g_assert_cmpstr (message, ==, NULL);
  return kind;
}

/* makes the row that a path to a cell names */
static void
make_row (MqDraft *draft, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", 4);
  g_autofree char *table = NULL;

  if (g_strv_length (names) < 3 || mq_draft_row_table (draft, names[2]) != NULL)
    return;
  table = g_strdup_printf ("%s/%s", names[0], names[1]);
  g_assert_true (mq_draft_apply (draft, mq_change_insert_row (table, names[2], -1), NULL));
}

void
fixture_set (MqDraft *draft, const char *assignment)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *path = g_strndup (assignment, equals != NULL
                                     ? (gsize) (equals - assignment) : strlen (assignment));
  g_autoptr (MqProblem) problem = NULL;
  gboolean done;

  make_row (draft, path);
  done = equals == NULL || mq_draft_set (draft, path, equals + 1, &problem);
  if (!done)
    {
      g_autofree char *message = mq_problem_message (problem);

      g_test_message ("%s: %s", assignment, message);
    }
  g_assert_true (done);
}

void
fixture_sets (MqDraft *draft, const char *const *assignments)
{
  for (guint i = 0; assignments[i] != NULL; i++)
    fixture_set (draft, assignments[i]);
}

MqDraft *
fixture_draft (const char *first, ...)
{
  MqDraft *draft = mq_draft_new (fixture_kind ());
  va_list args;

  va_start (args, first);
  for (const char *assignment = first; assignment != NULL; assignment = va_arg (args, const char *))
    fixture_set (draft, assignment);
  va_end (args);
  return draft;
}

MqDraft *
fixture_para (const char *content)
{
  static const char wording[] =
    "<wording>"
    "<variant key=\"ga\" by=\"law\"><eg>الجمعية العامة</eg><iq>الهيئة العامة</iq></variant>"
    "<variant key=\"projects\" by=\"house\"><eg>مشروعات</eg><iq>مشاريع</iq></variant>"
    "<phrases key=\"how\" of=\"deal/form\"><phrase token=\"sale\">بطريق البيع</phrase><phrase token=\"assembly\"/>"
    "<phrase token=\"other\">بطريق <value of=\"deal/form-other\"/></phrase></phrases>"
    "</wording>";
  static const char articles[] =
    "<article xml:id=\"a-2\" when=\"deal/agreed = true\"><heading>ب</heading><para xml:id=\"a-2.1\">ب</para></article>"
    "<article xml:id=\"a-3\"><heading>ج</heading><para xml:id=\"a-3.1\">ج</para></article>"
    "<article xml:id=\"a-4\"><heading>د</heading><para xml:id=\"a-4.1\">د</para></article>"
    "<article xml:id=\"a-5\"><heading>هـ</heading><para xml:id=\"a-5.1\">هـ</para></article>";
  g_autofree char *text =
    g_strconcat ("<proposal xmlns=\"urn:muqtarah:proposal\" format=\"1\" kind=\"specimen\" kind-version=\"1\" "
                 "xml:lang=\"ar\" xml:id=\"d1\"><facts/>", wording,
                 "<body><part xml:id=\"p-1\"><heading>باب</heading><article xml:id=\"a-1\"><heading>أ</heading>"
                 "<para xml:id=\"a-1.1\">", content, "</para></article>", articles,
                   "</part></body></proposal>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MqProblem) problem = NULL;
  MqDraft *draft;

  fixture_kind ();
  draft = mq_draft_parse (bytes, "para", &problem);
  if (draft == NULL)
    {
      g_autofree char *message = mq_problem_message (problem);

      g_error ("%s: %s", content, message);
    }
  return draft;
}

char *
fixture_bare (const char *text)
{
  g_autofree char *stripped = mq_strip_marks (text);
  GString *bare = g_string_new (stripped);

  g_string_replace (bare, "\u00A0", " ", 0);
  return g_string_free (bare, FALSE);
}

char *
fixture_render (MqDraft *draft)
{
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
  g_auto (MqRich) rich = { NULL };

  mq_render_inline (renderer, mq_draft_by_id (draft, "a-1.1"), NULL, &rich, NULL);
  return fixture_bare (rich.text);
}
