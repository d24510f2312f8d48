/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-render-private.h"

/* Inline content: text with values, variants, phrases, references, terms and optional runs. */

/* ---- a text being rendered ---- */

/**
 * mq_rich_clear:
 * @rich: text that was rendered, or { NULL }: it holds nothing afterwards
 */
void
mq_rich_clear (MqRich *rich)
{
  g_clear_pointer (&rich->text, g_free);
  g_clear_pointer (&rich->spans, g_array_unref);
}

/**
 * mq_reads_clear:
 * @reads: what was read, or { NULL }: it holds nothing afterwards
 */
void
mq_reads_clear (MqReads *reads)
{
  g_clear_pointer (&reads->paths, g_ptr_array_unref);
}

/* Begins a text.  @row: that of a row template, or NULL; @reads: (nullable) gets what is read. */
void
mq_rendering_begin (MqRendering *rendering, MqRenderer *renderer, const char *row, MqReads *reads)
{
  const char *table = row != NULL ? mq_draft_row_table (renderer->draft, row) : NULL;

  *rendering = (MqRendering) {
    .renderer = renderer,
    .text = g_string_new (NULL),
    .spans = g_array_new (FALSE, FALSE, sizeof (MqSpan)),
    .reads = reads,
    .table = table != NULL ? mq_kind_field (renderer->kind, table) : NULL,
    .row = row,
  };
}

/* Ends it: text and spans go over to @out. */
void
mq_rendering_end (MqRendering *rendering, MqRich *out)
{
  out->text = g_string_free (g_steal_pointer (&rendering->text), FALSE);
  out->spans = g_steal_pointer (&rendering->spans);
}

/* Spans stand in the order of their starts, an outer one before those inside it. */
guint
mq_rendering_open (MqRendering *rendering, MqSpanType type, const char *target)
{
  MqSpan span = { rendering->text->len, rendering->text->len, type,
                  target != NULL ? g_intern_string (target) : NULL };

  g_array_append_val (rendering->spans, span);
  return rendering->spans->len - 1;
}

/* The span that mq_rendering_open () gave ends here. */
void
mq_rendering_close (MqRendering *rendering, guint span)
{
  g_array_index (rendering->spans, MqSpan, span).end = rendering->text->len;
}

/* Adds a text as a span of its own. */
void
mq_rendering_append (MqRendering *rendering, MqSpanType type, const char *target, const char *text)
{
  guint span = mq_rendering_open (rendering, type, target);

  g_string_append (rendering->text, text);
  mq_rendering_close (rendering, span);
}

static void
add_read (MqReads *reads, const char *path)
{
  gpointer interned = (gpointer) g_intern_string (path);

  if (reads->paths == NULL)
    reads->paths = g_ptr_array_new ();
  if (!g_ptr_array_find (reads->paths, interned, NULL))
    g_ptr_array_add (reads->paths, interned);
}

/* Something at @path (nullable) was read. */
void
mq_rendering_read (MqRendering *rendering, const char *path)
{
  if (rendering->reads != NULL && path != NULL)
    add_read (rendering->reads, path);
}

/* What the formula reads was read. */
void
mq_rendering_read_formula (MqRendering *rendering, const char *text, const MqField *table)
{
  const MqFormula *formula;

  if (rendering->reads == NULL || text == NULL)
    return;
  formula = mq_formulas_get (rendering->renderer->formulas, text, table);
  if (formula == NULL)
    return;
  for (const char *const *path = mq_formula_reads (formula); *path != NULL; path++)
    add_read (rendering->reads, *path);
}

/* ---- places of values ---- */

/* @row: id of the row of a column, interned, or NULL. */
void
mq_where_set (MqWhere *place, const MqField *field, const char *row)
{
  place->field = field;
  place->row = row;
  place->path = mq_path_cell (field, row);
}

/* @of: a path, also of a cell, or ".column" in a row template; FALSE: it leads nowhere */
gboolean
mq_where_init (MqWhere *place, MqRendering *rendering, const char *of)
{
  const MqField *field = NULL;
  const char *row = NULL;

  *place = (MqWhere) { NULL };
  if (of == NULL)
    return FALSE;
  if (*of == '.')
    {
      field = rendering->table != NULL ? mq_field_column (rendering->table, of + 1) : NULL;
      row = rendering->row;
    }
  else
    {
      field = mq_kind_field (rendering->renderer->kind, of);
      row = field != NULL && field->table != NULL ? mq_path_row_id (of) : NULL;
    }
  if (field == NULL)
    return FALSE;
  mq_where_set (place, field, row);
  return TRUE;
}

