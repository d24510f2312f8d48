/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-document.h"

/* The groups of facts as a list: number, label, how complete; and under it how complete the whole is.
 *
 * signal "chosen" (const char *group): the user chose a section */

G_BEGIN_DECLS

#define MQ_TYPE_SECTION_LIST (mq_section_list_get_type ())
G_DECLARE_FINAL_TYPE (MqSectionList, mq_section_list, MQ, SECTION_LIST, GtkWidget)

void        mq_section_list_bind   (MqSectionList *self, MqDocument *document);
void        mq_section_list_select (MqSectionList *self, const char *group);
const char *mq_section_list_beside (MqSectionList *self, const char *group, int by);

G_END_DECLS
