/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-text-line.h"

/* The operators of a PDF that show text.  A line is placed once (Tm); after that the pen moves by the numbers
 * of TJ arrays, in units of the em.  A new array is a new text object to PDFium, and nothing to the others.
 * */

G_BEGIN_DECLS

typedef struct {
  GString *out;
  gboolean in_array, in_string;
  double left, y, size;       /* of the line, points */
  int stretch;                /* of the line, see mq_text_ops_begin_line(); 0: not at all */
  int pen;                    /* units of the em from there */
  int unseen;                 /* how much farther to the right pdf.js has the pen */
  double part_end;            /* where pdf.js saw the character of mq_text_ops_end_part() begin, points */
  int part_end_width;
  int skipped;                /* advance of a character that pdf.js has just left out; -1: it has not */
} MqTextOps;

/* Before the line is placed: gaps shrink so many times in the eyes of pdf.js.  mq_text_ops_end_line() ends that. */
void mq_text_ops_begin_line (MqTextOps *ops, int stretch);
void mq_text_ops_end_line   (MqTextOps *ops);
void mq_text_ops_place   (MqTextOps *ops, double x, double y, double size);
/* Moves the pen to x, points. */
void mq_text_ops_move    (MqTextOps *ops, double x);
void mq_text_ops_show    (MqTextOps *ops, guint16 code, gunichar character, int advance);
/* @inside: of a TJ array, as mq_text_ops_word() makes it; @width: how far it moves the pen. */
void mq_text_ops_copy    (MqTextOps *ops, const char *inside, int width);
/* Ends the text object. */
void mq_text_ops_end     (MqTextOps *ops);
/* Shows a marker far outside of the page: poppler drops it, and PDFium skips an object without extent. */
void mq_text_ops_away    (MqTextOps *ops, guint16 code, int advance);

/* Ends a piece of text for pdf.js, wherever the pen goes next. */
void mq_text_ops_end_piece (MqTextOps *ops);
/* What follows is in another language, until NULL. */
void mq_text_ops_language (MqTextOps *ops, const char *language);
/* Moves the pen to x, points, while pdf.js believes that it is at @seen. */
void mq_text_ops_jump    (MqTextOps *ops, guint16 marker, int advance, double x, double seen);
/* Shows a character at x, right behind the last one to pdf.js.  mq_text_ops_join() moves the pen to x, and pdf.js sees
 * it exactly where that character ended. */
void mq_text_ops_end_part (MqTextOps *ops, guint16 marker, int advance, double x, guint16 code, int width);
void mq_text_ops_join     (MqTextOps *ops, guint16 marker, int advance, double x);
/* Where pdf.js believes the pen to be, points. */
double mq_text_ops_seen  (const MqTextOps *ops);

void mq_text_ops_items   (MqTextOps *ops, MqDocFont *font, const GArray *items, double y);

/* (transfer full): the slots of a word as the inside of a TJ array, from within a string to within a string
 * */
char *mq_text_ops_word   (const GArray *slots, int width);

G_END_DECLS
