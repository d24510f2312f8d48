/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-draft-private.h"

#include "mq-decimal.h"
#include "mq-shape.h"

#include <string.h>

/* Reads the files of a kind into the structures of mq-kind.h.  It is strict: an attribute or element that it does not
 * know is a misspelt one, and would otherwise be a rule that silently does not hold. */

typedef struct {
  MqKind *kind;
  const char *file;
  MqProblem **problem;
} Reader;

static gboolean
fail (Reader *reader, const xmlNode *node, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (Reader *reader, const xmlNode *node, const char *format, ...)
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

static const char *
keep (Reader *reader, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (reader->kind->strings, text) : NULL;
}

static const char *
keep_attribute (Reader *reader, const xmlNode *node, const char *name)
{
  return keep (reader, mq_xml_attribute (node, name));
}

static gpointer
keep_block (Reader *reader, gpointer block)
{
  if (block != NULL)
    g_ptr_array_add (reader->kind->blocks, block);

  return block;
}

static guint
count_children (const xmlNode *parent, const char *name)
{
  const xmlNode *node;
  guint n = 0;

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    if (mq_xml_is (node, name))
      n++;

  return n;
}

/* Whether all attributes without namespace, and all elements, of @node are in the lists. */
static gboolean
check_names (Reader *reader, const xmlNode *node, const char *attributes, const char *elements)
{
  g_auto (GStrv) known = g_strsplit (attributes, " ", -1);
  g_auto (GStrv) children = g_strsplit (elements, " ", -1);
  const xmlAttr *attribute;
  const xmlNode *child;

  for (attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL && !g_strv_contains ((const char *const *) known, (const char *) attribute->name))
      return fail (reader, node, "<%s> has no attribute “%s”", node->name, attribute->name);

  for (child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE &&
        (!mq_xml_is_own (child) || !g_strv_contains ((const char *const *) children, (const char *) child->name)))
      return fail (reader, child, "<%s> does not stand in <%s>", child->name, node->name);

  return TRUE;
}

/* ---- attributes ---- */

static gboolean
read_bool (Reader *reader, const xmlNode *node, const char *name, gboolean absent, gboolean *out)
{
  const char *value = mq_xml_attribute (node, name);

  *out = absent;
  if (value == NULL)
    return TRUE;
  if (strcmp (value, "true") != 0 && strcmp (value, "false") != 0)
    return fail (reader, node, "%s is neither true nor false: “%s”", name, value);
  *out = strcmp (value, "true") == 0;

  return TRUE;
}

static gboolean
read_count (Reader *reader, const xmlNode *node, const char *name, int *out)
{
  const char *value = mq_xml_attribute (node, name);
  guint64 number;

  *out = 0;
  if (value == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT, &number, NULL))
    return fail (reader, node, "%s is not a count: “%s”", name, value);
  *out = (int) number;

  return TRUE;
}

static gboolean
read_number (Reader *reader, const xmlNode *node, const char *name, const char **out)
{
  MqDecimal number;

  *out = keep_attribute (reader, node, name);
  if (*out != NULL && !mq_decimal_parse (*out, &number))
    return fail (reader, node, "%s is not a number: “%s”", name, *out);

  return TRUE;
}

static gboolean
read_type (Reader *reader, const xmlNode *node, MqType *type)
{
  static const struct { const char *name; MqType type; } types[] = {
    { "text", MQ_TYPE_TEXT }, { "para", MQ_TYPE_PARA }, { "paras", MQ_TYPE_PARAS }, { "list", MQ_TYPE_LIST },
    { "inline", MQ_TYPE_INLINE }, { "money", MQ_TYPE_MONEY }, { "percent", MQ_TYPE_PERCENT }, { "int", MQ_TYPE_INT },
    { "decimal", MQ_TYPE_DECIMAL }, { "date", MQ_TYPE_DATE }, { "month-day", MQ_TYPE_MONTH_DAY },
    { "bool", MQ_TYPE_BOOL }, { "choice", MQ_TYPE_CHOICE }, { "row-of", MQ_TYPE_ROW_OF },
    { "attachment", MQ_TYPE_ATTACHMENT }, { "sign-space", MQ_TYPE_SIGN_SPACE }, { "table", MQ_TYPE_TABLE },
  };
  const char *value = mq_xml_attribute (node, "type");

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].name, value) == 0)
      {
        *type = types[i].type;
        return TRUE;
      }

  return fail (reader, node, "there is no type “%s”", value != NULL ? value : "");
}

