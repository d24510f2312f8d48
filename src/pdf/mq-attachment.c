/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-attachment.h"

#include "mq-finish-private.h"

/**
 * mq_attachment_new:
 * @draft: bytes of a draft
 *
 * Returns: (transfer full): them, compressed, with their fingerprints
 */
MqAttachment *
mq_attachment_new (GBytes *draft)
{
  MqAttachment *attachment = g_new0 (MqAttachment, 1);
  const void *data;

  g_return_val_if_fail (draft != NULL, attachment);

  data = g_bytes_get_data (draft, &attachment->length);
  attachment->deflated = mq_deflate (data, attachment->length, &attachment->deflated_length);
  attachment->md5 = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, draft);
  attachment->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, draft);
  return attachment;
}

void
mq_attachment_free (MqAttachment *attachment)
{
  if (attachment == NULL)
    return;
  g_free (attachment->deflated);
  g_free (attachment->md5);
  g_free (attachment->sha256);
  g_free (attachment);
}
