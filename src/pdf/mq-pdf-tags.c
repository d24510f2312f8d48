/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf-tags.h"

#include <cairo-pdf.h>

/* Document
 *   Sect          the title page: its facts are a list of labels and values
 *   Sect          the contents: TOC, in it a TOC for the articles of each part
 *   Part          of the draft: its heading, H2
 *     Sect        an article: its heading, H3, and its blocks: P, L, Table, Note
 *
 * Two rules come from Cairo.  Only an element without children marks content: so a paragraph with links has
 * its text in a Span beside them.  And an element is closed once and for all: so what stands side by side and
 * goes on on the next page (the cells of a row) is closed at the page's end, and the next page has another
 * row; a paragraph, which is alone, stays open. */

/* What a block belongs to beside its article. */
typedef enum {
  GROUP_NONE,
  GROUP_TABLE,
  GROUP_ITEMS,                /* a list; items of items are a list in one of them */
  GROUP_FIELDS,               /* labels and values */
  GROUP_CONTENTS,
} Group;

struct _MqPdfTags {
  MqPdfPen *pen;
  GPtrArray *open;            /* const char *: names of the elements that are open */
  const char *part, *section; /* interned: ids; title page and contents have names of their own */
  Group group;
  guint table;
  gboolean in_head;           /* of the table */
  guint group_depth;          /* how many elements are open inside of which the group's members begin */
  guint inner_depth;          /* the same for the inner list or the articles' contents; 0: it is not open */
  guint heading;              /* level of the last heading: none is skipped */
};

/* ---- elements ---- */

static MqPdfTag *
begin (MqPdfTags *tags, const char *name)
{
  g_ptr_array_add (tags->open, (gpointer) name);
  return mq_pdf_pen_begin (tags->pen, name, NULL);
}

static void
close_to (MqPdfTags *tags, guint depth)
{
  while (tags->open->len > depth)
    mq_pdf_pen_end (tags->pen, g_ptr_array_steal_index (tags->open, tags->open->len - 1));
}

static void
end (MqPdfTags *tags)
{
  close_to (tags, tags->open->len - 1);
}

static void
add_link (const cairo_rectangle_t *at, const MqDestination *to, gpointer data)
{
  MqPdfTags *tags = data;

  mq_pdf_pen_begin_link (tags->pen, at, to);
  mq_pdf_pen_end (tags->pen, CAIRO_TAG_LINK);
}

/* ---- text ---- */

/* The text of a cell, as far as @piece shows it, in an element.  It may go on on the next page: @opens,
 * @closes say whether it begins and ends here.  @label: (nullable) read before it, in the same element;
 * @next: (nullable) what stands on its left and is read next. */
static void
put_text (MqPdfTags *tags, const char *name, const MqPiece *piece, const MqCell *cell, const MqCell *label,
          const MqCell *next, gboolean opens, gboolean closes)
{
  gboolean links = mq_links_any (tags->pen->links, cell);

  if (opens)
    begin (tags, name)->language = mq_pdf_language (cell->text);
  if (links)
    begin (tags, "Span");
  if (label != NULL && piece->from == 0)
    mq_pdf_pen_cell (tags->pen, piece, label, cell);
  mq_pdf_pen_cell (tags->pen, piece, cell, next);
  if (links)
    {
      end (tags);
      mq_links_each (tags->pen->links, piece, cell, add_link, tags);
    }
  if (closes)
    end (tags);
}

/* A cell of a row, whole as far as it is on this page. */
static void
put_cell (MqPdfTags *tags, const char *name, const char *scope, const MqPiece *piece, guint number)
{
  const MqCell *cell = &piece->block->cells[number];
  const MqCell *next = number + 1 < piece->block->n_cells ? cell + 1 : NULL;
  gboolean links = mq_links_any (tags->pen->links, cell);
  MqPdfTag *tag = begin (tags, name);

  tag->scope = scope;
  tag->language = mq_pdf_language (cell->text);
  if (links)
    {
      begin (tags, "P");
      begin (tags, "Span");
    }
  mq_pdf_pen_cell (tags->pen, piece, cell, next);
  if (links)
    {
      end (tags);
      mq_links_each (tags->pen->links, piece, cell, add_link, tags);
      end (tags);
    }
  end (tags);
}

