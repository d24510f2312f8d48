# SPDX-License-Identifier: GPL-3.0-or-later
"""An exported document, each part read once when it is asked for, for the checks of what stands in it besides its text."""
import html
import re
from collections import Counter
from functools import cached_property

import outside
from pdfobjects import Marks, Pdf, structure
from score import CONTROLS


def plain(text):
    """Without marks of direction: nobody reads them."""
    return CONTROLS.sub('', text or '')


class Exported:
    def __init__(self, document, pdf=None):
        """@pdf: the file as it was read and changed, in place of the document's own."""
        self.document, self.blocks = document, document.blocks['blocks']
        self.pdf = pdf or Pdf(document.pdf)

    @cached_property
    def tree(self):
        return structure(self.pdf)

    @cached_property
    def elements(self):
        return [e for e in self.tree.walk() if e.parent] if self.tree else []

    @cached_property
    def kinds(self):
        return Counter(e.kind for e in self.elements)

    @cached_property
    def marks(self):
        return [Marks(self.pdf, page) for page in self.pdf.pages]

    @cached_property
    def links(self):
        """[(page, reference, annotation), …] in order."""
        return [(number, a, self.pdf.get(a)) for number, page in enumerate(self.pdf.pages)
                for a in self.pdf.get(page.get('/Annots')) or []]

    @cached_property
    def places(self):
        return self.pdf.destinations()

    def looks(self, *names):
        return [b for b in self.blocks if b['look'] in names]

    def of_kind(self, *kinds):
        return [e for e in self.elements if e.kind in kinds]

    def target(self, link):
        """(name, destination) that a link or a bookmark leads to; a place without a name has None for it."""
        target = self.pdf.get(link.get('/Dest', (self.pdf.get(link.get('/A')) or {}).get('/D')))
        if isinstance(target, list):
            return None, target
        name = str(self.pdf.text(target)).removeprefix('/')
        return name, self.places.get(name)

    def size(self, number):
        """Width and height of a page."""
        left, bottom, right, top = self.pdf.get(self.pdf.pages[number]['/MediaBox'])
        return right - left, top - bottom

    @cached_property
    def words(self):
        """Of each page [(left, bottom, right, top, word), …], as poppler sees them, in the PDF's own coordinates."""
        outside.program('pdftotext', 'poppler-utils')
        said = outside.run('pdftotext', '-bbox', '-enc', 'UTF-8', self.document.pdf, '-', limit=120).decode('utf-8')
        pages = []
        for part in said.split('<page ')[1:]:
            height = float(re.search(r'height="([\d.]+)"', part).group(1))
            pages.append([
                (float(a), height - float(d), float(c), height - float(b), html.unescape(word))
                for a, b, c, d, word in re.findall(
                    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', part)])
        return pages

    def words_in(self, number, left, bottom, right, top):
        """The words of a page whose middle lies in a rectangle, as one string."""
        return ' '.join(word for a, b, c, d, word in self.words[number]
                        if left <= (a + c) / 2 <= right and bottom <= (b + d) / 2 <= top)
