# SPDX-License-Identifier: GPL-3.0-or-later
"""TAP for tests that find out only on the way how many points they have.

    points = Points()
    points.check('one and one', 1 + 1 == 2, 'what was found, told when it fails')
    with points.part('text of pdf.js'):          # Missing: the part is skipped; any other fault: it fails
        ...
    points.end()"""
import contextlib
import sys
import traceback

from outside import Missing


class Points:
    def __init__(self):
        self.number = self.bad = 0

    def _say(self, good, name, directive=''):
        self.number += 1
        name = str(name).replace('#', '').replace('\n', ' ')
        print('ok' if good else 'not ok', self.number, name + (f' # {directive}' if directive else ''), flush=True)

    def note(self, text):
        for line in str(text).splitlines():
            print('#', line, flush=True)

    def check(self, name, good, found='', todo=None):
        """todo: why the point is known to be missed for now.  It is told, and does not make the test fail."""
        if not good:
            self.bad += not todo
            self.note(found)
        self._say(good, name, f'TODO {todo}' if todo and not good else '')
        return good

    def skip(self, name, reason):
        self._say(True, name, f'SKIP {reason}')

    @contextlib.contextmanager
    def part(self, name):
        try:
            yield
        except Missing as reason:
            self.skip(name, reason)
        except (Exception, SystemExit):
            self.bad += 1
            self.note(traceback.format_exc())
            self._say(False, name)

    def end(self):
        print(f'1..{self.number}')
        sys.exit(1 if self.bad else 0)