/* ---- labels, options ---- */

static MqLabel
read_label (Reader *reader, const xmlNode *parent, const char *element)
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
      text = keep (reader, mq_xml_text (node));
      if (xmlStrEqual (language, (const xmlChar *) "ar-IQ"))
        label.ar_iq = text;
      else if (xmlStrEqual (language, (const xmlChar *) "en"))
        label.en = text;
      else
        label.ar = text;
    }

  return label;
}

static gboolean
read_options (Reader *reader, const xmlNode *parent, MqField *field)
{
  const xmlNode *node;
  MqOption *options;

  field->n_options = count_children (parent, "option");
  field->options = options = keep_block (reader, g_new0 (MqOption, field->n_options));

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    {
      if (!mq_xml_is (node, "option"))
        continue;
      if (!check_names (reader, node, "token", "label"))
        return FALSE;
      options->token = keep_attribute (reader, node, "token");
      options->label = read_label (reader, node, "label");
      if (options->token == NULL || options->label.ar == NULL)
        return fail (reader, node, "an option has a token and an Arabic label");
      options++;
    }

  return TRUE;
}

static gboolean
read_proposals (Reader *reader, const xmlNode *parent, MqField *field)
{
  const xmlNode *node;
  MqProposed *proposals;

  field->n_proposals = count_children (parent, "proposal");
  field->proposals = proposals = keep_block (reader, g_new0 (MqProposed, field->n_proposals));

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    {
      if (!mq_xml_is (node, "proposal"))
        continue;
      if (!check_names (reader, node, "token value", ""))
        return FALSE;
      proposals->token = keep_attribute (reader, node, "token");
      proposals->value = keep_attribute (reader, node, "value");
      if (proposals->token == NULL || proposals->value == NULL)
        return fail (reader, node, "a proposal has a token and a value");
      proposals++;
    }

  return TRUE;
}

/* ---- tables ---- */

static gboolean
read_row (Reader *reader, const xmlNode *node, const MqField *table, MqModelRow *row)
{
  const xmlNode *cell;
  const char **columns, **cells;

  if (!check_names (reader, node, "id formula", "label cell"))
    return FALSE;

  row->id = keep_attribute (reader, node, "id");
  row->formula = keep_attribute (reader, node, "formula");
  row->label = read_label (reader, node, "label");
  row->n_cells = count_children (node, "cell");
  row->columns = columns = keep_block (reader, g_new0 (const char *, row->n_cells));
  row->cells = cells = keep_block (reader, g_new0 (const char *, row->n_cells));
  if (row->id == NULL || xmlValidateNCName ((const xmlChar *) row->id, 0) != 0)
    return fail (reader, node, "a row has an id");

  for (cell = mq_xml_first (node); cell != NULL; cell = mq_xml_next (cell))
    {
      if (!mq_xml_is (cell, "cell"))
        continue;
      *columns = keep_attribute (reader, cell, "column");
      *cells = keep (reader, mq_xml_text (cell));
      if (*columns == NULL || *cells == NULL || mq_field_column (table, *columns) == NULL)
        return fail (reader, cell, "%s has no column “%s”", table->path, *columns != NULL ? *columns : "");
      columns++;
      cells++;
    }

  return TRUE;
}

static gboolean
read_rows (Reader *reader, const xmlNode *parent, MqField *field)
{
  const xmlNode *node;
  MqModelRow *rows;

  field->n_rows = count_children (parent, "row");
  field->rows = rows = keep_block (reader, g_new0 (MqModelRow, field->n_rows));

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    if (mq_xml_is (node, "row") && !read_row (reader, node, field, rows++))
      return FALSE;

  return TRUE;
}

static gboolean
find_column (Reader *reader, const xmlNode *node, const MqField *table, const char *name, const MqField **column)
{
  *column = name != NULL ? mq_field_column (table, name) : NULL;
  if (*column == NULL)
    return fail (reader, node, "%s has no column “%s”", table->path, name != NULL ? name : "");

  return TRUE;
}

static gboolean
read_print_title (Reader *reader, const xmlNode *node, const MqField *table, MqPrint *print)
{
  g_auto (GStrv) names = g_strsplit (mq_xml_attribute (node, "title"), " ", -1);
  const MqField **title;

  print->n_title = g_strv_length (names);
  title = keep_block (reader, g_new0 (const MqField *, print->n_title));
  print->title = title;
  for (guint i = 0; i < print->n_title; i++)
    if (!find_column (reader, node, table, names[i], &title[i]))
      return FALSE;

  return TRUE;
}

