#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exported documents conform to PDF/UA-1 and PDF/A-3a: test-conformance.py [PAGES…]

PAGES: of long drafts (mq-bench makes them), in place of the usual documents, among which is one of 300 pages.

veraPDF is the judge.  A file broken on purpose must fail, so that a judge who says yes to everything is found out."""
import re
import sys

import outside
import verapdf
from documents import BENCH, COPIES, HARD, OFFICE, PROPOSALS, Document, Documents
from points import Points

LONG = 340                      # what mq-bench is asked for; a page takes more by now than it reckons with
FLAVOURS = {'ua1': 'PDF/UA-1', '3a': 'PDF/A-3a'}


def broken(document):
    """The document without its language and with a file identifier that says nothing of PDF/UA."""
    outside.program('qpdf')
    plain, fixed = document.pdf.with_suffix('.plain'), document.pdf.with_suffix('.broken.pdf')
    outside.run('qpdf', '--qdf', '--object-streams=disable', '--no-original-object-ids', document.pdf, plain,
                status=(0, 3))
    data = re.sub(rb'/Lang \(ar\)|/Lang <[0-9a-f]+>|/Lang \([^)]*\)', b'', plain.read_bytes())
    plain.write_bytes(data.replace(b'pdfuaid:part', b'pdfuaid:pxrt').replace(b'pdfaid:part', b'pdfaid:pxrt'))
    fixed.write_bytes(outside.run('fix-qdf', plain))
    return fixed


def long_draft(documents, pages):
    draft = documents.folder / f'{pages}.muqtarah'
    outside.run(BENCH, 'draft', pages, draft, limit=120)
    return Document('a long draft', draft)


def main():
    points, documents = Points(), Documents()
    made = []
    if sys.argv[1:]:
        made = [long_draft(documents, pages) for pages in sys.argv[1:]]
    else:
        for name in (*PROPOSALS, *OFFICE, *COPIES, *HARD):
            with points.part(f'{name} is exported'):
                made.append(documents[name])
        with points.part('a long draft is exported'):
            made.append(long_draft(documents, LONG))
            points.check('it has 300 pages', made[-1].blocks['pages'] >= 300, made[-1].blocks['pages'])
    for flavour, label in FLAVOURS.items():
        with points.part(f'{label} by veraPDF'):
            bad = broken(documents['shuffled'])
            verdicts = verapdf.failures(flavour, [d.pdf for d in made] + [bad], limit=400)
            for document in made:
                pages = document.blocks['pages']
                verdict = verdicts[str(document.pdf)]
                points.check(f'{document.name} ({pages} pages): {label}', verdict is None, verdict)
            points.check(f'{label}: a broken file is noticed', verdicts[str(bad)] not in (None, 'no verdict'))
    points.end()


main()
