/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-text.h"

#include <math.h>

#include "mq-text-ops.h"

/* Units of the em.  Spaces come in steps, and a move makes up for the rest: exact widths make poppler lose
 * words, and every width is a slot. */
#define SPACE_STEP 20
#define NEL_WIDTH 20
#define BRIDGE_STEP 100
#define WIDEST_BRIDGE 60000   /* an advance has 16 bits */
#define OVER_SPACE (-50)      /* a kern over a space, of a letter that reaches over it */
#define WIDE_SPACE 520        /* pdf.js takes a wider one for the end of a column */
#define WIDEST_STRETCH 64

/* Ems. */
#define BRIDGE_MARGIN 0.2
#define OUT_OF_PAGE 300

/* What is known of a word, whichever line it is on. */
typedef struct {
  GArray *items;              /* MqTextItem, its marks placed but for those at its left end; x in units of the em */
  double size;                /* points */
  int width;                  /* units of the em */
  gboolean plain;             /* Arabic letters and marks: no reader goes wrong on a line of such words */
  char *inside;               /* of a TJ array; NULL: there are marks to be placed */
} Word;

/* A bit where it stands on the line. */
typedef struct {
  const MqBit *bit;
  Word *word;                 /* NULL: a space */
  double x, width, size;      /* points */
} Spot;

struct _MqText {
  MqDocFont *font;
  GHashTable *words;          /* MqWord → Word */
  GArray *spots;              /* of the line at hand */
  MqTextLine line;
  MqTextOps ops;
};

/* ---- words ---- */

static void
word_free (gpointer pointer)
{
  Word *word = pointer;

  g_array_unref (word->items);
  g_free (word->inside);
  g_free (word);
}

static gboolean
is_plain (const MqWord *word, const GArray *items)
{
  gboolean has_letter = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const MqTextItem *item = &g_array_index (items, MqTextItem, i);

      if (item->mark)
        {
          if (item->poppler == '#')
            return FALSE;
          continue;
        }
      if (item->pdfium != 'R' || item->poppler != 'R')
        return FALSE;
      has_letter = TRUE;
    }
  return has_letter && word->rtl;
}

/* Its characters as the items of a line that begins with it. */
static GArray *
items_of (const GArray *slots, guint n_edge)
{
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (MqTextItem), slots->len);

  for (guint i = 0; i < slots->len; i++)
    {
      const MqSlot *slot = &g_array_index (slots, MqSlot, i);
      MqTextItem item = mq_text_item (slot->character, slot->advance, MQ_ITEM_TEXT, slot->x, 0);

      item.code = slot->code;
      item.byte = slot->byte;
      item.mark = slot->mark;
      item.at_edge = i < n_edge;
      g_array_append_val (items, item);
    }
  return items;
}

static Word *
word_of (MqText *text, const MqWord *of)
{
  Word *word = g_hash_table_lookup (text->words, of);

  if (word != NULL)
    return word;
  word = g_new0 (Word, 1);
  word->size = mq_doc_font_size (text->font, of->font);

  g_autoptr (GArray) slots = mq_doc_font_slots (text->font, of, &word->width);
  guint n_edge = mq_text_place_marks (text->font, slots);
  word->items = items_of (slots, n_edge);
  word->plain = is_plain (of, word->items);
  if (n_edge == 0 && slots->len > 0)
    word->inside = mq_text_ops_word (slots, word->width);
  g_hash_table_insert (text->words, (gpointer) of, word);
  return word;
}

/* ---- spaces ---- */

static int
space_width (double width, double size)
{
  return (int) floor (width / size * MQ_EM / SPACE_STEP) * SPACE_STEP;
}

/* How far the letter on its left reaches over a space, units of the em: a kaf does in Amiri. */
static int
reach_over (const Spot *spot)
{
  int kern = (int) lrint (spot->bit->kern / (double) PANGO_SCALE / spot->size * MQ_EM);

  return kern < OVER_SPACE ? -kern : 0;
}

/* How many times the line's spaces must shrink, so that they are spaces to pdf.js.  Those of a line are wide when a
 * long address had to go to the next one. */
