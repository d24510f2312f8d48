/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-window-private.h"

#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-row-state.h"
#include "mq-settings.h"

G_DEFINE_FINAL_TYPE (MqWindow, mq_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- titles and window buttons ---- */

static void
update_title (MqWindow *self)
{
  const MqGroup *group = mq_kind_group (mq_document_kind (self->document), self->group);
  const char *name = mq_document_name (self->document);
  g_autofree char *subtitle = NULL, *title = NULL;

  if (mq_document_modified (self->document))
    /* Translators: name of a file that has unsaved changes */
    subtitle = g_strdup_printf (_("%s — unsaved"), name);
  else
    subtitle = g_strdup (name);
  adw_window_title_set_title (self->title, group != NULL
                              ? mq_language_label (&group->label, mq_document_house (self->document), FALSE) : "");
  adw_window_title_set_subtitle (self->title, subtitle);
  title = g_strdup_printf (_("%s — Muqtarah"), name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Three header bars, and the buttons of the window are in whichever is at the end (and start) of what is shown. */
static void
update_window_buttons (MqWindow *self)
{
  gboolean preview = adw_flap_get_reveal_flap (self->flap), over = adw_flap_get_folded (self->flap);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean page = adw_leaflet_get_visible_child (self->leaflet) == self->page_side;

  adw_header_bar_set_show_end_title_buttons (self->preview_header, TRUE);
  adw_header_bar_set_show_start_title_buttons (self->preview_header, FALSE);
  adw_header_bar_set_show_end_title_buttons (self->page_header, (!preview || over) && (!folded || page));
  adw_header_bar_set_show_start_title_buttons (self->page_header, folded);
  adw_header_bar_set_show_end_title_buttons (self->sections_header, folded && (!preview || over));
  adw_header_bar_set_show_start_title_buttons (self->sections_header, TRUE);
  gtk_widget_set_visible (self->back, folded);
}

/* ---- pages ---- */

static MqFormPage *
page_of (MqWindow *self, const char *group_name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, group_name);
  const MqGroup *group = mq_kind_group (mq_document_kind (self->document), group_name);

  /* A page is made when it is first asked for. */
  if (page == NULL && group != NULL)
    {
      page = GTK_WIDGET (mq_form_page_load (mq_document_kind (self->document), group));
      gtk_stack_add_named (self->pages, page, group_name);
      mq_form_page_bind (MQ_FORM_PAGE (page), self->document);
    }

  return MQ_FORM_PAGE (page);
}

static void
show_page (MqWindow *self, const char *group)
{
  if (page_of (self, group) == NULL)
    return;
  g_free (self->group);
  self->group = g_strdup (group);
  gtk_stack_set_visible_child_name (self->pages, group);
  mq_section_list_select (self->sections, group);
  mq_settings_set_string ("section", group);
  update_title (self);
  mq_window_update_actions (self);
}

static void
on_section_chosen_cb (MqWindow *self, const char *group)
{
  mq_window_show_group (self, group);
  mq_window_show_part (self, group);
}

static void
on_document_changed_cb (MqWindow *self)
{
  mq_window_update_actions (self);
}

static void
on_document_notify_cb (MqWindow *self)
{
  update_title (self);
  mq_window_update_actions (self);
}

/* ---- type ---- */

static void
mq_window_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (mq_window_parent_class)->size_allocate (widget, width, height, baseline);
  mq_window_fit_preview (MQ_WINDOW (widget), width);
}

static gboolean
mq_window_close_request (GtkWindow *window)
{
  MqWindow *self = MQ_WINDOW (window);

  /* a PDF or the printer is waited for: the program ends with its last window */
  self->closing_later = self->export != NULL || self->printing != NULL;
  if (self->closing_later || (!self->closing && !mq_window_may_close (self)))
    return TRUE;

  if (!gtk_window_is_maximized (window))
    {
      int width, height;

      gtk_window_get_default_size (window, &width, &height);
      mq_settings_set_int ("width", width);
      mq_settings_set_int ("height", height);
    }
  mq_settings_set_boolean ("maximized", gtk_window_is_maximized (window));

  return GTK_WINDOW_CLASS (mq_window_parent_class)->close_request (window);
}

static void
mq_window_dispose (GObject *object)
{
  MqWindow *self = MQ_WINDOW (object);

  g_clear_handle_id (&self->preview_width, g_source_remove);
  g_clear_handle_id (&self->export_tick, g_source_remove);
  if (self->export != NULL)
    mq_export_cancel (self->export);
  g_clear_object (&self->export);
  g_clear_object (&self->printing);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->group, g_free);

  G_OBJECT_CLASS (mq_window_parent_class)->dispose (object);
}

