/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mq-flow-search.h"

/* The pages of a document one under the other, scrolled (GtkScrollable).  Only what is in sight is painted.
 *
 * signal "pressed" (const char *path, const char *source): the user clicked on what stands there; either may be NULL
 * signal "moved": another page is in sight, there are more or fewer pages, or the scale is another one */

G_BEGIN_DECLS

#define MQ_TYPE_PAGE_VIEW (mq_page_view_get_type ())
G_DECLARE_FINAL_TYPE (MqPageView, mq_page_view, MQ, PAGE_VIEW, GtkWidget)

void     mq_page_view_set_flow  (MqPageView *self, MqFlow *flow);
void     mq_page_view_set_zoom  (MqPageView *self, double zoom);         /* 1: as on paper; 0: fit the width */
double   mq_page_view_zoom      (MqPageView *self);                      /* as it is shown */
gboolean mq_page_view_fits      (MqPageView *self);
guint    mq_page_view_page      (MqPageView *self);
void     mq_page_view_go_to     (MqPageView *self, guint page);
void     mq_page_view_show_hits (MqPageView *self, const GArray *hits, guint now, gboolean scroll);
void     mq_page_view_show_path (MqPageView *self, const char *path);    /* marks it, and scrolls there if need be */

G_END_DECLS
