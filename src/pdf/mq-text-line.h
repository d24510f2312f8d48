/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-docfont.h"
#include "mq-reader.h"

/* A line of text on its way into the PDF: its characters in the order in which they will be written, and what
 * is put between them for the readers' sake.  Inside of mq-text.c, which takes a line through these steps:
 *
 *   marks      mq-text-mark.c    where tashkeel stands
 *   Latin      mq-text-latin.c   runs of several pieces become objects of their own
 *   order      mq-text-order.c   guards where poppler or PDFium would go wrong
 *   stream     mq-text-stream.c  what is written first, for pdf.js; mq-text-parts.c puts it in that order
 *   operators  mq-text-write.c   written out, by mq-text-ops.c */

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

/* Where an item is not written right behind the one on its left. */
typedef enum {
  MQ_JUMP_NONE,
  MQ_JUMP_UNSEEN,             /* pdf.js must not see that the pen moves */
  MQ_JUMP_TO_PART,            /* it must see a move back */
  MQ_JUMP_BEFORE_SPACE,       /* the same; and the part must end next to the one behind the space that follows */
  MQ_JUMP_OVER_SPACE,         /* it must see a space and next to no gap: then the space is a piece by itself */
  MQ_JUMP_TO_MARK,            /* the same, to a part that begins with a mark */
  MQ_JUMP_NOT_AT_ALL,         /* the letter of that mark, which touches it */
} MqJump;

typedef struct {
  gunichar character;
  int advance;                /* units of the em */
  int byte;                   /* in the paragraph: its place in the order of reading; -1: not of the text */
  int object;                 /* text object: PDFium sorts these by where their first glyph stands */
  double x, size;             /* points */
  guint16 code;               /* 0: a slot without picture, made when it is written */
  guint8 kind;                /* MqItemKind */
  guint8 lead;                /* MqLead */
  guint8 jump;                /* MqJump */
  guint8 ends_part;           /* before one that begins with a mark */
  guint8 between;             /* a space that is a part by itself */
  guint8 latin;               /* of a run that gets its language: marked content, which pdf.js reads by itself */
  guint8 beside_latin;        /* begins the part behind the space at such a run */
  guint8 rtl, mark;
  guint8 at_edge;             /* a mark at the left end of its word, still to be placed */
  guint8 tried;               /* got its guard, or its right-to-left piece */
  char poppler, pdfium, pdfjs;        /* its class for these readers */
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
/* Whether it is a character of the text. */
static inline gboolean
mq_text_is_character (const MqTextItem *item)
{
  return item->kind == MQ_ITEM_TEXT || item->kind == MQ_ITEM_GAP;
}
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
void  mq_text_move_mark (MqTextLine *line, MqTextItem *mark, double to);

void mq_text_move_latin (MqTextLine *line);

void mq_text_guard (MqTextLine *line);
void mq_text_guard_left_end (MqTextLine *line);

void mq_text_order_stream (MqTextLine *line);

/* How a part of a line is written. */
typedef enum {
  MQ_WAY_FROM_LEFT,
  MQ_WAY_AS_READ,
} MqTextWay;

typedef struct {
  guint start, end;           /* in the order of reading */
  MqTextWay way;
  gboolean behind_space;      /* that is no part of any */
  gboolean latin;             /* a run that gets its language */
} MqTextPart;

gboolean mq_text_begins_with_mark (const MqTextLine *line, const guint *rank, guint start, guint end);
void     mq_text_put_parts        (MqTextLine *line, const guint *read, const guint *rank, const MqTextPart *parts,
                                   guint n);

G_END_DECLS
