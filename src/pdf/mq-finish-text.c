/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE           /* memmem */
#include "mq-finish-private.h"

#include <string.h>

/* The text comes into the place of the stand-in.
 *
 * In Cairo's content each run of stand-in glyphs is a text object: "BT", a place, "/f-0-0 1 Tf", then one
 * "Tj" for each glyph, "ET".  The whole object becomes "BT", the font, the texts that the glyphs stand for,
 * "ET". Colour and marks stay as they stand around it.  Text that Cairo itself draws has another font and
 * stays. */

typedef struct {
  const MqFinish *finish;
  MqObject *content;
  guint first, end;           /* the texts that belong to the page */
  const char *stand_in;       /* "/f-0-0 1 Tf\n" */
  gboolean done;
} Page;

static void
append_text (const MqPdfDrawing *drawing, guint number, GString *to)
{
  gsize from = number > 0 ? g_array_index (drawing->text_ends, gsize, number - 1) : 0;
  gsize end = g_array_index (drawing->text_ends, gsize, number);

  g_string_append_len (to, drawing->text->str + from, (gssize) (end - from));
}

/* Pages are done in several threads: each touches its own content only. */
static void
put_page (gpointer data, gpointer unused)
{
  Page *page = data;
  GString *old = mq_object_inflate (page->content), *new;
  const char *at, *begin, *end;
  gsize stand_in_length = strlen (page->stand_in);
  guint number = page->first;

  if (old == NULL)
    return;
  new = g_string_sized_new (old->len + 256);
  for (at = old->str; (begin = strstr (at, "BT\n")) != NULL && (end = strstr (begin, "\nET\n")) != NULL;)
    {
      g_string_append_len (new, at, begin - at);
      at = end + 4;
      if (memmem (begin, (gsize) (end - begin), page->stand_in, stand_in_length) == NULL)
        {
          g_string_append_len (new, begin, at - begin);
          continue;
        }
      g_string_append (new, "BT\n");
      g_string_append (new, page->stand_in);
      for (const char *glyph = begin;
           (glyph = memmem (glyph, (gsize) (end + 1 - glyph), "Tj\n", 3)) != NULL; glyph += 3)
        {
          if (number < page->end)
            append_text (page->finish->drawing, number, new);
          number++;
        }
      g_string_append (new, "ET\n");
    }
  g_string_append (new, at);
  page->done = number == page->end;     /* none left over, none missing */
  mq_object_set_deflated (page->content, new->str, new->len, "");
  g_string_free (old, TRUE);
  g_string_free (new, TRUE);
}

/* ---- the font ---- */

#define FONT_NAME "/MUQTAR+MuqtarahDocument"

/* The stand-in's objects become those of the document font. */
static gboolean
put_font (MqFinish *finish, guint number)
{
  const MqPdfDrawing *drawing = finish->drawing;
  const MqFontBox *box = &drawing->box;
  MqObject *type0 = mq_finish_object (finish, number), *cid, *descriptor, *file, *unicode;
  guint cid_number, descriptor_number, file_number, unicode_number;
  g_autofree char *file_keys = NULL;

  if (type0 == NULL)
    return FALSE;
  cid_number = mq_object_reference (type0, "/DescendantFonts [");
  unicode_number = mq_object_reference (type0, "/ToUnicode ");
  cid = mq_finish_object (finish, cid_number);
  unicode = mq_finish_object (finish, unicode_number);
  if (cid == NULL || unicode == NULL || unicode->data == NULL)
    return FALSE;
  descriptor_number = mq_object_reference (cid, "/FontDescriptor ");
  descriptor = mq_finish_object (finish, descriptor_number);
  if (descriptor == NULL)
    return FALSE;
  file_number = mq_object_reference (descriptor, "/FontFile2 ");
  file = mq_finish_object (finish, file_number);
  if (file == NULL || file->data == NULL)
    return FALSE;

  g_free (type0->edited);
  g_free (cid->edited);
  g_free (descriptor->edited);
  type0->edited = g_strdup_printf ("<< /Type /Font /Subtype /Type0 /BaseFont " FONT_NAME
                                   " /Encoding /Identity-H /DescendantFonts [%u 0 R] /ToUnicode %u 0 R >>",
                                   cid_number, unicode_number);
  cid->edited = g_strdup_printf ("<< /Type /Font /Subtype /CIDFontType2 /BaseFont " FONT_NAME
                                 " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                                 "/CIDToGIDMap /Identity /FontDescriptor %u 0 R /DW 500 /W [1 [%s]] >>",
                                 descriptor_number, drawing->widths->str);
  descriptor->edited = g_strdup_printf ("<< /Type /FontDescriptor /FontName " FONT_NAME
                                        " /Flags 4 /FontBBox [%d %d %d %d] /ItalicAngle 0 /Ascent %d "
                                        "/Descent %d /CapHeight %d /StemV 80 /FontFile2 %u 0 R >>",
                                        box->x0, box->y0, box->x1, box->y1, box->ascent, box->descent,
                                        box->ascent, file_number);
  file_keys = g_strdup_printf ("/Length1 %u ", drawing->font->len);
  mq_object_set_deflated (file, drawing->font->data, drawing->font->len, file_keys);
  mq_object_set_deflated (unicode, drawing->unicode->str, drawing->unicode->len, "");
  return TRUE;
}

