/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-docfont.h"
#include "mq-line.h"

/* Lines of text → operators of a PDF, such that every reader gives the words back in the order in which they
 * are read.  README.md tells how; mq-text-order.c has the table of what is written for what. */

G_BEGIN_DECLS

typedef struct _MqText MqText;

/* @font gets the slots that the text needs; @out the operators.  Both live longer than the text. */
MqText *mq_text_new  (MqDocFont *font, GString *out);
void    mq_text_free (MqText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqText, mq_text_free)

/* One line of a paragraph.  @x: of the left edge of its measure, @y: of the base line; points from the top
 * left corner of the page.  @bridge: a bridge follows on its left. */
void mq_text_line (MqText *text, const MqPara *para, guint line, double x, double y, gboolean bridge);

/* The gap on a line between two texts that are read one after the other: a number and its paragraph, the
 * cells of a row.  From @left to @right, where the texts end.  pdf.js sees them parted; when @filled,
 * poppler, and it alone, sees the gap filled and makes no column of it. */
void mq_text_bridge (MqText *text, double left, double right, double y, double size, gboolean filled);

/* The code of a character that ends a line for pdf.js and is nothing to the others. */
guint16 mq_text_new_line (MqText *text);
/* The code of a character that is read by nobody; pdf.js does not even see the number behind it. */
guint16 mq_text_marker   (MqText *text);

G_END_DECLS
