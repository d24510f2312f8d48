/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-line.h"

#include <string.h>

#define ON_STACK 256          /* bits of a line that need no allocation; an ordinary line has some thirty */

/* What justification gives to the k-th space from the left: the whole divided so that nothing is lost in
 * rounding. */
static int
gain_of (const MqLine *line, int k)
{
  if (line->n_glue == 0)
    return 0;
  return (int) ((gint64) line->extra * (k + 1) / line->n_glue - (gint64) line->extra * k / line->n_glue);
}

/**
 * mq_line_visual:
 * @para: a paragraph
 * @line: one of its lines
 * @order: (out caller-allocates): the numbers of the line's bits, as they stand from left to right;
 *   `line->end - line->first` of them
 *
 * The order of a line's bits by the levels that Pango found: rule L2 of the Unicode bidirectional algorithm.
 * L1 needs nothing, for the spaces at a line's end are not part of it; L3 and L4 are the shaper's.
 *
 * Returns: how many bits the line has
 */
guint
mq_line_visual (const MqPara *para, const MqLine *line, guint32 *order)
{
  guint n = line->end - line->first;
  guint highest = 0, lowest_odd = 255;

  for (guint i = 0; i < n; i++)
    {
      guint level = para->bits[line->first + i].level;
      order[i] = line->first + i;
      highest = MAX (highest, level);
      if (level & 1)
        lowest_odd = MIN (lowest_odd, level);
    }
  for (guint level = highest; level >= lowest_odd; level--)
    for (guint i = 0, j; i < n; i = MAX (j, i + 1))
      {
        for (j = i; j < n && para->bits[order[j]].level >= level;)
          j++;
        for (guint a = i, b = j; a + 1 < b; a++, b--)
          {
            guint32 swap = order[a];
            order[a] = order[b - 1];
            order[b - 1] = swap;
          }
      }
  return n;
}

/* One step of a walk along a line; all in Pango units. */
typedef void (*StepFunc) (const MqBit *bit, int x, int width, gpointer data);

static void
walk (const MqPara *para, guint number, StepFunc func, gpointer data)
{
  const MqLine *line = &para->lines[number];
  guint32 on_stack[ON_STACK];
  guint32 *order = line->end - line->first > ON_STACK ? g_new (guint32, line->end - line->first) : on_stack;
  guint n = mq_line_visual (para, line, order);
  int x = line->x, n_glue = 0;

  for (guint i = 0; i < n; i++)
    {
      const MqBit *bit = &para->bits[order[i]];
      gboolean glue = bit->flags & MQ_BIT_GLUE, rtl = bit->level & 1;
      int kern = order[i] + 1 < line->end ? bit->kern : 0;
      int width = bit->word->width + (glue ? kern + gain_of (line, n_glue++) : 0);

      /* A kern is behind its bit in the order of the text: on the left of a word that runs to the left. */
      if (!glue && rtl)
        x += kern;
      func (bit, x, width, data);
      x += width;
      if (!glue && !rtl)
        x += kern;
    }
  if (order != on_stack)
    g_free (order);
}

/* ---- bits ---- */

typedef struct {
  MqSpotFunc func;
  gpointer data;
} Spots;

static void
spot_step (const MqBit *bit, int x, int width, gpointer data)
{
  const Spots *spots = data;

  spots->func (bit, x / (double) PANGO_SCALE, width / (double) PANGO_SCALE, spots->data);
}

/**
 * mq_line_spots:
 * @para: a paragraph
 * @line: number of one of its lines
 * @func: called with each bit, the place of its left end and its width as it stands on the line, in points
 * @data: for @func
 *
 * Walks along a line from left to right.
 */
void
mq_line_spots (const MqPara *para, guint line, MqSpotFunc func, gpointer data)
{
  g_return_if_fail (para != NULL && line < para->n_lines);
  g_return_if_fail (func != NULL);

  Spots spots = { func, data };
  walk (para, line, spot_step, &spots);
}

/* ---- glyphs ---- */

