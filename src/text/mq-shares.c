/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-shares.h"

#include "mq-decimal.h"
#include "mq-render-private.h"

/* More parts than these are too many to be told apart: the smallest ones stand together, at the end. */
#define MOST 12

typedef struct {
  const char *row;
  guint number;               /* of the row among those that print, from 1 */
  MqDecimal percent;
  gboolean small;
} Part;

static void
share_clear (gpointer data)
{
  MqShare *share = data;

  mq_rich_clear (&share->name);
  mq_rich_clear (&share->text);
}

/* The rows that have a share; nought is none, there is nothing to draw of it. */
static GArray *
read_parts (MqRenderer *renderer, const MqField *table, const MqPrint *print)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint n;
  g_autofree const char **rows = mq_render_rows (renderer, table, print, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = mq_path_cell (print->columns[1].column, rows[i]);
      const char *value = mq_draft_value (renderer->draft, path);
      Part part = { .row = rows[i], .number = i + 1 };

      if (value != NULL && mq_decimal_parse (value, &part.percent) && mq_decimal_sign (part.percent) > 0)
        g_array_append_val (parts, part);
    }
  return parts;
}

/* of equal ones the later is the smaller */
static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *left = *(const Part *const *) a, *right = *(const Part *const *) b;
  int order = mq_decimal_cmp (right->percent, left->percent);

  return order != 0 ? order : (left->number > right->number) - (left->number < right->number);
}

/* Marks those that stand together: all but the largest. */
static void
mark_small (GArray *parts)
{
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();

  if (parts->len <= MOST)
    return;
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (ranked, &g_array_index (parts, Part, i));
  g_ptr_array_sort (ranked, compare_parts);
  for (guint i = MOST - 1; i < ranked->len; i++)
    ((Part *) g_ptr_array_index (ranked, i))->small = TRUE;
}

/* The small ones as one: «أخرى (٢٩)». */
static MqShare
share_of_small (MqRenderer *renderer, const MqField *column, const GArray *parts, double whole)
{
  MqDecimal sum = MQ_DECIMAL_ZERO;
  g_autofree char *value = NULL, *count = NULL, *figures = NULL;
  MqShare share = { 0 };
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->small)
        sum = mq_decimal_add (sum, part->percent);
      n += part->small;
    }
  value = mq_decimal_to_string (mq_decimal_normalize (sum));
  count = g_strdup_printf ("%u", n);
  figures = mq_digits_shape (count, renderer->house.digits);
  share.name.text = g_strdup_printf ("أخرى (%s)", figures);
  share.text.text = mq_printed_percent (renderer, column, value);
  share.part = g_ascii_strtod (value, NULL) / whole;
  return share;
}

static double
number_of (MqDecimal decimal)
{
  g_autofree char *text = mq_decimal_to_string (decimal);

  return g_ascii_strtod (text, NULL);
}

/**
 * mq_shares_read:
 * @renderer: a renderer
 * @table: a table
 * @print: a share bar of it
 * @reads: (nullable): gets what was read, added to what it holds
 *
 * The whole is a hundred, or the sum of what is there if that is more.
 *
 * Returns: (transfer full) (element-type MqShare): the parts of the bar, in the order of the print; none for rows
 *   without a share
 */
GArray *
mq_shares_read (MqRenderer *renderer, const MqField *table, const MqPrint *print, MqReads *reads)
{
  GArray *shares = g_array_new (FALSE, TRUE, sizeof (MqShare));
  g_autoptr (GArray) parts = NULL;
  const MqField *name, *percent;
  double whole = 0;
  gboolean small = FALSE;

  g_array_set_clear_func (shares, share_clear);
  g_return_val_if_fail (renderer != NULL && table != NULL && print->as == MQ_PRINT_SHARE_BAR, shares);

  name = print->columns[0].column;
  percent = print->columns[1].column;
  if (reads != NULL)
    {
      MqRendering rendering = { .renderer = renderer, .reads = reads };

      mq_render_rows_reads (renderer, table, print, reads);
      mq_rendering_read (&rendering, percent->path);
    }
  parts = read_parts (renderer, table, print);
  mark_small (parts);
  for (guint i = 0; i < parts->len; i++)
    whole += number_of (g_array_index (parts, Part, i).percent);
  whole = MAX (whole, 100);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      MqShare share = { .part = number_of (part->percent) / whole, .row = g_intern_string (part->row) };

      small |= part->small;
      if (part->small)
        continue;
      mq_render_cell (renderer, name, part->row, part->number, &share.name, reads);
      mq_render_cell (renderer, percent, part->row, part->number, &share.text, reads);
      g_array_append_val (shares, share);
    }
  if (small)
    {
      MqShare rest = share_of_small (renderer, percent, parts, whole);

      g_array_append_val (shares, rest);
    }
  return shares;
}

/**
 * mq_shares_sentence:
 * @renderer: a renderer
 * @print: a share bar
 * @shares: (element-type MqShare): its parts
 *
 * Returns: (transfer full): «شكل يبين توزيع الأسهم على المساهمين: شركة النيل ٦٠٪، شركة دجلة ٤٠٪.»
 */
char *
mq_shares_sentence (MqRenderer *renderer, const MqPrint *print, const GArray *shares)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (renderer != NULL && print != NULL && shares != NULL, NULL);

  text = g_string_new ("شكل يبين ");
  g_string_append (text, mq_render_figure_label (renderer, print));
  for (guint i = 0; i < shares->len; i++)
    {
      const MqShare *share = &g_array_index (shares, MqShare, i);

      g_string_append_printf (text, "%s%s %s", i == 0 ? ": " : "، ", share->name.text, share->text.text);
    }
  g_string_append_c (text, '.');
  return g_string_free (g_steal_pointer (&text), FALSE);
}
