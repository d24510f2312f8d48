/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Asks which file to open, or where to write one. */

G_BEGIN_DECLS

/* @file: NULL: the question was put away */
typedef void (*MqChosenFunc) (GtkWidget *parent, GFile *file, gpointer data);

typedef struct {
  const char *title, *accept;   /* the question, and the button that answers it */
  const char *name;             /* proposed for the file to be written; NULL: one is opened */
  const char *files;            /* how the files to choose from are called */
  const char *suffixes[3];      /* their endings, without the dot */
  GFile *folder;                /* nullable: where to begin */
} MqChoice;

void mq_choose_file (GtkWidget *parent, const MqChoice *choice, MqChosenFunc chosen, gpointer data);

G_END_DECLS
