/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-render-private.h"

/* A blank names the fact that is missing and says what is to be written there: «[رأس المال المصدر: مبلغ]». 
 * In a cell the head of the column names it already: «[مبلغ]». */

static const char *
what_is_written (const MqField *field, gboolean words)
{
  switch (field->type)
    {
    case MQ_TYPE_MONEY:
      return words ? "مبلغ بالحروف" : "مبلغ";
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
      return "……";
    }
}

/* @words: an amount is written out in words here */
char *
mq_blank_text (MqRendering *rendering, const MqField *field, gboolean words)
{
  const char *label = mq_house_field_label (&rendering->renderer->house, field);

  if (rendering->in_cell || label == NULL)
    return g_strdup_printf ("[%s]", what_is_written (field, words));
  return g_strdup_printf ("[%s: %s]", label, what_is_written (field, words));
}

void
mq_blank_render (MqRendering *rendering, const MqWhere *place, gboolean words)
{
  g_autofree char *text = mq_blank_text (rendering, place->field, words);

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

  return mq_blank_text (&rendering, field, FALSE);
}