/* Frees what the place owns. */
void
mq_where_clear (MqWhere *place)
{
  g_clear_pointer (&place->path, g_free);
}

/* ---- the kinds of inline content ---- */

static MqForm
form_of (const MqNode *node)
{
  return (MqForm) { mq_node_attribute (node, "as"), mq_node_attribute (node, "noun"),
                    mq_node_attribute (node, "case"), mq_node_attribute (node, "gender"),
                    mq_node_attribute (node, "style"), mq_node_attribute (node, "wrap") };
}

static void
render_text (MqRendering *rendering, const char *text)
{
  const MqHouse *house = &rendering->renderer->house;
  g_autofree char *spelt = NULL;

  if (text == NULL)
    return;
  if (mq_house_spells (house, text))
    spelt = mq_house_spell (house, text);
  mq_mixed_append (rendering->text, spelt != NULL ? spelt : text, house->digits, FALSE);
}

static void
render_value (MqRendering *rendering, const MqNode *node)
{
  MqForm form = form_of (node);
  MqWhere place;

  if (mq_where_init (&place, rendering, mq_node_attribute (node, "of")))
    mq_printed_render (rendering, &place, &form);
  mq_where_clear (&place);
}

static void
render_variant (MqRendering *rendering, const MqNode *node)
{
  MqRenderer *renderer = rendering->renderer;
  const char *key = mq_node_attribute (node, "key");
  gboolean iraqi = mq_draft_variant_by_law (renderer->draft, key)
    ? renderer->house.iraqi_law : renderer->house.iraqi;
  const char *text = mq_draft_variant (renderer->draft, key, iraqi);

  if (text == NULL && iraqi)
    text = mq_draft_variant (renderer->draft, key, FALSE);
  render_text (rendering, text);
}

/* The clause's own number: what stands in the text, addressed as body/ID. */
static void
render_number (MqRendering *rendering, const MqNode *node)
{
  const MqNode *child = mq_node_first (node);
  const char *own = child != NULL && mq_node_type (child) == MQ_NODE_TEXT ? mq_node_text (child) : NULL;
  const char *id = mq_node_id (node);
  g_autofree char *path = id != NULL ? g_strconcat ("body/", id, NULL) : NULL;
  MqForm form = form_of (node);
  g_autofree char *text = own != NULL && *own != '\0' ? mq_printed_number (rendering, own, &form) : NULL;

  mq_rendering_read (rendering, path);
  if (text != NULL)
    mq_rendering_append (rendering, MQ_SPAN_NUMBER, path, text);
  else
    mq_rendering_append (rendering, MQ_SPAN_BLANK, path, "[عدد]");
}

/* The phrase for the token that a choice holds; @place is the choice.  NULL: none, or there is no such
 * map. */
static const MqNode *
find_phrase (MqRendering *rendering, const MqNode *node, MqWhere *place)
{
  const char *token;

  if (!mq_where_init (place, rendering, mq_node_attribute (node, "of")))
    return NULL;
  token = mq_printed_raw (rendering, place);
  if (token == NULL)
    return NULL;
  return mq_draft_phrase (rendering->renderer->draft, mq_node_attribute (node, "map"), token);
}

static void
render_phrase (MqRendering *rendering, const MqNode *node)
{
  MqWhere place;
  const MqNode *phrase = find_phrase (rendering, node, &place);

  if (phrase != NULL && rendering->depth < MQ_RENDERING_MAX_DEPTH)
    {
      guint span = mq_rendering_open (rendering, MQ_SPAN_VALUE, place.path);

      rendering->depth++;
      mq_rendering_children (rendering, phrase);
      rendering->depth--;
      mq_rendering_close (rendering, span);
    }
  else if (place.field != NULL)
    mq_printed_render (rendering, &place, &(MqForm) { NULL });
  mq_where_clear (&place);
}

