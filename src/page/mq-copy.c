/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-copy.h"

#include "mq-furniture.h"
#include "mq-margin.h"
#include "mq-outline.h"
#include "mq-paint.h"
#include "mq-sheet.h"

/* From the lower edge of the paper to the base line of the last line of the foot; points. */
#define LAST_LINE 20.0
/* Hexadecimal digits of the fingerprint: enough that no two drafts ever share them by chance. */
#define PRINTED 16

/* The watermark: how wide its longest line is, and how high its letters are at most, in points; how far it
 * rises towards its end, in radians; from line to line, in sizes. */
#define MARK_WIDTH 400.0
#define MARK_SIZE 170.0
#define MARK_RISE .62
#define MARK_PITCH 1.8
/* from the middle of a line to its base line, in sizes */
#define MARK_BASE .28

/* Pale enough that text is read over it, dark enough to be seen on a bad print.  A solid colour, for it is
 * under the text: nothing in the file is transparent. */
static const double mark_ink[] = { .93, .937, .948 };

/* ---- watermark ---- */

static const char *
words_of (MqFlow *flow, const MqField *field, MqCopy copy)
{
  const MqHouse *house = mq_renderer_house (mq_flow_renderer (flow));
  const char *token = field->n_options > 0 ? mq_draft_value (mq_flow_draft (flow), field->path) : NULL;
  const MqOption *option = token != NULL ? mq_field_option (field, token) : NULL;

  if (option == NULL || option->watermark.ar == NULL || !(option->on_every_copy || copy & MQ_COPY_WATERMARK))
    return NULL;
  return mq_house_spelling (house, mq_house_label (house, &option->watermark, field->iq_by_law));
}

/**
 * mq_copy_watermark:
 * @flow: a flow
 * @copy: which copy of its draft
 *
 * The words of all facts that have some, a line each, in the order of the fact list: «سري», «مسودة».
 *
 * Returns: (transfer full) (nullable): the lines, %NULL when there are none
 */
char *
mq_copy_watermark (MqFlow *flow, MqCopy copy)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  const MqGroup *const *groups;
  guint n;

  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);

  groups = mq_kind_groups (mq_draft_kind (mq_flow_draft (flow)), &n);
  for (guint g = 0; g < n; g++)
    for (guint i = 0; i < groups[g]->n_facts; i++)
      {
        const char *words = words_of (flow, groups[g]->facts[i], copy);

        if (words != NULL)
          g_ptr_array_add (lines, (gpointer) words);
      }
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
outline_run (const MqGlyphRun *run, gpointer cr)
{
  mq_outline_run (cr, run);
}

static double
widest_line (const MqPara *para)
{
  double width = 0;

  for (guint line = 0; line < para->n_lines; line++)
    width = MAX (width, mq_line_width (para, line));
  return width;
}

/* Across the middle of the paper, rising from right to left, as Arabic is read.  Outlines: as text it would
 * be found between the words of each page. */
static void
paint_watermark (MqFlow *flow, MqCopy copy, cairo_t *cr)
{
  const MqPaper *paper = mq_flow_paper (flow);
  double given = mq_look_style (MQ_LOOK_TITLE)->size, size, middle;
  g_autofree char *words = mq_copy_watermark (flow, copy);
  MqPara para = { 0 };

  if (words == NULL)
    return;
  mq_para_set_text (&para, mq_flow_shaper (flow), words, mq_look_attributes (MQ_LOOK_TITLE, FALSE),
                    paper->width, MQ_ALIGN_CENTER);
  size = MIN (MARK_SIZE, given * MARK_WIDTH / MAX (widest_line (&para), 1));
  middle = (para.n_lines - 1) / 2.0;
  for (guint line = 0; line < para.n_lines; line++)
    {
      cairo_save (cr);
      cairo_set_source_rgb (cr, mark_ink[0], mark_ink[1], mark_ink[2]);
      cairo_translate (cr, paper->width / 2, paper->height / 2 + (line - middle) * MARK_PITCH * size);
      cairo_rotate (cr, MARK_RISE);
      cairo_scale (cr, size / given, size / given);
      mq_line_runs (&para, line, -paper->width / 2, MARK_BASE * given, outline_run, cr);
      cairo_restore (cr);
    }
  mq_para_clear (&para);
}

