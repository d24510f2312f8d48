/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-draft-private.h"

#include "mq-date.h"
#include "mq-decimal.h"
#include "mq-fixed.h"
#include "mq-limits.h"
#include "mq-words.h"

#include <string.h>

/* Whether a value in neutral form may stand at a place.  The empty value always may: what is missing is a
 * finding. */

/* digits before and after the point of a number that the grammar lets in */
#define MAX_DIGITS 30

static gboolean
refuse (MqProblem **problem, MqProblemCode code, const char *subject, const char *detail)
{
  return mq_problem_report (problem, mq_problem_new (code, subject, detail));
}

/* ---- numbers ---- */

static gboolean
check_range (const MqField *field, const char *value, MqDecimal number, MqProblem **problem)
{
  const char *min = field->min, *max = field->max;
  g_autofree char *range = NULL;
  MqDecimal limit;
  gboolean inside = TRUE;

  /* a share of something is at most the whole, unless the fact list says more */
  if (field->type == MQ_TYPE_PERCENT && min == NULL && max == NULL && field->min_exclusive == NULL)
    {
      min = "0";
      max = "100";
    }

  if (min != NULL && mq_decimal_parse (min, &limit) && mq_decimal_cmp (number, limit) < 0)
    inside = FALSE;
  if (max != NULL && mq_decimal_parse (max, &limit) && mq_decimal_cmp (number, limit) > 0)
    inside = FALSE;
  if (field->min_exclusive != NULL && mq_decimal_parse (field->min_exclusive, &limit) &&
      mq_decimal_cmp (number, limit) <= 0)
    inside = FALSE;
  if (inside)
    return TRUE;

  if (min != NULL && max != NULL)
    range = g_strdup_printf ("%s–%s", min, max);
  else if (min != NULL)
    range = g_strdup_printf ("≥ %s", min);
  else if (field->min_exclusive != NULL && max != NULL)
    range = g_strdup_printf ("> %s, ≤ %s", field->min_exclusive, max);
  else if (field->min_exclusive != NULL)
    range = g_strdup_printf ("> %s", field->min_exclusive);
  else
    range = g_strdup_printf ("≤ %s", max);

  return refuse (problem, MQ_PROBLEM_OUT_OF_RANGE, value, range);
}

/* How many decimals an amount may have at a place, or -1 when its currency is not known yet. */
static int
decimals_at (MqDraft *draft, const MqPlace *place)
{
  const char *path = place->field->currency, *currency = NULL;

  if (path == NULL)
    return -1;
  if (g_str_has_prefix (path, "row/"))
    {
      const MqField *column = mq_field_column (place->field->table, path + strlen ("row/"));

      if (column != NULL && place->row != NULL)
        currency = mq_value_of (draft, column, mq_place_cell (place->row, column));
    }
  else
    {
      currency = mq_draft_value (draft, path);
    }

  return currency != NULL && mq_currency_known (currency) ? mq_currency_decimals (currency) : -1;
}

static gboolean
check_number (MqDraft *draft, const MqPlace *place, const char *value, MqProblem **problem)
{
  MqProblemCode not_one =
      place->field->type == MQ_TYPE_MONEY ? MQ_PROBLEM_NOT_AN_AMOUNT : MQ_PROBLEM_NOT_A_NUMBER;
  const char *whole = *value == '-' ? value + 1 : value;
  gsize before = strspn (whole, "0123456789");
  gsize after = whole[before] == '.' ? strspn (whole + before + 1, "0123456789") : 0;
  MqDecimal number;
  gint64 integer;
  int decimals;

  if (!mq_decimal_parse (value, &number) || before > MAX_DIGITS || after > MAX_DIGITS)
    return refuse (problem, not_one, value, NULL);
  if (place->field->type == MQ_TYPE_INT &&
      (after > 0 || before > 19 || !mq_decimal_to_int (number, &integer)))
    return refuse (problem, MQ_PROBLEM_NOT_A_NUMBER, value, NULL);
  if (place->field->type == MQ_TYPE_MONEY)
    {
      decimals = decimals_at (draft, place);
      if (decimals >= 0 && !mq_decimal_rescale (number, (guint) decimals, &number))
        return refuse (problem, MQ_PROBLEM_TOO_MANY_DECIMALS, value, NULL);
    }

  return check_range (place->field, value, number, problem);
}

