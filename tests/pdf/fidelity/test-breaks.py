#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of test-structure.py are checked: each fault that is put into a file must be noticed, by the check for it."""
import copy
import re

import checks_file
import checks_places
import checks_structure
from documents import Documents
from exported import Exported
from pdfobjects import Pdf, structure
from points import Points


# ---- where to break ----

def element(pdf, kind, fits=lambda e: True):
    return next(e for e in structure(pdf).walk() if e.kind == kind and fits(e))


def value(pdf, reference):
    return pdf.objects['obj:' + reference if 'obj:' + reference in pdf.objects else reference]


def content(pdf, pattern, to):
    """Replaces the first match in the content of the first page that has one, after the title page and the contents."""
    for page in pdf.pages[4:]:
        parts = pdf.get(page['/Contents']) if isinstance(pdf.get(page['/Contents']), list) else [page['/Contents']]
        for part in parts:
            data, n = re.subn(pattern, to, pdf.data(part), count=1, flags=re.S)
            if n:
                pdf.set_data(part, data)
                return
    raise AssertionError('there is nothing to break')


def link(pdf, page=2, n=0):
    return pdf.get(pdf.get(pdf.pages[page]['/Annots'])[n])


def key(dictionary, name):
    del dictionary[name]


# ---- faults: what is done to the file, and the function of the check that must notice it ----

def text_outside(pdf):
    content(pdf, rb'/P << /MCID \d+ >> BDC(.*?)EMC', rb'\1')


def lost_artifact(pdf):
    content(pdf, rb'/Artifact BMC', rb'/Span BMC')


def furniture_lost(pdf):
    content(pdf, rb'/MqUnder Do', rb'')


def mark_used_twice(pdf):
    a = element(pdf, 'P', lambda e: isinstance(e.dictionary.get('/K'), int))
    b = element(pdf, 'P', lambda e: isinstance(e.dictionary.get('/K'), int) and e.reference != a.reference
                and e.dictionary.get('/Pg') == a.dictionary.get('/Pg'))
    b.dictionary['/K'] = a.dictionary['/K']


def mark_of_another_kind(pdf):
    content(pdf, rb'/H3 <<', rb'/P <<')


def emptied_mark(pdf):
    content(pdf, rb'(/P << /MCID \d+ >> BDC).*?EMC', rb'\1 EMC')


def parent_tree_shifted(pdf):
    tree = pdf.get(pdf.get(pdf.root['/StructTreeRoot'])['/ParentTree'])
    while '/Nums' not in tree:
        tree = pdf.get(pdf.get(tree['/Kids'])[0])
    row = next(pdf.get(v) for v in pdf.get(tree['/Nums'])[1::2] if isinstance(pdf.get(v), list) and len(pdf.get(v)) > 2)
    row[0], row[1] = row[1], row[0]


def wrong_parent(pdf):
    element(pdf, 'LI').dictionary['/P'] = element(pdf, 'Part').reference


def header_cells_plain(pdf):
    element(pdf, 'TH').dictionary['/S'] = '/TD'


def scope_lost(pdf):
    key(element(pdf, 'TH', lambda e: '/A' in e.dictionary).dictionary, '/A')


def row_lost(pdf):
    body = element(pdf, 'TBody', lambda e: len(e.children) > 1)
    body.dictionary['/K'] = pdf.get(body.dictionary['/K'])[1:]


def list_flattened(pdf):
    element(pdf, 'LI').dictionary['/S'] = '/P'


def heading_of_another_level(pdf):
    element(pdf, 'H3').dictionary['/S'] = '/H4'


def item_loses_its_list(pdf):
    element(pdf, 'L').dictionary['/S'] = '/Div'


def link_elsewhere(pdf):
    a = link(pdf)
    a['/Rect'] = [v + 300 * (i % 2) for i, v in enumerate(a['/Rect'])]


def link_beside_its_words(pdf):
    a = link(pdf)
    for name in ('/Rect', '/QuadPoints'):
        a[name] = [v - 22 * (i % 2) for i, v in enumerate(a[name])]


def links_swapped(pdf):
    a, b = link(pdf, n=0), link(pdf, n=3)
    a['/Dest'], b['/Dest'] = b['/Dest'], a['/Dest']


def place_on_another_page(pdf):
    places(pdf)['u:' + FAR][0] = pdf.page_references[0]


def place_too_high(pdf):
    places(pdf)['u:' + FAR][3] += 60


FAR = 'cap-1'


def places(pdf):
    """{name as it is written: destination}, the very arrays of the file."""
    found = {}

    def walk(node):
        pairs = pdf.get(node.get('/Names')) or []
        for i in range(0, len(pairs), 2):
            where = pdf.get(pairs[i + 1])
            found[pairs[i]] = where['/D'] if isinstance(where, dict) else where
        for kid in pdf.get(node.get('/Kids')) or []:
            walk(pdf.get(kid))
    walk(pdf.get(pdf.get(pdf.root['/Names'])['/Dests']))
    return found


def bookmark_renamed(pdf):
    pdf.outline()[3][2]['/Title'] = 'u:غير ذلك'


