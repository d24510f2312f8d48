/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-para.h"

#include <string.h>

/* How far a space may shrink and grow, in parts of its width; at that growth a line's badness is 100. */
#define SHRINK 0.2
#define GROW 0.5

/* Prices of the optimum fit, in demerits. */
#define TOO_WIDE 1e9
#define BREAK_IN_WORD 2500.0  /* inside a word that is wider than the measure */
#define SHORT_LAST_LINE 2500.0

/* Sums over the bits before a place make the width of any stretch of text a subtraction. */
typedef struct {
  int width, glue_width, n_glue;
  guint32 solid;              /* where the text before the place ends, the spaces at its end dropped */
} Sum;

typedef struct {
  const MqBit *bits;
  guint n;
  Sum *sums;                  /* n + 1 */
  int measure;
} Fitter;

static void
sum_up (Fitter *fitter)
{
  Sum sum = { 0 };

  fitter->sums = g_new (Sum, fitter->n + 1);
  for (guint i = 0; i <= fitter->n; i++)
    {
      fitter->sums[i] = sum;
      if (i == fitter->n)
        break;
      int width = fitter->bits[i].word->width + fitter->bits[i].kern;
      sum.width += width;
      if (fitter->bits[i].flags & MQ_BIT_GLUE)
        {
          sum.glue_width += width;
          sum.n_glue++;
        }
      else
        sum.solid = i + 1;
    }
}

/* The line of the bits [from, to), without the spaces at its end and without the kern to the line after
 * it. */
static MqLine
line_between (const Fitter *fitter, guint from, guint to)
{
  guint end = MAX (fitter->sums[to].solid, from);
  int kern = end > from ? fitter->bits[end - 1].kern : 0;
  const Sum *a = &fitter->sums[from], *b = &fitter->sums[end];

  return (MqLine) { .first = from, .end = end, .width = b->width - a->width - kern,
                    .n_glue = b->n_glue - a->n_glue };
}

static gboolean
must_end (const Fitter *fitter, guint place)
{
  return place == fitter->n || (fitter->bits[place - 1].flags & MQ_BIT_MUST);
}

static gboolean
may_end (const Fitter *fitter, guint place)
{
  return place == fitter->n || (fitter->bits[place - 1].flags & MQ_BIT_BREAK);
}

/* Where a stretch without a place to end is wider than the measure, lines may end at those of its bits that
 * have one of @flags, or at all when it is 0. */
static void
loosen_at (Fitter *fitter, MqBit *bits, guint flags)
{
  for (guint from = 0, to; from < fitter->n; from = to)
    {
      to = from + 1;
      while (!may_end (fitter, to))
        to++;
      if (to - from > 1 && line_between (fitter, from, to).width > fitter->measure)
        for (guint i = from; i + 1 < to; i++)
          if (flags == 0 || (bits[i].flags & flags))
            bits[i].flags |= MQ_BIT_BREAK;
    }
}

/* First the no-break spaces give way, then the places where font or direction change within a word. */
static void
loosen (Fitter *fitter, MqBit *bits)
{
  loosen_at (fitter, bits, MQ_BIT_GLUE);
  loosen_at (fitter, bits, 0);
}

/* ---- first fit ---- */

static void
fit_first (const Fitter *fitter, int measure, GArray *lines)
{
  for (guint from = 0, best; from < fitter->n; from = best)
    {
      best = 0;
      for (guint to = from + 1; to <= fitter->n; to++)
        {
          if (!may_end (fitter, to))
            continue;
          if (best != 0 && line_between (fitter, from, to).width > measure)
            break;
          best = to;
          if (must_end (fitter, to))
            break;
        }
      MqLine line = line_between (fitter, from, best);
      g_array_append_val (lines, line);
    }
}

/* The narrowest measure that takes no more lines: the lines of a heading come out about equally long. */
static void
fit_even (const Fitter *fitter, GArray *lines)
{
  int low, high = fitter->measure;
  guint n;

  fit_first (fitter, high, lines);
  n = lines->len;
  if (n < 2)
    return;
  for (low = high / 2; high - low > PANGO_SCALE;)
    {
      int middle = (low + high) / 2;
      gboolean fits;

      g_array_set_size (lines, 0);
      fit_first (fitter, middle, lines);
      fits = lines->len == n;
      for (guint i = 0; fits && i < n; i++)
        fits = g_array_index (lines, MqLine, i).width <= middle;
      if (fits)
        high = middle;
      else
        low = middle;
    }
  g_array_set_size (lines, 0);
  fit_first (fitter, high, lines);
}

