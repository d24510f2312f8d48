/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-document.h"

/* The live preview: the pages, and under them where one is, and at which scale.
 *
 * signal "pressed" (const char *path, const char *source): the user clicked on what stands there */

G_BEGIN_DECLS

#define MQ_TYPE_PREVIEW (mq_preview_get_type ())
G_DECLARE_FINAL_TYPE (MqPreview, mq_preview, MQ, PREVIEW, GtkWidget)

void mq_preview_bind      (MqPreview *self, MqDocument *document);
void mq_preview_show_path (MqPreview *self, const char *path);
void mq_preview_show_hits (MqPreview *self, const GArray *hits, guint now, gboolean scroll);
void mq_preview_show_part (MqPreview *self, const char *part);
void mq_preview_zoom_by   (MqPreview *self, double factor);
void mq_preview_set_zoom  (MqPreview *self, double zoom);         /* 0: fit the width */
void mq_preview_ask_page  (MqPreview *self);
guint mq_preview_page     (MqPreview *self);                      /* in sight, from 0 */

G_END_DECLS
