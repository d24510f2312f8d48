/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-render-private.h"

/* A blank names the fact that is missing and says what is to be written there: «[رأس المال المصدر: مبلغ]».
 * In a cell the head of the column names it already: «[مبلغ]».  What the name says itself is not said twice:
 * «[التاريخ: ......]». */

#define AMOUNT "مبلغ"
#define IN_WORDS "بالحروف"
#define ANYTHING "......"
#define ARTICLE "ال"

static gboolean
asks_for (const MqForm *form, const char *name)
{
  return form != NULL && g_strcmp0 (form->form, name) == 0;
}

static const char *
what_is_written (const MqField *field)
{
  switch (field->type)
    {
    case MQ_TYPE_MONEY:
      return AMOUNT;
    case MQ_TYPE_PERCENT:
      return "نسبة";
    case MQ_TYPE_INT:
      return "عدد";
    case MQ_TYPE_DECIMAL:
      return "رقم";
    case MQ_TYPE_DATE:
      return "تاريخ";
    case MQ_TYPE_MONTH_DAY:
      return "يوم وشهر";
    case MQ_TYPE_BOOL:
      return "نعم أو لا";
    case MQ_TYPE_CHOICE:
    case MQ_TYPE_ROW_OF:
      return "اختيار";
    default:
      return ANYTHING;
    }
}

/* whether @word, with the article or without, is the first of @label */
static gboolean
begins_with (const char *label, const char *word)
{
  if (g_str_has_prefix (label, ARTICLE))
    label += strlen (ARTICLE);
  return g_str_has_prefix (label, word) && (label[strlen (word)] == '\0' || label[strlen (word)] == ' ');
}

/* @form: (nullable): how the value would be written: an amount in words, a table by the number of its rows */
char *
mq_blank_text (MqRendering *rendering, const MqField *field, const MqForm *form)
{
  const char *label = mq_house_field_label (&rendering->renderer->house, field);
  const char *what = asks_for (form, "rowcount") ? "عدد" : what_is_written (field);
  gboolean words = asks_for (form, "words"), named = label != NULL && (rendering->named || !rendering->in_cell);
  gboolean said = named && begins_with (label, what);

  if (!named)
    return g_strdup_printf (words ? "[%s " IN_WORDS "]" : "[%s]", what);
  if (words)
    return g_strdup_printf ("[%s: %s%s" IN_WORDS "]", label, said ? "" : what, said ? "" : " ");
  return g_strdup_printf ("[%s: %s]", label, said ? ANYTHING : what);
}

/* Adds the blank of a place. */
void
mq_blank_render (MqRendering *rendering, const MqWhere *place, const MqForm *form)
{
  g_autofree char *text = mq_blank_text (rendering, place->field, form);

  mq_rendering_append (rendering, MQ_SPAN_BLANK, place->path, text);
}

/**
 * mq_render_blank:
 * @renderer: a renderer
 * @field: a fact or column
 *
 * Returns: (transfer full): the visible blank that stands for it in running text
 */
char *
mq_render_blank (MqRenderer *renderer, const MqField *field)
{
  MqRendering rendering = { .renderer = renderer };

  g_return_val_if_fail (renderer != NULL && field != NULL, NULL);

  return mq_blank_text (&rendering, field, NULL);
}