/* ---- optimum fit ----
 * Of all ways to break, the one with the least sum of demerits, after Knuth and Plass.  Arabic has no
 * hyphenation, and lines are not sorted into classes of tightness. */

typedef struct {
  guint place;                /* bits before it */
  guint from;                 /* the place where the line that ends here begins best */
  double demerits;
} Node;

static double
glue_of (const Fitter *fitter, const MqLine *line)
{
  return fitter->sums[line->end].glue_width - fitter->sums[line->first].glue_width;
}

static gboolean
is_too_wide (const Fitter *fitter, const MqLine *line)
{
  return fitter->measure - line->width < -SHRINK * glue_of (fitter, line);
}

static double
demerits_of (const Fitter *fitter, const MqLine *line, guint place, gboolean ends)
{
  double glue = glue_of (fitter, line), gap = fitter->measure - line->width, demerits;

  if (is_too_wide (fitter, line))
    demerits = TOO_WIDE;
  else if (ends && gap >= 0)
    demerits = gap > .8 * fitter->measure ? SHORT_LAST_LINE : 100;
  else
    {
      double ratio = gap < 0 ? -gap / (SHRINK * glue) : glue > 0 ? gap / (GROW * glue) : 20;
      double badness = MIN (100 * ratio * ratio * ratio, 1e5);
      demerits = (10 + badness) * (10 + badness);
    }
  if (!ends && !(fitter->bits[place - 1].flags & MQ_BIT_GLUE))
    demerits += BREAK_IN_WORD;
  return demerits;
}

static void
fit_optimum (const Fitter *fitter, GArray *lines)
{
  Node *nodes = g_new (Node, fitter->n + 1);
  guint n = 1, low = 0, n_lines = 0;          /* low: no line begins before a forced end */

  nodes[0] = (Node) { 0 };
  for (guint place = 1; place <= fitter->n; place++)
    {
      if (!may_end (fitter, place))
        continue;
      gboolean ends = must_end (fitter, place);
      Node node = { place, n - 1, G_MAXDOUBLE };

      for (guint i = n; i-- > low;)
        {
          MqLine line = line_between (fitter, nodes[i].place, place);
          if (i < n - 1 && is_too_wide (fitter, &line))
            break;                            /* longer lines only get worse */
          double demerits = demerits_of (fitter, &line, place, ends);
          if (nodes[i].demerits + demerits < node.demerits)
            {
              node.demerits = nodes[i].demerits + demerits;
              node.from = i;
            }
        }
      nodes[n] = node;
      if (ends)
        low = n;
      n++;
    }
  for (guint i = n - 1; i > 0; i = nodes[i].from)
    n_lines++;
  g_array_set_size (lines, n_lines);
  for (guint i = n - 1; i > 0; i = nodes[i].from)
    {
      MqLine line = line_between (fitter, nodes[nodes[i].from].place, nodes[i].place);
      g_array_index (lines, MqLine, --n_lines) = line;
    }
  g_free (nodes);
}

/* ---- alignment ---- */

/* The place that line @i leads up to: where the next one begins. */
static guint
next_place (const Fitter *fitter, const GArray *lines, guint i)
{
  return i + 1 < lines->len ? g_array_index (lines, MqLine, i + 1).first : fitter->n;
}

static void
align_lines (const Fitter *fitter, GArray *lines, MqAlign align, MqFit fit)
{
  for (guint i = 0; i < lines->len; i++)
    {
      MqLine *line = &g_array_index (lines, MqLine, i);
      int gap = fitter->measure - line->width;

      if (align == MQ_ALIGN_JUSTIFY && line->n_glue > 0)
        {
          if (gap < 0 && fit == MQ_FIT_OPTIMUM)
            line->extra = MAX (gap, (int) (-SHRINK * glue_of (fitter, line)));
          else if (gap > 0 && !must_end (fitter, next_place (fitter, lines, i)))
            line->extra = gap;
        }
      gap -= line->extra;
      line->x = align == MQ_ALIGN_END ? 0 : align == MQ_ALIGN_CENTER ? gap / 2 : gap;
    }
}

/**
 * mq_para_set:
 * @para: a paragraph; what it held is freed
 * @bits: (element-type MqBit): its bits, in the order of the text; copied
 * @width: of the measure, in Pango units
 * @align: where the lines stand in the measure
 * @fit: how the breaks of justified lines are chosen
 *
 * Breaks the bits into lines.  Lines end only where the bits say that they may; a stretch without such a
 * place that is wider than the measure is a line of its own and stands out on the left.  No bits: no lines.
 */