static int
stretch_of (const MqText *text)
{
  double widest = 0;
  int stretch = 1;

  for (guint i = 0; i < text->spots->len; i++)
    {
      const Spot *spot = &g_array_index (text->spots, Spot, i);

      if (spot->word == NULL)
        widest = MAX (widest, spot->width / spot->size * MQ_EM + reach_over (spot));
    }
  while (stretch < WIDEST_STRETCH && widest > stretch * WIDE_SPACE)
    stretch *= 2;
  return stretch;
}

/* ---- a line of plain words ---- */

static void
write_plain (MqText *text, double y)
{
  const Spot *first = &g_array_index (text->spots, Spot, 0);

  mq_text_ops_place (&text->ops, first->x, y, first->size);
  for (guint i = 0; i < text->spots->len; i++)
    {
      const Spot *spot = &g_array_index (text->spots, Spot, i);

      mq_text_ops_move (&text->ops, spot->x);
      if (spot->word != NULL)
        mq_text_ops_copy (&text->ops, spot->word->inside, spot->word->width);
      else
        {
          int advance = space_width (spot->width, spot->size);
          if (advance > 0)
            mq_text_ops_show (&text->ops, mq_doc_font_blank (text->font, ' ', advance), ' ', advance);
        }
    }
  mq_text_ops_end_line (&text->ops);
}

/* ---- any other line ---- */

/* A kern over a space belongs to the letter on its left: a space that is narrower than .1 em splits the line
 * in pdf.js, and is none to poppler. */
static void
add_space (MqText *text, const Spot *spot)
{
  GArray *items = text->line.items;
  MqTextItem *before = items->len > 0 ? mq_text_at (&text->line, items->len - 1) : NULL;
  double x = spot->x, width = spot->width;
  int over = reach_over (spot), advance;

  if (over > 0 && before != NULL && before->character != ' ' && before->advance > over + 50)
    {
      before->code = mq_doc_font_narrowed (text->font, before->code, over);
      before->advance -= over;
      x -= over * spot->size / MQ_EM;
      width += over * spot->size / MQ_EM;
    }
  advance = space_width (width, spot->size);
  if (advance <= 0)
    return;

  MqTextItem space = mq_text_item (' ', advance, MQ_ITEM_TEXT, x, spot->size);
  space.rtl = spot->bit->level & 1;
  space.byte = (int) spot->bit->offset;
  g_array_append_val (items, space);
}

static void
add_word (MqText *text, const Spot *spot)
{
  GArray *items = text->line.items;
  const GArray *of = spot->word->items;
  double em = spot->size / MQ_EM;

  g_array_append_vals (items, of->data, of->len);
  for (guint i = items->len - of->len; i < items->len; i++)
    {
      MqTextItem *item = &g_array_index (items, MqTextItem, i);

      item->size = spot->size;
      item->x = spot->x + item->x * em;
      item->byte += (int) spot->bit->offset;
      item->rtl = spot->bit->level & 1;
    }
}

typedef struct {
  MqText *text;
  double x;
  gboolean plain;             /* all words are */
  gboolean edges;             /* there are marks or spaces that depend on what is beside */
  guint n_words;
} Collect;

static void
collect_spot (const MqBit *bit, double x, double width, gpointer data)
{
  Collect *collect = data;
  MqText *text = collect->text;
  Spot spot = { .bit = bit, .x = collect->x + x, .width = width };

  if (bit->word->font == NULL || bit->word->n_glyphs == 0)
    return;
  spot.size = mq_doc_font_size (text->font, bit->word->font);
  if (bit->flags & MQ_BIT_GLUE)
    collect->edges |= reach_over (&spot) > 0;
  else
    {
      spot.word = word_of (text, bit->word);
      collect->n_words++;
      collect->plain &= spot.word->plain && (bit->level & 1);
      collect->edges |= spot.word->inside == NULL;
    }
  if (text->spots->len > 0)
    collect->plain &= spot.size == g_array_index (text->spots, Spot, 0).size;
  g_array_append_val (text->spots, spot);
}

/**
 * mq_text_line:
 * @text: where it is written
 * @para: a paragraph
 * @line: number of one of its lines
 * @x: of the left edge of its measure, points
 * @y: of the base line, points from the top of the page
 * @bridge: whether a bridge follows on its left
 *
 * Writes a line.  One without words is not written.
 */
