/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open draft, its tables' models and its inline facts: no display is needed. */
#include <glib/gstdio.h>
#include <string.h>

#include "mq-export.h"
#include "mq-extract.h"
#include "mq-inline-runs.h"
#include "mq-names.h"
#include "mq-table-change.h"
#include "mq-table-model.h"

typedef struct
{
  MqDocument *document;
  MqDraft *draft;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  MqProblem *problem = NULL;

  fixture->document = mq_document_new ("standard", &problem);
  g_assert_null (problem);
  fixture->draft = mq_document_draft (fixture->document);
  fixture->folder = g_dir_make_tmp (NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static GFile *
file_in (Fixture *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

/* ---- the document ---- */

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (fixture, "d.muqtarah");
  g_autoptr (MqDocument) again = NULL;
  MqProblem *problem = NULL;

  g_assert_false (mq_document_modified (fixture->document));
  g_assert_true (mq_document_set (fixture->document, "cover/title", "عنوان", NULL, &problem));
  g_assert_true (mq_document_modified (fixture->document));
  g_assert_cmpint (mq_document_modified_since (fixture->document), >, 0);

  g_assert_true (mq_document_save (fixture->document, file, &problem));
  g_assert_false (mq_document_modified (fixture->document));
  g_assert_cmpstr (mq_document_name (fixture->document), ==, "d.muqtarah");

  /* a change taken back leaves what was saved */
  g_assert_true (mq_document_set (fixture->document, "cover/title", "عنوان آخر", NULL, &problem));
  g_assert_true (mq_document_modified (fixture->document));
  mq_draft_undo (mq_document_draft (fixture->document));
  g_assert_false (mq_document_modified (fixture->document));

  /* somebody else saves */
  g_assert_false (mq_document_changed_on_disk (fixture->document));
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "other", -1, NULL));
  g_assert_true (mq_document_changed_on_disk (fixture->document));
  g_assert_true (mq_document_save (fixture->document, file, &problem));
  g_assert_false (mq_document_changed_on_disk (fixture->document));

  again = mq_document_open (file, &problem);
  g_assert_null (problem);
  g_assert_cmpstr (mq_draft_value (mq_document_draft (again), "cover/title"), ==, "عنوان");
  g_assert_false (mq_document_modified (again));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_save_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (fixture, "no-such-folder/d.muqtarah");
  g_autoptr (MqProblem) problem = NULL;

  mq_document_set (fixture->document, "cover/title", "عنوان", NULL, NULL);
  g_assert_false (mq_document_save (fixture->document, file, &problem));
  g_assert_nonnull (problem);
  g_assert_true (mq_document_modified (fixture->document));
  g_assert_null (mq_document_file (fixture->document));
}

static void
test_open_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (fixture, "missing.muqtarah");
  g_autoptr (MqProblem) problem = NULL;

  g_assert_null (mq_document_open (file, &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_FILE_MISSING);
}

static void
test_export_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *clean = NULL, *review = NULL, *draft = NULL;

  mq_document_set (fixture->document, "cover/ref-no", "ف م/١٢", NULL, NULL);
  mq_document_set (fixture->document, "cover/version", "1.2", NULL, NULL);
  clean = mq_name_for_export (fixture->document, MQ_COPY_CLEAN);
  g_assert_cmpstr (clean, ==, "ف م-١٢ v1.2.pdf");
  review = mq_name_for_export (fixture->document, MQ_COPY_WATERMARK);
  g_assert_cmpstr (review, ==, "ف م-١٢ v1.2 - review.pdf");
  draft = mq_name_for_draft (fixture->document);
  g_assert_cmpstr (draft, ==, "ف م-١٢ v1.2.muqtarah");
}

/* A name gets its ending, unless it has one, or a file of the longer name is there, which nobody was asked about. */
static void
test_complete_name (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *typed, *becomes; } rows[] = {
    { "a.pdf", "a.pdf" }, { "a", "a.pdf" }, { "a v1.2", "a v1.2.pdf" }, { "a.PDF", "a.PDF" }, { "a.", "a..pdf" },
    { "ف. المادة السابعة", "ف. المادة السابعة.pdf" }, { "there", "there" },
  };
  g_autoptr (GFile) there = file_in (fixture, "there.pdf");

  g_assert_true (g_file_replace_contents (there, "", 0, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GFile) file = file_in (fixture, rows[i].typed), whole = mq_name_complete (file, ".pdf");
      g_autofree char *name = g_file_get_basename (whole);

      g_assert_cmpstr (name, ==, rows[i].becomes);
    }
  g_assert_true (g_file_delete (there, NULL, NULL));
}

