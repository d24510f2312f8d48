/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-draft-private.h"
#include "mq-kind-reader.h"
#include "mq-shape.h"

#include <string.h>

/* The files of a kind: the fact list, the nouns, the model of a new draft, the rules. */

/* ---- the fact list ---- */

static gboolean
read_group (MqKindReader *reader, const xmlNode *node, MqGroup *group)
{
  const xmlNode *child;
  const MqField **facts;
  guint i = 0;

  if (!mq_kind_reader_check_names (reader, node, "name printed", "label fact"))
    return FALSE;

  group->name = mq_kind_reader_keep_attribute (reader, node, "name");
  group->label = mq_kind_reader_label (reader, node, "label");
  group->n_facts = mq_kind_reader_count_children (node, "fact");
  facts = mq_kind_reader_keep_block (reader, g_new0 (const MqField *, group->n_facts));
  group->facts = facts;
  if (group->name == NULL || xmlValidateNCName ((const xmlChar *) group->name, 0) != 0 ||
      !g_hash_table_insert (reader->kind->groups_by_name, (gpointer) group->name, group))
    return mq_kind_reader_fail (reader, node, "a group has a name of its own");
  if (!mq_kind_reader_bool (reader, node, "printed", TRUE, &group->printed))
    return FALSE;

  for (child = mq_xml_first (node); child != NULL; child = mq_xml_next (child))
    {
      MqFieldInside *inside;

      if (!mq_xml_is (child, "fact"))
        continue;
      inside = mq_kind_read_field (reader, child, group->name);
      if (inside == NULL)
        return FALSE;
      inside->ordinal = reader->kind->n_facts++;
      inside->field.group = group;
      inside->field.index = i;
      facts[i++] = &inside->field;
      if (!mq_kind_read_columns (reader, child, &inside->field, group))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_note (MqKindReader *reader, const xmlNode *node)
{
  const char *key = mq_kind_reader_keep_attribute (reader, node, "key");
  MqLabel text = mq_kind_reader_label (reader, node, "text");

  if (!mq_kind_reader_check_names (reader, node, "key", "text"))
    return FALSE;
  if (key == NULL || text.ar == NULL)
    return mq_kind_reader_fail (reader, node, "a note has a key and an Arabic text");
  g_hash_table_insert (reader->kind->notes, (gpointer) key, (gpointer) text.ar);

  return TRUE;
}

/* The points of a timeline are rows of a table that picks from that of the timeline. */
static gboolean
check_points (MqKindReader *reader, const xmlNode *root, const MqField *table, const MqPrint *print)
{
  const MqField *by, *name, *date;

  if (print->points_by == NULL)
    return TRUE;

  by = mq_kind_field (reader->kind, print->points_by);
  name = mq_kind_field (reader->kind, print->points_name);
  date = mq_kind_field (reader->kind, print->points_date);
  if (by == NULL || by->type != MQ_TYPE_ROW_OF || by->table == NULL || g_strcmp0 (by->row_of, table->path) != 0)
    return mq_kind_reader_fail (reader, root, "points on %s stand by “%s”, which does not pick from it", table->path,
                                print->points_by);
  if (name == NULL || name->table != by->table)
    return mq_kind_reader_fail (reader, root, "points on %s are called by “%s”, which is no column of theirs",
                                table->path, print->points_name);
  if (date == NULL || date->table != by->table || date->type != MQ_TYPE_DATE)
    return mq_kind_reader_fail (reader, root, "points on %s have their date from “%s”, which is no date of theirs",
                                table->path, print->points_date);

  return TRUE;
}

/* Paths in the fact list that lead nowhere would fail only when somebody comes by. */
static gboolean
check_links (MqKindReader *reader, const xmlNode *root)
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
            return mq_kind_reader_fail (reader, root, "%s picks from “%s”, which is no table", field->path,
                         field->row_of != NULL ? field->row_of : "");
          if (field->shows == NULL || mq_field_column (other, field->shows) == NULL)
            return mq_kind_reader_fail (reader, root, "%s shows a column that %s does not have", field->path,
                                        field->row_of);
        }
      if (field->rows_for != NULL)
        {
          other = mq_kind_field (reader->kind, field->rows_for);
          if (field->type != MQ_TYPE_TABLE || other == NULL || other->type != MQ_TYPE_TABLE)
            return mq_kind_reader_fail (reader, root, "%s follows “%s”, which is no table", field->path,
                                        field->rows_for);
        }
      if (field->printed_with != NULL && (field->table == NULL ||
                                          mq_field_column (field->table, field->printed_with) == NULL))
        return mq_kind_reader_fail (reader, root, "%s prints with “%s”, which is no column", field->path,
                                    field->printed_with);
      if (field->currency != NULL)
        {
          gboolean in_row = g_str_has_prefix (field->currency, "row/");

          if (in_row)
            other = field->table != NULL ? mq_field_column (field->table, field->currency + strlen ("row/"))
                                         : NULL;
          else
            other = mq_kind_field (reader->kind, field->currency);
          if (other == NULL)
            return mq_kind_reader_fail (reader, root, "%s has its currency from “%s”, which is no fact",
                                        field->path, field->currency);
        }
      for (guint i = 0; i < field->n_prints; i++)
        {
          if (field->prints[i].note != NULL &&
              !g_hash_table_contains (reader->kind->notes, field->prints[i].note))
            return mq_kind_reader_fail (reader, root, "%s prints the note “%s”, which is not there",
                                        field->path, field->prints[i].note);
          if (!check_points (reader, root, field, &field->prints[i]))
            return FALSE;
        }
    }

  return TRUE;
}