/* ---- the fingerprint ---- */

char *
mq_copy_foot (GBytes *file)
{
  g_autofree char *fingerprint = NULL;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  /* it runs from left to right, whatever it begins with */
  fingerprint = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file);
  text = g_string_new ("بصمة المسودة: \u2066");
  for (guint i = 0; i < PRINTED; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, fingerprint[i]);
    }
  g_string_append (text, "\u2069");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mq_copy_foot_line:
 * @flow: a flow
 * @foot: what mq_copy_foot() gave
 * @line: (out caller-allocates): zeroed; cleared by mq_furniture_clear()
 *
 * Sets @foot as it stands at the foot of every page, the title page too.
 */
void
mq_copy_foot_line (MqFlow *flow, const char *foot, MqFurniture *line)
{
  const MqPaper *paper = mq_flow_paper (flow);

  g_return_if_fail (MQ_IS_FLOW (flow) && foot != NULL && line != NULL);

  *line = (MqFurniture) { .text = g_strdup (foot), .x = paper->margin_x, .y = paper->height - LAST_LINE,
                          .width = mq_paper_measure (paper) };
  mq_para_set_text (&line->para, mq_flow_shaper (flow), foot, mq_look_attributes (MQ_LOOK_FURNITURE, FALSE),
                    line->width, MQ_ALIGN_CENTER);
}

/* ---- a page ---- */

/**
 * mq_copy_under:
 * @flow: a flow
 * @copy: which copy of its draft
 * @page: one of its pages, from 0
 * @cr: where to draw, with (0, 0) at the top left corner of the paper and a point as its unit
 *
 * Draws what is under the text of a page.
 */
void
mq_copy_under (MqFlow *flow, MqCopy copy, guint page, cairo_t *cr)
{
  g_return_if_fail (MQ_IS_FLOW (flow) && cr != NULL);

  paint_watermark (flow, copy, cr);
  mq_paint_rules (flow, page, cr);
  if (copy & MQ_COPY_LINE_NUMBERS)
    mq_margin_lines (flow, page, cr);
}

static void
show_run (const MqGlyphRun *run, const double colour[3], gpointer cr)
{
  cairo_set_source_rgb (cr, colour[0], colour[1], colour[2]);
  mq_sheet_run (cr, run);
}

static void
show_foot_run (const MqGlyphRun *run, gpointer cr)
{
  double colour[3];

  mq_sheet_colour (MQ_LOOK_FURNITURE, colour);
  show_run (run, colour, cr);
}

/**
 * mq_paint_copy:
 * @flow: a flow
 * @copy: which copy of its draft
 * @page: one of its pages, from 0
 * @foot: (nullable): the last line of the page, of mq_copy_foot()
 * @cr: where to draw, with (0, 0) at the top left corner of the paper and a point as its unit
 *
 * Draws a page as the PDF of that copy has it: for printers.
 */
void
mq_paint_copy (MqFlow *flow, MqCopy copy, guint page, const char *foot, cairo_t *cr)
{
  g_return_if_fail (MQ_IS_FLOW (flow) && cr != NULL);

  cairo_save (cr);
  mq_copy_under (flow, copy, page, cr);
  mq_paint_figures (flow, page, cr);
  mq_paint_runs (flow, page, show_run, cr);
  if (foot != NULL)
    {
      double pitch = mq_look_style (MQ_LOOK_FURNITURE)->pitch;
      MqFurniture line = { 0 };

      mq_copy_foot_line (flow, foot, &line);
      for (guint i = 0; i < line.para.n_lines; i++)
        mq_line_runs (&line.para, i, line.x, line.y + i * pitch, show_foot_run, cr);
      mq_furniture_clear (&line);
    }
  cairo_restore (cr);
}
