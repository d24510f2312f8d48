/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-fixture.h"

#include "mq-grammar.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_groups (void)
{
  const MqKind *kind = fixture_kind ();
  const MqGroup *const *groups;
  guint n;

  g_assert_cmpstr (mq_kind_name (kind), ==, "trial");
  g_assert_cmpint (mq_kind_version (kind), ==, 3);
  g_assert_cmpstr (mq_kind_currency (kind), ==, "main/currency");
  g_assert_cmpstr (mq_kind_rates (kind), ==, "main/fx");

  groups = mq_kind_groups (kind, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (groups[0]->name, ==, "main");
  g_assert_cmpstr (groups[0]->label.ar, ==, "الرئيس");
  g_assert_cmpstr (groups[0]->label.ar_iq, ==, "الرئيسي");
  g_assert_cmpstr (groups[0]->label.en, ==, "Main");
  g_assert_null (groups[1]->label.ar_iq);
  g_assert_true (groups[0]->printed);
  g_assert_cmpuint (groups[1]->n_facts, ==, 4);
  g_assert_true (mq_kind_group (kind, "people") == groups[1]);
  g_assert_null (mq_kind_group (kind, "nobody"));
}

static void
test_fields (void)
{
  static const struct { const char *path, *found; } cases[] = {
    { "main/title", "main/title" },
    { "people/list", "people/list" },
    { "people/list/name", "people/list/name" },
    { "people/list/p-one/name", "people/list/name" },
    { "people/list/name/name", "people/list/name" },
    { "people/list/p-one", NULL },
    { "people/list/p-one/nothing", NULL },
    { "people/list//name", NULL },
    { "people/list/a/name/b", NULL },
    { "main/title/x/name", NULL },
    { "main", NULL },
    { "main/", NULL },
    { "/title", NULL },
    { "", NULL },
  };
  const MqKind *kind = fixture_kind ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MqField *field = mq_kind_field (kind, cases[i].path);

      g_test_message ("%s", cases[i].path);
      g_assert_cmpstr (field != NULL ? field->path : NULL, ==, cases[i].found);
    }
}

static void
test_field (void)
{
  const MqKind *kind = fixture_kind ();
  const MqField *title = mq_kind_field (kind, "main/title");
  const MqField *count = mq_kind_field (kind, "main/count");
  const MqField *amount = mq_kind_field (kind, "main/amount");
  const MqField *list = mq_kind_field (kind, "people/list");
  const MqField *paid = mq_field_column (list, "paid");
  const MqField *steps = mq_kind_field (kind, "people/steps");
  const MqPrint *print;

  g_assert_cmpint (title->type, ==, MQ_TYPE_TEXT);
  g_assert_true (title->required);
  g_assert_true (title->printed);
  g_assert_cmpint (title->max_length, ==, 10);
  g_assert_cmpstr (title->help.en, ==, "One line.");
  g_assert_cmpstr (title->name, ==, "title");
  g_assert_cmpstr (title->group->name, ==, "main");
  g_assert_null (title->table);
  g_assert_false (mq_kind_field (kind, "main/reasons")->printed);
  g_assert_true (mq_kind_field (kind, "main/code")->ltr);

  g_assert_cmpstr (count->min, ==, "-3");
  g_assert_cmpstr (count->max, ==, "12");
  g_assert_cmpstr (count->unit, ==, "سهم");
  g_assert_true (count->digits_only);
  g_assert_true (count->ordinal);
  g_assert_cmpstr (amount->needed, ==, "main/agreed = true");
  g_assert_cmpstr (amount->min_exclusive, ==, "0");
  g_assert_cmpint (mq_kind_field (kind, "main/goals")->min_items, ==, 2);

  g_assert_cmpuint (list->n_columns, ==, 10);
  g_assert_true (paid->table == list);
  g_assert_cmpuint (paid->index, ==, 5);
  g_assert_cmpstr (paid->path, ==, "people/list/paid");
  g_assert_cmpstr (paid->currency, ==, "row/money");
  g_assert_cmpstr (mq_field_column (list, "money")->printed_with, ==, "paid");
  g_assert_cmpint (mq_field_column (list, "sign")->height_mm, ==, 28);
  g_assert_cmpstr (mq_field_column (list, "chief")->row_of, ==, "people/list");
  g_assert_cmpstr (mq_field_option (mq_field_column (list, "side"), "iraq")->label.ar, ==, "العراق");
  g_assert_null (mq_field_option (mq_field_column (list, "side"), "mars"));

  print = mq_field_print (list, NULL);
  g_assert_cmpint (print->as, ==, MQ_PRINT_TABLE);
  g_assert_cmpstr (print->rows, ==, "side = 'iraq'");
  g_assert_cmpstr (mq_kind_note (kind, print->note), ==, "قُرِّبت النسب.");
  g_assert_true (print->order == paid);
  g_assert_true (print->descending);
  g_assert_cmpuint (print->n_columns, ==, 2);
  g_assert_cmpint (print->columns[0].width, ==, 60);
  g_assert_false (print->columns[0].total);
  g_assert_true (print->columns[1].total);
  print = mq_field_print (list, "short");
  g_assert_cmpint (print->as, ==, MQ_PRINT_LIST);
  g_assert_cmpint (mq_node_type (mq_node_first (print->template)), ==, MQ_NODE_VALUE);
  g_assert_cmpstr (mq_node_attribute (mq_node_first (print->template), "of"), ==, ".name");
  g_assert_cmpstr (mq_node_text (mq_node_next (mq_node_first (print->template))), ==, " ");
  print = mq_field_print (list, "cards");
  g_assert_cmpuint (print->n_title, ==, 2);
  g_assert_cmpstr (print->title[1]->name, ==, "side");
  g_assert_false (mq_print_is_figure (print));
  print = mq_field_print (list, "parts");
  g_assert_cmpint (print->as, ==, MQ_PRINT_SHARE_BAR);
  g_assert_true (mq_print_is_figure (print));
  g_assert_cmpstr (print->label.ar, ==, "توزيع الحصص");
  print = mq_field_print (list, "days");
  g_assert_cmpint (print->as, ==, MQ_PRINT_TIMELINE);
  g_assert_cmpstr (print->points_by, ==, "people/mirror/whose");
  g_assert_cmpstr (print->points_date, ==, "people/mirror/seen");
  g_assert_null (mq_field_print (list, "none"));

  g_assert_true (steps->fixed && steps->extendable);
  g_assert_cmpuint (steps->n_rows, ==, 2);
  g_assert_cmpstr (steps->rows[0].formula, ==, "main/total");
  g_assert_cmpstr (steps->rows[0].columns[0], ==, "name");
  g_assert_cmpstr (steps->rows[0].cells[0], ==, "first");
  g_assert_cmpstr (mq_kind_field (kind, "people/mirror")->rows_for, ==, "people/list");
}

