/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-glade-facts.h"

#include <string.h>

#define LANGUAGE "ar"

typedef struct
{
  GHashTable *facts;  /* path → MqGladeFact */
  GPtrArray  *open;   /* the group, fact and column that are open, outermost first: paths */
  char      **text;   /* where the text of the open <label> or <help> goes, or NULL */
} Reader;

static void
fact_free (gpointer data)
{
  MqGladeFact *fact = data;

  g_free (fact->label);
  g_free (fact->help);
  g_free (fact->type);
  g_ptr_array_unref (fact->columns);
  g_free (fact);
}

static const char *
innermost (Reader *reader)
{
  return reader->open->len ? g_ptr_array_index (reader->open, reader->open->len - 1) : NULL;
}

static gboolean
is_level (const char *element)
{
  return g_str_equal (element, "group") || g_str_equal (element, "fact") || g_str_equal (element, "column");
}

static const char *
attribute (const char **names, const char **values, const char *name)
{
  for (gsize i = 0; names[i]; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

/* The parent of the element that starts, or has just started. */
static const char *
parent_element (GMarkupParseContext *context)
{
  const GSList *parent = g_markup_parse_context_get_element_stack (context)->next;

  return parent ? parent->data : "";
}

static void
open_level (Reader *reader, const char *element, const char *name, const char *type)
{
  const char *outer = innermost (reader);
  char *path = outer ? g_strconcat (outer, "/", name, NULL) : g_strdup (name);
  MqGladeFact *fact = g_new0 (MqGladeFact, 1);

  fact->type = g_strdup (type);
  fact->columns = g_ptr_array_new ();
  g_hash_table_insert (reader->facts, g_strdup (path), fact);
  if (g_str_equal (element, "column"))
    g_ptr_array_add (((MqGladeFact *) g_hash_table_lookup (reader->facts, outer))->columns, fact);
  g_ptr_array_add (reader->open, path);
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
               gpointer data, GError **error)
{
  Reader *reader = data;
  const char *name = attribute (names, values, "name");
  const char *language = attribute (names, values, "xml:lang");
  MqGladeFact *fact;

  /* A <column> of <print>, and the label of an <option> or a <row>, are none of ours. */
  if (is_level (element) && name && !g_str_equal (parent_element (context), "print"))
    open_level (reader, element, name, attribute (names, values, "type"));
  else if (g_strcmp0 (language, LANGUAGE) == 0 && is_level (parent_element (context)))
    {
      fact = g_hash_table_lookup (reader->facts, innermost (reader));
      if (g_str_equal (element, "label"))
        reader->text = &fact->label;
      else if (g_str_equal (element, "help"))
        reader->text = &fact->help;
    }
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;

  reader->text = NULL;
  if (is_level (element) && !g_str_equal (parent_element (context), "print"))
    g_ptr_array_set_size (reader->open, (int) reader->open->len - 1);
}

static void
text (GMarkupParseContext *context, const char *words, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;

  if (reader->text && !*reader->text)
    *reader->text = g_strndup (words, length);
}

static GHashTable *
read_facts (const char *file)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autofree char *xml = NULL;
  gsize length;
  Reader reader = {
    .facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, fact_free),
    .open = g_ptr_array_new_with_free_func (g_free),
  };

  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  if (!g_file_get_contents (file, &xml, &length, &error)
      || !g_markup_parse_context_parse (context, xml, (gssize) length, &error)
      || !g_markup_parse_context_end_parse (context, &error))
    g_warning ("%s: %s", file, error->message);
  g_ptr_array_unref (reader.open);
  return reader.facts;
}

/**
 * mq_glade_fact:
 * @path: (nullable): `group`, `group/fact` or `group/table/column`
 *
 * Looks a fact up in the fact list of the standard proposal.
 *
 * Returns: (nullable) (transfer none): the fact, kept for ever
 */
const MqGladeFact *
mq_glade_fact (const char *path)
{
  static GHashTable *facts;

  if (!facts)
    facts = read_facts (MQ_FACT_LIST);
  return path ? g_hash_table_lookup (facts, path) : NULL;
}
