/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-draft-private.h"

#include "mq-canonical.h"
#include "mq-limits.h"

#include <libxml/parser.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (MqDraft, mq_draft, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
mq_draft_finalize (GObject *object)
{
  MqDraft *draft = MQ_DRAFT (object);

  if (draft->settler_destroy != NULL)
    draft->settler_destroy (draft->settler_data);
  /* what changes own is freed while the document is there: they share its names */
  mq_history_finish (draft);
  g_clear_pointer (&draft->phrases, g_hash_table_unref);
  g_clear_pointer (&draft->variants, g_hash_table_unref);
  g_clear_pointer (&draft->composed, g_hash_table_unref);
  g_clear_pointer (&draft->ids, g_hash_table_unref);
  g_clear_pointer (&draft->fact_nodes, g_free);
  g_clear_pointer (&draft->doc, xmlFreeDoc);

  G_OBJECT_CLASS (mq_draft_parent_class)->finalize (object);
}

static void
mq_draft_class_init (MqDraftClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mq_draft_finalize;

  /**
   * MqDraft::changed:
   * @draft: the draft
   * @changes: (type gpointer): the MqChanges of the step; good until the handler returns
   *
   * After each step, undo and redo, and after mq_draft_settle() if it changed anything.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MQ_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
mq_draft_init (MqDraft *draft)
{
  mq_history_init (draft);
}

void
mq_draft_emit_changed (MqDraft *draft, MqChanges *changes)
{
  g_object_ref (draft);
  g_signal_emit (draft, signals[SIGNAL_CHANGED], 0, changes);
  g_object_unref (draft);
}

/* ---- coming and going ---- */

/**
 * mq_draft_new:
 * @kind: a kind, which must outlive the draft
 *
 * A draft of the kind's model, with the default values of its facts.
 *
 * Returns: (transfer full): a draft
 */
MqDraft *
mq_draft_new (const MqKind *kind)
{
  MqDraft *draft;

  g_return_val_if_fail (kind != NULL, NULL);

  draft = g_object_new (MQ_TYPE_DRAFT, NULL);
  mq_draft_adopt (draft, kind, mq_model_to_draft (kind), TRUE);

  return draft;
}

/* What a file must be to be read on: the root of a draft, in a format that this program knows. */
static MqProblem *
check_root (const char *local_name, const char *namespace, const MqXmlRoot *root)
{
  g_autofree char *format = NULL;
  guint64 number;

  if (strcmp (local_name, "proposal") != 0 || g_strcmp0 (namespace, MQ_NAMESPACE) != 0)
    return mq_problem_new (MQ_PROBLEM_NOT_A_DRAFT, NULL, NULL);

  format = mq_xml_root_attribute (root, "format");
  if (format != NULL && g_ascii_string_to_unsigned (format, 10, MQ_FORMAT + 1, G_MAXUINT64, &number, NULL))
    return mq_problem_new (MQ_PROBLEM_NEWER_FORMAT, format, NULL);

  return NULL;
}

/**
 * mq_draft_parse:
 * @bytes: the content of a draft file
 * @name: (nullable): how messages call the file
 * @problem: (out) (optional): why it is no draft: reason and line
 *
 * Reads a draft, trusting nothing: limits, well-formedness, ids, grammar and paths are checked, in this
 * order.
 *
 * Returns: (transfer full) (nullable): the draft, whole, or %NULL
 */
MqDraft *
mq_draft_parse (GBytes *bytes, const char *name, MqProblem **problem)
{
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (MqProblem) unknown = NULL;
  const MqKind *kind;
  const char *data, *kind_name;
  MqDraft *draft;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  xmlInitParser ();

  data = g_bytes_get_data (bytes, &length);
  doc = mq_xml_read (data, length, name, check_root, problem);
  if (doc == NULL)
    return NULL;

  kind_name = mq_xml_attribute (xmlDocGetRootElement (doc), "kind");
  kind = mq_kind_find (kind_name != NULL ? kind_name : "", &unknown);
  if (kind == NULL)
    {
      if (unknown->code == MQ_PROBLEM_UNKNOWN_KIND)
        mq_problem_set_file (unknown, name, mq_xml_line (xmlDocGetRootElement (doc)));
      mq_problem_report (problem, g_steal_pointer (&unknown));
      return NULL;
    }
  if (!mq_model_check (kind, doc, name, problem))
    return NULL;

  draft = g_object_new (MQ_TYPE_DRAFT, NULL);
  mq_draft_adopt (draft, kind, g_steal_pointer (&doc), FALSE);

  return draft;
}

/**
 * mq_draft_to_bytes:
 * @draft: a draft
 *
 * Returns: (transfer full): the canonical form: what a file holds
 */
GBytes *
mq_draft_to_bytes (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);

  return g_string_free_to_bytes (mq_canonical_draft (draft->kind, draft->doc, NULL));
}

/**
 * mq_draft_to_file:
 * @draft: a draft
 * @problem: (out) (optional): why it cannot be kept
 *
 * The canonical form, for who writes it in the place of another: what mq_draft_parse() would refuse for its
 * size is not given out.
 *
 * Returns: (transfer full) (nullable): the bytes of a file, or %NULL
 */
GBytes *
mq_draft_to_file (MqDraft *draft, MqProblem **problem)
{
  GString *text;
  MqWritten written;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);

  text = mq_canonical_draft (draft->kind, draft->doc, &written);
  if (text->len <= MQ_LIMIT_FILE_BYTES && written.nodes <= MQ_LIMIT_NODES && written.width <= MQ_LIMIT_WIDTH)
    return g_string_free_to_bytes (text);

  g_string_free (text, TRUE);
  mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_DRAFT_TOO_LARGE, NULL, NULL));

  return NULL;
}

