# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents that the tests of the PDF are made with: a draft, what it says, its PDF."""
import functools
import json
import os
import pathlib
import shutil
import tempfile

import drafts
import outside
from score import Source

TOOL = os.environ['MQ_TOOL']
BLOCKS = os.environ['MQ_BLOCKS']
SAMPLE = os.environ['MQ_SAMPLE']
BENCH = os.environ.get('MQ_BENCH')
# proposals as they are written; their clauses at their hardest; text that is hard to read back
PROPOSALS = ('sample', 'proposal', 'declaration')
OFFICE = ('office', 'office-latin-digits')
HARD = ('hard', 'hard-latin-digits', 'shuffled')
# copies of the sample, beside the one that one gets who asks for none
COPIES = {'sample-clean': ('--copy', 'clean'), 'sample-review': ('--copy', 'review')}


class Document:
    def __init__(self, name, draft, wanted=None, options=()):
        self.name, self.draft, self.options = name, draft, options
        self.wanted = wanted                    # texts that it must say, known without our program
        self.pdf = draft.with_suffix('.pdf')
        outside.run(TOOL, 'export', *options, draft, self.pdf, limit=120)

    @functools.cached_property
    def blocks(self):
        """What the draft says, as mq-blocks tells it."""
        return json.loads(outside.run(BLOCKS, self.draft, limit=120))

    @functools.cached_property
    def source(self):
        return Source(self.blocks)


class Documents:
    """Made when first asked for, in a folder that goes with the object."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix='muqtarah-pdf-')
        self.folder = pathlib.Path(self._folder.name)
        self._made = {}

    def __getitem__(self, name):
        """A document by its name, or the file of a draft."""
        if name not in self._made:
            file = pathlib.Path(name)
            draft = self.folder / f'{file.stem}.muqtarah'
            wanted = None
            if file.exists():
                shutil.copy(file, draft)
            else:
                wanted = self._write(name, draft)
            self._made[name] = Document(file.stem, draft, wanted, COPIES.get(name, ()))
        return self._made[name]

    @staticmethod
    def _write(name, draft):
        wanted = None
        if name == 'sample' or name in COPIES:
            text = pathlib.Path(SAMPLE).read_text(encoding='utf-8')
        elif name == 'proposal':
            outside.run(TOOL, 'new', draft)
            return None
        elif name == 'declaration':
            page = outside.declaration().read_text(encoding='utf-8')
            text, wanted = drafts.declaration(page)
        else:
            text = {'hard': lambda: drafts.hard(1, 'arabic'), 'hard-latin-digits': lambda: drafts.hard(2, 'latin'),
                    'shuffled': lambda: drafts.shuffled(3),
                    'office': lambda: drafts.office(4, 'arabic'),
                    'office-latin-digits': lambda: drafts.office(5, 'latin')}[name]()
        draft.write_text(text, encoding='utf-8')
        return wanted
