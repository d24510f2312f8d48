/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "page-texts.h"

#define LONG 5                /* texts of some five lines */

static const MqBlock *
block_at (Book *book, guint i)
{
  return &g_array_index (book->blocks, MqBlock, i);
}

static const MqPage *
page_at (Book *book, guint i)
{
  g_assert_cmpuint (i, <, book->pages->len);
  return &g_array_index (book->pages, MqPage, i);
}

static void
add_paras (Book *book, guint n)
{
  for (guint i = 0; i < n; i++)
    book_add (book, MQ_LOOK_PARA, NULL, page_texts[i % G_N_ELEMENTS (page_texts)]);
}

/* Paragraphs of one line until @lines lines of the first page are left. */
static void
fill_but (Book *book, guint lines)
{
  const MqLookStyle *style = mq_look_style (MQ_LOOK_COVER);
  double pitch = style->pitch + style->after, height = mq_paper_body (&mq_paper_a4);

  height -= lines * mq_look_style (MQ_LOOK_PARA)->pitch;

  for (double y = pitch; y <= height; y += pitch)
    book_add (book, MQ_LOOK_COVER, NULL, "سطر");
}

/* What is true of every book: each line is on one page, in order; pieces follow each other and stay on the
 * page. */
static void
check (Book *book)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));
  double body = mq_paper_body (&mq_paper_a4);
  guint block = 0;
  int line = 0;

  for (guint page = 0; page < book->pages->len; page++)
    {
      double y = 0;
      guint own = 0;

      mq_pages_pieces (book->blocks, book->pages, &mq_paper_a4, page, pieces);
      g_assert_cmpuint (pieces->len, >, 0);
      for (guint i = 0; i < pieces->len; i++)
        {
          const MqPiece *piece = &g_array_index (pieces, MqPiece, i);
          double height = mq_block_part_height (piece->block, piece->from, piece->to);

          g_assert_cmpfloat (piece->y, >=, y - .001);
          y = piece->y + height;
          if (piece->repeated)
            {
              g_assert_cmpuint (i, ==, 0);
              g_assert_true (piece->block->flags & MQ_BLOCK_HEAD);
              continue;
            }
          if (own++ > 0)
            g_assert_cmpfloat (y, <=, body + .011);
          g_assert_cmpuint (piece->index, ==, block);
          g_assert_true (piece->block == block_at (book, block));
          g_assert_cmpint (piece->from, ==, line);
          g_assert_cmpint (piece->to, >, piece->from);
          line = piece->to;
          if (line == piece->block->n_lines)
            {
              g_assert_cmpuint (mq_pages_of_block (book->pages, block), <=, page);
              block++;
              line = 0;
            }
        }
    }
  g_assert_cmpuint (block, ==, book->blocks->len);
}

static void
layout (Book *book)
{
  book_layout (book);
  check (book);
}

