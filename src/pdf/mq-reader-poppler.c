/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-reader.h"

#include <unicode/uchar.h>

/**
 * mq_poppler_class:
 * @c: a character
 *
 * Returns: its type in UnicodeTypeTable.cc; one of "LR#N"
 */
char
mq_poppler_class (gunichar c)
{
  if (c == MQ_RLM)
    return 'R';
  if (c == MQ_LRM)
    return 'L';
  /* marks that its table has as numbers */
  if (c >= 0x659 && c <= 0x65f)
    return '#';
  switch (u_charDirection ((UChar32) c))
    {
    case U_LEFT_TO_RIGHT:
      return 'L';
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
      return 'R';
    case U_EUROPEAN_NUMBER:
    case U_ARABIC_NUMBER:
    case U_EUROPEAN_NUMBER_SEPARATOR:
    case U_EUROPEAN_NUMBER_TERMINATOR:
    case U_COMMON_NUMBER_SEPARATOR:
      return '#';
    default:
      return 'N';
    }
}

/**
 * mq_poppler_reorder:
 * @classes: of the characters of a line, from left to right
 * @n: how many
 * @places: (out caller-allocates): the place of each in the text that comes out
 *
 * reorderText () goes from right to left.  What stands from the first L or # to the next R comes out from
 * left to right, neutrals included: so those at the left end of a number land on its wrong side, unless an R
 * follows at once.
 */
void
mq_poppler_reorder (const char *classes, guint n, int *places)
{
  int next = 0;

  g_return_if_fail (n == 0 || (classes != NULL && places != NULL));

  for (int i = (int) n - 1, j; i >= 0; i = j)
    {
      for (j = i; j >= 0 && classes[j] != 'L' && classes[j] != '#'; j--)
        places[j] = next++;
      i = j;
      while (j >= 0 && classes[j] != 'R')
        j--;
      for (int k = j + 1; k <= i; k++)
        places[k] = next++;
    }
}
