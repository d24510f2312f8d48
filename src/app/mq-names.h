/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-copy.h"
#include "mq-document.h"

/* Names of files: as they are shown, and as they are proposed. */

G_BEGIN_DECLS

char  *mq_name_of_file    (GFile *file);
char  *mq_name_isolate    (const char *name);
char  *mq_name_for_draft  (MqDocument *document);
char  *mq_name_for_export (MqDocument *document, MqCopy copy);
GFile *mq_name_complete   (GFile *file, const char *suffix);

G_END_DECLS