static gboolean
read_print_columns (Reader *reader, const xmlNode *parent, const MqField *table, MqPrint *print)
{
  const xmlNode *node;
  MqPrintColumn *columns;

  print->n_columns = count_children (parent, "column");
  print->columns = columns = keep_block (reader, g_new0 (MqPrintColumn, print->n_columns));

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    {
      if (!mq_xml_is (node, "column"))
        continue;
      if (!check_names (reader, node, "name width total", "") ||
          !find_column (reader, node, table, mq_xml_attribute (node, "name"), &columns->column) ||
          !read_count (reader, node, "width", &columns->width) ||
          !read_bool (reader, node, "total", FALSE, &columns->total))
        return FALSE;
      columns++;
    }

  return TRUE;
}

static gboolean
read_print (Reader *reader, const xmlNode *node, const MqField *table, MqPrint *print)
{
  static const char *const forms[] = { "table", "records", "list", "definitions", "signatures", NULL };
  const char *as = mq_xml_attribute (node, "as"), *order = mq_xml_attribute (node, "order");
  guint form = 0;

  if (!check_names (reader, node, "as view rows order descending note title per-row", "column template"))
    return FALSE;

  while (forms[form] != NULL && g_strcmp0 (forms[form], as) != 0)
    form++;
  if (forms[form] == NULL)
    return fail (reader, node, "a table does not print as “%s”", as != NULL ? as : "");

  print->as = (MqPrintAs) form;
  print->view = keep_attribute (reader, node, "view");
  print->rows = keep_attribute (reader, node, "rows");
  print->note = keep_attribute (reader, node, "note");
  print->template = mq_xml_public (mq_xml_child (node, "template"));
  if (print->as == MQ_PRINT_LIST && print->template == NULL)
    return fail (reader, node, "a list has a template");

  return (order == NULL || find_column (reader, node, table, order, &print->order)) &&
         (mq_xml_attribute (node, "title") == NULL || read_print_title (reader, node, table, print)) &&
         read_bool (reader, node, "descending", FALSE, &print->descending) &&
         read_count (reader, node, "per-row", &print->per_row) &&
         read_print_columns (reader, node, table, print);
}

static gboolean
read_prints (Reader *reader, const xmlNode *parent, MqField *field)
{
  const xmlNode *node;
  MqPrint *prints;

  field->n_prints = count_children (parent, "print");
  field->prints = prints = keep_block (reader, g_new0 (MqPrint, field->n_prints));

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    if (mq_xml_is (node, "print") && !read_print (reader, node, field, prints++))
      return FALSE;

  return TRUE;
}

/* ---- fields ---- */

#define FIELD_ATTRIBUTES                                                                                              \
  "name type required needed formula round rows-for read-only currency unit min min-exclusive max pattern default "  \
  "empty-option empty-value max-length min-items max-items height-mm ltr printed unique digits-only iq-by ordinal "  \
  "fixed extendable row-of shows printed-with proposed-by proposed-from"
#define FIELD_ELEMENTS "label help option proposal column row print"

static gboolean
read_field_flags (Reader *reader, const xmlNode *node, MqField *field)
{
  const char *iq_by = mq_xml_attribute (node, "iq-by");

  field->iq_by_law = g_strcmp0 (iq_by, "law") == 0;
  field->ordinal = mq_xml_attribute (node, "ordinal") != NULL;

  return read_bool (reader, node, "required", FALSE, &field->required) &&
         read_bool (reader, node, "ltr", FALSE, &field->ltr) &&
         read_bool (reader, node, "printed", TRUE, &field->printed) &&
         read_bool (reader, node, "unique", FALSE, &field->unique) &&
         read_bool (reader, node, "digits-only", FALSE, &field->digits_only) &&
         read_bool (reader, node, "fixed", FALSE, &field->fixed) &&
         read_bool (reader, node, "extendable", FALSE, &field->extendable);
}

