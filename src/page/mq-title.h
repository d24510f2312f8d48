/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-flow-unit.h"

/* The title page, made from the group `cover` of the fact list.  A few of its facts have places of their
 * own (title, classification, date with hijri); all others that print follow as label and value, in the
 * order of the list.  A kind without that group is called by its first heading. */

G_BEGIN_DECLS

#define MQ_COVER_GROUP "cover"
#define MQ_COVER_TITLE "cover/title"
#define MQ_COVER_ISSUER "cover/issuer-side"
#define MQ_COVER_REFERENCE "cover/ref-no"
#define MQ_COVER_DATE "cover/date"
#define MQ_COVER_HIJRI "cover/hijri"
#define MQ_COVER_CLASSIFICATION "cover/classification"
#define MQ_COVER_VERSION "cover/version"

void mq_make_title_page (MqMaker *maker);
/* (transfer full): the document's title in one line; NULL: it has none yet */
char *mq_title_text (MqMaker *maker);

G_END_DECLS
