/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-look.h"

#include "mq-fonts.h"

/* One calm page: a single typeface, black text, one dark blue for headings, white space instead of ornament,
 * and few sizes: 13.5 for what is read, 12 and 10.5 for what is looked up, 15 and 21 for headings. */
#define HEADING "#1d3a57"
#define QUIET "#4a5560"

static const MqLookStyle styles[MQ_N_LOOKS] = {
  [MQ_LOOK_TITLE]         = { "title", .size = 27, .pitch = 43, .before = 30, .after = 30, .bold = TRUE,
                              .center = TRUE, .keep_next = TRUE, .colour = HEADING },
  [MQ_LOOK_SUBTITLE]      = { "subtitle", .size = 17, .pitch = 27, .after = 34, .center = TRUE,
                              .keep_next = TRUE },
  [MQ_LOOK_COVER]         = { "cover", .size = 13.5, .pitch = 21, .after = 4, .center = TRUE },
  [MQ_LOOK_COVER_FACT]    = { "cover-fact", .size = 12, .pitch = 19.6, .inset = 36, .label = 100, .pad = 3,
                              .bold_label = TRUE },
  [MQ_LOOK_CONTENTS]      = { "contents", .size = 21, .pitch = 31, .after = 12, .bold = TRUE,
                              .center = TRUE, .keep_next = TRUE, .new_page = TRUE, .run_on = .5,
                              .colour = HEADING },
  [MQ_LOOK_ENTRY_PART]    = { "entry-part", .size = 12, .pitch = 17.6, .before = 3.5, .after = 0, .bold = TRUE,
                              .keep_next = TRUE },
  [MQ_LOOK_ENTRY_ARTICLE] = { "entry-article", .size = 10.5, .pitch = 15.6, .inset = 18 },
  [MQ_LOOK_PART]          = { "part", .size = 21, .pitch = 31, .before = 6, .after = 22, .bold = TRUE,
                              .center = TRUE, .keep_next = TRUE, .new_page = TRUE, .run_on = .45,
                              .head = MQ_LOOK_PART_NUMBER, .colour = HEADING },
  [MQ_LOOK_PART_NUMBER]   = { "part-number", .size = 15, .pitch = 31 },
  [MQ_LOOK_ARTICLE]       = { "article", .size = 15, .pitch = 24, .before = 12, .after = 3, .bold = TRUE,
                              .keep_next = TRUE, .colour = HEADING },
  [MQ_LOOK_PARA]          = { "para", .size = 13.5, .pitch = 21.6, .after = 5, .justify = TRUE },
  [MQ_LOOK_ITEM]          = { "item", .size = 13.5, .pitch = 21.6, .after = 3, .inset = 14, .label = 32,
                              .justify = TRUE },
  [MQ_LOOK_SUBITEM]       = { "subitem", .size = 13.5, .pitch = 21.6, .after = 3, .inset = 46, .label = 28,
                              .justify = TRUE },
  [MQ_LOOK_DEFINITION]    = { "definition", .size = 13.5, .pitch = 21.6, .after = 5, .label = 118,
                              .bold_label = TRUE, .justify = TRUE },
  [MQ_LOOK_ROW]           = { "row", .size = 10.5, .pitch = 16, .pad = 3, .whole = TRUE },
  [MQ_LOOK_ROW_SMALL]     = { "row-small", .size = 9, .pitch = 14, .pad = 3, .whole = TRUE },
  [MQ_LOOK_ROW_TINY]      = { "row-tiny", .size = 7.8, .pitch = 12.4, .pad = 2.5, .whole = TRUE },
  [MQ_LOOK_RECORD_TITLE]  = { "record-title", .size = 12, .pitch = 18, .before = 9, .inset = 8, .pad = 2,
                              .bold = TRUE, .keep_next = TRUE, .whole = TRUE, .colour = HEADING },
  [MQ_LOOK_RECORD_FIELD]  = { "record-field", .size = 10.5, .pitch = 16.4, .inset = 8, .label = 122, .pad = 2.5,
                              .bold_label = TRUE, .justify = TRUE },
  [MQ_LOOK_NOTE]          = { "note", .size = 10, .pitch = 15.6, .before = 4, .after = 10, .colour = QUIET },
  [MQ_LOOK_FIGURE]        = { "figure", .size = 9.5, .pitch = 14, .before = 6, .after = 10, .whole = TRUE },
  [MQ_LOOK_SIGNATURE]     = { "signature", .size = 12, .pitch = 17.6, .before = 5, .after = 4, .pad = 5.5,
                              .whole = TRUE, .head = MQ_LOOK_SIGNATORY },
  [MQ_LOOK_SIGNATORY]     = { "signatory", .size = 12, .pitch = 17.6, .bold = TRUE },
  [MQ_LOOK_FURNITURE]     = { "furniture", .size = 9, .pitch = 14, .colour = QUIET },
};

/**
 * mq_look_style:
 * @look: a look
 *
 * Returns: (transfer none): its sizes, spaces and rules
 */
const MqLookStyle *
mq_look_style (MqLook look)
{
  g_return_val_if_fail ((guint) look < MQ_N_LOOKS, &styles[MQ_LOOK_PARA]);
  return &styles[look];
}

static PangoAttrList *
make_attributes (double size, gboolean bold)
{
  PangoAttrList *list = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_from_string (MQ_FONT_FAMILIES);

  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_attr_list_insert (list, pango_attr_font_desc_new (font));
  pango_font_description_free (font);
  return list;
}

static gpointer
make_all (gpointer unused)
{
  static PangoAttrList *lists[MQ_N_LOOKS][2];

  for (guint look = 0; look < MQ_N_LOOKS; look++)
    for (guint bold = 0; bold < 2; bold++)
      lists[look][bold] = make_attributes (styles[look].size, bold || styles[look].bold);
  return lists;
}

/**
 * mq_look_attributes:
 * @look: a look
 * @bold: whether bold is wanted where the look is not bold by itself
 *
 * Returns: (transfer none): typeface, size and weight of the look, for all of a text; made once and never
 *   changed, so that any thread may use it
 */
PangoAttrList *
mq_look_attributes (MqLook look, gboolean bold)
{
  static GOnce once = G_ONCE_INIT;
  PangoAttrList *(*lists)[2];

  g_return_val_if_fail ((guint) look < MQ_N_LOOKS, NULL);
  lists = g_once (&once, make_all, NULL);
  return lists[look][bold ? 1 : 0];
}
