/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-field-row.h"

#include "mq-bound.h"
#include "mq-editor.h"
#include "mq-row-head.h"

struct _MqFieldRow
{
  AdwPreferencesRow parent_instance;

  char *path;
  gboolean subtitle_hidden;
  MqEditor *editor;             /* made when it is bound */

  MqRowHead *head;
  GtkBox *column;
  GtkLabel *label;
  GtkLabel *missing;
  GtkLabel *help;
  GtkLabel *note;
  GtkBox *error;
  GtkLabel *error_text;
};

static void bound_init (MqBoundInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MqFieldRow, mq_field_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (MQ_TYPE_BOUND, bound_init))

enum { PROP_0, PROP_PATH, PROP_SUBTITLE_HIDDEN, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
on_updated_cb (MqFieldRow *self)
{
  const MqRowState *state = mq_editor_state (self->editor);
  const char *error = mq_editor_error (self->editor);
  gboolean help = state->help != NULL && *state->help != '\0';

  gtk_label_set_text (self->label, state->label);
  gtk_label_set_text (self->help, help ? state->help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help), help && !self->subtitle_hidden);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), help && self->subtitle_hidden ? state->help : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), state->missing);
  gtk_label_set_text (self->note, state->note != NULL ? state->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), state->note != NULL && error == NULL);
  gtk_label_set_text (self->error_text, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), !state->hidden);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), state->label);

  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "wrong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "wrong");
}

/* A wide editor stands under the label; a narrow one beside it, at the end. */
static void
place_editor (MqFieldRow *self, const MqField *field)
{
  gboolean wide = mq_editor_is_wide (field);

  if (wide)
    {
      gtk_box_insert_child_after (self->column, GTK_WIDGET (self->editor), GTK_WIDGET (self->head));
      gtk_widget_add_css_class (GTK_WIDGET (self), "wide");
      /* The help of a wide editor follows it, as its caption. */
      g_object_ref (self->help);
      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->help))), GTK_WIDGET (self->help));
      gtk_box_insert_child_after (self->column, GTK_WIDGET (self->help), GTK_WIDGET (self->editor));
      g_object_unref (self->help);
    }
  else
    {
      gtk_widget_set_valign (GTK_WIDGET (self->editor), GTK_ALIGN_CENTER);
      mq_row_head_set_editor (self->head, GTK_WIDGET (self->editor));
    }
}

/* ---- what the page asks of it ---- */

static void
mq_field_row_bind (MqBound *bound, MqDocument *document)
{
  MqFieldRow *self = MQ_FIELD_ROW (bound);
  const MqField *field;

  if (document == NULL || self->path == NULL)
    {
      if (self->editor != NULL)
        mq_editor_bind (self->editor, NULL, NULL);
      return;
    }

  field = mq_kind_field (mq_document_kind (document), self->path);
  if (field == NULL || field->type == MQ_TYPE_TABLE)
    {
      g_warning ("A form has a field for “%s”, which is no fact of the kind", self->path);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  if (self->editor == NULL)
    {
      self->editor = mq_editor_new (field, FALSE);
      place_editor (self, field);
      g_signal_connect_object (self->editor, "updated", G_CALLBACK (on_updated_cb), self, G_CONNECT_SWAPPED);
    }
  mq_editor_bind (self->editor, document, self->path);
}

static void
mq_field_row_refresh (MqBound *bound)
{
  MqFieldRow *self = MQ_FIELD_ROW (bound);

  if (self->editor != NULL)
    mq_editor_refresh (self->editor);
}

static const char *
mq_field_row_get_path (MqBound *bound)
{
  return MQ_FIELD_ROW (bound)->path;
}

static gboolean
mq_field_row_go_to (MqBound *bound, const char *path)
{
  MqFieldRow *self = MQ_FIELD_ROW (bound);

  if (self->editor == NULL || g_strcmp0 (self->path, path) != 0)
    return FALSE;
  mq_editor_go_to (self->editor);

  return TRUE;
}

static void
bound_init (MqBoundInterface *iface)
{
  iface->bind = mq_field_row_bind;
  iface->refresh = mq_field_row_refresh;
  iface->path = mq_field_row_get_path;
  iface->go_to = mq_field_row_go_to;
}

/* ---- type ---- */

static void
mq_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MqFieldRow *self = MQ_FIELD_ROW (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_SUBTITLE_HIDDEN:
      g_value_set_boolean (value, self->subtitle_hidden);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mq_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MqFieldRow *self = MQ_FIELD_ROW (object);

  switch (id)
    {
    case PROP_PATH:
      g_free (self->path);
      self->path = g_value_dup_string (value);
      break;
    case PROP_SUBTITLE_HIDDEN:
      self->subtitle_hidden = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* A click anywhere in the row is a click into its field. */
static void
on_clicked_cb (MqFieldRow *self, int n_press, double x, double y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (self->editor != NULL && hit != NULL && hit != GTK_WIDGET (self->editor)
      && !gtk_widget_is_ancestor (hit, GTK_WIDGET (self->editor)))
    mq_editor_go_to (self->editor);
}

static void
mq_field_row_dispose (GObject *object)
{
  MqFieldRow *self = MQ_FIELD_ROW (object);

  if (self->editor != NULL)
    mq_editor_bind (self->editor, NULL, NULL);
  self->editor = NULL;

  G_OBJECT_CLASS (mq_field_row_parent_class)->dispose (object);
}

static void
mq_field_row_finalize (GObject *object)
{
  g_free (MQ_FIELD_ROW (object)->path);

  G_OBJECT_CLASS (mq_field_row_parent_class)->finalize (object);
}

static void
mq_field_row_class_init (MqFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mq_field_row_get_property;
  object_class->set_property = mq_field_row_set_property;
  object_class->dispose = mq_field_row_dispose;
  object_class->finalize = mq_field_row_finalize;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE_HIDDEN] = g_param_spec_boolean ("subtitle-hidden", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (MQ_TYPE_ROW_HEAD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MqFieldRow, column);
  gtk_widget_class_bind_template_child (widget_class, MqFieldRow, head);
  gtk_widget_class_bind_template_child (widget_class, MqFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, MqFieldRow, missing);
  gtk_widget_class_bind_template_child (widget_class, MqFieldRow, help);
  gtk_widget_class_bind_template_child (widget_class, MqFieldRow, note);
  gtk_widget_class_bind_template_child (widget_class, MqFieldRow, error);
  gtk_widget_class_bind_template_child (widget_class, MqFieldRow, error_text);
}

static void
mq_field_row_init (MqFieldRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
mq_field_row_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_object_new (MQ_TYPE_FIELD_ROW, "path", path, NULL);
}
