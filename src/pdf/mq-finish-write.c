/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE           /* memrchr */
#include "mq-finish-private.h"

#include <string.h>

/* Writes the file: streams first, then the small objects packed into streams of their own, then the table of
 * places, which is a stream, too. */

#define PER_PACK 256          /* objects; more make a reader unpack much for little */
#define MOST_WAITING 4        /* packs to be compressed */
#define NO_INDEX G_MAXUINT

/* Before its last lines the file says what the SHA-256 of all its other bytes is: whoever changes one, or
 * adds some at the end, is found out.  (It is no signature: who means harm can make a new one.) */
#define SEAL "%Muqtarah-SHA-256 "
#define SEAL_DIGITS 64
#define LONGEST_TAIL 64       /* what stands behind the seal */

typedef struct {
  guint place;                /* in the file; or the number of the pack */
  guint index;                /* in the pack, or NO_INDEX */
} Place;

typedef struct {
  GString *text;              /* until it is compressed */
  gsize first;                /* where the objects begin, behind their numbers and places */
  guint count;
  guint8 *deflated;
  gsize length;
} Pack;

typedef struct {
  MqFinish *finish;
  GByteArray *out;
  Place *places;
  GPtrArray *packs;
} Writer;

static void
put (Writer *writer, const char *text)
{
  g_byte_array_append (writer->out, (const guint8 *) text, (guint) strlen (text));
}

static void
put_stream (Writer *writer, guint number, const char *dictionary, const void *data, gsize length)
{
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", number);

  writer->places[number] = (Place) { writer->out->len, NO_INDEX };
  put (writer, head);
  put (writer, dictionary);
  put (writer, "\nstream\n");
  g_byte_array_append (writer->out, data, (guint) length);
  put (writer, "\nendstream\nendobj\n");
}

/* ---- packs ---- */

static void
deflate_pack (gpointer data, gpointer unused)
{
  Pack *pack = data;

  pack->deflated = mq_deflate (pack->text->str, pack->text->len, &pack->length);
  g_string_free (pack->text, TRUE);
  pack->text = NULL;
}

static void
pack_free (gpointer data)
{
  Pack *pack = data;

  g_free (pack->deflated);
  g_free (pack);
}

static void
end_pack (Writer *writer, GString *head, GString *objects, guint count, GThreadPool *pool)
{
  Pack *pack = g_new0 (Pack, 1);

  pack->text = g_string_sized_new (head->len + objects->len);
  g_string_append_len (pack->text, head->str, (gssize) head->len);
  g_string_append_len (pack->text, objects->str, (gssize) objects->len);
  pack->first = head->len;
  pack->count = count;
  g_ptr_array_add (writer->packs, pack);
  /* packs are made faster than compressed: who makes them helps, rather than keep them all */
  if (g_thread_pool_unprocessed (pool) < MOST_WAITING)
    g_thread_pool_push (pool, pack, NULL);
  else
    deflate_pack (pack, NULL);
  g_string_truncate (head, 0);
  g_string_truncate (objects, 0);
}

/* The packs are numbered behind all other objects. */
static void
make_packs (Writer *writer, GThreadPool *pool)
{
  MqFinish *finish = writer->finish;
  g_autoptr (GString) head = g_string_new (NULL), objects = g_string_new (NULL);
  guint count = 0;

  for (guint i = 1; i < finish->n; i++)
    {
      gsize length;
      const char *text;

      if (mq_finish_object (finish, i) == NULL || finish->objects[i].data != NULL)
        continue;
      text = mq_object_text (&finish->objects[i], &length);
      g_string_append_printf (head, "%u %" G_GSIZE_FORMAT " ", i, objects->len);
      g_string_append_len (objects, text, (gssize) length);
      g_string_append_c (objects, '\n');
      writer->places[i] = (Place) { finish->n + writer->packs->len, count++ };
      if (count == PER_PACK)
        {
          end_pack (writer, head, objects, count, pool);
          count = 0;
        }
    }
  if (count > 0)
    end_pack (writer, head, objects, count, pool);
}

static void
put_packs (Writer *writer)
{
  for (guint i = 0; i < writer->packs->len; i++)
    {
      const Pack *pack = g_ptr_array_index (writer->packs, i);
      g_autofree char *dictionary =
        g_strdup_printf ("<< /Type /ObjStm /N %u /First %" G_GSIZE_FORMAT
                         " /Filter /FlateDecode /Length %" G_GSIZE_FORMAT " >>",
                         pack->count, pack->first, pack->length);

      put_stream (writer, writer->finish->n + i, dictionary, pack->deflated, pack->length);
    }
}

/* ---- the table of places ---- */

enum { ROW = 7 };             /* bytes: type, four of place, two of index */

