/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "flow-fixture.h"

/* Tables of the sample: what stands whole in a cell, and what the header row says for all of a column. */

static MqDraft *
load_sample (const char *digits)
{
  MqDraft *draft = draft_of_sample ();

  draft_must_set (draft, "style/digits", digits);
  return draft;
}

/* Lines end at spaces alone, and not at those that do not break. */
static void
must_be_whole (const MqCell *cell)
{
  for (guint i = 0; i + 1 < cell->para.n_lines; i++)
    {
      const MqLine *line = &cell->para.lines[i], *next = line + 1;
      const char *end = cell->text + cell->para.bits[next->first].offset;

      if (end[-1] != ' ' && end[-1] != '\n')
        g_error ("«%s» is parted before «%s»", cell->text, end);
      g_assert_cmpint (line->width + line->extra, <=, (int) (cell->width * PANGO_SCALE) + 1);
    }
}

static void
test_whole (gconstpointer digits)
{
  g_autoptr (MqDraft) draft = load_sample (digits);
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  const GArray *blocks = mq_flow_blocks (flow);
  guint rows = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const MqBlock *block = &g_array_index (blocks, MqBlock, i);

      for (guint c = 0; c < block->n_cells; c++)
        must_be_whole (&block->cells[c]);
      rows += block->table != 0;
      g_assert_cmpint (block->look, !=, MQ_LOOK_ROW_TINY);
    }
  g_assert_cmpuint (rows, >, 200);
}

/* The header row of the table in which a row of @table stands. */
static const MqBlock *
head_of (MqFlow *flow, const char *table, const MqBlock **first)
{
  const GArray *blocks = mq_flow_blocks (flow);

  for (guint i = 1; i < blocks->len; i++)
    {
      const MqBlock *block = &g_array_index (blocks, MqBlock, i);

      if (block->path != NULL && g_str_has_prefix (block->path, table) && (block[-1].flags & MQ_BLOCK_HEAD))
        {
          *first = block;
          return block - 1;
        }
    }
  g_error ("no table of %s", table);
}

static void
must_say (MqFlow *flow, const char *table, guint column, const char *head_end, gboolean each)
{
  const MqBlock *row, *head = head_of (flow, table, &row);

  if (!g_str_has_suffix (head->cells[column].text, head_end))
    g_error ("the head is «%s», not «…%s»", head->cells[column].text, head_end);
  for (; row->table == head->table && !(row->flags & MQ_BLOCK_HEAD); row++)
    {
      const MqCell *cell = &row->cells[column];

      if (*cell->text != '\0' && (strstr (cell->text, "\u00a0") != NULL) != each)
        g_error ("«%s» with and without a currency", cell->text);
      for (guint i = 0; cell->spans != NULL && i < cell->spans->len; i++)
        {
          const MqSpan *span = &g_array_index (cell->spans, MqSpan, i);

          g_assert_cmpuint (span->start, <=, span->end);
          g_assert_cmpuint (span->end, <=, strlen (cell->text));
        }
    }
}

/* A currency that all amounts of a column have is said in its head, and follows its fact; where each row has
 * its own, each amount says it. */
static void
test_currency (void)
{
  static const struct { const char *currency, *head; } cases[] = {
    { NULL, "(دينار)" },
    { "USD", "(دولار)" },
    { "EGP", "(جنيه)" },
  };
  g_autoptr (MqDraft) draft = load_sample ("arabic");
  g_autoptr (MqFlow) flow = mq_flow_new (draft);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cases[i].currency != NULL)
        draft_must_set (draft, "capital/currency", cases[i].currency);
      must_say (flow, "capital/calls", 1, cases[i].head, FALSE);
      must_say (flow, "fin/projection", 1, cases[i].head, FALSE);
      must_say (flow, "fin/uses", 1, "المبلغ", TRUE);
    }
  g_autoptr (MqFlow) made = mq_flow_new (draft);
  flow_must_equal (flow, made);
}

/* A column with a list has dots in all its rows, but not in its head; other columns have none. */
static void
test_dots (void)
{
  static const struct { const char *table; gboolean dotted[7]; } cases[] = {
    { "scope/fields", { FALSE, FALSE, TRUE, TRUE } },
    { "time/phases", { FALSE, FALSE, FALSE, FALSE, TRUE, FALSE, FALSE } },
    { "capital/calls", { FALSE, FALSE, FALSE, FALSE } },
  };
  g_autoptr (MqDraft) draft = load_sample ("arabic");
  g_autoptr (MqFlow) flow = mq_flow_new (draft);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MqBlock *row, *head = head_of (flow, cases[i].table, &row);

      for (guint c = 0; c < head->n_cells; c++)
        g_assert_false (head->cells[c].dotted);
      for (; row->table == head->table && !(row->flags & (MQ_BLOCK_HEAD | MQ_BLOCK_TOTAL)); row++)
        for (guint c = 0; c < row->n_cells; c++)
          {
            const MqCell *cell = &row->cells[c];

            g_assert_cmpint (cell->dotted, ==, cases[i].dotted[c] && *cell->text != '\0');
            g_assert_cmpfloat_with_epsilon (cell->x - head->cells[c].x, cell->dotted ? MQ_CELL_DOT : 0, .001);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/tables/words are whole, Arabic digits", "arabic", test_whole);
  g_test_add_data_func ("/tables/words are whole, Latin digits", "latin", test_whole);
  g_test_add_func ("/tables/dots of lists", test_dots);
  g_test_add_func ("/tables/currency of a column", test_currency);
  return g_test_run ();
}