static void
on_exported_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Runs it to its end. */
static gboolean
export (MqExport *job, MqProblem **problem)
{
  g_autoptr (GAsyncResult) result = NULL;

  mq_export_run (job, on_exported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return mq_export_finish (job, result, problem);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (fixture, "d.pdf");
  g_autoptr (MqExport) job = mq_export_new (fixture->document, file, MQ_COPY_CLEAN);
  g_autofree char *content = NULL;
  MqProblem *problem = NULL;
  guint page, n_pages;

  g_assert_true (export (job, &problem));
  g_assert_null (problem);
  g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  page = mq_export_page (job, &n_pages);
  g_assert_cmpuint (n_pages, ==, mq_flow_n_pages (mq_document_flow (fixture->document)));
  g_assert_cmpuint (page, ==, n_pages - 1);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* What was cancelled leaves no file, and the old one as it was. */
static void
test_export_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) none = file_in (fixture, "none.pdf"), old = file_in (fixture, "old.pdf");
  g_autofree char *content = NULL;
  MqProblem *problem = NULL;

  g_assert_true (g_file_replace_contents (old, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MqExport) job = mq_export_new (fixture->document, i == 0 ? none : old, MQ_COPY_CLEAN);

      mq_export_cancel (job);
      g_assert_false (export (job, &problem));
      g_assert_null (problem);
    }
  g_assert_false (g_file_query_exists (none, NULL));
  g_assert_true (g_file_load_contents (old, NULL, &content, NULL, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_assert_true (g_file_delete (old, NULL, NULL));
}

/* A reason is always given. */
static void
test_export_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) gone = file_in (fixture, "gone/d.pdf"), folder = file_in (fixture, "");
  static const MqProblemCode codes[] = { MQ_PROBLEM_FOLDER_MISSING, MQ_PROBLEM_FILE_NOT_WRITABLE };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MqExport) job = mq_export_new (fixture->document, i == 0 ? gone : folder, MQ_COPY_CLEAN);
      g_autoptr (MqProblem) problem = NULL;

      g_assert_false (export (job, &problem));
      g_assert_cmpint (problem->code, ==, codes[i]);
    }
}

/* ---- the way back ---- */

static MqDocument *
extract (GFile *file, MqProblem **problem)
{
  g_autoptr (GAsyncResult) result = NULL;

  mq_extract_async (file, on_exported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return mq_extract_finish (file, result, problem);
}

/* The draft that was exported, in no file; a name of the PDF is proposed for it when it has no number. */
static void
test_extract (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (fixture, "ours.pdf");
  g_autoptr (MqExport) job = NULL;
  g_autoptr (MqDocument) document = NULL;
  g_autoptr (GBytes) one = NULL, other = NULL;
  g_autofree char *name = NULL;
  MqPdfState state = MQ_PDF_DRAFT_ALTERED;

  mq_document_set (fixture->document, "cover/title", "عنوان", NULL, NULL);
  job = mq_export_new (fixture->document, file, MQ_COPY_CLEAN);
  g_assert_true (export (job, NULL));
  g_assert_true (mq_extract_is_pdf (file));
  document = extract (file, NULL);
  g_assert_nonnull (document);
  g_assert_cmpstr (mq_document_origin (document, &state), ==, "ours.pdf");
  g_assert_cmpint (state, ==, MQ_PDF_INTACT);
  g_assert_null (mq_document_file (document));
  g_assert_false (mq_document_modified (document));
  one = mq_draft_to_bytes (fixture->draft);
  other = mq_draft_to_bytes (mq_document_draft (document));
  g_assert_true (g_bytes_equal (one, other));
  name = mq_name_for_draft (document);
  g_assert_true (g_str_has_prefix (name, "ours"));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_extract_refuses (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *content; gboolean is_pdf; } rows[] = {
    { "%PDF-1.7\nnothing of ours\n%%EOF\n", TRUE }, { "<proposal/>", FALSE }, { "", FALSE },
  };
  g_autoptr (GFile) file = file_in (fixture, "foreign.pdf"), missing = file_in (fixture, "missing.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MqProblem) problem = NULL;

      g_assert_true (g_file_replace_contents (file, rows[i].content, strlen (rows[i].content), NULL, FALSE,
                                              G_FILE_CREATE_NONE, NULL, NULL, NULL));
      g_assert_cmpint (mq_extract_is_pdf (file), ==, rows[i].is_pdf);
      g_assert_null (extract (file, &problem));
      g_assert_cmpint (problem->code, ==, MQ_PROBLEM_NOT_AN_EXPORT);
      g_assert_cmpstr (problem->file, ==, g_file_peek_path (file));
    }
  g_assert_false (mq_extract_is_pdf (missing));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* ---- rows ---- */

static guint changed_at, changed_removed, changed_added, n_changed;

static void
on_items_changed_cb (GListModel *model, guint at, guint removed, guint added)
{
  changed_at = at;
  changed_removed = removed;
  changed_added = added;
  n_changed++;
}

static void
assert_synced (GListStore *model, MqDraft *draft, guint at, guint removed, guint added)
{
  n_changed = 0;
  g_assert_true (mq_table_model_sync (model, draft, "parties/list"));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (changed_at, ==, at);
  g_assert_cmpuint (changed_removed, ==, removed);
  g_assert_cmpuint (changed_added, ==, added);
  g_assert_false (mq_table_model_sync (model, draft, "parties/list"));
}

static void
test_model (Fixture *fixture, gconstpointer data)
{
  const MqField *table = mq_kind_field (mq_draft_kind (fixture->draft), "parties/list");
  g_autoptr (GListStore) model = mq_table_model_new ();
  char *rows[3];
  g_autoptr (MqTableItem) first = NULL, moved = NULL;

  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed_cb), NULL);
  for (guint i = 0; i < 3; i++)
    {
      rows[i] = mq_table_add_row (fixture->document, table, NULL);
      assert_synced (model, fixture->draft, i, 0, 1);
    }
  g_assert_cmpuint (mq_table_model_find (model, rows[2]), ==, 2);

  /* a row that moves stays the same object */
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_false (mq_table_move_row (fixture->document, table, rows[0], -1));
  g_assert_true (mq_table_move_row (fixture->document, table, rows[0], 1));
  assert_synced (model, fixture->draft, 0, 2, 2);
  moved = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_true (first == moved);

  g_assert_true (mq_table_remove_row (fixture->document, table, rows[1]));
  assert_synced (model, fixture->draft, 0, 1, 0);
  g_assert_cmpuint (mq_table_model_find (model, rows[1]), ==, G_MAXUINT);

  /* each was one step, named */
  g_assert_nonnull (mq_draft_undo_label (fixture->draft));
  g_assert_true (mq_draft_undo (fixture->draft));
  assert_synced (model, fixture->draft, 0, 0, 1);
  for (guint i = 0; i < 3; i++)
    g_free (rows[i]);
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  const MqField *table = mq_kind_field (mq_draft_kind (fixture->draft), "parties/list");
  g_autofree char *row = mq_table_add_row (fixture->document, table, NULL);
  g_autofree char *name = g_strdup_printf ("parties/list/%s/name", row), *other = NULL, *other_name = NULL;
  guint n;

  mq_document_set (fixture->document, name, "وزارة", NULL, NULL);
  other = mq_table_add_row (fixture->document, table, row);
  other_name = g_strdup_printf ("parties/list/%s/name", other);
  g_assert_cmpstr (mq_draft_value (fixture->draft, other_name), ==, "وزارة");

  g_assert_true (mq_draft_undo (fixture->draft));
  g_free (mq_draft_rows (fixture->draft, "parties/list", &n));
  g_assert_cmpuint (n, ==, 1);
}

