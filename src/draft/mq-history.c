/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-history.h"

#include "mq-step.h"

/* The history of a draft: steps are opened and closed, undone and redone.  The changes that settlers make belong
 * to the step that caused them, so undo restores what was computed by itself. */

static gint64 (*clock_now) (void) = g_get_monotonic_time;

void
mq_history_set_clock (gint64 (*now) (void))
{
  clock_now = now != NULL ? now : g_get_monotonic_time;
}

static void
free_step (gpointer step)
{
  mq_step_free (step);
}

void
mq_history_init (MqDraft *draft)
{
  draft->undo = g_ptr_array_new_with_free_func (free_step);
  draft->redo = g_ptr_array_new_with_free_func (free_step);
  draft->marks = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
mq_history_clear (MqDraft *draft)
{
  g_ptr_array_set_size (draft->redo, 0);
  g_ptr_array_set_size (draft->undo, 0);
  draft->in_burst = FALSE;
  draft->first_state = ++draft->n_states;
}

void
mq_history_finish (MqDraft *draft)
{
  g_clear_pointer (&draft->step, mq_step_free);
  g_clear_pointer (&draft->redo, g_ptr_array_unref);
  g_clear_pointer (&draft->undo, g_ptr_array_unref);
  g_clear_pointer (&draft->marks, g_array_unref);
}

/* ---- opening and closing ---- */

static MqStep *
last_step (GPtrArray *steps)
{
  return steps->len > 0 ? steps->pdata[steps->len - 1] : NULL;
}

/* The step that @step lengthens, or NULL. */
static MqStep *
burst_of (MqDraft *draft, const MqStep *step)
{
  MqStep *last = last_step (draft->undo);

  if (!draft->in_burst || last == NULL || step->merge_key == NULL || last->merge_key != step->merge_key ||
      step->time - last->time > MQ_BURST_MS * G_GINT64_CONSTANT (1000))
    return NULL;

  return last;
}

/* Keeps what is left of a step for undo: as the end of the burst that it belongs to, or as a step. */
static void
keep_step (MqDraft *draft, MqStep *step)
{
  MqStep *burst;

  step->time = clock_now ();
  burst = burst_of (draft, step);
  if (burst != NULL)
    {
      mq_step_append (burst, step);
      mq_step_free (step);
      mq_step_tidy (draft, burst);
      if (burst->changes->len == 0)
        {
          g_ptr_array_set_size (draft->undo, (int) draft->undo->len - 1);
          draft->in_burst = FALSE;
        }
      else
        burst->state = ++draft->n_states;
      return;
    }

  mq_step_tidy (draft, step);
  if (step->changes->len == 0)
    {
      mq_step_free (step);
      return;
    }
  step->state = ++draft->n_states;
  g_ptr_array_set_size (draft->redo, 0);
  g_ptr_array_add (draft->undo, step);
  draft->in_burst = step->merge_key != NULL;
}

static void
close_step (MqDraft *draft)
{
  MqStep *step = draft->step;
  MqChanges *changes;

  if (step->changes->len == 0)
    {
      g_clear_pointer (&draft->step, mq_step_free);
      return;
    }

  mq_settle_run (draft, step->changes);
  changes = mq_changes_new (step->changes);
  draft->step = NULL;
  keep_step (draft, step);
  mq_changes_announce (draft, changes);
  mq_changes_free (changes);
}

/* Lets the settler set everything.  Its changes are for good: they happen outside of the history, which would
 * not fit the tree any more. */
void
mq_history_settle (MqDraft *draft)
{
  MqStep *step;
  MqChanges *changes;

  g_return_if_fail (draft->step == NULL);
  if (draft->settler == NULL)
    return;

  draft->step = step = mq_step_new (NULL, NULL);
  draft->settling = TRUE;
  draft->settler (draft, NULL, draft->settler_data);
  draft->settling = FALSE;
  draft->step = NULL;

  if (step->changes->len > 0)
    {
      changes = mq_changes_new (step->changes);
      mq_history_clear (draft);
      mq_changes_announce (draft, changes);
      mq_changes_free (changes);
    }
  mq_step_free (step);
}

/* Takes back the changes of the open step from number @from on. */
static void
revert_from (MqDraft *draft, guint from)
{
  GPtrArray *changes = draft->step->changes;

  for (guint i = changes->len; i > from; i--)
    mq_change_revert (draft, changes->pdata[i - 1]);
  g_ptr_array_set_size (changes, (int) from);
}

/* ---- public: steps ---- */

/**
 * mq_draft_begin:
 * @draft: a draft
 * @label: (nullable): what the step is called in the menu, in the interface's language; %NULL: made from its
 *   first change
 * @merge_key: (nullable): what is typed on with the same key within MQ_BURST_MS is the same step; %NULL:
 *   never
 *
 * The changes until mq_draft_end() are one step.  Inside an open step it only marks how far
 * mq_draft_abandon() goes back.
 */
void
mq_draft_begin (MqDraft *draft, const char *label, const char *merge_key)
{
  guint mark;

  g_return_if_fail (MQ_IS_DRAFT (draft));
  g_return_if_fail (!draft->settling);

  if (draft->step == NULL)
    draft->step = mq_step_new (label, merge_key);
  mark = draft->step->changes->len;
  g_array_append_val (draft->marks, mark);
}

/**
 * mq_draft_end:
 * @draft: a draft
 *
 * Closes what mq_draft_begin() opened.  With the outermost step computed facts are settled and "changed" goes
 * out.
 */
void
mq_draft_end (MqDraft *draft)
{
  g_return_if_fail (MQ_IS_DRAFT (draft));
  g_return_if_fail (draft->marks->len > 0);
  g_return_if_fail (!draft->settling);

  g_array_set_size (draft->marks, draft->marks->len - 1);
  if (draft->marks->len == 0)
    close_step (draft);
}

/**
 * mq_draft_abandon:
 * @draft: a draft
 *
 * Closes what mq_draft_begin() opened and takes back the changes made since.
 */
void
mq_draft_abandon (MqDraft *draft)
{
  g_return_if_fail (MQ_IS_DRAFT (draft));
  g_return_if_fail (draft->marks->len > 0);
  g_return_if_fail (!draft->settling);

  revert_from (draft, g_array_index (draft->marks, guint, draft->marks->len - 1));
  mq_draft_end (draft);
}

/**
 * mq_draft_end_burst:
 * @draft: a draft
 *
 * What is typed next begins a new step.
 */
void
mq_draft_end_burst (MqDraft *draft)
{
  g_return_if_fail (MQ_IS_DRAFT (draft));

  draft->in_burst = FALSE;
}

/* Makes a change within the open step, taking it over. */
gboolean
mq_history_apply (MqDraft *draft, MqChange *change, gboolean settling, MqProblem **problem)
{
  gboolean changed, accepted = mq_change_do (draft, change, settling, &changed, problem);

  if (changed)
    g_ptr_array_add (draft->step->changes, change);
  else
    mq_change_free (change);

  return accepted;
}

/**
 * mq_draft_apply:
 * @draft: a draft
 * @change: (transfer full): what to change
 * @problem: (out) (optional): why it was refused
 *
 * Returns: %FALSE if it was refused; nothing has changed then
 */
gboolean
mq_draft_apply (MqDraft *draft, MqChange *change, MqProblem **problem)
{
  gboolean accepted;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);
  g_return_val_if_fail (!draft->settling, FALSE);

  mq_draft_begin (draft, NULL, NULL);
  accepted = mq_history_apply (draft, change, FALSE, problem);
  mq_draft_end (draft);

  return accepted;
}

