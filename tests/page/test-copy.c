/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "flow-fixture.h"
#include "mq-clauses.h"
#include "mq-copy.h"
#include "mq-margin.h"
#include "mq-paint.h"

/* What a copy has beside the text of its pages: watermark, numbers in the margins, fingerprint. */

#define RLM "\u200f"

/* ---- pictures ---- */

typedef struct {
  cairo_surface_t *surface;
  cairo_t *cr;
} Picture;

static Picture
white_page (MqFlow *flow)
{
  const MqPaper *paper = mq_flow_paper (flow);
  Picture picture;

  picture.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) paper->width, (int) paper->height);
  picture.cr = cairo_create (picture.surface);
  cairo_set_source_rgb (picture.cr, 1, 1, 1);
  cairo_paint (picture.cr);
  return picture;
}

static void
picture_clear (Picture *picture)
{
  cairo_destroy (picture->cr);
  cairo_surface_destroy (picture->surface);
}

/* Pixels, and how many. */
static const guint32 *
pixels (const Picture *picture, gsize *n)
{
  cairo_surface_flush (picture->surface);
  *n = (gsize) cairo_image_surface_get_stride (picture->surface) / sizeof (guint32)
       * (gsize) cairo_image_surface_get_height (picture->surface);
  return (const guint32 *) (gpointer) cairo_image_surface_get_data (picture->surface);
}

static gboolean
same_picture (const Picture *a, const Picture *b)
{
  gsize n, m;
  const guint32 *one = pixels (a, &n), *other = pixels (b, &m);

  return n == m && memcmp (one, other, n * sizeof *one) == 0;
}

