#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A maker of forms in the window of Glade: test-glade-window.py SOURCE-ROOT GLADE, in a desktop (session.sh)."""
import gettext
import os
import pathlib
import shutil
import sys
import tempfile

import person

ARABIC = gettext.translation('muqtarah', os.environ['MUQTARAH_LOCALEDIR'], ['ar'])
ROOT, GLADE = pathlib.Path(sys.argv[1]), sys.argv[2]
HERE = tempfile.TemporaryDirectory()
COPY = pathlib.Path(shutil.copy(ROOT / 'ui/forms/capital.glade', HERE.name))


def on_canvas(name):
    """The widget on Glade's canvas that shows `name`; it may be scrolled away."""
    return maker.wait(lambda: next((node for _, node in maker.tree() if node.get_name() == name
                                    and node.get_role_name() in ('filler', 'drawing area')), None), name)


def entry_with(text):
    return maker.wait(lambda: next((node for _, node in maker.tree() if node.get_role_name() == 'text'
                                    and maker.text(node) == text), None), f'an entry that holds {text!r}')


def click_on_canvas(node):
    # Glade draws the canvas off screen: only its places on the screen are true ones.
    box = person.Atspi.Component.get_extents(node, person.Atspi.CoordType.SCREEN)
    person.xdotool('mousemove', box.x + box.width // 2, box.y + box.height // 2, 'click', 1)


maker = person.Person(GLADE, str(COPY))
person.xdotool('windowsize', '--sync', maker.window, 1270, 780)

# The form is shown in Arabic: its own title, a group's, a table's and a field's.
for label in ('رأس المال والمساهمات', ARABIC.gettext('Shares of the sides'), 'جدول المساهمين',
              'رأس المال المرخص به'):
    on_canvas(label)
maker.picture('glade-capital.png')

# A click on a field shows its path; another path shows another label, and is saved.
click_on_canvas(on_canvas('رأس المال المرخص به'))
maker.type_over(entry_with('capital/authorised'), 'company/term')
maker.key('Return')
on_canvas('مدة الشركة')
maker.key('ctrl+s')
maker.wait(lambda: '<property name="path">company/term</property>' in COPY.read_text()
           and 'capital/authorised' not in COPY.read_text(), 'the saved form')

maker.process.kill()
maker.process.wait()
print('1..1')
print('ok 1 a form is shown in Arabic, changed and saved in the window of Glade')
