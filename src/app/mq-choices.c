/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-row-state.h"

#include "mq-language.h"

static void
add (MqChoices *choices, const char *token, char *label)
{
  g_ptr_array_add (choices->tokens, g_strdup (token));
  g_ptr_array_add (choices->labels, label);
}

/**
 * mq_choices_read:
 * @choices: (out caller-allocates): filled anew; to be cleared
 * @field: a choice, a yes or no, or a pick of a row of another table
 * @empty: whether nothing may be picked too
 */
void
mq_choices_read (MqChoices *choices, MqDraft *draft, const MqHouse *house, const MqField *field, gboolean empty)
{
  g_return_if_fail (choices != NULL && house != NULL && field != NULL);
  g_return_if_fail (MQ_IS_DRAFT (draft));

  choices->tokens = g_ptr_array_new_with_free_func (g_free);
  choices->labels = g_ptr_array_new_with_free_func (g_free);

  if (empty)
    add (choices, "", g_strdup ("—"));
  if (field->type == MQ_TYPE_BOOL)
    {
      add (choices, "true", mq_row_text (draft, house, field, "true"));
      add (choices, "false", mq_row_text (draft, house, field, "false"));
    }
  if (field->type == MQ_TYPE_ROW_OF && field->row_of != NULL)
    {
      guint n = 0;
      g_autofree const char **rows = mq_draft_rows (draft, field->row_of, &n);

      for (guint i = 0; i < n; i++)
        add (choices, rows[i], mq_row_text (draft, house, field, rows[i]));
    }
  for (guint i = 0; i < field->n_options && field->type != MQ_TYPE_BOOL; i++)
    add (choices, field->options[i].token,
         g_strdup (mq_language_label (&field->options[i].label, house, field->iq_by_law)));

  g_ptr_array_add (choices->labels, NULL);
}

void
mq_choices_clear (MqChoices *choices)
{
  g_return_if_fail (choices != NULL);

  g_clear_pointer (&choices->tokens, g_ptr_array_unref);
  g_clear_pointer (&choices->labels, g_ptr_array_unref);
}

gboolean
mq_choices_equal (const MqChoices *a, const MqChoices *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->tokens == NULL || b->tokens == NULL || a->tokens->len != b->tokens->len)
    return FALSE;
  for (guint i = 0; i < a->tokens->len; i++)
    if (!g_str_equal (a->tokens->pdata[i], b->tokens->pdata[i])
        || !g_str_equal (a->labels->pdata[i], b->labels->pdata[i]))
      return FALSE;

  return TRUE;
}

guint
mq_choices_find (const MqChoices *choices, const char *token)
{
  g_return_val_if_fail (choices != NULL, G_MAXUINT);

  for (guint i = 0; choices->tokens != NULL && i < choices->tokens->len; i++)
    if (g_str_equal (choices->tokens->pdata[i], token != NULL ? token : ""))
      return i;

  return G_MAXUINT;
}
