/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-find-bar.h"

#include "mq-flow-search.h"
#include "mq-i18n.h"
#include "mq-language.h"

struct _MqFindBar
{
  GtkWidget parent_instance;

  MqDocument *document;
  MqPreview *preview;
  GArray *hits;                 /* MqTextHit; NULL: nothing is looked for */
  guint now;                    /* the one that is shown */

  GtkRevealer *revealer;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkCheckButton *words, *wide;
  GtkWidget *previous, *next;
};

G_DEFINE_FINAL_TYPE (MqFindBar, mq_find_bar, GTK_TYPE_WIDGET)

static gboolean
is_open (MqFindBar *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

/* ---- what was found ---- */

static char *
count_text (MqFindBar *self)
{
  g_autofree char *now = NULL, *all = NULL;

  if (self->hits == NULL)
    return g_strdup ("");
  if (self->hits->len == 0)
    return g_strdup (_("No results"));
  now = mq_language_number (self->now + 1);
  all = mq_language_number (self->hits->len);
  /* Translators: which of the places that were found is shown, and how many there are */
  return g_strdup_printf (_("%s of %s"), now, all);
}

static void
show_hits (MqFindBar *self, gboolean scroll)
{
  g_autofree char *count = count_text (self);
  gboolean any = self->hits != NULL && self->hits->len > 0;

  gtk_label_set_text (self->count, count);
  gtk_widget_set_sensitive (self->previous, any);
  gtk_widget_set_sensitive (self->next, any);
  if (self->hits != NULL && !any)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  mq_preview_show_hits (self->preview, self->hits, any ? self->now : G_MAXUINT, scroll);
}

static void
find (MqFindBar *self, gboolean scroll)
{
  MqFoldLevel level = gtk_check_button_get_active (self->wide) ? MQ_FOLD_L2 : MQ_FOLD_L1;
  g_autoptr (MqSearch) search = mq_search_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)), level,
                                               gtk_check_button_get_active (self->words));

  g_clear_pointer (&self->hits, g_array_unref);
  if (self->document != NULL && is_open (self) && !mq_search_empty (search))
    self->hits = mq_flow_search (mq_document_flow (self->document), search);
  if (self->hits == NULL || self->now >= self->hits->len)
    self->now = 0;
  show_hits (self, scroll);
}

/* ---- what the user does ---- */

static void
on_search_cb (MqFindBar *self)
{
  self->now = 0;
  find (self, TRUE);
}

static void
on_next_cb (MqFindBar *self)
{
  mq_find_bar_step (self, 1);
}

static void
on_previous_cb (MqFindBar *self)
{
  mq_find_bar_step (self, -1);
}

static void
on_close_cb (MqFindBar *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  find (self, FALSE);
}

/* The pages are laid out anew by then, and what was found in them before stands elsewhere. */
static void
on_changed_cb (MqFindBar *self)
{
  if (is_open (self))
    find (self, FALSE);
}

/* ---- type ---- */

static void
mq_find_bar_dispose (GObject *object)
{
  MqFindBar *self = MQ_FIND_BAR (object);
  GtkWidget *child;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->preview);
  g_clear_pointer (&self->hits, g_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mq_find_bar_parent_class)->dispose (object);
}

static void
mq_find_bar_class_init (MqFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mq_find_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MqFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, MqFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, MqFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, MqFindBar, words);
  gtk_widget_class_bind_template_child (widget_class, MqFindBar, wide);
  gtk_widget_class_bind_template_child (widget_class, MqFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, MqFindBar, next);
  gtk_widget_class_bind_template_callback (widget_class, on_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_cb);
}

static void
mq_find_bar_init (MqFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- public ---- */

/**
 * mq_find_bar_bind:
 * @document: what is searched from now on
 * @preview: where its pages are shown
 */
void
mq_find_bar_bind (MqFindBar *self, MqDocument *document, MqPreview *preview)
{
  g_return_if_fail (MQ_IS_FIND_BAR (self));
  g_return_if_fail (MQ_IS_DOCUMENT (document));
  g_return_if_fail (MQ_IS_PREVIEW (preview));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_set_object (&self->preview, preview);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  self->now = 0;
  find (self, FALSE);
}

/**
 * mq_find_bar_open:
 *
 * Shows the bar, with what was looked for before ready to be typed over.
 */
void
mq_find_bar_open (MqFindBar *self)
{
  g_return_if_fail (MQ_IS_FIND_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  find (self, TRUE);
}

/**
 * mq_find_bar_step:
 * @by: 1 or −1
 *
 * Shows the next place that was found, or the one before; behind the last comes the first.  A closed bar opens.
 */
void
mq_find_bar_step (MqFindBar *self, int by)
{
  g_return_if_fail (MQ_IS_FIND_BAR (self));

  if (!is_open (self))
    {
      mq_find_bar_open (self);
      return;
    }
  if (self->hits == NULL || self->hits->len == 0)
    return;
  self->now = (self->now + self->hits->len + (guint) by) % self->hits->len;
  show_hits (self, TRUE);
}
