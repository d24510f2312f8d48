/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow.h"

/* Which copy of a draft is printed: its pages, and what a copy has beside them.  Lines, pages and text are
 * the same in all of them.  PDF and print both draw a page of a copy by what stands here. */

G_BEGIN_DECLS

typedef enum {
  MQ_COPY_CLEAN = 0,              /* the pages alone: what is signed and kept */
  MQ_COPY_WATERMARK = 1 << 0,     /* the draft's state across each page */
  MQ_COPY_LINE_NUMBERS = 1 << 1,  /* every fifth line counted in the margin */
  MQ_COPY_REVIEW = MQ_COPY_WATERMARK | MQ_COPY_LINE_NUMBERS,
} MqCopy;

/* (transfer full): what stands across each page: the options of the draft's facts have it, so a kind may have
 * none (MqOption.watermark).  Some, as «سري», are on every copy, the clean one too.  NULL: none. */
char *mq_copy_watermark (MqFlow *flow, MqCopy copy);

/* (transfer full): the last line of each page, which tells one draft from another: «بصمة المسودة: 9f31 …».
 * @file: the draft's bytes, as mq_draft_to_file() gives them. */
char *mq_copy_foot (GBytes *file);
/* The same as it stands on paper.  @line is zeroed before, and cleared by mq_furniture_clear(). */
void mq_copy_foot_line (MqFlow *flow, const char *foot, MqFurniture *line);

/* What is under the text of a page, from the lowest up: watermark, rules and grounds, what stands in the
 * margins.  Letters in it are outlines and no text, so that no reader mixes them with the page's words. */
void mq_copy_under (MqFlow *flow, MqCopy copy, guint page, cairo_t *cr);

/* Everything on a page of a copy with (0, 0) at the top left corner of the paper, in points; @foot:
 * (nullable) of mq_copy_foot(). */
void mq_paint_copy (MqFlow *flow, MqCopy copy, guint page, const char *foot, cairo_t *cr);

G_END_DECLS
