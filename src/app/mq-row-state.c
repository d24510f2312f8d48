/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-row-state.h"

#include "mq-i18n.h"
#include "mq-language.h"

/* ---- value → text ---- */

static char *
picked_text (MqDraft *draft, const MqHouse *house, const MqField *field, const char *value)
{
  const MqOption *option = mq_field_option (field, value);
  g_autofree char *row_path = NULL;

  if (option != NULL)
    return g_strdup (mq_language_label (&option->label, house, field->iq_by_law));
  if (field->row_of == NULL)
    return g_strdup (value);

  row_path = g_strconcat (field->row_of, "/", value, NULL);
  return mq_row_title (draft, house, row_path, field->shows);
}

/* A figure; years and the like, which count nothing, are not grouped. */
static char *
number_text (const MqHouse *house, const MqField *field, const char *value)
{
  if (field->type == MQ_TYPE_INT && field->unit == NULL)
    return mq_digits_shape (value, house->digits);
  return mq_digits_group (value, house->digits);
}

/**
 * mq_row_text:
 * @draft: the draft, for the names of rows
 * @house: the house style
 * @field: a fact or column
 * @value: (nullable): its neutral value
 *
 * Returns: (transfer full): the value as a row shows it, "" when empty
 */
char *
mq_row_text (MqDraft *draft, const MqHouse *house, const MqField *field, const char *value)
{
  char *text = NULL;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (house != NULL && field != NULL, NULL);

  if (value == NULL || *value == '\0')
    return g_strdup ("");

  switch (field->type)
    {
    case MQ_TYPE_MONEY:
    case MQ_TYPE_PERCENT:
    case MQ_TYPE_INT:
    case MQ_TYPE_DECIMAL:
      text = number_text (house, field, value);
      break;
    case MQ_TYPE_DATE:
      text = mq_date_figures (value, house->digits);
      break;
    case MQ_TYPE_MONTH_DAY:
      text = mq_date_day_month (value, house->months, house->digits);
      break;
    case MQ_TYPE_BOOL:
      text = g_strdup (g_str_equal (value, "true") ? _("Yes") : _("No"));
      break;
    case MQ_TYPE_CHOICE:
    case MQ_TYPE_ROW_OF:
      text = picked_text (draft, house, field, value);
      break;
    case MQ_TYPE_TEXT:
      /* a version is stored in neutral digits and shown in those of the document */
      if (field->pattern != NULL && field->digits_only)
        text = mq_digits_shape (value, house->digits);
      break;
    case MQ_TYPE_PARA:
    case MQ_TYPE_PARAS:
    case MQ_TYPE_LIST:
    case MQ_TYPE_INLINE:
    case MQ_TYPE_ATTACHMENT:
    case MQ_TYPE_SIGN_SPACE:
    case MQ_TYPE_TABLE:
    default:
      break;
    }

  return text != NULL ? text : g_strdup (value);
}

static char *
cell_text (MqDraft *draft, const MqHouse *house, const MqField *column, const char *row_path)
{
  g_autofree char *path = g_strconcat (row_path, "/", column->name, NULL);
  const char *value = mq_draft_value (draft, path);

  if (value == NULL)
    return NULL;
  if (column->type == MQ_TYPE_INLINE)
    {
      /* the words without the marks in between: enough to tell the rows apart */
      g_autoptr (GRegex) marks = g_regex_new ("<[^>]*>", 0, 0, NULL);

      return g_regex_replace_literal (marks, value, -1, 0, "", 0, NULL);
    }
  return mq_row_text (draft, house, column, value);
}

/* Where the rows print as records, the columns that make the title of a record. */
static char *
printed_title (MqDraft *draft, const MqHouse *house, const MqField *table, const char *row_path)
{
  const MqPrint *print = mq_field_print (table, NULL);
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; print != NULL && i < print->n_title; i++)
    {
      g_autofree char *text = cell_text (draft, house, print->title[i], row_path);

      if (text != NULL)
        g_string_append_printf (title, "%s\u2068%s\u2069", title->len > 0 ? " — " : "", text);
    }

  return title->len > 0 ? g_strdup (title->str) : NULL;
}

/**
 * mq_row_title:
 * @row_path: a row of a table
 * @shows: (nullable): the column that names the rows
 *
 * Returns: (transfer full): what the row is called in the interface
 */
char *
mq_row_title (MqDraft *draft, const MqHouse *house, const char *row_path, const char *shows)
{
  const MqField *table;
  g_autofree char *table_path = NULL;
  const char *row;
  char *title;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (row_path != NULL, NULL);

  table_path = mq_path_fact (row_path);
  table = mq_kind_field (mq_draft_kind (draft), table_path);
  row = strrchr (row_path, '/') + 1;
  if (table == NULL || table->type != MQ_TYPE_TABLE)
    return g_strdup (row);

  title = shows == NULL ? printed_title (draft, house, table, row_path) : NULL;
  if (title != NULL)
    return title;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const MqField *column = table->columns[i];
      g_autofree char *text = NULL;

      if (shows != NULL ? !g_str_equal (column->name, shows)
                        : column->type != MQ_TYPE_TEXT && column->type != MQ_TYPE_INLINE && column->type != MQ_TYPE_ROW_OF)
        continue;
      text = cell_text (draft, house, column, row_path);
      if (text != NULL && *text != '\0')
        return g_steal_pointer (&text);
    }

  for (guint i = 0; i < table->n_rows; i++)
    if (g_str_equal (table->rows[i].id, row))
      return g_strdup (mq_language_label (&table->rows[i].label, house, FALSE));

  return g_strdup (_("(unnamed)"));
}

