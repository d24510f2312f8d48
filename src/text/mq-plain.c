/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-fold.h"
#include "mq-render-private.h"

/* The draft as plain text in reading order, a block a line. */

typedef struct {
  MqRenderer *renderer;
  GString *out;
} Plain;

static void
add_line (Plain *plain, const char *line)
{
  g_string_append (plain->out, line);
  g_string_append_c (plain->out, '\n');
}

/* Lines in a cell, of a list, stand one after the other. */
static void
append_flat (GString *line, const char *text)
{
  for (const char *end; (end = strchr (text, '\n')) != NULL; text = end + 1)
    {
      g_string_append_len (line, text, end - text);
      g_string_append (line, "؛ ");
    }
  g_string_append (line, text);
}

static void
append_inline (Plain *plain, GString *line, const MqNode *node, const char *row)
{
  g_auto (MqRich) rich = { NULL };

  mq_render_inline (plain->renderer, node, row, &rich, NULL);
  append_flat (line, rich.text);
}

static char *
cell_text (Plain *plain, const MqField *column, const char *row, guint number)
{
  g_auto (MqRich) rich = { NULL };

  mq_render_cell (plain->renderer, column, row, number, &rich, NULL);
  return g_steal_pointer (&rich.text);
}

static const char *
label_of (Plain *plain, const MqField *field)
{
  return mq_house_field_label (mq_renderer_house (plain->renderer), field);
}

static void
add_item (Plain *plain, guint index, const char *text)
{
  g_autofree char *label = mq_renderer_item_label (plain->renderer, index, 1);
  g_autoptr (GString) line = g_string_new (label);

  g_string_append_c (line, ' ');
  append_flat (line, text);
  add_line (plain, line->str);
}

/* ---- tables ---- */

static void
add_head (Plain *plain, const MqPrint *print)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < print->n_columns; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " | " : "", label_of (plain, print->columns[i].column));
  add_line (plain, line->str);
}

static void
add_row (Plain *plain, const MqPrint *print, const char *row, guint number)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < print->n_columns; i++)
    {
      g_autofree char *text = cell_text (plain, print->columns[i].column, row, number);

      g_string_append (line, i > 0 ? " | " : "");
      append_flat (line, text);
    }
  add_line (plain, line->str);
}

static void
add_total (Plain *plain, const MqField *table, const MqPrint *print)
{
  g_autoptr (GString) line = g_string_new (MQ_TOTAL);
  gboolean any = FALSE;

  for (guint i = 0; i < print->n_columns; i++)
    {
      g_autofree char *text = mq_render_total (plain->renderer, table, print, print->columns[i].column);

      any = any || text != NULL;
      g_string_append_printf (line, "%s%s", i > 0 ? " | " : "", text != NULL ? text : "");
    }
  if (any)
    add_line (plain, line->str);
}

/* records and signatures: a row is its title, then a line for each column that says something */
static void
add_record (Plain *plain, const MqPrint *print, const char *row, guint number)
{
  g_auto (MqRich) title = { NULL };

  mq_render_title (plain->renderer, print, row, number, &title, NULL);
  if (*title.text != '\0')
    add_line (plain, title.text);
  for (guint i = 0; i < print->n_columns; i++)
    {
      const MqField *column = print->columns[i].column;
      g_autofree char *text = cell_text (plain, column, row, number);
      g_autoptr (GString) line = g_string_new (label_of (plain, column));

      /* what is empty in a signature block is filled in by hand */
      if (*text == '\0' && print->as != MQ_PRINT_SIGNATURES)
        continue;
      g_string_append (line, ": ");
      append_flat (line, *text != '\0' ? text : "......");
      add_line (plain, line->str);
    }
}

static void
add_definition (Plain *plain, const MqPrint *print, const char *row, guint number)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < print->n_columns; i++)
    {
      g_autofree char *text = cell_text (plain, print->columns[i].column, row, number);

      g_string_append (line, i > 0 ? ": " : "");
      append_flat (line, text);
    }
  add_line (plain, line->str);
}

static void
add_templated (Plain *plain, const MqPrint *print, const char *row, guint number)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_inline (plain, text, print->template, row);
  add_item (plain, number, text->str);
}

static void
add_blank_item (Plain *plain, const MqField *table)
{
  g_autofree char *blank = mq_render_blank (plain->renderer, table);

  add_item (plain, 1, blank);
}

