/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/relaxng.h>
#include <libxml/xmlregexp.h>

#include "mq-kind.h"
#include "mq-xml.h"

/* The inside of a kind, for draft/. */

G_BEGIN_DECLS

/* A field with what only draft/ needs to know of it.  Every MqField is the beginning of one of these. */
typedef struct {
  MqField field;
  guint ordinal;                 /* of a fact: its place among all facts of the kind */
  gboolean is_cell;              /* it is a column */
  xmlRegexp *pattern;            /* of MqField.pattern, anchored, or NULL */
} MqFieldInside;

struct _MqKind {
  char *name;
  int version;
  char *folder;
  const char *rates;
  const char *currency;

  GStringChunk *strings;         /* all strings of the fields */
  GPtrArray *blocks;             /* all arrays of the fields */
  GPtrArray *field_blocks;       /* MqFieldInside, for their patterns */

  MqGroup *group_list;
  const MqGroup **groups;        /* the same, as it is given out */
  guint n_groups;
  guint n_facts;
  GHashTable *groups_by_name;    /* name → MqGroup */
  GHashTable *fields;            /* path without rows → MqField */
  GHashTable *nouns;             /* name → MqNoun */
  GHashTable *notes;             /* key → text */
  const MqRule *rules;
  guint n_rules;

  xmlDoc *facts;                 /* kept for the templates in it */
  xmlDoc *model;

  GMutex lock;                   /* of the schemas, made when they are first needed */
  xmlRelaxNG *schema;
  xmlRelaxNG *inline_schema;
};

static inline const MqFieldInside *
mq_field_inside (const MqField *field)
{
  return (const MqFieldInside *) field;
}

gboolean       mq_kind_read_facts (MqKind *kind, const char *file, MqProblem **problem);
gboolean       mq_kind_read_nouns (MqKind *kind, const char *file, MqProblem **problem);
gboolean       mq_kind_read_model (MqKind *kind, const char *file, MqProblem **problem);
gboolean       mq_kind_read_rules (MqKind *kind, const char *file, MqProblem **problem);
const MqField *mq_group_fact      (const MqGroup *group, const char *name);

G_END_DECLS
