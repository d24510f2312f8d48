/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-text-line.h"

#define GUARD_BEFORE 0.015     /* ems */

/* A line in the order in which it will be written: the parts that mq-text-stream.c has found. */

/**
 * mq_text_item:
 * @character: what it is read as
 * @advance: units of the em
 * @kind: what it is there for
 * @x: points
 * @size: of the font, points
 *
 * Returns: an item that is not of the text
 */
MqTextItem
mq_text_item (gunichar character, int advance, MqItemKind kind, double x, double size)
{
  return (MqTextItem) { .character = character, .advance = advance, .kind = (guint8) kind, .x = x,
                        .size = size, .byte = -1, .poppler = mq_poppler_class (character),
                        .pdfium = mq_pdfium_class (character), .pdfjs = mq_pdfjs_class (character) };
}

/* Whether a mark is leftmost of a part. */
gboolean
mq_text_begins_with_mark (const MqTextLine *line, const guint *rank, guint start, guint end)
{
  for (guint i = 0; i < line->items->len; i++)
    if (mq_text_is_character (mq_text_at (line, i)) && rank[i] >= start && rank[i] < end)
      return mq_text_at (line, i)->mark;
  return FALSE;
}

/* The character that an item goes with: one of its own object, rather the one on its right, but no space: that may be
 * written by itself. */
static guint
owner_of (const MqTextLine *line, guint number)
{
  const MqTextItem *item = mq_text_at (line, number);
  guint right = number, left = number;

  while (right < line->items->len && !mq_text_is_character (mq_text_at (line, right)))
    right++;
  while (left > 0 && !mq_text_is_character (mq_text_at (line, left)))
    left--;
  if (right == line->items->len)
    return left;
  if (item->character == MQ_LRM && left + 1 == number && mq_text_at (line, right)->character == ' '
      && mq_text_at (line, left)->object == item->object)
    return left;
  if (mq_text_is_character (mq_text_at (line, left)) && mq_text_at (line, left)->object == item->object
      && mq_text_at (line, right)->object != item->object)
    return left;
  return right;
}

typedef struct {
  MqTextLine *line;
  const guint *read, *rank;
  GArray *out;
  guint *owners;              /* of each item: itself, or the character that it goes with */
  guint last;                 /* the item that was put last */
  int object;
  int source_object;          /* of the last item, before */
  gboolean latin;             /* the part at hand gets its language */
} Rewrite;

static void
put_item (Rewrite *rewrite, guint number, MqJump jump)
{
  MqTextItem item = *mq_text_at (rewrite->line, number);
  gboolean follows = rewrite->out->len > 0 && number == rewrite->last + 1
                     && (jump == MQ_JUMP_NONE || jump == MQ_JUMP_NOT_AT_ALL);

  if (rewrite->out->len > 0)
    item.jump = follows ? jump : MAX (jump, MQ_JUMP_UNSEEN);
  else
    item.jump = jump;
  if (item.object >= 0)
    {
      if (!follows || item.object != rewrite->source_object)
        rewrite->object++;
      rewrite->source_object = item.object;
      item.object = rewrite->object;
    }
  item.latin = (guint8) rewrite->latin;
  rewrite->last = number;
  g_array_append_val (rewrite->out, item);
}

/* Of the part that was put last. */
static void
mark_end_of_part (Rewrite *rewrite)
{
  guint i = rewrite->out->len;

  while (i > 0 && (!mq_text_is_character (&g_array_index (rewrite->out, MqTextItem, i - 1))
                   || g_array_index (rewrite->out, MqTextItem, i - 1).mark))
    i--;
  if (i > 0)
    g_array_index (rewrite->out, MqTextItem, i - 1).ends_part = TRUE;
}

static guint
letter_of_marks (const MqTextLine *line, guint first)
{
  while (first < line->items->len && mq_text_at (line, first)->mark)
    first++;
  return first;
}

/* The marks that begin a part come close to their letter, so that the pen goes from one to the other by itself; guards
 * on their left stay there. */
static void
move_marks (MqTextLine *line, guint first)
{
  guint letter = letter_of_marks (line, first);
  double left;

  if (letter == line->items->len)
    return;
  for (guint i = first; i < letter; i++)
    {
      MqTextItem *mark = mq_text_at (line, i);

      mq_text_move_mark (line, mark, mq_text_at (line, letter)->x
                                       - (letter - i) * MQ_MARK_WIDTH * mark->size / MQ_EM);
    }
  left = mq_text_at (line, first)->x;
  while (first-- > 0 && !mq_text_is_character (mq_text_at (line, first)) && mq_text_at (line, first)->byte < 0)
    mq_text_at (line, first)->x = MIN (mq_text_at (line, first)->x, left - GUARD_BEFORE * mq_text_at (line, first)->size);
}

