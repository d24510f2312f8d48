/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mq-blocks DRAFT: what the PDF of a draft shall say, as JSON, for tests that read it back: all blocks in order with
 * their ids and cells, running heads and feet, headings for bookmarks. */

#include <stdio.h>

#include "mq-check.h"
#include "mq-flow.h"
#include "mq-store.h"

static void
put_string (const char *text)
{
  putchar ('"');
  for (const char *p = text ? text : ""; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      printf ("\\%c", *p);
    else if ((guchar) *p < 0x20)
      printf ("\\u%04x", (guint) *p);
    else
      putchar (*p);
  putchar ('"');
}

static void
put_member (const char *name, const char *text)
{
  printf (", \"%s\": ", name);
  if (text != NULL)
    put_string (text);
  else
    fputs ("null", stdout);
}

/* From 1; -1: it is not printed. */
static int
page_of (MqFlow *flow, const char *source)
{
  guint page = mq_flow_page_of (flow, source, NULL);

  return page == G_MAXUINT ? -1 : (int) page + 1;
}

/* What the spans of some types point to: ids of articles, paths of facts. */
static void
put_targets (const MqCell *cell, guint types)
{
  gboolean first = TRUE;

  putchar ('[');
  for (guint i = 0; cell->spans != NULL && i < cell->spans->len; i++)
    {
      const MqSpan *span = &g_array_index (cell->spans, MqSpan, i);

      if (!(types & 1u << span->type) || span->target == NULL)
        continue;
      if (!first)
        fputs (", ", stdout);
      put_string (span->target);
      first = FALSE;
    }
  putchar (']');
}

static void
put_targets_of_cells (const char *name, const MqBlock *block, guint types)
{
  printf (", \"%s\": [", name);
  for (guint c = 0; c < block->n_cells; c++)
    {
      if (c > 0)
        fputs (", ", stdout);
      put_targets (&block->cells[c], types);
    }
  putchar (']');
}

/* The words in the text that point to articles, with what they point to. */
static void
put_links (const MqBlock *block)
{
  gboolean first = TRUE;

  fputs (", \"links\": [", stdout);
  for (guint c = 0; c < block->n_cells; c++)
    {
      const MqCell *cell = &block->cells[c];

      for (guint i = 0; cell->spans != NULL && i < cell->spans->len; i++)
        {
          const MqSpan *span = &g_array_index (cell->spans, MqSpan, i);
          g_autofree char *text = g_strndup (cell->text + span->start, span->end - span->start);

          if (span->type != MQ_SPAN_REF || span->target == NULL)
            continue;
          fputs (first ? "[" : ", [", stdout);
          put_string (span->target);
          fputs (", ", stdout);
          put_string (text);
          putchar (']');
          first = FALSE;
        }
    }
  putchar (']');
}

static void
put_block (MqFlow *flow, const MqBlock *block)
{
  printf ("{\"look\": \"%s\", \"page\": %d", mq_look_style (block->look)->name, page_of (flow, block->source));
  put_member ("source", block->source);
  put_member ("path", block->path);
  put_member ("target", block->target);
  printf (", \"table\": %u, \"head\": %s, \"total\": %s, \"figure\": %s, \"cells\": [", block->table,
          block->flags & MQ_BLOCK_HEAD ? "true" : "false", block->flags & MQ_BLOCK_TOTAL ? "true" : "false",
          block->figure != NULL ? "true" : "false");
  for (guint c = 0; c < block->n_cells; c++)
    {
      if (c > 0)
        fputs (", ", stdout);
      put_string (block->cells[c].text);
    }
  putchar (']');
  put_links (block);
  put_targets_of_cells ("values", block, 1u << MQ_SPAN_VALUE | 1u << MQ_SPAN_BLANK);
  putchar ('}');
}

static void
put_blocks (MqFlow *flow)
{
  const GArray *blocks = mq_flow_blocks (flow);

  fputs ("\"blocks\": [", stdout);
  for (guint i = 0; i < blocks->len; i++)
    {
      fputs (i > 0 ? ",\n" : "\n", stdout);
      put_block (flow, &g_array_index (blocks, MqBlock, i));
    }
  fputs ("]", stdout);
}

/* Of each page, its lines of head and foot with their height on the page. */
static void
put_furniture (MqFlow *flow)
{
  fputs ("\"furniture\": [", stdout);
  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      g_autoptr (GArray) furniture = mq_flow_furniture (flow, page);

      fputs (page > 0 ? ",\n[" : "\n[", stdout);
      for (guint i = 0; i < furniture->len; i++)
        {
          const MqFurniture *piece = &g_array_index (furniture, MqFurniture, i);

          printf ("%s[%.0f, ", i > 0 ? ", " : "", piece->y);
          put_string (piece->text);
          putchar (']');
        }
      putchar (']');
    }
  fputs ("]", stdout);
}

static void
put_outline (MqFlow *flow)
{
  const GArray *outline = mq_flow_outline (flow);

  fputs ("\"outline\": [", stdout);
  for (guint i = 0; i < outline->len; i++)
    {
      const MqOutlineEntry *entry = &g_array_index (outline, MqOutlineEntry, i);

      fputs (i > 0 ? ",\n{\"title\": " : "\n{\"title\": ", stdout);
      put_string (entry->title);
      put_member ("source", entry->source);
      printf (", \"page\": %d, \"level\": %u, \"printed\": %s}", page_of (flow, entry->source), entry->level, entry->printed ? "true" : "false");
    }
  fputs ("]", stdout);
}

int
main (int argc, char **argv)
{
  MqProblem *problem = NULL;
  g_autoptr (MqDraft) draft = argc == 2 ? mq_store_load (argv[1], &problem) : NULL;
  g_autoptr (MqFlow) flow = NULL;

  if (argc != 2)
    {
      fputs ("usage: mq-blocks DRAFT\n", stderr);
      return 2;
    }
  if (draft == NULL)
    {
      fprintf (stderr, "%s\n", mq_problem_message (problem));
      mq_problem_free (problem);
      return 2;
    }
  mq_compute_attach (draft);
  flow = mq_flow_new (draft);

  printf ("{\"pages\": %u,\n", mq_flow_n_pages (flow));
  put_furniture (flow);
  fputs (",\n", stdout);
  put_outline (flow);
  fputs (",\n", stdout);
  put_blocks (flow);
  fputs ("}\n", stdout);
  return 0;
}
