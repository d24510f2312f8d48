/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-field-row.h"
#include "mq-form-page.h"
#include "mq-table-editor.h"

/**
 * mq_form_make:
 * @group: a group of facts
 *
 * Lays a group out as its fact list has it: rows together, each table by itself.
 *
 * Returns: (transfer floating): its page
 */
MqFormPage *
mq_form_make (const MqGroup *group)
{
  MqFormPage *page;
  GtkWidget *rows = NULL;

  g_return_val_if_fail (group != NULL, NULL);

  page = g_object_new (MQ_TYPE_FORM_PAGE, "group", group->name, NULL);
  for (guint i = 0; i < group->n_facts; i++)
    {
      const MqField *fact = group->facts[i];

      if (fact->type == MQ_TYPE_TABLE)
        {
          mq_form_page_add (page, mq_table_editor_new (fact->path));
          rows = NULL;
          continue;
        }
      if (rows == NULL)
        {
          rows = adw_preferences_group_new ();
          mq_form_page_add (page, rows);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (rows), mq_field_row_new (fact->path));
    }

  return page;
}
