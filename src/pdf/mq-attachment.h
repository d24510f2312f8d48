/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-problem.h"

/* The draft inside of its PDF: the exact bytes of its canonical form, attached as the document's source. */

G_BEGIN_DECLS

#define MQ_ATTACHMENT_NAME "proposal.muqtarah"

typedef struct {
  guint8 *deflated;
  gsize deflated_length, length;
  char *md5, *sha256;         /* of the bytes, in hexadecimal */
} MqAttachment;

MqAttachment *mq_attachment_new  (GBytes *draft);
void          mq_attachment_free (MqAttachment *attachment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MqAttachment, mq_attachment_free)

G_END_DECLS
