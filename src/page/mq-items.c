/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-items.h"

#include <string.h>

/* What the bidirectional algorithm (UAX #9) makes of a text of Arabic letters, Arabic and European digits
 * and signs, in a paragraph from right to left: as nothing in it is stronger than the letters, all stands on
 * level 1 but the numbers, which stand on level 2.  A number is digits, the Arabic decimal and thousands
 * separators (class AN), and one sign of class CS between two digits (rule W4).  European digits are numbers
 * like the Arabic ones behind a letter (rule W2); before any letter they would join more signs, which is
 * left to Pango.
 *
 * The script of all is Arabic, signs and digits being common to all scripts; and the font is one, if it
 * has all of these characters: that is found out once for each size of letters, by letting Pango itemise a
 * text of all of them. */

typedef enum {
  SIGN_OTHER,                 /* not known here */
  SIGN_LETTER,                /* AL */
  SIGN_STOP,                  /* AL, but of no script */
  SIGN_MARK,                  /* NSM */
  SIGN_DIGIT,                 /* AN */
  SIGN_EUROPEAN,              /* EN */
  SIGN_SEPARATOR,             /* CS */
  SIGN_NEUTRAL,               /* WS, ON, ES, ET */
} Sign;

typedef struct {
  PangoAttrList *attributes;
  PangoItem *letters, *number;     /* one of each, or NULL: Pango is asked always */
} Known;

struct _MqItems
{
  PangoContext *context;
  GHashTable *known;          /* PangoAttrList → Known */
  GList *asked;               /* PangoItem: Pango's last answer */
  GArray *found;              /* MqItem: the last answer */
  guint n_asked;
};

static Sign
sign_of (gunichar c)
{
  if ((c >= 0x621 && c <= 0x63A) || (c >= 0x641 && c <= 0x64A))
    return SIGN_LETTER;
  if (c == 0x61B || c == 0x61F)
    return SIGN_STOP;
  if (c >= 0x64B && c <= 0x652)
    return SIGN_MARK;
  if ((c >= 0x660 && c <= 0x669) || c == 0x66B || c == 0x66C)
    return SIGN_DIGIT;
  if (c >= '0' && c <= '9')
    return SIGN_EUROPEAN;
  switch (c)
    {
    case '.': case ',': case ':': case '/': case 0x60C: case 0xA0:
      return SIGN_SEPARATOR;
    case ' ': case '!': case '"': case '(': case ')': case '-': case '[': case ']': case '%':
    case 0xAB: case 0xBB: case 0x66A: case 0x2013: case 0x2026:
      return SIGN_NEUTRAL;
    default:
      return SIGN_OTHER;
    }
}

static void
add (GArray *found, const char *text, const char *from, const char *to, const PangoItem *like)
{
  MqItem item = { (guint) (from - text), (guint) (to - from), &like->analysis };

  if (to > from)
    g_array_append_val (found, item);
}

static gboolean
is_digit (Sign sign)
{
  return sign == SIGN_DIGIT || sign == SIGN_EUROPEAN;
}

/* Finds the items of a text that holds only what is known here, and a letter; FALSE if it holds anything
 * else. */
static gboolean
find_simple (const Known *known, const char *text, const char *end, GArray *found)
{
  const char *from = text;    /* of the item */
  Sign before = SIGN_NEUTRAL;
  gboolean in_number = FALSE, strong = FALSE, lettered = FALSE;

  for (const char *p = text, *q; p < end; p = q)
    {
      Sign sign = sign_of (g_utf8_get_char (p));
      gboolean number = is_digit (sign);

      q = g_utf8_next_char (p);
      /* a mark is as what it stands on: on a sign or a number that is seldom and not simple */
      if (sign == SIGN_OTHER || (sign == SIGN_EUROPEAN && !strong)
          || (sign == SIGN_MARK && before != SIGN_LETTER && before != SIGN_MARK))
        return FALSE;
      lettered = lettered || sign == SIGN_LETTER;
      strong = lettered || strong || sign == SIGN_STOP;
      if (sign == SIGN_SEPARATOR)
        number = in_number && is_digit (before) && q < end && is_digit (sign_of (g_utf8_get_char (q)));
      if (number != in_number)
        {
          add (found, text, from, p, in_number ? known->number : known->letters);
          from = p;
          in_number = number;
        }
      before = sign;
    }
  add (found, text, from, end, in_number ? known->number : known->letters);
  return lettered;
}

/* ---- what Pango says ---- */

static void
free_items (GList *items)
{
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
}

static GList *
ask (MqItems *items, const char *text, guint length, PangoAttrList *attributes)
{
  return pango_itemize_with_base_dir (items->context, PANGO_DIRECTION_RTL, text, 0, (int) length,
                                     attributes, NULL);
}

