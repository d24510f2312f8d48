/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-finish.h"

/* Inside of the finisher. */

G_BEGIN_DECLS

/* An object of the file.  `body` and `data` point into Cairo's file unless they were changed. */
typedef struct {
  const char *body;           /* without "12 0 obj" and "endobj"; of a stream, its dictionary; NULL: none */
  gsize length;
  const char *data;           /* of a stream */
  gsize data_length;
  char *edited;               /* instead of body, once it is changed */
  guint8 *own;                /* data that was made here */
  gboolean gone;              /* not written */
} MqObject;

typedef struct {
  const MqPdfDrawing *drawing;
  MqObject *objects;          /* by their numbers; 0 is none */
  guint n, room;
  guint root, info;           /* numbers of the catalogue and of the document information */
  guint *pages;               /* numbers of the pages, of both halves */
} MqFinish;

/* ---- mq-finish-read.c: reading and changing objects ---- */

gboolean    mq_finish_read (MqFinish *finish);
void        mq_finish_clear (MqFinish *finish);
/* NULL: there is no such object */
MqObject   *mq_finish_object (const MqFinish *finish, guint number);
guint       mq_finish_new_object (MqFinish *finish);
const char *mq_object_text (const MqObject *object, gsize *length);
/* Where @what stands in the dictionary, or NULL. */
const char *mq_object_find (const MqObject *object, const char *what);
/* The number of the object that a key (with its slash, and what stands before the number) leads to; 0: none.
 * */
guint       mq_object_reference (const MqObject *object, const char *key);
/* Puts @text in the place of @cut bytes at @at, which points into the dictionary. */
void        mq_object_replace (MqObject *object, const char *at, gsize cut, const char *text);
/* Adds keys at the end of the dictionary. */
void        mq_object_add (MqObject *object, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The object becomes a stream.  @data is taken over; @keys: of its dictionary, beside the length. */
void        mq_object_set_stream (MqObject *object, guint8 *data, gsize length, const char *keys);
/* The same, compressed; @data is copied. */
void        mq_object_set_deflated (MqObject *object, const void *data, gsize length, const char *keys);
/* (transfer full) (nullable): the data of a stream as Cairo compressed it; a NUL behind it */
GString    *mq_object_inflate (const MqObject *object);
guint8     *mq_deflate (const void *data, gsize length, gsize *deflated_length);
/* (transfer full): the text without the isolates and marks of direction that keep it together on paper; the
 * same as a text string of a PDF, "<FEFF…>" */
char       *mq_pdf_plain (const char *text);
char       *mq_pdf_string (const char *text);

/* ---- the steps; FALSE: the file is not as expected ---- */

gboolean mq_finish_texts (MqFinish *finish);                         /* mq-finish-text.c */
gboolean mq_finish_tags  (MqFinish *finish);                         /* mq-finish-tags.c */
gboolean mq_finish_pages (MqFinish *finish);                         /* mq-finish-pages.c */
/* of the pages: what letters that are no text are drawn with */
gboolean mq_finish_shapes (MqFinish *finish, MqObject *resources);   /* mq-finish-shapes.c */
GBytes  *mq_finish_write (MqFinish *finish);                         /* mq-finish-write.c */

G_END_DECLS
