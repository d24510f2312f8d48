/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-stand-in.h"

G_DEFINE_INTERFACE (MqStandIn, mq_stand_in, GTK_TYPE_WIDGET)

/* Kept beside the object, for stand-ins are boxes and drawing areas and share no class. */
typedef struct
{
  GHashTable *texts;  /* property → text */
  gboolean    flag;
  MqCaption   caption;
} Kept;

static G_DEFINE_QUARK (mq-stand-in-kept, kept)

#define FLAGS (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS)

static void
caption_clear (MqCaption *caption)
{
  g_clear_pointer (&caption->title, g_free);
  g_clear_pointer (&caption->note, g_free);
  g_clear_pointer (&caption->hint, g_free);
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_hash_table_unref (kept->texts);
  caption_clear (&kept->caption);
  g_free (kept);
}

static Kept *
kept_of (gpointer object)
{
  return g_object_get_qdata (object, kept_quark ());
}

static void
update (MqStandIn *self)
{
  MqCaption *caption = &kept_of (self)->caption;
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (self));

  caption_clear (caption);
  MQ_STAND_IN_GET_IFACE (self)->caption (self, caption);
  atk_object_set_name (accessible, caption->title ? caption->title : "");
  atk_object_set_description (accessible, caption->note ? caption->note : "");
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    g_value_set_boolean (value, kept_of (object)->flag);
  else
    g_value_set_string (value, mq_stand_in_text (MQ_STAND_IN (object), pspec->name));
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  Kept *kept = kept_of (object);

  if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    kept->flag = g_value_get_boolean (value);
  else
    g_hash_table_replace (kept->texts, g_strdup (pspec->name), g_value_dup_string (value));
  update (MQ_STAND_IN (object));
}

static void
mq_stand_in_default_init (MqStandInInterface *iface)
{
}

static guint
next_id (GObjectClass *klass)
{
  guint n, id = 1;
  g_autofree GParamSpec **all = g_object_class_list_properties (klass, &n);

  for (guint i = 0; i < n; i++)
    if (all[i]->owner_type == G_OBJECT_CLASS_TYPE (klass))
      id++;
  return id;
}

/**
 * mq_stand_in_class_install:
 * @klass: the class of a stand-in
 * @first_property: the name of a text property
 * @...: the names of further ones, then %NULL
 *
 * Installs the text properties of a class, and how properties are read and set.
 */
void
mq_stand_in_class_install (GObjectClass *klass, const char *first_property, ...)
{
  va_list names;

  klass->get_property = get_property;
  klass->set_property = set_property;
  va_start (names, first_property);
  for (const char *name = first_property; name; name = va_arg (names, const char *))
    g_object_class_install_property (klass, next_id (klass),
                                     g_param_spec_string (name, NULL, NULL, "", FLAGS));
  va_end (names);
}

/**
 * mq_stand_in_class_install_flag:
 * @klass: the class of a stand-in
 * @property: the name of its one property that is true or false
 */
void
mq_stand_in_class_install_flag (GObjectClass *klass, const char *property)
{
  g_object_class_install_property (klass, next_id (klass),
                                   g_param_spec_boolean (property, NULL, NULL, FALSE, FLAGS));
}

/**
 * mq_stand_in_init:
 * @self: a stand-in, from the init function of its class
 */
void
mq_stand_in_init (MqStandIn *self)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_object_set_qdata_full (G_OBJECT (self), kept_quark (), kept, kept_free);
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_RTL);
}

/**
 * mq_stand_in_text:
 * @self: a stand-in
 * @property: the name of a text property
 *
 * Returns: (transfer none): its text; empty, not %NULL, while it is unset
 */
const char *
mq_stand_in_text (MqStandIn *self, const char *property)
{
  const char *text = g_hash_table_lookup (kept_of (self)->texts, property);

  return text ? text : "";
}

/**
 * mq_stand_in_flag:
 * @self: a stand-in
 *
 * Returns: its property that is true or false; %FALSE where the class has none
 */
gboolean
mq_stand_in_flag (MqStandIn *self)
{
  return kept_of (self)->flag;
}

/**
 * mq_stand_in_caption:
 * @self: a stand-in
 *
 * Returns: (transfer none): what it shows now; valid until a property is set
 */
const MqCaption *
mq_stand_in_caption (MqStandIn *self)
{
  return &kept_of (self)->caption;
}
