/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-fixture.h"

#include <string.h>

static const char messy[] =
  "<?xml version='1.0' encoding='utf-8' standalone='yes'?><?target some data?><!-- before -->\r\n"
  "<m:proposal  xml:id='d1' kind-version='3' xml:lang = 'ar' xmlns:m='urn:muqtarah:proposal' xmlns:z='urn:z'"
  " xmlns:b='urn:b'"
  "  kind='trial' format='1'><m:facts>\n\n\n"
  "<b:first c='1' b='2' a='&lt;&#10;&quot;&apos;'>  <b:x/> text </b:first>"
  "<m:main>\t<m:title>  two  spaces &#38; &#x3c; > </m:title><!-- a comment -->"
  "<m:reasons><m:item>one</m:item>   <m:item> two </m:item></m:reasons>"
  "<m:word> <m:variant  key = 'ga'></m:variant> "
  "<m:ref case='gen' to='a1'/> </m:word><other xmlns='urn:other'><m:inner/><plain xmlns=''/></other></m:main>"
  "<m:people><m:list><m:row xml:id='x'> <m:name>X</m:name> <m:tasks><m:item/></m:tasks> </m:row>"
  "<b:note xmlns:q='urn:q' q:at='1'/></m:list></m:people></m:facts>"
  "<m:wording>  <m:variant by='law' key='ga'> <m:eg>a</m:eg> <m:iq/> </m:variant></m:wording>"
  "<m:body><m:part xml:id='p1'><m:heading>H</m:heading>"
  "<m:article when='main/count &gt; 1' model='m1' xml:id='a1'>"
  "<m:heading> </m:heading>"
  "<m:para xml:id='b1'>a\nb <m:number noun='n' case='gen' as='count' xml:id='n1'>3</m:number>\n</m:para>"
  "<m:list xml:id='l1'><m:item xml:id='l2'>i</m:item></m:list>"
  "<m:table of='people/list' xml:id='t1' view='short'/>"
  "</m:article></m:part></m:body></m:proposal><!-- after -->";

