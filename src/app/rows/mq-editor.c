/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-editor.h"

/* A text that is wrong because it is not finished yet is not called wrong before this. */
#define PATIENCE_MS 900
/* letters that are likely to be cut in a cell */
#define CUT 18

typedef struct
{
  MqDocument *document;
  char *path;
  MqRowState state;
  char *seen;                   /* the value that the widgets show */
  char *before;                 /* the value before the user began to type */
  char *error;
  char *waiting;                /* the error that is not shown yet */
  char *told;                   /* what assistive technology was told last */
  guint patience;
  gboolean cell, showing;
} MqEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MqEditor, mq_editor, ADW_TYPE_BIN)

enum { PROP_0, PROP_CELL, N_PROPS };
static GParamSpec *props[N_PROPS];
static guint updated_signal;

#define PRIVATE(self) ((MqEditorPrivate *) mq_editor_get_instance_private (MQ_EDITOR (self)))

/* ---- telling assistive technology ---- */

static void
update_accessible (MqEditor *self)
{
  MqEditorPrivate *priv = PRIVATE (self);
  GtkWidget *target = mq_editor_target (self);
  const char *description = priv->error != NULL ? priv->error : priv->state.help;
  g_autofree char *words = NULL;

  if (target == NULL || priv->state.field == NULL)
    return;

  /* Told when it is news: a page has many rows, and each of them hears of each letter. */
  words = g_strdup_printf ("%d%d%d%s\n%s", priv->error != NULL, priv->state.needed, priv->state.read_only,
                           priv->state.label, description != NULL ? description : "");
  if (g_strcmp0 (words, priv->told) == 0)
    return;
  g_free (priv->told);
  priv->told = g_steal_pointer (&words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_LABEL, priv->state.label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_REQUIRED, priv->state.needed, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  priv->state.read_only, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_STATE_INVALID,
                               priv->error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
updated (MqEditor *self)
{
  MqEditorPrivate *priv = PRIVATE (self);

  if (priv->error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  if (priv->cell)
    {
      const char *whole = g_utf8_strlen (priv->state.text != NULL ? priv->state.text : "", -1) > CUT
                          ? priv->state.text : NULL;

      /* There is no room beside a cell: what a row says under its field is said here. */
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), priv->error != NULL ? priv->error
                                                      : priv->state.note != NULL ? priv->state.note : whole);
      gtk_widget_set_sensitive (GTK_WIDGET (self), !priv->state.hidden);
    }
  update_accessible (self);
  g_signal_emit (self, updated_signal, 0);
}

/* ---- errors ---- */

static void
set_error (MqEditor *self, const char *error)
{
  MqEditorPrivate *priv = PRIVATE (self);

  g_clear_handle_id (&priv->patience, g_source_remove);
  g_clear_pointer (&priv->waiting, g_free);
  if (g_strcmp0 (priv->error, error) == 0)
    return;
  g_free (priv->error);
  priv->error = g_strdup (error);
  updated (self);
}

static void
show_waiting_error (MqEditor *self)
{
  g_autofree char *error = g_steal_pointer (&PRIVATE (self)->waiting);

  if (error != NULL)
    set_error (self, error);
}

static gboolean
on_patience_ended_cb (gpointer data)
{
  PRIVATE (data)->patience = 0;
  show_waiting_error (data);

  return G_SOURCE_REMOVE;
}

static void
take_problem (MqEditor *self, MqProblem *problem)
{
  MqEditorPrivate *priv = PRIVATE (self);
  g_autofree char *sentence = mq_problem_sentence (problem);

  mq_problem_free (problem);
  if (priv->error != NULL)
    {
      /* It was wrong before: the reason follows the text at once. */
      set_error (self, sentence);
      return;
    }
  g_free (priv->waiting);
  priv->waiting = g_steal_pointer (&sentence);
  g_clear_handle_id (&priv->patience, g_source_remove);
  priv->patience = g_timeout_add (PATIENCE_MS, on_patience_ended_cb, self);
}

/* ---- values → widgets ---- */

static void
show (MqEditor *self, gboolean anew)
{
  MqEditorPrivate *priv = PRIVATE (self);

  mq_row_state_clear (&priv->state);
  mq_row_state_read (&priv->state, mq_document_draft (priv->document), mq_document_house (priv->document),
                     priv->path);
  if (g_strcmp0 (priv->seen, priv->state.value) != 0)
    {
      g_free (priv->seen);
      priv->seen = g_strdup (priv->state.value);
      anew = TRUE;
    }
  if (anew)
    {
      g_free (priv->before);
      priv->before = g_strdup (priv->state.value);
    }

  priv->showing = TRUE;
  MQ_EDITOR_GET_CLASS (self)->show (self, &priv->state, anew);
  priv->showing = FALSE;

  if (anew)
    set_error (self, NULL);
  updated (self);
}

static void
on_enter_cb (MqEditor *self)
{
  MqEditorPrivate *priv = PRIVATE (self);

  if (priv->document != NULL)
    mq_document_focus (priv->document, priv->path);
}

static void
on_leave_cb (MqEditor *self)
{
  MqEditorPrivate *priv = PRIVATE (self);

  if (priv->document == NULL)
    return;
  mq_draft_end_burst (mq_document_draft (priv->document));
  show_waiting_error (self);
  /* What was typed in any form now stands in the form of the document: ١٬٢٥٠٬٠٠٠ for 1250000. */
  if (priv->error == NULL)
    show (self, TRUE);
}

/* ---- type ---- */

static void
mq_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CELL:
      PRIVATE (object)->cell = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mq_editor_dispose (GObject *object)
{
  mq_editor_bind (MQ_EDITOR (object), NULL, NULL);

  G_OBJECT_CLASS (mq_editor_parent_class)->dispose (object);
}

static void
mq_editor_class_init (MqEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = mq_editor_set_property;
  object_class->dispose = mq_editor_dispose;

  props[PROP_CELL] = g_param_spec_boolean ("cell", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                           | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  updated_signal = g_signal_new ("updated", MQ_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mq_editor_init (MqEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* ---- public ---- */

/**
 * mq_editor_bind:
 * @document: (nullable): the document; %NULL: none from now on
 * @path: (nullable): the fact or cell that it edits
 */
void
mq_editor_bind (MqEditor *self, MqDocument *document, const char *path)
{
  MqEditorPrivate *priv;

  g_return_if_fail (MQ_IS_EDITOR (self));
  g_return_if_fail ((document == NULL) == (path == NULL));

  priv = PRIVATE (self);
  g_clear_handle_id (&priv->patience, g_source_remove);
  g_clear_pointer (&priv->waiting, g_free);
  g_clear_pointer (&priv->error, g_free);
  g_clear_pointer (&priv->path, g_free);
  g_clear_pointer (&priv->seen, g_free);
  g_clear_pointer (&priv->before, g_free);
  g_clear_pointer (&priv->told, g_free);
  mq_row_state_clear (&priv->state);
  g_set_object (&priv->document, document);

  if (document == NULL)
    return;
  priv->path = g_strdup (path);
  show (self, TRUE);
}

/**
 * mq_editor_refresh:
 *
 * Shows the draft as it is now.  Text that is being typed stays as it is typed as long as it means the value.
 */
void
mq_editor_refresh (MqEditor *self)
{
  MqEditorPrivate *priv;

  g_return_if_fail (MQ_IS_EDITOR (self));

  priv = PRIVATE (self);
  /* The row may have gone, with the editor not yet unbound. */
  if (priv->document != NULL && mq_kind_field (mq_document_kind (priv->document), priv->path) != NULL)
    show (self, FALSE);
}

/**
 * mq_editor_go_to:
 *
 * Moves the focus here.  Nothing is selected, so that the next key does not wipe the field.
 */
void
mq_editor_go_to (MqEditor *self)
{
  GtkWidget *target;

  g_return_if_fail (MQ_IS_EDITOR (self));

  target = mq_editor_target (self);
  if (target == NULL)
    return;
  if (GTK_IS_EDITABLE (target))
    {
      GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (target));

      if (GTK_IS_TEXT (delegate))
        {
          gtk_text_grab_focus_without_selecting (GTK_TEXT (delegate));
          gtk_editable_set_position (GTK_EDITABLE (target), -1);
          return;
        }
    }
  gtk_widget_grab_focus (gtk_widget_get_focusable (target) ? target : GTK_WIDGET (self));
}

const MqRowState *
mq_editor_state (MqEditor *self)
{
  g_return_val_if_fail (MQ_IS_EDITOR (self), NULL);

  return &PRIVATE (self)->state;
}

/**
 * mq_editor_error:
 *
 * Returns: (transfer none) (nullable): why what was typed is not taken
 */
const char *
mq_editor_error (MqEditor *self)
{
  g_return_val_if_fail (MQ_IS_EDITOR (self), NULL);

  return PRIVATE (self)->error;
}

const char *
mq_editor_path (MqEditor *self)
{
  g_return_val_if_fail (MQ_IS_EDITOR (self), NULL);

  return PRIVATE (self)->path;
}

GtkWidget *
mq_editor_target (MqEditor *self)
{
  g_return_val_if_fail (MQ_IS_EDITOR (self), NULL);

  return MQ_EDITOR_GET_CLASS (self)->target (self);
}

MqDocument *
mq_editor_document (MqEditor *self)
{
  g_return_val_if_fail (MQ_IS_EDITOR (self), NULL);

  return PRIVATE (self)->document;
}

gboolean
mq_editor_is_cell (MqEditor *self)
{
  g_return_val_if_fail (MQ_IS_EDITOR (self), FALSE);

  return PRIVATE (self)->cell;
}

static void
set_value (MqEditor *self, const char *value)
{
  MqEditorPrivate *priv = PRIVATE (self);
  g_autofree char *before = g_strdup (priv->seen);
  MqProblem *problem = NULL;

  if (g_strcmp0 (value, priv->state.value) == 0)
    return;

  /* The widgets show it already: what the draft says next is no news to them. */
  g_free (priv->seen);
  priv->seen = g_strdup (value);
  if (mq_document_set (priv->document, priv->path, value, priv->path, &problem))
    {
      mq_editor_refresh (self);
    }
  else
    {
      g_free (priv->seen);
      priv->seen = g_steal_pointer (&before);
      take_problem (self, problem);
    }
}

/**
 * mq_editor_typed:
 * @typed: the text as it stands in the widget
 *
 * The user has typed.
 */
void
mq_editor_typed (MqEditor *self, const char *typed)
{
  MqEditorPrivate *priv;
  g_autofree char *value = NULL;
  MqProblem *problem = NULL;

  g_return_if_fail (MQ_IS_EDITOR (self));
  g_return_if_fail (typed != NULL);

  priv = PRIVATE (self);
  if (priv->showing || priv->document == NULL || priv->state.read_only)
    return;

  if (!mq_row_read (mq_document_draft (priv->document), priv->state.field, priv->path, typed, &value, &problem))
    {
      /* «٨٠» was an amount until «٨٠ مليون» was typed: a part of what is wrong is not taken either. */
      if (mq_editor_reads_whole (priv->state.field))
        {
          g_autofree char *before = g_strdup (priv->before);

          set_value (self, before);
        }
      take_problem (self, problem);
      return;
    }
  set_error (self, NULL);
  set_value (self, value);
}

/**
 * mq_editor_picked:
 * @value: (nullable): a neutral value; %NULL: none
 *
 * The user has picked a value.
 */
void
mq_editor_picked (MqEditor *self, const char *value)
{
  MqEditorPrivate *priv;

  g_return_if_fail (MQ_IS_EDITOR (self));

  priv = PRIVATE (self);
  if (priv->showing || priv->document == NULL || priv->state.read_only)
    return;
  set_value (self, value != NULL && *value != '\0' ? value : NULL);
}
