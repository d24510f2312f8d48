/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-title.h"

#include <string.h>

#include "mq-table-flow.h"

/* The table of the parties, whose rows have a side. */
#define PARTIES "parties/list"

/* Left empty at the head for the emblem of whoever issues the proposal; points. */
#define EMBLEM 96.0
/* Between the title and what is told about the document. */
#define UNDER_TITLE 84.0

static const MqField *
known_field (MqMaker *maker, const char *path)
{
  return mq_kind_field (maker->kind, path);
}

static char *
first_heading (MqMaker *maker)
{
  const MqNode *part = mq_node_first (mq_draft_body (maker->draft));
  MqRich rich = { 0 };
  char *text;

  while (part && mq_node_type (part) != MQ_NODE_PART)
    part = mq_node_next (part);
  if (!part || !mq_node_child (part, MQ_NODE_HEADING))
    return NULL;
  mq_render_inline (maker->renderer, mq_node_child (part, MQ_NODE_HEADING), NULL, &rich, maker->reads);
  text = g_steal_pointer (&rich.text);
  mq_rich_clear (&rich);
  return text;
}

/**
 * mq_title_text:
 *
 * Returns: (transfer full) (nullable): the title of the document, NULL while it is empty
 */
char *
mq_title_text (MqMaker *maker)
{
  if (!known_field (maker, MQ_COVER_TITLE))
    return first_heading (maker);
  mq_maker_read (maker, MQ_COVER_TITLE);
  return mq_render_value (maker->renderer, MQ_COVER_TITLE, NULL, NULL, NULL);
}

/* A cover fact in the words of the document; its blank, if it is asked for and empty; or nothing. */
static gboolean
render_fact (MqMaker *maker, const MqField *field, MqRich *out)
{
  const char *form = field->type == MQ_TYPE_DATE ? "date"
    : field->type == MQ_TYPE_MONEY ? "money" : field->type == MQ_TYPE_PERCENT ? "percent" : NULL;
  char *text;

  mq_maker_read (maker, field->path);
  text = mq_render_value (maker->renderer, field->path, form, NULL, NULL);
  if (text)
    *out = mq_rich_of (text, MQ_SPAN_VALUE, field->path);
  else if (field->required)
    *out = mq_rich_of (mq_render_blank (maker->renderer, field), MQ_SPAN_BLANK, field->path);
  else
    return FALSE;
  return TRUE;
}

static void
add_classification (MqMaker *maker)
{
  const MqField *field = known_field (maker, MQ_COVER_CLASSIFICATION);
  MqBlock *block = mq_maker_add (maker, MQ_LOOK_COVER, 1);
  MqRich rich = { 0 };

  if (field)
    render_fact (maker, field, &rich);
  mq_cell_take (block->cells, &rich);
  block->cells[0].bold = TRUE;
  block->room = EMBLEM;
}

static void
add_title (MqMaker *maker)
{
  const MqField *field = known_field (maker, MQ_COVER_TITLE);
  MqBlock *block = mq_maker_add (maker, MQ_LOOK_TITLE, 1);
  MqRich rich = { 0 };

  if (!field)
    rich = mq_rich_of (first_heading (maker), MQ_SPAN_VALUE, NULL);
  else
    render_fact (maker, field, &rich);
  mq_cell_take (block->cells, &rich);
}

/* A side by its full name, «الجانب المصري», as the fact that says who drafts the proposal has it. */
static const char *
side_label (MqMaker *maker, const MqField *side, const char *token)
{
  const MqField *issuer = known_field (maker, MQ_COVER_ISSUER);
  const MqOption *option = issuer && token ? mq_field_option (issuer, token) : NULL;

  if (!option && token)
    option = mq_field_option (side, token);
  return option ? mq_house_label (mq_renderer_house (maker->renderer), &option->label, FALSE) : NULL;
}

/* Whose proposal it is: the sides of those who sign it, once each. */
static void
add_sides (MqMaker *maker)
{
  const MqField *table = known_field (maker, PARTIES), *side = table ? mq_field_column (table, "side") : NULL;
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  g_autofree const char **rows = NULL;
  MqBlock *block = mq_maker_add (maker, MQ_LOOK_SUBTITLE, 1);
  guint n = 0;

  block->room = UNDER_TITLE;
  if (side)
    {
      mq_maker_read_table (maker, table, mq_field_print (table, NULL));
      rows = mq_render_rows (maker->renderer, table, mq_field_print (table, NULL), &n);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat (table->path, "/", rows[i], "/", side->name, NULL);
      const char *label = side_label (maker, side, mq_draft_value (maker->draft, path));

      if (label && !g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        g_ptr_array_add (labels, (gpointer) label);
    }
  g_ptr_array_add (labels, NULL);
  mq_cell_take_text (block->cells, labels->len > 2 ? g_strjoinv (" – ", (char **) labels->pdata) : NULL,
                     NULL);
}

/* The date in both calendars, on one line. */
static void
append_hijri (MqMaker *maker, MqRich *date)
{
  const MqField *field = known_field (maker, MQ_COVER_HIJRI);
  MqRich hijri = { 0 };

  if (!field || !render_fact (maker, field, &hijri))
    return;
  mq_spans_append (date->spans, hijri.spans, (guint) (strlen (date->text) + strlen (" – ")));
  {
    char *both = g_strconcat (date->text, " – ", hijri.text, NULL);

    g_free (date->text);
    date->text = both;
  }
  mq_rich_clear (&hijri);
}

static void
add_fact (MqMaker *maker, const MqField *field)
{
  MqRich rich = { 0 };
  MqBlock *block;

  if (!render_fact (maker, field, &rich))
    return;
  if (strcmp (field->path, MQ_COVER_DATE) == 0)
    append_hijri (maker, &rich);
  block = mq_maker_add (maker, MQ_LOOK_COVER_FACT, 2);
  /* as far from one edge as from the other */
  block->cells[0].width -= mq_look_style (MQ_LOOK_COVER_FACT)->inset;
  mq_cell_take (&block->cells[0], &rich);
  mq_cell_take_text (&block->cells[1], mq_maker_label_colon (maker, field), NULL);
}

static gboolean
has_own_place (const MqField *field)
{
  return strcmp (field->path, MQ_COVER_TITLE) == 0 || strcmp (field->path, MQ_COVER_CLASSIFICATION) == 0
    || strcmp (field->path, MQ_COVER_HIJRI) == 0;
}

/**
 * mq_make_title_page:
 *
 * Appends the blocks of the title page.  The classification stands at the head, under it room for an emblem.
 */
void
mq_make_title_page (MqMaker *maker)
{
  const MqGroup *group = mq_kind_group (maker->kind, MQ_COVER_GROUP);

  add_classification (maker);
  add_title (maker);
  add_sides (maker);
  for (guint i = 0; group && i < group->n_facts; i++)
    {
      const MqField *field = group->facts[i];

      if (field->printed && field->type < MQ_TYPE_ATTACHMENT && !has_own_place (field))
        add_fact (maker, field);
    }
}
