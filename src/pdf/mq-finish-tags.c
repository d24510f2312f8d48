/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-finish-private.h"

#include <stdlib.h>
#include <string.h>

/* What Cairo does not say about the elements of structure.  It numbers them in the order in which it was told
 * of them: the n-th element is the n-th tag of the drawing, and its name must be that of the tag. */

static const char element[] = "<< /Type /StructElem\n";

static gboolean
is_element (const MqObject *object)
{
  return object->body != NULL && !object->gone && object->data == NULL && object->length > strlen (element)
         && strncmp (object->body, element, strlen (element)) == 0;
}

static gboolean
has_name (const MqObject *object, const char *name)
{
  const char *at = mq_object_find (object, "/S /");
  gsize length = strlen (name);

  return at != NULL && strncmp (at + 4, name, length) == 0 && !g_ascii_isalnum (at[4 + length]);
}

/* What a link says where it leads; and that it is printed. */
static gboolean
describe_link (MqFinish *finish, const MqObject *object, const char *text)
{
  MqObject *annotation = mq_finish_object (finish, mq_object_reference (object, "/Obj "));
  g_autofree char *string = mq_pdf_string (text);

  if (annotation == NULL)
    return FALSE;
  mq_object_add (annotation, "/F 4 /Contents %s ", string);
  return TRUE;
}

/* What a figure shows, for those who do not see it, and where it stands: Cairo knows the attribute of neither. */
static void
describe_figure (MqFinish *finish, MqObject *object, const MqPdfTag *tag)
{
  g_autofree char *text = mq_pdf_string (tag->said);
  double corners[4] = { tag->box->x, finish->drawing->height - tag->box->y - tag->box->height,
                        tag->box->x + tag->box->width, finish->drawing->height - tag->box->y };
  char buffers[4][G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < 4; i++)
    g_ascii_formatd (buffers[i], sizeof buffers[i], "%.2f", corners[i]);
  mq_object_add (object, "/Alt %s /A << /O /Layout /Placement /Block /BBox [%s %s %s %s] >> ", text, buffers[0],
                 buffers[1], buffers[2], buffers[3]);
}

/**
 * mq_finish_tags:
 * @finish: a file that was read
 *
 * Returns: whether its elements are the tags of the drawing
 */
gboolean
mq_finish_tags (MqFinish *finish)
{
  const GArray *tags = finish->drawing->tags;
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n = 0, n_ids = 0, n_objects = finish->n;
  MqObject *tree;

  for (guint i = 1; i < n_objects; i++)
    {
      MqObject *object = &finish->objects[i];
      const MqPdfTag *tag;

      if (!is_element (object))
        continue;
      if (n == tags->len)
        return FALSE;
      tag = &g_array_index (tags, MqPdfTag, n);
      if (!has_name (object, tag->name))
        return FALSE;
      if (n++ == 0)
        mq_object_add (object, "/A << /O /Layout /WritingMode /RlTb >> ");
      if (tag->scope != NULL)
        mq_object_add (object, "/A << /O /Table /Scope /%s >> ", tag->scope);
      if (tag->numbered)
        mq_object_add (object, "/A << /O /List /ListNumbering /Decimal >> ");
      if (tag->language != NULL)
        mq_object_add (object, "/Lang (%s) ", tag->language);
      if (tag->identified)
        {
          n_ids++;
          mq_object_add (object, "/ID (note.%06u) ", n_ids);
          g_string_append_printf (ids, "(note.%06u) %u 0 R ", n_ids, i);
        }
      if (tag->box != NULL)
        describe_figure (finish, object, tag);
      else if (tag->said != NULL && !describe_link (finish, object, tag->said))
        return FALSE;
    }
  if (n_ids > 0)
    {
      tree = mq_finish_object (finish, mq_object_reference (mq_finish_object (finish, finish->root),
                                                            "/StructTreeRoot "));
      if (tree == NULL)
        return FALSE;
      mq_object_add (tree, "/IDTree << /Names [%s] >> ", ids->str);
    }
  return n == tags->len;
}
