# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF as qpdf reads it (its JSON), and what stands in its streams of content."""
import base64
import json
import re

import outside

REFERENCE = re.compile(r'^\d+ \d+ R$')


class Pdf:
    def __init__(self, file):
        outside.program('qpdf')
        said = json.loads(outside.run('qpdf', '--json', '--json-key=qpdf', '--json-stream-data=inline',
                                      '--decode-level=generalized', file, limit=120))
        self.header, objects = said['qpdf']
        self.objects = {name.removeprefix('obj:'): value for name, value in objects.items()}
        self.read()

    def read(self):
        """Anew, after objects were changed."""
        self.trailer = self.objects['trailer']['value']
        self.root = self.get(self.trailer['/Root'])
        self.pages, self.page_references = [], []
        self._pages(self.root['/Pages'], {})

    def _pages(self, reference, inherited):
        node = self.get(reference)
        inherited = {**inherited, **{k: node[k] for k in ('/MediaBox', '/Resources') if k in node}}
        if node.get('/Type') == '/Pages':
            for kid in node['/Kids']:
                self._pages(kid, inherited)
        else:
            self.pages.append({**inherited, **node})
            self.page_references.append(reference)

    def get(self, value):
        """What a reference leads to; of a stream, its dictionary."""
        while isinstance(value, str) and REFERENCE.match(value):
            found = self.objects.get('obj:' + value, self.objects.get(value))
            if found is None:
                return None
            value = found['value'] if 'value' in found else found['stream']['dict']
        return value

    def data(self, reference):
        """The decoded bytes of a stream."""
        return base64.b64decode(self.objects[reference]['stream']['data'])

    def set_data(self, reference, data):
        self.objects[reference]['stream']['data'] = base64.b64encode(data).decode()

    @staticmethod
    def text(value):
        """A string object, without the letter that says how qpdf writes it."""
        if not isinstance(value, str) or value[:2] not in ('u:', 'b:'):
            return value
        return value[2:] if value[0] == 'u' else bytes.fromhex(value[2:]).decode('latin-1')

    def content(self, page):
        """The content of a page, its streams one after another."""
        parts = page.get('/Contents', [])
        if isinstance(parts, str) and isinstance(self.get(parts), list):
            parts = self.get(parts)
        return b'\n'.join(self.data(p) for p in ([parts] if isinstance(parts, str) else parts))

    def names(self, tree):
        """{key: value} of a name tree."""
        node = self.get(tree) or {}
        pairs = self.get(node.get('/Names')) or []
        found = {self.text(self.get(pairs[i])): self.get(pairs[i + 1]) for i in range(0, len(pairs), 2)}
        for kid in self.get(node.get('/Kids')) or []:
            found.update(self.names(kid))
        return found

    def numbers(self, tree):
        """{number: value} of a number tree; values stay as they are."""
        node = self.get(tree) or {}
        pairs = self.get(node.get('/Nums')) or []
        found = {pairs[i]: pairs[i + 1] for i in range(0, len(pairs), 2)}
        for kid in self.get(node.get('/Kids')) or []:
            found.update(self.numbers(kid))
        return found

    def destinations(self):
        """{name: destination}, of both kinds."""
        old = self.get(self.root.get('/Dests')) or {}
        found = {name.removeprefix('/'): self.get(value) for name, value in old.items()}
        names = self.get(self.root.get('/Names')) or {}
        if '/Dests' in names:
            found.update(self.names(names['/Dests']))
        return {name: self.get(d['/D']) if isinstance(d, dict) else d for name, d in found.items()}

    def page_of(self, destination):
        """The number of the page that a destination (an array) is on; None: on none."""
        target = destination[0] if isinstance(destination, list) and destination else None
        return self.page_references.index(target) if target in self.page_references else None

    def outline(self):
        """[(title, level, dictionary), …] in order."""
        found = []

        def walk(reference, level):
            while reference:
                node = self.get(reference)
                found.append((self.text(node.get('/Title')), level, node))
                walk(node.get('/First'), level + 1)
                reference = node.get('/Next')
        walk((self.get(self.root.get('/Outlines')) or {}).get('/First'), 0)
        return found


# ---- content ----

TOKEN = re.compile(rb"""
    [\s\x00]+ | %[^\r\n]*                            # between tokens
  | (?P<string>\()                                   # read by hand: brackets nest
  | (?P<open><<|\[) | (?P<close>>>|\])
  | (?P<hex><[0-9A-Fa-f\s]*>)
  | (?P<name>/[^\s\x00()<>\[\]{}/%]*)
  | (?P<word>[^\s\x00()<>\[\]{}/%]+)
""", re.VERBOSE)


def _string_end(data, at):
    depth = 0
    while at < len(data):
        c = data[at:at + 1]
        if c == b'\\':
            at += 1
        elif c == b'(':
            depth += 1
        elif c == b')':
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    raise AssertionError('a string in the content does not end')


