/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-check-body.h"
#include "mq-findings.h"

#define MAX_DEPTH 8

/* what is gone through, and where a finding in it is told */
typedef struct {
  MqNeeds *needs;
  MqDraft *draft;
  MqRenderer *renderer;
  GPtrArray *findings;
  const char *path;             /* the block, article or cell */
  gboolean optional;            /* inside an optional run, which is dropped when a reference in it leads nowhere */
  guint depth;
} Walk;

static void check_inline (Walk *walk, const MqNode *parent);

static void
find (Walk *walk, MqProblemCode code, const char *subject, const char *detail)
{
  mq_findings_add (walk->findings, mq_problem_new (code, subject, detail), walk->path);
}

/* ---- references ---- */

static void
check_articles (Walk *walk, const char *to)
{
  g_auto (GStrv) ids = g_strsplit_set (to, " \t\n", -1);
  gboolean printed = FALSE, missing = FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const MqNode *article = *ids[i] != '\0' ? mq_draft_by_id (walk->draft, ids[i]) : NULL;

      if (*ids[i] != '\0' && (article == NULL || mq_node_type (article) != MQ_NODE_ARTICLE))
        {
          find (walk, MQ_PROBLEM_REFERENCE_TO_NOTHING, ids[i], NULL);
          missing = TRUE;
        }
      printed = printed || mq_renderer_number (walk->renderer, ids[i]) > 0;
    }
  if (!printed && !missing && !walk->optional)
    find (walk, MQ_PROBLEM_REFERENCE_TO_NOTHING, to, NULL);
}

static void
check_annex (Walk *walk, const char *kind)
{
  guint n;
  g_autofree const char **rows = mq_draft_rows (walk->draft, "annex/list", &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("annex/list/%s/kind", rows[i]);

      if (g_strcmp0 (mq_draft_value (walk->draft, path), kind) == 0)
        return;
    }
  if (!walk->optional)
    find (walk, MQ_PROBLEM_REFERENCE_TO_NOTHING, kind, NULL);
}

/* ---- terms ---- */

static gboolean
is_defined (Walk *walk, const char *term)
{
  const char *path = term != NULL ? mq_draft_row_table (walk->draft, term) : NULL;
  const MqField *table = path != NULL ? mq_kind_field (mq_draft_kind (walk->draft), path) : NULL;

  for (guint i = 0; table != NULL && i < table->n_prints; i++)
    if (table->prints[i].as == MQ_PRINT_DEFINITIONS)
      return TRUE;
  return FALSE;
}

static void
check_term (Walk *walk, const MqNode *node)
{
  const char *term = mq_node_attribute (node, "ref");

  if (!is_defined (walk, term))
    {
      g_auto (MqRich) rich = { NULL };

      mq_render_inline (walk->renderer, node, NULL, &rich, NULL);
      find (walk, MQ_PROBLEM_TERM_UNDEFINED, rich.text, term);
    }
}

/* ---- inline content ---- */

static void
check_phrase (Walk *walk, const MqNode *node)
{
  const char *of = mq_node_attribute (node, "of");
  const char *token = of != NULL ? mq_draft_value (walk->draft, of) : NULL;
  const char *map = mq_node_attribute (node, "map");
  const MqNode *phrase = token != NULL ? mq_draft_phrase (walk->draft, map, token) : NULL;

  if (phrase != NULL && walk->depth < MAX_DEPTH)
    {
      walk->depth++;
      check_inline (walk, phrase);
      walk->depth--;
    }
}

static void
check_value (Walk *walk, const MqNode *node)
{
  const char *of = mq_node_attribute (node, "of");

  if (of != NULL && *of != '.' && mq_kind_field (mq_draft_kind (walk->draft), of) == NULL)
    find (walk, MQ_PROBLEM_UNKNOWN_PATH, of, NULL);
}

