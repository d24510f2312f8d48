/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-types.h"

#include "mq-bar.h"
#include "mq-copy-group.h"
#include "mq-field-row.h"
#include "mq-find-bar.h"
#include "mq-form-page.h"
#include "mq-page-view.h"
#include "mq-preview.h"
#include "mq-section-list.h"
#include "mq-share-bar.h"
#include "mq-table-editor.h"

void
mq_types_ensure (void)
{
  g_type_ensure (MQ_TYPE_FORM_PAGE);
  g_type_ensure (MQ_TYPE_FIELD_ROW);
  g_type_ensure (MQ_TYPE_TABLE_EDITOR);
  g_type_ensure (MQ_TYPE_SHARE_BAR);
  g_type_ensure (MQ_TYPE_BAR);
  g_type_ensure (MQ_TYPE_COPY_GROUP);
  g_type_ensure (MQ_TYPE_FIND_BAR);
  g_type_ensure (MQ_TYPE_SECTION_LIST);
  g_type_ensure (MQ_TYPE_PREVIEW);
  g_type_ensure (MQ_TYPE_PAGE_VIEW);
}
