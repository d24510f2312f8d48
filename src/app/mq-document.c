/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-document.h"

#include "mq-check.h"
#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-store.h"

struct _MqDocument
{
  GObject parent_instance;

  MqDraft *draft;
  MqFlow *flow;
  MqHouse house;
  GFile *file;
  char *stamp;                  /* of the file as it was read or written last (mq_store_stamp) */
  char *name;
  char *origin;                 /* name of the PDF that the draft was taken from, or NULL */
  MqPdfState origin_state;
  guint64 saved_state;
  gint64 modified_since;        /* seconds since 1970; 0: nothing to save */
};

G_DEFINE_FINAL_TYPE (MqDocument, mq_document, G_TYPE_OBJECT)

enum { PROP_0, PROP_MODIFIED, PROP_NAME, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHANGED, FOCUSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
update_modified (MqDocument *self)
{
  gboolean was = self->modified_since != 0;
  gboolean is = mq_draft_state (self->draft) != self->saved_state;

  if (was == is)
    return;
  self->modified_since = is ? g_get_real_time () / G_USEC_PER_SEC : 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

static void
take_stamp (MqDocument *self)
{
  g_free (self->stamp);
  self->stamp = self->file != NULL ? mq_store_stamp (g_file_peek_path (self->file)) : NULL;
}

static void
set_file (MqDocument *self, GFile *file)
{
  g_set_object (&self->file, file);
  g_free (self->name);
  if (file != NULL)
    self->name = g_file_get_basename (file);
  else if (self->origin != NULL)
    /* Translators: what a draft is called that was taken out of a PDF and is in no file yet */
    self->name = g_strdup_printf (_("Draft from \u2068%s\u2069"), self->origin);
  else
    self->name = g_strdup (_("New draft"));
  if (!g_utf8_validate (self->name, -1, NULL))
    {
      char *valid = g_utf8_make_valid (self->name, -1);

      g_free (self->name);
      self->name = valid;
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAME]);
}

static void
on_changed_cb (MqDocument *self, const MqChanges *changes)
{
  if (mq_house_touched_by (changes))
    mq_house_read (&self->house, self->draft);
  update_modified (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

static MqDocument *
take_draft (MqDraft *draft, GFile *file)
{
  MqDocument *self = g_object_new (MQ_TYPE_DOCUMENT, NULL);

  self->draft = draft;
  mq_compute_attach (draft);
  mq_house_read (&self->house, draft);
  /* The pages follow the draft too: they are connected first, so that whoever hears of a change from here finds them
   * laid out. */
  self->flow = mq_flow_new (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  self->saved_state = mq_draft_state (draft);
  set_file (self, file);

  return self;
}

static void
mq_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MqDocument *self = MQ_DOCUMENT (object);

  switch (id)
    {
    case PROP_MODIFIED:
      g_value_set_boolean (value, mq_document_modified (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mq_document_finalize (GObject *object)
{
  MqDocument *self = MQ_DOCUMENT (object);

  g_clear_object (&self->flow);
  g_clear_object (&self->draft);
  g_clear_object (&self->file);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->stamp, g_free);

  G_OBJECT_CLASS (mq_document_parent_class)->finalize (object);
}

static void
mq_document_class_init (MqDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mq_document_get_property;
  object_class->finalize = mq_document_finalize;

  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", MQ_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FOCUSED] = g_signal_new ("focused", MQ_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mq_document_init (MqDocument *self)
{
}

/**
 * mq_document_new:
 * @kind: name of a kind of proposal
 * @problem: (out) (optional): why there is none
 *
 * Returns: (transfer full) (nullable): a new draft of that kind, in no file yet
 */
MqDocument *
mq_document_new (const char *kind, MqProblem **problem)
{
  const MqKind *found;

  g_return_val_if_fail (kind != NULL, NULL);

  found = mq_kind_find (kind, problem);
  return found != NULL ? take_draft (mq_draft_new (found), NULL) : NULL;
}

/**
 * mq_document_open:
 * @file: a file that has a path
 * @problem: (out) (optional): why it was refused; the file is as it was
 *
 * Returns: (transfer full) (nullable): the draft in @file
 */
MqDocument *
mq_document_open (GFile *file, MqProblem **problem)
{
  g_autofree char *stamp = NULL;
  MqDraft *draft;
  MqDocument *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_peek_path (file) == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      MqProblem *missing = mq_problem_new (MQ_PROBLEM_FILE_MISSING, NULL, NULL);

      mq_problem_set_file (missing, uri, 0);
      mq_problem_report (problem, missing);
      return NULL;
    }

  /* before it is read: a file that changes meanwhile is then another one */
  stamp = mq_store_stamp (g_file_peek_path (file));
  draft = mq_store_load (g_file_peek_path (file), problem);
  if (draft == NULL)
    return NULL;
  self = take_draft (draft, file);
  self->stamp = g_steal_pointer (&stamp);

  return self;
}

/**
 * mq_document_new_extracted:
 * @draft: (transfer full): a draft out of a PDF
 * @pdf: name of the PDF
 * @state: what became of the PDF since it was exported
 *
 * Returns: (transfer full): the draft, in no file yet: saving it never writes over the PDF
 */
MqDocument *
mq_document_new_extracted (MqDraft *draft, const char *pdf, MqPdfState state)
{
  MqDocument *self;

  g_return_val_if_fail (MQ_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (pdf != NULL, NULL);

  self = take_draft (draft, NULL);
  self->origin = g_strdup (pdf);
  self->origin_state = state;
  set_file (self, NULL);

  return self;
}

/**
 * mq_document_changed_on_disk:
 *
 * Returns: whether somebody else has saved the file since it was read or written here
 */
gboolean
mq_document_changed_on_disk (MqDocument *self)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (MQ_IS_DOCUMENT (self), FALSE);

  if (self->file == NULL)
    return FALSE;
  now = mq_store_stamp (g_file_peek_path (self->file));
  return now != NULL && g_strcmp0 (now, self->stamp) != 0;
}

/**
 * mq_document_save:
 * @self: a document
 * @file: (nullable): where to, or %NULL for the file it came from
 * @problem: (out) (optional): why not; the file on disk is then as it was
 *
 * Saves the draft.  With a new @file, that is its file from now on.
 *
 * Returns: whether it is on disk
 */
gboolean
mq_document_save (MqDocument *self, GFile *file, MqProblem **problem)
{
  GFile *to;

  g_return_val_if_fail (MQ_IS_DOCUMENT (self), FALSE);
  to = file != NULL ? file : self->file;
  g_return_val_if_fail (to != NULL && g_file_peek_path (to) != NULL, FALSE);

  mq_draft_end_burst (self->draft);
  if (!mq_store_save (self->draft, g_file_peek_path (to), problem))
    return FALSE;

  self->saved_state = mq_draft_state (self->draft);
  update_modified (self);
  if (to != self->file)
    set_file (self, to);
  take_stamp (self);

  return TRUE;
}

MqDraft *
mq_document_draft (MqDocument *self)
{
  g_return_val_if_fail (MQ_IS_DOCUMENT (self), NULL);

  return self->draft;
}

MqFlow *
mq_document_flow (MqDocument *self)
{
  g_return_val_if_fail (MQ_IS_DOCUMENT (self), NULL);

  return self->flow;
}

const MqHouse *
mq_document_house (MqDocument *self)
{
  g_return_val_if_fail (MQ_IS_DOCUMENT (self), NULL);

  return &self->house;
}

const MqKind *
mq_document_kind (MqDocument *self)
{
  g_return_val_if_fail (MQ_IS_DOCUMENT (self), NULL);

  return mq_draft_kind (self->draft);
}

/**
 * mq_document_file:
 *
 * Returns: (transfer none) (nullable): the file of the draft, or %NULL before it was saved
 */
GFile *
mq_document_file (MqDocument *self)
{
  g_return_val_if_fail (MQ_IS_DOCUMENT (self), NULL);

  return self->file;
}

const char *
mq_document_name (MqDocument *self)
{
  g_return_val_if_fail (MQ_IS_DOCUMENT (self), NULL);

  return self->name;
}

/**
 * mq_document_origin:
 * @state: (out) (optional): what had become of it since it was exported
 *
 * Returns: (nullable): the name of the PDF that the draft was taken from
 */
const char *
mq_document_origin (MqDocument *self, MqPdfState *state)
{
  g_return_val_if_fail (MQ_IS_DOCUMENT (self), NULL);

  if (state != NULL)
    *state = self->origin_state;

  return self->origin;
}

gboolean
mq_document_modified (MqDocument *self)
{
  g_return_val_if_fail (MQ_IS_DOCUMENT (self), FALSE);

  return self->modified_since != 0;
}

/**
 * mq_document_modified_since:
 *
 * Returns: when the first change came that is in no file, in seconds since 1970; 0: everything is saved
 */
gint64
mq_document_modified_since (MqDocument *self)
{
  g_return_val_if_fail (MQ_IS_DOCUMENT (self), 0);

  return self->modified_since;
}

/**
 * mq_document_set:
 * @self: a document
 * @path: a fact or a cell
 * @value: (nullable): its neutral value
 * @burst: (nullable): typing on with the same key is one step of undo
 * @problem: (out) (optional): why it was refused
 *
 * Sets a value as a form does: in a step that undo calls by the label of the field.
 *
 * Returns: whether the draft took it
 */
gboolean
mq_document_set (MqDocument *self, const char *path, const char *value, const char *burst, MqProblem **problem)
{
  const MqField *field;
  gboolean done;

  g_return_val_if_fail (MQ_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  field = mq_kind_field (mq_document_kind (self), path);
  g_return_val_if_fail (field != NULL, FALSE);

  mq_draft_begin (self->draft, mq_language_label (&field->label, &self->house, field->iq_by_law), burst);
  done = mq_draft_set (self->draft, path, value, problem);
  mq_draft_end (self->draft);

  return done;
}

/**
 * mq_document_focus:
 * @path: the field that the user is in now
 */
void
mq_document_focus (MqDocument *self, const char *path)
{
  g_return_if_fail (MQ_IS_DOCUMENT (self));
  g_return_if_fail (path != NULL);

  g_signal_emit (self, signals[FOCUSED], 0, path);
}
