/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-fixture.h"
#include "mq-limits.h"

#include <string.h>

static void
test_new (void)
{
  g_autoptr (MqDraft) draft = fixture_draft (), again = NULL;
  g_autoptr (MqProblem) problem = NULL;
  g_autofree char *text = fixture_text (draft), *second = NULL, *rows = NULL;

  g_assert_true (mq_draft_kind (draft) == fixture_kind ());
  g_assert_cmpuint (strlen (mq_draft_id (draft)), ==, 9);
  g_assert_cmpstr (mq_draft_undo_label (draft), ==, NULL);
  g_assert_cmpuint (mq_draft_revision (draft), ==, 0);

  /* what the model says goes before the default of the fact list */
  g_assert_cmpstr (mq_draft_value (draft, "main/currency"), ==, "EGP");
  g_assert_cmpstr (mq_draft_value (draft, "main/agreed"), ==, "false");
  g_assert_null (mq_draft_value (draft, "main/title"));
  /* rows of the model have the defaults of the columns, too */
  g_assert_cmpstr (mq_draft_value (draft, "people/list/p-one/side"), ==, "egypt");
  g_assert_cmpstr (mq_draft_value (draft, "people/list/p-two/side"), ==, "iraq");
  rows = fixture_rows (draft, "people/steps");
  g_assert_cmpstr (rows, ==, "step-first step-second");
  g_assert_cmpstr (mq_draft_value (draft, "people/steps/step-first/name"), ==, "first");
  g_assert_cmpstr (mq_draft_value (draft, "people/steps/step-second/when"), ==, "late");
  g_assert_null (strstr (text, "<!--"));

  again = fixture_parse (text, &problem);
  g_assert_null (problem);
  second = fixture_text (again);
  g_assert_cmpstr (text, ==, second);
  g_assert_cmpstr (mq_draft_id (draft), ==, mq_draft_id (again));
}

static void
test_ids (void)
{
  g_autofree char *first = NULL, *second = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MqDraft) draft = NULL;

      mq_draft_seed_ids (42);
      draft = fixture_draft ();
      assert_apply (draft, mq_change_insert_row ("people/list", NULL, -1));
      *(i == 0 ? &first : &second) = fixture_text (draft);
    }
  g_assert_cmpstr (first, ==, second);
}

static void
test_values (void)
{
  g_autofree char *text = fixture_file (
    "<main><title>a &amp; b &lt;c&gt;</title><code>1<!-- c -->.2</code><summary><![CDATA[x < y]]></summary>"
    "<reasons>\n<item>one</item>\n<item>two<!-- c --> more</item></reasons><goals/>"
    "<word>a &amp; <term ref='x'>b</term>&gt;<variant key='ga'/></word></main>"
    "<people><list><row xml:id='x'><name>X</name><tasks><item>t</item></tasks></row></list></people>");
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (MqDraft) draft = fixture_parse (text, &problem);
  static const struct { const char *path, *value; } cases[] = {
    { "main/title", "a & b <c>" },
    { "main/summary", "x < y" },
    { "main/reasons", "one\ntwo more" },
    { "main/goals", NULL },
    { "main/word", "a &amp; <term ref=\"x\">b</term>&gt;<variant key=\"ga\"/>" },
    { "main/code", "1.2" },
    { "main/day", NULL },
    { "people/list", NULL },
    { "people/list/x", NULL },
    { "people/list/x/name", "X" },
    { "people/list/x/tasks", "t" },
    { "people/list/x/note", NULL },
    { "people/list/x/nothing", NULL },
    { "people/list/y/name", NULL },
    { "people/steps/x/name", NULL },
    { "main/title/x/name", NULL },
    { "main/nothing", NULL },
    { "main", NULL },
    { "", NULL },
    { "/", NULL },
    { "//", NULL },
    { "///", NULL },
    { "body/b1", NULL },
    { "body/x", NULL },
    { "body/nothing", NULL },
  };

  g_assert_null (problem);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].path);
      g_assert_cmpstr (mq_draft_value (draft, cases[i].path), ==, cases[i].value);
      /* the second time it may come from a cache */
      g_assert_cmpstr (mq_draft_value (draft, cases[i].path), ==, cases[i].value);
    }
}

