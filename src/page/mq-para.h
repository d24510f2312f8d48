/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-shaper.h"

/* Bits become lines of one width.  All lengths are Pango units. */

G_BEGIN_DECLS

typedef enum {
  MQ_ALIGN_START,             /* to the right edge: the text runs from right to left */
  MQ_ALIGN_CENTER,            /* and lines of about one length */
  MQ_ALIGN_END,               /* to the left edge */
  MQ_ALIGN_JUSTIFY,           /* to both, but for the last line */
} MqAlign;

typedef enum {
  MQ_FIT_OPTIMUM,             /* the breaks that give the most even spaces in the whole paragraph */
  MQ_FIT_FIRST,               /* a line takes what fits; spaces only grow */
} MqFit;

typedef struct {
  guint32 first, end;         /* bits [first, end); the spaces at the end of the line are outside */
  int x;                      /* of its left end, from the left edge of the measure */
  int width;                  /* natural */
  int extra;                  /* what justification adds to its spaces in all, or takes */
  int n_glue;                 /* number of spaces */
} MqLine;

/* Zeroed, it is a paragraph without lines. */
typedef struct {
  MqBit *bits;
  MqLine *lines;
  guint n_bits, n_lines;
} MqPara;

void mq_para_set      (MqPara *para, const GArray *bits, int width, MqAlign align, MqFit fit);
void mq_para_set_text (MqPara *para, MqShaper *shaper, const char *text, PangoAttrList *attributes,
                       double width, MqAlign align);
void mq_para_set_headed (MqPara *para, MqShaper *shaper, const char *text, gsize head,
                         PangoAttrList *head_attributes, PangoAttrList *attributes, double width,
                         MqAlign align);
void mq_para_clear    (MqPara *para);
gboolean mq_para_begins (const MqPara *para, guint line);
guint mq_para_n_missing (const MqPara *para);

G_END_DECLS
