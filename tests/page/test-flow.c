/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "flow-fixture.h"

/* ---- blocks in order ---- */

static void
test_order (void)
{
  static const struct { const char *look, *text; } expected[] = {
    { "title", "بيانات المحضر" },
    { "contents", "المحتويات" },
    { "entry-part", "بيانات المحضر" },
    { "entry-article", "الطرفان" },
    { "entry-article", "التعاريف" },
    { "entry-part", "الأجهزة المسلَّمة" },
    { "part", "بيانات المحضر" },
    { "para", "حُرر هذا المحضر" },
    { "article", "المادة (١) – الطرفان" },
    { "para", "طرفا هذا المحضر هما:" },
    { "row", "الجهة" },
    { "article", "المادة (٢) – التعاريف" },
    { "definition", "المحضر" },
    { "definition", "المسلِّم" },
    { "part", "الأجهزة المسلَّمة" },
    { "row", "الجهاز" },
    { "row", "المجموع" },
    { "article", "القيمة وسدادها" },
    { "item", "يُخطر المستلم" },
    { "item", "يستبدل" },
    { "para", "وإثباتاً لما تقدم" },
  };
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = mq_flow_new (draft);
  const GArray *blocks = mq_flow_blocks (flow);
  guint at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gboolean found = FALSE;

      for (; at < blocks->len && !found; at++)
        {
          const MqBlock *block = &g_array_index (blocks, MqBlock, at);

          for (guint c = 0; c < block->n_cells && !found; c++)
            found = strcmp (mq_look_style (block->look)->name, expected[i].look) == 0
              && strstr (block->cells[c].text, expected[i].text);
        }
      if (!found)
        g_error ("no %s «%s» behind the one before", expected[i].look, expected[i].text);
    }
}

static void
test_introduces (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = mq_flow_new (draft);

  g_assert_true (flow_find_text (flow, "طرفا هذا المحضر هما:", NULL)->flags & MQ_BLOCK_INTRODUCES);
  g_assert_true (flow_find_text (flow, "ويراعى عند ظهور عيب", NULL)->flags & MQ_BLOCK_INTRODUCES);
  /* ends in a colon, too, but an article comes next */
  g_assert_false (flow_find_text (flow, "حُرر هذا المحضر", NULL)->flags & MQ_BLOCK_INTRODUCES);
}

/* ---- conditions ---- */

static void
test_conditions (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = mq_flow_new (draft);
  g_autofree char *before = flow_describe (flow), *after = NULL;

  g_assert_false (flow_prints (flow, "تُمدَّد مدة الضمان"));
  draft_must_set (draft, "handover/warranty", "true");
  g_assert_true (flow_prints (flow, "تُمدَّد مدة الضمان"));
  g_assert_true (flow_prints (flow, "المادة (٦) – الضمان"));
  draft_must_set (draft, "handover/warranty", "false");
  after = flow_describe (flow);
  g_assert_cmpstr (after, ==, before);
}

static void
test_hidden_answer (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = NULL;

  draft_must_set (draft, "handover/warranty", "true");
  draft_must_set (draft, "handover/warranty-months", "27");
  flow = mq_flow_new (draft);
  g_assert_true (flow_prints (flow, "سبعة وعشرين شهراً"));
  draft_must_set (draft, "handover/warranty", "false");
  g_assert_cmpstr (mq_draft_value (draft, "handover/warranty-months"), ==, "27");
  g_assert_false (flow_prints (flow, "وعشرين"));
  g_assert_false (flow_prints (flow, "٢٧"));
  g_assert_cmpuint (mq_flow_page_of (flow, "han-2", NULL), ==, G_MAXUINT);
}

/* ---- following changes ---- */

typedef struct { guint n, first, before; } Heard;

static void
hear (MqFlow *flow, guint first, guint before, gpointer data)
{
  *(Heard *) data = (Heard) { ((Heard *) data)->n + 1, first, before };
}

