/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-cuts.h"

#include <string.h>

#define LONGEST 80            /* bytes: longer ones are seldom met twice */
#define MOST 20000            /* texts that are remembered */

typedef struct {
  PangoAttrList *attributes;
  const char *text;
  gsize length;
  const MqBit *bits;
  guint n_bits;
  int widest;                 /* of its words, Pango units */
} Cut;

struct _MqCuts
{
  GHashTable *table;          /* Cut → itself */
};

static guint
cut_hash (gconstpointer pointer)
{
  const Cut *cut = pointer;
  guint hash = g_direct_hash (cut->attributes);

  for (gsize i = 0; i < cut->length; i++)
    hash = hash * 33 + (guint8) cut->text[i];
  return hash;
}

static gboolean
cut_equal (gconstpointer a, gconstpointer b)
{
  const Cut *x = a, *y = b;

  return x->attributes == y->attributes && x->length == y->length
         && memcmp (x->text, y->text, x->length) == 0;
}

static void
cut_free (gpointer pointer)
{
  Cut *cut = pointer;

  pango_attr_list_unref (cut->attributes);
  g_free ((gpointer) cut->text);
  g_free ((gpointer) cut->bits);
  g_free (cut);
}

gboolean
mq_cuts_append (MqCuts *cuts, const char *text, gsize length, PangoAttrList *attributes, int width,
                GArray *bits)
{
  Cut key = { .attributes = attributes, .text = text, .length = length };
  const Cut *cut = length <= LONGEST ? g_hash_table_lookup (cuts->table, &key) : NULL;

  if (cut == NULL || cut->widest > width)
    return FALSE;
  g_array_append_vals (bits, cut->bits, cut->n_bits);
  return TRUE;
}

void
mq_cuts_add (MqCuts *cuts, const char *text, gsize length, PangoAttrList *attributes, const MqBit *bits,
             guint n)
{
  Cut *cut;

  if (length > LONGEST || attributes == NULL)
    return;
  if (g_hash_table_size (cuts->table) >= MOST)
    g_hash_table_remove_all (cuts->table);
  cut = g_new0 (Cut, 1);
  cut->attributes = pango_attr_list_ref (attributes);
  cut->text = g_strndup (text, length);
  cut->length = length;
  cut->bits = g_memdup2 (bits, n * sizeof *bits);
  cut->n_bits = n;
  for (guint i = 0; i < n; i++)
    cut->widest = MAX (cut->widest, bits[i].word->width);
  g_hash_table_add (cuts->table, cut);
}

MqCuts *
mq_cuts_new (void)
{
  MqCuts *cuts = g_new0 (MqCuts, 1);

  cuts->table = g_hash_table_new_full (cut_hash, cut_equal, cut_free, NULL);
  return cuts;
}

void
mq_cuts_free (MqCuts *cuts)
{
  g_hash_table_destroy (cuts->table);
  g_free (cuts);
}
