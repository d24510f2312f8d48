/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-history.h"

#include "mq-draft-private.h"
#include "mq-i18n.h"

/* Steps: what one undo takes back.  A step is a list of changes; undo walks it backwards.  The changes that
 * settlers make belong to the step that caused them, so undo restores what was computed by itself. */

struct _MqStep {
  GPtrArray *changes;            /* MqChange */
  char *label;                   /* given, or NULL */
  char *shown_label;             /* made from the first change when it is asked for */
  const char *merge_key;         /* interned, or NULL */
  gint64 time;                   /* of its last change, in microseconds */
  guint64 state;                 /* number of the content that it led to (mq_draft_state) */
};

static gint64 (*clock_now) (void) = g_get_monotonic_time;

void
mq_history_set_clock (gint64 (*now) (void))
{
  clock_now = now != NULL ? now : g_get_monotonic_time;
}

static void
free_change (gpointer change)
{
  mq_change_free (change);
}

static MqStep *
new_step (const char *label, const char *merge_key)
{
  MqStep *step = g_new0 (MqStep, 1);

  step->changes = g_ptr_array_new_with_free_func (free_change);
  step->label = g_strdup (label);
  step->merge_key = g_intern_string (merge_key);

  return step;
}

static void
free_step (gpointer data)
{
  MqStep *step = data;

  g_clear_pointer (&step->changes, g_ptr_array_unref);
  g_clear_pointer (&step->label, g_free);
  g_clear_pointer (&step->shown_label, g_free);
  g_free (step);
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
  g_clear_pointer (&draft->step, free_step);
  g_clear_pointer (&draft->redo, g_ptr_array_unref);
  g_clear_pointer (&draft->undo, g_ptr_array_unref);
  g_clear_pointer (&draft->marks, g_array_unref);
}

/* ---- tidying a step ---- */

static gboolean
has_row_changes (const MqStep *step)
{
  for (guint i = 0; i < step->changes->len; i++)
    if (mq_change_type (step->changes->pdata[i]) != MQ_CHANGE_SET)
      return TRUE;

  return FALSE;
}

/* Of several settings of one place the first remains: it owns what was there before, and the tree has what is
 * there now.  Settings do not disturb one another, but rows that come and go part them. */
static void
merge_settings (MqStep *step)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < step->changes->len;)
    {
      MqChange *change = step->changes->pdata[i];

      if (mq_change_type (change) != MQ_CHANGE_SET)
        g_hash_table_remove_all (seen);
      else if (!g_hash_table_add (seen, (gpointer) mq_change_path (change)))
        {
          g_ptr_array_remove_index (step->changes, i);
          continue;
        }
      i++;
    }
}

/* A step that typed something and deleted it again is none. */
static void
drop_void_settings (MqDraft *draft, MqStep *step)
{
  if (has_row_changes (step))
    return;

  for (guint i = step->changes->len; i > 0; i--)
    if (mq_change_is_void (draft, step->changes->pdata[i - 1]))
      g_ptr_array_remove_index (step->changes, i - 1);
}

static void
tidy (MqDraft *draft, MqStep *step)
{
  merge_settings (step);
  drop_void_settings (draft, step);
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

static void
append_changes (MqStep *to, MqStep *from)
{
  g_ptr_array_extend_and_steal (to->changes, g_steal_pointer (&from->changes));
  from->changes = g_ptr_array_new_with_free_func (free_change);
  to->time = from->time;
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
      append_changes (burst, step);
      free_step (step);
      tidy (draft, burst);
      if (burst->changes->len == 0)
        {
          g_ptr_array_set_size (draft->undo, (int) draft->undo->len - 1);
          draft->in_burst = FALSE;
        }
      else
        burst->state = ++draft->n_states;
      return;
    }

  tidy (draft, step);
  if (step->changes->len == 0)
    {
      free_step (step);
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
      g_clear_pointer (&draft->step, free_step);
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

  draft->step = step = new_step (NULL, NULL);
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
  free_step (step);
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
    draft->step = new_step (label, merge_key);
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

static const char *
label_of_step (MqDraft *draft, MqStep *step)
{
  MqChange *first;
  const MqField *field;
  const char *label;

  if (step == NULL || step->label != NULL)
    return step != NULL ? step->label : NULL;
  if (step->shown_label != NULL)
    return step->shown_label;

  first = step->changes->pdata[0];
  field = mq_change_field (draft, first);
  label = field != NULL ? mq_field_title (field) : _("Number of a clause");
  switch (mq_change_type (first))
    {
    case MQ_CHANGE_INSERT_ROW:
      /* Translators: what can be undone; %s is the title of a table */
      step->shown_label = g_strdup_printf (_("Addition of a row to “%s”"), label);
      break;
    case MQ_CHANGE_REMOVE_ROW:
      /* Translators: what can be undone; %s is the title of a table */
      step->shown_label = g_strdup_printf (_("Removal of a row from “%s”"), label);
      break;
    case MQ_CHANGE_MOVE_ROW:
      /* Translators: what can be undone; %s is the title of a table */
      step->shown_label = g_strdup_printf (_("Move of a row in “%s”"), label);
      break;
    case MQ_CHANGE_SET:
    default:
      /* Translators: what can be undone; %s is the title of a field */
      step->shown_label = g_strdup_printf (_("Change of “%s”"), label);
      break;
    }

  return step->shown_label;
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

  return label_of_step (draft, last_step (draft->undo));
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

  return label_of_step (draft, last_step (draft->redo));
}

static const char *
path_of_step (const MqStep *step)
{
  return step != NULL ? mq_change_path (step->changes->pdata[0]) : NULL;
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

  return path_of_step (last_step (draft->undo));
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

  return path_of_step (last_step (draft->redo));
}
