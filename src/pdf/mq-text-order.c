/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-text-line.h"

#include <math.h>

/* The order of text: what is written for each class of characters, and why.
 *
 * All three readers put a line in visual order and turn it round themselves; so text is written in visual
 * order, and the marks RLM and LRM, which have no width, are put where one of them would go wrong.
 *
 *   class                         what is written                       why
 *   Arabic words                  as they stand                         every reader turns them round
 *   number, Latin, ، : . - / %    RLM at its left end, as an object     poppler moves neutrals at the left
 * end
 *   before a space or a letter    of its own                            of a number to its other side; PDFium
 *                                                                       skips an object without extent
 *   parts of «٥-٧», «٩٥٪», «٣-١»  RLM between the parts, in the line    PDFium never turns weak characters
 *   a mark and «،»                                                      round, poppler gives numbers forwards
 *   ( ) [ ] « » in Arabic         LRM on the right, RLM on the left     PDFium mirrors a neutral unless an L
 *                                                                       came just before
 *   Latin of several pieces       mq-text-latin.c                       PDFium turns the pieces' order round
 *   tashkeel                      mq-text-mark.c                        all three, each in its own way
 *   a dash, European digits,      mq-text-stream.c                      pdf.js turns other runs round than the
 *   Latin beside a number                                               page has
 *
 * Which of these a line needs is not guessed: the readers' models (mq-reader.h) say what comes out, the order
 * is compared with that of the text, and a guard is put at the first fault from the right; then again.
 * Most lines need none. */

/* A line has at most some twenty guards; this only makes sure that a fault without a cure ends. */
#define MOST_GUARDS 400

/* Where a guard stands, ems: left of what follows it, and right of what it follows. */
#define GUARD_BEFORE 0.015
#define GUARD_CLOSE 0.002
#define GUARD_APART 0.005     /* of two guards at one place */

/* Units of the em. */
#define WIDE_SPACE 520
#define WIDE_SPACE_LEFT 200   /* of it */
#define WIDE_SPACE_STEP 100   /* every width is a slot */

typedef enum { PDFIUM, POPPLER } Reader;

/* ---- items ---- */

static void
insert_guard (MqTextLine *line, guint at, gunichar character, MqItemKind kind, double x,
              const MqTextItem *beside, int object)
{
  MqTextItem guard = mq_text_item (character, 0, kind, x, beside->size);

  guard.rtl = beside->rtl;
  guard.object = object;
  g_array_insert_val (line->items, at, guard);
}

static double
right_of (const MqTextItem *item)
{
  return mq_text_right_edge (item) - GUARD_CLOSE * item->size;
}

/* ---- what a reader meets ---- */

static void
make_room (MqTextLine *line)
{
  if (line->room > line->items->len)
    return;
  line->room = 2 * line->items->len + 64;
  line->met = g_renew (int, line->met, line->room);
  line->places = g_renew (int, line->places, line->room);
  line->keys = g_renew (double, line->keys, line->room);
  line->classes = g_renew (char, line->classes, line->room);
  line->mirrored = g_renew (gboolean, line->mirrored, line->room);
  line->met_places = g_renew (int, line->met_places, line->room);
  line->met_mirrored = g_renew (gboolean, line->met_mirrored, line->room);
}

static gboolean
has_extent (const MqTextItem *item)
{
  return item->kind != MQ_ITEM_GAP && item->kind != MQ_ITEM_POPPLER && item->kind != MQ_ITEM_PDFJS;
}

static gboolean
meets (const MqTextItem *item, Reader reader)
{
  if (item->kind == MQ_ITEM_PDFJS)
    return FALSE;
  if (reader == POPPLER)
    return item->kind != MQ_ITEM_LEAD || item->character != ' ';
  return item->kind != MQ_ITEM_POPPLER && item->kind != MQ_ITEM_GAP && item->lead != MQ_LEAD_DOUBLE;
}

