/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-ordinal.h"
#include "mq-render-private.h"

/* A condition of the body.  Conditions of the same text are one: they are outside of rows. */
typedef struct {
  const MqFormula *formula;     /* NULL: does not parse; then it prints, so that nothing is lost unseen */
  gboolean holds;
} Condition;

/* ---- coming and going ---- */

/**
 * mq_renderer_new:
 * @draft: a draft
 *
 * Returns: (transfer full): a renderer of @draft, up to date
 */
MqRenderer *
mq_renderer_new (MqDraft *draft)
{
  MqRenderer *renderer;

  g_return_val_if_fail (draft != NULL, NULL);

  renderer = g_new0 (MqRenderer, 1);
  renderer->draft = g_object_ref (draft);
  renderer->kind = mq_draft_kind (draft);
  renderer->formulas = mq_formulas_new (renderer->kind);
  renderer->conditions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  mq_numbering_init (&renderer->numbering);
  mq_renderer_update (renderer, NULL);
  return renderer;
}

/**
 * mq_renderer_free:
 * @renderer: (nullable) (transfer full): a renderer
 */
void
mq_renderer_free (MqRenderer *renderer)
{
  if (renderer == NULL)
    return;
  mq_numbering_clear (&renderer->numbering);
  g_hash_table_unref (renderer->conditions);
  mq_formulas_free (renderer->formulas);
  g_object_unref (renderer->draft);
  g_free (renderer);
}

/**
 * mq_renderer_house:
 * @renderer: a renderer
 *
 * Returns: (transfer none): the house style, as of the last mq_renderer_update()
 */
const MqHouse *
mq_renderer_house (MqRenderer *renderer)
{
  g_return_val_if_fail (renderer != NULL, NULL);

  return &renderer->house;
}

/**
 * mq_renderer_draft:
 * @renderer: a renderer
 *
 * Returns: (transfer none): the draft that it renders
 */
MqDraft *
mq_renderer_draft (MqRenderer *renderer)
{
  g_return_val_if_fail (renderer != NULL, NULL);

  return renderer->draft;
}

/* ---- what prints ---- */

static gboolean
condition_holds (MqRenderer *renderer, const char *text)
{
  Condition *condition = g_hash_table_lookup (renderer->conditions, text);

  if (condition == NULL)
    {
      condition = g_new0 (Condition, 1);
      condition->formula = mq_formulas_get (renderer->formulas, text, NULL);
      condition->holds = condition->formula == NULL
                         || mq_formula_holds (condition->formula, renderer->draft, NULL);
      g_hash_table_insert (renderer->conditions, g_strdup (text), condition);
    }
  return condition->holds;
}

static gboolean
own_condition_holds (const MqNode *node, gpointer data)
{
  const char *when = mq_node_attribute (node, "when");

  return when == NULL || condition_holds (data, when);
}

/* Reads the conditions that @touched (NULL: all) concerns; whether any of them is another now. */
static gboolean
update_conditions (MqRenderer *renderer, const MqTouched *touched)
{
  gboolean changed = FALSE;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, renderer->conditions);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Condition *condition = value;
      gboolean holds;

      if (condition->formula == NULL
          || (touched != NULL && !mq_formula_touched_in (condition->formula, touched)))
        continue;
      holds = mq_formula_holds (condition->formula, renderer->draft, NULL);
      changed = changed || holds != condition->holds;
      condition->holds = holds;
    }
  return changed;
}

/* Conditions of blocks are met for the first time when the block is asked for: they are read in here,
 * once. */
static void
learn_conditions (MqRenderer *renderer, const MqNode *parent)
{
  for (const MqNode *node = mq_node_first (parent); node != NULL; node = mq_node_next (node))
    {
      MqNodeType type = mq_node_type (node);

      if (type == MQ_NODE_TEXT)
        continue;
      own_condition_holds (node, renderer);
      if (type == MQ_NODE_PART || type == MQ_NODE_ARTICLE || type == MQ_NODE_LIST)
        learn_conditions (renderer, node);
    }
}

/**
 * mq_renderer_update:
 * @renderer: a renderer
 * @changes: (nullable): what a step changed; %NULL to read everything
 *
 * Brings house style, conditions and numbers up to the draft.  Costs a look at what the conditions read, and
 * a walk through the body only when one of them is another now.
 *
 * Returns: whether house style, what prints, or its numbers changed, so that all texts must be rendered anew
 */