/* ---- the files ---- */

gboolean
mq_kind_read_facts (MqKind *kind, const char *file, MqProblem **problem)
{
  MqKindReader reader = { kind, file, problem };
  const xmlNode *root, *node;
  const char *version;
  guint64 number;
  guint i = 0;

  kind->facts = mq_kind_reader_file (&reader, MQ_XML_FACTS_NAMESPACE, "fact-list");
  if (kind->facts == NULL)
    return FALSE;
  root = xmlDocGetRootElement (kind->facts);
  if (!mq_kind_reader_check_names (&reader, root, "kind version rates currency", "group note"))
    return FALSE;

  kind->name = g_strdup (mq_xml_attribute (root, "kind"));
  version = mq_xml_attribute (root, "version");
  if (kind->name == NULL || version == NULL ||
      !g_ascii_string_to_unsigned (version, 10, 1, G_MAXINT, &number, NULL))
    return mq_kind_reader_fail (&reader, root, "a fact list names its kind and version");
  kind->version = (int) number;
  kind->rates = mq_kind_reader_keep_attribute (&reader, root, "rates");
  kind->currency = mq_kind_reader_keep_attribute (&reader, root, "currency");

  kind->n_groups = mq_kind_reader_count_children (root, "group");
  kind->group_list = mq_kind_reader_keep_block (&reader, g_new0 (MqGroup, kind->n_groups));
  kind->groups = mq_kind_reader_keep_block (&reader, g_new0 (const MqGroup *, kind->n_groups + 1));
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
read_noun (MqKindReader *reader, const xmlNode *node)
{
  const char *gender = mq_xml_attribute (node, "gender");
  MqNoun *noun;

  if (!mq_kind_reader_check_names (reader, node, "name gender plural accusative dual iq-plural", ""))
    return FALSE;
  if (mq_xml_attribute (node, "name") == NULL || mq_xml_attribute (node, "plural") == NULL ||
      mq_xml_attribute (node, "accusative") == NULL ||
      (g_strcmp0 (gender, "m") != 0 && g_strcmp0 (gender, "f") != 0))
    return mq_kind_reader_fail (reader, node, "a noun has name, gender (m or f), plural and accusative");

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
  MqKindReader reader = { kind, file, problem };
  g_autoptr (xmlDoc) document = mq_kind_reader_file (&reader, MQ_XML_NOUNS_NAMESPACE, "nouns");
  const xmlNode *root, *node;

  if (document == NULL)
    return FALSE;
  root = xmlDocGetRootElement (document);
  if (!mq_kind_reader_check_names (&reader, root, "", "noun"))
    return FALSE;

  for (node = mq_xml_first (root); node != NULL; node = mq_xml_next (node))
    if (!read_noun (&reader, node))
      return FALSE;

  return TRUE;
}

gboolean
mq_kind_read_model (MqKind *kind, const char *file, MqProblem **problem)
{
  MqKindReader reader = { kind, file, problem };
  g_autoptr (xmlDoc) draft = NULL;
  const xmlNode *root;

  kind->model = mq_kind_reader_file (&reader, MQ_XML_NAMESPACE, "model");
  if (kind->model == NULL)
    return FALSE;

  root = xmlDocGetRootElement (kind->model);
  if (g_strcmp0 (mq_xml_attribute (root, "kind"), kind->name) != 0)
    return mq_kind_reader_fail (&reader, root, "it is the model of another kind");
  if (mq_xml_child (root, "facts") == NULL || mq_xml_child (root, "wording") == NULL ||
      mq_xml_child (root, "body") == NULL)
    return mq_kind_reader_fail (&reader, root, "a model has facts, wording and body");
  mq_shape_strip (kind, xmlDocGetRootElement (kind->model));

  /* a draft made from it must be one that can be opened again */
  draft = mq_model_to_draft (kind);

  return mq_model_check (kind, draft, file, problem);
}

/* ---- rules ---- */

static gboolean
read_severity (MqKindReader *reader, const xmlNode *node, MqSeverity *out)
{
  static const char *const names[] = { [MQ_SEVERITY_BLOCK] = "block", [MQ_SEVERITY_WARN] = "warn",
                                       [MQ_SEVERITY_ADVICE] = "advice" };
  const char *name = mq_xml_attribute (node, "severity");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *out = (MqSeverity) i;
        return TRUE;
      }

  return mq_kind_reader_fail (reader, node, "the severity of a rule is block, warn or advice");
}

