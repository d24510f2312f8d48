/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-kind-private.h"

/* Reading the files of a kind: what its readers share.  They are strict: an attribute or element that they do not know
 * is a misspelt one, and would otherwise be a rule that silently does not hold.
 *
 * Strings and arrays belong to the kind.  Functions that return gboolean have reported the problem when it is FALSE. */

G_BEGIN_DECLS

typedef struct {
  MqKind *kind;
  const char *file;
  MqProblem **problem;
} MqKindReader;

gboolean    mq_kind_reader_fail  (MqKindReader *reader, const xmlNode *node, const char *format, ...)
                                  G_GNUC_PRINTF (3, 4);
xmlDoc     *mq_kind_reader_file  (MqKindReader *reader, const xmlChar *namespace, const char *root_name);
const char *mq_kind_reader_keep  (MqKindReader *reader, const char *text);
const char *mq_kind_reader_keep_attribute (MqKindReader *reader, const xmlNode *node, const char *name);
gpointer    mq_kind_reader_keep_block (MqKindReader *reader, gpointer block);
guint       mq_kind_reader_count_children (const xmlNode *parent, const char *name);
gboolean    mq_kind_reader_check_names (MqKindReader *reader, const xmlNode *node, const char *attributes,
                                        const char *elements);

gboolean    mq_kind_reader_bool  (MqKindReader *reader, const xmlNode *node, const char *name, gboolean absent,
                                  gboolean *out);
gboolean    mq_kind_reader_count (MqKindReader *reader, const xmlNode *node, const char *name, int *out);
gboolean    mq_kind_reader_number (MqKindReader *reader, const xmlNode *node, const char *name, const char **out);
MqLabel     mq_kind_reader_label (MqKindReader *reader, const xmlNode *parent, const char *element);

/* ---- mq-kind-fields.c, mq-kind-tables.c ---- */

MqFieldInside *mq_kind_read_field (MqKindReader *reader, const xmlNode *node, const char *parent_path);
gboolean       mq_kind_read_columns (MqKindReader *reader, const xmlNode *node, MqField *table, const MqGroup *group);

G_END_DECLS
