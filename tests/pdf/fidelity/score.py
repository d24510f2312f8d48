# SPDX-License-Identifier: GPL-3.0-or-later
"""How whole the text of a document comes out of its PDF.

Both sides, what was written and what a reader gives, are folded first: NFKC; directional controls, zero width characters,
soft hyphens and tatweel out; white space to single spaces.  Running heads and feet are taken out of the pages.  Then

  words    share of the words written (with their number of occurrences) that are among the words read
  vocabulary  share of the different words written that are somewhere in the text read
  pairs    the same as words, of pairs of adjacent words
  fours    share of the runs of four words of a text that stand in that order in the text read
  clauses  share of the texts (headings, paragraphs, items, values beside labels) that stand whole in the text read
  joined   the same without any white space on either side
  labels   share of labelled texts whose label and text stand there one after the other, without white space
  cells    share of table cells of four characters or more that stand there whole, without white space
  rows     share of table rows whose cells stand there one after the other, from the first on, without white space
  order    longest rising sequence among the places at which texts were found, by the number of them

The definitions are fixed: a PDF is mended to fit them, never they to fit a PDF."""
import bisect
import re
import unicodedata
from collections import Counter

UNSEEN = re.compile('[\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0640\u00ad]')
SPACE = re.compile(r'\s+')
CONTROLS = re.compile('[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]')      # nobody types them
# From where on a search goes on, before all of the text is searched: repeated texts are found in their order.
BACK = 2000


def fold(text):
    return SPACE.sub(' ', UNSEEN.sub('', unicodedata.normalize('NFKC', text))).strip()


def join(text):
    return text.replace(' ', '')


def letters(text):
    """Letters and digits alone, without marks, for the order of texts."""
    kept = (c for c in unicodedata.normalize('NFD', text)
            if unicodedata.category(c)[0] in 'LN' or c in '\u0653\u0654\u0655')
    return unicodedata.normalize('NFC', ''.join(kept))