static void
put_marks (Rewrite *rewrite, guint first)
{
  guint letter = letter_of_marks (rewrite->line, first);

  if (letter == rewrite->line->items->len)
    return;
  for (guint i = first; i < letter; i++)
    put_item (rewrite, i, i == first ? MQ_JUMP_TO_MARK : MQ_JUMP_NOT_AT_ALL);
  put_item (rewrite, letter, MQ_JUMP_NOT_AT_ALL);
}

static void
put_part (Rewrite *rewrite, guint start, guint end, MqTextWay way, MqJump jump)
{
  const MqTextLine *line = rewrite->line;
  gboolean marked = start > 0 && way == MQ_WAY_FROM_LEFT
                    && mq_text_begins_with_mark (line, rewrite->rank, start, end);

  if (marked)
    {
      guint first = 0;

      mark_end_of_part (rewrite);
      while (!mq_text_is_character (mq_text_at (line, first)) || rewrite->rank[first] < start
             || rewrite->rank[first] >= end)
        first++;
      move_marks (rewrite->line, first);
    }
  for (guint k = start; k < (way == MQ_WAY_AS_READ ? end : start + 1); k++)
    for (guint i = 0; i < line->items->len; i++)
      {
        const MqTextItem *item = mq_text_at (line, i);
        guint owner = rewrite->owners[i];

        if (way == MQ_WAY_AS_READ ? owner != rewrite->read[k]
                                  : rewrite->rank[owner] < start || rewrite->rank[owner] >= end)
          continue;
        if (marked && item->mark)
          {
            put_marks (rewrite, i);
            i = rewrite->last;
            marked = FALSE;
          }
        else
          put_item (rewrite, i, jump);
        jump = MQ_JUMP_NONE;
      }
}

/* A space that is a piece by itself.  A piece of Latin that follows has one of its own, which leads to it. */
static void
put_space (Rewrite *rewrite, guint rank)
{
  guint number = rewrite->read[rank], after = rewrite->read[rank + 1];
  guint first = rewrite->out->len;

  put_part (rewrite, rank, rank + 1, MQ_WAY_FROM_LEFT, MQ_JUMP_UNSEEN);
  for (guint i = first; i < rewrite->out->len; i++)
    g_array_index (rewrite->out, MqTextItem, i).between = TRUE;
  if (number > 0 && after > 0 && mq_text_at (rewrite->line, after - 1)->kind == MQ_ITEM_LEAD)
    g_array_index (rewrite->out, MqTextItem, rewrite->out->len - 1).kind = MQ_ITEM_GAP;
}

/**
 * mq_text_put_parts:
 * @line: a line
 * @read: numbers of its characters, in the order of reading
 * @rank: of each item that is a character, its place in @read
 * @parts: all of the line but the spaces between parts, in the order of reading
 * @n: how many
 *
 * Puts the items in the order in which they are to be written, and says where the pen jumps.
 */
void
mq_text_put_parts (MqTextLine *line, const guint *read, const guint *rank, const MqTextPart *parts, guint n)
{
  Rewrite rewrite = { .line = line, .read = read, .rank = rank,
                      .out = g_array_sized_new (FALSE, FALSE, sizeof (MqTextItem), line->items->len),
                      .owners = g_new (guint, line->items->len) };

  for (guint i = 0; i < line->items->len; i++)
    rewrite.owners[i] = owner_of (line, i);
  for (guint i = 0; i < n; i++)
    {
      gboolean latin = parts[i].latin, latin_before = i > 0 && parts[i - 1].latin;
      MqJump jump = i + 1 < n && parts[i + 1].behind_space && !latin ? MQ_JUMP_BEFORE_SPACE : MQ_JUMP_TO_PART;
      guint first;

      if (parts[i].behind_space)
        {
          put_space (&rewrite, parts[i].start - 1);
          jump = MQ_JUMP_OVER_SPACE;
        }
      first = rewrite.out->len;
      rewrite.latin = latin;
      put_part (&rewrite, parts[i].start, parts[i].end, parts[i].way, jump);
      rewrite.latin = FALSE;
      g_array_index (rewrite.out, MqTextItem, first).beside_latin = latin || latin_before;
    }
  g_array_unref (line->items);
  line->items = rewrite.out;
  g_free (rewrite.owners);
}