/* Fills in `met`: numbers of the items that the reader meets, from left to right in its eyes. */
static guint
collect (MqTextLine *line, Reader reader)
{
  const MqTextItem *items = (const MqTextItem *) line->items->data;
  double *keys = line->keys;
  int *met = line->met;
  guint n = 0, first = 0, len = line->items->len;

  for (guint i = 0; i < len; i++)
    {
      const MqTextItem *item = &items[i];
      double key = item->x;
      guint at = n;

      line->places[i] = -1;
      line->mirrored[i] = FALSE;
      if (reader == PDFIUM)
        {
          /* it takes an object for its first glyph; those without extent are no glyphs to it */
          if (item->object != items[first].object)
            first = i;
          while (first < i && !has_extent (&items[first]))
            first++;
          key = items[first].x;
        }
      if (!meets (item, reader))
        continue;
      keys[i] = key;
      /* they are nearly in order */
      for (; at > 0 && keys[met[at - 1]] > key + 1e-9; at--)
        met[at] = met[at - 1];
      met[at] = (int) i;
      n++;
    }
  return n;
}

/* Fills in `places` and `mirrored` of the items that are met.  FALSE: PDFium takes the line as left to right, unless
 * there is more on it, such as other cells. */
static gboolean
read_line (MqTextLine *line, Reader reader, guint n)
{
  const MqTextItem *items = (const MqTextItem *) line->items->data;
  const int *met = line->met;
  char *classes = line->classes;
  gboolean leftwards = TRUE;

  for (guint i = 0; i < n; i++)
    classes[i] = reader == POPPLER ? items[met[i]].poppler : items[met[i]].pdfium;
  if (reader == POPPLER)
    mq_poppler_reorder (classes, n, line->met_places);
  else
    leftwards = mq_pdfium_order (classes, n, line->met_places, line->met_mirrored);
  for (guint i = 0; i < n; i++)
    {
      line->places[met[i]] = line->met_places[i];
      line->mirrored[met[i]] = reader == PDFIUM && line->met_mirrored[i];
    }
  return leftwards;
}

/* ---- a line with more Latin than Arabic pieces ---- */

/* It gets pieces from right to left: an RLM at the end of a piece of Latin, else between two of them. */
static gboolean
add_rtl_piece (MqTextLine *line, guint n)
{
  for (guint i = 0; i + 1 < line->items->len; i++)
    {
      MqTextItem *lead = mq_text_at (line, i);
      guint end = i + 1;

      if (lead->kind != MQ_ITEM_LEAD || lead->lead != MQ_LEAD_SPACE || lead->tried)
        continue;
      lead->tried = TRUE;
      while (end < line->items->len && mq_text_at (line, end)->object == lead->object)
        end++;
      while (mq_text_at (line, end - 1)->kind == MQ_ITEM_GAP)
        end--;
      if (mq_text_at (line, end - 1)->lead == MQ_LEAD_DOUBLE)
        end--;

      MqTextItem copy = *lead;
      if (fabs (mq_text_at (line, end - 1)->x - copy.x) >= 40 * copy.size)
        continue;
      insert_guard (line, end, MQ_RLM, MQ_ITEM_LEAD, copy.x, &copy, copy.object);
      return TRUE;
    }
  for (guint i = 0; i + 1 < n; i++)
    {
      const MqTextItem *a = mq_text_at (line, (guint) line->met[i]);
      MqTextItem b = *mq_text_at (line, (guint) line->met[i + 1]);

      if (a->kind != MQ_ITEM_TEXT || b.kind != MQ_ITEM_TEXT || !a->rtl || !b.rtl || a->pdfium == 'R'
          || b.pdfium == 'R')
        continue;
      mq_text_mark_to_letter (line, (guint) line->met[i + 1]);
      b = *mq_text_at (line, (guint) line->met[i + 1]);
      insert_guard (line, (guint) line->met[i + 1], MQ_RLM, MQ_ITEM_GUARD, b.x - GUARD_BEFORE * b.size, &b,
                    b.object);
      return TRUE;
    }
  return FALSE;
}