void
mq_para_set (MqPara *para, const GArray *bits, int width, MqAlign align, MqFit fit)
{
  g_return_if_fail (para != NULL);
  g_return_if_fail (bits != NULL);

  mq_para_clear (para);
  if (bits->len == 0)
    return;
  para->n_bits = bits->len;
  para->bits = g_memdup2 (bits->data, bits->len * sizeof (MqBit));

  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (MqLine));
  Fitter fitter = { .bits = para->bits, .n = para->n_bits, .measure = width };
  sum_up (&fitter);
  /* Most cells, numbers and headings are one line. */
  gboolean one_line = fitter.sums[fitter.sums[fitter.n].solid].width <= width;
  if (!one_line)
    loosen (&fitter, para->bits);
  if (align == MQ_ALIGN_CENTER)
    fit_even (&fitter, lines);
  else if (align == MQ_ALIGN_JUSTIFY && fit == MQ_FIT_OPTIMUM && !one_line)
    fit_optimum (&fitter, lines);
  else
    fit_first (&fitter, width, lines);
  align_lines (&fitter, lines, align, fit);
  g_free (fitter.sums);
  para->n_lines = lines->len;
  para->lines = g_memdup2 (lines->data, lines->len * sizeof (MqLine));
}

/**
 * mq_para_set_text:
 * @para: a paragraph; what it held is freed
 * @shaper: the shaper that keeps its words
 * @text: UTF-8
 * @attributes: font and size (mq_look_attributes())
 * @width: of the measure, in points
 * @align: where the lines stand in the measure
 *
 * Shapes @text and breaks it into lines.
 */
void
mq_para_set_text (MqPara *para, MqShaper *shaper, const char *text, PangoAttrList *attributes, double width,
                  MqAlign align)
{
  g_return_if_fail (para != NULL);
  g_return_if_fail (text != NULL);

  mq_para_set_headed (para, shaper, text, 0, NULL, attributes, width, align);
}

/**
 * mq_para_set_headed:
 * @para: a paragraph; what it held is freed
 * @shaper: the shaper that keeps its words
 * @text: UTF-8
 * @head: bytes of @text that are set in other letters; a line feed is the last of them
 * @head_attributes: (nullable): font and size of these; not used when there are none
 * @attributes: font and size of the rest
 * @width: of the measure, in points
 * @align: where the lines stand in the measure
 *
 * Shapes @text, of which the first line has letters of its own, and breaks it into lines.
 */
void
mq_para_set_headed (MqPara *para, MqShaper *shaper, const char *text, gsize head,
                    PangoAttrList *head_attributes, PangoAttrList *attributes, double width, MqAlign align)
{
  g_return_if_fail (para != NULL);
  g_return_if_fail (text != NULL);

  int units = (int) (width * PANGO_SCALE);
  g_autoptr (GArray) bits = g_array_new (FALSE, FALSE, sizeof (MqBit));
  guint n_head;

  if (head > 0)
    mq_shaper_bits (shaper, text, head, head_attributes, units, bits);
  n_head = bits->len;
  mq_shaper_bits (shaper, text + head, strlen (text + head), attributes, units, bits);
  for (guint i = n_head; i < bits->len && head > 0; i++)
    g_array_index (bits, MqBit, i).offset += (guint32) head;
  mq_para_set (para, bits, units, align, MQ_FIT_OPTIMUM);
}

/**
 * mq_para_clear:
 * @para: a paragraph
 *
 * Frees its bits and lines; it is empty then.
 */
void
mq_para_clear (MqPara *para)
{
  g_return_if_fail (para != NULL);
  g_clear_pointer (&para->bits, g_free);
  g_clear_pointer (&para->lines, g_free);
  para->n_bits = para->n_lines = 0;
}

/**
 * mq_para_begins:
 * @para: a paragraph
 * @line: one of its lines
 *
 * Returns: whether the line is the first, or the first behind a line feed of the text
 */
gboolean
mq_para_begins (const MqPara *para, guint line)
{
  g_return_val_if_fail (para != NULL && line < para->n_lines, FALSE);

  guint first = para->lines[line].first;
  return first == 0 || (para->bits[first - 1].flags & MQ_BIT_MUST) != 0;
}

/**
 * mq_para_n_missing:
 * @para: a paragraph
 *
 * Returns: how many of its characters no font of the document has
 */
guint
mq_para_n_missing (const MqPara *para)
{
  guint n = 0;

  g_return_val_if_fail (para != NULL, 0);
  for (guint i = 0; i < para->n_bits; i++)
    n += para->bits[i].word->n_missing;
  return n;
}