static void
check_inline (Walk *walk, const MqNode *parent)
{
  for (const MqNode *node = mq_node_first (parent); node != NULL; node = mq_node_next (node))
    switch (mq_node_type (node))
      {
      case MQ_NODE_REF:
        if (mq_node_attribute (node, "to") != NULL)
          check_articles (walk, mq_node_attribute (node, "to"));
        else if (mq_node_attribute (node, "annex") != NULL)
          check_annex (walk, mq_node_attribute (node, "annex"));
        break;
      case MQ_NODE_TERM:
        check_term (walk, node);
        check_inline (walk, node);
        break;
      case MQ_NODE_PHRASE:
        check_phrase (walk, node);
        break;
      case MQ_NODE_VALUE:
        check_value (walk, node);
        break;
      case MQ_NODE_OPTIONAL:
        {
          gboolean outside = walk->optional;

          walk->optional = TRUE;
          check_inline (walk, node);
          walk->optional = outside;
          break;
        }
      default:
        break;
      }
}

/* ---- the body, and inline facts ---- */

static void
check_condition (Walk *walk, const MqNode *node)
{
  const char *when = mq_node_attribute (node, "when");
  g_autoptr (MqProblem) problem = NULL;

  if (when == NULL || mq_needs_formula (walk->needs, when, NULL) != NULL)
    return;
  /* once more, for the reason */
  mq_formula_free (mq_formula_parse (mq_draft_kind (walk->draft), when, NULL, &problem));
  if (problem != NULL)
    find (walk, problem->code, problem->subject, problem->detail);
}

static void
check_blocks (Walk *walk, const MqNode *parent)
{
  for (const MqNode *node = mq_node_first (parent); node != NULL; node = mq_node_next (node))
    {
      MqNodeType type = mq_node_type (node);
      const char *outside = walk->path;

      if (type == MQ_NODE_TEXT)
        continue;
      if (mq_node_id (node) != NULL)
        walk->path = mq_node_id (node);
      check_condition (walk, node);
      if (type != MQ_NODE_HEADING && !mq_renderer_prints (walk->renderer, node))
        {
          walk->path = outside;
          continue;
        }
      if (type == MQ_NODE_PARA || type == MQ_NODE_ITEM || type == MQ_NODE_HEADING)
        check_inline (walk, node);
      else if (type == MQ_NODE_PART || type == MQ_NODE_ARTICLE || type == MQ_NODE_LIST)
        check_blocks (walk, node);
      walk->path = outside;
    }
}

static void
check_inline_fact (Walk *walk, const char *path)
{
  const MqNode *content = mq_draft_inline (walk->draft, path);

  walk->path = path;
  if (content != NULL)
    check_inline (walk, content);
}

static void
check_inline_facts (Walk *walk)
{
  guint n_groups;
  const MqGroup *const *groups = mq_kind_groups (mq_draft_kind (walk->draft), &n_groups);

  for (guint g = 0; g < n_groups; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      {
        const MqField *fact = groups[g]->facts[f];

        if (fact->type == MQ_TYPE_INLINE)
          check_inline_fact (walk, fact->path);
        for (guint c = 0; c < fact->n_columns; c++)
          {
            guint n;
            g_autofree const char **rows = NULL;

            if (fact->columns[c]->type != MQ_TYPE_INLINE)
              continue;
            rows = mq_draft_rows (walk->draft, fact->path, &n);
            for (guint r = 0; r < n; r++)
              {
                g_autofree char *path = mq_path_cell (fact->columns[c], rows[r]);

                check_inline_fact (walk, path);
              }
          }
      }
}

void
mq_check_body (MqNeeds *needs, MqDraft *draft, MqRenderer *renderer, GPtrArray *findings)
{
  Walk walk = { .needs = needs, .draft = draft, .renderer = renderer, .findings = findings };

  if (mq_draft_body (draft) != NULL)
    check_blocks (&walk, mq_draft_body (draft));
  check_inline_facts (&walk);
}
