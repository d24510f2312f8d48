/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-line-row.h"

#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-para-view.h"

struct _MqLineRow
{
  GtkWidget parent_instance;

  GtkLabel *number;
  MqParaView *view;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (MqLineRow, mq_line_row, GTK_TYPE_WIDGET)

enum { TYPED, SPLIT, JOIN, MOVE, REMOVE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_view_cb (MqLineRow *self, guint signal)
{
  g_signal_emit (self, signals[signal], 0);
}

static void on_typed_cb (MqLineRow *self) { on_view_cb (self, TYPED); }
static void on_split_cb (MqLineRow *self) { on_view_cb (self, SPLIT); }
static void on_join_cb  (MqLineRow *self) { on_view_cb (self, JOIN); }

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[MOVE], 0, g_str_equal (name, "line.move-up") ? -1 : 1);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static void
mq_line_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mq_line_row_parent_class)->dispose (object);
}

static void
mq_line_row_class_init (MqLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mq_line_row_dispose;

  signals[TYPED] = g_signal_new ("typed", MQ_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SPLIT] = g_signal_new ("split", MQ_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[JOIN] = g_signal_new ("join", MQ_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", MQ_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", MQ_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "line");
  gtk_widget_class_install_action (widget_class, "line.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "line.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "line.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "line.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "line.move-down", NULL);
}

static void
mq_line_row_init (MqLineRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_START);
  gtk_label_set_width_chars (self->number, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "number");
  gtk_widget_set_parent (GTK_WIDGET (self->number), GTK_WIDGET (self));

  self->view = MQ_PARA_VIEW (mq_para_view_new ());
  g_signal_connect_swapped (self->view, "typed", G_CALLBACK (on_typed_cb), self);
  g_signal_connect_swapped (self->view, "split", G_CALLBACK (on_split_cb), self);
  g_signal_connect_swapped (self->view, "join", G_CALLBACK (on_join_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));

  g_menu_append (menu, _("Move Up"), "line.move-up");
  g_menu_append (menu, _("Move Down"), "line.move-down");
  g_menu_append (menu, _("Delete"), "line.remove");
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

GtkWidget *
mq_line_row_new (const char *text)
{
  MqLineRow *self = g_object_new (MQ_TYPE_LINE_ROW, NULL);

  mq_line_row_set_text (self, text);

  return GTK_WIDGET (self);
}

void
mq_line_row_set_text (MqLineRow *self, const char *text)
{
  g_return_if_fail (MQ_IS_LINE_ROW (self));

  mq_para_view_set_text (self->view, text);
}

char *
mq_line_row_dup_text (MqLineRow *self)
{
  g_return_val_if_fail (MQ_IS_LINE_ROW (self), NULL);

  return mq_para_view_dup_text (self->view);
}

char *
mq_line_row_dup_part (MqLineRow *self, gboolean after_cursor)
{
  g_return_val_if_fail (MQ_IS_LINE_ROW (self), NULL);

  return mq_para_view_dup_part (self->view, after_cursor);
}

/**
 * mq_line_row_append:
 * @text: what comes after the text; the cursor stays between
 */
void
mq_line_row_append (MqLineRow *self, const char *text)
{
  g_autofree char *before = NULL, *all = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter cursor;

  g_return_if_fail (MQ_IS_LINE_ROW (self));

  before = mq_para_view_dup_text (self->view);
  all = g_strconcat (before, text, NULL);
  mq_para_view_set_text (self->view, all);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_end_iter (buffer, &cursor);
  gtk_text_iter_backward_chars (&cursor, (int) g_utf8_strlen (text, -1));
  gtk_text_buffer_place_cursor (buffer, &cursor);
}

/**
 * mq_line_row_set_place:
 * @label: (nullable): what the list is called
 * @index: place of the item, from 0
 * @n: how many there are
 */
void
mq_line_row_set_place (MqLineRow *self, const char *label, guint index, guint n)
{
  g_autofree char *number = NULL, *name = NULL, *menu = NULL;

  g_return_if_fail (MQ_IS_LINE_ROW (self));

  number = mq_language_number (index + 1);
  gtk_label_set_text (self->number, number);
  /* Translators: an item of a list: the list's label, the item's number */
  name = g_strdup_printf (_("%s, item %s"), label != NULL ? label : "", number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  menu = g_strdup_printf (_("Actions for item %s"), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "line.move-up", index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "line.move-down", index + 1 < n);
}

void
mq_line_row_set_read_only (MqLineRow *self, gboolean read_only)
{
  g_return_if_fail (MQ_IS_LINE_ROW (self));

  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)) == read_only)
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), !read_only);
  gtk_widget_set_visible (self->menu, !read_only);
}

void
mq_line_row_focus (MqLineRow *self, gboolean at_end)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (MQ_IS_LINE_ROW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_place_cursor (buffer, at_end ? &end : &start);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
