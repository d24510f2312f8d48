/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mq-check.h"

/* The clauses of the standard proposal, rendered with the facts of the sample draft, compared with texts that were read
 * and found right: in the three house styles under both laws, whole; with other choices, numbers and empty facts, the
 * lines that differ from the sample's.
 *
 * After a change of clauses, facts or grammar that is meant, MQ_GOLDEN_WRITE=1 writes the texts anew: read what
 * `git diff` shows of them before keeping it. */

#define LAW_OF_EGYPT "company/law-country=egypt", "company/legal-form=eg-jsc", "company/seat-country=egypt", \
  "company/seat=القاهرة"

typedef struct {
  const char *name;
  const char *facts[8];        /* path=value */
  int number;                   /* > 0: what every counted number becomes */
  gboolean emptied;             /* all that need not be filled is empty */
  gboolean whole;               /* all lines, not only those that differ from the sample's */
} Golden;

static const Golden goldens[] = {
  { "house-joint-law-iraq", { NULL }, .whole = TRUE },
  { "house-egypt-law-iraq", { "style/house=egypt" }, .whole = TRUE },
  { "house-iraq-law-iraq", { "style/house=iraq" }, .whole = TRUE },
  { "house-joint-law-egypt", { LAW_OF_EGYPT }, .whole = TRUE },
  { "house-egypt-law-egypt", { "style/house=egypt", LAW_OF_EGYPT }, .whole = TRUE },
  { "house-iraq-law-egypt", { "style/house=iraq", LAW_OF_EGYPT }, .whole = TRUE },
  { "treaty", { "company/law-country=treaty", "company/legal-form=treaty" } },
  { "private", { "company/legal-form=iq-private-jsc", "tech/ip-owner=client", "tech/escrow=true", "disp/mediation=true",
                 "capital/has-inkind=true" } },
  { "other-choices", { "tech/ip-owner=joint", "tech/escrow=false", "disp/mediation=false", "capital/has-inkind=false" } },
  { "spelling", { "style/digits=latin", "style/hundred=maia", "style/tanween=before-alif", "style/repeat-noun=false" } },
  { "number-1", { NULL }, .number = 1 },
  { "number-2", { NULL }, .number = 2 },
  { "number-11", { NULL }, .number = 11 },
  { "number-100", { NULL }, .number = 100 },
  { "number-102", { NULL }, .number = 102 },
  { "emptied", { NULL }, .emptied = TRUE },
};

static char *sample;
static GHashTable *sample_lines;        /* the lines of the first of them */
static GHashTable *printed;             /* ids of articles that some of them print */

/* ---- the draft ---- */

static MqDraft *
load_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MqProblem) problem = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *content;
  gsize length;
  MqDraft *draft;

  g_file_get_contents (sample, &content, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (content, length);
  draft = mq_draft_parse (bytes, "sample", &problem);
  if (draft == NULL)
    g_error ("%s", mq_problem_message (problem));
  mq_compute_attach (draft);
  return draft;
}

static void
set_facts (MqDraft *draft, const char *const *facts)
{
  for (guint i = 0; facts[i] != NULL; i++)
    {
      const char *equals = strchr (facts[i], '=');
      g_autofree char *path = g_strndup (facts[i], (gsize) (equals - facts[i]));
      g_autoptr (MqProblem) problem = NULL;

      if (!mq_draft_set (draft, path, equals + 1, &problem))
        g_error ("%s: %s", facts[i], mq_problem_message (problem));
    }
}

/* A fact or cell that is not computed becomes @golden's number, or empty; what may not be that stays as it is. */
static void
set_one (MqDraft *draft, const Golden *golden, const MqField *field, const char *path)
{
  g_autofree char *number = g_strdup_printf ("%d", golden->number);

  if (field->formula != NULL)
    return;
  if (golden->emptied && !mq_check_needed (draft, path))
    mq_draft_set (draft, path, "", NULL);
  else if (golden->number > 0 && (field->type == MQ_TYPE_INT || field->type == MQ_TYPE_MONEY))
    mq_draft_set (draft, path, number, NULL);
}

