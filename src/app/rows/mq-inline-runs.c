/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-inline-runs.h"

#include "mq-language.h"
#include "mq-row-state.h"

typedef struct
{
  MqDocument *document;
  GPtrArray *runs;
  GString *source, *shown;      /* of the chip that is being read */
  gsize opened;                 /* end in it of the last start tag */
  int depth;
} Reader;

static void
run_free (gpointer data)
{
  MqInlineRun *run = data;

  g_free (run->text);
  g_free (run->source);
  g_free (run);
}

static const char *
attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return NULL;
}

/* What an empty element stands for, in a word or two. */
static void
show_element (Reader *reader, const char *element, const char **names, const char **values)
{
  MqDraft *draft = mq_document_draft (reader->document);
  MqRenderer *renderer = mq_flow_renderer (mq_document_flow (reader->document));
  const char *of = attribute (names, values, "of"), *key = attribute (names, values, "key");
  const char *to = attribute (names, values, "to");

  if (of != NULL)
    {
      const MqField *field = mq_kind_field (mq_document_kind (reader->document), of);

      if (field != NULL)
        g_string_append (reader->shown, mq_language_label (&field->label, mq_document_house (reader->document),
                                                           field->iq_by_law));
    }
  else if (key != NULL)
    {
      const MqHouse *house = mq_document_house (reader->document);
      gboolean iraqi = mq_draft_variant_by_law (draft, key) ? house->iraqi_law : house->iraqi;
      const char *words = mq_draft_variant (draft, key, iraqi);

      g_string_append (reader->shown, words != NULL ? words : key);
    }
  else if (to != NULL)
    {
      g_auto (GStrv) ids = g_strsplit (to, " ", -1);

      for (guint i = 0; ids[i] != NULL; i++)
        {
          g_autofree char *label = mq_renderer_article_label (renderer, ids[i]);

          g_string_append_printf (reader->shown, "%s%s", i > 0 ? "، " : "", label != NULL ? label : ids[i]);
        }
    }
}

static void
start (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data,
       GError **error)
{
  Reader *reader = data;

  if (reader->depth++ == 0)
    return;

  if (reader->depth == 2)
    {
      g_string_truncate (reader->source, 0);
      g_string_truncate (reader->shown, 0);
    }
  g_string_append_printf (reader->source, "<%s", element);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *value = g_markup_escape_text (values[i], -1);

      g_string_append_printf (reader->source, " %s=\"%s\"", names[i], value);
    }
  g_string_append_c (reader->source, '>');
  reader->opened = reader->source->len;
  show_element (reader, element, names, values);
}

static void
end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;

  if (--reader->depth == 0)
    return;

  /* an element that holds nothing is written in one tag, as the draft writes it */
  if (reader->opened == reader->source->len)
    {
      g_string_truncate (reader->source, reader->source->len - 1);
      g_string_append (reader->source, "/>");
    }
  else
    {
      g_string_append_printf (reader->source, "</%s>", element);
    }

  if (reader->depth == 1)
    {
      MqInlineRun *run = g_new0 (MqInlineRun, 1);

      run->chip = TRUE;
      run->source = g_strdup (reader->source->str);
      run->text = g_strdup (reader->shown->len > 0 ? reader->shown->str : "…");
      g_ptr_array_add (reader->runs, run);
    }
}

static void
text (GMarkupParseContext *context, const char *words, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;

  if (reader->depth == 1)
    {
      MqInlineRun *run = g_new0 (MqInlineRun, 1);

      run->text = g_strndup (words, length);
      g_ptr_array_add (reader->runs, run);
    }
  else
    {
      g_autofree char *escaped = g_markup_escape_text (words, (gssize) length);

      g_string_append (reader->source, escaped);
      g_string_append_len (reader->shown, words, (gssize) length);
    }
}

/**
 * mq_inline_runs_read:
 * @document: the document, for the words that the chips show
 * @value: (nullable): the value of an inline fact
 *
 * Returns: (transfer full) (nullable) (element-type MqInlineRun): its runs, or %NULL if @value is no fragment
 */
GPtrArray *
mq_inline_runs_read (MqDocument *document, const char *value)
{
  static const GMarkupParser parser = { start, end, text, NULL, NULL };
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (run_free);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autofree char *whole = g_strconcat ("<inline>", value != NULL ? value : "", "</inline>", NULL);
  Reader reader = { .document = document, .runs = runs };
  gboolean read;

  g_return_val_if_fail (MQ_IS_DOCUMENT (document), NULL);

  reader.source = g_string_new (NULL);
  reader.shown = g_string_new (NULL);
  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  read = g_markup_parse_context_parse (context, whole, -1, NULL)
         && g_markup_parse_context_end_parse (context, NULL);
  g_string_free (reader.source, TRUE);
  g_string_free (reader.shown, TRUE);

  return read ? g_steal_pointer (&runs) : NULL;
}

/**
 * mq_inline_escape:
 *
 * Returns: (transfer full): @text as it stands in a fragment
 */
char *
mq_inline_escape (const char *words)
{
  GString *out;

  g_return_val_if_fail (words != NULL, NULL);

  out = g_string_new (NULL);
  for (const char *p = words; *p != '\0'; p++)
    if (*p == '&')
      g_string_append (out, "&amp;");
    else if (*p == '<')
      g_string_append (out, "&lt;");
    else if (*p == '>')
      g_string_append (out, "&gt;");
    else
      g_string_append_c (out, *p);

  return g_string_free (out, FALSE);
}
