#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft comes back out of its PDF, and an altered PDF is noticed: muqtarah-tool extract PDF DRAFT.

Status 0: the draft, of a file that nobody has changed.  1: the draft, of a file that was changed since.  2: there is no
draft in it that can be had.  1 and 2 come with a sentence."""
import os
import random
import re
import subprocess

import outside
from documents import TOOL, Documents
from points import Points

FLIPS = 40
SANITIZED = os.environ.get('MQ_SANITIZED') == '1'
# Most of the tool's time under a sanitizer goes into traces through libraries, by which leaks of fontconfig are told from
# ours; nothing here draws, so it does without.
QUICK = {**os.environ, 'ASAN_OPTIONS': 'malloc_context_size=8'}


def extract(pdf, draft):
    """(status, what it said, bytes of the draft or None)"""
    draft.unlink(missing_ok=True)
    done = subprocess.run([TOOL, 'extract', pdf, draft], capture_output=True, text=True, timeout=60, check=False,
                          env=QUICK)
    return done.returncode, (done.stderr + done.stdout).strip(), draft.read_bytes() if draft.exists() else None


def flipped(data, at, bit=0):
    changed = bytearray(data)
    changed[at] ^= 1 << bit
    return bytes(changed)


def round_trip(points, document, folder):
    canonical = folder / 'canonical'
    outside.run(TOOL, 'format', document.draft, '-o', canonical, env=QUICK)
    status, said, draft = extract(document.pdf, folder / 'back')
    points.check(f'{document.name}: the draft comes back byte for byte', status == 0 and draft == canonical.read_bytes(),
                 f'{status} {said}')
    if status == 0 and not SANITIZED:           # exported twice with the same steps
        again = folder / 'again.pdf'
        outside.run(TOOL, 'export', folder / 'back', again, limit=60)
        points.check(f'{document.name}: the draft that came back gives the same PDF',
                     again.read_bytes() == document.pdf.read_bytes())


def places_of(data, chance):
    """Bytes of the head, the table, the seal and the end, each of the draft's own stream, and any."""
    seal = data.rindex(b'%Muqtarah-SHA-256 ')
    stream = data.index(b'stream', data.index(b'/EmbeddedFile'))
    table = int(re.search(rb'startxref\s+(\d+)', data[seal:]).group(1))
    return [0, 7, 12, table, table + 9, seal, seal + 1, seal + 30, seal + 60, *range(len(data) - 8, len(data)),
            *(chance.randrange(stream + 10, stream + 10000) for _ in range(FLIPS // 4)),
            *(chance.randrange(len(data)) for _ in range(FLIPS))]


def alterations(points, document, folder):
    data, changed = document.pdf.read_bytes(), folder / 'changed.pdf'
    chance = random.Random(10)
    places, passed = places_of(data, chance), []
    for at in places:
        changed.write_bytes(flipped(data, at, chance.randrange(8)))
        status, said, _ = extract(changed, folder / 'back')
        if status not in (1, 2) or not said:
            passed.append(f'byte {at}: {status} {said}')
    points.check(f'{document.name}: a flipped bit is noticed, {len(places)} places', not passed, '\n'.join(passed[:5]))

    middle = len(data) // 2
    for name, altered in (('cut short', data[:len(data) * 9 // 10]), ('one byte longer', data + b'\n'),
                          ('one byte shorter', data[:-1]), ('a byte less within', data[:middle] + data[middle + 1:]),
                          ('with a line before it', b'\n' + data),
                          ('with a comment behind it', data + b'% seen\n%%EOF\n'), ('twice', data + data)):
        changed.write_bytes(altered)
        status, said, _ = extract(changed, folder / 'back')
        points.check(f'{document.name}: {name} is noticed', status in (1, 2) and said, f'{status} {said}')


# ---- saved by other programs ----

def annotated(pdf, to):
    """A reviewer's note, as Evince saves it."""
    try:
        import gi
        gi.require_version('Poppler', '0.18')
        from gi.repository import Poppler
    except (ImportError, ValueError):
        raise outside.Missing('poppler-glib is not there (package gir1.2-poppler-0.18)') from None
    document = Poppler.Document.new_from_file(pdf.as_uri(), None)
    where = Poppler.Rectangle.new()
    where.x1, where.y1, where.x2, where.y2 = 100, 100, 200, 130
    note = Poppler.AnnotText.new(document, where)
    note.set_contents('يراجع هذا البند')
    document.get_page(2).add_annot(note)
    assert document.save(to.as_uri())


def by_qpdf(*options):
    def save(pdf, to):
        outside.program('qpdf')
        outside.run('qpdf', *options, pdf, to)
    return save


def by_mutool(*options):
    def save(pdf, to):
        outside.program('mutool', 'mupdf-tools')
        outside.run('mutool', 'clean', *options, pdf, to)
    return save


SAVERS = {
    'qpdf': by_qpdf(),
    'qpdf, without packed objects': by_qpdf('--qdf', '--object-streams=disable'),
    'qpdf, for the web': by_qpdf('--linearize', '--object-streams=generate', '--recompress-flate'),
    'qpdf, with an empty password': by_qpdf('--encrypt', '', 'owner', '256', '--'),
    'mutool': by_mutool(),
    'mutool, tidied': by_mutool('-gggg', '-z'),
    'mutool, unpacked': by_mutool('-d', '-s'),
    'poppler, with a note': annotated,
}


def saved_again(points, document, folder):
    canonical = (folder / 'canonical').read_bytes()
    for name, save in SAVERS.items():
        with points.part(f'{document.name}: saved by {name}'):
            saved = folder / 'saved.pdf'
            saved.unlink(missing_ok=True)
            save(document.pdf, saved)
            status, said, draft = extract(saved, folder / 'back')
            points.check(f'{document.name}: saved by {name}, it is noticed, and that the draft is still the same',
                         status == 1 and said.endswith('the draft in it was not.') and draft == canonical,
                         f'{status} {said}')


def another_draft(points, document, folder):
    """The draft in the PDF put in place of by another one."""
    canonical = folder / 'other'
    canonical.write_bytes((folder / 'canonical').read_bytes().replace('رأس المال'.encode(), 'رأس  مال'.encode()))
    outside.program('qpdf')
    saved = folder / 'saved.pdf'
    key = outside.run('qpdf', '--list-attachments', document.pdf).decode().split(' -> ')[0].strip()
    outside.run('qpdf', document.pdf, f'--remove-attachment={key}', folder / 'without.pdf')
    status, said, draft = extract(folder / 'without.pdf', folder / 'back')
    points.check(f'{document.name}: without its draft it is told so', status == 2 and said and draft is None,
                 f'{status} {said}')
    outside.run('qpdf', folder / 'without.pdf', '--add-attachment', canonical, f'--key={key}', '--', saved)
    status, said, draft = extract(saved, folder / 'back')
    points.check(f'{document.name}: another draft in it is told as such', status == 1 and draft == canonical.read_bytes()
                 and said.endswith('is not the one that was exported.'), f'{status} {said}')


# ---- others' files ----

def refused(points, name, file, folder):
    status, said, draft = extract(file, folder / 'back')
    points.check(f'{name} is refused with a reason', status == 2 and said and draft is None, f'{status} {said}')


def foreign(points, document, folder):
    file = folder / 'foreign.pdf'
    for name, data in {'an empty file': b'', 'no PDF': b'<html></html>', 'a bare header': b'%PDF-1.7\n%%EOF\n',
                       'zeros': bytes(5000), 'a draft itself': document.draft.read_bytes()}.items():
        file.write_bytes(data)
        refused(points, name, file, folder)
    refused(points, 'a file that is not there', folder / 'nowhere.pdf', folder)
    with points.part('others’ PDF'):
        outside.program('qpdf')
        outside.run('qpdf', '--empty', file)
        refused(points, "another program's PDF", file, folder)
        for name, content in (('notes', b'no draft'), ('draft.xml', b'<proposal xmlns="urn:muqtarah:proposal"/>'),
                              ('broken.xml', b'<proposal xmlns="urn:muqtarah:proposal"><facts>')):
            (folder / name).write_bytes(content)
            outside.run('qpdf', '--empty', '--add-attachment', folder / name, '--', file)
            refused(points, f'a PDF with {name} in it', file, folder)
        outside.run('qpdf', '--encrypt', 'secret', 'owner', '256', '--', document.pdf, file)
        refused(points, 'a PDF behind a password', file, folder)
    with points.part('a print of the PDF'):
        outside.program('pdftocairo', 'poppler-utils')
        outside.run('pdftocairo', '-pdf', '-l', '3', document.pdf, file)
        refused(points, 'a print of the PDF to another one', file, folder)


def main():
    points, documents = Points(), Documents()
    folder = documents.folder
    for name in ('proposal', 'hard', 'sample'):
        with points.part(f'{name}: round trip'):
            round_trip(points, documents[name], folder)
    sample = documents['sample']
    for part in (alterations, saved_again, another_draft, foreign):
        with points.part(f'sample: {part.__name__}'):
            part(points, sample, folder)
    points.end()


main()