/**
 * mq_draft_set:
 * @draft: a draft
 * @path: path of a fact, a cell or a number of a clause
 * @value: (nullable): its new value in neutral form; %NULL or "" empties it
 * @problem: (out) (optional): why it was refused
 *
 * Returns: %FALSE if it was refused; nothing has changed then
 */
gboolean
mq_draft_set (MqDraft *draft, const char *path, const char *value, MqProblem **problem)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return mq_draft_apply (draft, mq_change_set (path, value), problem);
}

/* ---- public: undo, redo ---- */

static gboolean
travel (MqDraft *draft, GPtrArray *from, GPtrArray *to, gboolean back)
{
  MqStep *step;
  MqChanges *changes;
  guint n;

  if (from->len == 0)
    return FALSE;

  draft->in_burst = FALSE;
  step = g_ptr_array_steal_index (from, from->len - 1);
  n = step->changes->len;
  for (guint i = 0; i < n; i++)
    if (back)
      mq_change_revert (draft, step->changes->pdata[n - 1 - i]);
    else
      mq_change_repeat (draft, step->changes->pdata[i]);
  g_ptr_array_add (to, step);

  changes = mq_changes_new (step->changes);
  mq_changes_announce (draft, changes);
  mq_changes_free (changes);

  return TRUE;
}

/**
 * mq_draft_state:
 *
 * Two equal numbers mean the same content: undo brings the number back that was there before the step.  The revision,
 * in contrast, only grows.
 *
 * Returns: the number of the content
 */
guint64
mq_draft_state (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), 0);

  if (draft->undo->len == 0)
    return draft->first_state;
  return ((MqStep *) g_ptr_array_index (draft->undo, draft->undo->len - 1))->state;
}

/**
 * mq_draft_undo:
 * @draft: a draft without an open step
 *
 * Returns: %FALSE if there is nothing to undo
 */
gboolean
mq_draft_undo (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), FALSE);
  g_return_val_if_fail (draft->step == NULL, FALSE);

  return travel (draft, draft->undo, draft->redo, TRUE);
}

/**
 * mq_draft_redo:
 * @draft: a draft without an open step
 *
 * Returns: %FALSE if there is nothing to redo
 */
gboolean
mq_draft_redo (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), FALSE);
  g_return_val_if_fail (draft->step == NULL, FALSE);

  return travel (draft, draft->redo, draft->undo, FALSE);
}

/**
 * mq_draft_undo_label:
 * @draft: a draft
 *
 * Returns: (transfer none) (nullable): what undo would take back, in the interface's language; %NULL: nothing
 */
const char *
mq_draft_undo_label (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);

  return mq_step_label (draft, last_step (draft->undo));
}

/**
 * mq_draft_redo_label:
 * @draft: a draft
 *
 * Returns: (transfer none) (nullable): what redo would do, in the interface's language; %NULL: nothing
 */
const char *
mq_draft_redo_label (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);

  return mq_step_label (draft, last_step (draft->redo));
}

/**
 * mq_draft_undo_path:
 * @draft: a draft
 *
 * Returns: (transfer none) (nullable): the path that the step was made at: where to bring the user
 */
const char *
mq_draft_undo_path (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);

  return mq_step_path (last_step (draft->undo));
}

/**
 * mq_draft_redo_path:
 * @draft: a draft
 *
 * Returns: (transfer none) (nullable): the path that the step was made at
 */
const char *
mq_draft_redo_path (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);

  return mq_step_path (last_step (draft->redo));
}
