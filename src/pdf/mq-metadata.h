/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the file says about itself, in the two forms that PDF/A asks for, which must agree: the document
 * information and XMP. */

G_BEGIN_DECLS

/* Behind it stands the fingerprint, where XMP names the document. */
#define MQ_METADATA_FINGERPRINT "urn:sha256:"

typedef struct {
  char *title;                /* never NULL: PDF/UA shows it in the window's title */
  char *author, *subject, *keywords;    /* or NULL */
  char *creator;              /* the program and its version */
  char *date;                 /* of the draft, "2026-11-24": no clock gets into the file */
  char *fingerprint;          /* SHA-256 of the draft, in hexadecimal */
} MqMetadata;

void mq_metadata_clear (MqMetadata *metadata);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MqMetadata, mq_metadata_clear)

/* (transfer full): a dictionary; an XMP packet; a date as PDF has it, "(D:20261124000000Z)" */
char *mq_metadata_info (const MqMetadata *metadata);
char *mq_metadata_xmp  (const MqMetadata *metadata);
char *mq_metadata_date (const MqMetadata *metadata);

/* (transfer full): the colour space of the document, sRGB, as an ICC profile */
GByteArray *mq_icc_profile (void);

G_END_DECLS
