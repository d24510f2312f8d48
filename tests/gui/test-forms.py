#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms against the fact list, and their way to GTK 4: test-forms.py SOURCE-ROOT XSLTPROC"""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import tap

ROOT, XSLTPROC = pathlib.Path(sys.argv[1]), sys.argv[2]
FORMS = sorted((ROOT / 'ui/forms').glob('*.glade'))
FACTS = '{urn:muqtarah:facts}'
GROUPS = {group.get('name'): group
          for group in ElementTree.parse(ROOT / 'data/standard/facts.xml').getroot().findall(FACTS + 'group')}


def objects(form):
    """The objects of a form: class, and properties by name."""
    for thing in ElementTree.parse(form).getroot().iter('object'):
        yield thing.get('class'), {p.get('name'): p.text or '' for p in thing.findall('property')}


def fact_of(path):
    group, name = path.split('/')
    return next((fact for fact in GROUPS[group].findall(FACTS + 'fact') if fact.get('name') == name), None)


def convert(form_text):
    """The stylesheet's output, or its complaint."""
    done = subprocess.run([XSLTPROC, '--nonet', ROOT / 'ui/glade/glade-to-gtk4.xsl', '-'], input=form_text,
                          capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else done.stderr


def a_form(inside):
    return f'<interface><object class="MqFormPage" id="form"><child>{inside}</child></object></interface>'


def one_form_a_group():
    """every group of facts has its form, in the build and in the program"""
    names = set(GROUPS)
    assert {form.stem for form in FORMS} == names
    built = (ROOT / 'ui/forms/meson.build').read_text()
    assert set(re.findall(r"'([a-z]+)'", built.split('form_groups = [')[1].split(']')[0])) == names
    shipped = (ROOT / 'ui/forms.gresource.xml').read_text()
    assert set(re.findall(r'<file>(.*?)\.ui</file>', shipped)) == names
    for form in FORMS:
        page = [properties for kind, properties in objects(form) if kind == 'MqFormPage']
        assert page == [{'group': form.stem}], form


def every_fact_reached():
    """every fact is reached by exactly one field of its group's form, a table by a table editor"""
    for form in FORMS:
        wanted = [(f'{form.stem}/{fact.get("name")}', 'MqTableEditor' if fact.get('type') == 'table' else 'MqFieldRow')
                  for fact in GROUPS[form.stem].findall(FACTS + 'fact')]
        found = [(properties.get('path'), kind) for kind, properties in objects(form)
                 if kind in ('MqFieldRow', 'MqTableEditor')]
        assert sorted(found) == sorted(wanted), (form.name, set(found) ^ set(wanted))


def bars_have_columns():
    """a share bar names a table, a column of percentages and a column that names the shares"""
    seen = 0
    for form in FORMS:
        for kind, properties in objects(form):
            if kind == 'MqShareBar':
                table = fact_of(properties['path'])
                columns = {c.get('name'): c.get('type') for c in table.findall(FACTS + 'column')}
                assert columns[properties['column']] == 'percent', properties
                assert columns[properties['label-column']] in ('row-of', 'text'), properties
                seen += 1
    assert seen


def words_are_translatable():
    """titles and descriptions are English, marked for translation, and the translators' list names every form"""
    listed = (ROOT / 'po/POTFILES.in').read_text().splitlines()
    for form in FORMS:
        for thing in ElementTree.parse(form).getroot().iter('property'):
            if thing.get('name') in ('title', 'description'):
                assert thing.get('translatable') == 'yes', (form.name, thing.text)
                assert not re.search('[\u0600-\u06ff]', thing.text), (form.name, thing.text)
        texts = [t for t in ElementTree.parse(form).getroot().iter('property') if t.get('translatable') == 'yes']
        assert not texts or f'ui/forms/{form.name}' in listed, form.name


def layouts_are_known():
    """a table is laid out as cells, as cards, or as its columns have room"""
    for form in FORMS:
        for kind, properties in objects(form):
            assert properties.get('layout', 'cells') in ('cells', 'cards'), (form.name, properties)


def stylesheet_keeps():
    """the stylesheet keeps properties, translations and style, and takes the order from the packing"""
    row = '<object class="MqFieldRow"><property name="visible">True</property>' \
          '<property name="can-focus">True</property><property name="path">cover/{}</property>{}</object>'
    packed = '</child><child>'.join(
        row.format(name, '<style><class name="x"/></style>')
        + f'<packing><property name="expand">False</property><property name="position">{place}</property></packing>'
        for name, place in (('date', 10), ('title', 9)))
    out = convert(a_form('<object class="AdwPreferencesGroup"><property name="title" translatable="yes" '
                         f'context="c" comments="d">T &amp; U</property><child><placeholder/></child>'
                         f'<child>{packed}</child></object>'))
    root = ElementTree.fromstring(out)
    assert [p.text for p in root.iter('property')] == ['T & U', 'cover/title', 'cover/date'], out
    title = next(root.iter('property'))
    assert title.attrib == {'name': 'title', 'translatable': 'yes', 'context': 'c', 'comments': 'd'}
    assert len(list(root.iter('style'))) == 2
    assert root.find('requires').get('version') == '4.8'


def stylesheet_refuses():
    """the stylesheet drops nothing in silence: what it does not know ends the build and is named"""
    for inside, word in [
            ('<object class="GtkButton"/>', 'GtkButton'),
            ('<object class="MqFieldRow"><property name="pth">x/y</property></object>', 'pth'),
            ('<object class="MqFieldRow"><property name="margin-top">6</property></object>', 'margin-top'),
            ('<object class="MqFieldRow"><property name="visible">False</property></object>', 'visible'),
            ('<object class="AdwPreferencesGroup"><property name="spacing">6</property></object>', 'spacing'),
            ('<object class="MqFieldRow"><signal name="destroy" handler="f"/></object>', 'destroy'),
            ('<object class="AdwPreferencesGroup"><child internal-child="x"><object class="MqFieldRow"/></child>'
             '</object>', 'child')]:
        out = convert(a_form(inside))
        assert 'cannot stand in' in out or 'is no type' in out, (inside, out)
        assert word in out, (inside, out)


tap.run([one_form_a_group, every_fact_reached, bars_have_columns, words_are_translatable, layouts_are_known,
         stylesheet_keeps, stylesheet_refuses])