def operators(data):
    """(operator, operands) of a stream of content; operands are bytes, arrays and dictionaries flat."""
    at, operands, depth = 0, [], 0
    while at < len(data):
        found = TOKEN.match(data, at)
        assert found, f'not content: {data[at:at + 40]!r}'
        at = found.end()
        kind = found.lastgroup
        if kind == 'string':
            at = _string_end(data, found.start())
            operands.append(data[found.start():at])
        elif kind in ('open', 'close'):
            depth += 1 if kind == 'open' else -1
            operands.append(found.group())
        elif kind in ('hex', 'name'):
            operands.append(found.group())
        elif kind == 'word':
            word = found.group()
            if depth or re.match(rb'^[-+.0-9]', word) or word in (b'true', b'false', b'null'):
                operands.append(word)
            else:
                yield word.decode('latin-1'), operands
                operands = []


PAINTING = {'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Tj', 'TJ', "'", '"', 'Do', 'BI', 'EI'}


class Marks:
    """What of a page's content is marked, and as what."""

    def __init__(self, pdf, page):
        self.numbers = []           # MCIDs in order
        self.tags = {}              # MCID → name of the mark, without its slash
        self.painted = set()        # MCIDs that something is painted in
        self.with_text = set()      # those with text in them
        self.languages = {}         # MCID → /Lang of its property list
        self.spans = []             # /Lang of marks that have no MCID
        self.artifacts = 0
        self.unmarked = []          # operators that paint outside of any mark
        self.nested = []            # marks with MCID inside of another one or of an artifact
        self.glyphs_in_artifacts = 0
        self._read(pdf, pdf.content(page), pdf.get(page.get('/Resources')) or {}, [], 0)

    def _read(self, pdf, data, resources, open_marks, depth):
        assert depth < 8, 'forms in forms'
        opened = len(open_marks)
        for operator, operands in operators(data):
            if operator in ('BDC', 'BMC'):
                self._begin(operands, open_marks)
            elif operator == 'EMC':
                assert len(open_marks) > opened, 'EMC without a beginning'
                open_marks.pop()
            elif operator in PAINTING:
                self._paint(pdf, operator, operands, resources, open_marks, depth)
        assert len(open_marks) == opened, 'a mark does not end'

    def _begin(self, operands, open_marks):
        number = None
        if b'/MCID' in operands:
            number = int(operands[operands.index(b'/MCID') + 1])
            self.numbers.append(number)
            self.tags[number] = operands[0][1:].decode('latin-1')
            if any(mark is not None for mark in open_marks):
                self.nested.append(number)
            open_marks.append(number)
        elif operands and operands[0] == b'/Artifact':
            self.artifacts += 'artifact' not in open_marks      # those in another one are part of it
            open_marks.append('artifact')
        else:
            open_marks.append(None)
        if b'/Lang' in operands:
            language = operands[operands.index(b'/Lang') + 1]
            if number is not None:
                self.languages[number] = language
            else:
                self.spans.append(language)

    def _paint(self, pdf, operator, operands, resources, open_marks, depth):
        inner = next((mark for mark in reversed(open_marks) if mark is not None), None)
        if operator == 'Do':
            forms = pdf.get(resources.get('/XObject')) or {}
            reference = forms.get(operands[0].decode('latin-1'))
            form = pdf.get(reference) or {}
            if form.get('/Subtype') == '/Form':
                self._read(pdf, pdf.data(reference), pdf.get(form.get('/Resources')) or resources, open_marks, depth + 1)
                return
        if inner is None:
            self.unmarked.append(operator)
        elif inner == 'artifact':
            self.glyphs_in_artifacts += sum(len(o) // 4 for o in operands if o[:1] == b'<')     # codes of four digits
        else:
            self.painted.add(inner)
            if operator in ('Tj', 'TJ', "'", '"'):
                self.with_text.add(inner)


class Element:
    def __init__(self, reference, dictionary, parent):
        self.kind = dictionary.get('/S', '').removeprefix('/')
        self.reference, self.dictionary, self.parent = reference, dictionary, parent
        self.children = []
        self.content = []           # (reference of a page, MCID)
        self.objects = []           # annotations

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def attribute(self, pdf, name):
        attributes = pdf.get(self.dictionary.get('/A'))
        for one in attributes if isinstance(attributes, list) else [attributes]:
            one = pdf.get(one)
            if isinstance(one, dict) and name in one:
                return pdf.get(one[name])
        return None


def structure(pdf):
    """The root of the tree of structure, an Element of no kind."""
    def build(reference, parent, page):
        dictionary = pdf.get(reference)
        element = Element(reference, dictionary, parent)
        page = dictionary.get('/Pg', page)
        kids = dictionary.get('/K')
        if isinstance(kids, str) and isinstance(pdf.get(kids), list):
            kids = pdf.get(kids)
        for kid in kids if isinstance(kids, list) else [] if kids is None else [kids]:
            if isinstance(kid, int):
                element.content.append((page, kid))
                continue
            node = pdf.get(kid)
            if node.get('/Type') == '/MCR':
                element.content.append((node.get('/Pg', page), node['/MCID']))
            elif node.get('/Type') == '/OBJR':
                element.objects.append(node['/Obj'])
            else:
                element.children.append(build(kid, element, page))
        return element
    root = pdf.root.get('/StructTreeRoot')
    return build(root, None, None) if root else None
