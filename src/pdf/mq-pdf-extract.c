/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-pdf-extract.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "mq-finish.h"
#include "mq-limits.h"
#include "mq-metadata.h"

/* Other programs may have written the file anew, packed it in another way, put comments into it: so it is
 * read by a PDF library.  It is trusted with nothing else: the stream is unpacked here, no further than a
 * draft may be long. */

/* How far into a file its first line may stand. */
#define HEADER_WITHIN 1024

/* A file made to hurt may name the same place again and again, also inside of itself. */
#define MOST_PLACES 1000
#define MOST_FILES 16

typedef struct {
  qpdf_data qpdf;
  GBytes *draft;
  gboolean matches;           /* the checksum that the file was exported with */
  guint places;               /* looked at, of MOST_PLACES */
  guint files;                /* read, of MOST_FILES */
} Search;

gboolean
mq_pdf_is_pdf (GBytes *bytes)
{
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  return data != NULL && g_strstr_len (data, (gssize) MIN (length, HEADER_WITHIN), "%PDF-") != NULL;
}

/* ---- unpacking ---- */

/* NULL: broken, or longer than a draft may be. */
static GBytes *
inflate_bounded (const guint8 *data, gsize length)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint8 buffer[65536];
  z_stream stream = { .next_in = (guint8 *) data, .avail_in = (uInt) length };
  int status;

  if (inflateInit (&stream) != Z_OK)
    return NULL;
  do
    {
      stream.next_out = buffer;
      stream.avail_out = sizeof buffer;
      status = inflate (&stream, Z_NO_FLUSH);
      g_byte_array_append (out, buffer, (guint) (sizeof buffer - stream.avail_out));
    }
  while (status == Z_OK && out->len <= MQ_LIMIT_FILE_BYTES);
  inflateEnd (&stream);
  if (status != Z_STREAM_END || out->len > MQ_LIMIT_FILE_BYTES)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* The filter of a stream: "" for none, NULL for one that is not read. */
static const char *
filter_of (qpdf_data qpdf, qpdf_oh dictionary)
{
  qpdf_oh filter = qpdf_oh_get_key (qpdf, dictionary, "/Filter");

  if (qpdf_oh_is_array (qpdf, filter))
    {
      if (qpdf_oh_get_array_n_items (qpdf, filter) != 1)
        return qpdf_oh_get_array_n_items (qpdf, filter) == 0 ? "" : NULL;
      filter = qpdf_oh_get_array_item (qpdf, filter, 0);
    }
  if (qpdf_oh_is_null (qpdf, filter))
    return "";
  return qpdf_oh_is_name (qpdf, filter) && strcmp (qpdf_oh_get_name (qpdf, filter), "/FlateDecode") == 0
           ? "/FlateDecode" : NULL;
}

static GBytes *
read_stream (qpdf_data qpdf, qpdf_oh stream)
{
  const char *filter = filter_of (qpdf, qpdf_oh_get_dict (qpdf, stream));
  unsigned char *data = NULL;
  size_t length = 0;
  GBytes *bytes = NULL;

  if (filter == NULL
      || (qpdf_oh_get_stream_data (qpdf, stream, qpdf_dl_none, NULL, &data, &length) & QPDF_ERRORS) != 0)
    return NULL;
  if (*filter != '\0')
    bytes = inflate_bounded (data, length);
  else if (length <= MQ_LIMIT_FILE_BYTES)
    bytes = g_bytes_new (data, length);
  free (data);
  return bytes;
}

/* ---- looking for the draft ---- */

static gboolean
matches_checksum (qpdf_data qpdf, qpdf_oh stream, GBytes *bytes)
{
  qpdf_oh parameters = qpdf_oh_get_key (qpdf, qpdf_oh_get_dict (qpdf, stream), "/Params"), checksum;
  g_autofree char *md5 = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes);
  const char *string;
  size_t length = 0;
  char digits[33] = "";

  if (!qpdf_oh_is_dictionary (qpdf, parameters))
    return FALSE;
  checksum = qpdf_oh_get_key (qpdf, parameters, "/CheckSum");
  if (!qpdf_oh_is_string (qpdf, checksum))
    return FALSE;
  string = qpdf_oh_get_binary_string_value (qpdf, checksum, &length);
  if (length != 16)
    return FALSE;
  for (guint i = 0; i < 16; i++)
    g_snprintf (digits + 2 * i, 3, "%02x", (guchar) string[i]);
  return strcmp (digits, md5) == 0;
}

/* Whoever attaches another file writes its checksum beside it; the fingerprint in the metadata stays that of the draft
 * that was exported.  Without metadata the checksum must do. */
static gboolean
matches_fingerprint (qpdf_data qpdf, qpdf_oh stream, GBytes *bytes)
{
  qpdf_oh metadata = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/Metadata");
  g_autoptr (GBytes) xmp = qpdf_oh_is_stream (qpdf, metadata) ? read_stream (qpdf, metadata) : NULL;
  gsize length;
  const char *data = xmp != NULL ? g_bytes_get_data (xmp, &length) : NULL;
  const char *found = data != NULL ? g_strstr_len (data, (gssize) length, MQ_METADATA_FINGERPRINT) : NULL;
  g_autofree char *sha256 = NULL;

  if (found == NULL)
    return matches_checksum (qpdf, stream, bytes);
  found += strlen (MQ_METADATA_FINGERPRINT);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return (gsize) (data + length - found) >= strlen (sha256) && strncmp (found, sha256, strlen (sha256)) == 0;
}