/* What is covered by what @draw draws on a page. */
static cairo_rectangle_t
ink_of (void (*draw) (MqFlow *flow, guint page, cairo_t *cr), MqFlow *flow, guint page)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);
  cairo_rectangle_t ink;

  draw (flow, page, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (recording, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (recording);
  return ink;
}

/* ---- watermark ---- */

static void
test_words (void)
{
  static const struct {
    const char *status, *classification;
    MqCopy copy;
    const char *words;
  } cases[] = {
    { "draft", "public", MQ_COPY_CLEAN, NULL },
    { "draft", "public", MQ_COPY_WATERMARK, "مسودة" },
    { "draft", "restricted", MQ_COPY_REVIEW, "مسودة" },
    { "draft", "public", MQ_COPY_LINE_NUMBERS, NULL },
    { "review", "official", MQ_COPY_WATERMARK, "للمراجعة" },
    { "agreed-one", "official", MQ_COPY_WATERMARK, "للمراجعة" },
    { "agreed-both", "official", MQ_COPY_WATERMARK, NULL },
    { "signed", "official", MQ_COPY_WATERMARK, NULL },
    { "signed", "secret", MQ_COPY_CLEAN, "سري" },
    { "draft", "secret", MQ_COPY_CLEAN, "سري" },
    { "draft", "secret", MQ_COPY_WATERMARK, "سري\nمسودة" },
    { "review", "top-secret", MQ_COPY_REVIEW, "سري جداً\nللمراجعة" },
    { "signed", "top-secret", MQ_COPY_CLEAN, "سري جداً" },
  };
  g_autoptr (MqDraft) draft = draft_of_kind ("standard"), other = draft_of_kind ("small");
  g_autoptr (MqFlow) flow = mq_flow_new (draft), of_other = mq_flow_new (other);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;

      draft_must_set (draft, "cover/status", cases[i].status);
      draft_must_set (draft, "cover/classification", cases[i].classification);
      words = mq_copy_watermark (flow, cases[i].copy);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
  /* a kind whose facts have none */
  g_assert_null (mq_copy_watermark (of_other, MQ_COPY_REVIEW));
}

/* The house spells: tanween before its alif. */
static void
test_spelling (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("standard");
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  g_autofree char *words = NULL;

  draft_must_set (draft, "style/tanween", "before-alif");
  draft_must_set (draft, "cover/classification", "top-secret");
  words = mq_copy_watermark (flow, MQ_COPY_CLEAN);
  g_assert_cmpstr (words, ==, "سري جدًا");
}

/* Each page has it, the title page too; whatever was dark stays as it was, for the watermark is under it. */
static void
test_under_text (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("standard");
  g_autoptr (MqFlow) flow = mq_flow_new (draft);

  for (guint page = 0; page < MIN (mq_flow_n_pages (flow), 6); page++)
    {
      Picture plain = white_page (flow), clean = white_page (flow), marked = white_page (flow);
      const guint32 *before, *after;
      guint tinted = 0;
      gsize n;

      mq_paint_page (flow, page, plain.cr);
      mq_paint_copy (flow, MQ_COPY_CLEAN, page, NULL, clean.cr);
      mq_paint_copy (flow, MQ_COPY_WATERMARK, page, NULL, marked.cr);
      g_assert_true (same_picture (&plain, &clean));
      before = pixels (&clean, &n);
      after = pixels (&marked, &n);
      for (gsize i = 0; i < n; i++)
        {
          guint a = before[i] >> 8 & 255, b = after[i] >> 8 & 255;

          g_assert_cmpuint (b, <=, a);
          g_assert_cmpuint (b + 2, >=, a * 225 / 255);      /* rounded at the edges of letters */
          tinted += a == 255 && b < 255;
        }
      g_assert_cmpuint (tinted, >, n / 100);
      g_assert_cmpuint (tinted, <, n / 4);
      picture_clear (&plain);
      picture_clear (&clean);
      picture_clear (&marked);
    }
}

/* The box around all pixels in which two pictures differ. */
static cairo_rectangle_t
difference (const Picture *a, const Picture *b)
{
  int width = cairo_image_surface_get_width (a->surface), left = width, right = 0, top = -1, bottom = 0;
  gsize n;
  const guint32 *one = pixels (a, &n), *other = pixels (b, &n);
  int stride = cairo_image_surface_get_stride (a->surface) / 4;

  for (gsize i = 0; i < n; i++)
    if (one[i] != other[i] && (int) i % stride < width)
      {
        left = MIN (left, (int) i % stride);
        right = MAX (right, (int) i % stride + 1);
        top = top < 0 ? (int) i / stride : top;
        bottom = (int) i / stride + 1;
      }
  return (cairo_rectangle_t) { left, top, right - left, bottom - top };
}

/* On paper, large, and in its middle. */
static void
test_watermark_place (void)
{
  static const char *const classes[] = { "public", "secret", "top-secret" };
  g_autoptr (MqDraft) draft = draft_of_kind ("standard");
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  const MqPaper *paper = mq_flow_paper (flow);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      Picture plain = white_page (flow), marked = white_page (flow);
      cairo_rectangle_t ink;

      draft_must_set (draft, "cover/classification", classes[i]);
      mq_paint_page (flow, 0, plain.cr);
      mq_paint_copy (flow, MQ_COPY_WATERMARK, 0, NULL, marked.cr);
      ink = difference (&plain, &marked);
      picture_clear (&plain);
      picture_clear (&marked);
      g_assert_cmpfloat (ink.x, >, 40);
      g_assert_cmpfloat (ink.x + ink.width, <, paper->width - 40);
      g_assert_cmpfloat (ink.y, >, 60);
      g_assert_cmpfloat (ink.y + ink.height, <, paper->height - 60);
      g_assert_cmpfloat (ink.width, >, paper->width / 2);
      g_assert_cmpfloat_with_epsilon (ink.x + ink.width / 2, paper->width / 2, 40);
      g_assert_cmpfloat_with_epsilon (ink.y + ink.height / 2, paper->height / 2, 60);
    }
}

/* ---- clauses ---- */

/* «١ ٢ ٣ …»: all marks of a flow. */
static char *
all_marks (MqFlow *flow)
{
  GString *all = g_string_new (NULL);

  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      g_autoptr (GArray) marks = mq_clauses_on_page (flow, page);

      for (guint i = 0; i < marks->len; i++)
        {
          g_autofree char *text = mq_clause_text (&g_array_index (marks, MqClauseMark, i).clause,
                                                  mq_renderer_house (mq_flow_renderer (flow))->digits);

          g_string_append_printf (all, "%s%s", all->len > 0 ? " | " : "", text);
        }
    }
  return g_string_free (all, FALSE);
}

static void
test_clauses (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("small");
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  g_autofree char *before = all_marks (flow), *with_more = NULL, *long_table = NULL;

  /* preamble and signatures have no number; only article 5 has two paragraphs */
  g_assert_cmpstr (before, ==, "١ | ٢ | ٣ | ٤ | ٥" RLM "-" RLM "١ | ٥" RLM "-" RLM "٢");
  draft_must_set (draft, "handover/warranty", "true");
  with_more = all_marks (flow);
  g_assert_cmpstr (with_more, ==, "١ | ٢ | ٣ | ٤ | ٥" RLM "-" RLM "١ | ٥" RLM "-" RLM "٢ | ٦");
  /* the table of article 3 goes over a page's end */
  for (guint i = 0; i < 40; i++)
    g_free (draft_add_row (draft, "goods/items"));
  long_table = all_marks (flow);
  g_assert_true (g_str_has_prefix (long_table, "١ | ٢ | ٣ | ٣ (تابع) | "));
}

