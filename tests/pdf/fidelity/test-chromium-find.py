#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reviewer looks for words with the find bar of a real Chromium: session.sh test-chromium-find.py

Phrases are typed into the box that Ctrl+F opens, and its answer, "Result 1 of 12", is read over the accessibility bus.
The documents are short: of long ones Chromium at times answers before it has read them."""
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

import outside
from chromium import FLAGS
from documents import Documents
from points import Points
from score import CONTROLS

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi
except (ImportError, ValueError):
    print('python3-gi or gir1.2-atspi-2.0 is not installed')
    sys.exit(77)

SAMPLE_PAGES = 20
WORDS = ['الشركة', 'رأس المال']             # in the sample; every one of them must be found
QUIET = 1.5                                 # seconds that a count stays as it is before it is believed


class NotSeen(AssertionError):
    pass


def xdotool(*arguments):
    return subprocess.run(['xdotool', *arguments], capture_output=True, text=True, check=False, timeout=30).stdout.split()


def wait(ready, what, patience=20):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        answer = ready()
        if answer:
            return answer
        time.sleep(.05)
    raise NotSeen(f'time-out: {what}')


class Finder:
    def __init__(self, pdf):
        for state in ('IsEnabled', 'ScreenReaderEnabled'):      # else Chromium stays off the accessibility bus
            subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus',
                            '--method', 'org.freedesktop.DBus.Properties.Set', 'org.a11y.Status', state, '<true>'],
                           stdout=subprocess.DEVNULL, check=True, timeout=20)
        self.profile = tempfile.mkdtemp()
        self.process = subprocess.Popen(
            ['chromium', *FLAGS, '--force-renderer-accessibility', '--user-data-dir=' + self.profile,
             '--window-size=1000,780', '--window-position=0,0', str(pdf)],
            env={**os.environ, 'ACCESSIBILITY_ENABLED': '1'}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            window = wait(lambda: xdotool('search', '--onlyvisible', '--class', 'chromium'), 'the window', 40)[-1]
            xdotool('windowfocus', '--sync', window)
            wait(self._root, 'Chromium on the accessibility bus', 40)
            time.sleep(1)                   # the viewer takes keys only once it is up
        except BaseException:
            self.close()
            raise

    @staticmethod
    def _root():
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(i)
            if program and program.get_name().lower().startswith('chrom'):
                return program
        return None

    def _nodes(self):
        """Of the window's own parts, not of the page."""
        def walk(node):
            try:
                yield node
                for i in range(min(node.get_child_count(), 200)):
                    child = node.get_child_at_index(i)
                    if child and child.get_role_name() not in ('document web', 'document frame', 'embedded',
                                                               'internal frame'):
                        yield from walk(child)
            except Exception:               # the node went away while it was looked at
                return
        root = self._root()
        return walk(root) if root else ()

    def _box(self):
        """What stands in the find box; None: it is closed."""
        for node in self._nodes():
            try:
                if node.get_role_name() == 'entry' and node.get_name() == 'Find':
                    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
            except Exception:
                return None
        return None

    def _answer(self):
        for node in self._nodes():
            try:
                if node.get_role_name() == 'status bar' and re.match(r'Result \d|No results', node.get_name()):
                    return node.get_name()
            except Exception:
                return None
        return None

    def _count_once(self, phrase):
        xdotool('key', 'Escape')
        wait(lambda: self._box() is None, 'the find box closed')
        xdotool('key', 'ctrl+f')
        wait(lambda: self._box() is not None, 'the find box')
        time.sleep(.2)
        xdotool('key', 'ctrl+a', 'BackSpace')
        time.sleep(.1)
        xdotool('type', '--delay', '25', phrase)
        wait(lambda: self._box() == phrase, f'{phrase!r} typed')
        answer, since = wait(self._answer, 'an answer'), time.monotonic()
        while time.monotonic() - since < QUIET:     # the bar counts while it searches
            now = self._answer()
            if now != answer:
                answer, since = now, time.monotonic()
            time.sleep(.1)
        found = re.search(r' of (\d+)', answer or '')
        return int(found.group(1)) if found else 0

    def count(self, phrase):
        """Nothing is believed only when it was said three times."""
        for _ in range(3):
            try:
                number = self._count_once(phrase)
            except NotSeen:
                continue
            if number:
                return number
        return 0

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


def phrases_of(strings, chance, n, fits=lambda phrase: True):
    """Three words each, of texts chosen by chance."""
    found = []
    for text in chance.sample(strings, len(strings)):
        words = CONTROLS.sub('', text.split('\n')[0]).split()
        starts = [i for i in range(len(words) - 2) if fits(' '.join(words[i:i + 3]))]
        if starts:
            i = chance.choice(starts)
            found.append(' '.join(words[i:i + 3]))
        if len(found) == n:
            break
    return found


def look_for(points, name, pdf, wanted, misses=0):
    """wanted: {phrase: least number of places}; so many may miss it."""
    finder = Finder(pdf)
    try:
        found = {phrase: finder.count(phrase) for phrase in wanted}
    finally:
        finder.close()
    for phrase, number in found.items():
        points.note(f'{name}: “{phrase}” in {number} places of at least {wanted[phrase]}')
    lost = [phrase for phrase, number in found.items() if number < wanted[phrase]]
    points.check(f'{name}: {len(wanted) - len(lost)} of {len(wanted)} phrases are found, {misses} may not be',
                 len(lost) <= misses, ' | '.join(lost))


def main():
    outside.program('chromium')
    outside.program('qpdf')
    outside.program('xdotool')
    points, documents, chance = Points(), Documents(), random.Random(6)
    with points.part('the sample'):
        sample = documents['sample']
        cut = documents.folder / 'cut.pdf'
        outside.run('qpdf', sample.pdf, '--pages', sample.pdf, f'1-{SAMPLE_PAGES}', '--', cut)
        near = [b for b in sample.blocks['blocks']
                if 3 <= b['page'] < SAMPLE_PAGES - 1 and not b['look'].startswith('entry')]
        clauses = [b['cells'][0] for b in near if b['look'] in ('para', 'item', 'definition')]
        wanted = {word: sum(c.count(word) for b in near for c in b['cells']) for word in WORDS}
        wanted.update((p, 1) for p in phrases_of(clauses, chance, 3))
        wanted.update((p, 1) for p in phrases_of(clauses, chance, 2, lambda p: re.search(r'[0-9٠-٩]', p)))
        look_for(points, 'sample', cut, wanted)
    with points.part('hard text'):
        hard = documents['hard']
        wanted = []
        for theme in ('numbers', 'percent', 'dates', 'brackets', 'latin', 'tashkeel'):
            texts = [t for _, t, source in hard.source.texts if (source or '').startswith(theme)]
            wanted += phrases_of(texts, chance, 1, lambda p: re.search(r'[0-9٠-٩(«A-Za-z\u064b-\u0652]', p))
        look_for(points, 'hard', hard.pdf, dict.fromkeys(wanted, 1), misses=1)
    points.end()


try:
    main()
except outside.Missing as reason:
    print(reason)
    sys.exit(77)
