/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-properties.h"

#include <string.h>

#include "mq-copy.h"
#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-names.h"

struct _MqProperties
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *facts, *identity;
  GtkLabel *fingerprint;
};

G_DEFINE_FINAL_TYPE (MqProperties, mq_properties, ADW_TYPE_WINDOW)

/* Those that a kind has are shown, in this order. */
static const char *const paths[] = { "cover/ref-no", "cover/version", "cover/status" };

/* ---- rows ---- */

static AdwActionRow *
add_row (MqProperties *self, const char *title, const char *text)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_selectable (label, TRUE);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (row, 1);
  adw_action_row_set_subtitle_lines (row, 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (row, GTK_WIDGET (label));
  adw_preferences_group_add (self->facts, GTK_WIDGET (row));

  return row;
}

static void
add_file (MqProperties *self, MqDocument *document)
{
  GFile *file = mq_document_file (document);
  g_autofree char *name = mq_name_isolate (mq_document_name (document));
  AdwActionRow *row = add_row (self, _("File"), name);

  if (file == NULL)
    adw_action_row_set_subtitle (row, _("Not saved yet"));
  else
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char *path = folder != NULL ? g_file_get_parse_name (folder) : NULL;
      g_autofree char *shown = path != NULL ? mq_name_isolate (path) : NULL;

      if (shown != NULL)
        adw_action_row_set_subtitle (row, shown);
    }
}

static void
add_facts (MqProperties *self, MqDocument *document)
{
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const MqField *field = mq_kind_field (mq_document_kind (document), paths[i]);
      g_autofree char *text = NULL;

      if (field == NULL)
        continue;
      text = mq_render_value (mq_flow_renderer (mq_document_flow (document)), paths[i], NULL, NULL, NULL);
      if (text != NULL)
        {
          const MqHouse *house = mq_document_house (document);

          add_row (self, mq_language_label (&field->label, house, field->iq_by_law), text);
        }
    }
}

/* ---- the fingerprint ---- */

static void
on_copy_cb (MqProperties *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  gdk_clipboard_set_text (clipboard, gtk_label_get_text (self->fingerprint));
}

/* As it stands at the foot of the pages, without the words there. */
static char *
fingerprint (MqDocument *document)
{
  g_autoptr (GBytes) bytes = mq_draft_to_file (mq_document_draft (document), NULL);
  g_autofree char *foot = bytes != NULL ? mq_copy_foot (bytes) : NULL;
  const char *colon = foot != NULL ? strchr (foot, ':') : NULL;

  return g_strdup (colon != NULL ? colon + 2 : "");
}

/* ---- type ---- */

static void
mq_properties_class_init (MqPropertiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-properties.ui");
  gtk_widget_class_bind_template_child (widget_class, MqProperties, facts);
  gtk_widget_class_bind_template_child (widget_class, MqProperties, identity);
  gtk_widget_class_bind_template_child (widget_class, MqProperties, fingerprint);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_cb);
}

static void
mq_properties_init (MqProperties *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mq_properties_new:
 * @parent: the window that it is for
 * @document: what it tells of, as it is now
 *
 * Returns: (transfer none): the window, not shown yet
 */
GtkWidget *
mq_properties_new (GtkWindow *parent, MqDocument *document)
{
  MqProperties *self;
  g_autofree char *pages = NULL, *print = NULL;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), NULL);

  self = g_object_new (MQ_TYPE_PROPERTIES, "transient-for", parent, NULL);
  add_file (self, document);
  add_facts (self, document);
  pages = mq_language_number (mq_flow_n_pages (mq_document_flow (document)));
  add_row (self, _("Pages"), pages);

  print = fingerprint (document);
  gtk_label_set_text (self->fingerprint, print);
  adw_preferences_group_set_description (self->identity,
    mq_document_modified (document)
    ? _("There are changes that were not saved. This is the fingerprint of the draft with them, as a PDF bears "
        "it that is exported now.")
    : _("It stands at the foot of each page of the PDF. Where both are the same, so is the draft."));

  return GTK_WIDGET (self);
}