/* The number of a clause: whole when it counts something. */
static gboolean
check_clause_number (const MqPlace *place, const char *value, MqProblem **problem)
{
  const char *form = mq_xml_attribute (place->node, "as");
  gboolean counts = form == NULL || g_str_equal (form, "count");
  MqDecimal number;

  if (value == NULL || !mq_decimal_parse (value, &number) || mq_decimal_sign (number) < 0 ||
      strlen (value) > MAX_DIGITS || (counts && strchr (value, '.') != NULL))
    return refuse (problem, MQ_PROBLEM_NOT_A_NUMBER, value != NULL ? value : "", NULL);

  return TRUE;
}

/* ---- texts ---- */

static gboolean
has_break (const char *value, gboolean within_lines)
{
  const char *p;

  for (p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c == '\n' && !within_lines) || c == 0x2028 || c == 0x2029)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_text (const MqField *field, const char *value, MqProblem **problem)
{
  gboolean lines = field->type == MQ_TYPE_LIST || field->type == MQ_TYPE_PARAS;
  g_autofree char *limit = NULL;

  if (has_break (value, lines))
    return refuse (problem, MQ_PROBLEM_NOT_ONE_LINE, NULL, NULL);
  if (field->max_length > 0 && g_utf8_strlen (value, -1) > field->max_length)
    {
      limit = g_strdup_printf ("%d", field->max_length);
      return refuse (problem, MQ_PROBLEM_TOO_LONG, NULL, limit);
    }
  if (mq_field_inside (field)->pattern != NULL &&
      xmlRegexpExec (mq_field_inside (field)->pattern, (const xmlChar *) value) != 1)
    return refuse (problem, MQ_PROBLEM_PATTERN, value, NULL);

  return TRUE;
}

/* How many items a list, or rows a table, may get by what is entered. */
int
mq_field_most_items (const MqField *field)
{
  return field->max_items > 0 ? MIN (field->max_items, MQ_LIMIT_ITEMS) : MQ_LIMIT_ITEMS;
}

static gboolean
check_items (const MqField *field, const char *value, MqProblem **problem)
{
  g_autofree char *kept = mq_value_normalize (field, value);
  g_autofree char *limit = NULL;
  int n = 0;

  for (const char *p = kept; p != NULL; p = strchr (p, '\n'), p = p != NULL ? p + 1 : NULL)
    n++;
  if (n <= mq_field_most_items (field))
    return TRUE;

  limit = g_strdup_printf ("%d", mq_field_most_items (field));
  return refuse (problem, MQ_PROBLEM_TOO_MANY_ROWS, mq_field_title (field), limit);
}

static gboolean
check_inline (MqDraft *draft, const MqPlace *place, const char *value, MqProblem **problem)
{
  g_autoptr (xmlDoc) doc = mq_inline_parse (draft->kind, value, problem);
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  xmlNode *root, *node, *duplicate;

  if (doc == NULL)
    return FALSE;

  /* identifiers may stay what they are in this very place, and be in no other */
  root = xmlDocGetRootElement (doc);
  if (!mq_ids_add (own, root, &duplicate))
    return refuse (problem, MQ_PROBLEM_DUPLICATE_ID, mq_xml_id (duplicate), NULL);
  for (node = root; node != NULL; node = mq_xml_walk (node, root))
    {
      const char *id = mq_xml_id (node);
      xmlNode *other = id != NULL ? g_hash_table_lookup (draft->ids, id) : NULL;

      if (other != NULL && (place->node == NULL || !mq_xml_is_inside (other, place->node)))
        return refuse (problem, MQ_PROBLEM_DUPLICATE_ID, id, NULL);
    }

  return check_text (place->field, value, problem);
}

/* ---- choices ---- */

static gboolean
check_row (MqDraft *draft, const MqField *field, const char *value, MqProblem **problem)
{
  const char *table = mq_draft_row_table (draft, value);

  if (mq_field_option (field, value) != NULL || (table != NULL && g_strcmp0 (table, field->row_of) == 0))
    return TRUE;

  return refuse (problem, MQ_PROBLEM_NOT_A_ROW, value, NULL);
}

