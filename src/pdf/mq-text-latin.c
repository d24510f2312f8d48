/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-text-line.h"

#include <math.h>

/* Latin runs of several pieces («e-Gov», «ISO/IEC 27001:2022», an address).
 *
 * PDFium turns the order of the pieces of a line round, so that «e-Gov» comes out as «Gov-e».  But it sorts
 * the objects of a line by where their first glyph stands.  So each piece becomes an object that begins just
 * left of the run, the last piece first, with a space whose own width leads to the piece's place: in PDFium's
 * eyes the pieces stand the other way round, and turning them round makes them right.
 *
 * Where the text has no space before a piece, the object before it ends with the same space at the same
 * place: PDFium takes the second for a double and deletes both.  To the other readers such a space is only a
 * gap. No character is added to the text. */

#define STEP (MQ_EM / 16)     /* leads come in steps of this, so that they take few slots */
#define BEGIN_BEFORE 0.002    /* ems: objects begin this much left of the run, */
#define BEGIN_APART 0.0016    /* and each a little further left than the one of the piece before */
#define MARK_BEFORE 0.015
#define MOST_PIECES 510

typedef struct {
  MqTextLine *line;
  GArray *out;                /* what takes the place of the run */
  guint first, end;           /* the run's items */
  guint starts[MOST_PIECES + 1];
  int leads[MOST_PIECES];     /* widths */
  int n;
  double size, x;             /* x: of the first object */
  int object;                 /* number of the last one */
} Run;

static int
on_grid (double thousandths)
{
  return (int) floor (thousandths / STEP) * STEP;
}

static double
begin_of (const Run *run, int piece)
{
  return run->x - BEGIN_APART * run->size * (piece + 1);
}

static gboolean
is_space (const Run *run, int piece)
{
  return run->starts[piece + 1] - run->starts[piece] == 1
         && mq_text_at (run->line, run->starts[piece])->character == ' ';
}

static void
put_lead (Run *run, int advance, double x, MqLead lead, int object)
{
  MqTextItem item = mq_text_item (' ', advance, MQ_ITEM_LEAD, x, run->size);

  item.lead = (guint8) lead;
  item.object = object;
  g_array_append_val (run->out, item);
}

static void
cut_into_pieces (Run *run)
{
  MqTextLine *line = run->line;

  for (guint i = run->first; i < run->end && run->n < MOST_PIECES; i++)
    if (i == run->first || mq_text_at (line, i)->pdfium != mq_text_at (line, i - 1)->pdfium)
      run->starts[run->n++] = i;
  run->starts[run->n] = run->end;
}

static void
measure (Run *run)
{
  MqTextLine *line = run->line;

  run->size = mq_text_at (line, run->first)->size;
  run->x = mq_text_at (line, run->first)->x - BEGIN_BEFORE * run->size;
  for (guint i = 0; i < line->items->len; i++)
    run->object = MAX (run->object, mq_text_at (line, i)->object);
  for (int p = 0; p < run->n; p++)
    run->leads[p] = on_grid ((mq_text_at (line, run->starts[p])->x - begin_of (run, p)) * MQ_EM / run->size);
}

/* The space before the first piece: the text's own one is widened to lead there. */
static void
put_space_on_left (Run *run, double x)
{
  MqTextItem space = *mq_text_at (run->line, run->first - 1);

  space.kind = MQ_ITEM_LEAD;
  space.code = 0;
  space.advance = on_grid ((x - space.x) * MQ_EM / run->size);
  space.object = run->object;
  g_array_append_val (run->out, space);
}

/* Between that space and a bracket: PDFium would take the two for one piece. */
static void
put_end_of_space (Run *run, const MqTextItem *piece)
{
  MqTextItem mark;

  if (piece->pdfium != 'N' || piece->character == ' ')
    return;
  mark = mq_text_item (MQ_LRM, 0, MQ_ITEM_GUARD, piece->x - MARK_BEFORE * run->size, run->size);
  mark.object = run->object;
  g_array_append_val (run->out, mark);
}

