#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of a draft: which of them have a watermark and numbers of lines, that these are no text, and that the text is
the same in all of them."""
import itertools
import re

import outside
from documents import TOOL, Documents
from pdfobjects import Marks, Pdf, operators
from points import Points

# the ink of the watermark (src/page/mq-copy.c); that of numbers in the margins is darker
WATERMARK = b'0.93 0.937 0.948 rg'
EVERY = ('clean', 'marked', 'review')
# status, classification, copies, those of them that have a watermark
CASES = [
    ('draft', 'public', ('clean', 'marked'), {'marked'}),
    ('signed', 'restricted', ('clean', 'marked'), set()),
    ('signed', 'secret', ('clean', 'marked'), {'clean', 'marked'}),
    ('review', 'official', EVERY, {'marked', 'review'}),
]


class Copy:
    """An exported copy, and the shapes that its pages are drawn with."""

    def __init__(self, draft, name):
        self.name, self.file = name, draft.with_suffix(f'.{name}.pdf')
        outside.run(TOOL, 'export', '--copy', name, draft, self.file, limit=60)
        self.pdf = Pdf(self.file)
        self.shapes = {}                # reference → content
        self.drawn = [self._drawn(page) for page in self.pdf.pages]

    def _drawn(self, page):
        """The shapes that a page draws, as often as it does."""
        under = self.pdf.get(self.pdf.get(page['/Resources'])['/XObject'])['/MqUnder']
        forms = self.pdf.get(self.pdf.get(self.pdf.get(under)['/Resources']).get('/XObject')) or {}
        drawn = []
        for operator, operands in operators(self.pdf.data(under)):
            if operator == 'Do':
                drawn.append(forms[operands[0].decode()])
                self.shapes[drawn[-1]] = self.pdf.data(drawn[-1])
        return drawn

    def count(self, page, watermark):
        return sum((WATERMARK in self.shapes[shape]) == watermark for shape in self.drawn[page])

    def text(self):
        outside.program('pdftotext', 'poppler-utils')
        return outside.run('pdftotext', '-enc', 'UTF-8', self.file, '-', limit=60)


def set_to(draft, status, classification):
    outside.run(TOOL, 'set', draft, 'cover/classification', classification)
    outside.run(TOOL, 'set', draft, 'cover/status', status)


def check_watermark(points, copy, wanted, case):
    marked = [copy.count(page, True) > 0 for page in range(len(copy.pdf.pages))]
    points.check(f'{case}, {copy.name}: {"each page has" if wanted else "no page has"} a watermark',
                 all(marked) if wanted else not any(marked), f'{sum(marked)} of {len(marked)} pages')


def check_shapes(points, copy):
    texts = [s for s, content in copy.shapes.items() if any(o in ('Tj', 'TJ', 'BT') for o, _ in operators(content))]
    points.check(f'{copy.name}: letters in watermark and margins are no text', copy.shapes and not texts, str(texts))
    unmarked = [n for n, page in enumerate(copy.pdf.pages, 1) if Marks(copy.pdf, page).unmarked]
    points.check(f'{copy.name}: they are artifacts', not unmarked, f'pages {unmarked}')
    alone = [s for s, content in copy.shapes.items() if not content.startswith(b'/Artifact BMC')]
    points.check(f'{copy.name}: each says so itself', not alone, str(alone))
    uses = sum(len(page) for page in copy.drawn)
    points.check(f'{copy.name}: each stands in the file once', uses > 4 * len(copy.shapes), f'{len(copy.shapes)} for {uses}')
    states = [v['value'] for v in copy.pdf.objects.values() if isinstance(v.get('value'), dict)]
    glassy = [s for s in states if re.search(r"'/(ca|CA)': (0|\.)|'/SMask': '\d", str(s))]
    points.check(f'{copy.name}: nothing is transparent', not glassy, str(glassy[:3]))
    # qpdf tells of names that stand twice among the resources of a page
    outside.program('qpdf')
    outside.run('qpdf', '--check', copy.file, status=(0,))
    points.check(f'{copy.name}: qpdf finds no fault', True)


def main():
    points, documents = Points(), Documents()
    with points.part('copies'):
        draft = documents['proposal'].draft
        for status, classification, names, wanted in CASES:
            set_to(draft, status, classification)
            copies = {name: Copy(draft, name) for name in names}
            for copy in copies.values():
                check_watermark(points, copy, copy.name in wanted, f'{status}, {classification}')
            same = copies['clean'].file.read_bytes() == copies['marked'].file.read_bytes()
            points.check(f'{status}, {classification}: a copy without a state to show is the clean one',
                         same == (status == 'signed'))
    with points.part('shapes'):
        for copy in copies.values():
            check_shapes(points, copy)
        numbers = [(n + 1, copies['marked'].count(n, False), copies['review'].count(n, False))
                   for n in range(len(copies['clean'].pdf.pages))]
        points.check('only the review copy has numbers of lines', any(a < b for _, a, b in numbers)
                     and all(a <= b for _, a, b in numbers) and
                     all(copies['clean'].count(n - 1, False) == a for n, a, _ in numbers), str(numbers[:8]))
        bare = [n for n, a, b in numbers if n > 4 and a == 0]
        points.check('every copy has numbers of clauses', len(bare) < len(numbers) / 4, f'none on {bare}')
    with points.part('the same draft, the same bytes'):
        for name, copy in copies.items():
            before = copy.file.read_bytes()
            points.check(f'{name}: exported again', Copy(draft, name).file.read_bytes() == before)
    with points.part('text'):
        texts = {name: copy.text() for name, copy in copies.items()}
        for a, b in itertools.combinations(EVERY, 2):
            points.check(f'{a} and {b}: pdftotext takes out the same', texts[a] == texts[b] and len(texts[a]) > 50000)
    points.end()


main()
