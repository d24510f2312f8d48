#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Export against Typst: the same text, typeface and sizes, in turns: bench-typst.py [PAGES [ROUNDS]]

Ours: the tool, from a draft on disk to a PDF on disk, tagged, linked, with its draft attached.  Typst's: from its source
to a PDF, tagged, with contents and bookmarks but without references in the text; Node's start and memory not counted.
Prints every round, and fails when a median misses its target."""
import json
import os
import pathlib
import statistics
import sys
import tempfile
import time

import outside
from documents import BENCH, BLOCKS, TOOL

HERE = pathlib.Path(__file__).resolve().parent
FONTS = pathlib.Path(os.environ['MUQTARAH_DATADIR'], 'fonts')
TARGETS = {'wall': 1 / 3, 'cpu': 1 / 4, 'peak': 1 / 5}

HEAD = """#set page(paper: "a4", margin: (x: 62pt, top: 78pt, bottom: 70pt), header: align(right, text(9pt, "مقترح")),
  footer: context align(center, text(9pt, counter(page).display())))
#set text(font: ("Amiri", "Noto Sans"), size: 13.5pt, lang: "ar", dir: rtl)
#set par(justify: true, leading: 12pt, spacing: 16.5pt)
#show heading.where(level: 1): it => { pagebreak(weak: true); align(center, text(21pt, it.body)) }
#show heading.where(level: 2): set text(15pt)
#set table(stroke: .4pt, inset: 4pt)
#let labelled(width, label, body) = grid(columns: (width, 1fr), label, body)
"""


def quoted(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


def typst_source(blocks):
    """The blocks in Typst's language."""
    out, at = [HEAD], 0
    while at < len(blocks):
        block = blocks[at]
        look, cells = block['look'], block['cells']
        if block['table']:
            rows = []
            while at < len(blocks) and blocks[at]['table'] == block['table']:
                rows.append(blocks[at])
                at += 1
            size = {'row': 10.5, 'row-small': 9, 'row-tiny': 7.8}.get(look, 10.5)
            written = []
            for row in rows:
                line = ', '.join(quoted(c) for c in row['cells'])
                written.append(f'table.header({line})' if row['head'] else line)
            out.append(f'#text({size}pt, table(columns: (1fr,) * {len(cells)}, {", ".join(written)}))')
            continue
        at += 1
        if look == 'contents':
            out.append('#outline(depth: 2)')
        elif look.startswith('entry'):
            continue
        elif look == 'title':
            out.append(f'#align(center, text(27pt, weight: "bold", {quoted(cells[0])}))')
        elif look in ('part', 'article'):
            out.append(f'#heading(level: {1 if look == "part" else 2}, {quoted(cells[0])})')
        elif look == 'record-field':
            for i in range(0, len(cells) - 1, 2):
                out.append(f'#text(10.5pt, labelled(122pt, strong({quoted(cells[i + 1])}), {quoted(cells[i])}))')
        elif len(cells) == 2 and look != 'signature' and cells[1]:
            width = 118 if look == 'definition' else 30
            out.append(f'#labelled({width}pt, {quoted(cells[1])}, {quoted(cells[0])})')
        else:
            out.extend(f'#par({quoted(c)})' for c in cells if c)
    return '\n\n'.join(out) + '\n'


def ours(draft, pdf):
    start = time.monotonic()
    child = os.posix_spawn(TOOL, [TOOL, 'export', '--copy', 'clean', str(draft), str(pdf)], os.environ)
    _, status, used = os.wait4(child, 0)
    assert status == 0, 'the export failed'
    return {'wall': time.monotonic() - start, 'cpu': used.ru_utime + used.ru_stime, 'peak': used.ru_maxrss / 1024,
            'bytes': os.path.getsize(pdf)}


def main():
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    packages = outside.typst()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        draft, source = folder / 'long.muqtarah', folder / 'long.typ'
        outside.run(BENCH, 'draft', pages, draft, limit=120)
        said = json.loads(outside.run(BLOCKS, draft, limit=300))
        source.write_text(typst_source(said['blocks']), encoding='utf-8')

        results = []
        for n in range(1, rounds + 1):
            theirs = json.loads(outside.run('node', HERE.parent / 'readers/typst/typst.mjs', packages, FONTS, source,
                                            folder / 'typst.pdf', limit=300))
            mine = ours(draft, folder / 'ours.pdf')
            results.append((mine, theirs))
            print(f'round {n}: wall {mine["wall"]:.2f} of {theirs["wall"]:.2f} s, CPU {mine["cpu"]:.2f} of '
                  f'{theirs["cpu"]:.2f} s, peak {mine["peak"]:.0f} of {theirs["peak"]:.0f} MiB', flush=True)
        info = outside.run('pdfinfo', folder / 'typst.pdf').decode()
        their_pages = int(info.split('Pages:')[1].split()[0])
        print(f'{said["pages"]} pages ({mine["bytes"] / 1e6:.1f} MB), Typst {their_pages} '
              f'({theirs["bytes"] / 1e6:.1f} MB)')

    assert .7 < their_pages / said['pages'] < 1.4, 'the two documents are not of one size'
    missed = False
    for name, target in TARGETS.items():
        ratio = statistics.median(mine[name] / theirs[name] for mine, theirs in results)
        missed |= ratio > target
        print(f'{"met:   " if ratio <= target else "MISSED:"} {name}: {ratio:.3f} of Typst\'s, at most {target:.3f}')
    return 1 if missed else 0


try:
    sys.exit(main())
except outside.Missing as reason:
    print(reason)
    sys.exit(77)
