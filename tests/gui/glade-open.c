/* SPDX-License-Identifier: GPL-3.0-or-later */
/* glade-open FORM.glade...: opens each form with Glade's own library, says what it shows, saves it in place.
 *
 * A line a widget, tab-separated: form, type, parent's type, path or group, title, note.  Title and note are
 * what Glade shows: a stand-in gives them to assistive tools as well.  Runs in a display of its own, under a
 * time-out: a type that the catalogue lacks makes Glade ask a question that nobody answers. */
#include <gladeui/glade.h>
#include <gladeui/glade-app.h>

static char *
text_of (GObject *object, const char *property)
{
  char *text = NULL;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (object), property))
    g_object_get (object, property, &text, NULL);
  return text ? text : g_strdup ("");
}

static void
say (const char *form, GObject *object)
{
  GladeWidget *parent = glade_widget_get_parent (glade_widget_get_from_gobject (object));
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (object));
  const char *title = atk_object_get_name (accessible);
  const char *note = atk_object_get_description (accessible);
  g_autofree char *path = text_of (object, "path");
  g_autofree char *group = text_of (object, "group");

  g_print ("%s\t%s\t%s\t%s\t%s\t%s\n", form, G_OBJECT_TYPE_NAME (object),
           parent ? G_OBJECT_TYPE_NAME (glade_widget_get_object (parent)) : "", *path ? path : group,
           title ? title : "", note ? note : "");
}

int
main (int argc, char **argv)
{
  gtk_init (&argc, &argv);
  glade_app_get ();
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_path_get_basename (argv[i]);
      GladeProject *project = glade_project_load (argv[i]);

      if (!project)
        {
          g_printerr ("%s: Glade cannot open it\n", argv[i]);
          return 1;
        }
      for (const GList *l = glade_project_get_objects (project); l; l = l->next)
        say (name, l->data);
      if (!glade_project_save (project, argv[i], &error))
        {
          g_printerr ("%s: %s\n", argv[i], error->message);
          return 1;
        }
    }
  return 0;
}
