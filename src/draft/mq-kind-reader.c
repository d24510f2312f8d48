/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-kind-reader.h"

#include "mq-decimal.h"

#include <string.h>

/* Reports what is wrong with the file, at the line of @node (nullable). */
gboolean
mq_kind_reader_fail (MqKindReader *reader, const xmlNode *node, const char *format, ...)
{
  g_autofree char *detail = NULL, *base = g_path_get_basename (reader->file);
  MqProblem *problem;
  va_list args;

  va_start (args, format);
  detail = g_strdup_vprintf (format, args);
  va_end (args);

  problem = mq_problem_new (MQ_PROBLEM_KIND_DATA, base, detail);
  mq_problem_set_file (problem, reader->file, node != NULL ? mq_xml_line (node) : 0);

  return mq_problem_report (reader->problem, problem);
}

/* The file of @reader, if its root is the element that it should be; NULL: reported. */
xmlDoc *
mq_kind_reader_file (MqKindReader *reader, const xmlChar *namespace, const char *root_name)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  xmlDoc *document;
  xmlNode *root;
  gsize length;

  if (!g_file_get_contents (reader->file, &data, &length, &error))
    {
      mq_kind_reader_fail (reader, NULL, "%s", error->message);
      return NULL;
    }
  document = mq_xml_read (data, length, reader->file, NULL, reader->problem);
  if (document == NULL)
    return NULL;

  root = xmlDocGetRootElement (document);
  if (!mq_xml_is (root, root_name) || !xmlStrEqual (root->ns->href, namespace))
    {
      mq_kind_reader_fail (reader, root, "the root is not <%s>", root_name);
      xmlFreeDoc (document);
      return NULL;
    }

  return document;
}

/* A copy of @text, or NULL for NULL. */
const char *
mq_kind_reader_keep (MqKindReader *reader, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (reader->kind->strings, text) : NULL;
}

/* A copy of the value of an attribute, or NULL when it is not there. */
const char *
mq_kind_reader_keep_attribute (MqKindReader *reader, const xmlNode *node, const char *name)
{
  return mq_kind_reader_keep (reader, mq_xml_attribute (node, name));
}

/* Gives @block, from g_new(), to the kind. */
gpointer
mq_kind_reader_keep_block (MqKindReader *reader, gpointer block)
{
  if (block != NULL)
    g_ptr_array_add (reader->kind->blocks, block);

  return block;
}

/* How many own child elements have that name. */
guint
mq_kind_reader_count_children (const xmlNode *parent, const char *name)
{
  const xmlNode *node;
  guint n = 0;

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    if (mq_xml_is (node, name))
      n++;

  return n;
}

/* Whether all attributes without namespace, and all elements, of @node are in the lists. */
gboolean
mq_kind_reader_check_names (MqKindReader *reader, const xmlNode *node, const char *attributes,
                            const char *elements)
{
  g_auto (GStrv) known = g_strsplit (attributes, " ", -1);
  g_auto (GStrv) children = g_strsplit (elements, " ", -1);
  const xmlAttr *attribute;
  const xmlNode *child;

  for (attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL &&
        !g_strv_contains ((const char *const *) known, (const char *) attribute->name))
      return mq_kind_reader_fail (reader, node, "<%s> has no attribute “%s”", node->name, attribute->name);

  for (child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE &&
        (!mq_xml_is_own (child) ||
         !g_strv_contains ((const char *const *) children, (const char *) child->name)))
      return mq_kind_reader_fail (reader, child, "<%s> does not stand in <%s>", child->name, node->name);

  return TRUE;
}

/* ---- attributes ---- */

/* true or false; @absent when the attribute is not there. */
gboolean
mq_kind_reader_bool (MqKindReader *reader, const xmlNode *node, const char *name, gboolean absent,
                     gboolean *out)
{
  const char *value = mq_xml_attribute (node, name);

  *out = absent;
  if (value == NULL)
    return TRUE;
  if (strcmp (value, "true") != 0 && strcmp (value, "false") != 0)
    return mq_kind_reader_fail (reader, node, "%s is neither true nor false: “%s”", name, value);
  *out = strcmp (value, "true") == 0;

  return TRUE;
}

/* A whole number from 1; 0 when the attribute is not there. */
gboolean
mq_kind_reader_count (MqKindReader *reader, const xmlNode *node, const char *name, int *out)
{
  const char *value = mq_xml_attribute (node, name);
  guint64 number;

  *out = 0;
  if (value == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT, &number, NULL))
    return mq_kind_reader_fail (reader, node, "%s is not a count: “%s”", name, value);
  *out = (int) number;

  return TRUE;
}

/* A decimal, as text; NULL when the attribute is not there. */
gboolean
mq_kind_reader_number (MqKindReader *reader, const xmlNode *node, const char *name, const char **out)
{
  MqDecimal number;

  *out = mq_kind_reader_keep_attribute (reader, node, name);
  if (*out != NULL && !mq_decimal_parse (*out, &number))
    return mq_kind_reader_fail (reader, node, "%s is not a number: “%s”", name, *out);

  return TRUE;
}

/* ---- labels ---- */

/* The texts of the child elements of that name, by xml:lang; Arabic where there is none. */
MqLabel
mq_kind_reader_label (MqKindReader *reader, const xmlNode *parent, const char *element)
{
  const xmlNode *node;
  MqLabel label = { 0 };

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    {
      g_autofree xmlChar *language = NULL;
      const char *text;

      if (!mq_xml_is (node, element))
        continue;
      language = xmlGetNsProp (node, (const xmlChar *) "lang", XML_XML_NAMESPACE);
      text = mq_kind_reader_keep (reader, mq_xml_text (node));
      if (xmlStrEqual (language, (const xmlChar *) "ar-IQ"))
        label.ar_iq = text;
      else if (xmlStrEqual (language, (const xmlChar *) "en"))
        label.en = text;
      else
        label.ar = text;
    }

  return label;
}
