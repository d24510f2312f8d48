/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-change-private.h"

#include "mq-fixed.h"

/* Making a change for the first time: whether it may be made, and making it. */

/* ---- refusals ---- */

static gboolean
refuse (MqProblem **problem, const MqChange *change, MqProblemCode code, const char *subject,
        const char *detail)
{
  MqProblem *refusal = mq_problem_new (code, subject, detail);

  mq_problem_set_path (refusal, change->path);

  return mq_problem_report (problem, refusal);
}

/* A row that the kind fixes stays where it is, and no other comes before it. */
static gboolean
is_fixed (const MqField *table, const xmlNode *row)
{
  return mq_fixed_row (table, row->_private) != NULL;
}

static int
first_free_place (const MqField *table, const xmlNode *parent)
{
  const xmlNode *node;
  int n = 0, place = 0;

  for (node = parent->children; table->fixed && node != NULL; node = node->next)
    if (mq_is_row (node))
      {
        n++;
        if (is_fixed (table, node))
          place = n;
      }

  return place;
}

static gboolean
check_place (const MqChange *change, const MqField *table, const xmlNode *parent, int n, MqProblem **problem)
{
  g_autofree char *subject = g_strdup_printf ("%d", change->at), *range = NULL;
  int first = first_free_place (table, parent);

  if (change->at < 0 || change->at > n)
    {
      range = g_strdup_printf ("%d–%d", first, n);
      return refuse (problem, change, MQ_PROBLEM_OUT_OF_RANGE, subject, range);
    }
  if (change->at < first)
    return refuse (problem, change, MQ_PROBLEM_READ_ONLY, change->table, NULL);

  return TRUE;
}

static gboolean
find_row (MqDraft *draft, MqChange *change, MqPlace *place, MqProblem **problem)
{
  if (!mq_place_find (draft, change->path, place, problem))
    return FALSE;
  if (place->type != MQ_PLACE_ROW)
    return refuse (problem, change, MQ_PROBLEM_UNKNOWN_PATH, change->path, NULL);

  return TRUE;
}

/* ---- making a change ---- */

static gboolean
do_set (MqDraft *draft, MqChange *change, gboolean settling, gboolean *changed, MqProblem **problem)
{
  g_autofree char *kept = NULL;
  MqPlace place;

  if (!mq_place_find (draft, change->path, &place, problem))
    return FALSE;
  if (!settling)
    {
      if (mq_place_read_only (&place))
        return refuse (problem, change, MQ_PROBLEM_READ_ONLY, change->path, NULL);
      if (!mq_value_check (draft, &place, change->value, problem))
        {
          if (problem != NULL)
            mq_problem_set_path (*problem, change->path);
          return FALSE;
        }
    }

  kept = mq_value_normalize (place.field, change->value);
  *changed = g_strcmp0 (kept, mq_value_of (draft, place.field, place.node)) != 0;
  if (!*changed)
    return TRUE;

  change->node = place.node != NULL ? place.node : mq_place_make_cell (draft, place.row, place.field);
  change->children = mq_content_new (draft, place.field, kept);
  mq_change_exchange (draft, change);

  return TRUE;
}

static gboolean
do_insert (MqDraft *draft, MqChange *change, gboolean settling, gboolean *changed, MqProblem **problem)
{
  g_autofree char *limit = NULL;
  MqPlace place;
  int n;

  if (!mq_place_find (draft, change->table, &place, problem))
    return FALSE;
  if (place.type != MQ_PLACE_TABLE)
    return refuse (problem, change, MQ_PROBLEM_UNKNOWN_PATH, change->table, NULL);

  n = mq_rows_count (place.node);
  if (change->at == -1)
    change->at = n;
  if (!settling)
    {
      if (mq_place_read_only (&place) || (place.field->fixed && !place.field->extendable))
        return refuse (problem, change, MQ_PROBLEM_READ_ONLY, change->table, NULL);
      if (n >= mq_field_most_items (place.field))
        {
          limit = g_strdup_printf ("%d", mq_field_most_items (place.field));
          return refuse (problem, change, MQ_PROBLEM_TOO_MANY_ROWS, mq_field_title (place.field), limit);
        }
      if (!check_place (change, place.field, place.node, n, problem))
        return FALSE;
    }
  if (xmlValidateNCName ((const xmlChar *) change->row, 0) != 0)
    return refuse (problem, change, MQ_PROBLEM_NOT_A_ROW, change->row, NULL);
  if (g_hash_table_contains (draft->ids, change->row))
    return refuse (problem, change, MQ_PROBLEM_DUPLICATE_ID, change->row, NULL);

  change->node = mq_row_new (draft, place.field, change->row);
  mq_rows_link (place.node, change->node, change->at);
  mq_change_take_in (draft, change);
  *changed = TRUE;

  return TRUE;
}

static gboolean
do_remove (MqDraft *draft, MqChange *change, gboolean settling, gboolean *changed, MqProblem **problem)
{
  MqPlace place;

  if (!find_row (draft, change, &place, problem))
    return FALSE;
  if (!settling && (mq_place_read_only (&place) || is_fixed (place.field, place.node)))
    return refuse (problem, change, MQ_PROBLEM_READ_ONLY, change->path, NULL);

  change->node = place.node;
  mq_change_take_out (draft, change);
  *changed = TRUE;

  return TRUE;
}

static gboolean
do_move (MqDraft *draft, MqChange *change, gboolean settling, gboolean *changed, MqProblem **problem)
{
  MqPlace place;
  int n;

  if (!find_row (draft, change, &place, problem))
    return FALSE;
  n = mq_rows_count (place.node->parent);
  if (change->at == -1)
    change->at = n - 1;
  if (!settling)
    {
      if (mq_place_read_only (&place) || is_fixed (place.field, place.node))
        return refuse (problem, change, MQ_PROBLEM_READ_ONLY, change->path, NULL);
      if (!check_place (change, place.field, place.node->parent, n - 1, problem))
        return FALSE;
    }

  *changed = mq_rows_index (place.node) != change->at;
  if (!*changed)
    return TRUE;
  change->node = place.node;
  mq_change_move (draft, change);

  return TRUE;
}

/* Makes a change for the first time.  @settling: by a settler, which may do what nobody else may.  TRUE: it
 * is as asked; *@changed says whether anything had to be done for it. */
gboolean
mq_change_do (MqDraft *draft, MqChange *change, gboolean settling, gboolean *changed, MqProblem **problem)
{
  gboolean accepted;

  g_assert (!change->done);

  *changed = FALSE;
  change->draft = draft;
  switch (change->type)
    {
    case MQ_CHANGE_INSERT_ROW:
      accepted = do_insert (draft, change, settling, changed, problem);
      break;
    case MQ_CHANGE_REMOVE_ROW:
      accepted = do_remove (draft, change, settling, changed, problem);
      break;
    case MQ_CHANGE_MOVE_ROW:
      accepted = do_move (draft, change, settling, changed, problem);
      break;
    case MQ_CHANGE_SET:
    default:
      accepted = do_set (draft, change, settling, changed, problem);
      break;
    }
  change->done = *changed;

  return accepted;
}
