/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a draft becomes: a PDF, or plain text. */

#include <stdio.h>

#include "config.h"
#include "mq-i18n.h"
#include "mq-limits.h"
#include "mq-pdf.h"
#include "mq-pdf-extract.h"
#include "mq-store.h"
#include "tool.h"

/* A draft that is marked is never taken for what was agreed; so that is what one gets who asks for nothing.
 * */
static gboolean
find_copy (const ToolOptions *options, MqCopy *copy)
{
  static const struct { const char *name; MqCopy copy; } copies[] = {
    { "marked", MQ_COPY_WATERMARK },
    { "clean", MQ_COPY_CLEAN },
    { "review", MQ_COPY_REVIEW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    if (g_str_equal (options->copy, copies[i].name))
      {
        *copy = copies[i].copy | (options->line_numbers ? MQ_COPY_LINE_NUMBERS : 0);
        return TRUE;
      }
  fprintf (stderr, "muqtarah-tool: ");
  fprintf (stderr, _("There is no copy “%s”, only marked, clean and review."), options->copy);
  fprintf (stderr, "\n");
  return FALSE;
}

int
tool_export (const ToolOptions *options, int n, char **arguments)
{
  g_autoptr (MqDraft) draft = NULL;
  g_autoptr (MqFlow) flow = NULL;
  g_autoptr (GBytes) pdf = NULL;
  MqProblem *problem = NULL;
  MqCopy copy;

  if (!find_copy (options, &copy))
    return TOOL_COULD_NOT;
  draft = tool_load (arguments[0]);
  if (!draft)
    return TOOL_COULD_NOT;
  flow = mq_flow_new (draft);
  pdf = mq_pdf_export (flow, copy, NULL, NULL, &problem);
  if (!pdf || !mq_store_write (arguments[1], g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &problem))
    return tool_tell (problem);
  return TOOL_DONE;
}

int
tool_extract (const ToolOptions *options, int n, char **arguments)
{
  MqProblem *problem = NULL;
  g_autoptr (GBytes) pdf = mq_store_read (arguments[0], MQ_LIMIT_PDF_MIB, &problem), bytes = NULL;
  g_autoptr (MqDraft) draft = NULL;
  MqPdfState state;

  if (!pdf)
    return tool_tell (problem);
  bytes = mq_pdf_extract (pdf, &state, &problem);
  if (!bytes)
    {
      mq_problem_set_file (problem, arguments[0], 0);
      return tool_tell (problem);
    }
  /* what is in there may come from anyone: it is a draft only if it can be opened as one */
  draft = mq_draft_parse (bytes, arguments[0], &problem);
  if (!draft || !mq_store_write (arguments[1], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &problem))
    return tool_tell (problem);
  if (state == MQ_PDF_INTACT)
    return TOOL_DONE;
  fprintf (stderr, "muqtarah-tool: %s\n",
           state == MQ_PDF_ALTERED ? _("The PDF was changed since it was exported; the draft in it was not.")
                                   : _("The draft in the PDF is not the one that was exported."));
  return TOOL_NO;
}

int
tool_text (const ToolOptions *options, int n, char **arguments)
{
  g_autoptr (MqDraft) draft = tool_load (arguments[0]);
  g_autofree char *text = NULL;
  MqRenderer *renderer;

  if (!draft)
    return TOOL_COULD_NOT;
  renderer = mq_renderer_new (draft);
  text = mq_render_plain (renderer);
  mq_renderer_free (renderer);
  fputs (text, stdout);
  return TOOL_DONE;
}
