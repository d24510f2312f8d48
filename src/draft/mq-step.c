/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-step.h"

#include "mq-i18n.h"

static void
free_change (gpointer change)
{
  mq_change_free (change);
}

MqStep *
mq_step_new (const char *label, const char *merge_key)
{
  MqStep *step = g_new0 (MqStep, 1);

  step->changes = g_ptr_array_new_with_free_func (free_change);
  step->label = g_strdup (label);
  step->merge_key = g_intern_string (merge_key);

  return step;
}

/* Frees a step, and what its changes have taken out of the tree. */
void
mq_step_free (MqStep *step)
{
  g_clear_pointer (&step->changes, g_ptr_array_unref);
  g_clear_pointer (&step->label, g_free);
  g_clear_pointer (&step->shown_label, g_free);
  g_free (step);
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

/* Leaves of the changes those that make a difference to what was before the step. */
void
mq_step_tidy (MqDraft *draft, MqStep *step)
{
  merge_settings (step);
  drop_void_settings (draft, step);
}

/* Moves the changes of @from to the end of @to. */
void
mq_step_append (MqStep *to, MqStep *from)
{
  g_ptr_array_extend_and_steal (to->changes, g_steal_pointer (&from->changes));
  from->changes = g_ptr_array_new_with_free_func (free_change);
  to->time = from->time;
}

/* ---- what the menu says of a step ---- */

/* What undo would take back, in the interface's language: borrowed; NULL for no step. */
const char *
mq_step_label (MqDraft *draft, MqStep *step)
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

/* The interned path that the step was made at; NULL for no step. */
const char *
mq_step_path (const MqStep *step)
{
  return step != NULL ? mq_change_path (step->changes->pdata[0]) : NULL;
}
