# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the file as a whole: what it says of itself, its fonts, the draft in it."""
import hashlib
import re
import xml.etree.ElementTree

import outside
from documents import TOOL
from exported import plain

XMP = {'dc': 'http://purl.org/dc/elements/1.1/', 'xmp': 'http://ns.adobe.com/xap/1.0/',
       'pdf': 'http://ns.adobe.com/pdf/1.3/', 'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
       'pdfaid': 'http://www.aiim.org/pdfa/ns/id/', 'pdfuaid': 'http://www.aiim.org/pdfua/ns/id/'}
# what the document information and XMP both say, and must say alike
BOTH = {'/Title': 'dc:title//rdf:li', '/Author': 'dc:creator//rdf:li', '/Subject': 'dc:description//rdf:li',
        '/Keywords': 'pdf:Keywords', '/Creator': 'xmp:CreatorTool', '/Producer': 'pdf:Producer'}
DATES = {'/CreationDate': 'xmp:CreateDate', '/ModDate': 'xmp:ModifyDate'}


def check_syntax(x, check):
    said = outside.run('qpdf', '--check', x.document.pdf, status=None, limit=60).decode('utf-8', 'replace')
    check('qpdf finds no fault', 'No syntax or stream encoding errors' in said and 'WARNING' not in said, said)
    check('version 1.7', x.pdf.header['pdfversion'] == '1.7', x.pdf.header['pdfversion'])
    check('pages as laid out', len(x.pdf.pages) == x.document.blocks['pages'])
    identifier = [x.pdf.text(i) for i in x.pdf.get(x.pdf.trailer.get('/ID')) or []]
    check('an identifier of two halves', len(identifier) == 2 and all(len(i) >= 16 for i in identifier), str(identifier))


def check_catalogue(x, check):
    root, pdf = x.pdf.root, x.pdf
    check('Marked true', (pdf.get(root.get('/MarkInfo')) or {}).get('/Marked') is True)
    check('language ar', pdf.text(root.get('/Lang')) == 'ar', str(root.get('/Lang')))
    viewer = pdf.get(root.get('/ViewerPreferences')) or {}
    check('viewers show the title, from right to left',
          viewer.get('/DisplayDocTitle') is True and viewer.get('/Direction') == '/R2L', str(viewer))
    check('viewers open with the bookmarks', root.get('/PageMode') == '/UseOutlines', str(root.get('/PageMode')))
    intents = [pdf.get(i) for i in pdf.get(root.get('/OutputIntents')) or []]
    check('one output intent, for PDF/A', [i.get('/S') for i in intents] == ['/GTS_PDFA1'], str(intents))
    profiles = [i['/DestOutputProfile'] for i in intents if '/DestOutputProfile' in i]
    check('with an ICC profile of three colours',
          [(pdf.get(p).get('/N'), pdf.data(p)[36:40], pdf.data(p)[16:20]) for p in profiles] == [(3, b'acsp', b'RGB ')],
          str([(pdf.get(p), pdf.data(p)[:40]) for p in profiles]))


def check_metadata(x, check):
    pdf = x.pdf
    info = {k: pdf.text(v) for k, v in (pdf.get(pdf.trailer.get('/Info')) or {}).items()}
    printed = x.looks('title')[0]['cells'][0]
    title = info.get('/Title') or ''
    check('title in Info', title and (plain(title) == plain(printed) or printed.startswith('[')), title)
    xmp = xml.etree.ElementTree.fromstring(pdf.data(pdf.root['/Metadata']).decode('utf-8').split('?>', 1)[1]
                                           .rsplit('<?', 1)[0])

    def said(path):
        found = xmp.find('.//' + path, XMP)
        return found.text if found is not None else None

    claims = [said(f) for f in ('pdfuaid:part', 'pdfaid:part', 'pdfaid:conformance')]
    check('PDF/UA-1 and PDF/A-3a in XMP', claims == ['1', '3', 'A'], str(claims))
    check('Arabic in XMP', said('dc:language//rdf:li') == 'ar', said('dc:language//rdf:li'))
    other = [(key, info.get(key), said(path)) for key, path in BOTH.items() if info.get(key) != said(path)]
    for key, path in DATES.items():
        digits = re.sub(r'\D', '', info.get(key) or '')[:14]
        if len(digits) != 14 or digits != re.sub(r'\D', '', said(path) or '')[:14]:
            other.append((key, info.get(key), said(path)))
    check('Info and XMP say the same', not other, str(other))


def check_fonts(x, check):
    fonts = [v['value'] for v in x.pdf.objects.values()
             if isinstance(v.get('value'), dict) and v['value'].get('/Type') == '/Font']
    bad = []
    for font in fonts:
        if font.get('/Subtype') in ('/CIDFontType0', '/CIDFontType2'):
            descriptor = x.pdf.get(font.get('/FontDescriptor')) or {}
            if not any(f'/FontFile{n}' in descriptor for n in ('', '2', '3')):
                bad.append(f'{font.get("/BaseFont")} is not embedded')
            if font['/Subtype'] == '/CIDFontType2' and '/CIDToGIDMap' not in font:
                bad.append(f'{font.get("/BaseFont")} has no CIDToGIDMap')
        elif font.get('/Subtype') == '/Type3' or '/ToUnicode' not in font:
            bad.append(f'{font.get("/BaseFont")} {font.get("/Subtype")} has no ToUnicode')
    check('fonts are embedded and lead back to Unicode', fonts and not bad, '\n'.join(bad))


def check_attachment(x, check):
    pdf = x.pdf
    files = [pdf.get(f) for f in pdf.get(pdf.root.get('/AF')) or []]
    names = pdf.get(pdf.root.get('/Names')) or {}
    embedded = pdf.names(names['/EmbeddedFiles']) if '/EmbeddedFiles' in names else {}
    check('one file is attached, as the source', len(files) == 1 and list(embedded.values()) == files
          and files[0].get('/AFRelationship') == '/Source', str(files))
    canonical = x.document.draft.with_name('canonical')
    outside.run(TOOL, 'format', x.document.draft, '-o', canonical)
    draft = canonical.read_bytes()
    streams = [pdf.get(f['/EF'])['/F'] for f in files]
    check('it is the draft, byte for byte', [pdf.data(s) for s in streams] == [draft])
    for file, stream in zip(files, map(pdf.get, streams)):
        check('it has a name and a description', pdf.text(file.get('/F')) and pdf.text(file.get('/UF'))
              and pdf.text(file.get('/Desc')), str(file))
        parameters = pdf.get(stream.get('/Params')) or {}
        checksum = pdf.text(parameters.get('/CheckSum')) or ''
        check('its kind, size, date and checksum are told', stream.get('/Subtype') in ('/text/xml', '/application/xml')
              and parameters.get('/Size') == len(draft) and '/ModDate' in parameters
              and checksum.encode('latin-1') == hashlib.md5(draft).digest(), str(stream))
    fingerprint = 'urn:sha256:' + hashlib.sha256(draft).hexdigest()
    check('XMP has its fingerprint', fingerprint in pdf.data(pdf.root['/Metadata']).decode('utf-8'))
