/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-editors.h"

#include "mq-language.h"

/* What follows from the type of a field: which editor, how wide, how it is read. */

static GType
type_for (const MqField *field)
{
  if (field->formula != NULL)
    return MQ_TYPE_COMPUTED_EDITOR;

  switch (field->type)
    {
    case MQ_TYPE_TEXT:
    case MQ_TYPE_MONTH_DAY:
    case MQ_TYPE_ATTACHMENT:
      return MQ_TYPE_TEXT_EDITOR;
    case MQ_TYPE_PARA:
      return MQ_TYPE_PARA_EDITOR;
    case MQ_TYPE_PARAS:
    case MQ_TYPE_LIST:
      return MQ_TYPE_LINES_EDITOR;
    case MQ_TYPE_INLINE:
      return MQ_TYPE_INLINE_EDITOR;
    case MQ_TYPE_MONEY:
    case MQ_TYPE_PERCENT:
    case MQ_TYPE_INT:
    case MQ_TYPE_DECIMAL:
      return MQ_TYPE_NUMBER_EDITOR;
    case MQ_TYPE_DATE:
      return MQ_TYPE_DATE_EDITOR;
    case MQ_TYPE_BOOL:
      return MQ_TYPE_BOOL_EDITOR;
    case MQ_TYPE_CHOICE:
    case MQ_TYPE_ROW_OF:
      return MQ_TYPE_CHOICE_EDITOR;
    case MQ_TYPE_SIGN_SPACE:
    case MQ_TYPE_TABLE:
    default:
      return MQ_TYPE_COMPUTED_EDITOR;
    }
}

/**
 * mq_editor_new:
 * @field: what it edits
 * @cell: whether it stands in a cell of a table, and not in a row of a form
 *
 * Returns: (transfer floating): the editor for values of @field
 */
MqEditor *
mq_editor_new (const MqField *field, gboolean cell)
{
  g_return_val_if_fail (field != NULL, NULL);

  return g_object_new (type_for (field), "cell", cell, NULL);
}

/**
 * mq_editor_is_wide:
 *
 * Returns: whether the editor takes the whole width of a row, under the label, and not just the end of it
 */
gboolean
mq_editor_is_wide (const MqField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  switch (field->type)
    {
    case MQ_TYPE_TEXT:
    case MQ_TYPE_PARA:
    case MQ_TYPE_PARAS:
    case MQ_TYPE_LIST:
    case MQ_TYPE_INLINE:
    case MQ_TYPE_ATTACHMENT:
      return TRUE;
    case MQ_TYPE_MONEY:
    case MQ_TYPE_PERCENT:
    case MQ_TYPE_INT:
    case MQ_TYPE_DECIMAL:
    case MQ_TYPE_DATE:
    case MQ_TYPE_MONTH_DAY:
    case MQ_TYPE_BOOL:
    case MQ_TYPE_CHOICE:
    case MQ_TYPE_ROW_OF:
    case MQ_TYPE_SIGN_SPACE:
    case MQ_TYPE_TABLE:
    default:
      return FALSE;
    }
}

/**
 * mq_editor_reads_whole:
 *
 * Returns: whether what is typed means something as a whole only: a figure, a date; a text is right as far as it goes
 */
gboolean
mq_editor_reads_whole (const MqField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return field->type == MQ_TYPE_MONEY || field->type == MQ_TYPE_PERCENT || field->type == MQ_TYPE_INT
         || field->type == MQ_TYPE_DECIMAL || field->type == MQ_TYPE_DATE || field->type == MQ_TYPE_MONTH_DAY;
}

/**
 * mq_editable_align:
 * @editable: an entry
 * @at_end: whether its text stands at the end, as figures do
 *
 * GTK sets a text against the side where its own direction begins; in a form, all texts begin at the same side.
 */
void
mq_editable_align (GtkEditable *editable, gboolean at_end)
{
  GtkTextDirection shown = gtk_widget_get_default_direction ();
  GtkTextDirection own;

  g_return_if_fail (GTK_IS_EDITABLE (editable));

  own = mq_text_direction (gtk_editable_get_text (editable));
  if (own == GTK_TEXT_DIR_NONE)
    own = gtk_widget_get_direction (GTK_WIDGET (editable));
  gtk_editable_set_alignment (editable, (own == shown) == at_end);
}
