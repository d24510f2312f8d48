/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-finish-private.h"

#include <string.h>

/* The second half of Cairo's pages goes under the first.
 *
 * What is not text of the document must be marked as an artifact, so that a screen reader passes it over.
 * Cairo cannot mark it; so it is drawn on pages of its own, and each of these becomes a form that is drawn,
 * as one artifact, before the page of text.  A form has resources of its own, so names do not clash. */

static void
put_text_stream (MqObject *object, char *text)
{
  mq_object_set_stream (object, (guint8 *) text, strlen (text), "");
}

static gboolean
join_page (MqFinish *finish, guint page_number, guint under_number, guint before, guint after)
{
  MqObject *page = mq_finish_object (finish, page_number), *under = mq_finish_object (finish, under_number);
  guint form_number = mq_object_reference (under, "/Contents ");
  guint resources_number = mq_object_reference (page, "/Resources ");
  guint form_resources = mq_object_reference (under, "/Resources ");
  MqObject *form = mq_finish_object (finish, form_number);
  MqObject *resources = mq_finish_object (finish, resources_number);
  const char *key = mq_object_find (page, "/Contents "), *objects;
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *contents = NULL, *entry = NULL;

  if (form == NULL || form->data == NULL || resources == NULL || key == NULL
      || mq_finish_object (finish, form_resources) == NULL
      || !mq_finish_shapes (finish, mq_finish_object (finish, form_resources)))
    return FALSE;
  g_ascii_formatd (width, sizeof width, "%.3f", finish->drawing->width);
  g_ascii_formatd (height, sizeof height, "%.3f", finish->drawing->height);
  mq_object_add (form, "/Type /XObject /Subtype /Form /BBox [0 0 %s %s] /Resources %u 0 R ", width, height,
                 form_resources);
  objects = mq_object_find (resources, "/XObject <<");
  entry = g_strdup_printf ("/XObject << /MqUnder %u 0 R ", form_number);
  if (objects != NULL)
    mq_object_replace (resources, objects, strlen ("/XObject <<"), entry);
  else
    mq_object_add (resources, "%s>> ", entry);
  contents = g_strdup_printf ("/Tabs /S /Contents [%u 0 R %u 0 R %u 0 R]", before,
                              mq_object_reference (page, "/Contents "), after);
  mq_object_replace (page, key, strcspn (key, "R") + 1, contents);
  under->gone = TRUE;
  return TRUE;
}

/**
 * mq_finish_pages:
 * @finish: a file whose texts are in place
 *
 * The form is followed by a NEL, for pdf.js, which would put the page's first word behind the last one of the
 * running foot.  To all others it stands out of the page: pdf.js does not see the number behind the marker
 * (mq-text-ops.c).  One stream before, and one after, serve all pages.
 *
 * Returns: whether all pages were as expected
 */
gboolean
mq_finish_pages (MqFinish *finish)
{
  guint n = finish->drawing->n_pages, before = mq_finish_new_object (finish);
  guint after = mq_finish_new_object (finish);
  MqObject *node = mq_finish_object (finish, mq_object_reference (mq_finish_object (finish, finish->root),
                                                                  "/Pages "));
  g_autoptr (GString) kids = g_string_new ("/Kids [");
  const char *at;

  put_text_stream (&finish->objects[before],
                   g_strdup_printf ("/Artifact BMC /MqUnder Do BT %s1 0 0 1 20 20 Tm\n"
                                    "[900000<%04x>900000 -900000]TJ [<%04x>]TJ ET EMC q\n", finish->drawing->stand_in,
                                    finish->drawing->marker, finish->drawing->new_line));
  put_text_stream (&finish->objects[after], g_strdup ("\nQ\n"));
  for (guint i = 0; i < n; i++)
    {
      if (!join_page (finish, finish->pages[i], finish->pages[n + i], before, after))
        return FALSE;
      g_string_append_printf (kids, " %u 0 R", finish->pages[i]);
    }
  g_string_append_c (kids, ']');
  at = mq_object_find (node, "/Kids [");
  mq_object_replace (node, at, strcspn (at, "]") + 1, kids->str);
  at = mq_object_find (node, "/Count ");
  if (at == NULL)
    return FALSE;
  g_string_printf (kids, "/Count %u", n);
  mq_object_replace (node, at, 7 + strspn (at + 7, "0123456789"), kids->str);
  return TRUE;
}