static gboolean
read_field_limits (Reader *reader, const xmlNode *node, MqFieldInside *inside)
{
  MqField *field = &inside->field;

  field->pattern = keep_attribute (reader, node, "pattern");
  if (field->pattern != NULL)
    {
      inside->pattern = xmlRegexpCompile ((const xmlChar *) field->pattern);
      if (inside->pattern == NULL)
        return fail (reader, node, "this is not a pattern: “%s”", field->pattern);
    }

  return read_number (reader, node, "min", &field->min) &&
         read_number (reader, node, "min-exclusive", &field->min_exclusive) &&
         read_number (reader, node, "max", &field->max) &&
         read_count (reader, node, "max-length", &field->max_length) &&
         read_count (reader, node, "min-items", &field->min_items) &&
         read_count (reader, node, "max-items", &field->max_items) &&
         read_count (reader, node, "height-mm", &field->height_mm);
}

static MqFieldInside *
read_field (Reader *reader, const xmlNode *node, const char *parent_path)
{
  MqFieldInside *inside = g_new0 (MqFieldInside, 1);
  MqField *field = &inside->field;
  const char *name = mq_xml_attribute (node, "name");
  g_autofree char *path = g_strdup_printf ("%s/%s", parent_path, name != NULL ? name : "");

  g_ptr_array_add (reader->kind->field_blocks, inside);

  if (!check_names (reader, node, FIELD_ATTRIBUTES, FIELD_ELEMENTS))
    return NULL;
  if (name == NULL || xmlValidateNCName ((const xmlChar *) name, 0) != 0)
    {
      fail (reader, node, "a fact has a name");
      return NULL;
    }

  field->name = keep (reader, name);
  field->path = keep (reader, path);
  field->label = read_label (reader, node, "label");
  field->help = read_label (reader, node, "help");
  field->needed = keep_attribute (reader, node, "needed");
  field->formula = keep_attribute (reader, node, "formula");
  field->round = keep_attribute (reader, node, "round");
  field->rows_for = keep_attribute (reader, node, "rows-for");
  field->read_only = keep_attribute (reader, node, "read-only");
  field->currency = keep_attribute (reader, node, "currency");
  field->unit = keep_attribute (reader, node, "unit");
  field->default_value = keep_attribute (reader, node, "default");
  field->empty_option = keep_attribute (reader, node, "empty-option");
  field->empty_value = keep_attribute (reader, node, "empty-value");
  field->row_of = keep_attribute (reader, node, "row-of");
  field->shows = keep_attribute (reader, node, "shows");
  field->printed_with = keep_attribute (reader, node, "printed-with");
  field->proposed_by = keep_attribute (reader, node, "proposed-by");
  field->proposed_from = keep_attribute (reader, node, "proposed-from");

  if (!read_type (reader, node, &field->type) || !read_field_flags (reader, node, field) ||
      !read_field_limits (reader, node, inside) || !read_options (reader, node, field) ||
      !read_proposals (reader, node, field))
    return NULL;

  if (g_hash_table_contains (reader->kind->fields, field->path))
    {
      fail (reader, node, "%s is there twice", field->path);
      return NULL;
    }
  g_hash_table_insert (reader->kind->fields, (gpointer) field->path, field);

  return inside;
}

static gboolean
read_columns (Reader *reader, const xmlNode *node, MqField *table, const MqGroup *group)
{
  const xmlNode *child;
  const MqField **columns;
  guint i = 0;

  table->n_columns = count_children (node, "column");
  columns = keep_block (reader, g_new0 (const MqField *, table->n_columns));
  table->columns = columns;

  if ((table->type == MQ_TYPE_TABLE) != (table->n_columns > 0))
    return fail (reader, node, "a table has columns, and nothing else has");

  for (child = mq_xml_first (node); child != NULL; child = mq_xml_next (child))
    {
      MqFieldInside *inside;

      if (!mq_xml_is (child, "column"))
        continue;
      inside = read_field (reader, child, table->path);
      if (inside == NULL)
        return FALSE;
      if (inside->field.type == MQ_TYPE_TABLE)
        return fail (reader, child, "a column is no table");
      inside->is_cell = TRUE;
      inside->field.group = group;
      inside->field.table = table;
      inside->field.index = i;
      columns[i++] = &inside->field;
    }

  return read_rows (reader, node, table) && read_prints (reader, node, table);
}

/* ---- the fact list ---- */

