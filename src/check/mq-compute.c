/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-fixed.h"
#include "mq-needs.h"

/* Keeps the computed facts of one draft settled. */
typedef struct {
  MqDraft *draft;               /* not owned: the draft owns this, as the data of its settler */
  const MqComputePlan *plan;    /* the draft's */
  MqProposals *proposals;
  gulong handler;
} Computer;

static void
computer_free (gpointer data)
{
  Computer *computer = data;

  /* the draft has let go of its handlers already when it is this that is freed last */
  if (g_signal_handler_is_connected (computer->draft, computer->handler))
    g_signal_handler_disconnect (computer->draft, computer->handler);
  mq_proposals_free (computer->proposals);
  g_free (computer);
}

/* ---- fixed rows ---- */

/* The rows that a fixed table always has, before those that were added. */
static void
settle_fixed_rows (MqDraft *draft, const MqField *table)
{
  guint n, n_wanted = 0;
  g_autofree const char **held = mq_draft_rows (draft, table->path, &n);
  g_autofree const char **wanted = g_new0 (const char *, n + table->n_rows + 1);
  gboolean same = TRUE;

  for (guint i = 0; i < table->n_rows; i++)
    wanted[n_wanted++] = table->rows[i].id;
  for (guint i = 0; i < n; i++)
    if (mq_fixed_row (table, held[i]) == NULL)
      wanted[n_wanted++] = held[i];
  for (guint i = 0; i < n_wanted && same; i++)
    same = i < n && g_str_equal (held[i], wanted[i]);
  if (!same || n != n_wanted)
    mq_draft_settle_rows (draft, table->path, wanted, n_wanted);
}

/* The cells that the kind gives in a fixed row are what it gives. */
static void
settle_given_cells (MqDraft *draft, const MqField *table)
{
  for (guint r = 0; r < table->n_rows; r++)
    for (guint c = 0; c < table->rows[r].n_cells; c++)
      {
        g_autofree char *path = mq_path_cell (mq_field_column (table, table->rows[r].columns[c]), table->rows[r].id);

        if (g_strcmp0 (mq_draft_value (draft, path), table->rows[r].cells[c]) != 0)
          mq_draft_settle_value (draft, path, table->rows[r].cells[c]);
      }
}

static void
settle_fixed_tables (MqDraft *draft)
{
  guint n;
  const MqGroup *const *groups = mq_kind_groups (mq_draft_kind (draft), &n);

  for (guint g = 0; g < n; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      {
        const MqField *fact = groups[g]->facts[f];

        if (fact->type != MQ_TYPE_TABLE || !fact->fixed)
          continue;
        settle_fixed_rows (draft, fact);
        settle_given_cells (draft, fact);
      }
}

/* ---- following the draft ---- */

/* @changes NULL: everything, outside of the history */
static void
settle (MqDraft *draft, const MqChanges *changes, gpointer data)
{
  Computer *computer = data;
  g_autoptr (MqTouched) touched = NULL;

  if (changes == NULL)
    {
      settle_fixed_tables (draft);
      mq_compute_plan_settle (computer->plan, draft, NULL);
      return;
    }
  touched = mq_touched_new (changes);
  mq_proposals_settle (computer->proposals, touched);
  mq_compute_plan_settle (computer->plan, draft, touched);
}

static void
on_changed (MqDraft *draft, const MqChanges *changes, gpointer data)
{
  Computer *computer = data;
  g_autoptr (MqTouched) touched = changes != NULL ? mq_touched_new (changes) : NULL;

  mq_proposals_learn (computer->proposals, touched);
}

/**
 * mq_compute_attach:
 * @draft: a draft
 *
 * From now on the computed facts of @draft follow what they are computed from, within the step of each
 * change; all of them are computed now, outside of the history.  Values that a fact puts forward for another
 * (proposed-by) are set in the same step, and never while loading.
 */
void
mq_compute_attach (MqDraft *draft)
{
  Computer *computer;

  g_return_if_fail (draft != NULL);

  computer = g_new0 (Computer, 1);
  computer->draft = draft;
  computer->plan = mq_needs_plan (mq_needs_get (draft));
  computer->proposals = mq_proposals_new (mq_draft_kind (draft), draft);
  mq_draft_set_settler (draft, settle, computer, computer_free);
  computer->handler = g_signal_connect (draft, "changed", G_CALLBACK (on_changed), computer);
  mq_draft_settle (draft);
  mq_proposals_learn (computer->proposals, NULL);
}