static gboolean
same_analysis (const PangoAnalysis *a, const PangoAnalysis *b)
{
  return a->font == b->font && a->level == b->level && a->gravity == b->gravity && a->flags == b->flags
         && a->script == b->script && a->language == b->language
         && a->extra_attrs == NULL && b->extra_attrs == NULL;
}

/* All that is known here: the letters, and digits of both kinds behind them, each after a space. */
static char *
all_signs (void)
{
  GString *all = g_string_new (NULL);

  for (guint number = 0; number < 2; number++)
    for (gunichar c = ' '; c <= 0x2026; c++)
      {
        Sign sign = sign_of (c);

        if (sign == SIGN_OTHER || is_digit (sign) != (number == 1))
          continue;
        g_string_append_unichar (all, sign == SIGN_MARK ? 0x627 : ' ');
        g_string_append_unichar (all, c);
      }
  return g_string_free (all, FALSE);
}

static void
learn (MqItems *items, Known *known)
{
  g_autofree char *text = all_signs ();
  GList *said = ask (items, text, (guint) strlen (text), known->attributes);
  gboolean simple = said != NULL && said->next != NULL;

  for (GList *l = said; l != NULL && simple; l = l->next)
    {
      const PangoItem *item = l->data, *first = l == said || l == said->next ? item : l->prev->prev->data;

      /* letters and numbers in turns */
      simple = item->analysis.level == 1 + (g_list_position (said, l) & 1)
               && item->analysis.font == ((PangoItem *) said->data)->analysis.font
               && item->analysis.script == PANGO_SCRIPT_ARABIC
               && same_analysis (&item->analysis, &first->analysis);
    }
  if (simple)
    {
      known->letters = pango_item_copy (said->data);
      known->number = pango_item_copy (said->next->data);
    }
  free_items (said);
}

static const Known *
known_of (MqItems *items, PangoAttrList *attributes)
{
  Known *known = g_hash_table_lookup (items->known, attributes);

  if (known == NULL)
    {
      known = g_new0 (Known, 1);
      known->attributes = pango_attr_list_ref (attributes);
      learn (items, known);
      g_hash_table_insert (items->known, attributes, known);
    }
  return known;
}

static void
known_free (gpointer pointer)
{
  Known *known = pointer;

  g_clear_pointer (&known->letters, pango_item_free);
  g_clear_pointer (&known->number, pango_item_free);
  pango_attr_list_unref (known->attributes);
  g_free (known);
}

/**
 * mq_items_find:
 * @items: a finder
 * @text: a paragraph, UTF-8, without its end
 * @length: bytes of @text
 * @attributes: font and size of all of @text, as a list that covers it and is never changed
 *
 * Returns: (transfer none) (element-type MqItem): the items of the paragraph, in the order of the text; until
 *   the next call
 */
const GArray *
mq_items_find (MqItems *items, const char *text, guint length, PangoAttrList *attributes)
{
  const Known *known;

  g_return_val_if_fail (items != NULL && text != NULL && attributes != NULL, NULL);

  known = known_of (items, attributes);
  g_array_set_size (items->found, 0);
  if (known->letters != NULL && find_simple (known, text, text + length, items->found))
    return items->found;

  free_items (items->asked);
  items->asked = ask (items, text, length, attributes);
  items->n_asked++;
  g_array_set_size (items->found, 0);
  for (GList *l = items->asked; l != NULL; l = l->next)
    {
      const PangoItem *item = l->data;

      add (items->found, text, text + item->offset, text + item->offset + item->length, item);
    }
  return items->found;
}

/**
 * mq_items_n_asked:
 * @items: a finder
 *
 * Returns: how many paragraphs Pango was asked for
 */
guint
mq_items_n_asked (MqItems *items)
{
  g_return_val_if_fail (items != NULL, 0);
  return items->n_asked;
}

/**
 * mq_items_new:
 * @context: says which fonts there are
 *
 * Returns: (transfer full): a finder
 */
MqItems *
mq_items_new (PangoContext *context)
{
  MqItems *items = g_new0 (MqItems, 1);

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  items->context = g_object_ref (context);
  items->known = g_hash_table_new_full (NULL, NULL, NULL, known_free);
  items->found = g_array_new (FALSE, FALSE, sizeof (MqItem));
  return items;
}

/**
 * mq_items_free:
 * @items: (transfer full): a finder
 */
void
mq_items_free (MqItems *items)
{
  g_return_if_fail (items != NULL);

  g_hash_table_destroy (items->known);
  free_items (items->asked);
  g_array_unref (items->found);
  g_object_unref (items->context);
  g_free (items);
}
