/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-canonical.h"

#include "mq-shape.h"

#include <string.h>

typedef struct {
  const char *prefix;     /* NULL: the default namespace */
  const char *href;       /* "": none */
} Binding;

typedef struct {
  const MqKind *kind;
  GString *out;
  GArray *scope;          /* Binding: the namespaces in scope, the innermost last */
  MqWritten written;      /* as the limits count it when it is read */
} Writer;

/* ---- text ---- */

static void
write_text (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '&': g_string_append (out, "&amp;"); break;
      case '<': g_string_append (out, "&lt;"); break;
      case '>': g_string_append (out, "&gt;"); break;
      case '\r': g_string_append (out, "&#13;"); break;
      default: g_string_append_c (out, *text); break;
      }
}

static void
write_attribute (GString *out, const char *prefix, const char *name, const char *value)
{
  g_string_append_c (out, ' ');
  if (prefix != NULL)
    g_string_append_printf (out, "%s:", prefix);
  g_string_append_printf (out, "%s=\"", name);
  for (; *value != '\0'; value++)
    switch (*value)
      {
      case '&': g_string_append (out, "&amp;"); break;
      case '<': g_string_append (out, "&lt;"); break;
      case '>': g_string_append (out, "&gt;"); break;
      case '"': g_string_append (out, "&quot;"); break;
      case '\t': g_string_append (out, "&#9;"); break;
      case '\n': g_string_append (out, "&#10;"); break;
      case '\r': g_string_append (out, "&#13;"); break;
      default: g_string_append_c (out, *value); break;
      }
  g_string_append_c (out, '"');
}

/* ---- namespaces ---- */

/* What a prefix stands for here; "" for the default when none was declared, NULL for an unknown prefix. */
static const char *
look_up (Writer *writer, const char *prefix)
{
  for (guint i = writer->scope->len; i > 0; i--)
    {
      const Binding *binding = &g_array_index (writer->scope, Binding, i - 1);

      if (g_strcmp0 (binding->prefix, prefix) == 0)
        return binding->href;
    }

  return prefix == NULL ? "" : NULL;
}

static void
bind (Writer *writer, const char *prefix, const char *href)
{
  Binding binding = { prefix, href };

  if (g_strcmp0 (look_up (writer, prefix), href) == 0)
    return;

  g_array_append_val (writer->scope, binding);
  writer->written.nodes++;
  if (prefix == NULL)
    write_attribute (writer->out, NULL, "xmlns", href);
  else
    write_attribute (writer->out, "xmlns", prefix, href);
}

static int
compare_namespaces (gconstpointer a, gconstpointer b)
{
  const xmlNs *x = *(const xmlNs *const *) a, *y = *(const xmlNs *const *) b;

  return strcmp ((const char *) x->prefix, (const char *) y->prefix);
}

/* Our own elements have no prefix.  Declarations of other prefixes stay where they are, in the order of the
 * prefixes, since what is not ours may mean them in its text. */
static void
write_namespaces (Writer *writer, const xmlNode *element)
{
  g_autoptr (GPtrArray) declared = g_ptr_array_new ();
  const xmlAttr *attribute;
  const xmlNs *ns;

  if (mq_xml_is_own (element))
    bind (writer, NULL, (const char *) element->ns->href);
  else
    bind (writer, element->ns != NULL ? (const char *) element->ns->prefix : NULL,
          element->ns != NULL ? (const char *) element->ns->href : "");

  for (ns = element->nsDef; ns != NULL; ns = ns->next)
    if (ns->prefix != NULL && !xmlStrEqual (ns->href, MQ_XML_NAMESPACE))
      g_ptr_array_add (declared, (gpointer) ns);
  g_ptr_array_sort (declared, compare_namespaces);
  for (guint i = 0; i < declared->len; i++)
    {
      ns = declared->pdata[i];
      bind (writer, (const char *) ns->prefix, (const char *) ns->href);
    }

  for (attribute = element->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns != NULL && !xmlStrEqual (attribute->ns->href, XML_XML_NAMESPACE))
      bind (writer, (const char *) attribute->ns->prefix, (const char *) attribute->ns->href);
}

/* ---- attributes ---- */

static guint
attribute_rank (const xmlAttr *attribute)
{
  static const char *const order[] = {
    "format", "kind", "kind-version", "xml:lang", "xml:id", "key", "by", "group", "model", "token", "to",
    "annex", "ref", "of", "map", "view", "as", "noun", "gender", "case", "style", "wrap", "when",
    "numbered",
  };
  gboolean xml = attribute->ns != NULL && xmlStrEqual (attribute->ns->href, XML_XML_NAMESPACE);

  if (attribute->ns != NULL && !xml)
    return G_N_ELEMENTS (order) + 1;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_str_has_prefix (order[i], "xml:") == xml &&
        strcmp (order[i] + (xml ? 4 : 0), (const char *) attribute->name) == 0)
      return i;

  return G_N_ELEMENTS (order);
}

static int
compare_attributes (gconstpointer a, gconstpointer b)
{
  const xmlAttr *x = *(const xmlAttr *const *) a, *y = *(const xmlAttr *const *) b;
  guint rank_x = attribute_rank (x), rank_y = attribute_rank (y);
  int order;

  if (rank_x != rank_y)
    return rank_x < rank_y ? -1 : 1;
  order = g_strcmp0 (x->ns != NULL ? (const char *) x->ns->href : NULL,
                     y->ns != NULL ? (const char *) y->ns->href : NULL);

  return order != 0 ? order : strcmp ((const char *) x->name, (const char *) y->name);
}

