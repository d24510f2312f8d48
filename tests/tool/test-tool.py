#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""muqtarah-tool as a script uses it: test-tool.py TOOL SAMPLE KINDS"""
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import tap

TOOL, SAMPLE, KINDS = sys.argv[1:4]
HERE = pathlib.Path(tempfile.mkdtemp())
SANITIZED = os.environ.get('MQ_SANITIZED') == '1'


def tool(*arguments, status=0, text=None):
    """Runs the tool; gives its standard output.  A status other than the one expected is an error."""
    done = subprocess.run([TOOL, *map(str, arguments)], capture_output=True, text=True, input=text)
    assert done.returncode == status, (arguments, done.returncode, done.stdout[-500:], done.stderr[-2000:])
    if status == 2:
        assert done.stderr.strip(), 'no reason was given'
        return done.stderr
    return done.stdout


def fresh(name='draft.muqtarah'):
    draft = HERE / name
    draft.unlink(missing_ok=True)
    tool('new', draft)
    return draft


def copy_of_sample(name='copy.muqtarah'):
    draft = HERE / name
    draft.write_bytes(pathlib.Path(SAMPLE).read_bytes())
    return draft


def new_draft():
    """new makes a draft that is already canonical, and refuses to write over a file"""
    draft = fresh()
    before = draft.read_bytes()
    tool('format', draft)
    assert draft.read_bytes() == before
    assert str(draft) in tool('new', draft, status=2)
    assert draft.read_bytes() == before


def sample_is_canonical():
    """the sample is canonical, complete and free of findings"""
    draft = copy_of_sample()
    tool('format', draft)
    assert draft.read_bytes() == pathlib.Path(SAMPLE).read_bytes()
    assert tool('check', draft) == ''
    assert json.loads(tool('check', '--json', draft)) == []


def new_has_findings():
    """check of a new draft names the empty facts, as lines and as JSON"""
    draft = fresh()
    lines = tool('check', draft, status=1).splitlines()
    assert any(line.split('\t')[:2] == ['block', 'capital/authorised'] for line in lines), lines[:5]
    findings = json.loads(tool('check', '--json', draft, status=1))
    assert len(findings) == len(lines)
    assert {'severity', 'path', 'message'} == set(findings[0])


def set_and_get():
    """set goes through the same door as the forms; get reads it back"""
    draft = fresh()
    tool('set', draft, 'capital/currency', 'IQD')
    tool('set', draft, 'capital/authorised', '250000000')
    assert tool('get', draft, 'capital/authorised') == '250000000\n'
    tool('set', draft, 'basis/objectives', '-', text='هدف أول\nهدف ثانٍ\nهدف ثالث\n')
    assert tool('get', draft, 'basis/objectives') == 'هدف أول\nهدف ثانٍ\nهدف ثالث\n'
    tool('set', draft, 'fin/year-start', '--07-01')
    assert tool('get', draft, 'fin/year-start') == '--07-01\n'
    tool('set', draft, 'capital/authorised', '')
    assert tool('get', draft, 'capital/authorised') == '\n'


def set_refuses():
    """an unknown path or column and a bad value are refused with status 2, and nothing is written"""
    draft = fresh()
    tool('set', draft, 'capital/currency', 'IQD')
    before = draft.read_bytes()
    for path, value in [('capital/nothing', '1'), ('nothing', '1'), ('capital', '1'), ('capital/authorised', 'ten'),
                        ('capital/authorised', '-5'), ('capital/authorised', '1.23456'), ('capital/currency', 'XYZ'),
                        ('cover/date', '2026-02-30'), ('cover/version', 'one'), ('company/term', '100'),
                        ('capital/shares-total', '5'), ('capital/shareholders/nobody/cash', '5'),
                        ('cover/title', 'سطر\nوسطر'), ('scope/fields/f-cybersecurity/field', 'غيره'),
                        ('capital/shareholders', 'no-column\n1\n')]:
        tool('set', draft, path, value, status=2)
        assert draft.read_bytes() == before, (path, value)
    tool('get', draft, 'capital/nothing', status=2)


def set_into_another_file():
    """-o writes another file and leaves the draft alone"""
    draft, other = fresh(), HERE / 'other.muqtarah'
    before = draft.read_bytes()
    tool('set', draft, 'cover/title', 'مقترح تأسيس شركة', '-o', other)
    assert draft.read_bytes() == before
    assert tool('get', other, 'cover/title') == 'مقترح تأسيس شركة\n'


