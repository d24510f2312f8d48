/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <string.h>

Book *
book_new (void)
{
  Book *book = g_new0 (Book, 1);

  book->shaper = mq_shaper_new ();
  book->blocks = g_array_new (FALSE, TRUE, sizeof (MqBlock));
  g_array_set_clear_func (book->blocks, (GDestroyNotify) mq_block_clear);
  book->pages = g_array_new (FALSE, TRUE, sizeof (MqPage));
  return book;
}

void
book_free (Book *book)
{
  g_array_unref (book->blocks);
  g_array_unref (book->pages);
  mq_shaper_free (book->shaper);
  g_free (book);
}

static MqBlock *
add_block (Book *book, MqLook look, guint n_cells)
{
  g_array_set_size (book->blocks, book->blocks->len + 1);
  MqBlock *block = &g_array_index (book->blocks, MqBlock, book->blocks->len - 1);
  block->look = (guint8) look;
  block->n_cells = (guint8) n_cells;
  block->cells = g_new0 (MqCell, n_cells);
  return block;
}

guint
book_add (Book *book, MqLook look, const char *label, const char *text)
{
  MqBlock *block = add_block (book, look, label != NULL ? 2 : 1);
  const MqLookStyle *style = mq_look_style (look);
  double x = style->inset + (label != NULL ? style->label : 0);

  block->cells[0].text = g_strdup (text);
  block->cells[0].x = x;
  block->cells[0].width = mq_paper_measure (&mq_paper_a4) - x;
  if (label != NULL)
    {
      block->cells[1].text = g_strdup (label);
      block->cells[1].x = style->inset;
      block->cells[1].width = style->label;
    }
  if (label != NULL && (look == MQ_LOOK_ENTRY_PART || look == MQ_LOOK_ENTRY_ARTICLE))
    {
      block->cells[0].width -= 40;
      block->cells[1].width = 30;
      block->cells[1].x = mq_paper_measure (&mq_paper_a4) - 30;
      block->cells[1].ltr_align = TRUE;
    }
  return book->blocks->len - 1;
}

guint
book_add_row (Book *book, guint table, guint flags, const double *shares, guint n, const char *const *texts)
{
  MqBlock *block = add_block (book, MQ_LOOK_ROW, n);
  double x = 0, sum = 0;

  for (guint i = 0; i < n; i++)
    sum += shares[i];
  block->table = table;
  block->flags = (guint16) flags;
  for (guint i = 0; i < n; i++)
    {
      double width = mq_paper_measure (&mq_paper_a4) * shares[i] / sum;
      MqCell *cell = &block->cells[i];

      cell->text = g_strdup (texts[i]);
      cell->x = x + MQ_CELL_X;
      cell->width = width - 2 * MQ_CELL_X;
      cell->bold = (flags & (MQ_BLOCK_HEAD | MQ_BLOCK_TOTAL)) != 0;
      cell->center = (flags & MQ_BLOCK_HEAD) != 0;
      x += width;
    }
  return book->blocks->len - 1;
}

void
book_layout (Book *book)
{
  for (guint i = 0; i < book->blocks->len; i++)
    mq_block_layout (&g_array_index (book->blocks, MqBlock, i), book->shaper);
  mq_pages_break (book->blocks, &mq_paper_a4, book->pages);
}

char *
book_repeat (const char *text, guint n)
{
  GString *all = g_string_new (text);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (all, " %s", text);
  return g_string_free (all, FALSE);
}