/* ---- all pages ---- */

static MqObject *
content_of (const MqFinish *finish, guint page)
{
  MqObject *object = mq_finish_object (finish, finish->pages[page]);
  MqObject *content = object != NULL
                        ? mq_finish_object (finish, mq_object_reference (object, "/Contents ")) : NULL;

  return content != NULL && content->data != NULL ? content : NULL;
}

/* The name that Cairo gave the stand-in: that of the first text on the first page that has any. */
static gboolean
find_stand_in (MqFinish *finish, char **name, guint *font)
{
  for (guint i = 0; i < 2 * finish->drawing->n_pages; i++)
    {
      const MqObject *page = mq_finish_object (finish, finish->pages[i]), *resources;
      MqObject *content = content_of (finish, i);
      GString *text = content != NULL ? mq_object_inflate (content) : NULL;
      const char *begin = text != NULL ? strstr (text->str, "\n/f-") : NULL;
      const char *end = begin != NULL ? strstr (begin, " Tf\n") : NULL;

      if (end != NULL)
        {
          g_autofree char *key = g_strndup (begin + 1, strcspn (begin + 1, " ") + 1);

          *name = g_strndup (begin + 1, (gsize) (end + 3 - begin));
          resources = mq_finish_object (finish, mq_object_reference (page, "/Resources "));
          *font = resources != NULL ? mq_object_reference (resources, key) : 0;
        }
      if (text != NULL)
        g_string_free (text, TRUE);
      if (end != NULL)
        return *font != 0;
      if (text == NULL)
        return FALSE;
    }
  return FALSE;
}

/**
 * mq_finish_texts:
 * @finish: a file that was read
 * @stand_in: (out): the operator that selects the document's font on every page, "/f-0-0 1 Tf\n"
 *
 * Returns: whether every text found its place
 */
gboolean
mq_finish_texts (MqFinish *finish, char **stand_in)
{
  const MqPdfDrawing *drawing = finish->drawing;
  guint n = 2 * drawing->n_pages, font = 0;
  g_autofree Page *pages = g_new0 (Page, n);
  GThreadPool *pool;
  gboolean done = TRUE;

  *stand_in = NULL;
  for (guint i = 0; i < n; i++)
    {
      pages[i] = (Page) { .finish = finish, .content = content_of (finish, i),
                          .first = g_array_index (drawing->page_texts, guint, i),
                          .end = g_array_index (drawing->page_texts, guint, i + 1) };
      if (pages[i].content == NULL)
        return FALSE;
    }
  if (!find_stand_in (finish, stand_in, &font) || !put_font (finish, font))
    return FALSE;
  pool = g_thread_pool_new (put_page, NULL, (int) g_get_num_processors (), FALSE, NULL);
  for (guint i = 0; i < n; i++)
    {
      pages[i].stand_in = *stand_in;
      g_thread_pool_push (pool, &pages[i], NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  for (guint i = 0; i < n; i++)
    done = done && pages[i].done;
  return done;
}