static void
test_empty (void)
{
  g_autoptr (Book) book = book_new ();

  g_assert_cmpuint (mq_pages_break (book->blocks, &mq_paper_a4, book->pages), ==, 0);
  g_assert_cmpuint (book->pages->len, ==, 0);

  /* A block without text takes a line. */
  book_add (book, MQ_LOOK_PARA, NULL, "");
  layout (book);
  g_assert_cmpuint (book->pages->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (block_at (book, 0)->height, mq_look_style (MQ_LOOK_PARA)->pitch, .01);
}

static void
test_paper (void)
{
  const double mm = 72 / 25.4;

  g_assert_cmpfloat (mq_paper_a4.margin_x, >=, 25 * mm - .01);
  g_assert_cmpfloat (mq_paper_a4.margin_top, >=, 25 * mm - .01);
  g_assert_cmpfloat (mq_paper_a4.margin_bottom, >=, 25 * mm - .01);
}

/* A heading, and headings on headings, go with the text that follows. */
static void
test_keep_next (void)
{
  for (guint left = 2; left < 8; left++)
    {
      g_autoptr (Book) book = book_new ();

      fill_but (book, left);
      guint heading = book_add (book, MQ_LOOK_ARTICLE, NULL, "المادة (١)");
      book_add (book, MQ_LOOK_ARTICLE, NULL, "عنوان فرعي");
      guint para = book_add (book, MQ_LOOK_PARA, NULL, page_texts[0]);
      layout (book);
      g_assert_cmpuint (mq_pages_of_block (book->pages, heading), ==, mq_pages_of_block (book->pages, para));
    }
}

/* A chain that no page can hold is broken all the same, and ends. */
static void
test_long_chain (void)
{
  g_autoptr (Book) book = book_new ();

  for (guint i = 0; i < 100; i++)
    book_add (book, MQ_LOOK_ARTICLE, NULL, "عنوان");
  layout (book);
  g_assert_cmpuint (book->pages->len, >=, 4);
  g_assert_cmpuint (book->pages->len, <=, 6);
}

/* Neither the first nor the last line of a paragraph stands alone. */
static void
test_lone_lines (void)
{
  guint split = 0;

  for (guint left = 0; left < 12; left++)
    {
      g_autoptr (Book) book = book_new ();

      fill_but (book, left);
      guint para = book_add (book, MQ_LOOK_PARA, NULL, page_texts[0]);
      g_autofree char *text = book_repeat (page_texts[1], 2);
      guint longer = book_add (book, MQ_LOOK_PARA, NULL, text);
      layout (book);
      g_assert_cmpint (block_at (book, longer)->n_lines, >=, LONG);
      for (guint page = 1; page < book->pages->len; page++)
        {
          MqPlace first = page_at (book, page)->first;
          g_assert_cmpuint (first.line, !=, 1);
          g_assert_cmpint (first.line, !=, block_at (book, first.block)->n_lines - 1);
          split += first.line > 0;
        }
      g_assert_cmpuint (mq_pages_of_block (book->pages, para), <=, mq_pages_of_block (book->pages, longer));
    }
  g_assert_cmpuint (split, >=, 3);
}

static void
test_introduces (void)
{
  for (guint left = 1; left < 6; left++)
    {
      g_autoptr (Book) book = book_new ();

      fill_but (book, left);
      guint before = book_add (book, MQ_LOOK_PARA, NULL, "على النحو الآتي:");
      g_array_index (book->blocks, MqBlock, before).flags = MQ_BLOCK_INTRODUCES;
      guint item = book_add (book, MQ_LOOK_ITEM, "(أ)", page_texts[0]);
      layout (book);
      g_assert_cmpuint (mq_pages_of_block (book->pages, before), ==, mq_pages_of_block (book->pages, item));
    }
}

/* A part and the contents begin a page unless much of the one before is left; never do they go on under the
 * title, nor a part under the contents. */
static void
test_new_page (void)
{
  static const struct { MqLook before, look; guint left; gboolean same; } cases[] = {
    { MQ_LOOK_PARA, MQ_LOOK_PART, 5, FALSE },
    { MQ_LOOK_PARA, MQ_LOOK_PART, 10, FALSE },
    { MQ_LOOK_PARA, MQ_LOOK_PART, 16, TRUE },
    { MQ_LOOK_PARA, MQ_LOOK_PART, 29, TRUE },
    { MQ_LOOK_PARA, MQ_LOOK_CONTENTS, 12, FALSE },
    { MQ_LOOK_PARA, MQ_LOOK_CONTENTS, 29, TRUE },
    { MQ_LOOK_COVER_FACT, MQ_LOOK_CONTENTS, 29, FALSE },
    { MQ_LOOK_ENTRY_PART, MQ_LOOK_PART, 29, FALSE },
    { MQ_LOOK_COVER_FACT, MQ_LOOK_PART, 29, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Book) book = book_new ();

      fill_but (book, cases[i].left);
      book_add (book, cases[i].before, NULL, "نص");
      guint part = book_add (book, cases[i].look, NULL, "الباب الثاني");
      add_paras (book, 1);
      layout (book);
      g_assert_cmpuint (mq_pages_of_block (book->pages, part), ==, cases[i].same ? 0 : 1);
      if (!cases[i].same)
        g_assert_cmpuint (page_at (book, 1)->first.block, ==, part);
    }
}

/* Glue over the first block of a page is dropped, that of a look which begins a page is not. */
static void
test_glue (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));

  book_add (book, MQ_LOOK_ARTICLE, NULL, "المادة (١)");
  book_add (book, MQ_LOOK_PARA, NULL, "نص");
  book_add (book, MQ_LOOK_ARTICLE, NULL, "المادة (٢)");
  book_add (book, MQ_LOOK_PARA, NULL, "نص");
  book_add (book, MQ_LOOK_PART, NULL, "الباب الثاني");
  add_paras (book, 30);
  book_add (book, MQ_LOOK_COVER_FACT, NULL, "التاريخ");
  book_add (book, MQ_LOOK_PART, NULL, "الباب الثالث");
  layout (book);
  mq_pages_pieces (book->blocks, book->pages, &mq_paper_a4, 0, pieces);
  const MqPiece *piece = (const MqPiece *) pieces->data;
  const MqLookStyle *article = mq_look_style (MQ_LOOK_ARTICLE), *para = mq_look_style (MQ_LOOK_PARA);
  g_assert_cmpfloat (piece[0].y, ==, 0);
  g_assert_cmpfloat_with_epsilon (piece[1].y, article->pitch + article->after, .01);
  g_assert_cmpfloat_with_epsilon (piece[2].y - piece[1].y, para->pitch + para->after + article->before, .01);
  /* a part inside a page stands apart */
  g_assert_cmpfloat (piece[4].y - piece[3].y - piece[3].block->height, >, 2 * article->before);
  mq_pages_pieces (book->blocks, book->pages, &mq_paper_a4, book->pages->len - 1, pieces);
  g_assert_cmpfloat_with_epsilon (g_array_index (pieces, MqPiece, 0).y, mq_look_style (MQ_LOOK_PART)->before,
                                  .01);
}

