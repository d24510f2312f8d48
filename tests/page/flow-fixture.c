/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow-fixture.h"

#include "mq-datadir.h"

#include <string.h>

MqDraft *
draft_of_kind (const char *name)
{
  MqProblem *problem = NULL;
  const MqKind *kind = mq_kind_find (name, &problem);

  if (!kind)
    g_error ("no kind %s: %s", name, mq_problem_message (problem));
  return mq_draft_new (kind);
}

void
draft_must_apply (MqDraft *draft, MqChange *change)
{
  MqProblem *problem = NULL;

  if (!mq_draft_apply (draft, change, &problem))
    g_error ("refused: %s", mq_problem_message (problem));
}

MqDraft *
draft_of_sample (void)
{
  g_autofree char *file = mq_datadir_file ("samples", "sample.muqtarah", NULL);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  MqProblem *problem = NULL;
  MqDraft *draft;
  char *text = NULL;
  gsize length = 0;

  g_file_get_contents (file, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  draft = mq_draft_parse (bytes, "sample", &problem);
  if (draft == NULL)
    g_error ("%s", mq_problem_message (problem));
  return draft;
}

void
draft_must_set (MqDraft *draft, const char *path, const char *value)
{
  MqProblem *problem = NULL;

  if (!mq_draft_set (draft, path, value, &problem))
    g_error ("%s: %s", path, mq_problem_message (problem));
}

typedef struct { const char *path, *value; } Settled;

static void
settle_one (MqDraft *draft, const MqChanges *changes, gpointer data)
{
  const Settled *settled = data;

  mq_draft_settle_value (draft, settled->path, settled->value);
}

void
draft_must_settle (MqDraft *draft, const char *path, const char *value)
{
  Settled settled = { path, value };

  mq_draft_set_settler (draft, settle_one, &settled, NULL);
  mq_draft_settle (draft);
  mq_draft_set_settler (draft, NULL, NULL, NULL);
  g_assert_cmpstr (mq_draft_value (draft, path), ==, value);
}

char *
draft_add_row (MqDraft *draft, const char *table)
{
  guint n = 0;
  g_autofree const char **rows = NULL;

  draft_must_apply (draft, mq_change_insert_row (table, NULL, -1));
  rows = mq_draft_rows (draft, table, &n);
  return g_strconcat (table, "/", rows[n - 1], NULL);
}

char *
flow_describe (MqFlow *flow)
{
  GString *text = g_string_new (NULL);
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MqPiece));
  const GArray *blocks = mq_flow_blocks (flow);

  for (guint i = 0; i < blocks->len; i++)
    {
      const MqBlock *block = &g_array_index (blocks, MqBlock, i);

      g_string_append_printf (text, "%s %s %s %x %d %.2f", mq_look_style (block->look)->name, block->source,
                              block->path ? block->path : "-", block->flags, block->n_lines, block->height);
      for (guint c = 0; c < block->n_cells; c++)
        {
          const MqCell *cell = &block->cells[c];

          g_string_append_printf (text, " [%.2f %.2f %.2f %s", cell->x, cell->y, cell->width, cell->text);
          for (guint l = 0; l < cell->para.n_lines; l++)
            g_string_append_printf (text, " |%u-%u %d%+d", cell->para.lines[l].first, cell->para.lines[l].end,
                                    cell->para.lines[l].width, cell->para.lines[l].extra);
          for (guint s = 0; cell->spans && s < cell->spans->len; s++)
            {
              const MqSpan *span = &g_array_index (cell->spans, MqSpan, s);

              g_string_append_printf (text, " <%u-%u %d %s>", span->start, span->end, span->type,
                                      span->target ? span->target : "-");
            }
          g_string_append_c (text, ']');
        }
      for (guint s = 0; block->figure && s < block->figure->shapes->len; s++)
        {
          const MqShape *shape = &g_array_index (block->figure->shapes, MqShape, s);

          g_string_append_printf (text, " {%d %u %.3f %.3f %.3f %.3f}", shape->type, shape->ink, shape->x, shape->y,
                                  shape->width, shape->height);
        }
      if (block->figure)
        g_string_append_printf (text, " %s", block->figure->description);
      g_string_append_c (text, '\n');
    }
  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      mq_flow_page_pieces (flow, page, pieces);
      for (guint i = 0; i < pieces->len; i++)
        {
          const MqPiece *piece = &g_array_index (pieces, MqPiece, i);

          g_string_append_printf (text, "page %u: %u %d-%d at %.2f%s\n", page, piece->index, piece->from,
                                  piece->to, piece->y, piece->repeated ? " again" : "");
        }
    }
  return g_string_free (text, FALSE);
}

const MqBlock *
flow_find_text (MqFlow *flow, const char *text, guint *index)
{
  const GArray *blocks = mq_flow_blocks (flow);

  for (guint i = 0; i < blocks->len; i++)
    {
      const MqBlock *block = &g_array_index (blocks, MqBlock, i);

      for (guint c = 0; c < block->n_cells; c++)
        if (strstr (block->cells[c].text, text))
          {
            if (index)
              *index = i;
            return block;
          }
    }
  return NULL;
}

gboolean
flow_prints (MqFlow *flow, const char *text)
{
  return flow_find_text (flow, text, NULL) != NULL;
}

void
flow_must_equal (MqFlow *followed, MqFlow *made)
{
  g_autofree char *a = flow_describe (followed), *b = flow_describe (made);
  g_auto(GStrv) lines_a = g_strsplit (a, "\n", -1), lines_b = g_strsplit (b, "\n", -1);

  for (guint i = 0; lines_a[i] || lines_b[i]; i++)
    if (g_strcmp0 (lines_a[i], lines_b[i]) != 0)
      g_error ("line %u:\nfollowed %s\nmade     %s", i, lines_a[i], lines_b[i]);
}
