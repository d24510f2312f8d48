/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-metadata.h"

#include "mq-finish-private.h"

void
mq_metadata_clear (MqMetadata *metadata)
{
  g_clear_pointer (&metadata->title, g_free);
  g_clear_pointer (&metadata->author, g_free);
  g_clear_pointer (&metadata->subject, g_free);
  g_clear_pointer (&metadata->keywords, g_free);
  g_clear_pointer (&metadata->creator, g_free);
  g_clear_pointer (&metadata->date, g_free);
  g_clear_pointer (&metadata->fingerprint, g_free);
}

char *
mq_metadata_date (const MqMetadata *metadata)
{
  GString *date = g_string_new ("(D:");

  for (const char *p = metadata->date; *p; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (date, *p);
  g_string_append (date, "000000Z)");
  return g_string_free (date, FALSE);
}

static void
append_entry (GString *to, const char *key, const char *text)
{
  g_autofree char *string = NULL;

  if (text == NULL || *text == '\0')
    return;
  string = mq_pdf_string (text);
  g_string_append_printf (to, "/%s %s ", key, string);
}

char *
mq_metadata_info (const MqMetadata *metadata)
{
  GString *info = g_string_new ("<< ");
  g_autofree char *date = mq_metadata_date (metadata);

  append_entry (info, "Title", metadata->title);
  append_entry (info, "Author", metadata->author);
  append_entry (info, "Subject", metadata->subject);
  append_entry (info, "Keywords", metadata->keywords);
  append_entry (info, "Creator", metadata->creator);
  append_entry (info, "Producer", metadata->creator);
  g_string_append_printf (info, "/CreationDate %s /ModDate %s >>", date, date);
  return g_string_free (info, FALSE);
}

/* ---- XMP ---- */

#define DESCRIPTION(prefix, uri) "<rdf:Description rdf:about=\"\" xmlns:" prefix "=\"" uri "\">"
#define END_DESCRIPTION "</rdf:Description>\n"

static const char head[] =
  "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
  DESCRIPTION ("pdfaid", "http://www.aiim.org/pdfa/ns/id/")
  "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" END_DESCRIPTION
  DESCRIPTION ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/")
  "<pdfuaid:part>1</pdfuaid:part>" END_DESCRIPTION;

/* PDF/A knows nothing of PDF/UA: its property has to be explained. */
static const char tail[] =
  "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
  "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
  "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
  "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
  "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
  "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
  "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
  "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>"
  "Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>"
  "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>" END_DESCRIPTION
  "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";

/* @open and @close stand around the text, which is escaped; nothing when there is none. */
static void
append_property (GString *to, const char *open, const char *text, const char *close)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append (to, open);
  g_string_append (to, escaped);
  g_string_append (to, close);
}

char *
mq_metadata_xmp (const MqMetadata *metadata)
{
  GString *xmp = g_string_new (head);
  g_autofree char *time = g_strconcat (metadata->date, "T00:00:00Z", NULL);
  g_autofree char *id = metadata->fingerprint != NULL
                          ? g_strconcat (MQ_METADATA_FINGERPRINT, metadata->fingerprint, NULL) : NULL;

  g_string_append (xmp, DESCRIPTION ("dc", "http://purl.org/dc/elements/1.1/")
                        "<dc:format>application/pdf</dc:format>");
  append_property (xmp, "<dc:identifier>", id, "</dc:identifier>");
  append_property (xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", metadata->title,
                   "</rdf:li></rdf:Alt></dc:title>");
  append_property (xmp, "<dc:creator><rdf:Seq><rdf:li>", metadata->author,
                   "</rdf:li></rdf:Seq></dc:creator>");
  append_property (xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", metadata->subject,
                   "</rdf:li></rdf:Alt></dc:description>");
  g_string_append (xmp, "<dc:language><rdf:Bag><rdf:li>ar</rdf:li></rdf:Bag></dc:language>" END_DESCRIPTION
                        DESCRIPTION ("xmp", "http://ns.adobe.com/xap/1.0/"));
  append_property (xmp, "<xmp:CreatorTool>", metadata->creator, "</xmp:CreatorTool>");
  append_property (xmp, "<xmp:CreateDate>", time, "</xmp:CreateDate>");
  append_property (xmp, "<xmp:ModifyDate>", time, "</xmp:ModifyDate>");
  append_property (xmp, "<xmp:MetadataDate>", time, "</xmp:MetadataDate>");
  g_string_append (xmp, END_DESCRIPTION DESCRIPTION ("pdf", "http://ns.adobe.com/pdf/1.3/"));
  append_property (xmp, "<pdf:Keywords>", metadata->keywords, "</pdf:Keywords>");
  append_property (xmp, "<pdf:Producer>", metadata->creator, "</pdf:Producer>");
  g_string_append (xmp, END_DESCRIPTION);
  g_string_append (xmp, tail);
  return g_string_free (xmp, FALSE);
}
