/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-form-page.h"

#include "mq-bound.h"

struct _MqFormPage
{
  AdwBin parent_instance;

  char *group;
  MqDocument *document;
  GPtrArray *bound;             /* MqBound, in the order of the form */
  guint idle;
  gboolean stale;               /* the draft has changed while the page was out of sight */

  GtkBox *box;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MqFormPage, mq_form_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

enum { PROP_0, PROP_GROUP, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
collect (GtkWidget *widget, GPtrArray *bound)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (MQ_IS_BOUND (child))
      g_ptr_array_add (bound, child);
    else
      collect (child, bound);
}

/* A group all of whose rows are hidden is hidden with its title. */
static void
hide_empty_groups (MqFormPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr (GPtrArray) bound = g_ptr_array_new ();
      gboolean any = FALSE;

      if (MQ_IS_BOUND (child))
        continue;
      collect (child, bound);
      for (guint i = 0; i < bound->len; i++)
        any = any || gtk_widget_get_visible (bound->pdata[i]);
      gtk_widget_set_visible (child, any || bound->len == 0);
    }
}

static void
refresh (MqFormPage *self)
{
  self->stale = FALSE;
  for (guint i = 0; i < self->bound->len; i++)
    mq_bound_refresh (self->bound->pdata[i]);
  hide_empty_groups (self);
}

static gboolean
on_idle_cb (gpointer data)
{
  MqFormPage *self = data;

  self->idle = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* The rows follow once the pages have been painted: what was typed is in its row already. */
static void
on_changed_cb (MqFormPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->stale = TRUE;
  else if (self->idle == 0)
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_idle_cb, self, NULL);
}

static void
mq_form_page_map (GtkWidget *widget)
{
  MqFormPage *self = MQ_FORM_PAGE (widget);

  GTK_WIDGET_CLASS (mq_form_page_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

/* ---- type ---- */

static void
mq_form_page_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  MqFormPage *self = MQ_FORM_PAGE (buildable);

  /* The template is built first; what comes after it stands in the form. */
  if (self->box != NULL && GTK_IS_WIDGET (child))
    mq_form_page_add (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = mq_form_page_add_child;
}

static void
mq_form_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_GROUP:
      g_value_set_string (value, MQ_FORM_PAGE (object)->group);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mq_form_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MqFormPage *self = MQ_FORM_PAGE (object);

  switch (id)
    {
    case PROP_GROUP:
      g_free (self->group);
      self->group = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mq_form_page_dispose (GObject *object)
{
  MqFormPage *self = MQ_FORM_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->document);
  g_ptr_array_set_size (self->bound, 0);

  G_OBJECT_CLASS (mq_form_page_parent_class)->dispose (object);
}

static void
mq_form_page_finalize (GObject *object)
{
  MqFormPage *self = MQ_FORM_PAGE (object);

  g_ptr_array_unref (self->bound);
  g_free (self->group);

  G_OBJECT_CLASS (mq_form_page_parent_class)->finalize (object);
}

static void
mq_form_page_class_init (MqFormPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mq_form_page_get_property;
  object_class->set_property = mq_form_page_set_property;
  object_class->dispose = mq_form_page_dispose;
  object_class->finalize = mq_form_page_finalize;
  widget_class->map = mq_form_page_map;

  props[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/muqtarah/Muqtarah/mq-form-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MqFormPage, box);
}

static void
mq_form_page_init (MqFormPage *self)
{
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- public ---- */

/**
 * mq_form_page_load:
 * @kind: a kind of proposal
 * @group: one of its groups
 *
 * Returns: (transfer floating): the page of the group
 */
MqFormPage *
mq_form_page_load (const MqKind *kind, const MqGroup *group)
{
  g_autofree char *resource = NULL;
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  GObject *form;

  g_return_val_if_fail (kind != NULL && group != NULL, NULL);

  resource = g_strdup_printf ("/org/muqtarah/Muqtarah/forms/%s/%s.ui", mq_kind_name (kind), group->name);
  if (!g_resources_get_info (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    return mq_form_make (group);

  builder = gtk_builder_new ();
  if (!gtk_builder_add_from_resource (builder, resource, &error))
    {
      g_warning ("The form %s cannot be used: %s", resource, error->message);
      return mq_form_make (group);
    }
  form = gtk_builder_get_object (builder, "form");
  if (!MQ_IS_FORM_PAGE (form))
    {
      g_warning ("The form %s has no page called “form”", resource);
      return mq_form_make (group);
    }

  /* The builder's reference goes with the builder; ours is for whoever takes the page in. */
  g_object_ref (form);
  g_object_force_floating (form);

  return MQ_FORM_PAGE (form);
}

/**
 * mq_form_page_add:
 * @child: a group of rows, or anything else that stands in the form
 */
void
mq_form_page_add (MqFormPage *self, GtkWidget *child)
{
  g_return_if_fail (MQ_IS_FORM_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_box_append (self->box, child);
}

/**
 * mq_form_page_bound:
 *
 * Returns: (transfer none) (element-type MqBound): what the form binds, once it is bound
 */
GPtrArray *
mq_form_page_bound (MqFormPage *self)
{
  g_return_val_if_fail (MQ_IS_FORM_PAGE (self), NULL);

  return self->bound;
}

void
mq_form_page_bind (MqFormPage *self, MqDocument *document)
{
  g_return_if_fail (MQ_IS_FORM_PAGE (self));
  g_return_if_fail (MQ_IS_DOCUMENT (document));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  collect (GTK_WIDGET (self), self->bound);
  for (guint i = 0; i < self->bound->len; i++)
    mq_bound_bind (self->bound->pdata[i], document);
  hide_empty_groups (self);
}

/**
 * mq_form_page_go_to:
 * @path: a fact, a table, a row or a cell
 *
 * Moves the focus to the field of @path.
 *
 * Returns: whether it is in this page
 */
gboolean
mq_form_page_go_to (MqFormPage *self, const char *path)
{
  g_return_val_if_fail (MQ_IS_FORM_PAGE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (self->idle != 0 || self->stale)
    {
      g_clear_handle_id (&self->idle, g_source_remove);
      refresh (self);
    }
  for (guint i = 0; i < self->bound->len; i++)
    if (mq_bound_go_to (self->bound->pdata[i], path))
      return TRUE;

  return FALSE;
}
