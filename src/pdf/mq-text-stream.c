/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-text-line.h"

#include <string.h>

/* The order in which a line is written, for pdf.js.
 *
 * poppler and PDFium sort a line by where its characters stand; pdf.js takes the order of the stream.  It joins
 * what follows without a move back into one piece, and gives the pieces one after the other, each put in order by
 * bidi ().  Of a line written from left to right that is the order of reading as long as bidi () finds the same
 * runs as the page has.  Beside dashes and signs, European digits and Latin it does not: «المادة (1) – ما» comes
 * out as «المادة (– )1 ما».
 *
 * Such a line is cut into parts that bidi () puts right, and the parts are written in the order of reading: the
 * pen moves back from one to the next, and that is the end of a piece.  A space there would be lost, so cuts are
 * within words.  What a part misses because it is written in another one must not be a gap to pdf.js: there the
 * pen jumps unseen (mq_text_ops_jump()).
 *
 *   المادة (1 | ) – ما           an end of «– )1» is cut off
 *   السنة ٢٠٢٥ | /٢٠٢٦           two numbers that a slash would join
 *   بمبلغ 2 | 50 US | D ثم        the one in the middle is written as it is read: all of it is 'L'
 *   الفقرة | 6 — | البند          there is nothing to cut but the spaces: these are seen as pieces of their own
 *   سن | ةً                       a mark never begins a piece by itself: at the left end of a line it would be the
 *                                end of the line before
 */

#define MOST_CUTS 200
#define MOST_RUNS 50
#define LEAST_LETTERS 2       /* of a word: «(x)» is none in any language */
#define NEL_WIDTH 20

/* Costs.  A part that is not written from left to right takes more jumps.  Some parts are not where pdf.js believes
 * them to be: then a highlight is beside the letters, so they are to be short. */
#define COST_OF_PART 2
#define COST_AS_READ 1
#define COST_ELSEWHERE 8
#define MOST_ELSEWHERE 7      /* letters */
#define COST_OF_SILENCE 1000  /* of a run of Latin that gets no language */
#define COST_OF_LOSS 3000     /* of a character */
#define COST_OF_LEAD 10000    /* before all else: PDFium would take the line for the one above it */
#define WIDEST_LEAD 2500      /* units of the em */
#define NO_WAY 1000000

typedef struct {
  guint end, start;           /* where the part before ends and the next one starts, in the order of reading */
  int cost;                   /* of this cut and all behind it */
  guint next;                 /* number of the cut where its part ends */
  MqTextWay way;
} Cut;

/* Of Latin with a word in it, in the order of reading. */
typedef struct {
  guint start, end;
} Run;

typedef struct {
  MqTextLine *line;
  guint n;
  guint *read;                /* the items that are characters, in the order of reading */
  guint *rank;                /* of each item: its place there */
  guint *part;                /* scratch: of a part's items, in the order of writing */
  guint *order;
  char *classes;
  gboolean marked;            /* a mark is leftmost of the line */
  Run runs[MOST_RUNS];
  guint n_runs;               /* to be marked */
  Cut cuts[MOST_CUTS + 1];
  guint n_cuts;
} Stream;

/* The characters in the order of reading: that from right to left, but for what runs from left to right. */
static void
find_order (Stream *stream)
{
  const MqTextLine *line = stream->line;
  const MqTextItem *items = (const MqTextItem *) line->items->data;
  guint *read = stream->read;

  for (guint i = line->items->len; i-- > 0;)
    {
      guint at = stream->n;

      if (!mq_text_is_character (&items[i]))
        continue;
      for (; at > 0 && items[read[at - 1]].byte >= items[i].byte; at--)
        read[at] = read[at - 1];
      read[at] = i;
      stream->n++;
    }
  for (guint i = 0; i < stream->n; i++)
    stream->rank[read[i]] = i;
}

static const MqTextItem *
character_at (const Stream *stream, guint rank)
{
  return mq_text_at (stream->line, stream->read[rank]);
}

