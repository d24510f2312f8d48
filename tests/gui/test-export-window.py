#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs in the window: exported, cancelled, refused, shown, opened again, printed.

test-export-window.py PROGRAM SAMPLE TOOL FAULT-LIBRARY (in a desktop of its own: session.sh)"""
import contextlib
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile

import tap
from gi.repository import Gio
from person import Atspi, Person, xdotool

PROGRAM, SAMPLE, TOOL, FAULT_LIBRARY = map(os.path.abspath, sys.argv[1:5])
HERE = pathlib.Path(tempfile.mkdtemp())
HOME = pathlib.Path(os.environ['HOME'])
COPIES = 16                   # of each article in the long draft: some 900 pages
FINGERPRINT = r'[0-9a-f]{4}(?: [0-9a-f]{4}){3}'


# ---- files ----

def folder(name):
    made = HERE / name
    made.mkdir()
    return made


def exported(name, *options):
    """A PDF of the sample as the tool writes it."""
    pdf = HERE / name
    subprocess.run([TOOL, 'export', SAMPLE, pdf, *options], check=True, timeout=120)
    return pdf


def is_whole(pdf):
    return pdf.exists() and pdf.read_bytes().rstrip().endswith(b'%%EOF')


def long_draft():
    """Every article once more, and again, with ids of its own."""
    def copied(article):
        return article[0] + ''.join(re.sub(r'(xml:id="[^"]*)"', rf'\1-copy{n}"', article[0])
                                    for n in range(COPIES - 1))
    head, body = pathlib.Path(SAMPLE).read_text(encoding='utf-8').rsplit('<body>', 1)
    draft = HERE / 'long.muqtarah'
    body = re.sub('<article .*?</article>', copied, body, flags=re.S)
    draft.write_text(head + '<body>' + body, encoding='utf-8')
    return draft


def grey_pages(pdf):
    """Its pages as small grey pictures."""
    into = pathlib.Path(tempfile.mkdtemp(dir=HERE))
    subprocess.run(['pdftoppm', '-r', '40', '-gray', pdf, into / 'p'], check=True, timeout=120)
    return [page.read_bytes() for page in sorted(into.iterdir())]


def text_of(pdf):
    return subprocess.run(['pdftotext', '-q', pdf, '-'], check=True, capture_output=True, text=True).stdout


# ---- a person ----

@contextlib.contextmanager
def opened(file, **environment):
    """The program with a file.  A window that a failed case has left would take the file instead: it goes."""
    Person.end_all()
    before = dict(os.environ)
    os.environ.update(environment)
    try:
        person = Person(PROGRAM, str(file))
    finally:
        os.environ.clear()
        os.environ.update(before)
    yield person
    person.close()


def sample(where):
    draft = where / 'draft.muqtarah'
    shutil.copy(SAMPLE, draft)
    return draft


def newest_first(node):
    """The tree from its end: a message comes last in it, and may go before the whole tree has been walked."""
    for i in reversed(range(node.get_child_count())):
        child = node.get_child_at_index(i)
        if child:
            yield from newest_first(child)
    yield node


def newest(person, words):
    """The label that came last of those with all of the words, once there is one."""
    def look():
        return next((n for n in newest_first(person.root) if n.get_role_name() == 'label'
                     and all(w in n.get_name() for w in words)
                     and person.is_in_state(n, Atspi.StateType.VISIBLE)), None)
    return person.wait(look, ' … '.join(words))


def says(person, *words):
    return newest(person, words).get_name()


def chooser_name(person):
    """The name that is proposed for a file, once the question is there."""
    def proposed():
        for _, node in person.tree():
            if node.get_role_name() == 'text' and re.search(r'\.(pdf|muqtarah)$', person.text(node)):
                return person.text(node)
        return None
    name = person.wait(proposed, 'a proposed name')
    person.wait(lambda: xdotool('getactivewindow')[0] != person.window, 'a dialog in front')
    return name


def answer(person, path, replace=False):
    """Names the file.  GTK 4.8 warns when a dialog is looked at that is going: nobody looks until it has gone."""
    dialog = xdotool('getactivewindow')[0]
    person.key('ctrl+a')
    person.type(str(path))
    person.key('Return')
    if replace:
        person.click(person.find('label', 'استبدِل'))
    person.wait(lambda: dialog not in person.windows(), 'the dialog gone')


def export(person, path, copy='النسخة النهائية النظيفة', replace=False):
    """Asks for a copy and names the file; what was proposed for it."""
    person.key('ctrl+e')
    person.click(person.find('label', copy))
    person.click(person.find('label', 'اختيار الملف…'))
    name = chooser_name(person)
    answer(person, path, replace)
    return name


# ---- exports ----

def both_copies():
    """the clean copy and the one for review, each as the tool writes it; the window tells their fingerprint"""
    where = folder('copies')
    clean, review = where / 'clean.pdf', where / 'review.pdf'
    with opened(sample(where)) as person:
        name = export(person, clean)
        assert name.endswith(' v1.2.pdf') and 'مراجعة' not in name, name
        says(person, 'صُدّر الملف', 'clean.pdf')
        # where the last one went, the next one goes; the ending is added
        name = export(person, where / 'review', 'نسخة للمراجعة')
        assert name.endswith(' v1.2 - مراجعة.pdf'), name
        says(person, 'صُدّر الملف', 'review.pdf')
        person.key('alt+Return')
        told = person.find('label', lambda n: re.fullmatch(f'\u2066?{FINGERPRINT}\u2069?', n)).get_name()
        person.key('Escape')
    assert clean.read_bytes() == exported('clean.pdf', '--copy', 'clean').read_bytes()
    assert review.read_bytes() == exported('review.pdf', '--copy', 'review').read_bytes()
    found = set(re.findall(FINGERPRINT, text_of(clean)))
    assert found == {told.strip('\u2066\u2069')}, (found, told)


def readers():
    """the PDF is shown by the desktop's reader; where there is none, that is said, and where the file is"""
    where = folder('readers')
    script, applications = where / 'reader.sh', HOME / '.local/share/applications'
    script.write_text(f'#!/bin/sh\ncd "{where}"\nprintf %s "$1" >shown.part\nmv shown.part shown\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    applications.mkdir(parents=True, exist_ok=True)
    (applications / 'reader.desktop').write_text(
        f'[Desktop Entry]\nType=Application\nName=Reader\nExec={script} %f\nMimeType=application/pdf;\n')
    associations = HOME / '.config/mimeapps.list'
    associations.parent.mkdir(exist_ok=True)
    associations.write_text('[Default Applications]\napplication/pdf=reader.desktop\n')
    with opened(sample(where)) as person:
        export(person, where / 'out.pdf')
        person.click(newest(person, ['فتح']))
        person.wait((where / 'shown').exists, 'the reader')
        assert (where / 'shown').read_text() == str(where / 'out.pdf')

    (applications / 'reader.desktop').unlink()
    others = ''.join(app.get_id() + ';' for app in Gio.AppInfo.get_all_for_type('application/pdf'))
    associations.write_text(f'[Removed Associations]\napplication/pdf={others}reader.desktop;\n')
    with opened(sample(where)) as person:
        export(person, where / 'other.pdf')
        person.click(newest(person, ['فتح']))
        says(person, 'تعذر عرض الملف', 'other.pdf')
        says(person, 'برنامج يعرض ملفات PDF', str(where / 'other.pdf'))
        person.key('Escape')
    associations.unlink()


def cancelled():
    """a long export says which page it is at, and stops: no file is left, and the old one is as it was"""
    where = folder('cancelled')
    draft, pdf = long_draft(), where / 'long.pdf'
    pdf.write_bytes(b'old')
    with opened(draft) as person:
        person.patience *= 6                    # the file is large
        export(person, pdf, replace=True)
        said = says(person, 'يُصدَّر الملف', 'الصفحة')
        assert re.fullmatch('يُصدَّر الملف: الصفحة [٠-٩]+ من [٠-٩]{3,4}', said), said
        person.click(newest(person, ['إلغاء']))
        says(person, 'أُلغي التصدير')
        assert os.listdir(where) == ['long.pdf'] and pdf.read_bytes() == b'old'
        # writing goes on while it exports, and closing waits for the file
        export(person, where / 'whole.pdf')
        says(person, 'يُصدَّر الملف')
        person.type_over(person.find('text', 'عنوان المقترح'), 'عنوان آخر')
        person.key('ctrl+z')
        person.key('ctrl+w')
        person.wait(lambda: is_whole(where / 'whole.pdf') or person.process.poll() is not None, 'the file')
        person.key('ctrl+s')
    assert 'عنوان آخر' not in text_of(where / 'whole.pdf')
    assert sorted(os.listdir(where)) == ['long.pdf', 'whole.pdf']


def refused():
    """a full disk, a folder that may not be written in: file and reason are named, nothing is left behind"""
    where = folder('refused')
    for fault, reason in (('write:ENOSPC:1', 'القرص ممتلئ'), ('open:EACCES:1', 'لا صلاحية للكتابة')):
        pdf = where / f'{fault[:4]}.pdf'
        with opened(sample(where), LD_PRELOAD=FAULT_LIBRARY, FAULT=f'{fault}:{pdf.name}',
                    ASAN_OPTIONS='verify_asan_link_order=0:' + os.environ.get('ASAN_OPTIONS', '')) as person:
            export(person, pdf)
            says(person, 'تعذر تصدير الملف', pdf.name)
            says(person, reason)
            assert os.listdir(where) == ['draft.muqtarah'], os.listdir(where)
            person.key('Escape')
            export(person, pdf)                 # the fault has passed: the window can do it again
            says(person, 'صُدّر الملف', pdf.name)
        assert is_whole(pdf)
        pdf.unlink()


def unprintable():
    """a character that no typeface has: it is named, and its field is shown"""
    where = folder('unprintable')
    draft = sample(where)
    draft.write_text(draft.read_text(encoding='utf-8').replace('<title>', '<title>漢 ', 1), encoding='utf-8')
    with opened(draft) as person:
        person.click(person.find('label', 'الشركة'))
        export(person, where / 'not.pdf')
        says(person, 'تعذر تصدير الملف', 'not.pdf')
        says(person, '漢', 'U+6F22')
        person.click(person.find('label', 'عرض الحقل'))
        field = person.find('text', 'عنوان المقترح')
        person.type('!')                        # the field has the focus
        person.wait(lambda: '!' in person.text(field), 'a letter typed into the title')
        person.key('ctrl+z')
    assert os.listdir(where) == ['draft.muqtarah']


# ---- the way back ----

def opened_again():
    """an exported PDF is opened as an unsaved draft; saved, it is a draft of its own, and the PDF as it was"""
    where = folder('back')
    pdf = exported('back.pdf')
    content = pdf.read_bytes()
    with opened(pdf) as person:
        says(person, 'back.pdf', 'لم يتغير الملف منذ تصديره')
        says(person, 'المسودة المستخرجة من', 'back.pdf')
        person.key('ctrl+s')
        name = chooser_name(person)
        assert name.endswith(' v1.2.muqtarah'), name
        answer(person, where / 'mine.muqtarah')
        says(person, 'حُفظت المسودة')
        person.find('label', 'mine.muqtarah')
    assert pdf.read_bytes() == content
    assert (where / 'mine.muqtarah').read_bytes() == pathlib.Path(SAMPLE).read_bytes()


def altered():
    """comments in the PDF are told from a change of the draft in it"""
    pdf = exported('plain.pdf')
    commented = HERE / 'commented.pdf'
    commented.write_bytes(pdf.read_bytes() + b'% seen\n%%EOF\n')
    with opened(commented) as person:
        says(person, 'commented.pdf', 'وهي كما صُدِّرت')

    open_pdf, forged = HERE / 'open.pdf', HERE / 'forged.pdf'
    subprocess.run(['qpdf', '--qdf', '--stream-data=uncompress', pdf, open_pdf], check=True, timeout=60)
    data, one, other = open_pdf.read_bytes(), '<place>بغداد'.encode(), '<place>بفداد'.encode()
    assert one in data
    forged.write_bytes(data.replace(one, other))
    with opened(forged) as person:
        says(person, 'forged.pdf', 'ليست المسودة التي صُدِّر منها')


def foreign():
    """a PDF of another program, and one that is cut: a message with file and reason, and the file as it was"""
    pdf = exported('cut.pdf')
    pdf.write_bytes(pdf.read_bytes()[:50000])
    other = HERE / 'other.pdf'
    other.write_bytes(b'%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n'
                      b'<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n')
    for file in (pdf, other):
        content = file.read_bytes()
        with opened(file) as person:
            says(person, 'تعذر فتح الملف', file.name, 'لا مسودة فيه')
            person.key('Escape')
        assert file.read_bytes() == content


# ---- paper ----

def printed():
    """printing to a file: as many pages as the clean PDF has, each with the same ink; some pages only"""
    where = folder('printed')
    here = os.getcwd()
    os.chdir(where)                             # where the printer that writes files puts them
    try:
        with opened(sample(where)) as person:
            for pages in (None, '2-3'):
                person.key('ctrl+p')
                person.click(person.find('label', 'اطبع إلى ملف'))
                if pages:
                    person.click(person.find('label', 'صفحات:'))
                    person.type(pages)
                person.click(person.find('label', 'نوع النسخة'))
                person.click(person.find('label', 'النسخة النهائية النظيفة'))
                person.click(person.find('label', 'اطبع'))
                says(person, 'طُبعت المسودة')
                made = [file for file in where.iterdir() if file.suffix == '.pdf']
                assert len(made) == 1, made
                made[0].rename(where / f'{pages}.print')
    finally:
        os.chdir(here)
    ours, all_printed = grey_pages(exported('paper.pdf', '--copy', 'clean')), grey_pages(where / 'None.print')
    assert len(ours) == len(all_printed) > 60, (len(ours), len(all_printed))
    for number, (page, paper) in enumerate(zip(ours, all_printed), 1):
        ink, same = sum(p < 200 for p in page), sum(abs(p - q) <= 48 for p, q in zip(page, paper))
        other = len(page) - same
        assert len(page) == len(paper) and other <= ink / 50, f'page {number}: {other} of {ink}'
    assert grey_pages(where / '2-3.print') == all_printed[1:3]


tap.run([both_copies, readers, cancelled, refused, unprintable, opened_again, altered, foreign, printed])
