/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-finish-private.h"

#include <string.h>

#include "mq-page-text.h"

/* The pages' contents with their texts, which were made while the pages were drawn, come into the place of
 * Cairo's, and the document font into that of the stand-in. */

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

/* The font's number in the resources of a page that has it. */
static guint
stand_in_font (const MqFinish *finish)
{
  const MqPdfDrawing *drawing = finish->drawing;
  const MqObject *page = mq_finish_object (finish, finish->pages[drawing->stand_in_page]);
  const MqObject *resources = page != NULL
                                ? mq_finish_object (finish, mq_object_reference (page, "/Resources ")) : NULL;
  g_autofree char *key = g_strndup (drawing->stand_in, strcspn (drawing->stand_in, " ") + 1);

  return resources != NULL ? mq_object_reference (resources, key) : 0;
}

/**
 * mq_finish_texts:
 * @finish: a file that was read
 *
 * Returns: whether every text found its place
 */
gboolean
mq_finish_texts (MqFinish *finish)
{
  const MqPdfDrawing *drawing = finish->drawing;
  guint n = 2 * drawing->n_pages;

  if (drawing->pages->len != n || drawing->stand_in == NULL || !put_font (finish, stand_in_font (finish)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      MqPageText *page = g_ptr_array_index (drawing->pages, i);
      MqObject *content = content_of (finish, i);

      if (content == NULL || page->data == NULL
          || content->data != (const char *) drawing->file->data + page->place)
        return FALSE;
      mq_object_set_stream (content, g_steal_pointer (&page->data), page->length, "/Filter /FlateDecode ");
    }
  return TRUE;
}
