/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

/* How each kind of block looks: typeface, size, spaces, and what may not be parted from what.  One table in
 * mq-look.c. */

G_BEGIN_DECLS

typedef enum {
  MQ_LOOK_TITLE, MQ_LOOK_SUBTITLE, MQ_LOOK_COVER, MQ_LOOK_COVER_FACT,      /* title page */
  MQ_LOOK_CONTENTS, MQ_LOOK_ENTRY_PART, MQ_LOOK_ENTRY_ARTICLE,             /* table of contents */
  MQ_LOOK_PART, MQ_LOOK_PART_NUMBER, MQ_LOOK_ARTICLE, MQ_LOOK_PARA, MQ_LOOK_ITEM, MQ_LOOK_SUBITEM,
  MQ_LOOK_DEFINITION,
  MQ_LOOK_ROW, MQ_LOOK_ROW_SMALL, MQ_LOOK_ROW_TINY,                        /* of a table; of one of many figures */
  MQ_LOOK_RECORD_TITLE, MQ_LOOK_RECORD_FIELD,                              /* a row of a table, as a record */
  MQ_LOOK_NOTE, MQ_LOOK_FIGURE, MQ_LOOK_SIGNATURE, MQ_LOOK_SIGNATORY,
  MQ_LOOK_FURNITURE,                                                       /* running head and foot */
  MQ_N_LOOKS
} MqLook;

/* All lengths in points.  Start is the right edge of the measure. */
typedef struct {
  const char *name;           /* "para": what it is called in the outline of the layout */
  double size, pitch;         /* of the letters; from base line to base line */
  double before, after;       /* glue around the block */
  double inset;               /* from the start edge */
  double label;               /* width of the column of the number, after the inset; 0: none */
  double pad;                 /* room inside, above and under the lines of each of its parts */
  gboolean bold, bold_label, justify, center, keep_next, new_page;
  double run_on;              /* with new_page: it goes on under other text where so much of a page is left */
  gboolean whole;             /* does not split while it fits on a page by itself */
  MqLook head;                /* the letters of the first of several paragraphs; 0: the same */
  const char *colour;         /* "#rrggbb", or NULL for the text's */
} MqLookStyle;

const MqLookStyle *mq_look_style (MqLook look);
PangoAttrList *mq_look_attributes (MqLook look, gboolean bold);    /* (transfer none): shared, one each */

G_END_DECLS