def table_round_trip():
    """a table read and written back is the same; a row left out goes, a row without id comes, others move"""
    draft = copy_of_sample()
    before = draft.read_bytes()
    table = tool('get', draft, 'parties/list')
    tool('set', draft, 'parties/list', '-', text=table)
    assert draft.read_bytes() == before
    head, *rows = tool('get', draft, 'gov/reserved').splitlines()
    assert head.split('\t')[0] == 'id' and len(rows) > 3
    tool('set', draft, 'gov/reserved', '-',
         text='\n'.join([head, rows[1], rows[0], '\t'.join(['', 'بيع أصل رئيس', 'board', '75'])]) + '\n')
    _, *now = tool('get', draft, 'gov/reserved').splitlines()
    assert [row.split('\t')[0] for row in now[:2]] == [rows[1].split('\t')[0], rows[0].split('\t')[0]]
    assert now[2].split('\t')[1:] == ['بيع أصل رئيس', 'board', '75'] and now[2].split('\t')[0]


def capital_is_followed():
    """the capital changed: figure, words, number of shares and every clause that quotes it follow"""
    draft = copy_of_sample()
    tool('set', draft, 'capital/currency', 'IQD')
    tool('set', draft, 'capital/subscribed', '12000000003')
    tool('set', draft, 'capital/nominal-value', '1')
    assert tool('get', draft, 'capital/shares-total') == '12000000003\n'
    text = tool('text', draft)
    assert '١٢٬٠٠٠٬٠٠٠٬٠٠٣' in text
    assert 'اثنا عشر ملياراً وثلاثة دنانير' in text
    assert 'اثني عشر ملياراً وثلاثة أسهم' in text


def typing_is_mended():
    """check tells of characters that went wrong while typing, mend mends them"""
    draft = copy_of_sample()
    tool('set', draft, 'cover/subject', 'مقترح تأسیس الشركة فی 1٣ بنداً ورأس المــال')
    found = [line.split('\t')[:2] for line in tool('check', draft, status=1).splitlines()]
    assert sorted(found) == [['advice', 'cover/subject']] + [['warn', 'cover/subject']] * 2, found
    assert tool('mend', draft) == '1\n'
    assert tool('get', draft, 'cover/subject') == 'مقترح تأسيس الشركة في 13 بنداً ورأس المال\n'
    assert tool('check', draft) == ''
    assert tool('mend', draft) == '0\n'


def no_markup_in_text():
    """the text of a new draft and of the sample holds no mark-up, and blanks are seen"""
    for draft in (fresh(), copy_of_sample()):
        text = tool('text', draft)
        assert len(text.splitlines()) > 300
        for mark in ('{', '}', '[[', ']]', '\ufffc', '\u2066', 'xml:id'):
            assert mark not in text, mark


def export_pdf():
    """export writes a PDF; the same draft gives the same bytes; the sample has 40 pages or more"""
    draft, a, b = copy_of_sample(), HERE / 'a.pdf', HERE / 'b.pdf'
    tool('export', draft, a)
    tool('export', draft, b)
    assert a.read_bytes() == b.read_bytes()
    assert a.read_bytes().startswith(b'%PDF-') and a.read_bytes().rstrip().endswith(b'%%EOF')
    info = subprocess.run(['pdfinfo', a], capture_output=True, text=True)
    if info.returncode == 0:
        pages = int(next(line.split()[1] for line in info.stdout.splitlines() if line.startswith('Pages:')))
        assert pages >= 40, pages
    tool('export', fresh(), HERE / 'new.pdf')


def copies():
    """export makes the copy that is asked for, with the draft's state across its pages if none is; of no other name"""
    draft, pdfs = copy_of_sample(), {}
    for options in ((), ('--copy', 'marked'), ('--copy=marked',), ('--copy', 'clean'), ('--copy', 'review'),
                    ('--line-numbers',), ('--copy', 'clean', '--line-numbers')):
        pdf = HERE / 'copy.pdf'
        tool('export', *options, draft, pdf)
        pdfs[options] = pdf.read_bytes()
    assert pdfs[()] == pdfs['--copy', 'marked'] == pdfs['--copy=marked',]
    assert pdfs['--line-numbers',] == pdfs['--copy', 'review']
    assert len(set(pdfs.values())) == 4
    said = tool('export', '--copy', 'final', draft, HERE / 'no.pdf', status=2)
    assert all(word in said for word in ('final', 'marked', 'clean', 'review'))
    assert not (HERE / 'no.pdf').exists()


def reference_to_nothing():
    """a reference to nothing opens, is a finding, and prints a blank"""
    draft = copy_of_sample()
    whole = draft.read_text()
    assert '<ref to="gov-10"' in whole
    draft.write_text(whole.replace('<ref to="gov-10"', '<ref to="nowhere"', 1))
    assert any('ris-1' in line for line in tool('check', draft, status=1).splitlines())
    assert 'محذوفة' in tool('text', draft)


