#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in an exported PDF besides its text: structure, marks, links, names, metadata.

Validators do not notice all of it (content outside of any mark that became part of an element, figures that lost theirs,
links of another page's height), so it is counted here, against what the document says (mq-blocks)."""
import hashlib
import os
import re
import sys
from collections import Counter

import outside
from documents import TOOL, Documents
from pdfobjects import Marks, Pdf, structure
from points import Points
from score import CONTROLS

STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI
    Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure
    Formula Form""".split())
ROWS = ('row', 'row-small', 'row-tiny')
RTL = re.compile('[\u0590-\u08ff]')


def plain(text):
    return CONTROLS.sub('', text)


class Exported:
    """One exported document, read once."""

    def __init__(self, document):
        self.document, self.blocks = document, document.blocks['blocks']
        self.pdf = Pdf(document.pdf)
        self.tree = structure(self.pdf)
        self.elements = [e for e in self.tree.walk() if e.parent] if self.tree else []
        self.kinds = Counter(e.kind for e in self.elements)
        self.marks = [Marks(self.pdf, page) for page in self.pdf.pages]
        self.links = [(number, self.pdf.get(a)) for number, page in enumerate(self.pdf.pages)
                      for a in self.pdf.get(page.get('/Annots')) or []]

    def looks(self, *names):
        return [b for b in self.blocks if b['look'] in names]


def check_file(x, check):
    said = outside.run('qpdf', '--check', x.document.pdf, status=None, limit=60).decode('utf-8', 'replace')
    check('qpdf finds no fault', 'No syntax or stream encoding errors' in said and 'WARNING' not in said, said)
    root, pdf = x.pdf.root, x.pdf
    check('version 1.7', pdf.header['pdfversion'] == '1.7', pdf.header['pdfversion'])
    check('pages as laid out', len(pdf.pages) == x.document.blocks['pages'])
    check('Marked true', (pdf.get(root.get('/MarkInfo')) or {}).get('/Marked') is True)
    check('language ar', pdf.text(root.get('/Lang')) == 'ar', str(root.get('/Lang')))
    viewer = pdf.get(root.get('/ViewerPreferences')) or {}
    check('viewers show the title, from right to left',
          viewer.get('/DisplayDocTitle') is True and viewer.get('/Direction') == '/R2L', str(viewer))
    printed = x.looks('title')[0]['cells'][0]
    title = pdf.text((pdf.get(pdf.trailer.get('/Info')) or {}).get('/Title')) or ''
    check('title in Info', plain(title) == plain(printed) or title and printed.startswith('['), title)
    xmp = pdf.data(root['/Metadata']).decode('utf-8') if '/Metadata' in root else ''
    check('title, PDF/UA-1 and PDF/A-3a in XMP',
          title and title.replace('&', '&amp;') in xmp
          and all(re.search(f'{name}(>|=")\\s*{value}', xmp) for name, value in
                  (('pdfuaid:part', '1'), ('pdfaid:part', '3'), ('pdfaid:conformance', 'A'))), xmp[:2000])
    check('identifier', len(pdf.get(pdf.trailer.get('/ID')) or []) == 2)
    intents = [pdf.get(i) for i in pdf.get(root.get('/OutputIntents')) or []]
    check('output intent with a profile', any(i.get('/S') == '/GTS_PDFA1' and '/DestOutputProfile' in i for i in intents))
    labels = pdf.numbers(root.get('/PageLabels'))
    check('page labels from the first page on', 0 in labels, str(labels))


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


def check_marks(x, check):
    unmarked = [f'page {n}: {" ".join(m.unmarked[:8])}' for n, m in enumerate(x.marks, 1) if m.unmarked]
    check('nothing is painted outside of a mark', not unmarked, '\n'.join(unmarked[:8]))
    nested = [f'page {n}: {m.nested[:8]}' for n, m in enumerate(x.marks, 1) if m.nested]
    check('marks do not lie in one another', not nested, '\n'.join(nested[:8]))
    lacking = [n for n, (m, f) in enumerate(zip(x.marks, x.document.blocks['furniture']), 1)
               if f and (not m.artifacts or not m.texts_in_artifacts)]
    check('heads and feet are artifacts on every page that has them', not lacking, f'not on pages {lacking[:20]}')

    counted = Counter()
    for element in x.elements:
        counted.update((str(page), number) for page, number in element.content)
    references = {}
    for name, value in x.pdf.objects.items():
        if isinstance(value.get('value'), dict) and value['value'].get('/Type') == '/Page':
            references[name.removeprefix('obj:')] = value['value'].get('/Contents')
    by_contents = {str(contents): name for name, contents in references.items()}
    written = Counter()
    for page, marks in zip(x.pdf.pages, x.marks):
        written.update((by_contents[str(page.get('/Contents'))], number) for number in marks.numbers)
    twice = [k for k, n in (counted + Counter()).items() if n > 1] + [k for k, n in written.items() if n > 1]
    check('a mark belongs to one element', not twice, str(twice[:10]))
    check(f'the {sum(written.values())} marks of the pages are those of the structure',
          bool(written) and set(written) == set(counted),
          f'only in pages {list(set(written) - set(counted))[:6]}, '
          f'only in structure {list(set(counted) - set(written))[:6]}')

    parents = x.pdf.numbers((x.pdf.get(x.pdf.root.get('/StructTreeRoot')) or {}).get('/ParentTree'))
    wrong = []
    for number, (page, marks) in enumerate(zip(x.pdf.pages, x.marks), 1):
        row = x.pdf.get(parents.get(page.get('/StructParents')))
        if marks.numbers and (not isinstance(row, list) or len(row) <= max(marks.numbers)
                              or any(x.pdf.get(row[m]) is None for m in marks.numbers)):
            wrong.append(number)
    check('the parent tree knows every mark', x.tree is not None and not wrong, f'not of pages {wrong[:20]}')
    empty = [n for n, m in enumerate(x.marks, 1) if not m.with_text]
    check('every page has text in an element', not empty, f'none on pages {empty[:20]}')


def check_elements(x, check):
    kinds, blocks = x.kinds, x.document.blocks
    roles = x.pdf.get((x.pdf.get(x.pdf.root.get('/StructTreeRoot')) or {}).get('/RoleMap')) or {}
    strange = {k for k in kinds if k not in STANDARD and roles.get('/' + k, '/')[1:] not in STANDARD}
    check('kinds of elements are known', x.elements and not strange, str(strange))
    top = [e.kind for e in x.tree.children] if x.tree else []
    check('one Document holds all', top == ['Document'], str(top))
    print('#', x.document.name, dict(sorted(kinds.items())))

    headings = len(x.looks('part', 'article'))
    more = len(x.looks('title', 'subtitle', 'contents', 'record-title'))
    n = sum(kinds[f'H{i}'] for i in range(1, 7))
    check(f'headings: {n} for {headings} of parts and articles', headings <= n <= headings + more)
    levels = [int(e.kind[1]) for e in x.elements if re.fullmatch('H[1-6]', e.kind)]
    skipped = [f'H{a} H{b}' for a, b in zip(levels, levels[1:]) if b > a + 1]
    check('no level of headings is skipped', levels and levels[0] == 1 and not skipped, str(skipped[:5]))
    check(f'items of lists: {kinds["LI"]}', kinds['LI'] >= len(x.looks('item', 'subitem')))
    outside_lists = [e.parent.kind for e in x.elements if e.kind == 'LI' and e.parent.kind != 'L']
    check('items stand in lists, with label and body', not outside_lists and all(
        {'LBody'} <= {c.kind for c in e.children} for e in x.elements if e.kind == 'LI'))
    paragraphs = len(x.looks('para', 'note'))
    n = kinds['P'] + kinds['Note'] + kinds['LI']
    check(f'paragraphs and items: {n} for {paragraphs} paragraphs', n >= paragraphs)
    entries = len(x.looks('entry-part', 'entry-article'))
    check(f'entries of contents: {kinds["TOCI"]} of {entries}', kinds['TOCI'] == entries)
    check('entries stand in contents', all(e.parent.kind in ('TOC', 'TOCI') for e in x.elements if e.kind == 'TOCI'))

    rows = [b for b in x.looks(*ROWS) if b['table']]
    tables = len({b['table'] for b in rows})
    check(f'tables: {kinds["Table"]} for {tables}', kinds['Table'] >= tables)
    check(f'rows: {kinds["TR"]} for {len(rows)}', kinds['TR'] >= len(rows))
    heads = sum(len(b['cells']) for b in rows if b['head'])
    check(f'cells of header rows: {kinds["TH"]} for {heads}', kinds['TH'] >= heads)
    cells = sum(len(b['cells']) for b in rows)
    check(f'cells: {kinds["TH"] + kinds["TD"]} for {cells}', kinds['TH'] + kinds['TD'] >= cells)
    scopes = Counter(e.attribute(x.pdf, '/Scope') for e in x.elements if e.kind == 'TH')
    check('every header cell has a scope', heads == 0 or scopes and not set(scopes) - {'/Column', '/Row', '/Both'},
          str(scopes))
    uneven = [widths for table in (e for e in x.elements if e.kind == 'Table')
              for widths in [{sum(1 for c in row.children if c.kind in ('TH', 'TD'))
                              for row in table.walk() if row.kind == 'TR'}] if len(widths) > 1]
    spans = any(e.attribute(x.pdf, '/ColSpan') for e in x.elements if e.kind in ('TH', 'TD'))
    check('rows of a table have the same number of cells', spans or not uneven, str(uneven[:5]))

    figures = [e for e in x.elements if e.kind == 'Figure']
    bare = [e for e in figures if not x.pdf.text(e.dictionary.get('/Alt')) or not any(d.content for d in e.walk())]
    check(f'{len(figures)} figures have a description and content', not bare)
    hollow = Counter(e.kind for e in x.elements
                     if e.kind in ('P', 'Lbl', 'LBody', 'H1', 'H2', 'H3', 'Link', 'Span', 'TD', 'TH')
                     and not any(d.content or d.objects for d in e.walk()))
    check('no element of text is without content', not hollow, str(hollow))
    latin = [b for b in x.blocks if any(re.search('[A-Za-z]{3,} [A-Za-z]{3,}', c) for c in b['cells'])
             and not b['look'].startswith('entry')]
    languages = Counter(str(x.pdf.text(e.dictionary.get('/Lang'))) for e in x.elements if '/Lang' in e.dictionary)
    marked = sum(len(m.languages) for m in x.marks)
    check(f'Latin words have their language: {sum(languages.values()) + marked} for {len(latin)} texts with some',
          not latin or sum(n for k, n in languages.items() if k != 'ar') + marked >= len(latin) / 2, str(languages),
          todo='a mark around Latin inside of a paragraph parts the line for pdf.js')
    check('outline of parts', len(x.looks('part')) <= kinds['Part'] + kinds['Sect'])
    modes = {e.attribute(x.pdf, '/WritingMode') for e in x.elements if e.kind == 'Document'}
    check('written from right to left', modes == {'/RlTb'}, str(modes))


def check_links(x, check):
    pdf, links = x.pdf, x.links
    places = pdf.destinations()
    entries = len(x.looks('entry-part', 'entry-article'))
    printed = {b['source'] for b in x.blocks}
    references = sum(t in printed for b in x.blocks for targets in b['references'] for t in targets)
    check(f'links: {len(links)} for {entries} entries and {references} references in the text',
          len(links) >= entries + references and len(links) <= 1.5 * (entries + references) + 2)
    outside_page, dead, poor = [], [], []
    for number, link in links:
        page = pdf.pages[number]
        x0, y0, x1, y1 = pdf.get(page['/MediaBox'])
        a, b, c, d = pdf.get(link['/Rect'])
        if not (x0 <= a < c <= x1 and y0 <= b < d <= y1 and c - a >= 2 and 4 <= d - b <= 60):
            outside_page.append((number + 1, [a, b, c, d]))
        target = link.get('/Dest', (pdf.get(link.get('/A')) or {}).get('/D'))
        target = pdf.get(target)
        where = target if isinstance(target, list) else places.get(str(pdf.text(target)).removeprefix('/'))
        if where is None or pdf.page_of(where) is None:
            dead.append((number + 1, target))
        if not pdf.text(link.get('/Contents')) or not link.get('/F', 0) & 4 or '/StructParent' not in link:
            poor.append(number + 1)
    check('rectangles of links are inside of their pages, of a line\'s size', links and not outside_page,
          str(outside_page[:5]))
    check('links lead to pages', links and not dead, str(dead[:5]))
    check('links say where to, are printed and belong to an element', links and not poor, f'not on pages {poor[:10]}')
    held = Counter(o for e in x.elements if e.kind == 'Link' for o in e.objects)
    check('every link has its element', links and len(held) == len(links) and max(held.values()) == 1,
          f'{len(held)} elements, {len(links)} links')
    order = [n for n, page in enumerate(pdf.pages, 1) if page.get('/Annots') and page.get('/Tabs') != '/S']
    check('the tab key goes by structure', not order, f'not on pages {order[:10]}')

    outline = x.document.blocks['outline']
    titles, named = [plain(title) for title, _ in pdf.outline()], [plain(o['title']) for o in outline]
    check(f'{len(outline)} bookmarks, named as the headings', titles == named,
          str([pair for pair in zip(titles, named) if pair[0] != pair[1]][:3]))
    lost = [o['source'] for o in outline if o['source'] not in places]
    check('every part and article is a named place', not lost, f'{len(lost)}: {lost[:10]}')
    lost = sorted({b['source'] for b in x.blocks if b['source'] and not b['look'].startswith('entry')} - set(places))
    check('every clause is a named place', not lost, f'{len(lost)}: {lost[:10]}')
    # of a table its rows; where there is none yet, the table
    steps = {tuple(v.split('/')) for b in x.blocks for c in b['values'] for v in c}
    lost = sorted({'/'.join(s[:3]) for s in steps if '/'.join(s[:3]) not in places and
                   (len(s) != 3 or '/'.join(s[:2]) not in places)})
    check('every printed fact and row is a named place', not lost, f'{len(lost)}: {lost[:10]}')
    nowhere = [name for name, where in places.items() if pdf.page_of(where) is None]
    check(f'{len(places)} named places are on pages', places and not nowhere, str(nowhere[:10]))


def check_attachment(x, check):
    pdf = x.pdf
    files = [pdf.get(f) for f in pdf.get(pdf.root.get('/AF')) or []]
    names = pdf.get(pdf.root.get('/Names')) or {}
    embedded = pdf.names(names['/EmbeddedFiles']) if '/EmbeddedFiles' in names else {}
    check('one file is attached, as the source', len(files) == 1 == len(embedded)
          and files[0].get('/AFRelationship') == '/Source', str(files))
    canonical = x.document.draft.with_name('canonical')
    outside.run(TOOL, 'format', x.document.draft, '-o', canonical)
    streams = [pdf.data(pdf.get(f['/EF'])['/F']) for f in files]
    check('it is the draft, byte for byte', streams == [canonical.read_bytes()])


def check_same_bytes(document, check):
    other = document.draft.with_name('folder with spaces')
    other.mkdir(exist_ok=True)
    again = other / 'again.pdf'
    outside.run(TOOL, 'export', document.draft, again, limit=120, cwd='/',
                env={**os.environ, 'TZ': 'Asia/Tokyo', 'LC_ALL': 'C', 'LANG': 'ar_EG.UTF-8', 'HOME': '/nonexistent'})
    check('the same bytes from another folder, time zone and locale',
          hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(document.pdf.read_bytes()).digest())


def main():
    points, documents = Points(), Documents()
    for name in sys.argv[1:] or ('sample', 'proposal', 'hard', 'shuffled'):
        with points.part(f'{name} is exported and read'):
            x = Exported(documents[name])

            def check(what, good, found='', todo=None, name=name):
                points.check(f'{name}: {what}', bool(good), found, todo)

            for part in (check_file, check_fonts, check_marks, check_elements, check_links, check_attachment):
                with points.part(f'{name}: {part.__name__}'):
                    part(x, check)
            check_same_bytes(x.document, check)
    points.end()


main()
