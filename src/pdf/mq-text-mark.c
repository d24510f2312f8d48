/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-text-line.h"

#include <math.h>

/* Where tashkeel stands.  Its picture stays where the typeface has it; what moves is the place at which
 * readers meet the character.  Units of the em. */

/* poppler takes a character that begins less than .1 em after the one before it for a double, and begins a
 * word there: so a mark stands a little more before its letter. */
#define BEFORE_LETTER 102
#define ROOM_FOR_THAT 210     /* that is free up to the letter on the left */
#define WIDE_ENOUGH 90        /* Chromium takes a gap of half of a narrow letter's width for a space */
/* Two marks, or a narrow letter, leave no room: then close to the letter, and poppler puts it together again.
 * */
#define CLOSE_TO_LETTER 20
#define STEP_OF_MARKS 4
/* Widths of markers for pdf.js come in steps, so that they take few slots. */
#define MARKER_STEP (MQ_EM / 16)
/* A mark farther from its letter than this is drawn nearer when a guard comes between. */
#define NEAR 0.05
#define NEAR_WITH_GUARD 0.02

static int
mark_place (guint n_marks, guint mark, int letter, int width, int room)
{
  if (n_marks == 1 && room > ROOM_FOR_THAT && width > WIDE_ENOUGH)
    return letter - BEFORE_LETTER;
  return letter - CLOSE_TO_LETTER - STEP_OF_MARKS * (int) (n_marks - mark);
}

guint
mq_text_place_marks (MqDocFont *font, GArray *slots)
{
  guint n_edge = 0;

  for (guint i = 0, j; i < slots->len; i = MAX (j, i + 1))
    {
      for (j = i; j < slots->len && g_array_index (slots, MqSlot, j).mark;)
        j++;
      if (i == 0)
        {
          n_edge = j;
          continue;
        }
      const MqSlot *base = &g_array_index (slots, MqSlot, j < slots->len ? j : i);
      int letter = base->x, width = base->advance, room = letter - g_array_index (slots, MqSlot, i - 1).x;

      for (guint k = i; k < j; k++)
        {
          MqSlot *mark = &g_array_index (slots, MqSlot, k);
          int to = mark_place (j - i, k - i, letter, width, room);

          mark->code = mq_doc_font_moved (font, mark->code, mark->x - to);
          mark->x = to;
        }
    }
  return n_edge;
}

/* A mark at the end of a word has a space on its left.  To pdf.js, which gives marks no width, the mark's
 * letter then stands a gap away from the space: it would put a second one in between.  A marker as wide as
 * the space takes that gap from it.  (At the left end of a line: mq-text-stream.c.) */
static void
insert_marker (MqTextLine *line, guint mark, const MqTextItem *letter)
{
  double size = letter->size, from = mq_text_at (line, mark - 1)->x;
  int width = (int) ceil ((letter->x - from) * MQ_EM / size / MARKER_STEP) * MARKER_STEP;
  MqTextItem marker = mq_text_item (MQ_PDFJS_MARKER, width, MQ_ITEM_PDFJS, from, size);

  marker.rtl = mq_text_at (line, mark)->rtl;
  marker.object = MQ_OBJECT_PDFJS;
  g_array_insert_val (line->items, mark - 1, marker);
}

/* The picture stays where it is. */
void
mq_text_move_mark (MqTextLine *line, MqTextItem *mark, double to)
{
  mark->code = mq_doc_font_moved (line->font, mark->code, (int) lrint ((mark->x - to) * MQ_EM / mark->size));
  mark->x = to;
}

/**
 * mq_text_place_edge_marks:
 * @line: a line
 *
 * Places the marks at the left ends of its words, now that it is known what stands there.
 */
void
mq_text_place_edge_marks (MqTextLine *line)
{
  for (guint i = 0, j; i < line->items->len; i = MAX (j, i + 1))
    {
      j = i;
      while (j < line->items->len && mq_text_at (line, j)->at_edge)
        j++;
      if (j == i)
        continue;

      MqTextItem letter = *mq_text_at (line, j < line->items->len ? j : i);
      double em = MQ_EM / mq_text_at (line, i)->size;
      int room = i > 0 ? (int) lrint ((letter.x - mq_text_at (line, i - 1)->x) * em) : MQ_EM;
      for (guint k = i; k < j; k++)
        {
          MqTextItem *mark = mq_text_at (line, k);

          mq_text_move_mark (line, mark, letter.x + mark_place (j - i, k - i, 0, letter.advance, room) / em);
          mark->at_edge = FALSE;
        }
      if (j < line->items->len && i > 0 && mq_text_at (line, i - 1)->character == ' ')
        {
          insert_marker (line, i, &letter);
          j++;
        }
    }
}

/**
 * mq_text_mark_to_letter:
 * @line: a line
 * @mark: number of an item before which a guard is going to stand
 *
 * When it is a mark it comes close to its letter, or poppler would see a space between the two.
 */
void
mq_text_mark_to_letter (MqTextLine *line, guint number)
{
  MqTextItem *mark = mq_text_at (line, number);

  if (mark->mark && number + 1 < line->items->len
      && mq_text_at (line, number + 1)->x - mark->x >= NEAR * mark->size)
    mq_text_move_mark (line, mark, mq_text_at (line, number + 1)->x - NEAR_WITH_GUARD * mark->size);
}
