/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-fixture.h"

/* A long random history of a draft: undone it gives the bytes of the start, redone those of the end, and at
 * any time the draft can be saved and opened again. */

#define N_STEPS 2000

typedef struct {
  MqDraft *draft;
  GRand *random;
  GPtrArray *facts;      /* MqField that are no table */
  GPtrArray *tables;
  guint applied, refused;
} Walk;

static guint
below (Walk *walk, guint n)
{
  return (guint) g_rand_int_range (walk->random, 0, (gint32) n);
}

static char *
random_value (Walk *walk, const MqField *field)
{
  static const char *const texts[] = {
    "عنوان", "a & b < c", "  ", "12.5", "x\ty", "قيمة \"ذات\" علامات", "❦", "too\nmany",
  };
  static const char *const inlines[] = {
    "نص",
    "a &amp; <variant key=\"ga\"/> <ref to=\"art-1\" case=\"acc\"/>",
    "<optional><value of=\"main/title\"/> </optional>",
    "<bad/>",
    "<number xml:id=\"n1\">4</number>",
    "<number xml:id=\"n2\">5</number>x",
  };
  static const char *const rest[] = {
    "IQD", "EGP", "egypt", "iraq", "true", "false", "2026-11-24", "--12-31", "p-one", "p-two", "none",
    "early", "late",
  };

  if (below (walk, 5) == 0)
    return NULL;
  switch ((int) field->type)
    {
    case MQ_TYPE_MONEY:
    case MQ_TYPE_PERCENT:
    case MQ_TYPE_DECIMAL:
      return g_strdup_printf ("%u.%02u", below (walk, 200), below (walk, 100));
    case MQ_TYPE_INT:
      return g_strdup_printf ("%d", (int) below (walk, 30) - 10);
    case MQ_TYPE_LIST:
    case MQ_TYPE_PARAS:
      return g_strdup_printf ("%s\n%u", texts[below (walk, G_N_ELEMENTS (texts))], below (walk, 9));
    case MQ_TYPE_INLINE:
      return g_strdup (inlines[below (walk, G_N_ELEMENTS (inlines))]);
    case MQ_TYPE_TEXT:
    case MQ_TYPE_PARA:
    case MQ_TYPE_ATTACHMENT:
      return g_strdup (texts[below (walk, G_N_ELEMENTS (texts))]);
    default:
      /* an option of its own, or something that may not fit */
      if (field->n_options > 0 && below (walk, 2) == 0)
        return g_strdup (field->options[below (walk, field->n_options)].token);
      return g_strdup (rest[below (walk, G_N_ELEMENTS (rest))]);
    }
}

static char *
random_row (Walk *walk, const MqField *table)
{
  guint n;
  g_autofree const char **rows = mq_draft_rows (walk->draft, table->path, &n);

  return n > 0 ? g_strdup_printf ("%s/%s", table->path, rows[below (walk, n)]) : NULL;
}

static MqChange *
random_set (Walk *walk)
{
  const MqField *field = walk->facts->pdata[below (walk, walk->facts->len)], *table;
  g_autofree char *value = NULL, *row = NULL, *path = NULL;

  switch (below (walk, 4))
    {
    case 0:
      value = g_strdup_printf ("%u", below (walk, 90));
      return mq_change_set (below (walk, 2) == 0 ? "body/art-1.n1" : "body/art-1.n2", value);
    case 1:
      value = random_value (walk, field);
      return mq_change_set (field->path, value);
    default:
      table = walk->tables->pdata[below (walk, walk->tables->len)];
      row = random_row (walk, table);
      field = table->columns[below (walk, table->n_columns)];
      value = random_value (walk, field);
      path = g_strdup_printf ("%s/%s", row != NULL ? row : table->path, field->name);
      return mq_change_set (path, value);
    }
}

