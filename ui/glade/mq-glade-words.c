/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-glade-words.h"

#include <string.h>

/* GNU MO, in the byte order of the machine that made it, which is this one: magic, revision, number of
 * strings, then where the table of originals and that of translations begin; an entry of a table is the length and the
 * place of a string, which a NUL ends.  Originals are sorted. */
#define MAGIC 0x950412deu

typedef struct
{
  const char *bytes;
  gsize       length;
} Mo;

static guint32
number_at (const Mo *mo, gsize offset)
{
  guint32 number = 0;

  if (offset <= mo->length && mo->length - offset >= sizeof number)
    memcpy (&number, mo->bytes + offset, sizeof number);
  return number;
}

static const char *
string_at (const Mo *mo, gsize table, guint index)
{
  gsize entry = table + 8 * (gsize) index;
  gsize length = number_at (mo, entry);
  gsize place = number_at (mo, entry + 4);

  return place + length < mo->length && mo->bytes[place + length] == '\0' ? mo->bytes + place : "";
}

static const Mo *
translations (void)
{
  static Mo mo;
  static gsize read;

  if (g_once_init_enter (&read))
    {
      g_autoptr (GError) error = NULL;
      GMappedFile *file = g_mapped_file_new (MQ_TRANSLATIONS, FALSE, &error);

      if (file)
        {
          mo.bytes = g_mapped_file_get_contents (file);
          mo.length = g_mapped_file_get_length (file);
          if (number_at (&mo, 0) != MAGIC)
            mo.length = 0;
        }
      else
        g_message ("Titles stay English: %s", error->message);
      g_once_init_leave (&read, 1);
    }
  return &mo;
}

/**
 * mq_glade_arabic:
 * @english: a string of the interface
 *
 * Returns: (transfer none): its Arabic, or @english while there is none
 */
const char *
mq_glade_arabic (const char *english)
{
  const Mo *mo = translations ();
  guint low = 0, high = number_at (mo, 8);
  gsize originals = number_at (mo, 12), arabic = number_at (mo, 16);

  g_return_val_if_fail (english != NULL, NULL);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (english, string_at (mo, originals, middle));
      const char *found;

      if (order == 0)
        {
          found = string_at (mo, arabic, middle);
          return *found && *english ? found : english;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return english;
}
