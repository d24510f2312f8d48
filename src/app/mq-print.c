/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-print.h"

#include <math.h>

#include "mq-check.h"
#include "mq-copy-group.h"
#include "mq-i18n.h"
#include "mq-names.h"
#include "mq-settings.h"

#define SETTINGS "print-settings"

typedef struct
{
  GBytes *draft;
  char *name;                   /* how messages call the draft */
  MqCopy copy;
  MqFlow *flow;                 /* from the beginning of the work */
  char *foot;
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_bytes_unref (job->draft);
  g_free (job->name);
  g_clear_object (&job->flow);
  g_free (job->foot);
  g_free (job);
}

/* ---- which copy ---- */

static GObject *
on_create_cb (GtkPrintOperation *operation, Job *job)
{
  GtkWidget *group = mq_copy_group_new ();

  gtk_widget_set_margin_start (group, 18);
  gtk_widget_set_margin_end (group, 18);
  gtk_widget_set_margin_top (group, 18);
  gtk_widget_set_margin_bottom (group, 18);

  return G_OBJECT (group);
}

static void
on_apply_cb (GtkPrintOperation *operation, GtkWidget *group, Job *job)
{
  job->copy = mq_copy_group_take (MQ_COPY_GROUP (group));
}

/* ---- the work ---- */

static void
on_begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  g_autoptr (MqDraft) draft = mq_draft_parse (job->draft, job->name, NULL);
  g_autoptr (GBytes) file = NULL;

  if (draft == NULL)                            /* it came out of a draft: cannot be */
    {
      gtk_print_operation_cancel (operation);
      return;
    }
  mq_compute_attach (draft);
  job->flow = mq_flow_new (draft);
  file = mq_draft_to_file (draft, NULL);
  job->foot = mq_copy_foot (file != NULL ? file : job->draft);
  gtk_print_operation_set_n_pages (operation, (int) mq_flow_n_pages (job->flow));
}

static void
on_draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  mq_paint_copy (job->flow, job->copy, (guint) page, job->foot, cr);
}

/* ---- paper and printer ---- */

static GtkPageSetup *
page_setup (const MqPaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  if (fabs (gtk_paper_size_get_width (size, GTK_UNIT_POINTS) - paper->width) > 1
      || fabs (gtk_paper_size_get_height (size, GTK_UNIT_POINTS) - paper->height) > 1)
    {
      gtk_paper_size_free (size);
      size = gtk_paper_size_new_custom ("muqtarah", "Muqtarah", paper->width, paper->height, GTK_UNIT_POINTS);
    }
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);

  return setup;
}

static GtkPrintSettings *
remembered_settings (MqDocument *document, MqCopy copy)
{
  g_autoptr (GVariant) value = mq_settings_dup_value (SETTINGS);
  GtkPrintSettings *settings = value != NULL ? gtk_print_settings_new_from_gvariant (value)
                                             : gtk_print_settings_new ();
  g_autofree char *name = mq_name_for_export (document, copy);

  /* what a printer that writes files calls this one */
  *strrchr (name, '.') = '\0';
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);

  return settings;
}

/**
 * mq_print_remember:
 * @operation: what has been printed
 *
 * Proposes its printer and ways the next time; not what concerned these pages alone.
 */
void
mq_print_remember (GtkPrintOperation *operation)
{
  static const char *const passing[] = {
    GTK_PRINT_SETTINGS_N_COPIES, GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES,
    GTK_PRINT_SETTINGS_PAGE_SET, GTK_PRINT_SETTINGS_SCALE, GTK_PRINT_SETTINGS_OUTPUT_URI,
    GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
  };
  g_autoptr (GtkPrintSettings) settings = NULL;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  if (gtk_print_operation_get_print_settings (operation) == NULL)
    return;
  settings = gtk_print_settings_copy (gtk_print_operation_get_print_settings (operation));
  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    gtk_print_settings_unset (settings, passing[i]);
  mq_settings_set_value (SETTINGS, gtk_print_settings_to_gvariant (settings));
}

/**
 * mq_print_new:
 * @document: a document, as it is now
 * @copy: which copy of it, unless the user chooses another
 *
 * Returns: (transfer full): its printing, which has not begun
 */
GtkPrintOperation *
mq_print_new (MqDocument *document, MqCopy copy)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;
  Job *job;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), NULL);

  operation = gtk_print_operation_new ();
  job = g_new0 (Job, 1);
  job->draft = mq_draft_to_bytes (mq_document_draft (document));
  job->name = g_strdup (mq_document_name (document));
  job->copy = copy;
  setup = page_setup (mq_flow_paper (mq_document_flow (document)));
  settings = remembered_settings (document, copy);

  gtk_print_operation_set_job_name (operation, job->name);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  /* the pages have their margins themselves */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) mq_flow_n_pages (mq_document_flow (document)));
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, C_("print dialog", "Copy"));

  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin_cb), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_cb), job);
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (on_create_cb), job);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (on_apply_cb), job);

  return operation;
}