static void
test_nouns (void)
{
  const MqKind *kind = fixture_kind ();
  const MqNoun *noun = mq_kind_noun (kind, "سنة");

  g_assert_cmpint (noun->gender, ==, MQ_GENDER_FEMININE);
  g_assert_cmpstr (noun->plural, ==, "سنوات");
  g_assert_cmpstr (noun->iq_plural, ==, "سنين");
  g_assert_cmpstr (noun->dual, ==, "سنتان");
  g_assert_null (mq_kind_noun (kind, "سهم")->iq_plural);
  g_assert_null (mq_kind_noun (kind, "بيت"));
}

static void
test_rules (void)
{
  guint n;
  const MqRule *rules = mq_kind_rules (fixture_kind (), &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (rules[0].id, ==, "amount");
  g_assert_cmpstr (rules[0].at->path, ==, "main/amount");
  g_assert_cmpstr (rules[0].test, ==, "main/amount > 1");
  g_assert_cmpint (rules[0].severity, ==, MQ_SEVERITY_WARN);
  g_assert_cmpstr (rules[0].text.ar_iq, ==, "المبلغ قليل جداً.");
  g_assert_true (rules[0].iq_by_law);
  g_assert_cmpstr (rules[1].at->path, ==, "people/list/paid");
  g_assert_cmpint (rules[1].severity, ==, MQ_SEVERITY_BLOCK);
  g_assert_cmpstr (rules[1].text.en, ==, "Nothing is paid.");
  g_assert_false (rules[1].iq_by_law);
}

static void
test_find (void)
{
  static const char *const names[] = { "nothing", "", "..", "../trial", "/etc", "Trial", ".", "fonts" };
  g_autofree char *small = g_test_build_filename (G_TEST_DIST, "kinds", NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "kinds", "small", NULL);
  g_autoptr (MqProblem) none = NULL;
  guint n_rules;
  MqKind *kind;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MqProblem) problem = NULL;

      g_assert_null (mq_kind_find (names[i], &problem));
      g_assert_cmpint (problem->code, ==, MQ_PROBLEM_UNKNOWN_KIND);
      g_assert_cmpstr (problem->subject, ==, names[i]);
    }

  g_assert_true (mq_kind_find ("trial", NULL) == fixture_kind ());
  g_assert_nonnull (mq_kind_find ("standard", &none));
  g_assert_null (none);

  kind = mq_kind_load (folder, &none);
  g_assert_null (none);
  g_assert_cmpstr (mq_kind_name (kind), ==, "small");
  g_assert_cmpstr (mq_kind_folder (kind), ==, folder);
  /* a kind may do without rules */
  g_assert_null (mq_kind_rules (kind, &n_rules));
  g_assert_cmpuint (n_rules, ==, 0);
  mq_kind_free (kind);
}