static void
test_rows (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  g_autofree const char **rows = NULL, **none = NULL;
  guint n;

  rows = mq_draft_rows (draft, "people/list", &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (rows[0], ==, "p-one");
  g_assert_true (rows[0] == g_intern_string ("p-one"));
  g_assert_cmpstr (rows[1], ==, "p-two");
  g_assert_null (rows[2]);
  g_assert_cmpuint (mq_draft_n_rows (draft, "people/list"), ==, 2);
  g_assert_cmpuint (mq_draft_n_rows (draft, "main/fx"), ==, 0);
  g_assert_cmpuint (mq_draft_n_rows (draft, "main/title"), ==, 0);
  g_assert_cmpuint (mq_draft_n_rows (draft, "no/table"), ==, 0);
  none = mq_draft_rows (draft, "main/fx", &n);
  g_assert_nonnull (none);
  g_assert_null (none[0]);
  g_assert_cmpuint (n, ==, 0);

  g_assert_cmpstr (mq_draft_row_table (draft, "p-two"), ==, "people/list");
  g_assert_cmpstr (mq_draft_row_table (draft, "year-one"), ==, "people/years");
  g_assert_null (mq_draft_row_table (draft, "art-1"));
  g_assert_null (mq_draft_row_table (draft, "nobody"));
}

static void
test_body (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  const MqNode *body = mq_draft_body (draft), *part, *article, *para, *node;
  static const MqNodeType types[] = { MQ_NODE_TEXT, MQ_NODE_NUMBER, MQ_NODE_TEXT, MQ_NODE_VALUE, MQ_NODE_TEXT,
                                      MQ_NODE_TERM, MQ_NODE_TEXT };
  guint i = 0;

  g_assert_cmpint (mq_node_type (body), ==, MQ_NODE_BODY);
  part = mq_node_first (body);
  g_assert_cmpint (mq_node_type (part), ==, MQ_NODE_PART);
  g_assert_cmpstr (mq_node_id (part), ==, "part-main");
  g_assert_cmpstr (mq_node_attribute (part, "group"), ==, "main");
  g_assert_null (mq_node_attribute (part, "id"));
  g_assert_null (mq_node_next (part));
  article = mq_node_child (part, MQ_NODE_ARTICLE);
  g_assert_true (mq_draft_by_id (draft, "art-1") == article);
  g_assert_true (mq_node_parent (article) == part);
  para = mq_draft_by_id (draft, "art-1.1");
  g_assert_cmpint (mq_node_type (para), ==, MQ_NODE_PARA);
  for (node = mq_node_first (para); node != NULL; node = mq_node_next (node))
    g_assert_cmpint (mq_node_type (node), ==, types[i++]);
  g_assert_cmpuint (i, ==, G_N_ELEMENTS (types));
  g_assert_cmpstr (mq_node_text (mq_node_first (para)), ==, "خلال ");
  g_assert_null (mq_node_text (para));
  g_assert_cmpint (mq_node_type (mq_node_child (article, MQ_NODE_TABLE)), ==, MQ_NODE_TABLE);
  g_assert_null (mq_node_child (article, MQ_NODE_SIGNATURES));

  g_assert_null (mq_draft_by_id (draft, "p-one"));
  g_assert_null (mq_draft_by_id (draft, mq_draft_id (draft)));
  g_assert_null (mq_draft_by_id (draft, "nothing"));
}

static void
test_wording (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  const MqNode *phrase;

  g_assert_cmpstr (mq_draft_variant (draft, "ga", TRUE), ==, "الهيئة العامة");
  g_assert_cmpstr (mq_draft_variant (draft, "ga", FALSE), ==, "الجمعية العامة");
  g_assert_null (mq_draft_variant (draft, "how", TRUE));
  g_assert_true (mq_draft_variant_by_law (draft, "ga"));
  g_assert_false (mq_draft_variant_by_law (draft, "plan"));

  phrase = mq_draft_phrase (draft, "how", "IQD");
  g_assert_cmpstr (mq_node_text (mq_node_first (phrase)), ==, "بالدينار ");
  g_assert_cmpint (mq_node_type (mq_node_next (mq_node_first (phrase))), ==, MQ_NODE_VALUE);
  g_assert_null (mq_node_first (mq_draft_phrase (draft, "how", "EGP")));
  g_assert_null (mq_draft_phrase (draft, "how", "USD"));
  g_assert_null (mq_draft_phrase (draft, "ga", "EGP"));
}

static void
test_inline (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  const MqNode *content;

  g_assert_null (mq_draft_inline (draft, "main/word"));
  g_assert_null (mq_draft_inline (draft, "main/title"));
  assert_set (draft, "main/word",
              "a <value of=\"main/title\"/> &amp; <optional>b <variant key=\"ga\"/></optional>");
  content = mq_draft_inline (draft, "main/word");
  g_assert_cmpstr (mq_node_text (mq_node_first (content)), ==, "a ");
  g_assert_cmpint (mq_node_type (mq_node_next (mq_node_first (content))), ==, MQ_NODE_VALUE);
  g_assert_cmpstr (mq_draft_value (draft, "main/word"), ==,
                   "a <value of=\"main/title\"/> &amp; <optional>b <variant key=\"ga\"/></optional>");
  g_assert_nonnull (mq_draft_inline (draft, "people/list/p-one/note"));
  g_assert_null (mq_draft_inline (draft, "people/list/p-two/note"));

  /* the same in the file as in the tree */
  {
    g_autofree char *text = fixture_text (draft), *again = NULL;
    g_autoptr (MqDraft) copy = fixture_parse (text, NULL);

    g_assert_cmpstr (mq_draft_value (copy, "main/word"), ==, mq_draft_value (draft, "main/word"));
    again = fixture_text (copy);
    g_assert_cmpstr (text, ==, again);
  }
}

/* Numbers of clauses inside a definition are found while the definition is there. */
static void
test_inline_ids (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  g_autoptr (MqProblem) problem = NULL;

  assert_set (draft, "main/word", "<number xml:id=\"n\">5</number>");
  g_assert_false (mq_draft_set (draft, "people/list/p-one/note", "<number xml:id=\"n\">5</number>",
                                &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_DUPLICATE_ID);
  /* it is no number of the body */
  g_assert_null (mq_draft_value (draft, "body/n"));
  assert_set (draft, "main/word", "<number xml:id=\"n\">6</number>");
  assert_set (draft, "main/word", NULL);
  assert_set (draft, "people/list/p-one/note", "<number xml:id=\"n\">5</number>");
  g_assert_true (mq_draft_undo (draft));
  g_assert_true (mq_draft_undo (draft));
  g_assert_cmpstr (mq_draft_value (draft, "main/word"), ==, "<number xml:id=\"n\">6</number>");
}

static char *
lines (guint n)
{
  GString *text = g_string_sized_new (2 * n);

  while (n-- > 0)
    g_string_append (text, "a\n");

  return g_string_free (text, FALSE);
}

/* No more is given out for a file than is read again, and what is given out is read. */
static void
test_to_file (void)
{
  g_autoptr (MqDraft) draft = fixture_draft (), again = NULL;
  g_autofree char *most = lines (MQ_LIMIT_ITEMS);
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (GBytes) bytes = NULL;

  assert_set (draft, "main/reasons", most);
  assert_set (draft, "people/list/p-one/tasks", most);
  assert_set (draft, "people/list/p-two/tasks", most);
  bytes = mq_draft_to_file (draft, &problem);
  g_assert_null (problem);
  g_assert_nonnull (bytes);
  again = mq_draft_parse (bytes, NULL, &problem);
  g_assert_null (problem);
  g_assert_nonnull (again);

  assert_apply (draft, mq_change_insert_row ("people/list", "p-three", -1));
  assert_set (draft, "people/list/p-three/tasks", most);
  g_assert_null (mq_draft_to_file (draft, &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_DRAFT_TOO_LARGE);
}

/* Nothing can be entered that alone could not be read again. */
static void
test_most_items (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  g_autofree char *more = lines (MQ_LIMIT_ITEMS + 1);
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autoptr (MqProblem) problem = NULL;

  assert_refused (draft, mq_change_set ("main/reasons", more), MQ_PROBLEM_TOO_MANY_ROWS);

  for (guint i = 0; i <= MQ_LIMIT_ITEMS; i++)
    g_string_append (marks, "<value of=\"main/title\"/>");
  assert_refused (draft, mq_change_set ("main/word", marks->str), MQ_PROBLEM_TOO_WIDE);

  mq_draft_begin (draft, NULL, NULL);
  for (guint i = mq_draft_n_rows (draft, "people/list"); i < MQ_LIMIT_ITEMS; i++)
    assert_apply (draft, mq_change_insert_row ("people/list", NULL, 0));
  g_assert_false (mq_draft_apply (draft, mq_change_insert_row ("people/list", NULL, 0), &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_TOO_MANY_ROWS);
  mq_draft_end (draft);
}

/* What stands among the rows of a table and is none has no path. */
static void
test_foreign_in_table (void)
{
  g_autofree char *text = fixture_file ("<people><list><row xml:id='p'/><f:note xmlns:f='urn:f' xml:id='f'/></list>"
                                        "</people>");
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (MqDraft) draft = fixture_parse (text, &problem);

  g_assert_null (problem);
  assert_refused (draft, mq_change_remove_row ("people/list/f"), MQ_PROBLEM_UNKNOWN_PATH);
  assert_refused (draft, mq_change_move_row ("people/list/f", 0), MQ_PROBLEM_UNKNOWN_PATH);
}

/* The id of a fixed row is that row's, also while the file lacks the row. */
static void
test_fixed_id_taken (void)
{
  static const char *const facts[] = { "<people><list><row xml:id='step-first'/></list></people>",
                                       "<people><years><row xml:id='step-first'/></years></people>",
                                       "<f:note xmlns:f='urn:f' xml:id='step-first'/>" };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = fixture_file (facts[i]);
      g_autoptr (MqProblem) problem = NULL;

      g_assert_null (fixture_parse (text, &problem));
      g_assert_cmpint (problem->code, ==, MQ_PROBLEM_DUPLICATE_ID);
      g_assert_cmpstr (problem->subject, ==, "step-first");
    }
}

static void
test_fixed_rows_come_back (void)
{
  g_autofree char *text = fixture_file ("<people><steps><row xml:id='step-second'><name>mine</name></row>"
                                        "</steps></people>");
  g_autoptr (MqDraft) draft = fixture_parse (text, NULL);
  g_autofree char *steps = fixture_rows (draft, "people/steps");
  g_autofree char *years = fixture_rows (draft, "people/years");

  g_assert_cmpstr (steps, ==, "step-first step-second");
  g_assert_cmpstr (years, ==, "year-one year-two");
  g_assert_cmpstr (mq_draft_value (draft, "people/steps/step-first/name"), ==, "first");
  g_assert_cmpstr (mq_draft_value (draft, "people/steps/step-second/name"), ==, "mine");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/draft/new", test_new);
  g_test_add_func ("/draft/ids", test_ids);
  g_test_add_func ("/draft/values", test_values);
  g_test_add_func ("/draft/rows", test_rows);
  g_test_add_func ("/draft/body", test_body);
  g_test_add_func ("/draft/wording", test_wording);
  g_test_add_func ("/draft/inline", test_inline);
  g_test_add_func ("/draft/inline-ids", test_inline_ids);
  g_test_add_func ("/draft/to-file", test_to_file);
  g_test_add_func ("/draft/most-items", test_most_items);
  g_test_add_func ("/draft/foreign-in-table", test_foreign_in_table);
  g_test_add_func ("/draft/fixed-id-taken", test_fixed_id_taken);
  g_test_add_func ("/draft/fixed-rows-come-back", test_fixed_rows_come_back);

  return g_test_run ();
}
