/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mq-copy.h"
#include "mq-document.h"

/* Printing: the pages of the PDF, one on a sheet, in their own size.  It works on the draft as it was when this
 * began, so that one may write on. */

G_BEGIN_DECLS

GtkPrintOperation *mq_print_new      (MqDocument *document, MqCopy copy);
void               mq_print_remember (GtkPrintOperation *operation);

G_END_DECLS
