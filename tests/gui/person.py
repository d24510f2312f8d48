# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the program's window: finds and reads through the accessibility bus, clicks and types through the X server.

Never sleep for a fixed time and hope: every step ends in a wait for what a person would see.  A time-out leaves a
picture and prints the tree of what was there."""
import ctypes
import os
import pathlib
import subprocess
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.set_timeout(2000, 5000)

# what a role is called in newer versions of AT-SPI too
ROLES = {'push button': ('push button', 'button')}


def keep_places_true():
    """The places that GTK 4.18 tells (4.8 does not err) leave out the borders and paddings around a widget, so there are
    to be none: clicks would go astray."""
    if ctypes.CDLL('libgtk-4.so.1').gtk_get_minor_version() >= 18:
        style = pathlib.Path(os.environ.get('XDG_CONFIG_HOME') or pathlib.Path.home() / '.config') / 'gtk-4.0/gtk.css'
        style.parent.mkdir(parents=True, exist_ok=True)
        style.write_text('*:not(slider) { padding: 0; border-width: 0; }\n')


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, capture_output=True, text=True).stdout.split()


class Person:
    running = []

    @classmethod
    def end_all(cls):
        for process in cls.running:
            if process.poll() is None:
                process.kill()
                process.wait()

    def __init__(self, *program, patience=15):
        keep_places_true()
        self.patience = patience * float(os.environ.get('PATIENCE', '1'))
        # warnings are fatal to the program, not to this process, whose accessibility library warns of what comes and goes
        self.process = subprocess.Popen(program, env={**os.environ, 'G_DEBUG': os.environ.get('PROGRAM_G_DEBUG', '')})
        self.running.append(self.process)
        self.root = self.wait(self._root, 'the program on the accessibility bus')
        self.window = self.wait(self.windows, 'a window')[0]
        xdotool('windowactivate', '--sync', self.window)
        # a question or message over the window takes the focus, and says so only to the window manager
        self.wait(lambda: self.root.get_child_count() > 1
                  or self.is_in_state(self.root.get_child_at_index(0), Atspi.StateType.ACTIVE), 'an active window')

    # ---- looking ----

    def _root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(i)
            if program and program.get_process_id() == self.process.pid and program.get_child_count():
                return program
        return None

    def windows(self):
        """The windows of the program that are on the screen."""
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                              capture_output=True, text=True).stdout.split()

    @staticmethod
    def is_in_state(node, state):
        return node.get_state_set().contains(state)

    def tree(self, node=None, depth=0):
        node = node or getattr(self, 'root', None)
        if node is None:
            return
        yield depth, node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child:
                yield from self.tree(child, depth + 1)

    def look(self, role, name):
        """The first visible node of that role and name now, or None.  name: a string, or a test of the name."""
        fits = name if callable(name) else lambda n: n == name
        for _, node in self.tree():
            if (node.get_role_name() in ROLES.get(role, (role,)) and fits(node.get_name())
                    and self.is_in_state(node, Atspi.StateType.VISIBLE)):
                return node
        return None

    def find(self, role, name):
        return self.wait(lambda: self.look(role, name), f'{role} {name!r}')

    @staticmethod
    def text(node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    # ---- waiting ----

    def wait(self, ready, what):
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            if self.process.poll() is not None:
                self.fail(f'the program ended ({self.process.returncode}) before: {what}')
            try:
                result = ready()
                if result:
                    return result
            except (GLib.Error, AttributeError):
                pass                            # the node went away while it was read: look again
            time.sleep(.02)
        return self.fail(f'time-out: {what}')

    def fail(self, why):
        self.picture(os.environ.get('PICTURE', 'failed.png'))
        for depth, node in self.tree():
            print('  ' * depth, node.get_role_name(), repr(node.get_name()), file=sys.stderr)
        self.process.kill()
        self.process.wait()
        raise SystemExit(f'FAIL {why}')

    # ---- acting ----

    def click(self, node):
        def centre():
            box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
            return box.width > 0 and (box.x + box.width // 2, box.y + box.height // 2)
        at = self.wait(centre, 'a size')
        time.sleep(.05)
        while (now := self.wait(centre, 'a size')) != at:    # still moving: an animation
            at = now
            time.sleep(.05)
        # places are said from the corner of the node's own window: a question has one
        window = xdotool('getactivewindow')[0]
        xdotool('mousemove', '--window', window, *at, 'click', 1)

    def key(self, *keys):
        xdotool('key', *keys)

    def type(self, text):
        xdotool('type', '--delay', 8, text)

    def type_over(self, node, text):
        self.click(node)
        xdotool('key', 'ctrl+a')
        self.type(text)
        self.wait(lambda: self.text(node) == text, f'{text!r} typed')

    def picture(self, path):
        subprocess.run(['import', '-window', 'root', path], check=False)

    def close(self):
        """The program quits cleanly when asked to: a sanitizer's finding would be its status."""
        self.process.terminate()
        code = self.process.wait(30)
        if code:
            raise SystemExit(f'FAIL the program ended with {code}')