static void
test_clause_text (void)
{
  static const struct {
    MqClause clause;
    MqDigits digits;
    const char *text;
  } cases[] = {
    { { 24, 2, TRUE }, MQ_DIGITS_ARABIC, "٢٤" RLM "-" RLM "٢" },
    { { 24, 0, TRUE }, MQ_DIGITS_ARABIC, "٢٤" },
    { { 24, 0, FALSE }, MQ_DIGITS_ARABIC, "٢٤ (تابع)" },
    { { 24, 12, FALSE }, MQ_DIGITS_LATIN, "24" RLM "-" RLM "12 (تابع)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mq_clause_text (&cases[i].clause, cases[i].digits);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* A mark stands on a base line of the page's text, each on one of its own. */
static void
test_clause_places (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("standard");
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  guint n = 0;

  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      g_autoptr (GArray) marks = mq_clauses_on_page (flow, page), lines = mq_margin_base_lines (flow, page);
      guint line = 0;

      for (guint i = 0; i < marks->len; i++, n++)
        {
          const MqClauseMark *mark = &g_array_index (marks, MqClauseMark, i);

          /* only the first of a page goes on from the one before */
          g_assert_true (mark->clause.begins || i == 0);
          while (line < lines->len && ABS (g_array_index (lines, double, line) - mark->y) > .01)
            line++;
          g_assert_cmpuint (line++, <, lines->len);
        }
    }
  g_assert_cmpuint (n, >, 50);
}

/* (transfer full): what the first mark of a page says */
static char *
first_mark (MqFlow *flow, guint page)
{
  g_autoptr (GArray) marks = mq_clauses_on_page (flow, page);

  if (marks->len == 0)
    return g_strdup ("");
  return mq_clause_text (&g_array_index (marks, MqClauseMark, 0).clause, MQ_DIGITS_LATIN);
}

/* A page whose lines are those of before but not its numbers is to be painted anew. */
static void
test_stamps (void)
{
  static const char line[] = "سبب يدعو إلى تأسيس الشركة في البلدين ويكفي وحده لأن يملأ أسطراً من هذه "
                             "الصفحة، وما من أحد يقرأه حتى آخره، ولا يراد منه سوى أن تطول هذه المادة "
                             "فتمضي إلى صفحة بعد صفحة.";
  g_autoptr (MqDraft) draft = draft_of_kind ("standard");
  g_autoptr (MqFlow) flow = NULL;
  guint shifted = 0;

  for (guint n = 30; n < 40; n++)
    {
      g_autoptr (GString) one = g_string_new ("قصير وقصير"), two = g_string_new ("قصير\nقصير");
      g_autoptr (GArray) stamps = g_array_new (FALSE, FALSE, sizeof (guint64));
      g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < n; i++)
        {
          g_string_append_printf (one, "\n%s", line);
          g_string_append_printf (two, "\n%s", line);
        }
      draft_must_set (draft, "basis/rationale", one->str);
      if (flow == NULL)
        flow = mq_flow_new (draft);
      for (guint page = 0; page < mq_flow_n_pages (flow); page++)
        {
          guint64 stamp = mq_flow_page_stamp (flow, page);

          g_array_append_val (stamps, stamp);
          g_ptr_array_add (marks, first_mark (flow, page));
        }
      draft_must_set (draft, "basis/rationale", two->str);
      for (guint page = 0; page < MIN (mq_flow_n_pages (flow), stamps->len); page++)
        {
          g_autofree char *mark = first_mark (flow, page);

          if (g_str_equal (mark, g_ptr_array_index (marks, page)))
            continue;
          g_assert_cmpuint (mq_flow_page_stamp (flow, page), !=, g_array_index (stamps, guint64, page));
          shifted++;
        }
    }
  g_assert_cmpuint (shifted, >, 10);
}

/* ---- margins ---- */

static void
test_margins (void)
{
  g_autoptr (MqDraft) draft = draft_of_kind ("standard");
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  const MqPaper *paper = mq_flow_paper (flow);
  guint clauses = 0, lines = 0;

  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      g_autoptr (GArray) base_lines = mq_margin_base_lines (flow, page);
      cairo_rectangle_t start = ink_of (mq_margin_clauses, flow, page);
      cairo_rectangle_t end = ink_of (mq_margin_lines, flow, page);

      if (start.width > 0)
        {
          g_assert_cmpfloat (start.x, >, paper->width - paper->margin_x + 4);
          g_assert_cmpfloat (start.x + start.width, <, paper->width - 12);
          clauses++;
        }
      if (end.width > 0)
        {
          g_assert_cmpfloat (end.x, >, 12);
          g_assert_cmpfloat (end.x + end.width, <, paper->margin_x - 4);
          lines++;
        }
      g_assert_cmpint (end.width > 0, ==, base_lines->len >= 5);
      for (guint i = 1; i < base_lines->len; i++)
        g_assert_cmpfloat (g_array_index (base_lines, double, i), >, g_array_index (base_lines, double, i - 1));
    }
  g_assert_cmpuint (clauses, >, 10);
  g_assert_cmpuint (lines, >, 10);
  {
    g_autoptr (GArray) of_title = mq_margin_base_lines (flow, 0);
    g_autoptr (GArray) of_contents = mq_margin_base_lines (flow, mq_flow_page_of (flow, "contents", NULL) + 1);

    g_assert_cmpuint (of_title->len, ==, 0);
    g_assert_cmpuint (of_contents->len, ==, 0);
  }
}