static gboolean
check_unique (MqDraft *draft, const MqPlace *place, const char *value, MqProblem **problem)
{
  const xmlNode *row;

  if (!place->field->unique || place->row == NULL)
    return TRUE;

  for (row = place->row->parent->children; row != NULL; row = row->next)
    if (row != place->row && mq_is_row (row) &&
        g_strcmp0 (mq_value_of (draft, place->field, mq_place_cell (row, place->field)), value) == 0)
      return refuse (problem, MQ_PROBLEM_NOT_UNIQUE, value, NULL);

  return TRUE;
}

static gboolean
check_type (MqDraft *draft, const MqPlace *place, const char *value, MqProblem **problem)
{
  const MqField *field = place->field;

  switch (field->type)
    {
    case MQ_TYPE_TEXT:
    case MQ_TYPE_PARA:
    case MQ_TYPE_ATTACHMENT:
      return check_text (field, value, problem);
    case MQ_TYPE_PARAS:
    case MQ_TYPE_LIST:
      return check_text (field, value, problem) && check_items (field, value, problem);
    case MQ_TYPE_INLINE:
      return check_inline (draft, place, value, problem);
    case MQ_TYPE_MONEY:
    case MQ_TYPE_PERCENT:
    case MQ_TYPE_INT:
    case MQ_TYPE_DECIMAL:
      return check_number (draft, place, value, problem);
    case MQ_TYPE_DATE:
      return mq_date_valid (value) || refuse (problem, MQ_PROBLEM_NOT_A_DATE, value, NULL);
    case MQ_TYPE_MONTH_DAY:
      return mq_date_day_month_valid (value) || refuse (problem, MQ_PROBLEM_NOT_A_DATE, value, NULL);
    case MQ_TYPE_BOOL:
      return g_str_equal (value, "true") || g_str_equal (value, "false") ||
             refuse (problem, MQ_PROBLEM_NOT_A_CHOICE, value, NULL);
    case MQ_TYPE_CHOICE:
      return mq_field_option (field, value) != NULL || refuse (problem, MQ_PROBLEM_NOT_A_CHOICE, value, NULL);
    case MQ_TYPE_ROW_OF:
      return check_row (draft, field, value, problem);
    case MQ_TYPE_SIGN_SPACE:
    case MQ_TYPE_TABLE:
    default:
      return refuse (problem, MQ_PROBLEM_READ_ONLY, field->path, NULL);
    }
}

/* Whether nobody but a settler may set the place: it is computed, no value, or given by the kind. */
gboolean
mq_place_read_only (const MqPlace *place)
{
  const MqField *field = place->field;

  if (place->type == MQ_PLACE_NUMBER)
    return FALSE;
  if (place->type == MQ_PLACE_TABLE || place->type == MQ_PLACE_ROW)
    return field->rows_for != NULL || field->formula != NULL;
  if (field->formula != NULL || field->type == MQ_TYPE_SIGN_SPACE)
    return TRUE;

  return place->type == MQ_PLACE_CELL && mq_fixed_cell (field, place->row->_private);
}

/* Whether @value may be set at @place, a fact, cell or number.  What is computed is not asked about here. */
gboolean
mq_value_check (MqDraft *draft, const MqPlace *place, const char *value, MqProblem **problem)
{
  if (value != NULL && !mq_value_is_text (value))
    return refuse (problem, MQ_PROBLEM_BAD_CHARACTER, NULL, NULL);
  if (place->type == MQ_PLACE_NUMBER)
    return check_clause_number (place, value, problem);
  if (place->type == MQ_PLACE_TABLE || place->type == MQ_PLACE_ROW)
    return refuse (problem, MQ_PROBLEM_READ_ONLY, place->field->path, NULL);
  if (value == NULL || *value == '\0')
    return TRUE;
  /* what is taken here must be read again from the file */
  if (strlen (value) > MQ_LIMIT_VALUE_BYTES)
    return refuse (problem, MQ_PROBLEM_TEXT_TOO_LONG, NULL, G_STRINGIFY (MQ_LIMIT_VALUE_MIB) " MiB");

  return check_type (draft, place, value, problem) && check_unique (draft, place, value, problem);
}
