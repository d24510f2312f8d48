/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a draft becomes: a PDF, or plain text. */

#include <stdio.h>

#include "mq-pdf.h"
#include "mq-store.h"
#include "tool.h"

int
tool_export (const ToolOptions *options, int n, char **arguments)
{
  g_autoptr (MqDraft) draft = tool_load (arguments[0]);
  g_autoptr (MqFlow) flow = NULL;
  g_autoptr (GBytes) pdf = NULL;
  MqProblem *problem = NULL;

  if (!draft)
    return TOOL_COULD_NOT;
  flow = mq_flow_new (draft);
  pdf = mq_pdf_export (flow, &problem);
  if (!pdf || !mq_store_write (arguments[1], g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &problem))
    return tool_tell (problem);
  return TOOL_DONE;
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