/**
 * mq_draft_kind:
 * @draft: a draft
 *
 * Returns: (transfer none): the kind of proposal that it is
 */
const MqKind *
mq_draft_kind (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);

  return draft->kind;
}

/**
 * mq_draft_id:
 * @draft: a draft
 *
 * Returns: (transfer none): the xml:id of the whole draft, which never changes
 */
const char *
mq_draft_id (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);

  return mq_xml_id (draft->root);
}

/**
 * mq_draft_revision:
 * @draft: a draft
 *
 * Returns: a number that grows with every step, undo and redo: whether something kept is still true
 */
guint64
mq_draft_revision (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), 0);

  return draft->revision;
}

/* ---- reading ---- */

/**
 * mq_draft_value:
 * @draft: a draft
 * @path: path of a fact, a cell or a number of a clause
 *
 * Returns: (transfer none) (nullable): its value in neutral form, good until the next change; %NULL when it
 *   is empty, is a table or is not there
 */
const char *
mq_draft_value (MqDraft *draft, const char *path)
{
  MqPlace place;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (!mq_place_find (draft, path, &place, NULL) || place.type == MQ_PLACE_TABLE ||
      place.type == MQ_PLACE_ROW)
    return NULL;

  return mq_value_of (draft, place.field, place.node);
}

/**
 * mq_draft_accepts:
 * @draft: a draft
 * @path: path of a fact, a cell or a number of a clause
 * @value: (nullable): a value in neutral form
 * @problem: (out) (optional): why it may not stand there
 *
 * Returns: whether mq_draft_set() would take it
 */
gboolean
mq_draft_accepts (MqDraft *draft, const char *path, const char *value, MqProblem **problem)
{
  MqPlace place;
  MqProblem *refusal = NULL;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!mq_place_find (draft, path, &place, problem))
    return FALSE;
  if (mq_place_read_only (&place))
    refusal = mq_problem_new (MQ_PROBLEM_READ_ONLY, path, NULL);
  else if (mq_value_check (draft, &place, value, &refusal))
    return TRUE;
  mq_problem_set_path (refusal, path);

  return mq_problem_report (problem, refusal);
}

/**
 * mq_draft_inline:
 * @draft: a draft
 * @path: path of an inline fact or cell
 *
 * Returns: (transfer none) (nullable): the element whose children are its content; %NULL when it is empty
 */
const MqNode *
mq_draft_inline (MqDraft *draft, const char *path)
{
  MqPlace place;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (!mq_place_find (draft, path, &place, NULL) || place.field == NULL ||
      place.field->type != MQ_TYPE_INLINE || place.node == NULL || place.node->children == NULL)
    return NULL;

  return mq_xml_public (place.node);
}

/**
 * mq_draft_body:
 * @draft: a draft
 *
 * Returns: (transfer none): the element that holds the parts, good until the next change
 */
const MqNode *
mq_draft_body (MqDraft *draft)
{
  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);

  return mq_xml_public (draft->body);
}

/**
 * mq_draft_by_id:
 * @draft: a draft
 * @id: an xml:id
 *
 * Returns: (transfer none) (nullable): the part, article, block or number of the body that has it
 */
const MqNode *
mq_draft_by_id (MqDraft *draft, const char *id)
{
  const xmlNode *node;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  node = g_hash_table_lookup (draft->ids, id);

  return node != NULL && mq_xml_is_inside (node, draft->body) ? mq_xml_public (node) : NULL;
}

/**
 * mq_draft_variant:
 * @draft: a draft
 * @key: key of a variant
 * @iraqi: the Iraqi word, else the Egyptian one
 *
 * Returns: (transfer none) (nullable): the word; %NULL when the draft has no such variant
 */
const char *
mq_draft_variant (MqDraft *draft, const char *key, gboolean iraqi)
{
  const xmlNode *variant, *word;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  variant = g_hash_table_lookup (draft->variants, key);
  word = variant != NULL ? mq_xml_child (variant, iraqi ? "iq" : "eg") : NULL;

  return word != NULL ? mq_xml_text (word) : NULL;
}

/**
 * mq_draft_variant_by_law:
 * @draft: a draft
 * @key: key of a variant
 *
 * Returns: whether the word follows the law of the company, else the house style
 */
gboolean
mq_draft_variant_by_law (MqDraft *draft, const char *key)
{
  const xmlNode *variant;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  variant = g_hash_table_lookup (draft->variants, key);

  return variant != NULL && g_strcmp0 (mq_xml_attribute (variant, "by"), "law") == 0;
}

/**
 * mq_draft_phrase:
 * @draft: a draft
 * @map: key of a map of phrases
 * @token: the answer that is put into words
 *
 * Returns: (transfer none) (nullable): the element whose children are the phrase; %NULL when the map has none
 *   for it
 */
const MqNode *
mq_draft_phrase (MqDraft *draft, const char *map, const char *token)
{
  const xmlNode *phrases, *phrase;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (token != NULL, NULL);

  phrases = g_hash_table_lookup (draft->phrases, map);
  for (phrase = phrases != NULL ? mq_xml_first (phrases) : NULL; phrase != NULL;
       phrase = mq_xml_next (phrase))
    if (g_strcmp0 (mq_xml_attribute (phrase, "token"), token) == 0)
      return mq_xml_public (phrase);

  return NULL;
}