static void
set_all (MqDraft *draft, const Golden *golden)
{
  guint n_groups;
  const MqGroup *const *groups = mq_kind_groups (mq_draft_kind (draft), &n_groups);

  for (guint g = 0; g < n_groups; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      {
        const MqField *fact = groups[g]->facts[f];
        g_autofree const char **rows = NULL;

        /* house style has no empty facts */
        if (g_str_equal (groups[g]->name, "style"))
          continue;
        if (fact->type != MQ_TYPE_TABLE)
          {
            set_one (draft, golden, fact, fact->path);
            continue;
          }
        rows = mq_draft_rows (draft, fact->path, NULL);
        for (guint r = 0; rows[r] != NULL; r++)
          for (guint c = 0; c < fact->n_columns; c++)
            {
              g_autofree char *path = g_strdup_printf ("%s/%s/%s", fact->path, rows[r], fact->columns[c]->name);

              set_one (draft, golden, fact->columns[c], path);
            }
      }
}

/* The numbers of the clauses.  A change makes nodes invalid: their ids are gathered first. */
static void
find_numbers (const MqNode *parent, GPtrArray *paths)
{
  for (const MqNode *node = mq_node_first (parent); node != NULL; node = mq_node_next (node))
    if (mq_node_type (node) == MQ_NODE_NUMBER)
      g_ptr_array_add (paths, g_strconcat ("body/", mq_node_id (node), NULL));
    else if (mq_node_type (node) != MQ_NODE_TEXT)
      find_numbers (node, paths);
}

static void
set_numbers (MqDraft *draft, int number)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = g_strdup_printf ("%d", number);

  find_numbers (mq_draft_body (draft), paths);
  g_assert_cmpuint (paths->len, >, 10);
  for (guint i = 0; i < paths->len; i++)
    g_assert_true (mq_draft_set (draft, g_ptr_array_index (paths, i), value, NULL));
}

/* ---- its text ---- */

static void
note_printed (MqRenderer *renderer, const MqNode *parent)
{
  for (const MqNode *node = mq_node_first (parent); node != NULL; node = mq_node_next (node))
    if (mq_node_type (node) == MQ_NODE_PART)
      note_printed (renderer, node);
    else if (mq_node_type (node) == MQ_NODE_ARTICLE && mq_renderer_prints (renderer, node))
      g_hash_table_add (printed, g_strdup (mq_node_id (node)));
}

static void
remember_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_hash_table_add (sample_lines, g_strdup (lines[i]));
}

static char *
new_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_hash_table_contains (sample_lines, lines[i]))
      g_string_append_printf (out, "%s\n", lines[i]);
  return g_string_free (out, FALSE);
}

static char *
render (const Golden *golden)
{
  g_autoptr (MqDraft) draft = load_sample ();
  g_autoptr (MqRenderer) renderer = NULL;
  g_autofree char *text = NULL;

  set_facts (draft, golden->facts);
  if (golden->number > 0 || golden->emptied)
    set_all (draft, golden);
  if (golden->number > 0)
    set_numbers (draft, golden->number);
  renderer = mq_renderer_new (draft);
  note_printed (renderer, mq_draft_body (draft));
  text = mq_render_plain (renderer);
  return golden->whole ? g_steal_pointer (&text) : new_lines (text);
}

/* ---- comparing ---- */

/* The first line that differs says more than both texts. */
static void
compare (const char *name, const char *text, const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) wanted = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL && wanted[i] != NULL; i++)
    if (!g_str_equal (lines[i], wanted[i]))
      {
        g_test_message ("%s, line %u\n  now  %s\n  was  %s", name, i + 1, lines[i], wanted[i]);
        g_test_fail ();
        return;
      }
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (wanted));
}

static void
test_golden (gconstpointer data)
{
  const Golden *golden = data;
  g_autofree char *file = g_strconcat (golden->name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "text", "golden", file, NULL);
  g_autofree char *text = render (golden), *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("MQ_GOLDEN_WRITE") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  compare (golden->name, text, expected);
}

/* Every clause of the library is in one of the texts. */
static void
test_all_clauses (void)
{
  g_autoptr (MqDraft) draft = load_sample ();
  guint n = 0;

  for (const MqNode *part = mq_node_first (mq_draft_body (draft)); part != NULL; part = mq_node_next (part))
    for (const MqNode *node = mq_node_first (part); node != NULL; node = mq_node_next (node))
      if (mq_node_type (node) == MQ_NODE_ARTICLE)
        {
          n++;
          if (!g_hash_table_contains (printed, mq_node_id (node)))
            {
              g_test_message ("%s is in none of the texts", mq_node_id (node));
              g_test_fail ();
            }
        }
  g_assert_cmpuint (n, ==, 96);
}

int
main (int argc, char **argv)
{
  g_autofree char *base = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  sample = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "sample.muqtarah", NULL);
  sample_lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  base = render (&goldens[0]);
  remember_lines (base);

  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *name = g_strconcat ("/golden/", goldens[i].name, NULL);

      g_test_add_data_func (name, &goldens[i], test_golden);
    }
  g_test_add_func ("/golden/all-clauses", test_all_clauses);
  status = g_test_run ();
  g_hash_table_unref (sample_lines);
  g_hash_table_unref (printed);
  g_free (sample);
  return status;
}
