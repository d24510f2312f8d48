/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow-fixture.h"
#include "mq-check.h"

/* The sample is changed at random, in every fact that its kind has, with computed facts following; now and
 * then its layout must be what a new one would be, to the last line. */

#define CHANGES 500
#define EVERY 20

static MqDraft *
load_sample (void)
{
  MqDraft *draft = draft_of_sample ();

  mq_compute_attach (draft);
  return draft;
}

static const char *
some_row (MqDraft *draft, const char *table, GRand *random)
{
  guint n = 0;
  g_autofree const char **rows = mq_draft_rows (draft, table, &n);

  return n > 0 ? rows[g_rand_int_range (random, 0, (int) n)] : NULL;
}

/* (transfer full) (nullable): a value that may be right */
static char *
some_value (MqDraft *draft, const MqField *field, GRand *random)
{
  static const char *const words[] = {
    "وزارة الاتصالات", "شركة", "منصة تبادل البيانات بين الجهات الحكومية ونظام الإخطارات الموحد",
    "e-Government Portal", "بند\nبند آخر أطول من الأول قليلاً\nثالث", "٢٠٢٦",
  };

  if (g_rand_int_range (random, 0, 8) == 0)
    return NULL;
  switch (field->type)
    {
    case MQ_TYPE_CHOICE:
      return field->n_options > 0
        ? g_strdup (field->options[g_rand_int_range (random, 0, (int) field->n_options)].token) : NULL;
    case MQ_TYPE_BOOL:
      return g_strdup (g_rand_int_range (random, 0, 2) ? "true" : "false");
    case MQ_TYPE_ROW_OF:
      return g_strdup (some_row (draft, field->row_of, random));
    case MQ_TYPE_DATE:
      return g_strdup_printf ("20%02d-%02d-%02d", g_rand_int_range (random, 20, 40),
                              g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
    case MQ_TYPE_MONEY:
      return g_strdup_printf ("%d000000", g_rand_int_range (random, 1, 90000));
    case MQ_TYPE_INT:
    case MQ_TYPE_DECIMAL:
    case MQ_TYPE_PERCENT:
      return g_strdup_printf ("%d", g_rand_int_range (random, 1, 60));
    default:
      return g_strdup (words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
}

static void
change_rows (MqDraft *draft, const MqField *table, GRand *random)
{
  const char *row = some_row (draft, table->path, random);
  g_autofree char *path = row ? g_strconcat (table->path, "/", row, NULL) : NULL;
  guint n = mq_draft_n_rows (draft, table->path);

  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      mq_draft_apply (draft, mq_change_insert_row (table->path, NULL, g_rand_int_range (random, -1, (int) n)),
                      NULL);
      break;
    case 1:
      if (path)
        mq_draft_apply (draft, mq_change_remove_row (path), NULL);
      break;
    default:
      if (path)
        mq_draft_apply (draft, mq_change_move_row (path, g_rand_int_range (random, 0, (int) n)), NULL);
    }
}

static void
change_something (MqDraft *draft, GRand *random)
{
  guint n_groups;
  const MqGroup *const *groups = mq_kind_groups (mq_draft_kind (draft), &n_groups);
  const MqGroup *group = groups[g_rand_int_range (random, 0, (int) n_groups)];
  const MqField *field = group->facts[g_rand_int_range (random, 0, (int) group->n_facts)];
  int what = g_rand_int_range (random, 0, 12);

  if (what == 0)
    mq_draft_undo (draft);
  else if (what == 1)
    mq_draft_redo (draft);
  else if (field->type == MQ_TYPE_TABLE && what < 5)
    change_rows (draft, field, random);
  else if (field->type == MQ_TYPE_TABLE && field->n_columns > 0)
    {
      const MqField *column = field->columns[g_rand_int_range (random, 0, (int) field->n_columns)];
      const char *row = some_row (draft, field->path, random);
      g_autofree char *path = row ? g_strconcat (field->path, "/", row, "/", column->name, NULL) : NULL;
      g_autofree char *value = some_value (draft, column, random);

      if (path)
        mq_draft_set (draft, path, value, NULL);
    }
  else if (field->type != MQ_TYPE_TABLE)
    {
      g_autofree char *value = some_value (draft, field, random);

      mq_draft_set (draft, field->path, value, NULL);
    }
}

static void
test_follow (void)
{
  g_autoptr(MqDraft) draft = load_sample ();
  g_autoptr(MqFlow) flow = mq_flow_new (draft);
  g_autoptr(GRand) random = g_rand_new_with_seed (1124);
  guint64 before = mq_draft_revision (draft);

  mq_draft_seed_ids (11);
  for (guint i = 0; i < CHANGES; i++)
    {
      g_autoptr(MqFlow) fresh = NULL;

      change_something (draft, random);
      if (i % EVERY)
        continue;
      fresh = mq_flow_new (draft);
      flow_must_equal (flow, fresh);
    }
  /* most of them were taken */
  g_assert_cmpuint (mq_draft_revision (draft) - before, >, CHANGES / 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/follow/500 changes of the sample", test_follow);
  return g_test_run ();
}
