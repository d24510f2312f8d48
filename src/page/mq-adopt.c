/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-adopt.h"

#include <string.h>

static gboolean
same_spans (const GArray *a, const GArray *b)
{
  guint n = a ? a->len : 0;

  if (n != (b ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const MqSpan *x = &g_array_index (a, MqSpan, i), *y = &g_array_index (b, MqSpan, i);

      if (x->start != y->start || x->end != y->end || x->type != y->type || x->target != y->target)
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_cell (const MqCell *a, const MqCell *b)
{
  return a->x == b->x && a->width == b->width && a->y == b->y && a->bold == b->bold && a->ltr_align == b->ltr_align
    && a->center == b->center && a->dotted == b->dotted && a->foot == b->foot && strcmp (a->text, b->text) == 0
    && same_spans (a->spans, b->spans);
}

static gboolean
same_kind (const MqBlock *a, const MqBlock *b)
{
  return a->look == b->look && a->n_cells == b->n_cells && a->path == b->path && a->target == b->target
    && a->source == b->source;
}

static gboolean
same_picture (const MqBlock *a, const MqBlock *b)
{
  /* what a block is kept with is no part of its picture */
  if ((a->flags | MQ_BLOCK_KEPT) != (b->flags | MQ_BLOCK_KEPT))
    return FALSE;
  /* the room of a figure is found when it is laid out */
  if (!mq_figure_equal (a->figure, b->figure) || (a->figure == NULL && a->room != b->room))
    return FALSE;
  for (guint i = 0; i < a->n_cells; i++)
    if (!same_cell (&a->cells[i], &b->cells[i]))
      return FALSE;
  return TRUE;
}

static void
take_lines (MqBlock *block, MqBlock *from)
{
  for (guint i = 0; i < block->n_cells; i++)
    {
      block->cells[i].para = from->cells[i].para;
      memset (&from->cells[i].para, 0, sizeof (MqPara));
    }
  block->n_lines = from->n_lines;
  block->room = from->room;
  block->height = from->height;
  block->stamp = from->stamp;
}

/**
 * mq_adopt_lines:
 * @made: of MqBlock: what was rendered
 * @old: (array length=n_old): the blocks that @made replaces; those whose lines are taken keep their text
 * @n_old: how many
 *
 * Saves the layout of what is as it was.  Order counts, but blocks may have come or gone in between.
 */
void
mq_adopt_lines (GArray *made, MqBlock *old, guint n_old)
{
  guint next = 0;

  g_return_if_fail (made != NULL);

  for (guint i = 0; i < made->len; i++)
    {
      MqBlock *block = &g_array_index (made, MqBlock, i);
      guint at = next;

      if (block->stamp != 0)
        continue;
      while (at < n_old && !same_kind (block, &old[at]))
        at++;
      if (at == n_old)
        continue;
      next = at + 1;
      /* an entry of the contents is made without its page number */
      if (block->target && block->n_cells == 2 && !*block->cells[1].text)
        {
          g_free (block->cells[1].text);
          block->cells[1].text = g_strdup (old[at].cells[1].text);
        }
      if (same_picture (block, &old[at]))
        take_lines (block, &old[at]);
    }
}
