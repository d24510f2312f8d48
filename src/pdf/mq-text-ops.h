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
  double left, size;          /* of the line, points */
  int pen;                    /* units of the em from there */
  int skipped;                /* advance of a character that pdf.js has just left out; -1: it has not */
} MqTextOps;

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

/* (transfer full): the slots of a word as the inside of a TJ array, from within a string to within a string
 * */
char *mq_text_ops_word   (const GArray *slots, int width);

G_END_DECLS
