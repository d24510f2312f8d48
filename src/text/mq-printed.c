/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-fixed.h"
#include "mq-fold.h"
#include "mq-render-private.h"

/* A value in the words of the document. */

#define NO_BREAK_SPACE "\u00A0"
#define OTHER "other"

/* Whether the form (nullable) is asked for by that name. */
gboolean
mq_form_is (const MqForm *form, const char *name)
{
  return form != NULL && form->form != NULL && g_str_equal (form->form, name);
}

/* ---- reading ---- */

/* The value as it is stored; NULL when there is none.  Numbers of rows are those of the rows that print. */
const char *
mq_printed_raw (MqRendering *rendering, const MqWhere *place)
{
  const char *value;

  mq_rendering_read (rendering, place->field->path);
  if (place->field->table != NULL && place->row == NULL)
    return NULL;
  if (*rendering->serial != '\0' && g_strcmp0 (place->row, rendering->row) == 0
      && mq_column_numbers_rows (place->field))
    return rendering->serial;
  value = mq_draft_value (rendering->renderer->draft, place->path);
  return value != NULL && *value != '\0' ? value : NULL;
}

static const MqField *
sibling (const MqField *field, const char *name)
{
  if (field->table != NULL)
    return mq_field_column (field->table, name);
  for (guint i = 0; i < field->group->n_facts; i++)
    if (g_str_equal (field->group->facts[i]->name, name))
      return field->group->facts[i];
  return NULL;
}

/* A choice that holds `other` prints what its sibling NAME-other says, where there is one. */
static gboolean
find_other (const MqWhere *place, const char *value, MqWhere *other)
{
  g_autofree char *name = NULL;
  const MqField *field;

  if (place->field->type != MQ_TYPE_CHOICE || g_strcmp0 (value, OTHER) != 0)
    return FALSE;
  name = g_strconcat (place->field->name, "-" OTHER, NULL);
  field = sibling (place->field, name);
  if (field == NULL)
    return FALSE;
  mq_where_set (other, field, place->row);
  return TRUE;
}

/* The fact or cell that holds the currency of an amount. */
gboolean
mq_printed_currency (MqRendering *rendering, const MqWhere *place, MqWhere *currency)
{
  const MqKind *kind = rendering->renderer->kind;
  const char *path = place->field->currency != NULL ? place->field->currency : mq_kind_currency (kind);
  const MqField *field;

  *currency = (MqWhere) { NULL };
  if (path == NULL)
    return FALSE;
  field = g_str_has_prefix (path, "row/") ? sibling (place->field, path + strlen ("row/"))
                                          : mq_kind_field (kind, path);
  if (field == NULL)
    return FALSE;
  mq_where_set (currency, field, field->table != NULL ? place->row : NULL);
  return TRUE;
}

/* Whether the value is asked for now: then its absence is shown, not passed over. */
gboolean
mq_printed_is_needed (MqRendering *rendering, const MqWhere *place)
{
  const MqField *field = place->field;
  const MqFormula *formula;

  if (field->formula != NULL || mq_fixed_cell (field, place->row))
    return FALSE;
  if (field->required || field->needed == NULL)
    return field->required;
  mq_rendering_read_formula (rendering, field->needed, field->table);
  formula = mq_formulas_get (rendering->renderer->formulas, field->needed, field->table);
  return formula != NULL && mq_formula_holds (formula, rendering->renderer->draft, place->row);
}

/* an answer that means none */
static gboolean
means_none (const MqField *field, const char *value)
{
  MqDecimal number, none;

  if (field->empty_option != NULL && g_str_equal (value, field->empty_option))
    return TRUE;
  return field->empty_value != NULL
         && (g_str_equal (value, field->empty_value)
             || (mq_decimal_parse (value, &number) && mq_decimal_parse (field->empty_value, &none)
                 && mq_decimal_equal (number, none)));
}