/* The first page with so many lines that are counted. */
static guint
page_with_lines (MqFlow *flow, guint n)
{
  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      g_autoptr (GArray) lines = mq_margin_base_lines (flow, page);

      if (lines->len >= n)
        return page;
    }
  g_assert_not_reached ();
}

/* Only a copy that is asked for them has numbers of lines. */
static void
test_line_numbers (void)
{
  static const struct { MqCopy copy; gboolean numbers; } cases[] = {
    { MQ_COPY_CLEAN, FALSE }, { MQ_COPY_LINE_NUMBERS, TRUE },
  };
  g_autoptr (MqDraft) draft = draft_of_kind ("small");
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  guint page = page_with_lines (flow, 5);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Picture plain = white_page (flow), copy = white_page (flow);

      mq_paint_page (flow, page, plain.cr);
      mq_paint_copy (flow, cases[i].copy, page, NULL, copy.cr);
      g_assert_cmpint (same_picture (&plain, &copy), ==, !cases[i].numbers);
      picture_clear (&plain);
      picture_clear (&copy);
    }
}

/* ---- the fingerprint ---- */

static void
test_foot (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autofree char *foot = mq_copy_foot (bytes);
  g_autoptr (MqDraft) draft = draft_of_kind ("small");
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  MqFurniture line = { 0 };
  Picture plain = white_page (flow), with = white_page (flow);

  /* SHA-256 of "abc": FIPS 180-2, appendix B.1 */
  g_assert_cmpstr (foot, ==, "بصمة المسودة: \u2066ba78 16bf 8f01 cfea\u2069");
  mq_copy_foot_line (flow, foot, &line);
  g_assert_cmpuint (line.para.n_lines, ==, 1);
  g_assert_cmpfloat (line.y, <, mq_flow_paper (flow)->height - 12);
  g_assert_cmpfloat (line.y, >, mq_flow_paper (flow)->height - mq_flow_paper (flow)->margin_bottom);
  mq_furniture_clear (&line);
  mq_paint_page (flow, 0, plain.cr);
  mq_paint_copy (flow, MQ_COPY_CLEAN, 0, foot, with.cr);
  g_assert_false (same_picture (&plain, &with));
  picture_clear (&plain);
  picture_clear (&with);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copy/watermark-words", test_words);
  g_test_add_func ("/copy/watermark-spelling", test_spelling);
  g_test_add_func ("/copy/watermark-under-text", test_under_text);
  g_test_add_func ("/copy/watermark-place", test_watermark_place);
  g_test_add_func ("/copy/clauses", test_clauses);
  g_test_add_func ("/copy/clause-text", test_clause_text);
  g_test_add_func ("/copy/clause-places", test_clause_places);
  g_test_add_func ("/copy/clause-stamps", test_stamps);
  g_test_add_func ("/copy/margins", test_margins);
  g_test_add_func ("/copy/line-numbers", test_line_numbers);
  g_test_add_func ("/copy/foot", test_foot);
  return g_test_run ();
}