static void
test_stamps (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = mq_flow_new (draft);
  Heard heard = { 0 };
  guint n = mq_flow_n_pages (flow), changed = mq_flow_page_of (flow, "rec-1.1", NULL);
  g_autofree guint64 *stamps = g_new (guint64, n);

  g_assert_cmpuint (n, >=, 5);
  for (guint i = 0; i < n; i++)
    stamps[i] = mq_flow_page_stamp (flow, i);
  g_signal_connect (flow, "changed", G_CALLBACK (hear), &heard);
  draft_must_set (draft, "record/place", "الموصل");
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_cmpuint (heard.first, ==, changed);
  g_assert_cmpuint (heard.before, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_true ((stamps[i] == mq_flow_page_stamp (flow, i)) == (i != changed));

  /* back to what it was: the same lines, but made anew */
  mq_draft_undo (draft);
  g_assert_cmpuint (heard.n, ==, 2);
  /* nothing that prints */
  draft_must_set (draft, "handover/warranty-months", "5");
  g_assert_cmpuint (heard.n, ==, 2);
}

/* Random changes of facts that print, of all sorts. */
static void
change_something (MqDraft *draft, GRand *random)
{
  static const char *const words[] = {
    "حاسوب محمول", "خادم بيانات مع ملحقاته وكوابله ووحدة تغذية احتياطية", "Router AX-5400", "شاشة",
    "طابعة ليزرية ملونة",
  };
  static const char *const tables[] = {
    "record/parties", "goods/items", "handover/signatures", "record/terms",
  };
  const char *table = tables[g_rand_int_range (random, 0, G_N_ELEMENTS (tables))];
  guint n = 0;
  g_autofree const char **rows = mq_draft_rows (draft, table, &n);
  const char *id = n > 0 ? rows[g_rand_int_range (random, 0, (int) n)] : NULL;
  g_autofree char *row = id ? g_strconcat (table, "/", id, NULL) : NULL;
  g_autofree char *number = g_strdup_printf ("%d", g_rand_int_range (random, 1, 5000));
  const char *word = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
  g_autofree char *cell = NULL;

  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      if (n < 40)
        draft_must_apply (draft, mq_change_insert_row (table, NULL, g_rand_int_range (random, -1, (int) n)));
      break;
    case 1:
      if (row && n > 2 && g_rand_int_range (random, 0, 2))
        draft_must_apply (draft, mq_change_remove_row (row));
      break;
    case 2:
      if (row)
        draft_must_apply (draft, mq_change_move_row (row, g_rand_int_range (random, 0, (int) n)));
      break;
    case 3:
      draft_must_set (draft, "handover/warranty", g_rand_int_range (random, 0, 2) ? "true" : "false");
      break;
    case 4:
      draft_must_set (draft, "record/place", g_rand_int_range (random, 0, 4) ? word : "");
      break;
    case 5:
      draft_must_set (draft, "handover/remarks", g_rand_int_range (random, 0, 3) ? word : "");
      break;
    case 6:
      draft_must_set (draft, "goods/currency", g_rand_int_range (random, 0, 2) ? "EGP" : "IQD");
      break;
    case 7:
      draft_must_set (draft, "body/goo-2.n1", number);
      break;
    case 8:
      mq_draft_undo (draft);
      break;
    case 9:
      mq_draft_redo (draft);
      break;
    default:
      if (!row)
        break;
      cell = strcmp (table, "goods/items") == 0
        ? g_strconcat (row, g_rand_int_range (random, 0, 2) ? "/price" : "/quantity", NULL)
        : strcmp (table, "record/parties") == 0 ? g_strconcat (row, "/name", NULL)
        : strcmp (table, "record/terms") == 0 ? g_strconcat (row, "/term", NULL) : NULL;
      if (cell)
        draft_must_set (draft, cell, strcmp (table, "goods/items") == 0 ? number : word);
    }
}

static void
test_incremental (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = mq_flow_new (draft);
  g_autoptr(GRand) random = g_rand_new_with_seed (20261124);

  mq_draft_seed_ids (7);
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr(MqFlow) fresh = NULL;

      change_something (draft, random);
      if (i % 5)
        continue;
      fresh = mq_flow_new (draft);
      flow_must_equal (flow, fresh);
    }
}

/* ---- tables and contents ---- */

