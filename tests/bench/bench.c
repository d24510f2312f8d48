/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

/* mq-bench              all measurements; 1 when a target is missed
 * mq-bench export       layout and export of 300 pages beside the floor
 * mq-bench growth       30, 300 and 3,000 pages
 * mq-bench edit         a letter typed in 300 pages
 * mq-bench draft PAGES FILE      only makes a draft of about that many pages
 *
 * Everything is a ratio within one run, or CPU time: the machine may be busy with other things. */

#define ROUNDS 5
#define EXPORT_RATIO 0.5      /* of the floor's CPU */
#define EXPORT_PEAK 80.0      /* MiB */
#define KEY_MEDIAN 4.0        /* ms */
#define KEY_P95 10.0
#define GROWTH 1.15           /* what a page more may cost at 3,000 pages, of what it costs at 300 */
#define LONG_PEAK 338.0       /* MiB, of 3,000 pages */

static const char *self;
static char *folder;

/* ---- children ---- */

/* Runs a part of this program and gives what it printed. */
static char *
run (const char *mode, const char *a, const char *b)
{
  const char *argv[] = { self, "--child", mode, a, b, NULL };
  GError *error = NULL;
  char *out = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s %s: %s", mode, a, error->message);
  return out;
}

static double
number (const char *out, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s=", name);
  const char *at = out;

  while ((at = strstr (at, key)) != NULL && at != out && at[-1] != ' ' && at[-1] != '\n')
    at++;
  if (at == NULL)
    g_error ("no %s in: %s", name, out);
  return g_ascii_strtod (at + strlen (key), NULL);
}

static double
number_of_run (const char *mode, const char *a, const char *b, const char *name)
{
  g_autofree char *out = run (mode, a, b);

  return number (out, name);
}

/* ---- drafts of a size ---- */

static char *
write_draft (const char *base, guint n_articles)
{
  char *file = g_strdup_printf ("%s/%u.muqtarah", folder, n_articles);
  g_autofree char *text = bench_draft_text (base, n_articles);

  if (!g_file_set_contents (file, text, -1, NULL))
    g_error ("cannot write %s", file);
  return file;
}

/* A draft of about so many pages: two sizes are tried, and pages grow in line with articles. */
static char *
draft_of (guint pages)
{
  static double at_first, for_each;
  g_autofree char *base = bench_draft_base ();

  if (for_each <= 0)
    {
      const guint few = 60, many = 360;
      g_autofree char *small = write_draft (base, few), *large = write_draft (base, many);
      double a = number_of_run ("export", small, "-", "pages"),
             b = number_of_run ("export", large, "-", "pages");

      for_each = (b - a) / (many - few);
      at_first = a - few * for_each;
    }
  return write_draft (base, (guint) MAX (1, lround ((pages - at_first) / for_each)));
}

/* ---- measurements ---- */

static int
by_size (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, by_size);
  return values[n / 2];
}

static gboolean
verdict (gboolean met, const char *what)
{
  printf ("%s %s\n\n", met ? "met:   " : "MISSED:", what);
  return met;
}

/* In turns, so that both meet the same weather. */
static gboolean
bench_against_floor (void)
{
  g_autofree char *draft = draft_of (300), *text = g_build_filename (folder, "text", NULL);
  double ours[ROUNDS], floors[ROUNDS], ratios[ROUNDS], peak = 0;
  g_autofree char *last = NULL, *last_floor = NULL, *counted = run ("text", draft, text);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_free (last);
      g_free (last_floor);
      last = run ("export", draft, "-");
      last_floor = run ("floor", text, NULL);
      ours[i] = number (last, "cpu");
      floors[i] = number (last_floor, "cpu");
      ratios[i] = ours[i] / floors[i];
      peak = MAX (peak, number (last, "peak"));
      printf ("  round %u: layout and export %.3f s, floor %.3f s, ratio %.3f\n", i + 1, ours[i], floors[i],
              ratios[i]);
    }
  printf ("layout and export of %.0f pages: CPU %.3f s (layout %.3f, export %.3f; reading the draft %.3f "
          "more), peak "
          "%.1f MiB, %.0f blocks, %.0f distinct words\n",
          number (last, "pages"), median (ours, ROUNDS), number (last, "layout"), number (last, "export"),
          number (last, "load"), peak, number (last, "blocks"), number (last, "words"));
  printf ("floor, PangoLayout and Cairo, the same %.0f characters, %.0f pages: CPU %.3f s, peak %.1f MiB\n",
          number (counted, "characters"), number (last_floor, "pages"), median (floors, ROUNDS),
          number (last_floor, "peak"));
  printf ("ratio, median of %d rounds in turns: %.3f\n", ROUNDS, median (ratios, ROUNDS));
  gboolean met
      = verdict (ratios[ROUNDS / 2] <= EXPORT_RATIO, "layout and export at most half of the floor's CPU");
  return verdict (peak <= EXPORT_PEAK, "at most 80 MiB") && met;
}