static const char canonical[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<?target some data?>\n"
  "<!-- before -->\n"
  "<proposal xmlns=\"urn:muqtarah:proposal\" xmlns:b=\"urn:b\" xmlns:z=\"urn:z\" format=\"1\" kind=\"trial\""
  " kind-version=\"3\" xml:lang=\"ar\" xml:id=\"d1\">\n"
  "  <facts>\n"
  "    <b:first a=\"&lt;&#10;&quot;'\" b=\"2\" c=\"1\">  <b:x/> text </b:first>\n"
  "    <main>\n"
  "      <title>  two  spaces &amp; &lt; &gt; </title>\n"
  "      <!-- a comment -->\n"
  "      <reasons>\n"
  "        <item>one</item>\n"
  "        <item> two </item>\n"
  "      </reasons>\n"
  "      <word> <variant key=\"ga\"/> <ref to=\"a1\" case=\"gen\"/> </word>\n"
  "      <other xmlns=\"urn:other\"><inner xmlns=\"urn:muqtarah:proposal\"/><plain xmlns=\"\"/></other>\n"
  "    </main>\n"
  "    <people>\n"
  "      <list>\n"
  "        <row xml:id=\"x\">\n"
  "          <name>X</name>\n"
  "          <tasks>\n"
  "            <item/>\n"
  "          </tasks>\n"
  "        </row>\n"
  "        <b:note xmlns:q=\"urn:q\" q:at=\"1\"/>\n"
  "      </list>\n"
  "      <steps>\n"
  "        <row xml:id=\"step-first\">\n"
  "          <name>first</name>\n"
  "          <when>late</when>\n"
  "        </row>\n"
  "        <row xml:id=\"step-second\">\n"
  "          <when>late</when>\n"
  "        </row>\n"
  "      </steps>\n"
  "      <years>\n"
  "        <row xml:id=\"year-one\"/>\n"
  "        <row xml:id=\"year-two\"/>\n"
  "      </years>\n"
  "    </people>\n"
  "  </facts>\n"
  "  <wording>\n"
  "    <variant key=\"ga\" by=\"law\"><eg>a</eg><iq/></variant>\n"
  "  </wording>\n"
  "  <body>\n"
  "    <part xml:id=\"p1\">\n"
  "      <heading>H</heading>\n"
  "      <article xml:id=\"a1\" model=\"m1\" when=\"main/count &gt; 1\">\n"
  "        <heading> </heading>\n"
  "        <para xml:id=\"b1\">a\nb "
  "<number xml:id=\"n1\" as=\"count\" noun=\"n\" case=\"gen\">3</number>\n</para>\n"
  "        <list xml:id=\"l1\">\n"
  "          <item xml:id=\"l2\">i</item>\n"
  "        </list>\n"
  "        <table xml:id=\"t1\" of=\"people/list\" view=\"short\"/>\n"
  "      </article>\n"
  "    </part>\n"
  "  </body>\n"
  "</proposal>\n"
  "<!-- after -->\n";

static void
test_form (void)
{
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (MqDraft) draft = fixture_parse (messy, &problem), again = NULL;
  g_autofree char *message = problem != NULL ? mq_problem_message (problem) : NULL;
  g_autofree char *text = NULL, *second = NULL;

  g_assert_cmpstr (message, ==, NULL);
  text = fixture_text (draft);
  g_assert_cmpstr (text, ==, canonical);

  again = fixture_parse (text, &problem);
  g_assert_null (problem);
  second = fixture_text (again);
  g_assert_cmpstr (second, ==, canonical);
}

/* Groups and facts that are empty leave no trace. */
static void
test_empty (void)
{
  g_autofree char *text = fixture_file ("<main/><people><list/></people>"), *expected = NULL, *bytes = NULL;
  g_autoptr (MqDraft) draft = fixture_parse (text, NULL);

  assert_set (draft, "main/title", "a");
  assert_set (draft, "main/title", "");
  bytes = fixture_text (draft);
  g_assert_null (strstr (bytes, "<main"));
  g_assert_null (strstr (bytes, "<list"));
  g_assert_nonnull (strstr (bytes, "  <wording/>\n"));
}

/* A change of one value is a difference of one line. */
static void
test_one_line (void)
{
  g_autoptr (MqDraft) draft = fixture_draft ();
  g_autofree char *before = fixture_text (draft), *after = NULL;
  g_auto (GStrv) old = NULL, new = NULL;

  assert_set (draft, "main/amount", "12.50");
  after = fixture_text (draft);
  old = g_strsplit (before, "\n", -1);
  new = g_strsplit (after, "\n", -1);
  g_assert_cmpuint (g_strv_length (new), ==, g_strv_length (old) + 1);
  for (guint i = 0, k = 0; old[i] != NULL; i++, k++)
    {
      if (strstr (new[k], "12.50") != NULL)
        g_assert_cmpstr (new[k++], ==, "      <amount>12.50</amount>");
      g_assert_cmpstr (old[i], ==, new[k]);
    }
}

/* What is not ours stays in its place while facts around it come and go. */
static void
test_foreign_stays (void)
{
  g_autoptr (MqDraft) draft = fixture_parse (messy, NULL);
  g_autofree char *after = NULL;

  assert_set (draft, "main/title", "");
  assert_set (draft, "main/word", "");
  assert_apply (draft, mq_change_remove_row ("people/list/x"));
  after = fixture_text (draft);
  g_assert_nonnull (strstr (after, "<b:first"));
  g_assert_nonnull (strstr (after, "<other xmlns=\"urn:other\">"));
  g_assert_nonnull (strstr (after, "<b:note"));
  while (mq_draft_undo (draft))
    continue;
  g_free (after);
  after = fixture_text (draft);
  g_assert_cmpstr (after, ==, canonical);
}

static void
test_kinds (void)
{
  static const char *const folders[] = { "small", "standard" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *parent = g_test_build_filename (G_TEST_DIST, "kinds", NULL);
      g_autofree char *text = NULL, *second = NULL;
      g_autoptr (MqProblem) problem = NULL;
      g_autoptr (MqDraft) draft = NULL, again = NULL;

      g_setenv ("MUQTARAH_KINDS", parent, TRUE);
      draft = mq_draft_new (mq_kind_find (folders[i], &problem));
      text = fixture_text (draft);
      again = fixture_parse (text, &problem);
      g_assert_null (problem);
      second = fixture_text (again);
      g_assert_cmpstr (text, ==, second);
    }
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/canonical/form", test_form);
  g_test_add_func ("/canonical/empty", test_empty);
  g_test_add_func ("/canonical/one-line", test_one_line);
  g_test_add_func ("/canonical/foreign-stays", test_foreign_stays);
  g_test_add_func ("/canonical/kinds", test_kinds);

  return g_test_run ();
}