/* @row NULL: the blank row of an empty table */
static void
add_printed_row (Plain *plain, const MqField *table, const MqPrint *print, const char *row, guint number)
{
  switch (print->as)
    {
    case MQ_PRINT_TABLE:
      add_row (plain, print, row, number);
      break;
    case MQ_PRINT_RECORDS:
    case MQ_PRINT_SIGNATURES:
      add_record (plain, print, row, number);
      break;
    case MQ_PRINT_DEFINITIONS:
      add_definition (plain, print, row, number);
      break;
    case MQ_PRINT_LIST:
      if (row != NULL)
        add_templated (plain, print, row, number);
      else
        add_blank_item (plain, table);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* a figure: what it says, as a sentence; one without anything to draw is not there */
static void
add_figure (Plain *plain, const MqField *table, const MqPrint *print)
{
  g_autofree char *sentence = mq_render_figure (plain->renderer, table, print);
  g_autoptr (GString) line = NULL;

  if (sentence == NULL)
    return;
  line = g_string_new (NULL);
  append_flat (line, sentence);
  add_line (plain, line->str);
}

static void
add_rows (Plain *plain, const MqField *table, const MqPrint *print)
{
  guint n;
  g_autofree const char **rows = mq_render_rows (plain->renderer, table, print, &n);
  const char *note = mq_render_note (plain->renderer, table, print);

  if (print->as == MQ_PRINT_TABLE)
    add_head (plain, print);
  for (guint i = 0; i < MAX (n, 1); i++)
    add_printed_row (plain, table, print, n > 0 ? rows[i] : NULL, i + 1);
  if (print->as == MQ_PRINT_TABLE && n > 0)
    add_total (plain, table, print);
  if (note != NULL)
    add_line (plain, note);
}

/* a fact of several lines: items of a list, or paragraphs */
static void
add_lines (Plain *plain, const MqField *field, gboolean lettered)
{
  g_autofree char *text = mq_render_value (plain->renderer, field->path, NULL, NULL, NULL);
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    text = mq_render_blank (plain->renderer, field);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lettered)
      add_item (plain, i + 1, lines[i]);
    else
      add_line (plain, lines[i]);
}

static void
add_fact (Plain *plain, const MqNode *block)
{
  const char *of = mq_node_attribute (block, "of");
  const MqField *field = of != NULL ? mq_kind_field (plain->renderer->kind, of) : NULL;
  const MqPrint *print;

  if (field == NULL)
    return;
  if (field->type != MQ_TYPE_TABLE)
    {
      add_lines (plain, field, mq_node_type (block) == MQ_NODE_ITEMS);
      return;
    }
  print = mq_field_print (field, mq_node_attribute (block, "view"));
  if (print != NULL && mq_print_is_figure (print))
    add_figure (plain, field, print);
  else if (print != NULL)
    add_rows (plain, field, print);
}

/* ---- the body ---- */

static void
add_list (Plain *plain, const MqNode *list)
{
  guint index = 0;

  for (const MqNode *item = mq_node_first (list); item != NULL; item = mq_node_next (item))
    {
      g_autoptr (GString) text = NULL;

      if (mq_node_type (item) != MQ_NODE_ITEM || !mq_renderer_prints (plain->renderer, item))
        continue;
      text = g_string_new (NULL);
      append_inline (plain, text, item, NULL);
      add_item (plain, ++index, text->str);
    }
}

static void
add_block (Plain *plain, const MqNode *block)
{
  g_autoptr (GString) line = NULL;

  switch (mq_node_type (block))
    {
    case MQ_NODE_PARA:
      line = g_string_new (NULL);
      append_inline (plain, line, block, NULL);
      add_line (plain, line->str);
      break;
    case MQ_NODE_LIST:
      add_list (plain, block);
      break;
    case MQ_NODE_TABLE:
    case MQ_NODE_ITEMS:
    case MQ_NODE_PARAS:
    case MQ_NODE_DEFINITIONS:
    case MQ_NODE_SIGNATURES:
      add_fact (plain, block);
      break;
    default:
      break;
    }
}

/* "LABEL – heading"; without a label, or without a heading, what there is */
static void
add_heading (Plain *plain, const char *label, const MqNode *heading)
{
  g_autoptr (GString) line = g_string_new (label);

  if (heading != NULL && line->len > 0)
    g_string_append (line, MQ_TITLE_BETWEEN);
  if (heading != NULL)
    append_inline (plain, line, heading, NULL);
  if (line->len > 0)
    add_line (plain, line->str);
}

static void
add_article (Plain *plain, const MqNode *article)
{
  g_autofree char *label = mq_renderer_article_label (plain->renderer, mq_node_id (article));

  /* the heading of an article without a number is its name in the outline and does not print */
  if (label != NULL)
    add_heading (plain, label, mq_node_child (article, MQ_NODE_HEADING));
  for (const MqNode *block = mq_node_first (article); block != NULL; block = mq_node_next (block))
    if (mq_node_type (block) != MQ_NODE_TEXT && mq_renderer_prints (plain->renderer, block))
      add_block (plain, block);
}

/**
 * mq_render_plain:
 * @renderer: a renderer
 *
 * Returns: (transfer full): the body as it prints, in reading order, a block a line, without marks of
 *   direction
 */
char *
mq_render_plain (MqRenderer *renderer)
{
  Plain plain = { .renderer = renderer };
  const MqNode *body, *part;
  char *text;

  g_return_val_if_fail (renderer != NULL, NULL);

  plain.out = g_string_new (NULL);
  body = mq_draft_body (renderer->draft);
  part = body != NULL ? mq_node_first (body) : NULL;
  for (; part != NULL; part = mq_node_next (part))
    {
      g_autofree char *label = NULL;

      if (mq_node_type (part) != MQ_NODE_PART || !mq_renderer_prints (renderer, part))
        continue;
      label = mq_renderer_part_label (renderer, mq_node_id (part));
      add_heading (&plain, label, mq_node_child (part, MQ_NODE_HEADING));
      for (const MqNode *article = mq_node_first (part); article != NULL; article = mq_node_next (article))
        if (mq_node_type (article) == MQ_NODE_ARTICLE && mq_renderer_prints (renderer, article))
          add_article (&plain, article);
    }
  text = mq_strip_marks (plain.out->str);
  g_string_free (plain.out, TRUE);
  return text;
}
