/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-kind-reader.h"

/* Facts and columns. */

/* ---- options ---- */

static gboolean
read_options (MqKindReader *reader, const xmlNode *parent, MqField *field)
{
  const xmlNode *node;
  MqOption *options;

  field->n_options = mq_kind_reader_count_children (parent, "option");
  field->options = options = mq_kind_reader_keep_block (reader, g_new0 (MqOption, field->n_options));

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    {
      if (!mq_xml_is (node, "option"))
        continue;
      if (!mq_kind_reader_check_names (reader, node, "token on-every-copy", "label watermark") ||
          !mq_kind_reader_bool (reader, node, "on-every-copy", FALSE, &options->on_every_copy))
        return FALSE;
      options->token = mq_kind_reader_keep_attribute (reader, node, "token");
      options->label = mq_kind_reader_label (reader, node, "label");
      options->watermark = mq_kind_reader_label (reader, node, "watermark");
      if (options->token == NULL || options->label.ar == NULL)
        return mq_kind_reader_fail (reader, node, "an option has a token and an Arabic label");
      if (options->on_every_copy && options->watermark.ar == NULL)
        return mq_kind_reader_fail (reader, node, "an option that is on every copy has an Arabic watermark");
      options++;
    }

  return TRUE;
}

static gboolean
read_proposals (MqKindReader *reader, const xmlNode *parent, MqField *field)
{
  const xmlNode *node;
  MqProposed *proposals;

  field->n_proposals = mq_kind_reader_count_children (parent, "proposal");
  field->proposals = proposals = mq_kind_reader_keep_block (reader, g_new0 (MqProposed, field->n_proposals));

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    {
      if (!mq_xml_is (node, "proposal"))
        continue;
      if (!mq_kind_reader_check_names (reader, node, "token value", ""))
        return FALSE;
      proposals->token = mq_kind_reader_keep_attribute (reader, node, "token");
      proposals->value = mq_kind_reader_keep_attribute (reader, node, "value");
      if (proposals->token == NULL || proposals->value == NULL)
        return mq_kind_reader_fail (reader, node, "a proposal has a token and a value");
      proposals++;
    }

  return TRUE;
}

static gboolean
read_type (MqKindReader *reader, const xmlNode *node, MqType *type)
{
  static const struct { const char *name; MqType type; } types[] = {
    { "text", MQ_TYPE_TEXT },
    { "para", MQ_TYPE_PARA },
    { "paras", MQ_TYPE_PARAS },
    { "list", MQ_TYPE_LIST },
    { "inline", MQ_TYPE_INLINE },
    { "money", MQ_TYPE_MONEY },
    { "percent", MQ_TYPE_PERCENT },
    { "int", MQ_TYPE_INT },
    { "decimal", MQ_TYPE_DECIMAL },
    { "date", MQ_TYPE_DATE },
    { "month-day", MQ_TYPE_MONTH_DAY },
    { "bool", MQ_TYPE_BOOL },
    { "choice", MQ_TYPE_CHOICE },
    { "row-of", MQ_TYPE_ROW_OF },
    { "attachment", MQ_TYPE_ATTACHMENT },
    { "sign-space", MQ_TYPE_SIGN_SPACE },
    { "table", MQ_TYPE_TABLE },
  };
  const char *value = mq_xml_attribute (node, "type");

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].name, value) == 0)
      {
        *type = types[i].type;
        return TRUE;
      }

  return mq_kind_reader_fail (reader, node, "there is no type “%s”", value != NULL ? value : "");
}

/* ---- fields ---- */

#define FIELD_ATTRIBUTES                                                                                     \
  "name type required needed formula round rows-for read-only currency unit min min-exclusive max pattern "  \
  "default empty-option empty-value max-length min-items max-items height-mm ltr printed unique "            \
  "digits-only iq-by ordinal fixed extendable row-of shows printed-with proposed-by proposed-from"
#define FIELD_ELEMENTS "label help option proposal column row print"

static gboolean
read_field_flags (MqKindReader *reader, const xmlNode *node, MqField *field)
{
  const char *iq_by = mq_xml_attribute (node, "iq-by");

  field->iq_by_law = g_strcmp0 (iq_by, "law") == 0;
  field->ordinal = mq_xml_attribute (node, "ordinal") != NULL;

  return mq_kind_reader_bool (reader, node, "required", FALSE, &field->required) &&
         mq_kind_reader_bool (reader, node, "ltr", FALSE, &field->ltr) &&
         mq_kind_reader_bool (reader, node, "printed", TRUE, &field->printed) &&
         mq_kind_reader_bool (reader, node, "unique", FALSE, &field->unique) &&
         mq_kind_reader_bool (reader, node, "digits-only", FALSE, &field->digits_only) &&
         mq_kind_reader_bool (reader, node, "fixed", FALSE, &field->fixed) &&
         mq_kind_reader_bool (reader, node, "extendable", FALSE, &field->extendable);
}

