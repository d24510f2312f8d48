/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-kind-reader.h"

#include <string.h>

/* columns of a table on paper, and signatures side by side */
#define MOST_COLUMNS 64

/* What tables have: columns, rows of a new draft, and ways to print. */

/* ---- rows ---- */

static gboolean
read_row (MqKindReader *reader, const xmlNode *node, const MqField *table, MqModelRow *row)
{
  const xmlNode *cell;
  const char **columns, **cells;

  if (!mq_kind_reader_check_names (reader, node, "id formula", "label cell"))
    return FALSE;

  row->id = mq_kind_reader_keep_attribute (reader, node, "id");
  row->formula = mq_kind_reader_keep_attribute (reader, node, "formula");
  row->label = mq_kind_reader_label (reader, node, "label");
  row->n_cells = mq_kind_reader_count_children (node, "cell");
  row->columns = columns = mq_kind_reader_keep_block (reader, g_new0 (const char *, row->n_cells));
  row->cells = cells = mq_kind_reader_keep_block (reader, g_new0 (const char *, row->n_cells));
  if (row->id == NULL || xmlValidateNCName ((const xmlChar *) row->id, 0) != 0)
    return mq_kind_reader_fail (reader, node, "a row has an id");

  for (cell = mq_xml_first (node); cell != NULL; cell = mq_xml_next (cell))
    {
      if (!mq_xml_is (cell, "cell"))
        continue;
      *columns = mq_kind_reader_keep_attribute (reader, cell, "column");
      *cells = mq_kind_reader_keep (reader, mq_xml_text (cell));
      if (*columns == NULL || *cells == NULL || mq_field_column (table, *columns) == NULL)
        return mq_kind_reader_fail (reader, cell, "%s has no column “%s”", table->path,
                                    *columns != NULL ? *columns : "");
      columns++;
      cells++;
    }

  return TRUE;
}

static gboolean
read_rows (MqKindReader *reader, const xmlNode *parent, MqField *field)
{
  const xmlNode *node;
  MqModelRow *rows;

  field->n_rows = mq_kind_reader_count_children (parent, "row");
  field->rows = rows = mq_kind_reader_keep_block (reader, g_new0 (MqModelRow, field->n_rows));

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    if (mq_xml_is (node, "row") && !read_row (reader, node, field, rows++))
      return FALSE;

  return TRUE;
}

/* ---- prints ---- */

static gboolean
find_column (MqKindReader *reader, const xmlNode *node, const MqField *table, const char *name,
             const MqField **column)
{
  *column = name != NULL ? mq_field_column (table, name) : NULL;
  if (*column == NULL)
    return mq_kind_reader_fail (reader, node, "%s has no column “%s”", table->path, name != NULL ? name : "");

  return TRUE;
}

static gboolean
read_print_title (MqKindReader *reader, const xmlNode *node, const MqField *table, MqPrint *print)
{
  g_auto (GStrv) names = g_strsplit (mq_xml_attribute (node, "title"), " ", -1);
  const MqField **title;

  print->n_title = g_strv_length (names);
  title = mq_kind_reader_keep_block (reader, g_new0 (const MqField *, print->n_title));
  print->title = title;
  for (guint i = 0; i < print->n_title; i++)
    if (!find_column (reader, node, table, names[i], &title[i]))
      return FALSE;

  return TRUE;
}

static gboolean
read_print_columns (MqKindReader *reader, const xmlNode *parent, const MqField *table, MqPrint *print)
{
  const xmlNode *node;
  MqPrintColumn *columns;

  print->n_columns = mq_kind_reader_count_children (parent, "column");
  if (print->n_columns > MOST_COLUMNS || print->per_row > MOST_COLUMNS)
    return mq_kind_reader_fail (reader, parent, "a table prints in no more than %d columns", MOST_COLUMNS);
  print->columns = columns = mq_kind_reader_keep_block (reader, g_new0 (MqPrintColumn, print->n_columns));

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    {
      if (!mq_xml_is (node, "column"))
        continue;
      if (!mq_kind_reader_check_names (reader, node, "name width total", "") ||
          !find_column (reader, node, table, mq_xml_attribute (node, "name"), &columns->column) ||
          !mq_kind_reader_count (reader, node, "width", &columns->width) ||
          !mq_kind_reader_bool (reader, node, "total", FALSE, &columns->total))
        return FALSE;
      columns++;
    }

  return TRUE;
}

/* What is drawn of each row must be there and of its type: a figure that cannot be drawn would be missing silently. */
static gboolean
check_figure (MqKindReader *reader, const xmlNode *node, const MqPrint *print)
{
  gboolean bar = print->as == MQ_PRINT_SHARE_BAR;
  guint most = bar ? 2 : 3;

  if (print->label.ar == NULL)
    return mq_kind_reader_fail (reader, node, "a figure has an Arabic label: what it shows");
  if (print->n_columns < 2 || print->n_columns > most)
    return mq_kind_reader_fail (reader, node, bar ? "a share bar has a name and a percentage"
                                                  : "a timeline has a name and one or two dates");
  for (guint i = 1; i < print->n_columns; i++)
    if (print->columns[i].column->type != (bar ? MQ_TYPE_PERCENT : MQ_TYPE_DATE))
      return mq_kind_reader_fail (reader, node, bar ? "“%s” is no percentage" : "“%s” is no date",
                                  print->columns[i].column->path);

  return TRUE;
}

