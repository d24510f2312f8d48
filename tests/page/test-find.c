/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow-fixture.h"

#include <string.h>

#include "mq-find.h"
#include "mq-flow-search.h"

/* What is found on paper is marked whole, on the page where it stands. */
static void
check_hits (MqFlow *flow, const GArray *hits, MqFoldLevel level, const char *query)
{
  g_autofree char *wanted = mq_fold (query, level);
  guint last = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const MqTextHit *hit = &g_array_index (hits, MqTextHit, i);
      const MqBlock *block = &g_array_index (mq_flow_blocks (flow), MqBlock, hit->block);
      g_autofree char *text = g_strndup (block->cells[hit->cell].text + hit->start, hit->end - hit->start);
      g_autofree char *folded = mq_fold (text, level);
      g_autoptr(GArray) rectangles = NULL;
      double y = 0;
      guint page = mq_flow_search_place (flow, hit, &y);

      g_assert_cmpstr (folded, ==, wanted);
      g_assert_cmpuint (page, <, mq_flow_n_pages (flow));
      g_assert_cmpuint (page, >=, last);
      last = page;
      rectangles = mq_flow_search_rectangles (flow, page, hit);
      g_assert_cmpuint (rectangles->len, >=, 1);
      for (guint r = 0; r < rectangles->len; r++)
        {
          const cairo_rectangle_t *rectangle = &g_array_index (rectangles, cairo_rectangle_t, r);
          MqHit under;

          g_assert_cmpfloat (rectangle->width, >, 2);
          g_assert_cmpfloat (rectangle->y, >=, y - 2);
          g_assert_true (mq_flow_hit (flow, page, rectangle->x + rectangle->width / 2,
                                      rectangle->y + rectangle->height / 2, &under));
          g_assert_cmpstr (under.source, ==, hit->source);
          if (hit->path)
            g_assert_cmpstr (under.path, ==, hit->path);
        }
    }
}

static void
test_flow (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autofree char *row = draft_add_row (draft, "goods/items");
  g_autofree char *cell = g_strconcat (row, "/description", NULL);
  g_autoptr(MqFlow) flow = NULL;
  static const struct { const char *query; MqFoldLevel level; gboolean whole; guint n; const char *path; } rows[] = {
    { "أربيل", MQ_FOLD_L1, TRUE, 1, "record/place" },
    { "اربيل", MQ_FOLD_L1, TRUE, 1, "record/place" },
    { "اربيل", MQ_FOLD_EXACT, TRUE, 0, NULL },
    { "ماسح ضوئي", MQ_FOLD_L1, FALSE, 1, "" },
    { "govnet", MQ_FOLD_L1, TRUE, 1, "" },
    { "12", MQ_FOLD_L1, TRUE, 1, "" },
    { "لا وجود له", MQ_FOLD_L2, FALSE, 0, NULL },
    { "", MQ_FOLD_L2, FALSE, 0, NULL },
  };

  draft_must_set (draft, "record/place", "أَرْبِيـل");
  draft_must_set (draft, cell, "ماسح  ضوئي GovNet-12");
  flow = mq_flow_new (draft);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MqSearch) search = mq_search_new (rows[i].query, rows[i].level, rows[i].whole);
      g_autoptr(GArray) hits = mq_flow_search (flow, search);
      const char *path = rows[i].path && !*rows[i].path ? cell : rows[i].path;

      g_assert_cmpuint (hits->len, ==, rows[i].n);
      check_hits (flow, hits, rows[i].level, rows[i].query);
      for (guint h = 0; h < hits->len; h++)
        g_assert_cmpstr (g_array_index (hits, MqTextHit, h).path, ==, path);
    }
}

/* Words of the clauses, with and without what is written together with them; the contents are left out. */
static void
test_words (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = mq_flow_new (draft);
  g_autoptr(MqSearch) any = mq_search_new ("محضر", MQ_FOLD_L1, FALSE);
  g_autoptr(MqSearch) words = mq_search_new ("محضر", MQ_FOLD_L1, TRUE);
  g_autoptr(GArray) all = mq_flow_search (flow, any);
  g_autoptr(GArray) whole = mq_flow_search (flow, words);

  g_assert_cmpuint (all->len, >, 4);
  g_assert_cmpuint (whole->len, ==, all->len);
  check_hits (flow, all, MQ_FOLD_L1, "محضر");
  for (guint i = 0; i < all->len; i++)
    g_assert_null (g_array_index (mq_flow_blocks (flow), MqBlock, g_array_index (all, MqTextHit, i).block).target);
}

static void
test_facts (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqRenderer) renderer = NULL;
  g_autoptr(MqSearch) search = mq_search_new ("ضمان", MQ_FOLD_L1, TRUE);
  g_autoptr(GArray) hits = NULL;
  const MqFactHit *hit;

  draft_must_set (draft, "handover/remarks", "لا يشملها الضَّمان 5");
  renderer = mq_renderer_new (draft);
  hits = mq_find_facts (renderer, search);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = &g_array_index (hits, MqFactHit, 0);
  g_assert_cmpstr (hit->path, ==, "handover/remarks");
  g_assert_cmpuint (hit->end - hit->start, ==, strlen ("ضَّمان"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find/flow", test_flow);
  g_test_add_func ("/find/words", test_words);
  g_test_add_func ("/find/facts", test_facts);
  return g_test_run ();
}
