/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-finish-private.h"

#include <string.h>

#include "config.h"
#include "mq-i18n.h"

/* ---- what the catalogue gets ---- */

static guint
new_stream (MqFinish *finish, const void *data, gsize length, const char *keys, gboolean deflate)
{
  guint number = mq_finish_new_object (finish);

  if (deflate)
    mq_object_set_deflated (&finish->objects[number], data, length, keys);
  else
    mq_object_set_stream (&finish->objects[number], g_memdup2 (data, length), length, keys);
  return number;
}

static guint
new_dictionary (MqFinish *finish, char *text)
{
  guint number = mq_finish_new_object (finish);

  g_free (finish->objects[number].edited);
  finish->objects[number].edited = text;
  return number;
}

/* The draft as an embedded file.  Gives the number of its file specification. */
static guint
attach (MqFinish *finish, const MqMetadata *metadata, const MqAttachment *draft)
{
  g_autofree char *date = mq_metadata_date (metadata), *description = mq_pdf_string ("المسودة");
  guint number = mq_finish_new_object (finish);
  MqObject *file = &finish->objects[number];
  g_autofree char *keys =
    g_strdup_printf ("/Type /EmbeddedFile /Subtype /application#2Fxml /Filter /FlateDecode "
                     "/Params << /Size %" G_GSIZE_FORMAT " /ModDate %s /CheckSum <%s> >> ",
                     draft->length, date, draft->md5);

  mq_object_set_stream (file, g_memdup2 (draft->deflated, draft->deflated_length), draft->deflated_length,
                        keys);
  return new_dictionary (finish, g_strdup_printf ("<< /Type /Filespec /AFRelationship /Source "
                                                  "/F (" MQ_ATTACHMENT_NAME ") /UF (" MQ_ATTACHMENT_NAME ") "
                                                  "/Desc %s /EF << /F %u 0 R /UF %u 0 R >> >>",
                                                  description, number, number));
}

/* The file list stands beside the names of destinations, where there are any. */
static gboolean
list_attachment (MqFinish *finish, guint specification)
{
  MqObject *root = mq_finish_object (finish, finish->root), *names;
  guint number = mq_object_reference (root, "/Names ");
  g_autofree char *files = g_strdup_printf ("/EmbeddedFiles << /Names [(" MQ_ATTACHMENT_NAME ") %u 0 R] >> ",
                                            specification);

  if (number == 0)
    {
      mq_object_add (root, "/Names << %s>> ", files);
      return TRUE;
    }
  names = mq_finish_object (finish, number);
  if (names == NULL)
    return FALSE;
  mq_object_add (names, "%s", files);
  return TRUE;
}

static void
add_labels (MqObject *root, const GPtrArray *labels)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      g_autofree char *label = mq_pdf_string (g_ptr_array_index (labels, i));
      g_string_append_printf (numbers, "%u << /P %s >> ", i, label);
    }
  mq_object_add (root, "/PageLabels << /Nums [%s] >> ", numbers->str);
}

static gboolean
describe (MqFinish *finish, const MqMetadata *metadata, const MqAttachment *draft, const GPtrArray *labels)
{
  g_autofree char *xmp = mq_metadata_xmp (metadata);
  g_autoptr (GByteArray) icc = mq_icc_profile ();
  guint profile = new_stream (finish, icc->data, icc->len, "/N 3 ", TRUE);
  guint packet = new_stream (finish, xmp, strlen (xmp), "/Type /Metadata /Subtype /XML ", FALSE);
  guint source = attach (finish, metadata, draft);
  MqObject *root = mq_finish_object (finish, finish->root), *info = mq_finish_object (finish, finish->info);

  g_free (info->edited);
  info->edited = mq_metadata_info (metadata);
  if (!list_attachment (finish, source))
    return FALSE;
  add_labels (root, labels);
  mq_object_add (root, "/Lang (ar) /ViewerPreferences << /DisplayDocTitle true /Direction /R2L >> "
                       "/AF [%u 0 R] /Metadata %u 0 R "
                       "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 "
                       "/OutputConditionIdentifier (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) "
                       "/Info (sRGB IEC61966-2.1) /DestOutputProfile %u 0 R >>] ",
                 source, packet, profile);
  if (mq_object_find (root, "/PageMode") == NULL)
    mq_object_add (root, "/PageMode /UseOutlines ");
  return TRUE;
}

/**
 * mq_finish:
 * @drawing: what was drawn
 * @metadata: what the file says about itself
 * @draft: attached
 * @labels: (element-type utf8): what each page is called
 * @problem: (out) (optional): why it could not be done
 *
 * Returns: (transfer full) (nullable): the document
 */
GBytes *
mq_finish (const MqPdfDrawing *drawing, const MqMetadata *metadata, const MqAttachment *draft,
           const GPtrArray *labels, MqProblem **problem)
{
  MqFinish finish = { .drawing = drawing };
  const char *step = "objects";
  GBytes *file = NULL;

  g_return_val_if_fail (drawing != NULL && metadata != NULL && draft != NULL && labels != NULL, NULL);

  if (mq_finish_read (&finish) && (step = "structure", mq_finish_tags (&finish))
      && (step = "text", mq_finish_texts (&finish))
      && (step = "pages", mq_finish_pages (&finish))
      && (step = "catalogue", describe (&finish, metadata, draft, labels)))
    file = mq_finish_write (&finish);
  else
    {
      g_autofree char *detail =
        g_strdup_printf (_("this version of Cairo writes its files in another way (%s)"), step);
      mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_EXPORT, NULL, detail));
    }
  mq_finish_clear (&finish);
  return file;
}
