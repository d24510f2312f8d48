#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a person uses it: test-window.py PROGRAM SAMPLE (in a desktop of its own: session.sh)"""
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import tap
from person import Atspi, Person, xdotool

PROGRAM, SAMPLE = sys.argv[1:3]
HERE = pathlib.Path(tempfile.mkdtemp())
NAME = 'شركة ضفاف النيل والرافدين للخدمات الرقمية'


def open_file(draft):
    """The program with a file.  A window that a failed case has left would take the file instead: it goes first."""
    Person.end_all()
    return Person(PROGRAM, str(draft))


def open_sample(name):
    draft = HERE / name
    draft.write_bytes(pathlib.Path(SAMPLE).read_bytes())
    return draft, open_file(draft)


def is_in(person, section):
    """Whether that section is shown: its name stands in the list and over the form."""
    return len([n for _, n in person.tree() if n.get_role_name() == 'label' and n.get_name() == section]) > 1


def go_to(person, section):
    person.click(person.find('label', section))
    person.wait(lambda: is_in(person, section), f'the section {section}')


def picture_of(person, node):
    """What stands on the screen where `node` is, as a number that changes with it."""
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    crop = f'{box.width}x{box.height}+{box.x}+{box.y}'
    shot = subprocess.run(['import', '-window', person.window, '-crop', crop, 'rgb:-'], capture_output=True, check=True)
    return hashlib.md5(shot.stdout).hexdigest()


def still_picture(person, node):
    """The same, once it has stood still: the page scrolls to its place and is painted."""
    seen = []

    def stands():
        seen.append(picture_of(person, node))
        return len(seen) > 8 and len(set(seen[-8:])) == 1 and seen[-1]
    return person.wait(stands, 'a preview that stands still')


def preview(person):
    return person.wait(lambda: next((n for _, n in person.tree() if n.get_role_name() in ('image', 'icon', 'graphic')
                                     and Atspi.Component.get_extents(n, Atspi.CoordType.WINDOW).height > 300), None),
                       'the preview')


def on_disk(draft, text):
    return text in draft.read_text(encoding='utf-8')


def type_preview_undo_save():
    """an Arabic name typed into the form: the preview follows, undo and redo, saved, on disk"""
    draft, person = open_sample('name.muqtarah')
    go_to(person, 'الشركة')
    field = person.find('text', 'اسم الشركة بالعربية')
    old = person.text(field)
    assert old and old != NAME
    person.click(field)                       # the page goes to where the name stands
    pages = preview(person)
    before = still_picture(person, pages)
    person.type_over(field, NAME)
    person.wait(lambda: picture_of(person, pages) != before, 'a preview that follows')
    after = still_picture(person, pages)
    assert not on_disk(draft, NAME)
    person.key('ctrl+z')
    person.wait(lambda: person.text(field) == old, 'the old name again')
    person.wait(lambda: picture_of(person, pages) != after, 'a preview that goes back')
    person.key('ctrl+shift+z')
    person.wait(lambda: person.text(field) == NAME, 'the new name again')
    person.key('ctrl+s')
    person.wait(lambda: on_disk(draft, f'<name-ar>{NAME}</name-ar>'), 'the name on disk')
    person.close()


def computed_facts_follow():
    """an amount typed in Arabic digits: its words stand under it; wrong text stays with its reason and is not saved"""
    draft, person = open_sample('amount.muqtarah')
    go_to(person, 'رأس المال والمساهمات')
    field = person.find('text', 'رأس المال الاسمي')
    person.type_over(field, '٧٥٠٠٠٠٠٠٠٠٠')
    person.find('label', lambda n: 'خمسة وسبعون مليار دينار' in n)
    person.key('ctrl+s')
    person.wait(lambda: on_disk(draft, '<authorised>75000000000</authorised>'), 'the amount on disk')
    person.key('Tab')                         # out of the field, and in again
    person.type_over(field, '٨٠ مليون')
    person.find('label', lambda n: 'ليست مبلغاً' in n)
    person.click(person.find('text', 'رأس المال المدفوع عند التأسيس'))
    person.type('1')
    person.key('ctrl+s')
    person.wait(lambda: on_disk(draft, '<paid>1'), 'the other amount on disk')
    assert on_disk(draft, '<authorised>75000000000</authorised>'), 'a part of the wrong text became the amount'
    person.close()


def rows_come_and_go():
    """a row added to a table, and taken back by undo"""
    draft, person = open_sample('rows.muqtarah')
    go_to(person, 'الحوكمة والإدارة')
    count = len(re.findall('<row', draft.read_text()))
    person.click(person.find('push button', lambda n: n.startswith('إضافة صف')))
    person.key('ctrl+s')
    person.wait(lambda: len(re.findall('<row', draft.read_text())) == count + 1, 'one row more on disk')
    person.key('ctrl+z')
    person.key('ctrl+s')
    person.wait(lambda: draft.read_bytes() == pathlib.Path(SAMPLE).read_bytes(), 'the draft as it was')
    person.close()