/* ---- tables ---- */

static const double shares[] = { 1, 4, 2 };

static void
add_table (Book *book, guint table, guint rows, const char *text, gboolean total)
{
  book_add_row (book, table, MQ_BLOCK_HEAD, shares, 3, (const char *const[]) { "م", "البيان", "القيمة" });
  for (guint i = 0; i < rows; i++)
    book_add_row (book, table, 0, shares, 3, (const char *const[]) { "١", text, "١٬٠٠٠" });
  if (total)
    book_add_row (book, table, MQ_BLOCK_TOTAL, shares, 3, (const char *const[]) { "", "المجموع", "١٬٠٠٠" });
}

/* The header row is on each page of its table, rows are whole, and sums stand with a row. */
static void
test_table (void)
{
  for (guint rows = 20; rows < 120; rows += 7)
    {
      g_autoptr (Book) book = book_new ();

      add_paras (book, rows % 5);
      guint head = book->blocks->len;
      add_table (book, 1, rows,
                 "بيان من سطرين لأنه طويل بعض الشيء فلا يتسع له العمود الذي هو فيه من هذا الجدول", TRUE);
      guint last = book->blocks->len - 1;
      add_paras (book, 1);
      layout (book);
      g_assert_cmpint (block_at (book, head + 1)->n_lines, ==, 2);
      g_assert_cmpuint (mq_pages_of_block (book->pages, head), ==, mq_pages_of_block (book->pages, head + 1));
      g_assert_cmpuint (mq_pages_of_block (book->pages, last), ==, mq_pages_of_block (book->pages, last - 1));
      for (guint page = 1; page < book->pages->len; page++)
        {
          const MqPage *this = page_at (book, page);
          gboolean inside = this->first.block > head && this->first.block <= last;

          g_assert_cmpint (this->head, ==, inside ? (int) head : -1);
          if (inside)
            g_assert_cmpuint (this->first.line, ==, 0);
        }
    }
}

static void
test_two_tables (void)
{
  g_autoptr (Book) book = book_new ();

  add_table (book, 1, 3, "أول", FALSE);
  add_table (book, 2, 80, "ثانٍ", FALSE);
  layout (book);
  g_assert_cmpuint (book->pages->len, >=, 2);
  g_assert_cmpint (page_at (book, 1)->head, ==, 4);
}

/* A row that no page can hold splits between its lines, under its repeated header row; one that fits does
 * not. */
static void
test_tall_row (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *tall = book_repeat (page_texts[1], 40);
  const char *texts[] = { "١", tall, "٥" };
  guint split = 0;

  add_paras (book, 2);
  add_table (book, 1, 1, "قصير", FALSE);
  guint row = book_add_row (book, 1, 0, shares, 3, texts);
  book_add_row (book, 1, 0, shares, 3, (const char *const[]) { "٣", "قصير", "٦" });
  layout (book);
  g_assert_cmpfloat (block_at (book, row)->height, >, 2 * mq_paper_body (&mq_paper_a4));
  for (guint page = 1; page < book->pages->len; page++)
    if (page_at (book, page)->first.block == row && page_at (book, page)->first.line > 0)
      {
        g_assert_cmpint (page_at (book, page)->head, ==, 2);
        split++;
      }
  g_assert_cmpuint (split, >=, 2);
}

