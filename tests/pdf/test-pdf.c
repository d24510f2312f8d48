/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf.h"
#include "mq-pdf-extract.h"

#include <glib/gstdio.h>
#include <string.h>

/* The file as other programs read it: poppler's pdfinfo and qpdf.  Without them those tests are skipped. */

static MqFlow *
make_flow (void)
{
  MqProblem *problem = NULL;
  const MqKind *kind = mq_kind_find ("standard", &problem);
  g_autoptr(MqDraft) draft = NULL;

  /* the ids are in the file, for the draft is */
  mq_draft_seed_ids (10);
  draft = kind ? mq_draft_new (kind) : NULL;
  if (!draft)
    g_error ("%s", mq_problem_message (problem));
  g_assert_true (mq_draft_set (draft, "cover/title", "مقترح تأسيس شركة", NULL));
  g_assert_true (mq_draft_set (draft, "cover/date", "2026-11-24", NULL));
  g_assert_true (mq_draft_set (draft, "cover/ref-no", "ق/2026/17", NULL));
  return mq_flow_new (draft);
}

static GBytes *
export (MqFlow *flow)
{
  MqProblem *problem = NULL;
  GBytes *bytes = mq_pdf_export (flow, MQ_COPY_CLEAN, NULL, NULL, &problem);

  if (!bytes)
    g_error ("%s", mq_problem_message (problem));
  return bytes;
}

/* What a program says about the file; NULL: there is no such program. */
static char *
ask (GBytes *bytes, const char *program, const char *option)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *file = NULL;
  char *said = NULL;
  int fd, status = -1;
  GError *error = NULL;

  if (!found)
    return NULL;
  fd = g_file_open_tmp ("muqtarah-test-XXXXXX.pdf", &file, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  {
    char *command[] = { found, (char *) (option ? option : file), option ? file : NULL, NULL };

    g_spawn_sync (NULL, command, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &said, NULL, &status, &error);
  }
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_remove (file);
  return said;
}

static void
test_same_bytes (void)
{
  g_autoptr(MqFlow) flow = make_flow (), another = make_flow ();
  g_autoptr(GBytes) first = export (flow), second = export (flow), third = export (another);

  g_assert_cmpmem (g_bytes_get_data (first, NULL), 9, "%PDF-1.7\n", 9);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first, third));
}

static void
test_info (void)
{
  g_autoptr(MqFlow) flow = make_flow ();
  g_autoptr(GBytes) bytes = export (flow);
  g_autofree char *info = ask (bytes, "pdfinfo", "-isodates"), *pages = NULL;

  if (!info)
    {
      g_test_skip ("pdfinfo (poppler-utils) is not installed");
      return;
    }
  pages = g_strdup_printf ("%u\n", mq_flow_n_pages (flow));
  g_assert_nonnull (strstr (info, "مقترح تأسيس شركة"));
  g_assert_nonnull (strstr (info, "2026-11-24T"));
  g_assert_nonnull (strstr (info, "ModDate"));
  g_assert_nonnull (strstr (strstr (info, "\nPages:"), pages));
  g_assert_nonnull (strstr (info, "(A4)"));
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = strstr (text, what); p; p = strstr (p + strlen (what), what))
    n++;
  return n;
}

/* Every part and article that is printed has a bookmark, and every bookmark, entry of the contents and
 * reference leads somewhere. */
static void
test_bookmarks (void)
{
  g_autoptr(MqFlow) flow = make_flow ();
  g_autoptr(GBytes) bytes = export (flow);
  g_autofree char *json = ask (bytes, "qpdf", "--json");
  const GArray *outline = mq_flow_outline (flow);
  guint printed = 0;

  if (!json)
    {
      g_test_skip ("qpdf is not installed");
      return;
    }
  for (guint i = 0; i < outline->len; i++)
    printed += g_array_index (outline, MqOutlineEntry, i).printed;
  g_assert_cmpuint (count (json, "\"destpageposfrom1\""), ==, outline->len);
  g_assert_cmpuint (count (json, "\"destpageposfrom1\": null"), ==, 0);
  g_assert_cmpuint (count (json, "\"/Subtype\": \"/Link\""), >, printed);
}