def page_leads_to_field():
    """a click on the title on the page leads to its field"""
    _, person = open_sample('page.muqtarah')
    pages = preview(person)
    still_picture(person, pages)
    go_to(person, 'الديباجة والسند')
    person.key('ctrl+l')                      # go to page
    person.type('1')
    person.key('Return')
    still_picture(person, pages)
    box = Atspi.Component.get_extents(pages, Atspi.CoordType.WINDOW)
    # the title stands in the middle of the upper half of the first page, whose height is √2 of its width
    for part in (.26, .28, .30, .32, .34, .36, .38, .40):
        at = box.x + box.width // 2, int(box.y + 12 + box.width * 1.414 * part)
        xdotool('mousemove', '--window', person.window, *at, 'click', 1)
        still_picture(person, pages)
        if is_in(person, 'الغلاف والبيانات التعريفية'):
            break
    person.wait(lambda: is_in(person, 'الغلاف والبيانات التعريفية'), 'the section of the title')
    person.type('!')                          # the field has the focus, its text is not selected
    person.wait(lambda: '!' in person.text(person.find('text', 'عنوان المقترح')), 'a letter typed into the title')
    person.close()


def question_before_loss():
    """closing with changes asks; cancelled, nothing is lost; saved, the program ends well"""
    draft, person = open_sample('close.muqtarah')
    field = person.find('text', 'عنوان المقترح')
    person.type_over(field, NAME)
    person.key('ctrl+w')
    person.find('label', lambda n: 'حفظ التغييرات' in n)
    person.key('Escape')
    person.wait(lambda: person.look('label', lambda n: 'حفظ التغييرات' in n) is None, 'the question gone')
    assert person.text(field) == NAME and not on_disk(draft, NAME)
    person.key('ctrl+w')
    person.find('label', lambda n: 'حفظ التغييرات' in n)
    # the button comes after the question, which is a window of its own in libadwaita 1.2 and inside the draft's in 1.5
    labels = [n for _, n in person.tree() if n.get_role_name() == 'label']
    asked = next(i for i, n in enumerate(labels) if 'حفظ التغييرات' in n.get_name())
    person.click(next(n for n in labels[asked:] if n.get_name() == 'حفظ'))
    assert person.process.wait(30) == 0
    assert on_disk(draft, NAME)


def changed_elsewhere():
    """a file saved elsewhere meanwhile is not written over unasked"""
    draft, person = open_sample('elsewhere.muqtarah')
    field = person.find('text', 'عنوان المقترح')
    person.type_over(field, NAME)
    theirs = draft.read_text(encoding='utf-8').replace('<place>بغداد', '<place>البصرة')
    other = HERE / 'theirs'
    other.write_text(theirs, encoding='utf-8')
    other.replace(draft)
    person.key('ctrl+s')
    person.find('label', lambda n: 'على القرص' in n)
    person.key('Escape')
    person.wait(lambda: person.look('label', lambda n: 'على القرص' in n) is None, 'the question gone')
    assert draft.read_text(encoding='utf-8') == theirs and person.text(field) == NAME
    person.click(person.find('push button', 'حفظ'))
    person.click(person.find('label', 'استبدال'))
    person.wait(lambda: on_disk(draft, NAME), 'the draft of this window on disk')
    person.close()


def same_file_twice():
    """the same file opened twice shows its window"""
    draft, person = open_sample('twice.muqtarah')
    again = subprocess.run([PROGRAM, str(draft)], timeout=60)
    assert again.returncode == 0
    assert person.root.get_child_count() == 1
    other = HERE / 'other.muqtarah'
    other.write_bytes(pathlib.Path(SAMPLE).read_bytes())
    subprocess.run([PROGRAM, str(other)], timeout=60, check=True)
    person.wait(lambda: person.root.get_child_count() == 2, 'a second window')
    person.close()


def broken_file_is_named():
    """a broken file: one message that names file and reason, and the file untouched"""
    draft = HERE / 'broken.muqtarah'
    content = pathlib.Path(SAMPLE).read_bytes()[:20000]
    draft.write_bytes(content)
    person = open_file(draft)
    person.find('label', lambda n: 'broken.muqtarah' in n and 'تعذر' in n)
    assert draft.read_bytes() == content
    person.close()


def find_in_draft():
    """what is searched for is counted and marked on the pages, forms of alif and vowel marks apart; F3 goes on"""
    draft, person = open_sample('find.muqtarah')
    person.key('ctrl+f')
    person.type('راسُ المال')
    first = person.find('label', lambda n: n.startswith('١ من ')).get_name()
    pages = preview(person)
    before = still_picture(person, pages)
    person.key('F3')
    person.find('label', first.replace('١', '٢', 1))
    person.key('F3')
    person.wait(lambda: picture_of(person, pages) != before, 'another place marked')
    person.key('ctrl+a')
    person.type('لا وجود لهذا')
    person.find('label', 'لا نتائج')
    person.key('Escape')
    assert 'لا وجود' not in draft.read_text()
    person.close()


tap.run([type_preview_undo_save, computed_facts_follow, rows_come_and_go, find_in_draft, page_leads_to_field,
         question_before_loss, changed_elsewhere, same_file_twice, broken_file_is_named])
