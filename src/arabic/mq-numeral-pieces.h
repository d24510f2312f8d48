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

typedef struct {
  /* tanween before its alif, gender, case, number */
  MqPiece below_hundred[2][2][3][100];
  /* مائة, case, construct, hundreds */
  MqPiece hundreds[2][3][2][10];
} MqPieces;

const MqPieces *mq_numeral_pieces (void);

static inline char *
mq_piece_write (char *p, const MqPiece *piece)
{
  memcpy (p, piece->text, sizeof piece->text);
  return p + piece->length;
}

G_END_DECLS
