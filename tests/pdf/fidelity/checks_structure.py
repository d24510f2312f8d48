# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the tree of structure and of the marks in the pages, counted against the blocks of the document."""
import re
from collections import Counter

from exported import plain

STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI
    Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure
    Formula Form""".split())
# Elements of each look, where a block of it stands on one page.
ELEMENTS = {
    'title': ['H1'], 'contents': ['H2'], 'part': ['Part', 'H2'], 'article': ['H3'], 'record-title': ['H4'],
    'para': ['P'], 'subtitle': ['P'], 'cover': ['P'], 'note': ['Note', 'P'],
    'item': ['LI', 'LBody', 'P'], 'subitem': ['LI', 'LBody', 'P'], 'definition': ['LI', 'LBody', 'P'],
    'cover-fact': ['LI', 'LBody', 'P'], 'entry-part': ['TOCI', 'Reference'], 'entry-article': ['TOCI', 'Reference'],
}
ROWS = ('row', 'row-small', 'row-tiny')


# ---- marks ----

def check_painting(x, check):
    unmarked = [f'page {n}: {" ".join(m.unmarked[:8])}' for n, m in enumerate(x.marks, 1) if m.unmarked]
    check('nothing is painted outside of a mark', not unmarked, '\n'.join(unmarked[:8]))
    nested = [f'page {n}: {m.nested[:8]}' for n, m in enumerate(x.marks, 1) if m.nested]
    check('marks do not lie in one another', not nested, '\n'.join(nested[:8]))
    many = [(n, m.artifacts) for n, m in enumerate(x.marks, 1) if m.artifacts > 1]
    check('what is not text of the document is one artifact a page', not many, str(many[:10]))
    lacking = []
    for n, (m, furniture) in enumerate(zip(x.marks, x.document.blocks['furniture']), 1):
        letters = sum(len(re.sub(r'\s', '', plain(text))) for _, text in furniture)
        if m.glyphs_in_artifacts < letters:
            lacking.append((n, m.glyphs_in_artifacts, letters))
    check('heads and feet are in it, on every page that has them', not lacking, f'page, glyphs, letters: {lacking[:8]}')
    empty = [n for n, m in enumerate(x.marks, 1) if not m.with_text]
    check('every page has text in an element', not empty, f'none on pages {empty[:20]}')


def check_marks(x, check):
    holders = {}                # (page, MCID) → elements
    for element in x.elements:
        for place in element.content:
            holders.setdefault(place, []).append(element)
    written = Counter((page, number) for page, marks in zip(x.pdf.page_references, x.marks) for number in marks.numbers)
    twice = [k for k, held in holders.items() if len(held) > 1] + [k for k, n in written.items() if n > 1]
    check('a mark belongs to one element', not twice, str(twice[:10]))
    check(f'the {sum(written.values())} marks of the pages are those of the structure',
          bool(written) and set(written) == set(holders),
          f'only in pages {list(set(written) - set(holders))[:6]}, '
          f'only in structure {list(set(holders) - set(written))[:6]}')
    other = [(n, number, tag, holder.kind) for n, (page, marks) in enumerate(zip(x.pdf.page_references, x.marks), 1)
             for number, tag in marks.tags.items() for holder in holders.get((page, number), []) if tag != holder.kind]
    check('a mark is named as its element', not other, str(other[:8]))
    bare = Counter(tag for marks in x.marks for number, tag in marks.tags.items()
                   if number not in marks.painted and tag != 'Link')       # its words stand in a Span beside it
    empty = sum(not cell for b in x.looks(*ROWS) for cell in b['cells'])
    check(f'only marks of empty cells are empty, {empty}', set(bare) <= {'TD', 'TH'} and sum(bare.values()) <= empty,
          str(bare))

    parents = x.pdf.numbers((x.pdf.get(x.pdf.root.get('/StructTreeRoot')) or {}).get('/ParentTree'))
    wrong = []
    for n, (page, reference, marks) in enumerate(zip(x.pdf.pages, x.pdf.page_references, x.marks), 1):
        row = x.pdf.get(parents.get(page.get('/StructParents')))
        if marks.numbers and (not isinstance(row, list) or len(row) <= max(marks.numbers) or any(
                row[m] not in [e.reference for e in holders.get((reference, m), [])] for m in marks.numbers)):
            wrong.append(n)
    check('the parent tree leads from every mark to its element', x.tree is not None and not wrong,
          f'not of pages {wrong[:20]}')
    holders = {o: e.reference for e in x.elements for o in e.objects}
    wrong = [n + 1 for n, reference, link in x.links if parents.get(link.get('/StructParent')) != holders.get(reference)]
    check('and from every link', not wrong, f'not of pages {wrong[:20]}')
    orphans = [e.kind for e in x.elements if e.dictionary.get('/P') != e.parent.reference]
    check('every element knows its parent', not orphans, str(orphans[:10]))


# ---- elements ----

def wanted(x):
    """How many elements of each kind the blocks make."""
    count = Counter()
    for block in x.blocks:
        look, cells = block['look'], len(block['cells'])
        if look in ROWS and block['table']:
            heads = cells if block['head'] else 1
            count.update({'TR': 1, 'TH': heads, 'TD': cells - heads})
        elif look == 'record-field':
            count.update({'Lbl': cells // 2, **{kind: (cells + 1) // 2 for kind in ('LI', 'LBody', 'P')}})
        elif look == 'signature':
            count['P'] += cells
        elif block['cells'][0] or look not in ('subtitle', 'cover', 'para'):    # what is empty is no element
            count.update(ELEMENTS.get(look, []))
            count['Lbl'] += 'LI' in ELEMENTS.get(look, []) and cells > 1
    count['Table'] = len({b['table'] for b in x.looks(*ROWS) if b['table']})
    return count


def check_kinds(x, check):
    roles = x.pdf.get((x.pdf.get(x.pdf.root.get('/StructTreeRoot')) or {}).get('/RoleMap')) or {}
    strange = {k for k in x.kinds if k not in STANDARD and roles.get('/' + k, '/')[1:] not in STANDARD}
    check('kinds of elements are known', x.elements and not strange, str(strange))
    top = [e.kind for e in x.tree.children] if x.tree else []
    check('one Document holds all', top == ['Document'], str(top))
    print('#', x.document.name, dict(sorted(x.kinds.items())))
    # where a page ends inside of a row or an item, its elements come twice; cells with links have a paragraph in them
    ends, widest = len(x.pdf.pages), max((len(b['cells']) for b in x.blocks), default=1)
    more = {'TR': ends, 'TH': ends, 'TD': ends * widest, 'LI': ends, 'LBody': ends,
            'P': ends + sum(len(b['links']) for b in x.looks(*ROWS))}
    for kind, n in sorted(wanted(x).items()):
        check(f'{kind}: {x.kinds[kind]} for {n}', n <= x.kinds[kind] <= n + more.get(kind, 0))
    levels = [int(e.kind[1]) for e in x.elements if re.fullmatch('H[1-6]', e.kind)]
    skipped = [f'H{a} H{b}' for a, b in zip(levels, levels[1:]) if b > a + 1]
    check('no level of headings is skipped', levels and levels[0] == 1 and not skipped, str(skipped[:5]))
    modes = {e.attribute(x.pdf, '/WritingMode') for e in x.of_kind('Document')}
    check('written from right to left', modes == {'/RlTb'}, str(modes))
    hollow = Counter(e.kind for e in x.of_kind('P', 'Lbl', 'LBody', 'H1', 'H2', 'H3', 'H4', 'Link', 'Span', 'Note')
                     if not any(d.content or d.objects for d in e.walk()))
    check('no element of text is without content', not hollow, str(hollow))


def check_groups(x, check):
    astray = [(e.kind, e.parent.kind) for e in x.elements
              if (e.kind, e.parent.kind) in (('LI', e.parent.kind), ('TR', e.parent.kind), ('TOCI', e.parent.kind))
              and e.parent.kind not in {'LI': 'L', 'TR': 'THead TBody TFoot', 'TOCI': 'TOC'}[e.kind].split()]
    check('items, rows and entries stand in lists, tables and contents', not astray, str(astray[:5]))
    astray = [(e.kind, e.parent.kind) for e in x.of_kind('Lbl', 'LBody') if e.parent.kind != 'LI']
    check('labels and bodies stand in items', not astray, str(astray[:5]))
    bad = [[c.kind for c in e.children] for e in x.of_kind('LI')
           if [c.kind for c in e.children] not in (['Lbl', 'LBody'], ['LBody'])]
    check('an item is a label and a body', not bad, str(bad[:5]))
    plainly = [e for e in x.of_kind('L') if not e.attribute(x.pdf, '/ListNumbering')
               and any(c.kind == 'Lbl' for i in e.children for c in i.children)]
    check('a list with labels says that it has them', not plainly, f'{len(plainly)}')
    names = [x.pdf.text(e.dictionary.get('/ID')) for e in x.of_kind('Note')]
    tree = x.pdf.names((x.pdf.get(x.pdf.root.get('/StructTreeRoot')) or {}).get('/IDTree'))
    check(f'the {len(names)} notes have names of their own', all(names) and len(set(names)) == len(names) == len(tree),
          str(names[:5]))
    outline = x.document.blocks['outline']
    articles = sum(o['level'] == 1 for o in outline)
    n = sum(e.kind == 'Sect' and e.parent.kind == 'Part' for e in x.elements)
    check(f'sections: {n} for {articles} articles', n == articles)


def check_tables(x, check):
    scopes, uneven, shapes = [], [], []
    for table in x.of_kind('Table'):
        shapes += [tuple(c.kind for c in table.children)]
        rows = [(part.kind, row) for part in table.children for row in part.children]
        for part, row in rows:
            cells = [(c.kind, c.attribute(x.pdf, '/Scope')) for c in row.children]
            right = ([('TH', '/Column')] * len(cells) if part == 'THead'
                     else [('TH', '/Row')] + [('TD', None)] * (len(cells) - 1))
            if cells != right:
                scopes.append((part, cells))
        widths = {len(row.children) for _, row in rows}
        if len(widths) > 1:
            uneven.append(widths)
    heads = {b['table'] for b in x.looks(*ROWS) if b['head']}
    check(f'{len(heads)} tables have a head', sum('THead' in s for s in shapes) == len(heads), str(Counter(shapes)))
    check('header cells and no others have the scope of a column or, as a row’s first, of the row', not scopes,
          str(scopes[:3]))
    check('rows of a table have the same number of cells', not uneven, str(uneven[:5]))


def check_figures(x, check):
    figures, bad = x.of_kind('Figure'), []
    painted = {(page, number) for page, marks in zip(x.pdf.page_references, x.marks) for number in marks.painted}
    for figure in figures:
        alt = x.pdf.text(figure.dictionary.get('/Alt'))
        box = x.pdf.get(figure.attribute(x.pdf, '/BBox'))
        content = [place for e in figure.walk() for place in e.content]
        if not alt or not re.search('[\u0621-\u064a]', alt):
            bad.append(f'described as {alt}')
        if not any(place in painted for place in content):
            bad.append('nothing is painted in one')
        if not isinstance(box, list) or len(box) != 4:
            bad.append('one has no box')
        elif content and content[0][0] in x.pdf.page_references:
            width, height = x.size(x.pdf.page_references.index(content[0][0]))
            if not (0 <= box[0] < box[2] <= width and 0 <= box[1] < box[3] <= height):
                bad.append(f'its box is {box}')
    drawn = len([b for b in x.blocks if b.get('figure')])
    check(f'figures: {len(figures)} for {drawn}', len(figures) == drawn)
    check('figures have a description, a box on their page, and what is painted in them', not bad, str(bad[:5]))


def check_languages(x, check):
    latin = [b for b in x.blocks if any(re.search('[A-Za-z]{3,} [A-Za-z]{3,}', c) for c in b['cells'])
             and not b['look'].startswith('entry')]
    languages = Counter(str(x.pdf.text(e.dictionary.get('/Lang'))) for e in x.elements if '/Lang' in e.dictionary)
    marked = sum(len(m.languages) + len(m.spans) for m in x.marks)
    check(f'Latin words have their language: {sum(languages.values()) + marked} for {len(latin)} texts with some',
          not latin or sum(n for k, n in languages.items() if k != 'ar') + marked >= len(latin), str(languages))
