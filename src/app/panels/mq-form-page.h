/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mq-document.h"

/* The page of one group of facts: groups of rows, tables and bars, scrolled and held to a readable width.  It comes from
 * a form of the kind (the resource forms/KIND/GROUP.ui, whose object "form" is a MqFormPage) or, where there is none, is
 * made from the fact list.  It binds what is bound by path, and refreshes it while it is on the screen. */

G_BEGIN_DECLS

#define MQ_TYPE_FORM_PAGE (mq_form_page_get_type ())
G_DECLARE_FINAL_TYPE (MqFormPage, mq_form_page, MQ, FORM_PAGE, AdwBin)

MqFormPage *mq_form_page_load  (const MqKind *kind, const MqGroup *group);
void        mq_form_page_bind  (MqFormPage *self, MqDocument *document);
gboolean    mq_form_page_go_to (MqFormPage *self, const char *path);
void        mq_form_page_add   (MqFormPage *self, GtkWidget *child);
GPtrArray  *mq_form_page_bound (MqFormPage *self);

/* mq-form-make.c: the page of a group that has no form */
MqFormPage *mq_form_make       (const MqGroup *group);

G_END_DECLS