static gboolean
read_group (Reader *reader, const xmlNode *node, MqGroup *group)
{
  const xmlNode *child;
  const MqField **facts;
  guint i = 0;

  if (!check_names (reader, node, "name printed", "label fact"))
    return FALSE;

  group->name = keep_attribute (reader, node, "name");
  group->label = read_label (reader, node, "label");
  group->n_facts = count_children (node, "fact");
  facts = keep_block (reader, g_new0 (const MqField *, group->n_facts));
  group->facts = facts;
  if (group->name == NULL || xmlValidateNCName ((const xmlChar *) group->name, 0) != 0 ||
      !g_hash_table_insert (reader->kind->groups_by_name, (gpointer) group->name, group))
    return fail (reader, node, "a group has a name of its own");
  if (!read_bool (reader, node, "printed", TRUE, &group->printed))
    return FALSE;

  for (child = mq_xml_first (node); child != NULL; child = mq_xml_next (child))
    {
      MqFieldInside *inside;

      if (!mq_xml_is (child, "fact"))
        continue;
      inside = read_field (reader, child, group->name);
      if (inside == NULL)
        return FALSE;
      inside->ordinal = reader->kind->n_facts++;
      inside->field.group = group;
      inside->field.index = i;
      facts[i++] = &inside->field;
      if (!read_columns (reader, child, &inside->field, group))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_note (Reader *reader, const xmlNode *node)
{
  const char *key = keep_attribute (reader, node, "key");
  MqLabel text = read_label (reader, node, "text");

  if (!check_names (reader, node, "key", "text"))
    return FALSE;
  if (key == NULL || text.ar == NULL)
    return fail (reader, node, "a note has a key and an Arabic text");
  g_hash_table_insert (reader->kind->notes, (gpointer) key, (gpointer) text.ar);

  return TRUE;
}

/* Paths in the fact list that lead nowhere would fail only when somebody comes by. */
static gboolean
check_links (Reader *reader, const xmlNode *root)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, reader->kind->fields);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const MqField *field = value, *other;

      if (field->type == MQ_TYPE_ROW_OF)
        {
          other = field->row_of != NULL ? mq_kind_field (reader->kind, field->row_of) : NULL;
          if (other == NULL || other->type != MQ_TYPE_TABLE)
            return fail (reader, root, "%s picks from “%s”, which is no table", field->path,
                         field->row_of != NULL ? field->row_of : "");
          if (field->shows == NULL || mq_field_column (other, field->shows) == NULL)
            return fail (reader, root, "%s shows a column that %s does not have", field->path, field->row_of);
        }
      if (field->rows_for != NULL)
        {
          other = mq_kind_field (reader->kind, field->rows_for);
          if (field->type != MQ_TYPE_TABLE || other == NULL || other->type != MQ_TYPE_TABLE)
            return fail (reader, root, "%s follows “%s”, which is no table", field->path, field->rows_for);
        }
      if (field->printed_with != NULL && (field->table == NULL ||
                                          mq_field_column (field->table, field->printed_with) == NULL))
        return fail (reader, root, "%s prints with “%s”, which is no column", field->path, field->printed_with);
      if (field->currency != NULL)
        {
          gboolean in_row = g_str_has_prefix (field->currency, "row/");

          if (in_row)
            other = field->table != NULL ? mq_field_column (field->table, field->currency + strlen ("row/")) : NULL;
          else
            other = mq_kind_field (reader->kind, field->currency);
          if (other == NULL)
            return fail (reader, root, "%s has its currency from “%s”, which is no fact", field->path, field->currency);
        }
      for (guint i = 0; i < field->n_prints; i++)
        if (field->prints[i].note != NULL && !g_hash_table_contains (reader->kind->notes, field->prints[i].note))
          return fail (reader, root, "%s prints the note “%s”, which is not there", field->path, field->prints[i].note);
    }

  return TRUE;
}

/* ---- the files ---- */

static xmlDoc *
read_file (Reader *reader, const xmlChar *namespace, const char *root_name)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  xmlDoc *document;
  xmlNode *root;
  gsize length;

  if (!g_file_get_contents (reader->file, &data, &length, &error))
    {
      fail (reader, NULL, "%s", error->message);
      return NULL;
    }
  document = mq_xml_read (data, length, reader->file, NULL, reader->problem);
  if (document == NULL)
    return NULL;

  root = xmlDocGetRootElement (document);
  if (!mq_xml_is (root, root_name) || !xmlStrEqual (root->ns->href, namespace))
    {
      fail (reader, root, "the root is not <%s>", root_name);
      xmlFreeDoc (document);
      return NULL;
    }

  return document;
}