def hostile(name, content):
    """One refused file: status 2, one message that names the file, the file untouched, little time and memory."""
    draft = HERE / name
    if isinstance(content, str):
        content = content.encode()
    draft.write_bytes(content)
    start = time.monotonic()
    done = subprocess.run([TOOL, 'check', draft], capture_output=True, text=True)
    taken = time.monotonic() - start
    assert done.returncode == 2, (name, done.returncode, done.stdout[-300:], done.stderr[-1000:])
    assert str(draft) in done.stderr or name in done.stderr, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert draft.read_bytes() == content
    assert taken < (20 if SANITIZED else 2), taken
    draft.unlink()
    return done.stderr


def hostile_files():
    """hostile and broken files are refused with one message, and left as they were"""
    good = pathlib.Path(SAMPLE).read_text()
    head = '<proposal xmlns="urn:muqtarah:proposal" format="1" kind="standard" kind-version="1" xml:lang="ar" xml:id="d">'
    assert head.split()[0] in good
    lines = good.splitlines(keepends=True)
    hostile('empty', '')
    hostile('not-xml', 'ليس هذا ملفاً من ملفات البرنامج\n')
    hostile('zeros', b'\0' * 100_000)
    hostile('latin1', good.encode()[:3000] + b'\xff\xfe' + good.encode()[3000:])
    hostile('html', '<html><body>x</body></html>')
    hostile('doctype', '<?xml version="1.0"?>\n<!DOCTYPE proposal SYSTEM "http://example.org/x.dtd">\n' + good.split('\n', 1)[1])
    bombs = ''.join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "ha"}">' for i in range(10))
    hostile('bomb', f'<!DOCTYPE proposal [{bombs}]><proposal xmlns="urn:muqtarah:proposal">&a9;</proposal>')
    hostile('entity', good.replace('<title>', '<title>&nbsp;', 1))
    cut = hostile('cut-off', ''.join(lines[:len(lines) // 2]))
    assert any(c.isdigit() for c in cut), 'no line is named'
    hostile('format-2', good.replace('format="1"', 'format="2"', 1))
    hostile('unknown-kind', good.replace('kind="standard"', 'kind="no-such-kind"', 1))
    hostile('unknown-fact', good.replace('<cover>', '<cover><colour>red</colour>', 1))
    hostile('deep', head + '<a>' * 10_000 + '</a>' * 10_000 + '</proposal>')
    ids = [part.split('"')[0] for part in good.split(' xml:id="')[2:4]]
    hostile('duplicate-id', good.replace(f' xml:id="{ids[1]}"', f' xml:id="{ids[0]}"', 1))
    hostile('long-text', head + '<facts><cover><title>' + 'ا' * 6_000_000 + '</title></cover></facts></proposal>')
    hostile('many', head + '<a/>' * 1_200_000 + '</proposal>')
    hostile('wide', head + '<a/>' * 80_000 + '</proposal>')
    assert 'no-such-file' in tool('check', HERE / 'no-such-file', status=2)
    tool('check', HERE, status=2)


def huge_file():
    """a file of 200 MB is refused from its size"""
    huge = HERE / 'huge'
    with open(huge, 'wb') as f:
        f.truncate(200_000_000)
    start = time.monotonic()
    assert 'huge' in tool('check', huge, status=2)
    assert time.monotonic() - start < (10 if SANITIZED else 2)
    huge.unlink()


def little_memory():
    """none of the above took 300 MB"""
    if not SANITIZED:
        assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 300 * 1024


def small_kind():
    """another kind, made of data alone, opens, is filled in, computes, and exports"""
    os.environ['MUQTARAH_KINDS'] = KINDS
    draft = HERE / 'small.muqtarah'
    tool('new', draft, '--kind', 'small')
    tool('check', draft, status=1)
    tool('set', draft, 'goods/items', '-', text='description\tquantity\tprice\nحاسوب محمول\t11\t950000\nطابعة\t2\t400000.5\n')
    assert tool('get', draft, 'goods/devices') == '13\n'
    assert tool('get', draft, 'goods/total') == '11250001\n'
    assert 'أحد عشر مليوناً ومئتان وخمسون ألف دينار' in tool('text', draft)
    assert 'الضمان' in tool('text', draft)
    before = tool('text', draft)
    tool('set', draft, 'handover/warranty', 'true')
    tool('set', draft, 'handover/warranty-months', '11')
    assert 'أحد عشر شهراً' in tool('text', draft) and 'أحد عشر شهراً' not in before
    tool('export', draft, HERE / 'small.pdf')
    assert (HERE / 'small.pdf').read_bytes().startswith(b'%PDF-')


def usage():
    """wrong usage is status 2"""
    for words in ([], ['nothing'], ['get', SAMPLE], ['new'], ['check', '--what', SAMPLE]):
        tool(*words, status=2)
    assert 'export' in tool('--help')


tap.run([new_draft, sample_is_canonical, new_has_findings, set_and_get, set_refuses, set_into_another_file,
         table_round_trip, capital_is_followed, typing_is_mended, no_markup_in_text, export_pdf, copies, reference_to_nothing,
         hostile_files, huge_file, little_memory, small_kind, usage])
