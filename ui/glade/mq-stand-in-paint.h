/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-stand-in.h"

/* How a stand-in looks: near enough to the real form to arrange it.  Sizes in pixels. */

G_BEGIN_DECLS

typedef enum
{
  MQ_INK_TITLE,
  MQ_INK_HEADING,
  MQ_INK_LABEL,
  MQ_INK_NOTE,
  MQ_INK_HINT,
} MqInk;

int  mq_stand_in_paint_line (GtkWidget *widget, cairo_t *cairo, MqInk ink, const char *text, int x, int y, int width);
void mq_stand_in_paint_card (cairo_t *cairo, double x, double y, double width, double height);
void mq_stand_in_paint_bar  (cairo_t *cairo, double x, double y, double width, double height);

G_END_DECLS
