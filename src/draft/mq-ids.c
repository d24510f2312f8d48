/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-draft-private.h"

/* The table of identifiers.  libxml2's own is not used: it still finds a node after it was taken out of the
 * tree. */

static GMutex random_lock;
static GRand *random_source;

/* Enters all identifiers of @top and below.  FALSE: one is there already, *@duplicate has it, nothing was
 * entered. */
gboolean
mq_ids_add (GHashTable *ids, xmlNode *top, xmlNode **duplicate)
{
  xmlNode *node;

  for (node = top; node != NULL; node = mq_xml_walk (node, top))
    {
      const char *id = mq_xml_id (node);
      xmlNode *other;

      if (id == NULL)
        continue;
      if (!g_hash_table_contains (ids, id))
        {
          g_hash_table_insert (ids, (gpointer) id, node);
          continue;
        }

      for (other = top; other != node; other = mq_xml_walk (other, top))
        if (mq_xml_id (other) != NULL)
          g_hash_table_remove (ids, mq_xml_id (other));
      *duplicate = node;
      return FALSE;
    }

  return TRUE;
}

/* Removes all identifiers of @top and below. */
void
mq_ids_remove (GHashTable *ids, xmlNode *top)
{
  xmlNode *node;

  for (node = top; node != NULL; node = mq_xml_walk (node, top))
    {
      const char *id = mq_xml_id (node);

      if (id != NULL && g_hash_table_lookup (ids, id) == node)
        g_hash_table_remove (ids, id);
    }
}

/* A random identifier that is not in @ids: @prefix, a letter, and eight of a–z and 0–9, so that two people
 * who work apart do not make the same one. */
char *
mq_ids_new (GHashTable *ids, char prefix)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  char id[10] = { prefix };

  g_mutex_lock (&random_lock);
  if (random_source == NULL)
    random_source = g_rand_new ();
  do
    for (guint i = 1; i < 9; i++)
      id[i] = alphabet[g_rand_int_range (random_source, 0, (gint32) sizeof alphabet - 1)];
  while (ids != NULL && g_hash_table_contains (ids, id));
  g_mutex_unlock (&random_lock);

  return g_strdup (id);
}

/**
 * mq_draft_seed_ids:
 * @seed: any number
 *
 * Makes the identifiers that follow the same in every run: for tests.
 */
void
mq_draft_seed_ids (guint32 seed)
{
  g_mutex_lock (&random_lock);
  if (random_source == NULL)
    random_source = g_rand_new_with_seed (seed);
  else
    g_rand_set_seed (random_source, seed);
  g_mutex_unlock (&random_lock);
}