/* Or one at an end of the line that has none: beside a bracket, or a comma, that is read from right to left. */
static gboolean
add_rtl_end (MqTextLine *line)
{
  guint n = line->items->len;
  const MqTextItem *left = mq_text_at (line, 0), *right = mq_text_at (line, n - 1);

  if (right->kind == MQ_ITEM_TEXT && right->rtl && right->pdfium != 'R')
    {
      MqTextItem copy = *right;
      insert_guard (line, n, MQ_RLM, MQ_ITEM_GUARD, right_of (&copy), &copy, copy.object);
      return TRUE;
    }
  if (left->kind == MQ_ITEM_TEXT && left->rtl && left->pdfium != 'R')
    {
      mq_text_mark_to_letter (line, 0);

      MqTextItem copy = *mq_text_at (line, 0);
      insert_guard (line, 0, MQ_RLM, MQ_ITEM_GUARD, copy.x - GUARD_BEFORE * copy.size, &copy, copy.object);
      return TRUE;
    }
  return FALSE;
}

/* ---- one guard ---- */

/* The items met as numbers i and j stand side by side, from right to left, but would come out the other way
 * round: an RLM between them. */
static gboolean
guard_order (MqTextLine *line, Reader reader, guint i, guint j)
{
  guint a = (guint) line->met[i], b = (guint) line->met[j], next = (guint) line->met[i + 1], at = b;
  gboolean apart = j > i + 1;           /* other marks stand between */
  double x;

  if (reader == PDFIUM && mq_text_at (line, a)->mark && mq_text_at (line, b)->mark)
    return FALSE;                       /* two marks of one letter say the same in either order */
  mq_text_mark_to_letter (line, b);

  MqTextItem left = *mq_text_at (line, a), right = *mq_text_at (line, b);
  if (reader == PDFIUM && !right.rtl && left.rtl)
    {
      /* before a moved Latin run: at the run's left end, whichever piece PDFium sees first */
      if (left.kind != MQ_ITEM_LEAD)
        insert_guard (line, a + 1, MQ_RLM, MQ_ITEM_GUARD, right_of (&left), &left, left.object);
      else
        {
          /* behind the space that leads to that piece, for poppler in the midst of the run: an RLM would part it */
          MqTextItem piece = *mq_text_at (line, a + 1);
          insert_guard (line, a + 1, MQ_LRM, MQ_ITEM_GUARD, piece.x - GUARD_BEFORE * piece.size, &left,
                        left.object);
        }
      return TRUE;
    }
  x = right.x - (apart && reader == PDFIUM ? GUARD_CLOSE : GUARD_BEFORE) * right.size;
  if (reader == POPPLER)
    {
      if (apart)
        x = MIN (x, mq_text_at (line, next)->x - GUARD_APART * right.size);
      at = MIN (at, next);
      while (at > 0 && mq_text_at (line, at - 1)->kind == MQ_ITEM_LEAD
             && mq_text_at (line, at - 1)->object == mq_text_at (line, at)->object)
        at--;
      insert_guard (line, at, MQ_RLM, MQ_ITEM_POPPLER, x, &right, MQ_OBJECT_POPPLER);
    }
  else
    insert_guard (line, at, MQ_RLM, MQ_ITEM_GUARD, x, &right, right.object);
  return TRUE;
}

/* The item met as number j comes out before that of number i, but should come after it: an LRM behind the run
 * that poppler has turned round. */
