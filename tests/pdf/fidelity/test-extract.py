#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft comes back out of its PDF, and an altered PDF is noticed: muqtarah-tool extract PDF DRAFT.

Status 0: the draft, of a file that nobody has changed.  1: the draft, of a file that was changed since.  2: there is no
draft in it that can be had.  1 and 2 come with a sentence."""
import os
import random
import subprocess

import outside
from documents import TOOL, Documents
from points import Points

# The tool is slower under a sanitizer.
FLIPS = 10 if os.environ.get('MQ_SANITIZED') == '1' else 40


def extract(pdf, draft):
    """(status, what it said, bytes of the draft or None)"""
    draft.unlink(missing_ok=True)
    done = subprocess.run([TOOL, 'extract', pdf, draft], capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, (done.stderr + done.stdout).strip(), draft.read_bytes() if draft.exists() else None


def flipped(data, at, bit=0):
    changed = bytearray(data)
    changed[at] ^= 1 << bit
    return bytes(changed)


def round_trip(points, document, folder):
    canonical = folder / 'canonical'
    outside.run(TOOL, 'format', document.draft, '-o', canonical)
    status, said, draft = extract(document.pdf, folder / 'back')
    points.check(f'{document.name}: the draft comes back byte for byte', status == 0 and draft == canonical.read_bytes(),
                 f'{status} {said}')
    if status == 0:
        again = folder / 'again.pdf'
        outside.run(TOOL, 'export', folder / 'back', again, limit=60)
        points.check(f'{document.name}: the draft that came back gives the same PDF',
                     again.read_bytes() == document.pdf.read_bytes())
    return status == 0


def alterations(points, document, folder):
    data, changed = document.pdf.read_bytes(), folder / 'changed.pdf'
    chance = random.Random(10)
    places = [0, 7, len(data) // 2, len(data) - 2, *(chance.randrange(len(data)) for _ in range(FLIPS))]
    passed = []
    for at in places:
        changed.write_bytes(flipped(data, at, chance.randrange(8)))
        status, said, _ = extract(changed, folder / 'back')
        if status not in (1, 2) or not said:
            passed.append(f'byte {at}: {status} {said}')
    points.check(f'{document.name}: a flipped bit is noticed, {len(places)} places', not passed, '\n'.join(passed[:5]))

    for name, altered in (('cut short', data[:len(data) * 9 // 10]), ('one byte longer', data + b'\n'),
                          ('with a comment behind it', data + b'% seen\n%%EOF\n')):
        changed.write_bytes(altered)
        status, said, _ = extract(changed, folder / 'back')
        points.check(f'{document.name}: {name} is noticed', status in (1, 2) and said, f'{status} {said}')

    outside.program('qpdf')
    outside.run('qpdf', document.pdf, changed)
    status, said, draft = extract(changed, folder / 'back')
    points.check(f'{document.name}: saved by another program, it is noticed and the draft still comes',
                 status == 1 and said and draft, f'{status} {said}')


def foreign(points, folder):
    cases = {'an empty file': b'', 'no PDF': b'<html></html>', 'a bare header': b'%PDF-1.7\n%%EOF\n',
             'zeros': bytes(5000)}
    for name, data in cases.items():
        file = folder / 'foreign.pdf'
        file.write_bytes(data)
        status, said, draft = extract(file, folder / 'back')
        points.check(f'{name} is refused with a reason', status == 2 and said and draft is None, f'{status} {said}')
    outside.program('qpdf')
    file = folder / 'empty.pdf'
    outside.run('qpdf', '--empty', file)
    status, said, draft = extract(file, folder / 'back')
    points.check("another program's PDF is told so", status == 2 and said and draft is None, f'{status} {said}')


def main():
    points, documents = Points(), Documents()
    folder = documents.folder
    if 'extract PDF' not in outside.run(TOOL, '--help').decode('utf-8'):
        points.check('muqtarah-tool has the command extract', False)
        points.end()
    for name in ('sample', 'proposal', 'hard'):
        with points.part(f'{name}: round trip'):
            if round_trip(points, documents[name], folder) and name == 'sample':
                alterations(points, documents[name], folder)
    with points.part('foreign files'):
        foreign(points, folder)
    points.end()


main()
