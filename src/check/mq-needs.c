/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-fixed.h"
#include "mq-needs.h"

struct _MqNeeds {
  MqDraft *draft;               /* not owned: the draft owns this */
  MqFormulas *formulas;
  MqComputePlan *plan;          /* NULL: not asked for yet */
  gboolean current;             /* printed is that of revision */
  guint64 revision;
  GHashTable *printed;          /* paths of the tables that the body prints */
};

static void
needs_free (gpointer data)
{
  MqNeeds *needs = data;

  mq_formulas_free (needs->formulas);
  g_clear_pointer (&needs->plan, mq_compute_plan_free);
  g_hash_table_unref (needs->printed);
  g_free (needs);
}

/* What is kept beside @draft: made when it is first asked for, and owned by the draft. */
MqNeeds *
mq_needs_get (MqDraft *draft)
{
  MqNeeds *needs = g_object_get_data (G_OBJECT (draft), "mq-needs");

  if (needs == NULL)
    {
      needs = g_new0 (MqNeeds, 1);
      needs->draft = draft;
      needs->formulas = mq_formulas_new (mq_draft_kind (draft));
      needs->printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (draft), "mq-needs", needs, needs_free);
    }
  return needs;
}

const MqFormula *
mq_needs_formula (MqNeeds *needs, const char *text, const MqField *table)
{
  return mq_formulas_get (needs->formulas, text, table);
}

const MqComputePlan *
mq_needs_plan (MqNeeds *needs)
{
  if (needs->plan == NULL)
    needs->plan = mq_compute_plan_new (mq_draft_kind (needs->draft), NULL);
  return needs->plan;
}

static gboolean
holds (MqNeeds *needs, const char *text, const MqField *table, const char *row)
{
  const MqFormula *formula = mq_formulas_get (needs->formulas, text, table);

  return formula != NULL && mq_formula_holds (formula, needs->draft, row);
}

/* ---- what the body prints ---- */

/* @known: the conditions that were met already, with their answers */
static gboolean
prints (MqNeeds *needs, const MqNode *node, GHashTable *known)
{
  const char *when = mq_node_attribute (node, "when");
  gpointer answer;

  if (when == NULL)
    return TRUE;
  if (!g_hash_table_lookup_extended (known, when, NULL, &answer))
    {
      answer = GINT_TO_POINTER (holds (needs, when, NULL, NULL));
      g_hash_table_insert (known, g_strdup (when), answer);
    }
  return GPOINTER_TO_INT (answer);
}

static void
find_printed (MqNeeds *needs, const MqNode *parent, GHashTable *known)
{
  for (const MqNode *node = mq_node_first (parent); node != NULL; node = mq_node_next (node))
    {
      MqNodeType type = mq_node_type (node);
      const char *of;

      if (type == MQ_NODE_TEXT || !prints (needs, node, known))
        continue;
      of = mq_node_attribute (node, "of");
      if (of != NULL)
        g_hash_table_add (needs->printed, g_strdup (of));
      else if (type == MQ_NODE_PART || type == MQ_NODE_ARTICLE)
        find_printed (needs, node, known);
    }
}

static gboolean
is_printed (MqNeeds *needs, const MqField *table)
{
  guint64 revision = mq_draft_revision (needs->draft);

  if (!needs->current || needs->revision != revision)
    {
      g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_hash_table_remove_all (needs->printed);
      if (mq_draft_body (needs->draft) != NULL)
        find_printed (needs, mq_draft_body (needs->draft), known);
      needs->revision = revision;
      needs->current = TRUE;
    }
  return g_hash_table_contains (needs->printed, table->path);
}

/* ---- what is asked for ---- */

/* whether @field, in @row of its table, is asked for now */
gboolean
mq_needs_field (MqNeeds *needs, const MqField *field, const char *row)
{
  if (field->formula != NULL || field->rows_for != NULL || field->type == MQ_TYPE_SIGN_SPACE
      || mq_fixed_cell (field, row))
    return FALSE;
  if (field->table != NULL && field->table->rows_for != NULL)
    return FALSE;
  return field->required || (field->needed != NULL && holds (needs, field->needed, field->table, row));
}

/* Whether the cells of a table's rows are asked for: not while the question that it answers is not put, and
 * nothing of it prints. */
gboolean
mq_needs_rows (MqNeeds *needs, const MqField *table)
{
  return table->needed == NULL || holds (needs, table->needed, NULL, NULL) || is_printed (needs, table);
}

/* whether nobody may set @field, in @row of its table, now */
static gboolean
is_read_only (MqNeeds *needs, const MqField *field, const char *row)
{
  if (field->formula != NULL || field->rows_for != NULL
      || (field->table != NULL && field->table->rows_for != NULL)
      || mq_fixed_cell (field, row))
    return TRUE;
  return field->read_only != NULL && holds (needs, field->read_only, field->table, row);
}

/* ---- by path ---- */

/* the field at @path and the row in it; FALSE: there is no such place */
static gboolean
find_place (MqDraft *draft, const char *path, const MqField **field, const char **row)
{
  *field = mq_kind_field (mq_draft_kind (draft), path);
  *row = mq_path_row_id (path);
  return *field != NULL && ((*field)->table == NULL || *row != NULL);
}

/**
 * mq_check_needed:
 * @draft: a draft
 * @path: the path of a fact or cell
 *
 * Returns: whether it is asked for now: it is required, or its condition holds
 */
gboolean
mq_check_needed (MqDraft *draft, const char *path)
{
  const char *row;
  const MqField *field;

  g_return_val_if_fail (draft != NULL && path != NULL, FALSE);

  return find_place (draft, path, &field, &row) && mq_needs_field (mq_needs_get (draft), field, row);
}

/**
 * mq_check_read_only:
 * @draft: a draft
 * @path: the path of a fact or cell
 *
 * Returns: whether it cannot be changed now: it is computed, or given by the kind, or its condition says so
 */
gboolean
mq_check_read_only (MqDraft *draft, const char *path)
{
  const char *row;
  const MqField *field;

  g_return_val_if_fail (draft != NULL && path != NULL, FALSE);

  return find_place (draft, path, &field, &row) && is_read_only (mq_needs_get (draft), field, row);
}
