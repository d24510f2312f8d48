#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare-exports.py FILE FILE: whether two exports of one draft, made on two systems, show the same.

Files of one system are the same byte for byte (cmp).  Between Debian 12 and 13 bytes differ, for their Cairo writes some
things in another way; pages, lines, text, structure, links, names and bookmarks must be the same, and places the same
within .02 pt.  Tells each difference; status 1 when there is any."""
import pathlib
import re
import sys
from collections import Counter

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / 'readers'))

import outside                                                                                          # noqa: E402
from pdfobjects import Marks, Pdf, operators, structure                                                 # noqa: E402

NEAR = .02                      # points
SHOWN = 8                       # differences of a kind


class Export:
    def __init__(self, file):
        self.pdf = pdf = Pdf(file)
        self.page_of = {reference: n for n, reference in enumerate(pdf.page_references)}
        self.sizes = [pdf.get(page['/MediaBox']) for page in pdf.pages]
        said = outside.run('pdftotext', '-bbox-layout', '-enc', 'UTF-8', file, '-', limit=120).decode('utf-8')
        self.lines, self.words = [], []
        for n, page in enumerate(said.split('<page ')[1:], 1):
            for line in page.split('<line ')[1:]:
                found = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', line)
                self.lines.append((n, ' '.join(word[4] for word in found)))
                self.words += [(n, word[4], *map(float, word[:4])) for word in found]
        marks = [Marks(pdf, page) for page in pdf.pages]
        self.marks = [(sorted(m.tags.items()), sorted(m.with_text), m.artifacts, m.glyphs_in_artifacts) for m in marks]
        self.structure = [self._element(e) for e in structure(pdf).walk() if e.parent]
        self.links = [(n, pdf.text(a.get('/Dest')), pdf.text(a.get('/Contents')), *pdf.get(a['/Rect']),
                       *pdf.get(a['/QuadPoints']))
                      for n, page in enumerate(pdf.pages, 1) for a in map(pdf.get, pdf.get(page.get('/Annots')) or [])]
        self.places = [(name, self.page_of.get(where[0]), where[1], *where[2:])
                       for name, where in sorted(pdf.destinations().items())]
        self.bookmarks = [(level, title, pdf.text(node.get('/Dest'))) for title, level, node in pdf.outline()]
        self.said = sorted((k, pdf.text(v)) for k, v in pdf.get(pdf.trailer['/Info']).items())
        self.catalogue = sorted((k, str(v)) for k, v in pdf.root.items()
                                if k in ('/Lang', '/MarkInfo', '/PageLabels', '/PageMode', '/ViewerPreferences'))
        self.metadata = [pdf.data(pdf.root['/Metadata'])]
        self.attached = [pdf.data(pdf.get(pdf.get(f)['/EF'])['/F']) for f in pdf.get(pdf.root['/AF'])]
        self.drawing = [drawn for n, page in enumerate(pdf.pages, 1) for drawn in self._drawing(n, page)]

    def _element(self, e):
        kept = {k: self.pdf.text(v) for k, v in e.dictionary.items() if k in ('/Alt', '/Lang', '/ID', '/ActualText')}
        attributes = {name: str(e.attribute(self.pdf, name)) for name in ('/Scope', '/ListNumbering', '/WritingMode')}
        return (e.kind, e.parent.kind, len(e.children), len(e.objects), str(sorted(kept.items())),
                str(sorted(attributes.items())), str([(self.page_of.get(p), m) for p, m in e.content]),
                *(self.pdf.get(e.attribute(self.pdf, '/BBox')) or []))

    def _drawing(self, n, page):
        """Operators of paths, colours and places in the forms of a page (rules, grounds, figures)."""
        forms = self.pdf.get((self.pdf.get(page.get('/Resources')) or {}).get('/XObject')) or {}
        for name, reference in sorted(forms.items()):
            if self.pdf.get(reference).get('/Subtype') != '/Form':
                continue
            for operator, operands in operators(self.pdf.data(reference)):
                if operator in ('m', 'l', 'c', 're', 'f', 'f*', 'S', 'h', 'w', 'd', 'rg', 'RG', 'k', 'K', 'cm'):
                    yield (n, name, operator, *(float(o) for o in operands if re.fullmatch(rb'[-+.\d]+', o)))


def differ(a, b):
    """None: the same, numbers of points within .02; else the largest shift, or -1."""
    if len(a) != len(b):
        return -1
    shift = 0
    for one, other in zip(a, b):
        if isinstance(one, float) or isinstance(other, float):
            shift = max(shift, abs(one - other))
        elif one != other:
            return -1
    return shift if shift > NEAR else None


def floats(rows, start):
    """From a place on all members of the rows are numbers of points."""
    return [(*row[:start], *(float(v) for v in row[start:])) for row in rows]


def main():
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    first, second = (Export(file) for file in sys.argv[1:])
    same, moved = True, Counter()
    for name, start in (('sizes', 0), ('lines', None), ('words', 2), ('marks', None), ('structure', 7), ('links', 3),
                        ('places', 3), ('bookmarks', None), ('said', None), ('catalogue', None), ('metadata', None),
                        ('attached', None), ('drawing', 3)):
        a, b = getattr(first, name), getattr(second, name)
        if start is not None:
            a, b = floats(a, start), floats(b, start)
            moved.update(name for x, y in zip(a, b) if x != y)
        bad = [(x, y) for x, y in zip(a, b) if differ(x, y) is not None] if start is not None else \
            [(x, y) for x, y in zip(a, b) if x != y]
        good = len(a) == len(b) and not bad
        same = same and good
        less = f', {moved[name]} by less than {NEAR} pt' if good and moved[name] else ''
        print(f'{name}: {len(a)} the same{less}' if good else f'{name}: {len(a)} and {len(b)}, {len(bad)} differ')
        for x, y in bad[:SHOWN]:
            print(f'    {str(x)[:300]}\n    {str(y)[:300]}')
    return 0 if same else 1


sys.exit(main())
