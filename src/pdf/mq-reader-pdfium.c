/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-reader.h"

#include <unicode/uchar.h>

/**
 * mq_pdfium_class:
 * @c: a character
 *
 * Returns: its class in fx_bidi.cpp; one of "LRWN"
 */
char
mq_pdfium_class (gunichar c)
{
  if (c == MQ_RLM)
    return 'R';
  if (c == MQ_LRM)
    return 'L';
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
    case U_DIR_NON_SPACING_MARK:
    case U_BOUNDARY_NEUTRAL:
      return 'W';
    default:
      return 'N';
    }
}

/* Where the piece that ends before @end begins: characters of one class. */
static guint
piece_start (const char *classes, guint end)
{
  guint start = end - 1;

  while (start > 0 && classes[start - 1] == classes[end - 1])
    start--;
  return start;
}

/**
 * mq_pdfium_order:
 * @classes: of the characters of a line, from left to right
 * @n: how many
 * @places: (out caller-allocates): the place of each in the text that comes out
 * @mirrored: (out caller-allocates): whether it comes out as its mirror image, ")" for "("
 *
 * CFX_BidiString cuts the line into pieces of one class.  When at least as many of them are R as are L, the
 * order of the pieces is turned round; R pieces are turned round inside, too, and neutral ones when the last
 * piece with a direction was R, and their brackets are mirrored.
 *
 * Returns: %FALSE when there are more L pieces: such a line is taken as one from left to right, and comes out as it is;
 *   what is filled in holds when more pieces that are R stand beside it
 */
gboolean
mq_pdfium_order (const char *classes, guint n, int *places, gboolean *mirrored)
{
  guint n_right = 0, n_left = 0;
  gboolean rightwards = TRUE;
  int next = 0;

  g_return_val_if_fail (n == 0 || (classes != NULL && places != NULL && mirrored != NULL), FALSE);

  for (guint end = n; end > 0; end = piece_start (classes, end))
    {
      n_right += classes[end - 1] == 'R';
      n_left += classes[end - 1] == 'L';
    }
  for (guint end = n, start; end > 0; end = start)
    {
      char class = classes[end - 1];
      gboolean turned = class == 'R' || (class == 'N' && rightwards);

      start = piece_start (classes, end);
      if (turned)
        rightwards = TRUE;
      else if (class != 'W')
        rightwards = FALSE;
      for (guint i = start; i < end; i++)
        {
          guint at = turned ? start + end - 1 - i : i;

          places[at] = next++;
          mirrored[at] = turned;
        }
    }
  return n_right >= n_left;
}

/**
 * mq_pdfium_changes:
 * @c: a neutral character
 *
 * GetMirrorChar () and GetUnicodeNormalization () have tables of their own, from an old Unicode: quotation marks
 * are mirrored, and a few signs are letters.
 *
 * Returns: whether it comes out as another one where it runs from right to left.  "…" is not said to be: three dots
 *   read the same, and blanks are whole rows of it.
 */
gboolean
mq_pdfium_changes (gunichar c)
{
  static const gunichar others[] = { 0xae, 0x2018, 0x2019, 0x201c, 0x201d, 0x211e, 0x211f, 0x2123, 0x2127 };
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (g_unichar_get_mirror_char (c, &parts[0]) && parts[0] != c)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] == c)
      return TRUE;
  if (c >= 0x2024 && c <= 0x2026)
    return FALSE;
  return c >= 0xa0 && (g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts)) > 1 || parts[0] != c);
}
