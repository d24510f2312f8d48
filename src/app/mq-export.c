/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-export.h"

#include "mq-check.h"
#include "mq-pdf.h"
#include "mq-store.h"

typedef struct
{
  GBytes *draft;
  char *name;                   /* how messages call the draft */
  char *path;                   /* of the PDF */
  MqProblem *problem;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->draft);
  g_free (job->name);
  g_free (job->path);
  g_clear_pointer (&job->problem, mq_problem_free);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (MqDraft) draft = mq_draft_parse (job->draft, job->name, &job->problem);
  g_autoptr (MqFlow) flow = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (draft != NULL)
    {
      mq_compute_attach (draft);
      flow = mq_flow_new (draft);
      pdf = mq_pdf_export (flow, MQ_COPY_CLEAN, NULL, NULL, &job->problem);
    }
  g_task_return_boolean (task, pdf != NULL
                               && mq_store_write (job->path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf),
                                                  &job->problem));
}

/**
 * mq_export_async:
 * @document: a document, as it is now
 * @file: the PDF, a file that has a path
 */
void
mq_export_async (MqDocument *document, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (MQ_IS_DOCUMENT (document));
  g_return_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL);

  job = g_new0 (Job, 1);
  job->draft = mq_draft_to_bytes (mq_document_draft (document));
  job->name = g_strdup (mq_document_name (document));
  job->path = g_file_get_path (file);

  task = g_task_new (document, NULL, callback, data);
  g_task_set_source_tag (task, mq_export_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

/**
 * mq_export_finish:
 * @problem: (out) (optional): why there is no PDF
 *
 * Returns: whether the PDF is on disk
 */
gboolean
mq_export_finish (MqDocument *document, GAsyncResult *result, MqProblem **problem)
{
  Job *job;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    return TRUE;

  job = g_task_get_task_data (G_TASK (result));
  if (job->problem == NULL)
    job->problem = mq_problem_new (MQ_PROBLEM_EXPORT, NULL, NULL);
  return mq_problem_report (problem, g_steal_pointer (&job->problem));
}
