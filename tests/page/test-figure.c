/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "flow-fixture.h"

/* Figures: that shapes are as long as what they stand for, labels do not run into one another, and all stays on its
 * page. */

#define CLOSE 1e-6

/* ---- drafts ---- */

static void
set_cell (MqDraft *draft, const char *row, const char *column, const char *value)
{
  g_autofree char *path = g_strconcat (row, "/", column, NULL);

  draft_must_set (draft, path, value);
}

static void
add_device (MqDraft *draft, const char *name, const char *part)
{
  g_autofree char *row = draft_add_row (draft, "goods/items"), *cell = g_strconcat (row, "/part", NULL);

  set_cell (draft, row, "description", name);
  if (*part)
    draft_must_settle (draft, cell, part);
}

/* (transfer full): path of the row */
static char *
add_phase (MqDraft *draft, const char *name, const char *start, const char *end)
{
  char *row = draft_add_row (draft, "time/phases");

  set_cell (draft, row, "name", name);
  set_cell (draft, row, "start", start);
  set_cell (draft, row, "end", end);
  return row;
}

static void
add_milestone (MqDraft *draft, const char *name, const char *phase, const char *due, const char *date)
{
  g_autofree char *row = draft_add_row (draft, "time/milestones");

  set_cell (draft, row, "name", name);
  set_cell (draft, row, "phase", strrchr (phase, '/') + 1);
  set_cell (draft, row, "due", due);
  set_cell (draft, row, "date", date);
}

/* ---- looking at figures ---- */

/* the n-th figure of the flow, or NULL */
static const MqBlock *
figure_of (MqFlow *flow, guint n)
{
  const GArray *blocks = mq_flow_blocks (flow);

  for (guint i = 0; i < blocks->len; i++)
    {
      const MqBlock *block = &g_array_index (blocks, MqBlock, i);

      g_assert_true ((block->look == MQ_LOOK_FIGURE) == (block->figure != NULL));
      if (block->figure && n-- == 0)
        return block;
    }
  return NULL;
}

/* (transfer full): the shapes of those inks, in their order */
static GArray *
shapes_of (const MqBlock *block, guint first, guint last, double height)
{
  GArray *shapes = g_array_new (FALSE, FALSE, sizeof (MqShape));

  for (guint i = 0; i < block->figure->shapes->len; i++)
    {
      MqShape shape = g_array_index (block->figure->shapes, MqShape, i);

      if (shape.ink >= first && shape.ink <= last && shape.height == height)
        g_array_append_val (shapes, shape);
    }
  return shapes;
}

#define PARTS MQ_INK_PART, MQ_INK_PART + MQ_N_PARTS - 1

static const MqShape *
shape_at (const GArray *shapes, guint i)
{
  g_assert_cmpuint (i, <, shapes->len);
  return &g_array_index (shapes, MqShape, i);
}

typedef struct { double x, y, width, height; } Box;

/* where the ink of a label's lines may be: measured, not what it was given */
static Box
box_of (const MqBlock *block, const MqCell *cell)
{
  double pitch = mq_look_style (block->look)->pitch, left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (guint line = 0; line < cell->para.n_lines; line++)
    {
      left = MIN (left, mq_line_left (&cell->para, line));
      right = MAX (right, mq_line_left (&cell->para, line) + mq_line_width (&cell->para, line));
    }
  return (Box) { cell->x + cell->width - right, cell->y, right - left, cell->para.n_lines * pitch };
}