/* The formula is parsed by who knows the language of formulas: mq_check_kind(). */
static gboolean
read_rule (MqKindReader *reader, const xmlNode *node, MqRule *rule)
{
  const char *at = mq_xml_attribute (node, "at"), *iq_by = mq_xml_attribute (node, "iq-by");

  if (!mq_kind_reader_check_names (reader, node, "id at test severity iq-by", "text") ||
      !read_severity (reader, node, &rule->severity))
    return FALSE;

  rule->id = mq_kind_reader_keep_attribute (reader, node, "id");
  rule->test = mq_kind_reader_keep_attribute (reader, node, "test");
  rule->text = mq_kind_reader_label (reader, node, "text");
  rule->iq_by_law = g_strcmp0 (iq_by, "law") == 0;
  rule->at = at != NULL ? mq_kind_field (reader->kind, at) : NULL;
  if (rule->id == NULL || rule->test == NULL || rule->text.ar == NULL)
    return mq_kind_reader_fail (reader, node, "a rule has an id, a test and an Arabic text");
  if (iq_by != NULL && !rule->iq_by_law)
    return mq_kind_reader_fail (reader, node, "iq-by is law, or is not there: “%s”", iq_by);
  if (rule->at == NULL)
    return mq_kind_reader_fail (reader, node, "a rule stands at a fact or column, not at “%s”",
                                at != NULL ? at : "");

  return TRUE;
}

/* A kind may have no rules, and no file of them. */
gboolean
mq_kind_read_rules (MqKind *kind, const char *file, MqProblem **problem)
{
  MqKindReader reader = { kind, file, problem };
  g_autoptr (xmlDoc) document = NULL;
  const xmlNode *root, *node;
  MqRule *rules;

  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    return TRUE;
  document = mq_kind_reader_file (&reader, MQ_XML_RULES_NAMESPACE, "rules");
  if (document == NULL)
    return FALSE;
  root = xmlDocGetRootElement (document);
  if (!mq_kind_reader_check_names (&reader, root, "", "rule"))
    return FALSE;

  rules = mq_kind_reader_keep_block (&reader, g_new0 (MqRule, mq_kind_reader_count_children (root, "rule")));
  kind->rules = rules;
  for (node = mq_xml_first (root); node != NULL; node = mq_xml_next (node))
    if (!read_rule (&reader, node, &rules[kind->n_rules++]))
      return FALSE;

  return TRUE;
}