/* Whether pdf.js gives a part, from one place to another in the order of reading, as it is read. */
static gboolean
comes_out (Stream *stream, guint start, guint end, MqTextWay way)
{
  const MqTextItem *items = (const MqTextItem *) stream->line->items->data;
  const guint *rank = stream->rank;
  guint *part = stream->part;
  guint n = 0;

  if (way == MQ_WAY_AS_READ)
    for (guint i = start; i < end; i++)
      part[n++] = stream->read[i];
  else
    for (guint i = 0; n < end - start; i++)
      if (mq_text_is_character (&items[i]) && rank[i] >= start && rank[i] < end)
        part[n++] = i;

  /* a mark would join what stands before on the page */
  if (start == 0 && items[part[0]].mark)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (items[part[i]].mark && way == MQ_WAY_AS_READ)
        return FALSE;
      stream->classes[i] = items[part[i]].pdfjs;
    }
  mq_pdfjs_order (stream->classes, n, stream->order);
  for (guint i = 0; i < n; i++)
    {
      guint item = part[stream->order[i]];

      /* two marks of a letter say the same in either order */
      if (rank[item] != start + i && !items[item].mark)
        return FALSE;
    }
  return TRUE;
}

/* How many characters of a part pdf.js deletes. */
static int
deleted_of (const Stream *stream, guint start, guint end)
{
  gboolean arabic = FALSE;
  int n = 0;

  for (guint i = start; i < end; i++)
    {
      const MqTextItem *item = character_at (stream, i);

      arabic |= item->pdfium == 'R' || strchr ("AR2", item->pdfjs) != NULL;
      n += mq_pdfjs_deletes (item->character);
    }
  return arabic ? n : 0;
}

/* ---- runs of Latin ---- */

