#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that muqtarah-tool gives, against the tables of expected texts: test-arabic.py TOOL TABLES"""
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import tap

TOOL, TABLES = sys.argv[1], pathlib.Path(sys.argv[2])


def run(*arguments):
    done = subprocess.run([TOOL, *map(str, arguments)], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def rows(name, least):
    lines = (TABLES / name).read_text(encoding='utf-8').splitlines()
    found = [line.split('\t') for line in lines if line and not line.startswith('#')]
    assert len(found) >= least, len(found)
    return found


def all_are(cases):
    """Each case: the arguments and the line that is expected."""
    cases = list(cases)
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda case: run(*case[0]), cases))
    wrong = [(arguments, expected, answer) for (arguments, expected), answer in zip(cases, answers)
             if answer != (0, expected + '\n', '')]
    assert not wrong, '\n'.join(map(str, wrong[:10]))


def amounts():
    """words: every row of tafqeet.tsv"""
    all_are((('words', row[1], row[2], '--case', row[3], '--style', row[4], *(['--wrap'] if row[5] == '1' else [])), row[6])
            for row in rows('tafqeet.tsv', 162))


def counted():
    """count: every row of counted.tsv"""
    all_are((('count', n, noun, '--case', case), words) for n, noun, case, words in rows('counted.tsv', 57))


def ordinals():
    """ordinal: every column of every row of ordinals.tsv"""
    cases = []
    for n, f_nom, f_gen, m_nom, m_gen, adverbial, letter in rows('ordinals.tsv', 78):
        cases += [(('ordinal', n), f_nom), (('ordinal', n, '--gender', 'f', '--case', 'gen'), f_gen),
                  (('ordinal', n, '--gender', 'm'), m_nom), (('ordinal', '--case', 'gen', '--gender', 'm', n), m_gen)]
        cases += [(('ordinal', n, '--adverbial'), adverbial)] if adverbial else []
        cases += [(('ordinal', n, '--letter'), letter)] if letter else []
    all_are(cases)


def dates():
    """date: every row of hijri.tsv, with and without its day of the week"""
    cases = []
    for iso, _, _, hijri, eg, iq in rows('hijri.tsv', 21):
        for style, text in ('hijri', hijri), ('eg', eg), ('iq', iq):
            cases += [(('date', iso, '--style', style, '--weekday'), text),
                      (('date', iso, '--style', style), text.split(' ', 1)[1])]
        _, day, egyptian, year = eg.split(' ')
        iraqi = ' '.join(iq.split(' ')[2:-1])
        cases += [(('date', iso, '--style', 'both'), f'{day} {egyptian}/{iraqi} {year}')]
    all_are(cases)


def search():
    """fold: every row of search_norm.tsv"""
    for text, query, level, match in rows('search_norm.tsv', 20):
        folded, other = run('fold', '--level', level, text), run('fold', '--level', level, query)
        assert folded[0] == other[0] == 0
        assert (folded == other) == (match == 'yes'), (text, query, folded, other)


def options():
    """spelling, typed forms of numbers, defaults"""
    all_are([
        (('words', '١٬٥٠٠٫٢٥', 'EGP'), 'ألف وخمسمئة جنيه وخمسة وعشرون قرشاً'),
        (('words', '1,500.25', 'EGP', '--hundred', 'maia', '--tanween', 'before-alif'),
         'ألف وخمسمائة جنيه وخمسة وعشرون قرشًا'),
        (('words', '101', 'IQD', '--no-repeat'), 'مئة وواحد دينار'),
        (('words', '20', 'EGP', '--case', 'gen', '--wrap'), 'فقط عشرون جنيهاً لا غير'),
        (('ordinal', '101', '--hundred', 'maia'), 'المادة الأولى بعد المائة'),
        (('date', '2021-06-17', '--style', 'both', '--digits', 'latin'), '17 يونيو/حزيران 2021'),
        (('date', '2021-06-17', '--style', 'hijri', '--shift', '-1'), '٦ ذي القعدة ١٤٤٢'),
        (('ordinal', '345', '--adverbial'), 'خامساً وأربعين بعد الثلاثمئة'),
        (('ordinal', '33', '--letter'), 'أهـ'),
        (('fold', 'شركةٌ'), 'شركة'),
    ])
    assert run('date', '1990-01-01', '--style', 'hijri')[1].endswith(' جمادى الآخرة ١٤١٠، تقريبي\n')


def refused():
    """what cannot be said is refused with status 2 and a reason, and nothing is printed"""
    for arguments in [
            ('words', '-1', 'EGP'), ('words', '1.234', 'EGP'), ('words', '0.001', 'USD'), ('words', '1.2345', 'IQD'),
            ('words', '1000000000000000', 'IQD'), ('words', '9' * 60, 'IQD'), ('words', 'ten', 'EGP'),
            ('words', '', 'EGP'), ('words', '1,5', 'EGP'), ('words', '1٣', 'EGP'), ('words', '1e3', 'EGP'),
            ('words', '5', 'EUR'), ('words', '5', 'egp'), ('words', '5', ''), ('words', '5'), ('words', '5', 'EGP', '7'),
            ('words', '5', 'EGP', '--case', 'dat'), ('words', '5', 'EGP', '--case'), ('words', '5', 'EGP', '--gender', 'f'),
            ('words', '5', 'EGP', '--style', 'medium'),
            ('count', '-1', 'سهم'), ('count', '1.5', 'سهم'), ('count', '1000000000000000', 'سهم'), ('count', '5', 'كتاب'),
            ('count', '5', 'سهم@iq'), ('count', '5', ''), ('count', 'سهم', '5'),
            ('ordinal', '0'), ('ordinal', '1000'), ('ordinal', '-5'), ('ordinal', '1.5'), ('ordinal', '5', '--gender', 'x'),
            ('ordinal', '900', '--letter'), ('ordinal',),
            ('date', '2026-02-30'), ('date', '2026-2-3'), ('date', '17/6/2021'), ('date', ''), ('date', '0000-01-01'),
            ('date', '2026-01-01', '--style', 'us'), ('date', '0500-01-01', '--style', 'hijri'),
            ('fold', '--level', '3', 'x'), ('fold',), ('fold', b'\xff'), ('words', b'5\xff', 'EGP')]:
        done = subprocess.run([TOOL, *arguments], capture_output=True)
        assert done.returncode == 2 and done.stderr.strip() and not done.stdout, (arguments, done)


tap.run([amounts, counted, ordinals, dates, search, options, refused])