static void
write_attributes (Writer *writer, const xmlNode *element)
{
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();
  const xmlAttr *attribute;

  for (attribute = element->properties; attribute != NULL; attribute = attribute->next)
    g_ptr_array_add (attributes, (gpointer) attribute);
  g_ptr_array_sort (attributes, compare_attributes);
  for (guint i = 0; i < attributes->len; i++)
    {
      const char *value;

      attribute = attributes->pdata[i];
      value = attribute->children != NULL ? (const char *) attribute->children->content : NULL;
      if (value == NULL)
        value = "";
      /* as the reader counts them */
      writer->written.nodes += 2 + mq_xml_count_spaces (value, strlen (value));
      write_attribute (writer->out, attribute->ns != NULL ? (const char *) attribute->ns->prefix : NULL,
                       (const char *) attribute->name, value);
    }
}

/* ---- nodes ---- */

/* A fact without a value has no element in the file, and a group without facts neither. */
static gboolean
is_absent (const MqShape *shape, const xmlNode *node)
{
  const xmlNode *child;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (shape->type == MQ_SHAPE_GROUP)
    {
      for (child = node->children; child != NULL; child = child->next)
        if (child->type != XML_ELEMENT_NODE || child->children != NULL || !mq_xml_is_own (child))
          return FALSE;
      return TRUE;
    }

  return shape->field != NULL && shape->type != MQ_SHAPE_ROW && node->children == NULL;
}

static void write_node (Writer *writer, const MqShape *shape, const xmlNode *node, int indent);

static void
new_line (Writer *writer, int indent)
{
  /* white space of structure is text when it is read */
  writer->written.nodes++;
  g_string_append_c (writer->out, '\n');
  for (int i = 0; i < indent; i++)
    g_string_append (writer->out, "  ");
}

/* @indent: depth of @parent, or -1 inside text, where nothing is indented. */
static gboolean
write_children (Writer *writer, const MqShape *shape, const xmlNode *parent, int indent)
{
  const xmlNode *child;
  gboolean lines = shape->type != MQ_SHAPE_TEXT && shape->type != MQ_SHAPE_LINE;
  guint64 n = 0;

  for (child = parent->children; child != NULL; child = child->next)
    {
      MqShape inner = { .type = MQ_SHAPE_TEXT };

      if (child->type == XML_ELEMENT_NODE)
        inner = mq_shape_child (writer->kind, shape, child);
      if (is_absent (&inner, child))
        continue;
      if (n == 0)
        g_string_append_c (writer->out, '>');
      n++;
      if (lines)
        new_line (writer, indent + 1);
      write_node (writer, &inner, child, lines ? indent + 1 : -1);
    }
  if (n > 0 && lines)
    new_line (writer, indent);
  writer->written.width += n * n;

  return n > 0;
}

static void
write_element (Writer *writer, const MqShape *shape, const xmlNode *element, int indent)
{
  guint scope = writer->scope->len;
  const char *prefix = NULL;

  if (!mq_xml_is_own (element) && element->ns != NULL)
    prefix = (const char *) element->ns->prefix;

  g_string_append_c (writer->out, '<');
  if (prefix != NULL)
    g_string_append_printf (writer->out, "%s:", prefix);
  g_string_append (writer->out, (const char *) element->name);
  write_namespaces (writer, element);
  write_attributes (writer, element);

  if (!write_children (writer, shape, element, indent))
    g_string_append (writer->out, "/>");
  else if (prefix != NULL)
    g_string_append_printf (writer->out, "</%s:%s>", prefix, element->name);
  else
    g_string_append_printf (writer->out, "</%s>", element->name);

  g_array_set_size (writer->scope, scope);
}

static void
write_node (Writer *writer, const MqShape *shape, const xmlNode *node, int indent)
{
  writer->written.nodes++;
  switch ((int) node->type)
    {
    case XML_ELEMENT_NODE:
      write_element (writer, shape, node, indent);
      break;
    case XML_TEXT_NODE:
      write_text (writer->out, (const char *) node->content);
      break;
    case XML_COMMENT_NODE:
      g_string_append_printf (writer->out, "<!--%s-->", (const char *) node->content);
      break;
    case XML_PI_NODE:
      g_string_append_printf (writer->out, "<?%s", (const char *) node->name);
      if (node->content != NULL)
        g_string_append_printf (writer->out, " %s", (const char *) node->content);
      g_string_append (writer->out, "?>");
      break;
    default:
      /* the reader lets nothing else in */
      g_assert_not_reached ();
    }
}

/* The bytes of a draft (transfer full).  @written: (out) (optional): what the reader will count in them. */
GString *
mq_canonical_draft (const MqKind *kind, const xmlDoc *doc, MqWritten *written)
{
  Writer writer = { kind, g_string_sized_new (65536), g_array_new (FALSE, FALSE, sizeof (Binding)), { 0 } };
  MqShape shape = mq_shape_root ();
  const xmlNode *node;

  g_string_append (writer.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  for (node = doc->children; node != NULL; node = node->next)
    {
      write_node (&writer, &shape, node, 0);
      g_string_append_c (writer.out, '\n');
    }
  g_array_unref (writer.scope);
  if (written != NULL)
    *written = writer.written;

  return writer.out;
}

/* @first and its siblings as a fragment without declarations: the value of an inline fact (transfer full). */
char *
mq_canonical_inline (const xmlNode *first)
{
  Writer writer = { NULL, g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (Binding)), { 0 } };
  Binding own = { NULL, (const char *) MQ_XML_NAMESPACE };
  MqShape shape = { .type = MQ_SHAPE_TEXT };

  g_array_append_val (writer.scope, own);
  for (; first != NULL; first = first->next)
    write_node (&writer, &shape, first, -1);
  g_array_unref (writer.scope);

  return g_string_free (writer.out, FALSE);
}
