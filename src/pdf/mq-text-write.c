/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mq-text-ops.h"

/* A line's items → operators, in the order of the stream.  Most are where the pen is anyway; where a line is written
 * in parts (mq-text-stream.c) the pen jumps, and what pdf.js sees of that is decided here. */

/* Units of the em. */
#define MARKER_WIDTH 20
#define WIDEST_LEAD 2000

/* Ems. */
#define NUDGE 0.002
#define SAME_PLACE 0.0015
#define MOVE_BACK 0.3         /* ends a piece of text for pdf.js */
#define NO_GAP 0.06           /* less than a space for pdf.js, but not nothing */
#define OUT_OF_PAGE 300
#define GAP 0.2               /* a space: at a mark pdf.js makes it a piece by itself */

#define mq_items_at(items, i) (&g_array_index ((items), MqTextItem, (i)))

static double
gap_before (const MqTextItem *item)
{
  return item->beside_latin ? GAP : NO_GAP;
}

/* The next character from an item on. */
static const MqTextItem *
character_from (const GArray *items, guint i)
{
  const MqTextItem *item = &g_array_index (items, MqTextItem, i);

  for (guint j = i; j < items->len; j++)
    if (g_array_index (items, MqTextItem, j).kind == MQ_ITEM_TEXT)
      return &g_array_index (items, MqTextItem, j);
  return item;
}

/* The left end of a part, points.  One that is written as it is read does not begin there, but pdf.js must see it so:
 * it gives all of it the room to the right. */
static double
left_of_part (const GArray *items, guint first)
{
  double left = character_from (items, first)->x;

  for (guint i = first; i < items->len; i++)
    {
      const MqTextItem *item = &g_array_index (items, MqTextItem, i);

      if (i > first && (item->jump >= MQ_JUMP_TO_PART || item->between))
        break;
      if (item->kind == MQ_ITEM_TEXT)
        left = MIN (left, item->x);
    }
  return left;
}

/* Where pdf.js must see a part begin that ends in front of a space, so that what is behind the space is at its
 * true place: next to it. */
static double
place_before_space (const GArray *items, guint i, double seen_size)
{
  double width = 0, size = g_array_index (items, MqTextItem, i).size;

  for (; i < items->len; i++)
    {
      const MqTextItem *item = &g_array_index (items, MqTextItem, i);

      if (item->jump == MQ_JUMP_OVER_SPACE)
        return left_of_part (items, i) - gap_before (item) * seen_size - width;
      if ((item->kind == MQ_ITEM_TEXT || item->kind == MQ_ITEM_GAP) && !item->mark && !item->between)
        width += item->advance * size / MQ_EM;
    }
  return 0;
}

/* Moves the pen to an item that is not written right behind the one on its left.  @end, @word_end: of the last
 * character, and of the last one but spaces, in pdf.js's eyes, points. */
static void
jump (MqTextOps *ops, guint16 marker, const GArray *items, guint i, double end, double word_end)
{
  const MqTextItem *item = &g_array_index (items, MqTextItem, i), *character = character_from (items, i);
  double ahead = character->x - item->x, seen = character->x;
  double seen_size = item->size * MAX (1, ops->stretch);        /* that of an em to pdf.js */

  switch ((MqJump) item->jump)
    {
    case MQ_JUMP_NONE:
    case MQ_JUMP_NOT_AT_ALL:
      return;
    case MQ_JUMP_TO_MARK:
      mq_text_ops_end_piece (ops);
      mq_text_ops_join (ops, marker, MARKER_WIDTH, item->x);
      return;
    case MQ_JUMP_TO_PART:
      seen = MIN (left_of_part (items, i), end - MOVE_BACK * seen_size);
      break;
    case MQ_JUMP_BEFORE_SPACE:
      seen = MIN (place_before_space (items, i, seen_size), end - MOVE_BACK * seen_size);
      break;
    case MQ_JUMP_OVER_SPACE:
      seen = left_of_part (items, i);
      if (seen < word_end + (gap_before (item) - NO_GAP) * seen_size
          || (seen > word_end + 2 * NO_GAP * seen_size && !item->beside_latin))
        seen = word_end + gap_before (item) * seen_size;
      break;
    case MQ_JUMP_UNSEEN:
      seen = end;
      break;
    }
  if (seen != character->x || ops->unseen != 0)
    mq_text_ops_jump (ops, marker, MARKER_WIDTH, item->x, seen - ahead);
}

/* PDFium takes an object for part of the line above when it begins with a wide glyph, as a space is that leads over a
 * run of Latin.  Gives the number of a letter that can stand before it: the first one of an object, so that no gap is
 * left there.  0: there is no need, or none. */