static gboolean
boxes_meet (Box a, Box b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/* What holds for every figure of the flow. */
static void
check_figures (MqFlow *flow)
{
  double measure = mq_paper_measure (mq_flow_paper (flow));
  const MqBlock *block;

  for (guint n = 0; (block = figure_of (flow, n)) != NULL; n++)
    {
      g_assert_cmpfloat (block->height, <=, mq_paper_body (mq_flow_paper (flow)));
      g_assert_cmpfloat (fabs (block->height - block->figure->height), <, CLOSE);
      g_assert_nonnull (block->figure->description);
      for (guint i = 0; i < block->n_cells; i++)
        {
          Box box = box_of (block, &block->cells[i]);

          g_assert_cmpfloat (box.x, >=, -CLOSE);
          g_assert_cmpfloat (box.x + box.width, <=, measure + CLOSE);
          g_assert_cmpfloat (box.y + box.height, <=, block->height + CLOSE);
          for (guint k = 0; k < i; k++)
            if (boxes_meet (box, box_of (block, &block->cells[k])))
              g_error ("labels meet: %s / %s", block->cells[i].text, block->cells[k].text);
        }
      for (guint i = 0; i < block->figure->shapes->len; i++)
        {
          const MqShape *shape = &g_array_index (block->figure->shapes, MqShape, i);

          g_assert_cmpfloat (shape->x, >=, -CLOSE);
          g_assert_cmpfloat (shape->x + shape->width, <=, measure + 1);
          g_assert_cmpfloat (shape->width, >, 0);
          g_assert_cmpfloat (shape->y + shape->height, <=, block->height + CLOSE);
        }
    }
}

/* ---- share bars ---- */

static void
test_shares (void)
{
  static const struct { const char *parts[5]; double end; guint n; } rows[] = {
    { { "30", "12", "10", "48" }, 1, 4 },
    { { "100" }, 1, 1 },
    { { "0.01", "99.99" }, 1, 2 },
    { { "25", "", "0", "25" }, .5, 2 },         /* not all is given out */
    { { "80", "80" }, 1, 2 },                   /* more than there is */
    { { "", "0" }, 0, 0 },
    { { NULL }, 0, 0 },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr (MqDraft) draft = draft_of_kind ("small");
      g_autoptr (MqFlow) flow = NULL;
      g_autoptr (GArray) parts = NULL;
      const MqBlock *block;
      double measure, at = 0;

      for (guint i = 0; rows[r].parts[i]; i++)
        add_device (draft, "جهاز", rows[r].parts[i]);
      flow = mq_flow_new (draft);
      block = figure_of (flow, 0);
      g_assert_true ((block != NULL) == (rows[r].n > 0));
      if (!block)
        continue;
      check_figures (flow);
      measure = mq_paper_measure (mq_flow_paper (flow));
      parts = shapes_of (block, PARTS, 14);
      g_assert_cmpuint (parts->len, ==, rows[r].n);
      for (guint i = 0; i < parts->len; i++)
        {
          const MqShape *part = shape_at (parts, i);
          double gap = i + 1 < parts->len ? shape_at (parts, i + 1)->x - part->x - part->width : 0;

          /* from right to left, each where the one before ends */
          g_assert_cmpfloat (fabs (part->x - at), <, CLOSE);
          g_assert_cmpfloat (gap, >=, -CLOSE);
          g_assert_cmpfloat (gap, <=, 1 + CLOSE);
          at = part->x + part->width + gap;
        }
      g_assert_cmpfloat (fabs (at - rows[r].end * measure), <, CLOSE);
    }
}

/* Each part is told of in the bar, where it fits, and under it with its name, in the same look. */
static void
test_share_labels (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("small");
  g_autoptr (MqFlow) flow = NULL;
  g_autoptr (GArray) bar = NULL, swatches = NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  const MqBlock *block;

  add_device (draft, "حاسوب", "97");
  for (guint i = 0; i < 12; i++)
    g_string_append (name, "شبكة كهربائية احتياطية مع مولدها وملحقاتها وقطع غيارها ");
  g_string_append (name, "على الأقل");
  add_device (draft, name->str, "2.5");
  add_device (draft, "Access point", "0.5");
  flow = mq_flow_new (draft);
  check_figures (flow);
  block = figure_of (flow, 0);
  bar = shapes_of (block, PARTS, 14);
  swatches = shapes_of (block, PARTS, 8);
  g_assert_cmpuint (bar->len, ==, 3);
  g_assert_cmpuint (swatches->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (shape_at (bar, i)->ink, ==, shape_at (swatches, i)->ink);
      g_assert_cmpint (shape_at (bar, i)->type, ==, shape_at (swatches, i)->type);
    }
  /* the caption, one label in the bar, three percentages with their names */
  g_assert_cmpuint (block->n_cells, ==, 1 + 1 + 6);
  g_assert_true (g_str_has_suffix (block->cells[5].text, "…"));
  g_assert_cmpuint (block->cells[5].para.n_lines, ==, 3);
  /* the description leaves nothing out */
  g_assert_nonnull (strstr (block->figure->description, "على الأقل ٢٫٥٠٪"));
}

static void
test_many_shares (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("small");
  g_autoptr (MqFlow) flow = NULL;
  g_autoptr (GArray) bar = NULL;
  const MqBlock *block;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("جهاز %u", i);

      add_device (draft, name, i % 4 == 0 ? "7" : "1");
    }
  flow = mq_flow_new (draft);
  check_figures (flow);
  block = figure_of (flow, 0);
  bar = shapes_of (block, PARTS, 14);
  g_assert_cmpuint (bar->len, ==, 12);
  for (guint i = 0; i < bar->len; i++)
    for (guint k = 0; k < i; k++)
      g_assert_true (shape_at (bar, i)->ink != shape_at (bar, k)->ink || shape_at (bar, i)->type != shape_at (bar, k)->type);
  g_assert_nonnull (strstr (block->figure->description, "أخرى (٢٩) ٢٩٪."));
  /* the largest in the order of the table, then the first of the others */
  g_assert_nonnull (strstr (block->figure->description, "جهاز ٠ ٧٪، جهاز ١ ١٪، جهاز ٤ ٧٪"));
}