static void
mq_window_class_init (MqWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mq_window_dispose;
  widget_class->size_allocate = mq_window_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = mq_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MqWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, work);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, sections_header);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, page_header);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, preview_header);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, page_side);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, preview_side);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, back);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, MqWindow, recent);
  gtk_widget_class_bind_template_callback (widget_class, on_section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, mq_window_preview_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_window_buttons);

  mq_window_install_actions (widget_class);
  mq_window_install_file_actions (widget_class);
  mq_window_install_export_actions (widget_class);
  mq_window_install_print_actions (widget_class);
}

static void
mq_window_init (MqWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self), mq_settings_get_int ("width", 1280),
                               mq_settings_get_int ("height", 800));
  if (mq_settings_get_boolean ("maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, mq_settings_get_boolean ("show-preview", TRUE));
  mq_window_take_drops (self);
  mq_window_fill_recent (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (mq_window_fill_recent), self,
                           G_CONNECT_SWAPPED);
  update_window_buttons (self);
}

/* ---- public ---- */

MqWindow *
mq_window_new (GtkApplication *application, MqDocument *document)
{
  MqWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (MQ_IS_DOCUMENT (document), NULL);

  self = g_object_new (MQ_TYPE_WINDOW, "application", application, NULL);
  mq_window_set_document (self, document);

  return self;
}

MqDocument *
mq_window_document (MqWindow *self)
{
  g_return_val_if_fail (MQ_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * mq_window_set_document:
 * @document: what the window shows from now on; what it showed before is let go of, saved or not
 */
void
mq_window_set_document (MqWindow *self, MqDocument *document)
{
  g_autofree char *section = NULL;
  GtkWidget *page;
  guint n;
  const MqGroup *const *groups;

  g_return_if_fail (MQ_IS_WINDOW (self));
  g_return_if_fail (MQ_IS_DOCUMENT (document));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, page);
  g_set_object (&self->document, document);

  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "focused", G_CALLBACK (mq_window_focused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify", G_CALLBACK (on_document_notify_cb), self, G_CONNECT_SWAPPED);
  if (mq_document_file (document) != NULL)
    mq_window_remember (self);
  mq_window_tell_origin (self);
  mq_section_list_bind (self->sections, document);
  mq_preview_bind (self->preview, document);
  mq_find_bar_bind (self->find_bar, document, self->preview);

  groups = mq_kind_groups (mq_document_kind (document), &n);
  section = mq_settings_dup_string ("section", "");
  if (mq_kind_group (mq_document_kind (document), section) == NULL && n > 0)
    {
      /* The first section that is printed: what a draft begins with. */
      guint first = 0;

      while (first + 1 < n && !groups[first]->printed)
        first++;
      g_free (section);
      section = g_strdup (groups[first]->name);
    }
  show_page (self, section);
  mq_window_show_part (self, section);
}

gboolean
mq_window_is_untouched (MqWindow *self)
{
  g_return_val_if_fail (MQ_IS_WINDOW (self), FALSE);

  return mq_document_file (self->document) == NULL && mq_document_origin (self->document, NULL) == NULL
         && !mq_document_modified (self->document);
}

/**
 * mq_window_show_group:
 * @group: name of a group of facts
 *
 * Shows its page.
 */
void
mq_window_show_group (MqWindow *self, const char *group)
{
  g_return_if_fail (MQ_IS_WINDOW (self));
  g_return_if_fail (group != NULL);

  show_page (self, group);
  adw_leaflet_set_visible_child (self->leaflet, self->page_side);
}

/**
 * mq_window_go_to:
 * @path: a fact, a table, a row or a cell; of a column (without the row): its first row
 *
 * Brings the user to the field of @path.
 *
 * Returns: whether there is one
 */
gboolean
mq_window_go_to (MqWindow *self, const char *path)
{
  g_autofree char *group = NULL, *fact = NULL, *cell = NULL;
  const MqField *field;
  MqFormPage *page;
  guint n;

  g_return_val_if_fail (MQ_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  group = mq_path_group (path);
  fact = mq_path_fact (path);
  page = page_of (self, group);
  if (page == NULL || mq_kind_field (mq_document_kind (self->document), fact) == NULL)
    return FALSE;

  field = mq_kind_field (mq_document_kind (self->document), path);
  if (field != NULL && field->table != NULL && g_str_equal (field->path, path))
    {
      g_autofree const char **rows = mq_draft_rows (mq_document_draft (self->document), fact, &n);

      cell = n > 0 ? g_strconcat (fact, "/", rows[0], "/", field->name, NULL) : g_strdup (fact);
      path = cell;
    }
  mq_window_show_group (self, group);

  return mq_form_page_go_to (page, path);
}

void
mq_window_toast (MqWindow *self, const char *text)
{
  AdwToast *toast;
  g_autofree char *escaped = NULL;

  g_return_if_fail (MQ_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, 5);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
