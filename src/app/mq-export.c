/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-export.h"

#include "mq-check.h"
#include "mq-i18n.h"
#include "mq-pdf.h"
#include "mq-store.h"

struct _MqExport
{
  GObject parent_instance;

  GBytes *draft;
  char *name;                   /* how messages call the draft */
  GFile *file;
  MqCopy copy;
  gint page, n_pages, cancelled;        /* atomic: both threads look at them */
  MqProblem *problem;           /* the worker's until it has ended */
};

G_DEFINE_FINAL_TYPE (MqExport, mq_export, G_TYPE_OBJECT)

/* ---- the worker ---- */

/* Pages are drawn in more steps than there are pages: the reader of the bar counts pages. */
static gboolean
on_progress_cb (guint step, guint n_steps, gpointer data)
{
  MqExport *self = data;
  guint n_pages = (guint) g_atomic_int_get (&self->n_pages);

  g_atomic_int_set (&self->page, (gint) (n_steps > 0 ? (guint64) step * n_pages / n_steps : 0));

  return !g_atomic_int_get (&self->cancelled);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MqExport *self = source;
  g_autoptr (MqDraft) draft = mq_draft_parse (self->draft, self->name, &self->problem);
  g_autoptr (MqFlow) flow = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (draft != NULL && !g_atomic_int_get (&self->cancelled))
    {
      mq_compute_attach (draft);
      flow = mq_flow_new (draft);
      g_atomic_int_set (&self->n_pages, (gint) mq_flow_n_pages (flow));
      pdf = mq_pdf_export (flow, self->copy, on_progress_cb, self, &self->problem);
    }
  /* the file on disk is not touched before this */
  g_task_return_boolean (task, pdf != NULL && !g_atomic_int_get (&self->cancelled)
                               && mq_store_write (g_file_peek_path (self->file), g_bytes_get_data (pdf, NULL),
                                                  g_bytes_get_size (pdf), &self->problem));
}

/* ---- type ---- */

static void
mq_export_finalize (GObject *object)
{
  MqExport *self = MQ_EXPORT (object);

  g_clear_pointer (&self->draft, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->problem, mq_problem_free);

  G_OBJECT_CLASS (mq_export_parent_class)->finalize (object);
}

static void
mq_export_class_init (MqExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mq_export_finalize;
}

static void
mq_export_init (MqExport *self)
{
}

/**
 * mq_export_new:
 * @document: a document, as it is now
 * @file: the PDF, a file that has a path
 * @copy: which copy of the document
 *
 * Returns: (transfer full): an export that has not begun
 */
MqExport *
mq_export_new (MqDocument *document, GFile *file, MqCopy copy)
{
  MqExport *self;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL, NULL);

  self = g_object_new (MQ_TYPE_EXPORT, NULL);
  self->draft = mq_draft_to_bytes (mq_document_draft (document));
  self->name = g_strdup (mq_document_name (document));
  self->file = g_object_ref (file);
  self->copy = copy;

  return self;
}

GFile *
mq_export_file (MqExport *self)
{
  g_return_val_if_fail (MQ_IS_EXPORT (self), NULL);

  return self->file;
}

/**
 * mq_export_page:
 * @n_pages: (out): how many there are; 0 while they are laid out
 *
 * Returns: how many pages are done
 */
guint
mq_export_page (MqExport *self, guint *n_pages)
{
  g_return_val_if_fail (MQ_IS_EXPORT (self), 0);
  g_return_val_if_fail (n_pages != NULL, 0);

  *n_pages = (guint) g_atomic_int_get (&self->n_pages);

  return (guint) g_atomic_int_get (&self->page);
}

/**
 * mq_export_cancel:
 *
 * Asks the worker to stop, which ends the export soon: without a file, or, if it was at its end already, with
 * the file.
 */
void
mq_export_cancel (MqExport *self)
{
  g_return_if_fail (MQ_IS_EXPORT (self));

  g_atomic_int_set (&self->cancelled, TRUE);
}

/**
 * mq_export_run:
 * @callback: called when it has ended
 * @data: for @callback
 */
void
mq_export_run (MqExport *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MQ_IS_EXPORT (self));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, mq_export_run);
  g_task_run_in_thread (task, work);
}

/**
 * mq_export_finish:
 * @problem: (out) (optional): why there is no PDF; nothing if it was cancelled
 *
 * Returns: whether the PDF is on disk
 */
gboolean
mq_export_finish (MqExport *self, GAsyncResult *result, MqProblem **problem)
{
  g_return_val_if_fail (MQ_IS_EXPORT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    return TRUE;
  if (self->problem == NULL && g_atomic_int_get (&self->cancelled))
    return FALSE;
  if (self->problem == NULL)
    self->problem = mq_problem_new (MQ_PROBLEM_EXPORT, NULL, _("the reason is not known"));

  return mq_problem_report (problem, g_steal_pointer (&self->problem));
}
