/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE           /* memmem */
#include "mq-page-text.h"

#include <string.h>

#include "mq-finish-private.h"

/* In Cairo's content each run of stand-in glyphs is a text object: "BT", a place, "/f-0-0 1 Tf", then one
 * "Tj" for each glyph, "ET".  The whole object becomes "BT", the font, the texts that the glyphs stand for,
 * "ET". Colour and marks stay as they stand around it.  Text that Cairo itself draws has another font and
 * stays. */

/* ---- one page ---- */

static void
append_stretch (const MqPageText *page, guint number, GString *to)
{
  gsize from = number > 0 ? g_array_index (page->ends, gsize, number - 1) : 0;
  gsize end = g_array_index (page->ends, gsize, number);

  g_string_append_len (to, page->text + from, (gssize) (end - from));
}

/* (transfer full) (nullable): Cairo's content as Cairo compressed it */
static GString *
open_content (const MqPageText *page)
{
  const MqObject stream = { .data = (const char *) page->cairo->data, .data_length = page->cairo->len };

  return mq_object_inflate (&stream);
}

static void
forget (MqPageText *page)
{
  g_clear_pointer (&page->cairo, g_byte_array_unref);
  g_clear_pointer (&page->text, g_free);
  g_clear_pointer (&page->ends, g_array_unref);
}

/* Pages are done in several threads: each touches its own page only. */
static void
put_text (gpointer data, gpointer unused)
{
  MqPageText *page = data;
  GString *old = open_content (page), *new;
  const char *at, *begin, *end;
  guint number = 0;

  if (old == NULL)
    return;
  new = g_string_sized_new (old->len + strlen (page->text));
  for (at = old->str; (begin = strstr (at, "BT\n")) != NULL && (end = strstr (begin, "\nET\n")) != NULL;)
    {
      g_string_append_len (new, at, begin - at);
      at = end + 4;
      if (page->stand_in == NULL
          || memmem (begin, (gsize) (end - begin), page->stand_in, strlen (page->stand_in)) == NULL)
        {
          g_string_append_len (new, begin, at - begin);
          continue;
        }
      g_string_append (new, "BT\n");
      g_string_append (new, page->stand_in);
      for (const char *glyph = begin;
           (glyph = memmem (glyph, (gsize) (end + 1 - glyph), "Tj\n", 3)) != NULL; glyph += 3)
        {
          if (number < page->ends->len)
            append_stretch (page, number, new);
          number++;
        }
      g_string_append (new, "ET\n");
    }
  g_string_append (new, at);
  if (number == page->ends->len)        /* none left over, none missing */
    page->data = mq_deflate (new->str, new->len, &page->length);
  g_string_free (old, TRUE);
  g_string_free (new, TRUE);
  forget (page);
}

void
mq_page_text_free (gpointer pointer)
{
  MqPageText *page = pointer;

  forget (page);
  g_free (page->data);
  g_free (page);
}

/* ---- all pages ---- */

/* The name that Cairo gave the stand-in: that of the first text on the first page that has any. */
static void
find_stand_in (MqPdfDrawing *drawing, const MqPageText *page)
{
  GString *content = open_content (page);
  const char *begin = content != NULL ? strstr (content->str, "\n/f-") : NULL;
  const char *end = begin != NULL ? strstr (begin, " Tf\n") : NULL;

  if (end != NULL)
    {
      drawing->stand_in = g_strndup (begin + 1, (gsize) (end + 3 - begin));
      drawing->stand_in_page = drawing->pages->len - 1;
    }
  if (content != NULL)
    g_string_free (content, TRUE);
}

void
mq_page_text_put (MqPdfDrawing *drawing, gsize from)
{
  static const char opening[] = "\nstream\n";
  const GByteArray *file = drawing->file;
  /* the content comes first, whatever else the page needs */
  const guint8 *stream =
    from < file->len ? memmem (file->data + from, file->len - from, opening, strlen (opening)) : NULL;
  MqPageText *page = g_new0 (MqPageText, 1);

  page->place = stream != NULL ? (gsize) (stream - file->data) + strlen (opening) : file->len;
  page->cairo = g_byte_array_append (g_byte_array_new (), file->data + page->place,
                                     (guint) (file->len - page->place));
  page->text = g_strndup (drawing->text->str, drawing->text->len);
  page->ends = g_array_copy (drawing->text_ends);
  g_string_truncate (drawing->text, 0);
  g_array_set_size (drawing->text_ends, 0);
  g_ptr_array_add (drawing->pages, page);
  if (drawing->stand_in == NULL)
    find_stand_in (drawing, page);
  page->stand_in = drawing->stand_in;
  if (drawing->pool == NULL)
    drawing->pool = g_thread_pool_new (put_text, NULL, (int) g_get_num_processors (), FALSE, NULL);
  g_thread_pool_push (drawing->pool, page, NULL);
}

void
mq_page_text_wait (MqPdfDrawing *drawing)
{
  if (drawing->pool != NULL)
    g_thread_pool_free (drawing->pool, FALSE, TRUE);
  drawing->pool = NULL;
}