static gboolean
guard_run (MqTextLine *line, guint n, guint i, guint j)
{
  guint run = i + 1 < n ? j : i;
  MqTextItem *last;

  while (run + 1 < n
         && mq_text_at (line, (guint) line->met[run + 1])->byte
              > mq_text_at (line, (guint) line->met[run])->byte)
    run++;
  last = mq_text_at (line, (guint) line->met[run]);
  if (last->tried || last->lead != MQ_LEAD_NONE
      || (run + 1 < n && mq_text_at (line, (guint) line->met[run + 1])->character == MQ_LRM))
    return FALSE;
  last->tried = TRUE;

  MqTextItem copy = *last;
  guint at = (guint) line->met[run] + 1;
  double x = right_of (&copy);

  while (at < line->items->len && mq_text_at (line, at)->lead != MQ_LEAD_NONE
         && mq_text_at (line, at)->object == copy.object)
    at++;                               /* they stay in their object */
  if (run + 1 < n && mq_text_at (line, (guint) line->met[run + 1])->byte < 0)
    x = MIN (x, mq_text_at (line, (guint) line->met[run + 1])->x - GUARD_APART * copy.size);
  insert_guard (line, at, MQ_LRM, MQ_ITEM_POPPLER, x, &copy, MQ_OBJECT_POPPLER);
  return TRUE;
}

/* PDFium would give the mirror image of a neutral character, or other characters in its place: an LRM on its right. */
static gboolean
guard_mirror (MqTextLine *line, guint n, guint i)
{
  guint at = (guint) line->met[i];
  MqTextItem copy = *mq_text_at (line, at);
  const MqTextItem *next = i + 1 < n ? mq_text_at (line, (guint) line->met[i + 1]) : NULL;
  double x = right_of (&copy);

  if (!line->mirrored[at] || !mq_pdfium_changes (copy.character))
    return FALSE;
  if (next != NULL && next->character == MQ_LRM)
    return FALSE;
  /* left of a guard or a mark that is there already: poppler would keep the order in which they are written */
  if (next != NULL && next->mark)
    mq_text_mark_to_letter (line, (guint) line->met[i + 1]);
  if (next != NULL && (next->byte < 0 || next->mark))
    x = MIN (x, next->x - GUARD_APART * copy.size);
  insert_guard (line, at + 1, MQ_LRM, MQ_ITEM_GUARD, x, &copy, copy.object);
  return TRUE;
}

/* Two signs that run from left to right at the beginning of a line, such as a dash and a space before Latin, PDFium
 * turns round: an LRM on their right. */
static gboolean
guard_signs (MqTextLine *line, guint n, guint i)
{
  guint at = (guint) line->met[i];
  MqTextItem copy = *mq_text_at (line, at);
  double x = right_of (&copy);

  if (copy.rtl || copy.pdfium != 'N' || !line->mirrored[at]
      || (i + 1 < n && mq_text_at (line, (guint) line->met[i + 1])->character == MQ_LRM))
    return FALSE;
  /* left of the guard of what follows, as poppler has them in order */
  for (guint k = at + 1; k < line->items->len && !mq_text_is_character (mq_text_at (line, k)); k++)
    if (mq_text_at (line, k)->character == MQ_RLM)
      x = MIN (x, mq_text_at (line, k)->x - GUARD_APART * copy.size);
  insert_guard (line, at + 1, MQ_LRM, MQ_ITEM_GUARD, x, &copy, copy.object);
  return TRUE;
}

