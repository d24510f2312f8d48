/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-xml.h"

#include "mq-i18n.h"
#include "mq-limits.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

/* Reading a file that trusts nothing.  The limits are kept while libxml2 reports what it reads, before it is
 * put into the tree; the first thing that is wrong ends the reading.  libxml2 checks itself that each name
 * and attribute of one tag is there once, in time that grows with the square of their number, so tags are
 * measured before it sees them. */

/* attributes and namespace declarations of one element */
#define LIMIT_ATTRIBUTES 256
/* namespace declarations in scope at one place */
#define LIMIT_NAMESPACES 256

typedef struct {
  const char *name;                        /* of the file, for messages */
  const char *data;                        /* what has not been handed to the parser yet */
  gsize length;
  MqXmlRootCheck check_root;
  xmlParserCtxt *context;
  MqProblem *problem;                      /* the first */
  guint nodes;
  guint depth;
  guint namespaces;                        /* in scope */
  gsize text[MQ_LIMIT_DEPTH + 1];          /* bytes of text in the open element of that depth */
  guint declared[MQ_LIMIT_DEPTH + 1];      /* namespaces declared by it */
} Reader;

struct _MqXmlRoot {
  int n;
  const xmlChar **attributes;              /* five a piece: local name, prefix, namespace, value, its end */
};

static void
stop (Reader *reader, MqProblem *problem, int line)
{
  if (reader->problem != NULL)
    {
      mq_problem_free (problem);
      return;
    }

  mq_problem_set_file (problem, reader->name, line);
  reader->problem = problem;
  xmlStopParser (reader->context);
}

static int
current_line (Reader *reader)
{
  return xmlSAX2GetLineNumber (reader->context);
}

static MqProblem *
too_many_nodes (void)
{
  return mq_problem_new (MQ_PROBLEM_TOO_MANY_NODES, NULL, G_STRINGIFY (MQ_LIMIT_NODES));
}

static MqProblem *
text_too_long (const char *limit)
{
  return mq_problem_new (MQ_PROBLEM_TEXT_TOO_LONG, NULL, limit);
}

static gboolean
count_nodes (Reader *reader, guint n)
{
  reader->nodes += n;
  if (reader->nodes <= MQ_LIMIT_NODES)
    return TRUE;

  stop (reader, too_many_nodes (), current_line (reader));
  return FALSE;
}

/* An attribute is a node with a text node in it; a list of names, or a formula, is as many as it has words. */
static gboolean
count_attributes (Reader *reader, int n, const xmlChar **attributes)
{
  for (int i = 0; i < n; i++)
    {
      const xmlChar *value = attributes[5 * i + 3], *end = attributes[5 * i + 4];

      if (end - value > MQ_LIMIT_ATTRIBUTE_BYTES)
        {
          stop (reader, text_too_long (G_STRINGIFY (MQ_LIMIT_ATTRIBUTE_KIB) " KiB"), current_line (reader));
          return FALSE;
        }
      if (!count_nodes (reader, 2 + mq_xml_count_spaces ((const char *) value, (gsize) (end - value))))
        return FALSE;
    }

  return TRUE;
}

/* ---- what libxml2 reports ---- */

static Reader *
reader_of (void *context)
{
  return ((xmlParserCtxt *) context)->_private;
}

