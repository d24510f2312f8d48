/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mq-text-ops.h"

/* A line's items → operators, in the order of the stream.  Most are where the pen is anyway; where a line is written
 * in parts (mq-text-stream.c) the pen jumps, and what pdf.js sees of that is decided here. */

#define MARKER_WIDTH 20       /* units of the em */

/* Ems. */
#define NUDGE 0.002
#define SAME_PLACE 0.0015
#define MOVE_BACK 0.3         /* ends a piece of text for pdf.js */
#define NO_GAP 0.06           /* less than a space for pdf.js, but not nothing */
#define GAP 0.2               /* a space: at a mark pdf.js makes it a piece by itself */

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
  gboolean first = TRUE, after_lead = FALSE, in_latin = FALSE;
  double letter_end = 0, seen_end = G_MAXINT, seen_word_end = 0, size = 0;
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
      first = FALSE;
      object = item->object;
      size = item->size;

      /* A piece behind its lead must not begin exactly where the last letter ended: pdf.js would keep the
       * space. */
      if (after_lead && item->kind == MQ_ITEM_TEXT && fabs (x - letter_end) < SAME_PLACE * size)
        x -= NUDGE * size;
      jump (ops, marker, items, i, seen_end, seen_word_end);
      if (item->jump != MQ_JUMP_NOT_AT_ALL)
        mq_text_ops_move (ops, x);
      after_lead = item->kind == MQ_ITEM_LEAD;
      if (item->kind == MQ_ITEM_TEXT && item->character != ' ')
        letter_end = mq_text_right_edge (item);
      if (item->ends_part)
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
