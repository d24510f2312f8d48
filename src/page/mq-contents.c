/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-contents.h"

#include <string.h>

#include "mq-flow.h"

/* Of the column of page numbers, at the end edge: three digits. */
#define NUMBER 34.0
#define GAP 10.0

/* ---- outline ---- */

static gboolean
numbered (const MqNode *article)
{
  return g_strcmp0 (mq_node_attribute (article, "numbered"), "false") != 0;
}

/**
 * mq_outline_title:
 * @node: a part or an article
 * @between: what stands between label and heading
 * @out: (out): label and heading; of an article without a number, the heading that names it
 */
void
mq_outline_title (MqMaker *maker, const MqNode *node, const char *between, MqRich *out)
{
  const MqNode *heading = mq_node_child (node, MQ_NODE_HEADING);
  g_autofree char *label = NULL;
  MqRich text = { 0 };

  memset (out, 0, sizeof *out);
  if (heading)
    mq_render_inline (maker->renderer, heading, NULL, out, maker->reads);
  if (mq_node_type (node) == MQ_NODE_PART)
    label = mq_renderer_part_label (maker->renderer, mq_node_id (node));
  else if (numbered (node))
    label = mq_renderer_article_label (maker->renderer, mq_node_id (node));
  if (!label)
    return;
  if (out->text && *out->text)
    {
      text.text = g_strconcat (label, between, out->text, NULL);
      text.spans = g_array_new (FALSE, FALSE, sizeof (MqSpan));
      mq_spans_append (text.spans, out->spans, (guint) (strlen (label) + strlen (between)));
    }
  else
    text.text = g_steal_pointer (&label);
  mq_rich_clear (out);
  *out = text;
}

static void
entry_clear (gpointer data)
{
  g_free (((MqOutlineEntry *) data)->title);
}

static void
add_entry (MqMaker *maker, GArray *outline, const MqNode *node, guint8 level, gboolean printed)
{
  MqRich rich = { 0 };
  MqOutlineEntry entry = { NULL, g_intern_string (mq_node_id (node)), level, printed };

  mq_outline_title (maker, node, MQ_TITLE_BETWEEN, &rich);
  entry.title = g_steal_pointer (&rich.text);
  mq_rich_clear (&rich);
  if (entry.title && *entry.title)
    g_array_append_val (outline, entry);
  else
    g_free (entry.title);
}

/* The parts and articles that are printed, in order (transfer full, of MqOutlineEntry); a part without a
 * printed article is none. */
static GArray *
collect_outline (MqMaker *maker)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (MqOutlineEntry));

  g_array_set_clear_func (outline, entry_clear);
  for (const MqNode *part = mq_node_first (mq_draft_body (maker->draft)); part; part = mq_node_next (part))
    {
      gboolean opened = FALSE;

      if (mq_node_type (part) != MQ_NODE_PART || !mq_renderer_prints (maker->renderer, part))
        continue;
      for (const MqNode *article = mq_node_first (part); article; article = mq_node_next (article))
        if (mq_node_type (article) == MQ_NODE_ARTICLE && mq_renderer_prints (maker->renderer, article))
          {
            if (!opened)
              add_entry (maker, outline, part, 0, TRUE);
            opened = TRUE;
            add_entry (maker, outline, article, 1, numbered (article));
          }
    }
  return outline;
}

/* ---- contents ---- */

/**
 * mq_make_contents:
 *
 * Appends the heading and an entry for each printed heading, and keeps the outline in @maker.  The page
 * numbers are still to be set.
 */
void
mq_make_contents (MqMaker *maker)
{
  g_clear_pointer (&maker->outline, g_array_unref);
  maker->outline = collect_outline (maker);
  if (maker->outline->len == 0)
    return;
  mq_cell_take_text (mq_maker_add (maker, MQ_LOOK_CONTENTS, 1)->cells, g_strdup ("المحتويات"), NULL);
  for (guint i = 0; i < maker->outline->len; i++)
    {
      const MqOutlineEntry *entry = &g_array_index (maker->outline, MqOutlineEntry, i);
      MqBlock *block;

      if (!entry->printed)
        continue;
      block = mq_maker_add (maker, entry->level == 0 ? MQ_LOOK_ENTRY_PART : MQ_LOOK_ENTRY_ARTICLE, 2);
      block->target = entry->source;
      block->cells[0].x = mq_look_style (block->look)->inset;
      block->cells[0].width = maker->measure - block->cells[0].x - NUMBER - GAP;
      mq_cell_take_text (&block->cells[0], g_strdup (entry->title), NULL);
      block->cells[1].x = maker->measure - NUMBER;
      block->cells[1].width = NUMBER;
      block->cells[1].ltr_align = TRUE;
      block->cells[1].bold = mq_look_style (block->look)->bold;
      mq_cell_take_text (&block->cells[1], NULL, NULL);
    }
}

/**
 * mq_contents_set_number:
 * @entry: a block of the contents
 * @number: the page, from 1, that its heading stands on
 *
 * Returns: whether another number stood there
 */
gboolean
mq_contents_set_number (MqMaker *maker, MqBlock *entry, guint number)
{
  g_autofree char *ascii = g_strdup_printf ("%u", number);
  g_autofree char *text = mq_digits_shape (ascii, mq_renderer_house (maker->renderer)->digits);

  g_return_val_if_fail (entry->n_cells == 2, FALSE);

  if (strcmp (text, entry->cells[1].text) == 0)
    return FALSE;
  g_free (entry->cells[1].text);
  entry->cells[1].text = g_steal_pointer (&text);
  return TRUE;
}
