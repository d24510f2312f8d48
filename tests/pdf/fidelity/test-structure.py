#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in an exported PDF besides its text: structure, marks, links, names, metadata.

Validators do not notice all of it (content outside of any mark that became part of an element, figures that lost theirs,
links of another page's height), so it is counted here, against what the document says (mq-blocks)."""
import hashlib
import os
import sys

import checks_file
import checks_places
import checks_structure
import outside
from documents import TOOL, Documents
from exported import Exported
from points import Points

CHECKS = [value for module in (checks_file, checks_structure, checks_places)
          for name, value in vars(module).items() if name.startswith('check_')]


def check_same_bytes(document, check):
    other = document.draft.with_name('folder with spaces')
    other.mkdir(exist_ok=True)
    again = other / 'again.pdf'
    outside.run(TOOL, 'export', *document.options, document.draft, again, limit=120, cwd='/',
                env={**os.environ, 'TZ': 'Asia/Tokyo', 'LC_ALL': 'C', 'LANG': 'ar_EG.UTF-8', 'HOME': '/nonexistent'})
    check('the same bytes from another folder, time zone and locale',
          hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(document.pdf.read_bytes()).digest())


def main():
    points, documents = Points(), Documents()
    for name in sys.argv[1:] or ('sample', 'sample-review', 'proposal', 'hard', 'shuffled'):
        with points.part(f'{name} is exported and read'):
            x = Exported(documents[name])

            def check(what, good, found='', todo=None, name=name):
                points.check(f'{name}: {what}', bool(good), found, todo)

            for part in CHECKS:
                with points.part(f'{name}: {part.__name__}'):
                    part(x, check)
            check_same_bytes(x.document, check)
    points.end()


if __name__ == '__main__':
    main()