/* Whether an optional run around the value is dropped. */
gboolean
mq_printed_is_unset (MqRendering *rendering, const MqWhere *place, const MqForm *form)
{
  MqWhere other;
  const char *value;

  if (place->field->type == MQ_TYPE_TABLE)
    {
      mq_rendering_read (rendering, place->field->path);
      return mq_draft_n_rows (rendering->renderer->draft, place->field->path) == 0
             && !mq_printed_is_needed (rendering, place);
    }
  value = mq_printed_raw (rendering, place);
  if (value == NULL)
    return !mq_printed_is_needed (rendering, place);
  if (means_none (place->field, value))
    return TRUE;
  if (find_other (place, value, &other))
    {
      gboolean unset = mq_printed_is_unset (rendering, &other, form);

      mq_where_clear (&other);
      return unset;
    }
  return FALSE;
}

/* ---- choices and rows ---- */

static char *
choice_text (MqRendering *rendering, const MqWhere *place, const char *value)
{
  const MqOption *option;
  MqWhere other;

  if (find_other (place, value, &other))
    {
      char *text = mq_printed_text (rendering, &other, NULL);

      mq_where_clear (&other);
      return text;
    }
  option = mq_field_option (place->field, value);
  if (option == NULL)
    return NULL;
  return g_strdup (mq_house_option_label (&rendering->renderer->house, place->field, option));
}

static char *
bool_text (MqRendering *rendering, const MqField *field, const char *value)
{
  const MqOption *option = mq_field_option (field, value);

  if (option != NULL)
    return g_strdup (mq_house_option_label (&rendering->renderer->house, field, option));
  return g_strdup (g_str_equal (value, "true") ? "نعم" : "لا");
}

/* The shown column of the row that is picked, or the label of a fixed choice; NULL: the row is not there any
 * more. */
static char *
row_of_text (MqRendering *rendering, const MqField *field, const char *value)
{
  MqRenderer *renderer = rendering->renderer;
  const MqOption *option = mq_field_option (field, value);
  const MqField *table, *column;
  MqWhere shown;
  char *text;

  if (option != NULL)
    return g_strdup (mq_house_option_label (&renderer->house, field, option));
  table = field->row_of != NULL ? mq_kind_field (renderer->kind, field->row_of) : NULL;
  column = table != NULL && field->shows != NULL ? mq_field_column (table, field->shows) : NULL;
  if (column == NULL || g_strcmp0 (mq_draft_row_table (renderer->draft, value), table->path) != 0)
    {
      mq_rendering_read (rendering, field->row_of);
      return NULL;
    }
  if (rendering->depth >= MQ_RENDERING_MAX_DEPTH)
    return NULL;
  mq_where_set (&shown, column, value);
  rendering->depth++;
  text = mq_printed_text (rendering, &shown, NULL);
  rendering->depth--;
  mq_where_clear (&shown);
  return text;
}

/* ---- text ---- */

static char *
plain_text (MqRendering *rendering, const MqField *field, const char *value)
{
  const MqHouse *house = &rendering->renderer->house;
  g_autofree char *spelt = NULL;

  if (field->ltr || field->type == MQ_TYPE_ATTACHMENT)
    return mq_isolate (value);
  if (mq_house_spells (house, value))
    spelt = mq_house_spell (house, value);
  return mq_mixed_text (spelt != NULL ? spelt : value, house->digits, TRUE);
}

static char *
inline_text (MqRendering *rendering, const MqWhere *place)
{
  const MqNode *content = mq_draft_inline (rendering->renderer->draft, place->path);
  GString *outside = rendering->text;
  GArray *spans = rendering->spans;
  char *text;

  if (content == NULL || rendering->depth >= MQ_RENDERING_MAX_DEPTH)
    return NULL;
  rendering->text = g_string_new (NULL);
  rendering->spans = g_array_new (FALSE, FALSE, sizeof (MqSpan));
  rendering->depth++;
  mq_rendering_children (rendering, content);
  rendering->depth--;
  text = g_string_free (rendering->text, FALSE);
  g_array_unref (rendering->spans);
  rendering->text = outside;
  rendering->spans = spans;
  return text;
}

