/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-editors.h"

#include "mq-i18n.h"

/* With more than this many to pick from, they can be searched. */
#define MANY 12
/* letters of an option in one line */
#define WIDEST 44

struct _MqChoiceEditor
{
  MqEditor parent_instance;

  GtkDropDown *drop;
  MqChoices choices;
};

G_DEFINE_FINAL_TYPE (MqChoiceEditor, mq_choice_editor, MQ_TYPE_EDITOR)

static void
on_selected_cb (MqChoiceEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop);

  if (selected < self->choices.tokens->len)
    mq_editor_picked (MQ_EDITOR (self), self->choices.tokens->pdata[selected]);
}

static void
fill (MqChoiceEditor *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new ((const char *const *) self->choices.labels->pdata);

  gtk_drop_down_set_model (self->drop, G_LIST_MODEL (labels));
  gtk_drop_down_set_enable_search (self->drop, self->choices.tokens->len > MANY);
}

static void
mq_choice_editor_show (MqEditor *editor, const MqRowState *state, gboolean anew)
{
  MqChoiceEditor *self = MQ_CHOICE_EDITOR (editor);
  MqDocument *document = mq_editor_document (editor);
  MqChoices choices;
  guint selected;

  mq_choices_read (&choices, mq_document_draft (document), mq_document_house (document), state->field, TRUE);
  /* A value that cannot be picked any more (a row that has gone) is shown as it is. */
  if (state->value != NULL && mq_choices_find (&choices, state->value) == G_MAXUINT)
    {
      g_ptr_array_add (choices.tokens, g_strdup (state->value));
      g_ptr_array_insert (choices.labels, choices.labels->len - 1, g_strdup (state->text));
    }

  if (self->choices.tokens == NULL || !mq_choices_equal (&choices, &self->choices))
    {
      mq_choices_clear (&self->choices);
      self->choices = choices;
      fill (self);
    }
  else
    {
      mq_choices_clear (&choices);
    }

  selected = mq_choices_find (&self->choices, state->value);
  if (gtk_drop_down_get_selected (self->drop) != selected)
    gtk_drop_down_set_selected (self->drop, selected);
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop), !state->read_only);
  if (state->value == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->drop), "unset");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->drop), "unset");
}

static GtkWidget *
mq_choice_editor_target (MqEditor *editor)
{
  return GTK_WIDGET (MQ_CHOICE_EDITOR (editor)->drop);
}

static void
mq_choice_editor_finalize (GObject *object)
{
  mq_choices_clear (&MQ_CHOICE_EDITOR (object)->choices);

  G_OBJECT_CLASS (mq_choice_editor_parent_class)->finalize (object);
}

static void
mq_choice_editor_class_init (MqChoiceEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mq_choice_editor_finalize;
  MQ_EDITOR_CLASS (klass)->show = mq_choice_editor_show;
  MQ_EDITOR_CLASS (klass)->target = mq_choice_editor_target;
}

/* ---- the look of an option: cut at the end in the button, whole in the list ---- */

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer cut)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (cut != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
    }
  else
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
    }
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer cut)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (label, text);
  /* The list is to be as wide as its options, and not as narrow as the button. */
  if (cut == NULL)
    gtk_label_set_width_chars (label, MIN ((int) g_utf8_strlen (text, -1), WIDEST));
}

static GtkListItemFactory *
make_factory (gboolean cut)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), GINT_TO_POINTER (cut));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), GINT_TO_POINTER (cut));

  return factory;
}

static void
mq_choice_editor_init (MqChoiceEditor *self)
{
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GtkListItemFactory) button = make_factory (TRUE), list = make_factory (FALSE);

  self->drop = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_expression (self->drop, text);
  gtk_drop_down_set_factory (self->drop, button);
  gtk_drop_down_set_list_factory (self->drop, list);
  gtk_widget_set_valign (GTK_WIDGET (self->drop), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->drop), "field");
  g_signal_connect_swapped (self->drop, "notify::selected", G_CALLBACK (on_selected_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop));
}