typedef struct {
  MqRunFunc func;
  gpointer data;
  double x, y;                /* of the measure's left edge; of the base line */
  PangoGlyphString *glyphs;
  PangoFont *font;
  const MqBit *last;          /* of the run */
  guint8 level;
  guint start, end;
  int run_x, at;              /* where it begins, and where its last glyph ends */
} Runs;

static void
end_run (Runs *runs)
{
  if (runs->last == NULL)
    return;
  for (int i = 0; i < runs->glyphs->num_glyphs; i++)
    runs->glyphs->log_clusters[i] -= (int) runs->start;

  MqGlyphRun run = { .font = runs->font, .glyphs = runs->glyphs, .y = runs->y, .start = runs->start,
                     .end = runs->end };
  run.x = runs->x + runs->run_x / (double) PANGO_SCALE;
  runs->func (&run, runs->data);
  runs->last = NULL;
  runs->glyphs->num_glyphs = 0;
}

/* Adds the glyphs of a bit; the last one takes up what justification adds. */
static void
add_glyphs (Runs *runs, const MqBit *bit, int width)
{
  const MqWord *word = bit->word;
  PangoGlyphString *glyphs = runs->glyphs;
  int old = glyphs->num_glyphs, at = old + word->n_glyphs - 1;

  pango_glyph_string_set_size (glyphs, old + word->n_glyphs);
  memcpy (glyphs->glyphs + old, word->glyphs, word->n_glyphs * sizeof *word->glyphs);
  for (guint i = 0; i < word->n_glyphs; i++)
    glyphs->log_clusters[old + (int) i] = word->clusters[i] + (int) bit->offset;
  glyphs->glyphs[at].geometry.width += width - word->width;
}

static void
run_step (const MqBit *bit, int x, int width, gpointer data)
{
  Runs *runs = data;

  if (bit->word->n_glyphs == 0)
    return;
  gboolean follows = runs->last != NULL && runs->font == bit->word->font && runs->level == bit->level
                     && (bit->level & 1 ? bit->offset + bit->length == runs->last->offset
                                        : runs->last->offset + runs->last->length == bit->offset);
  if (!follows)
    {
      end_run (runs);
      runs->font = bit->word->font;
      runs->level = bit->level;
      runs->start = bit->offset;
      runs->end = bit->offset;
      runs->run_x = x;
    }
  else if (x != runs->at)
    runs->glyphs->glyphs[runs->glyphs->num_glyphs - 1].geometry.width += x - runs->at;
  add_glyphs (runs, bit, width);
  runs->at = x + width;
  runs->start = MIN (runs->start, bit->offset);
  runs->end = MAX (runs->end, bit->offset + bit->length);
  runs->last = bit;
}

/**
 * mq_line_runs:
 * @para: a paragraph
 * @line: number of one of its lines
 * @x: of the left edge of the paragraph's measure, in points
 * @y: of the base line, in points
 * @func: called with each run of glyphs, from left to right
 * @data: for @func
 *
 * The glyphs of a line.  A run is as long as font and direction allow: an Arabic line with a number in it has
 * three.
 */
void
mq_line_runs (const MqPara *para, guint line, double x, double y, MqRunFunc func, gpointer data)
{
  g_return_if_fail (para != NULL && line < para->n_lines);
  g_return_if_fail (func != NULL);

  Runs runs = { .func = func, .data = data, .x = x, .y = y, .glyphs = pango_glyph_string_new () };
  walk (para, line, run_step, &runs);
  end_run (&runs);
  pango_glyph_string_free (runs.glyphs);
}

/* ---- text and places ---- */

typedef struct {
  guint start, end;
  GArray *stretches;
} Stretches;

