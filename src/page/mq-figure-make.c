/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-figure-make.h"

#include <string.h>

#define ELLIPSIS "…"
#define CAPTION_LINES 3
#define UNDER_CAPTION 5.0

MqRich
mq_rich_copy (const MqRich *rich)
{
  MqRich copy = { g_strdup (rich->text), NULL };

  if (rich->spans != NULL)
    {
      copy.spans = g_array_new (FALSE, FALSE, sizeof (MqSpan));
      mq_spans_append (copy.spans, rich->spans, 0);
    }
  return copy;
}

/* Cuts a text before @end, with dots in the place of the rest. */
static void
cut_short (MqRich *rich, guint end)
{
  g_autofree char *kept = g_strndup (rich->text, end);

  g_free (rich->text);
  rich->text = g_strconcat (g_strchomp (kept), ELLIPSIS, NULL);
  end = (guint) strlen (rich->text);
  for (guint i = 0; rich->spans != NULL && i < rich->spans->len;)
    {
      MqSpan *span = &g_array_index (rich->spans, MqSpan, i);

      span->end = MIN (span->end, end);
      if (span->start >= span->end)
        g_array_remove_index (rich->spans, i);
      else
        i++;
    }
}

/* How many lines a text takes; one of more than @most loses its end. */
static guint
count_lines (MqFigureMaker *figure, MqRich *rich, double width, gboolean bold, guint most)
{
  MqPara para = { 0 };
  guint n;

  mq_para_set_text (&para, figure->maker->shaper, rich->text, mq_look_attributes (MQ_LOOK_FIGURE, bold), width,
                    MQ_ALIGN_START);
  n = MAX (para.n_lines, 1);
  if (n > most)
    {
      const MqLine *last = &para.lines[most - 1];

      cut_short (rich, para.bits[MAX (last->end, last->first + 1) - 1].offset);
      n = most;
    }
  mq_para_clear (&para);
  return n;
}

double
mq_figure_text_width (MqFigureMaker *figure, const char *text, gboolean bold)
{
  return mq_maker_width (figure->maker, text, MQ_LOOK_FIGURE, bold, NULL);
}

guint
mq_figure_label (MqFigureMaker *figure, MqRich *text, double x, double y, double width, gboolean bold, guint most)
{
  MqCell cell = { .x = x, .y = y, .width = width, .bold = bold };
  guint n = count_lines (figure, text, width, bold, most);

  mq_cell_take (&cell, text);
  g_array_append_val (figure->cells, cell);
  return n;
}

MqCell *
mq_figure_last (MqFigureMaker *figure)
{
  return &g_array_index (figure->cells, MqCell, figure->cells->len - 1);
}

void
mq_figure_begin (MqFigureMaker *figure, MqMaker *maker, const char *caption, char *description)
{
  MqRich text = { g_strdup (caption), NULL };

  *figure = (MqFigureMaker) { .maker = maker, .figure = mq_figure_new (description),
                              .cells = g_array_new (FALSE, FALSE, sizeof (MqCell)),
                              .pitch = mq_look_style (MQ_LOOK_FIGURE)->pitch };
  figure->y = mq_figure_label (figure, &text, 0, 0, maker->measure, TRUE, CAPTION_LINES) * figure->pitch
              + UNDER_CAPTION;
}

void
mq_figure_end (MqFigureMaker *figure, const char *path)
{
  MqBlock *block = mq_maker_add (figure->maker, MQ_LOOK_FIGURE, figure->cells->len);

  memcpy (block->cells, figure->cells->data, figure->cells->len * sizeof (MqCell));
  g_array_unref (figure->cells);
  figure->figure->height = figure->y;
  block->figure = figure->figure;
  block->path = path;
}
