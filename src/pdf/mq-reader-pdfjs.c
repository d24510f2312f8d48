/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-reader.h"

/* getTextContent (): thousandths of an em */
#define NO_SPACE 30           /* a gap up to this is none */
#define ONE_SPACE 600         /* a wider one ends the piece of text */
#define MOVE_BACK (-200)      /* and so does a move back by more */

/**
 * mq_pdfjs_gap:
 * @thousandths: of an em, from where one character ends to where the next one in the stream begins
 *
 * Returns: what it puts between the two
 */
MqPdfjsGap
mq_pdfjs_gap (int thousandths)
{
  if (thousandths < MOVE_BACK || thousandths > ONE_SPACE)
    return MQ_PDFJS_PARTED;
  return thousandths > NO_SPACE ? MQ_PDFJS_SPACE : MQ_PDFJS_JOINED;
}

/**
 * mq_pdfjs_skips:
 * @c: a character
 *
 * Returns: whether it is left out.  Then its width is left out as well, and the number that follows it in the
 *   operator; who writes two numbers, the width and the rest, keeps pdf.js in step.
 */
gboolean
mq_pdfjs_skips (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}
