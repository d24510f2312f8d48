# SPDX-License-Identifier: GPL-3.0-or-later
"""What Select all and Copy give in Chromium's own PDF viewer.

No display and no port: the browser is spoken to through a pipe (--remote-debugging-pipe: it reads descriptor 3, writes
4; messages are JSON ended by NUL).  The viewer is an extension whose page has the functions that its menu calls; their
names are private, so when they are not there the answer is Missing, not a failure."""
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

from outside import Missing

FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync']
COPY = """(async () => {
  const viewer = document.querySelector('pdf-viewer').pluginController_
  viewer.selectAll()
  return (await viewer.getSelectedText()).selectedText
})()"""


class Browser:
    def __init__(self):
        self.profile = tempfile.mkdtemp()
        self.rest, self.number = b'', 0
        to_browser, self.to = os.pipe()
        self.back, from_browser = os.pipe()

        def descriptors():
            a, b = os.dup(to_browser), os.dup(from_browser)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen(
            ['chromium', '--headless=new', '--remote-debugging-pipe', *FLAGS, '--user-data-dir=' + self.profile],
            close_fds=False, preexec_fn=descriptors, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)

    def call(self, method, session=None, patience=30, **parameters):
        self.number += 1
        message = {'id': self.number, 'method': method, 'params': parameters}
        if session:
            message['sessionId'] = session
        os.write(self.to, json.dumps(message).encode() + b'\0')
        end = time.monotonic() + patience
        while True:
            while b'\0' not in self.rest:
                if not select.select([self.back], [], [], max(0, end - time.monotonic()))[0]:
                    raise TimeoutError(method)
                data = os.read(self.back, 1 << 16)
                if not data:
                    raise EOFError('the browser ended')
                self.rest += data
            answer, self.rest = self.rest.split(b'\0', 1)
            answer = json.loads(answer)
            if answer.get('id') == self.number:
                return answer.get('result', {})

    def ask(self, session, expression):
        answer = self.call('Runtime.evaluate', session, expression=expression, awaitPromise=True, returnByValue=True)
        return answer.get('result', {}).get('value')

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.to)
        os.close(self.back)
        shutil.rmtree(self.profile, ignore_errors=True)


def _until(ready, what, patience=30):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        answer = ready()
        if answer:
            return answer
        time.sleep(.05)
    raise TimeoutError(what)


def _copy(browser, file):
    page = browser.call('Target.createTarget', url='file://' + os.path.abspath(file)).get('targetId')

    def viewer():
        for target in browser.call('Target.getTargets').get('targetInfos', []):
            if target['type'] == 'iframe' and target['url'].startswith('chrome-extension://'):
                return target['targetId']
        return None

    target = _until(viewer, 'the viewer')
    session = browser.call('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
    _until(lambda: browser.ask(session, "document.querySelector('pdf-viewer')?.loadState_") == 'success',
           'the document')
    text = browser.ask(session, COPY)
    browser.call('Target.closeTarget', targetId=page)
    _until(lambda: not viewer(), 'the closed viewer')
    return text


def copied(files):
    """The copied text of each file, as a reviewer has it on the clipboard."""
    try:
        browser = Browser()
    except OSError as error:
        raise Missing(f'chromium does not start: {error}') from None
    try:
        texts = [_copy(browser, file) for file in files]
    except (TimeoutError, EOFError, OSError, KeyError) as error:
        raise Missing(f'this Chromium does not give the text of its viewer: {error!r}') from None
    finally:
        browser.close()
    if not all(isinstance(text, str) for text in texts):
        raise Missing("this Chromium's viewer has no function for copying any more")
    return texts
