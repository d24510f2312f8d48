/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-columns.h"

#define MEASURE 450.0

typedef struct {
  const char *name;
  guint n;
  double share[4], needed[4], least[4];
  guint n_rows;
  double lengths[8];
  double width[4];
  MqColumnsFit fit;
} Case;

static const Case cases[] = {
  { "what is asked for", 3, { 50, 30, 20 }, { 60, 60, 60 }, { 60, 60, 60 }, 0, { 0 }, { 225, 135, 90 } },
  { "shares that are not of a hundred", 2, { 1, 2 }, { 60, 60 }, { 60, 60 }, 0, { 0 }, { 150, 300 } },
  { "no shares", 3, { 0, 0, 0 }, { 0, 0, 0 }, { 0, 0, 0 }, 0, { 0 }, { 150, 150, 150 } },
  { "an amount takes from the one that has room", 2, { 80, 20 }, { 100, 130 }, { 100, 130 }, 0, { 0 },
    { 320, 130 } },
  { "each gives in proportion to its room", 3, { 40, 40, 20 }, { 80, 130, 120 }, { 80, 130, 120 }, 0, { 0 },
    { 160, 170, 120 } },
  { "none narrower than 12 mm", 2, { 95, 5 }, { 20, 20 }, { 20, 20 }, 0, { 0 }, { 416, 34 } },
  { "more than there is: by what is needed", 2, { 50, 50 }, { 600, 300 }, { 600, 300 }, 0, { 0 },
    { 300, 150 }, MQ_COLUMNS_CUT },
  { "short texts leave the shares", 2, { 70, 30 }, { 60, 60 }, { 60, 60 }, 1, { 200, 100 }, { 315, 135 } },
  { "a long text takes from a short one", 2, { 50, 50 }, { 60, 60 }, { 60, 60 }, 1, { 900, 70 },
    { 387, 63 } },
  { "amounts part from their currency when they must", 2, { 50, 50 }, { 300, 300 }, { 200, 200 }, 0, { 0 },
    { 225, 225 }, MQ_COLUMNS_PARTED },
  { "and not for the text beside them", 2, { 50, 50 }, { 60, 390 }, { 60, 200 }, 1,
    { 500, 380 }, { 60, 390 } },
  { "words after amounts", 2, { 50, 50 }, { 400, 300 }, { 200, 300 }, 0,
    { 0 }, { 180, 270 }, MQ_COLUMNS_CUT },
};

static void
test_fit (gconstpointer data)
{
  const Case *row = data;
  MqColumn columns[4];
  double sum = 0;

  for (guint i = 0; i < row->n; i++)
    columns[i] = (MqColumn) { row->share[i], row->needed[i], row->least[i], 0 };
  g_assert_cmpint (mq_columns_fit (columns, row->n, MEASURE, row->lengths, row->n_rows, NULL), ==, row->fit);
  for (guint i = 0; i < row->n; i++)
    {
      sum += columns[i].width;
      g_test_message ("column %u: %.1f", i, columns[i].width);
    }
  for (guint i = 0; i < row->n; i++)
    g_assert_cmpfloat_with_epsilon (columns[i].width, row->width[i], 3.5);
  g_assert_cmpfloat_with_epsilon (sum, MEASURE, 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/columns/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_fit);
    }
  return g_test_run ();
}