class Source:
    """What a document says: texts, rows of tables, running heads and feet.  Made from what mq-blocks prints."""

    def __init__(self, blocks):
        self.n_pages = len(blocks['furniture'])
        self.texts = []             # (label or None, text, id)
        self.rows = []              # [cell, …]
        self.running = set()
        for block in blocks['blocks']:
            self._add(block)
        for page in blocks['furniture']:
            lines = {}
            for y, text in page:
                lines.setdefault(y, []).append(text)
            for parts in lines.values():
                self.running.update(fold(t) for t in parts)
                self.running.update(fold(' '.join(p)) for p in (parts, parts[::-1]))
        self.running = {join(line) for line in self.running if line}
        # A title that is the running head too cannot be told from it, nor a line of the title page from the foot.
        self.texts = [t for t in self.texts if not {join(fold(t[1])), join(fold((t[0] or '') + t[1]))} & self.running]

    def _add(self, block):
        look, cells = block['look'], block['cells']
        if look.startswith('entry-'):           # contents say headings again
            return
        if look in ('row', 'row-small', 'row-tiny', 'signature'):
            self.rows.append(cells)
        elif look == 'record-field' and len(cells) > 2:
            self.rows.append([cells[i] for pair in range(0, len(cells) - 1, 2) for i in (pair + 1, pair)])
        elif look == 'figure':                  # labels are read one by one, each for itself
            self.rows += [[cell] for cell in cells]
        elif cells:
            label = cells[1] if len(cells) > 1 else None
            if cells[0].strip():
                self.texts.append((label or None, cells[0], block['source']))

    def strings(self):
        """Every text that is read in one go: for words and their neighbours."""
        for _, text, _ in self.texts:
            yield text
        for row in self.rows:
            yield from (cell for cell in row if cell.strip())

    def only(self, prefix):
        """The part of the document whose ids begin so."""
        part = Source({'blocks': [], 'furniture': []})
        part.texts = [t for t in self.texts if (t[2] or '').startswith(prefix)]
        part.running, part.n_pages = self.running, self.n_pages
        return part

    def phrases(self, most=300):
        """Three words as a person would type them, from all over the document."""
        found = []
        for line in (line for text in self.strings() for line in text.split('\n')):
            words = CONTROLS.sub('', line).split()
            found += [' '.join(words[i:i + 3]) for i in range(len(words) - 2)]
        return found[::max(1, len(found) // most)][:most]


def body(pages, source):
    """The text of the pages without running heads and feet: lines known as such, and those that are, but for their
    digits, on two of five pages and that nobody wrote.  (A reader may give all pages as one.)"""
    def key(line):
        return re.sub(r'\d+', '#', join(fold(line)))

    pages = list(pages)
    while pages and not pages[-1].strip():
        pages.pop()
    seen = Counter()
    for page in pages:
        lines = [key(line) for line in page.split('\n')]
        seen.update(set(lines) if len(pages) > 1 else lines)
    written = '\n'.join(key(text) for text in source.strings())
    often = max(3, .4 * max(len(pages), source.n_pages))
    repeated = {line for line, n in seen.items()
                if n >= often and len(line) >= 6 and line not in written and line[::-1] not in written}
    return '\n'.join(line for page in pages for line in page.split('\n')
                     if line.strip() and key(line) not in repeated and join(fold(line)) not in source.running)


def _rising(places):
    ends = []
    for place in places:
        i = bisect.bisect_left(ends, place)
        ends[i:i + 1] = [place]
    return len(ends)


def _common(written, read):
    return sum(min(n, read[x]) for x, n in written.items())


class Scores:
    def __init__(self, source, pages, of=None):
        """The scores of `source`, found in the pages of the whole document `of` (or source itself)."""
        text = fold(body(pages, of or source))
        self.read = text
        joined, bare = join(text), letters(text)
        self.measures = {}          # name → (found, all)
        self.missing = []           # texts that do not stand whole in the text read
        self.lost_words = None      # words that are not among those read, with their number

        words = text.split(' ')
        strings = [fold(s).split(' ') for s in source.strings()]
        written, pairs, read = Counter(), Counter(), Counter(words)
        for string in strings:
            written.update(string)
            pairs.update(zip(string, string[1:]))
        self._set('words', _common(written, read), sum(written.values()))
        self.lost_words = written - read
        self._set('pairs', _common(pairs, Counter(zip(words, words[1:]))), sum(pairs.values()))
        self._set('vocabulary', sum(word in text for word in written), len(written))
        fours = {tuple(words[i:i + 4]) for i in range(len(words) - 3)}
        wanted = [tuple(s[i:i + 4]) for s in strings for i in range(len(s) - 3)]
        self._set('fours', sum(four in fours for four in wanted), len(wanted))

        whole = whole_joined = labelled = with_label = 0
        places, last = [], 0
        often = Counter(letters(fold(t)) for _, t, _ in source.texts)
        for label, raw, _ in source.texts:
            wanted = fold(raw)
            if wanted in text:
                whole += 1
            else:
                self.missing.append(wanted)
            whole_joined += join(wanted) in joined
            if label:
                labelled += 1
                with_label += join(fold(label)) + join(wanted) in joined
            key = letters(wanted)
            place = bare.find(key, max(0, last - BACK))
            place = bare.find(key) if place < 0 else place
            if place >= 0:
                last = place
                if often[key] == 1:
                    places.append(place)
        self._set('clauses', whole, len(source.texts))
        self._set('joined', whole_joined, len(source.texts))
        self._set('labels', with_label, labelled)

        cells = [c for c in (join(fold(c)) for row in source.rows for c in row) if len(c) >= 4]
        self._set('cells', sum(c in joined for c in cells), len(cells))
        rows = [''.join(join(fold(c)) for c in row) for row in source.rows]
        self._set('rows', sum(r in joined for r in rows), len(rows))
        self._set('order', _rising(places), len(places) if len(places) >= 5 else 0)

    def _set(self, name, found, out_of):
        self.measures[name] = (found, out_of)

    def share(self, name):
        """Percent, or None when there is nothing to find."""
        found, out_of = self.measures[name]
        return 100 * found / out_of if out_of else None

    def nearest(self, text):
        """Where the text read comes closest to a missing text: for messages."""
        size = 8
        for i in range(0, max(1, len(text) - size), 3):
            at = self.read.find(text[i:i + size])
            if at >= 0:
                return self.read[max(0, at - i - 5):max(0, at - i) + len(text) + 15]
        return ''
