#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms in Glade, without a person: test-glade.py SOURCE-ROOT XSLTPROC GLADE-OPEN, in a desktop (session.sh)."""
import functools
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import tap

ROOT, XSLTPROC, GLADE_OPEN = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
FORMS = sorted((ROOT / 'ui/forms').glob('*.glade'))
HERE = tempfile.TemporaryDirectory()
COPIES = [pathlib.Path(shutil.copy(form, HERE.name)) for form in FORMS]
XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang'
FACTS = '{urn:muqtarah:facts}'


def open_and_save():
    """What Glade shows of each widget, as glade-open tells it, and what it complains of; the copies are saved."""
    try:
        done = subprocess.run([GLADE_OPEN, *(copy.name for copy in COPIES)], capture_output=True, text=True,
                              cwd=HERE.name, timeout=60)
    except subprocess.TimeoutExpired:
        raise AssertionError('Glade asks a question: a type of a form is unknown to it') from None
    assert done.returncode == 0, done.stderr
    return [line.split('\t') for line in done.stdout.splitlines()], done.stderr


@functools.cache
def opened():
    return open_and_save()


def shown():
    return opened()[0]


def canonical(form):
    """What of a form reaches the program."""
    ui = subprocess.run([XSLTPROC, '--nonet', ROOT / 'ui/glade/glade-to-gtk4.xsl', form], capture_output=True,
                        check=True).stdout
    return ElementTree.canonicalize(ui, strip_text=True)


def labels():
    """The Arabic label of every group and fact, by path."""
    for group in ElementTree.parse(ROOT / 'data/standard/facts.xml').getroot().findall(FACTS + 'group'):
        for path, thing in [(group.get('name'), group)] + [(f'{group.get("name")}/{fact.get("name")}', fact)
                                                           for fact in group.findall(FACTS + 'fact')]:
            yield path, next(label.text for label in thing.findall(FACTS + 'label') if label.get(XML_LANG) == 'ar')


def opens_whole():
    """Glade opens every form with all its widgets, and complains of none of our types"""
    for form in FORMS:
        written = [thing.get('class') for thing in ElementTree.parse(form).getroot().iter('object')]
        in_glade = [row[1] for row in shown() if row[0] == form.name]
        assert sorted(written) == sorted(in_glade), form.name
    for line in opened()[1].splitlines():
        if 'GVFS-' in line:             # of the desktop's remote places, not of the forms
            continue
        assert not re.search(r'Mq|Adw|muqtarah|mqglade|CRITICAL|WARNING', line), line


def saves_without_loss():
    """Glade saves every form without loss, and a second save changes nothing"""
    shown()
    for form, copy in zip(FORMS, COPIES):
        assert canonical(form) == canonical(copy), form.name
    before = [copy.read_bytes() for copy in COPIES]
    open_and_save()
    assert [copy.read_bytes() for copy in COPIES] == before


def shows_arabic_labels():
    """Glade shows every form and field by its Arabic label"""
    label = dict(labels())
    fields = [row for row in shown() if row[1] in ('MqFormPage', 'MqFieldRow', 'MqTableEditor')]
    assert len(fields) == len(label)
    for form, kind, parent, path, title, note in fields:
        assert title == label[path], (form, path, title)


def shows_arabic_titles():
    """Glade shows the titles and descriptions of groups, and the share bars, in Arabic"""
    written = {text.text for form in FORMS for text in ElementTree.parse(form).getroot().iter('property')
               if text.get('translatable') == 'yes'}
    texts = {text for row in shown() if row[1] in ('AdwPreferencesGroup', 'MqShareBar') for text in row[4:6] if text}
    assert len(texts) >= len(written)
    for text in texts:
        assert re.search('[\u0621-\u064a]', text) and not re.search('[A-Za-z]', text), text


tap.run([opens_whole, saves_without_loss, shows_arabic_labels, shows_arabic_titles])
