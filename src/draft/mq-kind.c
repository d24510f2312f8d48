/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-kind.h"

#include "mq-datadir.h"
#include "mq-kind-private.h"
#include "mq-path.h"

#include <libxml/parser.h>
#include <string.h>

/* ---- coming and going ---- */

static void
free_noun (gpointer data)
{
  MqNoun *noun = data;

  g_free (noun->name);
  g_free (noun->plural);
  g_free (noun->accusative);
  g_free (noun->dual);
  g_free (noun->iq_plural);
  g_free (noun);
}

static void
free_field (gpointer data)
{
  MqFieldInside *inside = data;

  g_clear_pointer (&inside->pattern, xmlRegFreeRegexp);
  g_free (inside);
}

/**
 * mq_kind_free:
 * @kind: (nullable) (transfer full): a kind from mq_kind_load(); no draft of it may be left
 */
void
mq_kind_free (MqKind *kind)
{
  if (kind == NULL)
    return;

  g_clear_pointer (&kind->schema, xmlRelaxNGFree);
  g_clear_pointer (&kind->inline_schema, xmlRelaxNGFree);
  g_mutex_clear (&kind->lock);
  g_clear_pointer (&kind->model, xmlFreeDoc);
  g_clear_pointer (&kind->facts, xmlFreeDoc);
  g_clear_pointer (&kind->notes, g_hash_table_unref);
  g_clear_pointer (&kind->nouns, g_hash_table_unref);
  g_clear_pointer (&kind->fields, g_hash_table_unref);
  g_clear_pointer (&kind->groups_by_name, g_hash_table_unref);
  g_clear_pointer (&kind->field_blocks, g_ptr_array_unref);
  g_clear_pointer (&kind->blocks, g_ptr_array_unref);
  g_clear_pointer (&kind->strings, g_string_chunk_free);
  g_clear_pointer (&kind->folder, g_free);
  g_clear_pointer (&kind->name, g_free);
  g_free (kind);
}

/**
 * mq_kind_load:
 * @folder: the folder of a kind
 * @problem: (out) (optional): what is wrong with it: file, line and reason
 *
 * Returns: (transfer full) (nullable): the kind; mq_kind_free() frees it
 */
MqKind *
mq_kind_load (const char *folder, MqProblem **problem)
{
  g_autofree char *facts = NULL, *nouns = NULL, *model = NULL, *rules = NULL;
  MqKind *kind;

  g_return_val_if_fail (folder != NULL, NULL);

  xmlInitParser ();

  facts = g_build_filename (folder, "facts.xml", NULL);
  nouns = g_build_filename (folder, "nouns.xml", NULL);
  model = g_build_filename (folder, "body.xml", NULL);
  rules = g_build_filename (folder, "rules.xml", NULL);

  kind = g_new0 (MqKind, 1);
  g_mutex_init (&kind->lock);
  kind->folder = g_strdup (folder);
  kind->strings = g_string_chunk_new (16384);
  kind->blocks = g_ptr_array_new_with_free_func (g_free);
  kind->field_blocks = g_ptr_array_new_with_free_func (free_field);
  kind->groups_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  kind->fields = g_hash_table_new (g_str_hash, g_str_equal);
  kind->nouns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_noun);
  kind->notes = g_hash_table_new (g_str_hash, g_str_equal);

  if (!mq_kind_read_nouns (kind, nouns, problem) || !mq_kind_read_facts (kind, facts, problem) ||
      !mq_kind_read_model (kind, model, problem) || !mq_kind_read_rules (kind, rules, problem))
    g_clear_pointer (&kind, mq_kind_free);

  return kind;
}

/* A name comes from a draft, so it must not be able to leave the folder of the kinds. */
static gboolean
is_name (const char *name)
{
  if (!g_ascii_islower (*name))
    return FALSE;
  for (; *name != '\0'; name++)
    if (!g_ascii_islower (*name) && !g_ascii_isdigit (*name) && *name != '-')
      return FALSE;

  return TRUE;
}

