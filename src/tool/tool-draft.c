/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole drafts: new, check, format, and what all commands share. */

#include <stdio.h>

#include "config.h"
#include "mq-check.h"
#include "mq-i18n.h"
#include "mq-store.h"
#include "tool.h"

int
tool_tell (MqProblem *problem)
{
  g_autofree char *message = mq_problem_message (problem);

  fprintf (stderr, "muqtarah-tool: %s\n", message);
  mq_problem_free (problem);
  return TOOL_COULD_NOT;
}

MqDraft *
tool_load (const char *path)
{
  MqProblem *problem = NULL;
  MqDraft *draft = mq_store_load (path, &problem);

  if (!draft)
    {
      tool_tell (problem);
      return NULL;
    }
  mq_compute_attach (draft);
  return draft;
}

int
tool_save (MqDraft *draft, const ToolOptions *options, const char *path)
{
  MqProblem *problem = NULL;

  if (!mq_store_save (draft, options->output ? options->output : path, &problem))
    return tool_tell (problem);
  return TOOL_DONE;
}

int
tool_new (const ToolOptions *options, int n, char **arguments)
{
  MqProblem *problem = NULL;
  const MqKind *kind = mq_kind_find (options->kind, &problem);
  g_autoptr (MqDraft) draft = NULL;

  if (!kind)
    return tool_tell (problem);
  if (g_file_test (arguments[0], G_FILE_TEST_EXISTS))
    {
      problem = mq_problem_new (MQ_PROBLEM_FILE_EXISTS, NULL, NULL);
      mq_problem_set_file (problem, arguments[0], 0);
      return tool_tell (problem);
    }
  draft = mq_draft_new (kind);
  mq_compute_attach (draft);
  return tool_save (draft, options, arguments[0]);
}

int
tool_format (const ToolOptions *options, int n, char **arguments)
{
  g_autoptr (MqDraft) draft = tool_load (arguments[0]);

  return draft ? tool_save (draft, options, arguments[0]) : TOOL_COULD_NOT;
}

static const char *
severity_name (MqSeverity severity)
{
  switch (severity)
    {
    case MQ_SEVERITY_BLOCK: return "block";
    case MQ_SEVERITY_WARN: return "warn";
    case MQ_SEVERITY_ADVICE: return "advice";
    default: g_return_val_if_reached ("");
    }
}

/* A JSON string: what may not stand in one is escaped; the rest is UTF-8 as it is. */
static void
append_json (GString *to, const char *name, const char *value)
{
  g_string_append_printf (to, "\"%s\": ", name);
  if (!value)
    {
      g_string_append (to, "null");
      return;
    }
  g_string_append_c (to, '"');
  for (const char *p = value; *p; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (to, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (to, "\\u%04x", *p);
    else
      g_string_append_c (to, *p);
  g_string_append_c (to, '"');
}

int
tool_check (const ToolOptions *options, int n, char **arguments)
{
  g_autoptr (MqDraft) draft = tool_load (arguments[0]);
  g_autoptr (GPtrArray) findings = NULL;

  if (!draft)
    return TOOL_COULD_NOT;
  findings = mq_check_draft (draft);
  if (options->json)
    printf ("[");
  for (guint i = 0; i < findings->len; i++)
    {
      const MqProblem *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = mq_problem_sentence (finding);

      if (options->json)
        {
          g_autoptr (GString) object = g_string_new ("{");

          append_json (object, "severity", severity_name (finding->severity));
          append_json (g_string_append (object, ", "), "path", finding->path);
          append_json (g_string_append (object, ", "), "message", sentence);
          printf ("%s\n  %s}", i ? "," : "", object->str);
        }
      else
        printf ("%s\t%s\t%s\n", severity_name (finding->severity), finding->path ? finding->path : "-", sentence);
    }
  if (options->json)
    printf ("%s]\n", findings->len ? "\n" : "");
  return findings->len ? TOOL_NO : TOOL_DONE;
}