static void
put_pieces (Run *run)
{
  MqTextLine *line = run->line;
  int last = run->n - 1;
  gboolean left = run->first > 0, right = run->end < line->items->len;
  gboolean left_space = left && mq_text_at (line, run->first - 1)->character == ' ';
  gboolean right_space = right && mq_text_at (line, run->end)->character == ' ';
  gboolean left_lead = left && !left_space && last > 0, left_taken = FALSE;
  double end = right ? mq_text_at (line, run->end)->x : 0;
  int end_lead = right ? on_grid ((end - begin_of (run, -1)) * MQ_EM / run->size) : 0;

  if (left_lead)
    put_lead (run, run->leads[last], begin_of (run, last), MQ_LEAD_DOUBLE,
              mq_text_at (line, run->first - 1)->object);
  for (int p = 0; p < run->n; p++)
    {
      MqTextItem first = *mq_text_at (line, run->starts[p]);

      if (p > 0 && p < last && is_space (run, p))
        {
          first.kind = MQ_ITEM_GAP;
          first.object = run->object;
          g_array_append_val (run->out, first);
          continue;
        }
      run->object++;
      gboolean space_next = p < last && is_space (run, p + 1), space_before = p > 1 && is_space (run, p - 1);
      int before = space_before ? p - 2 : p - 1;

      if (p == last && left_space)
        {
          put_space_on_left (run, first.x);
          left_taken = TRUE;
        }
      else if (p == last && left_lead)
        put_lead (run, run->leads[p], begin_of (run, p), MQ_LEAD_DOUBLE, run->object);
      else
        put_lead (run, run->leads[p], begin_of (run, p),
                  space_next || (p == last && !left) ? MQ_LEAD_SPACE : MQ_LEAD_DOUBLE, run->object);
      if (p == last && !left_lead)
        put_end_of_space (run, &first);
      for (guint i = run->starts[p]; i < run->starts[p + 1]; i++)
        {
          MqTextItem item = *mq_text_at (line, i);
          item.object = run->object;
          g_array_append_val (run->out, item);
        }
      if (p > 0 && !space_before)
        put_lead (run, run->leads[before], begin_of (run, before), MQ_LEAD_DOUBLE, run->object);
      if (p == 0 && right && !right_space)
        put_lead (run, end_lead, begin_of (run, -1), MQ_LEAD_DOUBLE, run->object);
    }
  if (right && !right_space)
    put_lead (run, end_lead, begin_of (run, -1), MQ_LEAD_DOUBLE, run->object + 1);
  for (guint i = run->end; i < line->items->len; i++)
    if (mq_text_at (line, i)->kind != MQ_ITEM_PDFJS)
      mq_text_at (line, i)->object = run->object + 1;
  if (left_taken)
    mq_text_at (line, run->first - 1)->kind = MQ_ITEM_GAP;
}

/* Gives where the run ends afterwards. */
static guint
move_run (MqTextLine *line, guint first, guint end)
{
  Run run = { .line = line, .first = first, .end = end };

  cut_into_pieces (&run);
  if (run.n < 2)
    return end;
  run.out = g_array_new (FALSE, FALSE, sizeof (MqTextItem));
  measure (&run);
  put_pieces (&run);
  g_array_remove_range (line->items, first, end - first);
  g_array_insert_vals (line->items, first, run.out->data, run.out->len);
  end = first + run.out->len;
  g_array_unref (run.out);
  return end;
}

static gboolean
is_latin (const MqTextLine *line, guint i)
{
  const MqTextItem *item = mq_text_at (line, i);

  return !item->rtl && item->kind == MQ_ITEM_TEXT;
}

/**
 * mq_text_move_latin:
 * @line: a line
 *
 * Makes objects of the pieces of its runs from left to right.
 */
void
mq_text_move_latin (MqTextLine *line)
{
  for (guint first = 0, end; first < line->items->len; first++)
    {
      if (!is_latin (line, first))
        continue;
      for (end = first; end < line->items->len && is_latin (line, end);)
        end++;
      guint before = line->items->len, after = move_run (line, first, end);
      first = line->items->len == before ? end : after - 1;
    }
}
