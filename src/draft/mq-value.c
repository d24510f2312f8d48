/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-draft-private.h"

#include "mq-canonical.h"

#include <string.h>

/* Values as strings ↔ the content of elements. */

static void
append_text (GString *out, const xmlNode *children)
{
  for (; children != NULL; children = children->next)
    if (children->type == XML_TEXT_NODE)
      g_string_append (out, (const char *) children->content);
}

/* The value that content stands for (transfer full), or NULL when it is empty. */
char *
mq_value_compose (const MqField *field, const xmlNode *children)
{
  GString *out;
  const xmlNode *node;
  gboolean several = FALSE;

  if (field != NULL && field->type == MQ_TYPE_INLINE)
    {
      char *fragment = mq_canonical_inline (children);

      if (*fragment == '\0')
        g_clear_pointer (&fragment, g_free);
      return fragment;
    }

  out = g_string_new (NULL);
  if (field != NULL && (field->type == MQ_TYPE_LIST || field->type == MQ_TYPE_PARAS))
    {
      for (node = children; node != NULL; node = node->next)
        if (mq_xml_is (node, "item"))
          {
            if (several)
              g_string_append_c (out, '\n');
            several = TRUE;
            append_text (out, node->children);
          }
    }
  else
    {
      append_text (out, children);
    }

  return g_string_free (out, out->len == 0);
}

/* Whether the only text node of an element is its value as it stands. */
static gboolean
is_plain (const MqField *field, const xmlNode *only)
{
  if (only->next != NULL || only->type != XML_TEXT_NODE)
    return FALSE;

  return field == NULL || field->type != MQ_TYPE_INLINE ||
         strpbrk ((const char *) only->content, "&<>") == NULL;
}

/* The value in the element of a fact, cell or number: borrowed until the element changes; NULL when it is
 * empty. */
const char *
mq_value_of (MqDraft *draft, const MqField *field, xmlNode *node)
{
  char *value;

  if (node == NULL || node->children == NULL)
    return NULL;
  if (is_plain (field, node->children))
    return *node->children->content != '\0' ? (const char *) node->children->content : NULL;

  if (g_hash_table_lookup_extended (draft->composed, node, NULL, (gpointer *) &value))
    return value;

  value = mq_value_compose (field, node->children);
  g_hash_table_insert (draft->composed, node, value);

  return value;
}

/* Whether all characters can stand in a file. */
gboolean
mq_value_is_text (const char *value)
{
  const char *p;

  if (!g_utf8_validate (value, -1, NULL))
    return FALSE;
  for (p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7f || (c >= 0x80 && c < 0xa0) ||
          (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
        return FALSE;
    }

  return TRUE;
}

/* The form in which a value is kept (transfer full): lists without empty lines; NULL for the empty value. */
char *
mq_value_normalize (const MqField *field, const char *value)
{
  g_auto (GStrv) lines = NULL;
  GString *out;

  if (value == NULL || *value == '\0')
    return NULL;
  if (field == NULL || (field->type != MQ_TYPE_LIST && field->type != MQ_TYPE_PARAS))
    return g_strdup (value);

  out = g_string_new (NULL);
  lines = g_strsplit (value, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][strspn (lines[i], " \t")] == '\0')
        continue;
      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, lines[i]);
    }

  return g_string_free (out, out->len == 0);
}

static xmlNode *
new_items (MqDraft *draft, const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  xmlNode *first = NULL, *last = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      xmlNode *item = xmlNewDocNode (draft->doc, draft->root->ns, (const xmlChar *) "item", NULL);

      xmlAddChild (item, xmlNewDocText (draft->doc, (const xmlChar *) lines[i]));
      mq_xml_chain (&first, &last, item);
    }

  return first;
}

/* The content of an element for a value in the form in which values are kept: siblings without a parent. */
xmlNode *
mq_content_new (MqDraft *draft, const MqField *field, const char *value)
{
  if (value == NULL)
    return NULL;
  if (field != NULL && field->type == MQ_TYPE_INLINE)
    return mq_inline_content (draft, value);
  if (field != NULL && (field->type == MQ_TYPE_LIST || field->type == MQ_TYPE_PARAS))
    return new_items (draft, value);

  return xmlNewDocText (draft->doc, (const xmlChar *) value);
}
