/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-docfont.h"
#include "mq-reader.h"

/* A line of text on its way into the PDF: its characters in the order in which they will be written, and what
 * is put between them for the readers' sake.  Inside of mq-text.c, which takes a line through these steps:
 *
 *   marks      mq-text-mark.c    where tashkeel stands
 *   Latin      mq-text-latin.c   runs of several pieces become objects of their own
 *   order      mq-text-order.c   guards where a reader would go wrong
 *   operators  mq-text-ops.c     written out */

G_BEGIN_DECLS

typedef enum {
  MQ_ITEM_TEXT,               /* a character of the text */
  MQ_ITEM_GUARD,              /* RLM or LRM, for poppler and PDFium */
  MQ_ITEM_POPPLER,            /* the same as an object of its own: without extent, so PDFium skips it */
  MQ_ITEM_LEAD,               /* a space that leads to a piece of Latin, or ends one */
  MQ_ITEM_GAP,                /* a space of the text that is not written: the gap is one to every reader */
  MQ_ITEM_PDFJS,              /* for pdf.js alone */
} MqItemKind;

/* What a lead is to PDFium. */
typedef enum {
  MQ_LEAD_NONE,
  MQ_LEAD_SPACE,              /* a space of the text */
  MQ_LEAD_DOUBLE,             /* one of two at the same place, which it takes for a double and deletes */
} MqLead;

typedef struct {
  gunichar character;
  int advance;                /* units of the em */
  int byte;                   /* in the paragraph: its place in the order of reading; -1: not of the text */
  int object;                 /* text object: PDFium sorts these by where their first glyph stands */
  double x, size;             /* points */
  guint16 code;               /* 0: a slot without picture, made when it is written */
  guint8 kind;                /* MqItemKind */
  guint8 lead;                /* MqLead */
  guint8 rtl, mark;
  guint8 at_edge;             /* a mark at the left end of its word, still to be placed */
  guint8 tried;               /* got its guard, or its right-to-left piece */
  char poppler, pdfium;       /* its class for these readers */
} MqTextItem;

/* Objects that stand apart from those of the line, which count from 0. */
enum { MQ_OBJECT_POPPLER = -1, MQ_OBJECT_PDFJS = -2 };

typedef struct {
  MqDocFont *font;
  GArray *items;              /* MqTextItem */
  /* scratch of mq-text-order.c, for as many items as there is room for */
  guint room;
  int *met, *places;
  double *keys;
  char *classes;
  gboolean *mirrored;
  int *met_places;
  gboolean *met_mirrored;
} MqTextLine;

#define mq_text_at(line, i) (&g_array_index ((line)->items, MqTextItem, (i)))

MqTextItem mq_text_item (gunichar character, int advance, MqItemKind kind, double x, double size);
static inline double
mq_text_right_edge (const MqTextItem *item)
{
  return item->x + item->advance * item->size / MQ_EM;
}

/* Marks within a word: moves them in @slots, and gives how many stand at its left end, whose place depends on
 * what is beside the word. */
guint mq_text_place_marks (MqDocFont *font, GArray *slots);
void  mq_text_place_edge_marks (MqTextLine *line);
void  mq_text_mark_to_letter (MqTextLine *line, guint mark);

void mq_text_move_latin (MqTextLine *line);

void mq_text_guard (MqTextLine *line);
void mq_text_guard_left_end (MqTextLine *line);

G_END_DECLS