static gboolean
read_figure (MqKindReader *reader, const xmlNode *node, MqPrint *print)
{
  const xmlNode *points = mq_xml_child (node, "points");

  if (!mq_print_is_figure (print))
    return (points == NULL && mq_xml_child (node, "label") == NULL)
           || mq_kind_reader_fail (reader, node, "only a figure has a label, only a timeline has points");

  print->label = mq_kind_reader_label (reader, node, "label");
  if (points != NULL)
    {
      if (print->as != MQ_PRINT_TIMELINE)
        return mq_kind_reader_fail (reader, points, "only a timeline has points");
      if (!mq_kind_reader_check_names (reader, points, "by name date", ""))
        return FALSE;
      print->points_by = mq_kind_reader_keep_attribute (reader, points, "by");
      print->points_name = mq_kind_reader_keep_attribute (reader, points, "name");
      print->points_date = mq_kind_reader_keep_attribute (reader, points, "date");
      if (print->points_by == NULL || print->points_name == NULL || print->points_date == NULL)
        return mq_kind_reader_fail (reader, points, "points have by, name and date");
    }

  return check_figure (reader, node, print);
}

static gboolean
read_print (MqKindReader *reader, const xmlNode *node, const MqField *table, MqPrint *print)
{
  static const char *const forms[] = { "table", "records", "list", "definitions", "signatures", "share-bar",
                                       "timeline", NULL };
  const char *as = mq_xml_attribute (node, "as"), *order = mq_xml_attribute (node, "order");
  guint form = 0;

  if (!mq_kind_reader_check_names (reader, node, "as view rows order descending note title per-row",
                                   "column template label points"))
    return FALSE;

  while (forms[form] != NULL && g_strcmp0 (forms[form], as) != 0)
    form++;
  if (forms[form] == NULL)
    return mq_kind_reader_fail (reader, node, "a table does not print as “%s”", as != NULL ? as : "");

  print->as = (MqPrintAs) form;
  print->view = mq_kind_reader_keep_attribute (reader, node, "view");
  print->rows = mq_kind_reader_keep_attribute (reader, node, "rows");
  print->note = mq_kind_reader_keep_attribute (reader, node, "note");
  print->template = mq_xml_public (mq_xml_child (node, "template"));
  if (print->as == MQ_PRINT_LIST && print->template == NULL)
    return mq_kind_reader_fail (reader, node, "a list has a template");

  return (order == NULL || find_column (reader, node, table, order, &print->order)) &&
         (mq_xml_attribute (node, "title") == NULL || read_print_title (reader, node, table, print)) &&
         mq_kind_reader_bool (reader, node, "descending", FALSE, &print->descending) &&
         mq_kind_reader_count (reader, node, "per-row", &print->per_row) &&
         read_print_columns (reader, node, table, print) &&
         read_figure (reader, node, print);
}

static gboolean
read_prints (MqKindReader *reader, const xmlNode *parent, MqField *field)
{
  const xmlNode *node;
  MqPrint *prints;

  field->n_prints = mq_kind_reader_count_children (parent, "print");
  field->prints = prints = mq_kind_reader_keep_block (reader, g_new0 (MqPrint, field->n_prints));

  for (node = mq_xml_first (parent); node != NULL; node = mq_xml_next (node))
    if (mq_xml_is (node, "print") && !read_print (reader, node, field, prints++))
      return FALSE;

  return TRUE;
}

/* ---- columns ---- */

/* Reads columns, rows and prints of a table; nothing else has any. */
gboolean
mq_kind_read_columns (MqKindReader *reader, const xmlNode *node, MqField *table, const MqGroup *group)
{
  const xmlNode *child;
  const MqField **columns;
  guint i = 0;

  table->n_columns = mq_kind_reader_count_children (node, "column");
  columns = mq_kind_reader_keep_block (reader, g_new0 (const MqField *, table->n_columns));
  table->columns = columns;

  if ((table->type == MQ_TYPE_TABLE) != (table->n_columns > 0))
    return mq_kind_reader_fail (reader, node, "a table has columns, and nothing else has");

  for (child = mq_xml_first (node); child != NULL; child = mq_xml_next (child))
    {
      MqFieldInside *inside;

      if (!mq_xml_is (child, "column"))
        continue;
      inside = mq_kind_read_field (reader, child, table->path);
      if (inside == NULL)
        return FALSE;
      if (inside->field.type == MQ_TYPE_TABLE)
        return mq_kind_reader_fail (reader, child, "a column is no table");
      inside->is_cell = TRUE;
      inside->field.group = group;
      inside->field.table = table;
      inside->field.index = i;
      columns[i++] = &inside->field;
    }

  return read_rows (reader, node, table) && read_prints (reader, node, table);
}
