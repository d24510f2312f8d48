/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-finish-private.h"

#include <stdlib.h>
#include <string.h>

/* Shapes: letters of the watermark and of the margins, each of which Cairo wrote as a form of its own
 * (src/page/mq-outline.h).  Two things are amiss with them.  Cairo names a form in the resources of a page as
 * often as the page draws it; a name may stand there but once.  And a form that is drawn by a form is not
 * taken by all checkers for a part of the artifact around it; so it says itself that it is one. */

static const char opening[] = "/XObject <<";

static gboolean
mark_shape (MqObject *shape)
{
  static const char mark[] = "/Artifact BMC\n", length_key[] = "/Length ";
  GString *content;
  const char *key;
  g_autofree char *length = NULL;
  gsize size;
  guint8 *deflated;

  if (shape->own != NULL)     /* another page has met it */
    return TRUE;
  content = shape->data != NULL ? mq_object_inflate (shape) : NULL;
  key = mq_object_find (shape, length_key);
  if (content == NULL || key == NULL)
    {
      if (content != NULL)
        g_string_free (content, TRUE);
      return FALSE;
    }
  g_string_prepend (content, mark);
  g_string_append (content, "\nEMC\n");
  deflated = mq_deflate (content->str, content->len, &size);
  g_string_free (content, TRUE);
  key += strlen (length_key);
  length = g_strdup_printf ("%" G_GSIZE_FORMAT, size);
  mq_object_replace (shape, key, strspn (key, "0123456789"), length);
  shape->own = deflated;
  shape->data = (const char *) deflated;
  shape->data_length = size;
  return TRUE;
}

/**
 * mq_finish_shapes:
 * @finish: a file
 * @resources: those of a page that holds no text of the document
 *
 * Returns: whether its shapes were as expected; it need not have any
 */
gboolean
mq_finish_shapes (MqFinish *finish, MqObject *resources)
{
  const char *start = mq_object_find (resources, opening), *end = start != NULL ? strstr (start, ">>") : NULL;
  g_autoptr (GString) names = NULL;
  g_autofree char *all = NULL;
  g_auto (GStrv) entries = NULL;

  if (start == NULL)
    return TRUE;
  if (end == NULL)
    return FALSE;
  start += strlen (opening);
  all = g_strndup (start, (gsize) (end - start));
  names = g_string_new (NULL);
  /* "/x7 7 0 R /x9 9 0 R /x7 7 0 R" */
  entries = g_strsplit (all, "R", -1);
  for (guint i = 0; entries[i] != NULL; i++)
    {
      const char *entry = g_strstrip (entries[i]), *number = strchr (entry, ' ');
      g_autofree char *known = g_strconcat (" ", entry, " R", NULL);
      MqObject *shape;

      if (*entry == '\0' || strstr (names->str, known) != NULL)
        continue;
      shape = number != NULL ? mq_finish_object (finish, (guint) strtoul (number, NULL, 10)) : NULL;
      if (shape == NULL || !mark_shape (shape))
        return FALSE;
      g_string_append (names, known);
    }
  g_string_append_c (names, ' ');
  mq_object_replace (resources, start, (gsize) (end - start), names->str);
  return TRUE;
}