void
mq_text_line (MqText *text, const MqPara *para, guint line, double x, double y, gboolean bridge)
{
  Collect collect = { .text = text, .x = x, .plain = TRUE };
  int stretch;

  g_return_if_fail (text != NULL && para != NULL && line < para->n_lines);

  g_array_set_size (text->spots, 0);
  mq_line_spots (para, line, collect_spot, &collect);
  if (collect.n_words == 0)
    return;
  stretch = stretch_of (text);
  if (collect.plain && !collect.edges && stretch == 1)
    {
      write_plain (text, y);
      return;
    }
  g_array_set_size (text->line.items, 0);
  for (guint i = 0; i < text->spots->len; i++)
    {
      const Spot *spot = &g_array_index (text->spots, Spot, i);

      if (spot->word != NULL)
        add_word (text, spot);
      else
        add_space (text, spot);
    }
  mq_text_place_edge_marks (&text->line);
  if (!collect.plain || stretch > 1)
    mq_text_guard (&text->line);
  if (bridge)
    mq_text_guard_left_end (&text->line);
  mq_text_order_stream (&text->line);
  mq_text_ops_begin_line (&text->ops, stretch);
  mq_text_ops_items (&text->ops, text->font, text->line.items, y);
  mq_text_ops_end_line (&text->ops);
}

guint16
mq_text_new_line (MqText *text)
{
  g_return_val_if_fail (text != NULL, 0);
  return mq_doc_font_blank (text->font, MQ_NEL, NEL_WIDTH);
}

guint16
mq_text_marker (MqText *text)
{
  g_return_val_if_fail (text != NULL, 0);
  return mq_doc_font_blank (text->font, MQ_PDFJS_MARKER, NEL_WIDTH);
}

/**
 * mq_text_bridge:
 * @text: where it is written
 * @left: where the text on the left ends, points
 * @right: where the text on the right begins
 * @y: of their base line
 * @size: of their letters
 * @filled: whether poppler, too, is to take the two for one line
 *
 * Fills the gap with an RLM of its width, an object of its own.  pdf.js would put the two texts together
 * without a space: a NEL at another height parts them.  It alone sees that on the page.
 */
void
mq_text_bridge (MqText *text, double left, double right, double y, double size, gboolean filled)
{
  int width;

  g_return_if_fail (text != NULL && size > 0);

  width = (int) floor ((right - left - BRIDGE_MARGIN * size) / size * MQ_EM / BRIDGE_STEP) * BRIDGE_STEP;
  width = MIN (width, WIDEST_BRIDGE);
  mq_text_ops_place (&text->ops, left, y + size, size);
  mq_text_ops_jump (&text->ops, mq_text_marker (text), NEL_WIDTH, left - OUT_OF_PAGE * size, left);
  mq_text_ops_show (&text->ops, mq_text_new_line (text), MQ_NEL, NEL_WIDTH);
  mq_text_ops_end (&text->ops);
  if (width <= 0 || !filled)
    return;
  mq_text_ops_place (&text->ops, (left + right - width * size / MQ_EM) / 2, y, size);
  mq_text_ops_show (&text->ops, mq_doc_font_blank (text->font, MQ_RLM, width), ' ', width);
  mq_text_ops_end (&text->ops);
}

/**
 * mq_text_new:
 * @font: gets the slots that the text needs
 * @out: gets the operators
 *
 * Returns: (transfer full): a writer of text
 */
MqText *
mq_text_new (MqDocFont *font, GString *out)
{
  MqText *text = g_new0 (MqText, 1);

  text->font = font;
  text->words = g_hash_table_new_full (NULL, NULL, NULL, word_free);
  text->spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  text->line.font = font;
  text->line.items = g_array_new (FALSE, FALSE, sizeof (MqTextItem));
  text->ops.out = out;
  text->ops.skipped = -1;
  return text;
}

void
mq_text_free (MqText *text)
{
  if (text == NULL)
    return;
  g_hash_table_unref (text->words);
  g_array_unref (text->spots);
  g_array_unref (text->line.items);
  g_free (text->line.met);
  g_free (text->line.places);
  g_free (text->line.keys);
  g_free (text->line.classes);
  g_free (text->line.mirrored);
  g_free (text->line.met_places);
  g_free (text->line.met_mirrored);
  g_free (text);
}