/* No object that is missing, no stream that is broken. */
static void
test_whole (void)
{
  g_autoptr(MqFlow) flow = make_flow ();
  g_autoptr(GBytes) bytes = export (flow);
  g_autofree char *said = ask (bytes, "qpdf", "--check");

  if (!said)
    g_test_skip ("qpdf is not installed");
  else
    g_assert_nonnull (strstr (said, "No syntax or stream encoding errors found"));
}

/* A character that no typeface has is named, and refuses the export. */
static void
test_missing_character (void)
{
  g_autoptr(MqFlow) flow = make_flow ();
  g_autoptr(MqProblem) problem = NULL;
  g_autofree char *sentence = NULL;

  g_assert_true (mq_draft_set (mq_flow_draft (flow), "cover/subject", "حرف \360\222\200\200 مسماري", NULL));
  g_assert_null (mq_pdf_export (flow, MQ_COPY_CLEAN, NULL, NULL, &problem));
  g_assert_nonnull (problem);
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_EXPORT);
  sentence = mq_problem_sentence (problem);
  g_assert_nonnull (strstr (sentence, "U+12000"));
}

static gboolean
stop_at (guint page, guint n, gpointer at)
{
  return page < *(guint *) at;
}

static void
test_cancel (void)
{
  g_autoptr(MqFlow) flow = make_flow ();
  MqProblem *problem = NULL;

  for (guint at = 0; at < 2 * mq_flow_n_pages (flow); at += 7)
    {
      g_assert_null (mq_pdf_export (flow, MQ_COPY_CLEAN, stop_at, &at, &problem));
      g_assert_null (problem);
    }
}

static void
test_extract (void)
{
  g_autoptr(MqFlow) flow = make_flow ();
  g_autoptr(GBytes) pdf = export (flow), draft = mq_draft_to_bytes (mq_flow_draft (flow)), back = NULL;
  g_autoptr(GBytes) changed = NULL, none = g_bytes_new_static ("%PDF-1.4\n%%EOF\n", 15);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  MqProblem *problem = NULL;
  MqPdfState state;

  back = mq_pdf_extract (pdf, &state, &problem);
  g_assert_nonnull (back);
  g_assert_cmpint (state, ==, MQ_PDF_INTACT);
  g_assert_true (g_bytes_equal (back, draft));
  g_clear_pointer (&back, g_bytes_unref);

  copy[10] ^= 1;              /* in a comment: other programs do not mind */
  changed = g_bytes_new (copy, g_bytes_get_size (pdf));
  back = mq_pdf_extract (changed, &state, &problem);
  g_assert_nonnull (back);
  g_assert_cmpint (state, ==, MQ_PDF_ALTERED);
  g_assert_true (g_bytes_equal (back, draft));

  g_assert_null (mq_pdf_extract (none, &state, &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_NOT_AN_EXPORT);
  mq_problem_free (problem);
}

/* Names that lead into themselves, fifty ways at each of eight steps: looked at in all, that would never end. */
static void
test_extract_endless_names (void)
{
  g_autoptr (GString) text = g_string_new ("%PDF-1.4\n"
                                           "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>\nendobj\n"
                                           "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
                                           "3 0 obj\n<< /Kids [");
  g_autoptr (GBytes) pdf = NULL;
  MqProblem *problem = NULL;
  MqPdfState state;

  for (int i = 0; i < 50; i++)
    g_string_append (text, "3 0 R ");
  g_string_append (text, "] >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n");
  pdf = g_bytes_new (text->str, text->len);
  g_assert_null (mq_pdf_extract (pdf, &state, &problem));
  g_assert_cmpint (problem->code, ==, MQ_PROBLEM_NOT_AN_EXPORT);
  mq_problem_free (problem);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/same bytes", test_same_bytes);
  g_test_add_func ("/pdf/metadata and pages", test_info);
  g_test_add_func ("/pdf/whole", test_whole);
  g_test_add_func ("/pdf/bookmarks and links", test_bookmarks);
  g_test_add_func ("/pdf/a character that no typeface has", test_missing_character);
  g_test_add_func ("/pdf/cancel", test_cancel);
  g_test_add_func ("/pdf/extract", test_extract);
  g_test_add_func ("/pdf/extract endless names", test_extract_endless_names);
  return g_test_run ();
}