static gboolean
looks_like_draft (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return data != NULL && g_strstr_len (data, (gssize) MIN (length, 4096), "urn:muqtarah:proposal") != NULL;
}

/* Takes the file of a specification, if it is a draft. */
static gboolean
take_file (Search *search, qpdf_oh specification)
{
  qpdf_data qpdf = search->qpdf;
  qpdf_oh files, stream;
  GBytes *bytes;

  if (!qpdf_oh_is_dictionary (qpdf, specification))
    return FALSE;
  files = qpdf_oh_get_key (qpdf, specification, "/EF");
  if (!qpdf_oh_is_dictionary (qpdf, files))
    return FALSE;
  stream = qpdf_oh_get_key (qpdf, files, "/F");
  if (!qpdf_oh_is_stream (qpdf, stream))
    stream = qpdf_oh_get_key (qpdf, files, "/UF");
  if (!qpdf_oh_is_stream (qpdf, stream))
    return FALSE;
  if (search->files++ == MOST_FILES)
    return FALSE;
  bytes = read_stream (qpdf, stream);
  if (bytes == NULL || !looks_like_draft (bytes))
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      return FALSE;
    }
  search->draft = bytes;
  search->matches = matches_fingerprint (qpdf, stream, bytes);
  return TRUE;
}

/* An array of specifications, with their names between them or not. */
static gboolean
take_from_array (Search *search, qpdf_oh array)
{
  int n = qpdf_oh_is_array (search->qpdf, array) ? qpdf_oh_get_array_n_items (search->qpdf, array) : 0;

  for (int i = 0; i < n && search->places++ < MOST_PLACES; i++)
    if (take_file (search, qpdf_oh_get_array_item (search->qpdf, array, i)))
      return TRUE;
  return FALSE;
}

/* The tree of file names: some programs have its leaves a level deeper than ours. */
static gboolean
take_from_names (Search *search, qpdf_oh node, int depth)
{
  qpdf_data qpdf = search->qpdf;
  qpdf_oh kids;
  int n;

  if (depth > 8 || !qpdf_oh_is_dictionary (qpdf, node))
    return FALSE;
  if (take_from_array (search, qpdf_oh_get_key (qpdf, node, "/Names")))
    return TRUE;
  kids = qpdf_oh_get_key (qpdf, node, "/Kids");
  n = qpdf_oh_is_array (qpdf, kids) ? qpdf_oh_get_array_n_items (qpdf, kids) : 0;
  for (int i = 0; i < n && search->places++ < MOST_PLACES; i++)
    if (take_from_names (search, qpdf_oh_get_array_item (qpdf, kids, i), depth + 1))
      return TRUE;
  return FALSE;
}

static void
find_draft (Search *search)
{
  qpdf_data qpdf = search->qpdf;
  qpdf_oh root = qpdf_get_root (qpdf), names;

  if (!qpdf_oh_is_dictionary (qpdf, root) || take_from_array (search, qpdf_oh_get_key (qpdf, root, "/AF")))
    return;
  names = qpdf_oh_get_key (qpdf, root, "/Names");
  if (qpdf_oh_is_dictionary (qpdf, names))
    take_from_names (search, qpdf_oh_get_key (qpdf, names, "/EmbeddedFiles"), 0);
}

/**
 * mq_pdf_extract:
 * @pdf: a file
 * @state: (out): what became of it since it was exported
 * @problem: (out) (optional): why there is no draft in it
 *
 * Returns: (transfer full) (nullable): the bytes of the draft
 */
GBytes *
mq_pdf_extract (GBytes *pdf, MqPdfState *state, MqProblem **problem)
{
  Search search = { NULL };
  gsize length;
  const char *data;

  g_return_val_if_fail (pdf != NULL && state != NULL, NULL);

  data = g_bytes_get_data (pdf, &length);
  if (mq_pdf_is_pdf (pdf))
    {
      search.qpdf = qpdf_init ();
      qpdf_silence_errors (search.qpdf);
      qpdf_set_suppress_warnings (search.qpdf, QPDF_TRUE);
      if ((qpdf_read_memory (search.qpdf, "PDF", data, length, NULL) & QPDF_ERRORS) == 0)
        find_draft (&search);
      if (qpdf_has_error (search.qpdf))
        qpdf_get_error (search.qpdf);           /* else it is told on stderr */
      qpdf_cleanup (&search.qpdf);
    }
  if (search.draft == NULL)
    {
      mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_NOT_AN_EXPORT, NULL, NULL));
      return NULL;
    }
  *state = mq_finish_is_intact (pdf) ? MQ_PDF_INTACT : search.matches ? MQ_PDF_ALTERED : MQ_PDF_DRAFT_ALTERED;
  return search.draft;
}