/* Puts one guard, at the first fault from the right.  FALSE: there is no fault that one would mend. */
static gboolean
guard_one (MqTextLine *line, Reader reader)
{
  const MqTextItem *items;
  guint n;

  make_room (line);
  n = collect (line, reader);
  if (!read_line (line, reader, n) && (add_rtl_piece (line, n) || add_rtl_end (line)))
    return TRUE;
  items = (const MqTextItem *) line->items->data;
  for (guint i = n; i-- > 0;)
    {
      const MqTextItem *a = &items[line->met[i]];
      int place = line->places[line->met[i]];
      gboolean guarded = FALSE;
      guint j = i + 1;

      if (a->byte < 0)
        continue;
      for (; j < n && items[line->met[j]].byte < 0; j++)
        {
          const MqTextItem *between = &items[line->met[j]];
          guarded |= between->character == MQ_RLM && between->kind != MQ_ITEM_LEAD;
        }
      if (j < n)
        {
          const MqTextItem *b = &items[line->met[j]];
          int b_place = line->places[line->met[j]];

          if (b->byte < a->byte && b_place > place)
            {
              if (guarded || !guard_order (line, reader, i, j))
                continue;
              return TRUE;
            }
          if (b->byte > a->byte && b_place < place)
            {
              if (reader == POPPLER ? guard_run (line, n, i, j) : guard_signs (line, n, j))
                return TRUE;
              if (reader == POPPLER)
                continue;
            }
        }
      if (reader == PDFIUM && a->pdfium == 'N' && guard_mirror (line, n, i))
        return TRUE;
    }
  return FALSE;
}

/* To poppler a wide space is the gap between two columns: a mark fills it, but for a gap that is a space, and goes with
 * the word on its right. */
static void
fill_wide_spaces (MqTextLine *line)
{
  for (guint i = line->items->len; i-- > 0;)
    {
      MqTextItem space = *mq_text_at (line, i);
      int width = (space.advance - WIDE_SPACE_LEFT) / WIDE_SPACE_STEP * WIDE_SPACE_STEP;
      guint at;

      if (space.character != ' ' || !mq_text_is_character (&space) || space.advance <= WIDE_SPACE)
        continue;
      /* it must not part an object of Latin */
      at = i + 1;
      while (!space.rtl && at < line->items->len && mq_text_at (line, at)->object == space.object)
        at++;
      insert_guard (line, at, space.rtl ? MQ_RLM : MQ_LRM, MQ_ITEM_POPPLER,
                    mq_text_right_edge (&space) - width * space.size / MQ_EM, &space, MQ_OBJECT_POPPLER);
      mq_text_at (line, at)->advance = width;
    }
}

/* A hyphen at the right end of a line is to poppler one that divides a word: it takes it away and joins the lines. */
static void
guard_hyphen (MqTextLine *line)
{
  guint n = line->items->len;
  MqTextItem copy;

  if (n == 0 || mq_text_at (line, n - 1)->character != '-')
    return;
  copy = *mq_text_at (line, n - 1);
  insert_guard (line, n, MQ_RLM, MQ_ITEM_POPPLER, right_of (&copy), &copy, MQ_OBJECT_POPPLER);
}

/**
 * mq_text_guard:
 * @line: a line, its marks placed
 *
 * Puts all guards that the line needs.  PDFium comes first: poppler reads the guards that are put for it, and
 * what poppler still needs, PDFium skips.
 */
void
mq_text_guard (MqTextLine *line)
{
  mq_text_move_latin (line);
  fill_wide_spaces (line);
  for (int reader = PDFIUM; reader <= POPPLER; reader++)
    for (int i = 0; i < MOST_GUARDS && guard_one (line, (Reader) reader); i++)
      ;
  guard_hyphen (line);
}

/**
 * mq_text_guard_left_end:
 * @line: a line
 *
 * For a line that a bridge follows on its left (mq_text_bridge()): poppler must not take what ends the line
 * together with it, nor PDFium a bracket there together with the space that it makes.
 */
void
mq_text_guard_left_end (MqTextLine *line)
{
  guint i = 0;

  while (i < line->items->len && mq_text_at (line, i)->kind == MQ_ITEM_PDFJS)
    i++;
  if (i == line->items->len || mq_text_at (line, i)->poppler == 'R')
    return;

  MqTextItem copy = *mq_text_at (line, i);
  gboolean neutral = copy.pdfium == 'N';
  insert_guard (line, i, MQ_RLM, neutral ? MQ_ITEM_GUARD : MQ_ITEM_POPPLER, copy.x - GUARD_BEFORE * copy.size,
                &copy, neutral ? copy.object : MQ_OBJECT_POPPLER);
}