static void
make_row (const Place *place, guint8 row[ROW])
{
  gboolean packed = place->index != NO_INDEX;
  guint index = packed ? place->index : 0;

  memset (row, 0, ROW);
  if (place->place == 0)
    return;                   /* free */
  row[0] = packed ? 2 : 1;
  row[1] = (guint8) (place->place >> 24);
  row[2] = (guint8) (place->place >> 16);
  row[3] = (guint8) (place->place >> 8);
  row[4] = (guint8) place->place;
  row[5] = (guint8) (index >> 8);
  row[6] = (guint8) index;
}

/* Each row less the one before: that packs well (the predictor "up" of PNG). */
static GByteArray *
make_table (const Place *places, guint n)
{
  GByteArray *table = g_byte_array_sized_new (n * (ROW + 1));
  guint8 last[ROW] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      guint8 row[ROW], line[ROW + 1] = { 2 };

      make_row (&places[i], row);
      for (guint k = 0; k < ROW; k++)
        line[k + 1] = (guint8) (row[k] - last[k]);
      memcpy (last, row, ROW);
      g_byte_array_append (table, line, sizeof line);
    }
  return table;
}

static void
put_table (Writer *writer, guint number)
{
  MqFinish *finish = writer->finish;
  g_autofree char *id = g_compute_checksum_for_data (G_CHECKSUM_MD5, writer->out->data, writer->out->len);
  g_autoptr (GByteArray) table = NULL;
  g_autofree guint8 *deflated = NULL;
  g_autofree char *dictionary = NULL;
  gsize length;

  writer->places[number] = (Place) { writer->out->len, NO_INDEX };
  table = make_table (writer->places, number + 1);
  deflated = mq_deflate (table->data, table->len, &length);
  dictionary = g_strdup_printf ("<< /Type /XRef /Size %u /W [1 4 2] /Root %u 0 R /Info %u 0 R "
                                "/ID [<%s> <%s>] /Filter /FlateDecode "
                                "/DecodeParms << /Predictor 12 /Columns %u >> "
                                "/Length %" G_GSIZE_FORMAT " >>",
                                number + 1, finish->root, finish->info, id, id, (guint) ROW, length);
  put_stream (writer, number, dictionary, deflated, length);
}

/* ---- the seal ---- */

static char *
seal_of (const guint8 *file, gsize before, const guint8 *behind, gsize behind_length)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  char *digits;

  g_checksum_update (sum, file, (gssize) before);
  g_checksum_update (sum, behind, (gssize) behind_length);
  digits = g_strdup (g_checksum_get_string (sum));
  g_checksum_free (sum);
  return digits;
}

static void
put_end (Writer *writer, guint table)
{
  g_autofree char *tail = g_strdup_printf ("\nstartxref\n%u\n%%%%EOF\n", table), *seal = NULL;

  put (writer, SEAL);
  seal = seal_of (writer->out->data, writer->out->len, (const guint8 *) tail, strlen (tail));
  put (writer, seal);
  put (writer, tail);
}

gboolean
mq_finish_is_intact (GBytes *file)
{
  gsize length, before;
  const char *data = g_bytes_get_data (file, &length);
  gsize window = MIN (length, strlen (SEAL) + SEAL_DIGITS + LONGEST_TAIL);
  const char *start = length > 0 ? data + length - window : NULL, *at = NULL;
  g_autofree char *seal = NULL;

  for (const char *p = start; p != NULL && p + strlen (SEAL) + SEAL_DIGITS <= data + length; p++)
    if (memcmp (p, SEAL, strlen (SEAL)) == 0)
      at = p + strlen (SEAL);
  if (at == NULL)
    return FALSE;
  before = (gsize) (at - data);
  seal = seal_of ((const guint8 *) data, before, (const guint8 *) at + SEAL_DIGITS,
                  length - before - SEAL_DIGITS);
  return strncmp (seal, at, SEAL_DIGITS) == 0;
}

/**
 * mq_finish_write:
 * @finish: a file with everything in its place
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
mq_finish_write (MqFinish *finish)
{
  Writer writer = { .finish = finish, .out = g_byte_array_new () };
  GThreadPool *pool = g_thread_pool_new (deflate_pack, NULL, 1, FALSE, NULL);
  guint table, start;

  writer.places = g_new0 (Place, finish->n + finish->n / PER_PACK + 3);
  writer.packs = g_ptr_array_new_with_free_func (pack_free);
  make_packs (&writer, pool);           /* compressed while the streams are copied */
  put (&writer, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  for (guint i = 1; i < finish->n; i++)
    {
      MqObject *object = mq_finish_object (finish, i);

      if (object != NULL && object->data != NULL)
        {
          gsize length;
          const char *text = mq_object_text (object, &length);
          g_autofree char *dictionary = g_strndup (text, length);

          put_stream (&writer, i, dictionary, object->data, object->data_length);
        }
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  put_packs (&writer);
  table = finish->n + writer.packs->len;
  start = writer.out->len;
  put_table (&writer, table);
  put_end (&writer, start);
  g_free (writer.places);
  g_ptr_array_unref (writer.packs);
  return g_byte_array_free_to_bytes (writer.out);
}