/* A row a little lower than a page: it fits without the header row, but not under it. */
static void
test_row_as_high_as_a_page (void)
{
  for (guint n = 34; n < 50; n++)
    {
      g_autoptr (Book) book = book_new ();
      g_autoptr (GString) lines = g_string_new ("سطر");

      for (guint i = 1; i < n; i++)
        g_string_append (lines, "\nسطر");
      add_paras (book, 1);
      add_table (book, 1, 2, lines->str, TRUE);
      layout (book);
      g_assert_cmpuint (book->pages->len, <=, 4);
    }
}

/* A header row higher than half a page is not repeated, and one higher than a page splits; neither hangs. */
static void
test_tall_header (void)
{
  static const guint repeats[] = { 12, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (repeats); i++)
    {
      g_autoptr (Book) book = book_new ();
      g_autofree char *tall = book_repeat (page_texts[1], repeats[i]);

      book_add_row (book, 1, MQ_BLOCK_HEAD, shares, 3, (const char *const[]) { "م", tall, "القيمة" });
      for (guint k = 0; k < 60; k++)
        book_add_row (book, 1, 0, shares, 3, (const char *const[]) { "١", "قصير", "٦" });
      layout (book);
      g_assert_cmpuint (book->pages->len, <, 12);
      g_assert_cmpint (page_at (book, book->pages->len - 1)->head, ==, -1);
    }
}

/* A signature box that is higher than a page cannot be split: it overflows by itself. */
static void
test_oversize (void)
{
  g_autoptr (Book) book = book_new ();
  const char *boxes[] = { "الطرف الأول", "الطرف الثاني" };

  add_paras (book, 1);
  guint box = book_add_row (book, 0, 0, (const double[]) { 1, 1 }, 2, boxes);
  g_array_index (book->blocks, MqBlock, box).look = MQ_LOOK_SIGNATURE;
  g_array_index (book->blocks, MqBlock, box).room = 2000;
  add_paras (book, 1);
  layout (book);
  g_assert_cmpuint (book->pages->len, ==, 3);
  g_assert_cmpuint (page_at (book, 1)->first.block, ==, box);
  g_assert_cmpuint (page_at (book, 2)->first.block, ==, box + 1);
}

static void
test_signatures_with_text (void)
{
  for (guint left = 2; left < 12; left++)
    {
      g_autoptr (Book) book = book_new ();
      const char *boxes[] = { "الطرف الأول", "الطرف الثاني" };

      fill_but (book, left);
      guint text = book_add (book, MQ_LOOK_PARA, NULL, "وإثباتاً لما تقدم وقع الطرفان.");
      guint box = book_add_row (book, 0, 0, (const double[]) { 1, 1 }, 2, boxes);
      g_array_index (book->blocks, MqBlock, box).look = MQ_LOOK_SIGNATURE;
      g_array_index (book->blocks, MqBlock, box).room = 80;
      layout (book);
      g_assert_cmpuint (mq_pages_of_block (book->pages, text), ==, mq_pages_of_block (book->pages, box));
    }
}

/* ---- edits ---- */

/* Breaking anew after an edit gives what breaking from nothing gives, and names the first page that
 * differs. */
static void
test_again (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20; i++)
    {
      book_add (book, MQ_LOOK_ARTICLE, NULL, "المادة");
      add_paras (book, 6);
      if (i % 4 == 0)
        add_table (book, i + 1, 12, "بيان", TRUE);
    }
  layout (book);
  g_assert_cmpuint (mq_pages_break (book->blocks, &mq_paper_a4, book->pages), ==, book->pages->len);
  for (guint i = 0; i < 60; i++)
    {
      guint at = (guint) g_rand_int_range (random, 0, (gint32) book->blocks->len);
      MqBlock *block = &g_array_index (book->blocks, MqBlock, at);
      g_autofree char *text = book_repeat (page_texts[i % G_N_ELEMENTS (page_texts)], 1 + i % 3);
      g_autoptr (GArray) old = g_array_copy (book->pages),
                         fresh = g_array_new (FALSE, FALSE, sizeof (MqPage));

      if (block->look != MQ_LOOK_PARA)
        continue;
      g_free (block->cells[0].text);
      block->cells[0].text = g_steal_pointer (&text);
      mq_block_layout (block, book->shaper);
      guint changed = mq_pages_break (book->blocks, &mq_paper_a4, book->pages);
      mq_pages_break (book->blocks, &mq_paper_a4, fresh);
      g_assert_cmpmem (book->pages->data, book->pages->len * sizeof (MqPage), fresh->data,
                       fresh->len * sizeof (MqPage));
      for (guint page = 0; page < MIN (changed, MIN (old->len, fresh->len)); page++)
        g_assert_cmpmem (&g_array_index (old, MqPage, page), sizeof (MqPage), page_at (book, page),
                         sizeof (MqPage));
      if (changed < MIN (old->len, fresh->len))
        g_assert_cmpuint (g_array_index (old, MqPage, changed).first.block * 1000u
                          + g_array_index (old, MqPage, changed).first.line, !=,
                          page_at (book, changed)->first.block * 1000u + page_at (book, changed)->first.line);
      check (book);
    }
}

