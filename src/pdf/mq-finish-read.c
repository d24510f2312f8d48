/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE           /* memmem, memrchr */
#include "mq-finish-private.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* Objects that the finisher may add. */
#define ROOM 32
/* A line of the table of places: ten digits, five digits, n or f. */
#define TABLE_LINE 20
/* Of zlib: against its own choice, 6, the file of 300 pages is 6 % larger and compressed in two thirds of the
 * time. */
#define LEVEL 4

/* ---- changing objects ---- */

MqObject *
mq_finish_object (const MqFinish *finish, guint number)
{
  MqObject *object = number > 0 && number < finish->n ? &finish->objects[number] : NULL;

  return object != NULL && !object->gone && (object->body != NULL || object->edited != NULL) ? object : NULL;
}

guint
mq_finish_new_object (MqFinish *finish)
{
  g_assert (finish->n < finish->room);
  finish->objects[finish->n].edited = g_strdup ("");
  return finish->n++;
}

const char *
mq_object_text (const MqObject *object, gsize *length)
{
  *length = object->edited != NULL ? strlen (object->edited) : object->length;
  return object->edited != NULL ? object->edited : object->body;
}

const char *
mq_object_find (const MqObject *object, const char *what)
{
  gsize length;
  const char *text = mq_object_text (object, &length);

  return memmem (text, length, what, strlen (what));
}

guint
mq_object_reference (const MqObject *object, const char *key)
{
  const char *at = mq_object_find (object, key);

  return at != NULL ? (guint) strtoul (at + strlen (key), NULL, 10) : 0;
}

void
mq_object_replace (MqObject *object, const char *at, gsize cut, const char *text)
{
  gsize length;
  const char *old = mq_object_text (object, &length);
  GString *new = g_string_new_len (old, at - old);

  g_string_append (new, text);
  g_string_append_len (new, at + cut, (gssize) (old + length - at - cut));
  g_free (object->edited);
  object->edited = g_string_free (new, FALSE);
}

void
mq_object_add (MqObject *object, const char *format, ...)
{
  g_autofree char *keys = NULL;
  gsize length;
  const char *text = mq_object_text (object, &length), *end;
  va_list arguments;

  va_start (arguments, format);
  keys = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  end = memrchr (text, '>', length);
  if (end != NULL && end > text)
    mq_object_replace (object, end - 1, 0, keys);
}

void
mq_object_set_stream (MqObject *object, guint8 *data, gsize length, const char *keys)
{
  g_free (object->edited);
  g_free (object->own);
  object->edited = g_strdup_printf ("<< /Length %" G_GSIZE_FORMAT " %s>>", length, keys);
  object->own = data;
  object->data = (const char *) data;
  object->data_length = length;
}

guint8 *
mq_deflate (const void *data, gsize length, gsize *deflated_length)
{
  uLongf size = compressBound (length);
  guint8 *deflated = g_malloc (size);

  if (compress2 (deflated, &size, data, length, LEVEL) != Z_OK)
    g_error ("zlib cannot compress into a buffer of its own size");
  *deflated_length = size;
  return g_realloc (deflated, size);      /* most of the room was for the worst case */
}

void
mq_object_set_deflated (MqObject *object, const void *data, gsize length, const char *keys)
{
  gsize size;
  guint8 *deflated = mq_deflate (data, length, &size);
  g_autofree char *all = g_strconcat ("/Filter /FlateDecode ", keys, NULL);

  mq_object_set_stream (object, deflated, size, all);
}

GString *
mq_object_inflate (const MqObject *object)
{
  GString *text = g_string_sized_new (4 * object->data_length + 4096);
  z_stream stream = { 0 };
  int status;

  if (inflateInit (&stream) != Z_OK)
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  stream.next_in = (guint8 *) object->data;
  stream.avail_in = (uInt) object->data_length;
  do
    {
      gsize have = text->len;

      g_string_set_size (text, have + MAX (have, 4096));
      stream.next_out = (guint8 *) text->str + have;
      stream.avail_out = (uInt) (text->len - have);
      status = inflate (&stream, Z_NO_FLUSH);
      g_string_truncate (text, text->len - stream.avail_out);
    }
  while (status == Z_OK);
  inflateEnd (&stream);
  if (status != Z_STREAM_END)
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  return text;
}

char *
mq_pdf_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!(c >= 0x2066 && c <= 0x2069) && c != 0x200e && c != 0x200f && c != 0x061c)
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

char *
mq_pdf_string (const char *text)
{
  GString *string = g_string_new ("<FEFF");
  glong length = 0;
  g_autofree char *plain = mq_pdf_plain (text);
  g_autofree gunichar2 *units = g_utf8_to_utf16 (plain, -1, NULL, &length, NULL);

  for (glong i = 0; i < length; i++)
    for (int shift = 12; shift >= 0; shift -= 4)
      g_string_append_c (string, "0123456789ABCDEF"[units[i] >> shift & 15]);
  g_string_append_c (string, '>');
  return g_string_free (string, FALSE);
}

/* ---- reading ---- */

typedef struct {
  guint64 offset;
  guint number;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  return x->offset < y->offset ? -1 : x->offset > y->offset;
}

/* "startxref\n123": where the table of places begins, or NULL. */
static const char *
find_table (const char *file, gsize length)
{
  gsize tail = MIN (length, 64);
  const char *start = memmem (file + length - tail, tail, "startxref\n", 10);
  guint64 offset = start != NULL ? g_ascii_strtoull (start + 10, NULL, 10) : length;

  if (offset + 12 > length || strncmp (file + offset, "xref\n0 ", 7) != 0)
    return NULL;
  return file + offset;
}