static gboolean
read_field_limits (MqKindReader *reader, const xmlNode *node, MqFieldInside *inside)
{
  MqField *field = &inside->field;

  field->pattern = mq_kind_reader_keep_attribute (reader, node, "pattern");
  if (field->pattern != NULL)
    {
      inside->pattern = xmlRegexpCompile ((const xmlChar *) field->pattern);
      if (inside->pattern == NULL)
        return mq_kind_reader_fail (reader, node, "this is not a pattern: “%s”", field->pattern);
    }

  return mq_kind_reader_number (reader, node, "min", &field->min) &&
         mq_kind_reader_number (reader, node, "min-exclusive", &field->min_exclusive) &&
         mq_kind_reader_number (reader, node, "max", &field->max) &&
         mq_kind_reader_count (reader, node, "max-length", &field->max_length) &&
         mq_kind_reader_count (reader, node, "min-items", &field->min_items) &&
         mq_kind_reader_count (reader, node, "max-items", &field->max_items) &&
         mq_kind_reader_count (reader, node, "height-mm", &field->height_mm);
}

/* Reads a fact or column, without columns, into a field that belongs to the kind; NULL: reported. */
MqFieldInside *
mq_kind_read_field (MqKindReader *reader, const xmlNode *node, const char *parent_path)
{
  MqFieldInside *inside = g_new0 (MqFieldInside, 1);
  MqField *field = &inside->field;
  const char *name = mq_xml_attribute (node, "name");
  g_autofree char *path = g_strdup_printf ("%s/%s", parent_path, name != NULL ? name : "");

  g_ptr_array_add (reader->kind->field_blocks, inside);

  if (!mq_kind_reader_check_names (reader, node, FIELD_ATTRIBUTES, FIELD_ELEMENTS))
    return NULL;
  if (name == NULL || xmlValidateNCName ((const xmlChar *) name, 0) != 0)
    {
      mq_kind_reader_fail (reader, node, "a fact has a name");
      return NULL;
    }

  field->name = mq_kind_reader_keep (reader, name);
  field->path = mq_kind_reader_keep (reader, path);
  field->label = mq_kind_reader_label (reader, node, "label");
  field->help = mq_kind_reader_label (reader, node, "help");
  field->needed = mq_kind_reader_keep_attribute (reader, node, "needed");
  field->formula = mq_kind_reader_keep_attribute (reader, node, "formula");
  field->round = mq_kind_reader_keep_attribute (reader, node, "round");
  field->rows_for = mq_kind_reader_keep_attribute (reader, node, "rows-for");
  field->read_only = mq_kind_reader_keep_attribute (reader, node, "read-only");
  field->currency = mq_kind_reader_keep_attribute (reader, node, "currency");
  field->unit = mq_kind_reader_keep_attribute (reader, node, "unit");
  field->default_value = mq_kind_reader_keep_attribute (reader, node, "default");
  field->empty_option = mq_kind_reader_keep_attribute (reader, node, "empty-option");
  field->empty_value = mq_kind_reader_keep_attribute (reader, node, "empty-value");
  field->row_of = mq_kind_reader_keep_attribute (reader, node, "row-of");
  field->shows = mq_kind_reader_keep_attribute (reader, node, "shows");
  field->printed_with = mq_kind_reader_keep_attribute (reader, node, "printed-with");
  field->proposed_by = mq_kind_reader_keep_attribute (reader, node, "proposed-by");
  field->proposed_from = mq_kind_reader_keep_attribute (reader, node, "proposed-from");

  if (!read_type (reader, node, &field->type) || !read_field_flags (reader, node, field) ||
      !read_field_limits (reader, node, inside) || !read_options (reader, node, field) ||
      !read_proposals (reader, node, field))
    return NULL;

  if (g_hash_table_contains (reader->kind->fields, field->path))
    {
      mq_kind_reader_fail (reader, node, "%s is there twice", field->path);
      return NULL;
    }
  g_hash_table_insert (reader->kind->fields, (gpointer) field->path, field);

  return inside;
}