/* A folder is a kind's by its fact list: the program's data has other folders, too. */
static char *
folder_in (const char *parent, const char *name)
{
  g_autofree char *facts = g_build_filename (parent, name, "facts.xml", NULL);

  return g_file_test (facts, G_FILE_TEST_IS_REGULAR) ? g_path_get_dirname (facts) : NULL;
}

static char *
find_folder (const char *name)
{
  const char *variable = g_getenv ("MUQTARAH_KINDS");
  g_auto (GStrv) parents = g_strsplit (variable != NULL ? variable : "", ":", -1);
  char *folder = NULL;

  for (guint i = 0; parents[i] != NULL && folder == NULL; i++)
    if (*parents[i] != '\0')
      folder = folder_in (parents[i], name);

  return folder != NULL ? folder : folder_in (mq_datadir (), name);
}

/**
 * mq_kind_find:
 * @name: name of a kind, as drafts give it
 * @problem: (out) (optional): why there is none
 *
 * Finds the kind in the folders named by MUQTARAH_KINDS, then in the program's data.  Each is loaded once and
 * stays.
 *
 * Returns: (transfer none) (nullable): the kind
 */
const MqKind *
mq_kind_find (const char *name, MqProblem **problem)
{
  static GMutex lock;
  static GHashTable *kinds;
  MqKind *kind;

  g_return_val_if_fail (name != NULL, NULL);

  g_mutex_lock (&lock);
  if (kinds == NULL)
    kinds = g_hash_table_new (g_str_hash, g_str_equal);

  kind = g_hash_table_lookup (kinds, name);
  if (kind == NULL)
    {
      g_autofree char *folder = is_name (name) ? find_folder (name) : NULL;

      if (folder == NULL)
        mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_UNKNOWN_KIND, name, NULL));
      else
        kind = mq_kind_load (folder, problem);
      if (kind != NULL)
        g_hash_table_insert (kinds, g_strdup (name), kind);
    }
  g_mutex_unlock (&lock);

  return kind;
}

/* ---- looking up ---- */

/**
 * mq_kind_name:
 * @kind: a kind
 *
 * Returns: (transfer none): its name, as drafts give it
 */
const char *
mq_kind_name (const MqKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return kind->name;
}

/**
 * mq_kind_version:
 * @kind: a kind
 *
 * Returns: the version of its fact list, from 1
 */
int
mq_kind_version (const MqKind *kind)
{
  g_return_val_if_fail (kind != NULL, 0);

  return kind->version;
}

/**
 * mq_kind_folder:
 * @kind: a kind
 *
 * Returns: (transfer none): the folder that it was read from
 */
const char *
mq_kind_folder (const MqKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return kind->folder;
}

/**
 * mq_kind_rates:
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): path of the table of exchange rates
 */
const char *
mq_kind_rates (const MqKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return kind->rates;
}

/**
 * mq_kind_currency:
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): path of the fact that holds the currency of the document
 */
const char *
mq_kind_currency (const MqKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return kind->currency;
}

/**
 * mq_kind_groups:
 * @kind: a kind
 * @n: (out) (optional): how many there are
 *
 * Returns: (transfer none) (array length=n): the groups in order
 */
const MqGroup *const *
mq_kind_groups (const MqKind *kind, guint *n)
{
  g_return_val_if_fail (kind != NULL, NULL);

  if (n != NULL)
    *n = kind->n_groups;

  return kind->groups;
}

/**
 * mq_kind_group:
 * @kind: a kind
 * @name: name of a group
 *
 * Returns: (transfer none) (nullable): the group
 */
const MqGroup *
mq_kind_group (const MqKind *kind, const char *name)
{
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (kind->groups_by_name, name);
}

/* The fact of that name in a group, or NULL. */
const MqField *
mq_group_fact (const MqGroup *group, const char *name)
{
  for (guint i = 0; i < group->n_facts; i++)
    if (strcmp (group->facts[i]->name, name) == 0)
      return group->facts[i];

  return NULL;
}

/**
 * mq_kind_field:
 * @kind: a kind
 * @path: the path of a fact or table, `group/fact`, or of a column or cell, `group/table/column`,
 *   `group/table/ROW/column`
 *
 * Returns: (transfer none) (nullable): the field that @path leads to, whether there is such a row or not
 */
