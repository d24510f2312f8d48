/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-bar.h"
#include "mq-export.h"
#include "mq-find-bar.h"
#include "mq-form-page.h"
#include "mq-preview.h"
#include "mq-section-list.h"
#include "mq-window.h"

/* What the files of the window share: mq-window.c (panes, pages), mq-window-actions.c (undo, going about, looks),
 * mq-window-files.c (open, save, close), mq-window-export.c, mq-window-print.c, mq-window-preview.c (from the paper to the forms and back). */

G_BEGIN_DECLS

struct _MqWindow
{
  AdwApplicationWindow parent_instance;

  MqDocument *document;
  char *group;                  /* section whose page is shown */
  MqExport *export;             /* that is under way, or NULL */
  guint export_tick;            /* timeout source: shows how far it is */
  GtkPrintOperation *printing;  /* that is under way, or NULL */
  gboolean closing_later;       /* asked to close when the export or the printing has ended */
  gboolean closing;             /* the question about changes has been answered */
  int width;                    /* as allocated */
  guint preview_width;          /* idle source */

  AdwToastOverlay *toasts;
  MqBar *work;                  /* what goes on, at the lower edge */
  MqBar *notice;                /* what is to be known of the document, over its form */
  AdwFlap *flap;
  AdwLeaflet *leaflet;
  AdwWindowTitle *title;
  AdwHeaderBar *sections_header, *page_header, *preview_header;
  GtkWidget *page_side, *preview_side;
  GtkWidget *back;
  GtkWidget *undo, *redo;
  MqSectionList *sections;
  GtkStack *pages;
  MqFindBar *find_bar;
  MqPreview *preview;
  GMenu *recent;
};

/* mq-window-actions.c */
void mq_window_install_actions (GtkWidgetClass *widget_class);
void mq_window_update_actions  (MqWindow *self);

/* mq-window-preview.c */
void mq_window_fit_preview     (MqWindow *self, int width);
void mq_window_show_part       (MqWindow *self, const char *group);
void mq_window_preview_pressed_cb (MqWindow *self, const char *path, const char *source);
void mq_window_focused_cb      (MqWindow *self, const char *path);

/* mq-window-files.c */
void mq_window_install_file_actions (GtkWidgetClass *widget_class);
gboolean mq_window_may_close   (MqWindow *self);
void mq_window_fill_recent     (MqWindow *self);
void mq_window_remember        (MqWindow *self);
void mq_window_tell_origin     (MqWindow *self);
void mq_window_take_drops      (MqWindow *self);

/* mq-window-print.c */
void mq_window_install_print_actions (GtkWidgetClass *widget_class);

/* mq-window-export.c */
void mq_window_install_export_actions (GtkWidgetClass *widget_class);
void mq_window_tell_written    (MqWindow *self, const char *text, GFile *file);

G_END_DECLS
