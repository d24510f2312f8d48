/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mq-shares.h"
#include "mq-timeline.h"
#include "text-fixture.h"

/* What figures show, and what they say to those who do not see them. */

static const MqField *
people (void)
{
  return mq_kind_field (fixture_kind (), "people/list");
}

/* ---- sentences ---- */

static const struct { const char *view; const char *facts[12]; const char *expected; } cases[] = {
  /* shares: of the rows that print, in the order of the table; nought and what is missing are not drawn */
  { "votes", { "people/list/p1/name=سلمى", "people/list/p1/side=egypt", "people/list/p1/votes=62.5",
               "people/list/p2/name=كريم", "people/list/p2/side=egypt", "people/list/p2/votes=37.5" },
    "شكل يبين توزيع الأصوات مناصفةً: سلمى ٦٢٫٥٪، كريم ٣٧٫٥٪." },
  { "votes", { "people/list/p1/name=سلمى", "people/list/p1/side=iraq", "people/list/p1/votes=50" }, NULL },
  { "votes", { "people/list/p1/name=سلمى", "people/list/p1/side=egypt", "people/list/p1/votes=0" }, NULL },
  { "votes", { "people/list/p1/name=سلمى", "people/list/p1/side=egypt" }, NULL },
  { "votes", { NULL }, NULL },
  { "votes", { "people/list/p1/side=egypt", "people/list/p1/votes=100" },
    "شكل يبين توزيع الأصوات مناصفةً: [......] ١٠٠٪." },
  /* in the words and the spelling of the house */
  { "votes", { "style/house=iraq", "style/digits=latin", "people/list/p1/name=سلمى", "people/list/p1/side=egypt",
               "people/list/p1/votes=100" },
    "شكل يبين توزيع أصوات الأعضاء: سلمى 100%." },
  { "votes", { "style/tanween=before-alif", "people/list/p1/name=سلمى", "people/list/p1/side=egypt",
               "people/list/p1/votes=100" },
    "شكل يبين توزيع الأصوات مناصفةً: سلمى ١٠٠٪." },
  /* time: bars and the points on them; a date that is not asked for says nothing */
  { "memberships", { "style/house=egypt", "people/list/p1/name=سلمى", "people/list/p1/from=2027-01-02",
                     "people/list/p1/till=2028-03-04", "goods/list/g1/name=قمح", "goods/list/g1/owner=p1",
                     "goods/list/g1/due=date", "goods/list/g1/due-date=2027-05-06" },
    "شكل زمني يبين مدد العضوية: سلمى من ٢ يناير ٢٠٢٧ إلى ٤ مارس ٢٠٢٨ (قمح في ٦ مايو ٢٠٢٧)." },
  { "memberships", { "style/house=egypt", "people/list/p1/name=سلمى", "people/list/p1/from=2027-01-02",
                     "people/list/p2/name=كريم", "goods/list/g1/name=قمح", "goods/list/g1/owner=p1",
                     "goods/list/g1/due=date", "goods/list/g1/due-date=2027-05-06", "goods/list/g1/due=now" },
    "شكل زمني يبين مدد العضوية: سلمى من ٢ يناير ٢٠٢٧؛ كريم." },
  { "memberships", { "style/house=iraq", "people/list/p1/name=سلمى", "people/list/p1/till=2027-01-02" },
    "شكل زمني يبين مدد العضوية: سلمى إلى ٢ كانون الثاني ٢٠٢٧." },
  { "memberships", { "style/house=iraq", "people/list/p1/name=سلمى", "people/list/p1/from=2027-01-02",
                     "people/list/p1/till=2027-01-02" },
    "شكل زمني يبين مدد العضوية: سلمى في ٢ كانون الثاني ٢٠٢٧." },
  { "memberships", { "people/list/p1/name=سلمى" }, NULL },
  { "beginnings", { "style/house=egypt", "people/list/p1/name=سلمى", "people/list/p1/from=2027-01-02" },
    "شكل زمني يبين بداية العضوية: سلمى في ٢ يناير ٢٠٢٧." },
};

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MqDraft) draft = mq_draft_new (fixture_kind ());
      g_autoptr (MqRenderer) renderer = NULL;
      g_autofree char *sentence = NULL, *bare = NULL;

      fixture_sets (draft, cases[i].facts);
      renderer = mq_renderer_new (draft);
      sentence = mq_render_figure (renderer, people (), mq_field_print (people (), cases[i].view));
      bare = sentence != NULL ? fixture_bare (sentence) : NULL;
      g_test_message ("case %u", i);
      g_assert_cmpstr (bare, ==, cases[i].expected);
    }
}

/* ---- parts ---- */

static void
test_parts (void)
{
  static const struct { const char *votes[4]; double parts[4]; } rows[] = {
    { { "25", "75" }, { .25, .75 } },
    { { "10", "20" }, { .1, .2 } },             /* the rest of the bar stays empty */
    { { "100", "60", "40" }, { .5, .3, .2 } },  /* it is never longer than it is */
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr (MqDraft) draft = fixture_draft ("people/list/p0", NULL);
      g_autoptr (MqRenderer) renderer = NULL;
      g_autoptr (GArray) shares = NULL;

      for (guint i = 0; rows[r].votes[i] != NULL; i++)
        {
          g_autofree char *side = g_strdup_printf ("people/list/p%u/side=egypt", i);
          g_autofree char *votes = g_strdup_printf ("people/list/p%u/votes=%s", i, rows[r].votes[i]);

          fixture_set (draft, side);
          fixture_set (draft, votes);
        }
      renderer = mq_renderer_new (draft);
      shares = mq_shares_read (renderer, people (), mq_field_print (people (), "votes"), NULL);
      for (guint i = 0; rows[r].votes[i] != NULL; i++)
        g_assert_cmpfloat_with_epsilon (g_array_index (shares, MqShare, i).part, rows[r].parts[i], 1e-12);
    }
}

/* A change of anything that is shown is one of what was read. */
static void
test_reads (void)
{
  static const char *const shown[] = {
    "people/list", "people/list/name", "people/list/from", "people/list/till", "goods/list", "goods/list/owner",
    "goods/list/name", "goods/list/due-date", "goods/list/due",
  };
  g_autoptr (MqDraft) draft =
    fixture_draft ("people/list/p1/name=سلمى", "people/list/p1/from=2027-01-02", "goods/list/g1/name=قمح",
                   "goods/list/g1/owner=p1", "goods/list/g1/due=date", "goods/list/g1/due-date=2027-05-06", NULL);
  g_autoptr (MqRenderer) renderer = mq_renderer_new (draft);
  MqReads reads = { NULL };
  g_autoptr (GArray) rows = mq_timeline_read (renderer, people (), mq_field_print (people (), "memberships"), &reads);
  const MqTimeRow *row = &g_array_index (rows, MqTimeRow, 0);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_assert_true (g_ptr_array_find (reads.paths, g_intern_string (shown[i]), NULL));
  g_assert_false (g_ptr_array_find (reads.paths, g_intern_string ("people/list/stake"), NULL));
  mq_reads_clear (&reads);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_true (row->first.known && !row->last.known);
  g_assert_cmpint (row->first.day, ==, 20820);
  g_assert_cmpuint (row->points->len, ==, 1);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/drawn/sentences", test_sentences);
  g_test_add_func ("/drawn/parts", test_parts);
  g_test_add_func ("/drawn/reads", test_reads);
  return g_test_run ();
}
