# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The end that the system asks for: a signal of POSIX leaves the event loop, however deep in it one is."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from types import FrameType
from typing import Self

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer

# What asks a program to end: POSIX.1, signal.h; SIGBREAK is Ctrl+Break and a closed console on Windows.
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_TOGETHER = 1.0  # seconds: a terminal that is closed, or a session that ends, sends more than one
_ENDING = "ending"


class EndSignals:
    """Handles the signals that ask for the end, while it is entered; who entered it then keeps what is dear.

    Dialogs, menus and drags are left as if they were cancelled; what is done in steps asks `is_ending`.
    A second signal a second later ends the process at once.

    Attributes:
        code: the exit code by the shell's convention, 128 and the signal's number; None as long as none came.
    """

    def __init__(self, app: QCoreApplication) -> None:
        self.code: int | None = None
        self._app = app
        self._since = 0.0
        self._before = {each: signal.getsignal(each) for each in _heard()}
        self._pipe: tuple[int, int] | None = None

    def __enter__(self) -> Self:
        """Begin to listen."""
        for number in self._before:
            signal.signal(number, self._end)
        if sys.platform != "win32":  # there, a timer of the window lets Python run within a second
            self._listen()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the signals to whom they belonged before."""
        for number, before in self._before.items():
            signal.signal(number, before)
        if self._pipe:
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            for end in self._pipe:
                os.close(end)
        self._app.setProperty(_ENDING, False)

    def _listen(self) -> None:
        """Wake Qt's loop, in which Python does not run, by a byte: docs.python.org, signal.set_wakeup_fd."""
        self._pipe = read, write = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, self._app)
        self._notifier.activated.connect(lambda: os.read(read, 512))  # and Python calls its handler

    def _end(self, number: int, _frame: FrameType | None) -> None:
        if self.code is None:
            self.code, self._since = 128 + number, time.monotonic()
            self._app.setProperty(_ENDING, True)
            # By an event, for there may be no loop yet that could be left.
            QTimer.singleShot(0, self._app, lambda: QCoreApplication.exit(128 + number))
        elif time.monotonic() > self._since + _TOGETHER:
            os._exit(self.code)


def is_ending() -> bool:
    """True if the system asked for the end: what takes long is to be left, and nobody to be asked."""
    app = QCoreApplication.instance()
    return app is not None and bool(app.property(_ENDING))


def _heard() -> Iterator[signal.Signals]:
    """The signals that this system has, but for those that are ignored, as after nohup: they stay so."""
    for number in (getattr(signal, name, None) for name in _NAMES):
        if number is not None and signal.getsignal(number) not in (signal.SIG_IGN, None):
            yield number