static void
stretch_step (const MqBit *bit, int x, int width, gpointer data)
{
  const Stretches *want = data;
  const MqWord *word = bit->word;
  int from = x, to = x + width;

  if (bit->offset >= want->end || bit->offset + bit->length <= want->start)
    return;
  if (bit->offset < want->start || bit->offset + bit->length > want->end)
    {
      /* A part of a word: from its first glyph to its last, which follow each other. */
      int at = x;

      from = to = -1;
      for (guint i = 0; i < word->n_glyphs; i++)
        {
          guint byte = bit->offset + (guint) word->clusters[i];
          if (byte >= want->start && byte < want->end)
            {
              from = from < 0 ? at : from;
              to = at + word->glyphs[i].geometry.width;
            }
          at += word->glyphs[i].geometry.width;
        }
    }
  if (to <= from)
    return;

  MqStretch stretch = { from / (double) PANGO_SCALE, (to - from) / (double) PANGO_SCALE };
  if (want->stretches->len > 0)
    {
      MqStretch *last = &g_array_index (want->stretches, MqStretch, want->stretches->len - 1);
      if (ABS (last->x + last->width - stretch.x) < .01)
        {
          last->width += stretch.width;
          return;
        }
    }
  g_array_append_val (want->stretches, stretch);
}

/**
 * mq_line_stretches:
 * @para: a paragraph
 * @line: number of one of its lines
 * @start: first byte of the text
 * @end: byte behind the last one
 * @stretches: (element-type MqStretch): the stretches are appended here, from left to right
 *
 * Where a range of the text stands on a line.  Where directions mix a range may stand in several places.
 */
void
mq_line_stretches (const MqPara *para, guint line, guint start, guint end, GArray *stretches)
{
  g_return_if_fail (para != NULL && line < para->n_lines);
  g_return_if_fail (stretches != NULL);

  Stretches want = { start, end, g_array_new (FALSE, FALSE, sizeof (MqStretch)) };
  walk (para, line, stretch_step, &want);
  g_array_append_vals (stretches, want.stretches->data, want.stretches->len);
  g_array_unref (want.stretches);
}

typedef struct {
  int x, distance;
  guint index;
} Nearest;

static void
nearest_step (const MqBit *bit, int x, int width, gpointer data)
{
  Nearest *nearest = data;
  int distance = nearest->x < x ? x - nearest->x : MAX (0, nearest->x - (x + width - 1));

  if (distance >= nearest->distance)
    return;
  nearest->distance = distance;
  nearest->index = bit->offset;
  for (guint i = 0; i < bit->word->n_glyphs; i++)
    {
      int glyph = bit->word->glyphs[i].geometry.width;
      if (glyph != 0)
        nearest->index = bit->offset + (guint) bit->word->clusters[i];
      if (nearest->x < x + glyph)
        break;
      x += glyph;
    }
}

/**
 * mq_line_index:
 * @para: a paragraph
 * @line: number of one of its lines
 * @x: points from the left edge of the measure
 *
 * Returns: the byte of the text where the character at @x begins, or that of the line which is nearest;
 *   %G_MAXUINT when the line is empty
 */
guint
mq_line_index (const MqPara *para, guint line, double x)
{
  Nearest nearest = { (int) (x * PANGO_SCALE), G_MAXINT, G_MAXUINT };

  g_return_val_if_fail (para != NULL && line < para->n_lines, G_MAXUINT);
  walk (para, line, nearest_step, &nearest);
  return nearest.index;
}

/**
 * mq_line_left:
 * @para: a paragraph
 * @line: number of one of its lines
 *
 * Returns: points from the left edge of the measure to the line's left end
 */
double
mq_line_left (const MqPara *para, guint line)
{
  g_return_val_if_fail (para != NULL && line < para->n_lines, 0);
  return para->lines[line].x / (double) PANGO_SCALE;
}

/**
 * mq_line_width:
 * @para: a paragraph
 * @line: number of one of its lines
 *
 * Returns: how wide the line is as it is set, in points
 */
double
mq_line_width (const MqPara *para, guint line)
{
  g_return_val_if_fail (para != NULL && line < para->n_lines, 0);
  return (para->lines[line].width + para->lines[line].extra) / (double) PANGO_SCALE;
}
