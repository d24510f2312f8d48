/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mq-house.h"

/* The language of the interface: Arabic unless the user chose another.  It is settled once, before GTK starts. */

G_BEGIN_DECLS

void        mq_language_start   (const char *language);
void        mq_language_direct  (void);

/* words of the fact list, in the language of the interface; Arabic ones as the document's house style has them */
const char *mq_language_label   (const MqLabel *label, const MqHouse *house, gboolean by_law);
const char *mq_language_help    (const MqLabel *help);

/* numbers of the interface itself (pages, counts) */
char       *mq_language_shape   (const char *text);
char       *mq_language_number  (gint64 number);
char       *mq_language_percent (guint percent);

/* where a text begins by its own letters; GTK_TEXT_DIR_NONE: it has none */
GtkTextDirection mq_text_direction (const char *text);

G_END_DECLS
