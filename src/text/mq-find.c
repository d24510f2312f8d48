/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-find.h"

static void
search_value (MqRenderer *renderer, const MqSearch *search, const char *path, GArray *hits)
{
  g_autofree char *text = mq_render_value (renderer, path, NULL, NULL, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MqFound));

  if (text == NULL || mq_search_find (search, text, found) == 0)
    return;
  for (guint i = 0; i < found->len; i++)
    {
      const MqFound *place = &g_array_index (found, MqFound, i);
      MqFactHit hit = { g_intern_string (path), place->start, place->end };

      g_array_append_val (hits, hit);
    }
}

static void
search_table (MqRenderer *renderer, const MqSearch *search, const MqField *table, GArray *hits)
{
  guint n;
  g_autofree const char **rows = mq_draft_rows (mq_renderer_draft (renderer), table->path, &n);

  for (guint r = 0; r < n; r++)
    for (guint c = 0; c < table->n_columns; c++)
      {
        g_autofree char *path = mq_path_cell (table->columns[c], rows[r]);

        search_value (renderer, search, path, hits);
      }
}

/**
 * mq_find_facts:
 * @renderer: a renderer of a draft
 * @search: what is looked for
 *
 * Returns: (transfer full) (element-type MqFactHit): where it stands in the values of facts and cells, each as it would
 *   be printed
 */
GArray *
mq_find_facts (MqRenderer *renderer, const MqSearch *search)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (MqFactHit));
  const MqGroup *const *groups;
  guint n;

  g_return_val_if_fail (renderer != NULL && search != NULL, hits);

  if (mq_search_empty (search))
    return hits;
  groups = mq_kind_groups (mq_draft_kind (mq_renderer_draft (renderer)), &n);
  for (guint g = 0; g < n; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      {
        const MqField *fact = groups[g]->facts[f];

        if (fact->type == MQ_TYPE_TABLE)
          search_table (renderer, search, fact, hits);
        else
          search_value (renderer, search, fact->path, hits);
      }
  return hits;
}
