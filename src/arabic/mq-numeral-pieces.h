/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-numeral.h"

#include <string.h>

/* For the files of this layer only: the words that numbers are put together of, ready made.
 *
 * A piece is copied whole, whatever its length, because a copy of a fixed size is a few instructions: so behind the
 * end of what is written there must be room for one more. */

G_BEGIN_DECLS

typedef struct {
  char text[32];
  guint8 length;
} MqPiece;

/* How hundreds are said: alone, before what they count (مئتا جنيه), with «و» and more numbers behind them. */
typedef enum { MQ_HUNDRED_ALONE, MQ_HUNDRED_CONSTRUCT, MQ_HUNDRED_AND, MQ_N_HUNDREDS } MqHundred;

/* Each piece ends in the space, or the « و», that is between it and what comes next; who writes nothing behind it takes
 * that back. */
typedef struct {
  /* tanween before its alif, gender, case, number; that of 0 is empty */
  MqPiece below_hundred[2][2][3][100];
  /* مائة, case, MqHundred, hundreds */
  MqPiece hundreds[2][3][MQ_N_HUNDREDS][10];
} MqPieces;

const MqPieces *mq_numeral_pieces (void);

static inline char *
mq_piece_write (char *p, const MqPiece *piece)
{
  memcpy (p, piece->text, sizeof piece->text);
  return p + piece->length;
}

G_END_DECLS