/* ---- timelines ---- */

#define BAR_HEIGHT 8

static double
days_between (const char *from, const char *to)
{
  gint64 a = 0, b = 0;

  g_assert_true (mq_date_day_number (from, &a) && mq_date_day_number (to, &b));
  return (double) (b - a);
}

static void
test_timeline (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("standard");
  g_autofree char *first = add_phase (draft, "التأسيس", "2027-01-01", "2027-12-31");
  g_autofree char *second = add_phase (draft, "التشغيل", "2028-01-01", "2028-06-30");
  g_autofree char *third = add_phase (draft, "بلا موعد", NULL, NULL);
  g_autoptr (MqFlow) flow = NULL;
  g_autoptr (GArray) bars = NULL, tracks = NULL, points = NULL;
  const MqBlock *block;
  double measure, all = days_between ("2027-01-01", "2028-07-01");
  MqHit hit;
  guint page;
  double y;

  add_milestone (draft, "القيد", first, "date", "2027-12-31");
  add_milestone (draft, "الاجتماع", first, "after-signing", "2027-02-01");    /* the date is not asked for any more */
  add_milestone (draft, "الإطلاق", third, "date", "2028-02-01");
  flow = mq_flow_new (draft);
  check_figures (flow);
  block = figure_of (flow, 0);
  g_assert_nonnull (block);
  measure = mq_paper_measure (mq_flow_paper (flow));
  bars = shapes_of (block, MQ_INK_BAR, MQ_INK_BAR, BAR_HEIGHT);
  tracks = shapes_of (block, MQ_INK_TRACK, MQ_INK_TRACK, BAR_HEIGHT);
  points = shapes_of (block, MQ_INK_POINT, MQ_INK_POINT, 9);
  g_assert_cmpuint (tracks->len, ==, 3);
  g_assert_cmpuint (bars->len, ==, 2);
  g_assert_cmpfloat (fabs (shape_at (bars, 0)->x), <, CLOSE);
  g_assert_cmpfloat (fabs (shape_at (bars, 0)->width - 365 / all * measure), <, CLOSE);
  g_assert_cmpfloat (fabs (shape_at (bars, 1)->x - 365 / all * measure), <, CLOSE);
  g_assert_cmpfloat (fabs (shape_at (bars, 1)->x + shape_at (bars, 1)->width - measure), <, CLOSE);
  /* two milestones, and the diamond that explains them */
  g_assert_cmpuint (points->len, ==, 3);
  g_assert_cmpfloat (fabs (shape_at (points, 0)->x + 4.5 - 364.5 / all * measure), <, CLOSE);
  g_assert_cmpfloat (shape_at (points, 1)->y, >, shape_at (tracks, 2)->y - 1);

  g_assert_nonnull (strstr (block->figure->description, "التأسيس من "));
  g_assert_nonnull (strstr (block->figure->description, "القيد في "));
  g_assert_null (strstr (block->figure->description, "الاجتماع"));

  /* a click on a bar leads to the table, one on a name to the cell */
  page = mq_flow_place_of (flow, block->source, NULL, &y);
  g_assert_cmpuint (page, !=, G_MAXUINT);
  g_assert_true (mq_flow_hit (flow, page, mq_flow_paper (flow)->margin_x + 20, y + shape_at (tracks, 0)->y + 3, &hit));
  g_assert_cmpstr (hit.path, ==, "time/phases");
  for (guint i = 0; i < block->n_cells; i++)
    if (strcmp (block->cells[i].text, "التشغيل") == 0)
      {
        g_autofree char *cell = g_strconcat (second, "/name", NULL);
        double x = mq_paper_left (mq_flow_paper (flow), &block->cells[i]) + block->cells[i].width / 2;

        g_assert_true (mq_flow_hit (flow, page, x, y + block->cells[i].y + 7, &hit));
        g_assert_cmpstr (hit.path, ==, cell);
      }
}

