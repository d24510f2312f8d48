/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-compute.h"

/* A value put forward: when a source changes, what it stands for is set in the target, unless the user has
 * chosen there: that is, while the target is empty, holds its default, or holds what the source proposed
 * before. */

typedef struct {
  const MqField *target;
  const MqField *source;
  const MqField *from;          /* the column whose value is proposed, of the row that the source picks; or NULL */
} Proposal;

struct _MqProposals {
  MqDraft *draft;               /* not owned: the draft owns this */
  GArray *all;                  /* Proposal */
  GHashTable *seen;             /* full path of a source → its value when last looked at */
};

static const MqField *
find_source (const MqKind *kind, const MqField *target)
{
  return target->table != NULL ? mq_field_column (target->table, target->proposed_by)
                               : mq_kind_field (kind, target->proposed_by);
}

static void
add_proposal (MqProposals *proposals, const MqKind *kind, const MqField *target)
{
  Proposal proposal = { .target = target };
  const MqField *table;

  if (target->proposed_by == NULL)
    return;
  proposal.source = find_source (kind, target);
  if (proposal.source == NULL)
    return;
  table = proposal.source->row_of != NULL ? mq_kind_field (kind, proposal.source->row_of) : NULL;
  if (target->proposed_from != NULL && table != NULL)
    proposal.from = mq_field_column (table, target->proposed_from);
  g_array_append_val (proposals->all, proposal);
}

static const char *
value_at (MqDraft *draft, const MqField *field, const char *row)
{
  g_autofree char *path = mq_path_cell (field, row);
  const char *value = mq_draft_value (draft, path);

  return value != NULL && *value != '\0' ? value : NULL;
}

/* The rows in which a proposal is looked at; for a scalar fact one, NULL. */
static const char **
rows_of (MqProposals *proposals, const Proposal *proposal, guint *n)
{
  if (proposal->target->table != NULL)
    return mq_draft_rows (proposals->draft, proposal->target->table->path, n);
  *n = 1;
  return g_new0 (const char *, 2);
}

/* What the source stands for when it holds @held: (transfer full), NULL for nothing. */
static char *
proposed_by (MqProposals *proposals, const Proposal *proposal, const char *held)
{
  if (held == NULL)
    return NULL;
  if (proposal->from != NULL)
    return g_strdup (value_at (proposals->draft, proposal->from, held));
  for (guint i = 0; i < proposal->target->n_proposals; i++)
    if (g_str_equal (proposal->target->proposals[i].token, held))
      return g_strdup (proposal->target->proposals[i].value);
  return NULL;
}

static void
propose (MqProposals *proposals, const Proposal *proposal, const char *row, MqTouched *touched)
{
  g_autofree char *source = mq_path_cell (proposal->source, row);
  g_autofree char *target = mq_path_cell (proposal->target, row);
  const char *seen = g_hash_table_lookup (proposals->seen, source);
  g_autofree char *before = proposed_by (proposals, proposal, seen);
  const char *source_now = value_at (proposals->draft, proposal->source, row);
  g_autofree char *now = proposed_by (proposals, proposal, source_now);
  const char *held = value_at (proposals->draft, proposal->target, row);
  gboolean chosen = held != NULL && g_strcmp0 (held, before) != 0
                    && !(seen == NULL && g_strcmp0 (held, proposal->target->default_value) == 0);

  if (g_strcmp0 (seen, source_now) == 0 || chosen || now == NULL
      || g_strcmp0 (held, now) == 0 || mq_touched_has (touched, target))
    return;
  mq_draft_settle_value (proposals->draft, target, now);
  mq_touched_add (touched, target);
}

static gboolean
concerns (const Proposal *proposal, const MqTouched *touched)
{
  const MqField *table = proposal->source->table;

  return touched == NULL
         || mq_touched_read (touched, proposal->source->path, table != NULL ? table->path : NULL);
}

/* @sets: (nullable) gets what @func sets */
typedef void (*ProposalFunc) (MqProposals *proposals, const Proposal *proposal, const char *row, MqTouched *sets);

static void
in_each_row (MqProposals *proposals, const MqTouched *touched, ProposalFunc func, MqTouched *sets)
{
  for (guint i = 0; i < proposals->all->len; i++)
    {
      const Proposal *proposal = &g_array_index (proposals->all, Proposal, i);
      g_autofree const char **rows = NULL;
      guint n;

      if (!concerns (proposal, touched))
        continue;
      rows = rows_of (proposals, proposal, &n);
      for (guint r = 0; r < n; r++)
        func (proposals, proposal, rows[r], sets);
    }
}

void
mq_proposals_settle (MqProposals *proposals, MqTouched *touched)
{
  in_each_row (proposals, touched, propose, touched);
}

static void
learn (MqProposals *proposals, const Proposal *proposal, const char *row, MqTouched *sets)
{
  g_hash_table_replace (proposals->seen, mq_path_cell (proposal->source, row),
                        g_strdup (value_at (proposals->draft, proposal->source, row)));
}

/* Remembers what the sources hold.  Called after each step, undo and redo: @touched NULL for all. */
void
mq_proposals_learn (MqProposals *proposals, const MqTouched *touched)
{
  in_each_row (proposals, touched, learn, NULL);
}

MqProposals *
mq_proposals_new (const MqKind *kind, MqDraft *draft)
{
  MqProposals *proposals = g_new0 (MqProposals, 1);
  guint n;
  const MqGroup *const *groups = mq_kind_groups (kind, &n);

  proposals->draft = draft;
  proposals->all = g_array_new (FALSE, FALSE, sizeof (Proposal));
  proposals->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint g = 0; g < n; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      {
        add_proposal (proposals, kind, groups[g]->facts[f]);
        for (guint c = 0; c < groups[g]->facts[f]->n_columns; c++)
          add_proposal (proposals, kind, groups[g]->facts[f]->columns[c]);
      }
  mq_proposals_learn (proposals, NULL);
  return proposals;
}

void
mq_proposals_free (MqProposals *proposals)
{
  if (proposals == NULL)
    return;
  g_array_unref (proposals->all);
  g_hash_table_unref (proposals->seen);
  g_free (proposals);
}