gboolean
mq_kind_read_facts (MqKind *kind, const char *file, MqProblem **problem)
{
  Reader reader = { kind, file, problem };
  const xmlNode *root, *node;
  const char *version;
  guint64 number;
  guint i = 0;

  kind->facts = read_file (&reader, MQ_XML_FACTS_NAMESPACE, "fact-list");
  if (kind->facts == NULL)
    return FALSE;
  root = xmlDocGetRootElement (kind->facts);
  if (!check_names (&reader, root, "kind version rates currency", "group note"))
    return FALSE;

  kind->name = g_strdup (mq_xml_attribute (root, "kind"));
  version = mq_xml_attribute (root, "version");
  if (kind->name == NULL || version == NULL || !g_ascii_string_to_unsigned (version, 10, 1, G_MAXINT, &number, NULL))
    return fail (&reader, root, "a fact list names its kind and version");
  kind->version = (int) number;
  kind->rates = keep_attribute (&reader, root, "rates");
  kind->currency = keep_attribute (&reader, root, "currency");

  kind->n_groups = count_children (root, "group");
  kind->group_list = keep_block (&reader, g_new0 (MqGroup, kind->n_groups));
  kind->groups = keep_block (&reader, g_new0 (const MqGroup *, kind->n_groups + 1));
  for (node = mq_xml_first (root); node != NULL; node = mq_xml_next (node))
    {
      if (mq_xml_is (node, "note"))
        {
          if (!read_note (&reader, node))
            return FALSE;
          continue;
        }
      kind->groups[i] = &kind->group_list[i];
      if (!read_group (&reader, node, &kind->group_list[i++]))
        return FALSE;
    }

  return check_links (&reader, root);
}

static gboolean
read_noun (Reader *reader, const xmlNode *node)
{
  const char *gender = mq_xml_attribute (node, "gender");
  MqNoun *noun;

  if (!check_names (reader, node, "name gender plural accusative dual iq-plural", ""))
    return FALSE;
  if (mq_xml_attribute (node, "name") == NULL || mq_xml_attribute (node, "plural") == NULL ||
      mq_xml_attribute (node, "accusative") == NULL ||
      (g_strcmp0 (gender, "m") != 0 && g_strcmp0 (gender, "f") != 0))
    return fail (reader, node, "a noun has name, gender (m or f), plural and accusative");

  noun = g_new0 (MqNoun, 1);
  noun->name = g_strdup (mq_xml_attribute (node, "name"));
  noun->gender = *gender == 'f' ? MQ_GENDER_FEMININE : MQ_GENDER_MASCULINE;
  noun->plural = g_strdup (mq_xml_attribute (node, "plural"));
  noun->accusative = g_strdup (mq_xml_attribute (node, "accusative"));
  noun->dual = g_strdup (mq_xml_attribute (node, "dual"));
  noun->iq_plural = g_strdup (mq_xml_attribute (node, "iq-plural"));
  g_hash_table_replace (reader->kind->nouns, noun->name, noun);

  return TRUE;
}

gboolean
mq_kind_read_nouns (MqKind *kind, const char *file, MqProblem **problem)
{
  Reader reader = { kind, file, problem };
  g_autoptr (xmlDoc) document = read_file (&reader, MQ_XML_NOUNS_NAMESPACE, "nouns");
  const xmlNode *root, *node;

  if (document == NULL)
    return FALSE;
  root = xmlDocGetRootElement (document);
  if (!check_names (&reader, root, "", "noun"))
    return FALSE;

  for (node = mq_xml_first (root); node != NULL; node = mq_xml_next (node))
    if (!read_noun (&reader, node))
      return FALSE;

  return TRUE;
}

gboolean
mq_kind_read_model (MqKind *kind, const char *file, MqProblem **problem)
{
  Reader reader = { kind, file, problem };
  g_autoptr (xmlDoc) draft = NULL;
  const xmlNode *root;

  kind->model = read_file (&reader, MQ_XML_NAMESPACE, "model");
  if (kind->model == NULL)
    return FALSE;

  root = xmlDocGetRootElement (kind->model);
  if (g_strcmp0 (mq_xml_attribute (root, "kind"), kind->name) != 0)
    return fail (&reader, root, "it is the model of another kind");
  if (mq_xml_child (root, "facts") == NULL || mq_xml_child (root, "wording") == NULL ||
      mq_xml_child (root, "body") == NULL)
    return fail (&reader, root, "a model has facts, wording and body");
  mq_shape_strip (kind, xmlDocGetRootElement (kind->model));

  /* a draft made from it must be one that can be opened again */
  draft = mq_model_to_draft (kind);

  return mq_model_check (kind, draft, file, problem);
}
