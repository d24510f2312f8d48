/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf-tags-private.h"

/* Document
 *   Sect          the title page: its facts are a list of labels and values
 *   Sect          the contents: TOC, in it a TOC for the articles of each part
 *   Part          of the draft: its heading, H2
 *     Sect        an article: its heading, H3, and its blocks: P, L, Table, Note, Figure; signatures are a list
 *
 * Two rules come from Cairo.  Only an element without children marks content: so a paragraph with links has
 * its text in a Span beside them.  And an element is closed once and for all: so what stands side by side and
 * goes on on the next page (the cells of a row) is closed at the page's end, and the next page has another
 * row; a paragraph, which is alone, stays open. */

/* ---- elements ---- */

MqPdfTag *
mq_tags_begin (MqPdfTags *tags, const char *name)
{
  g_ptr_array_add (tags->open, (gpointer) name);
  return mq_pdf_pen_begin (tags->pen, name, NULL);
}

void
mq_tags_close_to (MqPdfTags *tags, guint depth)
{
  while (tags->open->len > depth)
    mq_pdf_pen_end (tags->pen, g_ptr_array_steal_index (tags->open, tags->open->len - 1));
}

void
mq_tags_end (MqPdfTags *tags)
{
  mq_tags_close_to (tags, tags->open->len - 1);
}

/* ---- which group, which section ---- */

static Group
group_of (const MqBlock *block)
{
  if (block->table != 0)
    return GROUP_TABLE;
  switch ((MqLook) block->look)
    {
    case MQ_LOOK_ITEM: case MQ_LOOK_SUBITEM:
      return GROUP_ITEMS;
    case MQ_LOOK_COVER_FACT: case MQ_LOOK_DEFINITION: case MQ_LOOK_RECORD_FIELD:
      return GROUP_FIELDS;
    case MQ_LOOK_ENTRY_PART: case MQ_LOOK_ENTRY_ARTICLE:
      return GROUP_CONTENTS;
    case MQ_LOOK_SIGNATURE:
      return GROUP_SIGNATURES;
    default:
      return GROUP_NONE;
    }
}

/* How many elements are open of the document and its sections. */
static guint
section_depth (const MqPdfTags *tags)
{
  return 1 + (tags->part != NULL) + (tags->section != NULL);
}

static void
enter_group (MqPdfTags *tags, const MqBlock *block)
{
  Group group = group_of (block);

  if (group == tags->group && (group != GROUP_TABLE || tags->table == block->table))
    return;
  mq_tags_close_to (tags, section_depth (tags));
  tags->group = group;
  tags->table = block->table;
  tags->inner_depth = 0;
  if (group == GROUP_TABLE)
    mq_tags_begin (tags, "Table");
  else if (group == GROUP_ITEMS || group == GROUP_FIELDS)
    mq_tags_begin (tags, "L")->numbered = TRUE;
  else if (group == GROUP_SIGNATURES)
    mq_tags_begin (tags, "L");
  else if (group == GROUP_CONTENTS)
    mq_tags_begin (tags, "TOC");
  tags->group_depth = tags->open->len;
}

static void
find_section (MqPdfTags *tags, const MqBlock *block, const char **part, const char **section)
{
  const MqNode *node = NULL;

  *part = *section = NULL;
  switch ((MqLook) block->look)
    {
    case MQ_LOOK_TITLE: case MQ_LOOK_SUBTITLE: case MQ_LOOK_COVER: case MQ_LOOK_COVER_FACT:
      *section = "title page";
      return;
    case MQ_LOOK_CONTENTS: case MQ_LOOK_ENTRY_PART: case MQ_LOOK_ENTRY_ARTICLE:
      *section = "contents";
      return;
    default:
      break;
    }
  if (block->source != NULL)
    node = mq_draft_by_id (mq_flow_draft (tags->pen->flow), block->source);
  for (; node != NULL; node = mq_node_parent (node))
    if (mq_node_type (node) == MQ_NODE_ARTICLE)
      *section = g_intern_string (mq_node_id (node));
    else if (mq_node_type (node) == MQ_NODE_PART)
      *part = g_intern_string (mq_node_id (node));
}

static void
enter_section (MqPdfTags *tags, const MqBlock *block)
{
  const char *part, *section;

  find_section (tags, block, &part, &section);
  if (part == tags->part && section == tags->section)
    return;
  mq_tags_close_to (tags, part == tags->part ? 1 + (part != NULL) : 1);
  tags->group = GROUP_NONE;
  if (part != tags->part && part != NULL)
    mq_tags_begin (tags, "Part");
  if (section != NULL)
    mq_tags_begin (tags, "Sect");
  tags->part = part;
  tags->section = section;
  tags->group_depth = tags->open->len;
  tags->inner_depth = 0;
}

/**
 * mq_pdf_tags_piece:
 * @tags: the structure so far
 * @piece: a piece of a page, not one that repeats a header row
 *
 * Draws the piece's text, in the elements that it belongs to.
 */
void
mq_pdf_tags_piece (MqPdfTags *tags, const MqPiece *piece)
{
  const MqBlock *block;

  g_return_if_fail (tags != NULL && piece != NULL && piece->block->n_cells > 0);

  block = piece->block;
  if (piece->from == 0)
    {
      enter_section (tags, block);
      enter_group (tags, block);
    }
  switch ((MqLook) block->look)
    {
    case MQ_LOOK_TITLE:
      mq_tags_heading (tags, piece, 1);
      break;
    case MQ_LOOK_CONTENTS:
    case MQ_LOOK_PART:
      mq_tags_heading (tags, piece, 2);
      break;
    case MQ_LOOK_ARTICLE:
      mq_tags_heading (tags, piece, 3);
      break;
    case MQ_LOOK_RECORD_TITLE:
      mq_tags_heading (tags, piece, 4);
      break;
    case MQ_LOOK_ENTRY_PART:
    case MQ_LOOK_ENTRY_ARTICLE:
      mq_tags_entry (tags, piece);
      break;
    case MQ_LOOK_ITEM:
    case MQ_LOOK_SUBITEM:
      mq_tags_item (tags, piece);
      break;
    case MQ_LOOK_COVER_FACT: case MQ_LOOK_DEFINITION: case MQ_LOOK_RECORD_FIELD:
      mq_tags_fields (tags, piece);
      break;
    case MQ_LOOK_SIGNATURE:
      mq_tags_signature (tags, piece);
      break;
    case MQ_LOOK_NOTE:
      mq_tags_note (tags, piece);
      break;
    case MQ_LOOK_FIGURE:
      mq_tags_figure (tags, piece);
      break;
    default:
      if (block->table != 0)
        mq_tags_row (tags, piece);
      else if (*block->cells[0].text != '\0')      /* a line of the title page may be left empty */
        mq_tags_para (tags, piece);
      break;
    }
}

MqPdfTags *
mq_pdf_tags_new (MqPdfPen *pen)
{
  MqPdfTags *tags = g_new0 (MqPdfTags, 1);

  tags->pen = pen;
  tags->open = g_ptr_array_new ();
  mq_tags_begin (tags, "Document");
  tags->group_depth = 1;
  return tags;
}

void
mq_pdf_tags_free (MqPdfTags *tags)
{
  if (tags == NULL)
    return;
  mq_tags_close_to (tags, 0);
  g_ptr_array_unref (tags->open);
  g_free (tags);
}
