/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-section-list.h"

#include "mq-check.h"
#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-ring.h"

/* Marks may come a little after the letters that they count. */
#define PAUSE_MS 250

struct _MqSectionList
{
  GtkWidget parent_instance;

  MqDocument *document;
  const MqGroup *const *groups;
  guint n_groups;
  GPtrArray *rings;             /* MqRing, of each group */
  guint timeout;

  GtkListBox *list;
  GtkLabel *total;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (MqSectionList, mq_section_list, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
refresh (MqSectionList *self)
{
  guint needed = 0, filled = 0, percent;
  g_autofree char *shown = NULL, *text = NULL;

  for (guint i = 0; i < self->n_groups; i++)
    {
      MqCompleteness done = mq_check_completeness (mq_document_draft (self->document), self->groups[i]->name);
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i));
      g_autofree char *part = mq_language_percent (done.needed > 0 ? done.filled * 100 / done.needed : 100);
      g_autofree char *said = done.filled >= done.needed ? g_strdup (_("Complete"))
                                                         : g_strdup_printf (_("%s complete"), part);

      mq_ring_set (self->rings->pdata[i], done.filled, done.needed);
      gtk_widget_set_tooltip_text (self->rings->pdata[i], said);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rings->pdata[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
      needed += done.needed;
      filled += done.filled;
    }

  percent = needed > 0 ? filled * 100 / needed : 100;
  shown = mq_language_percent (percent);
  /* Translators: a percentage */
  text = g_strdup_printf (_("%s of the required fields are complete"), shown);
  gtk_label_set_text (self->total, text);
  gtk_progress_bar_set_fraction (self->bar, percent / 100.0);
}

static gboolean
on_timeout_cb (gpointer data)
{
  MqSectionList *self = data;

  self->timeout = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (MqSectionList *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (PAUSE_MS, on_timeout_cb, self);
}

static void
on_row_activated_cb (MqSectionList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, chosen_signal, 0, self->groups[gtk_list_box_row_get_index (row)]->name);
}

/* A label that is cut says the whole. */
static gboolean
on_query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static GtkWidget *
make_row (MqSectionList *self, guint index)
{
  const MqGroup *group = self->groups[index];
  const char *text = mq_language_label (&group->label, mq_document_house (self->document), FALSE);
  g_autofree char *shown = mq_language_number (index + 1);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *number = gtk_label_new (shown), *label = gtk_label_new (text), *ring = mq_ring_new ();

  gtk_label_set_width_chars (GTK_LABEL (number), 2);
  gtk_widget_add_css_class (number, "number");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), ring);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_ptr_array_add (self->rings, ring);

  return row;
}

static void
mq_section_list_dispose (GObject *object)
{
  MqSectionList *self = MQ_SECTION_LIST (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timeout, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mq_section_list_parent_class)->dispose (object);
}

static void
mq_section_list_finalize (GObject *object)
{
  g_ptr_array_unref (MQ_SECTION_LIST (object)->rings);

  G_OBJECT_CLASS (mq_section_list_parent_class)->finalize (object);
}

static void
mq_section_list_class_init (MqSectionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mq_section_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = mq_section_list_finalize;

  chosen_signal = g_signal_new ("chosen", MQ_TYPE_SECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-section-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MqSectionList, list);
  gtk_widget_class_bind_template_child (widget_class, MqSectionList, total);
  gtk_widget_class_bind_template_child (widget_class, MqSectionList, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
mq_section_list_init (MqSectionList *self)
{
  self->rings = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mq_section_list_bind (MqSectionList *self, MqDocument *document)
{
  GtkWidget *child;

  g_return_if_fail (MQ_IS_SECTION_LIST (self));
  g_return_if_fail (MQ_IS_DOCUMENT (document));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->rings, 0);
  self->groups = mq_kind_groups (mq_document_kind (document), &self->n_groups);
  for (guint i = 0; i < self->n_groups; i++)
    gtk_list_box_append (self->list, make_row (self, i));
  refresh (self);
}

void
mq_section_list_select (MqSectionList *self, const char *group)
{
  g_return_if_fail (MQ_IS_SECTION_LIST (self));
  g_return_if_fail (group != NULL);

  for (guint i = 0; i < self->n_groups; i++)
    if (g_str_equal (self->groups[i]->name, group))
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
}

/**
 * mq_section_list_beside:
 * @group: a section
 * @by: 1: the next; −1: the one before
 *
 * Returns: (transfer none) (nullable): the name of the section there
 */
const char *
mq_section_list_beside (MqSectionList *self, const char *group, int by)
{
  g_return_val_if_fail (MQ_IS_SECTION_LIST (self), NULL);
  g_return_val_if_fail (group != NULL, NULL);

  for (int i = 0; i < (int) self->n_groups; i++)
    if (g_str_equal (self->groups[i]->name, group) && i + by >= 0 && i + by < (int) self->n_groups)
      return self->groups[i + by]->name;

  return NULL;
}
