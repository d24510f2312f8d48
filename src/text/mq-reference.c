/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-citation.h"
#include "mq-render-private.h"

/* References to articles and annexes, cited as mq-citation.h has it: «المادة (٥)», «المادتين (٥) و(٦)», «المواد من (٥)
 * إلى (٩)». */

/* where the annexes stand: what <ref annex="KIND"/> means, for every kind of proposal */
#define ANNEXES "annex/list"
#define ANNEX_KIND "kind"

typedef struct {
  guint number;
  const char *target;           /* interned */
} Target;

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const Target *left = a, *right = b;

  return (left->number > right->number) - (left->number < right->number);
}

static void
sort_targets (GArray *targets)
{
  g_array_sort (targets, compare_targets);
  for (guint i = targets->len; i-- > 1;)
    if (g_array_index (targets, Target, i).number == g_array_index (targets, Target, i - 1).number)
      g_array_remove_index (targets, i);
}

static void
find_articles (MqRendering *rendering, const char *to, GArray *targets)
{
  g_auto (GStrv) ids = g_strsplit_set (to, " \t\n", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      Target target = { mq_renderer_number (rendering->renderer, ids[i]), g_intern_string (ids[i]) };

      if (target.number > 0)
        g_array_append_val (targets, target);
    }
}

static void
find_annexes (MqRendering *rendering, const char *kind, GArray *targets)
{
  MqRenderer *renderer = rendering->renderer;
  const MqField *table = mq_kind_field (renderer->kind, ANNEXES);
  const MqField *column = table != NULL ? mq_field_column (table, ANNEX_KIND) : NULL;
  g_autofree const char **rows = NULL;
  guint n = 0;

  if (column == NULL)
    return;
  mq_rendering_read (rendering, table->path);
  mq_rendering_read (rendering, column->path);
  rows = mq_draft_rows (renderer->draft, table->path, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = mq_path_cell (column, rows[i]);
      g_autofree char *row = g_strdup_printf ("%s/%s", table->path, rows[i]);
      Target target = { i + 1, g_intern_string (row) };

      if (g_strcmp0 (mq_draft_value (renderer->draft, path), kind) == 0)
        g_array_append_val (targets, target);
    }
}

static GArray *
find_targets (MqRendering *rendering, const MqNode *ref)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (Target));
  const char *to = mq_node_attribute (ref, "to");
  const char *annex = mq_node_attribute (ref, "annex");

  if (to != NULL)
    find_articles (rendering, to, targets);
  else if (annex != NULL)
    find_annexes (rendering, annex, targets);
  sort_targets (targets);
  return targets;
}

/* whether none of the targets of @ref prints */
gboolean
mq_reference_is_unset (MqRendering *rendering, const MqNode *ref)
{
  g_autoptr (GArray) targets = find_targets (rendering, ref);

  return targets->len == 0;
}

/* whether the first and the last stand for all */
static gboolean
are_range (const GArray *targets)
{
  g_autofree guint *numbers = g_new (guint, targets->len);

  for (guint i = 0; i < targets->len; i++)
    numbers[i] = g_array_index (targets, Target, i).number;
  return mq_citation_range (numbers, targets->len);
}

static void
append_number (MqRendering *rendering, const Target *target)
{
  g_autofree char *ascii = g_strdup_printf ("(%u)", target->number);
  g_autofree char *shaped = mq_digits_shape (ascii, rendering->renderer->house.digits);

  g_string_append (rendering->text, shaped);
}

static void
render_targets (MqRendering *rendering, const GArray *targets, MqCited what, MqCase case_)
{
  const Target *first = &g_array_index (targets, Target, 0);
  gboolean range = are_range (targets);
  /* the noun goes with the first number, so that a single reference is one link */
  guint span = mq_rendering_open (rendering, MQ_SPAN_REF, first->target);

  g_string_append (rendering->text, mq_citation_noun (what, targets->len, case_));
  g_string_append (rendering->text, range ? " من " : " ");
  append_number (rendering, first);
  mq_rendering_close (rendering, span);
  for (guint i = range ? targets->len - 1 : 1; i < targets->len; i++)
    {
      const Target *target = &g_array_index (targets, Target, i);

      g_string_append (rendering->text, range ? " إلى " : " و");
      span = mq_rendering_open (rendering, MQ_SPAN_REF, target->target);
      append_number (rendering, target);
      mq_rendering_close (rendering, span);
    }
}

/* A reference that leads nowhere shows that it does. */
static void
render_dangling (MqRendering *rendering, const MqNode *ref)
{
  MqRenderer *renderer = rendering->renderer;
  const char *annex = mq_node_attribute (ref, "annex");
  const char *to = mq_node_attribute (ref, "to");
  const MqField *column = mq_kind_field (renderer->kind, ANNEXES "/" ANNEX_KIND);
  const MqOption *option = annex != NULL && column != NULL ? mq_field_option (column, annex) : NULL;
  g_autofree char *text = NULL;

  if (to != NULL || annex == NULL)
    text = g_strdup ("[إحالة إلى مادة محذوفة]");
  else if (option == NULL)
    text = g_strdup ("[إحالة إلى ملحق غير مدرج]");
  else
    text = g_strdup_printf ("[إحالة إلى ملحق غير مدرج: %s]",
                            mq_house_option_label (&renderer->house, column, option));
  mq_rendering_append (rendering, MQ_SPAN_BLANK, to != NULL ? to : ANNEXES, text);
}

/* Adds a reference, agreeing with how many of its targets print. */
void
mq_reference_render (MqRendering *rendering, const MqNode *ref)
{
  g_autoptr (GArray) targets = find_targets (rendering, ref);
  MqCase case_;

  /* without one it is nominative */
  mq_case_parse (mq_node_attribute (ref, "case"), &case_);
  if (targets->len == 0)
    render_dangling (rendering, ref);
  else
    render_targets (rendering, targets, mq_node_attribute (ref, "to") != NULL ? MQ_CITED_ARTICLE : MQ_CITED_ANNEX,
                    case_);
}