static MqChange *
random_change (Walk *walk)
{
  const MqField *table = walk->tables->pdata[below (walk, walk->tables->len)];
  g_autofree char *row = random_row (walk, table), *id = NULL;

  switch (below (walk, 8))
    {
    case 0:
    case 1:
      /* ids come again after their rows have gone; few, since GLib leaks an array with each 2,048 interned
       * strings */
      id = g_strdup_printf ("row-%u", below (walk, 20));
      return mq_change_insert_row (table->path, below (walk, 20) > 0 ? id : NULL, (int) below (walk, 6) - 1);
    case 2:
      return row != NULL ? mq_change_remove_row (row) : random_set (walk);
    case 3:
      return row != NULL ? mq_change_move_row (row, (int) below (walk, 6) - 1) : random_set (walk);
    default:
      return random_set (walk);
    }
}

static void
random_step (Walk *walk)
{
  static const char *const keys[] = { NULL, "a", "b" };
  guint depth = 1 + below (walk, 2);

  for (guint i = 0; i < depth; i++)
    mq_draft_begin (walk->draft, NULL, keys[below (walk, G_N_ELEMENTS (keys))]);
  for (guint i = below (walk, 4); i > 0; i--)
    {
      if (mq_draft_apply (walk->draft, random_change (walk), NULL))
        walk->applied++;
      else
        walk->refused++;
    }
  for (guint i = 0; i < depth; i++)
    if (below (walk, 10) == 0)
      mq_draft_abandon (walk->draft);
    else
      mq_draft_end (walk->draft);
}

static void
assert_opens_again (MqDraft *draft)
{
  g_autofree char *text = fixture_text (draft), *second = NULL, *message = NULL;
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (MqDraft) again = fixture_parse (text, &problem);

  if (problem != NULL)
    message = mq_problem_message (problem);
  g_assert_cmpstr (message, ==, NULL);
  second = fixture_text (again);
  g_assert_cmpstr (text, ==, second);
}

static void
walk_random (guint32 seed)
{
  Walk walk = { fixture_draft (), g_rand_new_with_seed (seed), g_ptr_array_new (), g_ptr_array_new () };
  g_autofree char *start = fixture_text (walk.draft), *end = NULL, *text = NULL;
  const MqGroup *const *groups;
  guint n_groups;

  groups = mq_kind_groups (fixture_kind (), &n_groups);
  for (guint i = 0; i < n_groups; i++)
    for (guint k = 0; k < groups[i]->n_facts; k++)
      g_ptr_array_add (groups[i]->facts[k]->type == MQ_TYPE_TABLE ? walk.tables : walk.facts,
                       (gpointer) groups[i]->facts[k]);

  for (guint i = 0; i < N_STEPS; i++)
    {
      random_step (&walk);
      if (below (&walk, 20) == 0)
        for (guint k = below (&walk, 10); k > 0; k--)
          mq_draft_undo (walk.draft);
      if (below (&walk, 20) == 0)
        for (guint k = below (&walk, 10); k > 0; k--)
          mq_draft_redo (walk.draft);
      if (i % 50 == 0)
        assert_opens_again (walk.draft);
    }
  g_test_message ("seed %u: %u changes, %u refused", seed, walk.applied, walk.refused);
  g_assert_cmpuint (walk.applied, >, N_STEPS / 3);
  g_assert_cmpuint (walk.refused, >, 100);

  while (mq_draft_redo (walk.draft))
    continue;
  end = fixture_text (walk.draft);
  for (guint round = 0; round < 2; round++)
    {
      while (mq_draft_undo (walk.draft))
        continue;
      g_free (text);
      text = fixture_text (walk.draft);
      g_assert_cmpstr (text, ==, start);
      while (mq_draft_redo (walk.draft))
        continue;
      g_free (text);
      text = fixture_text (walk.draft);
      g_assert_cmpstr (text, ==, end);
    }

  g_ptr_array_unref (walk.facts);
  g_ptr_array_unref (walk.tables);
  g_rand_free (walk.random);
  g_assert_finalize_object (walk.draft);
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    walk_random (seed);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/random/there-and-back", test_random);

  return g_test_run ();
}