gboolean
mq_renderer_update (MqRenderer *renderer, const MqChanges *changes)
{
  g_autoptr (MqTouched) touched = NULL;
  const MqNode *body;
  gboolean house_changed;

  g_return_val_if_fail (renderer != NULL, FALSE);

  body = mq_draft_body (renderer->draft);
  house_changed = changes == NULL || mq_house_touched_by (changes);
  if (house_changed)
    mq_house_read (&renderer->house, renderer->draft);
  if (changes == NULL)
    {
      g_hash_table_remove_all (renderer->conditions);
      if (body != NULL)
        learn_conditions (renderer, body);
    }
  else
    {
      touched = mq_touched_new (changes);
      if (!update_conditions (renderer, touched))
        return house_changed;
    }
  mq_numbering_count (&renderer->numbering, body, own_condition_holds, renderer);
  return TRUE;
}

/**
 * mq_renderer_prints:
 * @renderer: a renderer
 * @node: a part, an article, a block or an item of the body
 *
 * Returns: whether it is printed
 */
gboolean
mq_renderer_prints (MqRenderer *renderer, const MqNode *node)
{
  guint number;

  g_return_val_if_fail (renderer != NULL && node != NULL, FALSE);

  if (mq_node_type (node) == MQ_NODE_PART)
    return mq_numbering_part (&renderer->numbering, mq_node_id (node), &number);
  for (; node != NULL; node = mq_node_parent (node))
    if (!own_condition_holds (node, renderer))
      return FALSE;
  return TRUE;
}

/* ---- labels ---- */

/**
 * mq_renderer_number:
 * @renderer: a renderer
 * @article_id: id of an article
 *
 * Returns: its number, from 1, as of the last mq_renderer_update(); 0: it has none, or does not print
 */
guint
mq_renderer_number (MqRenderer *renderer, const char *article_id)
{
  guint number;

  g_return_val_if_fail (renderer != NULL, 0);

  return mq_numbering_article (&renderer->numbering, article_id, &number) ? number : 0;
}

static char *
in_parentheses (MqRenderer *renderer, const char *word, guint number)
{
  g_autofree char *ascii = g_strdup_printf ("%s (%u)", word, number);

  return mq_digits_shape (ascii, renderer->house.digits);
}

/**
 * mq_renderer_article_label:
 * @renderer: a renderer
 * @article_id: the id of an article
 *
 * Returns: (transfer full) (nullable): «مادة (٥)» as Egypt writes it, «المادة (٥)» else; %NULL for one
 *   without a number
 */
char *
mq_renderer_article_label (MqRenderer *renderer, const char *article_id)
{
  guint number = mq_renderer_number (renderer, article_id);

  return number > 0 ? in_parentheses (renderer, renderer->house.egyptian ? "مادة" : "المادة", number) : NULL;
}

/**
 * mq_renderer_part_label:
 * @renderer: a renderer
 * @part_id: the id of a part
 *
 * Returns: (transfer full) (nullable): «الباب الأول»; %NULL for a part without numbered articles
 */
char *
mq_renderer_part_label (MqRenderer *renderer, const char *part_id)
{
  g_autofree char *ordinal = NULL;
  MqWordsOptions options;
  guint number;

  g_return_val_if_fail (renderer != NULL, NULL);

  if (!mq_numbering_part (&renderer->numbering, part_id, &number) || number == 0)
    return NULL;
  options = renderer->house.words;
  options.case_ = MQ_CASE_NOM;
  ordinal = mq_ordinal (number, MQ_GENDER_MASCULINE, TRUE, &options);
  return ordinal != NULL ? g_strconcat ("الباب ", ordinal, NULL) : in_parentheses (renderer, "الباب", number);
}

/**
 * mq_renderer_item_label:
 * @renderer: a renderer
 * @index: the place of the item in its list, from 1
 * @level: how deep the list stands, from 1
 *
 * Returns: (transfer full): «أ-» as Iraq letters a list, «(أ)» else; inside it «١-», and «–» further in
 */
char *
mq_renderer_item_label (MqRenderer *renderer, guint index, guint level)
{
  g_autofree char *letter = NULL;
  g_autofree char *figure = NULL;

  g_return_val_if_fail (renderer != NULL, NULL);

  if (level > 2)
    return g_strdup ("–");
  figure = g_strdup_printf ("%u", index);
  letter = level <= 1 ? mq_abjad (index) : NULL;
  if (letter == NULL)
    letter = mq_digits_shape (figure, renderer->house.digits);
  if (level <= 1 && !renderer->house.iraqi)
    return g_strdup_printf ("(%s)", letter);
  return g_strconcat (letter, "-", NULL);
}
