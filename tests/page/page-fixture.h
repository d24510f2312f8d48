/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-pages.h"

/* Blocks made by hand, for the tests of what is below the flow. */

G_BEGIN_DECLS

typedef struct {
  MqShaper *shaper;
  GArray *blocks, *pages;
} Book;

Book *book_new  (void);
void  book_free (Book *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Book, book_free)

/* Each gives the number of its block; text and label are copied, label may be NULL. */
guint book_add     (Book *book, MqLook look, const char *label, const char *text);
guint book_add_row (Book *book, guint table, guint flags, const double *shares, guint n,
                    const char *const *texts);
void  book_layout  (Book *book);
char *book_repeat  (const char *text, guint n);             /* (transfer full): n times, parted by spaces */

G_END_DECLS