/* ---- all of it ---- */

/* what <value as=…> asks for whatever the type is */
static char *
text_by_form (MqRendering *rendering, const MqWhere *place, const char *value, const MqForm *form)
{
  const MqHouse *house = &rendering->renderer->house;

  if (mq_form_is (form, "ltr"))
    return mq_isolate (value);
  if (mq_form_is (form, "percent"))
    return mq_printed_percent (rendering->renderer, place->field, value);
  if (mq_form_is (form, "words") && place->field->type == MQ_TYPE_PERCENT)
    return mq_printed_percent_words (rendering, place->field, value, form);
  if (mq_form_is (form, "money") || mq_form_is (form, "words"))
    return mq_printed_money (rendering, place, value, form);
  if (mq_form_is (form, "count") || mq_form_is (form, "ordinal"))
    return mq_printed_int (rendering, place->field, value, form);
  if (mq_form_is (form, "date"))
    return mq_date_text (value, house->months, house->digits);
  if (mq_form_is (form, "day-month"))
    return mq_date_day_month (value, house->months, house->digits);
  return NULL;
}

static char *
text_by_type (MqRendering *rendering, const MqWhere *place, const char *value)
{
  const MqHouse *house = &rendering->renderer->house;
  const MqField *field = place->field;

  switch (field->type)
    {
    case MQ_TYPE_MONEY:
      return mq_printed_money (rendering, place, value, NULL);
    case MQ_TYPE_PERCENT:
      return mq_printed_percent (rendering->renderer, field, value);
    case MQ_TYPE_INT:
      return mq_printed_int (rendering, field, value, NULL);
    case MQ_TYPE_DECIMAL:
      return mq_digits_group (value, house->digits);
    case MQ_TYPE_DATE:
      return mq_date_text (value, house->months, house->digits);
    case MQ_TYPE_MONTH_DAY:
      return mq_date_day_month (value, house->months, house->digits);
    case MQ_TYPE_BOOL:
      return bool_text (rendering, field, value);
    case MQ_TYPE_CHOICE:
      return choice_text (rendering, place, value);
    case MQ_TYPE_ROW_OF:
      return row_of_text (rendering, field, value);
    case MQ_TYPE_INLINE:
      return inline_text (rendering, place);
    case MQ_TYPE_SIGN_SPACE:
    case MQ_TYPE_TABLE:
      return NULL;
    default:
      return plain_text (rendering, field, value);
    }
}

/* The value as it is printed; NULL when there is none, also when the row that it picks is gone. */
char *
mq_printed_text (MqRendering *rendering, const MqWhere *place, const MqForm *form)
{
  const char *value;
  char *text = NULL;

  if (place->field->type == MQ_TYPE_TABLE)
    {
      guint n = mq_draft_n_rows (rendering->renderer->draft, place->field->path);

      mq_rendering_read (rendering, place->field->path);
      return n > 0 && mq_form_is (form, "rowcount") ? mq_printed_count (rendering, n, form->noun, form) : NULL;
    }
  value = mq_printed_raw (rendering, place);
  if (value == NULL)
    return NULL;
  if (form != NULL && form->form != NULL)
    text = text_by_form (rendering, place, value, form);
  if (text == NULL)
    text = text_by_type (rendering, place, value);
  return text;
}

static void
render_inline_fact (MqRendering *rendering, const MqWhere *place)
{
  const MqNode *content = mq_draft_inline (rendering->renderer->draft, place->path);
  guint span = mq_rendering_open (rendering, MQ_SPAN_VALUE, place->path);

  rendering->depth++;
  mq_rendering_children (rendering, content);
  rendering->depth--;
  mq_rendering_close (rendering, span);
}

