/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Shows a PDF in the reader of the desktop. */

G_BEGIN_DECLS

void mq_open_pdf (GtkWidget *parent, GFile *file);

G_END_DECLS