/* ---- inline facts ---- */

static void
assert_round_trip (MqDocument *document, const char *value)
{
  g_autoptr (GPtrArray) runs = mq_inline_runs_read (document, value);
  g_autoptr (GString) back = g_string_new (NULL);

  g_assert_nonnull (runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const MqInlineRun *run = runs->pdata[i];
      g_autofree char *escaped = mq_inline_escape (run->text);

      g_string_append (back, run->chip ? run->source : escaped);
      if (run->chip)
        g_assert_cmpstr (run->text, !=, "");
    }
  g_assert_cmpstr (back->str, ==, value);
}

static void
test_inline_round_trip (Fixture *fixture, gconstpointer data)
{
  guint n, chips = 0;
  g_autofree const char **rows = mq_draft_rows (fixture->draft, "defs/list", &n);

  g_assert_cmpuint (n, >, 3);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *term = g_strdup_printf ("defs/list/%s/term", rows[i]);
      g_autofree char *definition = g_strdup_printf ("defs/list/%s/definition", rows[i]);

      assert_round_trip (fixture->document, mq_draft_value (fixture->draft, term));
      assert_round_trip (fixture->document, mq_draft_value (fixture->draft, definition));
      chips += strchr (mq_draft_value (fixture->draft, definition), '<') != NULL;
    }
  g_assert_cmpuint (chips, >, 0);
  assert_round_trip (fixture->document, "أ &amp; ب &lt; ج");
  g_assert_null (mq_inline_runs_read (fixture->document, "<term"));
}

#define ADD(name, function) g_test_add ("/document/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("save", test_save);
  ADD ("save-fails", test_save_fails);
  ADD ("open-refuses", test_open_refuses);
  ADD ("export-name", test_export_name);
  ADD ("complete-name", test_complete_name);
  ADD ("export", test_export);
  ADD ("export-cancelled", test_export_cancelled);
  ADD ("export-fails", test_export_fails);
  ADD ("extract", test_extract);
  ADD ("extract-refuses", test_extract_refuses);
  ADD ("rows/model", test_model);
  ADD ("rows/duplicate", test_duplicate);
  ADD ("inline/round-trip", test_inline_round_trip);

  return g_test_run ();
}