static gboolean
bench_growth (void)
{
  static const guint sizes[] = { 30, 300, 3000 };
  enum { N = G_N_ELEMENTS (sizes) };
  double cpu[N][ROUNDS], wall[N][ROUNDS], cpus[N], walls[N], pages[N] = { 0 }, peak[N] = { 0 }, growth[ROUNDS];
  char *drafts[N];

  for (guint s = 0; s < N; s++)
    drafts[s] = draft_of (sizes[s]);
  /* All sizes in each round, so that they meet the same weather. */
  for (guint i = 0; i < ROUNDS; i++)
    {
      for (guint s = 0; s < N; s++)
        {
          g_autofree char *out = run ("export", drafts[s], "-");

          cpu[s][i] = number (out, "cpu");
          wall[s][i] = number (out, "wall");
          pages[s] = number (out, "pages");
          peak[s] = MAX (peak[s], number (out, "peak"));
        }
      /* What a page more costs, so that what every run costs once (fonts) is in neither. */
      growth[i] = ((cpu[2][i] - cpu[1][i]) / (pages[2] - pages[1]))
                  / ((cpu[1][i] - cpu[0][i]) / (pages[1] - pages[0]));
    }
  for (guint s = 0; s < N; s++)
    {
      g_free (drafts[s]);
      cpus[s] = median (cpu[s], ROUNDS);
      walls[s] = median (wall[s], ROUNDS);
      printf ("%5.0f pages, laid out and exported: CPU %7.3f s, %.3f ms a page; wall %7.3f s, %.3f ms a page; "
              "peak %.1f MiB, %.0f KiB a page\n",
              pages[s], cpus[s], 1000 * cpus[s] / pages[s], walls[s], 1000 * walls[s] / pages[s], peak[s],
              1024 * peak[s] / pages[s]);
    }
  for (guint s = 1; s < N; s++)
    printf ("a page more, from %.0f to %.0f: CPU %.3f ms, wall %.3f ms, %.0f KiB\n", pages[s - 1], pages[s],
            1000 * (cpus[s] - cpus[s - 1]) / (pages[s] - pages[s - 1]),
            1000 * (walls[s] - walls[s - 1]) / (pages[s] - pages[s - 1]),
            1024 * (peak[s] - peak[s - 1]) / (pages[s] - pages[s - 1]));
  printf ("its CPU at 3,000 pages, of that at 300, median of %d rounds: %.3f\n", ROUNDS, median (growth, ROUNDS));
  gboolean met = verdict (median (growth, ROUNDS) <= GROWTH, "linear: at most 1.15");
  return verdict (peak[2] <= LONG_PEAK, "3,000 pages in at most 338 MiB") && met;
}

static gboolean
bench_keys (void)
{
  g_autofree char *draft = draft_of (300), *out = run ("edit", draft, NULL);
  double middle = number (out, "median"), late = number (out, "p95");

  printf ("a letter typed in one of %.0f printed facts of %.0f pages, until its page is painted, %.0f "
          "letters: CPU "
          "median %.2f ms, 95 %% %.2f ms, most %.2f ms (until laid out: %.2f, 95 %% %.2f)\n",
          number (out, "facts"), number (out, "pages"), number (out, "keys"), middle, late,
          number (out, "most"), number (out, "laidout"), number (out, "laidout95"));
  return verdict (middle <= KEY_MEDIAN && late <= KEY_P95, "at most 4 ms median, 10 ms at 95 %");
}

/* ---- the program ---- */

static int
child (int argc, char **argv)
{
  if (g_str_equal (argv[0], "export") && argc == 3)
    return bench_export (argv[1], argv[2]);
  if (g_str_equal (argv[0], "text") && argc == 3)
    return bench_text (argv[1], argv[2]);
  if (g_str_equal (argv[0], "floor") && argc == 2)
    return bench_floor (argv[1]);
  if (g_str_equal (argv[0], "edit") && argc == 2)
    return bench_edit (argv[1]);
  return 2;
}

static void
remove_folder (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_remove (file);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  const char *mode = argc > 1 ? argv[1] : "all";
  gboolean all = g_str_equal (mode, "all"), met = TRUE;

  if (argc > 2 && g_str_equal (mode, "--child"))
    return child (argc - 2, argv + 2);
  self = argv[0];
  setvbuf (stdout, NULL, _IOLBF, 0);
  folder = g_dir_make_tmp ("mq-bench-XXXXXX", NULL);
  if (folder == NULL)
    g_error ("no folder for drafts");
  if (g_str_equal (mode, "draft") && argc == 4)
    {
      g_autofree char *draft = draft_of ((guint) atoi (argv[2])), *text = NULL;
      gsize length;

      met = g_file_get_contents (draft, &text, &length, NULL)
            && g_file_set_contents (argv[3], text, (gssize) length, NULL);
    }
  if (all || g_str_equal (mode, "export"))
    met &= bench_against_floor ();
  if (all || g_str_equal (mode, "edit"))
    met &= bench_keys ();
  if (all || g_str_equal (mode, "growth"))
    met &= bench_growth ();
  remove_folder ();
  return met ? 0 : 1;
}