/* ---- the state of a row ---- */

static char *
currency_code (MqDraft *draft, const MqField *field, const char *path)
{
  g_autofree char *row = mq_path_row (path);
  g_autofree char *source = NULL;

  if (field->currency == NULL)
    return NULL;
  if (g_str_has_prefix (field->currency, "row/") && row != NULL)
    source = g_strconcat (row, "/", field->currency + strlen ("row/"), NULL);
  else
    source = g_strdup (field->currency);

  return g_strdup (mq_draft_value (draft, source));
}

static char *
currency_name (MqDraft *draft, const MqHouse *house, const char *code)
{
  const char *fact = mq_kind_currency (mq_draft_kind (draft));
  const MqField *field = fact != NULL ? mq_kind_field (mq_draft_kind (draft), fact) : NULL;
  const MqOption *option = field != NULL ? mq_field_option (field, code) : NULL;

  return g_strdup (option != NULL ? mq_language_label (&option->label, house, FALSE) : code);
}

/* The noun that a number counts, as it stands after the figure: ٣ أيام، ٣٠ يوماً. */
static char *
counted_unit (MqDraft *draft, const MqField *field, const char *value)
{
  const MqNoun *noun = mq_kind_noun (mq_draft_kind (draft), field->unit);
  gint64 n = value != NULL ? ABS (g_ascii_strtoll (value, NULL, 10)) % 100 : 1;

  if (noun == NULL)
    return g_strdup (field->unit);
  if (n >= 3 && n <= 10)
    return g_strdup (noun->plural);
  return g_strdup (n >= 11 && noun->accusative != NULL ? noun->accusative : noun->name);
}

static void
read_number (MqRowState *state, MqDraft *draft, const MqHouse *house, const char *path)
{
  const MqField *field = state->field;
  g_autofree char *code = NULL;

  if (field->type == MQ_TYPE_PERCENT || g_strcmp0 (field->unit, "percent") == 0)
    state->unit = g_strdup ("٪");
  else if (field->unit != NULL)
    state->unit = counted_unit (draft, field, state->value);

  if (field->type != MQ_TYPE_MONEY)
    return;

  code = currency_code (draft, field, path);
  if (code == NULL)
    return;
  g_free (state->unit);
  state->unit = currency_name (draft, house, code);
  if (state->value != NULL && mq_currency_known (code))
    state->note = mq_words_amount (state->value, code, &house->words, NULL);
}

/**
 * mq_row_state_read:
 * @state: (out caller-allocates): filled anew; to be cleared
 * @draft: a draft
 * @house: its house style
 * @path: a fact or a cell that the kind knows
 */
void
mq_row_state_read (MqRowState *state, MqDraft *draft, const MqHouse *house, const char *path)
{
  const MqField *field;

  g_return_if_fail (state != NULL && house != NULL && path != NULL);
  g_return_if_fail (MQ_IS_DRAFT (draft));

  field = mq_kind_field (mq_draft_kind (draft), path);
  g_return_if_fail (field != NULL);

  *state = (MqRowState) { .field = field };
  state->label = g_strdup (mq_language_label (&field->label, house, field->iq_by_law));
  state->help = g_strdup (mq_language_help (&field->help));
  if (field->type != MQ_TYPE_TABLE)
    state->value = g_strdup (mq_draft_value (draft, path));
  state->text = mq_row_text (draft, house, field, state->value);

  if (field->type == MQ_TYPE_MONEY || field->type == MQ_TYPE_PERCENT || field->type == MQ_TYPE_INT
      || field->type == MQ_TYPE_DECIMAL)
    read_number (state, draft, house, path);
  else if (field->type == MQ_TYPE_DATE && state->value != NULL)
    state->note = mq_date_text (state->value, house->months, house->digits);

  state->read_only = field->formula != NULL || mq_check_read_only (draft, path);
  state->needed = !state->read_only && mq_check_needed (draft, path);
  if (field->type == MQ_TYPE_TABLE)
    state->missing = state->needed && mq_draft_n_rows (draft, path) == 0;
  else
    state->missing = state->needed && state->value == NULL;
  state->hidden = field->type == MQ_TYPE_SIGN_SPACE
                  || (field->needed != NULL && !field->required && !state->needed && field->formula == NULL);
}

void
mq_row_state_clear (MqRowState *state)
{
  g_return_if_fail (state != NULL);

  g_free (state->label);
  g_free (state->help);
  g_free (state->value);
  g_free (state->text);
  g_free (state->note);
  g_free (state->unit);
  *state = (MqRowState) { 0 };
}
