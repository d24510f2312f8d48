/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* What the stand-ins share.  In Glade, which is of GTK 3, a form is made of them in the place of the GTK 4 types of the
 * same names: they keep the properties that a form sets, and show in Arabic what the real ones will.
 *
 * A stand-in's caption is also its accessible name (the title) and description (the note). */

G_BEGIN_DECLS

typedef struct
{
  char    *title;
  char    *note;
  char    *hint;   /* what the maker of forms wants to know: path and type; Latin */
} MqCaption;

#define MQ_TYPE_STAND_IN (mq_stand_in_get_type ())
G_DECLARE_INTERFACE (MqStandIn, mq_stand_in, MQ, STAND_IN, GtkWidget)

struct _MqStandInInterface
{
  GTypeInterface parent_iface;

  void (*caption) (MqStandIn *self, MqCaption *caption);
};

void              mq_stand_in_class_install (GObjectClass *klass, const char *first_property, ...)
  G_GNUC_NULL_TERMINATED;
void              mq_stand_in_class_install_flag (GObjectClass *klass, const char *property);
void              mq_stand_in_init          (MqStandIn *self);
const char       *mq_stand_in_text          (MqStandIn *self, const char *property);
gboolean          mq_stand_in_flag          (MqStandIn *self);
const MqCaption  *mq_stand_in_caption       (MqStandIn *self);

G_END_DECLS
