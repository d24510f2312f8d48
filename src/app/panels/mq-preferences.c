/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-preferences.h"

#include "mq-settings.h"

struct _MqPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *language;
  AdwComboRow *colours;
};

G_DEFINE_FINAL_TYPE (MqPreferences, mq_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* in the order of the rows' options */
static const char *const languages[] = { "ar", "en" };
static const char *const colour_names[] = { "system", "light", "dark" };

static void
select_name (AdwComboRow *row, const char *const *names, guint n, const char *key)
{
  g_autofree char *value = mq_settings_dup_string (key, names[0]);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i], value))
      adw_combo_row_set_selected (row, i);
}

static void
on_language_cb (MqPreferences *self)
{
  mq_settings_set_string ("language", languages[MIN (adw_combo_row_get_selected (self->language),
                                                    G_N_ELEMENTS (languages) - 1)]);
}

static void
on_colours_cb (MqPreferences *self)
{
  const char *name = colour_names[MIN (adw_combo_row_get_selected (self->colours), G_N_ELEMENTS (colour_names) - 1)];

  mq_settings_set_string ("colours", name);
  mq_preferences_apply_colours (name);
}

static void
mq_preferences_class_init (MqPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MqPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, MqPreferences, colours);
}

static void
mq_preferences_init (MqPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  select_name (self->language, languages, G_N_ELEMENTS (languages), "language");
  select_name (self->colours, colour_names, G_N_ELEMENTS (colour_names), "colours");
  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (on_language_cb), self);
  g_signal_connect_swapped (self->colours, "notify::selected", G_CALLBACK (on_colours_cb), self);
}

GtkWidget *
mq_preferences_new (GtkWindow *parent)
{
  return g_object_new (MQ_TYPE_PREFERENCES, "transient-for", parent, NULL);
}

void
mq_preferences_apply_colours (const char *colours)
{
  g_return_if_fail (colours != NULL);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (colours, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                      : g_str_equal (colours, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                                       : ADW_COLOR_SCHEME_DEFAULT);
}
