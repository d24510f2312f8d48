/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The Arabic words of the fact list, for the stand-ins in Glade: what a fact is called is said in
 * data/standard/facts.xml and nowhere else.  The list is read at the first question and kept. */

G_BEGIN_DECLS

typedef struct
{
  char      *label;
  char      *help;
  char      *type;     /* NULL: a group */
  GPtrArray *columns;  /* (element-type MqGladeFact): those of a table, in order; not owned */
} MqGladeFact;

const MqGladeFact *mq_glade_fact (const char *path);

G_END_DECLS