/* Whatever the dates are, the scale has words that do not touch, and what has no dates is not drawn. */
static void
test_scales (void)
{
  static const struct { const char *start, *end; gboolean drawn; } rows[] = {
    { "2027-01-01", "2027-01-01", TRUE },
    { "2027-01-15", "2027-03-02", TRUE },
    { "2027-11-30", "2028-10-01", TRUE },
    { "2027-02-01", "2029-01-31", TRUE },
    { "1999-12-31", "2045-01-01", TRUE },
    { "0001-01-01", "9999-12-31", TRUE },
    { "2029-05-01", "2027-05-01", TRUE },       /* the end before the beginning */
    { "2027-05-01", NULL, TRUE },
    { NULL, "2027-05-01", TRUE },
    { NULL, NULL, FALSE },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    for (guint latin = 0; latin < 2; latin++)
      {
        g_autoptr (MqDraft) draft = draft_of_kind ("standard");
        g_autofree char *row = add_phase (draft, "مرحلة", rows[r].start, rows[r].end);
        g_autoptr (MqFlow) flow = NULL;

        draft_must_set (draft, "style/digits", latin ? "latin" : "arabic");
        flow = mq_flow_new (draft);
        g_assert_true ((figure_of (flow, 0) != NULL) == rows[r].drawn);
        check_figures (flow);
        if (rows[r].drawn)
          g_assert_cmpuint (figure_of (flow, 0)->n_cells, >=, 3);     /* caption, name, dates */
      }
}

static void
test_many_rows (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("small");
  g_autoptr (MqFlow) flow = NULL;
  guint n, n_points = 0;

  draft_must_set (draft, "handover/warranty", "true");
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *row = draft_add_row (draft, "handover/visits");
      g_autofree char *day = g_strdup_printf ("20%02u-%02u-11", 27 + i / 12, i % 12 + 1);

      set_cell (draft, row, "purpose", i % 7 ? "فحص الأجهزة" : "فحص الأجهزة واستبدال ما تلف من قطعها وتحديث برامجها وتدريب "
                                                              "من يستعملها على ما استجد فيها من وظائف وخدمات متنوعة");
      set_cell (draft, row, "day", day);
    }
  flow = mq_flow_new (draft);
  check_figures (flow);
  for (n = 0; figure_of (flow, n); n++)
    {
      const MqBlock *block = figure_of (flow, n);
      g_autoptr (GArray) points = shapes_of (block, MQ_INK_POINT, MQ_INK_POINT, 9);

      g_assert_true ((strstr (block->cells[0].text, "(تابع)") != NULL) == (n > 0));
      for (guint i = 1; i < points->len; i++)
        g_assert_cmpfloat (shape_at (points, i)->x, >, shape_at (points, i - 1)->x);
      n_points += points->len;
    }
  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (n_points, ==, 60);
}

/* ---- following changes ---- */

static void
must_follow (MqDraft *draft, MqFlow *flow)
{
  g_autoptr (MqFlow) fresh = mq_flow_new (draft);

  flow_must_equal (flow, fresh);
}

static void
test_follow (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("standard");
  g_autofree char *phase = add_phase (draft, "التأسيس", NULL, NULL);
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  static const struct { const char *column, *value; guint n; } rows[] = {
    { "start", "2027-01-01", 1 }, { "end", "2027-06-30", 1 }, { "name", "التحضير", 1 }, { "owner", "company", 1 },
    { "end", "2029-06-30", 1 }, { "start", NULL, 1 }, { "end", NULL, 0 }, { "start", "2027-01-01", 1 },
  };
  guint64 before;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      set_cell (draft, phase, rows[i].column, rows[i].value);
      g_assert_true ((figure_of (flow, 0) != NULL) == (rows[i].n > 0));
      must_follow (draft, flow);
    }
  before = figure_of (flow, 0)->stamp;
  set_cell (draft, phase, "owner", "both-sides");
  g_assert_true (figure_of (flow, 0)->stamp == before);       /* it does not show the owner */
  add_milestone (draft, "القيد", phase, "date", "2027-03-01");
  must_follow (draft, flow);
  g_assert_true (figure_of (flow, 0)->stamp != before);
  draft_must_set (draft, "style/house", "iraq");
  must_follow (draft, flow);
  draft_must_apply (draft, mq_change_remove_row (phase));
  g_assert_null (figure_of (flow, 0));
  must_follow (draft, flow);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/shares", test_shares);
  g_test_add_func ("/figure/share-labels", test_share_labels);
  g_test_add_func ("/figure/many-shares", test_many_shares);
  g_test_add_func ("/figure/timeline", test_timeline);
  g_test_add_func ("/figure/scales", test_scales);
  g_test_add_func ("/figure/many-rows", test_many_rows);
  g_test_add_func ("/figure/follow", test_follow);
  return g_test_run ();
}