/* ---- kinds with a mistake ---- */

static void
write_changed (const char *folder, const char *name, const char *file, const char *from, const char *to)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "draft", "kinds", "trial", name, NULL);
  g_autofree char *target = g_build_filename (folder, name, NULL), *text = NULL;
  g_autoptr (GString) out = NULL;

  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  out = g_string_new (text);
  if (g_str_equal (name, file))
    g_assert_cmpuint (g_string_replace (out, from, to, 1), ==, 1);
  g_assert_true (g_file_set_contents (target, out->str, -1, NULL));
}

static void
test_mistakes (void)
{
  static const struct { const char *file, *from, *to; MqProblemCode code; const char *said; } cases[] = {
    { "facts.xml", "max-length=\"10\"", "max-lenght=\"10\"", MQ_PROBLEM_KIND_DATA, "max-lenght" },
    { "facts.xml", "max-length=\"10\"", "max-length=\"ten\"", MQ_PROBLEM_KIND_DATA, "ten" },
    { "facts.xml", "min=\"-3\"", "min=\"few\"", MQ_PROBLEM_KIND_DATA, "few" },
    { "facts.xml", "type=\"percent\"", "type=\"percentage\"", MQ_PROBLEM_KIND_DATA, "percentage" },
    { "facts.xml", "required=\"true\"", "required=\"yes\"", MQ_PROBLEM_KIND_DATA, "yes" },
    { "facts.xml", "[0-9]+\\.[0-9]+", "[0-9", MQ_PROBLEM_KIND_DATA, "[0-9" },
    { "facts.xml", "<note key=", "<notice key=", MQ_PROBLEM_NOT_XML, "notice" },
    { "facts.xml", "name=\"code\"", "name=\"title\"", MQ_PROBLEM_KIND_DATA, "main/title" },
    { "facts.xml", "name=\"people\"", "name=\"main\"", MQ_PROBLEM_KIND_DATA, "name of its own" },
    { "facts.xml", "row-of=\"people/list\" shows=\"name\"", "row-of=\"people/lists\" shows=\"name\"",
      MQ_PROBLEM_KIND_DATA, "people/lists" },
    { "facts.xml", "shows=\"name\"", "shows=\"nam\"", MQ_PROBLEM_KIND_DATA, "shows" },
    { "facts.xml", "rows-for=\"people/list\"", "rows-for=\"main/title\"", MQ_PROBLEM_KIND_DATA,
      "main/title" },
    { "facts.xml", "printed-with=\"paid\"", "printed-with=\"payed\"", MQ_PROBLEM_KIND_DATA, "payed" },
    { "facts.xml", "currency=\"row/money\"", "currency=\"row/moneys\"", MQ_PROBLEM_KIND_DATA, "row/moneys" },
    { "facts.xml", "note=\"rounding\"", "note=\"round\"", MQ_PROBLEM_KIND_DATA, "round" },
    { "facts.xml", "order=\"paid\"", "order=\"payed\"", MQ_PROBLEM_KIND_DATA, "payed" },
    { "facts.xml", "title=\"name side\"", "title=\"name sides\"", MQ_PROBLEM_KIND_DATA, "sides" },
    { "facts.xml", "as=\"records\"", "as=\"record\"", MQ_PROBLEM_KIND_DATA, "record" },
    { "facts.xml", "<label xml:lang=\"ar\">توزيع الحصص</label>", "", MQ_PROBLEM_KIND_DATA, "label" },
    { "facts.xml", "<column name=\"part\"/>", "", MQ_PROBLEM_KIND_DATA, "percentage" },
    { "facts.xml", "<column name=\"part\"/>", "<column name=\"paid\"/>", MQ_PROBLEM_KIND_DATA, "people/list/paid" },
    { "facts.xml", "<column name=\"day\"/>", "<column name=\"side\"/>", MQ_PROBLEM_KIND_DATA, "people/list/side" },
    { "facts.xml", "<points by=\"people/mirror/whose\"", "<points", MQ_PROBLEM_KIND_DATA, "points" },
    { "facts.xml", "by=\"people/mirror/whose\"", "by=\"main/lead\"", MQ_PROBLEM_KIND_DATA, "main/lead" },
    { "facts.xml", "name=\"people/mirror/own\"", "name=\"people/list/name\"", MQ_PROBLEM_KIND_DATA, "people/list/name" },
    { "facts.xml", "date=\"people/mirror/seen\"", "date=\"people/mirror/own\"", MQ_PROBLEM_KIND_DATA,
      "people/mirror/own" },
    { "facts.xml", "as=\"timeline\"", "as=\"records\"", MQ_PROBLEM_KIND_DATA, "figure" },
    { "facts.xml", "<cell column=\"name\">", "<cell column=\"nam\">", MQ_PROBLEM_KIND_DATA, "nam" },
    { "facts.xml", "kind=\"trial\" version=\"3\"", "kind=\"trial\"", MQ_PROBLEM_KIND_DATA, "version" },
    { "facts.xml", "<option token=\"IQD\">", "<option>", MQ_PROBLEM_KIND_DATA, "token" },
    { "facts.xml", "<option token=\"IQD\">", "<option token=\"IQD\" on-every-copy=\"true\">", MQ_PROBLEM_KIND_DATA,
      "watermark" },
    { "nouns.xml", "gender=\"m\"", "gender=\"x\"", MQ_PROBLEM_KIND_DATA, "gender" },
    { "nouns.xml", "urn:muqtarah:nouns", "urn:muqtarah:verbs", MQ_PROBLEM_KIND_DATA, "nouns" },
    { "body.xml", "kind=\"trial\"", "kind=\"other\"", MQ_PROBLEM_KIND_DATA, "another kind" },
    { "body.xml", "<currency>EGP</currency>", "<currency>XXX</currency>", MQ_PROBLEM_GRAMMAR, NULL },
    { "body.xml", "of=\"main/day\"", "of=\"main/night\"", MQ_PROBLEM_UNKNOWN_PATH, NULL },
    { "body.xml", "xml:id=\"art-1.1\"", "xml:id=\"art-1\"", MQ_PROBLEM_DUPLICATE_ID, NULL },
    { "body.xml", "<wording>", "<wordings>", MQ_PROBLEM_NOT_XML, NULL },
    { "rules.xml", "at=\"main/amount\"", "at=\"main/amounts\"", MQ_PROBLEM_KIND_DATA, "main/amounts" },
    { "rules.xml", "severity=\"warn\"", "severity=\"warning\"", MQ_PROBLEM_KIND_DATA, "severity" },
    { "rules.xml", "iq-by=\"law\"", "iq-by=\"house\"", MQ_PROBLEM_KIND_DATA, "house" },
    { "rules.xml", "test=\"main/amount &gt; 1\"", "", MQ_PROBLEM_KIND_DATA, "test" },
    { "rules.xml", "id=\"paid\"", "name=\"paid\"", MQ_PROBLEM_KIND_DATA, "name" },
    { "rules.xml", "urn:muqtarah:rules", "urn:muqtarah:nouns", MQ_PROBLEM_KIND_DATA, "rules" },
  };
  static const char *const files[] = { "facts.xml", "nouns.xml", "body.xml", "rules.xml" };
  g_autofree char *folder = g_dir_make_tmp ("mq-kind-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqProblem) problem = NULL;

      g_test_message ("%s → %s", cases[i].from, cases[i].to);
      for (gsize k = 0; k < G_N_ELEMENTS (files); k++)
        write_changed (folder, files[k], cases[i].file, cases[i].from, cases[i].to);

      g_assert_null (mq_kind_load (folder, &problem));
      g_assert_cmpint (problem->code, ==, cases[i].code);
      g_assert_true (g_str_has_suffix (problem->file, cases[i].file));
      g_assert_cmpint (problem->line, >, 0);
      if (cases[i].said != NULL)
        g_assert_nonnull (strstr (problem->detail, cases[i].said));
    }

  for (gsize k = 0; k < G_N_ELEMENTS (files); k++)
    {
      g_autofree char *file = g_build_filename (folder, files[k], NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
}

static void
test_missing_files (void)
{
  g_autoptr (MqProblem) problem = NULL;

  g_assert_null (mq_kind_load ("/nonexistent", &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_KIND_DATA);
}

static void
test_grammar_text (void)
{
  g_autoptr (MqProblem) problem = NULL;
  g_autofree char *text = mq_grammar_text (fixture_kind (), &problem);

  g_assert_null (problem);
  g_assert_nonnull (strstr (text, "<element name=\"goals\">"));
  g_assert_nonnull (strstr (text, "<value type=\"string\">EGP</value>"));
  g_assert_null (strstr (text, "\"sign\""));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/kind/groups", test_groups);
  g_test_add_func ("/kind/fields", test_fields);
  g_test_add_func ("/kind/field", test_field);
  g_test_add_func ("/kind/nouns", test_nouns);
  g_test_add_func ("/kind/rules", test_rules);
  g_test_add_func ("/kind/find", test_find);
  g_test_add_func ("/kind/mistakes", test_mistakes);
  g_test_add_func ("/kind/missing-files", test_missing_files);
  g_test_add_func ("/kind/grammar-text", test_grammar_text);

  return g_test_run ();
}
