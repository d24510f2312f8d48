/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-extract.h"

#include "mq-limits.h"
#include "mq-names.h"
#include "mq-pdf-extract.h"
#include "mq-store.h"

/* what is read of a file to see what it is */
#define HEAD 1024

typedef struct
{
  MqDraft *draft;
  MqPdfState state;
  MqProblem *problem;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->draft);
  g_clear_pointer (&job->problem, mq_problem_free);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *path = g_file_get_path (source);
  g_autoptr (GBytes) pdf = mq_store_read (path, MQ_LIMIT_PDF_MIB, &job->problem), bytes = NULL;

  if (pdf != NULL)
    bytes = mq_pdf_extract (pdf, &job->state, &job->problem);
  /* it may come from anyone: it is a draft only if it can be opened as one */
  if (bytes != NULL)
    job->draft = mq_draft_parse (bytes, path, &job->problem);
  if (job->problem != NULL && job->problem->file == NULL)
    mq_problem_set_file (job->problem, path, 0);
  g_task_return_boolean (task, job->draft != NULL);
}

/**
 * mq_extract_is_pdf:
 * @file: any file
 *
 * Returns: whether it begins as a PDF does, whatever it is called
 */
gboolean
mq_extract_is_pdf (GFile *file)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) head = NULL;
  guint8 data[HEAD];
  gsize length = 0;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  /* a pipe would keep the window waiting */
  if (g_file_peek_path (file) == NULL || g_file_query_file_type (file, 0, NULL) != G_FILE_TYPE_REGULAR)
    return FALSE;
  stream = g_file_read (file, NULL, NULL);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), data, HEAD, &length, NULL, NULL))
    return FALSE;
  head = g_bytes_new (data, length);

  return mq_pdf_is_pdf (head);
}

/**
 * mq_extract_async:
 * @file: a PDF that has a path
 */
void
mq_extract_async (GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL);

  task = g_task_new (file, NULL, callback, data);
  g_task_set_source_tag (task, mq_extract_async);
  g_task_set_task_data (task, g_new0 (Job, 1), job_free);
  g_task_run_in_thread (task, work);
}

/**
 * mq_extract_finish:
 * @problem: (out) (optional): why there is none: the file and the reason
 *
 * Returns: (transfer full) (nullable): the draft in the PDF, as a document that is in no file yet
 */
MqDocument *
mq_extract_finish (GFile *file, GAsyncResult *result, MqProblem **problem)
{
  g_autofree char *name = NULL;
  Job *job;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  job = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    {
      mq_problem_report (problem, g_steal_pointer (&job->problem));
      return NULL;
    }
  name = mq_name_of_file (file);

  return mq_document_new_extracted (g_steal_pointer (&job->draft), name, job->state);
}
