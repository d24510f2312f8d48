/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "bench.h"
#include "mq-check.h"
#include "mq-paint.h"
#include "mq-pdf.h"
#include "mq-store.h"

#define KEYS 400              /* letters typed */
#define SCREEN_WIDTH 794
#define SCREEN_HEIGHT 1123
#define SCREEN_SCALE (4 / 3.)

static double
seconds (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec + (double) time.tv_nsec * 1e-9;
}

double
bench_cpu (void)
{
  return seconds (CLOCK_PROCESS_CPUTIME_ID);
}

double
bench_wall (void)
{
  return seconds (CLOCK_MONOTONIC);
}

double
bench_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static MqDraft *
load (const char *file)
{
  MqProblem *problem = NULL;
  MqDraft *draft = mq_store_load (file, &problem);

  if (draft == NULL)
    g_error ("%s: %s", file, mq_problem_message (problem));
  mq_compute_attach (draft);
  return draft;
}

/* ---- the whole way ---- */

int
bench_export (const char *file, const char *pdf)
{
  MqProblem *problem = NULL;
  double start = bench_cpu ();
  g_autoptr (MqDraft) draft = load (file);
  double loaded = bench_cpu (), wall = bench_wall ();
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  guint pages = mq_flow_n_pages (flow);
  double laid_out = bench_cpu ();
  g_autoptr (GBytes) bytes = mq_pdf_export (flow, MQ_COPY_CLEAN, NULL, NULL, &problem);
  double exported = bench_cpu ();

  if (bytes == NULL)
    g_error ("%s: %s", file, mq_problem_message (problem));
  printf ("cpu=%.4f wall=%.4f load=%.4f layout=%.4f export=%.4f pages=%u blocks=%u words=%u bytes=%zu "
          "peak=%.1f\n",
          exported - loaded, bench_wall () - wall, loaded - start, laid_out - loaded, exported - laid_out,
          pages, mq_flow_blocks (flow)->len, mq_shaper_n_words (mq_flow_shaper (flow)),
          g_bytes_get_size (bytes), bench_peak ());
  if (!g_str_equal (pdf, "-")
      && !g_file_set_contents (pdf, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
    return 1;
  return 0;
}

/* ---- the text, for the floor ---- */

int
bench_text (const char *file, const char *out)
{
  g_autoptr (MqDraft) draft = load (file);
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  const GArray *blocks = mq_flow_blocks (flow);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const MqBlock *block = &g_array_index (blocks, MqBlock, i);

      for (guint c = 0; c < block->n_cells; c++)
        if (block->cells[c].text != NULL && block->cells[c].text[0] != '\0')
          g_string_append_printf (text, "%s\n", block->cells[c].text);
    }
  printf ("blocks=%u characters=%ld\n", blocks->len, g_utf8_strlen (text->str, -1));
  return g_file_set_contents (out, text->str, (gssize) text->len, NULL) ? 0 : 1;
}

/* ---- a letter typed ---- */

static gboolean
is_typed_text (const MqField *field)
{
  return field->formula == NULL && (field->type == MQ_TYPE_TEXT || field->type == MQ_TYPE_PARA
                                    || field->type == MQ_TYPE_PARAS || field->type == MQ_TYPE_LIST);
}

static void
add_if_printed (MqFlow *flow, char *path, GPtrArray *paths)
{
  MqDraft *draft = mq_flow_draft (flow);
  const char *value = mq_draft_value (draft, path);

  if (value != NULL && !mq_check_read_only (draft, path) && mq_flow_page_of (flow, NULL, path) != G_MAXUINT)
    g_ptr_array_add (paths, path);
  else
    g_free (path);
}

/* The facts, and cells of tables, that hold text which somebody typed and which is printed.  Empty ones of a
 * draft without facts are filled first, or there would be none. */
static GPtrArray *
typed_facts (MqFlow *flow)
{
  MqDraft *draft = mq_flow_draft (flow);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  guint n_groups;
  const MqGroup *const *groups = mq_kind_groups (mq_draft_kind (draft), &n_groups);

  for (guint g = 0; g < n_groups; g++)
    for (guint f = 0; f < groups[g]->n_facts; f++)
      {
        const MqField *field = groups[g]->facts[f];

        if (field->type == MQ_TYPE_TABLE)
          {
            guint n_rows;
            g_autofree const char **rows = mq_draft_rows (draft, field->path, &n_rows);

            for (guint r = 0; r < n_rows; r++)
              for (guint c = 0; c < field->n_columns; c++)
                if (is_typed_text (field->columns[c]))
                  add_if_printed (flow,
                                  g_strdup_printf ("%s/%s/%s", field->path, rows[r], field->columns[c]->name),
                                  paths);
          }
        else if (is_typed_text (field))
          {
            if (mq_draft_value (draft, field->path) == NULL)
              mq_draft_set (draft, field->path, "نص للتجربة", NULL);
            add_if_printed (flow, g_strdup (field->path), paths);
          }
      }
  return paths;
}

/* A letter more in the middle of the value; a letter less when there is no room for more. */
static gboolean
type_letter (MqDraft *draft, const char *path)
{
  const char *value = mq_draft_value (draft, path);
  const char *middle = g_utf8_offset_to_pointer (value, g_utf8_strlen (value, -1) / 2);
  g_autofree char *more = g_strdup_printf ("%.*sب%s", (int) (middle - value), value, middle);
  g_autofree char *less = g_strdup_printf ("%.*s%s", (int) (middle - value), value,
                                           g_utf8_next_char (middle));

  return mq_draft_set (draft, path, more, NULL) || mq_draft_set (draft, path, less, NULL);
}

static void
paint (MqFlow *flow, guint page, cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  mq_paint_page (flow, page, cr);
  cairo_surface_flush (cairo_get_target (cr));
}

static int
by_size (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
part_of (GArray *values, double part)
{
  g_array_sort (values, by_size);
  return values->len > 0 ? g_array_index (values, double, MIN (values->len - 1, (guint) (values->len * part)))
                         : 0;
}

int
bench_edit (const char *file)
{
  g_autoptr (MqDraft) draft = load (file);
  g_autoptr (MqFlow) flow = mq_flow_new (draft);
  g_autoptr (GPtrArray) paths = typed_facts (flow);
  g_autoptr (GArray) change = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SCREEN_WIDTH, SCREEN_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  if (paths->len == 0)
    g_error ("no typed text is printed");
  cairo_scale (cr, SCREEN_SCALE, SCREEN_SCALE);
  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    paint (flow, page, cr);
  for (guint i = 0; i < KEYS; i++)
    {
      const char *path = paths->pdata[g_rand_int_range (random, 0, (gint32) paths->len)];
      double start = bench_cpu ();

      if (!type_letter (draft, path))
        continue;
      guint page = mq_flow_page_of (flow, NULL, path);
      double changed = bench_cpu ();
      paint (flow, page != G_MAXUINT ? page : 0, cr);
      double painted = bench_cpu ();

      changed = 1000 * (changed - start);
      painted = 1000 * (painted - start);
      g_array_append_val (change, changed);
      g_array_append_val (all, painted);
      if (g_getenv ("MQ_BENCH_SLOW") != NULL && painted > 10)
        printf ("# %s: %.2f ms, of it %.2f until laid out\n", path, painted, changed);
    }
  printf ("median=%.3f p95=%.3f most=%.3f laidout=%.3f laidout95=%.3f keys=%u facts=%u pages=%u\n",
          part_of (all, .5), part_of (all, .95), part_of (all, 1), part_of (change, .5),
          part_of (change, .95), all->len, paths->len, mq_flow_n_pages (flow));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