/* An amount whose currency is not chosen yet: the figure, or nothing for its words, and the blank of the
 * currency. */
static gboolean
render_without_currency (MqRendering *rendering, const MqWhere *place, const MqForm *form)
{
  MqWhere currency = { NULL };
  const char *value;
  gboolean missing;

  if (place->field->type != MQ_TYPE_MONEY || rendering->in_cell)
    return FALSE;
  value = mq_printed_raw (rendering, place);
  if (value == NULL)
    return FALSE;
  missing = mq_printed_currency (rendering, place, &currency) && mq_printed_raw (rendering, &currency) == NULL;
  if (missing && !mq_form_is (form, "words"))
    {
      g_autofree char *figure = mq_digits_group (value, rendering->renderer->house.digits);

      mq_rendering_append (rendering, MQ_SPAN_VALUE, place->path, figure);
      g_string_append (rendering->text, NO_BREAK_SPACE);
    }
  if (missing)
    mq_blank_render (rendering, &currency, NULL);
  mq_where_clear (&currency);
  return missing;
}

/* The blank is that of the fact that is empty: of the other, where a choice holds `other`. */
static void
render_blank_of (MqRendering *rendering, const MqWhere *place, const MqForm *form)
{
  MqWhere other;

  if (place->field->type == MQ_TYPE_CHOICE && find_other (place, mq_printed_raw (rendering, place), &other))
    {
      mq_blank_render (rendering, &other, NULL);
      mq_where_clear (&other);
    }
  else
    mq_blank_render (rendering, place, form);
}

/* Lines of a list stand in a sentence one after the other. */
static char *
in_one_line (char *text)
{
  g_auto (GStrv) lines = NULL;

  if (text == NULL || strchr (text, '\n') == NULL)
    return text;
  lines = g_strsplit (text, "\n", -1);
  g_free (text);
  return g_strjoinv ("، ", lines);
}

/* Adds a value, or the blank that shows that it is missing. */
void
mq_printed_render (MqRendering *rendering, const MqWhere *place, const MqForm *form)
{
  g_autofree char *text = NULL;

  if (place->field->type == MQ_TYPE_INLINE && rendering->depth < MQ_RENDERING_MAX_DEPTH
      && mq_printed_raw (rendering, place) != NULL)
    {
      render_inline_fact (rendering, place);
      return;
    }
  if (render_without_currency (rendering, place, form))
    return;
  text = mq_printed_text (rendering, place, form);
  if (text != NULL && !rendering->in_cell)
    text = in_one_line (g_steal_pointer (&text));
  if (text != NULL)
    mq_rendering_append (rendering, MQ_SPAN_VALUE, place->path, text);
  else
    render_blank_of (rendering, place, form);
}

/**
 * mq_render_value:
 * @renderer: a renderer
 * @path: the path of a fact, a cell or (with the form rowcount) a table
 * @form: (nullable): as `<value as=…>` has it: money, words, count, rowcount, ordinal, percent, date, day-month, ltr
 * @noun: (nullable): the noun that is counted
 * @grammatical_case: (nullable): nom, gen or acc
 *
 * Returns: (transfer full) (nullable): the value in the words of the document, items of a list parted by \n;
 *   %NULL when it is empty
 */
char *
mq_render_value (MqRenderer *renderer, const char *path, const char *form, const char *noun,
                 const char *grammatical_case)
{
  MqForm asked = { form, noun, grammatical_case };
  MqRendering rendering;
  MqRich unused = { NULL };
  MqWhere place;
  char *text = NULL;

  g_return_val_if_fail (renderer != NULL && path != NULL, NULL);

  mq_rendering_begin (&rendering, renderer, NULL, NULL);
  if (mq_where_init (&place, &rendering, path))
    text = mq_printed_text (&rendering, &place, &asked);
  mq_where_clear (&place);
  mq_rendering_end (&rendering, &unused);
  mq_rich_clear (&unused);
  return text;
}