static void
on_start_element (void *context, const xmlChar *local_name, const xmlChar *prefix, const xmlChar *namespace,
                  int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                  const xmlChar **attributes)
{
  Reader *reader = reader_of (context);

  if (reader->problem != NULL)
    return;

  if (reader->depth == 0 && reader->check_root != NULL)
    {
      MqXmlRoot root = { n_attributes, attributes };
      MqProblem *problem = reader->check_root ((const char *) local_name, (const char *) namespace, &root);

      if (problem != NULL)
        {
          stop (reader, problem, current_line (reader));
          return;
        }
    }

  if (reader->depth == MQ_LIMIT_DEPTH)
    {
      stop (reader, mq_problem_new (MQ_PROBLEM_TOO_DEEP, NULL, G_STRINGIFY (MQ_LIMIT_DEPTH)),
            current_line (reader));
      return;
    }

  if (!count_nodes (reader, 1 + (guint) n_namespaces) || !count_attributes (reader, n_attributes, attributes))
    return;

  reader->depth++;
  reader->text[reader->depth] = 0;
  reader->declared[reader->depth] = (guint) n_namespaces;
  reader->namespaces += (guint) n_namespaces;
  if (reader->namespaces > LIMIT_NAMESPACES)
    {
      stop (reader, too_many_nodes (), current_line (reader));
      return;
    }

  xmlSAX2StartElementNs (context, local_name, prefix, namespace, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
}

static void
on_end_element (void *context, const xmlChar *local_name, const xmlChar *prefix, const xmlChar *namespace)
{
  Reader *reader = reader_of (context);

  if (reader->problem != NULL)
    return;

  reader->namespaces -= reader->declared[reader->depth];
  reader->depth--;
  xmlSAX2EndElementNs (context, local_name, prefix, namespace);
}

static void
on_characters (void *context, const xmlChar *text, int length)
{
  Reader *reader = reader_of (context);
  xmlNode *parent = ((xmlParserCtxt *) context)->node;

  if (reader->problem != NULL)
    return;

  /* a piece of text that continues the last one adds no node */
  if ((parent == NULL || parent->last == NULL || parent->last->type != XML_TEXT_NODE) &&
      !count_nodes (reader, 1))
    return;

  reader->text[reader->depth] += (gsize) length;
  if (reader->text[reader->depth] > MQ_LIMIT_TEXT_BYTES)
    {
      stop (reader, text_too_long (G_STRINGIFY (MQ_LIMIT_TEXT_MIB) " MiB"), current_line (reader));
      return;
    }

  xmlSAX2Characters (context, text, length);
}

static void
on_comment (void *context, const xmlChar *text)
{
  Reader *reader = reader_of (context);

  if (reader->problem == NULL && count_nodes (reader, 1))
    xmlSAX2Comment (context, text);
}

static void
on_instruction (void *context, const xmlChar *target, const xmlChar *data)
{
  Reader *reader = reader_of (context);

  if (reader->problem == NULL && count_nodes (reader, 1))
    xmlSAX2ProcessingInstruction (context, target, data);
}

static void
on_doctype (void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  Reader *reader = reader_of (context);

  stop (reader, mq_problem_new (MQ_PROBLEM_DOCTYPE, NULL, NULL), current_line (reader));
}

/* Of the parameters of an error only those that libxml2 has kept the same from 2.9 to 2.12 are used. */
#if LIBXML_VERSION >= 21200
static void
on_error (void *context, const xmlError *error)
#else
static void
on_error (void *context, xmlError *error)
#endif
{
  Reader *reader = reader_of (context);
  MqProblem *problem;

  if (reader->problem != NULL || error->level < XML_ERR_ERROR)
    return;

  if (error->code == XML_ERR_UNDECLARED_ENTITY)
    {
      problem = mq_problem_new (MQ_PROBLEM_ENTITY, error->str1 != NULL ? error->str1 : "", NULL);
    }
  else
    {
      g_autofree char *reason = g_strdup (error->message != NULL ? error->message : "");

      problem = mq_problem_new (MQ_PROBLEM_NOT_XML, NULL, g_strstrip (reason));
    }
  stop (reader, problem, error->line);
}

/* ---- before the parser ---- */

static int
line_of (const char *data, const char *place)
{
  int line = 1;

  for (; data < place; data++)
    if (*data == '\n')
      line++;

  return line;
}

static const char *
find (const char *from, const char *end, const char *what)
{
  const char *found = g_strstr_len (from, end - from, what);

  return found != NULL ? found + strlen (what) : end;
}

/* Finds a tag with more attributes than a draft ever has.  Well-formed or not does not matter here; it
 * matters only that no tag which the parser would read is missed. */
static const char *
find_large_tag (const char *data, gsize length)
{
  const char *end = data + length, *p = data;

  while ((p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      const char *tag = p;
      guint attributes = 0;

      if (end - p >= 4 && memcmp (p, "<!--", 4) == 0)
        {
          p = find (p + 4, end, "-->");
          continue;
        }
      if (end - p >= 9 && memcmp (p, "<![CDATA[", 9) == 0)
        {
          p = find (p + 9, end, "]]>");
          continue;
        }
      if (end - p >= 2 && p[1] == '?')
        {
          p = find (p + 2, end, "?>");
          continue;
        }

      for (p++; p < end && *p != '>' && *p != '<'; p++)
        if (*p == '"' || *p == '\'')
          {
            const char *close = memchr (p + 1, *p, (gsize) (end - p - 1));

            if (++attributes > LIMIT_ATTRIBUTES)
              return tag;
            if (close == NULL)
              return NULL;
            p = close;
          }
    }

  return NULL;
}

static gboolean
check_bytes (const char *data, gsize length, const char *name, MqProblem **problem)
{
  const char *bad;
  MqProblem *found = NULL;

  if (length > MQ_LIMIT_FILE_BYTES)
    {
      found = mq_problem_new (MQ_PROBLEM_FILE_TOO_LARGE, NULL, G_STRINGIFY (MQ_LIMIT_FILE_MIB) " MiB");
      mq_problem_set_file (found, name, 0);
      return mq_problem_report (problem, found);
    }
  if (length == 0)
    {
      found = mq_problem_new (MQ_PROBLEM_NOT_XML, NULL, _("the file is empty"));
      mq_problem_set_file (found, name, 1);
      return mq_problem_report (problem, found);
    }
  if (!g_utf8_validate_len (data, length, &bad))
    {
      found = mq_problem_new (MQ_PROBLEM_NOT_XML, NULL, _("it is not text in UTF-8"));
      mq_problem_set_file (found, name, line_of (data, bad));
      return mq_problem_report (problem, found);
    }
  bad = find_large_tag (data, length);
  if (bad != NULL)
    {
      found = too_many_nodes ();
      mq_problem_set_file (found, name, line_of (data, bad));
      return mq_problem_report (problem, found);
    }

  return TRUE;
}

static int
on_read (void *user_data, char *buffer, int size)
{
  Reader *reader = user_data;
  gsize n = MIN (reader->length, (gsize) size);

  memcpy (buffer, reader->data, n);
  reader->data += n;
  reader->length -= n;

  return (int) n;
}

/* ---- the way in ---- */

char *
mq_xml_root_attribute (const MqXmlRoot *root, const char *name)
{
  for (int i = 0; i < root->n; i++)
    {
      const xmlChar **attribute = root->attributes + 5 * i;

      if (attribute[1] == NULL && strcmp ((const char *) attribute[0], name) == 0)
        return g_strndup ((const char *) attribute[3], (gsize) (attribute[4] - attribute[3]));
    }

  return NULL;
}

/* Reads XML within the limits of mq-limits.h.  Nothing outside @data is opened, whatever it says; it is
 * UTF-8, whatever it says.  Returns the document (transfer full), or NULL with a problem that has @name and
 * the line. */
xmlDoc *
mq_xml_read (const char *data, gsize length, const char *name, MqXmlRootCheck check_root, MqProblem **problem)
{
  Reader reader = { .name = name, .data = data, .length = length, .check_root = check_root };
  xmlParserCtxt *context;
  xmlDoc *document;

  g_assert (data != NULL || length == 0);

  if (!check_bytes (data, length, name, problem))
    return NULL;

  context = xmlCreateIOParserCtxt (NULL, NULL, on_read, NULL, &reader, XML_CHAR_ENCODING_UTF8);
  if (context == NULL)
    g_error ("libxml2 is out of memory");
  reader.context = context;
  context->_private = &reader;

  /* HUGE lifts libxml2's limits, for ours are narrower but for the length of a text. */
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT | XML_PARSE_HUGE |
                              XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC);
  /* Identifiers are kept in a table of our own (mq-ids.c). */
  context->loadsubset |= XML_SKIP_IDS;

  context->sax->startElementNs = on_start_element;
  context->sax->endElementNs = on_end_element;
  context->sax->characters = on_characters;
  context->sax->ignorableWhitespace = on_characters;
  context->sax->comment = on_comment;
  context->sax->processingInstruction = on_instruction;
  context->sax->internalSubset = on_doctype;
  context->sax->serror = on_error;

  xmlParseDocument (context);
  document = g_steal_pointer (&context->myDoc);
  if (reader.problem == NULL && (!context->wellFormed || document == NULL))
    stop (&reader, mq_problem_new (MQ_PROBLEM_NOT_XML, NULL, _("it ends too early")), current_line (&reader));
  xmlFreeParserCtxt (context);

  if (reader.problem != NULL)
    {
      g_clear_pointer (&document, xmlFreeDoc);
      mq_problem_report (problem, reader.problem);
    }

  return document;
}
