/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-document.h"

/* The window of one draft: its sections, the form of one of them, the preview. */

G_BEGIN_DECLS

#define MQ_TYPE_WINDOW (mq_window_get_type ())
G_DECLARE_FINAL_TYPE (MqWindow, mq_window, MQ, WINDOW, AdwApplicationWindow)

MqWindow   *mq_window_new          (GtkApplication *application, MqDocument *document);
MqDocument *mq_window_document     (MqWindow *self);
void        mq_window_set_document (MqWindow *self, MqDocument *document);
gboolean    mq_window_is_untouched (MqWindow *self);      /* a new draft that nothing was entered into */

void        mq_window_show_group   (MqWindow *self, const char *group);
gboolean    mq_window_go_to        (MqWindow *self, const char *path);
void        mq_window_toast        (MqWindow *self, const char *text);

G_END_DECLS
