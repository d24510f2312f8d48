/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-window-private.h"

/* Between the preview and the forms, both ways. */

/* width of the preview: of a hundred, and in pixels */
#define PREVIEW_PERCENT 31
#define PREVIEW_LEAST 320
#define PREVIEW_MOST 680

/* The preview takes its part of the window: GTK would give it the least that it needs. */
static gboolean
on_preview_width_cb (gpointer data)
{
  MqWindow *self = data;
  int width = CLAMP (gtk_widget_get_width (GTK_WIDGET (self)) * PREVIEW_PERCENT / 100, PREVIEW_LEAST, PREVIEW_MOST);

  self->preview_width = 0;
  gtk_widget_set_size_request (self->preview_side, width, -1);

  return G_SOURCE_REMOVE;
}

void
mq_window_fit_preview (MqWindow *self, int width)
{
  if (width != self->width && self->preview_width == 0)
    self->preview_width = g_idle_add (on_preview_width_cb, self);
  self->width = width;
}

static const char *
part_of_group (MqWindow *self, const char *group)
{
  const MqNode *body = mq_draft_body (mq_document_draft (self->document));

  for (const MqNode *part = mq_node_first (body); part != NULL; part = mq_node_next (part))
    if (mq_node_type (part) == MQ_NODE_PART && g_strcmp0 (mq_node_attribute (part, "group"), group) == 0)
      return mq_node_id (part);

  return NULL;
}

/* Scrolls to where the part begins that is printed for a section; the first follows the title page, which shows it too. */
void
mq_window_show_part (MqWindow *self, const char *group)
{
  const char *part = part_of_group (self, group);

  mq_preview_show_path (self->preview, NULL);
  if (part == NULL)
    return;
  if (g_strcmp0 (part, mq_node_id (mq_node_first (mq_draft_body (mq_document_draft (self->document))))) == 0)
    mq_preview_show_part (self->preview, NULL);
  else
    mq_preview_show_part (self->preview, part);
}

/* A click on the paper: to the field of the value that stands there, else to the section of the clause. */
void
mq_window_preview_pressed_cb (MqWindow *self, const char *path, const char *source)
{
  MqDraft *draft = mq_document_draft (self->document);
  const MqNode *node;

  if (path != NULL && mq_window_go_to (self, path))
    {
      if (adw_flap_get_folded (self->flap))
        adw_flap_set_reveal_flap (self->flap, FALSE);
      return;
    }

  for (node = source != NULL ? mq_draft_by_id (draft, source) : NULL; node != NULL; node = mq_node_parent (node))
    if (mq_node_type (node) == MQ_NODE_PART && mq_node_attribute (node, "group") != NULL)
      {
        mq_window_show_group (self, mq_node_attribute (node, "group"));
        return;
      }
}

void
mq_window_focused_cb (MqWindow *self, const char *path)
{
  mq_preview_show_path (self->preview, path);
}
