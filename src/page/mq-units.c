/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-flow-unit.h"

#include "mq-title.h"

/* Which units the flow consists of: a walk over the body, asking of each element whether it is printed. */

typedef struct {
  MqRenderer *renderer;
  GArray *units;
  const char *part, *article;
} Walk;

static void
add (Walk *walk, MqUnit unit)
{
  unit.part = walk->part;
  unit.article = walk->article;
  g_array_append_val (walk->units, unit);
}

static const char *
interned_id (const MqNode *node)
{
  return g_intern_string (mq_node_id (node));
}

/* Whether what is printed next to @node is something that a paragraph leads in. */
static gboolean
introduces (MqRenderer *renderer, const MqNode *node)
{
  for (node = mq_node_next (node); node; node = mq_node_next (node))
    {
      MqNodeType type = mq_node_type (node);

      if (type == MQ_NODE_PARA && mq_renderer_prints (renderer, node))
        return FALSE;
      if (type >= MQ_NODE_LIST && type <= MQ_NODE_SIGNATURES && mq_renderer_prints (renderer, node))
        return TRUE;
    }
  return FALSE;
}

/* The table that is printed row by row; one with a column that picks rows of the same table does not
 * count, for there a row prints what stands in another. */
static const char *
table_of (Walk *walk, const MqNode *block)
{
  MqNodeType type = mq_node_type (block);
  const char *of = mq_node_attribute (block, "of");
  const MqField *table = of ? mq_kind_field (mq_draft_kind (mq_renderer_draft (walk->renderer)), of) : NULL;

  if (!table || (type != MQ_NODE_TABLE && type != MQ_NODE_DEFINITIONS))
    return NULL;
  for (guint i = 0; i < table->n_columns; i++)
    if (g_strcmp0 (table->columns[i]->row_of, table->path) == 0)
      return NULL;
  return g_intern_string (table->path);
}

static void
add_list (Walk *walk, const MqNode *list)
{
  guint index = 0;

  for (const MqNode *item = mq_node_first (list); item; item = mq_node_next (item))
    if (mq_node_type (item) == MQ_NODE_ITEM && mq_renderer_prints (walk->renderer, item))
      add (walk, (MqUnit) { .type = MQ_UNIT_BODY, .source = interned_id (item), .index = index++ });
}

static void
add_article (Walk *walk, const MqNode *article)
{
  walk->article = interned_id (article);
  if (g_strcmp0 (mq_node_attribute (article, "numbered"), "false") != 0)
    add (walk, (MqUnit) { .type = MQ_UNIT_ARTICLE, .source = walk->article });
  for (const MqNode *block = mq_node_first (article); block; block = mq_node_next (block))
    {
      MqNodeType type = mq_node_type (block);

      if (type < MQ_NODE_PARA || type > MQ_NODE_SIGNATURES || !mq_renderer_prints (walk->renderer, block))
        continue;
      if (type == MQ_NODE_LIST)
        add_list (walk, block);
      else
        add (walk, (MqUnit) { .type = MQ_UNIT_BODY, .source = interned_id (block),
                              .table = table_of (walk, block),
                              .introduces = type == MQ_NODE_PARA && introduces (walk->renderer, block) });
    }
  walk->article = NULL;
}

static void
add_part (Walk *walk, const MqNode *part)
{
  gboolean opened = FALSE;

  walk->part = interned_id (part);
  for (const MqNode *article = mq_node_first (part); article; article = mq_node_next (article))
    {
      if (mq_node_type (article) != MQ_NODE_ARTICLE || !mq_renderer_prints (walk->renderer, article))
        continue;
      /* a part of which nothing is printed has no heading either */
      if (!opened)
        add (walk, (MqUnit) { .type = MQ_UNIT_PART, .source = walk->part });
      opened = TRUE;
      add_article (walk, article);
    }
  walk->part = NULL;
}

/* The part that tells what document this is stands with the title page, before the contents. */
static gboolean
is_cover (const MqNode *part)
{
  return g_strcmp0 (mq_node_attribute (part, "group"), MQ_COVER_GROUP) == 0;
}

static void
add_parts (Walk *walk, gboolean cover)
{
  const MqNode *body = mq_draft_body (mq_renderer_draft (walk->renderer));

  for (const MqNode *part = body ? mq_node_first (body) : NULL; part; part = mq_node_next (part))
    if (mq_node_type (part) == MQ_NODE_PART && is_cover (part) == cover
        && mq_renderer_prints (walk->renderer, part))
      add_part (walk, part);
}

/**
 * mq_units_collect:
 *
 * Returns: (transfer full): of MqUnit, with clear function: what is printed of the draft, in order
 */
GArray *
mq_units_collect (MqRenderer *renderer)
{
  Walk walk = { renderer, g_array_new (FALSE, FALSE, sizeof (MqUnit)), NULL, NULL };

  g_return_val_if_fail (renderer != NULL, NULL);

  g_array_set_clear_func (walk.units, (GDestroyNotify) mq_unit_clear);
  add (&walk, (MqUnit) { .type = MQ_UNIT_TITLE_PAGE, .source = g_intern_static_string ("title-page") });
  add_parts (&walk, TRUE);
  add (&walk, (MqUnit) { .type = MQ_UNIT_CONTENTS, .source = g_intern_static_string ("contents") });
  add_parts (&walk, FALSE);
  return walk.units;
}