/* Books of all sorts of blocks in any order: nothing hangs, nothing is lost. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint n = 0; n < 30; n++)
    {
      g_autoptr (Book) book = book_new ();

      for (guint i = 0; i < 60; i++)
        {
          guint kind = (guint) g_rand_int_range (random, 0, 20);
          gboolean tall = g_rand_int_range (random, 0, 12) == 0;
          guint repeats = tall ? 30 : (guint) g_rand_int_range (random, 1, 4);
          g_autofree char *text
              = book_repeat (page_texts[g_rand_int_range (random, 0, G_N_ELEMENTS (page_texts))], repeats);

          if (kind < MQ_LOOK_FURNITURE && kind != MQ_LOOK_ROW)
            book_add (book, kind, kind % 2 ? "(أ)" : NULL, text);
          else
            add_table (book, i + 1, (guint) g_rand_int_range (random, 0, 40), text, kind % 2);
        }
      layout (book);
    }
}

/* ---- lines of a block ---- */

static void
test_lines (void)
{
  g_autoptr (Book) book = book_new ();

  book_add (book, MQ_LOOK_PARA, NULL, page_texts[1]);
  add_table (book, 1, 1, page_texts[1], FALSE);
  layout (book);
  for (guint i = 0; i < book->blocks->len; i++)
    {
      const MqBlock *block = block_at (book, i);
      const MqLookStyle *style = mq_look_style (block->look);

      g_assert_cmpfloat_with_epsilon (mq_block_part_height (block, 0, block->n_lines), block->height, .001);
      g_assert_cmpfloat_with_epsilon (mq_block_part_height (block, 0, 1), style->pitch + 2 * style->pad,
                                      .001);
      for (guint c = 0; c < block->n_cells; c++)
        for (int from = 0; from < 2; from++)
          for (int line = from; line < (int) block->cells[c].para.n_lines; line++)
            {
              double base = mq_block_base_line (block, &block->cells[c], line, from);
              g_assert_cmpint (mq_block_line_at (block, &block->cells[c], from, base), ==, line);
              g_assert_cmpfloat (base, <, mq_block_part_height (block, from, line + 1) + style->pitch);
            }
      g_assert_cmpint (mq_block_line_at (block, &block->cells[0], 0, -1), ==, -1);
      g_assert_cmpint (mq_block_line_at (block, &block->cells[0], 0, block->height + 1), ==, -1);
    }
}

/* What comes behind the room to sign in stands at the foot of its box, on one line with that of the next
 * box, however many lines each has. */