static guint
letter_for_begin (const GArray *items)
{
  guint i = 0;

  while (i < items->len && (mq_items_at (items, i)->kind == MQ_ITEM_GUARD
                            || mq_items_at (items, i)->kind == MQ_ITEM_POPPLER))
    i++;
  if (i == items->len || mq_items_at (items, i)->kind != MQ_ITEM_LEAD
      || mq_items_at (items, i)->advance <= WIDEST_LEAD)
    return 0;
  for (i = i + 1; i + 1 < items->len; i++)
    {
      const MqTextItem *item = mq_items_at (items, i);

      if (item->kind == MQ_ITEM_TEXT && item->pdfium == 'R' && !item->mark && !item->ends_part && item->code != 0
          && item->jump < MQ_JUMP_TO_MARK && item->object != item[-1].object && item[1].jump == MQ_JUMP_NONE
          && !item[1].mark && item->size == mq_items_at (items, 0)->size)
        return i;
    }
  return 0;
}

/* Shows that letter first, where it is, and pdf.js, which is to read it later, believes it to be far outside of the
 * page. */
static void
show_unread (MqTextOps *ops, guint16 marker, const MqTextItem *item)
{
  double at = ops->left;

  mq_text_ops_jump (ops, marker, MARKER_WIDTH, item->x, item->x - OUT_OF_PAGE * item->size);
  mq_text_ops_show (ops, item->code, item->character, item->advance);
  mq_text_ops_jump (ops, marker, MARKER_WIDTH, at, at);
}

/* And where it is read, a letter without a picture, far outside of the page, and pdf.js believes it to be in its place. */
static void
show_unseen (MqTextOps *ops, MqDocFont *font, guint16 marker, const MqTextItem *item)
{
  double right = mq_text_right_edge (item), unseen = ops->unseen * item->size / MQ_EM;

  mq_text_ops_jump (ops, marker, MARKER_WIDTH, item->x - OUT_OF_PAGE * item->size, item->x + unseen);
  mq_text_ops_show (ops, mq_doc_font_blank (font, item->character, item->advance), item->character, item->advance);
  mq_text_ops_jump (ops, marker, MARKER_WIDTH, right, right + unseen);
}

/**
 * mq_text_ops_items:
 * @ops: where they are written
 * @font: gets the slots that are needed
 * @items: (element-type MqTextItem): of a line, in the order of the stream
 * @y: of the base line, points
 *
 * Writes a line.
 */
void
mq_text_ops_items (MqTextOps *ops, MqDocFont *font, const GArray *items, double y)
{
  guint16 marker = mq_doc_font_blank (font, MQ_PDFJS_MARKER, MARKER_WIDTH);
  guint moved = letter_for_begin (items);
  gboolean first = TRUE, after_lead = FALSE, in_latin = FALSE;
  double seen_end = G_MAXINT, seen_word_end = 0, size = 0;
  int object = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const MqTextItem *item = &g_array_index (items, MqTextItem, i);
      double x = item->x;
      guint16 code = item->code;

      if (item->latin != in_latin)
        mq_text_ops_language (ops, item->latin ? "en" : NULL);
      in_latin = item->latin;
      if (item->kind == MQ_ITEM_GAP)
        {
          seen_end += item->advance * item->size / MQ_EM;
          continue;
        }
      if (code == 0)
        code = mq_doc_font_blank (font, item->character, item->advance);
      if (first || item->size != size)
        mq_text_ops_place (ops, x, y, item->size);
      else if (item->object != object)
        mq_text_ops_end (ops);
      if (first && moved > 0)
        show_unread (ops, marker, mq_items_at (items, moved));
      first = FALSE;
      object = item->object;
      size = item->size;

      jump (ops, marker, items, i, seen_end, seen_word_end);
      /* A piece behind its lead must not begin exactly where pdf.js saw the last letter end: it would keep the space. */
      if (after_lead && item->kind == MQ_ITEM_TEXT && !item->mark
          && fabs (x + ops->unseen * size / MQ_EM - seen_word_end) < SAME_PLACE * size)
        x -= NUDGE * size;
      if (item->jump != MQ_JUMP_NOT_AT_ALL)
        mq_text_ops_move (ops, x);
      after_lead = item->kind == MQ_ITEM_LEAD;
      if (moved > 0 && i == moved)
        show_unseen (ops, font, marker, item);
      else if (item->ends_part)
        mq_text_ops_end_part (ops, marker, MARKER_WIDTH, x, code, item->advance);
      else if (item->character == MQ_PDFJS_MARKER)
        mq_text_ops_away (ops, code, item->advance);
      else
        mq_text_ops_show (ops, code, item->character, item->advance);
      if (item->kind == MQ_ITEM_TEXT && !item->mark)
        seen_end = mq_text_ops_seen (ops);
      if (item->kind == MQ_ITEM_TEXT && !item->mark && item->character != ' ')
        seen_word_end = seen_end;
    }
  mq_text_ops_end (ops);
  if (in_latin)
    mq_text_ops_language (ops, NULL);
}