def bookmark_elsewhere(pdf):
    pdf.outline()[3][2]['/Dest'] = pdf.outline()[8][2]['/Dest']


def labels_shifted(pdf):
    numbers = pdf.get(pdf.root['/PageLabels'])['/Nums']
    numbers[1::2] = numbers[3::2] + numbers[1:2]


def title_differs(pdf):
    pdf.get(pdf.trailer['/Info'])['/Title'] += ' '


def draft_changed(pdf):
    stream = pdf.get(pdf.get(pdf.root['/AF'])[0])['/EF']
    pdf.set_data(pdf.get(stream)['/F'], pdf.data(pdf.get(stream)['/F']) + b' ')


def figure_loses(name):
    return lambda pdf: key(element(pdf, 'Figure').dictionary, name)


def figure_unpainted(pdf):
    figure = element(pdf, 'Figure')
    figure.dictionary['/K'] = []


FAULTS = {
    'text outside of a mark': (text_outside, 'check_painting'),
    'furniture that is no artifact': (lost_artifact, 'check_painting'),
    'furniture left out': (furniture_lost, 'check_painting'),
    'a mark that two elements have': (mark_used_twice, 'check_marks'),
    'a mark of another kind': (mark_of_another_kind, 'check_marks'),
    'a mark without anything in it': (emptied_mark, 'check_marks'),
    'a parent tree with two places swapped': (parent_tree_shifted, 'check_marks'),
    'an element with another parent': (wrong_parent, 'check_marks'),
    'a header cell that is none': (header_cells_plain, 'check_tables'),
    'a header cell without scope': (scope_lost, 'check_tables'),
    'a row less': (row_lost, 'check_kinds'),
    'an item that is a paragraph': (list_flattened, 'check_groups'),
    'a heading of another level': (heading_of_another_level, 'check_kinds'),
    'items without a list': (item_loses_its_list, 'check_groups'),
    'a link in the margin': (link_elsewhere, 'check_rectangles'),
    'a link over the next line': (link_beside_its_words, 'check_rectangles'),
    'two links swapped': (links_swapped, 'check_links'),
    'a name that leads to another page': (place_on_another_page, 'check_aim'),
    'a name that leads too high': (place_too_high, 'check_aim'),
    'a bookmark with another name': (bookmark_renamed, 'check_bookmarks'),
    'a bookmark to another place': (bookmark_elsewhere, 'check_bookmarks'),
    'labels of the next page': (labels_shifted, 'check_labels'),
    'another title in Info': (title_differs, 'check_metadata'),
    'another draft in it': (draft_changed, 'check_attachment'),
    'no language': (lambda pdf: key(pdf.root, '/Lang'), 'check_catalogue'),
    'no order of reading for viewers': (lambda pdf: key(pdf.root, '/ViewerPreferences'), 'check_catalogue'),
    'not said to be tagged': (lambda pdf: pdf.root['/MarkInfo'].update({'/Marked': False}), 'check_catalogue'),
    'no output intent': (lambda pdf: key(pdf.root, '/OutputIntents'), 'check_catalogue'),
    'a page without order of tabs': (lambda pdf: key(pdf.get(pdf.page_references[5]), '/Tabs'), 'check_links'),
    'a link that says nothing': (lambda pdf: key(link(pdf), '/Contents'), 'check_links'),
    'no page labels': (lambda pdf: key(pdf.root, '/PageLabels'), 'check_labels'),
    'a figure without a description': (figure_loses('/Alt'), 'check_figures'),
    'a figure without a box': (figure_loses('/A'), 'check_figures'),
    'a figure without a picture': (figure_unpainted, 'check_figures'),
}


def failures(part, x):
    """The checks of a part that say no; a part that stops at a fault has noticed it too."""
    found = []

    def check(what, good, found_there='', todo=None):
        if not good and not todo:
            found.append(f'{what} {found_there}'[:200])
        return good
    try:
        part(x, check)
    except (KeyError, IndexError, TypeError, AttributeError, AssertionError) as error:
        found.append(repr(error))
    return found


def main():
    points, documents = Points(), Documents()
    parts = {name: f for module in (checks_file, checks_structure, checks_places) for name, f in vars(module).items()}
    with points.part('the sample is exported and read'):
        document = documents['sample']
        whole = Pdf(document.pdf)
        sound = Exported(document, whole)
        for name in sorted({name for _, name in FAULTS.values()}):
            found = failures(parts[name], sound)
            points.check(f'{name} finds no fault in the file as it is', not found, '\n'.join(found))
        words = sound.words
        for what, (fault, name) in FAULTS.items():
            with points.part(what):
                pdf = copy.copy(whole)
                pdf.objects = copy.deepcopy(whole.objects)
                pdf.read()
                if name == 'check_figures' and not sound.of_kind('Figure'):
                    points.skip(what, 'the sample has no figure')
                    continue
                fault(pdf)
                pdf.read()
                broken = Exported(document, pdf)
                broken.words = words
                found = failures(parts[name], broken)
                points.note('\n'.join(found))
                points.check(f'{what} is noticed', found)
    points.end()


main()