static gboolean
begins (const MqPiece *piece)
{
  return piece->from == 0;
}

static gboolean
ends (const MqPiece *piece)
{
  return piece->to >= piece->block->n_lines;
}

static void
put_heading (MqPdfTags *tags, const MqPiece *piece, guint level)
{
  static const char *const names[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  if (begins (piece))
    tags->heading = MIN (level, tags->heading + 1);
  put_text (tags, names[tags->heading - 1], piece, piece->block->cells, NULL, NULL, begins (piece),
            ends (piece));
}

/* ---- tables ---- */

static void
put_row (MqPdfTags *tags, const MqPiece *piece)
{
  const MqBlock *block = piece->block;
  gboolean head = block->flags & MQ_BLOCK_HEAD;

  if (head != tags->in_head || tags->open->len == tags->group_depth)
    {
      close_to (tags, tags->group_depth);
      begin (tags, head ? "THead" : "TBody");
      tags->in_head = head;
    }
  begin (tags, "TR");
  for (guint i = 0; i < block->n_cells; i++)
    put_cell (tags, head || i == 0 ? "TH" : "TD", head ? "Column" : i == 0 ? "Row" : NULL, piece, i);
  end (tags);
}

/* ---- lists ---- */

/* The item stays open: items of it may follow. */
static void
put_item (MqPdfTags *tags, const MqPiece *piece)
{
  const MqBlock *block = piece->block;

  if (begins (piece))
    {
      if (block->look == MQ_LOOK_SUBITEM && tags->open->len > tags->group_depth)
        {
          if (tags->inner_depth == 0)
            {
              begin (tags, "L")->numbered = TRUE;
              tags->inner_depth = tags->open->len;
            }
          close_to (tags, tags->inner_depth);
        }
      else
        {
          close_to (tags, tags->group_depth);
          tags->inner_depth = 0;
        }
      begin (tags, "LI");
      if (block->n_cells > 1)
        {
          begin (tags, "Lbl");
          mq_pdf_pen_cell (tags->pen, piece, &block->cells[1], &block->cells[0]);
          end (tags);
        }
      begin (tags, "LBody");
    }
  put_text (tags, "P", piece, &block->cells[0], NULL, NULL, begins (piece), ends (piece));
}

/* Pairs of a value and its label, which is read first. */
static void
put_fields (MqPdfTags *tags, const MqPiece *piece)
{
  const MqBlock *block = piece->block;
  gboolean alone = block->n_cells <= 2;

  for (guint i = 0; i < block->n_cells; i += 2)
    {
      const MqCell *value = &block->cells[i], *label = i + 1 < block->n_cells ? value + 1 : NULL;
      const MqCell *next = begins (piece) && i + 3 < block->n_cells ? value + 3 : NULL;    /* a label */
      gboolean opens = begins (piece) || !alone;

      if (opens)
        {
          begin (tags, "LI");
          if (label != NULL && begins (piece))
            {
              begin (tags, "Lbl");
              mq_pdf_pen_cell (tags->pen, piece, label, value);
              end (tags);
            }
          begin (tags, "LBody");
        }
      put_text (tags, "P", piece, value, NULL, next, opens, ends (piece) || !alone);
      if (ends (piece) || !alone)
        {
          end (tags);
          end (tags);
        }
    }
}

/* ---- contents ---- */

static void
put_entry (MqPdfTags *tags, const MqPiece *piece)
{
  const MqBlock *block = piece->block;
  cairo_rectangle_t line;
  const MqDestination *to = mq_links_of_entry (tags->pen->links, piece, &line);

  if (block->look == MQ_LOOK_ENTRY_PART)
    {
      close_to (tags, tags->group_depth);
      tags->inner_depth = 0;
    }
  else if (tags->inner_depth == 0)
    {
      begin (tags, "TOC");
      tags->inner_depth = tags->open->len;
    }
  begin (tags, "TOCI");
  begin (tags, "Reference");
  if (to != NULL)
    mq_pdf_pen_begin_link (tags->pen, &line, to);
  else
    begin (tags, "Span");
  mq_pdf_pen_cell (tags->pen, piece, &block->cells[0], block->n_cells > 1 ? &block->cells[1] : NULL);
  if (block->n_cells > 1)
    mq_pdf_pen_cell (tags->pen, piece, &block->cells[1], NULL);
  if (to != NULL)
    mq_pdf_pen_end (tags->pen, CAIRO_TAG_LINK);
  else
    end (tags);
  end (tags);
  end (tags);
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
  close_to (tags, section_depth (tags));
  tags->group = group;
  tags->table = block->table;
  tags->inner_depth = 0;
  if (group == GROUP_TABLE)
    begin (tags, "Table");
  else if (group == GROUP_ITEMS || group == GROUP_FIELDS)
    begin (tags, "L")->numbered = TRUE;
  else if (group == GROUP_CONTENTS)
    begin (tags, "TOC");
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
  close_to (tags, part == tags->part ? 1 + (part != NULL) : 1);
  tags->group = GROUP_NONE;
  if (part != tags->part && part != NULL)
    begin (tags, "Part");
  if (section != NULL)
    begin (tags, "Sect");
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
  if (begins (piece))
    {
      enter_section (tags, block);
      enter_group (tags, block);
    }
  switch ((MqLook) block->look)
    {
    case MQ_LOOK_TITLE:
      put_heading (tags, piece, 1);
      break;
    case MQ_LOOK_CONTENTS:
    case MQ_LOOK_PART:
      put_heading (tags, piece, 2);
      break;
    case MQ_LOOK_ARTICLE:
      put_heading (tags, piece, 3);
      break;
    case MQ_LOOK_RECORD_TITLE:
      put_heading (tags, piece, 4);
      break;
    case MQ_LOOK_ENTRY_PART:
    case MQ_LOOK_ENTRY_ARTICLE:
      put_entry (tags, piece);
      break;
    case MQ_LOOK_ITEM:
    case MQ_LOOK_SUBITEM:
      put_item (tags, piece);
      break;
    case MQ_LOOK_COVER_FACT: case MQ_LOOK_DEFINITION: case MQ_LOOK_RECORD_FIELD:
      put_fields (tags, piece);
      break;
    case MQ_LOOK_SIGNATURE:
      for (guint i = 0; i < block->n_cells; i++)
        put_text (tags, "P", piece, &block->cells[i], NULL, NULL, TRUE, TRUE);
      break;
    case MQ_LOOK_NOTE:
      if (begins (piece))
        begin (tags, "Note")->identified = TRUE;
      put_text (tags, "P", piece, block->cells, NULL, NULL, begins (piece), ends (piece));
      if (ends (piece))
        end (tags);
      break;
    default:
      if (block->table != 0)
        put_row (tags, piece);
      else
        put_text (tags, "P", piece, block->cells, block->n_cells > 1 ? &block->cells[1] : NULL, NULL,
                  begins (piece), ends (piece));
      break;
    }
}

MqPdfTags *
mq_pdf_tags_new (MqPdfPen *pen)
{
  MqPdfTags *tags = g_new0 (MqPdfTags, 1);

  tags->pen = pen;
  tags->open = g_ptr_array_new ();
  begin (tags, "Document");
  tags->group_depth = 1;
  return tags;
}

void
mq_pdf_tags_free (MqPdfTags *tags)
{
  if (tags == NULL)
    return;
  close_to (tags, 0);
  g_ptr_array_unref (tags->open);
  g_free (tags);
}
