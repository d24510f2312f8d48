#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the interface: every file that holds some is listed, and each has its Arabic.

test-translation.py SOURCE_ROOT"""
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1])
KEYWORDS = ['--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=ngettext:1,2']


def with_words():
    for path in ROOT.glob('src/**/*.c'):
        if re.search(r'\b(_|N_|C_|ngettext) ?\("', path.read_text(encoding='utf-8')):
            yield path
    for path in [*ROOT.glob('ui/*.ui'), *ROOT.glob('ui/forms/*.glade')]:
        if 'translatable="yes"' in path.read_text(encoding='utf-8'):
            yield path
    yield from ROOT.glob('data/desktop/*.in')
    yield from ROOT.glob('data/desktop/*.gschema.xml')


def entries(po):
    """msgid → msgstr parts, of a .po file as msgcat writes it without wrapping"""
    text = subprocess.run(['msgattrib', '--no-wrap', '--no-obsolete', '--no-fuzzy', po], check=True,
                          capture_output=True, text=True).stdout
    found = {}
    for block in re.split(r'\n\n+', text):
        match = re.search(r'^msgid ((?:".*"\n?)+)', block, re.M)
        if match:
            found[match.group(1).strip()] = re.findall(r'^msgstr(?:\[\d\])? ((?:".*"\n?)+)', block, re.M)
    return found


failed = []


def check(what, wrong):
    print('ok' if not wrong else 'not ok', '-', what)
    for line in wrong:
        print('#', line)
    failed.extend(wrong)


print('1..4')
listed = (ROOT / 'po/POTFILES.in').read_text().split()
needed = sorted(str(p.relative_to(ROOT)) for p in with_words())
check('every file with words is in po/POTFILES.in', [p for p in needed if p not in listed])
check('po/POTFILES.in names no file that has gone', [p for p in listed if not (ROOT / p).is_file()])

with tempfile.TemporaryDirectory() as folder:
    pot = pathlib.Path(folder) / 'muqtarah.pot'
    subprocess.run(['xgettext', '--from-code=UTF-8', *KEYWORDS, '-f', 'po/POTFILES.in', '-o', pot], cwd=ROOT, check=True,
                   capture_output=True)
    arabic = entries(ROOT / 'po/ar.po')
    missing = [m for m in entries(pot) if m != '""' and not all(s.strip() != '""' for s in arabic.get(m) or ['""'])]
    check('each has its Arabic', missing)

# What the Arabic of an interface avoids: a letter glued to an insert, an imperative politeness, Latin marks.
bad = re.compile(r'[لبك]ـ%|ال%|يرجى|الرجاء|تم (?:حفظ|فتح|تصدير|حذف)|فشل|[؀-ۿ],|[؀-ۿ]\?')
check('the Arabic is in the tone of the program',
      [f'{m}: {s}' for m, strings in arabic.items() for s in strings if m != '""' and bad.search(s)])
sys.exit(1 if failed else 0)