static void
test_header_rows (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = NULL;
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));
  guint repeated = 0, head = 0;

  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *row = draft_add_row (draft, "goods/items");
      g_autofree char *cell = g_strconcat (row, "/description", NULL);

      draft_must_set (draft, cell, "حاسوب محمول مع حقيبته");
    }
  flow = mq_flow_new (draft);
  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      const MqPiece *first;

      mq_flow_page_pieces (flow, page, pieces);
      first = &g_array_index (pieces, MqPiece, 0);
      if (first->block->look != MQ_LOOK_ROW)
        continue;
      g_assert_true (first->repeated);
      g_assert_true (first->block->flags & MQ_BLOCK_HEAD);
      g_assert_cmpstr (first->block->cells[1].text, ==, "الجهاز");
      head = head ? head : first->index;
      g_assert_cmpuint (first->index, ==, head);
      repeated++;
    }
  g_assert_cmpuint (repeated, >=, 2);
}

/* A reference number that does not fit its column gets room from the others. */
static void
test_wide_word (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autofree char *row = draft_add_row (draft, "goods/items"), *cell = g_strconcat (row, "/price", NULL);
  g_autoptr(MqFlow) flow = NULL;
  const MqBlock *block;

  draft_must_set (draft, cell, "123456789012345");
  flow = mq_flow_new (draft);
  block = flow_find_text (flow, "١٢٣٬٤٥٦٬٧٨٩٬٠١٢٬٣٤٥", NULL);
  g_assert_nonnull (block);
  for (guint c = 0; c < block->n_cells; c++)
    {
      const MqCell *one = &block->cells[c];

      for (guint l = 0; l < one->para.n_lines; l++)
        g_assert_cmpint (one->para.lines[l].width, <=, (int) (one->width * PANGO_SCALE) + 1);
    }
  g_assert_cmpuint (block->cells[3].para.n_lines, <=, 2);
}

/* No figure is ever cut: where columns are too many for it, the letters of the table are smaller. */
static void
test_many_figures (void)
{
  static const char *const years[] = { "year-1", "year-2", "year-3", "year-4", "year-5" };
  g_autoptr(MqDraft) draft = draft_of_kind ("standard");
  g_autoptr(MqFlow) flow = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *path = g_strconcat ("fin/projection/projection-revenue/", years[i], NULL);

      draft_must_set (draft, path, "123456789012");
    }
  flow = mq_flow_new (draft);
  for (guint i = 0; i < mq_flow_blocks (flow)->len; i++)
    {
      const MqBlock *block = &g_array_index (mq_flow_blocks (flow), MqBlock, i);

      if (!block->path || !g_str_has_suffix (block->path, "projection-revenue"))
        continue;
      for (guint c = 0; c < block->n_cells; c++)
        {
          const MqCell *cell = &block->cells[c];
          const char *figure = "١٢٣٬٤٥٦٬٧٨٩٬٠١٢";
          const MqBit *last;

          if (!g_str_has_prefix (cell->text, figure))
            continue;
          last = &cell->para.bits[cell->para.lines[0].end - 1];
          g_assert_cmpuint (last->offset + last->length, >=, strlen (figure));
          n++;
        }
    }
  g_assert_cmpuint (n, ==, 5);
}

static void
test_contents (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = mq_flow_new (draft);
  guint entries = 0;

  /* long enough to push the articles behind it on */
  for (guint i = 0; i < 60; i++)
    g_free (draft_add_row (draft, "record/parties"));
  for (guint i = 0; i < mq_flow_blocks (flow)->len; i++)
    {
      const MqBlock *block = &g_array_index (mq_flow_blocks (flow), MqBlock, i);
      g_autofree char *ascii = NULL, *expected = NULL;

      if (!block->target)
        continue;
      ascii = g_strdup_printf ("%u", mq_flow_page_of (flow, block->target, NULL) + 1);
      expected = mq_digits_shape (ascii, MQ_DIGITS_ARABIC);
      g_assert_cmpstr (block->cells[1].text, ==, expected);
      entries++;
    }
  g_assert_cmpuint (entries, ==, 8);
  g_assert_cmpuint (mq_flow_page_of (flow, "rec-3", NULL), >, mq_flow_page_of (flow, "rec-2", NULL));
}

static void
test_outline (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = mq_flow_new (draft);
  const GArray *outline = mq_flow_outline (flow);
  const MqOutlineEntry *entries = (const MqOutlineEntry *) outline->data;

  g_assert_cmpuint (outline->len, ==, 10);
  g_assert_cmpuint (entries[0].level, ==, 0);
  g_assert_cmpstr (entries[1].title, ==, "الديباجة");
  g_assert_false (entries[1].printed);
  g_assert_cmpstr (entries[2].title, ==, "المادة (١) – الطرفان");
  g_assert_cmpstr (entries[2].source, ==, "rec-2");
  for (guint i = 0; i < outline->len; i++)
    g_assert_cmpuint (mq_flow_page_of (flow, entries[i].source, NULL), !=, G_MAXUINT);
}

