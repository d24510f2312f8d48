/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms as GTK 4 builds them, against the kind that they are for, and Glade's catalogue against their types. */
#include <string.h>

#include "mq-bound.h"
#include "mq-field-row.h"
#include "mq-form-page.h"
#include "mq-table-editor.h"
#include "mq-types.h"

#define RESOURCES "/org/muqtarah/Muqtarah/forms/standard/"

/* ---- forms ---- */

static const MqKind *
the_kind (void)
{
  MqProblem *problem = NULL;
  const MqKind *kind = mq_kind_find ("standard", &problem);

  g_assert_null (problem);
  g_assert_nonnull (kind);
  return kind;
}

/* Every fact that a form names, and how often. */
static void
count_paths (GtkWidget *widget, const MqKind *kind, const MqGroup *group, GHashTable *found)
{
  if (MQ_IS_BOUND (widget))
    {
      const char *path = mq_bound_path (MQ_BOUND (widget));
      const MqField *field = mq_kind_field (kind, path);

      g_assert_nonnull (field);
      g_assert_true (g_str_has_prefix (path, group->name) && path[strlen (group->name)] == '/');
      if (MQ_IS_FIELD_ROW (widget) || MQ_IS_TABLE_EDITOR (widget))
        {
          g_assert_true (MQ_IS_TABLE_EDITOR (widget) == (field->type == MQ_TYPE_TABLE));
          g_assert_true (g_hash_table_add (found, g_strdup (path)));
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    count_paths (child, kind, group, found);
}

static void
test_forms_build (void)
{
  const MqKind *kind = the_kind ();
  guint n_groups;
  const MqGroup *const *groups = mq_kind_groups (kind, &n_groups);

  for (guint i = 0; i < n_groups; i++)
    {
      g_autofree char *resource = g_strconcat (RESOURCES, groups[i]->name, ".ui", NULL);
      g_autofree char *group = NULL;
      g_autoptr (GtkBuilder) builder = gtk_builder_new ();
      g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GError) error = NULL;
      GObject *form;

      gtk_builder_add_from_resource (builder, resource, &error);
      g_assert_no_error (error);
      form = gtk_builder_get_object (builder, "form");
      g_assert_true (MQ_IS_FORM_PAGE (form));
      g_object_get (form, "group", &group, NULL);
      g_assert_cmpstr (group, ==, groups[i]->name);
      count_paths (GTK_WIDGET (form), kind, groups[i], found);
      g_assert_cmpuint (g_hash_table_size (found), ==, groups[i]->n_facts);
    }
}

/* A form bound to a draft: each row is called by the label of its fact. */
static void
test_forms_bind (void)
{
  MqProblem *problem = NULL;
  g_autoptr (MqDocument) document = mq_document_new ("standard", &problem);
  guint n_groups;
  const MqGroup *const *groups = mq_kind_groups (the_kind (), &n_groups);

  g_assert_nonnull (document);
  for (guint i = 0; i < n_groups; i++)
    {
      MqFormPage *page = g_object_ref_sink (mq_form_page_load (the_kind (), groups[i]));
      GPtrArray *bound;

      mq_form_page_bind (page, document);
      bound = mq_form_page_bound (page);
      g_assert_cmpuint (bound->len, >=, groups[i]->n_facts);
      for (guint j = 0; j < bound->len; j++)
        if (ADW_IS_PREFERENCES_ROW (bound->pdata[j]))
          {
            const MqField *field = mq_kind_field (the_kind (), mq_bound_path (bound->pdata[j]));

            g_assert_cmpstr (adw_preferences_row_get_title (bound->pdata[j]), ==, field->label.ar);
          }
      g_object_unref (page);
    }
}

/* ---- the catalogue ---- */

typedef struct
{
  GObjectClass *klass;  /* of the open <glade-widget-class> */
  GHashTable   *listed; /* the names of the properties that a form may set */
  char         *property;
  gboolean      translatable;
  guint         n_classes;
} Catalogue;

/* A property that a form could set to a value of its own: the catalogue must know it. */
static gboolean
is_ours (GObjectClass *klass, const GParamSpec *property)
{
  return property->owner_type == G_OBJECT_CLASS_TYPE (klass) && (property->flags & G_PARAM_WRITABLE)
         && !G_IS_PARAM_SPEC_OBJECT (property);
}

/* Younger than the libadwaita of Debian 12: a form must not set it. */
static gboolean
is_younger (const GParamSpec *property)
{
  return g_str_equal (property->name, "separate-rows");
}

static void
compare_class (Catalogue *catalogue)
{
  guint n;
  g_autofree GParamSpec **all = g_object_class_list_properties (catalogue->klass, &n);

  for (guint i = 0; i < n; i++)
    if (is_ours (catalogue->klass, all[i]) && !is_younger (all[i])
        && !g_hash_table_contains (catalogue->listed, all[i]->name))
      g_error ("%s:%s is not in the catalogue", G_OBJECT_CLASS_NAME (catalogue->klass), all[i]->name);
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
               gpointer data, GError **error)
{
  Catalogue *catalogue = data;
  const char *name = NULL, *id = NULL, *save = NULL;
  GType type;

  for (guint i = 0; names[i]; i++)
    if (g_str_equal (names[i], "name"))
      name = values[i];
    else if (g_str_equal (names[i], "id"))
      id = values[i];
    else if (g_str_equal (names[i], "save"))
      save = values[i];

  if (g_str_equal (element, "glade-widget-class"))
    {
      type = g_type_from_name (name);
      g_assert_cmpuint (type, !=, G_TYPE_INVALID);
      catalogue->klass = g_type_class_ref (type);
      catalogue->n_classes++;
      g_hash_table_remove_all (catalogue->listed);
    }
  else if (g_str_equal (element, "property") && g_strcmp0 (save, "False") != 0)
    {
      GParamSpec *property = g_object_class_find_property (catalogue->klass, id);

      if (!property || !(property->flags & G_PARAM_WRITABLE))
        g_error ("%s:%s stands in the catalogue only", G_OBJECT_CLASS_NAME (catalogue->klass), id);
      g_hash_table_add (catalogue->listed, g_strdup (id));
      g_free (catalogue->property);
      catalogue->property = g_strdup (id);
    }
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Catalogue *catalogue = data;

  if (g_str_equal (element, "glade-widget-class"))
    {
      compare_class (catalogue);
      g_type_class_unref (g_steal_pointer (&catalogue->klass));
    }
}

/* Inside <type>: Glade must take the values that GTK 4 takes. */
static void
text (GMarkupParseContext *context, const char *words, gsize length, gpointer data, GError **error)
{
  Catalogue *catalogue = data;
  g_autofree char *type = g_strndup (words, length);
  GParamSpec *property;

  if (!g_str_equal (g_markup_parse_context_get_element (context), "type"))
    return;
  property = g_object_class_find_property (catalogue->klass, catalogue->property);
  g_assert_cmpstr (G_PARAM_SPEC_TYPE_NAME (property), ==, type);
}

static void
test_catalogue (void)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  Catalogue catalogue = { .listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &catalogue, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;
  gsize length;

  g_file_get_contents (MQ_GLADE_CATALOGUE, &xml, &length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_parse (context, xml, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (catalogue.n_classes, ==, 5);
  g_hash_table_unref (catalogue.listed);
  g_free (catalogue.property);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "ar", TRUE);
  if (!gtk_init_check ())
    {
      g_print ("no display\n");
      return 77;
    }
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mq_types_ensure ();
  g_type_ensure (ADW_TYPE_PREFERENCES_GROUP);
  g_test_add_func ("/forms/build", test_forms_build);
  g_test_add_func ("/forms/bind", test_forms_bind);
  g_test_add_func ("/forms/catalogue", test_catalogue);
  return g_test_run ();
}
