/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-clauses.h"

#include "mq-flow-private.h"

/* A clause begins with each paragraph, and with what an article begins with, whatever it is. */
static gboolean
begins_clause (const MqBlock *block, const MqClause *before)
{
  return block->look == MQ_LOOK_PARA || before->number == 0;
}

/* The only clause of its article is cited by the article's number alone. */
static void
forget_lone (GArray *clauses, guint first, guint n)
{
  for (guint i = first; n == 1 && i < clauses->len; i++)
    g_array_index (clauses, MqClause, i).number = 0;
}

/**
 * mq_clauses_count:
 * @units: (element-type MqUnit): the units of a flow
 * @blocks: (element-type MqBlock): their blocks
 * @renderer: what knows the articles' numbers
 *
 * Returns: (transfer full) (element-type MqClause): of each block the clause that it is part of
 */
GArray *
mq_clauses_count (const GArray *units, const GArray *blocks, MqRenderer *renderer)
{
  GArray *clauses = g_array_sized_new (FALSE, TRUE, sizeof (MqClause), blocks->len);
  const char *article = NULL;
  MqClause now = { 0 };
  guint first = 0;

  g_return_val_if_fail (units != NULL && blocks != NULL && renderer != NULL, clauses);

  for (guint u = 0; u < units->len; u++)
    {
      const MqUnit *unit = &g_array_index (units, MqUnit, u);

      if (unit->article != article || unit->type == MQ_UNIT_ARTICLE)
        {
          forget_lone (clauses, first, now.number);
          article = unit->article;
          now = (MqClause) { .article = article != NULL ? mq_renderer_number (renderer, article) : 0 };
          first = clauses->len;
        }
      for (guint i = unit->first; i < unit->first + unit->n_blocks; i++)
        {
          now.begins = unit->type == MQ_UNIT_BODY && now.article != 0
                       && begins_clause (&g_array_index (blocks, MqBlock, i), &now);
          now.number += now.begins;
          g_array_append_val (clauses, now);
        }
    }
  forget_lone (clauses, first, now.number);
  return clauses;
}

/**
 * mq_clauses_on_page:
 * @flow: a flow
 * @page: one of its pages, from 0
 *
 * Returns: (transfer full) (element-type MqClauseMark): from the top of the page down
 */
GArray *
mq_clauses_on_page (MqFlow *flow, guint page)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (MqClauseMark));
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));
  gboolean at_top = TRUE;

  g_return_val_if_fail (MQ_IS_FLOW (flow), marks);

  mq_flow_page_pieces (flow, page, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MqPiece *piece = &g_array_index (pieces, MqPiece, i);
      MqClauseMark mark = { g_array_index (flow->clauses, MqClause, piece->index), 0 };
      /* an article's heading has its number itself */
      gboolean first = at_top, heading = piece->block->look == MQ_LOOK_ARTICLE;

      if (piece->block->n_cells == 0)
        continue;
      at_top = FALSE;
      if (piece->from > 0 || piece->repeated)
        mark.clause.begins = FALSE;
      if (mark.clause.article == 0 || heading || !(mark.clause.begins || first))
        continue;
      mark.y = mq_flow_paper (flow)->margin_top + piece->y
               + mq_block_base_line (piece->block, piece->block->cells, piece->from, piece->from);
      g_array_append_val (marks, mark);
    }
  return marks;
}

/**
 * mq_clause_text:
 * @clause: a clause with a number
 * @digits: those of the document
 *
 * Returns: (transfer full): what it is cited by
 */
char *
mq_clause_text (const MqClause *clause, MqDigits digits)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (clause != NULL, NULL);

  /* the mark keeps the article on the right, whatever the digits */
  if (clause->number > 0)
    text = g_strdup_printf ("%u\u200F-\u200F%u%s", clause->article, clause->number,
                            clause->begins ? "" : " (تابع)");
  else
    text = g_strdup_printf ("%u%s", clause->article, clause->begins ? "" : " (تابع)");
  return mq_digits_shape (text, digits);
}
