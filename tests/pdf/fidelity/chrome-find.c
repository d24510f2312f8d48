/* SPDX-License-Identifier: GPL-3.0-or-later */

/* chrome-find TEXT PHRASES: tells which of the phrases (one a line) Chrome's find bar would find in the text of a PDF, a
 * line each: 1 or 0.
 *
 * Chrome searches the text that PDFium gives (PDFiumEngine::SearchUsingICU): white space is folded, zero width spaces
 * are dropped, quotation marks made plain; then an ICU collator of primary strength compares, so that marks, seats of
 * hamza and directional controls do not count. */

#include <glib.h>
#include <stdio.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/usearch.h>
#include <unicode/ustring.h>

/* As Chrome prepares both sides. */
static UChar *
prepare (const char *text, int32_t *length)
{
  UErrorCode error = U_ZERO_ERROR;
  int32_t room, kept = 0;
  UChar *out;

  u_strFromUTF8 (NULL, 0, &room, text, -1, &error);
  out = g_new (UChar, room + 1);
  error = U_ZERO_ERROR;
  u_strFromUTF8 (out, room + 1, NULL, text, -1, &error);
  for (int32_t i = 0; i < room; i++)
    {
      UChar c = out[i];

      if (c == 0x200b)
        continue;
      if (c == 0x201c || c == 0x201d)
        c = '"';
      if (c == 0x2018 || c == 0x2019)
        c = '\'';
      if (u_isUWhiteSpace (c))
        {
          if (kept > 0 && out[kept - 1] == ' ')
            continue;
          c = ' ';
        }
      out[kept++] = c;
    }
  *length = kept;
  return out;
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL, *phrases = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree UChar *hay = NULL;
  UErrorCode error = U_ZERO_ERROR;
  UCollator *collator;
  int32_t n_hay;

  if (argc != 3 || !g_file_get_contents (argv[1], &text, NULL, NULL)
      || !g_file_get_contents (argv[2], &phrases, NULL, NULL))
    {
      fputs ("usage: chrome-find TEXT PHRASES\n", stderr);
      return 2;
    }
  hay = prepare (text, &n_hay);
  collator = ucol_open ("ar", &error);
  if (U_FAILURE (error))
    return 2;
  ucol_setStrength (collator, UCOL_PRIMARY);
  lines = g_strsplit (phrases, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      int32_t n_phrase;
      g_autofree UChar *phrase = prepare (lines[i], &n_phrase);
      UStringSearch *search;

      if (n_phrase == 0)
        continue;
      if (n_hay == 0)
        {
          puts ("0");
          continue;
        }
      error = U_ZERO_ERROR;
      search = usearch_openFromCollator (phrase, n_phrase, hay, n_hay, collator, NULL, &error);
      puts (U_SUCCESS (error) && usearch_first (search, &error) != USEARCH_DONE ? "1" : "0");
      usearch_close (search);
    }
  ucol_close (collator);
  return 0;
}
