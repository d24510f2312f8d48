/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-names.h"

#include <string.h>

#include "mq-i18n.h"

#define DRAFT ".muqtarah"
#define PDF ".pdf"
/* letters of an ending; what is longer is a part of the name */
#define ENDING 8

/**
 * mq_name_of_file:
 *
 * Returns: (transfer full): the name of @file without its folder, to be shown
 */
char *
mq_name_of_file (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  return g_utf8_make_valid (name, -1);
}

/**
 * mq_name_isolate:
 *
 * Returns: (transfer full): @name for the middle of a sentence: it does not rearrange the words around it
 */
char *
mq_name_isolate (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return g_strdup_printf ("\u2068%s\u2069", name);
}

/* ---- proposals ---- */

static const char *
value (MqDocument *document, const char *path)
{
  return mq_kind_field (mq_document_kind (document), path) != NULL
         ? mq_draft_value (mq_document_draft (document), path) : NULL;
}

static void
cut (GString *name, const char *suffix)
{
  if (g_str_has_suffix (name->str, suffix))
    g_string_truncate (name, name->len - strlen (suffix));
}

/* The reference number and the version, else the name that the draft has, or had as a PDF. */
static GString *
stem (MqDocument *document)
{
  GString *name = g_string_new (value (document, "cover/ref-no"));
  const char *version = value (document, "cover/version");
  const char *origin = mq_document_file (document) == NULL ? mq_document_origin (document, NULL) : NULL;

  if (name->len == 0)
    {
      g_string_append (name, origin != NULL ? origin : mq_document_name (document));
      cut (name, origin != NULL ? PDF : DRAFT);
    }
  if (version != NULL)
    g_string_append_printf (name, " v%s", version);

  return name;
}

/* without what a file name cannot hold on some system or other */
static char *
finish (GString *name, const char *suffix)
{
  g_strdelimit (name->str, "/\\:*?\"<>|\n\t", '-');
  g_string_append (name, suffix);

  return g_string_free (name, FALSE);
}

/**
 * mq_name_for_draft:
 *
 * Returns: (transfer full): the name proposed for the file of the draft, without folder
 */
char *
mq_name_for_draft (MqDocument *document)
{
  GString *name;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), NULL);

  if (mq_document_file (document) == NULL)
    return finish (stem (document), DRAFT);
  name = g_string_new (mq_document_name (document));
  return finish (name, g_str_has_suffix (name->str, DRAFT) ? "" : DRAFT);
}

/**
 * mq_name_for_export:
 * @copy: which copy it is
 *
 * Returns: (transfer full): the name proposed for a PDF, without folder
 */
char *
mq_name_for_export (MqDocument *document, MqCopy copy)
{
  GString *name;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), NULL);

  name = stem (document);
  if (copy != MQ_COPY_CLEAN)
    /* Translators: stands at the end of the name of a PDF that is made for reviewers */
    g_string_append_printf (name, " - %s", C_("file name", "review"));

  return finish (name, PDF);
}

/* "1.2" ends in a number, not in an ending. */
static gboolean
has_ending (const char *name)
{
  const char *ending = strrchr (name, '.');
  gsize length = ending != NULL ? strlen (ending + 1) : 0;

  if (length == 0 || length > ENDING)
    return FALSE;
  for (const char *p = ending + 1; *p != '\0'; p++)
    if (!g_ascii_isalpha (*p))
      return FALSE;

  return TRUE;
}

/**
 * mq_name_complete:
 * @file: a file that was chosen to be written
 * @suffix: the ending of such files
 *
 * Returns: (transfer full): @file, with the ending if its name has none; not over a file that nobody was asked
 * about
 */
GFile *
mq_name_complete (GFile *file, const char *suffix)
{
  g_autofree char *path = NULL, *name = NULL, *longer = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && suffix != NULL, NULL);

  path = g_file_get_path (file);
  name = g_file_get_basename (file);
  if (path == NULL || has_ending (name))
    return g_object_ref (file);
  longer = g_strconcat (path, suffix, NULL);

  return g_file_test (longer, G_FILE_TEST_EXISTS) ? g_object_ref (file) : g_file_new_for_path (longer);
}
