# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of PDFs as each reader gives it, and what its own search finds."""
import json
import os
import pathlib
import tempfile

import chromium
import outside

HERE = pathlib.Path(__file__).resolve().parent
# for poppler: Evince, Okular; Firefox; Chrome, Edge; many readers of phones and e-books; Chromium itself, by Select all
READERS = ('pdftotext', 'pdfjs', 'pdfium', 'mupdf', 'chromium')


def of_files(reader, files):
    """[pages of each file], each page a string."""
    if reader == 'pdftotext':
        outside.program('pdftotext', 'poppler-utils')
        return [outside.run('pdftotext', '-enc', 'UTF-8', f, '-', limit=60).decode('utf-8', 'replace').split('\f')
                for f in files]
    if reader == 'chromium':
        outside.program('chromium')
        return [[text] for text in chromium.copied(files)]
    packages = outside.readers()
    said = outside.run('node', HERE / 'text.mjs', reader, packages, *files, limit=120)
    return json.loads(said)['files']


def _answers(said, phrases):
    answers = said.decode().split()
    assert len(answers) == len(phrases), f'{len(answers)} answers to {len(phrases)} phrases'
    return [phrase for phrase, answer in zip(phrases, answers) if answer == '0']


def not_found(searcher, file, pages, phrases, chrome_find=None):
    """The phrases that the search of Firefox (pdfjs) or Chrome (pdfium, chromium: in that reader's pages) misses."""
    with tempfile.TemporaryDirectory() as folder:
        listed = pathlib.Path(folder, 'phrases')
        listed.write_text('\n'.join(phrases) + '\n', encoding='utf-8')
        if searcher == 'pdfjs':
            return _answers(outside.run('node', HERE / 'find.mjs', outside.readers(), file, listed, limit=120), phrases)
        text = pathlib.Path(folder, 'text')
        text.write_text('\n'.join(pages), encoding='utf-8')
        return _answers(outside.run(chrome_find or os.environ['MQ_CHROME_FIND'], text, listed, limit=60), phrases)