static gboolean
is_latin_letter (gunichar c)
{
  return g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

/* A number, too, runs from left to right. */
static void
find_runs (Stream *stream)
{
  stream->n_runs = 0;
  for (guint start = 0, end; start < stream->n && stream->n_runs < MOST_RUNS; start = MAX (end, start + 1))
    {
      guint letters = 0, most = 0;

      for (end = start; end < stream->n && !character_at (stream, end)->rtl && !character_at (stream, end)->mark; end++)
        {
          letters = is_latin_letter (character_at (stream, end)->character) ? letters + 1 : 0;
          most = MAX (most, letters);
        }
      /* a sign at its end, at the end of a line, PDFium takes elsewhere */
      if (most >= LEAST_LETTERS && g_unichar_isalnum (character_at (stream, end - 1)->character))
        stream->runs[stream->n_runs++] = (Run) { start, end };
    }
}

static gboolean
is_run (const Stream *stream, guint start, guint end)
{
  for (guint i = 0; i < stream->n_runs; i++)
    if (stream->runs[i].start == start && stream->runs[i].end == end)
      return TRUE;
  return FALSE;
}

static gboolean
begins_run (const Stream *stream, guint at)
{
  for (guint i = 0; i < stream->n_runs; i++)
    if (stream->runs[i].start == at)
      return TRUE;
  return FALSE;
}

static gboolean
ends_run (const Stream *stream, guint at)
{
  for (guint i = 0; i < stream->n_runs; i++)
    if (stream->runs[i].end == at)
      return TRUE;
  return FALSE;
}

/* Of how many runs a part has something. */
static int
runs_in (const Stream *stream, guint start, guint end)
{
  int n = 0;

  for (guint i = 0; i < stream->n_runs; i++)
    n += stream->runs[i].start < end && stream->runs[i].end > start;
  return n;
}

/* ---- cuts ---- */

static gboolean
is_arabic (const MqTextItem *item)
{
  return item->pdfium == 'R' || item->mark;
}

/* Behind the first letter of a word, or before its last one. */
static gboolean
is_near_edge (const Stream *stream, guint at)
{
  if (at == 1 || character_at (stream, at - 2)->character == ' ')
    return TRUE;
  for (at++; at < stream->n && character_at (stream, at)->mark;)
    at++;
  return at == stream->n || character_at (stream, at)->character == ' ';
}

/* Whether a part may end before a character. */
static gboolean
may_cut (const Stream *stream, guint at)
{
  const MqTextItem *before = character_at (stream, at - 1), *after = character_at (stream, at);
  char class = after->pdfjs;

  if (before->character == ' ' || after->character == ' ')
    return after->character == ' ' && before->character != ' ' && at + 1 < stream->n
           && (after->kind == MQ_ITEM_TEXT || ends_run (stream, at) || begins_run (stream, at + 1));
  if (after->mark)
    return FALSE;
  if (ends_run (stream, at) || begins_run (stream, at))
    return TRUE;
  if (is_arabic (before) && is_arabic (after))
    return !before->mark && (is_near_edge (stream, at) || (stream->marked && at + MOST_ELSEWHERE >= stream->n));
  /* PDFium puts the pieces of a run of Latin in order: each stays whole */
  if (before->object == after->object && before->object > 0 && !before->rtl && !after->rtl)
    return FALSE;
  /* of a long run, behind its first or before its last character */
  return before->pdfjs != class || at == 1 || at + 1 == stream->n
         || character_at (stream, at - 2)->pdfjs != class
         || character_at (stream, at + 1)->pdfjs != class;
}

/* FALSE: there are too many. */
static gboolean
find_cuts (Stream *stream)
{
  stream->n_cuts = 0;
  for (guint i = 0; i <= stream->n; i++)
    {
      if (i > 0 && i < stream->n && !may_cut (stream, i))
        continue;
      if (stream->n_cuts == MOST_CUTS)
        return FALSE;
      stream->cuts[stream->n_cuts++] = (Cut) {
        .end = i, .start = i > 0 && i < stream->n && character_at (stream, i)->character == ' ' ? i + 1 : i,
        .cost = NO_WAY
      };
    }
  stream->cuts[stream->n_cuts - 1].cost = 0;
  return TRUE;
}

static gboolean
at_space (const Cut *cut)
{
  return cut->start > cut->end;
}

/* A run that gets its language stands where it is seen; what is beside it, behind a space, is seen elsewhere. */
static gboolean
is_marked_run (const Stream *stream, const Cut *from, const Cut *to, MqTextWay way)
{
  return way == MQ_WAY_FROM_LEFT && is_run (stream, from->start, to->end);
}

/* Whether a part, written from left to right, begins with the space that leads over a run of Latin. */
static gboolean
begins_with_lead (const Stream *stream, guint start, guint end)
{
  for (guint i = 1; i < stream->line->items->len; i++)
    {
      const MqTextItem *item = mq_text_at (stream->line, i), *before = item - 1;

      if (mq_text_is_character (item) && stream->rank[i] >= start && stream->rank[i] < end)
        return before->kind == MQ_ITEM_LEAD && before->object == item->object && before->advance > WIDEST_LEAD;
    }
  return FALSE;
}

/* Whether a part ends, on its right, with a piece of Latin.  That must stay whole, so no mark can join it. */
static gboolean
ends_with_latin (const Stream *stream, guint start, guint end, MqTextWay way)
{
  if (way == MQ_WAY_AS_READ)
    return !character_at (stream, end - 1)->rtl;
  for (guint i = stream->line->items->len; i-- > 0;)
    {
      const MqTextItem *item = mq_text_at (stream->line, i);

      if (mq_text_is_character (item) && !item->mark && stream->rank[i] >= start && stream->rank[i] < end)
        return !item->rtl;
    }
  return FALSE;
}

static gboolean
begins_with_mark (const Stream *stream, const Cut *from)
{
  return from->end < stream->n && from->way == MQ_WAY_FROM_LEFT
         && mq_text_begins_with_mark (stream->line, stream->rank, from->start, stream->cuts[from->next].end);
}

/* What a part from one cut to another costs, if it comes out right; NO_WAY: it cannot. */
static int
cost_of_part (Stream *stream, const Cut *from, const Cut *to, MqTextWay way)
{
  int cost = COST_OF_PART + (way == MQ_WAY_AS_READ ? COST_AS_READ : 0), n_letters = 0;
  gboolean run = is_marked_run (stream, from, to, way), marked;
  gboolean before_space = at_space (to) && !run, behind_run = at_space (from) && ends_run (stream, from->end);

  if (to->end <= from->start)
    return NO_WAY;
  marked = from->start > 0 && way == MQ_WAY_FROM_LEFT
           && mq_text_begins_with_mark (stream->line, stream->rank, from->start, to->end);
  if (!run)
    cost += COST_OF_SILENCE * runs_in (stream, from->start, to->end);
  if (from->start == 0 && begins_with_lead (stream, 0, to->end))
    cost += COST_OF_LEAD;
  cost += COST_OF_LOSS * deleted_of (stream, from->start, to->end);
  if (begins_with_mark (stream, to) && ends_with_latin (stream, from->start, to->end, way))
    return NO_WAY;
  if (!marked && !before_space && !behind_run)
    return cost;
  if (before_space && (behind_run || ends_run (stream, to->end)))
    return NO_WAY;
  for (guint i = from->start; i < to->end; i++)
    n_letters += !character_at (stream, i)->mark;
  if (n_letters > MOST_ELSEWHERE || (marked && (at_space (from) || at_space (to)))
      || (before_space && at_space (&stream->cuts[to->next])
          && !is_marked_run (stream, to, &stream->cuts[to->next], to->way)))
    return NO_WAY;
  return cost + COST_ELSEWHERE + n_letters;
}

/* The cheapest parts, from the end of the line on.  FALSE: there are none that come out right. */
static gboolean
choose_cuts (Stream *stream)
{
  for (guint i = stream->n_cuts - 1; i-- > 0;)
    for (guint j = stream->n_cuts - 1; j > i; j--)
      for (MqTextWay way = MQ_WAY_FROM_LEFT; way <= MQ_WAY_AS_READ; way++)
        {
          Cut *cut = &stream->cuts[i];
          int cost = stream->cuts[j].cost;

          if (cost + COST_OF_PART >= cut->cost)
            continue;
          cost += cost_of_part (stream, cut, &stream->cuts[j], way);
          if (cost >= cut->cost || !comes_out (stream, cut->start, stream->cuts[j].end, way))
            continue;
          cut->cost = cost;
          cut->next = j;
          cut->way = way;
        }
  return stream->cuts[0].cost < NO_WAY;
}

static void
put_parts (const Stream *stream)
{
  MqTextPart parts[MOST_CUTS];
  guint n = 0;

  for (guint i = 0; i + 1 < stream->n_cuts; i = stream->cuts[i].next)
    {
      const Cut *cut = &stream->cuts[i], *next = &stream->cuts[cut->next];

      parts[n++] = (MqTextPart) { cut->start, next->end, cut->way, at_space (cut),
                                  is_marked_run (stream, cut, next, cut->way) };
    }
  mq_text_put_parts (stream->line, stream->read, stream->rank, parts, n);
}

/* No other character begins a line for pdf.js without being a word or a space to somebody: it drops what is white
 * space or invisible to it. */
static void
begin_with_nel (MqTextLine *line)
{
  const MqTextItem *first = mq_text_at (line, 0);
  MqTextItem nel = mq_text_item (MQ_NEL, NEL_WIDTH, MQ_ITEM_PDFJS, first->x - NEL_WIDTH * first->size / MQ_EM,
                                 first->size);

  nel.object = MQ_OBJECT_PDFJS;
  g_array_prepend_val (line->items, nel);
}

/**
 * mq_text_order_stream:
 * @line: a line, all its guards put
 *
 * Puts its items in the order in which they are to be written.
 */
void
mq_text_order_stream (MqTextLine *line)
{
  guint n = line->items->len;
  g_autofree guint *room = g_new (guint, 4 * n);
  g_autofree char *classes = g_new (char, n);
  Stream stream = { .line = line, .read = room, .rank = room + n, .part = room + 2 * n, .order = room + 3 * n,
                    .classes = classes };

  find_order (&stream);
  if (stream.n == 0)
    return;
  stream.marked = mq_text_begins_with_mark (line, stream.rank, 0, stream.n);
  find_runs (&stream);
  if (stream.n_runs > 0 && find_cuts (&stream) && choose_cuts (&stream))
    {
      put_parts (&stream);
      return;
    }
  stream.n_runs = 0;
  if (comes_out (&stream, 0, stream.n, MQ_WAY_FROM_LEFT) && deleted_of (&stream, 0, stream.n) == 0)
    return;
  if (find_cuts (&stream) && choose_cuts (&stream))
    put_parts (&stream);
  else if (stream.marked)
    begin_with_nel (line);
}