/* ---- both ways between paper and draft ---- */

static void
test_places (void)
{
  static const char *const paths[] = { "record/place", "record/title", "body/goo-2.n1", "goods/currency" };
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = mq_flow_new (draft);

  draft_must_set (draft, "record/place", "أربيل");
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      double y = 0;
      guint page = mq_flow_place_of (flow, NULL, paths[i], &y);
      g_autoptr(GArray) rectangles = NULL;
      const cairo_rectangle_t *first;
      MqHit hit;

      g_assert_cmpuint (page, <, mq_flow_n_pages (flow));
      rectangles = mq_flow_rectangles (flow, page, paths[i]);
      g_assert_cmpuint (rectangles->len, >, 0);
      first = &g_array_index (rectangles, cairo_rectangle_t, 0);
      g_assert_cmpfloat (first->width, >, 5);
      g_assert_true (mq_flow_hit (flow, page, first->x + first->width / 2, first->y + first->height / 2,
                                  &hit));
      g_assert_cmpstr (hit.path, ==, paths[i]);
      g_assert_cmpfloat (y, <=, first->y + 1);
      g_assert_cmpfloat (y + 30, >, first->y);
    }
}

static void
test_places_of_rows (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autofree char *row = draft_add_row (draft, "goods/items");
  g_autofree char *cell = g_strconcat (row, "/description", NULL);
  g_autoptr(MqFlow) flow = NULL;
  g_autoptr(GArray) rectangles = NULL;
  const cairo_rectangle_t *first;
  guint page;
  MqHit hit;

  draft_must_set (draft, cell, "ماسح ضوئي");
  flow = mq_flow_new (draft);
  page = mq_flow_page_of (flow, NULL, cell);
  rectangles = mq_flow_rectangles (flow, page, row);
  g_assert_cmpuint (rectangles->len, ==, 1);
  first = &g_array_index (rectangles, cairo_rectangle_t, 0);
  /* somewhere in the row, where nothing is written */
  g_assert_true (mq_flow_hit (flow, page, first->x + 2, first->y + 2, &hit));
  g_assert_nonnull (hit.path);
  g_assert_true (g_str_has_prefix (hit.path, row));
  g_assert_cmpstr (hit.source, ==, "goo-1.2");
  /* white paper */
  g_assert_false (mq_flow_hit (flow, page, 2, 2, &hit));
}

static void
test_furniture (void)
{
  g_autoptr(MqDraft) draft = draft_of_kind ("small");
  g_autoptr(MqFlow) flow = mq_flow_new (draft);
  g_autoptr(GArray) none = mq_flow_furniture (flow, 0), of_page = mq_flow_furniture (flow, 2);
  g_autofree char *ascii = g_strdup_printf ("صفحة 3 من %u", mq_flow_n_pages (flow));
  g_autofree char *expected = mq_digits_shape (ascii, MQ_DIGITS_ARABIC);
  gboolean found = FALSE;

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < of_page->len; i++)
    found |= strcmp (g_array_index (of_page, MqFurniture, i).text, expected) == 0;
  g_assert_true (found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/blocks in order", test_order);
  g_test_add_func ("/flow/lead-ins", test_introduces);
  g_test_add_func ("/flow/conditions toggle blocks", test_conditions);
  g_test_add_func ("/flow/hidden answer is printed nowhere", test_hidden_answer);
  g_test_add_func ("/flow/only the pages that changed have new stamps", test_stamps);
  g_test_add_func ("/flow/500 changes as from scratch", test_incremental);
  g_test_add_func ("/flow/header rows repeat", test_header_rows);
  g_test_add_func ("/flow/wide word gets room", test_wide_word);
  g_test_add_func ("/flow/figures are not cut", test_many_figures);
  g_test_add_func ("/flow/contents", test_contents);
  g_test_add_func ("/flow/outline", test_outline);
  g_test_add_func ("/flow/places of facts", test_places);
  g_test_add_func ("/flow/places of rows", test_places_of_rows);
  g_test_add_func ("/flow/head and foot", test_furniture);
  return g_test_run ();
}
