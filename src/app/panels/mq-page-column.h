/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-pages.h"

/* Where pages are that stand one under the other in a window: pixels of the view and points of a page.  No widgets. */

G_BEGIN_DECLS

/**
 * MqPageColumn:
 * @paper: the size of a page
 * @n: number of pages
 * @scale: pixels in a point; 0: not known yet
 * @width: of the view, in pixels
 * @x: how far it is scrolled
 * @y: how far it is scrolled
 */
typedef struct {
  MqPaper paper;
  guint n;
  double scale;
  double width, x, y;
} MqPageColumn;

double   mq_page_column_whole_width  (const MqPageColumn *column);
double   mq_page_column_whole_height (const MqPageColumn *column);
double   mq_page_column_fit          (const MqPaper *paper, double width);        /* the scale at which a page fits */
double   mq_page_column_top          (const MqPageColumn *column, guint page);    /* from the top of the whole */
double   mq_page_column_left         (const MqPageColumn *column);                /* in the view */
guint    mq_page_column_at           (const MqPageColumn *column, double y);      /* y from the top of the whole */
double   mq_page_column_place        (const MqPageColumn *column, double y);      /* pages above y, with a fraction */
double   mq_page_column_y            (const MqPageColumn *column, double place);  /* the way back */

G_END_DECLS
