/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-furniture.h"

#include <string.h>

#include "mq-title.h"

/* Base lines: over the body and under it, in points. */
#define HEAD_OVER_BODY 27.0
#define FOOT_UNDER_BODY 38.0
/* What the title may take of the measure; the classification has the rest. */
#define TITLE_SHARE .74

/* ---- what all pages share ---- */

/* As much of @text as stands on one line of @width. */
static char *
shorten (MqMaker *maker, const char *text, double width)
{
  MqPara para = { 0 };
  char *shortened = NULL;

  if (mq_maker_width (maker, text, MQ_LOOK_FURNITURE, FALSE, NULL) <= width)
    return g_strdup (text);
  /* the words of a first line that leaves room for the dots */
  mq_para_set_text (&para, maker->shaper, text, mq_look_attributes (MQ_LOOK_FURNITURE, FALSE), width - 12,
                    MQ_ALIGN_START);
  if (para.n_lines > 0 && para.lines[0].end > para.lines[0].first)
    {
      const MqBit *last = &para.bits[para.lines[0].end - 1];
      g_autofree char *words = g_strndup (text, last->offset + last->length);

      shortened = g_strconcat (words, " …", NULL);
    }
  mq_para_clear (&para);
  return shortened;
}

static char *
labelled (MqMaker *maker, const char *path)
{
  const MqField *field = mq_kind_field (maker->kind, path);
  g_autofree char *value = NULL, *label = NULL;

  if (!field)
    return NULL;
  mq_maker_read (maker, path);
  value = mq_render_value (maker->renderer, path, NULL, NULL, NULL);
  label = mq_maker_label_colon (maker, field);
  return value ? g_strconcat (label, " ", value, NULL) : NULL;
}

/* Not every page of what anyone may see is marked: these are told on the title page alone. */
static char *
classification (MqMaker *maker)
{
  const char *token;

  if (!mq_kind_field (maker->kind, MQ_COVER_CLASSIFICATION))
    return NULL;
  mq_maker_read (maker, MQ_COVER_CLASSIFICATION);
  token = mq_draft_value (maker->draft, MQ_COVER_CLASSIFICATION);
  if (!token || strcmp (token, "public") == 0 || strcmp (token, "official") == 0)
    return NULL;
  return mq_render_value (maker->renderer, MQ_COVER_CLASSIFICATION, NULL, NULL, NULL);
}

/**
 * mq_running_read:
 * @running: (inout): what it held is freed
 *
 * Reads from the draft what stands at the head and foot of every page.
 */
void
mq_running_read (MqRunning *running, MqMaker *maker, const MqPaper *paper)
{
  MqReads reads = { NULL };
  g_autofree char *title = NULL;

  g_return_if_fail (running != NULL && maker != NULL);

  mq_running_clear (running);
  maker->reads = &reads;
  title = mq_title_text (maker);
  running->title = title ? shorten (maker, title, mq_paper_measure (paper) * TITLE_SHARE) : NULL;
  running->classification = classification (maker);
  running->reference = labelled (maker, MQ_COVER_REFERENCE);
  running->version = labelled (maker, MQ_COVER_VERSION);
  running->reads = reads.paths;
  maker->reads = NULL;
}

void
mq_running_clear (MqRunning *running)
{
  g_return_if_fail (running != NULL);

  g_free (running->title);
  g_free (running->classification);
  g_free (running->reference);
  g_free (running->version);
  g_clear_pointer (&running->reads, g_ptr_array_unref);
  memset (running, 0, sizeof *running);
}

guint
mq_running_hash (const MqRunning *running)
{
  const char *const texts[] = { running->title, running->classification, running->reference,
                                running->version };
  guint hash = 7;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    hash = hash * 31 + (texts[i] ? g_str_hash (texts[i]) : 1);
  return hash;
}

/* ---- of one page ---- */

void
mq_furniture_clear (MqFurniture *furniture)
{
  g_return_if_fail (furniture != NULL);

  g_clear_pointer (&furniture->text, g_free);
  mq_para_clear (&furniture->para);
}

static void
add (GArray *all, MqMaker *maker, const MqPaper *paper, char *text, MqAlign align, double y)
{
  MqFurniture furniture = { text, { 0 }, paper->margin_x, y, mq_paper_measure (paper) };

  if (!text)
    return;
  mq_para_set_text (&furniture.para, maker->shaper, text, mq_look_attributes (MQ_LOOK_FURNITURE, FALSE),
                    furniture.width, align);
  g_array_append_val (all, furniture);
}

static char *
page_of_pages (MqMaker *maker, guint page, guint n_pages)
{
  g_autofree char *text = g_strdup_printf ("صفحة %u من %u", page + 1, n_pages);

  return mq_digits_shape (text, mq_renderer_house (maker->renderer)->digits);
}

GArray *
mq_running_page (const MqRunning *running, MqMaker *maker, const MqPaper *paper, guint page, guint n_pages)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (MqFurniture));
  double head = paper->margin_top - HEAD_OVER_BODY;
  double foot = paper->height - paper->margin_bottom + FOOT_UNDER_BODY;

  g_array_set_clear_func (all, (GDestroyNotify) mq_furniture_clear);
  if (page == 0)
    return all;
  add (all, maker, paper, g_strdup (running->title), MQ_ALIGN_START, head);
  add (all, maker, paper, g_strdup (running->classification), MQ_ALIGN_END, head);
  add (all, maker, paper, g_strdup (running->reference), MQ_ALIGN_START, foot);
  add (all, maker, paper, page_of_pages (maker, page, n_pages), MQ_ALIGN_CENTER, foot);
  add (all, maker, paper, g_strdup (running->version), MQ_ALIGN_END, foot);
  return all;
}
