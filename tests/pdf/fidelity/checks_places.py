# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of what leads from one place to another: links, named places, bookmarks, page labels."""
import re
from collections import Counter

from exported import plain
from score import fold, letters

# How far under a named place the first line of its text may stand, in points: a title's line is the tallest.
BELOW = 50


def bag(text):
    """Letters with their number: readers differ in the order of what stands in a box."""
    return Counter(letters(fold(text)))


# ---- links ----

def printed_links(x):
    """(target, words) of all that ought to be links, in the order of the pages: contents, references to articles that
    are printed, and to rows of tables (annexes)."""
    printed = {b['source'] for b in x.blocks}
    found = []
    for block in x.blocks:
        if block['look'].startswith('entry'):
            found.append((block['target'], ' '.join(block['cells'])))
        found += [(target, words) for target, words in block['links'] if target in printed or '/' in target]
    return found


def check_links(x, check):
    wanted, links = printed_links(x), [link for _, _, link in x.links]
    check(f'links: {len(links)} for {len(wanted)} entries and references',
          len(wanted) <= len(links) <= 1.5 * len(wanted) + 2)
    poor = [n + 1 for n, _, a in x.links if not x.pdf.text(a.get('/Contents')) or not a.get('/F', 0) & 4
            or '/StructParent' not in a or a.get('/Subtype') != '/Link']
    check('links say where to, are printed and belong to an element', not poor, f'not on pages {poor[:10]}')
    held = Counter(o for e in x.of_kind('Link') for o in e.objects)
    check('every link has its element', set(held) == {reference for _, reference, _ in x.links}
          and set(held.values()) <= {1}, f'{len(held)} elements, {len(links)} links')
    order = [n for n, page in enumerate(x.pdf.pages, 1) if page.get('/Tabs') != '/S']
    check('the tab key goes by structure', not order, f'not on pages {order[:10]}')
    titles = {o['source']: plain(o['title']) for o in x.document.blocks['outline']}
    other = [(x.target(a)[0], x.pdf.text(a.get('/Contents'))) for a in links
             if x.target(a)[0] in titles and plain(x.pdf.text(a.get('/Contents'))) != titles[x.target(a)[0]]]
    check('what a link says is the heading that it leads to', not other, str(other[:3]))


def check_rectangles(x, check):
    strange = []
    for n, _, link in x.links:
        width, height = x.size(n)
        a, b, c, d = x.pdf.get(link['/Rect'])
        quads = x.pdf.get(link.get('/QuadPoints')) or []
        if not (0 <= a < c <= width and 0 <= b < d <= height and c - a >= 2 and 4 <= d - b <= 60):
            strange.append((n + 1, [a, b, c, d]))
        elif len(quads) != 8 or any(not a - .01 <= q <= c + .01 for q in quads[::2]) \
                or any(not b - .01 <= q <= d + .01 for q in quads[1::2]):
            strange.append((n + 1, [a, b, c, d], quads))
    check('rectangles of links are inside of their pages, of a line’s size', not strange, str(strange[:5]))

    # a link that goes over a line's end has several rectangles
    wanted, at, lost = printed_links(x), 0, []
    for target, words in wanted:
        covered, needed = Counter(), bag(words)
        while at < len(x.links) and x.target(x.links[at][2])[0] == target and needed - covered:
            n, _, link = x.links[at]
            covered += bag(x.words_in(n, *x.pdf.get(link['/Rect'])))
            at += 1
        if needed - covered:
            lost.append((target, words, ''.join((needed - covered).elements())))
    check(f'they lie over their words, {len(wanted)} texts in order', not lost and at == len(x.links),
          f'{at} of {len(x.links)} used; {lost[:4]}')


# ---- places ----

def check_places(x, check):
    names = set(x.places)
    lost = [o['source'] for o in x.document.blocks['outline'] if o['source'] not in names]
    check('every part and article is a named place', not lost, f'{len(lost)}: {lost[:10]}')
    lost = sorted({b['source'] for b in x.blocks if b['source'] and not b['look'].startswith('entry')} - names)
    check('every clause is a named place', not lost, f'{len(lost)}: {lost[:10]}')
    # of a table its rows; where there is none yet, the table
    steps = {tuple(v.split('/')) for b in x.blocks for c in b['values'] for v in c}
    lost = sorted({'/'.join(s[:3]) for s in steps if '/'.join(s[:3]) not in names and
                   (len(s) != 3 or '/'.join(s[:2]) not in names)})
    check('every printed fact and row is a named place', not lost, f'{len(lost)}: {lost[:10]}')
    nowhere = [name for name, where in x.places.items() if x.pdf.page_of(where) is None]
    check(f'{len(names)} named places are on pages', names and not nowhere, str(nowhere[:10]))
    dead = [(n + 1, x.target(a)[0]) for n, _, a in x.links if x.target(a)[1] is None]
    check('links lead to named places', not dead, str(dead[:5]))


def check_aim(x, check):
    """Whether the first words of a clause stand where its name leads to."""
    first, off = {}, []
    for block in x.blocks:
        if block['source'] and not block['look'].startswith('entry') and block['page'] > 0:
            first.setdefault(block['source'], block)
    for source, block in first.items():
        where = x.places.get(source) or [None]
        number = x.pdf.page_of(where)
        if number is None or number + 1 != block['page'] or where[1] != '/XYZ':
            off.append((source, f'page {number}, not {block["page"]}'))
            continue
        width, _ = x.size(number)
        text = next((c for c in block['cells'] if letters(c)), '')
        needed = bag(text.split()[0] if text.split() else '')
        top = where[3]
        if needed - bag(x.words_in(number, 0, top - BELOW, width, top + 2)):
            off.append((source, f'page {number + 1}, {top}', text[:30]))
    check(f'{len(first)} names of clauses lead to their first words', not off, f'{len(off)}: {off[:5]}')


def check_bookmarks(x, check):
    outline, found = x.document.blocks['outline'], x.pdf.outline()
    titles = [(plain(title), level) for title, level, _ in found]
    named = [(plain(o['title']), o['level']) for o in outline]
    check(f'{len(outline)} bookmarks, named and set in as the headings', titles == named,
          str([pair for pair in zip(titles, named) if pair[0] != pair[1]][:3]))
    astray = [(o['source'], x.target(node)[0]) for o, (_, _, node) in zip(outline, found)
              if x.target(node)[0] != o['source'] or x.pdf.page_of(x.target(node)[1]) != o['page'] - 1]
    check('bookmarks lead to them', not astray, str(astray[:5]))


def check_labels(x, check):
    labels = x.pdf.numbers(x.pdf.root.get('/PageLabels'))
    said = [x.pdf.text((x.pdf.get(labels.get(n)) or {}).get('/P')) for n in range(len(x.pdf.pages))]
    printed = [next((m.group(1) for _, text in furniture for m in [re.search(r'صفحة (\S+) من', plain(text))] if m), None)
               for furniture in x.document.blocks['furniture']]
    other = [(n, a, b) for n, (a, b) in enumerate(zip(said, printed), 1) if not a or b and plain(a) != b]
    check('every page is labelled, as its foot has it', not other and any(printed), str(other[:5]))
