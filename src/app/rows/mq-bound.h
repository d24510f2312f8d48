/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mq-document.h"

/* What a form page binds to a draft: its rows, table editors and bars.  The interface file names the path; the page,
 * which knows the document, binds everything in it, and tells it when the draft changed. */

G_BEGIN_DECLS

#define MQ_TYPE_BOUND (mq_bound_get_type ())
G_DECLARE_INTERFACE (MqBound, mq_bound, MQ, BOUND, GtkWidget)

struct _MqBoundInterface
{
  GTypeInterface parent_iface;

  void        (*bind)    (MqBound *self, MqDocument *document);
  void        (*refresh) (MqBound *self);
  const char *(*path)    (MqBound *self);
  gboolean    (*go_to)   (MqBound *self, const char *path);
};

void        mq_bound_bind    (MqBound *self, MqDocument *document);
void        mq_bound_refresh (MqBound *self);
const char *mq_bound_path    (MqBound *self);
gboolean    mq_bound_go_to   (MqBound *self, const char *path);

G_END_DECLS
