/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-numbering.h"

/**
 * mq_numbering_init:
 * @numbering: (out caller-allocates): gets no numbers yet; to be cleared with mq_numbering_clear()
 */
void
mq_numbering_init (MqNumbering *numbering)
{
  numbering->articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  numbering->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * mq_numbering_clear:
 * @numbering: what mq_numbering_init() made
 */
void
mq_numbering_clear (MqNumbering *numbering)
{
  g_clear_pointer (&numbering->articles, g_hash_table_unref);
  g_clear_pointer (&numbering->parts, g_hash_table_unref);
}

static gboolean
is_numbered (const MqNode *article)
{
  return g_strcmp0 (mq_node_attribute (article, "numbered"), "false") != 0;
}

static void
insert (GHashTable *table, const MqNode *node, guint number)
{
  if (mq_node_id (node) != NULL)
    g_hash_table_insert (table, g_strdup (mq_node_id (node)), GUINT_TO_POINTER (number));
}

/**
 * mq_numbering_count:
 * @numbering: the numbers
 * @body: (nullable): the body of a draft
 * @prints: tells whether the conditions of a node, without those of what it stands in, hold
 * @data: for @prints
 *
 * Counts anew.  A part has a number when an article in it has one: what stands before the articles (the
 * cover, the preamble) and behind them (the signatures) is not called a part.
 */
void
mq_numbering_count (MqNumbering *numbering, const MqNode *body, MqPrintsFunc prints, gpointer data)
{
  guint article_number = 0, part_number = 0;

  g_hash_table_remove_all (numbering->articles);
  g_hash_table_remove_all (numbering->parts);
  if (body == NULL)
    return;

  for (const MqNode *part = mq_node_first (body); part != NULL; part = mq_node_next (part))
    {
      guint n_printed = 0, n_numbered = 0;

      if (mq_node_type (part) != MQ_NODE_PART || !prints (part, data))
        continue;
      for (const MqNode *article = mq_node_first (part); article != NULL; article = mq_node_next (article))
        {
          if (mq_node_type (article) != MQ_NODE_ARTICLE || !prints (article, data))
            continue;
          n_printed++;
          n_numbered += is_numbered (article);
          insert (numbering->articles, article, is_numbered (article) ? ++article_number : 0);
        }
      if (n_printed > 0)
        insert (numbering->parts, part, n_numbered > 0 ? ++part_number : 0);
    }
}

static gboolean
look_up (GHashTable *table, const char *id, guint *number)
{
  gpointer found;

  if (id == NULL || !g_hash_table_lookup_extended (table, id, NULL, &found))
    return FALSE;
  *number = GPOINTER_TO_UINT (found);
  return TRUE;
}

/* FALSE: there is no such article, or it does not print */
gboolean
mq_numbering_article (const MqNumbering *numbering, const char *id, guint *number)
{
  return look_up (numbering->articles, id, number);
}

/* The number of a part, 0 for one that prints without; FALSE: it does not print. */
gboolean
mq_numbering_part (const MqNumbering *numbering, const char *id, guint *number)
{
  return look_up (numbering->parts, id, number);
}