static void
render_term (MqRendering *rendering, const MqNode *node)
{
  guint span = mq_rendering_open (rendering, MQ_SPAN_TERM, mq_node_attribute (node, "ref"));

  mq_rendering_children (rendering, node);
  mq_rendering_close (rendering, span);
}

/* ---- optional runs ---- */

static gboolean has_unset (MqRendering *rendering, const MqNode *parent);

/* A phrase without text counts as empty. */
static gboolean
phrase_is_unset (MqRendering *rendering, const MqNode *node)
{
  MqWhere place;
  const MqNode *phrase = find_phrase (rendering, node, &place);
  gboolean unset = FALSE;

  if (phrase == NULL && place.field != NULL)
    unset = mq_printed_is_unset (rendering, &place, &(MqForm) { NULL });
  else if (phrase != NULL && mq_node_first (phrase) == NULL)
    unset = TRUE;
  else if (phrase != NULL && rendering->depth < MQ_RENDERING_MAX_DEPTH)
    {
      rendering->depth++;
      unset = has_unset (rendering, phrase);
      rendering->depth--;
    }
  mq_where_clear (&place);
  return unset;
}

static gboolean
value_is_unset (MqRendering *rendering, const MqNode *node)
{
  MqForm form = form_of (node);
  MqWhere place;
  gboolean unset = mq_where_init (&place, rendering, mq_node_attribute (node, "of"))
                   && mq_printed_is_unset (rendering, &place, &form);

  mq_where_clear (&place);
  return unset;
}

/* Whether something in @parent is empty, so that an optional run around it is dropped.  All of it is gone
 * through, for what it reads must be known also when it is dropped; an optional run inside answers for
 * itself. */
static gboolean
has_unset (MqRendering *rendering, const MqNode *parent)
{
  gboolean unset = FALSE;

  for (const MqNode *node = mq_node_first (parent); node != NULL; node = mq_node_next (node))
    switch (mq_node_type (node))
      {
      case MQ_NODE_VALUE:
        unset = value_is_unset (rendering, node) || unset;
        break;
      case MQ_NODE_PHRASE:
        unset = phrase_is_unset (rendering, node) || unset;
        break;
      case MQ_NODE_REF:
        unset = mq_reference_is_unset (rendering, node) || unset;
        break;
      case MQ_NODE_TERM:
        unset = has_unset (rendering, node) || unset;
        break;
      default:
        break;
      }
  return unset;
}

/* ---- all of it ---- */

/* Adds the inline content of an element. */
void
mq_rendering_children (MqRendering *rendering, const MqNode *parent)
{
  for (const MqNode *node = mq_node_first (parent); node != NULL; node = mq_node_next (node))
    switch (mq_node_type (node))
      {
      case MQ_NODE_TEXT:
        render_text (rendering, mq_node_text (node));
        break;
      case MQ_NODE_VALUE:
        render_value (rendering, node);
        break;
      case MQ_NODE_VARIANT:
        render_variant (rendering, node);
        break;
      case MQ_NODE_NUMBER:
        render_number (rendering, node);
        break;
      case MQ_NODE_PHRASE:
        render_phrase (rendering, node);
        break;
      case MQ_NODE_OPTIONAL:
        if (!has_unset (rendering, node))
          mq_rendering_children (rendering, node);
        break;
      case MQ_NODE_REF:
        mq_reference_render (rendering, node);
        break;
      case MQ_NODE_TERM:
        render_term (rendering, node);
        break;
      default:
        break;
      }
}

/**
 * mq_render_inline:
 * @renderer: a renderer
 * @parent: (nullable): an element with inline content; %NULL renders nothing
 * @row: (nullable): the id of the row that a row template is rendered for
 * @out: (out caller-allocates): gets text and spans, to be cleared with mq_rich_clear()
 * @reads: (nullable): gets what was read, added to what it holds
 */
void
mq_render_inline (MqRenderer *renderer, const MqNode *parent, const char *row, MqRich *out, MqReads *reads)
{
  MqRendering rendering;

  g_return_if_fail (renderer != NULL && out != NULL);

  mq_rendering_begin (&rendering, renderer, row, reads);
  if (parent != NULL)
    mq_rendering_children (&rendering, parent);
  mq_rendering_end (&rendering, out);
}