static gboolean
read_object (MqObject *object, const char *from, const char *to)
{
  static const char end_object[] = "endobj", end_stream[] = "endstream\n";
  const char *line_end = memchr (from, '\n', (gsize) (to - from)), *stream;

  while (to > from && to[-1] == '\n')
    to--;
  if (line_end == NULL || to - line_end < (gssize) strlen (end_object) + 1
      || memcmp (to - strlen (end_object), end_object, strlen (end_object)) != 0)
    return FALSE;
  to -= strlen (end_object);
  object->body = line_end + 1;
  object->length = (gsize) (to - object->body);
  if (object->length < strlen (end_stream)
      || memcmp (to - strlen (end_stream), end_stream, strlen (end_stream)) != 0)
    return TRUE;
  stream = memmem (object->body, object->length, "\nstream\n", 8);
  if (stream == NULL)
    return FALSE;
  object->data = stream + 8;
  object->data_length = (gsize) (to - object->data);          /* at most; its length is read later */
  object->length = (gsize) (stream - object->body);
  return TRUE;
}

/* An object ends where the next one begins. */
static gboolean
read_objects (MqFinish *finish, const char *file, const char *table)
{
  char *line;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  gsize size = (gsize) (finish->drawing->file->len - (table - file));

  finish->n = (guint) strtoul (table + 7, &line, 10);
  if (*line != '\n' || finish->n == 0 || (gsize) (line + 1 - table) + (gsize) finish->n * TABLE_LINE > size)
    return FALSE;
  line++;
  finish->room = finish->n + ROOM;
  finish->objects = g_new0 (MqObject, finish->room);
  for (guint i = 0; i < finish->n; i++, line += TABLE_LINE)
    {
      Place place = { g_ascii_strtoull (line, NULL, 10), i };

      if (line[17] != 'n')
        finish->objects[i].gone = TRUE;
      else if (place.offset < (guint64) (table - file))
        g_array_append_val (places, place);
      else
        return FALSE;
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const char *end = i + 1 < places->len ? file + place[1].offset : table;

      if (!read_object (&finish->objects[place->number], file + place->offset, end))
        return FALSE;
    }
  return TRUE;
}

/* Cairo puts the length of a stream into an object of its own: back into the dictionary. */
static gboolean
read_length (MqFinish *finish, MqObject *stream)
{
  const char *key = mq_object_find (stream, "/Length ");
  MqObject *length = key != NULL ? mq_finish_object (finish, (guint) strtoul (key + 8, NULL, 10)) : NULL;
  g_autofree char *text = NULL;
  gsize n;

  if (length == NULL)
    return FALSE;
  n = strtoul (length->body, NULL, 10);
  if (n > stream->data_length)
    return FALSE;
  stream->data_length = n;
  length->gone = TRUE;
  text = g_strdup_printf ("/Length %" G_GSIZE_FORMAT, n);
  mq_object_replace (stream, key, strcspn (key, "R") + 1, text);
  return TRUE;
}

/* The pages are 2 × n_pages kids of one node. */
static gboolean
read_pages (MqFinish *finish)
{
  const MqObject *root = mq_finish_object (finish, finish->root);
  const MqObject *node = root != NULL
                           ? mq_finish_object (finish, mq_object_reference (root, "/Pages ")) : NULL;
  const char *kids = node != NULL ? mq_object_find (node, "/Kids [") : NULL, *end;
  guint n = 2 * finish->drawing->n_pages, found = 0;

  if (kids == NULL || (end = strchr (kids, ']')) == NULL)
    return FALSE;
  finish->pages = g_new0 (guint, n + 1);
  for (const char *at = kids + 7; found <= n;)
    {
      char *behind;
      guint number = (guint) strtoul (at, &behind, 10);

      if (behind == at || behind > end)
        break;
      if (mq_finish_object (finish, number) == NULL)
        return FALSE;
      finish->pages[found++] = number;
      at = behind + strcspn (behind, "R") + 1;
    }
  return found == n;
}

static guint
trailer_reference (const char *table, const char *key)
{
  const char *at = strstr (table, key);

  return at != NULL ? (guint) strtoul (at + strlen (key), NULL, 10) : 0;
}

/**
 * mq_finish_read:
 * @finish: with its drawing
 *
 * Reads Cairo's file.
 *
 * Returns: whether it is such as Cairo 1.16 and 1.18 write when they are held to PDF 1.4
 */
gboolean
mq_finish_read (MqFinish *finish)
{
  const char *file, *table;

  /* a NUL behind the file: so numbers can be read at its end, too */
  g_byte_array_append (finish->drawing->file, (const guint8 *) "", 1);
  g_byte_array_set_size (finish->drawing->file, finish->drawing->file->len - 1);
  file = (const char *) finish->drawing->file->data;
  table = find_table (file, finish->drawing->file->len);
  if (table == NULL || !read_objects (finish, file, table))
    return FALSE;
  for (guint i = 1; i < finish->n; i++)
    if (finish->objects[i].data != NULL && !read_length (finish, &finish->objects[i]))
      return FALSE;
  finish->root = trailer_reference (table, "/Root ");
  finish->info = trailer_reference (table, "/Info ");
  return mq_finish_object (finish, finish->info) != NULL && read_pages (finish);
}

void
mq_finish_clear (MqFinish *finish)
{
  for (guint i = 0; i < finish->n; i++)
    {
      g_free (finish->objects[i].edited);
      g_free (finish->objects[i].own);
    }
  g_free (finish->objects);
  g_free (finish->pages);
}
