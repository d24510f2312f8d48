/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-bound.h"

G_DEFINE_INTERFACE (MqBound, mq_bound, GTK_TYPE_WIDGET)

static void
mq_bound_default_init (MqBoundInterface *iface)
{
}

/**
 * mq_bound_bind:
 * @document: (nullable): the document whose draft it shows, or %NULL for none
 */
void
mq_bound_bind (MqBound *self, MqDocument *document)
{
  g_return_if_fail (MQ_IS_BOUND (self));

  MQ_BOUND_GET_IFACE (self)->bind (self, document);
}

/**
 * mq_bound_refresh:
 *
 * Shows the draft as it is now.  What shows it already is left alone.
 */
void
mq_bound_refresh (MqBound *self)
{
  g_return_if_fail (MQ_IS_BOUND (self));

  MQ_BOUND_GET_IFACE (self)->refresh (self);
}

/**
 * mq_bound_path:
 *
 * Returns: (transfer none) (nullable): the path that the form gave it
 */
const char *
mq_bound_path (MqBound *self)
{
  g_return_val_if_fail (MQ_IS_BOUND (self), NULL);

  return MQ_BOUND_GET_IFACE (self)->path (self);
}

/**
 * mq_bound_go_to:
 * @path: a place in the draft
 *
 * Moves the focus to the field of @path, if it stands in here.
 *
 * Returns: whether it does
 */
gboolean
mq_bound_go_to (MqBound *self, const char *path)
{
  g_return_val_if_fail (MQ_IS_BOUND (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (MQ_BOUND_GET_IFACE (self)->go_to == NULL)
    return FALSE;
  return MQ_BOUND_GET_IFACE (self)->go_to (self, path);
}
