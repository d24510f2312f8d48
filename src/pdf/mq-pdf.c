/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf.h"

#include "config.h"
#include "mq-finish-private.h"

/* Facts of the group `cover` that the file is described with. */
#define TITLE "cover/title"
#define AUTHOR "cover/issuer-side"
#define SUBJECT "cover/subject"
#define REFERENCE "cover/ref-no"
#define VERSION "cover/version"
#define DATE "cover/date"
/* The day of a draft that has no date yet: the clock must not get into the file. */
#define NO_DATE "2000-01-01"

/* ---- what the file says about itself ---- */

static char *
render (MqFlow *flow, const char *path)
{
  g_autofree char *text = NULL;

  if (!mq_kind_field (mq_draft_kind (mq_flow_draft (flow)), path))
    return NULL;
  text = mq_render_value (mq_flow_renderer (flow), path, NULL, NULL, NULL);
  return text != NULL ? mq_pdf_plain (text) : NULL;
}

static void
describe (MqFlow *flow, const MqAttachment *draft, MqMetadata *metadata)
{
  g_autofree char *reference = render (flow, REFERENCE), *version = render (flow, VERSION);
  const char *date = mq_draft_value (mq_flow_draft (flow), DATE);
  const GArray *outline = mq_flow_outline (flow);

  metadata->title = render (flow, TITLE);
  /* a kind without a cover is called by its first heading, as on its title page */
  if (metadata->title == NULL && outline != NULL && outline->len > 0)
    metadata->title = mq_pdf_plain (g_array_index (outline, MqOutlineEntry, 0).title);
  if (metadata->title == NULL)
    metadata->title = g_strdup (mq_draft_id (mq_flow_draft (flow)));
  metadata->author = render (flow, AUTHOR);
  metadata->subject = render (flow, SUBJECT);
  if (reference != NULL || version != NULL)
    metadata->keywords = g_strjoin (", ", reference ? reference : version, reference ? version : NULL, NULL);
  metadata->creator = g_strdup ("Muqtarah " PACKAGE_VERSION);
  metadata->date = g_strdup (date != NULL ? date : NO_DATE);
  metadata->fingerprint = g_strdup (draft->sha256);
}

/* What each page is called in a reader: the number that is printed on it, in the digits of the document. */
static GPtrArray *
page_labels (MqFlow *flow)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);
  MqDigits digits = mq_renderer_house (mq_flow_renderer (flow))->digits;

  for (guint page = 0; page < mq_flow_n_pages (flow); page++)
    {
      g_autofree char *number = g_strdup_printf ("%u", page + 1);
      g_ptr_array_add (labels, mq_digits_shape (number, digits));
    }
  return labels;
}

/* ---- the export ---- */

static gpointer
compress_draft (gpointer bytes)
{
  return mq_attachment_new (bytes);
}

/**
 * mq_pdf_export:
 * @flow: the document, laid out; it does not change meanwhile
 * @copy: which copy of it
 * @progress: (nullable): told before each step; %FALSE stops the export
 * @data: for @progress
 * @problem: (out) (optional): why it could not be done
 *
 * Makes the document: its pages, their text as all readers take it out, its structure, metadata, bookmarks
 * and links, and the draft itself, attached.  No clock, locale or path gets into the file.
 *
 * Returns: (transfer full) (nullable): the file; %NULL without a problem if @progress stopped it
 */
GBytes *
mq_pdf_export (MqFlow *flow, MqCopy copy, MqPdfProgress progress, gpointer data, MqProblem **problem)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MqAttachment) draft = NULL;
  g_autoptr (MqPdfDrawing) drawing = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  g_auto (MqMetadata) metadata = { NULL };
  g_autofree char *foot = NULL;

  g_return_val_if_fail (MQ_IS_FLOW (flow), NULL);

  /* what is attached can be opened again */
  bytes = mq_draft_to_file (mq_flow_draft (flow), problem);
  if (bytes == NULL)
    return NULL;
  draft = compress_draft (bytes);
  foot = mq_copy_foot (bytes);
  drawing = mq_pdf_draw (flow, copy, foot, progress, data, problem);
  if (drawing == NULL)
    return NULL;
  describe (flow, draft, &metadata);
  labels = page_labels (flow);
  return mq_finish (drawing, &metadata, draft, labels, problem);
}