static void
test_foot (void)
{
  static const char *const boxes[] = {
    "وزارة الاتصالات وتكنولوجيا المعلومات بجمهورية مصر العربية\nالاسم: فلان\nالتوقيع:\nالتاريخ:\nالمكان:",
    "وزارة الاتصالات\nالاسم: فلان\nالتوقيع:\nالتاريخ:\nالمكان:",
  };
  g_autoptr (Book) book = book_new ();
  guint signature = book_add_row (book, 0, 0, (const double[]) { 1, 1 }, 2, boxes);
  MqBlock *block = &g_array_index (book->blocks, MqBlock, signature);
  const MqLookStyle *style = mq_look_style (MQ_LOOK_SIGNATURE);

  block->look = MQ_LOOK_SIGNATURE;
  block->room = 80;
  block->cells[0].foot = block->cells[1].foot = 2;
  layout (book);
  g_assert_cmpuint (block->cells[0].para.n_lines, ==, 6);
  g_assert_cmpuint (block->cells[1].para.n_lines, ==, 5);
  for (guint c = 0; c < 2; c++)
    {
      const MqCell *cell = &block->cells[c];
      int n = (int) cell->para.n_lines;
      double room = mq_block_base_line (block, cell, n - 2, 0) - mq_block_base_line (block, cell, n - 3, 0);

      g_assert_cmpfloat_with_epsilon (room, style->pitch * (c + 1) + block->room, .001);
      g_assert_cmpfloat_with_epsilon (mq_block_base_line (block, cell, n - 1, 0),
                                      mq_block_base_line (block, &block->cells[0], 5, 0), .001);
      for (int line = 0; line < n; line++)
        g_assert_cmpint (mq_block_line_at (block, cell, 0, mq_block_base_line (block, cell, line, 0)), ==, line);
    }
  g_assert_cmpfloat (mq_block_base_line (block, &block->cells[0], 5, 0), <, block->height);
}

/* A small table is parted only where much of the page would be left empty otherwise. */
static void
test_small_table (void)
{
  static const struct { guint left; gboolean parted; } cases[] = { { 4, FALSE }, { 6, FALSE }, { 11, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Book) book = book_new ();

      fill_but (book, cases[i].left);
      guint head = book->blocks->len;
      add_table (book, 1, 10, "بيان", FALSE);
      guint last = book->blocks->len - 1;
      for (guint row = head; row < last; row++)
        g_array_index (book->blocks, MqBlock, row).flags |= MQ_BLOCK_SMALL;
      add_paras (book, 1);
      layout (book);
      g_assert_cmpuint (mq_pages_of_block (book->pages, head), ==, cases[i].parted ? 0 : 1);
      g_assert_cmpuint (mq_pages_of_block (book->pages, last), ==, 1);
    }
}

/* A table stands nearer to what leads it in than to what follows it. */
static void
test_around_table (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));

  book_add (book, MQ_LOOK_PARA, NULL, "نص");
  add_table (book, 1, 1, "بيان", FALSE);
  book_add (book, MQ_LOOK_PARA, NULL, "نص");
  add_table (book, 2, 1, "بيان", FALSE);
  book_add (book, MQ_LOOK_NOTE, NULL, "على الجدول");
  layout (book);
  mq_pages_pieces (book->blocks, book->pages, &mq_paper_a4, 0, pieces);
  const MqPiece *piece = (const MqPiece *) pieces->data;
  double over = piece[1].y - piece[0].y - piece[0].block->height - mq_look_style (MQ_LOOK_PARA)->after;
  double under = piece[3].y - piece[2].y - piece[2].block->height;
  g_assert_cmpfloat (over, >, 0);
  g_assert_cmpfloat (under, >, over);
  /* but the note on it is near */
  g_assert_cmpfloat_with_epsilon (piece[6].y - piece[5].y - piece[5].block->height,
                                  mq_look_style (MQ_LOOK_NOTE)->before, .001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/empty", test_empty);
  g_test_add_func ("/pages/paper", test_paper);
  g_test_add_func ("/pages/keep-next", test_keep_next);
  g_test_add_func ("/pages/long-chain", test_long_chain);
  g_test_add_func ("/pages/lone-lines", test_lone_lines);
  g_test_add_func ("/pages/introduces", test_introduces);
  g_test_add_func ("/pages/new-page", test_new_page);
  g_test_add_func ("/pages/glue", test_glue);
  g_test_add_func ("/pages/table", test_table);
  g_test_add_func ("/pages/two-tables", test_two_tables);
  g_test_add_func ("/pages/small-table", test_small_table);
  g_test_add_func ("/pages/around-table", test_around_table);
  g_test_add_func ("/pages/foot", test_foot);
  g_test_add_func ("/pages/tall-row", test_tall_row);
  g_test_add_func ("/pages/row-as-high-as-a-page", test_row_as_high_as_a_page);
  g_test_add_func ("/pages/tall-header", test_tall_header);
  g_test_add_func ("/pages/oversize", test_oversize);
  g_test_add_func ("/pages/signatures-with-text", test_signatures_with_text);
  g_test_add_func ("/pages/again", test_again);
  g_test_add_func ("/pages/random", test_random);
  g_test_add_func ("/pages/lines", test_lines);
  return g_test_run ();
}