const MqField *
mq_kind_field (const MqKind *kind, const char *path)
{
  const char *row, *column;
  const MqField *table;
  char buffer[256];

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  row = mq_path_from (path, 2);
  column = row != NULL ? mq_path_from (row, 1) : NULL;
  if (column == NULL)
    return g_hash_table_lookup (kind->fields, path);

  if ((gsize) (row - path) > sizeof buffer || column == row + 1)
    return NULL;
  memcpy (buffer, path, (gsize) (row - 1 - path));
  buffer[row - 1 - path] = '\0';
  table = g_hash_table_lookup (kind->fields, buffer);

  return table != NULL ? mq_field_column (table, column) : NULL;
}

/**
 * mq_field_column:
 * @table: a table
 * @name: name of a column
 *
 * Returns: (transfer none) (nullable): the column; %NULL also for a fact that is no table
 */
const MqField *
mq_field_column (const MqField *table, const char *name)
{
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < table->n_columns; i++)
    if (strcmp (table->columns[i]->name, name) == 0)
      return table->columns[i];

  return NULL;
}

/**
 * mq_label_shown:
 * @label: a label
 * @arabic: (nullable): its Arabic, as the draft's house style has it
 *
 * Returns: (transfer none) (nullable): what the interface shows: the English where its language is not Arabic
 *   and there is an English, else @arabic
 */
const char *
mq_label_shown (const MqLabel *label, const char *arabic)
{
  g_return_val_if_fail (label != NULL, NULL);

  return label->en != NULL && !g_str_has_prefix (g_get_language_names ()[0], "ar") ? label->en : arabic;
}

/**
 * mq_field_title:
 * @field: a fact or column
 *
 * Returns: (transfer none): its label in the language of the interface, for sentences of problems and of the
 *   menu
 */
const char *
mq_field_title (const MqField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return mq_label_shown (&field->label, field->label.ar != NULL ? field->label.ar : field->name);
}

/**
 * mq_field_option:
 * @field: a fact or column
 * @token: a token
 *
 * Returns: (transfer none) (nullable): the option that has it
 */
const MqOption *
mq_field_option (const MqField *field, const char *token)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (token != NULL, NULL);

  for (guint i = 0; i < field->n_options; i++)
    if (strcmp (field->options[i].token, token) == 0)
      return &field->options[i];

  return NULL;
}

/**
 * mq_field_print:
 * @table: a table
 * @view: (nullable): name of a view, or %NULL for the ordinary print
 *
 * Returns: (transfer none) (nullable): how the table prints in that view
 */
const MqPrint *
mq_field_print (const MqField *table, const char *view)
{
  g_return_val_if_fail (table != NULL, NULL);

  for (guint i = 0; i < table->n_prints; i++)
    if (g_strcmp0 (table->prints[i].view, view) == 0)
      return &table->prints[i];

  return NULL;
}

/**
 * mq_print_is_figure:
 * @print: how a table prints
 *
 * Returns: whether the rows are drawn, and not written
 */
gboolean
mq_print_is_figure (const MqPrint *print)
{
  g_return_val_if_fail (print != NULL, FALSE);

  return print->as == MQ_PRINT_SHARE_BAR || print->as == MQ_PRINT_TIMELINE;
}

/**
 * mq_kind_noun:
 * @kind: a kind
 * @name: a noun in the singular
 *
 * Returns: (transfer none) (nullable): its forms
 */
const MqNoun *
mq_kind_noun (const MqKind *kind, const char *name)
{
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (kind->nouns, name);
}

/**
 * mq_kind_note:
 * @kind: a kind
 * @key: key of a note
 *
 * Returns: (transfer none) (nullable): the text printed under a table, in Arabic
 */
const char *
mq_kind_note (const MqKind *kind, const char *key)
{
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (kind->notes, key);
}

/**
 * mq_kind_rules:
 * @kind: a kind
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n) (nullable): the rules in order
 */
const MqRule *
mq_kind_rules (const MqKind *kind, guint *n)
{
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (n != NULL, NULL);

  *n = kind->n_rules;

  return kind->rules;
}
